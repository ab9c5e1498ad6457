"""A table of a word processor's file as it is written down."""

from __future__ import annotations

from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.formats.words import Marked

MOST_CELL: Final = 2_000
MOST_PARAGRAPHS: Final = 2
SHORT_CELL: Final = 200
"""Characters and paragraphs that a cell of a table with data has at the most; of a short one all paragraphs
are lines of it: an address, names one below the other."""

_COLUMNS: Final = 100
_NUMBER: Final = expression(r"[\[(]?\d{1,4}[\])]?\.?")
_SENTENCE: Final = 60
"""Characters that a paragraph beside its number has at the least."""


class Cell(NamedTuple):
    """The words of a cell, the marks and the names of places in it, and the columns that it spans."""

    text: str = ""
    marks: list[Marked] = []  # noqa: RUF012 # never changed
    anchors: list[tuple[int, str]] = []  # noqa: RUF012 # never changed
    columns: int = 1


class Written(NamedTuple):
    """A table as text: its rows are lines, its cells are parted by tabs.

    One that `is_numbered` is a paragraph's number and its words beside it, as courts set them.
    """

    text: str
    marks: list[Marked]
    anchors: list[tuple[int, str]]
    is_numbered: bool


def written(rows: list[list[Cell]]) -> Written:
    """The rows as text. A cell that spans several columns stands in the first of them, the rest are empty."""
    rows = [row for row in rows if any(cell.text for cell in row)]
    numbered = _is_numbered(rows)
    gap = " " if numbered else "\t"
    lines: list[str] = []
    marks: list[Marked] = []
    anchors: list[tuple[int, str]] = []
    at = 0
    for row in rows:
        pieces: list[str] = []
        for index, cell in enumerate(row):
            marks += [(at + start, at + end, inline, target) for start, end, inline, target in cell.marks]
            anchors += [(at + start, name) for start, name in cell.anchors]
            pieces.append(cell.text)
            at += len(cell.text) + 1
            if index < len(row) - 1 and not numbered:
                more = min(cell.columns, _COLUMNS) - 1
                pieces += [""] * more
                at += more
        lines.append(gap.join(pieces))
    return Written("\n".join(lines), marks, anchors, numbered)


def _is_numbered(rows: list[list[Cell]]) -> bool:
    if len(rows) != 1 or len(rows[0]) != 2:
        return False
    number, words = rows[0]
    return _NUMBER.fullmatch(number.text) is not None and len(words.text) > _SENTENCE
