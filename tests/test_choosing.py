"""Choosing by words and in parts: where the ends may stand, and what is left of a choice."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Kind
from corpus.draft import Draft
from tui.choosing import Choice, Step
from tui.word_borders import word_border, words

ENGLISH: Final = "He said: “The U.S. river rose in the night.” Then it fell, don’t ask (so far)."
CHINESE: Final = "创新是第一动力，保护它。"


def article(*blocks: str | tuple[str, Kind]) -> Document:
    draft = Draft()
    for block in blocks:
        text, kind = (block, Kind.PARAGRAPH) if isinstance(block, str) else block
        draft.add(text, kind)
    return draft.document()


def read(choice: Choice) -> str:
    return choice.document.text[choice.start : choice.end]


def choice_of(document: Document, text: str, *, at_start: bool = False) -> Choice:
    start = document.text.index(text)
    return Choice(document, start, start + len(text), at_start)


# Words -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. rule, e.g. § 5", ["The", "U.S.", "rule", "e.g.", "5"]),
        ("don’t four-part 1,000.50", ["don’t", "four-part", "1,000.50"]),
        ("创新API动力", ["创", "新", "API", "动", "力"]),
        ("한국어 문장", ["한국어", "문장"]),
        ("e\u0301te\u0301 passe\u0301", ["e\u0301te\u0301", "passe\u0301"]),
        ("“…”", []),
    ],
)
def test_a_word_is_what_counts_as_one(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in words(text, whole_runs=False)] == expected


def test_the_end_is_taken_back_word_by_word_and_on_again() -> None:
    choice = Choice.of(article(ENGLISH), 0, "sentence")
    seen = [choice]
    for _ in range(7):
        seen.append(seen[-1].by_word(-1))
    assert [read(choice).removeprefix("He said: “The ") for choice in seen] == [
        *("U.S. river rose in the night.”", "U.S. river rose in the night", "U.S. river rose in the"),
        *("U.S. river rose in", "U.S. river rose", "U.S. river", "U.S.", "He said: “The"),
    ]
    again = [seen[-1]]
    for _ in range(7):
        again.append(again[-1].by_word(1))
    assert again == seen[::-1]


def test_with_the_other_end_the_start_moves() -> None:
    choice = Choice.of(article(ENGLISH), 0, "sentence").swapped()
    assert read(choice.by_word(1)).startswith("said: “The")
    assert read(choice.by_word(1).by_word(1)).startswith("The U.S.")
    assert choice.by_word(1).by_word(-1) == choice
    assert choice.by_word(-1) == choice


def test_a_choice_never_shrinks_to_less_than_a_word() -> None:
    choice = Choice.of(article("It rose.", "It fell."), 0, "sentence")
    for _ in range(5):
        choice = choice.by_word(-1)
    assert read(choice) == "It"
    assert read(choice.swapped().by_word(1)) == "It"


def test_a_chinese_word_is_a_character() -> None:
    choice = Choice.of(article(CHINESE, "It rose."), 0, "sentence")
    assert read(choice.by_word(-1)) == "创新是第一动力，保护它"
    assert read(choice.by_word(-1).by_word(-1)) == "创新是第一动力，保护"
    assert read(choice.by_word(1)).endswith("它。\n\nIt")


def test_words_are_found_over_blocks_and_rules() -> None:
    choice = Choice.of(article("Rose.", ("", Kind.RULE), "Fell."), 0, "sentence")
    assert read(choice.by_word(1)).endswith("Fell")
    assert choice.by_word(1).by_word(-1) == choice


def test_a_word_longer_than_what_is_looked_at_first_is_taken_whole() -> None:
    word = "well-" * 300 + "known"
    document = article(f"A {word} river.")
    choice = choice_of(document, "A")
    assert read(choice.by_word(1)) == f"A {word}"
    assert choice.by_word(1).by_word(-1) == choice


TEXTS = st.lists(
    st.text("ab. ,“”’-知。\n", min_size=1, max_size=40).map(str.strip).filter(bool), min_size=1, max_size=3
)


@given(st.text("ab. ,“”’-知。가é", min_size=1, max_size=900), st.data())
def test_borders_do_not_depend_on_where_one_looks(text: str, data: st.DataObject) -> None:
    document = article(text * 3)
    offset = data.draw(st.integers(0, len(document.text)))
    everywhere = list(words(document.text, whole_runs=False))
    ends = [end for _, end in everywhere]
    starts = [start for start, _ in everywhere]
    assert word_border(document, offset, 1, "end") == min((e for e in ends if e > offset), default=None)
    assert word_border(document, offset, -1, "end") == max((e for e in ends if e < offset), default=None)
    assert word_border(document, offset, 1, "start") == min((s for s in starts if s > offset), default=None)
    assert word_border(document, offset, -1, "start") == max((s for s in starts if s < offset), default=None)


@given(TEXTS, st.data())
def test_whatever_is_pressed_a_choice_has_words_and_steps_go_back(
    texts: list[str], data: st.DataObject
) -> None:
    document = article("It rose.", *texts)
    steps: tuple[Step, Step] = ("sentence", "paragraph")
    choice = Choice.of(document, 0, data.draw(st.sampled_from(steps)))
    for _ in range(data.draw(st.integers(0, 12))):
        by = data.draw(st.sampled_from((1, -1)))
        step = data.draw(st.sampled_from((*steps, "word", "shift", "swap")))
        if step == "word":
            moved = choice.by_word(by)
            if moved != choice and _at_a_border(choice):
                assert moved.by_word(-by) == choice
        elif step == "shift":
            moved = choice.shifted(by)
        elif step == "swap":
            moved = choice.swapped()
        else:
            moved = choice.moved("sentence" if step == "sentence" else "paragraph", by)
        choice = moved
        assert 0 <= choice.start < choice.end <= len(document.text)
        assert read(choice) == read(choice).strip()


def _at_a_border(choice: Choice) -> bool:
    """Whether words part where the end that moves stands: from elsewhere the way back leads to a border."""
    away = choice.by_word(1), choice.by_word(-1)
    return any(choice in (other.by_word(1), other.by_word(-1)) for other in away if other != choice)


# Parts -------------------------------------------------------------------------------------------


def test_a_new_part_leaves_out_what_was_kept() -> None:
    document = article("The river, which was high, rose in the night. It fell.")
    kept = [choice_of(document, "The river")]
    sentence = Choice.of(document, 12, "sentence")
    assert read(sentence.beside(kept, 12)) == "which was high, rose in the night."
    assert read(sentence.beside([choice_of(document, "in the night")], 0)) == (
        "The river, which was high, rose"
    )
    assert sentence.beside([choice_of(document, "It fell.")], 0) == sentence


def test_where_nothing_is_left_the_whole_is_taken() -> None:
    document = article("It rose. It fell.")
    sentence = Choice.of(document, 0, "sentence")
    assert sentence.beside([sentence], 0) == sentence


@given(st.text("ab. ,", min_size=1, max_size=40), st.data())
def test_a_part_beside_others_is_a_part_of_the_choice(text: str, data: st.DataObject) -> None:
    document = article(f"It rose. {text}")
    length = len(document.text)
    ends = sorted(data.draw(st.lists(st.integers(0, length), min_size=2, max_size=6, unique=True)))
    others = [Choice(document, start, end) for start, end in pairwise(ends)]
    choice = Choice.of(document, data.draw(st.integers(0, length)), "sentence")
    rest = choice.beside(others, data.draw(st.integers(0, length)))
    assert choice.start <= rest.start < rest.end <= choice.end
