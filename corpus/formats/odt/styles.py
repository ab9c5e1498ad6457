"""Styles of an OpenDocument text: what paragraphs and runs are because of them, and how lists are numbered.

Source: Open Document Format 1.3, Part 3, §§ 16.2, 16.30 to 16.34, 19.469 to 19.506 and 20.
"""

from __future__ import annotations

from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from corpus.expression import expression
from corpus.formats.office.elements import child, local, value
from corpus.formats.office.numerals import number
from corpus.formats.office.roles import CODE_RUNS, Role, role_of
from corpus.sanitiser import clean_line

LEVELS: Final = 10
"""How deep lists and headings are numbered."""

_DEEPEST: Final = 30
_ENCODED: Final = expression(r"_([0-9a-f]{2,4})_")
_FIGURES: Final = expression(r"\d{1,7}")
_BOLD: Final = frozenset(("bold", "600", "700", "800", "900"))
_PRIVATE: Final = range(0xE000, 0xF900)
_LONGEST: Final = 40


class Style(NamedTuple):
    """What a style says, and what those say that it is based on.

    `heading` is the level from 1 that its paragraphs have in the outline, or 0; `high` is 1 for what is set
    high and -1 for what is set low; a paragraph that `is_line` only draws one.
    """

    role: Role | None = None
    list_style: str = ""
    heading: int = 0
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    high: int = 0
    is_code: bool = False
    is_line: bool = False


class Level(NamedTuple):
    """How a level of a list is numbered: what stands before and behind the number, and its format.

    `shown` is how many levels are shown in the number; `bullet` the sign of a list without numbers.
    """

    format: str = ""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1
    bullet: str | None = None


class Styles:
    """The styles that were met so far."""

    def __init__(self) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._known: dict[tuple[str, str], Style] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        """How headings are numbered, by their level."""
        self.outline_name = ""
        """The name that lists have in which headings stand that are numbered so."""

    def take(self, styles: Element) -> None:
        """Take the styles in an element."""
        for one in styles:
            name = local(one.tag)
            if name == "style":
                self._elements[(value(one, "family") or "", value(one, "name") or "")] = one
            elif name == "list-style":
                self._lists[value(one, "name") or ""] = dict(map(_level, one))
            elif name == "outline-style":
                self.outline = dict(map(_level, one))
                self.outline_name = value(one, "name") or ""

    def of(self, name: str, family: str = "paragraph") -> Style:
        """The style with that name; one that says nothing where there is none."""
        key = (family, name)
        if key not in self._known:
            chain: list[Element] = []
            while (element := self._elements.get((family, name))) is not None and len(chain) < _DEEPEST:
                chain.append(element)
                name = value(element, "parent-style-name") or ""
            style = _named(Style(), name) if name else Style()
            for element in reversed(chain):
                style = _with(style, element)
            self._known[key] = style
        return self._known[key]

    def levels(self, list_style: str) -> dict[int, Level]:
        """How a list is numbered, by its levels from 1."""
        return self._lists.get(list_style, {})


def printed(levels: dict[int, Level], at: int, counts: list[int]) -> str:
    """What is printed at a level, `counts` being the numbers of all levels from 1 on."""
    here = levels.get(at, Level())
    if here.bullet is not None:
        return here.bullet
    if not here.format:
        return ""
    above = range(max(1, at - here.shown + 1), at)
    shown = (number(counts[one], levels[one].format) for one in above if one in levels)
    figures = ".".join([*filter(None, shown), number(counts[at], here.format)])
    return clean_line(f"{here.prefix}{figures}{here.suffix}")


def _with(style: Style, element: Element) -> Style:
    """A style with what one that is based on it says."""
    style = _named(style, value(element, "display-name") or value(element, "name") or "")
    if (list_style := value(element, "list-style-name")) is not None:
        style = style._replace(list_style=list_style)
    if (level := value(element, "default-outline-level")) is not None:
        style = style._replace(heading=int(level) if level in set("123456789") else 0)
    faces = child(element, "text-properties")
    for key, said in faces.items() if faces is not None else ():
        name = local(key)
        if name == "font-weight":
            style = style._replace(bold=said in _BOLD)
        elif name == "font-style":
            style = style._replace(italic=said in ("italic", "oblique"))
        elif name == "display":
            style = style._replace(hidden=said == "none")
        elif name == "text-position":
            style = style._replace(high=_height(said))
    return style


def _named(style: Style, written: str) -> Style:
    name = _ENCODED.sub(lambda match: chr(int(match[1], 16)), written).lower()
    return style._replace(
        role=role_of(name, style.role),
        is_code=style.is_code or name in CODE_RUNS,
        is_line=style.is_line or name == "horizontal line",
    )


def _height(said: str) -> int:
    position = said.split(" ", 1)[0]
    if position in ("super", "sub"):
        return 1 if position == "super" else -1
    if position.startswith("-"):
        return -1
    return int(position.rstrip("%").replace(".", "", 1).isdecimal() and position.strip("0.%") != "")


def _level(element: Element) -> tuple[int, Level]:
    name = local(element.tag)
    at = min(_figure(value(element, "level"), 0), LEVELS)
    if "bullet" in name or "image" in name:
        sign = clean_line(value(element, "bullet-char") or "•")[:2]
        return at, Level(bullet="•" if any(ord(one) in _PRIVATE for one in sign) else sign)
    return at, Level(
        value(element, "num-format") or "",
        (value(element, "num-prefix") or "")[:_LONGEST],
        (value(element, "num-suffix") or "")[:_LONGEST],
        max(1, _figure(value(element, "display-levels"), 1)),
        _figure(value(element, "start-value"), 1),
    )


def _figure(said: str | None, otherwise: int) -> int:
    return int(said) if said and _FIGURES.fullmatch(said) else otherwise
