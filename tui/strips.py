"""The rows of a page as Textual's strips, painted once while nothing changes how they look."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from textual.strip import Strip

from tui.painting import Mark, painted_line
from tui.rows import Row
from tui.skin import Skin
from tui.view import View

_MOST: Final = 512


class Strips:
    """Paints rows of a view; a line further on, only the row that came into view is new."""

    def __init__(self) -> None:
        self._circumstances: tuple[object, ...] = ()
        # By the row, and whether the reader is in the paragraph that begins with it.
        self._strips: dict[tuple[Row, bool], Strip] = {}

    def under(self, *circumstances: object) -> None:
        """Forget all rows if one of these is another than it was: whatever may show in any row."""
        if circumstances != self._circumstances:
            self._circumstances = circumstances
            self._strips.clear()

    def of(
        self,
        view: View,
        lines: range,
        skin: Skin,
        marks: Callable[[Row], Iterable[Mark]],
        *,
        width: int,
        left: int,
    ) -> list[Strip]:
        """The strips of some lines of a view, each over so many cells; `left` is where its words begin.

        What `marks` gives for a row, too, may only change with the circumstances.
        """
        here = view.document.blocks.starts[view.document.block_at(view.cursor)]
        strips = []
        for y in lines:
            if y >= len(view.visible):
                strips.append(Strip.blank(width, skin.style()))
                continue
            row = view.row(y)
            key = (row, row.start == here)
            if key not in self._strips:
                pieces = painted_line(view, y, width=width, left=left, marks=marks(row))
                self._keep(key, skin.strip(pieces, width))
            strips.append(self._strips[key])
        return strips

    def _keep(self, key: tuple[Row, bool], strip: Strip) -> None:
        if len(self._strips) >= _MOST:
            self._strips.clear()
        self._strips[key] = strip
