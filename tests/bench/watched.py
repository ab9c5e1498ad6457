"""A program on a terminal of its own: what it writes is kept with its time, and looked at afterwards.

One thread takes the bytes as they come, answers what a terminal is asked, and does nothing else. What the
screen then shows is replayed when the program has fallen silent, so that the emulator is in no time.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from tests.answers import LONGEST_QUESTION, answers
from tests.bench import processes
from tests.emulator import Emulator

PATIENCE: Final = 60.0
"""Seconds after which a program is given up."""

# Silence that is worth looking at the screen; without any, so much is let pass.
_SILENCE: Final = 0.04
_NO_SILENCE: Final = 1.0
# At rest: in so many seconds nothing new and hardly any processor time.
_REST: Final = 0.15
_IDLE: Final = 0.015

Seen = Callable[[list[str]], bool]
"""Whether the lines on a screen are those that were waited for."""


class GaveUp(Exception):
    """A program has ended, or did not do what it was asked in time; says which."""


class Watched:
    """A program that runs; used in a `with`, at whose end it is ended. All times are by `time.perf_counter`.

    `keys` are in the terminal's queue before the program has come to itself.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        folder: Path,
        size: tuple[int, int],
        *,
        keys: bytes = b"",
        patience: float = PATIENCE,
    ) -> None:
        self._emulator = Emulator(*size)
        self._size, self._patience = size, patience
        self._coming: deque[tuple[float, bytes]] = deque()
        self._news = threading.Condition()
        self._ended = False
        self._recent = b""
        self._terminal, inside = pty.openpty()
        # Before the program is there: it must not see another size first.
        self._set_size(size)
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            env=dict(environment),
            cwd=folder,
            stdin=inside,
            stdout=inside,
            stderr=inside,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        if keys:
            os.write(self._terminal, keys)
        os.close(inside)
        self._taking = threading.Thread(target=self._take, daemon=True)
        self._taking.start()

    def __enter__(self) -> Watched:
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(processes.tree(self.pid)):
            try:
                os.kill(process, 9)
            except ProcessLookupError:
                continue  # it has just ended
        self._process.wait()
        self._taking.join()
        os.close(self._terminal)

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def lines(self) -> list[str]:
        """What is on the screen, as far as it was looked at."""
        return self._emulator.lines()

    def press(self, keys: bytes) -> float:
        """Press keys; the time at which that was done."""
        pressed = time.perf_counter()
        os.write(self._terminal, keys)
        return pressed

    def resize(self, size: tuple[int, int]) -> float:
        """Give the terminal another size, of which the system tells the program; the time of it."""
        self.look()
        self._size = size
        self._emulator.resize(*size)
        resized = time.perf_counter()
        self._set_size(size)
        return resized

    def until(self, seen: Seen) -> float:
        """The time at which the bytes came that brought this about. Raises GaveUp."""
        at = self.until_each(seen)[0]
        assert at is not None
        return at

    def until_each(self, *seen: Seen) -> list[float | None]:
        """The times at which the bytes came that first brought each of these about.

        None for what did not come; raises GaveUp where nothing did.
        """
        end = time.perf_counter() + self._patience
        if not self._emulator.drawing and any(each(self.lines()) for each in seen):
            raise GaveUp("showed it before it was asked")
        times: dict[Seen, float] = {}
        while True:
            alive = self._fall_silent(end)
            while coming := self._next():
                if self._emulator.drawing:
                    continue
                lines = self.lines()
                for each in seen:
                    if each not in times and each(lines):
                        times[each] = coming
                if len(times) == len(seen):
                    return [times[each] for each in seen]
            if times and (not alive or time.perf_counter() > end):
                return [times.get(each) for each in seen]
            if not alive:
                raise GaveUp(self._how_it_ended())
            if time.perf_counter() > end:
                raise GaveUp(f"gave up after {self._patience:.0f} s")

    def last_change(self, silence: float, at_least: float = 0.0) -> float | None:
        """The time of the last bytes that changed the screen, until nothing has come for `silence` seconds.

        At least so many seconds are waited; None where nothing changed. Raises GaveUp.
        """
        first = time.perf_counter()
        last, change = first, None
        while (now := time.perf_counter()) < max(first + at_least, last + silence):
            if now > first + self._patience:
                raise GaveUp(f"did not come to rest in {self._patience:.0f} s")
            with self._news:
                if self._ended:
                    raise GaveUp(self._how_it_ended())
                self._news.wait(max(first + at_least, last + silence) - now)
                if self._coming:
                    last = max(last, self._coming[-1][0])
        before = self._emulator.picture()
        while at := self._next():
            if not self._emulator.drawing and (after := self._emulator.picture()) != before:
                before, change = after, at
        return change

    def look(self) -> None:
        """Show what has come so far."""
        while self._next():
            pass

    def come_to_rest(self, meanwhile: Callable[[], None] = lambda: None, *, times: int = 3) -> None:
        """Wait until the program has nothing to do any more, nor those that it started.

        That is looked at so many times in a row; `meanwhile` is called between. Raises GaveUp.
        """
        end = time.perf_counter() + self._patience
        idle = 0
        while idle < times:
            before = self._used()
            changes = [self._looked_and(meanwhile) for _ in range(3)]
            after = self._used()
            busy = before.keys() != after.keys() or sum(after.values()) - sum(before.values()) > _IDLE
            idle = 0 if busy or any(changes) else idle + 1
            if time.perf_counter() > end:
                raise GaveUp(f"did not come to rest in {self._patience:.0f} s")

    def _looked_and(self, meanwhile: Callable[[], None]) -> bool:
        """Whether the screen has changed in a short while."""
        changed = self.last_change(_SILENCE, at_least=_REST / 3) is not None
        meanwhile()
        return changed

    def ended(self, seconds: float) -> bool:
        """Whether the program ends by itself in so many seconds."""
        with self._news:
            return self._news.wait_for(lambda: self._ended, seconds)

    def _used(self) -> dict[int, float]:
        """The processor time of the program and of each that it has started."""
        used: dict[int, float] = {}
        for process in processes.tree(self.pid):
            try:
                used[process] = processes.processor_seconds(process)
            except OSError:
                continue  # it has just ended
        return used

    def _fall_silent(self, end: float) -> bool:
        """Wait until something has come and nothing more comes; whether more can come."""
        with self._news:
            while not self._coming and not self._ended and (left := end - time.perf_counter()) > 0:
                self._news.wait(left)
            known = 0
            while self._coming and not self._ended and len(self._coming) != known:
                known = len(self._coming)
                if self._coming[-1][0] - self._coming[0][0] > _NO_SILENCE:
                    break
                self._news.wait(_SILENCE)
            return not self._ended

    def _next(self) -> float:
        """Show what came next; the time at which it did, 0 where nothing is left."""
        with self._news:
            at, new = self._coming.popleft() if self._coming else (0.0, b"")
        self._emulator.feed(new)
        return at

    def _take(self) -> None:
        while True:
            try:
                select.select([self._terminal], [], [])
                new = os.read(self._terminal, 65_536)
            except OSError:
                new = b""  # the last one on the other side has closed it
            at = time.perf_counter()
            if new:
                self._answer(new)
            with self._news:
                if new:
                    self._coming.append((at, new))
                else:
                    self._ended = True
                self._news.notify_all()
            if not new:
                return

    def _answer(self, new: bytes) -> None:
        recent = self._recent + new
        answer = answers(recent, len(new))
        if answer:
            os.write(self._terminal, answer)
        self._recent = recent[-LONGEST_QUESTION:]

    def _set_size(self, size: tuple[int, int]) -> None:
        columns, rows = size
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _how_it_ended(self) -> str:
        try:
            status = self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            return "has left its terminal"
        return f"was ended by signal {-status}" if status < 0 else f"ended with status {status}"
