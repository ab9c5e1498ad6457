"""Titles cut to the width of a pane, at a good place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import Final

from corpus.outline.labels.cuts import best_cut

_MARK: Final = "…"
_PER_CELL: Final = 8
"""Characters that are looked at for each cell: a letter may carry marks that take none."""


def fitted(words: str, room: int, width: Callable[[str], int]) -> str:
    """So many words of a title as fit into `room` cells, with “…” where those are not all.

    `width` tells the cells that some words take. What comes out is the beginning of `words`, "…" apart, and
    takes no more than `room` cells: nothing where there is no room for a character and the “…”. It ends
    before a phrase or a clause, else behind a word that can be the last one; where neither is near, between
    two words, and else between two characters as they are seen.
    """
    if len(words) <= room * _PER_CELL and width(words) <= room:
        return words
    left = room - width(_MARK)
    if left <= 0:
        return ""
    looked_at = words[: room * _PER_CELL + 1]
    most = bisect_right(range(len(looked_at) + 1), left, key=lambda end: width(looked_at[:end])) - 1
    return _ended(looked_at[: best_cut(looked_at, most) or _between_clusters(looked_at, most)])


def _ended(words: str) -> str:
    kept = words.rstrip(" ,;:—–-，；：、…")
    return kept + _MARK if kept else ""


def _between_clusters(text: str, at: int) -> int:
    """The last place up to `at` that is not inside a character as it is seen."""
    if text[: at + 1].isascii():
        return at
    from wcwidth import iter_graphemes  # 20 ms, and most titles do without

    place = 0
    for cluster in iter_graphemes(text[: at + 64]):
        if place + len(cluster) > at:
            break
        place += len(cluster)
    return place
