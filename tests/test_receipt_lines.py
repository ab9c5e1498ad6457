"""Receipts on the lines at the foot: between two parts, else between two words, and as much as fits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui import cells
from tui.foot_line import receipt_lines

LONG = "“banana” leads nowhere in this article or the 411 others of the library: paste a link, or the words."


def shown(sentence: str, width: int, most: int = 2) -> list[str]:
    return ["".join(words for words, _ in line).strip() for line in receipt_lines(sentence, width, most)]


def strong(sentence: str, width: int) -> str:
    lines = receipt_lines(sentence, width, 2)
    return " ".join(words for line in lines for words, looks in line if "accent" in looks and words)


def test_a_line_ends_between_two_parts_where_all_have_room() -> None:
    assert shown("Copied 12 words · Chicago, third para. · the clipboard has it", 50) == [
        "Copied 12 words · Chicago, third para.",
        "the clipboard has it",
    ]


def test_a_sentence_without_parts_goes_on_on_the_second_line() -> None:
    assert " ".join(shown(LONG, 80)) == LONG
    assert strong(LONG, 80) == LONG


def test_a_part_that_is_too_long_for_its_line_goes_on_behind_the_gist() -> None:
    sentence = f"Copied the link · it opens in Pincite alone · {'a long way about ' * 5}"
    first, second = shown(sentence, 80)
    assert first.startswith("Copied the link · it opens in Pincite alone · a long")
    assert second.endswith("about")
    assert strong(sentence, 80) == "Copied the link"


def test_what_has_no_room_is_cut_between_words() -> None:
    assert shown(LONG, 40)[-1].endswith("of the library…")
    assert len(shown(LONG, 40, most=1)) == 1


@given(st.text(alphabet="ab ·水“", max_size=200), st.integers(8, 80), st.integers(1, 3))
def test_no_line_is_wider_or_more_than_there_are(sentence: str, width: int, most: int) -> None:
    lines = receipt_lines(sentence, width, most)
    assert len(lines) <= most
    for line in lines:
        assert sum(cells.width(words) for words, _ in line) <= width
