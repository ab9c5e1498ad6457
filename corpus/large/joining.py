"""One document of the stretches that a large plain text was read in."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from corpus.blocks import Blocks
from corpus.document import FILLER, Document
from corpus.labels import Labels, Printed
from corpus.large.stretches import Stretches
from corpus.metadata import Metadata


def padded(stretches: Stretches, number: int, document: Document) -> str:
    """The text of a stretch, what parts it from the next, and FILLER."""
    words = document.text + (stretches.gap(number + 1) if number + 1 < stretches.count else "")
    return words.ljust(stretches.room(number), FILLER)


def joined(
    stretches: Stretches, documents: Iterable[Document], metadata: Metadata, encoding: str
) -> Document:
    """One document of all stretches, each at its offset, with FILLER after it."""
    pieces: list[str] = []
    blocks = JoinedBlocks()
    pages: list[tuple[int, str]] = []
    numbers: list[tuple[int, str]] = []
    for number, document in enumerate(documents):
        base = stretches.cut(number).offset
        blocks.add(document.blocks, base)
        pages += document.labels.pages.shifted(base)
        numbers += document.labels.numbers.shifted(base)
        pieces.append(padded(stretches, number, document))
    labels = Labels(Printed.of(pages), Printed.of(numbers))
    text = "".join(pieces)
    return Document(text, blocks.all(), metadata=metadata, format="text", encoding=encoding, labels=labels)


class JoinedBlocks:
    """The blocks of several documents that become one."""

    def __init__(self) -> None:
        self._starts, self._ends = array("L"), array("L")
        self._kinds, self._levels, self._quotes = array("B"), array("B"), array("B")
        self._markers: dict[int, str] = {}

    def add(self, blocks: Blocks, base: int) -> None:
        """Append the blocks of a document that begins at the offset `base`."""
        starts, ends, kinds, levels, quotes, markers = blocks.columns()
        self._markers.update((len(self._starts) + index, marker) for index, marker in markers.items())
        self._starts.extend(base + start for start in starts)
        self._ends.extend(base + end for end in ends)
        self._kinds.extend(kinds)
        self._levels.extend(levels)
        self._quotes.extend(quotes)

    def all(self) -> Blocks:
        """The blocks so far."""
        return Blocks(self._starts, self._ends, self._kinds, self._levels, self._quotes, self._markers)
