"""A large plain text as the reader has it: any part is there at once, the count of paragraphs follows.

Each stretch is a document of its own whose offsets are shifted. Until the text was read through, a
stretch is read when it is asked for, and the numbers of its paragraphs are not known; afterwards it is
what the reading through has made of it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from corpus.beginning import titled
from corpus.document import Block, Document, Kind, Span, Text, no_such_paragraph
from corpus.draft import with_kinds
from corpus.errors import NoSuchPlace
from corpus.labels import Printed, bare, no_such_number, no_such_page
from corpus.large.stretches import Stretches
from corpus.large.text import SlicedText
from corpus.matter.back_matter import with_back_matter
from corpus.matter.preliminaries import recognise
from corpus.metadata import Metadata
from corpus.outline.section import Outline
from corpus.packed.document import unpack
from corpus.sidecars import Beside

if TYPE_CHECKING:
    from corpus.editing import Edit

_BACK: Final = 3
"""Stretches that a numbered paragraph may reach over."""
_KEPT: Final = 64
"""Stretches that are kept as documents; any other is made anew."""


class LargeDocument:
    """A large plain text, read in stretches; offsets are those that `corpus.large.joining` gives."""

    def __init__(
        self, stretches: Stretches, *, encoding: str, make: Callable[[int], Document] | None = None
    ) -> None:
        """Take the stretches and the name of the encoding; `make` reads one, if not `Stretches.document`."""
        self.stretches = stretches
        self.encoding = encoding
        self.format = "text"
        self._make = make or stretches.document
        self._documents: OrderedDict[int, Document] = OrderedDict()
        self._packed: list[bytes] = []
        self._before = array("L", [0])
        first = self.stretch(0)
        self.recognised = recognise(first).metadata
        """What the text says of itself before it begins."""
        self.metadata = self.recognised.filled_from(titled(first))
        """What is known of it; once it was read through, also whether its first heading is a title."""
        self.uncorrected: Metadata | None = None
        """What the source says of it, where the reader has corrected that."""
        self._edits: Mapping[str, Edit] = {}
        self._beside = Beside()
        self.outline: Outline | None = None
        """The outline of all of it, once it was read through."""
        self._prints = first.prints_numbers
        self._density = len(first.text) / stretches.room(0)
        share = max(1, first.paragraph_count) / stretches.cut(1).byte
        likely = max(first.paragraph_count, int(stretches.size * share))
        # Brackets stand around printed numbers.
        self._longest = len(str(likely)) + (2 if first.prints_numbers else 0)

    # Stretches -----------------------------------------------------------------------------------

    def stretch(self, number: int) -> Document:
        """A stretch as a document whose offsets begin at 0; it may have no blocks."""
        if number in self._documents:
            self._documents.move_to_end(number)
            return self._documents[number]
        if number < len(self._packed):
            document = unpack(self._packed[number])
        else:
            document = self._make(number)
            if number == 0:
                document = with_kinds(document, recognise(document).kinds)
            elif number == self.stretches.count - 1:
                document = with_back_matter(document, authors=self.recognised.authors, part=True)
        self._documents[number] = document
        if len(self._documents) > _KEPT:
            # The first is kept: where somebody cuts the file short meanwhile, there are still words to show.
            del self._documents[next(filter(None, self._documents))]
        return document

    def finish(self, outline: Outline, metadata: Metadata) -> None:
        """Take what is known when all of it was read through; what the reader has corrected stays so."""
        self.outline, self.metadata, self.uncorrected = outline, self._beside.above(metadata), None
        self.corrected(self._edits)

    def described(self, beside: Beside) -> LargeDocument:
        """Itself, with what the files beside it say."""
        self._beside, self.metadata = beside, beside.above(self.metadata)
        return self

    def corrected(self, edits: Mapping[str, Edit]) -> LargeDocument:
        """Itself, with these values above what its source says, in place of any that were there."""
        if edits or self.uncorrected is not None:
            from corpus.editing import applied  # not above: few articles are corrected

            said = self.uncorrected or self.metadata
            self._edits, self.metadata, self.uncorrected = (
                edits,
                applied(said, edits),
                said if edits else None,
            )
        return self

    def receive(self, packed: bytes, paragraphs: int) -> None:
        """Take the next stretch as it was read through.

        `paragraphs` is how many it has, `packed` what `corpus.packed.document` has made of it.
        """
        self._documents.pop(len(self._packed), None)
        self._packed.append(packed)
        self._before.append(self._before[-1] + paragraphs)

    @property
    def partial(self) -> bool:
        """Whether it is still being read through."""
        return len(self._packed) < self.stretches.count

    @property
    def stretches_read(self) -> int:
        """How many stretches were read through, from the first on."""
        return len(self._packed)

    # What is readable ----------------------------------------------------------------------------

    @property
    def text(self) -> Text:
        """The clean text, made from the stretches that a slice touches."""
        return SlicedText(self.stretches, self.stretch)

    @property
    def paragraph_count(self) -> int:
        """How many paragraphs were counted so far."""
        return self._before[-1]

    @property
    def longest_number(self) -> int:
        """How many cells the longest number in the margin will have, told by the beginning."""
        return self._longest

    @property
    def prints_numbers(self) -> bool:
        """Whether the source prints numbers before its paragraphs, told by the beginning."""
        return self._prints

    @property
    def counted_to(self) -> int:
        """The offset up to which paragraphs have their numbers."""
        return self.stretches.cut(len(self._packed)).offset

    def characters_from(self, offset: int) -> int:
        """About how many characters of the text stand after an offset, told by the first stretch."""
        return int((len(self.text) - offset) * self._density)

    def block_near(self, offset: int) -> Block:
        """The block that holds an offset, or the last one before it; the first one at the least."""
        block = self.block_before(offset + 1) or self.block_after(offset)
        if block is None:
            raise NoSuchPlace("There are no words in this article.")
        return block

    def block_before(self, offset: int) -> Block | None:
        """The last block that starts before an offset."""
        for number in range(self.stretches.at(max(0, offset - 1)), -1, -1):
            starts = self.stretch(number).blocks.starts
            if index := bisect_left(starts, offset - self.stretches.cut(number).offset):
                return self._shifted(number, index - 1)
        return None

    def block_after(self, offset: int) -> Block | None:
        """The first block that starts after an offset."""
        for number in range(self.stretches.at(offset), self.stretches.count):
            starts = self.stretch(number).blocks.starts
            index = bisect_right(starts, offset - self.stretches.cut(number).offset)
            if index < len(starts):
                return self._shifted(number, index)
        return None

    def paragraph_at(self, offset: int) -> int | None:
        """The number of the paragraph that an offset belongs to; None before the first, or if not known."""
        number = self.stretches.at(offset)
        if number >= len(self._packed):
            return None
        document = self.stretch(number)
        local = offset - self.stretches.cut(number).offset
        index = bisect_right(document.blocks.starts, local) - 1
        if index < 0:
            before = self.block_before(offset)
            return self.paragraph_at(before.start) if before else None
        if document.blocks[index].kind in (Kind.HEADING, Kind.NOTE):
            return None
        return self._before[number] + document.blocks.counted[index] or None

    def paragraph(self, number: int) -> Block:
        """The paragraph with that number (from 1), with its continuations. Raises NoSuchPlace."""
        if not 1 <= number <= self.paragraph_count:
            if self.partial and number > 0:
                raise NoSuchPlace(
                    f"Paragraph {number:,} was not reached yet: {self.paragraph_count:,} are read so far."
                )
            raise no_such_paragraph(number, self.paragraph_count)
        stretch = bisect_left(self._before, number) - 1
        local = number - self._before[stretch]
        return self._whole(self._shifted(stretch, bisect_left(self.stretch(stretch).blocks.counted, local)))

    def _whole(self, first: Block) -> Block:
        """A block with its continuations."""
        last = first
        while (following := self.block_after(last.start)) and following.kind is Kind.CONTINUATION:
            last = following
        return first._replace(end=last.end)

    def spans_in(self, _start: int, _end: int) -> list[Span]:
        """No inline spans: plain text has none."""
        return []

    # Labels are in each stretch: they are known where it is read, before all that stands ahead of it is.

    def page_at(self, offset: int) -> str:
        """The number of the page that an offset stands on, as printed; "" where it is not known."""
        number = self.stretches.at(offset)
        label = self.stretch(number).page_at(offset - self.stretches.cut(number).offset)
        if not label and number:
            # A page may begin in the stretch before: no page is as long as two.
            label = self.stretch(number - 1).page_at(self.stretches.room(number - 1))
        return label

    def page(self, label: str) -> int:
        """The offset at which the page with that number begins, as far as is read. Raises NoSuchPlace."""
        return self._labelled(label, lambda document: document.labels.pages, no_such_page)

    def mark_before(self, block: Block) -> str:
        """The number that the source prints right before a block; else ""."""
        number = self.stretches.at(block.start)
        return self.stretch(number).labels.numbers.at(block.start - self.stretches.cut(number).offset)

    def mark_at(self, offset: int) -> str:
        """The number printed for the paragraph that an offset belongs to; else ""."""
        number = self.stretches.at(offset)
        blocks = self.stretch(number).blocks
        index = bisect_right(blocks.starts, offset - self.stretches.cut(number).offset) - 1
        for back in range(number, max(-1, number - _BACK), -1):
            numbers, blocks = self.stretch(back).labels.numbers, self.stretch(back).blocks
            index = index if back == number else len(blocks) - 1
            more = back + 1 < self.stretches.count and self.stretch(back + 1).prints_numbers
            if index >= 0 and (mark := numbers.of_block(blocks, index, more=more)):
                return mark
            if numbers.before(blocks.starts[index] if index >= 0 else -1) or blocks.parted(index):
                break
        return ""

    def marked(self, number: str) -> Block:
        """The first paragraph with that printed number, as far as is read. Raises NoSuchPlace."""
        start = self._labelled(number, lambda document: document.labels.numbers, no_such_number)
        return self._whole(self.block_near(start))

    def _labelled(
        self,
        wanted: str,
        labels_of: Callable[[Document], Printed],
        fault: Callable[[str, tuple[str, ...]], str],
    ) -> int:
        known: tuple[str, ...] = ()
        for number in range(max(1, self.stretches_read)):
            labels = labels_of(self.stretch(number))
            start = labels.first(wanted)
            if start is not None:
                return self.stretches.cut(number).offset + start
            known = (
                (*known[:1], *labels.labels[:: max(1, len(labels.labels) - 1)]) if labels.labels else known
            )
        if self.partial and known:
            raise NoSuchPlace(f"{wanted} was not reached yet: the numbers are read up to {bare(known[-1])}.")
        raise NoSuchPlace(fault(wanted, known))

    def _shifted(self, number: int, index: int) -> Block:
        block = self.stretch(number).blocks[index]
        base = self.stretches.cut(number).offset
        counted = block.number
        if counted is not None:
            counted = self._before[number] + counted if number < len(self._packed) else None
        return block._replace(start=base + block.start, end=base + block.end, number=counted)
