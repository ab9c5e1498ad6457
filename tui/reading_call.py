"""Reading, called from the command line."""

from __future__ import annotations

import gc
import sys
from typing import Final

from corpus.errors import PinciteError

COMMANDS: Final = ("add", "list", "outline", "search", "cite", "check", "clips", "meta", "import", "doctor")
"""The words that call a headless command; anything else is something to read."""


def read(target: str | None, *, private: bool) -> int:
    """Open the reader on a path, on "-", on an article of the library, or where one left off.

    Gives the exit status. Raises PinciteError before anything is drawn.
    """
    if target == "-" and sys.stdin.isatty():
        raise PinciteError("Nothing is piped in: write “some-program | pincite -”, or give a file’s name.")
    if not sys.stdout.isatty():
        raise PinciteError(
            "Reading needs a terminal: for a file or another program there are"
            " “pincite outline”, “pincite search” and “pincite cite”."
        )
    # What is imported stays: to look for garbage in it is time that the reader waits.
    gc.disable()
    from tui.start import run

    return run(target, private=private)
