"""A process off which those that read articles are forked, each with its own limits, each to be ended alone.

It has one thread, reads no article itself, and ends with the process that began it. Over a socket it is
asked: JSON, with the open file, the pipe to write to, and a line on which the exit status will be said;
when that line is closed, the process is ended. `corpus.apart.serving` is its side.
"""

from __future__ import annotations

import atexit
import os
import signal
import socket
import struct
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Final

from corpus.apart.started import Started, pipe
from corpus.apart.walls import module_folders
from corpus.apart.wanted import Wanted

MOST: Final = 32_000
"""Bytes that a request may have: so many come in one piece."""
STATUS: Final = struct.Struct("<i")
STARTED: Final = b"+"
REFUSED: Final = b"-"

_PATIENCE: Final = 60.0
"""Seconds that the server is waited for."""
_KEPT_VARIABLES: Final = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR")


def served(wanted: Wanted, article: int) -> Started:
    """Read by a fork of the server, which is begun if it does not run. Raises OSError."""
    return _SERVER.fork(wanted, article)


class _Served:
    """A process that the server has begun."""

    def __init__(self, line: socket.socket, output: int) -> None:
        self.output = output
        self._line = line
        self._status: int | None = None
        self._lock = threading.Lock()

    def kill(self) -> None:
        with self._lock, suppress(OSError):
            if self._status is None:
                self._line.shutdown(socket.SHUT_WR)

    def end(self) -> int:
        """End it, if it still runs, and forget it: its exit status, or a signal's number below 0."""
        with self._lock:
            if self._status is None:
                self._status = -signal.SIGKILL  # where the server is gone, too
                with suppress(OSError), self._line:
                    said = self._said()
                    if len(said) == STATUS.size:
                        (self._status,) = STATUS.unpack(said)
            return self._status

    def forget(self) -> None:
        """The same, where its status is of no matter: the server sees to it."""
        with self._lock, suppress(OSError):
            if self._status is None:
                self._status = -signal.SIGKILL
                self._line.close()

    def _said(self) -> bytes:
        self._line.settimeout(0.5)  # what has ended by itself is told at once
        try:
            return self._line.recv(STATUS.size)
        except TimeoutError:
            self._line.shutdown(socket.SHUT_WR)
            self._line.settimeout(_PATIENCE)
            return self._line.recv(STATUS.size)


class _Server:
    """The server of this process: begun when it is needed, and again where it ended."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._control: socket.socket | None = None
        self._of = 0

    def fork(self, wanted: Wanted, article: int) -> Started:
        with self._lock:
            try:
                return self._asked(wanted, article)
            except (BrokenPipeError, ConnectionError):
                self._forget()
                return self._asked(wanted, article)

    def _asked(self, wanted: Wanted, article: int) -> Started:
        request = wanted.plain()
        if len(request) > MOST:  # what would not come whole would be the end of the server
            raise OSError("more is asked than may be")
        if self._of != os.getpid():
            self._forget()  # this is a fork of the process that had one
        control = self._control = self._control or self._begun()
        self._of = os.getpid()
        line, theirs = socket.socketpair()
        output, written = pipe()
        try:
            with theirs:
                socket.send_fds(control, [request], [article, written, theirs.fileno()])
            answer = control.recv(1)
        except BaseException:
            os.close(output)
            line.close()
            raise
        finally:
            os.close(written)
        if answer != STARTED:
            os.close(output)
            line.close()
            raise OSError("too many run") if answer else ConnectionError("the server ended")
        return _Served(line, output)

    def _forget(self) -> None:
        if self._control:
            self._control.close()
        self._control = None

    def _begun(self) -> socket.socket:
        """Begin the server: its control."""
        ours, theirs = socket.socketpair()
        ours.settimeout(_PATIENCE)
        atexit.register(ours.close)
        with theirs:
            theirs.set_inheritable(True)
            os.posix_spawn(
                sys.executable,
                # -I and -S: neither what lies around nor the user's own settings are looked at.
                [sys.executable, "-I", "-S", "-X", "utf8", "-c", _BEGIN, *_folders()],
                {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ},
                file_actions=[
                    (os.POSIX_SPAWN_DUP2, theirs.fileno(), 0),
                    (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_RDWR, 0),
                    (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_RDWR, 0),
                ],
                setpgroup=0,  # Ctrl-C is for the reader
            )
        return ours


_BEGIN: Final = (
    "import sys; sys.path[:], sys.argv[1:] = sys.argv[1:], [];from corpus.apart.serving import serve; serve()"
)


def _folders() -> list[str]:
    """Where the server looks for modules: first where this one lies."""
    return list(dict.fromkeys((str(Path(__file__).resolve().parents[2]), *module_folders())))


_SERVER: Final = _Server()
