"""Choosing words with the mouse: on, over and beyond the page."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import Final

import pytest
from textual.events import MouseEvent, MouseMove, MouseScrollDown, MouseScrollUp
from textual.pilot import Pilot

from corpus.draft import Draft
from corpus.home import Home
from tests.reading import HEADLESS, STRUCTURED, press, reading, screen, settled, shown, until, write
from tests.terminal import ESCAPE, Terminal
from tui.choosing import Choice

NUMBERED: Final = "\n\n".join(f"Paragraph {n}. The quick river runs past the mill." for n in range(1, 31))


@pytest.fixture
def headless(tmp_path: Path) -> Path:
    return write(tmp_path, "flood.txt", HEADLESS)


@pytest.fixture
def structured(tmp_path: Path) -> Path:
    return write(tmp_path, "rivers.md", STRUCTURED)


@pytest.fixture
def numbered(tmp_path: Path) -> Path:
    return write(tmp_path, "numbered.txt", NUMBERED)


def find(pilot: Pilot[None], words: str) -> tuple[int, int]:
    """The cell of the page at which words of the text are shown."""
    found = ((y, row) for y, row in enumerate(rows(pilot)) if words in row and "[untitled]" not in row)
    y, row = next(found)
    return screen(pilot).page.region.x + row.index(words), y


def rows(pilot: Pilot[None]) -> list[str]:
    """The rows of the page."""
    page = screen(pilot).page.region
    return [line[page.x :].rstrip("█ ") for line in shown(pilot)[: page.height]]


def chosen(pilot: Pilot[None]) -> str:
    choice = screen(pilot).choice
    return choice.document.text[choice.start : choice.end] if choice else ""


async def copied(pilot: Pilot[None]) -> str:
    """Copy the words alone; what is then in the clipboard."""
    await press(pilot, "Y")
    return Home.here().last_clip.read_text(encoding="utf-8")


async def send(pilot: Pilot[None], kind: type[MouseEvent], at: tuple[int, int], button: int = 1) -> None:
    # Pilot has nothing public that moves the mouse with a button held down.
    await pilot._post_mouse_events([kind], offset=at, button=button)
    await settled(pilot)


async def drag(pilot: Pilot[None], start: tuple[int, int], *way: tuple[int, int]) -> None:
    """Press the mouse at a cell and move it over others, without letting go."""
    await pilot.mouse_down(offset=start)
    for at in way:
        await send(pilot, MouseMove, at)


async def let_go(pilot: Pilot[None], at: tuple[int, int]) -> None:
    await pilot.mouse_up(offset=at)
    await settled(pilot)


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that goes on by itself does so forever: a busy machine would find it at its end."""
    monkeypatch.setattr("tui.dragging._PACE", 3600.0)


def goes_on(pilot: Pilot[None]) -> bool:
    return screen(pilot).page._going is not None


# Clicks ------------------------------------------------------------------------------------------


async def test_two_clicks_choose_a_word_and_three_a_paragraph(headless: Path) -> None:
    async with reading(headless) as pilot:
        x, y = find(pilot, "river had risen")
        await pilot.click(offset=(x + 1, y), times=2)
        assert await copied(pilot) == "river"
        await pilot.click(offset=(x + 1, y), times=3)
        words = await copied(pilot)
        assert words.startswith("The river had risen")
        assert words.endswith("as he had always done.")


