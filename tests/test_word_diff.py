"""Word diffs: nothing is lost of either wording."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus import words
from corpus.word_diff import Run, plain, word_diff

_TEXTS = st.text(alphabet="ab c,’-\n“”中é", max_size=40)


def test_a_word_that_took_the_place_of_another_stands_behind_it() -> None:
    runs = word_diff("He asserts, that China has", "He said that China has not")
    assert plain(runs) == "He [-asserts -]{+said +}that China has {+not+}"


def test_other_marks_and_capitals_are_no_difference() -> None:
    assert word_diff("the “Court’s” VIEW", 'The "court\'s" view') == (Run("same", 'The "court\'s" view'),)


def test_all_of_it_may_be_gone_or_come() -> None:
    assert plain(word_diff("one two", "")) == "[-one two -]"
    assert plain(word_diff("", "one two")) == "{+one two+}"


@given(_TEXTS, _TEXTS)
def test_the_second_wording_is_there_to_the_letter_and_the_first_in_words(first: str, second: str) -> None:
    runs = word_diff(first, second)
    assert "".join(run.text for run in runs if run.kind != "gone") == second
    kept = "".join(run.text for run in runs if run.kind != "come")
    assert words.columns(kept)[2] == words.columns(first)[2]


@given(_TEXTS)
def test_a_wording_does_not_differ_from_itself(text: str) -> None:
    assert all(run.kind == "same" for run in word_diff(text, text)) or not words.columns(text)[2]
