"""The lines of the outline: which entry stands where, in one line or a few. No Textual in it.

What does not fit on the screen costs an integer: words are wrapped and cut when a line is asked for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from corpus.find import Span
from corpus.outline import Outline, Section
from tui.outline_signs import sign_of
from tui.outline_words import TitleLine, broken, led_up_to, phrase_behind, phrase_below

_AROUND_NUMBER: Final = 4
"""Cells kept free around a paragraph's number at the right."""
_SCROLLED: Final = 4
"""The part of its height by which an outline may be longer, and still have two lines an entry."""
_MOST_LINES: Final = 3
"""Lines that a title may have, where no entry has to be scrolled to for it."""
_DEEPEST: Final = 5
"""Levels beyond this one are indented no further."""
_LEAST: Final = {1: 10, 2: 6}
"""Cells for words, in one line or two, to which numbers and indents give way where a pane is narrow."""

_SEEN: Final = 4
"""Characters of a mark that are to be seen at least."""


class OutlineRow(NamedTuple):
    """A line of the outline: the entry it belongs to, its sign, words and number.

    `indent` is in cells; `begins` is true on an entry's first line, `note` on the lines of a remark;
    `marks` are spans of the words that are looked for, `phrase` what stands behind the words.
    """

    section: int
    indent: int
    sign: str
    words: str
    number: str
    begins: bool
    note: bool = False
    marks: tuple[Span, ...] = ()
    phrase: str = ""


