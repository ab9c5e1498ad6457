"""Lines of a page: which words stand in which row, at a given measure. No Textual in it.

Only what is asked for is laid out. Heights are exact where the reader is and estimated elsewhere;
so a place on the page is a pair (unit, row), and its distance from the top is its shadow. A unit is
a block, or a slab of one that is too long to lay out in one piece.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from corpus.document import Block, Document, Kind
from tui import cells
from tui.rows import Row, Run
from tui.table_layout import table_rows

_SLAB: Final = 16_384
_CHUNK: Final = 256
_KEPT: Final = 2_048


class Place(NamedTuple):
    """A row of the page: the unit, and the row in it."""

    unit: int
    row: int


class Layout:
    """The rows of a document at a measure, in cells. Raises nothing; an empty document has no rows."""

    def __init__(
        self,
        document: Document,
        measure: int,
        opening: tuple[Row, ...] = (),
        under_first: tuple[Row, ...] = (),
    ) -> None:
        """Lay `document` out.

        `opening` are rows that stand before its first words (title, byline), `under_first` rows right
        under its first block (the byline, where that block is the title).
        """
        self.document = document
        self.measure = max(4, measure)
        self._opening = opening
        self._under_first = under_first
        self._starts, self._ends = _units(document)
        self._rows: OrderedDict[int, list[Row]] = OrderedDict()
        self._chunks = self._estimates()
        self._exact: dict[int, list[int]] = {}
        self._sums: list[int] | None = None

    def __len__(self) -> int:
        """How many units there are."""
        return len(self._starts)

    @property
    def height(self) -> int:
        """The rows of the whole page; an estimate where it was not yet laid out."""
        return self._heights()[-1] if self._chunks else 0

    def rows(self, unit: int) -> list[Row]:
        """The rows of a unit, with the blank one that follows it."""
        if unit in self._rows:
            self._rows.move_to_end(unit)
            return self._rows[unit]
        rows = list(self._lay_out(unit))
        self._rows[unit] = rows
        if len(self._rows) > _KEPT:
            self._rows.popitem(last=False)
        return rows

    def block(self, unit: int) -> int:
        """The index of the block that a unit belongs to."""
        return self.document.block_at(self._starts[unit])

    def place_of(self, offset: int) -> Place:
        """The row that shows an offset of the text."""
        unit = max(0, bisect_right(self._starts, offset) - 1)
        found = 0
        for number, row in enumerate(self.rows(unit)):
            if row.runs and row.start <= offset:
                found = number
        return Place(unit, found)

    def offset_of(self, place: Place) -> int:
        """The offset that a row begins with; of a blank row, the end of the words before it."""
        rows = self.rows(place.unit)
        return rows[min(place.row, len(rows) - 1)].start

    def first(self) -> Place:
        """The first row of the page."""
        return Place(0, 0)

    def moved(self, place: Place, by: int) -> Place:
        """The row so many rows further down (or up), the first or last one at the ends."""
        unit, row = place.unit, place.row + by
        while row < 0 and unit > 0:
            unit -= 1
            row += len(self.rows(unit))
        while unit < len(self) - 1 and row >= len(self.rows(unit)):
            row -= len(self.rows(unit))
            unit += 1
        return Place(unit, max(0, min(row, len(self.rows(unit)) - 1)))

    def last_top(self, height: int) -> Place:
        """The topmost row of a view of so many rows that shows the end of the page."""
        end = len(self) - 1
        return self.moved(Place(end, len(self.rows(end)) - 1), 1 - height)

    def visible(self, top: Place, height: int) -> list[Place]:
        """The rows of a view of so many rows, from its topmost; fewer at the end."""
        places: list[Place] = []
        unit, row = top
        while len(places) < height and unit < len(self):
            count = len(self.rows(unit))
            places.extend(
                Place(unit, number) for number in range(row, min(count, row + height - len(places)))
            )
            unit, row = unit + 1, 0
        return places

    def distance(self, place: Place) -> int:
        """How many rows stand above a row; exact within the reader's surroundings."""
        chunk, inside = divmod(place.unit, _CHUNK)
        exact = self._measured(chunk)
        above = self._heights()[chunk - 1] if chunk else 0
        return above + (exact[inside - 1] if inside else 0) + place.row

    def at_distance(self, rows: int) -> Place:
        """The row with so many rows above it."""
        rows = max(0, rows)
        chunk = min(bisect_right(self._heights(), rows), len(self._chunks) - 1)
        self._measured(chunk)
        rows -= self._heights()[chunk - 1] if chunk else 0
        exact = self._exact[chunk]
        inside = min(bisect_right(exact, rows), len(exact) - 1)
        row = rows - (exact[inside - 1] if inside else 0)
        unit = chunk * _CHUNK + inside
        return Place(unit, max(0, min(row, len(self.rows(unit)) - 1)))

    def _heights(self) -> list[int]:
        if self._sums is None:
            self._sums = list(accumulate(self._chunks))
        return self._sums

    def _estimates(self) -> list[int]:
        estimates = []
        for first in range(0, len(self._starts), _CHUNK):
            last = min(first + _CHUNK, len(self._starts)) - 1
            characters = self._ends[last] - self._starts[first]
            estimates.append(int(characters / (self.measure * 0.93)) + (last - first + 1) * 3 // 2 + 1)
        return estimates

    def _measured(self, chunk: int) -> list[int]:
        """The exact heights of a chunk's units, summed up; the estimate is put right."""
        if chunk not in self._exact:
            first = chunk * _CHUNK
            units = range(first, min(first + _CHUNK, len(self)))
            self._exact[chunk] = list(accumulate(self._unit_height(unit) for unit in units))
            self._chunks[chunk] = self._exact[chunk][-1]
            self._sums = None
        return self._exact[chunk]

    def _unit_height(self, unit: int) -> int:
        if unit in self._rows or unit == 0:
            return len(self.rows(unit))
        block = self.document.blocks[self.block(unit)]
        text = self.document.text[self._starts[unit] : self._ends[unit]]
        if block.kind in (Kind.CODE, Kind.TABLE, Kind.RULE) or "\n" in text:
            return len(self.rows(unit))
        _, indent = _lead(block, first=True)
        return len(cells.wrap(text, max(4, self.measure - indent))) + 1 + self._gap(unit)

    def _gap(self, unit: int) -> int:
        """The blank rows after a unit: none inside a block, nor in a tight list."""
        following = self._starts[unit + 1] if unit + 1 < len(self) else self._ends[unit] + 2
        return 1 if following - self._ends[unit] > 1 else 0

    def _lay_out(self, unit: int) -> Iterator[Row]:
        if unit == 0:
            yield from self._opening
        start, end = self._starts[unit], self._ends[unit]
        block = self.document.blocks[self.block(unit)]
        if block.kind is Kind.RULE:
            yield Row(start, end, lead="─" * min(self.measure, 8), runs=(Run(0, start, end),))
        elif block.kind is Kind.TABLE:
            yield from table_rows(self.document.text, start, end, self.measure)
        else:
            yield from self._words(block, start, end)
        if unit == 0:
            yield from (row._replace(start=end, end=end) for row in self._under_first)
        for _ in range(self._gap(unit)):
            yield Row(end, end)

    def _words(self, block: Block, start: int, end: int) -> Iterator[Row]:
        text = self.document.text
        first = start == block.start
        if end < block.end and text[end - 1] == "\n":
            end -= 1  # a slab that was cut at a line's end begins no further line
        at = start
        while at <= end:
            stop = text.find("\n", at, end)
            stop = end if stop < 0 else stop
            lead, indent = _lead(block, first=first)
            line = text[at:stop]
            breaks = [0, *cells.wrap(line, max(4, self.measure - indent)), len(line)]
            for begin, finish in pairwise(breaks):
                words = line[begin:finish].rstrip()
                run = Run(indent, at + begin, at + begin + len(words))
                yield Row(at + begin, at + finish, lead, (run,))
                first = False
                lead, indent = _lead(block, first=False)
            at = stop + 1


def _lead(block: Block, *, first: bool) -> tuple[str, int]:
    """What stands before the words of a row (quotation bars, list signs), and its width in cells."""
    lead = "│ " * block.quote
    if block.kind is Kind.ITEM and block.level:
        lead += "  " * (block.level - 1)
        sign = f"{block.marker or ' '} "
        lead += sign if first else " " * cells.width(sign)
    elif block.kind is Kind.CODE:
        lead += "  "
    return lead, cells.width(lead)


def _units(document: Document) -> tuple[array[int], array[int]]:
    """The offsets at which units start and end: those of the blocks, long ones cut at a space."""
    starts, ends = document.blocks.starts, document.blocks.ends
    long = [index for index in range(len(starts)) if ends[index] - starts[index] > _SLAB]
    if not long:
        return starts, ends
    cut_starts, cut_ends, done = array("L"), array("L"), 0
    for index in long:
        cut_starts.extend(starts[done:index])
        cut_ends.extend(ends[done:index])
        slabs = list(_slabs(document.text, starts[index], ends[index]))
        cut_starts.extend(slab[0] for slab in slabs)
        cut_ends.extend(slab[1] for slab in slabs)
        done = index + 1
    cut_starts.extend(starts[done:])
    cut_ends.extend(ends[done:])
    return cut_starts, cut_ends


def _slabs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _SLAB:
        cut = max(text.rfind("\n", start + 1, start + _SLAB), text.rfind(" ", start + 1, start + _SLAB)) + 1
        cut = cut or start + _SLAB
        yield start, cut
        start = cut
    yield start, end
