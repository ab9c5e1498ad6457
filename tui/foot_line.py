"""The line at the foot as pieces of words, and what it says of a place. No Textual in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from corpus.document import Readable
from corpus.outline import Outline
from corpus.passages.shown_number import place_at
from tui import cells
from tui.geometry import SMALL
from tui.looks import Piece
from tui.reading_time import time_left

BETWEEN_PARTS: Final = " · "
_BETWEEN_HINTS: Final = "   "
_LEAST = 12
"""Cells below which nothing is said at the left."""


def place_words(
    document: Readable, outline: Outline, cursor: int, top: int, bottom: int, *, columns: int, hinting: bool
) -> list[str]:
    """Where the reader is: sections, page and paragraph, share and the time that is left.

    `hinting` tells that the left of the line is taken: a narrow one then leaves the sections out.
    """
    titles = () if columns < (100 if hinting else SMALL) else outline.path(cursor)[-2:]
    path = " › ".join(cells.cut_at_word(title, max(16, columns // 4)) for title in titles)
    share = 100 * bottom // max(1, len(document.text))
    if bottom >= document.block_near(bottom).end and document.block_after(bottom) is None:
        share = 100  # FILLER may follow the last words
    left = time_left(document, top) if share < 100 else ""
    return [path, joined(place_at(document, cursor)), f"{share} %", left]


def joined(parts: list[str]) -> str:
    """The parts that say something, with dots between them."""
    return " · ".join(part for part in parts if part)


def status_line(left: str, right: str, width: int) -> list[Piece]:
    """Hints at the left, the place at the right, over so many cells."""
    room = width - 2
    right = cells.cut(right, room)
    rest = room - cells.width(right) - 2
    left = _whole_hints(left, rest) if rest >= _LEAST else ""
    gap = room - cells.width(left) - cells.width(right)
    return [(f" {left}{' ' * gap}{right} ", ("dim",))]


def _whole_hints(hints: str, room: int) -> str:
    """As many of the hints as fit; half a hint tells nothing."""
    some = hints.split(_BETWEEN_HINTS)
    while len(some) > 1 and cells.width(_BETWEEN_HINTS.join(some)) > room:
        some.pop()
    return cells.cut(_BETWEEN_HINTS.join(some), room)


def hints_in(room: int, hints: Sequence[str], dispensable: Iterable[str]) -> str:
    """As many of the hints as fit into so many cells, in their order; `dispensable` is left out first."""
    kept = list(hints)
    for hint in dispensable:
        if cells.width(BETWEEN_PARTS.join(kept)) > room:
            kept.remove(hint)
    return BETWEEN_PARTS.join(kept)


def receipt_lines(sentence: str, width: int, most: int) -> list[list[Piece]]:
    """What was done, over so many cells and at most so many lines: the gist of it in the accent.

    A line ends between two parts, where all of them have room then, else between two words; what has no
    room is cut.
    """
    gist = len(sentence.partition(BETWEEN_PARTS)[0])
    made = []
    for line in parted(sentence, width - 2, most):
        made.append(_receipt_line(line, gist, width))
        gist = max(0, gist - len(line) - 1)
    return made


def parted(sentence: str, room: int, most: int) -> list[str]:
    """The sentence on at most so many lines, broken between its parts; the last may be too long.

    Where that leaves a line without room, it is broken between words: half a sentence tells nothing.
    """
    lines = _between_parts(sentence, room, most)
    if most > 1 and any(cells.width(line) > room for line in lines):
        lines = _between_words(sentence, room, most)
    return lines


def _between_parts(sentence: str, room: int, most: int) -> list[str]:
    first, *rest = sentence.split(BETWEEN_PARTS)
    lines = [first]
    for part in rest:
        longer = f"{lines[-1]}{BETWEEN_PARTS}{part}"
        if cells.width(longer) > room and len(lines) < most:
            lines.append(part)
        else:
            lines[-1] = longer
    return lines


def _between_words(sentence: str, room: int, most: int) -> list[str]:
    lines: list[str] = []
    rest = sentence
    while rest and len(lines) < most - 1:
        end = next(iter(cells.wrap(rest, max(1, room))), len(rest))
        dot = BETWEEN_PARTS.strip()
        lines.append(rest[:end].rstrip(f" {dot}"))
        rest = rest[end:].removeprefix(dot).lstrip()
    return [*lines, rest] if rest else lines


def _receipt_line(words: str, gist: int, width: int) -> list[Piece]:
    words = cells.cut_at_word(words, width - 2)
    strong = words[:gist]
    gap = " " * (width - 2 - cells.width(words))
    return [(" ", ()), (strong, ("accent", "bold")), (f"{words[len(strong) :]}{gap} ", ())]
