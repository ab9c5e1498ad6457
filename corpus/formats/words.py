"""Words being written inside one block, with the marks over them."""

from __future__ import annotations

import re
from typing import Final

from corpus.document import Inline
from corpus.sanitiser import clean_text

_SPACE: Final = re.compile(r"[ \t\n\r\f]+")

Marked = tuple[int, int, Inline, str]
"""A mark: offsets [start, end) in the block's text, what it is, and for a link where it leads."""


class Words:
    """The text of a block, with white space as HTML has it: a run of it is one space."""

    def __init__(self) -> None:
        self._text = ""
        self._marks: list[Marked] = []
        self._open: list[tuple[Inline, str, int]] = []
        self._pages: list[tuple[int, str]] = []
        self._anchors: list[tuple[int, str]] = []

    def add(self, text: str) -> None:
        """Append words; white space that follows white space is left out."""
        text = _SPACE.sub(" ", clean_text(text))
        if not self._text or self._text[-1] in " \n":
            text = text.removeprefix(" ")
        self._text += text

    def line_break(self) -> None:
        """Break the line, as the author did."""
        self._text = self._text.rstrip(" ") + "\n"

    def page(self, label: str) -> None:
        """From here on the words stand on another page."""
        self._pages.append((len(self._text), label))

    def anchor(self, name: str) -> None:
        """Links to that name lead here."""
        self._anchors.append((len(self._text), name))

    def begin(self, inline: Inline, target: str = "") -> None:
        """From here on the words are marked, until `end`."""
        self._open.append((inline, target, len(self._text)))

    def end(self, inline: Inline) -> None:
        """Close the innermost open mark of this kind, if there is one."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] is inline:
                _, target, start = self._open.pop(index)
                self._marks.append((start, len(self._text), inline, target))
                return

    def take_pages(self) -> list[tuple[int, str]]:
        """The pages that begin among the words so far, by offset; to be asked before `take`."""
        lead = len(self._text) - len(self._text.lstrip("\n"))
        pages = [(max(0, at - lead), label) for at, label in self._pages]
        self._pages = []
        return pages

    def take_anchors(self) -> list[tuple[int, str]]:
        """The places that are named among the words so far, by offset; to be asked before `take`."""
        lead = len(self._text) - len(self._text.lstrip("\n"))
        anchors = [(max(0, at - lead), name) for at, name in self._anchors]
        self._anchors = []
        return anchors

    def take(self) -> tuple[str, list[Marked]]:
        """The words and marks so far, trimmed; marks that are still open go on in the next block."""
        text = self._text.rstrip()
        lead = len(text) - len(text.lstrip("\n"))
        marks = self._marks + [(start, len(text), inline, target) for inline, target, start in self._open]
        self._text, self._marks = "", []
        self._open = [(inline, target, 0) for inline, target, _ in self._open]
        shifted = (
            (max(start - lead, 0), min(end, len(text)) - lead, i, target) for start, end, i, target in marks
        )
        return text[lead:], [mark for mark in shifted if mark[0] < mark[1]]
