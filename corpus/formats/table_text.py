"""A table with data as text: its rows are lines, its cells are parted by tabs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.formats.words import Marked

MOST_CELL: Final = 2_000
MOST_PARAGRAPHS: Final = 2
SHORT_CELL: Final = 200
"""Characters and paragraphs that a cell of a table with data has at the most; of a short one all paragraphs
are lines of it: an address, names one below the other."""

_NUMBER: Final = expression(r"[\[(]?\d{1,4}[\])]?\.?")
_SENTENCE: Final = 60
"""Characters that a paragraph beside its number has at the least."""
_COLUMNS: Final = 100
_ROWS: Final = 1_000
"""Columns and rows that one cell may span; and columns that are filled with nothing, in all."""


class Cell(NamedTuple):
    """The words of a cell, the marks and the names of places in it, and the columns and rows that it spans.

    One that `is_head` names what stands in its column.
    """

    text: str = ""
    marks: Sequence[Marked] = ()
    anchors: Sequence[tuple[int, str]] = ()
    columns: int = 1
    rows: int = 1
    is_head: bool = False


class Written(NamedTuple):
    """A table as it is written down.

    `heads` is how many of its first rows name the columns. One that `is_numbered` is a paragraph's number
    and its words beside it, as courts set them.
    """

    text: str
    marks: list[Marked]
    anchors: list[tuple[int, str]]
    heads: int
    is_numbered: bool


def written(rows: Sequence[Sequence[Cell]]) -> Written:
    """The rows as text. A cell that spans several stands in the first of them, the rest are empty."""
    lines: list[str] = []
    marks: list[Marked] = []
    anchors: list[tuple[int, str]] = []
    heads = at = 0
    below: dict[int, int] = {}
    numbered = _is_numbered(rows)
    gap = " " if numbered else "\t"
    for row in rows:
        placed, below = ([*row], below) if numbered else _placed(row, below)
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
    return Written("\n".join(lines), marks, anchors, heads if heads < len(lines) else 0, numbered)


def _is_numbered(rows: Sequence[Sequence[Cell]]) -> bool:
    said = [row for row in rows if any(cell.text for cell in row)]
    if len(said) != 1 or len(said[0]) != 2:
        return False
    number, words = said[0]
    return _NUMBER.fullmatch(number.text) is not None and len(words.text) > _SENTENCE


def _placed(row: Sequence[Cell], below: dict[int, int]) -> tuple[list[Cell | None], dict[int, int]]:
    """The cells of a row in their columns, and how many rows below are taken in each column then."""
    placed: list[Cell | None] = []
    after = {column: rows - 1 for column, rows in below.items() if rows > 1}

    def skip() -> None:
        while below.get(len(placed)) and len(placed) < _COLUMNS:
            placed.append(None)

    for index, cell in enumerate(row):
        skip()
        first, columns = len(placed), min(cell.columns, _COLUMNS)
        placed.append(cell)
        if index < len(row) - 1 and first < _COLUMNS:
            placed.extend([None] * (columns - 1))
        if cell.rows > 1 and first < _COLUMNS:
            after.update((column, min(cell.rows, _ROWS) - 1) for column in range(first, first + columns))
    return placed, after
