"""The MLA Handbook, 9th edition: the citation in the text."""

from __future__ import annotations

from typing import Final

from corpus.citation.phrase import phrase
from corpus.citation.quoting import Quotation
from corpus.citation.style import Cited, Reference, Style
from corpus.citation.work import in_quotes, is_whole, unknown
from corpus.metadata import Metadata
from corpus.people import short_names

_WITHHELD: Final = "no ¶ (MLA doesn’t count unnumbered paragraphs)"


def _cite(cited: Cited) -> Reference:
    """The parenthesis: family names, or the title in full where there is no author.

    MLA has paragraph numbers only where the source prints them, so a counted one is withheld. A
    work without a title is described, like a sentence and without marks.
    """
    people = short_names(cited.work.authors, "and")
    withheld = (_WITHHELD,) if cited.place.counted else cited.place.notes
    return Reference(phrase(f"({people or _title(cited.work)})"), "", withheld + unknown(cited.work))


def _title(metadata: Metadata) -> str:
    if not metadata.title:
        return "Untitled article"
    return metadata.title if is_whole(metadata) else in_quotes(metadata.title)


MLA: Final = Style(
    "mla",
    "MLA",
    "MLA, 9th edition, in the text",
    "text",
    # The handbook says more than four lines; sixty words fill about as many.
    Quotation("parenthesis", block_words=61),
    cite=_cite,
    short=_cite,
    entry=_cite,
)
