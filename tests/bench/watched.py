"""A program on a terminal of its own, and a clock that stops when certain bytes have come."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from typing import Final

PATIENCE: Final = 20.0
"""Seconds after which a program is given up."""
# What a terminal answers when it is asked who it is, and for its background.
_ANSWERS: Final = (
    (b"\x1b]11;?\x1b\\", b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
)


class Watched:
    """Runs a program on a pty; times are seconds, read as the bytes arrive and not when they are drawn."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int, rows: int
    ) -> None:
        self._seen = b""
        self.started = time.perf_counter()
        self._terminal, inside = pty.openpty()
        # Before the program is there: it must not see another size first.
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._process = subprocess.Popen(
            command,
            env=dict(environment),
            stdin=inside,
            stdout=inside,
            stderr=inside,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        self._pid = self._process.pid
        os.close(inside)

    def until(self, words: bytes, since: float | None = None) -> float:
        """The time from `since` (the start) until these bytes have come. Raises TimeoutError."""
        since = self.started if since is None else since
        end = time.perf_counter() + PATIENCE
        while words not in self._seen:
            self._read(end, words)
        self._seen = b""
        return time.perf_counter() - since

    def press(self, keys: bytes) -> float:
        """Press keys; the time at which that was done. What was written before is forgotten."""
        self._seen = b""
        pressed = time.perf_counter()
        os.write(self._terminal, keys)
        return pressed

    def quiet(self, seconds: float = 0.15) -> float:
        """Wait until nothing was written for so long; the time of the last byte."""
        last = time.perf_counter()
        while select.select([self._terminal], [], [], seconds)[0]:
            self._read(last + PATIENCE, b"")
            last = time.perf_counter()
        return last

    def settle(self) -> None:
        """Wait until the program has nothing to do any more, nor those that it started."""
        idle = 0
        while idle < 4:
            before = self.processor_seconds()
            self.quiet(0.25)
            idle = idle + 1 if self.processor_seconds() - before < 0.02 and not self._has_children() else 0

    def _has_children(self) -> bool:
        with open(f"/proc/{self._pid}/task/{self._pid}/children", encoding="utf-8") as file:
            return bool(file.read().split())

    def processor_seconds(self) -> float:
        """The processor time that the program has used, in user and system mode."""
        with open(f"/proc/{self._pid}/stat", encoding="utf-8") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak_memory(self) -> int:
        """The most memory that the program has held, in bytes."""
        with open(f"/proc/{self._pid}/status", encoding="utf-8") as file:
            line = next(line for line in file if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024

    def close(self) -> None:
        """End the program."""
        self._process.kill()
        self._process.wait()
        os.close(self._terminal)

    def _read(self, end: float, waiting_for: bytes) -> None:
        left = end - time.perf_counter()
        if left <= 0 or not select.select([self._terminal], [], [], left)[0]:
            raise TimeoutError(f"{waiting_for!r} did not come within {PATIENCE:.0f} s.")
        new = os.read(self._terminal, 65_536)
        for question, answer in _ANSWERS:
            if question in new:
                os.write(self._terminal, answer)
        self._seen += new
