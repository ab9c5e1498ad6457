from __future__ import annotations

import subprocess
import sys
import unicodedata
from importlib import resources
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import wcswidth

from tests.scripts import LOOSE, WHOLE
from tui.cells import (
    _NARROW,
    _SIMPLE,
    TAB,
    _is_simple,
    clusters,
    cut,
    index_at,
    last_break,
    shown,
    width,
    wrap,
)

WORDS = st.lists(
    st.one_of(
        st.sampled_from(WHOLE + LOOSE),
        st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]),
    ),
    max_size=60,
).map("".join)
"""Anything that an article may hold, also marks that stand on nothing."""
WRITTEN = st.lists(st.sampled_from(WHOLE), max_size=40).map("".join)
"""What people write: here Rich and wcwidth measure a whole line as its clusters."""
WIDTHS = st.integers(min_value=4, max_value=40)


def lines(text: str, cells: int) -> list[str]:
    breaks = [0, *wrap(text, cells), len(text)]
    return [text[a:b] for a, b in pairwise(breaks)]


@given(WRITTEN, WIDTHS)
def test_no_line_is_wider_than_the_measure(text: str, cells: int) -> None:
    for line in lines(text, cells):
        words = shown(line.rstrip())
        assert max(cell_len(words), wcswidth(words)) <= cells or len(list(clusters(words))) == 1


@given(WORDS, WIDTHS)
def test_no_line_counts_more_cells_than_the_measure(text: str, cells: int) -> None:
    for line in lines(text, cells):
        words = line.rstrip()
        assert width(words) <= cells or len(list(clusters(words))) == 1


@given(WORDS)
def test_a_line_is_as_wide_as_its_clusters(text: str) -> None:
    for first, _, _ in clusters(text):
        assert width(text[:first]) + width(text[first:]) == width(text)


@given(WRITTEN)
@example("🇩\u00ad🇩")
def test_a_terminal_gets_as_many_cells_as_were_counted(text: str) -> None:
    words = shown(text)
    assert "\t" not in words
    assert width(words) == width(text) >= max(cell_len(words), wcswidth(words))


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
def test_beyond_the_end_of_a_line_is_its_length(text: str, cells: int) -> None:
    assert index_at(text, width(text) + cells) == len(text)


@given(WORDS)
def test_every_cell_of_a_cluster_leads_to_its_first_character(text: str) -> None:
    reached = 0
    for first, _, size in clusters(text):
        assert {index_at(text, cell) for cell in range(reached, reached + size)} <= {first}
        reached += size


@given(WORDS, WIDTHS)
def test_what_is_cut_fits(text: str, cells: int) -> None:
    assert width(cut(text, cells)) <= cells


@given(st.text(st.sampled_from("ab  -"), max_size=80), WIDTHS)
def test_the_fast_path_breaks_where_words_end(text: str, cells: int) -> None:
    for start in wrap(text, cells):
        assert text[start - 1] == " " or not text[max(0, start - cells) : start].count(" ")


@pytest.mark.parametrize("cells", range(10, 90))
def test_no_line_of_chinese_starts_or_ends_with_the_wrong_punctuation(cells: int) -> None:
    article = resources.files("corpus").joinpath("articles", "six-part-roadmap.zh.txt")
    quoting = (
        "《求是》杂志发表了文章，题为“全面加强知识产权保护”（二〇二一年第三期）。文章指出：“创新是第一动力！”"
    )
    for paragraph in [*article.read_text(encoding="utf-8").splitlines(), quoting * 3]:
        broken = lines(paragraph, cells)
        for line in broken[1:]:
            assert unicodedata.category(line[0]) not in ("Pe", "Pf", "Po")
        for line in broken[:-1]:
            assert unicodedata.category(line.rstrip()[-1]) not in ("Ps", "Pi")


@pytest.mark.parametrize("cells", range(6, 20))
def test_a_word_that_has_to_be_cut_keeps_its_punctuation(cells: int) -> None:
    for word in (
        "pneumonoultramicroscopicsilicovolcanoconiosis，",
        "知识https://example.org/abc/defghi。（对）",
    ):
        broken = lines(f"词 {word}", cells)
        assert all(line[0] not in "，。）" for line in broken)
        assert all(line[-1] != "（" for line in broken)


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2060"])
def test_a_space_that_does_not_break_does_not_break(space: str) -> None:
    assert lines(f"see § 101{space}(a) there", 9)[1].startswith("101")
    assert f"101{space}(a)" in "|".join(lines(f"see § 101{space}(a) there", 9))
    assert width(f"1{space}a") == (2 if space == "\u2060" else 3)


