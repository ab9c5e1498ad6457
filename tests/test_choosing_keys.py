"""Choosing with the keys and the mouse on a real screen: words, parts, and what the foot says of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from corpus.home import Home
from tests.reading import HEADLESS, foot, press, reading, screen, settled, shown, two_lines, write
from tui.choosing import Choice
from tui.settings import load


@pytest.fixture
def headless(tmp_path: Path) -> Path:
    return write(tmp_path, "flood.txt", HEADLESS)


def chosen(pilot: Pilot[None]) -> str:
    choice = screen(pilot).choice
    return choice.document.text[choice.start : choice.end] if choice else ""


def clip() -> str:
    return Home.here().last_clip.read_text(encoding="utf-8")


def cell_of(pilot: Pilot[None], words: str) -> tuple[int, int]:
    """The cell of the page at which words are shown."""
    page = screen(pilot).page.region
    y, line = next((y, line) for y, line in enumerate(shown(pilot)) if words in line[page.x :])
    return line.index(words, page.x), y


async def test_w_and_b_move_the_end_and_with_o_the_start(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "}", "v", "b")
        assert chosen(pilot) == "The river had risen in the night"
        await press(pilot, "b", "b")
        assert chosen(pilot) == "The river had risen in"
        await press(pilot, "w")
        assert chosen(pilot) == "The river had risen in the"
        await press(pilot, "o", "w")
        assert chosen(pilot) == "river had risen in the"
        await press(pilot, "b")
        assert chosen(pilot) == "The river had risen in the"
        await press(pilot, "y")
        assert clip().startswith("“The river had risen in the” Ana Ruiz")


async def test_outside_a_choice_w_says_what_it_is_for_and_b_goes_a_page_back(headless: Path) -> None:
    async with reading(headless, size=(60, 12)) as pilot:
        before = shown(pilot)
        await press(pilot, "w")
        assert "First choose words with v" in two_lines(pilot)
        await press(pilot, "space", "b")
        assert shown(pilot)[:-1] == before[:-1]
        assert screen(pilot).choice is None


async def test_the_foot_says_what_the_style_will_print(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "}", "v")
        assert "7 words · first para." in foot(pilot)
        await press(pilot, "b")
        assert "7 words · first para." in foot(pilot)
        await press(pilot, "}", "}")
        assert "first and second paras." in foot(pilot)


@pytest.mark.parametrize(
    ("style", "said"),
    [("apa", "para. 1"), ("mla", "no ¶ (MLA)"), ("pandoc", "¶ 1"), ("chicago", "first para.")],
)
async def test_each_style_has_its_own_words_for_the_place(headless: Path, style: str, said: str) -> None:
    settings = Home.here().settings
    settings.parent.mkdir(parents=True)
    settings.write_text(f'style = "{style}"\n', encoding="utf-8")
    assert load(Home.here())[0].style == style
    async with reading(headless) as pilot:
        await press(pilot, "}", "v")
        assert f"7 words · {said}" in foot(pilot)


async def test_what_has_no_number_has_no_place_at_the_foot(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "v")
        assert "para." not in foot(pilot)
        assert "words" in foot(pilot)


async def test_parts_are_kept_and_copied_together(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "}", "v", "+")
        assert screen(pilot).choice is None
        assert foot(pilot).startswith("Kept · ")
        await press(pilot, "v")
        assert chosen(pilot) == "The keeper of the lock wrote the new level into his book."
        await press(pilot, "right")
        assert chosen(pilot) == "He went to wake the others, as he had always done."
        assert "2 parts, 18 words · first para." in foot(pilot)
        await press(pilot, "y")
        assert clip().startswith(
            "“The river had risen in the night. […] He went to wake the others, as he had always done.” Ana"
        )
        await press(pilot, "Y")
        assert clip() == (
            "The river had risen in the night. […] He went to wake the others, as he had always done."
        )


async def test_a_kept_part_can_be_copied_alone_and_the_foot_says_that_it_is_kept(headless: Path) -> None:
    async with reading(headless, size=(60, 14)) as pilot:
        await press(pilot, "}", "v", "+", "j")
        assert "kept 7 words · first para." in foot(pilot)
        await press(pilot, "k", "v")
        assert chosen(pilot).startswith("The keeper of the lock wrote")
        await press(pilot, "escape", "Y")
        assert clip() == "The river had risen in the night."


async def test_parts_far_apart_are_found_in_between_and_a_note_says_where_they_are(headless: Path) -> None:
    async with reading(headless, size=(140, 40)) as pilot:
        await press(pilot, "}", "v", "+", "/", *"nobody", "enter", "v")
        assert chosen(pilot).startswith("“Nobody has ever read")
        await press(pilot, "y")
        assert "parts of ¶¶ 1, 5" in foot(pilot)
        assert "The river had risen in the night. […] ‘Nobody has ever read the page,’" in clip()


async def test_a_part_of_the_same_sentence_begins_behind_the_one_before(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "}", "v", "b", "b", "b", "b", "+", "v")
        assert chosen(pilot) == "in the night."
        await press(pilot, "o", "w", "Y")
        assert clip() == "The river had risen […] the night."


async def test_where_only_a_stop_is_left_the_next_part_is_the_next_sentence(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "}", "v", "b", "+", "v")
        assert chosen(pilot).startswith("The keeper of the lock wrote")


async def test_escape_takes_the_parts_back_one_by_one(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "}", "v", "+", "v", "right", "+", "v")
        assert len(screen(pilot).parts) == 3
        await press(pilot, "escape")
        assert chosen(pilot).startswith("He went to wake")
        assert len(screen(pilot).parts) == 2
        await press(pilot, "escape")
        assert chosen(pilot) == "The river had risen in the night."
        assert len(screen(pilot).parts) == 1
        await press(pilot, "escape")
        assert screen(pilot).parts == ()
        await press(pilot, "+")
        assert "First choose words with v" in two_lines(pilot)


async def test_parts_are_forgotten_with_their_article(headless: Path, tmp_path: Path) -> None:
    other = write(tmp_path, "other.txt", "Other words.\n\nAnd more of them.")
    async with reading(other):
        pass
    async with reading(headless) as pilot:
        await press(pilot, "}", "v", "+", "L", "down", "enter")
        assert "Other words." in "\n".join(shown(pilot))
        assert screen(pilot).parts == ()


async def test_both_parts_are_shown_as_chosen(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "}", "v", "+", "v", "right")
        page = screen(pilot).page
        marks = page._marks.within(screen(pilot).article.document.text, 0, 10_000)
        words = {screen(pilot).article.document.text[mark.start : mark.end][:12] for mark in marks}
        assert words == {"The river ha", "He went to w"}


async def test_the_mouse_chooses_another_part_and_shift_extends_it(headless: Path) -> None:
    async with reading(headless) as pilot:
        x, y = cell_of(pilot, "keeper of")
        await pilot.click(offset=(x + 1, y), times=2)
        await press(pilot, "+")
        x, y = cell_of(pilot, "boats are")
        await pilot.click(offset=(x + 1, y), times=2)
        await settled(pilot)
        assert chosen(pilot) == "boats"
        await pilot.click(offset=(x + 9, y), shift=True)
        await settled(pilot)
        assert chosen(pilot) == "boats are"
        await pilot.click(offset=(x, y), times=1)
        await settled(pilot)
        assert [chosen(pilot), len(screen(pilot).parts)] == ["", 1]
        await pilot.click(offset=(x, y), times=3)
        await press(pilot, "Y")
        assert clip().startswith("keeper […]\n\nSecond, the boats")


async def test_an_article_without_words_has_nothing_to_choose(tmp_path: Path) -> None:
    async with reading(write(tmp_path, "rule.md", "***\n"), private=True) as pilot:
        await press(pilot, "v")
        assert screen(pilot).choice is None
        assert foot(pilot).startswith("There are no words here to choose")


async def test_a_gap_between_words_gives_the_citation_alone(headless: Path) -> None:
    async with reading(headless) as pilot:
        gap = screen(pilot).article.document.paragraph(1).end
        screen(pilot).choose(Choice(screen(pilot).article.document, gap, gap + 1))
        await press(pilot, "y")
        assert clip().startswith("Ana Ruiz and Ben Okoro, untitled article")
