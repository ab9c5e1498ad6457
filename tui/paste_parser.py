"""Keys and pastes of a terminal, where a paste may hold escape sequences of its own.

Textual's parser takes those for keys even inside a paste, and its work grows with the square of their
number: a coloured log would keep the reader busy for minutes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.message import Message

_ESCAPE: Final = "\x1b"
_PICTURE: Final = "␛"
# xterm’s bracketed paste (“XTerm Control Sequences”, Bracketed Paste Mode).
_BEGIN: Final = "\x1b[200~"
_END: Final = "\x1b[201~"


class PasteParser(XTermParser):
    """Textual's parser; an escape character inside a paste reaches it as a picture of one."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._pasting = False
        self._before = ""
        """The last characters outside of a paste: with those that follow they may begin one."""
        self._held = ""
        """The last characters of a paste: with those that follow they may end it."""

    def feed(self, data: str) -> Iterable[Message]:
        """The events that these characters make; "" says that no more follow."""
        if not data:
            return super().feed(data)
        harmless = self._harmless(data)
        return super().feed(harmless) if harmless else ()

    def _harmless(self, data: str) -> str:
        passed: list[str] = []
        while data:
            if self._pasting:
                data, self._held = self._held + data, ""
                words, ended, rest = data.partition(_END)
                if not ended:
                    kept = next(size for size in range(len(_END) - 1, -1, -1) if data.endswith(_END[:size]))
                    words, self._held = data[: len(data) - kept], data[len(data) - kept :]
                passed += words.replace(_ESCAPE, _PICTURE), ended
                data, self._pasting = rest, not ended
            else:
                known = self._before + data
                begun = known.find(_BEGIN)
                end = len(data) if begun < 0 else begun + len(_BEGIN) - len(self._before)
                passed.append(data[:end])
                self._pasting = begun >= 0
                self._before = "" if self._pasting else known[-len(_BEGIN) + 1 :]
                data = data[end:]
        return "".join(passed)


def use() -> None:
    """Let every driver parse so: Textual has no public way to choose."""
    linux_driver.XTermParser = PasteParser  # type: ignore[attr-defined]
