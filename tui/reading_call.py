"""Reading, called from the command line."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Final

from corpus.errors import PinciteError

if TYPE_CHECKING:
    from tui.traced import Traced

COMMANDS: Final = tuple("add list outline search cite open check clips meta import doctor".split())
"""The words that call a headless command; anything else is something to read."""


def read(target: str | None, *, private: bool, local: bool = False, encoding: str = "") -> int:
    """Open the reader on a path, an address, "-", an article of the library, or where one left off.

    With `local` an address may be on this machine or its network; `encoding` is the one that the reader says
    the article is in. Gives the exit status. Raises PinciteError before anything is drawn.
    """
    if target == "-" and sys.stdin.isatty():
        raise PinciteError("Nothing is piped in: write “some-program | pincite -”, or give a file’s name.")
    _prepare("“pincite outline”, “pincite search” and “pincite cite”")
    from tui.start import run

    return run(target, private=private, local=local, encoding=encoding)


def read_traced(traced: Traced, *, private: bool, piped: bool) -> int:
    """Open the reader where a reference leads; where it was `piped`, keys are read from the terminal.

    Gives the exit status. Raises PinciteError before anything is drawn.
    """
    _prepare("“pincite open --json” and “pincite search”")
    from tui.start import run_traced

    return run_traced(traced, private=private, piped=piped)


def _prepare(others: str) -> None:
    if not sys.stdout.isatty():
        raise PinciteError(f"Reading needs a terminal: for a file or another program there are {others}.")
    # What is imported stays: to look for garbage in it is time that the reader waits.
    gc.disable()