@pytest.mark.parametrize("which", [0, -1])
async def test_clicks_at_the_edge_of_the_page_leave_it_where_it_is(numbered: Path, which: int) -> None:
    async with reading(numbered, size=(100, 29)) as pilot:
        await press(pilot, "space")
        before = rows(pilot)
        number = re.findall(r"Paragraph \d+\.", "".join(before))[which]
        await pilot.click(offset=find(pilot, number), times=3)
        await settled(pilot)
        assert "quick river" in chosen(pilot)
        assert rows(pilot) == before


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("He said “don’t” again.", "on", "don’t"),
        ("He said “don’t” again.", "’t", "don’t"),
        ("A four-part plan.", "part", "four-part"),
        ("A four-part plan.", "-", "four-part"),
        ("It cost $1,000.50 then.", ",000", "1,000.50"),
        ("In 2021–22 it rose.", "22", "22"),
        ("Call file_name here.", "name", "file_name"),
        ("全面加强API接口，保护工作。", "加", "全面加强"),
        ("全面加强API接口，保护工作。", "P", "API"),
        ("全面加强API接口，保护工作。", "作", "保护工作"),
        ("e\u0301te\u0301 passe\u0301", "te", "e\u0301te\u0301"),
        ("हिन्दी भाषा", "न", "हिन्दी"),
        ("co\u00adoperate now", "op", "co\u00adoperate"),
    ],
)
def test_a_word_is_what_a_reader_takes_for_one(text: str, at: str, word: str) -> None:
    draft = Draft()
    draft.add("One more paragraph")
    draft.add(text)
    document = draft.document()
    choice = Choice.of_word(document, document.text.index(text) + text.index(at))
    assert choice is not None
    assert document.text[choice.start : choice.end] == word


@pytest.mark.parametrize("at", [" ", ",", "“", "。"])
def test_between_words_there_is_none(at: str) -> None:
    draft = Draft()
    draft.add("He, “too”。")
    document = draft.document()
    assert Choice.of_word(document, document.text.index(at)) is None


async def test_a_word_that_is_wrapped_is_chosen_whole_from_either_line(tmp_path: Path) -> None:
    word = "well-" + "considered-" * 12 + "plan"
    async with reading(write(tmp_path, "a.md", f"# Plans\n\nThe {word} failed — too.")) as pilot:
        for part in ("well-", "plan"):
            x, y = find(pilot, part)
            await pilot.click(offset=(x + 1, y), times=2)
            assert await copied(pilot) == word


async def test_only_the_first_button_clicks(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "v")
        words = chosen(pilot)
        await pilot.click(offset=find(pilot, "keeper of"), button=3)
        await settled(pilot)
        assert words
        assert chosen(pilot) == words


# Dragging ----------------------------------------------------------------------------------------


async def test_dragging_chooses_words_forwards_and_backwards(headless: Path) -> None:
    async with reading(headless) as pilot:
        x, y = find(pilot, "river had risen")
        for start, end in (((x, y), (x + 9, y)), ((x + 9, y), (x, y))):
            await drag(pilot, start, (x + 4, y), end)
            await let_go(pilot, end)
            assert await copied(pilot) == "river had"


async def test_dragging_back_to_where_it_began_chooses_nothing(headless: Path) -> None:
    async with reading(headless) as pilot:
        x, y = find(pilot, "river had risen")
        await drag(pilot, (x, y), (x + 9, y), (x, y))
        await let_go(pilot, (x, y))
        assert screen(pilot).choice is None


async def test_a_mouse_that_was_let_go_elsewhere_chooses_no_more(headless: Path) -> None:
    async with reading(headless) as pilot:
        x, y = find(pilot, "river had risen")
        await drag(pilot, (x, y), (x + 9, y))
        await send(pilot, MouseMove, (x + 2, y + 1), button=0)
        await send(pilot, MouseMove, (x + 9, y + 1), button=0)
        assert chosen(pilot) == "river had"


async def test_shift_and_a_click_go_on_from_what_is_chosen(headless: Path) -> None:
    async with reading(headless) as pilot:
        x, y = find(pilot, "river had risen")
        await pilot.click(offset=(x, y), times=2)
        await pilot.click(offset=(x + 9, y), shift=True)
        await settled(pilot)
        assert chosen(pilot) == "river had"
        await pilot.click(offset=(x - 4, y), shift=True)
        await settled(pilot)
        assert chosen(pilot) == "The river had"


