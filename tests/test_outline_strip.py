"""The strip above the outline: shares of the text, where the reader is, and where hits are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import overload

from hypothesis import given
from hypothesis import strategies as st

from corpus.find import Span
from corpus.outline import Outline, Section
from tui import cells
from tui.looks import Piece
from tui.outline_strip import OutlineStrip


def outline(*starts: int, end: int) -> Outline:
    """Sections of one level that begin at these offsets."""
    return Outline(tuple(Section(str(start), 1, start, after) for start, after in pairwise((*starts, end))))


def drawn(pieces: Sequence[Piece]) -> str:
    return "".join(words for words, _ in pieces)


def test_each_section_has_its_share_and_the_one_that_is_read_is_heavy() -> None:
    strip = OutlineStrip(outline(0, 40, 60, end=100), 100, 24)
    assert drawn(strip.painted(50)) == "  ───────╴━━▪╸────────  "
    assert strip.painted(50)[2][1] == ("accent",)


def test_hits_are_ticks_and_many_of_them_are_heavy() -> None:
    strip = OutlineStrip(outline(0, 50, end=100), 100, 24)
    assert drawn(strip.painted(99, [(2, 3), (47, 48), (48, 49), (71, 72), *[(80, 81)] * 3])) == (
        "  ┴────────┘━━━━┷━┻━━▪  "
    )
    heavy = drawn(strip.painted(0, [(30, 31), (46, 47), (47, 48), (49, 50)]))
    assert heavy == "  ▪━━━━━┷━━┛──────────  "


def test_the_only_section_of_the_highest_level_is_divided() -> None:
    sections = (Section("All", 1, 0, 100), Section("a", 2, 10, 50), Section("b", 2, 50, 100))
    assert drawn(OutlineStrip(Outline(sections), 100, 24).painted(99)).count("╴") == 2


def test_where_all_levels_would_be_too_much_the_highest_are_shown() -> None:
    deep = tuple(Section("", 2, start, start + 2) for start in range(2, 50, 2))
    sections = (Section("", 1, 0, 50), *deep, Section("", 1, 50, 100))
    assert drawn(OutlineStrip(Outline(sections), 100, 24).painted(99)).count("╴") == 1


TEXTS = st.integers(1, 5000).flatmap(
    lambda length: st.tuples(
        st.just(length),
        st.lists(st.integers(0, length - 1), max_size=40, unique=True).map(sorted),
        st.lists(st.integers(0, length - 1), max_size=60).map(sorted),
        st.integers(0, length),
        st.integers(0, 60),
    )
)


@given(TEXTS)
def test_it_fills_its_width_and_a_click_leads_into_the_cell(
    text: tuple[int, list[int], list[int], int, int],
) -> None:
    length, starts, places, offset, width = text
    strip = OutlineStrip(outline(*starts, end=length) if starts else Outline(), length, width)
    hits = [(place, place + 1) for place in places]
    pieces = strip.painted(offset, hits)
    assert sum(cells.width(words) for words, _ in pieces) == width
    words = drawn(pieces)
    if strip.offset_at(0) is None:
        assert not words.strip()
        return
    assert words.count("▪") == 1
    assert words.index("▪") == 2 + strip.cell_of(offset)
    for x in range(width):
        led_to = strip.offset_at(x)
        assert led_to is not None
        assert 0 <= led_to <= length
        hit = strip.hit_at(x, hits)
        if hit is not None:
            assert hit == min(place for place in places if strip.cell_of(place) == strip.cell_of(hit))
            assert max(0, min(x - 2, width - 5)) == strip.cell_of(hit)
    for place in places:
        assert words[2 + strip.cell_of(place)] in "▪┴┸┘┚┷┻┙┛"


@given(TEXTS)
def test_what_is_in_a_section_is_in_its_cells(text: tuple[int, list[int], list[int], int, int]) -> None:
    length, starts, places, _, width = text
    strip = OutlineStrip(outline(*starts, end=length) if starts else Outline(), length, width)
    for earlier, later in pairwise(sorted([*starts, *places])):
        assert strip.cell_of(earlier) <= strip.cell_of(later)


class Counted(Sequence[Span]):
    """Very many hits, and how often one was asked for."""

    def __init__(self) -> None:
        self.asked = 0

    @overload
    def __getitem__(self, at: int) -> Span: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Span]: ...
    def __getitem__(self, at: int | slice) -> Span | Sequence[Span]:
        assert isinstance(at, int)
        self.asked += 1
        return at, at + 1

    def __len__(self) -> int:
        return 40_000


def test_painting_looks_at_few_of_many_hits() -> None:
    hits = Counted()
    OutlineStrip(outline(*range(0, 40_000, 8), end=40_000), 40_000, 32).painted(20_000, hits)
    assert hits.asked <= 2 * 32 * 17
