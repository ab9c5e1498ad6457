"""The articles of a library, and the paragraphs that engines other than ours are given of them."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.document import Document
from corpus.library import Library


def documents(library: Library) -> Iterator[tuple[int, Document]]:
    """Every article of a library, with its id."""
    for id in sorted(library.stamps()):
        yield id, library.document(id)


def spans(document: Document) -> tuple[tuple[int, int], ...]:
    """The blocks [start, end) of a document that have more than space in them."""
    text = document.text
    every = ((block.start, block.end) for block in document.blocks)
    return tuple((start, end) for start, end in every if text[start:end].strip())


def paragraphs(document: Document) -> list[str]:
    """The words of these."""
    return [document.text[start:end] for start, end in spans(document)]
