"""Headings of an OpenDocument text: their levels, and the numbers printed before them.

Source: Open Document Format 1.3, Part 3, §§ 5.1.2 and 16.34.
"""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from corpus.formats.odt.styles import LEVELS, Level, Style, Styles, printed
from corpus.formats.office.elements import child, local, value
from corpus.formats.office.roles import Role
from corpus.sanitiser import clean_line

_REFERENCES: Final = frozenset(("reference-ref", "bookmark-ref"))
_AROUND: Final = frozenset(("span", "a", "soft-page-break"))


class Headings:
    """How far the headings are counted."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counts = [0] * (LEVELS + 1)

    def level(self, paragraph: Element, style: Style, *, is_heading: bool) -> int:
        """The level of a heading, from 1; 0 for what is none."""
        if style.role is Role.TITLE or _is_reference(paragraph):
            return 0
        if not is_heading:
            return style.heading
        said = value(paragraph, "outline-level") or ""
        return (
            int(said)
            if said.isdecimal() and len(said) < 3 and 0 < int(said) <= LEVELS
            else style.heading or 1
        )

    def number(self, heading: Element, level: int, *, is_empty: bool) -> str:
        """The number printed before a heading; "" for none."""
        written = child(heading, "number")
        outline = self._styles.outline
        if not outline and written is not None:
            return clean_line("".join(written.itertext())[:60])
        if is_empty or value(heading, "is-list-header") == "true":
            return ""
        start = value(heading, "start-value")
        if start is not None and start.isdecimal() and len(start) < 8:
            self._counts[level] = int(start)
        elif value(heading, "restart-numbering") == "true" or not self._counts[level]:
            self._counts[level] = outline.get(level, Level()).start
        else:
            self._counts[level] += 1
        for deeper in range(level + 1, LEVELS + 1):
            self._counts[deeper] = 0
        if written is not None:
            return clean_line("".join(written.itertext())[:60])
        return printed(outline, level, [count or 1 for count in self._counts])


def is_contents_line(paragraph: Element) -> bool:
    """Whether a paragraph ends with a tab and the number of the page that it refers to: contents by hand."""
    inside = [one for one in paragraph.iter() if local(one.tag) not in _AROUND] if len(paragraph) else []
    if len(inside) < 3 or local(inside[-1].tag) not in _REFERENCES or (inside[-1].tail or "").strip():
        return False
    is_page = value(inside[-1], "reference-format") == "page"
    return is_page and local(inside[-2].tag) == "tab" and not (inside[-2].tail or "").strip()


def _is_reference(paragraph: Element) -> bool:
    """Whether all words are a reference to others: programs write tables of contents as such headings."""
    if len(paragraph) != 1 or (paragraph.text or "").strip() or (paragraph[0].tail or "").strip():
        return False
    return local(paragraph[0].tag) in _REFERENCES
