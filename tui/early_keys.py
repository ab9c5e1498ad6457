"""Keys that are answered before Textual is there: those that only move, and the one that quits.

The first key that is not known here, and all that follow it, are left for Textual.
"""

from __future__ import annotations

import re
import select
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Final, TypeAlias

from tui import going
from tui.actions import ACTIONS
from tui.first_frame import FirstScreen
from tui.terminal import Terminal
from tui.view import View

Move: TypeAlias = Callable[[FirstScreen], None]


def _moved(how: Callable[[View], None]) -> Move:
    return lambda screen: screen.move(how)


def _to_section(by: int) -> Move:
    def move(screen: FirstScreen) -> None:
        offset = going.section(screen.outline, screen.view.cursor, by)
        if offset is None:
            screen.move(lambda _view: None)
        else:
            screen.jump(lambda view: view.go(offset))

    return move


def _to_paragraph(by: int) -> Move:
    return _moved(lambda view: view.go(going.paragraph(view.document, view.cursor, by)))


_MOVES: Final[Mapping[str, Move]] = {
    "line(1)": _moved(lambda view: view.scroll(1)),
    "line(-1)": _moved(lambda view: view.scroll(-1)),
    "page(1)": _moved(lambda view: view.scroll_pages(1)),
    "page(-1)": _moved(lambda view: view.scroll_pages(-1)),
    "word(-1)": _moved(lambda view: view.scroll_pages(-1)),  # nothing is chosen yet
    "page(0.5)": _moved(lambda view: view.scroll_pages(0.5)),
    "page(-0.5)": _moved(lambda view: view.scroll_pages(-0.5)),
    "start": lambda screen: screen.jump(lambda view: view.go(0)),
    "end": lambda screen: screen.jump(View.go_to_end),
    "paragraph(1)": _to_paragraph(1),
    "paragraph(-1)": _to_paragraph(-1),
    "section(1)": _to_section(1),
    "section(-1)": _to_section(-1),
}
"""What the actions that only move do, by what the table of actions runs for them."""
_QUIT: Final = "app.quit"
_END: Final = "end"

# What terminals send for keys that are not characters: xterm, the VT220, rxvt and the Linux console.
_SENT: Final = {
    "space": (b" ",),
    "up": (b"\x1b[A", b"\x1bOA"),
    "down": (b"\x1b[B", b"\x1bOB"),
    "pageup": (b"\x1b[5~",),
    "pagedown": (b"\x1b[6~",),
    "home": (b"\x1b[H", b"\x1bOH", b"\x1b[1~", b"\x1b[7~"),
    "end": (b"\x1b[F", b"\x1bOF", b"\x1b[4~", b"\x1b[8~"),
    "ctrl+b": (b"\x02",),
    "ctrl+d": (b"\x04",),
    "ctrl+f": (b"\x06",),
    "ctrl+u": (b"\x15",),
}


def _sent() -> dict[bytes, str]:
    """What is run for the bytes of a key."""
    runs = {}
    for action in ACTIONS:
        if action.run in _MOVES or action.run == _QUIT:
            for key in action.keys.split(","):
                for sent in _SENT.get(key, (key.encode(),) if len(key) == 1 else ()):
                    runs[sent] = action.run
    return runs


_KEY: Final = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|O[@-~])|[\x00-\x1a\x1c-\x7f]")


class Outcome(Enum):
    """Why no more keys are answered here."""

    READY = 0
    """Textual is there."""
    UNKNOWN = 1
    """A key came that only Textual can answer, or the screen has another size."""
    QUIT = 2
    """The reader quits."""


class EarlyKeys:
    """Reads the keyboard of a terminal that is held, and moves in the screen that was painted on it."""

    def __init__(self, terminal: Terminal, screen: FirstScreen, paint: Callable[[], object]) -> None:
        """`paint` shows the screen as it is now."""
        self._terminal = terminal
        self._screen = screen
        self._paint = paint
        self._runs = _sent()

    def answer(self, ready: int) -> Outcome:
        """Answer keys until the file descriptor `ready` can be read, or a key is not known here.

        What was read and not answered stays in `Terminal.typed`, a key that arrived in part, too.
        """
        while True:
            outcome = self._take()
            if outcome is not Outcome.READY:
                return outcome
            readable = select.select([ready, self._terminal.keyboard], [], [])[0]
            if ready in readable:
                return Outcome.READY
            if not self._terminal.read():
                return Outcome.UNKNOWN

    def _take(self) -> Outcome:
        """Answer the keys that were read; READY where all of them were."""
        moved = False
        outcome = Outcome.READY
        for key in self._whole_keys():
            outcome = self._answered(key)
            if outcome is not Outcome.READY:
                break
            moved = True
            self._terminal.typed = self._terminal.typed[len(key) :]
        if moved and outcome is not Outcome.QUIT:
            self._paint()
        return outcome

    def _whole_keys(self) -> Iterable[bytes]:
        """The keys that were read as a whole, and what is no key that is known here."""
        typed, at = self._terminal.typed, 0
        while match := _KEY.match(typed, at):
            yield match[0]
            at = match.end()
        if typed[at : at + 1] > b"\x7f":
            yield typed[at:]

    def _answered(self, key: bytes) -> Outcome:
        run = self._runs.get(key)
        if run == _QUIT:
            return Outcome.QUIT
        # The end of an article whose beginning alone was read is elsewhere.
        at_hand = run is not None and not (run == _END and self._screen.article.begun)
        if run is None or not at_hand or self._terminal.size() != self._screen.size:
            return Outcome.UNKNOWN
        _MOVES[run](self._screen)
        return Outcome.READY
