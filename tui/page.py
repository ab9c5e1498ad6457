"""The page: one view of lines over a whole article, however long."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Final

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from corpus.document import Document, Kind
from tui import cells
from tui.layout import Layout
from tui.painting import Margin, Mark, Painter
from tui.rows import Row, offset_at
from tui.scroll_marks import marked_bar
from tui.view import Bookmark, View

_AIR: Final = 2
"""Cells of white on either side of the page."""
_SHORT: Final = 8
"""Rows below which no row is spent on air."""
_WHEEL: Final = 3
"""Rows that one notch of the mouse wheel moves."""
_NEAR: Final = 300
"""Characters around a row within which hits are looked for."""


class Page(ScrollView, can_focus=True):
    """Shows an article and where the reader is in it; Textual's `scroll_y` follows the view."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "page--title", "page--byline", "page--number", "page--cursor", "page--heading", "page--note",
        "page--emphasis", "page--strong", "page--code", "page--link", "page--hit", "page--current",
        "page--selection",
    }  # fmt: skip

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
        self._painter: Painter | None = None
        self._title = self._byline = ""
        self._left = 0
        self._selection: tuple[int, int] | None = None
        self._pattern: re.Pattern[str] | None = None
        self._hits: Sequence[tuple[int, int]] = ()
        self._current: tuple[int, int] | None = None
        self._ticks: list[float] = []
        self._drag: int | None = None
        self._dragged = False
        self._looks: dict[str, Style] = {}

    # What is shown -------------------------------------------------------------------------------

    def show(self, document: Document, *, title: str, byline: str, offset: int = 0) -> None:
        """Show an article under its title and byline; a title that opens the text is not said twice."""
        self._title, self._byline = title, byline
        self._selection = self._pattern = self._current = None
        self._hits = ()
        self._ticks = []
        self._painter = Painter(document, self._look)
        self._view = View(self._laid_out(document), self._height, cursor=offset)
        self.go(offset)

    @property
    def _height(self) -> int:
        return self.scrollable_content_region.height or 1

    def _laid_out(self, document: Document) -> Layout:
        """The article's lines at the width there is: a margin for numbers, the measure, air around."""
        width = self.scrollable_content_region.width or 80
        roomy = width >= 44
        margin = max(3, len(str(document.paragraph_count))) + 2 if width >= 30 else 0
        margin += _AIR if roomy else 0
        measure = max(8, min(self.measure, width - margin - (_AIR if roomy else 1)))
        self._left = margin + max(0, (width - margin - measure - _AIR) // 2)
        air = (Row(0, 0),) if self.size.height > _SHORT else ()
        byline = _lines(self._byline, measure, "page--byline")
        first = document.blocks[0]
        if first.kind is Kind.HEADING and document.text[first.start : first.end] == self._title:
            return Layout(document, measure, air, byline)
        title = _lines(self._title, measure, "page--title")
        return Layout(document, measure, (*air, *title, *byline, Row(0, 0)))

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

    def go(self, offset: int, *, keep_if_visible: bool = False) -> None:
        """Move cursor and view to an offset, as `View.go` does."""
        self._move(lambda view: view.go(offset, keep_if_visible=keep_if_visible))

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
        marks = [Mark(*span, "page--hit") for span in self._hits]
        if self._pattern is not None:
            # A hit may begin on a line before, or end on one after: what is near is searched too.
            first = max(0, start - _NEAR)
            marks += [
                Mark(first + match.start(), first + match.end(), "page--hit")
                for match in self._pattern.finditer(text[first : end + _NEAR])
            ]
        if self._current:
            marks.append(Mark(*self._current, "page--current"))
        if self._selection:
            marks.append(Mark(*self._selection, "page--selection"))
        return marks

    # Painting ------------------------------------------------------------------------------------

    def _look(self, name: str) -> Style:
        if name not in self._looks:
            whole = name == "page"
            self._looks[name] = (
                self.rich_style if whole else self.get_component_rich_style(name, partial=True)
            )
        return self._looks[name]

    def notify_style_update(self) -> None:
        """Forget the styles of the theme that was."""
        self._looks.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Paint a row of the view."""
        width = self.scrollable_content_region.width
        view, painter = self._view, self._painter
        if view is None or painter is None or y >= len(view.visible):
            return Strip.blank(width, self._look("page"))
        row = view.row(y)
        index = view.layout.block(view.visible[y].unit)
        block = view.document.blocks[index]
        margin = Margin()
        if block.number is not None and row.runs and row.start == block.start and self._left >= 5:
            margin = Margin(str(block.number), here=view.document.block_at(view.cursor) == index)
        marks = self._marks(view.document.text, row.start, row.end)
        return painter.strip(row, block, margin, width=width, left=self._left, marks=marks)

    # Size, scroll bar and mouse ------------------------------------------------------------------

    def on_mount(self) -> None:
        """Put the ticks on the scroll bar."""
        bar = marked_bar(lambda: self._ticks, lambda: self._look("page--current"))
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

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow the scroll bar when it is dragged."""
        if self._view is not None and round(new_value) != self._view.distance:
            self._move(lambda view: view.scroll_to_distance(round(new_value)))
        super().watch_scroll_y(old_value, new_value)

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


def _lines(words: str, measure: int, role: str) -> tuple[Row, ...]:
    """Rows of words that are not in the text."""
    if not words:
        return ()
    breaks = [0, *cells.wrap(words, measure), len(words)]
    return tuple(Row(0, 0, words[start:end].rstrip(), role=role) for start, end in pairwise(breaks))
