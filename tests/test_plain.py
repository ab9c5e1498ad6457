from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Kind
from corpus.formats.plain import parse


def blocks(text: str) -> list[tuple[str, str]]:
    document = parse(text)
    return [(block.kind.name, document.text[block.start : block.end]) for block in document.blocks]


PROSE = (
    "The river had risen in the night, and the keeper of the lock wrote the new\n"
    "level into his book before he went to wake the others, as he had done in\n"
    "every one of the forty years that he had lived in the house by the water."
)


def test_soft_wrapped_lines_are_joined_into_a_paragraph() -> None:
    assert blocks(PROSE) == [("PARAGRAPH", PROSE.replace("\n", " "))]


def test_blank_lines_part_paragraphs() -> None:
    assert [kind for kind, _ in blocks(f"{PROSE}\n\n\n{PROSE}\n")] == ["PARAGRAPH", "PARAGRAPH"]


def test_a_hyphen_at_the_end_of_a_line_keeps_the_word_together() -> None:
    text = PROSE.replace(
        "the keeper of the lock wrote the new\nlevel", "a keeper of locks, well-\nknown as such"
    )
    assert "well-known" in blocks(text)[0][1]


def test_a_word_that_a_program_divided_is_one_again() -> None:
    divided = PROSE.replace(
        "the keeper of the lock wrote the new\nlevel", "a keeper of locks, well-known, has the re‐\nport"
    )
    assert "has the report" in blocks(divided)[0][1]
    assert "well-known" in blocks(divided)[0][1]
    printed = divided.replace("well-known", "well‐known")
    assert "has the re‐port" in blocks(printed)[0][1], "there the sign is the hyphen of words"


def test_chinese_lines_are_joined_without_a_space() -> None:
    text = (
        "河水在夜里上涨，守闸人把新的水位写进他的簿子，然后去叫醒别人，四十年来\n"
        "他一直都是这样做的，住在水边的那座房子里，从来没有离开过那条河一天。"
    )
    assert " " not in blocks(text)[0][1]


def test_verse_keeps_its_lines() -> None:
    verse = "The water rose,\nthe keeper slept,\nthe book lay closed\nupon the step."
    assert blocks(f"{PROSE}\n\n{verse}\n\n{PROSE}")[1] == ("PARAGRAPH", verse)


def test_lines_that_were_never_wrapped_are_a_paragraph_each() -> None:
    long = " ".join(["word"] * 60)
    assert blocks(f"{long}\n{long}\n{long}") == [("PARAGRAPH", long)] * 3


def test_list_items_are_told_with_their_signs() -> None:
    document = parse(
        f"{PROSE}\n\n- the first of the things\n- the second, which goes on\n  over a line\n- the third"
    )
    items = [(block.kind, block.marker) for block in document.blocks[1:]]
    assert items == [(Kind.ITEM, "•")] * 3
    assert "goes on over a line" in document.text


@pytest.mark.parametrize(
    "narrow",
    [
        "The keeper of the lock wrote the new level of the water into\nthe book.",
        "Nobody has ever read the page that was written by the keeper\n"
        "of the lock, said the others, and the flood will read it out\nto them.",
    ],
)
def test_prose_that_was_wrapped_narrower_than_the_rest_is_joined(narrow: str) -> None:
    assert blocks(f"{PROSE}\n\n{narrow}")[1] == ("PARAGRAPH", narrow.replace("\n", " "))


@pytest.mark.parametrize(
    "kept",
    [
        "The river rose,\nand fell.",
        "The keeper of the lock at Northgate, in the old town\nLeeds",
        "The river rose in the night of the flood, and all of them\nsaw it,\nand slept till the morning came",
    ],
)
def test_lines_that_end_where_a_word_had_room_are_kept(kept: str) -> None:
    assert blocks(f"{PROSE}\n\n{kept}")[1] == ("PARAGRAPH", kept)


def test_numbered_items_with_blank_lines_between_them_are_items() -> None:
    document = parse(f"{PROSE}\n\n1. Adam the keeper\n\n2. Eve the keeper\n\n{PROSE}")
    assert [block.marker for block in document.blocks] == ["", "1.", "2.", ""]


def test_a_line_of_prose_that_happens_to_start_with_a_number_is_no_item() -> None:
    text = PROSE.replace("every one of the forty", "1998. He was one of forty")
    assert [kind for kind, _ in blocks(text)] == ["PARAGRAPH"]


def test_columns_are_kept_as_they_stand() -> None:
    table = "level     day      keeper\n12.5      Monday   Adam\n13.75     Friday   Eve"
    assert blocks(f"{PROSE}\n\n{table}")[1] == ("CODE", table)


def test_quoted_lines_lose_their_signs_and_are_a_quotation() -> None:
    document = parse("\n".join(f"> {line}" for line in PROSE.split("\n")))
    assert document.text == PROSE.replace("\n", " ")
    assert document.blocks[0].quote == 1


def test_paragraphs_that_are_told_by_an_indented_first_line_are_parted() -> None:
    text = f"{PROSE}\n   {PROSE[:40]} and so on for quite a while longer still,\nuntil it ends."
    assert [kind for kind, _ in blocks(text)] == ["PARAGRAPH", "PARAGRAPH"]


def test_headings_are_blocks_of_their_own() -> None:
    text = f"1. The river\n\n{PROSE}\n\n2. The lock\n\n{PROSE}\n\n3. The house\n\n{PROSE}\n"
    assert [kind for kind, _ in blocks(text)] == ["HEADING", "PARAGRAPH"] * 3


@given(st.text(st.sampled_from("ab .-*>\t\n1)=知\x1b\u202e"), max_size=300))
def test_no_word_is_lost_and_blocks_tile_the_text(text: str) -> None:
    document = parse(text)
    end = None
    for block in document.blocks:
        assert block.start <= block.end
        if end is not None:
            assert document.text[end : block.start] in ("\n", "\n\n")
        end = block.end
    # The letter of an item's sign, as in "a) …", goes to its marker.
    signs = sum(len(block.marker) for block in document.blocks)
    assert sum(map(document.text.count, "ab知")) + signs >= sum(map(text.count, "ab知"))
