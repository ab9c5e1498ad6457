"""The article as Pincite reads it: clean text, and what stands where in it.

A place is a character offset in `Document.text`. Blocks (paragraphs, headings …) and inline spans
(emphasis, links …) are spans of such offsets; so is everything built on them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, overload

from corpus.errors import NoSuchPlace
from corpus.metadata import Metadata

if TYPE_CHECKING:
    from corpus.editing import Edit

FILLER: Final = "\0"
"""Stands between blocks for what is not there; no clean text holds it. See `corpus.large`."""


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
    CONTINUATION = 7
    """The rest of a paragraph that is too long for one block: a part of it, and not counted again."""


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


class Text(Protocol):
    """The text of an article as far as a reader needs it: its length, and slices. A `str` is one."""

    def __len__(self) -> int: ...
    def __getitem__(self, part: slice, /) -> str: ...


class Structure(Protocol):
    """Of an article what its outline is made from: all of its blocks; the words may be fetched."""

    @property
    def text(self) -> Text:
        """The clean text."""
        ...

    @property
    def blocks(self) -> Blocks:
        """All the blocks."""
        ...

    @property
    def metadata(self) -> Metadata:
        """Who wrote it, when, and so on."""
        ...


class Readable(Protocol):
    """What a page shows and a passage is taken from: a document, or a large text that is read in parts.

    Blocks are found by offsets, because how many stand before one may not be known yet; then its
    number is not known either, and is None.
    """

    @property
    def text(self) -> Text:
        """The clean text."""
        ...

    @property
    def metadata(self) -> Metadata:
        """Who wrote it, when, and so on."""
        ...

    @property
    def uncorrected(self) -> Metadata | None:
        """What the source says of it, where the reader has corrected that; else None."""
        ...

    def corrected(self, edits: Mapping[str, Edit]) -> Readable:
        """The same with these values above what its source says, in place of any that were there."""
        ...

    @property
    def format(self) -> str:
        """The name of the format it was read from."""
        ...

    @property
    def paragraph_count(self) -> int:
        """How many paragraphs are counted, as far as is known."""
        ...

    @property
    def largest_number(self) -> int:
        """What the number of its last paragraph will be, at the most likely; never changes."""
        ...

    @property
    def counted_to(self) -> int:
        """The offset up to which paragraphs have their numbers."""
        ...

    def characters_from(self, offset: int) -> int:
        """About how many characters of the text stand after an offset, FILLER left out."""
        ...

    def block_near(self, offset: int) -> Block:
        """The block that holds an offset, or the last one before it; the first one at the least."""
        ...

    def block_before(self, offset: int) -> Block | None:
        """The last block that starts before an offset."""
        ...

    def block_after(self, offset: int) -> Block | None:
        """The first block that starts after an offset."""
        ...

    def paragraph_at(self, offset: int) -> int | None:
        """The number of the paragraph that an offset belongs to; None before the first."""
        ...

    def paragraph(self, number: int) -> Block:
        """The paragraph with that number (from 1), whole. Raises NoSuchPlace."""
        ...

    def spans_in(self, start: int, end: int) -> list[Span]:
        """The inline spans that touch [start, end), in reading order."""
        ...


class Document(NamedTuple):
    """An article: its clean text, and the blocks and spans over it, in reading order.

    Blocks are parted by a blank line in the text (``\\n\\n``), the items of a tight list by ``\\n``;
    in a large text FILLER may follow.
    `format` is the name of the format it was read from ("text", "markdown", "html"); `encoding` the
    encoding its bytes were in; `digest` the SHA-256 of those bytes in hexadecimal. Where the reader has
    corrected `metadata`, `uncorrected` is what the source says.
    """

    text: str
    blocks: Blocks
    spans: tuple[Span, ...] = ()
    metadata: Metadata = Metadata()
    format: str = "text"
    encoding: str = "utf-8"
    digest: str = ""
    uncorrected: Metadata | None = None

    def corrected(self, edits: Mapping[str, Edit]) -> Document:
        """The document with these values above what its source says, in place of any that were there."""
        if not edits and self.uncorrected is None:
            return self
        from corpus.editing import applied  # not above: few articles are corrected

        said = self.uncorrected or self.metadata
        return self._replace(metadata=applied(said, edits), uncorrected=said if edits else None)

    def block_at(self, offset: int) -> int:
        """The index of the block that holds `offset`, or of the last one before it (0 at the least)."""
        return max(0, bisect_right(self.blocks.starts, offset) - 1)

    def characters_from(self, offset: int) -> int:
        """How many characters of the text stand after `offset`."""
        return len(self.text) - offset

    def block_near(self, offset: int) -> Block:
        """The block that holds `offset`, or the last one before it; the first one at the least."""
        return self.blocks[self.block_at(offset)]

    def block_before(self, offset: int) -> Block | None:
        """The last block that starts before `offset`."""
        index = bisect_left(self.blocks.starts, offset) - 1
        return self.blocks[index] if index >= 0 else None

    def block_after(self, offset: int) -> Block | None:
        """The first block that starts after `offset`."""
        index = bisect_right(self.blocks.starts, offset)
        return self.blocks[index] if index < len(self.blocks) else None

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

    @property
    def largest_number(self) -> int:
        """The number of the last paragraph."""
        return self.paragraph_count

    @property
    def counted_to(self) -> int:
        """The offset up to which paragraphs have their numbers: the end."""
        return len(self.text)

    def paragraph(self, number: int) -> Block:
        """The paragraph with that number (from 1), with its continuations. Raises NoSuchPlace."""
        if not 1 <= number <= self.paragraph_count:
            raise no_such_paragraph(number, self.paragraph_count)
        index = bisect_left(self.blocks.counted, number)
        first = last = self.blocks[index]
        while index + 1 < len(self.blocks) and self.blocks[index + 1].kind is Kind.CONTINUATION:
            index += 1
            last = self.blocks[index]
        return first._replace(end=last.end)

    def spans_in(self, start: int, end: int) -> list[Span]:
        """The inline spans that touch [start, end), in reading order."""
        # Spans do not reach over a block, so none that begins before the block can touch it.
        first = bisect_left(self.spans, self.blocks.starts[self.block_at(start)], key=lambda span: span.start)
        last = bisect_left(self.spans, end, lo=first, key=lambda span: span.start)
        return [span for span in self.spans[first:last] if span.end > start]


def no_such_paragraph(number: int, count: int) -> NoSuchPlace:
    """The error that a number which no paragraph has leads to."""
    return NoSuchPlace(f"There is no paragraph {number}: this article has {count or 'none'}.")
