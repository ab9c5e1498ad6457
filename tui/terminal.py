"""The terminal before Textual takes it: raw, asked for its background, and always given back."""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
import time
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final, NoReturn

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


class Terminal:
    """A terminal that is held; `typed` are the bytes of keys that were pressed meanwhile."""

    def __init__(self) -> None:
        self.typed = b""
        self._keyboard, self._screen = sys.stdin.fileno(), sys.stdout.fileno()
        self._entered = False

    @property
    def entered(self) -> bool:
        """Whether the alternate screen was entered, and nobody has taken it over yet."""
        return self._entered

    def size(self) -> tuple[int, int]:
        """Its columns and rows."""
        size = os.get_terminal_size(self._screen)
        return size.columns, size.lines

    def is_light(self) -> bool:
        """Whether its background is light; where it does not say, COLORFGBG; else dark is assumed."""
        answer = self._asked()
        colour = _COLOUR.search(answer)
        self.typed += _IDENTITY.sub(b"", _COLOUR.sub(b"", answer))
        if colour:
            red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in colour.groups())
            # ITU-R BT.601 luma.
            return bool(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)
        return os.environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")

    def _asked(self) -> bytes:
        answer = b""
        os.write(self._screen, _QUESTION)
        until = time.monotonic() + _WAIT
        while not _IDENTITY.search(answer) and (left := until - time.monotonic()) > 0:
            if not select.select([self._keyboard], [], [], left)[0]:
                break
            answer += os.read(self._keyboard, 1024)
        return answer

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
            yield
        finally:
            if self._entered:
                os.write(self._screen, _LEAVE)
            termios.tcsetattr(self._keyboard, termios.TCSANOW, before)
            for number, handler in handlers.items():
                signal.signal(number, handler)


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
