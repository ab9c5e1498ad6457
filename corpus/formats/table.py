"""Tables of HTML: rows of cells where a table holds data, nothing where it only lays out a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from selectolax.lexbor import LexborNode

from corpus.formats.table_text import MOST_CELL, MOST_PARAGRAPHS, SHORT_CELL, Cell, Written, written
from corpus.formats.words import Words

_HEADINGS: Final = frozenset(("h1", "h2", "h3"))
_PASSAGES: Final = _HEADINGS.union("table ul ol blockquote pre figure".split())
_LEAST_HEADINGS: Final = 6
"""Cells of a table that are headings, one and all: fewer may be the heads of columns of prose."""


def is_data(table: LexborNode) -> bool:
    """Whether a table holds data: short cells side by side, and no whole passages or tables in them.

    It is looked at up to the first thing that tells, so that tables in tables take no longer.
    """
    cells, most, paragraphs, length, said, begins = 0, 0, 0, 0, 0, False
    filled = headings = in_cell = 0
    for node in table.traverse(include_text=True):
        tag = node.tag or ""
        if tag == "-text":
            words = node.text_content or ""
            length += len(words)
            bare = len(" ".join(words.split()))
            if bare and begins:
                paragraphs, begins = paragraphs + 1, False
            filled += bool(bare) and not said
            said += bare
            if length > 2 * MOST_CELL and bare > MOST_CELL:
                return False
            if paragraphs > MOST_PARAGRAPHS and said > SHORT_CELL:
                return False
        elif tag == "tr":
            cells = 0
        elif tag in ("td", "th"):
            cells, paragraphs, length, said, begins, in_cell = cells + 1, 0, 0, 0, False, 0
            most = max(most, cells)
        elif tag == "p":
            begins = True
        elif tag in _HEADINGS and not in_cell and _fills_its_cell(node):
            in_cell = 1
            headings += bool(node.text().strip())
        elif tag in _PASSAGES and node.mem_id != table.mem_id:
            return False
    # A word processor may set all of a table as headings; in the layout of a page there are few.
    return most >= 2 and (not headings or (headings == filled and headings >= _LEAST_HEADINGS))


def _fills_its_cell(node: LexborNode) -> bool:
    cell = node.parent
    return (
        cell is not None
        and cell.tag in ("td", "th")
        and "".join(cell.text().split()) == "".join(node.text().split())
    )


class Rows:
    """A table that is being read, cell by cell."""

    def __init__(self) -> None:
        self._rows: list[list[Cell]] = []

    def row(self) -> None:
        """A row begins."""
        self._rows.append([])

    def cell(self, words: Words, attributes: Mapping[str, str | None], *, is_head: bool) -> None:
        """A cell ends, with these words."""
        anchors = words.take_anchors()
        text, marks = words.take()
        columns, rows = _span(attributes, "colspan"), _span(attributes, "rowspan")
        if not self._rows:
            self._rows.append([])
        self._rows[-1].append(Cell(text.replace("\n", " "), marks, anchors, columns, rows, is_head))

    def written(self) -> Written:
        """The table as text."""
        return written(self._rows)


def _span(attributes: Mapping[str, str | None], name: str) -> int:
    written = (attributes.get(name) or "").strip()
    return max(1, int(written)) if written.isascii() and written.isdecimal() and len(written) < 6 else 1
