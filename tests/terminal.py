"""A terminal in a test: a program on a pseudo-terminal, every byte that it writes, and what is then seen.

The terminal answers what a terminal is asked, so that a program takes it for one. Nothing here waits a
fixed time: what is waited for is looked for whenever something was written.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from tests.answers import LONGEST_QUESTION, answers
from tests.emulator import Emulator
from tests.reading import PATIENCE

ROOT: Final = Path(__file__).parent.parent
PINCITE: Final = (sys.executable, "-m", "tui")
WITHOUT_TEXTUAL: Final = (
    sys.executable,
    "-c",
    """if True:
    import sys, threading
    from importlib.machinery import ModuleSpec
    class Never:
        def find_spec(self, name, path=None, target=None):
            return ModuleSpec(name, self) if name == "tui.app" else None
        def create_module(self, spec):
            return None
        def exec_module(self, module):
            threading.Event().wait()
    sys.meta_path.insert(0, Never())
    from tui.__main__ import main
    sys.exit(main())
    """,
)
"""Pincite, in which Textual never comes: what is answered is answered before it."""
ESCAPE: Final = "\x1b"
ENTER: Final = "\r"

# Capabilities of root, by capabilities(7): reading and writing whatever the permissions say.
_OVERRIDE: Final = (1, 2)
# The terminal becomes the program's own here, not between fork and exec: threads may run in a test.
_LAUNCH: Final = """
import ctypes, fcntl, os, signal, sys, termios
signal.signal(signal.SIGINT, signal.SIG_DFL)  # ignored by what a shell runs behind itself
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
for capability in sys.argv[1].split():
    if ctypes.CDLL(None).prctl(24, int(capability), 0, 0, 0):  # PR_CAPBSET_DROP
        sys.exit("root cannot be held to permissions here")
