"""The page: one view of lines over a whole article, however long."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from corpus.document import Readable
from tui.dragging import MouseChooser
from tui.geometry import page_layout
from tui.layout import Layout
from tui.moved_bar import MovedBar
from tui.page_marks import PageMarks
from tui.page_painting import PagePainting, Surface
from tui.rows import offset_at
from tui.view import Bookmark, View


class Page(MouseChooser, MovedBar, can_focus=True, inherit_bindings=False):
    """Shows an article and where the reader is in it; Textual's `scroll_y` follows the view."""

    ALLOW_SELECT = False
    measure: reactive[int] = reactive(72)

    @dataclass
    class Moved(Message):
        """The view or the cursor is somewhere else: offsets of the cursor and of what is in view."""

        cursor: int
        top: int
        bottom: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._view: View | None = None
        self._title = self._byline = ""
        self._left = 0
        self._marks = PageMarks()
        self._painting = PagePainting()

    # What is shown -------------------------------------------------------------------------------

    def show(
        self,
        document: Readable,
        *,
        title: str,
        byline: str,
        offset: int = 0,
        begun: tuple[View, int] | None = None,
    ) -> None:
        """Show an article under its title and byline; a title that opens the text is not said twice.

        `begun` is a view that was laid out already, to go on from, and the cell at which its lines begin.
        """
        self.let_go()
        self._title, self._byline = title, byline
        self._marks = PageMarks()
        self._ticks = []
        if begun is not None:
            self._view, self._left = begun
            # Now, not with the rest: the first frame has the bar where it was painted by hand.
            self.move_bar(self._view.distance, self._view.layout.height)
            self._follow()
            return
        self._view = View(self._laid_out(document), self._height, cursor=offset)
        self.go(offset)

    def describe(self, document: Readable, *, title: str, byline: str) -> None:
        """Show the same text under another title and byline; what is in view stays there."""
        self._title, self._byline = title, byline
        if self._view is not None:
            self._view = self._view.over(self._laid_out(document), self._height)
            self._follow()

    def renew(self, first: int, last: int) -> None:
        """Show anew what stands between two offsets: it was read in another way now."""
        if self._view is not None:
            bookmark = self._view.bookmark()
            self._view.layout.forget(first, last)
            self._painting.forget()
            self.restore(bookmark)

    @property
    def _height(self) -> int:
        return self.scrollable_content_region.height or 1

    def _laid_out(self, document: Readable) -> Layout:
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
        """Say where the view is, repaint, and bring the scroll bar there."""
        if self._view is not None:
            self.measured(self._view.distance, self._view.layout.height)
            self.announce()
            self._repaint_soon()

    def _repaint_soon(self) -> None:
        """Repaint when whatever follows the page has heard where it is, so that one frame shows both."""
        self.screen.call_later(self._repaint)

    def _repaint(self) -> None:
        if self._view is not None and self.show_vertical_scrollbar:
            self.move_bar(self._view.distance, self._view.layout.height)
        super().refresh()
        self.call_after_refresh(self._prepare)

    def _prepare(self) -> None:
        """Lay out a part of what comes next while the reader reads: the next key finds it done."""
        if self._view is not None:
            self._view.prepare()

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint anew, rows too that were painted before: whoever asks for it knows of something new."""
        self._painting.forget()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def announce(self) -> None:
        """Say where the view is."""
        if self._view is not None:
            # Not by way of the containers in between: what follows the page is to be in the same frame.
            self.screen.post_message(self.Moved(self._view.cursor, self._view.top, self._view.bottom))

    # Where the reader is -------------------------------------------------------------------------

    @property
    def cursor(self) -> int:
        """The offset that the reader is at."""
        return self._view.cursor if self._view else 0

    def go(self, offset: int, *, keep_if_visible: bool = False, above: int = 1, covered: int = 0) -> None:
        """Move cursor and view to an offset, as `View.go` does."""
        self._move(
            lambda view: view.go(offset, keep_if_visible=keep_if_visible, above=above, covered=covered)
        )

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

    @property
    def sideways(self) -> dict[int, int]:
        """How far what is wider than the page is moved: see `Layout.sideways`."""
        return self._view.layout.sideways if self._view else {}

    @sideways.setter
    def sideways(self, moved: dict[int, int]) -> None:
        if self._view is not None:
            self._view.layout.sideways = moved
            self._repaint_soon()

    def scroll_sideways(self, by: int) -> bool:
        """Move what is wider than the page, as `View.scroll_sideways` does; tells whether there is any."""
        if self._view is None or not self._view.scroll_sideways(by):
            return False
        self._follow()
        return True

    def scroll_pages(self, pages: float) -> None:
        """Move the view by so many times its height."""
        self._move(lambda view: view.scroll_pages(pages))

    def scroll_to_distance(self, distance: int) -> None:
        """Move the view to where so many rows stand above it."""
        self._move(lambda view: view.scroll_to_distance(distance))

    def shows(self, offset: int) -> bool:
        """Whether the words at an offset are in view."""
        return self._view is not None and self._view.top <= offset < self._view.bottom

    @property
    def in_view(self) -> tuple[int, int]:
        """The offsets of what is in view, [start, end)."""
        return (self._view.top, self._view.bottom) if self._view else (0, 0)

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
        """Show these words as chosen: offsets [start, end), or None; and those that are kept."""
        self._mark(selection=span)

    def keep(self, spans: tuple[tuple[int, int], ...]) -> None:
        """Show these words as chosen too, whatever else is: offsets [start, end)."""
        self._mark(kept=spans)

    def mark(
        self,
        pattern: re.Pattern[str] | None = None,
        *,
        spans: Sequence[tuple[int, int]] = (),
        current: tuple[int, int] | None = None,
    ) -> None:
        """Show what a pattern finds or these spans as hits, and one span as the current hit."""
        self._mark(pattern=pattern, hits=tuple(spans), current=current)

    def show_lead(self, span: tuple[int, int] | None) -> None:
        """Show these words as the link that is chosen: offsets [start, end), or None."""
        self._mark(lead=span)

    def keep_marked(self, highlights: Sequence[tuple[int, int]], letters: Sequence[tuple[int, str]]) -> None:
        """Show what the reader marked: highlighted spans [start, end), and letters at their offsets."""
        own = tuple(highlights), tuple(letters)
        if own != (self._marks.highlights, self._marks.letters):
            self._mark(highlights=own[0], letters=own[1])

    def _mark(self, **what: Any) -> None:
        self._marks = replace(self._marks, **what)
        self._repaint_soon()

    # Painting ------------------------------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint rows of the view, without Textual's care for borders and padding: a page has neither."""
        if self._view is None:
            return [Strip.blank(crop.width, self.skin.style())] * crop.height
        width, ground = self.scrollable_content_region.width, self.background_colors[1]
        filters = tuple(self.get_line_filters())
        on = Surface(self.skin, width, self._left, self.app.no_color, filters, ground)
        return self._painting.lines(self._view, self._marks, on, crop)

    # Size and mouse ------------------------------------------------------------------------------

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

    def offset_under(self, x: int, y: int) -> int:
        """The offset at a cell of the view; beyond an edge, the nearest one."""
        view = self._view
        if view is None or not view.visible:
            return 0
        y = max(view.heads, min(y, len(view.visible) - 1))  # a drag on to heads passes over no rows
        shift = view.layout.shift(view.visible[y])
        return offset_at(view.row(y), view.document.text, x - self._left, shift)

    def scroll_on(self, rows: int) -> bool:
        """Move the view by rows; where it is at its end, nothing moves. Gives back whether it moved."""
        before = self._view.bookmark() if self._view else None
        visible = self._view.visible if self._view else []
        self.scroll_rows(rows)
        moved = self._view is not None and self._view.visible != visible
        if before is not None and not moved:
            self.place_cursor(before.cursor)
        return moved

    def chosen_around(self, offset: int) -> int:
        """The end of what is chosen that is further off, or else where the cursor is."""
        start, end = self._marks.selection or (self.cursor, self.cursor)
        return start if abs(offset - start) > abs(offset - end) else end
