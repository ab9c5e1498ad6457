"""A list of entries of some lines each, one under the other, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui import cells
from tui.looks import Piece
from tui.skinned import Skinned


class Lines(Protocol):
    """The lines of entries; only those that are asked for need to be made."""

    def __len__(self) -> int:
        """How many lines there are."""

    def of(self, entry: int) -> range:
        """The lines of an entry, without what is empty behind it."""

    def entry(self, line: int) -> int:
        """The entry that a line belongs to, from 0; -1 between two of them and beyond the last."""

    def painted(self, line: int, width: int, chosen: int) -> Sequence[Piece]:
        """A line over so many cells, where the entry with that number is chosen."""


class EntryList(ScrollView, Skinned, can_focus=True):
    """Shows entries and chooses one; what is done with it is up to the screen that has the list."""

    ALLOW_SELECT = False
    EMPTY: ClassVar[str] = ""
    """What stands there where there are no entries."""

    @dataclass
    class Chosen(Message):
        """Another entry was chosen: its place in the list, from 0."""

        entry: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._count = 0
        self._lines = self.lines_over(60)
        self.chosen = 0

    def lines_over(self, width: int) -> Lines:
        """The lines of what is listed now, over so many cells; given by whoever inherits."""
        raise NotImplementedError

    @property
    def _top(self) -> int:
        return round(self.scroll_y)

    def list_anew(self, count: int, chosen: int) -> None:
        """Show so many entries, one of them chosen."""
        self._count = count
        self.chosen = max(0, min(chosen, count - 1))
        self._lay_out()
        self._reveal()
        self.post_message(self.Chosen(self.chosen))

    def choose(self, entry: int) -> None:
        """Choose that entry, or the first or the last where there is none, and bring it into view."""
        self.chosen = max(0, min(entry, self._count - 1))
        self._reveal()
        self.refresh()
        self.post_message(self.Chosen(self.chosen))

    def action_choose(self, by: int) -> None:
        """Choose an entry so many further on, or (negative) back."""
        self.choose(self.chosen + by)

    def action_choose_page(self, by: int) -> None:
        """Choose the entry a page further on or back."""
        rows = self._lines.of(self.chosen) if self._count else range(0)
        wanted = (rows.start if rows else 0) + by * max(1, self.size.height - 2)
        entry = self._lines.entry(max(0, min(wanted, len(self._lines) - 1)))
        self.choose(entry if entry not in (-1, self.chosen) else self.chosen + by)

    def action_choose_end(self, by: int) -> None:
        """Choose the first entry or the last."""
        self.choose(0 if by < 0 else self._count - 1)

    def _reveal(self) -> None:
        if not self._count:
            return
        rows, top = self._lines.of(self.chosen), self._top
        height = self.size.height or 1
        top = max(top, rows.stop - height)
        # By force: Textual shows the bar, and then allows this, only after it has laid out the screen.
        self.scroll_to(y=min(top, rows.start), animate=False, immediate=True, force=True)

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width or 60
        self._lines = self.lines_over(width)
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def on_resize(self) -> None:
        """Lay the entries out anew, with the chosen one in view."""
        self._lay_out()
        self._reveal()

    def render_line(self, y: int) -> Strip:
        """Paint a line of the list."""
        width = self.scrollable_content_region.width
        if not self._count:
            said = [0, *cells.wrap(self.EMPTY, width), len(self.EMPTY)]
            words = self.EMPTY[said[y] : said[y + 1]].rstrip() if y + 1 < len(said) else ""
            return self.skin.strip([(words.ljust(width), ("dim",))], width)
        pieces = self._lines.painted(y + self._top, width, self.chosen)
        return self.skin.strip(pieces, width).crop(0, width)

    def on_click(self, event: events.Click) -> None:
        """Choose the entry under the mouse; twice, go to its place."""
        entry = self._lines.entry(event.y + self._top)
        if entry >= 0:
            self.choose(entry)
            if event.chain == 2:
                self.call_later(self.run_action, "screen.jump")
