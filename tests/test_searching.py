"""Searching the library while reading: what a key does, and what is never shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from corpus.home import Home
from corpus.library import Library
from corpus.search.answer import Answer, Hit
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
from tests.searching import Fake, chosen, fake, hit, panel
from tui.actions import SEARCHING
from tui.article import OpenArticle
from tui.hit_list import HitList
from tui.opening import from_library
from tui.results import Asked
from tui.search_panel import SearchPanel
from tui.settings import load

__all__ = ["fake"]


@pytest.fixture
def rivers(tmp_path: Path) -> Path:
    return write(tmp_path, "rivers.md", STRUCTURED)


@pytest.fixture
def gates() -> Iterator[list[Event]]:
    """Events that are set in the end, so that no thread waits for ever."""
    events = [Event() for _ in range(3)]
    yield events
    for event in events:
        event.set()


@pytest.fixture
def slow_opening(gates: list[Event]) -> Callable[[Library, int], OpenArticle]:
    """Opens an article of the library, once the first gate is set."""

    def opened(library: Library, id: int) -> OpenArticle:
        gates[0].wait(30)
        return from_library(library, id)

    return opened


def hits_in(pilot: Pilot[None], count: int, word: str = "Water") -> tuple[Hit, ...]:
    """So many hits in the article that is read."""
    article = screen(pilot).article
    assert article.id is not None
    return tuple(hit(article.id, article.document.text[:], word, nth) for nth in range(count))


def answer(hits: tuple[Hit, ...], total: int = 0) -> Answer:
    return Answer(hits, total=total or len(hits))


# As one types ------------------------------------------------------------------------------------


async def test_a_better_answer_replaces_the_one_before_and_the_chosen_hit_stays(
    rivers: Path, fake: Fake, gates: list[Event]
) -> None:
    async with reading(rivers, size=(100, 40)) as pilot:
        hits = hits_in(pilot, 20)
        fake.answering = lambda _: [answer(hits[2:5]), gates[0], answer(hits)]
        await pilot.press("s", *"wat")
        await until(pilot, lambda: "3 hits" in panel(pilot)[1])
        await pilot.press("down")
        await until(pilot, lambda: "¶ 4" in chosen(pilot))
        line = next(n for n, words in enumerate(panel(pilot)) if words.startswith("▌"))
        gates[0].set()
        await until(pilot, lambda: "20 hits" in panel(pilot)[1])
        assert "¶ 4" in chosen(pilot)
        assert panel(pilot)[line].startswith("▌")


async def test_nothing_is_asked_before_the_third_letter_and_words_say_so(rivers: Path, fake: Fake) -> None:
    async with reading(rivers) as pilot:
        await press(pilot, "s", *"wa")
        assert fake.asked == []
        assert "type on" in panel(pilot)[1]
        assert "both words" in "\n".join(panel(pilot))
        await press(pilot, "t")
        assert [asked.query for asked in fake.asked] == ["wat"]


async def test_a_character_of_a_script_without_spaces_is_asked_at_once(rivers: Path, fake: Fake) -> None:
    async with reading(rivers) as pilot:
        await press(pilot, "s", "水")
        assert fake.asked == [Asked("水")]


async def test_enter_asks_even_for_one_letter(rivers: Path, fake: Fake) -> None:
    async with reading(rivers) as pilot:
        fake.answering = lambda _: [answer(hits_in(pilot, 1, "W"))]
        await press(pilot, "s", "W", "enter")
        assert not screen(pilot).searching
        assert screen(pilot).page.cursor == screen(pilot).article.document.text[:].index("W")


async def test_the_newest_query_cancels_the_one_before(rivers: Path, fake: Fake, gates: list[Event]) -> None:
    async with reading(rivers) as pilot:
        hits = hits_in(pilot, 4)
        fake.answering = lambda asked: [gates[0]] if asked.query == "wat" else [answer(hits)]
        await pilot.press("s", *"wate")
        await until(pilot, lambda: "4 hits" in panel(pilot)[1])
        await until(pilot, lambda: [asked.query for asked in fake.cancelled] == ["wat"])


async def test_enter_and_down_wait_for_the_hits_of_what_is_typed(
    rivers: Path, fake: Fake, gates: list[Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.asking._PATIENCE", 3600.0)
    async with reading(rivers) as pilot:
        old, new = hits_in(pilot, 5), hits_in(pilot, 5, "Paragraph")
        fake.answering = lambda asked: [answer(old)] if asked.query == "wat" else [gates[0], answer(new)]
        await press(pilot, "s", *"wat")
        await pilot.press("x", "down", "down", "enter")
        assert screen(pilot).searching
        assert "5 hits" in panel(pilot)[1]  # those of before, until the new ones are there
        gates[0].set()
        await until(pilot, lambda: not screen(pilot).searching)
        assert screen(pilot).page.cursor == new[2].start


async def test_a_search_that_takes_long_says_so_and_dims_what_is_old(
    rivers: Path, fake: Fake, gates: list[Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.asking._PATIENCE", 0.01)
    async with reading(rivers) as pilot:
        hits = hits_in(pilot, 5)
        fake.answering = lambda asked: [answer(hits)] if asked.query == "wat" else [gates[0], answer(hits)]
        await press(pilot, "s", *"wat")
        assert chosen(pilot)
        await pilot.press("x")
        await until(pilot, lambda: "searching…" in panel(pilot)[1])
        assert not chosen(pilot)
        assert any("Water" in line for line in panel(pilot))


async def test_a_search_that_takes_long_lets_enter_go_to_the_best_there_is(
    rivers: Path, fake: Fake, gates: list[Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.asking._PATIENCE", 0.01)
    async with reading(rivers) as pilot:
        hits = hits_in(pilot, 5)
        fake.answering = lambda _: [gates[0], answer(hits), gates[1]]
        await pilot.press("s", *"wat", "enter")
        await until(pilot, lambda: "searching…" in panel(pilot)[1])
        gates[0].set()
        await until(pilot, lambda: not screen(pilot).searching)
        assert screen(pilot).page.cursor == hits[0].start


async def test_the_panel_may_be_closed_while_it_searches(
    rivers: Path, fake: Fake, gates: list[Event]
) -> None:
    async with reading(rivers) as pilot:
        fake.answering = lambda _: [gates[0]]
        before = shown(pilot)[:-1]
        await pilot.press("s", *"wat", "enter", "escape")
        await until(pilot, lambda: bool(fake.cancelled))
        await settled(pilot)
        assert shown(pilot)[:-1] == before
        await press(pilot, "j")
        assert shown(pilot)[:-1] != before


async def test_a_search_that_fails_says_so_and_is_logged(
    rivers: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(asked: Asked) -> list[Answer | Event]:
        raise ZeroDivisionError(asked.query)

    async with reading(rivers) as pilot:
        monkeypatch.setattr(fake, "answering", fail)
        await press(pilot, "s", *"wat")
        assert "the search failed" in panel(pilot)[1]
        assert "Something failed (wat)" in two_lines(pilot)
        assert "ZeroDivisionError" in Home.here().log.read_text("utf-8")
        monkeypatch.setattr(fake, "answering", lambda _: [answer(hits_in(pilot, 2))])
        await press(pilot, "e", "enter")
        assert not screen(pilot).searching


# What is said ------------------------------------------------------------------------------------


async def test_an_empty_prompt_lists_the_language_and_so_does_a_question_mark(
    rivers: Path, fake: Fake
) -> None:
    async with reading(rivers) as pilot:
        fake.answering = lambda _: [answer(hits_in(pilot, 2))]
        await press(pilot, "s")
        language = panel(pilot)[2:]
        assert any('"rising tide"' in line and "word for word" in line for line in language)
        await press(pilot, "?")
        assert panel(pilot)[2:] == language
        await press(pilot, "backspace", *"wat")
        assert "word for word" not in "\n".join(panel(pilot))
        await press(pilot, "ctrl+u")
        assert panel(pilot)[2:] == language


async def test_an_empty_answer_is_certain_and_leaves_no_mark_of_another(rivers: Path, fake: Fake) -> None:
    async with reading(rivers) as pilot:
        hits = hits_in(pilot, 2)
        fake.answering = lambda asked: [answer(hits if asked.query == "wat" else ())]
        await press(pilot, "s", *"watx")
        assert "0 hits" in panel(pilot)[1]
        assert "0 for watx in 1 article" in panel(pilot)[2]
        assert screen(pilot).page._marks.current is None


async def test_what_is_not_certain_is_not_called_so(rivers: Path, fake: Fake) -> None:
    async with reading(rivers) as pilot:
        fake.answering = lambda _: [Answer((), complete=False)]
        await press(pilot, "s", *"wat")
        assert "not all of the library" in panel(pilot)[2]


async def test_a_faulty_query_says_what_is_wrong(rivers: Path, fake: Fake) -> None:
    async with reading(rivers) as pilot:
        hits = hits_in(pilot, 2)
        fake.answering = lambda _: [Answer(hits, ("The bracket is not closed.",), total=2)]
        await press(pilot, "s", *"wat")
        assert panel(pilot)[2] == "The bracket is not closed."


async def test_a_correction_is_said_and_tab_takes_it_back(rivers: Path, fake: Fake) -> None:
    async with reading(rivers, size=(120, 30)) as pilot:
        hits = hits_in(pilot, 3)
        corrected = Answer(hits, total=3, corrected=(("watr", "water"),))
        fake.answering = lambda asked: [Answer(()) if asked.literally else corrected]
        await press(pilot, "s", *"watr")
        assert panel(pilot)[2] == "0 for watr · 3 for water · Tab: exact"
        await press(pilot, "tab")
        assert panel(pilot)[2] == "0 for watr in 1 article · Tab: corrected"
        assert fake.asked[-1] == Asked("watr", literally=True)
        await press(pilot, "tab")
        assert panel(pilot)[2].startswith("0 for watr · 3 for water")
        assert screen(pilot).search_panel.query_one(Input).has_focus


async def test_hits_in_several_articles_are_counted_so(rivers: Path, fake: Fake, tmp_path: Path) -> None:
    async with reading(write(tmp_path, "flood.txt", HEADLESS)):
        pass
    async with reading(rivers) as pilot:
        library = screen(pilot).services.library
        assert library is not None
        first = min(article.id for article in library.articles())
        other = hit(first, HEADLESS, "keeper", title="The Flood")
        hits = (*hits_in(pilot, 2), other)
        fake.answering = lambda _: [answer(hits)]
        await press(pilot, "s", *"wat")
        assert panel(pilot)[1].endswith("3 hits in 2 articles")
        fake.answering = lambda _: [answer(hits, total=143)]
        await press(pilot, "e")
        assert panel(pilot)[1].endswith("3 of 143")


# Going on ----------------------------------------------------------------------------------------


async def test_beyond_the_last_hit_more_are_asked_for(rivers: Path, fake: Fake) -> None:
    async with reading(rivers) as pilot:
        hits = hits_in(pilot, 100)
        fake.answering = lambda asked: [answer(hits[: asked.limit], total=100)]
        await press(pilot, "s", *"wat", *["pagedown"] * 4)
        assert [asked.limit for asked in fake.asked] == [20, 60]
        assert "60 of 100" in panel(pilot)[1]
        assert f"¶ {21}" in chosen(pilot)
        assert screen(pilot).page.cursor == hits[20].start
        await press(pilot, *["pagedown"] * 20)
        assert [asked.limit for asked in fake.asked] == [20, 60, 200]
        assert screen(pilot).page.cursor == hits[99].start


async def test_fewer_hits_never_take_the_place_of_more(rivers: Path, fake: Fake, gates: list[Event]) -> None:
    async with reading(rivers) as pilot:
        hits = hits_in(pilot, 40)
        fake.answering = lambda asked: (
            [answer(hits[:20], total=40)]
            if asked.limit == 20
            else [answer(hits[:3], total=3), gates[0], answer(hits, total=40)]
        )
        await press(pilot, "s", *"wat", *["pagedown"] * 3)
        await pilot.press("pagedown", "down", "up")
        await until(pilot, lambda: len(fake.asked) == 2)
        await pilot.pause()
        assert "20 of 40" in panel(pilot)[1]
        gates[0].set()
        await until(pilot, lambda: "40 hits" in panel(pilot)[1])
        await until(pilot, lambda: screen(pilot).page.cursor == hits[20].start)


async def test_the_wheel_scrolls_and_asks_for_more_at_the_end(rivers: Path, fake: Fake) -> None:
    async with reading(rivers) as pilot:
        hits = hits_in(pilot, 30)
        fake.answering = lambda asked: [answer(hits[: asked.limit], total=30)]
        await press(pilot, "s", *"wat")
        found = screen(pilot).query_one(HitList)
        here = screen(pilot).page.cursor
        wheel = events.MouseScrollDown(found, 1, 1, 0, 1, 0, False, False, False, 50, 20)
        found.post_message(wheel)
        await settled(pilot)
        assert found.scroll_y > 0
        for _ in range(200):
            found.post_message(events.MouseScrollDown(found, 1, 1, 0, 1, 0, False, False, False, 50, 20))
        await settled(pilot)
        assert fake.asked[-1].limit == 60
        assert screen(pilot).page.cursor == here


async def test_a_click_stays_at_the_hit(rivers: Path, fake: Fake) -> None:
    async with reading(rivers, size=(100, 40)) as pilot:
        hits = hits_in(pilot, 5)
        fake.answering = lambda _: [answer(hits)]
        await press(pilot, "s", *"wat")
        lines = panel(pilot)
        at = next(n for n, line in enumerate(lines) if "¶ 3" in line)
        await pilot.click(SearchPanel, offset=(5, at))
        await settled(pilot)
        assert not screen(pilot).searching
        assert screen(pilot).page.cursor == hits[2].start


async def test_grouping_is_switched_and_remembered(rivers: Path, fake: Fake, tmp_path: Path) -> None:
    async with reading(write(tmp_path, "flood.txt", HEADLESS)):
        pass
    async with reading(rivers, size=(120, 40)) as pilot:
        library = screen(pilot).services.library
        assert library is not None
        other = hit(min(one.id for one in library.articles()), HEADLESS, "keeper", title="The Flood")
        first, second = hits_in(pilot, 2)
        fake.answering = lambda _: [answer((first, other, second))]
        await press(pilot, "s", *"wat")
        grouped = "\n".join(panel(pilot))
        assert grouped.count("On Rivers") == 1
        assert "On Rivers  2021-03-04 · 2 hits" in grouped
        assert grouped.index("¶ 2") < grouped.index("The Flood")
        await press(pilot, "down", "ctrl+g")
        ranked = "\n".join(panel(pilot))
        assert ranked.count("On Rivers") == 2
        assert "¶ 2 · 2021-03-04" in chosen(pilot)
        assert ranked.index("The Flood") < ranked.index("¶ 2")
    assert not load(Home.here())[0].grouped
    async with reading(rivers, size=(120, 40)) as pilot:
        await press(pilot, "s", *"wat")
        assert "\n".join(panel(pilot)).count("On Rivers") == 2


# Staying, returning, coming back -----------------------------------------------------------------


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    return write(tmp_path, "flood.txt", HEADLESS)


async def both(pilot: Pilot[None], flood: Path) -> tuple[Hit, ...]:
    """Two hits in the article that is read, and one in another that the library has."""
    library = screen(pilot).services.library
    assert library is not None
    other = next(one for one in library.articles() if one.path == flood)
    return (*hits_in(pilot, 2), hit(other.id, library.document(other.id).text, "northern", title="The Flood"))


async def test_escape_returns_to_the_very_line_from_another_article(
    rivers: Path, flood: Path, fake: Fake
) -> None:
    async with reading(flood):
        pass
    async with reading(rivers) as pilot:
        hits = await both(pilot, flood)
        fake.answering = lambda _: [answer(hits)]
        await press(pilot, "space", "j", "}")
        before, cursor, article = shown(pilot)[:-1], screen(pilot).page.cursor, screen(pilot).article
        await press(pilot, "s", *"wat", "down", "down")
        assert screen(pilot).article.document.format == "text"
        await press(pilot, "escape")
        assert screen(pilot).article.document is article.document
        assert (shown(pilot)[:-1], screen(pilot).page.cursor) == (before, cursor)


async def test_who_leaves_while_looking_at_hits_comes_back_to_where_he_read(
    rivers: Path, flood: Path, fake: Fake
) -> None:
    async with reading(flood):
        pass
    async with reading(rivers) as pilot:
        hits = await both(pilot, flood)
        fake.answering = lambda _: [answer(hits)]
        await press(pilot, ":", *"12", "enter")
        here, id = screen(pilot).page.cursor, screen(pilot).article.id
        library = screen(pilot).services.library
        await press(pilot, "s", *"wat", "down", "down", "ctrl+q")
    assert library is not None
    assert id is not None
    assert library.article(id).place == here
    assert library.article(int(hits[2].article)).place == 0


async def test_n_goes_on_through_the_hits_across_articles(rivers: Path, flood: Path, fake: Fake) -> None:
    async with reading(flood):
        pass
    async with reading(rivers, size=(120, 30)) as pilot:
        hits = await both(pilot, flood)
        fake.answering = lambda _: [answer(hits)]
        await press(pilot, "s", *"wat", "enter")
        assert foot(pilot).startswith("1/3 · n N")
        assert screen(pilot).page._marks.current == hits[0].marks[0]
        assert hits[1].marks[0] in screen(pilot).page._marks.hits
        await press(pilot, "n")
        assert foot(pilot) == "2/3 · On Rivers"
        assert screen(pilot).page.cursor == hits[1].start
        await press(pilot, "n")
        assert foot(pilot) == "3/3 · The Flood"
        assert screen(pilot).article.document.text[:][screen(pilot).page.cursor :].startswith("northern")
        await press(pilot, "n")
        assert foot(pilot) == "1/3 · On Rivers"
        await press(pilot, "N")
        assert foot(pilot) == "3/3 · The Flood"
        await press(pilot, "escape")
        assert screen(pilot).page._marks.current is None
        await press(pilot, "/", *"keeper", "enter", "n")
        assert foot(pilot).startswith("1/3 · The river had risen")
        assert screen(pilot).article.document.format == "text"
        await press(pilot, "escape", "n")
        assert foot(pilot).startswith("Nothing was looked for yet")


async def test_keys_after_n_are_for_the_article_that_it_leads_to(
    rivers: Path,
    flood: Path,
    fake: Fake,
    gates: list[Event],
    slow_opening: Callable[[Library, int], OpenArticle],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with reading(flood):
        pass
    async with reading(rivers, size=(120, 30)) as pilot:
        hits = await both(pilot, flood)
        fake.answering = lambda _: [answer(hits)]
        await press(pilot, "s", *"wat", "down", "enter")
        monkeypatch.setattr("tui.searching.from_library", slow_opening)
        await pilot.press("n", "V", "V")
        assert screen(pilot).choice is None
        gates[0].set()
        await until(pilot, lambda: screen(pilot).choice is not None)
        await settled(pilot)
        assert screen(pilot).article.document.format == "text"
        assert "northern" in (choice := screen(pilot).choice).document.text[choice.start : choice.end]  # type: ignore[union-attr]  # waited for


async def test_n_takes_it_that_all_hits_are_gone(rivers: Path, fake: Fake) -> None:
    async with reading(rivers) as pilot:
        hits = hits_in(pilot, 20)
        fake.answering = lambda asked: [answer(hits, total=30) if asked.limit == 20 else Answer(())]
        await press(pilot, "s", *"wat", "enter", *["n"] * 20)
        assert fake.asked[-1].limit == 60
        await press(pilot, "V")
        assert screen(pilot).choice is not None


async def test_escape_need_not_wait_for_n(
    rivers: Path,
    flood: Path,
    fake: Fake,
    gates: list[Event],
    slow_opening: Callable[[Library, int], OpenArticle],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with reading(flood):
        pass
    async with reading(rivers, size=(120, 30)) as pilot:
        hits = await both(pilot, flood)
        fake.answering = lambda _: [answer(hits)]
        await press(pilot, "s", *"wat", "down", "enter")
        monkeypatch.setattr("tui.searching.from_library", slow_opening)
        await pilot.press("n", "q", "escape", "V")
        await until(pilot, lambda: screen(pilot).choice is not None)
        gates[0].set()
        await settled(pilot)
        assert screen(pilot).article.document.format == "markdown"


async def test_n_asks_for_more_after_the_last_hit(rivers: Path, fake: Fake) -> None:
    async with reading(rivers) as pilot:
        hits = hits_in(pilot, 30)
        fake.answering = lambda asked: [answer(hits[: asked.limit], total=30)]
        await press(pilot, "s", *"wat", "enter", *["n"] * 20)
        assert fake.asked[-1].limit == 60
        assert foot(pilot) == "21/30 · On Rivers"
        assert screen(pilot).page.cursor == hits[20].start


async def test_the_last_results_reopen_with_their_place(rivers: Path, flood: Path, fake: Fake) -> None:
    async with reading(flood):
        pass
    async with reading(rivers, size=(100, 30)) as pilot:
        hits = hits_in(pilot, 12)
        fake.answering = lambda _: [answer(hits)]
        await press(pilot, "s", *"wat", *["down"] * 8)
        searching = panel(pilot)
        await press(pilot, "enter", "L", "down", "enter")
        assert screen(pilot).article.document.format == "text"
        before = shown(pilot)[:-1]
        await press(pilot, "S")
        assert panel(pilot) == searching
        assert screen(pilot).page.cursor == hits[8].start
        await press(pilot, "escape")
        assert shown(pilot)[:-1] == before
        await press(pilot, "s", "escape", "S")
        assert panel(pilot) == searching


async def test_there_may_be_no_last_search(rivers: Path, fake: Fake) -> None:
    async with reading(rivers) as pilot:
        await press(pilot, "S")
        assert foot(pilot).startswith("Nothing was searched for yet")
        assert fake.asked == []


async def test_a_search_that_was_left_before_its_answer_is_asked_again(
    rivers: Path, fake: Fake, gates: list[Event]
) -> None:
    async with reading(rivers) as pilot:
        hits = hits_in(pilot, 2)
        fake.answering = lambda _: [gates[0], answer(hits)]
        await pilot.press("s", *"wat", "escape")
        gates[0].set()
        await press(pilot, "S")
        assert "2 hits" in panel(pilot)[1]


async def test_an_article_that_is_gone_is_said_to_be(rivers: Path, flood: Path, fake: Fake) -> None:
    async with reading(flood):
        pass
    async with reading(rivers) as pilot:
        hits = await both(pilot, flood)
        fake.answering = lambda _: [answer(hits[2:])]
        library = screen(pilot).services.library
        assert library is not None
        library.remove(int(hits[2].article))
        await press(pilot, "s", *"wat")
        assert foot(pilot).startswith("This article is not in the library any more")
        await press(pilot, "enter", "escape", "j")
        assert not screen(pilot).searching


async def test_words_that_moved_in_a_changed_file_are_found_again(
    rivers: Path, flood: Path, fake: Fake
) -> None:
    async with reading(flood):
        pass
    async with reading(rivers) as pilot:
        hits = await both(pilot, flood)
        fake.answering = lambda _: [answer(hits[2:])]
        write(flood.parent, flood.name, HEADLESS.replace("The river had", "In those days the river had"))
        await press(pilot, "s", *"wat")
        page = screen(pilot).page
        assert screen(pilot).article.document.text[:][page.cursor :].startswith("northern")
        assert page._marks.current == (page.cursor, page.cursor + len("northern"))


async def test_words_that_are_gone_from_a_changed_file_are_said_to_be(
    rivers: Path, flood: Path, fake: Fake
) -> None:
    async with reading(flood):
        pass
    async with reading(rivers) as pilot:
        hits = await both(pilot, flood)
        fake.answering = lambda _: [answer(hits[2:])]
        write(flood.parent, flood.name, HEADLESS.replace("northern", "southern"))
        await press(pilot, "s", *"wat", "enter")
        assert foot(pilot).startswith("The file has changed")
        assert screen(pilot).page._marks.current is None


async def test_a_click_on_the_page_stays_there(rivers: Path, fake: Fake) -> None:
    async with reading(rivers) as pilot:
        fake.answering = lambda _: [answer(hits_in(pilot, 3))]
        await press(pilot, "s", *"wat", "down")
        await pilot.click("#page", offset=(30, 3))
        await settled(pilot)
        assert not screen(pilot).searching
        assert screen(pilot).page.has_focus
        await press(pilot, "<")
        assert screen(pilot).page.cursor == 0


# Keys --------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("fake")
async def test_what_is_pasted_becomes_one_line(rivers: Path) -> None:
    async with reading(rivers) as pilot:
        await press(pilot, "s")
        pilot.app.post_message(events.Paste("the upper\n  gate\t\x1b[31m\nopened"))
        await settled(pilot)
        assert screen(pilot).search_panel.query_one(Input).value == "the upper gate ␛[31m opened"


@pytest.mark.parametrize("size", [(20, 5), (30, 8), (59, 12), (80, 24), (200, 60)])
async def test_every_size_of_terminal_searches(
    rivers: Path, flood: Path, fake: Fake, size: tuple[int, int]
) -> None:
    async with reading(flood):
        pass
    async with reading(rivers, size=size) as pilot:
        hits = await both(pilot, flood)
        fake.answering = lambda _: [answer(hits)]
        await press(pilot, "s")
        assert panel(pilot)[0 if size[1] < 12 else 1].startswith("s")
        await press(pilot, *"wat")
        assert chosen(pilot)
        await pilot.resize_terminal(100, 30)
        await pilot.resize_terminal(*size)
        await settled(pilot)
        assert chosen(pilot)
        await press(pilot, "down", "down", "enter")
        assert screen(pilot).article.document.format == "text"
        assert any("northern" in line for line in shown(pilot))


def test_every_key_of_the_panel_has_an_id_a_label_and_a_method() -> None:
    assert len({action.id for action in SEARCHING}) == len(SEARCHING)
    for action in SEARCHING:
        assert hasattr(SearchPanel, "action_" + action.run.partition("(")[0])
    assert all(binding.id and binding.tooltip for binding in SearchPanel.BINDINGS)  # type: ignore[union-attr]


async def test_help_shows_every_key_of_the_panel(rivers: Path) -> None:
    async with reading(rivers, size=(120, 140)) as pilot:
        await press(pilot, "?")
        lines = "\n".join(shown(pilot))
        assert "While searching the library" in lines
        assert all(action.label in lines for action in SEARCHING)
        assert "^g" in lines
