"""The server's side of `corpus.apart.server`: it forks, waits, and tells how each process ended."""

from __future__ import annotations

import importlib
import os
import selectors
import signal
import socket
import sys
from contextlib import suppress
from typing import Final

# What many files need, and few first screens.
import corpus.encodings.names
import corpus.gzipped  # noqa: F401 - see above
from corpus.apart import walls
from corpus.apart.child import read_apart
from corpus.apart.server import MOST, REFUSED, STARTED, STATUS
from corpus.apart.wanted import Wanted
from corpus.expression import compile_one
from corpus.format import FORMATS, modules_for
from corpus.reading import documents_of
from corpus.source import Source

_CONTROL: Final = "control"
_ENDED: Final = "ended"
_SAMPLE: Final = b"""<h1>The River</h1><p class="byline">By Ana Ruiz</p><p>5 March 2021</p>
<p>The river had risen in the <em>night</em>, see <a href="#a">page 4</a>. Dr. Okoro wrote it down.</p>
<p>\xe2\x80\x9cNobody\xe2\x80\x9d has read it.</p><p>[1] He went on.</p><ul><li>One.</li></ul>
<h2>Notes</h2><p>1. Ruiz, 1990.</p>
"""


def serve() -> None:
    """Answer on standard input until it is closed; then end all that still runs."""
    serving = _Serving(socket.socket(fileno=os.dup(0)))
    walls.prepare()
    try:
        while serving.answer():
            pass
    finally:
        serving.end_all()


class _Serving:
    """The processes that run, by the lines on which their ends are to be told."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._running: dict[int, socket.socket] = {}
        self._begun = 0
        self._watched = selectors.DefaultSelector()
        self._watched.register(control, selectors.EVENT_READ, _CONTROL)
        ended, told = socket.socketpair()
        for end in (ended, told):
            end.setblocking(False)
        # A handler of its own, or the signal is ignored.
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(told.fileno(), warn_on_full_buffer=False)
        self._ended, self._told = ended, told
        self._watched.register(ended, selectors.EVENT_READ, _ENDED)

    def answer(self) -> bool:
        """Wait for something, and answer it; whether there is more to wait for."""
        # Who has many articles read gains by what is prepared for them; for one alone it comes too late.
        prepares = self._begun > 1 and compile_one()
        for key, _ in self._watched.select(0 if prepares else None):
            if key.data == _CONTROL:
                if not self._fork():
                    return False
            elif key.data == _ENDED:
                with suppress(BlockingIOError):
                    self._ended.recv(4_096)
                self._reap()
            else:  # its line was closed
                self._watched.unregister(key.fileobj)
                if key.data in self._running:
                    os.kill(key.data, signal.SIGKILL)
        return True

    def _fork(self) -> bool:
        message, descriptors, _, _ = socket.recv_fds(self._control, MOST, 3)
        if not message or len(descriptors) != 3:
            return False
        article, output, line = descriptors
        wanted = Wanted.read(message)
        _load(wanted.name)
        answer = STARTED
        parent = os.getpid()
        try:
            pid = os.fork()
        except OSError:
            answer = REFUSED
            os.close(line)
        else:
            if not pid:
                read_apart(wanted, article, output, parent)
            self._begun += 1
            self._running[pid] = told = socket.socket(fileno=line)
            self._watched.register(told, selectors.EVENT_READ, pid)
        os.close(article)
        os.close(output)
        self._control.send(answer)
        return True

    def _reap(self) -> None:
        while self._running:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                return
            if line := self._running.pop(pid, None):
                with suppress(KeyError):
                    self._watched.unregister(line)
                with suppress(OSError), line:
                    line.send(STATUS.pack(os.waitstatus_to_exitcode(status)))

    def end_all(self) -> None:
        """End what still runs."""
        for pid in self._running:
            os.kill(pid, signal.SIGKILL)


def _load(name: str) -> None:
    """Load what reads such a file, so that no process forked for one has to."""
    for format in FORMATS.values():
        if format.module not in modules_for(name) or format.module in sys.modules:
            continue
        with suppress(ImportError):  # whoever needs it is told
            importlib.import_module(format.module)
            # Patterns are made when they are first needed: by a text of our own, once for all.
            sample = f"sample{format.endings[0]}" if format.is_text else "sample"
            for _ in documents_of(Source(_SAMPLE, sample)):
                pass
