"""A section of an article, and the outline they make."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """An entry of the outline.

    `start` and `end` are offsets in `Document.text`: `end` is where the next section of the same or
    a higher level starts, so that a section holds its children. `level` counts from 1. `paragraph`
    is the number of the first paragraph in it, None for front matter and where there is none.
    `inferred` marks what the program found and the author did not write; `note` is a remark about
    the section ("1 of 6 announced parts").
    """

    title: str
    level: int
    start: int
    end: int
    paragraph: int | None = None
    inferred: bool = False
    note: str | None = None


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