def test_a_zero_width_space_breaks_and_is_not_seen() -> None:
    assert lines("long\u200bword", 5) == ["long\u200b", "word"]
    assert shown("long\u200bword") == "longword"


def test_a_soft_hyphen_is_neither_seen_nor_a_place_to_break() -> None:
    assert lines("“co\u00adoperate”", 20) == ["“co\u00adoperate”"]
    assert lines("let us co\u00adoperate", 10) == ["let us ", "co\u00adoperate"]
    assert (shown("co\u00adoperate"), width("co\u00adoperate")) == ("cooperate", 9)


def test_a_tab_takes_its_cells_wherever_it_stands() -> None:
    assert shown("\tif x:\ty") == " " * TAB + "if x:" + " " * TAB + "y"
    assert lines("one\ttwo\tthree", 8) == ["one\t", "two\t", "three"]
    assert index_at("\tx", TAB - 1) == 0
    assert index_at("\tx", TAB) == 1


def test_a_letter_under_two_hundred_marks_is_one_cell() -> None:
    heap = "z" + "\u0301\u0316" * 100
    assert list(clusters(f"a{heap}b"))[1] == (1, 202, 1)
    assert lines(f"{heap * 5}", 4) == [heap * 4, heap]


@given(WORDS)
def test_the_last_break_leaves_words_on_either_side_and_tears_no_cluster(text: str) -> None:
    at = last_break(text)
    assert 0 <= at < max(1, len(text))
    assert at in {0, *(last for _, last, _ in clusters(text))}


def test_the_last_break_of_chinese_is_not_before_punctuation() -> None:
    assert last_break("知识知，") == 2
    assert last_break("知e\u0301") == 1
    assert last_break("some words") == 5


def test_in_a_simple_text_every_character_is_a_cluster() -> None:
    simple = [sign for sign in map(chr, range(0x110000)) if _SIMPLE.fullmatch(sign)]
    assert len(simple) > 40_000
    assert all(len(list(clusters(f"{sign}{sign}知{sign}a{sign}"))) == 6 for sign in simple)


def test_what_is_narrow_is_one_cell_for_both_libraries() -> None:
    narrow = [sign for sign in map(chr, range(0x110000)) if _NARROW.fullmatch(sign)]
    assert len(narrow) > 800
    assert all(cell_len(sign) == wcswidth(sign) == 1 for sign in narrow)
    assert all(wcswidth(f"{sign}a{sign}知{sign}") == 6 for sign in narrow)


def test_latin_text_is_measured_without_the_libraries_that_measure() -> None:
    script = (
        "import sys; from tui import cells\n"
        "words = '“The keeper’s café” — 3 × 4 …'\n"
        "cells.wrap(words * 9, 40), list(cells.clusters(words)), cells.index_at(words, 3)\n"
        "cells.cut(words, 9), cells.shown(words)\n"
        "print(*sorted({'rich', 'wcwidth'} & set(sys.modules)))"
    )
    printed = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout
    assert printed == "\n"


@pytest.mark.parametrize("letter", ["x", "\u0301", "知", "é", "，", "\t", "\u00ad"])
def test_hundreds_of_thousands_of_one_character_are_wrapped(letter: str) -> None:
    broken = lines(letter * 300_000, 60)
    assert sum(map(len, broken)) == 300_000


def test_white_space_hangs_over_the_end_of_a_line() -> None:
    assert lines("aaaa   bbbb", 4) == ["aaaa   ", "bbbb"]


def test_an_option_keeps_its_hyphen() -> None:
    assert "-n" in lines("see the — option -n of it", 17)[-1]


def test_what_is_narrow_everywhere_is_a_cluster_by_itself() -> None:
    narrow = [chr(code) for code in range(0x10000) if _NARROW.fullmatch(chr(code))]
    assert len(narrow) > 600
    assert all(map(_SIMPLE.fullmatch, narrow))
    assert not _is_simple("a\tb")
