"""Reading in a test: the application on an article of our own, with a home that is nobody's."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from textual.pilot import Pilot

from corpus.home import Home
from tui.app import Pincite
from tui.indexing import Indexing
from tui.opening import open_target
from tui.reader import Reader
from tui.services import Services

PATIENCE: Final = 60.0
"""Seconds after which what is waited for does not come any more, however busy the machine is."""

HEADLESS = """date 2021-03-04 Editor’s Note: Ana Ruiz and Ben Okoro are engineers at River Watch. The article
reflects the opinions of the authors, and not necessarily the views of Water Daily.

The river had risen in the night. The keeper of the lock wrote the new level into his book. He went
to wake the others, as he had always done.

The keepers of the lock have a four-part plan against the flood. It is written on the last page of
the book.

First, the upper gate is to be opened before the water reaches the mark that was cut into the stone.

Second, the boats are to be tied to the northern wall, where the current is weakest.

“Nobody has ever read the page,” the keeper said. The flood will read it to them.
"""
"""An article without headings, in the form of a news analysis."""

STRUCTURED = "# On Rivers\n\n" + "\n\n".join(
    f"## Part {part}\n\n"
    + "\n\n".join(f"Paragraph {part}.{n} of the *river*. " + "Water runs on. " * 25 for n in range(3))
    for part in range(1, 9)
)
"""An article with a title and eight sections of three long paragraphs each."""


def write(folder: Path, name: str, text: str) -> Path:
    """Write an article into a folder."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def screen(pilot: Pilot[None]) -> Reader:
    """The reading screen of a running application."""
    reader = pilot.app.screen_stack[0]
    assert isinstance(reader, Reader)
    return reader


class Unindexed(Indexing):
    """An index that nobody brings up to date: what it misses is searched directly.

    The process for it costs as much as the rest of a test; those on a real terminal start it, too.
    """

    def start(self) -> None:
        """Start nothing."""


@asynccontextmanager
async def reading(
    target: Path | str,
    *,
    size: tuple[int, int] = (100, 30),
    private: bool = False,
    indexing: bool = False,
) -> AsyncIterator[Pilot[None]]:
    """Run the application on an article, as the command line does; `indexing` brings its index up to date."""
    services = Services.of(Home.here(), private=private)
    if not indexing:
        services.indexing = Unindexed(services.home.index, services.home.library)
    app = Pincite(services, open_target(str(target), services.library))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing is under way: workers, those that they set going, messages, the next frame."""
    await pilot.pause()
    while workers := [worker for worker in pilot.app.workers if not worker.is_finished]:
        await pilot.app.workers.wait_for_complete(workers)
        await pilot.pause()


async def until(pilot: Pilot[None], seen: Callable[[], bool]) -> None:
    """Let the application run until that is so; fails where it never is."""
    try:
        async with asyncio.timeout(PATIENCE):
            while not seen():
                await pilot.pause(0.005)
    except TimeoutError:
        raise AssertionError("It does not come about:\n" + "\n".join(shown(pilot))) from None


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait for what they set going."""
    await pilot.press(*keys)
    await settled(pilot)


def shown(pilot: Pilot[None]) -> list[str]:
    """The lines of the whole screen as words."""
    app = pilot.app
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in line)[:width].rstrip() for line in lines][:height]


def foot(pilot: Pilot[None]) -> str:
    """What the last line says."""
    return shown(pilot)[-1].strip()


def two_lines(pilot: Pilot[None]) -> str:
    """What the last two lines say, on which a long receipt stands."""
    return " ".join(line.strip() for line in shown(pilot)[-2:])
