"""A long article grows while it is read: nothing that its reader does is lost by that."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from corpus.apart import Apart
from corpus.blocks import Blocks
from corpus.document import Document
from corpus.errors import CannotOpen
from corpus.home import Home
from corpus.library import Library
from corpus.opening import open_bytes, open_path
from corpus.outline import outline_of
from tests.reading import STRUCTURED, Unindexed, foot, screen, settled, shown, until, write
from tui import arriving
from tui.app import Pincite
from tui.article import OpenArticle
from tui.leading import Beside
from tui.services import Services

WHOLE = open_bytes(STRUCTURED.encode(), "rivers.md")


def beginning(blocks: int) -> Document:
    """The first blocks of it."""
    starts, ends, kinds, levels, quotes = (column[:blocks] for column in WHOLE.blocks.columns()[:5])
    return Document(
        WHOLE.text[: ends[-1]], Blocks(starts, ends, kinds, levels, quotes, {}), format="markdown"
    )


class Growing:
    """Stands for `Apart`: its documents come when they are let."""

    def __init__(self, *documents: Document, fault: str = "") -> None:
        self.share: int | None = None
        self.told: Callable[[], None] | None = None
        self.times = 0
        self._documents, self._fault = documents, fault
        self._let = threading.Semaphore(0)
        self._stopped = False

    def let(self) -> None:
        self._let.release()

    def again(self) -> Growing:
        self.times += 1
        self._stopped = False
        return self

    def __enter__(self) -> Growing:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def documents(self) -> Iterator[Document]:
        for number, document in enumerate(self._documents):
            self._let.acquire()
            if self._stopped:
                return
            self.share = 20 * (number + 1)
            if self.told:
                self.told()
            yield document
        if self._fault:
            self._let.acquire()
            raise CannotOpen(self._fault)

    def stop(self) -> None:
        if not self._stopped:  # what has ended waits for nothing, and who reads it again has to
            self._stopped = True
            self.let()

    def close(self) -> None:
        self._stopped = True


@asynccontextmanager
async def growing(path: Path, rest: Growing) -> AsyncIterator[Pilot[None]]:
    services = Services.of(Home.here(), private=False)
    services.indexing = Unindexed(services.home.index, services.home.library)
    first = beginning(9)
    article = OpenArticle(first, outline_of(first), path=path, rest=cast("Apart", rest))
    async with Pincite(services, article).run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        try:
            yield pilot
        finally:
            rest.stop()


def blocks_of(pilot: Pilot[None]) -> int:
    """How many blocks the article has that is shown."""
    document = screen(pilot).article.document
    assert isinstance(document, Document)
    return len(document.blocks)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait for all but the rest of the article."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def grown(pilot: Pilot[None], rest: Growing, blocks: int) -> None:
    """Let one more document come, and wait until it is shown."""
    rest.let()
    await until(pilot, lambda: blocks_of(pilot) == blocks)


async def test_place_choice_and_hits_stay_while_it_grows(tmp_path: Path) -> None:
    path = write(tmp_path, "rivers.md", STRUCTURED)
    rest = Growing(beginning(14), beginning(20), WHOLE)
    async with growing(path, rest) as pilot:
        await until(pilot, lambda: "reading the rest…" in foot(pilot))
        await press(pilot, ":", "4", "enter", "v", "plus", "j", "j", "v", "j")
        reader = screen(pilot)
        before = reader.page.bookmark(), [part.span for part in reader.parts], shown(pilot)[:24]
        assert len(before[1]) == 2
        for blocks in (14, 20):
            await grown(pilot, rest, blocks)
            await pilot.pause()
            assert (reader.page.bookmark(), [part.span for part in reader.parts]) == before[:2]
            assert reader.article.document is reader.parts[0].document
        assert "reading… 40 %" in foot(pilot)
        assert [section.title for section in reader.article.outline.sections][-1] == "Part 5"
        await grown(pilot, rest, len(WHOLE.blocks))
        await settled(pilot)
        assert (reader.page.bookmark(), [part.span for part in reader.parts]) == before[:2]
        assert "reading" not in foot(pilot)
        assert not reader.article.begun
        assert reader.article.id is not None
        await press(pilot, "y")
        assert "Paragraph 2.0 of the river." in Home.here().last_clip.read_text()


def test_a_place_in_what_is_not_read_yet_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    rest, first = Growing(beginning(14), WHOLE), beginning(9)
    article = OpenArticle(first, outline_of(first), rest=cast("Apart", rest))
    monkeypatch.setattr(arriving, "open_target", lambda *_: article)
    services = Services.of(Home.here(), private=True)
    for anchor in ("part-1", ""):
        arrival = arriving.at_file(Beside(Path("rivers.md"), anchor), services, "the rivers")
        assert arrival.article.begun
    assert rest.times == 0
    for _ in range(2):
        rest.let()
    arrival = arriving.at_file(Beside(Path("rivers.md"), "part-5"), services, "the rivers")
    assert arrival.article.document is WHOLE
    assert rest.times == 1
    assert not arrival.article.begun
    assert WHOLE.text[arrival.spans[0][0] :].startswith("Part 5")


async def test_esc_leaves_the_rest_unread_and_says_so(tmp_path: Path) -> None:
    path = write(tmp_path, "rivers.md", STRUCTURED)
    rest = Growing(beginning(14), WHOLE)
    async with growing(path, rest) as pilot:
        await grown(pilot, rest, 14)
        await press(pilot, "escape")
        await settled(pilot)
        article = screen(pilot).article
        assert not article.begun
        assert "Only the beginning was read: open it again for the rest." in foot(pilot)
        assert isinstance(article.document, Document)
        assert article.document.fault
        assert blocks_of(pilot) == 14
    with Library(Home.here().library) as library:
        assert library.by_source(str(path)) is None


async def test_where_the_rest_cannot_be_read_the_beginning_stays(tmp_path: Path) -> None:
    rest = Growing(fault="rivers.md could not be read: it is broken.")
    async with growing(write(tmp_path, "rivers.md", STRUCTURED), rest) as pilot:
        rest.let()
        await settled(pilot)
        assert "rivers.md could not be read: it is broken." in foot(pilot)
        assert blocks_of(pilot) == 9
        assert not screen(pilot).article.begun


async def test_who_comes_back_finds_what_had_been_read_and_the_rest(tmp_path: Path) -> None:
    other = write(tmp_path, "short.txt", "A short article.\n\nOf two paragraphs.\n")
    with Library(Home.here().library) as library:
        library.remember(open_path(other), str(other), size=1, mtime_ns=1)
    rest = Growing(beginning(14), beginning(20), WHOLE)
    async with growing(write(tmp_path, "rivers.md", STRUCTURED), rest) as pilot:
        await grown(pilot, rest, 14)
        await press(pilot, "L", "enter")
        await until(pilot, lambda: screen(pilot).article.path == other)
        await settled(pilot)
        assert "A short article" in "\n".join(shown(pilot))
        await press(pilot, "<")
        assert blocks_of(pilot) == 14
        rest.let()  # what had been read already changes nothing
        await grown(pilot, rest, 20)
        await grown(pilot, rest, len(WHOLE.blocks))
        await settled(pilot)
        assert rest.times == 2
        assert len(screen(pilot).article.outline.sections) == 8
