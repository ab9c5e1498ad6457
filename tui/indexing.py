"""Bringing the index up to date in a process of its own, so that reading is never held up."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from corpus.sanitiser import clean_line

if TYPE_CHECKING:
    import subprocess

_PATIENCE: Final = 2.0
"""Seconds in which the process may finish what it writes before it is ended; an index survives that."""
_UNSEEN: Final = 0.5
"""Seconds after the first article for which nothing is said: most often it is done by then."""
_AT_ONCE: Final = 65_536


class Indexing:
    """At most one such process. What it misses is searched directly until the next one.

    `progress` is what to say of it now: "indexing 1,240 of 5,000", or nothing.
    """

    def __init__(self, index: Path, library: Path) -> None:
        self.progress = ""
        self._command: tuple[str, ...] = (
            *(sys.executable, "-P", "-m", "corpus.index"),
            *(str(index), str(library)),
        )
        self._process: subprocess.Popen[bytes] | None = None
        self._begun: float | None = None
        self._again = self._stopped = False
        self._told = self._faults = b""
        self._said = ""

    def start(self) -> None:
        """Start it; where it runs, once more after that, because something changed since. Raises OSError."""
        self._again = self._process is not None
        if self._process is None and not self._stopped:
            self._start()

    def _start(self) -> None:
        import subprocess  # not above: the first frame waits for what stands there

        self._again, self._told, self._faults = False, b"", b""
        self._begun = None
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        for pipe in (self._process.stdout, self._process.stderr):
            if pipe is not None:
                os.set_blocking(pipe.fileno(), False)

    def poll(self) -> tuple[bool, str]:
        """Look how far it is, without waiting: whether it still runs, and what to say of its failure, once.

        Raises OSError where it cannot be started again.
        """
        process = self._process
        if process is None:
            return False, ""
        status = process.poll()  # before the pipes are read, or its last words might be missed
        self._told += _read(process.stdout)
        self._faults += _read(process.stderr)
        if status is None:
            self._note()
            return True, ""
        self._close(process)
        sentence = _failure(status, self._faults)
        sentence, self._said = "" if sentence == self._said else sentence, sentence or self._said
        if self._again:
            self._start()
        return self._process is not None, sentence

    def _note(self) -> None:
        """Read the last whole line, "done total"."""
        *lines, self._told = self._told.split(b"\n")
        if not lines:
            return
        now = time.monotonic()
        self._begun = self._begun or now
        done, _, total = lines[-1].partition(b" ")
        if now - self._begun < _UNSEEN or not (done.isdigit() and total.isdigit()):
            return
        if int(done) < int(total):
            self.progress = f"indexing {int(done):,} of {int(total):,}"

    def _close(self, process: subprocess.Popen[bytes]) -> None:
        self._process, self.progress = None, ""
        for pipe in (process.stdout, process.stderr):
            if pipe is not None:
                pipe.close()

    def stop(self) -> None:
        """End it: what is indexed stays, the rest follows the next time."""
        self._stopped, process = True, self._process
        if process is None:
            return
        import subprocess

        process.terminate()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        self._close(process)


def _read(pipe: IO[bytes] | None) -> bytes:
    """What is in a pipe now."""
    found = b""
    while pipe is not None:
        try:
            some = os.read(pipe.fileno(), _AT_ONCE)
        except BlockingIOError:
            break
        if not some:
            break
        found += some
    return found


def _failure(status: int, faults: bytes) -> str:
    """What to say of a process that ended with that status, and wrote that about it."""
    if status == 0:
        return ""
    lines = [clean_line(line) for line in faults.decode("utf-8", "replace").splitlines() if line.strip()]
    if status == 1 and len(lines) == 1:
        return lines[0]
    why = lines[-1] if lines else f"status {status}"
    return f"The index is not up to date ({why}): searching goes on without it, and is slower."
