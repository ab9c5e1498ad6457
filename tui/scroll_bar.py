"""Textual's scroll bar, drawn as `tui.bar` says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

from tui.bar import bar_cells
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
