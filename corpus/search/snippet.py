"""A few words around a hit, to be read at a glance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

MOST: Final = 240
"""The longest snippet, in characters."""
_BEFORE: Final = 80
"""How far before the first mark a sentence may begin, to be shown from its beginning."""
_SENTENCE: Final = re.compile(r"[.!?]['\"”’)\]]*\s+|[。！？][」』”’]*")
_SPACE: Final = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words of one line, and the spans of it that were looked for, as offsets [start, end) in `text`."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def snippet_of(text: str, block: tuple[int, int], marks: Sequence[tuple[int, int]]) -> Snippet:
    """What stands around the first marks in the block [start, end) of the text, `MOST` characters at most.

    It begins with a sentence if one begins near, and else between words, which “…” shows.
    """
    first, last = block
    start = _beginning(text, first, marks[0][0] if marks else first)
    cut_before = start > first and not _begins_sentence(text, first, start)
    room = MOST - cut_before
    end = last if last - start <= room else _ending(text, start, start + room - 1, marks)
    head, tail = "…" if cut_before else "", "…" if end < last and not _ends_sentence(text, end) else ""
    # One space for one white space: the offsets of the marks depend on it.
    body = _SPACE.sub(" ", text[start:end])
    shift = len(head) - start
    shown = tuple((a + shift, min(b, end) + shift) for a, b in marks if start <= a < end)
    return Snippet(head + body + tail, shown)


def _beginning(text: str, first: int, mark: int) -> int:
    """Where the sentence of the mark begins, or a word close before it."""
    nearest = max(first, mark - _BEFORE)
    borders = [match.end() for match in _SENTENCE.finditer(text, first, mark)]
    sentence = borders[-1] if borders else first
    if sentence >= nearest:
        return sentence
    space = _SPACE.search(text, nearest, mark)
    return space.end() if space else nearest


def _ending(text: str, start: int, limit: int, marks: Sequence[tuple[int, int]]) -> int:
    """Where to stop at or before `limit`: after a sentence if that keeps most of the room, or a word."""
    needed = max((b for a, b in marks if start <= a and b <= limit), default=start)
    ends = [len(match[0].rstrip()) + match.start() for match in _SENTENCE.finditer(text, start, limit)]
    if ends and ends[-1] >= max(needed, start + MOST // 2):
        return ends[-1]
    for place in range(limit, max(needed, start + MOST // 2), -1):
        if text[place].isspace():
            return place
    return limit


def _begins_sentence(text: str, first: int, start: int) -> bool:
    return any(match.end() == start for match in _SENTENCE.finditer(text, max(first, start - 8), start))


def _ends_sentence(text: str, end: int) -> bool:
    return text[max(0, end - 8) : end].rstrip("'\"”’)]」』")[-1:] in tuple(".!?。！？")
