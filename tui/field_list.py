"""The rows of a form: what is known, where it came from, and room for a line to type in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from textual import events
from textual.message import Message

from tui import cells
from tui.looks import Piece
from tui.metadata_rows import FormRow
from tui.pieces import wrapped
from tui.sheet_lines import SheetLines

_LABELS: Final = (8, 23)
"""The least and the most cells that labels take."""
_SOURCES: Final = (12, 26)
"""The least cells in which a source is worth saying, and those that a long value leaves to it."""
_MOST: Final = 3
"""The most lines of a remark."""


class Line(NamedTuple):
    """Where a value stands in the list: its first cell, its line, and how many cells it may take."""

    x: int
    y: int
    width: int


class FieldList(SheetLines):
    """Shows rows, one of them chosen; under it a remark may lie over the rows that follow."""

    @dataclass
    class Clicked(Message):
        """A row was clicked: its number."""

        row: int

    @dataclass
    class Turned(Message):
        """The wheel was turned, so many rows on."""

        by: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[FormRow] = ()
        self._chosen = self._top = 0
        self._remark: tuple[str, str] | None = None

    @property
    def page(self) -> int:
        """How many rows are in view."""
        return max(1, self.size.height)

    @property
    def below(self) -> int:
        """How many rows there are under those in view."""
        return max(0, len(self._rows) - self._top - self.page)

    @property
    def line_of_chosen(self) -> Line:
        """Where the value of the chosen row stands."""
        first = self._label_room + 3
        return Line(first, self._chosen - self._top, max(1, self.size.width - first))

    def show(self, rows: Sequence[FormRow], chosen: int) -> None:
        """Show these rows, with that one chosen and in view."""
        self._rows, self._chosen = rows, chosen
        self._reveal()
        self.refresh()

    def remark(self, words: str, look: str = "dim") -> None:
        """Say something under the chosen row, as one that is being edited; "" ends that."""
        self._remark = (words, look) if words else None
        self._reveal()
        self.refresh()

    def on_resize(self) -> None:
        """Keep the chosen row in view."""
        self._reveal()

    def _reveal(self) -> None:
        below = len(self._said()) if self._remark else 0
        last = max(0, len(self._rows) + below - self.page)
        least = self._chosen + 1 + below - self.page
        self._top = max(0, min(last, self._chosen, max(least, min(self._top, self._chosen))))

    @property
    def _label_room(self) -> int:
        longest = max((cells.width(row.label) for row in self._rows), default=0)
        return max(_LABELS[0], min(_LABELS[1], longest, self.size.width // 3))

    def _said(self) -> list[list[Piece]]:
        words, look = self._remark or ("", "")
        return wrapped([(words, (look,))], self.size.width - self._label_room - 3, _MOST)

    def line(self, y: int) -> Sequence[Piece]:
        """A row, or what is said under the one that is being edited."""
        number = self._top + y
        said = self._said() if self._remark else []
        if 0 < number - self._chosen <= len(said):
            return [(" " * (self._label_room + 3), ()), *said[number - self._chosen - 1]]
        if number >= len(self._rows):
            return []
        line = self._row(self._rows[number])
        if number != self._chosen:
            return line
        return line[:2] if said else [(words, (*looks, "chosen")) for words, looks in line]

    def _row(self, row: FormRow) -> list[Piece]:
        label = cells.cut(row.label, self._label_room)
        gap = " " * (self._label_room - cells.width(label) + 1)
        room = self.size.width - self._label_room - 5
        value = row.value
        if not value:
            value = "unknown, and the style asks for it" if row.missing else "unknown"
            value = "none" if row.source else value
        least = min(_SOURCES[1], cells.width(row.source)) if room > 2 * _SOURCES[1] else 0
        value = cells.cut(value, room - least - (2 if least else 0))
        rest = room - cells.width(value) - 2
        source = cells.cut(row.source, rest) if rest >= min(_SOURCES[0], cells.width(row.source)) else ""
        between = " " * (room - cells.width(value) - cells.width(source))
        look = "accent" if row.missing else "dim"
        return [
            ("▪ " if row.missing else "  ", ("accent",)),
            (f"{label}{gap}", ("dim",)),
            (value, () if row.value else (look,)),
            (f"{between}{source}  ", ("dim",)),
        ]

    def on_click(self, event: events.Click) -> None:
        """Say which row is under the mouse."""
        event.stop()
        if self._top + event.y < len(self._rows):
            self.post_message(self.Clicked(self._top + event.y))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """To the next row."""
        event.stop()
        self.post_message(self.Turned(1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """To the previous row."""
        event.stop()
        self.post_message(self.Turned(-1))
