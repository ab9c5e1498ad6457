"""The heads of a table that stay in view while its rows pass below them. No Textual in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from corpus.document import Kind
from tui.layout import Layout, Place


def heads_over(layout: Layout, visible: Sequence[Place], height: int) -> list[Place]:
    """The rows that are to be shown in place of as many at the top of a view of so many rows.

    They name the columns of the table that the topmost row is in, and are not all in view. There are none
    where a table has no heads, they would take more than a quarter of the view, or no row is left below them.
    """
    if not visible:
        return []
    block = layout.block(visible[0])
    if block.kind is not Kind.TABLE:
        return []
    heads = _heads_at(layout, layout.place_of(block.start))
    if not heads or heads[0] >= visible[0] or len(heads) > height // 4:
        return []
    of_table = takewhile(lambda place: layout.block(place) == block and not _is_blank(layout, place), visible)
    return heads if len(list(of_table)) > len(heads) else []


def _heads_at(layout: Layout, first: Place) -> list[Place]:
    """The rows from the first of a table to the line that is drawn under its heads; none without that."""
    rows = layout.rows(first)[first.row :]
    rule = next((number for number, row in enumerate(rows) if row.role == "rule"), -1)
    return [first._replace(row=first.row + number) for number in range(rule + 1)]


def _is_blank(layout: Layout, place: Place) -> bool:
    row = layout.row(place)
    return not row.runs and not row.lead
