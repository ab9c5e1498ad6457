"""What tells two wordings apart, on lines of a sheet. No Textual in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.document import FILLER
from corpus.sanitiser import clean_text
from tui import cells
from tui.looks import Piece
from tui.pieces import wrapped

if TYPE_CHECKING:
    from corpus.word_diff import Kind, Run


class Measure(NamedTuple):
    """How much of a diff is shown, in characters.

    `around` of the unchanged words on either side of a change, `change` of a change; of a longer one its
    beginning and its end.
    """

    around: int
    change: int


_FULL: Final = Measure(48, 160)
WIDE: Final = Measure(400, 400)
"""For a sheet that is there for this one diff."""
_BRIEF: Final = Measure(16, 24)
_UNBROKEN: Final = "\u2011"
"""A hyphen at which no line ends: it stands in a sign while lines are broken."""
_LOOKS: Final[Mapping[Kind, tuple[str, ...]]] = {"same": (), "gone": ("gone",), "come": ("come",)}
_SIGNS: Final[Mapping[Kind, tuple[str, str]]] = {"same": ("", ""), "gone": ("[-", "-]"), "come": ("{+", "+}")}
_LEFT_OUT: Final = "…"
_LEAST_CUT: Final = 6
"""Cells below which the beginning of a change tells nothing."""


def diff_lines(
    runs: Sequence[Run], room: int, most: int, *, signs: bool = False, measure: Measure = _FULL
) -> list[list[Piece]]:
    """A diff on lines of at most `room` cells; what `most` lines do not hold is cut with an ellipsis.

    What is gone stands before what came in its place; of the words that are unchanged those are shown
    that stand beside a change. `signs` puts “[-” and “{+” around the changes: without colours their
    looks alone are too little.
    """
    return lines_of(diff_pieces(runs, signs=signs, measure=measure), room, most)


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


def diff_line(runs: Sequence[Run], room: int) -> str:
    """The first changes, as words of one line with signs: "the [-first-] {+second+} wording".

    It has at most `room` cells; what is cut of a change keeps both its signs.
    """
    line = ""
    for words, looks in diff_pieces(runs, signs=True, measure=_BRIEF):
        left = room - cells.width(line)
        if cells.width(words) <= left:
            line += words
            continue
        sign = 2 if looks else 0
        opening, words, closing = words[:sign], words[sign : len(words) - sign], words[len(words) - sign :]
        if left > 2 * sign + _LEAST_CUT:
            line += f"{opening}{cells.cut_at_word(words, left - 2 * sign)}{closing}"
        elif left:
            line = f"{line.rstrip()}{_LEFT_OUT}"
        break
    return line.strip()


def diff_pieces(runs: Sequence[Run], *, signs: bool = False, measure: Measure = _FULL) -> Iterator[Piece]:
    """As much of a diff as a reader wants to see, in pieces that are one line together, and harmless."""
    spaced = True
    for place, run in enumerate(runs):
        text = _one_line(_shortened(run, measure, first=place == 0, last=place == len(runs) - 1))
        words = text.strip()
        before, _, behind = text.partition(words) if words else (text, "", "")
        opening, closing = _SIGNS[run.kind] if signs and words else ("", "")
        # The spaces stand outside: struck through, they would look like dashes.
        for piece, looks in (
            ("" if spaced else before, ()),
            (f"{opening}{words}{closing}", _LOOKS[run.kind]),
            (behind, ()),
        ):
            if piece:
                yield piece, looks
                spaced = piece[-1] == " "


def _one_line(text: str) -> str:
    return clean_text(text.replace(FILLER, "")).replace("\n", " ").replace("\t", " ")


def _shortened(run: Run, measure: Measure, *, first: bool, last: bool) -> str:
    text, around, most = run.text, measure.around, measure.change
    if run.kind != "same":
        if len(text) <= most:
            return text
        return f"{_beginning(text, most // 2)} {_LEFT_OUT} {_end(text, most // 2)}"
    if (first and last) or len(text) <= around * (1 if first or last else 2):
        return text
    head = "" if first else _beginning(text, around)
    tail = "" if last else _end(text, around)
    if not head:
        return f"{_LEFT_OUT}{tail}"
    return f"{head} {_LEFT_OUT} {tail}" if tail else f"{head}{_LEFT_OUT}"


def _beginning(text: str, most: int) -> str:
    """The first words, of so many characters at most; the part of a word where it is longer."""
    space = text.rfind(" ", most // 2, most)
    return text[: space if space >= 0 else most].rstrip()


def _end(text: str, most: int) -> str:
    """The last words, likewise."""
    space = text.find(" ", len(text) - most, len(text) - most // 2)
    return text[space if space >= 0 else len(text) - most :].lstrip()
