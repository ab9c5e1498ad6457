"""The page: one view of lines over a whole article, however long."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollDown, ScrollTo, ScrollUp
from textual.strip import Strip

from corpus.document import Document
from tui.geometry import page_layout
from tui.layout import Layout
from tui.painting import Mark, painted_line
from tui.rows import offset_at
from tui.scroll_bar import our_bar
from tui.skin import Skin
from tui.view import Bookmark, View

_WHEEL: Final = 3
"""Rows that one notch of the mouse wheel moves."""
_NEAR: Final = 300
"""Characters around a row within which hits are looked for."""


class Page(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows an article and where the reader is in it; Textual's `scroll_y` follows the view."""

    ALLOW_SELECT = False
    measure: reactive[int] = reactive(72)

    @dataclass
    class Moved(Message):
        """The view or the cursor is somewhere else: offsets of the cursor and of what is in view."""

        cursor: int
        top: int
        bottom: int

    @dataclass
    class Dragged(Message):
        """The mouse chose the words between two offsets; `start` equals `end` where it chose none."""

        start: int
        end: int

    @dataclass
    class Pressed(Message):
        """The mouse was clicked on words: once, twice or three times."""

        offset: int
        times: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._view: View | None = None
        self._title = self._byline = ""
        self._left = 0
        self._selection: tuple[int, int] | None = None
        self._pattern: re.Pattern[str] | None = None
        self._hits: Sequence[tuple[int, int]] = ()
        self._current: tuple[int, int] | None = None
        self._ticks: list[float] = []
        self._drag: int | None = None
        self._dragged = False
        self._skin: Skin | None = None

    # What is shown -------------------------------------------------------------------------------

    def show(
        self,
        document: Document,
        *,
        title: str,
        byline: str,
        offset: int = 0,
        begun: tuple[View, int] | None = None,
    ) -> None:
        """Show an article under its title and byline; a title that opens the text is not said twice.

        `begun` is a view that was laid out already, to go on from, and the cell at which its lines begin.
        """
        self._title, self._byline = title, byline
        self._selection = self._pattern = self._current = None
        self._hits = ()
        self._ticks = []
        if begun is not None:
            self._view, self._left = begun
            self._follow()
            return
        self._view = View(self._laid_out(document), self._height, cursor=offset)
        self.go(offset)

    @property
    def _height(self) -> int:
        return self.scrollable_content_region.height or 1

    def _laid_out(self, document: Document) -> Layout:
        layout, self._left = page_layout(
            document,
            title=self._title,
            byline=self._byline,
            width=self.scrollable_content_region.width or 80,
            height=self.size.height,
            measure=self.measure,
        )
        return layout

    def _follow(self) -> None:
        """Repaint, bring the scroll bar to where the view is, and say where that is."""
        view = self._view
        if view is None:
            return
        distance = view.distance
        size = Size(self.scrollable_content_region.width, view.layout.height)
        if self.virtual_size != size:
            self.virtual_size = size
        self.set_reactive(ScrollView.scroll_y, distance)
        self.set_reactive(ScrollView.scroll_target_y, distance)
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = distance
        self.refresh()
        self.announce()

    def announce(self) -> None:
        """Say where the view is."""
        if self._view is not None:
            self.post_message(self.Moved(self._view.cursor, self._view.top, self._view.bottom))

    # Where the reader is -------------------------------------------------------------------------

    @property
    def cursor(self) -> int:
        """The offset that the reader is at."""
        return self._view.cursor if self._view else 0

    def go(self, offset: int, *, keep_if_visible: bool = False, above: int = 1) -> None:
        """Move cursor and view to an offset, as `View.go` does."""
        self._move(lambda view: view.go(offset, keep_if_visible=keep_if_visible, above=above))

    def go_to_end(self) -> None:
        """Show the end of the article."""
        self._move(View.go_to_end)

    def reveal(self, offset: int) -> None:
        """Bring an offset into view; the cursor stays."""
        self._move(lambda view: view.reveal(offset))

    def place_cursor(self, offset: int) -> None:
        """Put the cursor at an offset in view; the view stays."""
        self._move(lambda view: view.place_cursor(offset))

    def scroll_rows(self, rows: int) -> None:
        """Move the view by rows, down or (negative) up."""
        self._move(lambda view: view.scroll(rows))

    def scroll_pages(self, pages: float) -> None:
        """Move the view by so many times its height."""
        self._move(lambda view: view.scroll_pages(pages))

    def bookmark(self) -> Bookmark:
        """Where the view is, to come back to with `restore`."""
        return self._view.bookmark() if self._view else Bookmark(-1, 0, 0)

    def restore(self, bookmark: Bookmark) -> None:
        """Go back to where a bookmark was made, to the very line."""
        self._move(lambda view: view.restore(bookmark))

    def _move(self, how: Callable[[View], None]) -> None:
        if self._view is not None:
            how(self._view)
            self._follow()

    # Marks ---------------------------------------------------------------------------------------

    def select(self, span: tuple[int, int] | None) -> None:
        """Show these words as chosen: offsets [start, end), or None."""
        self._selection = span
        self.refresh()

    def mark(
        self,
        pattern: re.Pattern[str] | None = None,
        *,
        spans: Sequence[tuple[int, int]] = (),
        current: tuple[int, int] | None = None,
    ) -> None:
        """Show what a pattern finds or these spans as hits, and one span as the current hit."""
        self._pattern, self._hits, self._current = pattern, spans, current
        self.refresh()

    def mark_scroll_bar(self, shares: list[float]) -> None:
        """Show ticks on the scroll bar, at shares of the whole page from 0 to 1."""
        self._ticks = shares
        self.vertical_scrollbar.refresh()

    def _marks(self, text: str, start: int, end: int) -> list[Mark]:
        marks = [Mark(*span, "hit") for span in self._hits]
        if self._pattern is not None:
            # A hit may begin on a line before, or end on one after: what is near is searched too.
            first = max(0, start - _NEAR)
            marks += [
                Mark(first + match.start(), first + match.end(), "hit")
                for match in self._pattern.finditer(text[first : end + _NEAR])
            ]
        if self._current:
            marks.append(Mark(*self._current, "current"))
        if self._selection:
            marks.append(Mark(*self._selection, "selection"))
        return marks

    # Painting ------------------------------------------------------------------------------------

    @property
    def _styles(self) -> Skin:
        if self._skin is None:
            self._skin = Skin.of(self.app)
        return self._skin

    def notify_style_update(self) -> None:
        """Forget the styles of the theme that was."""
        self._skin = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Paint a row of the view."""
        width = self.scrollable_content_region.width
        view = self._view
        if view is None or y >= len(view.visible):
            return Strip.blank(width, self._styles.style())
        row = view.row(y)
        marks = self._marks(view.document.text, row.start, row.end)
        return self._styles.strip(painted_line(view, y, width=width, left=self._left, marks=marks), width)

    # Size, scroll bar and mouse ------------------------------------------------------------------

    def on_mount(self) -> None:
        """Let the scroll bar look as ours does."""
        bar = our_bar(lambda: self._ticks, lambda: self._styles)
        setattr(self.vertical_scrollbar, "renderer", bar)  # noqa: B010 - mypy takes it for a class variable

    def on_resize(self) -> None:
        """Lay out anew, and keep the first words in view where they are."""
        self._lay_out_again()

    def watch_measure(self) -> None:
        """Lay out anew at another measure."""
        self._lay_out_again()

    def _lay_out_again(self) -> None:
        if self._view is not None:
            self._view = self._view.over(self._laid_out(self._view.document), self._height)
            self._follow()

    def watch_scroll_y(self, _old_value: float, _new_value: float) -> None:
        """Follow nothing: Textual sets this late, after the view has moved on."""

    def _on_scroll_to(self, message: ScrollTo) -> None:
        message.prevent_default()
        if message.y is not None:
            distance = round(message.y)
            self._move(lambda view: view.scroll_to_distance(distance))

    def _on_scroll_up(self, event: ScrollUp) -> None:
        event.prevent_default()
        self.scroll_pages(-1)

    def _on_scroll_down(self, event: ScrollDown) -> None:
        event.prevent_default()
        self.scroll_pages(1)

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        event.prevent_default()
        self.scroll_rows(_WHEEL)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        event.prevent_default()
        self.scroll_rows(-_WHEEL)

    def _offset_under(self, x: int, y: int) -> int:
        """The offset at a cell of the view; beyond an edge, the nearest one."""
        view = self._view
        if view is None or not view.visible:
            return 0
        row = view.row(max(0, min(y, len(view.visible) - 1)))
        return offset_at(row, view.document.text, x - self._left)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to choose words."""
        if event.button == 1:
            self._drag = self._offset_under(event.x, event.y)
            self._dragged = False
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Choose words up to the mouse; at the edges the page goes on by itself."""
        if self._drag is None:
            return
        if event.y < 0:
            self.scroll_rows(-1)
        elif event.y >= self.size.height:
            self.scroll_rows(1)
        under = self._offset_under(event.x, event.y)
        self._dragged = self._dragged or under != self._drag
        self.post_message(self.Dragged(min(self._drag, under), max(self._drag, under)))

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        """Let go of the mouse."""
        self._drag = None
        self.release_mouse()

    async def _on_click(self, event: events.Click) -> None:
        event.prevent_default()
        if self._dragged and event.chain == 1:
            return  # the end of a drag is no click
        self.post_message(self.Pressed(self._offset_under(event.x, event.y), event.chain))
