"""What became of a place while the text changed."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from corpus.word_diff import Run


class State(StrEnum):
    """What became of a passage.

    SAME: its words stand where they stood, under the same page and paragraph. MOVED: they are unchanged,
    but called otherwise now, so that a citation of them points elsewhere. EDITED: the passage is there in
    other words. AMBIGUOUS: it may be one of several. LOST: it is gone, or nothing is certain enough.
    """

    SAME = "same"
    MOVED = "moved"
    EDITED = "edited"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


class Found(NamedTuple):
    """Where a passage stands now.

    `span` are offsets [start, end), None where it is ambiguous or lost; `diff` leads from the words it had
    to those it has, for one that was edited. `others` are the places that it may be, in reading order,
    where it is ambiguous. `was` and `now` are what its place is called, as in "¶ 12" or "p. 4 · [12]".
    """

    state: State
    span: tuple[int, int] | None = None
    diff: tuple[Run, ...] = ()
    others: tuple[tuple[int, int], ...] = ()
    was: str = ""
    now: str = ""