async def test_the_wheel_turns_while_words_are_chosen_and_after(structured: Path) -> None:
    async with reading(structured) as pilot:
        x, y = find(pilot, "Paragraph 1.0")
        await drag(pilot, (x, y), (x + 20, y + 2))
        before = chosen(pilot)
        await send(pilot, MouseScrollDown, (x + 20, y + 2))
        assert chosen(pilot).startswith(before)
        assert len(chosen(pilot)) > len(before) + 100
        await let_go(pilot, (x + 20, y + 2))
        words = chosen(pilot)
        for kind in (MouseScrollDown, MouseScrollDown, MouseScrollUp):
            await send(pilot, kind, (x, y))
        assert chosen(pilot) == words
        assert await copied(pilot) == words


async def test_what_was_chosen_survives_another_width(structured: Path) -> None:
    async with reading(structured) as pilot:
        x, y = find(pilot, "Paragraph 1.1")
        await drag(pilot, (x, y), (x + 13, y + 3))
        await pilot.resize_terminal(70, 24)
        await settled(pilot)
        words = chosen(pilot)
        assert words.startswith("Paragraph 1.1 of the river. Water runs on.")
        await let_go(pilot, (69, 23))
        after = chosen(pilot)
        assert after.startswith("Paragraph 1.1 of the river. Water runs on.")
        await pilot.resize_terminal(120, 40)
        await settled(pilot)
        assert await copied(pilot) == after


async def test_what_was_chosen_survives_the_outline_coming_and_going(structured: Path) -> None:
    async with reading(structured) as pilot:
        x, y = find(pilot, "Paragraph 1.1")
        await drag(pilot, (x, y), (x + 13, y + 3))
        await let_go(pilot, (x + 13, y + 3))
        words = chosen(pilot)
        outline = pilot.app.screen.query_one("#outline")
        for visible in (False, True):
            outline.display = visible
            await settled(pilot)
            assert chosen(pilot) == words
        assert await copied(pilot) == words


@pytest.mark.parametrize("where", ["outline", "scroll bar"])
async def test_dragging_beside_the_page_stays_in_the_page(headless: Path, where: str) -> None:
    async with reading(headless) as pilot:
        x, y = find(pilot, "The river had risen in the night")
        end = (3, y + 1) if where == "outline" else (99, y)
        await drag(pilot, (x + 4, y), end)
        await let_go(pilot, end)
        line = shown(pilot)[y][x:].rstrip("█ ")
        assert chosen(pilot).strip() == line[4:].strip()


async def test_a_drag_that_begins_in_the_outline_does_nothing_to_the_page(structured: Path) -> None:
    async with reading(structured) as pilot:
        x, y = find(pilot, "Paragraph 1.0")
        await drag(pilot, (6, 3), (x, y), (x + 20, y + 4))
        await let_go(pilot, (x + 20, y + 4))
        assert screen(pilot).choice is None
        assert not goes_on(pilot)


# Beyond the edge ---------------------------------------------------------------------------------


async def test_below_the_page_it_goes_on_by_itself_to_the_end_and_stops(numbered: Path) -> None:
    async with reading(numbered) as pilot:
        x, y = find(pilot, "Paragraph 3.")
        await drag(pilot, (x, y), (x, 20), (98, 29))
        await until(pilot, lambda: not goes_on(pilot))
        await settled(pilot)
        assert chosen(pilot).startswith("Paragraph 3.")
        assert "Paragraph 30." in chosen(pilot)
        await let_go(pilot, (98, 29))
        assert (await copied(pilot)).startswith("Paragraph 3. ")


async def test_above_the_page_it_goes_back_by_itself_to_the_beginning(numbered: Path) -> None:
    async with reading(numbered) as pilot:
        await press(pilot, "G")
        x, y = find(pilot, "Paragraph 28.")
        await drag(pilot, (x, y), (x, 5), (x, 0))
        await until(pilot, lambda: not goes_on(pilot))
        await settled(pilot)
        assert chosen(pilot).startswith("Paragraph 1.")
        assert chosen(pilot).rstrip().endswith("past the mill.")


async def test_along_the_first_row_nothing_goes_by_itself(numbered: Path) -> None:
    async with reading(numbered) as pilot:
        await press(pilot, "space", "j")
        words = "quick river"
        while words not in shown(pilot)[0]:
            await press(pilot, "j")
        x, y = find(pilot, words)
        await drag(pilot, (x, y), (x + 5, y))
        assert not goes_on(pilot)
        await let_go(pilot, (x + 5, y))
        assert chosen(pilot) == "quick"


