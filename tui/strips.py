"""The rows of a page as Textual's strips, painted once while nothing changes how they look."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.strip import Strip

from tui.rows import Row
from tui.view import View

_MOST: Final = 512


class Strips:
    """Has rows of a view painted; a line further on, only the row that came into view is new."""

    def __init__(self) -> None:
        self._circumstances: tuple[object, ...] = ()
        self._strips: dict[tuple[Row | None, bool], Strip] = {}

    def under(self, *circumstances: object) -> None:
        """Forget all rows if one of these is another than it was: whatever else may show in them."""
        if circumstances != self._circumstances:
            self._circumstances = circumstances
            self.forget()

    def forget(self) -> None:
        """Forget all rows."""
        self._strips.clear()

    def of(self, view: View, lines: range, paint: Callable[[int], Strip]) -> list[Strip]:
        """The strips of some lines of a view; `paint` is asked for those that are new."""
        here = view.document.block_near(view.cursor).start
        return [self._strip(view.row(y) if y < len(view.visible) else None, here, y, paint) for y in lines]

    def _strip(self, row: Row | None, here: int, y: int, paint: Callable[[int], Strip]) -> Strip:
        # Whether the reader is in the paragraph that begins with a row can be seen in it.
        key = (row, row is not None and row.start == here)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= _MOST:
                self._strips.clear()
            strip = self._strips[key] = paint(y)
        return strip
