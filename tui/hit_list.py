"""The hits of a library search: where each stands, and a snippet with the words marked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui import cells
from tui.looks import Piece
from tui.skin import Skin

if TYPE_CHECKING:
    from corpus.search.answer import Hit

_INDENT = 2
_SNIPPET_LINES = 2


class _Line(NamedTuple):
    """A line of the list: the hit it belongs to, and pieces of words with their looks."""

    hit: int
    pieces: tuple[Piece, ...]


class HitList(ScrollView, can_focus=False):
    """Hits one under the other; one of them is chosen."""

    ALLOW_SELECT = False

    @dataclass
    class Chosen(Message):
        """Another hit is the chosen one."""

        hit: Hit

    @dataclass
    class Entered(Message):
        """A hit was clicked: the reader wants to stay there."""

        hit: Hit

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hits: tuple[Hit, ...] = ()
        self._lines: list[_Line] = []
        self._chosen = 0
        self._skin: Skin | None = None

    @property
    def chosen(self) -> Hit | None:
        """The hit that is chosen; None where there is none."""
        return self._hits[self._chosen] if self._hits else None

    def show(self, hits: tuple[Hit, ...]) -> None:
        """Show these hits, the first of them chosen."""
        self._hits, self._chosen = hits, 0
        self._lay_out()
        self.scroll_to(y=0, animate=False, immediate=True)

    def choose(self, by: int) -> None:
        """Choose a hit further down or up."""
        if not self._hits:
            return
        self._chosen = max(0, min(self._chosen + by, len(self._hits) - 1))
        rows = [number for number, line in enumerate(self._lines) if line.hit == self._chosen]
        top, height = round(self.scroll_y), self.size.height or 1
        if rows[0] < top:
            self.scroll_to(y=rows[0], animate=False, immediate=True)
        elif rows[-1] >= top + height:
            self.scroll_to(y=rows[-1] - height + 1, animate=False, immediate=True)
        self.refresh()
        self.post_message(self.Chosen(self._hits[self._chosen]))

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width or 60
        self._lines = [line for index in range(len(self._hits)) for line in self._lines_of(index, width)]
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def on_resize(self) -> None:
        """Lay the hits out anew."""
        self._lay_out()

    def _lines_of(self, index: int, width: int) -> list[_Line]:
        hit = self._hits[index]
        room = max(8, width - _INDENT - 1)
        title = cells.cut(hit.title, max(8, room * 3 // 5))
        place = " · ".join(([f"¶ {hit.paragraph}"] if hit.paragraph else []) + list(hit.section[-1:]))
        place = cells.cut(place, max(0, room - cells.width(title) - 2))
        lines = [_Line(index, ((title, ("title",)), ("  ", ()), (place, ("dim",))))]
        text = hit.snippet.text
        breaks = [0, *cells.wrap(text, room), len(text)]
        for start, end in islice(pairwise(breaks), _SNIPPET_LINES):
            lines.append(_Line(index, tuple(_marked(text, start, end, hit.snippet.marks))))
        if len(breaks) > _SNIPPET_LINES + 1:
            lines[-1] = _Line(index, (*lines[-1].pieces, ("…", ("dim",))))
        lines.append(_Line(-1, ()))
        return lines

    def notify_style_update(self) -> None:
        """Forget the styles of the theme that was."""
        self._skin = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Paint a line of the list."""
        width = self.scrollable_content_region.width
        self._skin = self._skin or Skin.of(self.app)
        number = y + round(self.scroll_y)
        if number >= len(self._lines):
            return Strip.blank(width, self._skin.style())
        line = self._lines[number]
        used = _INDENT + sum(cells.width(words) for words, _ in line.pieces)
        return self._skin.strip(
            [
                ("▌" if line.hit == self._chosen else " ", ("accent",)),
                (" " * (_INDENT - 1), ()),
                *line.pieces,
                (" " * max(0, width - used), ()),
            ],
            max(width, used),
        )

    def on_click(self, event: events.Click) -> None:
        """Go to the hit under the mouse."""
        number = event.y + round(self.scroll_y)
        if 0 <= number < len(self._lines) and self._lines[number].hit >= 0:
            self._chosen = self._lines[number].hit
            self.post_message(self.Entered(self._hits[self._chosen]))


def _marked(text: str, start: int, end: int, marks: tuple[tuple[int, int], ...]) -> list[Piece]:
    """A line of a snippet, cut where its marks begin and end."""
    pieces, at = [], start
    end = start + len(text[start:end].rstrip())
    for first, last in marks:
        first, last = max(first, at), min(last, end)
        if first < last:
            pieces += [(text[at:first], ()), (text[first:last], ("hit",))]
            at = last
    return [*pieces, (text[at:end], ())]
