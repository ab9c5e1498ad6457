"""What Python itself still does for a process: an audit hook, which no code can take away again.

A second wall behind the system's, and on systems that have none of those the first. Sources: PEP 578,
and the table of audit events in the documentation of Python.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import Any, Final

_REFUSED: Final = frozenset(
    "os.chflags os.chmod os.chown os.exec os.fork os.forkpty os.kill os.killpg os.link os.lockf os.mkdir"
    " os.posix_spawn os.putenv os.remove os.removexattr os.rename os.rmdir os.setxattr os.spawn os.startfile"
    " os.symlink os.system os.truncate os.unsetenv os.utime pty.spawn resource.prlimit resource.setrlimit"
    " signal.pthread_kill subprocess.Popen syslog.openlog tempfile.mkdtemp tempfile.mkstemp urllib.Request"
    " webbrowser.open".split()
)
# Not ctypes: libraries in C are called through it, which no hook sees whatever they do.
_REFUSED_OF: Final = (
    "fcntl",
    "ftplib",
    "http",
    "imaplib",
    "nntplib",
    "poplib",
    "shutil",
    "smtplib",
    "socket",
    "sqlite3",
    "telnetlib",
)
_OPENED: Final = "open"
_LISTED: Final = frozenset(("os.listdir", "os.scandir", "os.listxattr", "os.getxattr"))
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


def shut(folders: Iterable[str]) -> None:
    """Let Python here open nothing but what is below the folders, to read it, and start nothing."""
    below = tuple(os.path.join(folder, "") for folder in folders)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == _OPENED:
            path, _, flags = arguments
            if flags & _WRITING:
                raise PermissionError(f"What reads an article may not write: {event}.")
            _refuse_outside(path, below)
        elif event in _LISTED:
            _refuse_outside(arguments[0], below)
        elif event in _REFUSED or event.partition(".")[0] in _REFUSED_OF:
            raise PermissionError(f"What reads an article may do nothing else: {event}.")

    sys.addaudithook(hook)


def _refuse_outside(path: object, below: tuple[str, ...]) -> None:
    if isinstance(path, int):
        return  # it is open already
    try:
        real = os.path.realpath(os.fsdecode(path))  # type: ignore[arg-type] # what is no path is refused
    except (TypeError, ValueError) as fault:
        raise PermissionError("What reads an article may open no such file.") from fault
    if not os.path.join(real, "").startswith(below):
        raise PermissionError("What reads an article may open no other file.")
