"""A table of contents as it is printed: lines that end in the number of a page, or lead to what they name."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.formats.pdf.pieces import Line
from corpus.outline.numbering import roman

_LEADERS: Final = expression(r"(?:[.…·_]\s*){4,}\s*(?:\w{1,9}[-.])?(?:\d{1,4}|[ivxlc]{1,8})\s*$")
_PAGE: Final = expression(r"(?:\w{1,3}[-.])?(?:\d{1,4}|[ivxlc]{1,8})")
_NUMBERED: Final = expression(r"[^\W\d].*\s(\d{1,4}|[ivxlc]{1,8})$")
_TITLE: Final = expression(
    r"(?i)(?:table\s+of\s+)?contents|inhalt(?:sverzeichnis)?|table\s+des\s+mati[èe]res|sommaire"
    r"|[íi]ndice(?:\s+general)?|sommario|indice|目\s*[录錄次]|содержание|оглавление|toc"
)
_INDEX: Final = expression(r"(?i)index")
"""What some call their contents; an index by words does not lead to places from its words themselves."""
_LEAST: Final = 3
_GAPS: Final = 3
_LONG: Final = 1
"""Lines of an entry before its last one."""
_FLUSH: Final = 2.0
_LONGEST: Final = 1_000
"""Characters of a line: in one of nothing but dots, leaders would be looked for without end."""


class Split(NamedTuple):
    """A page's lines: those before its printed contents, those of it, and those after."""

    before: list[Line]
    contents: list[Line]
    after: list[Line]


def without_contents(lines: list[Line], *, going_on: bool = False) -> Split:
    """Find the printed contents on a page; it has none where fewer than three lines are like its lines.

    `going_on` tells that the page before ends in contents.
    """
    places = [at for at, line in enumerate(lines) if _is_entry(line)]
    title = next((at for at, line in enumerate(lines) if _TITLE.fullmatch(line.text)), None)
    bare, led = _without_leaders(lines, title), _with_leaders(lines, title, places, going_on=going_on)
    return bare if len(bare.contents) > len(led.contents) else led


def _with_leaders(lines: list[Line], title: int | None, places: list[int], *, going_on: bool) -> Split:
    """Contents that have leaders, or links and gaps: `places` are where such lines are."""
    least = 1 if title is not None or (going_on and places[:1] == [0]) else _LEAST
    if len(places) < least:
        return Split(lines, [], [])
    # Only lines close together: what stands between may be the rest of a long title.
    first = last = places[0]
    for at in places[1:]:
        if at - last > _GAPS and not all(map(_ends_in_page, lines[last + 1 : at])):
            break
        last = at
    if title is not None and title < first and all(map(_ends_in_page, lines[title + 1 : first])):
        first = title + 1
    inside = sum(at in places or _ends_in_page(lines[at]) for at in range(first, last + 1))
    if inside < least or inside * 2 < last - first + 1:
        return Split(lines, [], [])
    last = _flush_with(lines, last)
    if title is not None and title < first and first - title <= _GAPS:
        first = title
    elif first and first <= _GAPS and inside >= _LEAST:
        first = 0
    return Split(lines[:first], lines[first : last + 1], lines[last + 1 :])


def _without_leaders(lines: list[Line], title: int | None) -> Split:
    """Contents whose entries have no leaders: below a title, page numbers that never fall, or links alone."""
    if title is not None and (end := _end_of(lines, title + 1, _Numbers().is_next)):
        return Split(lines[:title], lines[title:end], lines[end:])
    if title is None:
        title = next((at for at, line in enumerate(lines) if _INDEX.fullmatch(line.text)), None)
    if title is not None and (end := _end_of(lines, title + 1, _leads_inside)):
        return Split(lines[:title], lines[title:end], lines[end:])
    return Split(lines, [], [])


def _end_of(lines: list[Line], first: int, is_entry: Callable[[Line], bool]) -> int:
    """Where a run of entries that begins with a line ends; 0 where fewer than three are there."""
    end, count = first, 0
    for at in range(first, len(lines)):
        if is_entry(lines[at]):
            end, count = at + 1, count + 1
        elif at - end >= _LONG:
            break
    return end if count >= _LEAST else 0


class _Numbers:
    """The numbers at the ends of entries, small letters before figures, none less than the one before."""

    def __init__(self) -> None:
        self._last = (0, 0)

    def is_next(self, line: Line) -> bool:
        """Whether a line ends in a number that may follow."""
        match = _numbered(line)
        if not match or line.mono:
            return False
        number = (1, int(match[1])) if match[1].isdecimal() else (0, roman(match[1].upper()) or 0)
        if number < self._last:
            return False
        self._last = number
        return True


def _leads_inside(line: Line) -> bool:
    """Whether all words of a line lead to places in the file."""
    wordy = [piece for piece in line.pieces if any(map(str.isalnum, piece.text))]
    return bool(wordy) and all(piece.target.startswith("#page=") for piece in wordy)


def _flush_with(lines: list[Line], last: int) -> int:
    """The last line that goes on with entries: one too long for leaders, its number below theirs."""
    edge = lines[last].x1
    for at in range(last + 1, len(lines)):
        if not _ends_in_page(lines[at]) or abs(lines[at].x1 - edge) >= _FLUSH:
            break
        last = at
    return last


def _is_entry(line: Line) -> bool:
    if line.mono:
        return False
    if _leaders(line.text):
        return True
    return (
        len(line.segments) > 1
        and bool(_PAGE.fullmatch(line.segments[-1].text.strip()))
        and line.segments[-1].x0 - line.segments[-2].x1 > line.size
        and any(piece.target.startswith("#page=") for piece in line.pieces)
    )


def _ends_in_page(line: Line) -> bool:
    """Whether a line among entries may be one without leaders."""
    return bool(_numbered(line))


def _numbered(line: Line) -> re.Match[str] | None:
    return _NUMBERED.search(line.text) if len(line.text) <= _LONGEST else None


def plain(line: Line) -> str:
    """An entry with one gap in place of its leaders."""
    text = line.text
    match = _leaders(text)
    if not match:
        return text
    number = match[0].split()[-1].lstrip(".…·_")
    return f"{text[: match.start()].rstrip()} … {number}"


def _leaders(text: str) -> re.Match[str] | None:
    return _LEADERS.search(text) if len(text) <= _LONGEST else None
