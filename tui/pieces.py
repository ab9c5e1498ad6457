"""Pieces of words made into lines: wrapped and cut, cell for cell. No Textual in it."""

from __future__ import annotations

from collections.abc import Sequence

from tui import cells
from tui.looks import Piece


def wrapped(pieces: Sequence[Piece], room: int, most: int) -> list[list[Piece]]:
    """The pieces on lines of at most `room` cells; what `most` lines do not hold is cut with an ellipsis."""
    text = "".join(words for words, _ in pieces)
    starts = [0, *cells.wrap(text, max(1, room))]
    lines = [_between(pieces, *ends) for ends in zip(starts, [*starts[1:], len(text)], strict=True)]
    if len(lines) <= most:
        return lines
    if most < 1:
        return []
    rest = _between(pieces, starts[most - 1], len(text))
    return [*lines[: most - 1], cut(rest, room)]


def cut(pieces: Sequence[Piece], room: int) -> list[Piece]:
    """As much of the pieces as fits on one line, and an ellipsis where that is not all."""
    text = "".join(words for words, _ in pieces)
    short = cells.cut_at_word(text, max(1, room))
    if short == text:
        return list(pieces)
    kept = _between(pieces, 0, len(short) - 1)
    return [*kept, ("…", kept[-1][1] if kept else ())]


def _between(pieces: Sequence[Piece], start: int, end: int) -> list[Piece]:
    """What stands between two indexes of the words together, without white space at the end."""
    found: list[Piece] = []
    at = 0
    for words, looks in pieces:
        if part := words[max(0, start - at) : max(0, end - at)]:
            found.append((part, looks))
        at += len(words)
    if found:
        found[-1] = (found[-1][0].rstrip(), found[-1][1])
    return found
