"""The rows of a block, or of a slab of it: words wrapped, tables in columns, code as it is.

No Textual in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from corpus.document import Block, Kind, Readable
from tui import cells
from tui.rows import Row, Run

if TYPE_CHECKING:
    from tui.table_columns import Columns

_TELLING: Final = frozenset(("html", "epub", "mhtml", "mail"))
"""Formats whose tables tell which rows are heads."""
_SCROLLED: Final = 4
"""So many times the page a line of code may be wide; whoever wrote a longer one broke no lines at all."""


class BlockRows:
    """Lays out what stands in blocks, at a measure in cells."""

    def __init__(self, document: Readable, measure: int) -> None:
        self._document = document
        self._measure = measure
        self._columns: dict[int, Columns] = {}

    def of(self, block: Block, start: int, end: int) -> Iterator[Row]:
        """The rows of a block, or of the slab of it that stands between two offsets."""
        if block.kind is Kind.RULE:
            yield Row(start, end, lead="─" * min(self._measure, 8), runs=(Run(0, start, end),))
        elif block.kind is Kind.TABLE:
            yield from self._table(block, start, end)
        else:
            yield from self._words(block, start, end)

    def _table(self, block: Block, start: int, end: int) -> Iterator[Row]:
        """A table, or the slab of it that stands between two offsets: its columns are those of all of it."""
        from tui.table_columns import columns_of  # many a text has no table
        from tui.table_layout import table_rows

        if block.start not in self._columns:
            self._columns[block.start] = columns_of(self._document.text, block, self._measure)
        columns = self._columns[block.start]
        heads = self._heads(block) if start == block.start else 0
        wide = columns.total if columns.total > self._measure else 0
        text = self._document.text[start:end]
        if end < block.end:
            text = text.removesuffix("\n")  # as in `_words`
        yield from table_rows(text, start, columns, heads=heads, wide=wide)

    def _heads(self, block: Block) -> int:
        """How many rows of a table name its columns: the first, where its format cannot tell."""
        return block.level or (self._document.format not in _TELLING)

    def _words(self, block: Block, start: int, end: int) -> Iterator[Row]:
        text = self._document.text[start:end]
        first = start == block.start
        last = len(text)
        if end < block.end and text.endswith("\n"):
            last -= 1  # a slab that was cut at a line's end begins no further line
        at = 0
        while at <= last:
            stop = text.find("\n", at, last)
            stop = last if stop < 0 else stop
            lead, indent = lead_of(block, self._measure, first=first)
            line = text[at:stop]
            breaks = [0, *self._breaks(block, line, self._measure - indent), len(line)]
            for begin, finish in pairwise(breaks):
                words = line[begin:finish].rstrip()
                before = start + at
                run = Run(indent, before + begin, before + begin + len(words))
                wide = indent + cells.width(words) if block.kind is Kind.CODE else 0
                yield Row(before + begin, before + finish, lead, (run,), wide=wide)
                first = False
                lead, indent = lead_of(block, self._measure, first=False)
            at = stop + 1

    def _breaks(self, block: Block, line: str, room: int) -> list[int]:
        """Where a line is broken: code is not, because how it stands tells something; see `sideways`."""
        room = max(4, room)
        if block.kind is Kind.CODE and cells.width(line) <= room * _SCROLLED:
            return []
        return cells.wrap(line, room)


def lead_of(block: Block, measure: int, *, first: bool) -> tuple[str, int]:
    """What stands before the words of a row (quotation bars, list signs), and its width in cells.

    It takes no more than half of the measure, however deep a block is set in.
    """
    room = max(2, measure // 2)
    lead = "│ " * min(block.quote, (room - 2) // 2)
    if block.kind in (Kind.ITEM, Kind.NOTE) and block.level:
        lead += "  " * min(block.level - 1, (room - 2 - cells.width(lead)) // 2)
        sign = f"{cells.cut(block.marker, room - cells.width(lead) - 1) or ' '} "
        lead += sign if first else " " * cells.width(sign)
    elif block.kind is Kind.CODE:
        lead += "  "
    return lead, cells.width(lead)