os.execvp(sys.argv[2], sys.argv[2:])
"""
_FOREIGN: Final = (
    "TEXTUAL",
    "TERM",
    "TMUX",
    "SSH",
    "LINES",
    "COLUMNS",
    "DISPLAY",
    "WAYLAND",
    "COLORTERM",
    "LC_",
)


class Cell(NamedTuple):
    """What is seen in a cell. A blank shows only what is behind it."""

    character: str
    color: str = ""
    background: str = "default"
    bold: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False


Screen = list[list[Cell]]


class Terminal:
    """A program on a terminal of so many columns and lines; used in a `with`, at whose end it is ended.

    `arguments` follow `program`; `more` are changes to the environment. With `piped` the program has
    these bytes on its standard input, with `errors` a file for its standard error, both instead of
    the terminal. With `bound` it must keep to permissions even where it is root's; with `recording` every
    whole screen is kept. A `light` one says that its background is white.
    """

    def __init__(
        self,
        *arguments: str | Path,
        program: Sequence[str] = PINCITE,
        size: tuple[int, int] = (80, 24),
        piped: bytes | None = None,
        errors: Path | None = None,
        bound: bool = False,
        recording: bool = False,
        light: bool = False,
        **more: str,
    ) -> None:
        self._arguments = [*program, *map(str, arguments)]
        self._size = size
        self._piped, self._errors, self._bound = piped, errors, bound
        self._environment = _environment() | more
        self.written = bytearray()
        self._emulator = Emulator(*size, drawn=self._drawn if recording else None)
        self._light = light
        self.by_hand: list[Screen] = []
        """The screens that were painted as a whole before Textual was there."""
        self.by_textual: list[Screen] = []
        """Those that Textual painted as a whole."""

    def __enter__(self) -> Terminal:
        self._outside, self._inside = pty.openpty()
        columns, lines = self._size
        fcntl.ioctl(self._inside, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.before = self.modes()
        capabilities = " ".join(map(str, _OVERRIDE)) if self._bound and os.geteuid() == 0 else ""
        errors = os.open(self._errors, os.O_WRONLY | os.O_CREAT, 0o600) if self._errors else self._inside
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _LAUNCH, capabilities, *self._arguments],
            stdin=self._inside if self._piped is None else subprocess.PIPE,
            stdout=self._inside,
            stderr=errors,
            env=self._environment,
            start_new_session=True,
        )
        if self._errors:
            os.close(errors)
        if self._process.stdin is not None:
            self._process.stdin.write(self._piped or b"")
            self._process.stdin.close()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        os.close(self._inside)
        os.close(self._outside)

    # What a person does --------------------------------------------------------------------------

    def press(self, keys: str) -> None:
        """Type keys, as a terminal sends them."""
        os.write(self._outside, keys.encode())

    def ask(self, sign: str, words: str) -> None:
        """Open a prompt, and type into it once the cursor stands there."""
        self.press(sign)
        self.wait(self.types)
        self.press(words)

    def leave(self, words: str) -> None:
        """Press Escape, and wait until these words are gone: a key right after it would be another key."""
        self.press(ESCAPE)
        self.gone(words, "Esc returns")
        self.wait(lambda: not self.types())

    def click(self, words: str) -> None:
        """Click on the first cell of words that are on the screen."""
        y, line = next((y, line) for y, line in enumerate(self.lines()) if words in line)
        at = f"{line.index(words) + 1};{y + 1}"
        self.press(f"\x1b[<0;{at}M\x1b[<0;{at}m")

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self._process.send_signal(number)

    # What a person sees --------------------------------------------------------------------------

    def lines(self) -> list[str]:
        """The lines on the screen, as words."""
        return self._emulator.lines()

    def cells(self, words: str) -> list[Any]:
        """The emulator's cells of words that are on the screen: with colours, weight and reverse."""
        y, line = next((y, line) for y, line in enumerate(self.lines()) if words in line)
        return self._emulator.row(y)[line.index(words) :][: len(words)]

    def screen(self) -> Screen:
        """Every cell of the screen, line by line."""
        return [[_seen(cell) for cell in line] for line in self._emulator.picture()]

    @property
    def has_textual(self) -> bool:
        """Whether Textual has taken over: it alone asks for the mouse."""
        return self._emulator.asked_for_mouse

    def types(self) -> bool:
        """Whether a field takes what is typed: it shows a cursor, a cell on a ground of its own."""
        for y in range(self._size[1]):
            grounds = [cell.bg for cell in self._emulator.row(y)]
            if any(
                here not in (left, right)
                for left, here, right in zip(grounds, grounds[1:], grounds[2:], strict=False)
            ):
                return True
        return False

    def modes(self) -> list[Any]:
        """The modes of the terminal’s line, by tcgetattr."""
        return termios.tcgetattr(self._inside)

    @property
    def text(self) -> str:
        """All that was written; bytes that are no UTF-8 are lone surrogates."""
        return self.written.decode("utf-8", "surrogateescape")

    # Waiting -------------------------------------------------------------------------------------

    def wait(self, seen: Callable[[], bool]) -> None:
        """Wait until that is so, looking whenever something was written; fails where it never is."""
        end = time.monotonic() + PATIENCE
        while self._emulator.drawing or not seen():
            if not self._read(0.1) and self._process.poll() is not None and not self._read(0) and not seen():
                raise AssertionError(
                    f"The program has ended with {self._process.returncode}:\n{self._seen()}"
                )
            if time.monotonic() > end:
                raise AssertionError(f"It does not come about:\n{self._seen()}")

    def until(self, *words: str) -> None:
        """Wait until these words are on the screen, each of them on one line."""
        self.wait(lambda: all(any(word in line for line in self.lines()) for word in words))

    def gone(self, *words: str) -> None:
        """Wait until none of these words is on the screen."""
        self.wait(lambda: not any(word in line for line in self.lines() for word in words))

    def rest(self) -> None:
        """Wait until nothing is written any more for a while: what comes in several frames is there."""
        while self._read(0.7):
            pass

    def status(self) -> int:
        """Wait until the program has ended by itself; its exit status, or minus the signal’s number."""
        end = time.monotonic() + PATIENCE
        while self._read(0.1) or self._process.poll() is None:
            if time.monotonic() > end:
                raise AssertionError(f"The program does not end:\n{self._seen()}")
        return int(self._process.returncode)

    def _read(self, seconds: float) -> bool:
        """Take in what was written, and answer what was asked; whether there was anything."""
        if not select.select([self._outside], [], [], seconds)[0]:
            return False
        new = os.read(self._outside, 65_536)
        self.written += new
        answer = answers(bytes(self.written[-len(new) - LONGEST_QUESTION :]), len(new))
        os.write(self._outside, answer.replace(b"1111", b"ffff") if self._light else answer)
        self._emulator.feed(new)
        return True

    def _drawn(self) -> None:
        """Keep the screen that was painted as a whole."""
        (self.by_textual if self.has_textual else self.by_hand).append(self.screen())

    def _seen(self) -> str:
        return "\n".join(self.lines()) + f"\n{bytes(self.written[-300:])!r}"


def _seen(cell: Any) -> Cell:
    if cell.data == " " and not cell.underscore and not cell.reverse:
        return Cell(" ", background=cell.bg)
    return Cell(cell.data, cell.fg, cell.bg, cell.bold, cell.italics, cell.underscore, cell.reverse)


def _environment() -> dict[str, str]:
    """The environment of whoever runs the test, without what tells of another terminal."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)}
    return ours | {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        # A clipboard tool of this machine is the clipboard of whoever runs the test.
        "SSH_TTY": "/dev/pts/0",
    }
