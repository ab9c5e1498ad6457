"""The emulator that other tests look at shows what pyte shows, only sooner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pyte", reason="pyte is not installed")

import pyte

from tests.emulator import Emulator

COLUMNS, LINES = 12, 4
WORDS = st.text(st.sampled_from("ab ~é知\u0301"), min_size=1, max_size=15)
STYLES = st.lists(st.sampled_from(["", "0", "1", "7", "31", "38;5;9", "48;2;1;2;3", "99"]), max_size=3)
PLACES = st.builds("\x1b[{};{}H".format, st.integers(1, LINES), st.integers(1, COLUMNS))
OTHERS = st.sampled_from(
    ["\r", "\n", "\b", "\t", "\x1b[K", "\x1b[2J", "\x1b[4h", "\x1b[4l", "\x1b[3C", "\x1bM"]
)
WRITTEN = st.lists(
    st.one_of(WORDS, STYLES.map(lambda some: f"\x1b[{';'.join(some)}m"), PLACES, OTHERS), max_size=25
)


@given(WRITTEN)
def test_cells_are_those_that_pyte_makes(written: list[str]) -> None:
    ours = Emulator(COLUMNS, LINES)
    screen = pyte.Screen(COLUMNS, LINES)
    stream = pyte.Stream(screen)
    for piece in written:
        ours.feed(piece.encode())
        stream.feed(piece)
    assert ours.picture() == [[screen.buffer[y][x] for x in range(COLUMNS)] for y in range(LINES)]
    cursor = ours._screen.cursor
    assert (cursor.x, cursor.y, cursor.attrs) == (screen.cursor.x, screen.cursor.y, screen.cursor.attrs)
