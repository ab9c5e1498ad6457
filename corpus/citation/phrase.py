"""Words of a citation, some of them in italics, small capitals or raised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import groupby
from typing import NamedTuple

from corpus.scripts import CJK


class Face(Enum):
    """How words are set."""

    ROMAN = "roman"
    ITALIC = "italic"
    STRONG = "strong"
    SMALL_CAPITALS = "small capitals"
    RAISED = "raised"
    CODE = "code"


class Run(NamedTuple):
    """Words that are set alike; `tex` is how a formula is written in TeX, of which these are the line."""

    text: str
    face: Face = Face.ROMAN
    tex: str = ""

    def saying(self, text: str) -> Run:
        """Other words in the same face: what is no more the whole formula is none."""
        return self if text == self.text else Run(text, self.face)


class Phrase:
    """Words in one or several faces; joined with `+`, also to a plain string. False where it is empty."""

    __slots__ = ("runs",)

    runs: tuple[Run, ...]

    def __init__(self, *runs: Run) -> None:
        self.runs = tuple([run for run in runs if run.text])

    @property
    def plain(self) -> str:
        """The words alone."""
        return "".join([run.text for run in self.runs])

    @property
    def marked(self) -> str:
        """The words with their faces: ``*italic*``, ``**strong**``, ``SC{small capitals}``, ``^raised^``."""
        return "".join([_MARKED[run.face].format(run.text) for run in self.runs])

    def part(self, start: int, end: int | None = None) -> Phrase:
        """The words between two offsets in `plain`, with their faces; offsets as in a slice."""
        if len(self.runs) == 1:
            return Phrase(self.runs[0].saying(self.runs[0].text[start:end]))
        runs, at = [], 0
        start, last, _ = slice(start, end).indices(sum([len(run.text) for run in self.runs]))
        for run in self.runs:
            if at < last and start < at + len(run.text):
                runs.append(run.saying(run.text[max(0, start - at) : last - at]))
            at += len(run.text)
        return Phrase(*runs)

    def reworded(self, plain: str) -> Phrase:
        """Other words of the same length, each character with the face of the one it replaces.

        Raises ValueError where the length is another.
        """
        if len(plain) != len(self.plain):
            raise ValueError("Words can only be replaced by as many characters.")
        if len(self.runs) == 1:
            return Phrase(self.runs[0].saying(plain))
        runs, at = [], 0
        for run in self.runs:
            runs.append(run.saying(plain[at : at + len(run.text)]))
            at += len(run.text)
        return Phrase(*runs)

    def __add__(self, other: Phrase | str) -> Phrase:
        return Phrase(*self.runs, *phrase(other).runs)

    def __radd__(self, other: str) -> Phrase:
        return Phrase(Run(other), *self.runs)

    def __bool__(self) -> bool:
        return bool(self.runs)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Phrase) and self.marked == other.marked

    def __hash__(self) -> int:
        return hash(self.marked)

    def __repr__(self) -> str:
        return f"Phrase({self.marked!r})"


_MARKED = {
    Face.ROMAN: "{}",
    Face.ITALIC: "*{}*",
    Face.STRONG: "**{}**",
    Face.SMALL_CAPITALS: "SC{{{}}}",
    Face.RAISED: "^{}^",
    Face.CODE: "`{}`",
}


def phrase(words: Phrase | str) -> Phrase:
    """The words as a phrase; a string is set in roman."""
    if isinstance(words, Phrase):
        return words
    # A citation is made of dozens: to go by the constructor takes twice as long.
    made = Phrase.__new__(Phrase)
    made.runs = (Run(words),) if words else ()
    return made


def italic(words: str) -> Phrase:
    """The words in italics, save that Chinese and Japanese characters have none."""
    upright = not words.isascii() and re.search(f"[{CJK}]", words) and not re.search("[A-Za-z]", words)
    return Phrase(Run(words, Face.ROMAN if upright else Face.ITALIC))


def small_capitals(words: str) -> Phrase:
    """The words in small capitals."""
    return Phrase(Run(words, Face.SMALL_CAPITALS))


def raised(words: str) -> Phrase:
    """The words raised, as a number of a note is."""
    return Phrase(Run(words, Face.RAISED))


def strung(parts: Iterable[Phrase | str], between: str) -> Phrase:
    """The parts that are not empty, with `between` among them."""
    runs: list[Run] = []
    gap = Run(between)
    for part in parts:
        if part:
            if runs:
                runs.append(gap)
            runs += part.runs if isinstance(part, Phrase) else (Run(part),)
    return Phrase(*runs)


def pieces(words: Phrase) -> Iterator[Run]:
    """The words in runs that a language can put between two signs.

    No two beside each other have the same face, unless one is a formula; a face covers no line break, and no
    space at its edge.
    """
    return (
        Run("".join(run.text for run in alike), face, tex)
        for (face, tex), alike in groupby(_parted(words), key=lambda run: (run.face, run.tex))
    )


def _parted(words: Phrase) -> Iterator[Run]:
    for run in words.runs:
        if run.face is Face.ROMAN:
            yield run
            continue
        for part in re.split(r"(\s*\n\s*|\A\s+|\s+\Z)", run.text):
            if part:
                yield Run(part, Face.ROMAN if part.isspace() else run.face)
