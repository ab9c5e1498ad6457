"""The terminal before Textual takes it: raw, asked for its background, and always given back."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import termios
import time
import tty
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Final, NoReturn

from corpus.errors import CannotOpen
from corpus.expression import expression

_WAIT: Final = 1.0
"""Seconds that a terminal has to answer: a local one takes a millisecond, a far one some hundred.

An answer that came later would be taken for keys.
"""
# Asked for its background (OSC 11), then who it is (DA1), which all terminals answer: so that one
# without OSC 11 costs no wait.
_QUESTION: Final = b"\x1b]11;?\x1b\\\x1b[c"
_COLOUR: Final = expression(
    rb"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})[^\x07\x1b]*(?:\x07|\x1b\\)"
)
_IDENTITY: Final = expression(rb"\x1b\[\?[0-9;]*c")
_LEAVE: Final = b"\x1b[0m\x1b[?25h\x1b[?1049l"


class Ended(SystemExit):
    """A signal came that asks to end."""


class Terminal:
    """A terminal that is held; `typed` are the bytes of keys that were pressed meanwhile."""

    def __init__(self) -> None:
        self.typed = b""
        self._keyboard, self._screen = sys.stdin.fileno(), sys.stdout.fileno()
        self._entered = False
        self._asked = False
        self._heard: int | None = None

    @property
    def keyboard(self) -> int:
        """The file descriptor that keys come from."""
        return self._keyboard

    @property
    def entered(self) -> bool:
        """Whether the alternate screen was entered, and nobody has taken it over yet."""
        return self._entered

    def size(self) -> tuple[int, int]:
        """Its columns and rows."""
        size = os.get_terminal_size(self._screen)
        return size.columns, size.lines

    def ask_for_background(self) -> None:
        """Ask for the background; whoever asks goes on with something else before `is_light`."""
        os.write(self._screen, _QUESTION)
        self._asked = True

    def is_light(self) -> bool:
        """Whether its background is light, if it was asked and says so; else COLORFGBG; else it is dark."""
        colour = self._background()
        if colour:
            red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in colour.groups())
            # ITU-R BT.601 luma.
            return bool(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)
        return os.environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")

    def _background(self) -> re.Match[bytes] | None:
        """The colour that it answers, where it was asked; keys among the answer are kept."""
        if not self._asked:
            return None
        self._asked = False
        until = time.monotonic() + _WAIT
        while not _IDENTITY.search(self.typed) and (left := until - time.monotonic()) > 0:
            if not select.select([self._keyboard], [], [], left)[0] or not self.read():
                break
        colour = _COLOUR.search(self.typed)
        self.typed = _IDENTITY.sub(b"", _COLOUR.sub(b"", self.typed))
        return colour

    def asks_to_leave(self) -> bool:
        """Whether q or Esc is among the keys that were pressed since this was asked first."""
        while select.select([self._keyboard], [], [], 0)[0] and self.read():
            pass
        if self._heard is None:
            self._heard = len(self.typed)
        keys = _IDENTITY.sub(b"", _COLOUR.sub(b"", self.typed[self._heard :]))
        return b"q" in keys or keys.endswith(b"\x1b")

    def read(self) -> bool:
        """Add to `typed` what can be read now, or wait for it; tells whether the terminal is still there."""
        new = os.read(self._keyboard, 1024)
        self.typed += new
        return bool(new)

    def paint(self, frame: bytes) -> None:
        """Write a first frame, which enters the alternate screen."""
        self._entered = True
        while frame:
            frame = frame[os.write(self._screen, frame) :]

    def taken_over(self) -> None:
        """Whoever has it now leaves the alternate screen by itself."""
        self._entered = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold it raw; on every way out it is as it was."""
        before = termios.tcgetattr(self._keyboard)
        handlers = {number: signal.signal(number, _leave) for number in (signal.SIGTERM, signal.SIGHUP)}
        try:
            tty.setcbreak(self._keyboard, termios.TCSANOW)
            mode = termios.tcgetattr(self._keyboard)
            mode[tty.IFLAG] &= ~termios.ICRNL  # or Enter would come as another key
            termios.tcsetattr(self._keyboard, termios.TCSANOW, mode)
            yield
        finally:
            # A terminal that hung up is beyond being put right.
            with suppress(OSError, termios.error):
                self._background()  # an answer that comes later would be taken for keys by the shell
                if self._entered:
                    os.write(self._screen, _LEAVE)
                termios.tcsetattr(self._keyboard, termios.TCSANOW, before)
            for number, handler in handlers.items():
                signal.signal(number, handler)


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    raise Ended(128 + number)


def read_keys_from_terminal() -> None:
    """Let the terminal take the place of standard input, which was read. Raises CannotOpen."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as fault:
        raise CannotOpen("There is no terminal to read keys from: run pincite in one.") from fault
    os.dup2(terminal, 0)
    os.close(terminal)
