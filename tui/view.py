"""Where the reader is on a page: the rows in view, and the cursor. No Textual in it.

The topmost row is the truth. Its distance from the top of the page is only its shadow: rows further
away have estimated heights, and putting those right must not move what is being read.
"""

from __future__ import annotations

from typing import NamedTuple

from corpus.document import Kind, Readable
from tui.layout import Layout, Place
from tui.rows import Row
from tui.table_heads import heads_over


class Bookmark(NamedTuple):
    """A view of an article to come back to, at whatever width: what is topmost, and the cursor.

    `below` is how many rows the topmost row stands below the one that shows the offset `top`.
    """

    top: int
    below: int
    cursor: int


class View:
    """A window of so many rows on a layout, and the offset that the reader is at."""

    def __init__(self, layout: Layout, height: int, *, cursor: int = 0) -> None:
        self.layout = layout
        self.height = max(1, height)
        self.cursor = cursor
        self._top = layout.first()
        self.visible: list[Place] = []
        self.heads = 0
        """How many of those, from the top, are the heads of a table, shown over as many of its rows."""
        self._place_top(self._top)

    @property
    def document(self) -> Readable:
        """The article."""
        return self.layout.document

    @property
    def distance(self) -> int:
        """How many rows stand above the view."""
        return self.layout.distance(self._top)

    @property
    def top(self) -> int:
        """The offset of the first words in view, below the heads of a table."""
        return self.layout.offset_of(self.visible[self.heads] if self.visible else self._top)

    @property
    def bottom(self) -> int:
        """The offset at which the words in view end."""
        return self.row(len(self.visible) - 1).end if self.visible else 0

    def row(self, y: int) -> Row:
        """The row at a line of the view, from 0."""
        return self.layout.row(self.visible[y])

    def over(self, layout: Layout, height: int) -> View:
        """The same place in the same article, laid out anew: what was topmost stays in view."""
        if layout.measure == self.layout.measure:
            layout.sideways = self.layout.sideways
        view = View(layout, height)
        view.restore(self.bookmark())
        return view

    def bookmark(self) -> Bookmark:
        """Where the view is, to come back to."""
        if self._top == self.layout.first():
            return Bookmark(-1, 0, self.cursor)
        top = self.layout.offset_of(self._top)
        below = self.layout.distance(self._top) - self.layout.distance(self.layout.place_of(top))
        return Bookmark(top, below, self.cursor)

    def restore(self, bookmark: Bookmark) -> None:
        """Go back to where a bookmark was made."""
        self.cursor = bookmark.cursor
        top = self.layout.first()
        if bookmark.top >= 0:
            top = self.layout.moved(self.layout.place_of(bookmark.top), bookmark.below)
        self._place_top(top)

    def _place_top(self, top: Place) -> None:
        self._top, self.visible, self.heads = self._seen_from(top)

    def _seen_from(self, top: Place) -> tuple[Place, list[Place], int]:
        """The topmost row of a view that begins there or shows the end; its rows; how many are heads."""
        visible = self.layout.visible(top, self.height)
        if len(visible) < self.height:
            top = self.layout.last_top(self.height)
            visible = self.layout.visible(top, self.height)
        heads = heads_over(self.layout, visible, self.height)
        visible[: len(heads)] = heads
        return top, visible, len(heads)

    def go(self, offset: int, *, keep_if_visible: bool = False, above: int = 1, covered: int = 0) -> None:
        """Move the cursor to an offset, and the view so that so many rows are `above` it.

        With `keep_if_visible` the view stays where it shows the offset already, and else shows it in
        its upper part; so many rows at the bottom may be `covered` by something.
        """
        self.cursor = max(0, min(offset, len(self.document.text)))
        place = self.layout.place_of(self.cursor)
        self.layout.bring(place, self.cursor)
        height = max(1, self.height - covered)
        inner = self.visible[1 : max(2, height - 2)]
        if keep_if_visible and place in inner:
            return
        above = height // 4 if keep_if_visible else above
        top = self.layout.moved(place, -above)
        if self.cursor <= self.document.block_near(0).start or self.layout.distance(place) <= height // 2:
            top = self.layout.first()
        self._place_top(top)
        if self.heads and place not in self.visible:
            self._place_top(self.layout.moved(place, -self.heads))

    def go_to_end(self) -> None:
        """Show the end, with the cursor in the last block."""
        self._place_top(self.layout.last_top(self.height))
        self.cursor = self.document.block_near(len(self.document.text)).start

    def reveal(self, offset: int) -> None:
        """Bring an offset into view; the cursor stays where it is."""
        cursor = self.cursor
        self.go(offset, keep_if_visible=True)
        self.cursor = cursor

    def place_cursor(self, offset: int) -> None:
        """Put the cursor at an offset; the view stays where it is."""
        self.cursor = offset

    def scroll(self, rows: int) -> None:
        """Move by rows, down or (negative) up; the cursor goes with the view.

        Where the view is at its end, the cursor still moves, block by block.
        """
        before = self._top
        self._place_top(self.layout.moved(self._top, rows))
        if self._top == before:
            self._step(1 if rows > 0 else -1)
        else:
            self.cursor = self._reading_offset()

    def scroll_sideways(self, by: int) -> bool:
        """Move what is wider than the page by so many thirds of it: the block at the cursor, or in view.

        The cursor goes there. Tells whether there is such a block.
        """
        layout = self.layout
        wide = [place for place in self.visible[self.heads :] if layout.row(place).wide > layout.measure]
        here = self.document.block_near(self.cursor).start
        mine = [place for place in wide if layout.block(place).start == here] or wide
        if not mine:
            return False
        start = layout.block(mine[0]).start
        widest = max(layout.row(place).wide for place in mine if layout.block(place).start == start)
        shift = layout.shift(mine[0]) + by * max(1, layout.measure // 3)
        layout.move_sideways(mine[0], max(0, min(shift, widest - layout.measure)))
        if start != here:
            self.cursor = max(start, layout.row(mine[0]).start)
        return True

    def scroll_pages(self, pages: float) -> None:
        """Move by so many times the height, less a row that stays for the eye."""
        rows = max(1, int((self.height - 1) * abs(pages)))
        # What the heads of a table cover here or there is to be seen on one of the two pages.
        covered = self.heads if pages < 0 else self._heads_further(rows)
        rows = min(rows, max(1, self.height - 1 - covered))
        self.scroll(rows if pages > 0 else -rows)

    def _heads_further(self, rows: int) -> int:
        """How many rows the heads of a table will take where the view is so many rows further down."""
        begins = self.visible[max(0, rows - self.height // 4) : rows + 1]  # near the end it goes less far
        if all(self.layout.block(place).kind is not Kind.TABLE for place in begins):
            return 0
        return self._seen_from(self.layout.moved(self._top, rows))[2]

    def prepare(self) -> bool:
        """Lay out a part of what comes next; tells whether there was any to lay out."""
        return self.layout.prepare(self._top)

    def scroll_to_distance(self, rows: int) -> None:
        """Put the row with so many rows above it on top."""
        self._place_top(self.layout.at_distance(rows))
        self.cursor = self._reading_offset()

    def _step(self, by: int) -> None:
        here = self.document.block_near(self.cursor).start
        block = self.document.block_after(here) if by > 0 else self.document.block_before(here)
        if block is not None and block.start <= self.bottom:
            self.cursor = block.start

    def _reading_offset(self) -> int:
        """Where one reads: the first block that begins in the upper third, else the top."""
        for place in self.visible[self.heads : max(self.heads + 1, len(self.visible) // 3)]:
            row = self.layout.row(place)
            if row.runs and row.start == self.layout.block(place).start:
                return row.start
        return self.top
