"""A file whose reading never ends is left at once, and what reads it ends."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from corpus.apart import Apart
from corpus.apart.frames import PROGRESS, write_frame
from corpus.apart.limits import Limits
from corpus.home import Home
from corpus.library import Library
from corpus.opening import open_bytes
from corpus.search.answer import Answer
from tests.reading import HEADLESS, foot, press, reading, screen, settled, write
from tests.searching import Fake, fake, hit, until

__all__ = ["fake"]

_PATIENCE: Final = 15.0
PAGE = b"<title>Locks</title><p>The river had risen in the night, and the keeper wrote it down.</p>"


class Silent:
    """A process that never says anything but how far it is."""

    def __init__(self) -> None:
        self.output, self._theirs = os.pipe()
        self.ended = threading.Event()

    def says(self, percent: int) -> None:
        write_frame(self._theirs, PROGRESS, bytes((percent,)))

    def kill(self) -> None:
        self.forget()

    def end(self) -> int:
        self.forget()
        return -9

    def forget(self) -> None:
        if not self.ended.is_set():
            self.ended.set()
            os.close(self._theirs)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Silent]]:
    """What was begun to read files."""
    all: list[Silent] = []
    late: list[object] = []

    def start(*_: object) -> Silent:
        all.append(Silent())
        return all[-1]

    def why(_: object, fault: Exception) -> str:
        late.append(fault)
        return "Its time was up."

    monkeypatch.setattr("corpus.apart.start", start)
    monkeypatch.setattr(Apart, "_why", why)
    monkeypatch.setattr(Limits, "patience", _PATIENCE)
    yield all
    assert all
    assert all[-1].ended.wait(_PATIENCE)
    assert not late


@pytest.fixture
def rivers(tmp_path: Path) -> Path:
    return write(tmp_path, "rivers.txt", HEADLESS)  # plain text is read where it is shown


@pytest.fixture
def hanging(tmp_path: Path) -> int:
    """An article of the library, whose file is another now."""
    path = tmp_path / "locks.html"
    path.write_bytes(PAGE + b"<p>More.</p>")
    with Library(Home.here().library) as library:
        return library.remember(open_bytes(PAGE, path.name), str(path), size=1, mtime_ns=1).id


@pytest.mark.usefixtures("hanging")
async def test_escape_leaves_what_is_opened_from_the_library(
    rivers: Path, begun: list[Silent], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.awaiting._PATIENCE", 0.001)
    async with reading(rivers) as pilot:
        await press(pilot, "L", "down")
        await pilot.press("enter")
        await until(pilot, lambda: foot(pilot).startswith("Opening it… · Esc stops that"))
        begun[0].says(30)
        await until(pilot, lambda: foot(pilot).startswith("Opening it… · 30 % · Esc stops that"))
        assert not begun[0].ended.is_set()
        await pilot.press("escape")
        assert foot(pilot).startswith("It was not opened.")
        await pilot.press("right_curly_bracket")
        await until(pilot, lambda: screen(pilot).page.cursor > 0)
        assert screen(pilot).article.path == rivers
        assert begun[0].ended.wait(_PATIENCE)


@pytest.mark.usefixtures("hanging")
async def test_who_quits_does_not_wait_for_it(rivers: Path, begun: list[Silent]) -> None:
    async with reading(rivers) as pilot:
        await press(pilot, "L", "down")
        await pilot.press("enter")
        await until(pilot, lambda: bool(begun))
        await pilot.press("ctrl+q")
    assert begun[0].ended.wait(_PATIENCE)  # whoever looks after it does so now and then


async def test_another_hit_need_not_wait_for_one_that_hangs(
    rivers: Path, hanging: int, fake: Fake, begun: list[Silent], tmp_path: Path
) -> None:
    other = write(tmp_path, "flood.txt", "Water came over the gate.\n\nNobody slept.\n")
    async with reading(other):
        pass
    async with reading(rivers) as pilot:
        library = pilot.app.screen.services.library  # type: ignore[attr-defined] # the reading screen
        known = next(article for article in library.articles() if article.path == other)
        hits = (hit(hanging, PAGE.decode(), "river"), hit(known.id, other.read_text(), "Water"))
        fake.answering = lambda _: [Answer(hits, total=2)]
        await pilot.press("s", *"wat")
        await until(pilot, lambda: bool(begun))
        await pilot.press("down")
        await until(pilot, lambda: screen(pilot).article.path == other)
        await settled(pilot)
        await pilot.press("up")
        await until(pilot, lambda: len(begun) == 2)
        assert begun[0].ended.wait(_PATIENCE)
        await pilot.press("escape")
        await settled(pilot)
        assert screen(pilot).article.path == rivers
