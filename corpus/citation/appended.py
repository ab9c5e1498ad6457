"""The counted place of a passage, behind a citation that may not hold it."""

from __future__ import annotations

from dataclasses import replace

from corpus.citation.style import Citation
from corpus.passage import Passage


def with_place(citation: Citation, passage: Passage) -> Citation:
    """The citation with "[¶ 3]" behind it, outside it, where it has no locator and the place is known.

    What a style forbids stays out of the citation; the reader still finds the place again.
    """
    if citation.locator or passage.paragraphs is None:
        return citation
    first, last = passage.paragraphs
    place = f" [¶ {first}]" if first == last else f" [¶¶ {first}–{last}]"
    quotation = citation.quotation and citation.quotation._replace(stop=citation.quotation.stop + place)
    return replace(
        citation, quoted=citation.quoted + place, phrase=citation.phrase + place, quotation=quotation
    )
