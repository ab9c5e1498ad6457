"""A table of contents as it is printed: lines that end in the number of a page."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.formats.pdf.pieces import Line

_LEADERS: Final = expression(r"(?:[.…·_]\s*){4,}\s*(?:\w{1,9}[-.])?(?:\d{1,4}|[ivxlc]{1,8})\s*$")
_PAGE: Final = expression(r"(?:\w{1,3}[-.])?(?:\d{1,4}|[ivxlc]{1,8})")
_NUMBERED: Final = expression(r"[^\W\d].*\s(?:\d{1,4}|[ivxlc]{1,8})$")
_TITLE: Final = expression(
    r"(?i)(?:table\s+of\s+)?contents|inhalt(?:sverzeichnis)?|table\s+des\s+mati[èe]res|sommaire"
    r"|[íi]ndice(?:\s+general)?|sommario|indice|目\s*[录錄次]|содержание|оглавление|toc"
)
_LEAST: Final = 3
_GAPS: Final = 3
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
    if title is not None and title < first and first - title <= _GAPS:
        first = title
    elif first and first <= _GAPS and inside >= _LEAST:
        first = 0
    return Split(lines[:first], lines[first : last + 1], lines[last + 1 :])


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
    return bool(_NUMBERED.search(line.text))


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
