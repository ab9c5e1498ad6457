"""Every key, on real screens: what a reader does in an hour, played through."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.scrollbar import ScrollDown, ScrollTo

from corpus.home import Home
from corpus.library import Library
from tests.reading import (
    HEADLESS,
    STRUCTURED,
    foot,
    press,
    reading,
    screen,
    settled,
    shown,
    two_lines,
    until,
    write,
)
from tui.actions import ACTIONS, sentence
from tui.app import Pincite
from tui.foot_line import status_line
from tui.opening import open_target
from tui.page import Page
from tui.services import Services


@pytest.fixture
def headless(tmp_path: Path) -> Path:
    return write(tmp_path, "flood.txt", HEADLESS)


@pytest.fixture
def structured(tmp_path: Path) -> Path:
    return write(tmp_path, "rivers.md", STRUCTURED)


# What is on the screen ---------------------------------------------------------------------------


async def test_outline_and_text_stand_side_by_side(headless: Path) -> None:
    async with reading(headless) as pilot:
        lines = "\n".join(shown(pilot))
        assert "[untitled] “The river had risen" in lines
        assert "Ana Ruiz and Ben Okoro · Water Daily · 4 March 2021" in lines
        assert "▪ 2021-03-04 · Editor’s" in lines
        assert "~ First — " in lines
        assert "· 2 of 4 announced parts" in lines


async def test_paragraphs_are_numbered_in_the_margin_and_the_note_is_not(headless: Path) -> None:
    async with reading(headless) as pilot:
        page = [line.partition("│")[2] for line in shown(pilot)]
        assert any(line.split()[:3] == ["1", "The", "river"] for line in page)
        assert any(line.split()[:2] == ["date", "2021-03-04"] for line in page)


async def test_the_title_of_an_article_is_said_once(structured: Path) -> None:
    async with reading(structured) as pilot:
        page = [line.partition("│")[2].strip() for line in shown(pilot)]
        assert sum(line.startswith("On Rivers") for line in page) == 1


async def test_markup_in_a_text_is_words_and_nothing_else(tmp_path: Path) -> None:
    words = "Press [@click=app.quit]here[/] or [/b] or [red]there[/red], it is all the same to us."
    path = write(tmp_path, "markup.txt", f"{words}\n\nAnother paragraph of it.")
    async with reading(path) as pilot:
        assert "[@click=app.quit]here[/] or [/b]" in " ".join(" ".join(shown(pilot)).split())
        await press(pilot, "s", *"quit")
        assert pilot.app.is_running


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (80, 24), (200, 60)])
async def test_every_size_of_terminal_reads(headless: Path, size: tuple[int, int]) -> None:
    async with reading(headless, size=size) as pilot:
        await press(pilot, "G")
        assert "them." in "\n".join(shown(pilot))
        await press(pilot, "g", "space", "tab", "escape", "question_mark", "escape")
        assert screen(pilot).page.has_focus


# Moving ------------------------------------------------------------------------------------------


async def test_moving_there_and_back(structured: Path) -> None:
    async with reading(structured) as pilot:
        for there, back in (("j", "k"), ("down", "up"), ("space", "b"), ("pagedown", "pageup"), ("d", "u")):
            before = shown(pilot)
            await press(pilot, there)
            assert shown(pilot) != before, there
            await press(pilot, back)
            assert shown(pilot)[:-1] == before[:-1], back


@pytest.mark.parametrize(("end", "start"), [("G", "g"), ("end", "home")])
async def test_the_ends_of_the_article(structured: Path, end: str, start: str) -> None:
    async with reading(structured) as pilot:
        await press(pilot, end)
        assert foot(pilot).endswith("100 %")
        await press(pilot, start)
        assert "On Rivers" in "\n".join(shown(pilot)[:3])


async def test_paragraphs_and_sections(structured: Path) -> None:
    async with reading(structured) as pilot:
        page = screen(pilot).page
        document = screen(pilot).article.document
        await press(pilot, "]", "]")
        assert document.text[page.cursor :].startswith("Part 2")
        await press(pilot, "}")
        assert document.paragraph_at(page.cursor) == 4
        await press(pilot, "}", "{", "{", "[")
        assert document.text[page.cursor :].startswith("Part 1")
        assert "Part 1" in foot(pilot)


async def test_going_to_a_paragraph_and_to_a_share(structured: Path) -> None:
    async with reading(structured) as pilot:
        await press(pilot, ":", *"12", "enter")
        assert "¶ 12" in foot(pilot)
        await press(pilot, ":", *"50%", "enter")
        assert 45 <= int(foot(pilot).split(" %")[0].split()[-1]) <= 65
        await press(pilot, ":", *"999", "enter")
        assert foot(pilot) == "There is no paragraph 999: this article has 24."
        await press(pilot, ":", *"nonsense", "enter")
        assert "“nonsense” leads nowhere in this article" in two_lines(pilot)


async def test_back_and_forward(structured: Path) -> None:
    async with reading(structured) as pilot:
        await press(pilot, "j", "j", "j")
        before = shown(pilot)
        await press(pilot, "G")
        end = shown(pilot)
        await press(pilot, "<")
        assert shown(pilot)[:-1] == before[:-1]
        await press(pilot, ">")
        assert shown(pilot)[:-1] == end[:-1]


async def test_the_outline_follows_and_leads(structured: Path) -> None:
    async with reading(structured) as pilot:
        await press(pilot, "]", "]", "]")
        assert any(line.startswith("▌") and "Part 3" in line for line in shown(pilot))
        await press(pilot, "tab", "j", "j", "enter")
        page = screen(pilot).page
        assert screen(pilot).article.document.text[page.cursor :].startswith("Part 5")
        assert page.has_focus


async def test_the_outline_can_be_hidden_and_stays_so(structured: Path) -> None:
    async with reading(structured) as pilot:
        await press(pilot, "o")
        assert not any("│" in line for line in shown(pilot))
    async with reading(structured) as pilot:
        assert not any("│" in line for line in shown(pilot))
        await press(pilot, "o")
        assert any("│" in line for line in shown(pilot))


async def test_outline_entries_collapse_and_expand(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "tab", "j", "j")
        await press(pilot, "left")
        assert any("▸" in line for line in shown(pilot))
        assert not any("First — " in line for line in shown(pilot))
        await press(pilot, "right")
        assert any("First — " in line for line in shown(pilot))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("headings.md", "# A\n\n## B\n"),
        ("list.md", "- a\n- b\n  - c\n"),
        ("table.md", "| a | b |\n|---|---|\n| 1 | 2 |\n"),
        ("code.md", "```\nx = 1\n```\n"),
        ("rule.md", "***\n\nWords.\n\n***\n"),
        ("note.txt", "date 2021-02-05 Editor’s Note: there is nothing here but a note.\n"),
        ("letter.txt", "x"),
    ],
)
async def test_articles_of_one_kind_of_block_take_every_key(tmp_path: Path, name: str, text: str) -> None:
    async with reading(write(tmp_path, name, text), size=(60, 12), private=True) as pilot:
        await pilot.press("j", "space", "G", "}", "{", "]", "[", "v", "j", "right", "V", "o", "Y", "escape")
        await pilot.press("tab", "j", "k", "left", "right", "enter", "escape", "y", "c", "e", "escape")
        await press(pilot, ":", "1", "enter", "/", "a", "enter", "n", "escape", "o", "o")
        assert pilot.app.is_running


async def test_resizing_keeps_the_first_line_in_view(structured: Path) -> None:
    async with reading(structured, size=(120, 40)) as pilot:
        await press(pilot, "space", "space", "j")
        page = screen(pilot).page
        first = page._view.top if page._view else 0
        await pilot.resize_terminal(70, 20)
        await settled(pilot)
        assert page._view is not None
        assert page._view.row(0).start <= first <= page._view.bottom


async def test_the_mouse_scrolls_and_clicks(structured: Path) -> None:
    async with reading(structured) as pilot:
        before = shown(pilot)
        page = screen(pilot).page
        page._on_mouse_scroll_down(_wheel(page))
        await settled(pilot)
        assert shown(pilot) != before
        await pilot.click("#outline", offset=(6, 4))
        await settled(pilot)
        assert screen(pilot).article.document.text[page.cursor :].startswith("Part")


def _wheel(page: Page):  # type: ignore[no-untyped-def]  # an event of Textual's, with nothing in it that matters
    from textual.events import MouseScrollDown

    return MouseScrollDown(page, 1, 1, 0, 0, 0, False, False, False)


async def test_the_scroll_bar_leads_and_never_pulls_back(structured: Path) -> None:
    async with reading(structured) as pilot:
        page = screen(pilot).page
        await press(pilot, "G")
        end = shown(pilot)
        page.scroll_y = 3  # as Textual does, late, for a page of another height
        await settled(pilot)
        assert shown(pilot) == end
        page.vertical_scrollbar.post_message(ScrollTo(y=0, animate=False))
        await settled(pilot)
        assert "On Rivers" in "\n".join(shown(pilot)[:3])
        page.vertical_scrollbar.post_message(ScrollDown())
        await settled(pilot)
        assert "On Rivers" not in "\n".join(line.partition("│")[2] for line in shown(pilot))


# Finding -----------------------------------------------------------------------------------------


async def test_finding_as_one_types_counts_and_goes_on(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "/", *"keeper")
        assert foot(pilot).startswith("/ keeper")
        assert foot(pilot).endswith("1/3")
        await press(pilot, "enter", "n")
        assert "2/3" in foot(pilot)
        await press(pilot, "N", "N")
        assert "3/3" in foot(pilot)


async def test_a_phrase_that_is_wrapped_over_two_lines_is_found(headless: Path) -> None:
    async with reading(headless, size=(64, 30)) as pilot:
        await press(pilot, "/", *"the new level into his book")
        assert foot(pilot).endswith("1/1")


async def test_capitals_are_told_apart_only_where_they_are_typed(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "/", *"the keeper")
        assert foot(pilot).endswith("1/3")
        await press(pilot, "escape", "/", *"The keeper")
        assert foot(pilot).endswith("1/2")


async def test_escape_leads_back_to_the_very_line(structured: Path) -> None:
    async with reading(structured) as pilot:
        await press(pilot, "space", "j")
        before = shown(pilot)
        await press(pilot, "/", *"paragraph 8.2")
        assert shown(pilot)[:-1] != before[:-1]
        await press(pilot, "escape")
        assert shown(pilot)[:-1] == before[:-1]
        await press(pilot, "/", *"paragraph 8.2", "enter", "escape")
        assert shown(pilot)[:-1] == before[:-1]


async def test_no_match_is_said(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "/", *"submarine")
        assert foot(pilot).endswith("no match")


async def test_the_next_hit_without_a_search_says_what_to_do(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "n")
        assert foot(pilot).startswith("Nothing was looked for yet")


# Searching the library ---------------------------------------------------------------------------


async def test_searching_the_library_previews_and_returns(headless: Path, structured: Path) -> None:
    async with reading(headless):
        pass
    async with reading(structured) as pilot:
        before = shown(pilot)
        await press(pilot, "s", *"northern wa")
        lines = "\n".join(shown(pilot))
        assert "[untitled] “The river had risen" in lines
        assert "¶ 4" in lines
        assert screen(pilot).article.document.metadata.date is not None
        await press(pilot, "escape")
        assert shown(pilot)[:-1] == before[:-1]
        await press(pilot, "s", *"northern wa", "enter")
        page = screen(pilot).page
        assert screen(pilot).article.document.text[page.cursor :].startswith("northern wall")
        await press(pilot, "<")
        assert shown(pilot)[:-1] == before[:-1]


async def test_moving_through_the_hits_shows_each(structured: Path) -> None:
    async with reading(structured) as pilot:
        await press(pilot, "s", *"water")
        first = screen(pilot).page.cursor
        await press(pilot, "down")
        assert screen(pilot).page.cursor != first
        await press(pilot, "up")
        assert screen(pilot).page.cursor == first


async def test_nothing_found_is_said(structured: Path) -> None:
    async with reading(structured) as pilot:
        await press(pilot, "s", *"submarine")
        assert "0 for submarine in 1 article" in "\n".join(shown(pilot))


# Choosing and copying ----------------------------------------------------------------------------


def clip() -> str:
    return Home.here().last_clip.read_text(encoding="utf-8")


async def test_the_paragraph_at_the_cursor_is_copied_with_its_citation(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "}", "}", "y")
        assert clip() == (
            "“The keepers of the lock have a four-part plan against the flood. It is written on the last page"
            " of the book.” Ana Ruiz and Ben Okoro, untitled article, Water Daily, March 4, 2021,"
            " second para."
        )
        receipt = "Sent 22 words by OSC 52, unconfirmed (empty paste? K) · Chicago, second para."
        assert [line.strip() for line in shown(pilot)[-2:]] == [receipt, "title unknown, m to fix"]


async def test_words_alone_and_citation_alone(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "}", "}", "Y")
        assert clip() == (
            "The keepers of the lock have a four-part plan against the flood. It is written on the last page"
            " of the book."
        )
        await press(pilot, "c")
        assert clip() == "Ana Ruiz and Ben Okoro, untitled article, Water Daily, March 4, 2021, second para."


async def test_a_sentence_is_chosen_grown_shrunk_and_shifted(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "}", "v", "Y")
        assert clip() == "The river had risen in the night."
        await press(pilot, "j", "Y")
        assert clip().endswith("wrote the new level into his book.")
        await press(pilot, "k", "right", "Y")
        assert clip() == "The keeper of the lock wrote the new level into his book."
        await press(pilot, "left", "V", "Y")
        assert clip().endswith("as he had always done.")
        await press(pilot, "escape")
        assert screen(pilot).choice is None


async def test_two_paragraphs_are_cited_as_two(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "}", "V", "}", "c")
        assert clip().endswith("first and second paras.")


async def test_the_other_end_can_be_moved(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "}", "}", "v", "o", "{", "Y")
        assert clip().startswith("The river had risen")
        assert clip().endswith("against the flood.")


async def test_the_style_is_chosen_and_kept(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "}", "}", "e", *"apa", "enter", "c")
        assert clip() == "(Ruiz & Okoro, 2021, para. 2)"
    async with reading(headless) as pilot:
        await press(pilot, "g", "}", "}", "c")
        assert clip() == "(Ruiz & Okoro, 2021, para. 2)"


async def test_what_a_style_withholds_is_said(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "e", *"mla", "enter", "}", "}", "y")
        assert "MLA" in foot(pilot)
        assert "no ¶" in foot(pilot)


# Around ------------------------------------------------------------------------------------------


async def test_the_place_is_kept_for_the_next_time(structured: Path) -> None:
    async with reading(structured) as pilot:
        await press(pilot, ":", *"15", "enter")
        await pilot.press("q")
        assert not pilot.app.is_running or pilot.app._exit
    async with reading(structured) as pilot:
        assert "¶ 15" in foot(pilot)


async def test_private_reading_keeps_nothing(structured: Path) -> None:
    async with reading(structured, private=True) as pilot:
        await press(pilot, ":", *"15", "enter", "q")
    assert Library(Home.here().library).articles() == []


async def test_the_library_lists_and_opens(headless: Path, structured: Path) -> None:
    async with reading(headless):
        pass
    async with reading(structured) as pilot:
        await press(pilot, "L")
        assert "[untitled] “The river had risen" in "\n".join(shown(pilot))
        await press(pilot, "down", "enter")
        assert screen(pilot).article.document.format == "text"
        await press(pilot, "<")
        assert screen(pilot).article.document.format == "markdown"


async def test_hints_are_shown_the_first_time_and_never_again(headless: Path) -> None:
    async with reading(headless) as pilot:
        assert foot(pilot).startswith("/ find   s search")
    async with reading(headless) as pilot:
        assert "/ find" not in foot(pilot)


LONG = "\n\n".join(f"Paragraph {n} of a long text. {'Some words follow. ' * 20}" for n in range(4_000))


@pytest.mark.parametrize("name", ["long.txt", "long.md"])
async def test_a_large_text_is_there_at_once_and_completed_behind(tmp_path: Path, name: str) -> None:
    services = Services.of(Home.here(), private=False)
    article = open_target(str(write(tmp_path, name, LONG)), services.library)
    assert article.progress
    app = Pincite(services, article)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "Paragraph 0 of a long text" in "\n".join(shown(pilot)))
        await pilot.press("space")
        before = screen(pilot).page.bookmark()
        await settled(pilot)
        assert not screen(pilot).article.progress
        assert screen(pilot).page.bookmark() == before
        await press(pilot, "G")
        assert "Paragraph 3999" in "\n".join(shown(pilot))
        assert "¶ 4000" in foot(pilot)


async def test_the_palette_offers_every_action(headless: Path) -> None:
    async with reading(headless) as pilot:
        commands = {command.title for command in pilot.app.get_system_commands(screen(pilot))}
        for action in ACTIONS:
            assert sentence(action.label) in commands


async def test_a_theme_that_is_chosen_is_kept(headless: Path) -> None:
    async with reading(headless) as pilot:
        pilot.app.theme = "paper"
        await settled(pilot)
    async with reading(headless) as pilot:
        assert pilot.app.theme == "paper"


@pytest.mark.parametrize("theme", ["nord", "textual-light", "dracula"])
async def test_themes_of_textual_lend_the_page_their_colours(headless: Path, theme: str) -> None:
    async with reading(headless) as pilot:
        pilot.app.theme = theme
        await press(pilot, "/", *"keeper", "enter", "v")
        assert "keeper" in "\n".join(shown(pilot))


async def test_control_c_says_how_to_leave(headless: Path) -> None:
    async with reading(headless) as pilot:
        await press(pilot, "ctrl+c")
        assert foot(pilot).startswith("q quits")


async def test_help_shows_every_action(headless: Path) -> None:
    async with reading(headless, size=(120, 240)) as pilot:
        await press(pilot, "?")
        lines = "\n".join(shown(pilot))
        for action in ACTIONS:
            assert action.label in lines
        await press(pilot, "escape")
        assert screen(pilot).page.has_focus


async def test_keys_can_be_changed_in_the_settings(headless: Path) -> None:
    settings = Home.here().settings
    settings.parent.mkdir(parents=True)
    settings.write_text('[keys]\n"copy.words" = "x"\n', encoding="utf-8")
    async with reading(headless) as pilot:
        await press(pilot, "}", "x")
        assert clip().startswith("The river had risen")


def test_every_action_has_an_id_a_label_and_a_method() -> None:
    from tui.reader import Reader

    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    for action in ACTIONS:
        name = "action_" + action.run.removeprefix("app.").partition("(")[0]
        assert hasattr(Reader, name) or hasattr(Pincite, name), action.run
        assert action.label


@pytest.mark.parametrize(
    ("width", "left"),
    [(60, "/ find   s search   y copy"), (41, "/ find   s search   y copy"), (40, "/ find   s search")],
)
def test_no_hint_at_the_foot_is_cut(width: int, left: str) -> None:
    ((line, _),) = status_line("/ find   s search   y copy", "¶ 3 · 20 %", width)
    assert line.startswith(f" {left}  ")
    assert line.endswith("¶ 3 · 20 % ")
    assert len(line) == width
