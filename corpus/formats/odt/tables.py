"""Tables of an OpenDocument text: their rows and cells, and whether they hold data.

Source: Open Document Format 1.3, Part 3, § 9.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from corpus.formats.office.elements import local, value
from corpus.formats.table_text import MOST_CELL, MOST_PARAGRAPHS, SHORT_CELL

_CELLS: Final = frozenset(("table-cell", "covered-table-cell"))
_PASSAGES: Final = frozenset(("table", "list", "h", "text-box", "section"))
_GROUPS: Final = frozenset(("table-header-rows", "table-rows", "table-row-group"))
_MOST_REPEATED: Final = 100


class TableRow(NamedTuple):
    """The cells of a row, those among them that are covered by another, and whether they name the columns."""

    cells: list[Element]
    is_head: bool


def rows_of(table: Element) -> Iterator[TableRow]:
    """The rows of a table, in order."""
    waiting = [(one, False) for one in reversed(table)]
    while waiting:
        one, is_head = waiting.pop()
        name = local(one.tag)
        if name == "table-row":
            cells: list[Element] = []
            for cell in one:
                if local(cell.tag) in _CELLS:
                    cells += [cell] * _repeated(cell)
            yield TableRow(cells, is_head)
        elif name in _GROUPS:
            is_head = is_head or name == "table-header-rows"
            waiting.extend((inside, is_head) for inside in reversed(one))


def is_covered(cell: Element) -> bool:
    """Whether a cell is covered by one that spans several."""
    return local(cell.tag) == "covered-table-cell"


def is_data(table: Element) -> bool:
    """Whether a table holds data: short cells side by side, and no whole passages or tables in them.

    It is looked at up to the first thing that tells, so that tables in tables take no longer.
    """
    most = 0
    for row in rows_of(table):
        most = max(most, len(row.cells))
        for cell in row.cells:
            paragraphs = length = 0
            for one in cell.iter():
                name = local(one.tag)
                if name in _PASSAGES:
                    return False
                if name == "p":
                    said = sum(map(len, one.itertext()))
                    paragraphs += said > 0
                    length += said
            if (paragraphs > MOST_PARAGRAPHS and length > SHORT_CELL) or length > MOST_CELL:
                return False
    return most > 1


def _repeated(cell: Element) -> int:
    """How many times a cell stands there; one with words stands once."""
    said = value(cell, "number-columns-repeated") or "1"
    return min(_MOST_REPEATED, int(said)) if said.isdecimal() and len(said) < 6 and not len(cell) else 1
