"""The lines of the outline: which entry stands where, in one line or two. No Textual in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from corpus.outline import Outline, Section
from tui import cells

_AROUND_NUMBER: Final = 3
"""Cells kept free around a paragraph's number at the right."""
_DEEPEST: Final = 5
"""Levels beyond this one are indented no further."""


class OutlineRow(NamedTuple):
    """A line of the outline: the entry it belongs to, its sign, words and number.

    `indent` is in cells. A remark about an entry has the sign "·".
    """

    section: int
    indent: int
    sign: str
    words: str
    number: str
    begins: bool


def outline_rows(outline: Outline, width: int, height: int, collapsed: Collection[int]) -> list[OutlineRow]:
    """Lay an outline out over so many cells; entries take two lines where all of them can afford it."""
    shown = list(_shown(outline, collapsed))
    lines = 2 if 2 * len(shown) <= height else 1
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
    yield OutlineRow(index, indent, sign, first, number, True)
    for words in more:
        yield OutlineRow(index, indent, "", words, "", False)


def _note(outline: Outline, level: int, index: int, width: int, lines: int) -> Iterator[OutlineRow]:
    indent = 2 + 2 * min(level, _DEEPEST)
    first, *more = _broken(outline.sections[index].note or "", width - indent - 3, lines)
    yield OutlineRow(index, indent, "·", first, "", False)
    for words in more:
        yield OutlineRow(index, indent, "", words, "", False)


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
    return [words[: starts[0]].rstrip(), cells.cut(words[starts[0] :], room)]
