"""What a key costs: one frame, no layout pass, and no row painted that was painted before."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.geometry import Region
from textual.pilot import Pilot

from tests.reading import HEADLESS, STRUCTURED, press, reading, screen, settled, shown, write
from tui.looks import Piece
from tui.painting import painted_line

LONG = "\n\n".join(f"Paragraph {n} of the river. " + "Water runs on. " * (n % 30) for n in range(1, 900))
"""So long that heights are put right while one reads: more than a measured stretch of it."""


class Work:
    """What was done since it began to be counted."""

    frames = 0
    layouts = 0
    rows = 0


@contextmanager
def counted(pilot: Pilot[None], monkeypatch: pytest.MonkeyPatch) -> Iterator[Work]:
    """Count frames, layout passes and rows that are painted."""
    work = Work()
    reader = screen(pilot)
    lay_out = reader._refresh_layout

    def frame() -> None:
        work.frames += 1

    def laid_out(*arguments: Any, **named: Any) -> None:
        work.layouts += 1
        lay_out(*arguments, **named)

    def painted(*arguments: Any, **named: Any) -> list[Piece]:
        work.rows += 1
        return painted_line(*arguments, **named)

    with monkeypatch.context() as patch:
        patch.setattr(pilot.app, "post_display_hook", frame)
        patch.setattr(reader, "_refresh_layout", laid_out)
        patch.setattr("tui.page_painting.painted_line", painted)
        yield work


async def test_a_key_is_one_frame(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(write(tmp_path, "long.txt", LONG)) as pilot:
        await press(pilot, "G", "b", "g", "d")  # so that there is a way back, and text on both sides
        moving = "pagedown pageup space b d u j k right_curly_bracket less_than_sign G less_than_sign"
        for key in (*moving.split(), "v", "V"):
            before = shown(pilot)
            with counted(pilot, monkeypatch) as work:
                await press(pilot, key)
            assert (key, work.frames, work.layouts) == (key, 1, 0)
            assert shown(pilot) != before or key == "V"  # which changes colours alone


async def test_a_section_on_is_one_frame(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(write(tmp_path, "rivers.md", STRUCTURED)) as pilot:
        for title in ("Part 1", "Part 2", "Part 3"):
            with counted(pilot, monkeypatch) as work:
                await press(pilot, "right_square_bracket")
            assert (work.frames, work.layouts) == (1, 0)
            assert title in shown(pilot)[-1]


async def test_the_next_hit_is_one_frame(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(write(tmp_path, "long.txt", LONG)) as pilot:
        await press(pilot, *"/river", "enter")
        with counted(pilot, monkeypatch) as work:
            await press(pilot, *"nnn")
        assert (work.frames, work.layouts) == (3, 0)


async def test_a_notch_of_the_wheel_is_one_frame(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(write(tmp_path, "long.txt", LONG)) as pilot:
        with counted(pilot, monkeypatch) as work:
            page = screen(pilot).page
            page.post_message(
                events.MouseScrollDown(page, 5, 5, 0, 1, 0, shift=False, meta=False, ctrl=False)
            )
            await settled(pilot)
        assert (work.frames, work.layouts) == (1, 0)


async def test_paging_through_all_lays_out_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(write(tmp_path, "long.txt", LONG)) as pilot:
        height = screen(pilot).page.virtual_size.height
        with counted(pilot, monkeypatch) as work:
            for _ in range(60):
                await press(pilot, "pagedown")
        assert (work.frames, work.layouts) == (60, 0)
        assert screen(pilot).page.virtual_size.height != height  # it was put right meanwhile


async def test_a_line_on_paints_the_new_row_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(write(tmp_path, "one.txt", "Water runs on. " * 4_000)) as pilot:
        await press(pilot, "pagedown")
        with counted(pilot, monkeypatch) as work:
            await press(pilot, "j")
        assert work.rows == 1


async def test_what_asks_for_a_refresh_has_every_row_painted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(write(tmp_path, "one.txt", "Water runs on. " * 4_000)) as pilot:
        await press(pilot, "pagedown")
        page = screen(pilot).page
        with counted(pilot, monkeypatch) as work:
            page.refresh()
            await settled(pilot)
        assert (work.frames, work.rows) == (1, page.size.height)


async def test_kept_rows_are_those_that_would_be_painted(tmp_path: Path) -> None:
    async with reading(write(tmp_path, "flood.txt", HEADLESS + STRUCTURED), size=(80, 16)) as pilot:
        page = screen(pilot).page
        for keys in (
            *("j", "j", "j", "right_curly_bracket", "right_curly_bracket", "v", "V", "escape"),
            *("slash", "f", "l", "enter", "n", "escape", "escape", "y", "k", "o", "o", "b"),
        ):
            await press(pilot, keys)
            everything = Region(0, 0, page.scrollable_content_region.width, page.size.height)
            kept = page.render_lines(everything)
            page._painting.forget()
            assert page.render_lines(everything) == kept, keys
        pilot.app.theme = "paper"
        await settled(pilot)
        everything = Region(0, 0, page.scrollable_content_region.width, page.size.height)
        kept = page.render_lines(everything)
        page._painting.forget()
        assert page.render_lines(everything) == kept


async def test_a_part_of_the_page_is_cut_out_of_it(tmp_path: Path) -> None:
    async with reading(write(tmp_path, "flood.txt", HEADLESS)) as pilot:
        page = screen(pilot).page
        width = page.scrollable_content_region.width
        whole = [strip.text for strip in page.render_lines(Region(0, 0, width, 9))]
        assert [strip.text for strip in page.render_lines(Region(7, 2, 30, 5))] == [
            line[7:37] for line in whole[2:7]
        ]


def has_changed(terminal: Any, before: str) -> bool:
    return bool(terminal.lines()[-1] != before)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_terminal_is_written_to_once_a_key(tmp_path: Path) -> None:
    pytest.importorskip("pyte", reason="pyte is not installed")
    from tests.terminal import Terminal

    path = write(tmp_path, "long.txt", LONG)
    with Terminal("--private", path, PINCITE_HOME=str(tmp_path / "home")) as terminal:
        # What is painted at the start is through when Textual is there and has come to rest.
        terminal.wait(lambda: terminal.has_textual)
        terminal.rest()
        terminal.written.clear()
        for _ in range(12):
            before = terminal.lines()[-1]
            terminal.press("\x1b[6~")
            terminal.wait(partial(has_changed, terminal, before))
        terminal.press("q")
        assert terminal.status() == 0
        assert terminal.text.count("\x1b[?2026h") == 12
