"""Passages: words, paragraph numbers, and finding a quotation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Kind
from corpus.draft import Draft
from corpus.errors import NoSuchPlace
from corpus.outline.section import Outline, Section
from corpus.passages.passage import Passage, passage_of_paragraph, passage_of_quote

NO_OUTLINE = Outline()


def written(*blocks: tuple[str, Kind]) -> Document:
    draft = Draft()
    for text, kind in blocks:
        draft.add(text, kind)
    return draft.document()


def article() -> Document:
    return written(
        ("Editor’s note: a sample.", Kind.NOTE),
        ("The river rose.", Kind.PARAGRAPH),
        ("Costs", Kind.HEADING),
        ("It fell again.", Kind.PARAGRAPH),
        ("sand", Kind.ITEM),
        ("stone", Kind.ITEM),
        ("Nobody knew why.", Kind.PARAGRAPH),
    )


def span_of(document: Document, first: str, last: str = "") -> Passage:
    start = document.text.index(first)
    last = last or first
    return Passage(document, NO_OUTLINE, start, document.text.index(last, start) + len(last))


def test_the_text_is_that_of_the_span_without_the_white_space_around_it() -> None:
    document = article()
    passage = Passage(document, NO_OUTLINE, document.text.index("The") - 2, document.text.index("Costs"))
    assert passage.text == "The river rose."
    assert document.text[passage.trimmed().start : passage.trimmed().end] == "The river rose."


def test_a_span_outside_the_text_is_no_place() -> None:
    document = article()
    for start, end in ((-1, 2), (5, 4), (0, len(document.text) + 1)):
        with pytest.raises(NoSuchPlace):
            Passage(document, NO_OUTLINE, start, end)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The well-known U.S. rule — it’s old.", 6),
        ("知识产权", 4),
        ("在2021年，第3次", 6),
        ("हिन्दी भाषा", 2),
        ("3.5 per cent…", 3),
        ("* * *", 0),
    ],
)
def test_words_are_parted_by_spaces_and_han_characters_count_one_each(text: str, words: int) -> None:
    document = written((text, Kind.PARAGRAPH))
    assert Passage(document, NO_OUTLINE, 0, len(text)).words == words


def test_a_passage_that_ends_where_a_paragraph_starts_does_not_touch_it() -> None:
    document = article()
    passage = Passage(document, NO_OUTLINE, document.text.index("The"), document.text.index("It fell"))
    assert passage.paragraphs == (1, 1)
    longer = Passage(document, NO_OUTLINE, passage.start, passage.end + 1)
    assert longer.paragraphs == (1, 2)


def test_before_the_first_paragraph_there_is_no_number() -> None:
    assert span_of(article(), "sample").paragraphs is None
    assert written().paragraph_count == 0
    assert Passage(written(), NO_OUTLINE, 0, 0).paragraphs is None


def test_front_matter_and_a_paragraph_together_have_the_paragraphs_number() -> None:
    passage = span_of(article(), "Editor’s", "The river")
    assert passage.paragraphs == (1, 1)
    assert passage.begins_unnumbered


def test_a_list_belongs_to_the_paragraph_before_it() -> None:
    assert span_of(article(), "stone").paragraphs == (2, 2)
    assert span_of(article(), "stone", "Nobody").paragraphs == (2, 3)


def test_a_heading_belongs_to_no_paragraph() -> None:
    assert span_of(article(), "Costs").paragraphs is None
    assert span_of(article(), "Costs", "It fell").paragraphs == (2, 2)
    assert span_of(article(), "rose.", "Costs").paragraphs == (1, 1)


def test_the_section_is_the_path_of_titles_at_the_first_word() -> None:
    document = article()
    costs = document.text.index("Costs")
    end = len(document.text)
    outline = Outline((Section("All", 1, 0, end), Section("Costs", 2, costs, end)))
    assert Passage(document, outline, costs - 2, end).section == ("All", "Costs")
    assert Passage(document, outline, 0, end).section == ("All",)


def test_a_range_of_paragraphs_leaves_out_the_list_behind_its_last() -> None:
    document = article()
    assert (
        passage_of_paragraph(document, NO_OUTLINE, 1, 2).text == "The river rose.\n\nCosts\n\nIt fell again."
    )
    assert passage_of_paragraph(document, NO_OUTLINE, 2).text == "It fell again."


@pytest.mark.parametrize(("first", "last"), [(0, None), (4, None), (2, 4), (3, 2)])
def test_paragraphs_that_are_not_there_are_no_place(first: int, last: int | None) -> None:
    with pytest.raises(NoSuchPlace):
        passage_of_paragraph(article(), NO_OUTLINE, first, last)


@pytest.mark.parametrize(
    "quote",
    ["She said “it’s  high” to\nhim.", 'She said "it\'s high" to him.', "  She said “it’s high” to him.\n"],
)
def test_a_quotation_is_found_whatever_its_spaces_and_quotation_marks(quote: str) -> None:
    document = written(("Before. She said “it’s high” to him. After.", Kind.PARAGRAPH))
    assert passage_of_quote(document, NO_OUTLINE, quote).text == "She said “it’s high” to him."


@pytest.mark.parametrize("quote", ["she said", "She says", "She said, it’s", ".*"])
def test_a_quotation_in_other_words_is_not_found(quote: str) -> None:
    document = written(("She said it’s high.", Kind.PARAGRAPH))
    with pytest.raises(NoSuchPlace, match="do not stand in this article"):
        passage_of_quote(document, NO_OUTLINE, quote)


def test_an_empty_quotation_is_no_place() -> None:
    with pytest.raises(NoSuchPlace):
        passage_of_quote(article(), NO_OUTLINE, " \n")


def test_what_is_said_of_a_missing_quotation_is_harmless() -> None:
    with pytest.raises(NoSuchPlace) as raised:
        passage_of_quote(article(), NO_OUTLINE, "\x1b[2J" + "no such words " * 50)
    assert "\x1b" not in str(raised.value)
    assert len(str(raised.value)) < 150


def test_whole_words_are_preferred_to_a_part_of_one() -> None:
    document = written(("The article is about art.", Kind.PARAGRAPH))
    assert passage_of_quote(document, NO_OUTLINE, "art").start == document.text.index("art.")
    assert passage_of_quote(document, NO_OUTLINE, "rticl").text == "rticl"


def test_a_chinese_quotation_is_found_at_its_first_place() -> None:
    document = written(("保护知识产权就是保护创新。知识产权。", Kind.PARAGRAPH))
    assert passage_of_quote(document, NO_OUTLINE, "知识产权").start == 2


def test_a_quotation_is_looked_for_within_the_given_passage_only() -> None:
    document = written(("One tale.", Kind.PARAGRAPH), ("One tale.", Kind.PARAGRAPH))
    second = passage_of_paragraph(document, NO_OUTLINE, 2)
    assert passage_of_quote(document, NO_OUTLINE, "tale", second).paragraphs == (2, 2)
    with pytest.raises(NoSuchPlace, match="that passage"):
        passage_of_quote(document, NO_OUTLINE, "One tale. One", second)


KINDS = st.sampled_from(
    [Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, Kind.NOTE, Kind.TABLE, Kind.RULE]
)


@given(
    st.lists(st.tuples(st.text("ab \n", min_size=1, max_size=6), KINDS), max_size=8),
    st.integers(0, 60),
    st.integers(0, 60),
)
def test_paragraph_numbers_are_those_of_the_paragraphs_with_a_letter_in_the_span(
    blocks: list[tuple[str, Kind]], one: int, other: int
) -> None:
    document = written(*blocks)
    start, end = sorted(min(offset, len(document.text)) for offset in (one, other))
    passage = Passage(document, NO_OUTLINE, start, end)
    if not passage.text:
        return
    numbers = [
        document.paragraph_at(offset)
        for offset in range(start, end)
        if document.text[offset] in "ab"
        and document.blocks[document.block_at(offset)].kind not in (Kind.HEADING, Kind.NOTE, Kind.RULE)
    ]
    counted = [number for number in numbers if number is not None]
    assert passage.paragraphs == ((counted[0], counted[-1]) if counted else None)


@given(st.text("ab ’“\n", min_size=1, max_size=60), st.data())
def test_every_span_with_words_is_found_by_them(text: str, data: st.DataObject) -> None:
    document = written((text, Kind.PARAGRAPH))
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    quote = document.text[start:end]
    if not quote.split():
        return
    found = passage_of_quote(document, NO_OUTLINE, quote)
    assert found.text.split() == quote.split()
