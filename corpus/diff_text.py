"""A word diff in signs: “[-six-] {+seven+}-part”, as much of it as a reader wants to see.

Every diff that Pincite shows is shown so, on sheets, at the command line and in receipts. The spaces stand
outside of the signs: struck through or tinted, they would look like words of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from corpus.document import FILLER
from corpus.sanitiser import clean_text
from corpus.word_diff import Kind, Run

_SIGNS: Final[Mapping[Kind, tuple[str, str]]] = {"same": ("", ""), "gone": ("[-", "-]"), "come": ("{+", "+}")}
_LEFT_OUT: Final = "…"


class Measure(NamedTuple):
    """How much of a diff is shown, in characters.

    `around` of the unchanged words on either side of a change, `change` of a change; of a longer one its
    beginning and its end.
    """

    around: int
    change: int


FULL: Final = Measure(48, 160)
"""As much as a list or a report has room for."""
WIDE: Final = Measure(400, 400)
"""For a sheet that is there for this one diff."""
BRIEF: Final = Measure(16, 24)
"""As much as a receipt has."""


class Shown(NamedTuple):
    """Characters of one line that are shown of a run: with its signs, where they were asked for."""

    kind: Kind
    text: str


def diff_text(runs: Iterable[Run], measure: Measure | None = None) -> str:
    """A diff on one line, with signs; all of it where there is no measure."""
    return "".join(shown.text for shown in diff_pieces(runs, measure, signs=True)).strip()


def diff_pieces(
    runs: Iterable[Run], measure: Measure | None = None, *, signs: bool = False
) -> Iterator[Shown]:
    """A diff in pieces that are one line together, and harmless; spaces are pieces of what is the same.

    `signs` puts “[-” and “{+” around the changes: where there are no colours, looks alone are too little.
    """
    lines = [Run(run.kind, _one_line(run.text)) for run in runs]
    spaced = True
    for place, run in enumerate(lines):
        text = _shortened(run, measure, first=place == 0, last=place == len(lines) - 1)
        words = text.strip(" ")
        before, _, behind = text.partition(words) if words else (text, "", "")
        opening, closing = _SIGNS[run.kind] if signs and words else ("", "")
        pieces: tuple[Shown, ...] = (
            Shown("same", "" if spaced else before),
            Shown(run.kind, f"{opening}{words}{closing}"),
            Shown("same", behind),
        )
        for piece in pieces:
            if piece.text:
                yield piece
                spaced = piece.text[-1] == " "


def _one_line(text: str) -> str:
    return clean_text(text.replace(FILLER, "")).replace("\n", " ").replace("\t", " ")


def _shortened(run: Run, measure: Measure | None, *, first: bool, last: bool) -> str:
    if measure is None:
        return run.text
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
