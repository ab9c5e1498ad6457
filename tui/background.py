"""Whether the terminal's background is light, as far as it tells."""

from __future__ import annotations

import os
import re
import select
import sys
import termios
import time
import tty
from typing import Final

_WAIT: Final = 0.2
"""Seconds that a terminal has to answer; a local one takes a millisecond."""
# Asked for its background (OSC 11), then who it is (DA1), which all terminals answer: so that one
# without OSC 11 costs no wait.
_QUESTION: Final = b"\x1b]11;?\x1b\\\x1b[c"
_COLOUR: Final = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})")
_IDENTITY: Final = re.compile(rb"\x1b\[\?[0-9;]*c")


def is_light() -> bool:
    """Ask the terminal for its background; where it does not say, COLORFGBG; else dark is assumed."""
    answer = _asked() if sys.stdin.isatty() and sys.stdout.isatty() else b""
    if match := _COLOUR.search(answer):
        red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in match.groups())
        # ITU-R BT.601 luma.
        return bool(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)
    return os.environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")


def _asked() -> bytes:
    answer = b""
    keyboard = sys.stdin.fileno()
    before = termios.tcgetattr(keyboard)
    try:
        tty.setcbreak(keyboard, termios.TCSANOW)
        os.write(sys.stdout.fileno(), _QUESTION)
        until = time.monotonic() + _WAIT
        while not _IDENTITY.search(answer) and (left := until - time.monotonic()) > 0:
            if not select.select([keyboard], [], [], left)[0]:
                break
            answer += os.read(keyboard, 1024)
    except OSError:
        return b""
    finally:
        termios.tcsetattr(keyboard, termios.TCSANOW, before)
    return answer
