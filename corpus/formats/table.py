"""Tables of HTML: rows of cells where a table holds data, nothing where it only lays out a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from selectolax.lexbor import LexborNode

from corpus.expression import expression
from corpus.formats.words import Marked, Words

_MOST_CELL: Final = 2_000
_NUMBER: Final = expression(r"[\[(]?\d{1,4}[\])]?\.?")
_PASSAGES: Final = frozenset("table h1 h2 h3 ul ol blockquote pre figure".split())
_SENTENCE: Final = 60
"""Characters that a paragraph beside its number has at the least."""
_COLUMNS: Final = 100
_ROWS: Final = 1_000
"""Columns and rows that one cell may span; and columns that are filled with nothing, in all."""


class Written(NamedTuple):
    """A table as it is written down: its rows are lines, its cells are parted by tabs."""

    text: str
    marks: list[Marked]
    anchors: list[tuple[int, str]]
    heads: int
    """How many of its first rows name the columns."""


class _Cell(NamedTuple):
    text: str
    marks: list[Marked]
    anchors: list[tuple[int, str]]
    is_head: bool
    columns: int
    rows: int


def is_data(table: LexborNode) -> bool:
    """Whether a table holds data: short cells side by side, and no whole passages or tables in them.

    It is looked at up to the first thing that tells, so that tables in tables take no longer.
    """
    cells, most, paragraphs, length = 0, 0, 0, 0
    for node in table.traverse(include_text=True):
        tag = node.tag or ""
        if tag == "-text":
            length += len(node.text_content or "")
            if length > 2 * _MOST_CELL and len((node.text_content or "").strip()) > _MOST_CELL:
                return False
        elif tag == "tr":
            cells = 0
        elif tag in ("td", "th"):
            cells, paragraphs, length = cells + 1, 0, 0
            most = max(most, cells)
        elif tag == "p":
            paragraphs += 1
            if paragraphs > 2:
                return False
        elif tag in _PASSAGES and node.mem_id != table.mem_id:
            return False
    return most >= 2


class Rows:
    """A table that is being read, cell by cell."""

    def __init__(self) -> None:
        self._rows: list[list[_Cell]] = []

    def row(self) -> None:
        """A row begins."""
        self._rows.append([])

    def cell(self, words: Words, attributes: Mapping[str, str | None], *, is_head: bool) -> None:
        """A cell ends, with these words."""
        anchors = words.take_anchors()
        text, marks = words.take()
        cell = _Cell(
            text.replace("\n", " "),
            marks,
            anchors,
            is_head,
            min(_span(attributes, "colspan"), _COLUMNS),
            min(_span(attributes, "rowspan"), _ROWS),
        )
        if not self._rows:
            self._rows.append([])
        self._rows[-1].append(cell)

    @property
    def numbered(self) -> bool:
        """Whether it only sets a paragraph's number beside it, as courts do."""
        if len(self._rows) != 1 or len(self._rows[0]) != 2:
            return False
        number, words = self._rows[0]
        return _NUMBER.fullmatch(number.text) is not None and len(words.text) > _SENTENCE

    def written(self) -> Written:
        """The table as text. A cell that spans several stands in the first of them, the rest are empty."""
        lines: list[str] = []
        marks: list[Marked] = []
        anchors: list[tuple[int, str]] = []
        heads = at = 0
        below: dict[int, int] = {}
        gap = " " if self.numbered else "\t"
        for row in self._rows:
            placed, below = _placed(row, below)
            if not any(cell and cell.text for cell in placed):
                anchors += [(at, name) for cell in row for _, name in cell.anchors]
                continue
            if len(lines) == heads and all(cell is None or cell.is_head for cell in placed):
                heads += 1
            pieces: list[str] = []
            for cell in placed:
                if cell:
                    marks += [(at + start, at + end, inline, to) for start, end, inline, to in cell.marks]
                    anchors += [(at + start, name) for start, name in cell.anchors]
                pieces.append(cell.text if cell else "")
                at += len(pieces[-1]) + 1
            lines.append(gap.join(pieces))
        return Written("\n".join(lines), marks, anchors, heads if heads < len(lines) else 0)


def _placed(row: list[_Cell], below: dict[int, int]) -> tuple[list[_Cell | None], dict[int, int]]:
    """The cells of a row in their columns, and how many rows below are taken in each column then."""
    placed: list[_Cell | None] = []
    after = {column: rows - 1 for column, rows in below.items() if rows > 1}

    def skip() -> None:
        while below.get(len(placed)) and len(placed) < _COLUMNS:
            placed.append(None)

    for index, cell in enumerate(row):
        skip()
        first = len(placed)
        placed.append(cell)
        if index < len(row) - 1 and first < _COLUMNS:
            placed.extend([None] * (cell.columns - 1))
        if cell.rows > 1 and first < _COLUMNS:
            after.update((column, cell.rows - 1) for column in range(first, first + cell.columns))
    return placed, after


def _span(attributes: Mapping[str, str | None], name: str) -> int:
    written = (attributes.get(name) or "").strip()
    return max(1, int(written)) if written.isascii() and written.isdecimal() and len(written) < 6 else 1
