"""The scroll bar: a plain thumb, and ticks where the hits are. No Textual in it."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from tui.looks import Piece


def bar_cells(size: int, rows: int, position: int, ticks: Iterable[float] = ()) -> list[Piece]:
    """The cells of a scroll bar, top down, of a view of `size` rows on a page of `rows`.

    `position` is how many rows stand above the view; `ticks` are shares of the page from 0 to 1.
    """
    if size <= 0:
        return []
    shown = thumb(size, rows, position)
    marked = {min(int(share * size), size - 1) for share in ticks}
    return [
        ("━" if y in marked else "█" if y in shown else " ", ("accent",) if y in marked else ("rule",))
        for y in range(size)
    ]


def thumb(size: int, rows: int, position: int) -> range:
    """The cells that the thumb of such a scroll bar takes: none where the page fits into the view."""
    if size <= 0 or rows <= size:
        return range(0)
    length = max(1, ceil(size * size / rows))
    first = min(size - length, round((size - length) * position / (rows - size)))
    return range(first, first + length)
