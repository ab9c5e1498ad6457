"""Take the screenshots: python screenshots/take.py [--to FOLDER] [NAME…].

Plays keys to the application on the articles that ship, in a home that is thrown away, and writes an
SVG of what is then on the screen; where Chromium is installed, a PNG too.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from drawing import Look, drawing
from example_book import write_book
from rich.segment import Segment
from textual._context import visible_screen_stack
from textual.pilot import Pilot
from textual.widgets import Input

from corpus.home import Home
from corpus.index import Index
from corpus.library import Library
from corpus.opening import shipped_path
from tui.app import Pincite
from tui.opening import open_target, remember
from tui.services import Services

ANALYSIS: Final = "six-part-roadmap.txt"
CHINESE: Final = "six-part-roadmap.zh.txt"
TOUR: Final = "tour.md"
BOOK: Final = "six-part-roadmap.epub"
"""It does not ship: it is made of the analysis."""
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture shows: an article on a screen of so many cells, after the keys were pressed.

    `before` are the keys that were pressed while it had its earlier text, for a picture of what has changed.
    """

    name: str
    article: str = ANALYSIS
    size: tuple[int, int] = (120, 36)
    light: bool = False
    keys: tuple[str, ...] = ()
    private: bool = True
    before: tuple[str, ...] = ()


_KEPT: Final = ("enter", "escape", "}", "}", "}")
_CLIPS: Final = (
    *("}", "}", "v", "a", *"how it begins #opening", *_KEPT),
    *("v", "j", "a", *"how fast it grew #figures", *_KEPT),
    *("v", "a", *"the first of six #roadmap", *_KEPT),
)

_MARKED: Final = (
    *("}", "apostrophe", "A"),
    *("/", *"firms that compete", "enter", "v", "H", "escape", "escape"),
    *("/", *"small importer", "enter", "v", "H", "escape", "escape"),
    *("/", *"no parliament", "enter", "apostrophe", "B"),
)
_QUOTED: Final = "turning from a small importer of intellectual property into a large creator of it"

PICTURES: Final = (
    Picture("reading-ink", keys=("}",) * 2),
    Picture("reading-paper", light=True, keys=("}",) * 2),
    Picture("search", keys=("s", *"protection", "down")),
    Picture("copied", light=True, keys=(*("}",) * 5, "v", "right", "right", "j", "y")),
    Picture("small", size=(80, 24), keys=("}",)),
    Picture("chinese", CHINESE, size=(100, 30), light=True, keys=("}",) * 2),
    Picture("tour", TOUR, size=(120, 58), keys=(":", "6", "enter")),
    Picture("known", size=(110, 34), keys=(*("}",) * 3, "m")),
    Picture("styles", size=(110, 34), light=True, keys=(*("}",) * 3, "e", *("down",) * 9)),
    Picture("clips", size=(110, 30), keys=(*_CLIPS, "A"), private=False),
    Picture("marks", size=(100, 24), keys=("apostrophe", "apostrophe"), private=False, before=_MARKED),
    Picture("checked", size=(100, 24), light=True, keys=("Q", *_QUOTED, *" (para. 4)", "enter")),
    Picture("book", BOOK, size=(110, 30), keys=(":", *"p214", "enter")),
    Picture("link", TOUR, size=(100, 24), light=True, keys=("f", "enter")),
    Picture("help", size=(120, 56), keys=("question_mark",)),
)


async def take(picture: Picture, home: Home) -> str:
    """The SVG of a picture, taken in that home."""
    path = shipped_path(picture.article)
    if picture.article == BOOK:
        path = home.data / BOOK
        write_book(path)
    if picture.before:
        # Later than the home is made, and beside what is in it: nobody else reads this file.
        path = home.data / picture.article
        now = shipped_path(picture.article).read_text(encoding="utf-8")
        path.write_text(_earlier(now), encoding="utf-8")
        await _play(picture, home, path, picture.before)
        path.write_text(now, encoding="utf-8")
    return await _play(picture, home, path, picture.keys)


async def _play(picture: Picture, home: Home, path: Path, keys: Sequence[str]) -> str:
    """The SVG of the screen after those keys."""
    services = Services.of(home, private=picture.private)
    app = Pincite(services, open_target(str(path), services.library), light=picture.light)
    async with app.run_test(size=picture.size) as pilot:
        for field in app.screen.query(Input):
            field.cursor_blink = False
        for key in ("_", *keys):
            await _press(pilot, key)
        colours = app.current_theme
        plain = Look(str(colours.foreground), str(colours.background))
        return drawing(_screen(app), picture.size[0], plain)


def _earlier(text: str) -> str:
    """The analysis as it might have been before: less a paragraph, with a sentence more, and a word other."""
    note, first, _, *rest = text.split("\n\n")
    earlier = "\n\n".join((note, first, *rest))
    earlier = earlier.replace("a large importer", "a small importer")
    return earlier.replace("under this signature.", "under this signature. No parliament has debated it yet.")


async def _press(pilot: Pilot[None], key: str) -> None:
    """Press a key, and wait for what it sets going; "_" only waits."""
    if key != "_":
        await pilot.press(key)
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def _screen(app: Pincite) -> Sequence[Sequence[Segment]]:
    # Textual gives a screen's cells out only in a drawing of its own: drawing.py says what that lacks.
    visible_screen_stack.set(app._background_screens)  # noqa: SLF001
    return [list(line) for line in app.screen._compositor.render_strips()]  # noqa: SLF001


def furnish(home: Home) -> None:
    """Put the articles that ship into the library of a home, and index them."""
    library = Library(home.library)
    for name in (TOUR, CHINESE, ANALYSIS):
        remember(library, open_target(str(shipped_path(name)), None))
    Index(home.index).catch_up(library)


def rasterise(svg: Path, browser: str) -> None:
    """Write the PNG of an SVG beside it. Raises CalledProcessError or TimeoutExpired."""
    _, _, width, height = svg.read_text(encoding="utf-8").partition('viewBox="')[2].partition('"')[0].split()
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--default-background-color=00000000",
                f"--user-data-dir={profile}",
                f"--window-size={width},{height}",
                f"--screenshot={svg.with_suffix('.png')}",
                svg.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=60,
        )


def forget_the_terminal() -> None:
    """Nothing of the terminal and the desktop that this runs in may show, nor its clipboard be touched."""
    for name in ("NO_COLOR", "TMUX"):
        os.environ.pop(name, None)
    os.environ["SSH_TTY"] = "none"


def main(arguments: Sequence[str]) -> int:
    """Take the pictures that are named, or all of them."""
    parser = argparse.ArgumentParser(description="Take the screenshots.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these pictures")
    parser.add_argument("--to", type=Path, default=Path(__file__).parent, help="the folder to write to")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.names) - {picture.name for picture in PICTURES}:
        parser.error(f"there is no picture {', '.join(sorted(unknown))}")
    forget_the_terminal()
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    for picture in PICTURES:
        if asked.names and picture.name not in asked.names:
            continue
        with tempfile.TemporaryDirectory() as folder:
            os.environ["PINCITE_HOME"] = folder
            home = Home.here()
            furnish(home)
            svg = asked.to.absolute() / f"{picture.name}.svg"
            svg.write_text(asyncio.run(take(picture, home)), encoding="utf-8")
        if browser:
            rasterise(svg, browser)
        print(picture.name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
