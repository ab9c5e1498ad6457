"""What a page is laid out by: blocks, or slabs of those that are too long, some at a time.

They are numbered within chunks, because how many come before a chunk may not be known.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from corpus.document import Document, Readable, Text

if TYPE_CHECKING:
    from corpus.large.document import LargeDocument

SLAB: Final = 16_384
"""The most characters that are laid out in one piece."""

_CHUNK: Final = 64
_NEAR: Final = 512
"""Characters at the end of a slab among which a place to cut it is looked for."""
_KEPT: Final = 32


class Chunk(NamedTuple):
    """The offsets at which the units of a chunk start and end; there may be none."""

    starts: array[int]
    ends: array[int]


class Units(Protocol):
    """The units of a document, in chunks numbered from 0."""

    @property
    def count(self) -> int:
        """How many chunks there are."""
        ...

    def chunk(self, number: int) -> Chunk:
        """The units of a chunk."""
        ...

    def at(self, offset: int) -> int:
        """The number of the chunk that an offset stands in."""
        ...

    def parted(self, number: int, unit: int) -> bool:
        """Whether a blank row follows a unit: not inside a block, nor in a tight list."""
        ...

    def likely_sizes(self) -> list[tuple[int, int]]:
        """How many characters each chunk has, and how many units, as far as can be told without it."""
        ...

    def forget(self, number: int) -> None:
        """Ask for the units of a chunk again: they are others now."""
        ...


def units_of(document: Readable) -> Units:
    """The units of a document."""
    if isinstance(document, Document):
        return _UnitsOfDocument(document)
    from corpus.large.document import LargeDocument

    assert isinstance(document, LargeDocument)
    return _UnitsOfLarge(document)


class _UnitsOfDocument:
    """So many blocks at a time."""

    def __init__(self, document: Document) -> None:
        blocks = document.blocks
        self._starts, self._ends = _cut(document.text, blocks.starts, blocks.ends)
        self.count = -(-len(self._starts) // _CHUNK)

    def chunk(self, number: int) -> Chunk:
        """So many blocks, or slabs of them."""
        part = slice(number * _CHUNK, (number + 1) * _CHUNK)
        return Chunk(self._starts[part], self._ends[part])

    def at(self, offset: int) -> int:
        """The number of the chunk that an offset stands in."""
        return max(0, bisect_right(self._starts, offset) - 1) // _CHUNK

    def parted(self, number: int, unit: int) -> bool:
        """Whether a blank row follows a unit."""
        index = number * _CHUNK + unit
        return index + 1 >= len(self._starts) or self._starts[index + 1] - self._ends[index] > 1

    def likely_sizes(self) -> list[tuple[int, int]]:
        """What each chunk has."""
        count = len(self._starts)
        borders = [(first, min(first + _CHUNK, count)) for first in range(0, count, _CHUNK)]
        return [(self._ends[end - 1] - self._starts[first], end - first) for first, end in borders]

    def forget(self, number: int) -> None:
        """Nothing is to be forgotten: a document does not change."""


class _UnitsOfLarge:
    """A stretch of the text at a time."""

    def __init__(self, document: LargeDocument) -> None:
        self._document = document
        self.count = document.stretches.count
        self._chunks: OrderedDict[int, Chunk] = OrderedDict()
        first = self.chunk(0)
        # Every stretch is taken to be like the first: to look at them all would be to read them all.
        share = (document.stretches.cut(self.count).offset / self.count) / document.stretches.room(0)
        self._likely = int((first.ends[-1] - first.starts[0]) * share), int(len(first.starts) * share) + 1

    def chunk(self, number: int) -> Chunk:
        """The blocks of a stretch, or slabs of them."""
        if number not in self._chunks:
            blocks = self._document.stretch(number).blocks
            text = self._document.stretch(number).text
            base = self._document.stretches.cut(number).offset
            starts, ends = _cut(text, blocks.starts, blocks.ends)
            self._chunks[number] = Chunk(
                array("L", (base + start for start in starts)), array("L", (base + end for end in ends))
            )
            if len(self._chunks) > _KEPT:
                self._chunks.popitem(last=False)
        else:
            self._chunks.move_to_end(number)
        return self._chunks[number]

    def at(self, offset: int) -> int:
        """The number of the stretch that an offset stands in."""
        return self._document.stretches.at(offset)

    def parted(self, number: int, unit: int) -> bool:
        """Whether a blank row follows a unit."""
        chunk = self.chunk(number)
        if unit + 1 < len(chunk.starts):
            return chunk.starts[unit + 1] - chunk.ends[unit] > 1
        return number + 1 >= self.count or self._document.stretches.gap(number + 1) == "\n\n"

    def likely_sizes(self) -> list[tuple[int, int]]:
        """Of every chunk, what the first one has."""
        return [self._likely] * self.count

    def forget(self, number: int) -> None:
        """Make a chunk anew when it is asked for."""
        self._chunks.pop(number, None)


def _cut(text: Text, starts: array[int], ends: array[int]) -> tuple[array[int], array[int]]:
    """The offsets at which units start and end: those of the blocks, long ones cut into slabs."""
    long = [index for index in range(len(starts)) if ends[index] - starts[index] > SLAB]
    if not long:
        return starts, ends
    cut_starts, cut_ends, done = array("L"), array("L"), 0
    for index in long:
        cut_starts.extend(starts[done:index])
        cut_ends.extend(ends[done:index])
        slabs: Iterable[tuple[int, int]] = list(_slabs(text, starts[index], ends[index]))
        cut_starts.extend(slab[0] for slab in slabs)
        cut_ends.extend(slab[1] for slab in slabs)
        done = index + 1
    cut_starts.extend(starts[done:])
    cut_ends.extend(ends[done:])
    return cut_starts, cut_ends


def _slabs(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > SLAB:
        # One character more, because what follows tells whether a line may begin with it.
        cut = _slab_length(text[start : start + SLAB + 1])
        yield start, start + cut
        start += cut
    yield start, end


def _slab_length(text: str) -> int:
    """Where to cut what is too long by one character: after a line, else where one may begin."""
    if line := text.rfind("\n", 1, SLAB) + 1:
        return line
    if text.isascii():
        return text.rfind(" ", 1, SLAB) + 1 or SLAB
    from tui import cells

    near = SLAB - _NEAR
    begins = cells.last_break(text[near:])
    return near + begins if begins else SLAB
