"""Starting a process that reads an article: forked off this one where that is safe, else off a server.

A fork costs a hundredth of what a start costs, and must not be done where other threads run: a lock that one
of them holds would never be given back. So the first article of a program with one thread is read by a fork
of the program itself, which the first screen comes from; every other by forks of a process that has one
thread for good: `corpus.apart.server`.
"""

from __future__ import annotations

import os
import signal
import sys
import threading

from corpus.apart.started import Started, pipe
from corpus.apart.wanted import Wanted
from corpus.errors import CannotOpen
from corpus.sanitiser import clean_name

_was_forked = False


def start(wanted: Wanted, article: int) -> Started:
    """Begin to read an open file. Raises CannotOpen where no process can be had."""
    global _was_forked
    if not _was_forked and _is_alone():
        _was_forked = True
        way = forked
    else:
        from corpus.apart.server import served as way  # sockets and JSON: the first screen needs none
    try:
        return way(wanted, article)
    except OSError as fault:
        shown = clean_name(wanted.name) or "The input"
        raise CannotOpen(
            f"{shown} cannot be read now: no process can be started for it ({fault.strerror or fault})."
        ) from fault


def _is_alone() -> bool:
    """Whether nothing but this thread runs here; elsewhere than on Linux no fork is safe anyway."""
    try:
        return sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return False


def forked(wanted: Wanted, article: int) -> Started:
    """Read by a fork of this process, which must have one thread. Raises OSError."""
    output, theirs = pipe()
    parent = os.getpid()
    try:
        pid = os.fork()
        if not pid:
            from corpus.apart.child import read_apart

            read_apart(wanted, article, theirs, parent)
    except OSError:
        os.close(output)
        raise
    finally:
        os.close(theirs)
    return _Forked(pid, output)


class _Forked:
    """A process that this one has begun."""

    def __init__(self, pid: int, output: int) -> None:
        self.output = output
        self._pid = pid
        self._status: int | None = None
        self._lock = threading.Lock()

    def kill(self) -> None:
        # Once it was waited for, its number may be another's.
        with self._lock:
            if self._status is None:
                os.kill(self._pid, signal.SIGKILL)

    def end(self) -> int:
        """End it, if it still runs, and forget it: its exit status, or a signal's number below 0."""
        with self._lock:
            if self._status is None:
                done, status = os.waitpid(self._pid, os.WNOHANG)
                if not done:
                    os.kill(self._pid, signal.SIGKILL)
                    _, status = os.waitpid(self._pid, 0)
                self._status = os.waitstatus_to_exitcode(status)
            return self._status

    def forget(self) -> None:
        """The same, where its status is of no matter: it was begun here, and must be waited for."""
        self.end()
