"""Tables: rows of cells in columns, words wrapped inside them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import Final

from tui import cells
from tui.rows import Row, Run
from tui.table_columns import BETWEEN, Columns

_RULE: Final = "─"

Cell = tuple[int, int]
"""Where a cell's words stand in the table's text, [start, end)."""


def table_rows(text: str, start: int, columns: Columns, *, heads: int, wide: int = 0) -> Iterator[Row]:
    """Lay out a table, or a part of one, whose text begins at the offset `start`.

    Its rows are parted by line ends, their cells by tabs; the first so many are its `heads`. `wide` is how
    many cells a row takes, where that is more than the page has.
    """
    for number, line in enumerate(_lines(text)):
        for row in _one_line(text, line, columns, role="bold" if number < heads else ""):
            runs = tuple(run._replace(start=start + run.start, end=start + run.end) for run in row.runs)
            yield row._replace(start=start + row.start, end=start + row.end, runs=runs, wide=wide)
        if number + 1 == heads and line[-1][1] < len(text):
            end = start + line[-1][1]
            rule = (" " * BETWEEN).join(_RULE * size for size in columns.widths)
            yield Row(end, end, rule, role="rule", wide=wide)


def _lines(text: str) -> Iterator[list[Cell]]:
    start = 0
    for line in text.split("\n"):
        row, at = [], start
        for cell in line.split("\t"):
            row.append((at, at + len(cell)))
            at += len(cell) + 1
        yield row
        start += len(line) + 1


def _one_line(text: str, line: list[Cell], columns: Columns, *, role: str) -> Iterator[Row]:
    laid = []
    left = 0
    widths = (*columns.widths, *[1] * (len(line) - len(columns.widths)))  # for cells of rows not measured
    numeric = (*columns.numeric, *[False] * (len(line) - len(columns.numeric)))
    for (start, end), room, right in zip(line, widths, numeric, strict=False):
        words = text[start:end]
        breaks = [0, *cells.wrap(words, room), len(words)]
        runs = []
        for first, last in pairwise(breaks):
            shown = words[first:last].rstrip()
            at = left + max(0, room - cells.width(shown)) if right else left
            runs.append(Run(at, start + first, start + first + len(shown)))
        laid.append(runs)
        left += room + BETWEEN
    for shown_together in zip_longest(*laid):
        runs_of_row = tuple(run for run in shown_together if run is not None)
        start, end = min(run.start for run in runs_of_row), max(run.end for run in runs_of_row)
        yield Row(start, end, "", runs_of_row, role)
