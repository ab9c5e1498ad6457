"""Where the lines of a column may begin and end, and whether one of them stops before it must."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from corpus.formats.pdf.pieces import Line
from corpus.formats.pdf.profile import Profile

_FLUSH: Final = 1.6
_NEAR: Final = 2.0
_LEAST: Final = 3


class Margins:
    """The margins of a page's columns."""

    def __init__(self, lines: Sequence[Line], profile: Profile) -> None:
        self._left: dict[int, float] = {}
        self._right: dict[int, float] = {}
        self._inset: dict[tuple[int, int], float] = {}
        groups: dict[tuple[int, int], list[float]] = defaultdict(list)
        for line in lines:
            at = line.column
            self._left[at] = min(self._left.get(at, line.x0), line.x0)
            self._right[at] = max(self._right.get(at, line.x1), line.x1)
            groups[at, round(line.x0 / _NEAR)].append(line.x1)
        if len(self._left) == 1:
            for at, left in self._left.items():
                # On a page with few lines, the measure of the others.
                self._right[at] = max(self._right[at], min(left + profile.measure, self._right[at] + profile.measure))
        for key, ends in groups.items():
            ends.sort()
            if len(ends) >= _LEAST and ends[-1] - ends[-2] < _NEAR:
                self._inset[key] = ends[-1]

    def left(self, line: Line) -> float:
        """Where the lines of its column begin, at the least."""
        return self._left.get(line.column, line.x0)

    def right(self, line: Line) -> float:
        """Where lines that begin where it does end, at the most."""
        right = self._right.get(line.column, line.x1)
        own = self._inset.get((line.column, round(line.x0 / _NEAR)), right)
        # A block may be set in on both sides; a few lines that end alike prove nothing.
        inset = line.x0 - self.left(line) > line.size and right - own < 6 * line.size
        return own if inset else right

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether the first word of the next line would not have had room on a line."""
        room = self.right(line) - line.x1
        first = following.text[:1]
        if "\u2e80" <= first < "\uac00" or "\uf900" <= first < "\uffe0":
            return room < 3.2 * line.size
        return room < following.first_word + 0.28 * line.size

    def is_flush(self, line: Line) -> bool:
        """Whether a line ends just where the measure does, as the last of a paragraph does by chance alone."""
        return self.right(line) - line.x1 < _FLUSH
