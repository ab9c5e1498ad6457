"""Finding a place again in a text that is too large to be compared as a whole."""

from __future__ import annotations

import pytest

from corpus.document import FILLER
from corpus.finding_again import find_again
from corpus.finding_again.found import State
from tests.clipping import river
from tests.finding import book, part, words_at


@pytest.fixture
def small_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts of some thousand characters are taken for large ones."""
    monkeypatch.setattr("corpus.finding_again.finder.WHOLE", 1_000)
    for module in ("finder", "windows"):
        monkeypatch.setattr(f"corpus.finding_again.{module}.AROUND", 300)
    monkeypatch.setattr("corpus.finding_again.windows._SLICE", 512)


@pytest.mark.usefixtures("small_windows")
@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize("number", [0, 1, 29, 58, 59])
def test_in_a_large_text_a_passage_is_found_wherever_it_is(number: int, alone: bool) -> None:
    paragraphs = book()
    old = river(*paragraphs)
    some = part(old, paragraphs[number])
    before = None if alone else old
    found = find_again(river("New.", *paragraphs), some, before=before)
    assert (found.state, found.was, found.now) == (State.MOVED, f"¶ {number + 1}", f"¶ {number + 2}")
    far = river(*paragraphs[number:], *paragraphs[:number])
    found = find_again(far, some, before=before)
    assert words_at(far, found.span) == paragraphs[number]
    edited = river(
        *paragraphs[:number],
        paragraphs[number].replace("then he slept", "then slept again"),
        *paragraphs[number + 1 :],
    )
    found = find_again(edited, some, before=before)
    assert (found.state, found.now) == (State.EDITED, f"¶ {number + 1}")
    gone = river(*paragraphs[:number], *paragraphs[number + 1 :])
    found = find_again(gone, some, before=before)
    assert (found.state, found.span) == (State.LOST, None)


@pytest.mark.usefixtures("small_windows")
def test_what_fills_the_gaps_of_a_large_text_is_no_change() -> None:
    paragraphs = book()
    old = river(*paragraphs)
    text = old.text.replace("\n\nEntry 30", f"{FILLER * 400}\n\nEntry 30").replace(
        "then", f"{FILLER * 3}then"
    )
    found = find_again(old._replace(text=text), part(old, paragraphs[40]))
    assert words_at(old._replace(text=text), found.span).replace(FILLER, "") == paragraphs[40]


@pytest.mark.usefixtures("small_windows")
@pytest.mark.parametrize("alone", [True, False])
def test_in_a_large_text_that_stands_twice_it_is_not_certain_which_is_meant(alone: bool) -> None:
    paragraphs = book()
    old = river(*paragraphs)
    some = part(old, paragraphs[20])
    new = river("New.", *paragraphs[:20], "Other words.", *paragraphs[20:], *paragraphs[15:26])
    found = find_again(new, some, before=None if alone else old)
    assert found.span is None or words_at(new, found.span) == paragraphs[20]
    new = river(*(2 * [*paragraphs[:18], *paragraphs[20:22], "Other.", *paragraphs[22:]]))
    found = find_again(new, some, before=None if alone else old)
    assert {words_at(new, span) for span in (*found.others, *([found.span] if found.span else []))} == {
        paragraphs[20]
    }
