"""The mouse on the page: the wheel, choosing words by dragging, clicks."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Final

from textual import events
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.timer import Timer

_WHEEL: Final = 3
"""Rows that one notch of the mouse wheel moves."""
_PACE: Final = 0.05
"""Seconds a row, while the mouse is held beyond the edge of the page."""


class MouseChooser(ScrollView):
    """A view of rows in which the mouse chooses words: what was chosen is told in offsets of the text.

    The end that was pressed first is an offset, too: scrolling and wrapping anew do not move it.
    """

    @dataclass
    class Dragged(Message):
        """The mouse chose the words between two offsets; `start` equals `end` where it chose none.

        `drag` is the number of the drag, which is over where the view has another one.
        """

        start: int
        end: int
        drag: int

    @dataclass
    class Pressed(Message):
        """The mouse was clicked on words: once, twice or three times."""

        offset: int
        times: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.drag = 0
        """The number of the drag that may go on; another one as soon as something else ends it."""
        self._anchor: int | None = None
        self._mouse = (0, 0)
        self._dragged = False
        self._came_from_below = False
        self._going: Timer | None = None

    @abstractmethod
    def offset_under(self, x: int, y: int) -> int:
        """The offset at a cell of the view; beyond an edge, the nearest one."""

    @abstractmethod
    def scroll_rows(self, rows: int) -> None:
        """Move the view by rows, down or (negative) up."""

    @abstractmethod
    def scroll_on(self, rows: int) -> bool:
        """The same, but nothing else moves where the view is at its end; whether it has moved."""

    @abstractmethod
    def chosen_around(self, offset: int) -> int:
        """The end from which a choice is to be drawn up to an offset: that of what is chosen, further off."""

    def let_go(self) -> None:
        """End the dragging, wherever the mouse is; what is chosen stays."""
        self.drag += 1
        self._release()

    def _release(self) -> None:
        self._anchor = None
        self._stand_still()
        self.release_mouse()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to choose words; with Shift, go on from what is chosen."""
        if event.button != 1:
            return
        self._mouse = event.x, event.y
        self._anchor = self.offset_under(*self._mouse)
        self._dragged = self._came_from_below = False
        self.capture_mouse()
        if event.shift:
            self._anchor = self.chosen_around(self._anchor)
            self._draw()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Choose words up to the mouse; beyond an edge the page goes on while the mouse stays there."""
        if self._anchor is None:
            return
        if event.button != 1:
            self._release()  # it was released where the terminal could not see it
            return
        self._mouse = event.x, event.y
        self._came_from_below = self._came_from_below or event.y > 0
        self._draw()
        if not self._beyond:
            self._stand_still()
        elif self._going is None:
            self._going = self.set_interval(_PACE, self._go_on)
            self._go_on()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Choose words up to where the mouse is let go."""
        self._mouse = event.x, event.y
        self._draw()
        self._release()

    def on_unmount(self) -> None:
        """Leave nothing running behind."""
        self._stand_still()

    def _draw(self) -> None:
        """Choose the words from where the mouse was pressed to where it is."""
        if self._anchor is None:
            return
        under = self.offset_under(*self._mouse)
        self._dragged = self._dragged or under != self._anchor
        if self._dragged:
            ends = min(self._anchor, under), max(self._anchor, under)
            self.post_message(self.Dragged(*ends, self.drag))

    @property
    def _beyond(self) -> int:
        """-1 where the mouse is above the rows, 1 below them, 0 on them."""
        _, y = self._mouse
        if y >= self.size.height:
            return 1
        # Above the first row of the screen there is nothing that a mouse could be on.
        at_the_brink = y == 0 and self._came_from_below and self.region.y == 0
        return -1 if y < 0 or at_the_brink else 0

    def _go_on(self) -> None:
        if not self.scroll_on(self._beyond):
            self._stand_still()
        self._draw()

    def _stand_still(self) -> None:
        if self._going is not None:
            self._going.stop()
            self._going = None

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._turn(event, _WHEEL)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._turn(event, -_WHEEL)

    def _turn(self, event: events.MouseEvent, rows: int) -> None:
        event.stop()
        event.prevent_default()
        self.scroll_rows(rows)
        self._draw()

    async def _on_click(self, event: events.Click) -> None:
        event.prevent_default()
        if event.button == 1 and not self._dragged:  # the end of a drag is no click
            self.post_message(self.Pressed(self.offset_under(event.x, event.y), event.chain))
