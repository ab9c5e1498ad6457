"""The article as Pincite reads it: clean text, and what stands where in it.

A place is a character offset in `Document.text`. Blocks (paragraphs, headings …) and inline spans
(emphasis, links …) are spans of such offsets; so is everything built on them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple, overload

from corpus.errors import NoSuchPlace
from corpus.metadata import Metadata


class Kind(IntEnum):
    """What a block is. Only paragraphs are counted."""

    PARAGRAPH = 0
    HEADING = 1
    ITEM = 2
    CODE = 3
    TABLE = 4
    NOTE = 5
    """Dateline, byline, editor's note: before the article, and not counted in it."""
    RULE = 6


class Inline(IntEnum):
    """How a run of words inside a block is marked."""

    EMPHASIS = 0
    STRONG = 1
    CODE = 2
    LINK = 3


class Span(NamedTuple):
    """Words marked inside a block: offsets [start, end), and for a link where it leads."""

    start: int
    end: int
    inline: Inline
    target: str = ""


class Block(NamedTuple):
    """A paragraph, a heading …: offsets [start, end) in the text.

    `level` is a heading's level (1 to 6) or a list item's depth (from 1); `quote` how many
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
        self._counted = array("L")
        count = 0
        for kind in kinds:
            count += kind == Kind.PARAGRAPH
            self._counted.append(count)

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
        kind = Kind(self._kinds[index])
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

    def columns(self) -> tuple[array[int], array[int], array[int], array[int], array[int], dict[int, str]]:
        """What `Blocks` is made of, in the order its constructor takes it."""
        return self._starts, self._ends, self._kinds, self._levels, self._quotes, self._markers


class Document(NamedTuple):
    """An article: its clean text, and the blocks and spans over it, in reading order.

    Blocks are parted by a blank line in the text (``\\n\\n``), the items of a tight list by ``\\n``.
    `format` is the name of the format it was read from ("text", "markdown", "html"); `encoding` the
    encoding its bytes were in; `digest` the SHA-256 of those bytes in hexadecimal.
    """

    text: str
    blocks: Blocks
    spans: tuple[Span, ...] = ()
    metadata: Metadata = Metadata()
    format: str = "text"
    encoding: str = "utf-8"
    digest: str = ""

    def block_at(self, offset: int) -> int:
        """The index of the block that holds `offset`, or of the last one before it (0 at the least)."""
        return max(0, bisect_right(self.blocks.starts, offset) - 1)

    def paragraph_at(self, offset: int) -> int | None:
        """The number of the paragraph that `offset` belongs to; None before the first.

        A list, a table, or code belongs to the paragraph before it; a heading or a note to none.
        """
        if not self.blocks or offset < self.blocks.starts[0]:
            return None
        index = self.block_at(offset)
        if self.blocks[index].kind in (Kind.HEADING, Kind.NOTE):
            return None
        return self.blocks.counted[index] or None

    @property
    def paragraph_count(self) -> int:
        """How many paragraphs are counted."""
        return self.blocks.counted[-1] if self.blocks else 0

    def paragraph(self, number: int) -> Block:
        """The paragraph with that number (from 1). Raises NoSuchPlace."""
        if not 1 <= number <= self.paragraph_count:
            raise NoSuchPlace(
                f"There is no paragraph {number}: this article has {self.paragraph_count or 'none'}."
            )
        return self.blocks[bisect_left(self.blocks.counted, number)]

    def spans_in(self, start: int, end: int) -> list[Span]:
        """The inline spans that touch [start, end), in reading order."""
        # Spans do not reach over a block, so none that begins before the block can touch it.
        first = bisect_left(self.spans, self.blocks.starts[self.block_at(start)], key=lambda span: span.start)
        last = bisect_left(self.spans, end, lo=first, key=lambda span: span.start)
        return [span for span in self.spans[first:last] if span.end > start]
