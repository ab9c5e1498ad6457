"""Word diffs: nothing is lost of either wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import words
from corpus.diff_text import BRIEF, FULL, diff_pieces, diff_text
from corpus.word_diff import Run, word_diff

_TEXTS = st.text(alphabet="ab c,’-\n“”中é", max_size=40)
_RUNS = st.lists(
    st.builds(
        Run, st.sampled_from(["same", "gone", "come"]), st.text(alphabet="ab  \n\t\x1b\u202e水é\u0301")
    ),
    max_size=6,
)


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        (
            "He asserts, that China has",
            "He said that China has not",
            "He [-asserts-] {+said+} that China has {+not+}",
        ),
        ("a six-part plan", "a seven-part plan", "a [-six-] {+seven+}-part plan"),
        ("It is.", "It is not.", "It is {+not+}."),
        ("four, then", "five. then", "[-four-] {+five.+} then"),
        ("a known thing", "a well-known thing", "a {+well-+}known thing"),
        ("the big house", "the house", "the [-big-] house"),
        ("one two", "", "[-one two-]"),
        ("", "one two", "{+one two+}"),
        ("水位上升了", "水位下降了", "水位[-上升-]{+下降+}了"),
    ],
)
def test_a_change_stands_in_signs_and_nothing_else_does(first: str, second: str, shown: str) -> None:
    assert diff_text(word_diff(first, second)) == shown


def test_other_marks_and_capitals_are_no_difference() -> None:
    assert word_diff("the “Court’s” VIEW", 'The "court\'s" view') == (Run("same", 'The "court\'s" view'),)


@given(_TEXTS, _TEXTS)
def test_the_second_wording_is_there_to_the_letter_and_the_first_in_words(first: str, second: str) -> None:
    runs = word_diff(first, second)
    assert "".join(run.text for run in runs if run.kind != "gone") == second
    kept = "".join(run.text for run in runs if run.kind != "come")
    assert words.columns(kept)[2] == words.columns(first)[2]


@given(_TEXTS)
def test_a_wording_does_not_differ_from_itself(text: str) -> None:
    assert all(run.kind == "same" for run in word_diff(text, text)) or not words.columns(text)[2]


@given(_TEXTS, _TEXTS)
def test_what_is_shown_without_measure_has_all_words_of_both(first: str, second: str) -> None:
    pieces = list(diff_pieces(word_diff(first, second)))
    for text, other in ((first, "come"), (second, "gone")):
        kept = "".join(shown.text for shown in pieces if shown.kind != other)
        assert words.columns(kept)[2] == words.columns(text)[2]


@given(_RUNS, st.sampled_from([None, FULL, BRIEF]))
def test_a_diff_is_one_harmless_line(runs: list[Run], measure: None) -> None:
    assert not {"\x1b", "\u202e", "\n", "\t"} & set(diff_text(runs, measure))
