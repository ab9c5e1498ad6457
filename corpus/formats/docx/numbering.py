"""Numbers and signs that Word prints before paragraphs, counted as it counts them.

Source: ECMA-376 Part 1, § 17.9.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from corpus.expression import expression
from corpus.formats.office.elements import child, is_on, local, value
from corpus.formats.office.numerals import number
from corpus.sanitiser import clean_line

_LEVELS: Final = 9
_PLACE: Final = expression(r"%([1-9])")
_FIGURES: Final = expression(r"\d{1,7}")
_LONGEST: Final = 60
BULLET: Final = "•"
_BULLETS: Final = {"o": "◦", "": "•", "·": "•"}
_PRIVATE: Final = range(0xE000, 0xF900)


class _Level(NamedTuple):
    format: str = "decimal"
    text: str = ""
    start: int = 1
    restarts_after: int | None = None
    is_legal: bool = False
    style: str = ""


class _List(NamedTuple):
    """A numbering: the definition that it counts by, the levels of its own, and where they start."""

    definition: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The numberings of a document, and how far each has come."""

    def __init__(self, root: Element | None, list_of_style: Callable[[str], str]) -> None:
        """Take the part that defines them, and what tells the numbering of a style of lists."""
        self._list_of_style = list_of_style
        self._levels: dict[str, dict[int, _Level]] = {}
        self._links: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, list[int]] = {}
        self._begun: set[str] = set()
        for one in root if root is not None else ():
            name = local(one.tag)
            if name == "abstractNum" and (key := value(one, "abstractNumId")):
                self._levels[key] = dict(_level(level) for level in one if local(level.tag) == "lvl")
                if link := value(child(one, "numStyleLink")):
                    self._links[key] = link
            elif name == "num" and (key := value(one, "numId")):
                self._lists[key] = _list(one)

    def next(self, list_id: str, level: int) -> str | None:
        """What is printed before the next paragraph at that level (from 0); None where it is in no list."""
        found = self._lists.get(list_id)
        if found is None or not 0 <= level < _LEVELS:
            return None
        definition = self._resolved(found.definition)
        levels = {**self._levels.get(definition, {}), **found.levels}
        if level not in levels:
            return None
        counters = self._counters.setdefault(definition, [0] * _LEVELS)
        used = self._counters.setdefault(f"{definition} used", [0] * _LEVELS)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for at in found.starts:
                used[at] = 0
        here = levels[level]
        if used[level]:
            counters[level] += 1
        else:
            counters[level] = found.starts.get(level, here.start)
        used[level] = 1
        for deeper in range(level + 1, _LEVELS):
            after = levels.get(deeper, here).restarts_after
            if after is None or (after and level < after):
                used[deeper] = 0
        for above in range(level):
            if not used[above]:
                counters[above], used[above] = levels.get(above, here).start, 1
        return _printed(levels, here, counters)

    def level_of_style(self, list_id: str, style: str) -> int | None:
        """The level of a numbering that belongs to a style of paragraphs; None where none does."""
        found = self._lists.get(list_id)
        if found is None:
            return None
        levels = {**self._levels.get(self._resolved(found.definition), {}), **found.levels}
        return next((at for at, level in levels.items() if level.style == style), None)

    def _resolved(self, definition: str) -> str:
        """The definition itself, or the one that the style stands for that it names."""
        if definition in self._links:
            found = self._lists.get(self._list_of_style(self._links[definition]))
            return found.definition if found else definition
        return definition


def _printed(levels: dict[int, _Level], here: _Level, counters: list[int]) -> str:
    if here.format == "bullet":
        return _bullet(here.text)

    def one(match_digit: str) -> str:
        at = int(match_digit) - 1
        format = "decimal" if here.is_legal else levels.get(at, here).format
        return number(counters[at], format)

    if here.format == "none" and "%" not in here.text:
        return clean_line(here.text)
    return clean_line(_PLACE.sub(lambda match: one(match[1]), here.text))[:_LONGEST]


def _bullet(text: str) -> str:
    """The sign of a list; that of a font of signs is "•", and white space none."""
    if text.isspace():
        return ""
    text = clean_line(text)[:3]
    if any(ord(character) in _PRIVATE for character in text):
        return BULLET
    return _BULLETS.get(text, text)


def _level(element: Element) -> tuple[int, _Level]:
    text = child(element, "lvlText")
    after = value(child(element, "lvlRestart"))
    picture = child(element, "lvlPicBulletId")
    said = value(text) or ""
    return _figure(value(element, "ilvl"), 0), _Level(
        value(child(element, "numFmt")) or "decimal",
        BULLET if picture is not None and not said else said[:_LONGEST],
        _figure(value(child(element, "start")), 0),
        _figure(after, 0) if after is not None else None,
        is_on(child(element, "isLgl")),
        value(child(element, "pStyle")) or "",
    )


def _list(element: Element) -> _List:
    levels: dict[int, _Level] = {}
    starts: dict[int, int] = {}
    for override in element:
        if local(override.tag) != "lvlOverride":
            continue
        at = _figure(value(override, "ilvl"), 0)
        if (own := child(override, "lvl")) is not None:
            levels[at] = _level(own)[1]
            starts[at] = levels[at].start
        if (start := child(override, "startOverride")) is not None:
            starts[at] = _figure(value(start), 1)
    return _List(
        value(child(element, "abstractNumId")) or "", levels, {k: v for k, v in starts.items() if k < 9}
    )


def _figure(said: str | None, otherwise: int) -> int:
    return int(said) if said and _FIGURES.fullmatch(said) else otherwise
