"""The counted place of a passage, behind a citation that may not hold it."""

from __future__ import annotations

from dataclasses import replace

from corpus.citation.style import Citation
from corpus.passages.passage import Passage


def with_place(citation: Citation, passage: Passage) -> Citation:
    """The citation with "[¶ 3]" behind it, outside it, where it has no locator and the place is known.

    What a style forbids stays out of the citation; the reader still finds the place again.
    """
    if citation.locator or passage.paragraphs is None:
        return citation
    place = in_brackets(passage.paragraphs)
    quotation = citation.quotation and citation.quotation._replace(stop=citation.quotation.stop + place)
    return replace(
        citation, quoted=citation.quoted + place, phrase=citation.phrase + place, quotation=quotation
    )


def in_brackets(paragraphs: tuple[int, int]) -> str:
    """The first and the last counted paragraph, as they stand behind a citation: " [¶ 3]", " [¶¶ 3–4]"."""
    first, last = paragraphs
    return f" [¶ {first}]" if first == last else f" [¶¶ {first}–{last}]"
