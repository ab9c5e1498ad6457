"""The words of an entry of the outline, broken and cut to the cells there are. No Textual in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from corpus.find import Span
from tui import cells

_BEFORE_PHRASE: Final = " · "


class TitleLine(NamedTuple):
    """Words of a title, from the index `first` up to `end`, with an ellipsis for what was cut."""

    words: str
    first: int
    end: int

    def spans(self, marks: Sequence[Span]) -> Iterator[Span]:
        """What of these spans of the title is in the line; an ellipsis never is."""
        # Before the first word stands an ellipsis, or nothing.
        before = int(self.first > 0 and self.words.startswith("…"))
        for start, end in marks:
            start, end = max(start, self.first), min(end, self.end)
            if start < end:
                yield start - self.first + before, end - self.first + before


@lru_cache(maxsize=1024)
def broken(words: str, room: int, lines: int, below: int = 0) -> tuple[TitleLine, ...]:
    """The words over at most so many lines; an ellipsis ends what is cut.

    The first line has `room` cells, those below it `below`, where that is more.
    """
    room = max(1, room)
    made: list[TitleLine] = []
    at = 0
    while len(made) < lines - 1 and (starts := cells.wrap(words[at:], room)):
        line = words[at : at + starts[0]].rstrip()
        made.append(TitleLine(line, at, at + len(line)))
        at += starts[0]
        room = max(room, below)
    return (*made, _fitted(words, at, room))


def led_up_to(words: str, start: int, room: int) -> TitleLine:
    """A line of words that begins at an index of them."""
    line = _cut(words, start, cells.cut(words[start:], room - 1))
    return line._replace(words=f"…{line.words}")


def phrase_behind(title: TitleLine, whole: int, phrase: str, room: int) -> str:
    """What of a keyphrase stands behind the last line of a title of `whole` characters: all, or nothing."""
    behind = f"{_BEFORE_PHRASE}{phrase}" if phrase and title.end == whole else ""
    return behind if cells.width(title.words) + cells.width(behind) <= room else ""


def phrase_below(phrase: str, room: int) -> str:
    """What of a keyphrase stands in a line of its own: all, or nothing."""
    return phrase if cells.width(phrase) <= room else ""


def _fitted(words: str, first: int, room: int) -> TitleLine:
    rest = words[first:]
    if cells.width(rest) <= room:
        return TitleLine(rest, first, len(words))
    from corpus.outline.labels.fitting import fitted  # not above: where there is room, nobody needs it

    return _cut(words, first, fitted(rest, room, cells.width))


def _cut(words: str, first: int, shown: str) -> TitleLine:
    whole = words[first:] == shown
    return TitleLine(shown, first, first + len(shown) - (not whole))
