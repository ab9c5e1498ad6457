"""A manuscript as far as its quotations need it: paragraphs of words, and notes."""

from __future__ import annotations

from typing import Literal, NamedTuple

from corpus.manuscript.placed import Copy, Placed, Sign

ParagraphKind = Literal["prose", "heading", "block", "maybe", "note", "entry"]
"""What a paragraph is.

"block" is a quotation that is set off, "maybe" one that is told by its indentation alone; "entry" stands
in a list of works.
"""


class Paragraph(NamedTuple):
    """Words with the signs in them; `label` is that of a note.

    Of a quotation that is set off `citation` is what its markup gives as such, at `cited_at` (an offset in
    the manuscript).
    """

    words: Placed
    signs: tuple[Sign, ...] = ()
    kind: ParagraphKind = "prose"
    label: str = ""
    citation: str = ""
    cited_at: int = 0


class Slip(NamedTuple):
    """What is wrong at an offset of the manuscript, as a sentence."""

    origin: int
    sentence: str


class Reading(NamedTuple):
    """The paragraphs of a manuscript in its order, the notes among them."""

    paragraphs: list[Paragraph]
    slips: list[Slip]


def paragraph(
    copy: Copy,
    kind: ParagraphKind = "prose",
    *,
    label: str = "",
    citation: str = "",
    cited_at: int = 0,
) -> Paragraph:
    """The paragraph that was copied."""
    return Paragraph(copy.placed(), copy.ordered_signs(), kind, label, citation, cited_at)
