"""Styles of a Word file: what a paragraph or a run is because of its style.

Source: ECMA-376 Part 1, § 17.7. The names of built-in styles are English in every language of Word's.
"""

from __future__ import annotations

from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from corpus.expression import expression
from corpus.formats.office.elements import child, is_on, local, value
from corpus.formats.office.roles import CODE_RUNS, Role, role_of

_DEEPEST: Final = 30
"""Styles that a style may be based on, one after the other."""
_HEADING: Final = expression(r"heading ([1-9])")


class Style(NamedTuple):
    """What a style says, and what those say that it is based on.

    `heading` is a level from 1, or 0; `list_id` and `list_level` are its numbering; the rest are the faces of
    runs, None where nothing is said.
    """

    heading: int = 0
    role: Role | None = None
    list_id: str = ""
    list_level: int = 0
    is_tight: bool = False
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    high: str = ""
    is_code: bool = False


_NONE: Final = Style()


class Styles:
    """The styles of a document, by their identifiers."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._known: dict[str, Style] = {}
        self.usual = ""
        """The style of paragraphs that name none."""
        for one in root if root is not None else ():
            if local(one.tag) == "style" and (name := value(one, "styleId")):
                self._elements[name] = one
                if value(one, "type") == "paragraph" and value(one, "default") in ("1", "true", "on"):
                    self.usual = name

    def of(self, name: str) -> Style:
        """The style with that identifier; one that says nothing where there is none."""
        if name not in self._known:
            style = _NONE
            for element in reversed(self._chain(name)):
                style = _with(style, element)
            self._known[name] = style
        return self._known[name]

    def list_of(self, name: str) -> str:
        """The numbering that a style of lists stands for."""
        return self.of(name).list_id

    def _chain(self, name: str) -> list[Element]:
        """A style, the one that it is based on, and so on."""
        chain: list[Element] = []
        while (element := self._elements.get(name)) is not None and len(chain) < _DEEPEST:
            chain.append(element)
            name = value(child(element, "basedOn")) or ""
        return chain


def _with(style: Style, element: Element) -> Style:
    """A style with what one that is based on it says."""
    name = (value(child(element, "name")) or "").lower()
    properties = child(element, "pPr")
    faces = child(element, "rPr")
    style = style._replace(role=role_of(name, style.role), is_tight=style.is_tight or name == "compact")
    if match := _HEADING.fullmatch(name):
        style = style._replace(heading=int(match[1]), role=None)
    if (level := value(child(properties, "outlineLvl"))) is not None:
        style = style._replace(heading=int(level) + 1 if level in set("012345678") else 0)
    if (numbering := child(properties, "numPr")) is not None:
        list_id, list_level = numbering_in(numbering)
        style = style._replace(
            list_id=style.list_id if list_id is None else list_id,
            list_level=style.list_level if list_level is None else list_level,
        )
    if (spacing := child(properties, "contextualSpacing")) is not None:
        style = style._replace(is_tight=is_on(spacing))
    return faced(style, faces)._replace(is_code=style.is_code or name in CODE_RUNS)


def faced(style: Style, faces: Element | None) -> Style:
    """A style with the faces that the properties of a run have."""
    for one in faces if faces is not None else ():
        name = local(one.tag)
        if name == "b":
            style = style._replace(bold=is_on(one))
        elif name == "i":
            style = style._replace(italic=is_on(one))
        elif name == "vanish":
            style = style._replace(hidden=is_on(one))
        elif name == "vertAlign":
            style = style._replace(high=value(one) or "")
    return style


def numbering_in(element: Element) -> tuple[str | None, int | None]:
    """The numbering and the level that `w:numPr` names; None for what it does not name."""
    level = value(child(element, "ilvl"))
    return value(child(element, "numId")), int(level) if level and level in set("012345678") else None
