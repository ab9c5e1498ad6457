"""Painting the rows of a page that are in view, each once while nothing changes how it looks."""

from __future__ import annotations

from typing import NamedTuple

from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip

from tui.page_marks import PageMarks
from tui.painting import Margin, painted_line
from tui.skin import Skin
from tui.strips import Strips
from tui.view import View


class Surface(NamedTuple):
    """What rows are painted on: so many cells wide, their lines beginning at the cell `left`.

    `plain` means that no colours are to be used at all; `filters` are the application's, over the ground.
    """

    skin: Skin
    width: int
    left: int
    plain: bool
    filters: tuple[LineFilter, ...]
    ground: Color


class PagePainting:
    """Keeps the rows that it has painted."""

    def __init__(self) -> None:
        self._strips = Strips()

    def forget(self) -> None:
        """Paint all rows anew: whoever asks for it knows of something new."""
        self._strips.forget()

    def lines(self, view: View, marks: PageMarks, on: Surface, crop: Region) -> list[Strip]:
        """The rows of a view that lie in a region of it."""
        self._strips.under(view.layout, view.layout.sideways, on.width, on.left, on.skin, marks)

        def paint(y: int) -> Strip:
            strip = _painted(view, y, marks, on)
            for line_filter in on.filters:
                strip = strip.apply_filter(line_filter, on.ground)
            return strip

        strips = self._strips.of(view, crop.line_range, paint)
        whole = crop.column_span == (0, on.width)
        return strips if whole else [strip.crop(*crop.column_span) for strip in strips]


def _painted(view: View, y: int, marks: PageMarks, on: Surface) -> Strip:
    if y >= len(view.visible):
        return Strip.blank(on.width, on.skin.style())
    row = view.row(y)
    here = marks.within(view.document.text, row.start, row.end)
    # Without colours, words that are underlined may as well be a link or a hit.
    bar = on.plain and any(mark.look == "highlight" for mark in here)
    margin = Margin(letters=marks.letters_within(row.start, row.end), bar=bar)
    return on.skin.strip(
        painted_line(view, y, width=on.width, left=on.left, marks=here, margin=margin), on.width
    )
