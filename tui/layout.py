"""Lines of a page: which words stand in which row, at a given measure. No Textual in it.

Only what is asked for is laid out. Heights are exact where the reader is and estimated elsewhere;
so a place on the page is a unit and a row in it, and its distance from the top is its shadow.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from itertools import accumulate
from typing import Final, NamedTuple

from corpus.document import Block, Kind, Readable
from tui import cells
from tui.block_rows import BlockRows, lead_of
from tui.rows import Row
from tui.sideways import shift_for
from tui.units import units_of

_AHEAD: Final = 12
"""Cells behind an offset that are to be seen with it."""
_KEPT: Final = 2_048
"""Units whose rows are kept."""


class Place(NamedTuple):
    """A row of the page: the chunk, the unit in it, and the row in that."""

    chunk: int
    unit: int
    row: int


class Layout:
    """The rows of a document at a measure, in cells. Raises nothing; an empty document has no rows."""

    def __init__(
        self,
        document: Readable,
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
        self._units = units_of(document)
        self._rows: OrderedDict[tuple[int, int], list[Row]] = OrderedDict()
        self._blocks: dict[tuple[int, int], Block] = {}
        sizes = self._units.likely_sizes()
        estimates = {size: self._estimate(*size) for size in set(sizes)}
        self._heights = [estimates[size] for size in sizes]
        self._exact: dict[int, list[int]] = {}
        self._block_rows = BlockRows(document, self.measure)
        self.sideways: dict[int, int] = {}
        """How many cells blocks that are wider than the page are moved left, by their starts."""
        self._sums: list[int] | None = None

    @property
    def height(self) -> int:
        """The rows of the whole page; an estimate where it was not yet laid out."""
        return self._above(self._units.count)

    def places(self) -> Iterator[Place]:
        """The first row of every unit, in order."""
        for chunk in range(self._units.count):
            for unit in range(len(self._units.chunk(chunk).starts)):
                yield Place(chunk, unit, 0)

    def rows(self, place: Place) -> list[Row]:
        """The rows of the unit that a place is in, with the blank one that follows it."""
        key = place[:2]
        if key in self._rows:
            self._rows.move_to_end(key)
            return self._rows[key]
        rows = list(self._lay_out(*key))
        self._rows[key] = rows
        if len(self._rows) > _KEPT:
            self._rows.popitem(last=False)
            self._blocks.clear()
        return rows

    def row(self, place: Place) -> Row:
        """The row at a place."""
        return self.rows(place)[place.row]

    def block(self, place: Place) -> Block:
        """The block that a place is in."""
        key = place[:2]
        if key not in self._blocks:
            self._blocks[key] = self.document.block_near(self._units.chunk(place.chunk).starts[place.unit])
        return self._blocks[key]

    def place_of(self, offset: int) -> Place:
        """The row that shows an offset of the text."""
        chunk = self._units.at(offset)
        unit = bisect_right(self._units.chunk(chunk).starts, offset) - 1
        place = Place(chunk, unit, 0)
        if unit < 0:
            place = self._before(place) or self.first()
        found = 0
        for number, row in enumerate(self.rows(place)):
            if row.runs and row.start <= offset:
                found = number
        return place._replace(row=found)

    def offset_of(self, place: Place) -> int:
        """The offset that a row begins with; of a blank row, the end of the words before it."""
        rows = self.rows(place)
        return rows[min(place.row, len(rows) - 1)].start

    def first(self) -> Place:
        """The first row of the page."""
        return self._after(Place(0, -1, 0)) or Place(0, 0, 0)

    def last_top(self, height: int) -> Place:
        """The topmost row of a view of so many rows that shows the end of the page."""
        end = self._before(Place(self._units.count, 0, 0)) or self.first()
        return self.moved(end._replace(row=len(self.rows(end)) - 1), 1 - height)

    def moved(self, place: Place, by: int) -> Place:
        """The row so many rows further down (or up), the first or last one at the ends."""
        row = place.row + by
        while row < 0:
            previous = self._before(place)
            if previous is None:
                return place._replace(row=0)
            place = previous
            row += len(self.rows(place))
        while row >= len(self.rows(place)):
            following = self._after(place)
            if following is None:
                return place._replace(row=len(self.rows(place)) - 1)
            row -= len(self.rows(place))
            place = following
        return place._replace(row=row)

    def visible(self, top: Place, height: int) -> list[Place]:
        """The rows of a view of so many rows, from its topmost; fewer at the end."""
        places: list[Place] = []
        at: Place | None = top
        while at is not None and len(places) < height:
            last = min(len(self.rows(at)), at.row + height - len(places))
            places.extend(at._replace(row=row) for row in range(at.row, last))
            at = self._after(at)
        return places

    def _after(self, place: Place) -> Place | None:
        """The first row of the next unit; None after the last."""
        chunk, unit = place.chunk, place.unit + 1
        while chunk < self._units.count:
            if unit < len(self._units.chunk(chunk).starts):
                return Place(chunk, unit, 0)
            chunk, unit = chunk + 1, 0
        return None

    def _before(self, place: Place) -> Place | None:
        """The first row of the unit before; None before the first."""
        chunk, unit = place.chunk, place.unit - 1
        while unit < 0:
            chunk -= 1
            if chunk < 0:
                return None
            unit = len(self._units.chunk(chunk).starts) - 1
        return Place(chunk, unit, 0)

    # Sideways ------------------------------------------------------------------------------------

    def shift(self, place: Place) -> int:
        """How many cells the block that a place is in is moved left."""
        return self.sideways.get(self.block(place).start, 0)

    def move_sideways(self, place: Place, shift: int) -> None:
        """Move the block that a place is in so many cells left."""
        self.sideways = {**self.sideways, self.block(place).start: shift}

    def bring(self, place: Place, offset: int) -> None:
        """Move the block that a place is in sideways, where that is needed to see an offset in it."""
        row = self.row(place)
        if not (row.wide > self.measure or self.sideways) or not row.runs:
            return
        run = next((run for run in row.runs if run.start <= offset <= run.end), row.runs[0])
        fixed = cells.width(row.lead)
        cell = run.cell - fixed + cells.width(self.document.text[run.start : max(run.start, offset)])
        before = self.shift(place)
        after = shift_for(cell, _AHEAD, before, self.measure - fixed)
        if after != before:
            self.move_sideways(place, after)

    # Heights -------------------------------------------------------------------------------------

    def distance(self, place: Place) -> int:
        """How many rows stand above a row; exact within the reader's surroundings."""
        inside = self._measured(place.chunk)[place.unit - 1] if place.unit else 0
        return self._above(place.chunk) + inside + place.row

    def at_distance(self, rows: int) -> Place:
        """The row with so many rows above it."""
        rows = max(0, rows)
        self._above(0)
        chunk = min(bisect_right(self._sums or [], rows), self._units.count - 1)
        exact = self._measured(chunk)
        rows -= self._above(chunk)
        if not exact:
            return self._before(Place(chunk, 0, 0)) or self.first()
        unit = min(bisect_right(exact, rows), len(exact) - 1)
        place = Place(chunk, unit, 0)
        row = rows - (exact[unit - 1] if unit else 0)
        return place._replace(row=max(0, min(row, len(self.rows(place)) - 1)))

    def prepare(self, place: Place) -> bool:
        """Measure a chunk next to a place before it is gone to; tells whether there was one to measure."""
        for chunk in (place.chunk, place.chunk + 1, place.chunk - 1):
            if 0 <= chunk < self._units.count and chunk not in self._exact:
                self._measured(chunk)
                return True
        return False

    def forget(self, first: int, last: int) -> None:
        """Lay out anew what stands between two offsets: it was read in another way now."""
        chunks = range(self._units.at(first), self._units.at(last) + 1)
        for chunk in chunks:
            self._units.forget(chunk)
            self._exact.pop(chunk, None)
        for key in [key for key in self._rows if key[0] in chunks]:
            del self._rows[key]
        self._blocks.clear()

    def _above(self, chunk: int) -> int:
        """The rows of all chunks before one."""
        if self._sums is None:
            self._sums = list(accumulate(self._heights))
        return self._sums[chunk - 1] if chunk else 0

    def _estimate(self, characters: int, units: int) -> int:
        return int(characters / (self.measure * 0.93)) + units * 3 // 2 + 1

    def _measured(self, chunk: int) -> list[int]:
        """The exact heights of a chunk's units, summed up; the estimate is put right."""
        if chunk not in self._exact:
            units = range(len(self._units.chunk(chunk).starts))
            self._exact[chunk] = list(accumulate(self._unit_height(Place(chunk, unit, 0)) for unit in units))
            self._heights[chunk] = self._exact[chunk][-1] if units else 0
            self._sums = None
        return self._exact[chunk]

    def _unit_height(self, place: Place) -> int:
        if place[:2] in self._rows or place == self.first():
            return len(self.rows(place))
        starts, ends = self._units.chunk(place.chunk)
        block = self.block(place)
        text = self.document.text[starts[place.unit] : ends[place.unit]]
        if block.kind in (Kind.CODE, Kind.TABLE, Kind.RULE) or "\n" in text:
            return len(self.rows(place))
        _, indent = lead_of(block, self.measure, first=True)
        lines = len(cells.wrap(text, max(4, self.measure - indent))) + 1
        return lines + self._units.parted(place.chunk, place.unit)

    # Rows ----------------------------------------------------------------------------------------

    def _lay_out(self, chunk: int, unit: int) -> Iterator[Row]:
        place = Place(chunk, unit, 0)
        first = place == self.first()
        if first:
            yield from self._opening
        start, end = self._units.chunk(chunk).starts[unit], self._units.chunk(chunk).ends[unit]
        block = self.block(place)
        yield from self._block_rows.of(block, start, end)
        if first:
            yield from (row._replace(start=end, end=end) for row in self._under_first)
        if self._units.parted(chunk, unit):
            yield Row(end, end)
