"""The strip above the outline: the whole text as one line, with its sections and its hits in their places.

No Textual in it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from corpus.find import Span
from corpus.outline import Outline
from tui.looks import Piece

_MARGIN: Final = 2
"""Cells of air on both sides: the words of entries begin and their numbers end there."""
_LEAST: Final = 4
"""Cells below which a strip tells nothing."""
_MANY: Final = 3
"""Hits from which on a cell has a heavy tick."""
_BEAD: Final = "▪"
"""Where the reader is."""
# By the ticks of a cell: none, one for few hits, a heavy one for many. The second half ends a section: half
# a cell of air parts it from the next.
_LINE: Final = ("─┴┸", "╴┘┚")
_HERE: Final = ("━┷┻", "╸┙┛")


class OutlineStrip:
    """The text from its first character to its last over so many cells, each the same share of it.

    Where a section begins, a cell begins: that moves it by half a cell at most, and what is left of, right
    of and in a section is so for the strip too.
    """

    def __init__(self, outline: Outline, length: int, width: int) -> None:
        """Divide a text of `length` characters, with that outline, over `width` cells and their margins."""
        self._width = width
        self._size = size = max(0, width - 2 * _MARGIN)
        if size < _LEAST or not length:
            self._size = size = 0
        borders = _borders(outline, size // 2)
        self._bounds = bounds = [0]
        """The offset at which each cell begins."""
        self._begins = [True]
        """Whether a section begins there."""
        for cell in range(1, size):
            border = _nearest(borders, cell, length, size)
            self._begins.append(border is not None)
            bounds.append(cell * length // size if border is None else border)

    def painted(self, offset: int, hits: Sequence[Span] = ()) -> list[Piece]:
        """The strip as a reader at `offset` sees it, with ticks for `hits`, which are in reading order."""
        if not self._size:
            return [(" " * self._width, ())]
        here = self.cell_of(offset)
        first, last = self._section(here)
        signs: list[Piece] = []
        for cell in range(self._size):
            count = self._count(cell, hits) if hits else 0
            within = first <= cell < last
            ends = cell + 1 < self._size and self._begins[cell + 1]
            sign = (_HERE if within else _LINE)[ends][min(count, 1) + (count >= _MANY)]
            look = ("accent",) if within or count else ("dim",)
            signs.append((_BEAD, ("accent",)) if cell == here else (sign, look))
        air = " " * _MARGIN
        runs = groupby(signs, lambda piece: piece[1])
        return [(air, ()), *(("".join(sign for sign, _ in run), look) for look, run in runs), (air, ())]

    def cell_of(self, offset: int) -> int:
        """The cell that an offset is in, from 0, without the margin."""
        return bisect_right(self._bounds, max(0, offset)) - 1

    def offset_at(self, x: int) -> int | None:
        """The offset at which the cell in a column begins; None where there is no strip."""
        return self._bounds[self._cell_under(x)] if self._size else None

    def hit_at(self, x: int, hits: Sequence[Span]) -> int | None:
        """Where the first hit begins in the cell in a column; None where none does."""
        if not self._size or not self._count(cell := self._cell_under(x), hits):
            return None
        return hits[bisect_left(hits, (self._bounds[cell],)) if cell else 0][0]

    def _cell_under(self, x: int) -> int:
        return max(0, min(x - _MARGIN, self._size - 1))

    def _count(self, cell: int, hits: Sequence[Span]) -> int:
        start = bisect_left(hits, (self._bounds[cell],)) if cell else 0
        if cell + 1 == self._size:
            return len(hits) - start
        return bisect_left(hits, (self._bounds[cell + 1],)) - start

    def _section(self, cell: int) -> tuple[int, int]:
        """The first cell of the section that a cell is in, and one past its last."""
        first = next(at for at in range(cell, -1, -1) if self._begins[at])
        last = next((at for at in range(cell + 1, self._size) if self._begins[at]), self._size)
        return first, last


def _borders(outline: Outline, most: int) -> list[int]:
    """Where sections begin and end: those of as many levels as have no more than `most` together.

    At least the highest level of which there is more than one.
    """
    starts: list[int] = []
    for level in range(1, outline.deepest + 1):
        some = [section for section in outline.sections if section.level <= level]
        if len(some) > most and len(starts) > 1:
            break
        starts = sorted({place for section in some for place in (section.start, section.end)})
        if len(some) > most and len(some) > 1:
            break
    return starts


def _nearest(borders: Sequence[int], cell: int, length: int, size: int) -> int | None:
    """Of the borders that are no further than half a cell from where a cell would begin, the nearest."""
    at = bisect_left(borders, cell * length / size)
    away = {border: border * size - cell * length for border in borders[max(0, at - 1) : at + 1]}
    near = [border for border, by in away.items() if -length <= 2 * by < length]
    return min(near, key=lambda border: abs(away[border]), default=None)
