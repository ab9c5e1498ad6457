"""The frame that is painted by hand, and the one that Textual paints after it: the same cells."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.home import Home
from corpus.opening import shipped_path
from tests.judgments import chinese, english, request_for_comments
from tests.reading import HEADLESS, STRUCTURED, reading, write
from tui import cells
from tui.article import OpenArticle
from tui.first_frame import HINTS, FirstScreen, encoded
from tui.looks import PALETTES, Piece
from tui.opening import open_target
from tui.services import Services

Cell = tuple[str, str, str, bool, bool, bool, bool]

SIZES = [(80, 24), (120, 40), (50, 14)]


def article(path: Path) -> OpenArticle:
    return open_target(str(path), Services.of(Home.here(), private=True).library)


def by_hand(opened: OpenArticle, columns: int, rows: int, hint: str = "") -> list[list[Piece]]:
    return FirstScreen(opened, columns, rows, measure=72, outline=True, hint=hint).lines()


async def by_textual(path: Path, columns: int, rows: int, theme: str) -> list[list[Cell]]:
    """The cells of Textual's first frame, in the colours of a theme."""
    home = Home.here()
    home.settings.parent.mkdir(parents=True, exist_ok=True)
    home.settings.write_text(f'theme = "{theme}"\nhints_shown = true\n', encoding="utf-8")
    async with reading(path, size=(columns, rows), private=True) as pilot:
        strips = pilot.app.screen._compositor.render_strips()
        lines = []
        for strip in strips:
            line: list[Cell] = []
            for words, style, _ in strip:
                assert style is not None
                color = style.color.get_truecolor().hex if style.color else ""
                background = style.bgcolor.get_truecolor().hex if style.bgcolor else ""
                attributes = (
                    bool(style.bold),
                    bool(style.italic),
                    bool(style.underline),
                    bool(style.reverse),
                )
                line.extend((letter, color, background, *attributes) for letter in words)
            lines.append(line)
        return lines


def cells_of(lines: Sequence[Sequence[Piece]], theme: str) -> list[list[Cell]]:
    from tui.looks import merged

    palette = PALETTES[theme]
    cells = []
    for line in lines:
        row: list[Cell] = []
        for words, names in line:
            look = merged(names)
            about = (look.bold, look.italic, look.underline, look.reverse)
            row.extend((letter, palette[look.color], palette[look.background], *about) for letter in words)
        cells.append(row)
    return cells


def seen(cell: Cell) -> Cell:
    """A blank shows no colour of letters, nor weight: only what is behind it."""
    letter, _, background, _, _, underline, reverse = cell
    if letter == " " and not underline and not reverse:
        return (" ", "", background, False, False, False, False)
    return cell


ARTICLES = ("six-part-roadmap.txt", "six-part-roadmap.zh.txt", "tour.md")


# Every article in every size, and each of both in both themes: colours do not depend on either.
@pytest.mark.parametrize(
    ("name", "size", "theme"),
    [
        (name, size, ("paper", "ink")[(row + column) % 2])
        for row, name in enumerate(ARTICLES)
        for column, size in enumerate(SIZES)
    ],
    ids=str,
)
async def test_both_frames_are_the_same_cells_and_colours(
    name: str, size: tuple[int, int], theme: str
) -> None:
    await same_frames(shipped_path(name), *size, theme)


@pytest.mark.parametrize("text", [english("[{}] "), chinese("（{}）"), request_for_comments()])
async def test_printed_numbers_and_pages_are_in_both_frames(tmp_path: Path, text: str) -> None:
    await same_frames(write(tmp_path, "a.txt", text), 80, 24, "ink")


async def same_frames(path: Path, columns: int, rows: int, theme: str) -> None:
    textual = await by_textual(path, columns, rows, theme)
    hand = cells_of(by_hand(article(path), columns, rows), theme)
    assert len(textual) == len(hand) == rows
    for ours, theirs in zip(hand, textual, strict=True):
        assert "".join(cell[0] for cell in ours) == "".join(cell[0] for cell in theirs)
        assert [seen(cell) for cell in ours] == [seen(cell) for cell in theirs]


@pytest.mark.parametrize("text", [HEADLESS, STRUCTURED], ids=["headless", "structured"])
@pytest.mark.parametrize(("columns", "rows"), [*SIZES, (20, 5), (200, 60)])
def test_every_line_fills_the_screen_exactly(tmp_path: Path, text: str, columns: int, rows: int) -> None:
    lines = by_hand(article(write(tmp_path, "a.md", text)), columns, rows, HINTS)
    assert len(lines) == rows
    assert {sum(cells.width(words) for words, _ in line) for line in lines} == {columns}


def test_no_colour_leaves_weight_and_reverse_alone(tmp_path: Path) -> None:
    lines = by_hand(article(write(tmp_path, "a.txt", HEADLESS)), 80, 24)
    frame = encoded(lines, PALETTES["ink"], plain=True, colours="truecolor").decode()
    assert "38;" not in frame
    assert "48;" not in frame
    assert "\x1b[0;1m" in frame


@pytest.mark.parametrize(("colours", "sign"), [("truecolor", "38;2;"), ("256", "38;5;"), ("16", ";9")])
def test_fewer_colours_are_said_as_the_terminal_knows_them(tmp_path: Path, colours: str, sign: str) -> None:
    lines = by_hand(article(write(tmp_path, "a.txt", HEADLESS)), 80, 24)
    assert sign in encoded(lines, PALETTES["ink"], plain=False, colours=colours).decode()
