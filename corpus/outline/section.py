"""A section of an article, and the outline they make."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from corpus.document import Structure
from corpus.labels import bare

Matter: TypeAlias = Literal["front", "body", "back"]
"""Where a section stands: before the article (a dateline, an editor's note), in it, or behind it."""


class Section(NamedTuple):
    """An entry of the outline.

    `start` and `end` are offsets in `Document.text`: `end` is where the next section of the same or
    a higher level starts, so that a section holds its children. `level` counts from 1. `paragraph`
    is the number of the first paragraph in it, as counted, None outside of the article and where there
    is none; `printed` what the source prints instead, "" where it prints none there, None where it
    prints none at all.
    `inferred` marks what the program found and the author did not write: of such a section `why` tells
    in a sentence what it was placed there for, and `phrase` is a run of its words that sets it off from
    the others, to stand behind the title. `note` is a remark about the section ("1 of 6 announced
    parts"). `matter` tells what stands before or behind the article itself. `by_reader` marks what
    the reader has named or placed.
    """

    title: str
    level: int
    start: int
    end: int
    paragraph: int | None = None
    inferred: bool = False
    note: str | None = None
    matter: Matter = "body"
    printed: str | None = None
    phrase: str = ""
    why: str = ""
    by_reader: bool = False

    @property
    def number(self) -> str:
        """What its first paragraph is called: by the number that the source prints, else the counted one."""
        if self.printed is not None:
            return self.printed
        return "" if self.paragraph is None else str(self.paragraph)


class Outline:
    """The sections of an article in reading order, parents before their children.

    `deepest` is the largest level among them, 0 where there are none.
    """

    __slots__ = ("_ends", "_parents", "_starts", "deepest", "sections")

    def __init__(self, sections: tuple[Section, ...] = ()) -> None:
        self.sections = sections
        self._starts = [section.start for section in sections]
        levels = [section.level for section in sections]
        self.deepest = max(levels, default=0)
        self._parents, self._ends = nested(levels)

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
        return self._parents[index]

    def below(self, index: int) -> range:
        """The indexes of all sections that this one holds, at whatever depth."""
        return range(index + 1, self._ends[index])

    def path(self, offset: int) -> tuple[str, ...]:
        """The titles of the sections that hold `offset`, outermost first."""
        titles: list[str] = []
        index = self.at(offset)
        while index is not None:
            titles.append(self.sections[index].title)
            index = self.parent(index)
        return tuple(reversed(titles))


class Entry(NamedTuple):
    """A section of which only the beginning is known yet: the fields of `Section` that do not follow."""

    title: str
    level: int
    start: int
    inferred: bool = False
    note: str | None = None
    matter: Matter = "body"
    phrase: str = ""
    why: str = ""
    by_reader: bool = False


def sections_of(document: Structure, entries: Sequence[Entry]) -> tuple[Section, ...]:
    """Make sections of entries in reading order: each ends where the next of its level or above starts."""
    starts = [*(entry.start for entry in entries), len(document.text)]
    _, after = nested([entry.level for entry in entries])
    ends = [starts[index] for index in after]
    return tuple(
        Section(
            entry.title,
            entry.level,
            entry.start,
            end,
            first_paragraph(document, entry.start, end) if entry.matter == "body" else None,
            entry.inferred,
            entry.note,
            entry.matter,
            first_printed(document, entry.start, end),
            entry.phrase,
            entry.why,
            entry.by_reader,
        )
        for entry, end in zip(entries, ends, strict=True)
    )


def nested(levels: Sequence[int]) -> tuple[list[int | None], list[int]]:
    """For each level the index of the one that holds it, and that of the first one it does not hold."""
    parents: list[int | None] = []
    ends = [len(levels)] * len(levels)
    opened: list[int] = []
    for index, level in enumerate(levels):
        while opened and levels[opened[-1]] >= level:
            ends[opened.pop()] = index
        parents.append(opened[-1] if opened else None)
        opened.append(index)
    return parents, ends


def first_paragraph(document: Structure, start: int, end: int) -> int | None:
    """The number of the first paragraph that starts in [start, end)."""
    counted, starts = document.blocks.counted, document.blocks.starts
    first = bisect_left(starts, start)
    before = counted[first - 1] if first else 0
    at = bisect_right(counted, before)
    return before + 1 if at < len(starts) and starts[at] < end else None


def first_printed(document: Structure, start: int, end: int) -> str | None:
    """The first number that the source prints in [start, end); None where it prints none anywhere."""
    starts, marks = document.labels.numbers
    if not starts:
        return None
    at = bisect_left(starts, start)
    return bare(marks[at]) if at < len(starts) and starts[at] < end else ""
