"""How clips are cited one after another.

A note cites a work in full where it comes first, and shortly afterwards; a number is given to a work where
it first appears; a key is the same wherever the work is cited, and in the bibliography.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.citation.place import Place
from corpus.citation.style import Cited, Form, Style
from corpus.clip import Clip
from corpus.excerpts.keys import keys_of
from corpus.excerpts.works import works_of


class Turn(NamedTuple):
    """How a clip is cited when its turn comes: its work's index, the form, what the style is given."""

    clip: Clip
    work: int
    form: Form
    cited: Cited


class Succession:
    """Clips one after another in a style: their works in the order of appearance, and the keys of these."""

    def __init__(self, clips: Sequence[Clip], style: Style) -> None:
        self.clips = clips
        self._style = style
        self.works = works_of(clips)
        self.keys = keys_of([work.metadata for work in self.works])
        self._of_clip = {index: number for number, work in enumerate(self.works) for index in work.clips}

    def __iter__(self) -> Iterator[Turn]:
        return map(self.turn, range(len(self.clips)))

    def turn(self, index: int) -> Turn:
        """How the clip at an index is cited there."""
        clip, number, style = self.clips[index], self._of_clip[index], self._style
        work = self.works[number]
        first = work.clips[0]
        cited = Cited(
            work.metadata,
            clip.place,
            number + 1,
            0 if first == index else first + 1,
            work.uncapitalised,
            self.keys[number],
        )
        if first == index or style.family != "note":
            return Turn(clip, number, "cite", cited)
        if self._of_clip[index - 1] != number or not _may_say_ibid(style, cited):
            return Turn(clip, number, "short", cited)
        if self.clips[index - 1].place == clip.place:
            cited = cited._replace(place=Place())  # "ibid." alone is the very same place
        return Turn(clip, number, "ibid", cited)


def _may_say_ibid(style: Style, cited: Cited) -> bool:
    """Whether the style has a form for what was cited directly before, and nothing to say against it."""
    if style.ibid is None:
        return False
    return set(style.ibid(cited).notes) <= set(style.short(cited).notes)
