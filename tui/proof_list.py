"""The list of the places that a quotation may be from, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.actions import PROOF
from tui.proof_rows import ProofRow, painted_proof, proof_rows
from tui.skin import Skin

if TYPE_CHECKING:
    from corpus.quotation.checked import Match
    from tui.proof import Proof


class ProofList(ScrollView, can_focus=True):
    """Shows a proof and chooses one of its places; what is done with it is up to the sheet."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [action.binding() for action in PROOF]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._proof: Proof | None = None
        self._rows: Sequence[ProofRow] = ()
        self._skin: Skin | None = None
        self.chosen = 0

    @property
    def match(self) -> Match | None:
        """The place that is chosen; None where there is none."""
        matches = self._proof.checked.matches if self._proof else ()
        return matches[self.chosen] if matches else None

    def show(self, proof: Proof | None) -> None:
        """Show a proof, its best place chosen; None shows nothing."""
        self._proof, self.chosen = proof, 0
        self._lay_out()
        self.scroll_to(y=0, animate=False, immediate=True, force=True)

    def choose(self, match: int) -> None:
        """Choose that place, or the nearest there is, and bring its beginning into view."""
        matches = self._proof.checked.matches if self._proof else ()
        self.chosen = max(0, min(match, len(matches) - 1))
        rows = [number for number, row in enumerate(self._rows) if row.match == self.chosen]
        if rows:
            height = self.size.height or 1
            top = max(round(self.scroll_y), rows[-1] + 1 - height)
            # By force: see `ClipList`.
            self.scroll_to(y=min(top, rows[0]), animate=False, immediate=True, force=True)
        self.refresh()

    def action_choose(self, by: int) -> None:
        """Choose the next place, or the previous; what has no room is scrolled through before that."""
        rows = [number for number, row in enumerate(self._rows) if row.match == self.chosen]
        top, height = round(self.scroll_y), self.size.height or 1
        hidden = rows and (rows[-1] >= top + height if by > 0 else rows[0] < top)
        if hidden:
            self._scroll_by(by)
        else:
            self.choose(self.chosen + by)

    def action_choose_page(self, by: int) -> None:
        """Scroll a page on or back, and choose the place that is there."""
        self._scroll_by(by * max(1, self.size.height - 2))
        top = round(self.scroll_y)
        seen = [row.match for row in self._rows[top : top + self.size.height] if row.match >= 0]
        if seen:
            self.chosen = seen[-1] if by > 0 else seen[0]
        self.refresh()

    def _scroll_by(self, rows: int) -> None:
        most = max(0, len(self._rows) - self.size.height)
        y = max(0, min(round(self.scroll_y) + rows, most))
        self.scroll_to(y=y, animate=False, immediate=True, force=True)

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width or 60
        self._rows = proof_rows(self._proof, width, signs=self.app.no_color) if self._proof else ()
        self.virtual_size = Size(width, len(self._rows))
        self.refresh()

    def on_resize(self) -> None:
        """Lay the lines out anew, with the chosen place in view."""
        self._lay_out()
        self.choose(self.chosen)

    def notify_style_update(self) -> None:
        """Forget the styles of the theme that was."""
        self._skin = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Paint a line of the list."""
        width = self.scrollable_content_region.width
        self._skin = self._skin or Skin.of(self.app)
        number = y + round(self.scroll_y)
        row = self._rows[number] if number < len(self._rows) else ProofRow()
        return self._skin.strip(painted_proof(row, width, self.chosen), width).crop(0, width)

    def on_click(self, event: events.Click) -> None:
        """Choose the place under the mouse; twice, go there."""
        number = event.y + round(self.scroll_y)
        match = self._rows[number].match if number < len(self._rows) else -1
        if match >= 0:
            self.chosen = match
            self.refresh()
            if event.chain == 2:
                self.call_later(self.run_action, "screen.jump")
