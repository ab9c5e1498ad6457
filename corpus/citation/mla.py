"""The MLA Handbook, 9th edition: the citation in the text."""

from __future__ import annotations

from typing import Final

from corpus.citation.locator import unnumbered
from corpus.citation.quoting import Quotation, then_parenthesis
from corpus.citation.style import Reference, Style
from corpus.citation.work import in_quotes, is_whole, unknown
from corpus.metadata import Metadata
from corpus.passage import Passage
from corpus.people import short_names

_WITHHELD: Final = "no ¶ (MLA doesn’t count unnumbered paragraphs)"


def refer(metadata: Metadata, passage: Passage) -> Reference:
    """The parenthesis: family names, or the title in full where there is no author.

    MLA has paragraph numbers only where the source prints them, so a counted one is withheld. A
    work without a title is described, like a sentence and without marks.
    """
    people = short_names(metadata.authors, "and")
    withheld = (_WITHHELD,) if passage.paragraphs else unnumbered(passage)
    return Reference(f"({people or _title(metadata)})", "", withheld + unknown(metadata))


MLA: Final = Style(
    "mla",
    "MLA",
    "MLA, 9th edition, in the text",
    # The handbook says more than four lines; sixty words fill about as many.
    Quotation(block_from=61, run_in=then_parenthesis),
    refer,
)


def _title(metadata: Metadata) -> str:
    if not metadata.title:
        return "Untitled article"
    return metadata.title if is_whole(metadata) else in_quotes(metadata.title)
