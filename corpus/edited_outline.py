"""An outline as its reader has it: entries that were renamed, removed, joined or added.

The text is never touched, nor the outline that was made of it: whoever cites goes by that one, in the
author's own words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple, TypeAlias, get_args

from corpus.document import Document, Kind, Readable
from corpus.labels import bare
from corpus.outline.labels import label
from corpus.outline.section import Outline, Section, first_paragraph, first_printed, nested
from corpus.passages.passage import Passage
from corpus.passages.selectors import Part, part_of

Change: TypeAlias = Literal["renamed", "removed", "joined", "added"]
CHANGES: Final[tuple[Change, ...]] = get_args(Change)

_FOUND_BY: Final = 400
"""Characters by which an entry is found again."""
_LOOKED_AT: Final = 60
"""Blocks of a large text among which the first one with a number is looked for."""
_PLACED: Final = "You placed this entry here."
_READ: Final = 900
"""Characters of a paragraph of which its label is made."""


class OutlineEdit(NamedTuple):
    """One change to an outline, at the entry that begins at the offset `start`.

    "renamed" calls it `title`, or, where that is "", what it was called. "removed" takes it away, and what
    it held moves up a level; "joined" takes it away, and what it held goes to the entry before it. "added"
    lets an entry begin there, at `level` (from 1); without a `title` the words that begin there name it.
    `was` is what the entry was called before, `level` where it stood.
    """

    change: Change
    start: int
    title: str = ""
    level: int = 1
    was: str = ""


def edited(document: Readable, outline: Outline, edits: Iterable[OutlineEdit]) -> Outline:
    """The outline of a document with these changes made to it, one after the other.

    A change that finds nothing to change, because the outline is made otherwise meanwhile, is left out;
    but a name that the reader gave is kept: there, an entry begins.
    """
    made = _Making(document, outline)
    for edit in edits:
        made.make(edit)
    return made.outline()


def anchored(document: Readable, edit: OutlineEdit, span: tuple[int, int] | None) -> OutlineEdit | None:
    """The same change where the words were found that its entry begins with; None where they were not."""
    if span is None:
        return None
    # The first words of the paragraph may be others now.
    block = document.block_near(span[0])
    return edit._replace(start=block.start if block.end > span[0] else span[0])


def part_at(document: Readable, start: int) -> Part:
    """What an entry that begins at an offset is found again by: the beginning of the block there."""
    block = document.block_near(start)
    end = min(max(block.end, start), start + _FOUND_BY)
    return part_of(Passage(document, Outline(), start, end))


class _Making:
    """The entries of an outline while it is changed."""

    def __init__(self, document: Readable, outline: Outline) -> None:
        self._document = document
        self._sections = list(outline.sections)
        self._end = self._sections[-1].end if self._sections else len(document.text)
        self._added: set[int] = set()
        self._written: dict[int, Section] = {}
        """By their offsets, entries that were renamed, as they were."""

    def make(self, edit: OutlineEdit) -> None:
        """Make one change."""
        if not 0 <= edit.start < self._end:
            return
        index = self._at(edit.start, edit.was)
        if edit.change in ("removed", "joined"):
            if index is not None:
                self._take_away(index, rising=edit.change == "removed")
        elif index is None:
            if edit.title or edit.change == "added":
                self._add(edit)
        elif edit.title:
            self._rename(index, edit.title)
        elif edit.change == "renamed":
            self._name_back(index)
        elif self._sections[index].inferred:
            self._sections[index] = self._sections[index]._replace(
                inferred=False, by_reader=True, why=_PLACED
            )

    def _at(self, start: int, called: str) -> int | None:
        """The index of the entry that begins at an offset; of several that of the one with a title."""
        first = bisect_left(self._sections, start, key=lambda section: section.start)
        end = bisect_right(self._sections, start, first, key=lambda section: section.start)
        there = range(first, end)
        return next((at for at in there if self._sections[at].title == called), there[0] if there else None)

    def _rename(self, index: int, title: str) -> None:
        section = self._sections[index]
        was = self._written.setdefault(section.start, section)
        self._sections[index] = section._replace(
            title=title, inferred=False, phrase="", by_reader=True, why=self._why(was)
        )

    def _name_back(self, index: int) -> None:
        section = self._sections[index]
        if was := self._written.pop(section.start, None):
            self._sections[index] = was._replace(level=section.level)

    def _why(self, was: Section) -> str:
        if was.by_reader:
            return was.why
        words = " ".join(self._document.text[was.start : was.start + 2 * len(was.title) + 40].split())
        by_author = not was.inferred and words.startswith(was.title)
        return f"You named this entry; {'the author wrote' if by_author else 'it was called'} “{was.title}”."

    def _take_away(self, index: int, *, rising: bool) -> None:
        gone = self._sections.pop(index)
        self._written.pop(gone.start, None)
        if not rising:
            return
        for at in range(index, len(self._sections)):
            below = self._sections[at]
            if below.level <= gone.level:
                break
            self._sections[at] = below._replace(level=below.level - 1)

    def _add(self, edit: OutlineEdit) -> None:
        index = bisect_left(self._sections, edit.start, key=lambda section: section.start)
        before = self._sections[index - 1] if index else None
        beside = before if before and before.matter != "body" and edit.start < before.end else None
        added = Section(
            edit.title or words_at(self._document, edit.start),
            max(1, edit.level),
            edit.start,
            beside.end if beside else self._end,
            matter=beside.matter if beside else "body",
            why=_PLACED,
            by_reader=True,
        )
        self._sections.insert(index, added)
        self._added.add(edit.start)
        if edit.title:
            self._written[edit.start] = added._replace(title=words_at(self._document, edit.start))

    def outline(self) -> Outline:
        """The outline as it is now: levels without gaps, and each section up to where the next one begins."""
        sections = self._sections
        above: list[Section] = []
        levels: list[int] = []
        for section in sections:
            while above and not _may_hold(above[-1], section):
                above.pop()
            above.append(section)
            levels.append(len(above))
        starts = [*(section.start for section in sections), self._end]
        _, after = nested(levels)
        return Outline(
            tuple(
                self._placed(section, level, _end(section, starts[following]))
                for section, level, following in zip(sections, levels, after, strict=True)
            )
        )

    def _placed(self, section: Section, level: int, end: int) -> Section:
        """A section with its level, its end, and the numbers of its first paragraph."""
        if section.end == end and section.start not in self._added:
            return section if section.level == level else section._replace(level=level)
        start, document = section.start, self._document
        if isinstance(document, Document):
            paragraph, printed = first_paragraph(document, start, end), first_printed(document, start, end)
        else:
            paragraph, printed = _first_numbers(document, start, end)
        paragraph = paragraph if section.matter == "body" else None
        return section._replace(level=level, end=end, paragraph=paragraph, printed=printed)


def _may_hold(above: Section, section: Section) -> bool:
    """Whether a section that begins before another one can hold it."""
    return above.level < section.level and above.matter in ("body", section.matter)


def _end(section: Section, following: int) -> int:
    """Where a section ends behind which the next one begins at an offset."""
    # What stands before or behind the article does not reach into it.
    return following if section.matter == "body" else min(section.end, following)


def words_at(document: Readable, start: int) -> str:
    """What an entry that begins at an offset is called where nobody has named it."""
    block = document.block_near(start)
    words = document.text[start : min(block.end, start + _READ)]
    return " ".join(words.split()) if block.kind is Kind.HEADING else label(words)


def _first_numbers(document: Readable, start: int, end: int) -> tuple[int | None, str | None]:
    """The numbers of the first paragraph in [start, end) of a large text, as counted and as printed."""
    paragraph: int | None = None
    printed = "" if document.prints_numbers else None
    block = document.block_near(start)
    for _ in range(_LOOKED_AT):
        if block.start >= start:
            paragraph = block.number if paragraph is None else paragraph
            printed = printed or (bare(document.mark_before(block)) if printed is not None else None)
        following = document.block_after(block.start)
        if (paragraph is not None and printed != "") or following is None or following.start >= end:
            break
        block = following
    return paragraph, printed
