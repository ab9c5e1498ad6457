"""Words being written inside one block, with the marks over them."""

from __future__ import annotations

import re
from typing import Final

from corpus.document import Inline
from corpus.sanitiser import clean_text

_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
_TAB: Final = 8

Marked = tuple[int, int, Inline, str]
"""A mark: offsets [start, end) in the block's text, what it is, and for a link where it leads."""


class Words:
    """The text of a block, with white space as HTML has it: a run of it is one space."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._last = ""
        self._marks: list[Marked] = []
        self._open: list[tuple[Inline, str, int]] = []
        self._pages: list[tuple[int, str]] = []
        self._anchors: list[tuple[int, str]] = []
        self._column = 0

    def __len__(self) -> int:
        """How many characters are written."""
        return self._length

    def add(self, text: str) -> None:
        """Append words; white space that follows white space is left out."""
        text = _SPACE.sub(" ", clean_text(text))
        if "\u00ad" in text:
            text = text.replace("\u00ad", "")  # where a word may be broken, and nobody has written it
        if not self._last or self._last in " \n":
            text = text.removeprefix(" ")
        self._append(text)

    def add_code(self, text: str) -> None:
        """Append words whose white space counts; tabs become as many spaces as they show."""
        text = clean_text(text)
        if "\t" in text:
            text = (" " * self._column + text).expandtabs(_TAB)[self._column :]
        self._append(text)
        _, newline, tail = text.rpartition("\n")
        self._column = (0 if newline else self._column) + len(tail)

    def _append(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._length += len(text)
            self._last = text[-1]

    def line_break(self) -> None:
        """Break the line, as the author did."""
        if self._last == " ":
            self._pieces[-1] = self._pieces[-1][:-1]
            self._length -= 1
        self._append("\n")
        self._column = 0

    def new_line(self) -> None:
        """Break the line, unless one begins here."""
        if self._last and self._last != "\n":
            self.line_break()

    def part(self) -> None:
        """Part what comes from what was there, as blocks are parted: with a space."""
        if self._last and self._last not in " \n":
            self._append(" ")

    def page(self, label: str) -> None:
        """From here on the words stand on another page."""
        self._pages.append((self._length, label))

    def anchor(self, name: str) -> None:
        """Links to that name lead here."""
        self._anchors.append((self._length, name))

    def begin(self, inline: Inline, target: str = "") -> None:
        """From here on the words are marked, until `end`."""
        self._open.append((inline, target, self._length))

    def end(self, inline: Inline) -> None:
        """Close the innermost open mark of this kind, if there is one."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] is inline:
                _, target, start = self._open.pop(index)
                self._marks.append((start, self._length, inline, target))
                return

    def is_open(self, inline: Inline) -> bool:
        """Whether the words that come next are marked so."""
        return any(mark is inline for mark, _, _ in self._open)

    def marked_before(self, inline: Inline) -> bool:
        """Whether the words right before are marked so."""
        within = any(mark is inline and start < self._length for mark, _, start in self._open)
        return within or any(end == self._length and mark is inline for _, end, mark, _ in self._marks[-2:])

    def take_pages(self) -> list[tuple[int, str]]:
        """The pages that begin among the words so far, by offset; to be asked before `take`."""
        pages, self._pages = self._moved(self._pages), []
        return pages

    def take_anchors(self) -> list[tuple[int, str]]:
        """The names of places among the words so far, by offset; to be asked before `take`."""
        anchors, self._anchors = self._moved(self._anchors), []
        return anchors

    def _moved(self, places: list[tuple[int, str]]) -> list[tuple[int, str]]:
        """Offsets as they are in what `take` gives."""
        lead = self._lead() if places else 0
        return [(max(0, at - lead), label) for at, label in places]

    def _lead(self) -> int:
        """The line breaks before the first word."""
        lead = 0
        for piece in self._pieces:
            bare = len(piece) - len(piece.lstrip("\n"))
            lead += bare
            if bare < len(piece):
                break
        return lead

    def take(self) -> tuple[str, list[Marked]]:
        """The words and marks so far, trimmed; marks that are still open go on in the next block."""
        text = "".join(self._pieces).rstrip()
        lead = len(text) - len(text.lstrip("\n"))
        marks = self._marks + [(start, len(text), inline, target) for inline, target, start in self._open]
        self._pieces, self._length, self._last, self._marks = [], 0, "", []
        self._column = 0
        self._open = [(inline, target, 0) for inline, target, _ in self._open]
        shifted = (
            (max(start - lead, 0), min(end, len(text)) - lead, i, target) for start, end, i, target in marks
        )
        return text[lead:], [mark for mark in shifted if mark[0] < mark[1]]
