"""Pictures of a Word file: the words that stand for one, where it lies, and the boxes of text among them.

Sources: ECMA-376 Part 1, §§ 20.4 (drawings) and 17.17.1 (boxes of text); Part 4, § 14 (VML).
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from corpus.formats.docx.package import Relation
from corpus.formats.office.elements import local, value
from corpus.formats.office.picturing import TINY, described

_MACHINES: Final = "Description automatically generated"
_SHOWN: Final = frozenset(("blip", "imagedata", "chart", "relIds"))
"""What is seen as a picture: others are shapes and lines."""
_EMU: Final = 360_000
"""Units of drawings in a centimetre."""


class Picture(NamedTuple):
    """What stands for a picture ("picture" where its author says nothing), and where it lies.

    One that stands `beside` the words is none of them: no word goes on behind it.
    """

    words: str
    target: str
    beside: bool = False


class Drawn(NamedTuple):
    """The pictures of a drawing, and its boxes of text."""

    pictures: list[Picture]
    boxes: list[Element]


def drawn(element: Element, relations: Mapping[str, Relation]) -> Drawn:
    """What is to be read of `w:drawing`, `w:pict` or `w:object`."""
    boxes: list[Element] = []
    words = target = ""
    seen = adorns = tiny = beside = False
    waiting = [element]
    while waiting:
        one = waiting.pop()
        name = local(one.tag)
        if name == "txbxContent":
            boxes.append(one)
            continue
        if name in ("docPr", "shape", "rect"):
            said = value(one, "descr") or value(one, "alt") or value(one, "title") or ""
            words = words or described(said.replace(_MACHINES, ""))
        elif name == "decorative":
            adorns = adorns or value(one) in ("1", "true")
        elif name == "extent":
            tiny = tiny or all(_length(value(one, side)) < TINY * _EMU for side in ("cx", "cy"))
        elif name == "anchor":
            beside = True
        elif name in _SHOWN:
            seen = True
            target = target or _target(one, relations)
        if name == "AlternateContent":
            waiting.extend(reversed(list(choice(one))))
        else:
            waiting.extend(reversed(one))
    shown = ((seen and not tiny) or bool(words)) and not adorns
    return Drawn([Picture(words or "picture", target, beside)] if shown else [], boxes)


def _length(said: str | None) -> float:
    return float(said) if said and said.isdecimal() and len(said) < 12 else inf


def choice(element: Element) -> Element:
    """Of the same thing written for newer and for older programs (`mc:AlternateContent`), the first."""
    for one in element:
        if local(one.tag) == "Choice":
            return one
    return element[0] if len(element) else element


def _target(element: Element, relations: Mapping[str, Relation]) -> str:
    for name in ("embed", "link", "id"):
        relation = relations.get(value(element, name) or "")
        if relation is not None:
            return relation.target
    return ""
