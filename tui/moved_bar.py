"""A view that moves its scroll bar itself: its rows are laid out as they are seen, not by Textual."""

from __future__ import annotations

from abc import abstractmethod

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollDown, ScrollTo, ScrollUp

from tui.scroll_bar import move_bar, our_bar
from tui.skinned import Skinned


class MovedBar(ScrollView, Skinned):
    """Textual's `scroll_y` follows what is shown, and never leads it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ticks: list[float] = []

    @abstractmethod
    def scroll_to_distance(self, distance: int) -> None:
        """Show what so many rows stand above."""

    @abstractmethod
    def scroll_pages(self, pages: float) -> None:
        """Move the view by so many times its height."""

    def mark_scroll_bar(self, shares: list[float]) -> None:
        """Show ticks on the scroll bar, at shares of the whole page from 0 to 1."""
        self._ticks = shares
        self.screen.call_later(self.vertical_scrollbar.refresh)

    def measured(self, distance: int, rows: int) -> None:
        """Take it that there are so many rows, and how many of them stand above the view."""
        # Not by assignment: Textual would lay out the whole screen anew, and nothing else depends on them.
        self.set_reactive(ScrollView.virtual_size, Size(self.scrollable_content_region.width, rows))
        self.set_reactive(ScrollView.scroll_y, distance)
        self.set_reactive(ScrollView.scroll_target_y, distance)

    def move_bar(self, distance: int, rows: int) -> None:
        """Bring the bar there."""
        move_bar(self.vertical_scrollbar, rows, distance)

    def on_mount(self) -> None:
        """Let the scroll bar look as ours does."""
        bar = our_bar(lambda: self._ticks, lambda: self.skin)
        setattr(self.vertical_scrollbar, "renderer", bar)  # noqa: B010 - mypy takes it for a class variable

    def watch_scroll_y(self, _old_value: float, _new_value: float) -> None:
        """Follow nothing: Textual sets this late, after the view has moved on."""

    def _on_scroll_to(self, message: ScrollTo) -> None:
        message.prevent_default()
        if message.y is not None:
            self.scroll_to_distance(round(message.y))

    def _on_scroll_up(self, event: ScrollUp) -> None:
        event.prevent_default()
        self.scroll_pages(-1)

    def _on_scroll_down(self, event: ScrollDown) -> None:
        event.prevent_default()
        self.scroll_pages(1)
