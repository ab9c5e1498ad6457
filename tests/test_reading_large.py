"""A large text on the screen: everything works at once, and numbers follow."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from corpus.home import Home
from corpus.library import Library
from corpus.opening import open_path
from tests.reading import foot, press, screen, settled, shown, write
from tui.app import Pincite
from tui.keeping import KeepingScreen
from tui.opening import open_target
from tui.services import Services

PARAGRAPHS = 3_000
TEXT = "\n\n".join(
    (f"CHAPTER {n // 100 + 1}\n\n" if n % 100 == 0 else "")
    + f"Sentence {n} opens here.\n"
    + "\n".join(f"The keeper wrote line {n}.{line} of the level into the book that day." for line in range(6))
    for n in range(PARAGRAPHS)
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write(tmp_path, "long.txt", TEXT)


@asynccontextmanager
async def reading_unread(
    path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int] = (100, 30)
) -> AsyncIterator[Pilot[None]]:
    """The reader on a text that is not read through yet; `read_through` does that."""
    services = Services.of(Home.here(), private=False)
    with monkeypatch.context() as held:
        held.setattr(KeepingScreen, "read_on", lambda _self: None)
        async with Pincite(services, open_target(str(path), services.library)).run_test(size=size) as pilot:
            await settled(pilot)
            held.undo()
            yield pilot


async def read_through(pilot: Pilot[None]) -> None:
    screen(pilot).read_on()
    await settled(pilot)


def page(pilot: Pilot[None]) -> str:
    return "\n".join(shown(pilot))


async def test_the_end_is_there_before_anything_was_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading_unread(path, monkeypatch) as pilot:
        await press(pilot, "G")
        assert f"Sentence {PARAGRAPHS - 1} opens" in page(pilot)
        assert "100 % · counting…" in foot(pilot)
        before = screen(pilot).page.bookmark()
        await read_through(pilot)
        assert screen(pilot).page.bookmark() == before
        assert f"{PARAGRAPHS}  Sentence {PARAGRAPHS - 1} opens" in page(pilot)
        assert f"¶ {PARAGRAPHS} · 100 %" in foot(pilot)
        assert "CHAPTER 30" in page(pilot)


async def test_no_number_is_cited_that_is_not_known(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading_unread(path, monkeypatch) as pilot:
        await press(pilot, ":", *"50%", "enter", "y")
        assert "still being counted" in foot(pilot)
        await press(pilot, "Y")
        assert "the words alone" in foot(pilot)
        await read_through(pilot)
        await press(pilot, "y")
        words = Home.here().last_clip.read_text()
    whole = open_path(path)
    block = whole.block_near(len(whole.text) // 2)
    assert whole.text[block.start : block.start + 24] in words
    assert words.strip().endswith(".")


async def test_a_paragraph_that_was_not_reached_is_said_to_be_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading_unread(path, monkeypatch) as pilot:
        await press(pilot, ":", *"2500", "enter")
        assert "Paragraph 2,500 was not reached yet" in foot(pilot)
        await read_through(pilot)
        await press(pilot, ":", *"2500", "enter")
        assert "2500  Sentence 2499 opens" in page(pilot)


async def test_words_are_found_before_they_were_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading_unread(path, monkeypatch) as pilot:
        await press(pilot, "/", *"line 2987.3 of")
        assert "line 2987.3 of the level" in page(pilot)
        assert "1/1" in foot(pilot)
        await press(pilot, "escape")
        assert "Sentence 0 opens" in page(pilot)


async def test_another_width_in_the_middle_keeps_the_words_in_view(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading_unread(path, monkeypatch) as pilot:
        await press(pilot, ":", *"50%", "enter")
        top = screen(pilot).page.bookmark().top
        words = screen(pilot).article.document.text[top : top + 18].strip()
        for size in ((80, 24), (60, 12), (200, 60)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert words in page(pilot), size
        await read_through(pilot)
        assert words in page(pilot)


async def test_a_section_is_gone_to_on_the_very_line(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading_unread(path, monkeypatch) as pilot:
        await read_through(pilot)
        outline = screen(pilot).article.outline
        assert [section.title for section in outline.sections] == [f"CHAPTER {n + 1}" for n in range(30)]
        for number in (20, 29, 3):
            screen(pilot).jump(outline.sections[number].start)
            await settled(pilot)
            lines = [line for line in shown(pilot)[:4] if f"CHAPTER {number + 1}" in line[32:]]
            assert lines
            assert f"CHAPTER {number + 1} · " in foot(pilot)


async def test_an_article_that_was_left_is_read_on_when_it_is_come_back_to(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = write(tmp_path, "short.txt", "A short article.\n\nOf two paragraphs.\n")
    with Library(Home.here().library) as library:
        library.remember(open_path(other), str(other), size=1, mtime_ns=1)
    async with reading_unread(path, monkeypatch) as pilot:
        await press(pilot, "L", "enter")
        assert "A short article" in page(pilot)
        await press(pilot, "<")
        assert "Sentence 0 opens" in page(pilot)
        await settled(pilot)
        assert not screen(pilot).article.progress
        assert len(screen(pilot).article.outline.sections) == 30


async def test_it_is_kept_in_the_library_with_its_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading_unread(path, monkeypatch) as pilot:
        await read_through(pilot)
        await press(pilot, ":", *"1234", "enter", "q")
    with Library(Home.here().library) as library:
        article = library.by_source(str(path))
        assert article is not None
        assert article.place == open_path(path).paragraph(1234).start
    async with reading_unread(path, monkeypatch) as pilot:
        assert "Sentence 1233 opens" in page(pilot)


async def test_what_is_looked_for_in_a_beginning_is_looked_for_in_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading_unread(write(tmp_path, "long.md", TEXT), monkeypatch) as pilot:
        await press(pilot, "/", *"line 2987.3 of")
        assert "no match" in foot(pilot)
        await read_through(pilot)
        assert "1/1" in foot(pilot)
        assert "line 2987.3 of the level" in page(pilot)
        await press(pilot, "escape")
        assert "Sentence 0 opens" in page(pilot)
        assert not screen(pilot).article.begun
