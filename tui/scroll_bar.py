"""Textual's scroll bar, drawn as `tui.bar` says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBar, ScrollBarRender

from tui.bar import bar_cells, thumb
from tui.skin import Skin


def our_bar(ticks: Callable[[], list[float]], skin: Callable[[], Skin]) -> type[ScrollBarRender]:
    """A renderer for one scroll bar; `ticks` gives shares of the page from 0 to 1."""

    class OurBar(ScrollBarRender):
        """A plain thumb, and ticks over it; clicks do what they do in Textual."""

        @classmethod
        def render_bar(  # type: ignore[override]  # the arguments that we have no use for are left open
            cls,
            size: int = 25,
            **about: Any,
        ) -> Segments:
            """Draw the bar."""
            drawn = bar_cells(size, round(about["virtual_size"]), round(about["position"]), ticks())
            thumb = [y for y, (sign, _) in enumerate(drawn) if sign == "█"]
            segments = []
            for y, (sign, names) in enumerate(drawn):
                action = "scroll_up" if thumb and y < thumb[0] else "scroll_down"
                action = "grab" if thumb and thumb[0] <= y <= thumb[-1] else action
                meta = Style.from_meta({"@mouse.down": action})
                segments.append(Segment(sign, skin().style(*names) + meta))
            return Segments(segments, new_lines=True)

    return OurBar


def move_bar(bar: ScrollBar, rows: int, position: int) -> None:
    """Tell a bar how many rows the page has and how many stand above the view.

    Textual would paint it anew whenever one of them changes; on a long page hardly any of them shows.
    """
    size = bar.size.height
    before = thumb(size, round(bar.window_virtual_size), round(bar.position))
    bar.set_reactive(ScrollBar.window_virtual_size, rows)
    bar.set_reactive(ScrollBar.position, position)
    if thumb(size, rows, position) != before:
        bar.refresh()
