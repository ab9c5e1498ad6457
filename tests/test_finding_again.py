"""Finding a place again after the text changed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.diff_text import diff_text
from corpus.document import Document, Kind
from corpus.draft import Draft
from corpus.finding_again import Finder, find_again
from corpus.finding_again.found import State
from corpus.passages.selectors import part_from
from tests.clipping import SENTENCES, river
from tests.finding import LONG, part, words_at

PARAGRAPHS = st.lists(st.text("abc .", min_size=1).filter(str.strip), min_size=1, max_size=4)


@given(PARAGRAPHS, st.data())
def test_a_passage_is_found_in_the_article_it_was_taken_from(
    paragraphs: list[str], data: st.DataObject
) -> None:
    document = river(*paragraphs)
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    words = document.text[start:end].strip()
    if not words:
        return
    some = part(document, words)
    found = find_again(document, some, unchanged=True)
    assert (found.state, found.span) == (State.SAME, (some.start, some.end))
    assert part_from(json.loads(json.dumps(some.plain()))) == some
    found = find_again(document, some, before=document)
    assert (found.state, found.span) == (State.SAME, (some.start, some.end))


@given(
    st.lists(st.sampled_from("river lock book page keeper level rose fell".split()), min_size=2), st.data()
)
def test_in_the_same_text_every_passage_is_where_it_was(words: list[str], data: st.DataObject) -> None:
    document = river(" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :]))
    starts = [at for at, character in enumerate(document.text) if character.isalpha()]
    start = data.draw(st.sampled_from(starts))
    end = data.draw(st.sampled_from([at for at in starts if at >= start])) + 1
    some = part(document, document.text[start:end])._replace(start=start, end=end)
    found = find_again(document, some, before=document)
    assert (found.state, found.span) == (State.SAME, (start, end))


@given(st.integers(0, 3), st.integers(0, 3), st.booleans())
def test_what_comes_in_before_a_passage_moves_it(which: int, before: int, alone: bool) -> None:
    old = river(*SENTENCES)
    paragraphs = list(SENTENCES)
    paragraphs.insert(before, "Something quite new was put into the account by another hand.")
    new = river(*paragraphs)
    found = find_again(new, part(old, SENTENCES[which]), before=None if alone else old)
    assert words_at(new, found.span) == SENTENCES[which]
    assert found.state is (State.MOVED if before <= which else State.SAME)
    assert found.was == f"¶ {which + 1}"
    assert found.now == f"¶ {which + 1 + (before <= which)}"


@pytest.mark.parametrize("alone", [True, False])
def test_a_slip_that_was_mended_before_it_moves_nothing(alone: bool) -> None:
    old = river("The rivver had risen.", *SENTENCES[1:])
    new = river("The river had risen.", *SENTENCES[1:])
    found = find_again(new, part(old, SENTENCES[2]), before=None if alone else old)
    assert found.state is State.SAME
    assert found.span == (old.text.index(SENTENCES[2]) - 1, old.text.index(SENTENCES[3]) - 3)


def with_heading(*paragraphs: str) -> Document:
    draft = Draft()
    for text in paragraphs[:-1]:
        draft.add(text)
    draft.add("Of the keeper", Kind.HEADING, level=1)
    draft.add(paragraphs[-1])
    return draft.document()


def test_a_heading_is_moved_where_it_stands_behind_another_paragraph() -> None:
    old = with_heading(*SENTENCES[:2])
    some = part(old, "Of the keeper")
    states = [
        find_again(with_heading(*paragraphs), some, before=old).state
        for paragraphs in (SENTENCES[:2], (f"Oh, {SENTENCES[0]}", SENTENCES[1]), SENTENCES[:3])
    ]
    assert states == [State.SAME, State.SAME, State.MOVED]


def test_where_nothing_is_numbered_offsets_tell_what_was_moved() -> None:
    old = with_heading("It rose.")
    draft = Draft()
    draft.add("On Rivers", Kind.HEADING, level=1)
    draft.add("Of the keeper", Kind.HEADING, level=1)
    new = draft.document()
    assert find_again(old, part(old, "Of the keeper"), before=old).state is State.SAME
    assert find_again(new, part(old, "Of the keeper"), before=old).state is State.MOVED


@pytest.mark.parametrize("alone", [True, False])
def test_a_passage_in_other_words_is_shown_with_what_became_of_them(alone: bool) -> None:
    old, new = river(), river(LONG.replace("wrote the level", "noted the water level"))
    found = find_again(new, part(old, SENTENCES[1]), before=None if alone else old)
    assert found.state is State.EDITED
    assert words_at(new, found.span) == "The keeper of the lock noted the water level into his book."
    assert (
        diff_text(found.diff)
        == "The keeper of the lock [-wrote-] {+noted+} the {+water+} level into his book."
    )


@pytest.mark.parametrize("alone", [True, False])
def test_a_passage_that_was_taken_out_is_lost(alone: bool) -> None:
    old = river(*SENTENCES)
    new = river(*SENTENCES[:1], *SENTENCES[2:])
    found = find_again(new, part(old, SENTENCES[1]), before=None if alone else old)
    assert (found.state, found.span, found.others, found.was) == (State.LOST, None, (), "¶ 2")


def test_a_passage_is_not_found_in_another_of_the_old_text() -> None:
    one = "The first gate shall be opened by the keeper at dawn."
    other = "The second gate shall be opened by the keeper at dawn."
    old = river(one, "In winter it stays closed.", other)
    new = river("In winter it stays closed.", other)
    assert find_again(new, part(old, one), before=old).state is State.LOST
    found = find_again(new, part(old, other), before=old)
    assert (found.state, words_at(new, found.span)) == (State.MOVED, other)


@pytest.mark.parametrize("alone", [True, False])
def test_what_stood_behind_a_passage_that_is_gone_is_not_taken_for_it(alone: bool) -> None:
    rows = [
        f"Gate {name} opens at {hour} for the boats."
        for name, hour in zip(
            ("Anna", "Berta", "Clara", "Dora"), ("dawn", "noon", "dusk", "night"), strict=True
        )
    ]
    old, new = river(*rows), river(*rows[:1], *rows[2:])
    assert find_again(new, part(old, rows[1]), before=None if alone else old).state is State.LOST


@pytest.mark.parametrize("alone", [True, False])
def test_of_two_places_with_the_same_words_the_one_with_the_same_surroundings_is_meant(alone: bool) -> None:
    old = river("It fell. The river rose. It fell again.", "It stood. The river rose. It stood again.")
    second = old.text.rindex("The river rose.")
    some = part(old, "The river rose.")._replace(
        start=second, end=second + 15, prefix="It stood. ", suffix=" It stood again."
    )
    new = river("More of it.", *old.text.split("\n\n"))
    found = find_again(new, some, before=None if alone else old)
    assert found.span == (second + 13, second + 28)


@pytest.mark.parametrize("alone", [True, False])
def test_where_one_of_two_places_is_gone_the_other_is_not_taken_for_it(alone: bool) -> None:
    old = river("It fell. See Part 3. It rose.", "It stood. See Part 3. It lay there.")
    some = part_from(json.loads(json.dumps(part(old, "See Part 3.").plain())))
    assert some.repeated
    assert find_again(old, some, before=None if alone else old).span == (9, 20)
    new = river("It fell. It rose.", "It stood. See Part 3. It lay there.")
    found = find_again(new, some, before=None if alone else old)
    assert (found.state, found.span) == (State.LOST, None)


@pytest.mark.parametrize("alone", [True, False])
def test_in_a_text_that_stands_twice_it_is_not_certain_which_is_meant(alone: bool) -> None:
    old, new = river(LONG), river(LONG, LONG)
    found = find_again(new, part(old, SENTENCES[1]), before=None if alone else old)
    assert (found.state, found.span) == (State.AMBIGUOUS, None)
    assert [words_at(new, span) for span in found.others] == [SENTENCES[1]] * 2


@pytest.mark.parametrize("alone", [True, False])
def test_paragraphs_are_split_joined_and_put_in_another_order(alone: bool) -> None:
    old = river(" ".join(SENTENCES[:2]), " ".join(SENTENCES[2:]))
    finder = Finder(river(*SENTENCES), None if alone else old)
    places = [finder.find(part(old, sentence)).now for sentence in SENTENCES]
    assert places == ["¶ 1", "¶ 2", "¶ 3", "¶ 4"]
    both = finder.find(part(old, " ".join(SENTENCES[:2])))
    assert (both.state, both.was, both.now) == (State.MOVED, "¶ 1", "¶¶ 1–2")
    finder = Finder(river(LONG), None if alone else old)
    assert [finder.find(part(old, sentence)).now for sentence in SENTENCES] == ["¶ 1"] * 4
    turned = river(*reversed(SENTENCES))
    finder = Finder(turned, None if alone else old)
    found = [finder.find(part(old, sentence)) for sentence in SENTENCES]
    assert [words_at(turned, one.span) for one in found] == list(SENTENCES)


@pytest.mark.parametrize("alone", [True, False])
def test_a_sentence_is_found_that_was_moved_and_edited(alone: bool) -> None:
    rest = ["Nobody came for a year.", "The mill stood still and its wheel was sold to a neighbour."]
    old = river(LONG, *rest)
    moved = "The keeper of the old lock wrote the level into his book."
    new = river(LONG.replace(SENTENCES[1] + " ", ""), rest[0], f"{rest[1]} {moved}")
    found = find_again(new, part(old, SENTENCES[1]), before=None if alone else old)
    if alone:
        # What stood around it is not there any more: it may be another that was there before.
        assert (found.state, [words_at(new, span) for span in found.others]) == (State.AMBIGUOUS, [moved])
    else:
        assert (found.state, words_at(new, found.span)) == (State.EDITED, moved)


CHINESE = (
    "河水在夜里涨了起来。",
    "看守人把水位记在他的簿子上。",
    "从来没有人读过那一页。",
    "他去叫醒其他的人。",
)


@pytest.mark.parametrize("alone", [True, False])
def test_a_script_without_spaces_is_found_again(alone: bool) -> None:
    old, new = river("".join(CHINESE)), river("序言。", "".join(CHINESE).replace("记在", "写进了"))
    finder = Finder(new, None if alone else old)
    found = finder.find(part(old, CHINESE[1]))
    assert (found.state, words_at(new, found.span)) == (State.EDITED, "看守人把水位写进了他的簿子上。")
    found = finder.find(part(old, CHINESE[2][2:7]))
    assert (found.state, words_at(new, found.span)) == (State.MOVED, CHINESE[2][2:7])
