"""What is asked of an article that is read: by a page, by a passage, by what makes its outline."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

from corpus.blocks import Block, Blocks, Span
from corpus.labels import Labels
from corpus.metadata import Metadata

if TYPE_CHECKING:
    from corpus.editing import Edit


class Listed(NamedTuple):
    """An entry of the contents that an article brings with it: where it leads, and its level from 1."""

    start: int
    level: int
    title: str


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

    @property
    def labels(self) -> Labels:
        """The pages and numbers that the source prints."""
        ...

    @property
    def contents(self) -> tuple[Listed, ...]:
        """The outline that it brings with it."""
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
    def longest_number(self) -> int:
        """How many cells the longest number in the margin will have, most likely; never changes."""
        ...

    @property
    def prints_numbers(self) -> bool:
        """Whether the source prints numbers before its paragraphs: then those count, and no others."""
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

    def page_at(self, offset: int) -> str:
        """What the source prints as the number of the page that an offset stands on ("42"); "" unknown."""
        ...

    def page(self, label: str) -> int:
        """The offset at which the page with that number begins. Raises NoSuchPlace."""
        ...

    def mark_before(self, block: Block) -> str:
        """What the source prints right before a block as its number ("[12]", "¶ 12", "12."); else ""."""
        ...

    def mark_at(self, offset: int) -> str:
        """The mark of the paragraph that an offset belongs to; "" where none is printed for it.

        What follows a numbered paragraph belongs to it as far as the next heading; after the last
        number only what cannot stand alone, such as its list.
        """
        ...

    def marked(self, number: str) -> Block:
        """The first paragraph with that printed number ("12", "12A"), whole. Raises NoSuchPlace."""
        ...
