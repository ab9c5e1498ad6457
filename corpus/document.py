"""The article as Pincite reads it: clean text, and what stands where in it.

A place is a character offset in `Document.text`. Blocks (paragraphs, headings …) and inline spans
(emphasis, links …) are spans of such offsets; so is everything built on them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.blocks import Block, Blocks, Inline, Kind, Span
from corpus.errors import NoSuchPlace
from corpus.labels import Labels
from corpus.metadata import Metadata
from corpus.readable import Listed, Readable, Structure, Text

if TYPE_CHECKING:
    from corpus.editing import Edit

__all__ = [
    "FILLER",
    "Block",
    "Blocks",
    "Document",
    "Inline",
    "Kind",
    "Labels",
    "Listed",
    "Readable",
    "Span",
    "Structure",
    "Text",
    "no_such_paragraph",
]

FILLER: Final = "\0"
"""Stands between blocks for what is not there; no clean text holds it. See `corpus.large.document`."""


class Document(NamedTuple):
    """An article: its clean text, and the blocks and spans over it, in reading order.

    Blocks are parted by a blank line in the text (``\\n\\n``), the items of a tight list by ``\\n``;
    in a large text FILLER may follow.
    `format` is the name of the format it was read from ("text", "markdown", "html"); `encoding` the
    encoding its bytes were in; `digest` the SHA-256 of those bytes in hexadecimal. `labels` are the
    pages and the numbers of paragraphs that the source prints; they do not stand in the text. Where the
    reader has corrected `metadata`, `uncorrected` is what the source says. `permalink` is the sign that the
    page has behind its headings and captions, and that does not stand in the text ("¶"); "" for none.
    `anchors` are the places that links can lead to, by their names. `contents` is the outline that a book or
    a PDF brings with it, in reading order: what stands there is an entry, be it a heading or not. `fault`
    is a sentence that says what of the article could not be read; "" where all of it was. `left_out` tells
    that a web page has more than its article: navigation, which is not here.
    """

    text: str
    blocks: Blocks
    spans: tuple[Span, ...] = ()
    metadata: Metadata = Metadata()
    format: str = "text"
    encoding: str = "utf-8"
    digest: str = ""
    labels: Labels = Labels()
    uncorrected: Metadata | None = None
    permalink: str = ""
    anchors: Mapping[str, int] = MappingProxyType({})
    contents: tuple[Listed, ...] = ()
    fault: str = ""
    left_out: bool = False

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
    def longest_number(self) -> int:
        """How many cells the longest number in the margin has."""
        return self.labels.numbers.longest or len(str(self.paragraph_count))

    @property
    def prints_numbers(self) -> bool:
        """Whether the source prints numbers before its paragraphs."""
        return bool(self.labels.numbers.starts)

    @property
    def counted_to(self) -> int:
        """The offset up to which paragraphs have their numbers: the end."""
        return len(self.text)

    def paragraph(self, number: int) -> Block:
        """The paragraph with that number (from 1), with its continuations. Raises NoSuchPlace."""
        if not 1 <= number <= self.paragraph_count:
            raise no_such_paragraph(number, self.paragraph_count)
        return self._whole(bisect_left(self.blocks.counted, number))

    def _whole(self, index: int) -> Block:
        """A block with its continuations."""
        first = last = self.blocks[index]
        while index + 1 < len(self.blocks) and self.blocks[index + 1].kind is Kind.CONTINUATION:
            index += 1
            last = self.blocks[index]
        return first._replace(end=last.end)

    def page_at(self, offset: int) -> str:
        """The number of the page that `offset` stands on, as printed; "" where it is not known."""
        return self.labels.pages.before(offset)

    def page(self, label: str) -> int:
        """The offset at which the page with that number begins. Raises NoSuchPlace."""
        return self.labels.pages.start_of_page(label)

    def mark_before(self, block: Block) -> str:
        """The number that the source prints right before a block; else ""."""
        return self.labels.numbers.at(block.start)

    def mark_at(self, offset: int) -> str:
        """The number printed for the paragraph that `offset` belongs to; else ""."""
        if not self.prints_numbers:
            return ""
        index = self.block_at(offset)
        return self.labels.numbers.of_block(self.blocks, index)

    def marked(self, number: str) -> Block:
        """The first paragraph with that printed number, with its continuations. Raises NoSuchPlace."""
        return self._whole(self.block_at(self.labels.numbers.start_of(number)))

    def spans_in(self, start: int, end: int) -> list[Span]:
        """The inline spans that touch [start, end), in reading order."""
        # Spans do not reach over a block, so none that begins before the block can touch it.
        first = bisect_left(self.spans, self.blocks.starts[self.block_at(start)], key=lambda span: span.start)
        last = bisect_left(self.spans, end, lo=first, key=lambda span: span.start)
        return [span for span in self.spans[first:last] if span.end > start]


def no_such_paragraph(number: int, count: int) -> NoSuchPlace:
    """The error that a number which no paragraph has leads to."""
    return NoSuchPlace(f"There is no paragraph {number}: this article has {count or 'none'}.")
