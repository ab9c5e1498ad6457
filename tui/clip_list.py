"""The list of the tray: clips one under the other, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui import cells
from tui.actions import CLIPS
from tui.clip_rows import ClipLines, painted_clip
from tui.skin import Skin

if TYPE_CHECKING:
    from corpus.clip import Clip

_EMPTY = "Nothing is kept yet: in the article, a keeps the words you chose, or the paragraph you read."


class ClipList(ScrollView, can_focus=True):
    """Shows clips and chooses one; what is done with it is up to the screen that has the list."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [action.binding() for action in CLIPS]

    @dataclass
    class Chosen(Message):
        """Another clip was chosen: its place in the list, from 0."""

        clip: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines = ClipLines((), 60)
        self._clips: Sequence[Clip] = ()
        self._skin: Skin | None = None
        self.chosen = 0

    @property
    def clip(self) -> Clip | None:
        """The clip that is chosen; None where there is none."""
        return self._clips[self.chosen] if self._clips else None

    @property
    def _top(self) -> int:
        return round(self.scroll_y)

    def show(self, clips: Sequence[Clip], chosen: int) -> None:
        """Show these clips, one of them chosen."""
        self._clips = clips
        self.chosen = max(0, min(chosen, len(clips) - 1))
        self._lay_out()
        self._reveal()
        self.post_message(self.Chosen(self.chosen))

    def choose(self, clip: int) -> None:
        """Choose that clip, or the first or the last where there is none there, and bring it into view."""
        self.chosen = max(0, min(clip, len(self._clips) - 1))
        self._reveal()
        self.refresh()
        self.post_message(self.Chosen(self.chosen))

    def action_choose(self, by: int) -> None:
        """Choose a clip so many further on, or (negative) back."""
        self.choose(self.chosen + by)

    def action_choose_page(self, by: int) -> None:
        """Choose the clip a page further on or back."""
        rows = self._lines.of(self.chosen) if self._clips else range(0)
        wanted = (rows.start if rows else 0) + by * max(1, self.size.height - 2)
        clip = self._lines.row(max(0, min(wanted, len(self._lines) - 1))).clip
        self.choose(clip if clip not in (-1, self.chosen) else self.chosen + by)

    def action_choose_end(self, by: int) -> None:
        """Choose the first clip or the last."""
        self.choose(0 if by < 0 else len(self._clips) - 1)

    def _reveal(self) -> None:
        if not self._clips:
            return
        rows, top = self._lines.of(self.chosen), self._top
        height = self.size.height or 1
        top = max(top, rows.stop - height)
        # By force: Textual shows the bar, and then allows this, only after it has laid out the screen.
        self.scroll_to(y=min(top, rows.start), animate=False, immediate=True, force=True)

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width or 60
        self._lines = ClipLines(self._clips, width)
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def on_resize(self) -> None:
        """Lay the clips out anew, with the chosen one in view."""
        self._lay_out()
        self._reveal()

    def notify_style_update(self) -> None:
        """Forget the styles of the theme that was."""
        self._skin = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Paint a line of the list."""
        width = self.scrollable_content_region.width
        self._skin = self._skin or Skin.of(self.app)
        if not self._clips:
            said = [0, *cells.wrap(_EMPTY, width), len(_EMPTY)]
            words = _EMPTY[said[y] : said[y + 1]].rstrip() if y + 1 < len(said) else ""
            return self._skin.strip([(words.ljust(width), ("dim",))], width)
        row = self._lines.row(y + self._top)
        pieces = painted_clip(row, width, self.chosen, self._lines.digits)
        return self._skin.strip(pieces, width).crop(0, width)

    def on_click(self, event: events.Click) -> None:
        """Choose the clip under the mouse; twice, go to its place."""
        clip = self._lines.row(event.y + self._top).clip
        if clip >= 0:
            self.choose(clip)
            if event.chain == 2:
                self.call_later(self.run_action, "screen.jump")
