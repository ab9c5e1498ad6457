from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import blocks
from corpus.document import Document, Kind
from corpus.draft import Draft, with_kinds
from corpus.matter.preliminaries import recognise
from corpus.metadata import Metadata
from corpus.outline import outline_of
from corpus.outline.labels import label

Blocks = list[tuple[str, Kind, int]]


def document_of(*blocks: str | tuple[str, int], title: str = "") -> Document:
    """Paragraphs, and headings with their level."""
    draft = Draft()
    for block in blocks:
        if isinstance(block, str):
            draft.add(block)
        else:
            draft.add(block[0], Kind.HEADING, level=block[1])
    return draft.document(Metadata(title=title))


def entries(document: Document) -> list[tuple[int, str, int | None]]:
    return [(one.level, one.title, one.paragraph) for one in outline_of(document).sections]


def test_an_empty_document_has_an_empty_outline() -> None:
    assert len(outline_of(Draft().document())) == 0


def test_headings_are_the_outline_with_levels_from_one_without_gaps() -> None:
    document = document_of(("Ships", 2), "Of oak.", ("Sails", 4), "Of linen.", ("Ports", 2), "Of stone.")
    assert entries(document) == [(1, "Ships", 1), (2, "Sails", 2), (1, "Ports", 3)]
    ships, sails, ports = outline_of(document).sections
    assert (ships.end, sails.end, ports.end) == (ports.start, ports.start, len(document.text))
    assert not any(section.inferred for section in (ships, sails, ports))


def test_a_title_over_everything_takes_no_level() -> None:
    document = document_of(
        ("The Sea", 1), ("Ships", 2), "Of oak.", ("Ports", 2), "Of stone.", title="The Sea"
    )
    assert entries(document) == [(1, "Ships", 1), (1, "Ports", 2)]


def test_a_title_with_paragraphs_of_its_own_stays_beside_the_others() -> None:
    document = document_of(("The Sea", 1), "It is wide.", ("Ships", 2), "Of oak.", title="The Sea")
    assert entries(document) == [(1, "The Sea", 1), (1, "Ships", 2)]


def test_a_title_alone_is_no_outline() -> None:
    document = document_of(("The Sea", 1), "The sea is wide.", "The ships are small.", title="The Sea")
    assert entries(document) == [(1, "The sea is wide", 1), (1, "The ships are small", 2)]


def test_few_paragraphs_without_headings_have_an_entry_each_marked_inferred() -> None:
    document = document_of(*(f"Ship number {number} left the harbour." for number in range(1, 9)))
    assert [one.paragraph for one in outline_of(document).sections] == list(range(1, 9))
    assert all(one.inferred for one in outline_of(document).sections)


def test_many_paragraphs_are_grouped_and_all_are_held() -> None:
    document = document_of(*(f"Ship number {number} left the harbour." for number in range(5_000)))
    sections = outline_of(document).sections
    assert 8 < len(sections) <= 300
    assert sections[0].start == 0
    assert all(one.end == other.start for one, other in pairwise(sections))


PLAN = "The heart of the report is Vega’s four-part plan for the harbour of the old town."
FIRST = "First, the town will establish a joint board of pilots based on the model of other ports."


def test_an_announced_enumeration_holds_its_items_and_says_how_many_are_missing() -> None:
    document = document_of("The town has a harbour that is too small.", PLAN, FIRST)
    host, item = outline_of(document).sections[1:]
    assert host.title.startswith("Vega’s four-part plan for the harbour")
    assert (host.paragraph, host.note) == (2, "1 of 4 announced parts")
    assert (item.level, item.title, item.paragraph) == (2, "First — joint board of pilots", 3)
    assert item.end == host.end == len(document.text)


def test_an_enumeration_in_a_long_text_is_found_and_ends_with_its_last_item() -> None:
    filler = [f"Ship number {number} left the harbour in the morning." for number in range(20)]
    items = [
        "First, the wind fell.",
        "Then more of that.",
        "Second, the crew slept.",
        "Finally, the mast broke.",
    ]
    document = document_of(*filler, "There were three reasons.", *items, *filler)
    sections = outline_of(document).sections
    at = next(index for index, one in enumerate(sections) if one.note)
    assert sections[at].note == "all 3 announced parts"
    assert [one.level for one in sections[at : at + 5]] == [1, 2, 2, 2, 1]
    assert [one.paragraph for one in sections[at : at + 5]] == [21, 22, 24, 25, 26]


def test_an_ordinal_that_nothing_announces_is_an_ordinary_paragraph() -> None:
    document = document_of("The harbour was full.", "First, the ships came in.", "Second, they left.")
    assert [one.level for one in outline_of(document).sections] == [1, 1, 1]
    assert not any(one.note for one in outline_of(document).sections)


def test_a_chinese_enumeration_is_found() -> None:
    document = document_of(
        "港口的问题有三个方面。", "首先，码头太小。", "其次，水太浅。", "天气不好的时候船进不来。"
    )
    assert entries(document) == [
        (1, "港口的问题有三个方面", 1),
        (2, "首先 — 码头太小", 2),
        (2, "其次 — 水太浅", 3),
        (1, "天气不好的时候船进不来", 4),
    ]
    assert outline_of(document).sections[0].note == "2 of 3 announced parts"


