"""Lines that are wider than the page: what of them is seen, cut between clusters. No Textual in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tui import cells
from tui.looks import Piece

MORE_BEFORE: Final = "‹"
MORE_BEHIND: Final = "›"
"""Signs for words that are further left or right."""


def seen(pieces: Iterable[Piece], first: int, last: int) -> list[Piece]:
    """What of a line stands in the cells [first, last); half of a wide cluster becomes a space."""
    shown: list[Piece] = []
    at = 0
    for words, names in pieces:
        size = cells.width(words)
        if first <= at and at + size <= last:
            shown.append((words, names))
        elif at < last and at + size > first:
            shown.append(("".join(_cut(words, first - at, last - at)), names))
        at += size
        if at >= last:
            break
    return shown


def _cut(words: str, first: int, last: int) -> Iterator[str]:
    at = 0
    for start, end, size in cells.clusters(words):
        if at >= last:
            return
        behind = at + size
        if at >= first and behind <= last:
            yield words[start:end]
        elif behind > first:
            yield " " * (min(behind, last) - max(at, first))
        at = behind


def shift_for(cell: int, size: int, shift: int, room: int) -> int:
    """How far a line is to be moved left for `size` cells from a cell on to be seen; as now, if they are."""
    if shift <= cell and cell + min(size, room) <= shift + room:
        return shift
    return 0 if cell + min(size, room) <= room else max(0, cell - room // 3)
