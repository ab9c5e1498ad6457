"""Lines that are wider than the page: what of them is seen, cut between clusters. No Textual in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from corpus.expression import expression
from tui import cells
from tui.looks import Piece
from tui.rows import Run

MORE_BEFORE: Final = "‹"
MORE_BEHIND: Final = "›"
"""Signs for words that are further left or right."""
_NUMBER: Final = expression(
    r"(?<![^ ])(?:[^ \w]|[A-Z](?=[A-Z]{0,2}[$€£¥])){0,4}\d[^ ]{0,40}(?: \d{3}(?!\d)[^ ]{0,20}){0,8}"
)
_SEEN: Final = 2_000
"""Characters of a cell that are looked at."""


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


def with_whole_numbers(run: Run, words: str, first: int, last: int) -> Run:
    """A run of `words` without the number that is seen in part in the cells [first, last): it misleads.

    One that has more cells than there are stays.
    """
    size = cells.width(words)
    if first <= run.cell and run.cell + size <= last:
        return run
    start, end, cell = run.start, run.end, run.cell
    for number in _NUMBER.finditer(words[:_SEEN]):
        begins = run.cell + cells.width(words[: number.start()])
        ends = begins + cells.width(number[0])
        if ends - begins > last - first:
            continue
        if begins < first < ends:
            start, cell = run.start + number.end(), ends
        elif begins < last < ends:
            end = run.start + number.start()
            break
    return Run(cell, start, max(start, end))


def shift_for(cell: int, size: int, shift: int, room: int) -> int:
    """How far a line is to be moved left for `size` cells from a cell on to be seen; as now, if they are."""
    if shift <= cell and cell + min(size, room) <= shift + room:
        return shift
    return 0 if cell + min(size, room) <= room else max(0, cell - room // 3)
