from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Kind
from corpus.draft import Draft
from corpus.errors import NoSuchPlace
from corpus.outline import outline_of
from tui import going
from tui.article import OpenArticle
from tui.choosing import Choice, Step
from tui.reading_time import minutes_left
from tui.trail import Stop, Trail
from tui.view import Bookmark


def article() -> Document:
    draft = Draft()
    draft.add("Rivers", Kind.HEADING, level=1)
    draft.add("The river rose. It fell. Nobody saw.")
    draft.add("", Kind.RULE)
    draft.add("Banks", Kind.HEADING, level=2)
    draft.add("They held. So far.")
    draft.add("One more paragraph here.")
    return draft.document()


def one_paragraph(text: str) -> Document:
    draft = Draft()
    draft.add(text)
    return draft.document()


def words(choice: Choice) -> str:
    return choice.document.text[choice.start : choice.end]


# Going -------------------------------------------------------------------------------------------


def test_paragraphs_are_gone_through_one_by_one_to_both_ends() -> None:
    document = article()
    offset, seen = 0, []
    for _ in range(8):
        offset = going.paragraph(document, offset, 1)
        seen.append(offset)
    assert seen[-1] == document.blocks.starts[-1]
    for _ in range(8):
        offset = going.paragraph(document, offset, -1)
    assert offset == 0


def test_from_inside_a_paragraph_back_is_its_beginning() -> None:
    document = article()
    inside = document.paragraph(1).start + 5
    assert going.paragraph(document, inside, -1) == document.paragraph(1).start


def test_there_is_no_section_beyond_the_last() -> None:
    document = article()
    outline = outline_of(document)
    last = outline.sections[-1].start
    assert going.section(outline, last, 1) is None
    assert going.section(outline, len(document.text), -1) == last


@pytest.mark.parametrize(("typed", "number"), [("2", 2), ("¶ 2", 2), ("para. 2", 2), (" 3 ", 3)])
def test_a_number_is_a_paragraph(typed: str, number: int) -> None:
    document = article()
    assert going.place(document, typed) == document.paragraph(number).start


@pytest.mark.parametrize("typed", ["", "x", "0", "4", "101%", "-1", "99999999999"])
def test_a_place_that_is_not_there_is_said(typed: str) -> None:
    with pytest.raises(NoSuchPlace):
        going.place(article(), typed)


def test_a_share_is_the_block_that_stands_there() -> None:
    document = article()
    assert going.place(document, "0%") == 0
    assert going.place(document, "100 %") == document.blocks.starts[-1]


# Choosing ----------------------------------------------------------------------------------------


def test_a_sentence_grows_over_paragraphs_and_shrinks_to_itself() -> None:
    document = article()
    choice = Choice.of(document, document.paragraph(1).start, "sentence")
    assert words(choice) == "The river rose."
    for _ in range(4):
        choice = choice.grown("sentence")
    assert words(choice).endswith("They held.")
    for _ in range(9):
        choice = choice.shrunk("sentence")
    assert words(choice) == "The river rose."


def test_the_other_end_grows_backwards() -> None:
    document = article()
    choice = Choice.of(document, document.paragraph(2).start, "sentence").swapped()
    assert words(choice.moved("sentence", -1)) == "Banks\n\nThey held."
    assert words(choice.moved("sentence", -1).moved("sentence", 1)) == "They held."


def test_shifting_takes_the_next_sentence_and_stays_at_the_ends() -> None:
    document = article()
    choice = Choice.of(document, document.paragraph(1).start, "sentence").shifted(1)
    assert words(choice) == "It fell."
    for _ in range(20):
        choice = choice.shifted(1)
    assert words(choice) == "One more paragraph here."
    for _ in range(20):
        choice = choice.shifted(-1)
    assert words(choice) == "Rivers"


@given(st.data())
def test_whatever_is_done_a_choice_is_words_of_the_article(data: st.DataObject) -> None:
    document = article()
    offset = data.draw(st.integers(0, len(document.text)))
    choice = Choice.of(document, offset, data.draw(st.sampled_from(["sentence", "paragraph"])))
    for _ in range(data.draw(st.integers(0, 12))):
        step: Step = data.draw(st.sampled_from(["sentence", "paragraph"]))
        changes = [
            choice.moved(step, 1),
            choice.moved(step, -1),
            choice.shifted(1),
            choice.shifted(-1),
            choice.swapped(),
        ]
        choice = data.draw(st.sampled_from(changes))
        assert 0 <= choice.start < choice.end <= len(document.text)
        assert words(choice) == words(choice).strip()


# Back and forward, and how long it takes ---------------------------------------------------------


def stop(offset: int) -> Stop:
    document = article()
    return Stop(OpenArticle(document, outline_of(document), path=Path("a")), Bookmark(offset, 0, offset))


def test_back_and_forward_are_each_others_reverse() -> None:
    trail, one, two, three = Trail(), stop(1), stop(2), stop(3)
    trail.leave(one)
    trail.leave(two)
    assert trail.back(three) == two
    assert trail.back(two) == one
    assert trail.back(one) is None
    assert trail.forward(one) == two
    assert trail.forward(two) == three
    assert trail.forward(three) is None


def test_a_new_jump_forgets_what_was_ahead() -> None:
    trail, one, two = Trail(), stop(1), stop(2)
    trail.leave(one)
    trail.back(two)
    trail.leave(one)
    assert trail.forward(one) is None


def test_chinese_takes_longer_a_character_than_english() -> None:
    assert minutes_left(one_paragraph("word " * 2380 + "x" * 2380), 0) == 10
    assert minutes_left(one_paragraph("知" * 2600), 0) == 10
    assert minutes_left(one_paragraph("words"), 5) == 0
