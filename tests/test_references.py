"""Pasting a reference at the colon: it leads there, to a choice, or to a sentence; keys wait meanwhile."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from corpus.document import Document
from corpus.errors import NoSuchPlace
from corpus.home import Home
from corpus.library import Library
from corpus.opening import open_path
from corpus.tracing.traced import Destination
from tests.reading import HEADLESS, STRUCTURED, foot, press, reading, screen, settled, shown, until, write
from tests.references import Fake, destination, fake
from tui.destination_choice import DestinationChoice
from tui.pasted import MOST

__all__ = ["fake"]
CITATION = "(Ruiz & Okoro, 2021, para. 3)"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return write(tmp_path, "headless.txt", HEADLESS)


@pytest.fixture
def document(article: Path) -> Document:
    return open_path(article)


async def paste(pilot: Pilot[None], text: str, *keys: str) -> None:
    """Paste at the colon, and go on with keys."""
    await press(pilot, "colon")
    pilot.app.post_message(Paste(text))
    await settled(pilot)
    await press(pilot, *(keys or ("enter",)))


def said(pilot: Pilot[None]) -> str:
    return " ".join(line.strip() for line in shown(pilot)[-2:] if "│" not in line)


def kept(path: Path) -> int:
    with Library(Home.here().library) as library:
        return library.remember(open_path(path), str(path), size=1, mtime_ns=1).id


# Going there -------------------------------------------------------------------------------------


async def test_what_is_pasted_leads_to_the_place_and_back(
    article: Path, document: Document, fake: Fake
) -> None:
    fake.leading = lambda _: [destination(document, "First, the upper gate")]
    async with reading(article, size=(100, 12), private=True) as pilot:
        page = screen(pilot).page
        await paste(pilot, CITATION)
        assert foot(pilot) == f"{CITATION} · ¶ 3 · < goes back"
        assert page.cursor == document.text.index("First, the upper gate")
        assert page.has_focus
        await press(pilot, "less_than_sign")
        assert page.cursor == 0


async def test_lines_that_are_pasted_are_one_line_at_the_prompt_and_lines_where_they_are_looked_up(
    article: Path, fake: Fake
) -> None:
    async with reading(article, private=True) as pilot:
        await paste(pilot, "“The river had\nrisen in the night.”\n\x1b[201~(Ruiz, 2021)", "end")
        assert "The river had risen in the night.” ␛[201~(Ruiz, 2021)" in foot(pilot)
        await press(pilot, "enter")
        assert fake.traced == ["“The river had\nrisen in the night.”\n␛[201~(Ruiz, 2021)"]


async def test_what_was_edited_after_it_was_pasted_is_meant_as_it_stands_and_places_are_places(
    article: Path, fake: Fake
) -> None:
    async with reading(article, private=True) as pilot:
        for place in ("3", "50%", "p4", "[2]", " "):
            await paste(pilot, place)
        assert fake.traced == []
        await paste(pilot, "(Ruiz,\n2021)", "backspace", "enter")
        assert fake.traced == ["(Ruiz, 2021"]


async def test_another_article_is_opened_and_named(tmp_path: Path, article: Path, fake: Fake) -> None:
    other = write(tmp_path, "rivers.md", STRUCTURED)
    id = kept(other)
    words = "Paragraph 4.1 of the river."
    fake.leading = lambda _: [destination(open_path(other), words, article=id, certainty="likely")]
    async with reading(article, private=True) as pilot:
        await paste(pilot, CITATION)
        reader = screen(pilot)
        assert reader.article.id == id
        assert reader.page.cursor == reader.article.document.text[:].index(words)
        assert said(pilot) == f"{CITATION} · ¶ 3 · On Rivers · author and year · < goes back"
        await press(pilot, "less_than_sign")
        assert reader.article.path == article


async def test_a_file_that_changed_is_looked_up_anew(tmp_path: Path, article: Path, fake: Fake) -> None:
    other = write(tmp_path, "rivers.md", STRUCTURED)
    id, words = kept(other), "Paragraph 4.1 of the river."
    before = open_path(other)
    other.write_text("# New beginning\n\n" + STRUCTURED, encoding="utf-8")

    def leading(_: str) -> list[Destination]:
        now = before if len(fake.traced) == 1 else open_path(other)
        return [destination(now, words, article=id)]

    fake.leading = leading
    async with reading(article, private=True) as pilot:
        await paste(pilot, CITATION)
        page = screen(pilot).page
        assert screen(pilot).article.document.text[page.cursor :].startswith(words)


async def test_an_article_that_is_gone_is_said(article: Path, document: Document, fake: Fake) -> None:
    fake.leading = lambda _: [destination(document, "The river", article=77)._replace(start=None)]
    async with reading(article, private=True) as pilot:
        await paste(pilot, CITATION)
        assert "not in the library any more" in foot(pilot)


async def test_a_citation_without_a_place_stays_in_the_article_that_it_names(
    article: Path, document: Document, fake: Fake
) -> None:
    there = destination(document, "The river")
    fake.leading = lambda _: [there._replace(start=None, end=None, place="")]
    async with reading(article, private=True) as pilot:
        await press(pilot, "G")
        cursor = screen(pilot).page.cursor
        await paste(pilot, CITATION)
        assert foot(pilot) == f"{CITATION} · it names no place · this article"
        assert screen(pilot).page.cursor == cursor


# Nowhere, and several ----------------------------------------------------------------------------


async def test_what_leads_nowhere_or_cannot_be_looked_up_is_said(article: Path, fake: Fake) -> None:
    def fail(_: str) -> list[Destination]:
        raise NoSuchPlace("The library is away.")

    kept(article)
    async with reading(article, private=True) as pilot:
        await paste(pilot, "(Nobody, 1999)")
        assert "leads nowhere in this article, the only one in the library: paste" in said(pilot)
        await paste(pilot, "word " * 1_000_000)
        assert f"longer than {MOST:,} characters" in said(pilot)
        assert fake.traced == ["(Nobody, 1999)"]
        fake.leading = fail
        await paste(pilot, CITATION)
        assert foot(pilot) == "The library is away."
        assert screen(pilot).page.cursor == 0
        await press(pilot, "j")
        assert foot(pilot) != "The library is away."


async def test_one_that_is_sure_needs_no_choice(article: Path, document: Document, fake: Fake) -> None:
    words = "First, the upper gate"
    fake.leading = lambda _: [
        destination(document, words),
        destination(document, "Second, the boats", certainty="possible"),
    ]
    async with reading(article, private=True) as pilot:
        await paste(pilot, CITATION)
        assert screen(pilot).page.cursor == document.text.index(words)


async def test_several_are_shown_and_one_is_chosen(article: Path, document: Document, fake: Fake) -> None:
    fake.leading = lambda _: [
        destination(document, "First, the upper gate", certainty="likely"),
        destination(document, "Second, the boats", certainty="likely", title="\x1b[2J[bold]Rivers"),
    ]
    async with reading(article, private=True) as pilot:
        await paste(pilot, CITATION)
        assert isinstance(pilot.app.screen, DestinationChoice)
        seen = "\n".join(shown(pilot))
        assert f"2 places that “{CITATION}” may mean" in seen
        for words in ("[bold]Rivers", "author and year", "Second, the boats"):
            assert words in seen
        await press(pilot, "escape")
        assert pilot.app.screen_stack == [screen(pilot)]
        assert screen(pilot).page.cursor == 0
        await paste(pilot, CITATION, "enter", "down", "enter")
        assert screen(pilot).page.cursor == document.text.index("Second, the boats")


# Waiting -----------------------------------------------------------------------------------------


async def begin(pilot: Pilot[None]) -> None:
    """Paste a citation and answer with Enter, and do not wait for where it leads."""
    await press(pilot, "colon")
    pilot.app.post_message(Paste(CITATION))
    await settled(pilot)
    await pilot.press("enter")
    await until(pilot, lambda: screen(pilot).waits)


async def test_keys_wait_for_where_it_leads(article: Path, document: Document, fake: Fake) -> None:
    fake.before = Event()
    fake.leading = lambda _: [destination(document, "First, the upper gate")]
    async with reading(article, private=True) as pilot:
        await begin(pilot)
        await pilot.press("right_curly_bracket")
        assert screen(pilot).page.cursor == 0
        fake.before.set()
        await settled(pilot)
        assert screen(pilot).page.cursor == document.text.index("Second, the boats")


async def test_escape_looks_no_further_and_keeps_what_was_chosen(
    article: Path, document: Document, fake: Fake
) -> None:
    fake.before = Event()
    fake.leading = lambda _: [destination(document, "First, the upper gate")]
    async with reading(article, private=True) as pilot:
        await press(pilot, "v")
        await begin(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: foot(pilot) == "Not looked for any longer.")
        assert screen(pilot).choice
        fake.before.set()
        await settled(pilot)
        assert screen(pilot).page.cursor == 0
        await press(pilot, "G")
        assert screen(pilot).page.cursor > 0


async def test_what_takes_long_is_said(article: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.awaiting._PATIENCE", 0.001)
    fake.before = Event()
    async with reading(article, private=True) as pilot:
        await begin(pilot)
        await until(pilot, lambda: "Looking where it leads" in foot(pilot))
        fake.before.set()
        await settled(pilot)
        assert "leads nowhere" in said(pilot)