@pytest.mark.usefixtures("unhurried")
async def test_back_on_the_page_it_stands_still(numbered: Path) -> None:
    async with reading(numbered) as pilot:
        x, y = find(pilot, "Paragraph 3.")
        await drag(pilot, (x, y), (x, 29), (x, 20))
        assert not goes_on(pilot)


@pytest.mark.usefixtures("unhurried")
async def test_letting_go_ends_it(numbered: Path) -> None:
    async with reading(numbered) as pilot:
        x, y = find(pilot, "Paragraph 3.")
        await drag(pilot, (x, y), (x, 29))
        assert goes_on(pilot)
        await let_go(pilot, (x, 29))
        assert not goes_on(pilot)
        assert chosen(pilot).startswith("Paragraph 3.")


@pytest.mark.usefixtures("unhurried")
async def test_escape_ends_it_and_chooses_nothing(numbered: Path) -> None:
    async with reading(numbered) as pilot:
        x, y = find(pilot, "Paragraph 3.")
        await drag(pilot, (x, y), (x, 20), (x, 29))
        assert goes_on(pilot)
        await press(pilot, "escape")
        assert not goes_on(pilot)
        await send(pilot, MouseMove, (x + 3, 20))
        assert screen(pilot).choice is None


async def test_what_a_drag_still_had_to_say_counts_no_more_after_escape(numbered: Path) -> None:
    async with reading(numbered) as pilot:
        page = screen(pilot).page
        x, y = find(pilot, "Paragraph 3.")
        await drag(pilot, (x, y), (x, 20))
        late = page.Dragged(0, 10, page.drag)
        await press(pilot, "escape")
        page.post_message(late)
        await settled(pilot)
        assert screen(pilot).choice is None


async def test_at_the_end_of_an_article_that_fits_the_cursor_stays(headless: Path) -> None:
    async with reading(headless) as pilot:
        x, y = find(pilot, "The river had risen")
        page = screen(pilot).page
        before = page.cursor
        await drag(pilot, (x, y), (x, 29))
        await let_go(pilot, (x, 29))
        assert page.cursor == before


async def test_the_last_row_can_be_chosen_without_the_page_moving(numbered: Path) -> None:
    async with reading(numbered) as pilot:
        await press(pilot, "space")
        before = rows(pilot)
        x, y = find(pilot, "Paragraph")
        await drag(pilot, (x, y), (x + 5, 27), (x + 5, 28))
        await let_go(pilot, (x + 5, 28))
        assert rows(pilot) == before


# On a terminal -----------------------------------------------------------------------------------


def test_a_terminal_s_mouse_chooses_words_beyond_the_page(tmp_path: Path) -> None:
    with Terminal(write(tmp_path, "numbered.txt", NUMBERED), size=(80, 20)) as terminal:
        # The first frame is there before Textual is: it takes keys, and no mouse.
        terminal.press("?")
        terminal.until("Keys")
        terminal.press(ESCAPE)
        terminal.until("Paragraph 2.", "quit")
        y, line = next((y, line) for y, line in enumerate(terminal.lines()) if "Paragraph 2." in line)
        x = line.index("Paragraph 2.") + 1
        terminal.press(f"\x1b[<0;{x};{y + 1}M\x1b[<32;{x + 3};{y + 2}M")
        terminal.until("words · second para.")
        terminal.press(f"\x1b[<32;{x + 13};20M")
        terminal.until("Paragraph 20.")
        terminal.press(f"\x1b[<0;{x + 13};20m")
        terminal.press("Y")
        terminal.until("words by OSC 52")
        taken = base64.b64decode(re.findall(r"\x1b\]52;c;([A-Za-z0-9+/=]+)", terminal.text)[-1]).decode()
        assert taken.startswith("Paragraph 2. The quick")
        assert "Paragraph 19. The quick" in taken
        terminal.press("q")
        assert terminal.status() == 0
