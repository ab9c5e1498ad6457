"""What tells two wordings apart, on lines of a sheet. No Textual in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from corpus.diff_text import BRIEF, FULL, Measure, diff_pieces
from tui import cells
from tui.looks import Piece
from tui.pieces import wrapped

if TYPE_CHECKING:
    from corpus.word_diff import Kind, Run

_UNBROKEN: Final = "\u2011"
"""A hyphen at which no line ends: it stands in a sign while lines are broken."""
_LOOKS: Final[Mapping[Kind, tuple[str, ...]]] = {"same": (), "gone": ("gone",), "come": ("come",)}
_LEAST_CUT: Final = 6
"""Cells below which the beginning of a change tells nothing."""


def diff_lines(
    runs: Iterable[Run], room: int, most: int, *, signs: bool = False, measure: Measure = FULL
) -> list[list[Piece]]:
    """A diff on lines of at most `room` cells; what `most` lines do not hold is cut with an ellipsis.

    What is gone stands before what came in its place; of the words that are unchanged those are shown
    that stand beside a change. `signs` are put around the changes where there are no colours.
    """
    return lines_of(diff_looks(runs, signs=signs, measure=measure), room, most)


def lines_of(pieces: Iterable[Piece], room: int, most: int) -> list[list[Piece]]:
    """Pieces of a diff, with others before them, on lines of which none ends within a sign."""
    unbroken = [(_resigned(words, "-", _UNBROKEN) if looks else words, looks) for words, looks in pieces]
    return [
        [(_resigned(words, _UNBROKEN, "-") if looks else words, looks) for words, looks in line]
        for line in wrapped(unbroken, room, most)
    ]


def _resigned(words: str, old: str, new: str) -> str:
    """The words with another hyphen in the sign at either end."""
    if words.startswith(f"[{old}"):
        words = f"[{new}{words[2:]}"
    return f"{words[:-2]}{new}]" if words.endswith(f"{old}]") else words


def diff_looks(runs: Iterable[Run], *, signs: bool = False, measure: Measure = FULL) -> Iterator[Piece]:
    """The same in pieces that are one line together."""
    return ((shown.text, _LOOKS[shown.kind]) for shown in diff_pieces(runs, measure, signs=signs))


def diff_line(runs: Iterable[Run], room: int) -> str:
    """The first changes, as words of one line with signs: "the [-first-] {+second+} wording".

    It has at most `room` cells; what is cut of a change keeps both its signs.
    """
    line = ""
    for shown in diff_pieces(runs, BRIEF, signs=True):
        words, left = shown.text, room - cells.width(line)
        if cells.width(words) <= left:
            line += words
            continue
        sign = 0 if shown.kind == "same" else 2
        opening, words, closing = words[:sign], words[sign : len(words) - sign], words[len(words) - sign :]
        if left > 2 * sign + _LEAST_CUT:
            line += f"{opening}{cells.cut_at_word(words, left - 2 * sign)}{closing}"
        elif left:
            line = f"{line.rstrip()}…"
        break
    return line.strip()
