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
from tui import cells
from tui.outline_signs import sign_of
from tui.outline_words import TitleLine, broken, led_up_to, phrase_behind, phrase_below

_RIGHT: Final = 2
"""Cells of air at the right of numbers, and of all lines but an entry's first."""
_AROUND_NUMBER: Final = 2 + _RIGHT
"""Cells kept free around a paragraph's number at the right."""
_SCROLLED: Final = 4
"""The part of its height by which an outline may be longer, and still have two lines a title."""
_MOST_LINES: Final = 3
"""Lines that a title may take where nothing has to be scrolled for them."""
_DEEPEST: Final = 5
"""Levels beyond this one are indented no further."""
_STEADY: Final = 2
"""Lines of a title beside the article itself, and while words are looked for: each key shows others then."""
_LEAST: Final = (10, 6)
"""Cells for words, in one line or in more, to which numbers and indents give way where a pane is narrow."""

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
    """The lines of some entries of an outline; titles take more than one where all of them can afford it."""

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
        # An entry is its index, a remark on it the complement of that.
        self._items, self._entries_before = (entries, []) if marks else self._with_notes()
        self._fit_lines(height)
        # The line that each of them begins at: with one line each, there is nothing to lay out for that.
        self._starts: Sequence[int] = range(len(self._items))
        self._length = len(self._items)
        if self._lines > 1:
            *self._starts, self._length = accumulate(map(self._count, self._items), initial=0)

    def _fit_lines(self, height: int) -> None:
        """Find out how many lines a title may take, and then an entry together with its keyphrase."""
        for lines in range(_STEADY if self._marks else _MOST_LINES, 1, -1):
            self._set_lines(lines)
            limit = height if lines > _STEADY else height + height // _SCROLLED
            if self._fits(limit):
                break
        else:
            self._set_lines(1)
            return
        limit = height if self._fits(height) else limit
        self._with_phrase = self._lines + 1
        while self._with_phrase > 1 and not self._fits(limit):
            self._with_phrase -= 1

    def _set_lines(self, lines: int) -> None:
        self._lines, self._with_phrase = lines, 1
        numbers = _longest_number(self._outline) + _AROUND_NUMBER
        indent = 2 * min(self._outline.deepest, _DEEPEST)
        self._numbers = numbers if self._width - numbers - indent - 2 >= _LEAST[lines > 1] else 1

    def _fits(self, limit: int) -> bool:
        return len(self._items) <= limit and sum(map(self._count, self._items)) <= limit

    def _count(self, item: int) -> int:
        return len(self._laid_out(item))

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
        most = self._lines if section.matter == "body" else min(self._lines, _STEADY)
        lines = broken(section.title, room, most, self._below(indent))
        marks = self._marks(index) if self._marks else ()
        if marks and min(marks[0][1], marks[0][0] + _SEEN) > lines[-1].end:
            lines = (*lines[:-1], led_up_to(section.title, marks[0][0], room))
        rows: list[OutlineRow] = []
        for line in lines:
            marked = tuple(line.spans(marks))
            rows.append(OutlineRow(index, indent, sign, line.words, number, not rows, marks=marked))
            sign = number = ""
        if section.phrase and not self._marks:
            self._add_phrase(rows, lines[-1], section, self._below(indent) if len(rows) > 1 else room)
        return rows

    def _add_phrase(self, rows: list[OutlineRow], line: TitleLine, section: Section, room: int) -> None:
        """Let a keyphrase stand on a line of its own below its title, or behind the last line of that.

        That has `room`.
        """
        index, indent = rows[0].section, rows[0].indent
        below = phrase_below(section.phrase, self._below(indent)) if len(rows) < self._with_phrase else ""
        behind = phrase_behind(line, len(section.title), section.phrase, room)
        if behind and not (below and len(rows) == 1):
            rows[-1] = rows[-1]._replace(phrase=behind)
        elif below:
            rows.append(OutlineRow(index, indent, "", "", "", begins=False, phrase=below))

    def _note(self, index: int) -> list[OutlineRow]:
        section = self._outline.sections[index]
        indent = self._indent(min(section.level, _DEEPEST))
        sign, words = "·", section.note or ""
        room = self._width - indent - 3
        if self._lines == 1:
            words = cells.cut_at_word(words, room)  # its number tells more than a whole phrase would
        rows: list[OutlineRow] = []
        for line in broken(words, room, self._lines):
            rows.append(OutlineRow(index, indent, sign, line.words, "", begins=False, note=True))
            sign = ""
        return rows

    def _below(self, indent: int) -> int:
        """The cells for words in the lines below an entry's first, where no number stands."""
        return self._width - indent - 2 - _RIGHT

    def _indent(self, steps: int) -> int:
        most = max(0, self._width - self._numbers - 4 - _LEAST[self._lines > 1]) // 2
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
