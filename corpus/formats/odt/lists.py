"""Lists of an OpenDocument text: how deep one stands in them, and what is printed before an item.

Source: Open Document Format 1.3, Part 3, §§ 5.3 and 19.880 (continued lists).
"""

from __future__ import annotations

from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from corpus.formats.odt.styles import LEVELS, Level, Styles, printed
from corpus.formats.office.elements import local, value
from corpus.sanitiser import clean_line

_TRUE: Final = "true"
_LONGEST: Final = 60


class Item(NamedTuple):
    """Where a paragraph stands: its depth from 1, what is printed before it, and whether an item begins."""

    depth: int
    marker: str
    begins: bool


class _List:
    __slots__ = ("counts", "style")

    def __init__(self, style: str, counts: list[int] | None = None) -> None:
        self.style = style
        self.counts = counts or [0] * (LEVELS + 1)


class Lists:
    """The lists that are open."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._open: list[_List] = []
        self._waiting: list[Element | None] = []
        self._named: dict[str, list[int]] = {}
        self._last: dict[str, list[int]] = {}

    def open(self, element: Element) -> None:
        """A list, an item, or a header of a list begins."""
        if local(element.tag) != "list":
            self._waiting.append(element)
            return
        style = value(element, "style-name") or (self._open[-1].style if self._open else "")
        goes_on = value(element, "continue-numbering") == _TRUE
        if self._open:
            deeper = _List(style, self._open[0].counts)
            if not goes_on and len(self._open) < LEVELS:
                deeper.counts[len(self._open) + 1] = 0
            self._open.append(deeper)
            return
        before = value(element, "continue-list")
        begun = _List(style, self._last.get(style) if goes_on else self._named.get(before or ""))
        self._open.append(begun)
        if (name := value(element, "id")) is not None:
            self._named[name] = begun.counts
        self._last[style] = begun.counts

    def close(self, element: Element) -> None:
        """A list, an item, or a header of a list ends."""
        if local(element.tag) == "list":
            if self._open:
                self._open.pop()
        elif self._waiting:
            self._waiting.pop()

    @property
    def are_outline(self) -> bool:
        """Whether the innermost list only holds headings, which the outline numbers."""
        return bool(self._open and self._open[-1].style and self._open[-1].style == self._styles.outline_name)

    def item(self, paragraph_style: str = "", *, is_empty: bool = False) -> Item | None:
        """Where the next paragraph stands; None outside of lists. One that `is_empty` begins no item."""
        if not self._open:
            return None
        depth = min(len(self._open), LEVELS)
        item = self._waiting[-1] if self._waiting else None
        if item is None or is_empty:
            return Item(depth, "", begins=False)
        self._waiting[-1] = None
        if local(item.tag) == "list-header":
            return Item(depth, "", begins=False)
        levels = self._styles.levels(self._open[-1].style or paragraph_style)
        counts = self._open[0].counts
        here = levels.get(depth, Level())
        start = value(item, "start-value")
        if start is not None and start.isdecimal() and len(start) < 8:
            counts[depth] = int(start)
        else:
            counts[depth] = counts[depth] + 1 if counts[depth] else here.start
        for deeper in range(depth + 1, LEVELS + 1):
            counts[deeper] = 0
        for above in range(1, depth):
            counts[above] = counts[above] or levels.get(above, here).start
        return Item(depth, _written(item) or printed(levels, depth, counts), begins=True)


def _written(item: Element) -> str:
    """The number as the program that wrote the file has printed it, for those that cannot count."""
    for one in item:
        if local(one.tag) == "number":
            return clean_line((one.text or "")[:_LONGEST])
    return ""
