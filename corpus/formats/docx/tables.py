"""Tables of a Word file: their rows and cells, and whether they hold data.

Source: ECMA-376 Part 1, § 17.4.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from corpus.formats.office.elements import child, is_on, local, value
from corpus.formats.table_text import MOST_CELL, MOST_PARAGRAPHS, SHORT_CELL

_AROUND: Final = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_MOST_COLUMNS: Final = 100


class TableCell(NamedTuple):
    """A cell, the columns that it spans, and whether it only goes on with the one above it."""

    element: Element
    columns: int
    goes_on: bool


class TableRow(NamedTuple):
    """A row, the columns left out before its first cell, its cells, and whether they name the columns."""

    element: Element
    before: int
    cells: list[TableCell]
    is_head: bool


def rows_of(table: Element) -> Iterator[TableRow]:
    """The rows of a table, in order."""
    for row in _inside(table, "tr"):
        cells = []
        for cell in _inside(row, "tc"):
            properties = child(cell, "tcPr")
            merged = child(properties, "vMerge")
            goes_on = merged is not None and value(merged) != "restart"
            cells.append(TableCell(cell, _figure(value(child(properties, "gridSpan")), 1), goes_on))
        properties = child(row, "trPr")
        before = _figure(value(child(properties, "gridBefore")), 0)
        yield TableRow(row, before, cells, is_on(child(properties, "tblHeader")))


def paragraphs_in(cell: Element) -> Iterator[Element]:
    """The paragraphs of a cell, in order."""
    return _inside(cell, "p")


def is_data(table: Element, is_passage: Callable[[Element], bool]) -> bool:
    """Whether a table holds data: short cells side by side, and no whole passages or tables in them.

    It is looked at up to the first thing that tells, so that tables in tables take no longer.
    """
    most = 0
    for row in rows_of(table):
        most = max(most, len(row.cells))
        for cell in row.cells:
            paragraphs = length = 0
            for one in cell.element.iter():
                name = local(one.tag)
                if name in ("tbl", "txbxContent"):
                    return False
                if name == "p":
                    said = sum(map(len, one.itertext()))
                    length += said
                    paragraphs += said > 0
                    if is_passage(one) and said:
                        return False
            if (paragraphs > MOST_PARAGRAPHS and length > SHORT_CELL) or length > MOST_CELL:
                return False
    return most > 1


def _inside(element: Element, name: str) -> Iterator[Element]:
    """The nearest elements with that name inside, in order; not recursive."""
    waiting = list(reversed(element))
    while waiting:
        one = waiting.pop()
        if local(one.tag) == name:
            yield one
        elif local(one.tag) in _AROUND:
            waiting.extend(reversed(one))


def _figure(said: str | None, otherwise: int) -> int:
    return min(int(said), _MOST_COLUMNS) if said and said.isdecimal() and len(said) < 6 else otherwise
