"""Where the lines of a column may begin and end, and whether one of them stops before it must."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from corpus.formats.pdf.pieces import Line
from corpus.formats.pdf.profile import Profile

_FLUSH: Final = 1.6
_NEAR: Final = 2.0
_SPACE: Final = 0.4
"""Of its size, a space before a word, and what margins may be wrong by."""
_EVEN: Final = 0.5
_WIDE: Final = 25.0
_FULL: Final = 0.85
"""Of a quotation: how even its insets are, in sizes, how wide it is, and how much of that most lines fill."""
_LEAST: Final = 3
_NARROWER: Final = 20.0
_MOST: Final = 0.4
"""Of a column's lines, how many end alike where it is justified, or narrower than those of other pages."""


class Margins:
    """The margins of a page's columns."""

    def __init__(self, lines: Sequence[Line], profile: Profile) -> None:
        self._left: dict[int, float] = {}
        self._right: dict[int, float] = {}
        self._inset: dict[int, float] = {}
        self._justified: set[int] = set()
        ends: dict[int, list[float]] = defaultdict(list)
        for line in lines:
            at = line.column
            self._left[at] = min(self._left.get(at, line.x0), line.x0)
            # Code sticks out into the margin where it is too long.
            if not line.mono:
                ends[at].append(line.x1)
        for at, found in ends.items():
            measure = self._left[at] + profile.measure if len(self._left) == 1 else 0.0
            right = self._right[at] = _usual_end(found, measure)
            if sum(abs(right - end) < _FLUSH for end in found) >= max(_LEAST, _MOST * len(found)):
                self._justified.add(at)
        for run in _runs(lines):
            found = sorted(line.x1 for line in run)
            right = self._right.get(run[0].column, found[-1])
            even = _is_even(run, found, run[0].x0 - self.left(run[0]), right - found[-1])
            if len(found) >= _LEAST and (found[-1] - found[-2] < _NEAR or even):
                self._inset.update((id(line), found[-1]) for line in run)

    def left(self, line: Line) -> float:
        """Where the lines of its column begin, at the least."""
        return self._left.get(line.column, line.x0)

    def right(self, line: Line) -> float:
        """Where lines that begin where it does end, at the most."""
        right = self._right.get(line.column, line.x1)
        own = self._inset.get(id(line), right)
        # A block may be set in on both sides; a few lines that end alike prove nothing.
        inset = line.x0 - self.left(line) > line.size and right - own < 6 * line.size
        return own if inset else right

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether the first word of the next line would not have had room on a line."""
        room = self.right(line) - line.x1
        first = following.text[:1]
        if "\u2e80" <= first < "\uac00" or "\uf900" <= first < "\uffe0":
            return room < 3.2 * line.size
        return room < following.first_word + _SPACE * line.size

    def is_flush(self, line: Line) -> bool:
        """Whether a line ends just where the measure does, as a paragraph's last does by chance."""
        return line.column in self._justified and self.right(line) - line.x1 < _FLUSH


def _is_even(run: Sequence[Line], ends: Sequence[float], left: float, right: float) -> bool:
    """Whether lines are prose, set in on both sides by as much: ragged, they end alike nowhere."""
    size, begin = run[0].size, run[0].x0
    wide = ends[-1] - begin
    most = ends[len(ends) // 2] - begin
    return abs(left - right) < _EVEN * size and wide > _WIDE * size and most > _FULL * wide


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines one below the other that begin alike."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and line.column == runs[-1][-1].column and abs(line.x0 - runs[-1][-1].x0) < _NEAR:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _usual_end(ends: list[float], measure: float) -> float:
    """The farthest right edge that many lines share; else that of other pages, or of the farthest line."""
    ends.sort(reverse=True)
    many = max(_LEAST, len(ends) // 6)
    for at in range(len(ends) - many + 1):
        if ends[at] - ends[at + many - 1] < _FLUSH:
            alike = sum(ends[at] - end < _FLUSH for end in ends[at:])
            if ends[at] > measure - _NARROWER or alike >= _MOST * len(ends):
                return ends[at]
    for first, second in pairwise(ends):
        if first - second < _FLUSH:
            return max(first, measure)
    return max(ends[0], measure)
