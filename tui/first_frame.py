"""The first screen, painted by hand while Textual is still on its way. No Textual in it.

It is made of the same pieces as the screens that follow, so that nothing moves when those take over.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from corpus.title import byline, shown_title
from tui.article import OpenArticle
from tui.bar import bar_cells
from tui.cells import shown
from tui.foot_line import joined, place_words, receipt_line, status_line
from tui.geometry import outline_width, page_layout
from tui.looks import Piece, merged
from tui.outline_rows import outline_rows, painted_entry
from tui.painting import painted_line
from tui.view import View

HINTS = "/ find   s search   y copy   ? help   q quit"
"""What the first run says at the foot."""

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[?2026h"
_END = "\x1b[0m\x1b[?2026l"


def first_lines(
    article: OpenArticle,
    columns: int,
    rows: int,
    *,
    measure: int,
    outline: bool,
    hint: str = "",
    receipt: str = "",
) -> list[list[Piece]]:
    """The lines of the first screen: outline, rule, page, scroll bar, and the foot.

    `measure` and `outline` (whether it is shown) are the reader's settings; `hint` and `receipt` what
    the foot says.
    """
    pane = outline_width(columns) if outline else 0
    height = rows - 1
    width = columns - pane - 1
    layout, left = page_layout(
        article.document,
        title=shown_title(article.document),
        byline=byline(article.document.metadata),
        width=width,
        height=height,
        measure=measure,
    )
    view = View(layout, height)
    view.go(min(article.offset, len(article.document.text)))
    distance = view.distance  # first: it puts the height right
    bar = bar_cells(height, layout.height, distance)
    lines: list[list[Piece]] = []
    for y, side in enumerate(_outline_lines(article, view.cursor, pane, height)):
        page: list[Piece] = [(" " * width, ())]
        if y < len(view.visible):
            page = painted_line(view, y, width=width, left=left)
        lines.append([*side, *page, bar[y]])
    place = place_words(
        article.document,
        article.outline,
        view.cursor,
        view.top,
        view.bottom,
        columns=columns,
        hinting=bool(hint),
    )
    if article.progress:
        place[2:] = [place[2], article.progress]
    foot = receipt_line(receipt, columns) if receipt else status_line(hint, joined(place), columns)
    return [*lines, foot]


def _outline_lines(article: OpenArticle, cursor: int, pane: int, height: int) -> list[list[Piece]]:
    """The lines of the outline with the rule at their right; empty ones where it is not shown."""
    if not pane:
        return [[] for _ in range(height)]
    width = pane - 1
    rule: Piece = ("│", ("rule",))
    rows = outline_rows(article.outline, width, height - 1, ())
    here = article.outline.at(cursor)
    top = rows.top(here, 0, height)
    lines: list[list[Piece]] = []
    for y in range(top - 1, top - 1 + height):
        if 0 <= y < len(rows):
            lines.append([*painted_entry(rows[y], width, here=rows[y].section == here), rule])
        else:
            lines.append([(" " * width, ()), rule])
    return lines


def encoded(lines: list[list[Piece]], palette: Mapping[str, str], *, plain: bool, colours: str) -> bytes:
    """The lines as what a terminal understands, with the alternate screen entered before them.

    `plain` is for NO_COLOR; `colours` is "truecolor", "256" or "16".
    """
    written = [_ENTER]
    for y, line in enumerate(lines):
        written.append(f"\x1b[{y + 1};1H")
        for words, names in line:
            written.append(f"\x1b[{_sgr(names, palette, plain=plain, colours=colours)}m{shown(words)}")
    written.append(_END)
    return "".join(written).encode("utf-8", "replace")


def _sgr(names: tuple[str, ...], palette: Mapping[str, str], *, plain: bool, colours: str) -> str:
    look = merged(names, plain=plain)
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
        codes.append(_colour(palette[look.color], colours, foreground=True))
        codes.append(_colour(palette[look.background], colours, foreground=False))
    return ";".join(codes)


def _colour(colour: str, colours: str, *, foreground: bool) -> str:
    if colours == "truecolor":
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        return f"{38 if foreground else 48};2;{red};{green};{blue}"
    # Fewer colours: as Rich picks them, because Textual does. Not imported where it is not needed.
    from rich.color import Color, ColorSystem

    system = ColorSystem.EIGHT_BIT if colours == "256" else ColorSystem.STANDARD
    return ";".join(Color.parse(colour).downgrade(system).get_ansi_codes(foreground=foreground))


def colours_of_terminal() -> str:
    """How many colours the terminal has, told as Rich tells it: "truecolor", "256" or "16"."""
    if os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return "truecolor"
    term = os.environ.get("TERM", "").strip().lower()
    return "256" if term.endswith("-256color") or "kitty" in term else "16"
