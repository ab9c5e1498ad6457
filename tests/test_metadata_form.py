"""The form of what is known of an article: every key, what is kept, and what is only said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Input

from corpus.editing import FIELDS, edited
from corpus.editing import shown as field_shown
from corpus.home import Home
from corpus.library import Library
from corpus.library.database import Database
from corpus.metadata import Metadata, Name
from tests.reading import HEADLESS, foot, press, reading, screen, settled, shown, until, write
from tests.test_csl_styles import NOTES
from tests.works import CHINESE, EIGHT, NEWS, UNTITLED
from tui.metadata_rows import form_rows, missed_fields, said_of, swapped_text, text_of
from tui.metadata_sheet import MetadataSheet

NEWS_FILE = """---
title: "The [bold]Flood[/bold]"
author:
  - {family: He, given: Jing, order: family-first}
  - Ana Ruiz
date: 2021-02-05
container-title: River Watch
---

The river had risen in the night. The keeper wrote the level into his book.

He went to wake the others.
"""
SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return write(tmp_path, "news.md", NEWS_FILE)


def lines(pilot: Pilot[None]) -> list[str]:
    """The lines of the form, without what the page shows beside it."""
    width = min(96, pilot.app.size.width)
    left = (pilot.app.size.width - width) // 2
    return [line[left + 3 : left + width - 3].strip() for line in shown(pilot)]


def row(pilot: Pilot[None], label: str) -> str:
    """The row that begins so."""
    return next((line for line in lines(pilot) if line.startswith(label)), "")


def known(pilot: Pilot[None]) -> Metadata:
    return screen(pilot).article.document.metadata


# Rows ---------------------------------------------------------------------------------------------


def test_what_is_usual_or_known_or_missed_has_a_row() -> None:
    labels = [row.field for row in form_rows(UNTITLED, {"title", "volume"}, everything=False)]
    assert labels == [
        *("title", "authors", "authors", "date", "container", "publisher", "url", "accessed", "type"),
        *("volume", "lang"),
    ]
    title = form_rows(UNTITLED, {"title"}, everything=False)[0]
    assert (title.value, title.missing) == ("", True)


def test_all_fields_have_a_row_when_everything_is_shown() -> None:
    assert {row.field for row in form_rows(Metadata(), (), everything=True)} == set(FIELDS)


def test_of_many_people_three_are_shown_and_how_many_others() -> None:
    values = [row.value for row in form_rows(EIGHT, (), everything=False) if row.field == "authors"]
    assert values[:1] + values[3:] == ["Ana Ruiz · family name Ruiz", "and 5 others"]
    assert sum(row.field == "authors" for row in form_rows(EIGHT, (), everything=True)) == 8


def test_a_value_says_where_it_came_from_and_how_far_it_may_be_believed() -> None:
    told = NEWS._replace(sources={"title": "the first heading", "date": "you"})
    rows = {row.field: row.source for row in form_rows(told, (), everything=False)}
    assert rows["title"] == "the first heading, guessed"
    assert rows["date"] == "you, confirmed"
    assert rows["url"] == ""


def test_what_a_style_misses_is_found_by_its_words() -> None:
    notes = (
        "title unknown",
        "author unknown",
        "no ¶ 3 (MLA counts none)",
        "container title unknown",
        "x unknown",
    )
    assert missed_fields(notes) == {"title", "authors", "container"}


def test_one_of_several_people_is_edited_alone() -> None:
    second = form_rows(NEWS, (), everything=False)[2]
    assert text_of(NEWS, second) == "*Fang* Yi"
    both = edited(NEWS, "authors", said_of(NEWS, second, "Ben Okoro; {River Watch}"))
    assert [name.as_published() for name in both.authors] == ["He Jing", "Ben Okoro", "River Watch"]
    assert edited(NEWS, "authors", said_of(NEWS, second, "")).authors == NEWS.authors[:1]


def test_swapping_a_name_leaves_its_words_in_their_order_and_twice_is_undone() -> None:
    first = form_rows(NEWS, (), everything=False)[1]
    swapped = swapped_text(NEWS, first)
    assert swapped is not None
    other = edited(NEWS, "authors", said_of(NEWS, first, swapped))
    assert (other.authors[0].as_published(), other.authors[0].family) == ("He Jing", "Jing")
    again = swapped_text(other, first)
    assert again is not None
    assert edited(other, "authors", said_of(other, first, again)).authors == NEWS.authors
    body = NEWS._replace(authors=(Name(literal="River Watch"),))
    assert swapped_text(body, form_rows(body, (), everything=False)[1]) is None


@given(st.sampled_from([NEWS, UNTITLED, EIGHT, CHINESE]), st.data())
def test_what_a_row_holds_kept_as_it_is_changes_nothing(metadata: Metadata, data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(form_rows(metadata, (), everything=True)))
    said = said_of(metadata, chosen, text_of(metadata, chosen))
    after = edited(metadata, chosen.field, said)
    assert getattr(after, chosen.field) == getattr(metadata, chosen.field)


# Editing ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_an_edit_is_seen_as_it_is_typed_and_kept_everywhere(news: Path, size: tuple[int, int]) -> None:
    async with reading(news, size=size) as pilot:
        await press(pilot, "m", "enter")
        field = pilot.app.screen.query_one("#field-input", Input)
        assert field.value == "The [bold]Flood[/bold]"
        assert row(pilot, "as published")
        await press(pilot, "ctrl+u", *"Ebb 河 ")
        assert any("Ruiz, “Ebb 河,” River Watch" in line for line in lines(pilot))
        assert known(pilot).title == "The [bold]Flood[/bold]"
        await press(pilot, "enter")
        assert row(pilot, "Title").split() == ["Title", "Ebb", "河", "you,", "confirmed"]
        await press(pilot, "escape")
        assert any("Ebb 河" in line for line in shown(pilot)[:5])
        assert known(pilot).title == "Ebb 河"
        await press(pilot, "L")
        assert any("Ebb 河" in line for line in shown(pilot))
        await press(pilot, "escape", "c")
    assert "“Ebb 河,”" in Home.here().last_clip.read_text("utf-8")
    assert "bold" in news.read_text("utf-8")
    with Library(Home.here().library) as library:
        assert library.articles()[0].title == "Ebb 河"
    async with reading(news) as pilot:
        assert known(pilot).title == "Ebb 河"


async def test_escape_leaves_a_field_as_it_was_and_then_the_form(news: Path) -> None:
    async with reading(news, size=(80, 24)) as pilot:
        await press(pilot, "m", "enter", *"xyzq", "escape")
        assert isinstance(pilot.app.screen, MetadataSheet)
        assert row(pilot, "Title").startswith("Title        The [bold]Flood[/bold]")
        assert not any("xyzq" in line for line in lines(pilot))
        await press(pilot, "escape")
        assert len(pilot.app.screen_stack) == 1
        assert known(pilot).sources["title"] == "front matter"
        await press(pilot, "m", "q")
        assert len(pilot.app.screen_stack) == 1


async def test_what_is_wrong_is_said_under_the_row_and_nothing_typed_is_lost(news: Path) -> None:
    async with reading(news, size=(80, 24)) as pilot:
        await press(pilot, "m", "j", "j", "down", "enter", "backspace", "backspace", *"32", "enter")
        at = lines(pilot).index("Date         2021-02-32")
        assert lines(pilot)[at + 1].startswith("“2021-02-32” is no date: write 2021-02-05")
        assert not any("February 3," in line for line in lines(pilot)), "what 2021-02-3 would make"
        await press(pilot, "backspace", "backspace", *"28", "enter")
        assert row(pilot, "Date").split()[:2] == ["Date", "2021-02-28"]


async def test_a_name_is_swapped_and_taken_back(news: Path) -> None:
    async with reading(news, size=(80, 24)) as pilot:
        await press(pilot, "m", "s")
        assert "move to an author" in lines(pilot)[-1]
        await press(pilot, "j", "s")
        assert row(pilot, "Authors").startswith("Authors      He Jing · family name Jing")
        assert [name.as_published() for name in known(pilot).authors] == ["He Jing", "Ana Ruiz"]
        await press(pilot, "u")
        assert row(pilot, "Authors").startswith("Authors      He Jing · family name He ")
        assert known(pilot).sources["authors"] == "front matter"
        await press(pilot, "u")
        assert "Nothing was changed here" in lines(pilot)[-1]


async def test_people_are_edited_on_one_line(news: Path) -> None:
    async with reading(news, size=(80, 24)) as pilot:
        await press(pilot, "m", "j", "a")
        field = pilot.app.screen.query_one("#field-input", Input)
        assert field.value == "*He* Jing; Ana Ruiz"
        await press(pilot, *"; Ben Okoro; {Lock and Sons}", "enter")
        assert [name.as_published() for name in known(pilot).authors][2:] == ["Ben Okoro", "Lock and Sons"]
        assert row(pilot, "Lock and Sons · a body")


async def test_all_fields_fold_away_again_and_the_list_scrolls(news: Path) -> None:
    async with reading(news, size=(80, 24)) as pilot:
        await press(pilot, "m")
        usual = lines(pilot)
        assert not row(pilot, "ISBN")
        await press(pilot, "+")
        assert lines(pilot)[0].endswith("more below")
        await press(pilot, *["pagedown"] * 3)
        assert row(pilot, "Language")
        assert lines(pilot)[0] == "What is known of this article · Markdown"
        await press(pilot, *["k"] * 7, "enter", *"123", "enter")
        assert "“123” is no ISBN: it has ten or thirteen figures." in " ".join(lines(pilot))
        await press(pilot, "escape", "b", "b", "b", "+")
        assert lines(pilot) == usual


async def test_what_the_style_asks_for_and_misses_is_marked(tmp_path: Path) -> None:
    async with reading(write(tmp_path, "flood.txt", HEADLESS), size=(80, 24)) as pilot:
        await press(pilot, "m")
        assert row(pilot, "▪").split() == "▪ Title unknown, and the style asks for it".split()
        assert "the editor’s note, likely" in row(pilot, "Authors")
        await press(pilot, "enter", *"Flood", "enter")
        assert not row(pilot, "▪")


async def test_another_style_is_chosen_from_the_form(news: Path) -> None:
    async with reading(news, size=(80, 24)) as pilot:
        await press(pilot, "m", "e", *"apa", "enter")
        assert isinstance(pilot.app.screen, MetadataSheet)
        assert any("APA" in line for line in lines(pilot))
        await press(pilot, "escape")
        assert screen(pilot).services.settings.style == "apa"


async def test_a_slow_style_follows_when_the_reader_pauses(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.citation_preview._PAUSE", 0.001)
    folder = Home.here().styles
    folder.mkdir(parents=True)
    (folder / "lock.csl").write_text(NOTES.replace("<macro", "<ma cro"), encoding="utf-8")
    async with reading(news, size=(80, 24)) as pilot:
        screen(pilot).services.change(style=str(folder / "lock.csl"))
        await press(pilot, "m")
        await until(pilot, lambda: any("is no CSL style" in line for line in lines(pilot)))


async def test_keys_that_are_typed_at_once_arrive_in_their_order(news: Path) -> None:
    async with reading(news, size=(80, 24)) as pilot:
        await pilot.press(
            "m", "j", "j", "j", "j", "enter", *" 2", "enter", "j", "enter", *"Press", "enter", "q", "}"
        )
        await settled(pilot)
        assert (known(pilot).container, known(pilot).publisher) == ("River Watch 2", "Press")
        assert screen(pilot).article.document.paragraph_at(screen(pilot).page.cursor) == 2


async def test_the_mouse_chooses_a_row_edits_it_and_turns(news: Path) -> None:
    async with reading(news, size=(80, 24)) as pilot:
        await press(pilot, "m")
        await pilot.click("#fields", offset=(10, 4))
        await settled(pilot)
        await pilot.click("#fields", offset=(10, 4))
        await settled(pilot)
        assert pilot.app.screen.query_one("#field-input", Input).value == "River Watch"


async def test_what_is_pasted_is_harmless(news: Path) -> None:
    async with reading(news, size=(80, 24)) as pilot:
        await press(pilot, "m", "enter")
        pilot.app.screen.query_one("#field-input", Input).value = "A\x1b[2J\u202eB"
        await press(pilot, "enter")
        assert known(pilot).title == "A␛[2J⟨RLO⟩B"


async def test_the_page_stays_where_it_was_and_so_does_a_choice(news: Path) -> None:
    async with reading(news, size=(80, 24)) as pilot:
        await press(pilot, "}", "}", "v", "m", "enter", *" again", "enter", "escape")
        assert screen(pilot).article.document.paragraph_at(screen(pilot).page.cursor) == 2
        assert screen(pilot).choice is not None
        await press(pilot, "escape", "G", "<")
        assert known(pilot).title == "The [bold]Flood[/bold] again"


# Where nothing is kept ----------------------------------------------------------------------------


async def test_read_privately_it_is_known_until_one_leaves(news: Path) -> None:
    async with reading(news, size=(80, 24), private=True) as pilot:
        await press(pilot, "m")
        assert lines(pilot)[-1] == "reading privately, this is kept until you leave"
        await press(pilot, "enter", *" again", "enter", "escape", "m")
        assert row(pilot, "Title").split()[-2:] == ["you,", "confirmed"]
        await press(pilot, "u")
        assert known(pilot).title == "The [bold]Flood[/bold]"
        await press(pilot, "enter", *" again", "enter", "escape", "c")
    assert "again,”" in Home.here().last_clip.read_text("utf-8")
    with Library(Home.here().library) as library:
        assert library.articles() == []


async def test_a_library_that_cannot_be_written_says_so_and_loses_nothing(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(news, size=(80, 24)) as pilot:
        await press(pilot, "m", "enter", *" again")
        monkeypatch.setattr(Database, "renewing", Database.changing)
        library = screen(pilot).services.library
        assert library is not None
        library.close()
        await press(pilot, "enter")
        assert any("The library" in line for line in lines(pilot))
        assert pilot.app.screen.query_one("#field-input", Input).value.endswith("again")


async def test_what_was_said_before_the_library_had_the_article_is_kept_then(news: Path) -> None:
    async with reading(news, size=(80, 24)) as pilot:
        reader = screen(pilot)
        reader.article = reader.article._replace(id=None)  # as it is while a large file is being read
        await press(pilot, "m", "enter", *" again", "enter", "escape")
        assert reader.article.id is not None
    with Library(Home.here().library) as library:
        assert library.articles()[0].title == "The [bold]Flood[/bold] again"


async def test_what_was_said_of_the_beginning_of_an_article_holds_for_all_of_it(news: Path) -> None:
    async with reading(news, size=(80, 24), private=True) as pilot:
        reader = screen(pilot)
        whole = reader.article
        await press(pilot, "m", "enter", *" again", "enter", "escape")
        reader.complete(whole)
        await settled(pilot)
        assert known(pilot).title == "The [bold]Flood[/bold] again"
        assert any("again" in line for line in shown(pilot)[:5])


@pytest.mark.parametrize("size", [(20, 5), (40, 10), (60, 16), (200, 60)])
async def test_every_size_of_terminal_can_correct(news: Path, size: tuple[int, int]) -> None:
    async with reading(news, size=size) as pilot:
        await press(pilot, "m", "+", "space", "k", "b", "g", "enter", *" again", "enter", "q")
        assert known(pilot).title == "The [bold]Flood[/bold] again"
        assert field_shown(known(pilot), "title").endswith("again")


async def test_resizing_keeps_the_line_to_type_in_at_its_row(news: Path) -> None:
    async with reading(news, size=(80, 24)) as pilot:
        await press(pilot, "m", "j", "j", "j", "enter")
        await pilot.resize_terminal(100, 40)
        await settled(pilot)
        assert row(pilot, "Date").split() == ["Date", "2021-02-05"]
        assert foot(pilot)


async def test_an_encoding_that_was_guessed_wrong_is_corrected_and_taken_back(tmp_path: Path) -> None:
    words = "Река поднялась ночью, и смотритель шлюза записал уровень воды в свою книгу.\n" * 3
    path = tmp_path / "river.txt"
    path.write_bytes(words.encode("koi8-r"))
    async with reading(path, size=(100, 40)) as pilot:
        reader = screen(pilot)
        first = reader.article
        assert first.read_as == "koi8-r"
        last_row = ("m", "space", "space")
        await press(pilot, *last_row, "enter", "ctrl+u", *"klingon", "enter")
        assert any("There is no encoding “klingon”" in line for line in lines(pilot))
        await press(pilot, "ctrl+u", *"windows-1251", "enter")
        await until(pilot, lambda: reader.article.read_as == "cp1251")
        await settled(pilot)
        assert "Read again as windows-1251." in foot(pilot)
        assert reader.article.document.text[:5] == words[:5].encode("koi8-r").decode("cp1251")
        reader._read_anew(first, first)  # as if one had gone elsewhere meanwhile
        assert reader.article.read_as == "cp1251"
        await press(pilot, *last_row)
        (told,) = (line.split() for line in lines(pilot) if "Encoding" in line)
        assert told[-2:] == ["windows-1251", "you"]
        await press(pilot, "u")
        await until(pilot, lambda: reader.article.read_as == "koi8-r")
        await settled(pilot)
    with Library(Home.here().library) as library:
        assert [article.encoding for article in library.articles()] == [""]
