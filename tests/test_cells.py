from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import wcswidth

from tui.cells import clusters, cut, index_at, width, wrap

# What terminals disagree on most, beside any character that is printed.
TRICKY = [
    "知",
    "，",
    "。",
    "（",
    "é",
    "e\u0301",
    "👩\u200d👩\u200d👧",
    "🇩🇪",
    "हि",
    "ﬁ",
    "\u00a0",
    "-",
    " ",
    "a",
    "שלום",
    "א",
]
WORDS = st.lists(
    st.one_of(st.sampled_from(TRICKY), st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"])),
    max_size=60,
).map("".join)
WIDTHS = st.integers(min_value=4, max_value=40)


def lines(text: str, cells: int) -> list[str]:
    breaks = [0, *wrap(text, cells), len(text)]
    return [text[a:b] for a, b in pairwise(breaks)]


@given(WORDS, WIDTHS)
def test_no_line_is_wider_than_the_measure(text: str, cells: int) -> None:
    for line in lines(text, cells):
        shown = line.rstrip()
        assert max(cell_len(shown), wcswidth(shown)) <= cells


@given(WORDS, WIDTHS)
def test_lines_hold_the_text_in_order_and_none_is_empty(text: str, cells: int) -> None:
    broken = lines(text, cells)
    assert "".join(broken) == text
    assert all(broken) or not text


@given(WORDS, WIDTHS)
def test_no_cluster_is_torn_by_a_line_end(text: str, cells: int) -> None:
    borders = {0, *(last for _, last, _ in clusters(text))}
    assert set(wrap(text, cells)) <= borders


@given(WORDS, st.integers(min_value=0, max_value=80))
def test_the_cell_of_every_character_leads_back_to_its_cluster(text: str, cell: int) -> None:
    index = index_at(text, cell)
    if index < len(text):
        before = sum(size for first, _, size in clusters(text) if first < index)
        assert before <= cell < before + max(size for first, _, size in clusters(text) if first == index)
    else:
        assert cell >= sum(size for _, _, size in clusters(text))


@given(WORDS, WIDTHS)
def test_what_is_cut_fits(text: str, cells: int) -> None:
    assert width(cut(text, cells)) <= cells


@given(st.text(st.sampled_from("ab  -"), max_size=80), WIDTHS)
def test_the_fast_path_breaks_where_words_end(text: str, cells: int) -> None:
    for start in wrap(text, cells):
        assert text[start - 1] == " " or not text[max(0, start - cells) : start].count(" ")


@pytest.mark.parametrize("cells", range(6, 40))
def test_no_line_of_chinese_starts_with_closing_punctuation(cells: int) -> None:
    text = (
        "《求是》杂志发表了重要文章，题为“全面加强知识产权保护工作”（二〇二一年第三期）。文章指出：创新是引领发展的第一动力！"
        * 3
    )
    for line in lines(text, cells)[1:]:
        assert unicodedata.category(line[0]) not in ("Pe", "Pf")
        assert line[0] not in "，。！：、；？"


def test_white_space_hangs_over_the_end_of_a_line() -> None:
    assert lines("aaaa   bbbb", 4) == ["aaaa   ", "bbbb"]


def test_an_option_keeps_its_hyphen() -> None:
    assert "-n" in lines("see the — option -n of it", 17)[-1]
