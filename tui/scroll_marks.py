"""Ticks on a scroll bar: where in the article the hits are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender


def marked_bar(shares: Callable[[], list[float]], style: Callable[[], Style]) -> type[ScrollBarRender]:
    """A renderer for one scroll bar, with ticks at shares of its height from 0 to 1."""

    class MarkedBar(ScrollBarRender):
        """A plain bar, and the ticks over it."""

        @classmethod
        def render_bar(cls, size: int = 25, **about: Any) -> Segments:  # type: ignore[override]
            """Draw the bar as Textual does, then the ticks."""
            bar = super().render_bar(size=size, **about)
            rows = {min(int(share * size), size - 1) for share in shares()}
            segments = list(bar.segments)
            for row in rows:
                if row < len(segments):
                    behind = segments[row].style or Style()
                    tick = Style(
                        color=style().bgcolor or style().color, bgcolor=behind.bgcolor, meta=behind.meta
                    )
                    segments[row] = Segment("━" * len(segments[row].text), tick)
            return Segments(segments, new_lines=bar.new_lines)

    return MarkedBar
