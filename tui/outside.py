"""Opening something outside the reader: an address in the browser, a picture in what shows pictures.

What is opened is one argument of a program, never a part of a command that a shell would read.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from typing import Final, NamedTuple

_SECONDS: Final = 3.0
"""How long it is waited for whether a program fails: those that go on have opened it."""


class Opener(NamedTuple):
    """A program that opens what it is given: its name, and the command that the argument is put behind."""

    name: str
    command: tuple[str, ...]


_MAC: Final = Opener("open", ("open",))
_DESKTOP: Final = (Opener("xdg-open", ("xdg-open",)), Opener("gio", ("gio", "open")))
_WSL: Final = Opener("wslview", ("wslview",))


def opener(environment: Mapping[str, str] = os.environ) -> Opener | None:
    """What opens addresses and pictures where the reader sits; None over SSH, or where there is no desktop.

    Without a desktop xdg-open would start a browser in this terminal.
    """
    remote = environment.get("SSH_CONNECTION") or environment.get("SSH_TTY")
    found: tuple[Opener, ...] = ()
    if sys.platform == "darwin":
        found = () if remote else (_MAC,)
    elif environment.get("WSL_DISTRO_NAME") and not remote:
        found = (_WSL, *_DESKTOP)
    elif environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        found = _DESKTOP
    return next((one for one in found if shutil.which(one.command[0])), None)


def open_outside(what: str, by: Opener) -> str:
    """Open an address (http, https) or a file; a sentence where that fails, else "". For a thread.

    What could be taken for an option is refused.
    """
    if not what.startswith(("http://", "https://", "/")):
        return "Not opened: only addresses of the web and pictures are."
    try:
        process = subprocess.Popen(
            (*by.command, what),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # it outlives the reader, and Ctrl-C is not for it
        )
    except OSError as fault:
        return f"{by.name} cannot be started ({fault.strerror})."
    try:
        status = process.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        process.returncode = 0  # it goes on, as some browsers do; nobody waits for it
        return ""
    return f"{by.name} could not open it (it ended with {status})." if status else ""
