"""The first screen, painted by hand while Textual is still on its way. No Textual in it.

It is made of the same pieces as the screens that follow, so that nothing moves when those take over.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from corpus.title import byline, shown_title
from tui.article import OpenArticle
from tui.bar import bar_cells
from tui.cells import shown
from tui.foot_line import joined, place_words, receipt_lines, status_line
from tui.geometry import outline_width, page_layout
from tui.looks import Piece, merged
from tui.outline_painting import HEAD, OutlineLines, Seen
from tui.outline_rows import outline_rows
from tui.outline_strip import OutlineStrip
from tui.painting import painted_line
from tui.view import Bookmark, View

HINTS = "/ find   s search   y copy   ? help   q quit"
"""What the first run says at the foot."""

_ENTER = "\x1b[?1049h\x1b[?25l"
_BEGIN = "\x1b[?2026h"
_END = "\x1b[0m\x1b[?2026l"


class FirstScreen:
    """The screen as it is before Textual has it: what is painted by hand, and where the reader is in it.

    `left` is the cell of the page at which its lines begin, `left_behind` are the places that jumps led
    away from, `answered` tells whether a key was answered. There are the `outline` as the reader wants to
    see it, its lines (`outline_lines`), how many of its rows are above the screen (`outline_top`), and the
    section that is read (`here`).
    """

    def __init__(
        self,
        article: OpenArticle,
        columns: int,
        rows: int,
        *,
        measure: int,
        outline: bool,
        inferred: bool = True,
        hint: str = "",
        receipt: str = "",
    ) -> None:
        """Lay the article out on a screen of that size.

        `measure`, `outline` (whether it is shown) and `inferred` (whether with what the author did not
        write) are the reader's settings; `hint` and `receipt` what the foot says.
        """
        self.article = article
        self.size = (columns, rows)
        self.left_behind: list[Bookmark] = []
        self.answered = False
        self._hint, self._receipt = "" if receipt else hint, receipt
        self._pane = outline_width(columns) if outline else 0
        self._height = rows - 1
        self._width = columns - self._pane - 1
        layout, self.left = page_layout(
            article.document,
            title=shown_title(article.document),
            byline=byline(article.document.metadata),
            width=self._width,
            height=self._height,
            measure=measure,
        )
        self.view = View(layout, self._height)
        self.view.go(min(article.offset, len(article.document.text)))
        self.outline, hidden = article.shown_outline(inferred=inferred)
        width = max(1, self._pane - 1)
        self.outline_lines = OutlineLines(
            outline_rows(self.outline, width, self._height - HEAD, ()),
            OutlineStrip(self.outline, len(article.document.text), width),
            hidden,
        )
        self.outline_top = 0
        self.here: int | None = None
        self._follow()

    def move(self, how: Callable[[View], None]) -> None:
        """Move the view as a key does: what the foot had to say is settled, and the outline follows."""
        self.answered = True
        self._receipt = ""
        how(self.view)
        self._follow()

    def jump(self, how: Callable[[View], None]) -> None:
        """Move the view, and note the place that is left."""
        self.left_behind.append(self.view.bookmark())
        self.move(how)

    def _follow(self) -> None:
        """Bring the section that is read into view in the outline, as the outline does itself."""
        here = self.outline.at(self.view.cursor)
        if here == self.here:
            return
        self.here = here
        self.outline_top = self.outline_lines.rows.top(here, self.outline_top, self._height)

    def lines(self) -> list[list[Piece]]:
        """The lines of the screen: outline, rule, page, scroll bar, and the foot."""
        view, width = self.view, self._width
        distance = view.distance  # first: it puts the height right
        bar = bar_cells(self._height, view.layout.height, distance)
        lines: list[list[Piece]] = []
        for y in range(self._height):
            page: list[Piece] = [(" " * width, ())]
            if y < len(view.visible):
                page = painted_line(view, y, width=width, left=self.left)
            lines.append([*self._outline_line(y), *page, bar[y]])
        return [*lines, self._foot()]

    def _outline_line(self, y: int) -> list[Piece]:
        """A line of the outline with the rule at its right; nothing where it is not shown."""
        if not self._pane:
            return []
        seen = Seen(self.view.cursor, self.here)
        return [*self.outline_lines.painted(y, self.outline_top, self._pane - 1, seen), ("│", ("rule",))]

    def _foot(self) -> list[Piece]:
        columns = self.size[0]
        if self._receipt:
            return receipt_lines(self._receipt, columns, 1)[0]
        place = place_words(
            self.article.document,
            self.outline,
            self.view.cursor,
            self.view.top,
            self.view.bottom,
            columns=columns,
            hinting=bool(self._hint),
        )
        if self.article.progress:
            place[2:] = [place[2], self.article.progress]
        return status_line(self._hint, joined(place), columns)


def encoded(
    lines: list[list[Piece]],
    palette: Mapping[str, str],
    *,
    plain: bool,
    colours: str,
    light: bool = False,
    enter: bool = True,
) -> bytes:
    """The lines as what a terminal understands; with `enter` the alternate screen is entered before them.

    `plain` is for NO_COLOR; `colours` is "truecolor", "256" or "16"; `light` tells of the background that the
    terminal has of itself.
    """
    written = [_ENTER if enter else "", _BEGIN]
    codes: dict[tuple[str, ...], str] = {}
    for y, line in enumerate(lines):
        written.append(f"\x1b[{y + 1};1H")
        for words, names in line:
            if names not in codes:
                codes[names] = f"\x1b[{_sgr(names, palette, plain=plain, colours=colours, light=light)}m"
            written.append(codes[names] + shown(words))
    written.append(_END)
    return "".join(written).encode("utf-8", "replace")


def _sgr(
    names: tuple[str, ...], palette: Mapping[str, str], *, plain: bool, colours: str, light: bool
) -> str:
    look = merged(names, plain=plain)
    own = False
    if look.bold and colours == "16" and not plain and _is_black(palette[look.color]):
        look, own = look._replace(bold=light), light
    codes = ["0"]
    codes += [
        code
        for code, wanted in (
            ("1", look.bold),
            ("3", look.italic),
            ("4", look.underline),
            ("7", look.reverse),
        )
        if wanted
    ]
    if not plain:
        codes.append("39" if own else _colour(palette[look.color], colours, foreground=True))
        codes.append(_colour(palette[look.background], colours, foreground=False))
    return ";".join(codes)


def _is_black(colour: str) -> bool:
    from tui.few_colours import BLACK, FEWER  # most terminals have them all

    return FEWER[colour][1] == BLACK


def _colour(colour: str, colours: str, *, foreground: bool) -> str:
    if colours == "truecolor":
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        return f"{38 if foreground else 48};2;{red};{green};{blue}"
    from tui.few_colours import sgr  # most terminals have them all

    return sgr(colour, colours, foreground=foreground)


def colours_of_terminal() -> str:
    """How many colours the terminal has, told as Rich tells it: "truecolor", "256" or "16"."""
    if os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return "truecolor"
    term = os.environ.get("TERM", "").strip().lower()
    return "256" if term.endswith("-256color") or "kitty" in term else "16"
