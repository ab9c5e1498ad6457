"""The selectors of a passage, and finding it again by them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import FILLER
from corpus.selectors import CONTEXT, Part, find_again, part_from, part_of
from tests.clipping import SENTENCES, passage, river

LONG = " ".join(SENTENCES)
PARAGRAPHS = st.lists(st.text("abc .", min_size=1).filter(str.strip), min_size=1, max_size=4)


def test_they_are_those_of_the_web_annotation_data_model() -> None:
    part = part_of(passage(river(), SENTENCES[1]))
    quote, position = json.loads(json.dumps(part.plain()))
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": SENTENCES[1],
        "prefix": LONG[part.start - CONTEXT : part.start],
        "suffix": LONG[part.end : part.end + CONTEXT],
    }
    assert position == {"type": "TextPositionSelector", "start": 34, "end": 34 + len(SENTENCES[1])}


@given(PARAGRAPHS, st.data())
def test_a_passage_is_found_in_the_article_it_was_taken_from(
    paragraphs: list[str], data: st.DataObject
) -> None:
    document = river(*paragraphs)
    start = data.draw(st.integers(0, len(document.text)))
    some = data.draw(st.integers(start, len(document.text)))
    words = document.text[start:some].strip()
    if not words:
        return
    part = part_of(passage(document, words))
    assert find_again(document.text, part, unchanged=True) == (part.start, part.end)
    assert part_from(json.loads(json.dumps(part.plain()))) == part


def test_in_a_changed_article_the_words_are_found_where_they_stand_now() -> None:
    part = part_of(passage(river(), SENTENCES[1]))
    changed = f"A new beginning. {LONG}"
    assert find_again(changed, part, unchanged=False) == (part.start + 17, part.end + 17)


def test_one_side_of_what_stood_around_them_may_have_changed() -> None:
    part = part_of(passage(river(), SENTENCES[1]))
    changed = LONG.replace(SENTENCES[0], "Much was written anew, and there was more of it.")
    start, end = find_again(changed, part, unchanged=False) or (0, 0)
    assert changed[start:end] == SENTENCES[1]


@pytest.mark.parametrize(
    "changed",
    [
        LONG.replace("level", "height"),  # the words
        f"Here. {SENTENCES[1]} There.",  # all around them
        f"{LONG} {LONG}",  # there are two of them
        "",
    ],
)
def test_words_that_are_not_certainly_the_same_are_not_found(changed: str) -> None:
    part = part_of(passage(river(), SENTENCES[1]))
    assert find_again(changed, part, unchanged=False) is None


def test_of_two_places_the_one_with_the_same_surroundings_is_meant() -> None:
    document = river("It fell. The river rose. It fell again.", "It stood. The river rose. It stood again.")
    second = document.text.rindex("The river rose.")
    part = Part(second, second + 15, "The river rose.", "It stood. ", " It stood again.")
    assert find_again(f"More. {document.text}", part, unchanged=False) == (second + 6, second + 21)


def test_where_one_of_two_places_is_gone_the_other_is_not_taken_for_it() -> None:
    text = "It fell. See Part 3. It rose.\n\nIt stood. See Part 3. It rose."
    document = river(*text.split("\n\n"))
    part = part_from(json.loads(json.dumps(part_of(passage(document, "See Part 3.")).plain())))
    assert find_again(text, part, unchanged=False) == (9, 20)
    assert find_again(text.replace("It fell. See Part 3. ", "It fell. "), part, unchanged=False) is None


def test_a_digest_that_lies_is_not_believed_against_the_words() -> None:
    part = part_of(passage(river(), SENTENCES[1]))
    assert find_again("Nothing of it stands here, however long.", part, unchanged=True) is None


def test_what_fills_the_gaps_of_a_large_text_is_in_no_selector() -> None:
    text = f"Before it.\n\n{FILLER * 40}The river rose.{FILLER * 4}\n\nBehind it."
    start = text.index("The river")
    document = river("x")._replace(text=text)
    part = part_of(passage(document, "The river rose."))
    assert (part.prefix, part.suffix) == ("Before it.\n\n", "\n\nBehind it.")
    assert find_again(text, part, unchanged=True) == (start, start + 15)


def test_words_are_found_over_the_borders_of_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    part = part_of(passage(river(), SENTENCES[1]))
    monkeypatch.setattr("corpus.selectors._SLICE", 7)
    assert find_again(f"x {LONG}", part, unchanged=False) == (part.start + 2, part.end + 2)


@pytest.mark.parametrize(
    "damaged",
    [
        None,
        [],
        {},
        "selectors",
        [{"type": "TextQuoteSelector"}],
        [
            {"type": "TextQuoteSelector", "exact": "", "prefix": "", "suffix": ""},
            {"type": "TextPositionSelector", "start": 0, "end": 1},
        ],
        [
            {"type": "TextQuoteSelector", "exact": "a", "prefix": "", "suffix": ""},
            {"type": "TextPositionSelector", "start": 3, "end": 1},
        ],
        [
            {"type": "TextQuoteSelector", "exact": "a", "prefix": None, "suffix": ""},
            {"type": "TextPositionSelector", "start": 0, "end": 1},
        ],
    ],
)
def test_what_are_no_selectors_is_refused(damaged: object) -> None:
    with pytest.raises(ValueError, match="no selectors"):
        part_from(damaged)


def test_control_characters_come_out_harmless() -> None:
    part = part_from(Part(0, 5, "a\x1b[31mb").plain())
    assert part.exact == "a␛[31mb"
