"""A row of the page, and the map from its cells to the text's offsets."""

from __future__ import annotations

from typing import NamedTuple

from corpus.document import Text
from tui import cells


class Run(NamedTuple):
    """Words in a row: the cell they begin at, from the left of the measure, and their offsets."""

    cell: int
    start: int
    end: int


class Row(NamedTuple):
    """One row of the page.

    It stands for the offsets [start, end), of which `runs` are shown; `lead` is what the page puts
    before or, without runs, instead of words; `role` names how that is to look. `wide` is how many cells it
    takes from the left of the measure, where that may be more than the measure; else 0.
    """

    start: int
    end: int
    lead: str = ""
    runs: tuple[Run, ...] = ()
    role: str = ""
    wide: int = 0


def offset_at(row: Row, text: Text, cell: int, shift: int = 0) -> int:
    """The offset of the character at a cell of a row; beyond the words, the end of them.

    `text` is the document's; `cell` counts from the left of the measure and may be negative. `shift` is how
    many cells the row is moved left.
    """
    if not row.runs:
        return row.start
    if shift and cell >= cells.width(row.lead):
        cell += shift
    found = row.runs[0]
    for run in row.runs:
        if run.cell <= cell:
            found = run
    if cell < found.cell:
        return found.start
    return found.start + cells.index_at(text[found.start : found.end], cell - found.cell)
