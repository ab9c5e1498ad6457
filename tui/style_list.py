"""The styles one under the other, one of them chosen, each with what it makes of the passage at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from textual import events
from textual.message import Message

from corpus.citation import STYLES
from corpus.sanitiser import clean_name
from tui import cells
from tui.looks import Piece
from tui.pieces import cut
from tui.sheet_lines import SheetLines, pieces_of
from tui.style_samples import Samples, is_slow

_NAMES: Final = (14, 26)
"""The least and the most cells that the names take."""


class StyleList(SheetLines):
    """Shows as many styles as fit; asks for a sample when its line comes into view."""

    @dataclass
    class Wanted(Message):
        """The sample of a slow style is to be seen, and is not made yet."""

        style: str

    @dataclass
    class Clicked(Message):
        """A style was clicked."""

        style: str

    @dataclass
    class Turned(Message):
        """The wheel was turned, so many styles on."""

        by: int

    def __init__(self, samples: Samples, current: str, *, id: str | None = None) -> None:
        """Show `samples`; `current` is the style that holds until another is chosen."""
        super().__init__(id=id)
        self._samples = samples
        self._current = current
        self._styles: Sequence[str] = ()
        self._chosen = self._top = 0

    @property
    def page(self) -> int:
        """How many styles are in view."""
        return max(1, self.size.height)

    def show(self, styles: Sequence[str], chosen: int) -> None:
        """Show these styles, with that one chosen and in view."""
        self._styles, self._chosen = styles, chosen
        self._reveal()
        self.refresh()

    def on_resize(self) -> None:
        """Keep the chosen style in view."""
        self._reveal()

    def _reveal(self) -> None:
        last = max(0, len(self._styles) - self.page)
        self._top = min(last, max(self._chosen - self.page + 1, min(self._top, self._chosen)))

    def line(self, y: int) -> Sequence[Piece]:
        """A style's name and, as far as there is room, its citation."""
        number = self._top + y
        if number >= len(self._styles):
            return [] if self._styles or y else [("  no style has these letters in its name", ("dim",))]
        style = self._styles[number]
        width = self.size.width
        name_room = min(_NAMES[1], max(_NAMES[0], width // 3))
        name = cells.cut_at_word(label(style), name_room)
        sign = "▪ " if style == self._current else "  "
        sample = self._samples.ready(style)
        if sample is None:
            self.post_message(self.Wanted(style))
            words: Sequence[Piece] = [("…", ("dim",))]
        elif sample.fault:
            words = [(sample.fault, ("dim",))]
        else:
            words = [(text, (*looks, "dim")) for text, looks in pieces_of(sample.phrase)]
        gap = " " * (name_room - cells.width(name) + 2)
        line = [(sign, ("accent",)), (name, ()), (gap, ()), *cut(words, width - name_room - 4)]
        return [(text, (*looks, "chosen")) for text, looks in line] if number == self._chosen else line

    def on_click(self, event: events.Click) -> None:
        """Say which style is under the mouse."""
        event.stop()
        if self._top + event.y < len(self._styles):
            self.post_message(self.Clicked(self._styles[self._top + event.y]))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """To the next style."""
        event.stop()
        self.post_message(self.Turned(1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """To the previous style."""
        event.stop()
        self.post_message(self.Turned(-1))


def label(style: str) -> str:
    """What a style is called: its label, or the name of the file that it is read from."""
    return f"{clean_name(Path(style).stem)} (CSL)" if is_slow(style) else STYLES[style].label
