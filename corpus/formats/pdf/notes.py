"""Footnotes: small print at the foot of a column, its first line behind a sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.formats.pdf.markers import note_sign_of
from corpus.formats.pdf.pieces import Line

_SMALL: Final = 0.93
_REFERENCES: Final = 3
"""From so many on, what "[1]" stands before is no note, but a list of what is referred to."""


def parted_from_notes(lines: Sequence[Line], body: float) -> tuple[list[Line], list[Line]]:
    """The lines of a page without its footnotes, and those."""
    above: list[Line] = []
    notes: list[Line] = []
    for column in _columns(lines):
        cut = _first_note(column, body)
        above += column[:cut]
        notes += column[cut:]
    return above, notes


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    columns: list[list[Line]] = []
    for line in lines:
        if columns and columns[-1][-1].column == line.column:
            columns[-1].append(line)
        else:
            columns.append([line])
    return columns


def _first_note(column: Sequence[Line], body: float) -> int:
    """The index of the first line of the notes at the end of a column; its length where there are none."""
    small = len(column)
    while small and column[small - 1].size <= _SMALL * body:
        small -= 1
    references = sum(note_sign_of(line).startswith("[") for line in column[small:])
    if references >= _REFERENCES:
        return len(column)
    for at in range(small, len(column)):
        line = column[at]
        if note_sign_of(line) and not line.mono:
            return at
    return len(column)


def goes_on(lines: Sequence[Line], body: float) -> int:
    """How many lines at the end of a column that has no note of its own may end one of the page before."""
    count = 0
    for line in reversed(lines):
        if line.size > 0.87 * body or line.mono:
            break
        count += 1
    return count if count < len(lines) else 0


def single(notes: Sequence[Line]) -> list[list[Line]]:
    """The lines of each note."""
    found: list[list[Line]] = []
    left = min((line.x0 for line in notes), default=0.0)
    for line in notes:
        sign = note_sign_of(line)
        begins = sign and (line.pieces[0].size <= 0.9 * line.size or line.x0 - left < 3 * line.size)
        if begins or not found:
            found.append([line])
        else:
            found[-1].append(line)
    return found
