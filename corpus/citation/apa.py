"""The Publication Manual of the American Psychological Association, 7th edition: the citation in the text."""

from __future__ import annotations

from typing import Final

from corpus.citation.locator import counted
from corpus.citation.quoting import Quotation
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.work import in_quotes, is_whole, joined, unknown
from corpus.metadata import Metadata
from corpus.people import in_characters, short_names

# Their titles stand in italics in the reference list, so here in none of the marks plain text has.
_IN_ITALICS: Final = frozenset({"webpage", "post", "post-weblog", "thesis"})

_UNTITLED: Final = "[untitled]"
"""What stands for a title nobody gave. APA asks for a description here: that is the writer's to make."""


def _cite(cited: Cited) -> Reference:
    """The parenthesis: family names, year, and the paragraph, which APA lets one count.

    Without an author the title comes first; without a date stands "n.d.".
    """
    work = cited.work
    people = short_names(work.authors, "&")
    title = "" if people else _title(work)
    place = counted(cited.place, "para.", "paras.", "–")
    year = str(work.date.year) if work.date else "n.d."
    notes = cited.place.notes + unknown(work)
    if in_characters(work.authors):
        notes += ("APA asks for names in Latin letters",)
    return Reference("(" + joined((people or title, year, place), title) + ")", place, notes)


def _title(metadata: Metadata) -> str:
    if not metadata.title:
        return _UNTITLED
    bare = is_whole(metadata) or metadata.type in _IN_ITALICS
    return metadata.title if bare else in_quotes(metadata.title)


APA: Final = Style(
    "apa",
    "APA",
    "APA, 7th edition, in the text",
    "text",
    Quotation("parenthesis", block_words=40),
    cite=_cite,
    short=_cite,
    entry=_cite,
)
