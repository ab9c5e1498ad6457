"""Tables: columns as wide as the measure affords, words wrapped inside their cells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import Final

from tui import cells
from tui.rows import Row, Run

_BETWEEN: Final = 2
_NARROWEST: Final = 4
_MOST_ROWS_MEASURED: Final = 200

Cell = tuple[int, int]
"""Where a cell's words stand in the table's text, [start, end)."""


def table_rows(text: str, start: int, measure: int) -> Iterator[Row]:
    """Lay out a table whose text begins at the offset `start`: rows parted by line ends, cells by tabs.

    The first row is taken for its heads.
    """
    lines = list(_lines(text))
    widths = _column_widths(text, lines[:_MOST_ROWS_MEASURED], measure)
    for number, line in enumerate(lines):
        for row in _one_line(text, line, widths, role="" if number else "bold"):
            runs = tuple(run._replace(start=start + run.start, end=start + run.end) for run in row.runs)
            yield row._replace(start=start + row.start, end=start + row.end, runs=runs)


def _lines(text: str) -> Iterator[list[Cell]]:
    start = 0
    for line in text.split("\n"):
        row, at = [], start
        for cell in line.split("\t"):
            row.append((at, at + len(cell)))
            at += len(cell) + 1
        yield row
        start += len(line) + 1


def _column_widths(text: str, lines: list[list[Cell]], measure: int) -> list[int]:
    """Every column its natural width; what is too much is taken from the widest."""
    columns = zip_longest(*([cells.width(text[a:b]) for a, b in row] for row in lines), fillvalue=0)
    widths = [max(1, *column) for column in columns]
    room = measure - _BETWEEN * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _NARROWEST:
        widest = max(range(len(widths)), key=widths.__getitem__)
        second = sorted(widths)[-2] if len(widths) > 1 else _NARROWEST
        over = sum(widths) - room
        widths[widest] -= min(over, max(1, widths[widest] - max(second, _NARROWEST)))
    return widths


def _one_line(text: str, line: list[Cell], widths: list[int], *, role: str) -> Iterator[Row]:
    columns = []
    left = 0
    for (start, end), room in zip(line, widths, strict=False):
        words = text[start:end]
        breaks = [0, *cells.wrap(words, room), len(words)]
        columns.append(
            [Run(left, start + a, start + a + len(words[a:b].rstrip())) for a, b in pairwise(breaks)]
        )
        left += room + _BETWEEN
    for runs in zip_longest(*columns):
        shown = tuple(run for run in runs if run is not None)
        yield Row(min(run.start for run in shown), max(run.end for run in shown), "", shown, role)
