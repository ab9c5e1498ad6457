"""Reading a large plain text through, from its first stretch to its last, in little memory.

Headings are told by all of them together: so the lines that may be some are gathered first, and the
stretches are read after that.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from corpus.beginning import titled
from corpus.document import Blocks, Document, Kind, Listed, Text
from corpus.file_bytes import Bytes
from corpus.formats.paragraph_numbers import Numbering, numbering_of
from corpus.labels import Labels, Printed
from corpus.large.document import LargeDocument
from corpus.large.joining import JoinedBlocks, joined
from corpus.large.stretches import STRETCH, Stretches
from corpus.metadata import Metadata
from corpus.outline import Outline, outline_of
from corpus.outline.divisions import may_open
from corpus.outline.lines.candidate import Candidate
from corpus.outline.lines.headings import LineHeading, candidates_of, headings_among
from corpus.outline.lines.layout import Layout
from corpus.outline.run_in import LOOKED_AT

_LIKE: Final = 1_048_576 // STRETCH
"""Stretches whose lines tell how the text is laid out."""
_AROUND: Final = 12
"""Lines on either side of a stretch that are looked at for its headings."""


def read_through(data: Bytes, encoding: str) -> Document:
    """A large plain text as one document, with the offsets of a `LargeDocument`; it may have no blocks."""
    stretches = Stretches(data, encoding)
    reading = ReadingThrough(stretches, encoding)
    documents = list(reading.documents())
    return joined(stretches, documents, reading.metadata, encoding)


class ReadingThrough:
    """A large text that is read from end to end; afterwards its outline and metadata are known."""

    def __init__(self, stretches: Stretches, encoding: str) -> None:
        self._stretches = stretches
        self._headings = _headings(stretches)
        self._numbering: Numbering | None = None
        self._document = LargeDocument(
            stretches,
            encoding=encoding,
            make=self._read,
        )
        self._titles: dict[tuple[int, int], str] = {}
        self._opening: list[int] = []
        self._blocks = JoinedBlocks()
        self._numbers: list[tuple[int, str]] = []

    def _read(self, number: int) -> Document:
        """The next stretch, whose paragraphs may go on with the numbers of the one before."""
        document = self._stretches.document(number, self._headings[number], self._numbering)
        self._numbering = numbering_of(document, self._numbering)
        return document

    def documents(self) -> Iterator[Document]:
        """The stretches as documents whose offsets begin at 0, in order."""
        for number in range(self._stretches.count):
            document = self._document.stretch(number)
            base = self._stretches.cut(number).offset
            self._blocks.add(document.blocks, base)
            self._numbers += document.labels.numbers.shifted(base)
            starts, ends, kinds, *_ = document.blocks.columns()
            marked = set(document.labels.numbers.starts)
            for first, last, kind in zip(starts, ends, kinds, strict=True):
                if kind == Kind.HEADING:
                    self._titles[base + first, base + last] = document.text[first:last]
                elif kind == Kind.PARAGRAPH and (
                    first in marked or may_open(document.text[first : first + 3])
                ):
                    last = min(last, first + LOOKED_AT)
                    self._titles[base + first, base + last] = document.text[first:last]
                    self._opening.append(base + first)
            yield document

    @property
    def metadata(self) -> Metadata:
        """What is known of the text; after `documents`."""
        return self._document.recognised.filled_from(titled(self._structure(Metadata())))

    def outline(self) -> Outline:
        """The outline; after `documents`."""
        return outline_of(self._structure(self.metadata), self._opening)

    def _structure(self, metadata: Metadata) -> _Structure:
        text = _KnownTitles(self._titles, self._document.text)
        return _Structure(text, self._blocks.all(), metadata, Labels(numbers=Printed.of(self._numbers)))


def _headings(stretches: Stretches) -> list[list[LineHeading]]:
    """The headings of each stretch, their lines counted from its first."""
    like = Layout([line for number in range(min(_LIKE, stretches.count)) for line in stretches.lines(number)])
    candidates: list[Candidate] = []
    firsts: list[int] = []
    first, before = 0, list[str]()
    lines = stretches.lines(0)
    for number in range(stretches.count):
        after = stretches.lines(number + 1) if number + 1 < stretches.count else []
        # The piece after the last line end is where the next stretch begins.
        own = lines[:-1] if after else lines
        layout = Layout([*before, *own, *after[:_AROUND]], like)
        found = candidates_of(layout, len(before), len(before) + len(own))
        candidates += (one._replace(line=first + one.line - len(before)) for one in found)
        firsts.append(first)
        first += len(own)
        before, lines = own[-_AROUND:], after
    headings: list[list[LineHeading]] = [[] for _ in firsts]
    for heading in headings_among(candidates):
        number = bisect_right(firsts, heading.line) - 1
        headings[number].append(heading._replace(line=heading.line - firsts[number]))
        end = heading.line + heading.lines
        if number + 1 < len(firsts) and end > firsts[number + 1]:
            # The words of these lines stand in its title already: without one, they are passed over.
            headings[number + 1].append(LineHeading(0, end - firsts[number + 1], heading.level, ""))
    return headings


class _Structure(NamedTuple):
    text: Text
    blocks: Blocks
    metadata: Metadata
    labels: Labels
    contents: tuple[Listed, ...] = ()


class _KnownTitles:
    """The text of a large document, with the words of its headings and first words of articles at hand."""

    def __init__(self, titles: dict[tuple[int, int], str], text: Text) -> None:
        self._titles, self._text = titles, text

    def __len__(self) -> int:
        return len(self._text)

    def __getitem__(self, part: slice, /) -> str:
        return self._titles.get((part.start, part.stop)) or self._text[part]
