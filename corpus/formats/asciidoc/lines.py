"""The lines of an AsciiDoc text, and how far they are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from corpus.formats.asciidoc.signs import UNDERLINE

_BEGINS_TITLE: Final = re.compile(r"[^\W_]|[`\"'({]")


class Lines:
    """Lines that are taken one after the other; `at` is the index of the next one."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self.at = 0

    def __bool__(self) -> bool:
        """Whether there is one more."""
        return self.at < len(self._lines)

    @property
    def share(self) -> float:
        """How much of them is taken, from 0 to 1."""
        return self.at / max(1, len(self._lines))

    @property
    def next(self) -> str:
        """The next line, which is not taken by that; "" behind the last."""
        return self._lines[self.at] if self else ""

    def take(self) -> str:
        """The next line; there must be one."""
        line = self._lines[self.at]
        self.at += 1
        return line

    def take_back(self) -> None:
        """The line that was taken last is the next one again."""
        self.at -= 1

    def take_while(self, holds: Callable[[str], bool]) -> list[str]:
        """The next lines, as long as that holds for them."""
        first = self.at
        while self and holds(self.next):
            self.at += 1
        return list(self._lines[first : self.at])

    def take_to(self, end: str) -> list[str]:
        """The next lines up to one that says `end`, which is taken too, and left out."""
        lines = self.take_while(lambda one: one.rstrip() != end)
        self.at += 1
        return lines

    def is_underlined(self, at: int) -> bool:
        """Whether the line with that index is a title with a rule of its length below it."""
        return at + 1 < len(self._lines) and is_underlined(self._lines[at], self._lines[at + 1])


def is_underlined(line: str, below: str) -> bool:
    """Whether a line is a title, and the one below it a rule of its length."""
    title, rule = line.rstrip(), below.rstrip()
    return (
        len(rule) > 2
        and bool(UNDERLINE.fullmatch(rule))
        and abs(len(title) - len(rule)) <= 3
        and bool(_BEGINS_TITLE.match(title))
    )
