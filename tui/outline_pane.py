"""The outline beside the page under the keys: it leads to a section, and can be filtered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from corpus.outline import Section
from tui.actions import OUTLINE
from tui.outline_filter import OutlineFilter
from tui.outline_painting import HEAD
from tui.outline_view import OutlineView, Stay


class OutlinePane(OutlineView):
    """An outline, one entry of which is chosen: what is done with that is up to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [action.binding() for action in OUTLINE]

    @dataclass
    class Chosen(Message):
        """An entry was chosen, or a hit in the strip: the offset that it starts at."""

        offset: int

    @dataclass
    class Pointed(Message):
        """Somewhere in the strip was chosen: an offset, of no word in particular."""

        offset: int

    @dataclass
    class Asked(Message):
        """It was asked why an entry stands there; None where there is no entry."""

        section: Section | None

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._query = ""

    def choose_here(self) -> None:
        """Choose the section that is read. At once: what keys choose next may come before the focus does."""
        self._chosen = self._start()
        self._bring_into_view(self._chosen)
        self.refresh()

    def on_focus(self) -> None:
        """Show what is chosen."""
        self.refresh()

    def on_blur(self) -> None:
        """Show no choice any more."""
        self.refresh()

    def focus_on_click(self) -> bool:
        """While a filter is typed, a click chooses and the prompt keeps the keys."""
        return not self._stay

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

    def action_why(self) -> None:
        """Ask why the chosen entry stands there."""
        self.post_message(self.Asked(self.chosen_section))

    def on_click(self, event: events.Click) -> None:
        """Go to the entry under the mouse, or to the place in the strip."""
        number = event.y + round(self.scroll_y) - HEAD
        if event.y < HEAD:
            self._point(event.x)
        elif number < len(self._rows):
            self._chosen = self._rows[number].section
            self.enter()

    def _point(self, x: int) -> None:
        if (hit := self._strip.hit_at(x, self._hits)) is not None:
            self.post_message(self.Chosen(hit))
        elif (offset := self._strip.offset_at(x)) is not None:
            self.post_message(self.Pointed(offset))

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
        self._stay = Stay(self._chosen, round(self.scroll_y))
        self.refresh()

    def filter(self, query: str) -> None:
        """Show only the entries whose title holds all these words, and what holds them; all for none."""
        if self._stay and query != self._query:
            self._query = query
            self.apply_filter()

    def end_filter(self, *, stay: bool = False) -> None:
        """Show every entry again: all as it was before, or (`stay`) with the entry chosen since."""
        if self._stay is None:
            return
        before, self._stay, self._query = self._stay, None, ""
        chosen = self._chosen
        self.apply_filter()
        self._chosen = chosen if stay else before.chosen
        self.scroll_to(y=before.top, animate=False, immediate=True)
        if stay:
            self._bring_into_view(chosen)

    def resume(self) -> None:
        """Take the keys again, at the entry that is chosen."""
        self.focus()

    def count(self) -> str:
        """Which match is chosen, of how many; empty without a filter."""
        return self._filter.count(self._chosen) if self._filter else ""

    def apply_filter(self) -> None:
        """Lay out what the words leave, and choose the first match; without one what was chosen before."""
        self._filter = OutlineFilter(self._outline, self._query) if self._query.split() else None
        self._lay_out()
        if self._filter and self._filter.matches:
            self._chosen = self._filter.matches[0]
            self.scroll_to(y=0, animate=False, immediate=True)
        elif self._stay:
            self._chosen = self._stay.chosen
            self.scroll_to(y=self._stay.top, animate=False, immediate=True)
        self._bring_into_view(self._chosen)
