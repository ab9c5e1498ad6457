"""The outline as it follows the page: its lines, what is marked in them, and how they are painted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from corpus.find import Span
from corpus.outline import Outline, Section
from tui.first_frame import FirstScreen
from tui.outline_filter import OutlineFilter
from tui.outline_painting import HEAD, OutlineLines, Seen
from tui.outline_rows import OutlineRows, outline_rows
from tui.outline_strip import OutlineStrip
from tui.skinned import Skinned


class Stay(NamedTuple):
    """What the outline comes back to after a filter: the chosen entry, and the row at the top."""

    chosen: int | None
    top: int


class OutlineView(ScrollView, Skinned, can_focus=True, inherit_bindings=False):
    """The entries of an outline, each in one line or two, below a strip of the whole text.

    The bar marks the section that is read.
    """

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._outline = Outline()
        self._length = self._hidden = self._offset = 0
        self._hits: Sequence[Span] = ()
        self._collapsed: set[int] = set()
        self._here: int | None = None
        self._chosen: int | None = None
        self._stay: Stay | None = None
        self._filter: OutlineFilter | None = None
        self._rows = outline_rows(self._outline, 24, 24, ())
        self._strip = OutlineStrip(self._outline, 0, 0)
        self._marked: int | None = None

    # What is shown -------------------------------------------------------------------------------

    def show(
        self, outline: Outline, length: int, begun: FirstScreen | None = None, *, hidden: int = 0
    ) -> None:
        """Show the outline of a text of `length` characters, as a screen before this one did; a filter stays.

        So many entries of it are `hidden`.
        """
        self._outline, self._length, self._hidden = outline, length, hidden
        self._collapsed = set()
        self._here = None
        if begun is not None and not self.size:
            self._rows, self._strip = begun.outline_lines.rows, begun.outline_lines.strip
            self._here, self._marked = begun.here, self._rows.shown(begun.here)
            self._offset = begun.view.cursor
            self._chosen = self._start()
            self.virtual_size = Size(0, len(self._rows) + HEAD)
            self.set_reactive(ScrollView.scroll_y, begun.outline_top)
            self.set_reactive(ScrollView.scroll_target_y, begun.outline_top)
            return
        self._chosen = self._start()
        if self._stay:
            self._stay = Stay(self._chosen, 0)
        self.scroll_to(y=0, animate=False, immediate=True)
        self.apply_filter()

    def renew(self, outline: Outline, start: int | None, offset: int, *, hidden: int = 0) -> None:
        """Show the outline of the same text as it is now, with what was collapsed and in view.

        The entry that begins at `start`, or the last one before it, is chosen; `offset` is read.
        """
        kept = {self._outline.sections[index].start for index in self._collapsed}
        self._outline, self._hidden, self._offset = outline, hidden, offset
        sections = outline.sections
        self._collapsed = {index for index, section in enumerate(sections) if section.start in kept}
        self._here = outline.at(offset)
        self._chosen = self._start()
        if start is not None and len(outline):
            self._chosen = max(0, bisect_right(sections, start, key=lambda section: section.start) - 1)
        self.apply_filter()

    @property
    def chosen(self) -> int | None:
        """The index of the entry that the keys are at; None without any."""
        return self._rows.shown(self._chosen)

    @property
    def chosen_section(self) -> Section | None:
        """The entry that the keys are at; None where there is none."""
        chosen = self.chosen
        return None if chosen is None else self._outline.sections[chosen]

    def follow(self, offset: int) -> None:
        """Mark an offset in the strip, and the section that it stands in."""
        if self._strip.cell_of(offset) != self._strip.cell_of(self._offset):
            self._refresh_strip()
        self._offset = offset
        here = self._outline.at(offset)
        if here == self._here:
            return
        self._here = here
        if here is not None and not self.has_focus and not self._stay:
            self._chosen = here
            if self.size.height:
                self._bring_into_view(here)
        before, self._marked = self._marked, self._rows.shown(here)
        if before != self._marked:
            self._refresh_entries(before, self._marked)

    def mark_hits(self, hits: Sequence[Span]) -> None:
        """Show where these spans stand, and how many in each section: in reading order, or none."""
        if hits or self._hits:
            self._hits = hits
            self.refresh()

    def apply_filter(self) -> None:
        """Lay out what is to be shown; without a filter that is everything."""
        self._lay_out()
        self._bring_into_view(self._chosen)

    def _start(self) -> int | None:
        """The entry that keys begin at: the section that is read, or the first; None without any."""
        return self._here if self._here is not None or not len(self._outline) else 0

    def _lay_out(self) -> None:
        width, height = self.scrollable_content_region.size
        width, height = width or 24, (height or 24) - HEAD
        if self._filter:
            entries, marks = self._filter.entries, self._filter.marks
            self._rows = OutlineRows(self._outline, entries, width, height, marks=marks)
        else:
            self._rows = outline_rows(self._outline, width, height, self._collapsed)
        self._strip = OutlineStrip(self._outline, self._length, width)
        self._marked = self._rows.shown(self._here)
        self.virtual_size = Size(width, len(self._rows) + HEAD)
        self.refresh()

    def on_resize(self) -> None:
        """Lay the entries out anew, with the section that is read in view."""
        self._lay_out()
        self._bring_into_view(self._chosen)

    def _bring_into_view(self, section: int | None) -> None:
        top = round(self.scroll_y)
        wanted = self._rows.top(self._rows.shown(section), top, self.size.height or 1)
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, immediate=True)

    # Painting ------------------------------------------------------------------------------------

    def _refresh_entries(self, *entries: int | None) -> None:
        for entry in entries:
            if lines := self._rows.lines_of(entry):
                self.refresh_lines(lines[0] + HEAD, len(lines))

    def _refresh_strip(self) -> None:
        # Wherever the entries are scrolled to: it stays above them.
        self.refresh(Region(0, 0, self.size.width, HEAD))

    def render_line(self, y: int) -> Strip:
        """Paint a line of the outline."""
        width = self.scrollable_content_region.width
        lines = OutlineLines(self._rows, self._strip, self._hidden)
        choosing = self.has_focus or self._stay is not None
        chosen = self._chosen if choosing else None
        seen = Seen(self._offset, self._marked, chosen, self._filter, self._hits)
        return self.skin.strip(lines.painted(y, round(self.scroll_y), width, seen), width)
