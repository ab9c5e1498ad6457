"""A bare Textual view of lines that were made ready: what a page on costs where nothing is worked out.

``python bare_page.py FILE COLUMNS`` shows the beginning of a file, wrapped at so many columns, page by page.
"""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

_MOST = 2_000_000
"""Characters that are made ready: more than all pages that are turned."""


class Strips(ScrollView):
    """Shows strips, and moves by a page at once."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        width = max(map(len, lines))
        self.strips = [Strip([Segment(line)]) for line in lines]
        self.virtual_size = Size(width, len(lines))

    def render_line(self, y: int) -> Strip:
        """A line on the screen."""
        at = y + self.scroll_offset.y
        if at >= len(self.strips):
            return Strip.blank(self.size.width, self.rich_style)
        return self.strips[at].adjust_cell_length(self.size.width, self.rich_style)

    def action_page_down(self) -> None:
        """A page on."""
        self.scroll_page_down(animate=False)


class BarePage(App[None]):
    """The view and nothing else."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self.lines = lines

    def compose(self) -> ComposeResult:
        """One widget."""
        yield Strips(self.lines)


def wrapped(text: str, columns: int) -> list[str]:
    """Paragraphs as lines of so many cells, an empty one between them."""
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        # A character that is no ASCII one takes two cells in these texts.
        across = columns if paragraph.isascii() else columns // 2
        lines += [*textwrap.wrap(paragraph, across), ""]
    return lines


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        BarePage(wrapped(file.read(_MOST), int(sys.argv[2]))).run()
