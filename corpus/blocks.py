"""What a document is made of: blocks, and words marked inside them, as spans of offsets in its text."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import accumulate
from typing import Final, NamedTuple, overload


class Kind(IntEnum):
    """What a block is. Only paragraphs are counted."""

    PARAGRAPH = 0
    HEADING = 1
    ITEM = 2
    CODE = 3
    TABLE = 4
    NOTE = 5
    """Dateline, byline, editor's note, references: before or behind the article, and not counted in it."""
    RULE = 6
    CONTINUATION = 7
    """The rest of a paragraph that is too long for one block: a part of it, and not counted again."""


# Looking a kind up by its value costs ten times as much, and every block that is asked for needs one.
_KINDS: Final = tuple(Kind)
_COUNTED: Final = bytes(number == Kind.PARAGRAPH for number in range(256))
"""For the number of each kind whether its blocks are counted (1 or 0)."""


class Inline(IntEnum):
    """How a run of words inside a block is marked."""

    EMPHASIS = 0
    STRONG = 1
    CODE = 2
    LINK = 3
    PICTURE = 4
    """The words that stand for a picture, in brackets; the target is where it lies."""
    FORMULA = 5
    """A formula as a line; the target is the TeX that it was written in."""


class Span(NamedTuple):
    """Words marked inside a block: offsets [start, end).

    The target of a link or a picture is where it leads, that of a formula is its TeX.

    A target that begins with "#" is a place in the same document: a name among its `anchors`.
    """

    start: int
    end: int
    inline: Inline
    target: str = ""


class Block(NamedTuple):
    """A paragraph, a heading …: offsets [start, end) in the text.

    `level` is a heading's level (1 to 6), a list item's depth (from 1), or how many of a table's first
    rows name its columns; `quote` how many
    quotations stand around it; `marker` what a list prints before an item ("•", "2."), which is
    not in the text; `number` the paragraph's number, None where the block is not counted.

    Inside a block ``\\n`` is a line break that the author wrote. A table's lines are its rows, its
    cells are parted by ``\\t``.
    """

    start: int
    end: int
    kind: Kind
    level: int
    quote: int
    marker: str
    number: int | None


class Blocks(Sequence[Block]):
    """The blocks of a document in reading order, kept in columns: a book may have a million."""

    __slots__ = ("_counted", "_ends", "_kinds", "_levels", "_markers", "_quotes", "_starts")

    def __init__(
        self,
        starts: array[int],
        ends: array[int],
        kinds: array[int],
        levels: array[int],
        quotes: array[int],
        markers: dict[int, str],
    ) -> None:
        """Take equally long columns; `markers` holds those that are not empty, by index."""
        self._starts, self._ends, self._kinds = starts, ends, kinds
        self._levels, self._quotes, self._markers = levels, quotes, markers
        self._counted = array("L", accumulate(kinds.tobytes().translate(_COUNTED)))

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> list[Block]: ...
    def __getitem__(self, index: int | slice) -> Block | list[Block]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        index = range(len(self))[index]
        kind = _KINDS[self._kinds[index]]
        return Block(
            self._starts[index],
            self._ends[index],
            kind,
            self._levels[index],
            self._quotes[index],
            self._markers.get(index, ""),
            self._counted[index] if kind is Kind.PARAGRAPH else None,
        )

    def __iter__(self) -> Iterator[Block]:
        return (self[i] for i in range(len(self)))

    @property
    def starts(self) -> array[int]:
        """The offset at which each block starts; not to be changed."""
        return self._starts

    @property
    def ends(self) -> array[int]:
        """The offset at which each block ends; not to be changed."""
        return self._ends

    @property
    def counted(self) -> array[int]:
        """For each block how many paragraphs have begun by then; not to be changed."""
        return self._counted

    def parted(self, index: int, first: int = 0) -> bool:
        """Whether a heading or a note is among the blocks from `first` to `index`, both included."""
        between = self._kinds[first : index + 1]
        return Kind.HEADING in between or Kind.NOTE in between

    def columns(self) -> tuple[array[int], array[int], array[int], array[int], array[int], dict[int, str]]:
        """What `Blocks` is made of, in the order its constructor takes it."""
        return self._starts, self._ends, self._kinds, self._levels, self._quotes, self._markers
