"""The outline beside the page: follows it, leads to a section, and can be filtered."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from corpus.outline import Outline
from tui.actions import OUTLINE
from tui.first_frame import FirstScreen
from tui.outline_filter import OutlineFilter
from tui.outline_rows import OutlineRows, outline_rows, painted_entry
from tui.skin import Skin


class _Stay(NamedTuple):
    """What the pane comes back to after a filter: the chosen entry, and the line at the top."""

    chosen: int | None
    top: int


class OutlinePane(ScrollView, can_focus=True, inherit_bindings=False):
    """The entries of an outline, each in one line or two; the bar marks the section that is read."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [action.binding() for action in OUTLINE]

    @dataclass
    class Chosen(Message):
        """An entry was chosen: the offset that its section starts at."""

        offset: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._outline = Outline()
        self._collapsed: set[int] = set()
        self._here: int | None = None
        self._chosen: int | None = None
        self._stay: _Stay | None = None
        self._query = ""
        self._filter: OutlineFilter | None = None
        self._resuming = False
        self._rows = outline_rows(self._outline, 24, 24, ())
        self._marked: int | None = None
        self._skin: Skin | None = None

    def show(self, outline: Outline, begun: FirstScreen | None = None) -> None:
        """Show the outline of an article, as a screen before this one did; a filter stays."""
        self._outline = outline
        self._collapsed = set()
        self._here = None
        if begun is not None and not self.size:
            self._rows, self._here, self._marked = begun.rows, begun.here, begun.rows.shown(begun.here)
            self._chosen = self._start()
            self.virtual_size = Size(0, len(self._rows) + 1)
            self.set_reactive(ScrollView.scroll_y, begun.outline_top)
            self.set_reactive(ScrollView.scroll_target_y, begun.outline_top)
            return
        self._chosen = self._start()
        if self._stay:
            self._stay = _Stay(self._chosen, 0)
        self.scroll_to(y=0, animate=False, immediate=True)
        self._apply_filter()

    def renew(self, outline: Outline, start: int | None, offset: int) -> None:
        """Show the outline of the same text as it is now, with what was collapsed and in view.

        The entry that begins at `start`, or the last one before it, is chosen; `offset` is read.
        """
        kept = {self._outline.sections[index].start for index in self._collapsed}
        self._outline = outline
        sections = outline.sections
        self._collapsed = {index for index, section in enumerate(sections) if section.start in kept}
        self._here = outline.at(offset)
        self._chosen = self._start()
        if start is not None and len(outline):
            self._chosen = max(0, bisect_right(sections, start, key=lambda section: section.start) - 1)
        self._apply_filter()

    @property
    def chosen(self) -> int | None:
        """The index of the entry that the keys are at; None without any."""
        return self._rows.shown(self._chosen)

    def follow(self, offset: int) -> None:
        """Mark the section that an offset stands in."""
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

    def _start(self) -> int | None:
        """The entry that keys begin at: the section that is read, or the first; None without any."""
        return self._here if self._here is not None or not len(self._outline) else 0

    def _lay_out(self) -> None:
        width, height = self.scrollable_content_region.size
        width, height = width or 24, (height or 24) - 1
        if self._filter:
            entries, marks = self._filter.entries, self._filter.marks
            self._rows = OutlineRows(self._outline, entries, width, height, marks=marks)
        else:
            self._rows = outline_rows(self._outline, width, height, self._collapsed)
        self._marked = self._rows.shown(self._here)
        self.virtual_size = Size(width, len(self._rows) + 1)
        self.refresh()

    def on_resize(self) -> None:
        """Lay the entries out anew, with the section that is read in view."""
        self._lay_out()
        self._bring_into_view(self._chosen)

    def on_focus(self) -> None:
        """Begin at the section that is read."""
        if not self._resuming:
            self._chosen = self._start()
            self._bring_into_view(self._chosen)
        self._resuming = False
        self.refresh()

    def on_blur(self) -> None:
        """Show no choice any more."""
        self.refresh()

    def focus_on_click(self) -> bool:
        """While a filter is typed, a click chooses and the prompt keeps the keys."""
        return not self._stay

    def _bring_into_view(self, section: int | None) -> None:
        top = round(self.scroll_y)
        wanted = self._rows.top(self._rows.shown(section), top, self.size.height or 1)
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, immediate=True)

    def _refresh_entries(self, *entries: int | None) -> None:
        for entry in entries:
            if lines := self._rows.lines_of(entry):
                self.refresh_lines(lines[0] + 1, len(lines))

    # Painting ------------------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        """Forget the styles of the theme that was."""
        self._skin = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Paint a line of the outline."""
        width = self.scrollable_content_region.width
        self._skin = self._skin or Skin.of(self.app)
        # The first line of the pane is air.
        number = y + round(self.scroll_y) - 1
        if not 0 <= number < len(self._rows):
            return Strip.blank(width, self._skin.style())
        row = self._rows[number]
        entry, found = row.section, self._filter
        pieces = painted_entry(
            row,
            width,
            here=entry == self._marked,
            chosen=entry == self._chosen and (self.has_focus or self._stay is not None),
            aside=found is not None and entry not in found,
        )
        return self._skin.strip(pieces, width)

    # Choosing ------------------------------------------------------------------------------------

    def action_choose(self, by: int) -> None:
        """Choose an entry further down or up; where words are typed, a match."""
        before = self._rows.shown(self._chosen)
        chosen = self._filter.step(before, by) if self._filter else self._rows.step(before, by)
        if chosen is not None:
            self._chosen = chosen
            self._bring_into_view(chosen)
            self._refresh_entries(before, chosen)

    def action_choose_page(self, by: int) -> None:
        """Choose an entry a page further down or up."""
        self.action_choose(by * max(1, self.size.height // 2))

    def action_choose_end(self, by: int) -> None:
        """Choose the last entry, or (negative) the first."""
        self.action_choose(by * len(self._rows))

    def action_enter(self) -> None:
        """Go to the chosen entry."""
        self.enter()

    def enter(self) -> bool:
        """Go to the chosen entry; tells whether there is one."""
        chosen = self._rows.shown(self._chosen)
        if chosen is None:
            return False
        self.post_message(self.Chosen(self._outline.sections[chosen].start))
        return True

    def on_click(self, event: events.Click) -> None:
        """Go to the entry under the mouse."""
        number = event.y + round(self.scroll_y) - 1
        if 0 <= number < len(self._rows):
            self._chosen = self._rows[number].section
            self.enter()

    # Collapsing ----------------------------------------------------------------------------------

    def action_collapse(self) -> None:
        """Hide what is below the chosen entry; where nothing is, choose the entry above it."""
        chosen = self._rows.shown(self._chosen)
        if chosen is None:
            return
        parent = self._outline.parent(chosen)
        if self._outline.below(chosen) and chosen not in self._collapsed:
            self._collapse(self._collapsed | {chosen})
        elif parent is not None:
            self._chosen = parent
            self._bring_into_view(parent)
            self._refresh_entries(chosen, parent)

    def action_expand(self) -> None:
        """Show what is below the chosen entry."""
        chosen = self._rows.shown(self._chosen)
        if chosen in self._collapsed:
            self._collapse(self._collapsed - {chosen})

    def action_collapse_all(self) -> None:
        """Leave the top level alone to see; where one entry holds all others, the level below it too."""
        outline = self._outline
        parents = {index for index in range(len(outline)) if outline.below(index)}
        if len(outline) > 1 and outline.below(0).stop == len(outline):
            parents.discard(0)
        self._collapse(parents)

    def action_expand_all(self) -> None:
        """Show every entry."""
        self._collapse(set())

    def _collapse(self, collapsed: set[int]) -> None:
        self._collapsed = collapsed
        self._lay_out()
        self._chosen = self._rows.shown(self._chosen)
        self._bring_into_view(self._chosen)

    # Filtering -----------------------------------------------------------------------------------

    def begin_filter(self) -> None:
        """Let words be typed: until the end of that, the choice is shown though the keys are elsewhere."""
        self._stay = _Stay(self._chosen, round(self.scroll_y))
        self.refresh()

    def filter(self, query: str) -> None:
        """Show only the entries whose title holds all these words, and what holds them; all for none."""
        if self._stay and query != self._query:
            self._query = query
            self._apply_filter()

    def end_filter(self, *, stay: bool = False) -> None:
        """Show every entry again: all as it was before, or (`stay`) with the entry chosen since."""
        if self._stay is None:
            return
        before, self._stay, self._query = self._stay, None, ""
        chosen = self._chosen
        self._apply_filter()
        self._chosen = chosen if stay else before.chosen
        self.scroll_to(y=before.top, animate=False, immediate=True)
        if stay:
            self._bring_into_view(chosen)

    def resume(self) -> None:
        """Take the keys again, at the entry that is chosen."""
        self._resuming = True
        self.focus()

    def count(self) -> str:
        """Which match is chosen, of how many; empty without a filter."""
        return self._filter.count(self._chosen) if self._filter else ""

    def _apply_filter(self) -> None:
        self._filter = OutlineFilter(self._outline, self._query) if self._query.split() else None
        self._lay_out()
        if self._filter and self._filter.matches:
            self._chosen = self._filter.matches[0]
            self.scroll_to(y=0, animate=False, immediate=True)
        elif self._stay:
            self._chosen = self._stay.chosen
            self.scroll_to(y=self._stay.top, animate=False, immediate=True)
        self._bring_into_view(self._chosen)
