"""The lines of the outline: which entry stands where, in one line or two. No Textual in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from corpus.outline import Outline, Section
from tui import cells
from tui.looks import Piece

_AROUND_NUMBER: Final = 4
"""Cells kept free around a paragraph's number at the right."""
_SCROLLED: Final = 4
"""The part of its height by which an outline may be longer, and still have two lines an entry."""
_DEEPEST: Final = 5
"""Levels beyond this one are indented no further."""


class OutlineRow(NamedTuple):
    """A line of the outline: the entry it belongs to, its sign, words and number.

    `indent` is in cells; `begins` is true on an entry's first line, `note` on the lines of a remark.
    """

    section: int
    indent: int
    sign: str
    words: str
    number: str
    begins: bool
    note: bool = False


def outline_rows(outline: Outline, width: int, height: int, collapsed: Collection[int]) -> list[OutlineRow]:
    """Lay an outline out over so many cells; entries take two lines where all of them can afford it."""
    shown = list(_shown(outline, collapsed))
    lines = 2 if 2 * len(shown) <= height + height // _SCROLLED else 1
    largest = max((section.paragraph or 0 for section in outline.sections), default=0)
    numbers = len(str(largest)) + _AROUND_NUMBER
    rows: list[OutlineRow] = []
    notes: list[tuple[int, int]] = []
    for index in shown:
        level = outline.sections[index].level
        while notes and level <= notes[-1][0]:
            rows.extend(_note(outline, *notes.pop(), width, lines))
        rows.extend(_entry(outline, index, width - numbers, lines, index in collapsed))
        if outline.sections[index].note:
            notes.append((level, index))
    while notes:
        rows.extend(_note(outline, *notes.pop(), width, lines))
    return rows


def painted_entry(row: OutlineRow, width: int, *, here: bool = False, chosen: bool = False) -> list[Piece]:
    """A line of the outline over so many cells.

    `here` is the section that is read, `chosen` the one that the keys are at.
    """
    under = ("chosen",) if chosen and not row.note else ()
    words = (*under, "dim") if row.note else (*under, "title") if here else under
    sign = row.sign or " "
    used = row.indent + 2 + cells.width(row.words)
    number = row.number.rjust(width - used - 2)
    return [
        ("▌" if here and not row.note else " ", (*under, "accent")),
        (f"{' ' * (row.indent - 1)}{sign} ", (*under, "dim")),
        (row.words, words),
        (number, (*under, "dim")),
        (" " * max(0, width - used - len(number)), under),
    ]


def _shown(outline: Outline, collapsed: Collection[int]) -> Iterator[int]:
    """The entries that no collapsed one hides."""
    hidden_below = 0
    for index, section in enumerate(outline.sections):
        if hidden_below and section.level > hidden_below:
            continue
        hidden_below = section.level if index in collapsed else 0
        yield index


def _entry(outline: Outline, index: int, room: int, lines: int, collapsed: bool) -> Iterator[OutlineRow]:
    section = outline.sections[index]
    indent = 2 + 2 * (min(section.level, _DEEPEST) - 1)
    sign = "▸" if collapsed else _sign(section)
    number = str(section.paragraph) if section.paragraph is not None else ""
    first, *more = _broken(section.title, room - indent - 2, lines)
    yield OutlineRow(index, indent, sign, first, number, begins=True)
    for words in more:
        yield OutlineRow(index, indent, "", words, "", begins=False)


def _note(outline: Outline, level: int, index: int, width: int, lines: int) -> Iterator[OutlineRow]:
    indent = 2 + 2 * min(level, _DEEPEST)
    first, *more = _broken(outline.sections[index].note or "", width - indent - 3, lines)
    yield OutlineRow(index, indent, "·", first, "", begins=False, note=True)
    for words in more:
        yield OutlineRow(index, indent, "", words, "", begins=False, note=True)


def _sign(section: Section) -> str:
    if section.inferred:
        return "~"
    return "▪" if section.front else ""


def _broken(words: str, room: int, lines: int) -> list[str]:
    """The words over at most so many lines, with an ellipsis where they do not fit."""
    room = max(4, room)
    starts = cells.wrap(words, room)
    if not starts or lines == 1:
        return [cells.cut(words, room)]
    return [words[: starts[0]].rstrip(), cells.cut_at_word(words[starts[0] :], room)]
