"""Textual's driver, for a screen that was painted before it: no second entry, no key lost."""

from __future__ import annotations

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

_ENTER = "\x1b[?1049h"


def driver_after(typed: bytes) -> type[LinuxDriver]:
    """A driver that takes over a terminal whose alternate screen is on; `typed` are its first keys."""

    class LateDriver(LinuxDriver):
        """Enters nothing that was entered, and begins with the keys that were pressed meanwhile."""

        def write(self, data: str) -> None:
            """Write, but do not enter the alternate screen again: that would blank it."""
            super().write(data.replace(_ENTER, "", 1) if data == _ENTER else data)

        def run_input_thread(self) -> None:
            """Answer the keys that came early, then those that come."""
            for event in XTermParser().feed(typed.decode("utf-8", "replace")):
                self.process_message(event)
            super().run_input_thread()

    return LateDriver