def test_quotations_and_items_have_no_entries_of_their_own() -> None:
    draft = Draft()
    draft.add("The pilot spoke of the tide.")
    draft.add("It is high at noon.", quote=1)
    draft.add("ropes", Kind.ITEM, level=1, marker="•")
    draft.add("The crew listened to him.")
    assert [one.paragraph for one in outline_of(draft.document()).sections] == [1, 3]


def test_front_matter_is_one_entry_without_a_paragraph() -> None:
    document = document_of(
        "2020-03-04 Editor’s Note: Ana Ruiz is a pilot at Vega Harbour."
        " The article reflects the views of the author.",
        "The harbour is too small for the ships that come.",
    )
    noted = with_kinds(document, recognise(document).kinds)
    front, body = outline_of(noted).sections
    assert front.title == "2020-03-04 · Editor’s note — Ana Ruiz, a pilot at Vega Harbour"
    assert (front.level, front.paragraph, front.inferred, front.end) == (1, None, False, body.start)
    assert body.paragraph == 1


def test_front_matter_under_a_title_stands_before_the_sections() -> None:
    document = document_of(
        ("The Sea", 1), "By Ana Ruiz", "It is wide.", ("Ships", 2), "Of oak.", title="The Sea"
    )
    noted = with_kinds(document, recognise(document).kinds)
    assert entries(noted) == [(1, "By Ana Ruiz", None), (1, "The Sea", 1), (1, "Ships", 2)]


def test_a_heading_over_the_front_matter_keeps_its_paragraphs() -> None:
    document = document_of(("News", 1), "By Ana Ruiz", "The sea is wide.", ("Weather", 1), "It rains.")
    noted = with_kinds(document, recognise(document).kinds)
    assert entries(noted) == [(1, "By Ana Ruiz", None), (1, "News", 1), (1, "Weather", 2)]


def test_a_label_begins_where_the_sentence_says_something() -> None:
    text = "On May 3, 2020, Vega, the oldest port of the coast, opened a new harbour for large ships."
    assert label(text) == "Vega opened a new harbour for large ships"


def test_a_label_does_not_end_in_an_abbreviation_or_a_name() -> None:
    assert label("Mr. Vega met Dr. Ruiz. They spoke.") == "Mr. Vega met Dr. Ruiz"
    long = "The report that arrived last night says that Ana Maria Ruiz Vega commands the fleet of the north."
    assert not label(long).endswith(("Ana…", "Maria…", "Ruiz…"))


def test_a_label_of_a_short_sentence_is_the_sentence() -> None:
    assert label("Who built the harbour?") == "Who built the harbour?"


def test_a_chinese_label_is_the_first_clause() -> None:
    assert label("2020年3月4日，老港口迎来了第一艘大船，人们都很高兴。") == "老港口迎来了第一艘大船"
    assert len(label("港" * 60)) <= 20


WORDS = st.sampled_from(
    [
        "First, it rained.",
        "Second, it snowed.",
        "Finally, it cleared.",
        "There are three reasons.",
        "By Ana Ruiz",
        "首先，下雨。",
    ]
)
BLOCK = st.tuples(
    st.one_of(
        WORDS, st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), min_size=1, max_size=60)
    ),
    st.sampled_from(
        [Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, Kind.NOTE, Kind.RULE]
    ),
    st.integers(1, 6),
)


@given(
    st.one_of(st.lists(BLOCK, max_size=25), st.lists(st.tuples(WORDS, st.just(Kind.PARAGRAPH), st.just(1))))
)
def test_sections_are_in_order_nested_and_end_where_the_next_of_their_level_starts(blocks: Blocks) -> None:
    draft = Draft()
    for text, kind, level in blocks:
        draft.add(text, kind, level=level)
    document = draft.document(Metadata(title=blocks[0][0] if blocks else ""))
    sections = outline_of(document).sections
    for index, section in enumerate(sections):
        later = sections[index + 1 :]
        assert 0 <= section.start < section.end <= len(document.text) or kind_is_rule(document, section.start)
        assert section.end == next(
            (one.start for one in later if one.level <= section.level), len(document.text)
        )
        assert all(one.start > section.start for one in later)
        assert section.level == 1 or section.level <= sections[index - 1].level + 1
        if section.paragraph is not None:
            assert section.start <= document.paragraph(section.paragraph).start < section.end


def kind_is_rule(document: Document, offset: int) -> bool:
    return document.blocks[document.block_at(offset)].kind is Kind.RULE


def test_the_blocks_are_read_no_oftener_for_more_headings_over_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = blocks.Blocks.columns

    def times_read(count: int) -> int:
        draft = Draft()
        draft.add("Ships", Kind.HEADING, level=1)
        draft.add("Of oak.")
        for number in range(count):
            draft.add(f"Notes on {number}", Kind.HEADING, level=2)
            draft.add(f"[{number}] See Vega.", Kind.NOTE)
        document = draft.document(Metadata(title="Ships"))
        read: list[blocks.Blocks] = []

        def counted(some: blocks.Blocks) -> object:
            read.append(some)
            return columns(some)

        monkeypatch.setattr(blocks.Blocks, "columns", counted)
        assert len(outline_of(document)) > count
        return len(read)

    assert times_read(40) == times_read(4)
