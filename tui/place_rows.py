"""The lines of a list of marks and highlights: the words, the place, what became of it. No Textual in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from corpus.document import FILLER, Readable
from corpus.finding_again.found import State
from corpus.library.places import FoundPlace
from corpus.sanitiser import clean_line
from tui import cells
from tui.became import became
from tui.clip_rows import shortened
from tui.diff_lines import diff_lines
from tui.foot_line import BETWEEN_PARTS
from tui.looks import Piece
from tui.marked_places import called, words_of
from tui.pieces import cut

_SEEN: Final = 600
"""Characters of a place's words that are looked at: no screen shows more of them."""
_DIFF_LINES: Final = 4


class PlaceLines:
    """The lines of places over so many cells."""

    def __init__(self, document: Readable, stands: Sequence[FoundPlace], width: int, *, plain: bool) -> None:
        """`plain` tells that there are no colours to tell what is gone from what came."""
        self._document = document
        self._stands = stands
        self._room = max(8, width - 5)
        self._plain = plain
        self._made: dict[int, list[tuple[Piece, ...]]] = {}
        self._starts = [0, *accumulate(len(self._lines(index)) + 1 for index in range(len(stands)))]

    def __len__(self) -> int:
        """How many lines there are."""
        return max(0, self._starts[-1] - 1)

    def of(self, entry: int) -> range:
        """The lines of a place, without the empty one behind it."""
        return range(self._starts[entry], self._starts[entry + 1] - 1)

    def entry(self, line: int) -> int:
        """The place that a line belongs to, from 0; -1 where it belongs to none."""
        index = bisect_right(self._starts, line) - 1
        return index if 0 <= index < len(self._stands) and line in self.of(index) else -1

    def painted(self, line: int, width: int, chosen: int) -> list[Piece]:
        """A line over so many cells; the place that is chosen has a bar, and its words stand out."""
        entry = self.entry(line)
        if entry < 0:
            return [(" " * width, ())]
        below = line - self._starts[entry]
        letter = "" if below else self._stands[entry].marked.letter
        pieces = self._lines(entry)[below]
        if entry != chosen:
            pieces = tuple((words, ("dim", *looks)) for words, looks in pieces)
        lead: list[Piece] = [
            ("▌" if entry == chosen else " ", ("accent",)),
            (f" {letter:<1}  ", ("accent", "bold")),
        ]
        used = sum(cells.width(words) for words, _ in (*lead, *pieces))
        return [*lead, *pieces, (" " * max(0, width - used), ())]

    def _lines(self, index: int) -> list[tuple[Piece, ...]]:
        if index not in self._made:
            one = self._stands[index]
            place = self._place(one)
            self._made[index] = [*self._words(one), *([place] if any(words for words, _ in place) else [])]
        return self._made[index]

    def _place(self, one: FoundPlace) -> tuple[Piece, ...]:
        state = became(one.found)
        # What is lost stands nowhere: where it was is told with that.
        told = one.found.state is State.LOST and one.found.was
        place = "" if told else clean_line(called(self._document, one))
        if place and state:
            place += BETWEEN_PARTS
        return tuple(cut([(place, ("dim",)), (state, ("accent",))], self._room))

    def _words(self, one: FoundPlace) -> list[tuple[Piece, ...]]:
        if one.found.diff:
            lines = diff_lines(one.found.diff, self._room, _DIFF_LINES, signs=self._plain)
            return [tuple(line) for line in lines]
        words = clean_line(words_of(self._document, one, _SEEN).replace(FILLER, ""))
        looks = () if one.marked.letter else ("highlight",)
        return [((line, looks),) for line in shortened(words, self._room)]
