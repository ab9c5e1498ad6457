"""The outline beside the page: follows it, and leads to a section."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from corpus.outline import Outline
from tui.first_frame import FirstScreen
from tui.outline_rows import OutlineRow, outline_rows, painted_entry
from tui.skin import Skin


class OutlinePane(ScrollView, can_focus=True, inherit_bindings=False):
    """The entries of an outline, each in one line or two; the bar marks the section that is read."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "choose(1)", "Next entry", id="outline.next", show=False),
        Binding("up,k", "choose(-1)", "Previous entry", id="outline.previous", show=False),
        Binding("pagedown,space", "choose_page(1)", "A page on", id="outline.page_down", show=False),
        Binding("pageup,b", "choose_page(-1)", "A page back", id="outline.page_up", show=False),
        Binding("home,g", "choose(-100000)", "First entry", id="outline.first", show=False),
        Binding("end,G", "choose(100000)", "Last entry", id="outline.last", show=False),
        Binding("left,h", "collapse", "Collapse", id="outline.collapse", show=False),
        Binding("right,l", "expand", "Expand", id="outline.expand", show=False),
        Binding("enter", "enter", "Go to the section", id="outline.enter", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """An entry was chosen: the offset that its section starts at."""

        offset: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._outline = Outline()
        self._rows: list[OutlineRow] = []
        self._collapsed: set[int] = set()
        self._here: int | None = None
        self._chosen = 0
        self._skin: Skin | None = None

    def show(self, outline: Outline, begun: FirstScreen | None = None) -> None:
        """Show the outline of an article, as a screen before this one did, if there was one."""
        self._outline = outline
        self._collapsed = set()
        self._here, self._chosen = None, 0
        if begun is not None and not self.size:
            self._rows, self._here = begun.rows, begun.here
            self._chosen = begun.here or 0
            self.virtual_size = Size(0, len(self._rows) + 1)
            self.set_reactive(ScrollView.scroll_y, begun.outline_top)
            self.set_reactive(ScrollView.scroll_target_y, begun.outline_top)
            return
        self._lay_out()
        self.scroll_to(y=0, animate=False, immediate=True)

    def follow(self, offset: int) -> None:
        """Mark the section that an offset stands in."""
        here = self._outline.at(offset)
        if here != self._here:
            self._here = here
            if here is not None and not self.has_focus:
                self._chosen = here
                if self.size.height:
                    self._bring_into_view(here)
            self.refresh()

    def _lay_out(self) -> None:
        width, height = self.scrollable_content_region.size
        self._rows = outline_rows(self._outline, width or 24, (height or 24) - 1, self._collapsed)
        self.virtual_size = Size(width, len(self._rows) + 1)
        self.refresh()

    def on_resize(self) -> None:
        """Lay the entries out anew, with the section that is read in view."""
        self._lay_out()
        if self._here is not None and not self.has_focus:
            self._bring_into_view(self._here)

    def on_focus(self) -> None:
        """Begin at the section that is read."""
        self._chosen = self._here or 0
        self.refresh()

    def on_blur(self) -> None:
        """Show no choice any more."""
        self.refresh()

    def _bring_into_view(self, section: int) -> None:
        # The first line of the pane is air.
        shown = self._visible(section)
        rows = [n + 1 for n, row in enumerate(self._rows) if row.section == shown and not row.note]
        if not rows:
            return
        top, height = round(self.scroll_y), self.size.height or 1
        if rows[0] < top + 1 or rows[-1] >= top + height - 1:
            self.scroll_to(y=max(0, rows[0] - height // 3), animate=False, immediate=True)

    def _visible(self, section: int) -> int:
        """The entry itself, or the collapsed one that hides it."""
        above: int | None = section
        while above is not None:
            if above in self._collapsed:
                section = above
            above = self._outline.parent(above)
        return section

    def _entries(self) -> list[int]:
        return [row.section for row in self._rows if row.begins]

    # Painting ------------------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        """Forget the styles of the theme that was."""
        self._skin = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Paint a line of the outline."""
        width = self.scrollable_content_region.width
        self._skin = self._skin or Skin.of(self.app)
        number = y + round(self.scroll_y) - 1
        if not 0 <= number < len(self._rows):
            return Strip.blank(width, self._skin.style())
        row = self._rows[number]
        here = self._here is not None and row.section == self._visible(self._here)
        chosen = self.has_focus and row.section == self._chosen
        return self._skin.strip(painted_entry(row, width, here=here, chosen=chosen), width)

    # Choosing ------------------------------------------------------------------------------------

    def action_choose(self, by: int) -> None:
        """Choose an entry further down or up."""
        entries = self._entries()
        if not entries:
            return
        at = entries.index(self._visible(self._chosen)) if self._visible(self._chosen) in entries else 0
        self._chosen = entries[max(0, min(at + by, len(entries) - 1))]
        self._bring_into_view(self._chosen)
        self.refresh()

    def action_choose_page(self, by: int) -> None:
        """Choose an entry a page further down or up."""
        self.action_choose(by * max(1, self.size.height // 2))

    def action_collapse(self) -> None:
        """Hide what is below the chosen entry; where nothing is, choose the entry above it."""
        if not len(self._outline):
            return
        chosen = self._visible(self._chosen)
        following = chosen + 1
        has_children = (
            following < len(self._outline)
            and self._outline.sections[following].level > self._outline.sections[chosen].level
        )
        if has_children and chosen not in self._collapsed:
            self._collapsed.add(chosen)
        elif (parent := self._outline.parent(chosen)) is not None:
            chosen = parent
        self._chosen = chosen
        self._lay_out()
        self._bring_into_view(chosen)

    def action_expand(self) -> None:
        """Show what is below the chosen entry."""
        self._collapsed.discard(self._chosen)
        self._lay_out()

    def action_enter(self) -> None:
        """Go to the chosen entry."""
        if self._chosen < len(self._outline):
            self.post_message(self.Chosen(self._outline.sections[self._chosen].start))

    def on_click(self, event: events.Click) -> None:
        """Go to the entry under the mouse."""
        number = event.y + round(self.scroll_y) - 1
        if 0 <= number < len(self._rows):
            self._chosen = self._rows[number].section
            self.action_enter()