class OutlineRows:
    """The lines of some entries of an outline; entries take two or three where all of them can afford it."""

    def __init__(
        self,
        outline: Outline,
        entries: Sequence[int],
        width: int,
        height: int,
        *,
        collapsed: Collection[int] = (),
        marks: Callable[[int], Sequence[Span]] | None = None,
    ) -> None:
        """Lay `entries`, indexes in ascending order, out over so many cells.

        The `collapsed` ones get the sign for that. `marks` tells what is looked for in the
        title of an entry: that is to be seen, wherever it stands; remarks and keyphrases are left out.
        """
        self.entries = entries
        self._outline, self._width, self._collapsed, self._marks = outline, width, collapsed, marks
        self._lines = 2 if 2 * len(entries) <= height + height // _SCROLLED else 1
        # A line more, for a keyphrase, where nothing has to be scrolled for it.
        self._roomy = 2 * len(entries) <= height and self._with_phrases() <= height
        numbers = _longest_number(outline) + _AROUND_NUMBER
        indent = 2 * min(outline.deepest, _DEEPEST)
        self._numbers = numbers if width - numbers - indent - 2 >= _LEAST[min(self._lines, 2)] else 1
        # An entry is its index, a remark on it the complement of that.
        self._items, self._entries_before = (entries, []) if marks else self._with_notes()
        if not (2 * len(entries) <= height and self._unscrolled(height)):
            self._starts, self._length = self._placed()

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, number: int) -> OutlineRow:
        if not 0 <= number < self._length:
            raise IndexError(number)
        index = bisect_right(self._starts, number) - 1
        return self._laid_out(self._items[index])[number - self._starts[index]]

    def __iter__(self) -> Iterator[OutlineRow]:
        for item in self._items:
            yield from self._laid_out(item)

    def lines_of(self, section: int | None) -> range:
        """The lines of an entry, without its remark; none where it is not shown."""
        if section is None:
            return range(0)
        entry = bisect_left(self.entries, section)
        if entry == len(self.entries) or self.entries[entry] != section:
            return range(0)
        index = entry + bisect_right(self._entries_before, entry)
        end = self._starts[index + 1] if index + 1 < len(self._starts) else self._length
        return range(self._starts[index], end)

    def shown(self, section: int | None) -> int | None:
        """The entry itself where it is shown, else the nearest shown one that holds it."""
        while section is not None and not self.lines_of(section):
            section = self._outline.parent(section)
        return section

    def span(self, section: int) -> Span:
        """The offsets of what an entry stands for: from where it starts up to the next that is shown."""
        sections = self._outline.sections
        start, end = sections[section].start, sections[section].end
        after = bisect_right(self.entries, section)
        return start, min(end, sections[self.entries[after]].start) if after < len(self.entries) else end

    def step(self, section: int | None, by: int) -> int | None:
        """The entry so many further on, or (negative) back; None where there are none at all."""
        if not self.entries:
            return None
        at = 0 if section is None else bisect_left(self.entries, section) + by
        return self.entries[max(0, min(at, len(self.entries) - 1))]

    def top(self, section: int | None, top: int, height: int) -> int:
        """The first line to show so that an entry is in view: `top` as it was where that will do.

        One line of air stands above the rows, and counts here.
        """
        most = max(0, self._length + 1 - height)
        lines = self.lines_of(section)
        if lines and (lines[0] < top or lines[-1] + 1 >= top + height - 1):
            top = lines[0] + 1 - height // 3
        return max(0, min(top, most))

    def _unscrolled(self, height: int) -> bool:
        """Whether titles may be as long as three lines, keyphrases with them if possible, and all be seen."""
        two = self._lines, self._roomy
        for self._roomy in (True, False):
            self._lines = _MOST_LINES
            self._starts, self._length = self._placed()
            if self._length <= height:
                return True
        self._lines, self._roomy = two
        return False

    def _placed(self) -> tuple[Sequence[int], int]:
        """The line that each item begins at, and how many lines there are."""
        if self._lines == 1:
            # There is nothing to lay out for that.
            return range(len(self._items)), len(self._items)
        starts = list(accumulate((len(self._laid_out(item)) for item in self._items), initial=0))
        length = starts.pop()
        return starts, length

    def _with_phrases(self) -> int:
        """The lines that all entries take at most, with a line for each keyphrase and with remarks."""
        sections = map(self._outline.sections.__getitem__, self.entries)
        return sum(2 + bool(section.phrase) + 2 * bool(section.note) for section in sections)

    def _with_notes(self) -> tuple[Sequence[int], list[int]]:
        """Entries and remarks in the order of their lines, and the entries before each remark.

        A remark stands below all that its entry holds.
        """
        sections = self._outline.sections
        if not any(sections[index].note for index in self.entries):
            return self.entries, []
        items: list[int] = []
        entries_before: list[int] = []
        noted: list[int] = []

        def close(level: int, before: int) -> None:
            while noted and level <= sections[noted[-1]].level:
                items.append(~noted.pop())
                entries_before.append(before)

        for before, index in enumerate(self.entries):
            close(sections[index].level, before)
            items.append(index)
            if sections[index].note:
                noted.append(index)
        close(0, len(self.entries))
        return items, entries_before

    def _laid_out(self, item: int) -> list[OutlineRow]:
        return self._entry(item) if item >= 0 else self._note(~item)

    def _entry(self, index: int) -> list[OutlineRow]:
        section = self._outline.sections[index]
        indent = self._indent(min(section.level, _DEEPEST) - 1)
        sign = f"▸{sign_of(section)}" if index in self._collapsed else sign_of(section)
        number = section.number if self._numbers > 1 else ""
        room = self._width - self._numbers - indent - 2
        lines = broken(section.title, room, self._lines, self._below_number(indent))
        marks = self._marks(index) if self._marks else ()
        if marks and min(marks[0][1], marks[0][0] + _SEEN) > lines[-1].end:
            lines = (*lines[:-1], led_up_to(section.title, marks[0][0], room))
        rows: list[OutlineRow] = []
        for line in lines:
            marked = tuple(line.spans(marks))
            rows.append(OutlineRow(index, indent, sign, line.words, number, not rows, marks=marked))
            sign = number = ""
        if section.phrase and not self._marks:
            self._add_phrase(rows, lines[-1], section, room)
        return rows

    def _add_phrase(self, rows: list[OutlineRow], line: TitleLine, section: Section, room: int) -> None:
        """Let a keyphrase stand behind the last line of its title, or on a line of its own below it."""
        index, indent = rows[0].section, rows[0].indent
        spare = len(rows) < self._lines
        if not spare and (phrase := phrase_behind(line, len(section.title), section.phrase, room)):
            rows[-1] = rows[-1]._replace(phrase=phrase)
        elif (spare or self._roomy) and (phrase := phrase_below(section.phrase, self._below_number(indent))):
            rows.append(OutlineRow(index, indent, "", "", "", begins=False, phrase=phrase))

    def _below_number(self, indent: int) -> int:
        """Cells for words on a line that has no number."""
        return self._width - indent - 4

    def _note(self, index: int) -> list[OutlineRow]:
        section = self._outline.sections[index]
        indent = self._indent(min(section.level, _DEEPEST))
        sign = "·"
        rows: list[OutlineRow] = []
        for line in broken(section.note or "", self._width - indent - 3, self._lines):
            rows.append(OutlineRow(index, indent, sign, line.words, "", begins=False, note=True))
            sign = ""
        return rows

    def _indent(self, steps: int) -> int:
        most = max(0, self._width - self._numbers - 4 - _LEAST[min(self._lines, 2)]) // 2
        return 2 + 2 * min(steps, most)


def outline_rows(outline: Outline, width: int, height: int, collapsed: Collection[int]) -> OutlineRows:
    """The lines of an outline, over so many cells, of which some entries hide what they hold."""
    return OutlineRows(outline, uncollapsed(outline, collapsed), width, height, collapsed=collapsed)


def uncollapsed(outline: Outline, collapsed: Collection[int]) -> Sequence[int]:
    """The entries that no collapsed one hides."""
    if not collapsed:
        return range(len(outline))
    shown: list[int] = []
    at = 0
    for index in sorted(collapsed):
        if index >= at:
            shown.extend(range(at, index + 1))
            at = outline.below(index).stop
    shown.extend(range(at, len(outline)))
    return shown


def _longest_number(outline: Outline) -> int:
    """The characters of the last number; they grow from section to section."""
    numbers = (section.number for section in reversed(outline.sections))
    return len(next(filter(None, numbers), "0"))
