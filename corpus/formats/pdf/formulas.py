"""Formulas that stand by themselves: what is above and below their fraction bars and sums goes with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.expression import expression
from corpus.formats.pdf.pieces import Line

_SIGNS: Final = expression(r"[=≈≤≥≠<>∑∏∫√∂±×∈→∞≡∼]")
_APART: Final = 0.85
"""Of the size of the letters: lines of prose, and rows of tables, are farther below one another."""
_INSET: Final = 1.0
_MOST: Final = 12
_LONGEST: Final = 200


def joined(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, with those of each formula made one, in the order in which they begin."""
    lefts: dict[int, float] = {}
    for line in lines:
        lefts[line.column] = min(line.x0, lefts.get(line.column, line.x0))
    told: list[Line] = []
    run: list[Line] = []
    for line in lines:
        if run and not _goes_on(run, line):
            told += _one(run)
            run = []
        if _may_be_part(line, lefts[line.column]):
            run.append(line)
        else:
            told += [*_one(run), line]
            run = []
    return told + _one(run)


def _may_be_part(line: Line, left: float) -> bool:
    return line.x0 - left > _INSET * line.size and not line.mono


def _goes_on(run: Sequence[Line], line: Line) -> bool:
    last = run[-1]
    apart = last.y - line.y
    return len(run) < _MOST and last.column == line.column and 0 < apart < _APART * max(last.size, line.size)


def _one(run: Sequence[Line]) -> list[Line]:
    longest = sum(len(line.text) for line in run)
    if len(run) < 2 or longest > _LONGEST or not any(_SIGNS.search(line.text) for line in run):
        return list(run)
    segments = sorted((segment for line in run for segment in line.segments), key=lambda segment: segment.x0)
    return [Line(segments, run[0].column)]
