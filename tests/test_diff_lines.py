"""Diffs on lines of a sheet: the changes are there, whatever stands around them, and nothing is too wide."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.word_diff import Run, word_diff
from tui import cells
from tui.diff_lines import diff_line, diff_lines
from tui.looks import LOOKS, PLAIN, Piece

KINDS = st.sampled_from(["same", "gone", "come"])
WORDS = st.text(alphabet="ab  \n\t\x1b\u202e水é\u0301", max_size=300)
RUNS = st.lists(st.builds(Run, KINDS, WORDS), max_size=6)


def plain(lines: list[list[Piece]]) -> str:
    return " ".join("".join(words for words, _ in line) for line in lines)


def with_look(lines: list[list[Piece]], look: str) -> str:
    return "".join(words for line in lines for words, looks in line if look in looks)


def test_what_is_gone_and_what_came_look_otherwise_than_the_rest() -> None:
    lines = diff_lines(word_diff("He asserts that China has", "He said that China has not"), 80, 3)
    assert plain(lines) == "He asserts said that China has not"
    assert with_look(lines, "gone") == "asserts"
    assert with_look(lines, "come") == "saidnot"


def test_no_two_spaces_stand_before_a_change() -> None:
    lines = diff_lines(word_diff("a four-part plan", "a five-part plan"), 80, 3)
    assert plain(lines) == "a four five-part plan"


def test_signs_tell_it_where_looks_do_not() -> None:
    lines = diff_lines(word_diff("He asserts it", "He said it"), 80, 3, signs=True)
    assert plain(lines) == "He [-asserts-] {+said+} it"


def test_a_change_is_seen_however_long_the_words_around_it_are() -> None:
    around = "the river runs on " * 400
    lines = diff_lines(word_diff(f"{around} up {around}", f"{around} down {around}"), 60, 3)
    assert "on up down the river" in plain(lines).replace("  ", " ")
    assert plain(lines).startswith("…")
    assert plain(lines).endswith("…")


def test_a_line_has_the_change_in_its_first_cells() -> None:
    around = "the river runs on " * 40
    line = diff_line(word_diff(f"{around}up the hill{around}", f"{around}down into the valley{around}"), 100)
    assert "[-" in line[:30]
    assert "{+" in line[:60]


def test_both_ends_of_a_long_change_are_seen() -> None:
    gone = "begin " + "word " * 500 + "end"
    lines = diff_lines(word_diff(f"a {gone} b", "a other b"), 80, 9)
    assert with_look(lines, "gone").startswith("begin word")
    assert with_look(lines, "gone").endswith("word end")
    assert with_look(lines, "come") == "other"


def test_every_look_is_known_with_colours_and_without() -> None:
    assert {"gone", "come"} <= LOOKS.keys() & PLAIN.keys()
    assert LOOKS["gone"] != LOOKS["come"]


@given(RUNS, st.integers(8, 60), st.integers(1, 5), st.booleans())
def test_lines_fit_and_are_harmless(runs: list[Run], room: int, most: int, signs: bool) -> None:
    lines = diff_lines(runs, room, most, signs=signs)
    assert len(lines) <= most
    for line in lines:
        words = "".join(words for words, _ in line)
        assert cells.width(words) <= room
        assert not {"\x1b", "\u202e", "\n", "\t"} & set(words)


@given(RUNS, st.integers(8, 60))
def test_one_line_fits_is_harmless_and_closes_every_sign(runs: list[Run], room: int) -> None:
    line = diff_line(runs, room)
    assert cells.width(line) <= room
    assert not {"\x1b", "\u202e", "\n", "\t"} & set(line)
    assert line.count("[-") == line.count("-]")
    assert line.count("{+") == line.count("+}")


def test_a_change_without_room_is_cut_within_its_signs() -> None:
    line = diff_line(word_diff("the central issue", "the extraordinarily important issue"), 30)
    assert line == "the [-central-] {+extraordi…+}"


def test_no_line_ends_within_a_sign() -> None:
    runs = word_diff("of which the county paid a third", "of which the county paid a quarter")
    for room in range(11, 60):
        lines = [line for line in plain_lines(diff_lines(runs, room, 9, signs=True)) if line]
        assert not any(line.endswith(("[-", "[")) or line.startswith(("-]", "]")) for line in lines)
        assert "[-third-]" in " ".join(lines)


def plain_lines(lines: list[list[Piece]]) -> list[str]:
    return ["".join(words for words, _ in line) for line in lines]
