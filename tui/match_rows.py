"""The lines of a checked quotation: each place that it may be from, and what differs. No Textual in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus.diff_text import WIDE
from corpus.quotation.checked import Match, Verdict
from corpus.sanitiser import clean_line
from tui import cells
from tui.check_result import CALLED, CheckResult, agreed_words, is_wrong
from tui.diff_lines import diff_lines
from tui.looks import Piece
from tui.pieces import cut, wrapped

if TYPE_CHECKING:
    from corpus.tracing.traced import Agreed

_DIFF_LINES: Final = 24
_WORD_LINES: Final = 4
_SAID_LINES: Final = 3
_SEEN: Final = 2_000
"""Characters of the words of a source that are looked at: no sheet shows more of them."""
_INDENT: Final = 2


class MatchLines:
    """The lines of the places of a result over so many cells.

    `signs` mark what differs, where there are no colours to tell it.
    """

    def __init__(self, result: CheckResult | None, width: int, *, signs: bool = False) -> None:
        room = max(8, width - _INDENT - 1)
        self._rows: list[tuple[int, list[Piece]]] = []
        self._places: list[range] = []
        for number, match in enumerate(result.checked.matches if result else ()):
            if self._rows:
                self._rows.append((-1, []))
            agreed = result.agreed[number] if result and number < len(result.agreed) else None
            lines = _lines(match, agreed, room, signs=signs)
            self._places.append(range(len(self._rows), len(self._rows) + len(lines)))
            self._rows += [(number, line) for line in lines]

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self._rows)

    def of(self, entry: int) -> range:
        """The lines of a place."""
        return self._places[entry]

    def entry(self, line: int) -> int:
        """The place that a line belongs to, from 0; -1 between two of them and beyond the last."""
        return self._rows[line][0] if 0 <= line < len(self._rows) else -1

    def painted(self, line: int, width: int, chosen: int) -> list[Piece]:
        """A line over so many cells; the place that is chosen has a bar."""
        number, pieces = self._rows[line] if line < len(self._rows) else (-1, [])
        bar = "▌" if number >= 0 and number == chosen else " "
        used = _INDENT + sum(cells.width(words) for words, _ in pieces)
        gap = " " * max(0, width - used)
        return [(bar, ("accent",)), (" " * (_INDENT - 1), ()), *pieces, (gap, ())]


def _lines(match: Match, agreed: Agreed | None, room: int, *, signs: bool) -> list[list[Piece]]:
    verdict = CALLED[match.verdict]
    place = f" · {clean_line(match.place)}" if match.place else ""
    title = cells.cut(clean_line(match.title), max(4, room - cells.width(verdict + place) - 2))
    first: list[Piece] = [(title, ("title",)), (place, ()), ("  ", ()), (verdict, ("accent",))]
    lines: list[list[Piece]] = [cut(first, room)]
    if match.verdict is Verdict.VERBATIM or not match.diff:
        lines += wrapped([(clean_line(match.offered[:_SEEN]), ())], room, _WORD_LINES)
    else:
        lines += diff_lines(match.diff, room, _DIFF_LINES, signs=signs, measure=WIDE)
    if match.remarks:
        lines += wrapped([(clean_line(" · ".join(match.remarks)), ("dim",))], room, _SAID_LINES)
    if agreed:
        looks = ("accent", "bold") if is_wrong(agreed) else ("dim",)
        lines += wrapped([(clean_line(agreed_words(agreed, match)), looks)], room, _SAID_LINES)
    return lines
