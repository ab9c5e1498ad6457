"""What small PDFs tell, and what is read of them."""

from __future__ import annotations

import random

from corpus.document import Document, Kind
from corpus.opening import open_bytes
from tests.pdf_writing import Sheet, Words, pdf, width

PROSE = (
    "The court held that the notice was given in time because the parties had agreed to count from the day"
    " on which the goods were handed over and not from the day on which the letter was written or sent."
)
MORE = "It follows that the appeal must be allowed and that the order of the judge below cannot stand at all."


def story(seed: int, count: int) -> list[str]:
    """So many paragraphs, none like another: what pages have in common is taken for what frames them."""
    chance = random.Random(seed)
    return [
        " ".join(chance.choices(f"{PROSE} {MORE}".lower().replace(".", "").split(), k=45)).capitalize() + "."
        for _ in range(count)
    ]


def read(sheets: list[Sheet], **more: object) -> Document:
    return open_bytes(pdf(sheets, **more), "book.pdf")  # type: ignore[arg-type]


def texts(document: Document, *kinds: Kind) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind in kinds]


def middle(y: float, text: str, size: float = 10, font: str = "", over: float = 306) -> Words:
    """A text in the middle of the page."""
    return Words(over - width(text, size, font) / 2, y, text, size, font)
