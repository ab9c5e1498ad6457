"""A section of an article, and the outline they make."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from corpus.document import Document


class Section(NamedTuple):
    """An entry of the outline.

    `start` and `end` are offsets in `Document.text`: `end` is where the next section of the same or
    a higher level starts, so that a section holds its children. `level` counts from 1. `paragraph`
    is the number of the first paragraph in it, None for front matter and where there is none.
    `inferred` marks what the program found and the author did not write; `note` is a remark about
    the section ("1 of 6 announced parts"); `front` marks what stands before the article itself.
    """

    title: str
    level: int
    start: int
    end: int
    paragraph: int | None = None
    inferred: bool = False
    note: str | None = None
    front: bool = False


class Outline:
    """The sections of an article in reading order, parents before their children."""

    __slots__ = ("_starts", "sections")

    def __init__(self, sections: tuple[Section, ...] = ()) -> None:
        self.sections = sections
        self._starts = [section.start for section in sections]

    def __len__(self) -> int:
        return len(self.sections)

    def at(self, offset: int) -> int | None:
        """The index of the innermost section that `offset` stands in; None outside of all."""
        index: int | None = bisect_right(self._starts, offset) - 1
        if index == -1:
            return None
        while index is not None and self.sections[index].end <= offset:
            index = self.parent(index)
        return index

    def parent(self, index: int) -> int | None:
        """The index of the section that holds this one; None at the top level."""
        level = self.sections[index].level
        for above in range(index - 1, -1, -1):
            if self.sections[above].level < level:
                return above
        return None

    def path(self, offset: int) -> tuple[str, ...]:
        """The titles of the sections that hold `offset`, outermost first."""
        titles: list[str] = []
        index = self.at(offset)
        while index is not None:
            titles.append(self.sections[index].title)
            index = self.parent(index)
        return tuple(reversed(titles))


class Entry(NamedTuple):
    """A section of which only the beginning is known yet; `counted` is false for front matter."""

    title: str
    level: int
    start: int
    inferred: bool = False
    note: str | None = None
    counted: bool = True


def sections_of(document: Document, entries: Sequence[Entry]) -> tuple[Section, ...]:
    """Make sections of entries in reading order: each ends where the next of its level or above starts."""
    ends = [len(document.text)] * len(entries)
    opened: list[int] = []
    for index, entry in enumerate(entries):
        while opened and entries[opened[-1]].level >= entry.level:
            ends[opened.pop()] = entry.start
        opened.append(index)
    return tuple(
        Section(
            entry.title,
            entry.level,
            entry.start,
            end,
            _first_paragraph(document, entry.start, end) if entry.counted else None,
            entry.inferred,
            entry.note,
            front=not entry.counted,
        )
        for entry, end in zip(entries, ends, strict=True)
    )


def _first_paragraph(document: Document, start: int, end: int) -> int | None:
    """The number of the first paragraph that starts in [start, end)."""
    counted, starts = document.blocks.counted, document.blocks.starts
    first = bisect_left(starts, start)
    before = counted[first - 1] if first else 0
    at = bisect_right(counted, before)
    return before + 1 if at < len(starts) and starts[at] < end else None
