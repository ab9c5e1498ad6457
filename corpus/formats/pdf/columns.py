"""Columns: whether a strip without words parts a page, and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.formats.pdf.pieces import Line, Segment

_LEAST_ROWS: Final = 7
GUTTER: Final = 7.0
"""In points, how wide a strip without words between two columns is at least."""
_CROSSING: Final = 0.25
"""The share of a column's height at the most that may be crossed by what spans both columns."""
_FILLED: Final = 0.55
"""How much of its column a line of prose fills in the middle: the cells of a table fill less."""
_FULL: Final = 0.9
_LEAST_FULL: Final = 0.2
"""The share of a column's lines at the least that go from one edge of it to the other."""


def parts(segments: Sequence[Segment], gutter: float) -> bool:
    """Whether the gutter of other pages parts this one, too: one side may be listings, tables, a figure."""
    crossing = sum(segment.x0 < gutter - 2 and segment.x1 > gutter + 2 for segment in segments)
    sides = (
        [segment for segment in segments if segment.x1 <= gutter + 2],
        [segment for segment in segments if segment.x0 >= gutter - 2],
    )
    if not all(sides) or crossing > _CROSSING * len(segments):
        return False
    low, high = min(segment.x0 for segment in segments), max(segment.x1 for segment in segments)
    return any(
        len(side) >= _LEAST_ROWS and _is_prose(side, *edges)
        for side, edges in zip(sides, ((low, gutter), (gutter, high)), strict=True)
    )


def gutter_of(lines: Sequence[Line]) -> float | None:
    """Where the lines of a page have their gutter; None on a page of one column."""
    if not any(line.column for line in lines):
        return None
    low, high = min(line.x0 for line in lines), max(line.x1 for line in lines)
    middle = (low + high) / 2
    edge = max((line.x1 for line in lines if line.x1 <= middle), default=low)
    start = min((line.x0 for line in lines if line.x0 >= middle), default=high)
    return (edge + start) / 2


def gutter_in(segments: Sequence[Segment]) -> float | None:
    """Where a strip without words parts two columns of prose; None where there are none."""
    if len(segments) < 2 * _LEAST_ROWS:
        return None
    lefts = sorted(segment.x0 for segment in segments)
    low, high = lefts[0], max(segment.x1 for segment in segments)
    span = high - low
    # Columns begin where many lines do.
    begins = {round(segment.x0) for segment in segments if low + 0.25 * span < segment.x0 < low + 0.75 * span}
    best: tuple[float, float] | None = None
    for start in begins:
        right = [segment for segment in segments if segment.x0 >= start - 1.5]
        flush = [segment for segment in right if segment.x0 <= start + 1.5]
        if len(flush) < _LEAST_ROWS or (best and len(flush) <= best[0]):
            continue
        left = [segment for segment in segments if segment.x1 <= start - 2]
        crossing = [segment for segment in segments if segment.x0 < start - 1.5 and segment.x1 > start - 2]
        if len(left) < _LEAST_ROWS or len(crossing) > _CROSSING * len(segments):
            continue
        edge = max(segment.x1 for segment in left)
        if start - edge < GUTTER or not (_is_prose(left, low, edge) and _is_prose(right, start, high)):
            continue
        best = (len(flush), (start + edge) / 2)
    return best[1] if best else None


def _is_prose(side: Sequence[Segment], low: float, high: float) -> bool:
    widths = sorted(segment.x1 - segment.x0 for segment in side)
    if widths[len(widths) // 2] >= _FILLED * (high - low):
        return True
    # Among listings and lists there are fewer, but they go from edge to edge, as cells of a table do not.
    full = sum(width >= _FULL * (high - low) for width in widths)
    return full >= max(_LEAST_ROWS, _LEAST_FULL * len({round(segment.y) for segment in side}))
