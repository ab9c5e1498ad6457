"""The numbers by which a reader calls paragraphs: those that the source prints, else those counted here."""

from __future__ import annotations

from corpus.document import Block, Readable
from corpus.errors import NoSuchPlace
from corpus.labels import STATUTES, bare

_SELF_EVIDENT = "[(［【（¶§"
"""What begins a mark that is known for a paragraph's number wherever it stands."""


def number_beside(document: Readable, block: Block) -> str:
    """What the margin shows beside a block: "[12]" as printed, or "12" as counted; "" for none."""
    if document.prints_numbers:
        return document.mark_before(block)
    return "" if block.number is None else str(block.number)


def number_at(document: Readable, offset: int) -> str:
    """What the paragraph of an offset is called in a line of words: "[12]", "¶ 12"; "" for none."""
    if document.prints_numbers:
        return called(document.mark_at(offset), document.metadata.type)
    number = document.paragraph_at(offset)
    return f"¶ {number}" if number else ""


def place_at(document: Readable, offset: int) -> list[str]:
    """Page and paragraph of an offset as a reader calls them: "p. 42", "[12]"; what is not known is ""."""
    page = document.page_at(offset)
    return [f"p. {page}" if page else "", number_at(document, offset)]


def called(mark: str, type: str = "") -> str:
    """A printed mark in a line of words, where "12." alone would be anything; `type` is the work's."""
    if not mark or mark[0] in _SELF_EVIDENT:
        return mark
    return f"{'§' if type in STATUTES else '¶'} {bare(mark)}"


def paragraph_called(document: Readable, number: str) -> Block:
    """The paragraph with the number that the margin shows, whole. Raises NoSuchPlace."""
    if document.prints_numbers:
        return document.marked(number)
    if not number.isdecimal():
        raise NoSuchPlace(f"Paragraphs are counted here: {number} is none, type a number such as 42.")
    return document.paragraph(int(number))
