from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.draft import Draft
from corpus.find import slices, wanted
from tui.finding import Finding


def article(text: str) -> Document:
    draft = Draft()
    draft.add(text)
    return draft.document()


def spans(text: str, query: str, offset: int = 0) -> list[tuple[int, int]]:
    looked_for = wanted(query)
    assert looked_for is not None
    return [hit for piece in slices(article(text), looked_for, offset) for hit in piece]


def words(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in spans(text, query)]


def test_white_space_is_any_white_space_inside_a_paragraph() -> None:
    assert words("a long\nroad, a long \u00a0 road, a long\n\nroad", "long road") == [
        "long\nroad",
        "long \u00a0 road",
    ]


def test_straight_marks_find_curly_ones_and_hyphens_their_kin() -> None:
    assert words("it’s a “well‑known” thing", "it's") == ["it’s"]
    assert words("it’s a “well‑known” thing", '"well-known"') == ["“well‑known”"]


def test_small_letters_find_capitals_and_capitals_only_themselves() -> None:
    assert words("River river RIVER", "river") == ["River", "river", "RIVER"]
    assert words("River river RIVER", "River") == ["River"]


def test_what_looks_like_a_pattern_is_taken_literally() -> None:
    assert words("costs 1.50 (or 1x50)", "1.50 (") == ["1.50 ("]


def test_a_query_without_words_looks_for_nothing() -> None:
    assert wanted("  ") is None


@given(st.integers(0, 40_000))
def test_what_is_nearest_comes_first_and_nothing_is_found_twice(offset: int) -> None:
    text = "river bank " * 4_000
    hits = spans(text, "river", min(offset, len(text)))
    assert len(hits) == len(set(hits)) == 4_000
    if offset < len(text) - 11:
        assert hits[0][0] >= offset


def test_a_hit_that_reaches_over_two_slices_is_found() -> None:
    text = "x" * 65_530 + " river bank " + "x" * 100
    assert words(text, "river bank") == ["river bank"]


def test_stepping_goes_round() -> None:
    finding = Finding(article("a river, a river, a river"), "river", 0)
    for _ in finding.run():
        pass
    assert finding.count() == "1/3"
    assert finding.step(-1, 0) == finding.hits[2]
    assert finding.step(1, 0) == finding.hits[0]


def test_a_count_that_is_not_final_says_so() -> None:
    finding = Finding(article("river " * 100_000), "river", 0)
    run = finding.run()
    next(run)
    assert finding.count().endswith("+")


def test_nothing_is_said_before_all_was_searched() -> None:
    finding = Finding(article("ſ" * 6_000_000), "river", 0)
    run = finding.run()
    next(run)
    assert finding.count() == "…"
    for _ in run:
        pass
    assert finding.count() == "no match"
