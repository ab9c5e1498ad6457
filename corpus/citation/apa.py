"""The Publication Manual of the American Psychological Association, 7th edition: the citation in the text."""

from __future__ import annotations

from typing import Final

from corpus.citation.locator import counted, unnumbered
from corpus.citation.quoting import Quotation, then_parenthesis
from corpus.citation.style import Reference, Style
from corpus.citation.work import in_quotes, is_whole, joined, unknown
from corpus.metadata import Metadata
from corpus.passage import Passage
from corpus.people import in_characters, short_names

# Their titles stand in italics in the reference list, so here in none of the marks plain text has.
_IN_ITALICS: Final = frozenset({"webpage", "post", "post-weblog", "thesis"})

_UNTITLED: Final = "[untitled]"
"""What stands for a title nobody gave. APA asks for a description here: that is the writer's to make."""


def refer(metadata: Metadata, passage: Passage) -> Reference:
    """The parenthesis: family names, year, and the paragraph, which APA lets one count.

    Without an author the title comes first; without a date stands "n.d.".
    """
    people = short_names(metadata.authors, "&")
    title = "" if people else _title(metadata)
    place = counted(passage, "para.", "paras.", "–")
    year = str(metadata.date.year) if metadata.date else "n.d."
    notes = unnumbered(passage) + unknown(metadata)
    if in_characters(metadata.authors):
        notes += ("APA asks for names in Latin letters",)
    return Reference(f"({joined((people or title, year, place), title)})", place, notes)


APA: Final = Style(
    "apa",
    "APA",
    "APA, 7th edition, in the text",
    Quotation(block_from=40, run_in=then_parenthesis),
    refer,
)


def _title(metadata: Metadata) -> str:
    if not metadata.title:
        return _UNTITLED
    bare = is_whole(metadata) or metadata.type in _IN_ITALICS
    return metadata.title if bare else in_quotes(metadata.title)
