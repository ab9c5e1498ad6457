"""Textual's driver, for a screen that was painted before it: no second entry, no key lost."""

from __future__ import annotations

import codecs
import os
import re
import select
from contextlib import suppress
from typing import Any, Final, TextIO, cast

from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver

from tui.paste_parser import PasteParser
from tui.terminal import Terminal

_ENTER: Final = "\x1b[?1049h"
# ECMA-48 § 5.4: a control sequence that has not ended; before it, what may yet become one.
_UNFINISHED: Final = re.compile(r"\x1b(?:O|\[[0-?]*[ -/]*)?\Z")


def driver_after(terminal: Terminal) -> type[LinuxDriver]:
    """A driver that takes over a terminal which is held, and begins with the keys that were typed."""

    class LateDriver(LinuxDriver):
        """Enters nothing that was entered, and begins with the keys that were pressed meanwhile."""

        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self._file = cast("Any", _Outlasting(self._file))

        def write(self, data: str) -> None:
            """Write, but do not enter the alternate screen again: that would blank it."""
            if data == _ENTER and terminal.entered:
                # From here on Textual leaves it by itself.
                terminal.taken_over()
                return
            super().write(data)

        def _sigcont_application(self, *_: object) -> None:
            """Go on only after a pause: a terminal that hangs up says so too, to who is leaving already."""
            if self._must_signal_resume:
                super()._sigcont_application()

        def run_input_thread(self) -> None:
            """Answer the keys that came early, then those that come."""
            if typed := _whole(terminal):
                parser = PasteParser()
                # The empty text says that no more follows, so that a lone escape is a key.
                for event in (*parser.feed(typed), *parser.feed("")):
                    self.process_message(event)
            super().run_input_thread()

    return LateDriver


class _Outlasting:
    """The terminal as a file that can still be written to when it is gone: who writes has to end in order.

    The thread in which Textual writes would end at once, and what waits for it never.
    """

    def __init__(self, file: TextIO | None) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write, as long as anybody is there."""
        if self._file is not None:
            with suppress(OSError):
                self._file.write(text)

    def flush(self) -> None:
        """The same for what waits to be written."""
        if self._file is not None:
            with suppress(OSError):
                self._file.flush()

    def fileno(self) -> int:
        """The number of the terminal's descriptor."""
        return self._file.fileno() if self._file is not None else -1


def _whole(terminal: Terminal) -> str:
    """What was typed; where that ends within a key, with the rest of it, if it comes soon."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    typed = decoder.decode(terminal.typed)
    while decoder.getstate()[0] or _UNFINISHED.search(typed):
        if not select.select([terminal.keyboard], [], [], ESCAPE_DELAY)[0]:
            break
        typed += decoder.decode(os.read(terminal.keyboard, 1024))
    # Before the terminal was held, it made of Enter what a line ends with.
    return (typed + decoder.decode(b"", final=True)).replace("\n", "\r")
