"""The hits of a library search, or what can be typed to have some: a list that never jumps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.hit_rows import HitRow, hit_rows, language_rows, painted_hit
from tui.skinned import Skinned

if TYPE_CHECKING:
    from corpus.search.answer import Hit


class HitList(ScrollView, Skinned, can_focus=False):
    """Shows hits one under the other, one of them chosen; whoever has them decides which."""

    ALLOW_SELECT = False

    @dataclass
    class Clicked(Message):
        """A hit was clicked: its number in the list."""

        hit: int

    @dataclass
    class Ended(Message):
        """The wheel was turned on at the end of the list."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hits: Sequence[Hit] = ()
        self._language: Sequence[tuple[str, str]] = ()
        self._grouped = True
        self._chosen = -1
        self._old = False
        self._first: int | None = None
        """The line to have at the top, as soon as there is a size."""
        self._rows: list[HitRow] = []

    @property
    def top(self) -> int:
        """The line at the top, to come back to."""
        return round(self.scroll_y)

    def explain(self, language: Sequence[tuple[str, str]]) -> None:
        """Show what can be typed: examples, each with what it finds."""
        self._hits, self._language, self._chosen, self._old = (), language, -1, False
        self._lay_out()
        self._scroll(0)

    def show(
        self,
        hits: Sequence[Hit],
        chosen: int,
        *,
        grouped: bool,
        stay: bool = False,
        top: int | None = None,
    ) -> None:
        """Show these hits: with `stay` the chosen one where it was on the screen, else from line `top` on."""
        line = self._line_of(self._chosen) - self.top
        self._hits, self._language, self._grouped, self._chosen, self._old = hits, (), grouped, chosen, False
        self._lay_out()
        if not self.size:
            self._first = top if top is not None else self._first
        elif stay:
            self._scroll(self._line_of(chosen) - line)
            self._reveal()
        else:
            self._scroll(top or 0)
            self._reveal()

    def show_old(self) -> None:
        """Show by its looks that the hits are those of an older question."""
        if not self._old:
            self._old = True
            self.refresh()

    def choose(self, hit: int) -> None:
        """Show that hit as the chosen one, and bring it into view."""
        self._chosen = hit
        self._reveal()
        self.refresh()

    def _line_of(self, hit: int) -> int:
        """The line that says where a hit stands."""
        return next((n for n, row in enumerate(self._rows) if row.is_place and row.of(hit)), 0)

    def _reveal(self) -> None:
        rows = [n for n, row in enumerate(self._rows) if row.of(self._chosen)]
        if not rows:
            return
        top, height = self.top, self.size.height or 1
        first, last = rows[0], rows[-1]
        if first < self._line_of(self._chosen) - 1:
            first = self._line_of(self._chosen)  # the title is that of other hits too, and further up
        if last >= top + height:
            top = last - height + 1
        if first < top:
            top = first
        self._scroll(top)

    def _scroll(self, top: int) -> None:
        # By force: Textual shows the bar, and then allows this, only after it has laid out the screen.
        self.scroll_to(y=max(0, top), animate=False, immediate=True, force=True)

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width or 60
        if self._language:
            self._rows = language_rows(self._language, width)
        else:
            self._rows = hit_rows(self._hits, width, grouped=self._grouped)
        self.virtual_size = Size(width, len(self._rows))
        self.refresh()

    def on_resize(self) -> None:
        """Lay the hits out anew, with the chosen one in view."""
        self._lay_out()
        if self._first is not None:
            self._scroll(self._first)
            self._first = None
        self._reveal()

    def render_line(self, y: int) -> Strip:
        """Paint a line of the list."""
        width = self.scrollable_content_region.width
        number = y + self.top
        if number >= len(self._rows):
            return Strip.blank(width, self.skin.style())
        chosen = -1 if self._old else self._chosen
        return self.skin.strip(painted_hit(self._rows[number], width, chosen), width).crop(0, width)

    def on_click(self, event: events.Click) -> None:
        """Say which hit is under the mouse; on the title of an article, the first of its hits."""
        number = event.y + self.top
        if 0 <= number < len(self._rows) and self._rows[number].first >= 0:
            self.post_message(self.Clicked(self._rows[number].first))

    def on_mouse_scroll_down(self) -> None:
        """Ask for more at the end."""
        if self.top >= self.max_scroll_y:
            self.post_message(self.Ended())
