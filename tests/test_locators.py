"""Places as citations name them, read; whatever is pasted takes no time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citation.ordinals import in_words
from corpus.tracing.locators import labelled, pinpoints_of, widened
from corpus.tracing.traced import Pinpoint


@pytest.mark.parametrize(
    ("locator", "kind", "first", "last"),
    [
        ("¶ 3", "paragraph", "3", "3"),
        ("¶¶ 5-6", "paragraph", "5", "6"),
        ("¶~3", "paragraph", "3", "3"),
        ("¶¶~12--14", "paragraph", "12", "14"),
        ("para 3", "paragraph", "3", "3"),
        ("paras. 5–6", "paragraph", "5", "6"),
        ("pars. 12-14", "paragraph", "12", "14"),
        ("paragraphs 3 to 5", "paragraph", "3", "5"),
        ("third para.", "paragraph", "3", "3"),
        ("fifth and sixth paras.", "paragraph", "5", "6"),
        ("fifth through seventh paras.", "paragraph", "5", "7"),
        ("111th para.", "paragraph", "111", "111"),
        ("[12]", "paragraph", "12", "12"),
        ("[5]–[6]", "paragraph", "5", "6"),
        ("at [12]", "paragraph", "12", "12"),
        ("at para 3", "paragraph", "3", "3"),
        ("¶ 12A", "paragraph", "12A", "12A"),
        ("Rn. 12", "paragraph", "12", "12"),
        ("第3段", "paragraph", "3", "3"),
        ("第三至五段", "paragraph", "3", "5"),
        ("p. 42", "page", "42", "42"),
        ("pp. 42–43", "page", "42", "43"),
        ("pp.~146–147", "page", "146", "147"),
        ("p. xii", "page", "xii", "xii"),
        ("S. 12", "page", "12", "12"),
        ("第12页", "page", "12", "12"),
        ("12-13页", "page", "12", "13"),
        ("§ 4.5", "section", "4.5", "4.5"),
        ("s 12(1)", "section", "12(1)", "12(1)"),
        ("{sec. 12(1)}", "section", "12(1)", "12(1)"),
        ("art. 12", "section", "article 12", "article 12"),
        ("第十二条", "section", "第十二条", "第十二条"),
        ("under “Costs,”", "section", "“Costs”", "“Costs”"),
        ("n 5", "note", "5", "5"),
        ("at 12", "", "12", "12"),
        ("146–47", "", "146", "147"),
        ("”, 20-21.", "", "20", "21"),
    ],
)
def test_a_place_is_read_from_its_words(locator: str, kind: str, first: str, last: str) -> None:
    assert [tuple(one) for one in pinpoints_of(locator)] == [(kind, first, last)]


def test_a_list_of_places_is_several() -> None:
    assert pinpoints_of("paras. 3, 5, and 7–8") == (
        Pinpoint("paragraph", "3", "3"),
        Pinpoint("paragraph", "5", "5"),
        Pinpoint("paragraph", "7", "8"),
    )


@pytest.mark.parametrize("words", ["hello world", "a 5", "", "the river rose in 5 minutes", "part two"])
def test_other_words_are_no_place(words: str) -> None:
    assert pinpoints_of(words) == ()


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [
        ("146", "47", "147"),
        ("101", "8", "108"),
        ("12", "14", "14"),
        ("xii", "xiv", "xiv"),
        ("96", "117", "117"),
    ],
)
def test_the_last_number_has_the_digits_that_it_shares(first: str, last: str, whole: str) -> None:
    assert widened(first, last) == whole


@given(st.integers(1, 100))
def test_every_ordinal_is_read(number: int) -> None:
    assert pinpoints_of(f"{in_words(number)} para.") == (Pinpoint("paragraph", str(number), str(number)),)


@given(st.text(alphabet="¶§pagrsn. 0123456789[]()–-,and第段条“”xiv", max_size=80))
def test_places_lie_in_the_text_and_apart(text: str) -> None:
    found = labelled(text)
    reached = 0
    for one in found:
        assert reached <= one.start < one.end <= len(text)
        reached = one.end


@pytest.mark.parametrize(
    "piece", ["¶ ", "[1", "third ", "1-", "第", "under “", "s. ", "pp. 1, ", "12(1)(1)(", "i"]
)
def test_hostile_repetition_is_read_like_anything_else(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert all(one.end <= 4_000 for one in labelled(text))
    assert isinstance(pinpoints_of(text), tuple)
