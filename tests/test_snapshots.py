"""A few whole screens, words and colours, as they were approved; `pytest --snapshot-update` approves anew."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from rich.segment import Segment
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.pilot import Pilot
from textual.widgets import Input

from tests.reading import HEADLESS, press, reading, screen, settled, write
from tests.test_style_sheet import many

__all__ = ["many"]

CHINESE = """# 河与闸

夜里河水涨了。守闸人把新的水位写进本子，写的是“三尺二寸”，然后去叫醒别人。

第一，水到石上刻痕之前，要先开上游的闸门。第二，船要系在北墙边，那里水流最缓。

本子的最后一页没有人读过；洪水会念给大家听。
"""


class Screen(SingleFileSnapshotExtension):
    """A screen in a text file of its own."""

    _write_mode = WriteMode.TEXT
    _file_extension = "txt"


@pytest.fixture
def approved(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Screen)


def seen(pilot: Pilot[None]) -> str:
    """The screen: its lines, then what looks otherwise than plain text, cell by cell."""
    theme = pilot.app.current_theme
    ground = f" on {theme.background}"
    lines, looks = [], []
    for number, strip in enumerate(pilot.app.screen._compositor.render_strips()):
        lines.append("".join(segment.text for segment in strip).rstrip())
        cell, runs = 0, []
        for look, segments in groupby(strip, look_of):
            size = sum(segment.cell_length for segment in segments)
            look = f" {look}".removesuffix(ground).strip()
            if look not in ("", theme.foreground):
                runs.append(f"{cell}+{size} {look}")
            cell += size
        if runs:
            looks.append(f"{number}: {', '.join(runs)}")
    return "\n".join([f"plain: {theme.foreground}{ground}", "", *lines, "", *looks, ""])


def look_of(segment: Segment) -> str:
    """The style of a segment; only what is behind them matters for blanks."""
    style = segment.style
    if style is None:
        return ""
    if segment.text.isspace() and not style.reverse and not style.underline:
        return f"on {style.bgcolor.name}" if style.bgcolor else ""
    return str(style)


def hold_still(pilot: Pilot[None]) -> None:
    """No cursor blinks while it is looked at."""
    for field in pilot.app.query(Input):
        field.cursor_blink = False


@pytest.mark.parametrize("theme", ["paper", "ink"])
async def test_reading(tmp_path: Path, approved: SnapshotAssertion, theme: str) -> None:
    async with reading(write(tmp_path, "flood.txt", HEADLESS), size=(80, 24)) as pilot:
        pilot.app.theme = theme
        await press(pilot, "}", "}")
        await settled(pilot)
        assert seen(pilot) == approved


async def test_searching_the_library(tmp_path: Path, approved: SnapshotAssertion) -> None:
    async with reading(write(tmp_path, "flood.txt", HEADLESS), size=(80, 24)) as pilot:
        hold_still(pilot)
        await press(pilot, "s", *"keeper", "down")
        assert seen(pilot) == approved


async def test_chinese(tmp_path: Path, approved: SnapshotAssertion) -> None:
    async with reading(write(tmp_path, "river.md", CHINESE), size=(60, 16)) as pilot:
        await press(pilot, "}", "v", "j")
        assert seen(pilot) == approved


@pytest.mark.usefixtures("many")
async def test_choosing_a_style(tmp_path: Path, approved: SnapshotAssertion) -> None:
    async with reading(write(tmp_path, "flood.txt", HEADLESS), size=(80, 24)) as pilot:
        await press(pilot, "}", "}", "e", *"style1", "down")
        assert seen(pilot) == approved


@pytest.mark.usefixtures("many")
async def test_correcting_what_is_known(tmp_path: Path, approved: SnapshotAssertion) -> None:
    async with reading(write(tmp_path, "flood.txt", HEADLESS), size=(80, 24)) as pilot:
        screen(pilot).services.change(style="style7")
        await press(pilot, "}", "}", "m", "j", "j", "j", "enter", "x")
        assert seen(pilot) == approved
