"""Tables: rows whose cells stand below one another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from corpus.formats.pdf.markers import marker_of
from corpus.formats.pdf.pieces import Line
from corpus.formats.pdf.profile import Profile
from corpus.sanitiser import clean_line

_NEAR: Final = 3.0
_LEAST_ROWS: Final = 2
_ROOM: Final = 3.2
_PROSE: Final = 25.0
_LONGEST_NUMBER: Final = 7
_LONGEST_CELL: Final = 3
"""Lines of a first cell, one above the other, before what stands there is no table any more."""


def table_at(lines: Sequence[Line], at: int, profile: Profile) -> int:
    """How many lines from `at` on are rows of one table; 0 for none."""
    if not _is_row(lines[at]):
        return 0
    columns = _begins(lines[at])
    rows, last = 1, at
    for index in range(at + 1, len(lines)):
        line, before = lines[index], lines[index - 1]
        if line.column != before.column or not 0 < before.y - line.y < _ROOM * profile.leading(line.size):
            break
        own = _begins(line)
        if _is_row(line) and _shared(own, columns):
            columns += [x for x in own if not _is_near(x, columns)]
            rows, last = rows + 1, index
        elif not (_are_under(own, columns) and line.x1 <= _edge(lines[at:index]) + _NEAR) or (
            len(own) == 1 and _is_near(own[0], columns[:1]) and index - last > _LONGEST_CELL
        ):
            break
    if rows < _LEAST_ROWS:
        return 0
    count = last - at + 1
    # What stands in the last row's other cells may go on below.
    for index in range(last + 1, len(lines)):
        line, before = lines[index], lines[index - 1]
        close = 0 < before.y - line.y < 1.25 * profile.leading(line.size)
        if not (close and line.column == before.column and line.x0 > columns[0] + _NEAR):
            break
        if not _is_near(line.x0, columns[1:]):
            break
        count += 1
    return count


def _is_row(line: Line) -> bool:
    if len(line.segments) < 2 or line.mono:
        return False
    # Nor are the numbers of a judgment's paragraphs, and the paragraphs, cells of a table.
    first, *_, last = line.segments
    number = marker_of(line) or (first.text.strip().isdecimal() and last.x1 - last.x0 > _PROSE * line.size)
    return not (number and len(line.segments) == 2 and len(first.text.strip()) < _LONGEST_NUMBER)


def _begins(line: Line) -> list[float]:
    return [segment.x0 for segment in line.segments]


def _is_near(x: float, columns: Sequence[float]) -> bool:
    return any(abs(x - column) <= _NEAR for column in columns)


def _are_under(own: Sequence[float], columns: Sequence[float]) -> bool:
    return all(_is_near(x, columns) for x in own)


def _shared(own: Sequence[float], columns: Sequence[float]) -> bool:
    return sum(_is_near(x, columns) for x in own) >= min(2, len(own))


def _edge(lines: Sequence[Line]) -> float:
    return max(line.x1 for line in lines)


def rows_of(lines: Sequence[Line], profile: Profile) -> list[list[str]]:
    """The cells of each row; a line that begins in no first column goes on with the row before it."""
    columns: list[float] = []
    for line in lines:
        columns += [x for x in _begins(line) if not _is_near(x, columns)]
    columns = _spread(columns, lines)
    apart = _row_distance(lines)
    rows: list[list[str]] = []
    before: Line | None = None
    for line in lines:
        cells = [""] * len(columns)
        for segment in line.segments:
            place = max((at for at, x in enumerate(columns) if x <= segment.x0 + _NEAR), default=0)
            cells[place] = f"{cells[place]} {clean_line(segment.text)}".strip()
        near = before is not None and before.y - line.y < min(apart, 1.3 * profile.leading(line.size)) - 0.5
        goes_on = (
            rows
            and not cells[0]
            and (before is not None and before.y - line.y < 1.3 * profile.leading(line.size))
        )
        if rows and (goes_on or (near and sum(map(bool, cells)) < len([cell for cell in rows[-1] if cell]))):
            rows[-1] = [f"{old} {new}".strip() for old, new in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
        before = line
    return rows


def _spread(columns: list[float], lines: Sequence[Line]) -> list[float]:
    """Where columns begin: what stands under the middle of a cell begins none."""
    times = {x: sum(_is_near(x, _begins(line)) for line in lines) for x in columns}
    kept = [x for x in sorted(columns) if times[x] > 1 or len(lines) < 4]
    return kept or sorted(columns)


def _row_distance(lines: Sequence[Line]) -> float:
    """From row to row, at the least."""
    distances = [a.y - b.y for a, b in pairwise(lines) if len(b.segments) > 1 and a.y > b.y]
    return min(distances, default=1e9)
