"""Elements of a FictionBook as HTML, so that words are read as those of any page are.

Source: the schema of FictionBook 2.21 (FictionBook2.21.xsd, FictionBookLinks.xsd).
"""

from __future__ import annotations

from html import escape
from typing import Final
from xml.etree.ElementTree import Element

from corpus.expression import expression
from corpus.formats.xml import local

_AS: Final = {
    "p": "p",
    "stanza": "p",
    "subtitle": "p",
    "text-author": "p",
    "date": "p",
    "epigraph": "blockquote",
    "cite": "blockquote",
    "emphasis": "em",
    "strong": "strong",
    "strikethrough": "s",
    "sub": "sub",
    "sup": "sup",
    "code": "code",
    "table": "table",
    "tr": "tr",
    "td": "td",
    "th": "th",
}
_LINES: Final = frozenset(("stanza", "title"))
_SIDES: Final = ("colspan", "rowspan")
_FIGURES: Final = expression(r"\s*\d{1,4}\s*")
_SEPARATOR: Final = expression(r"\s*[*⁂—–•·~._-]+(?:\s+[*⁂—–•·~._-]+)*\s*")


def html_of(element: Element, *, level: int = 0) -> str:
    """An element as HTML; one with a `level` is a heading of that level."""
    if level and _SEPARATOR.fullmatch("".join(element.itertext())):
        return f"{_place(element)}<hr>"
    pieces: list[str] = []
    # What is still to be written: elements, each with whether it is a line, and what closes those begun.
    waiting: list[tuple[Element, bool] | str] = [(element, False)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            pieces.append(one)
            continue
        begin, end = _tags(*one, level if one[0] is element else 0)
        parent = one[0]
        pieces += (begin, escape(parent.text or "", quote=False))
        waiting.append(end)
        of_lines = local(parent.tag) in _LINES
        for child in reversed(parent):
            behind = "<br>" if child is not parent[-1] else ""
            waiting.append(behind if of_lines else escape(child.tail or "", quote=False))
            waiting.append((child, of_lines))
    return "".join(pieces)


def _tags(element: Element, is_line: bool, level: int) -> tuple[str, str]:
    """What begins and what ends an element; a `level` makes a heading of it."""
    name, begin = local(element.tag), _place(element)
    if name == "image":
        words = element.get("alt") or element.get("title") or ""
        return f'{begin}<img src="{escape(_href(element))}" alt="{escape(words)}">', ""
    if name == "a":
        # A bare figure would run into the word before it.
        sign = element.get("type") == "note" and _FIGURES.fullmatch("".join(element.itertext()))
        raised = ("<sup>", "</sup>") if sign else ("", "")
        return f'{begin}{raised[0]}<a href="{escape(_href(element))}">', f"</a>{raised[1]}"
    if level:
        return f"<h{min(level, 6)}>{begin}", f"</h{min(level, 6)}>"
    if name == "title":
        return f"<p>{begin}<strong>", "</strong></p>"
    tag = "span" if is_line else _AS.get(name)
    if tag is None:
        return begin, ""
    sides = "".join(f' {side}="{escape(value)}"' for side in _SIDES if (value := element.get(side)))
    return f"<{tag}{sides}>{begin}", f"</{tag}>"


def _place(element: Element) -> str:
    """What links to an element lead to."""
    name = element.get("id")
    return f'<a id="{escape(name)}"></a>' if name else ""


def _href(element: Element) -> str:
    return next((value for key, value in element.attrib.items() if local(key) == "href"), "")
