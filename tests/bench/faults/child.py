"""The child that catches up, made to die: ``python -m tests.bench.faults.child DIRECTORY LIBRARY …``.

It counts what it does to the files of the index (opening for writing, fsync, renaming, removing, making
and removing directories), and kills itself just before the moment it is told: with SIGKILL, so that
nothing of it runs afterwards.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from corpus.index import Index
from corpus.index.__main__ import main as catch_up
from corpus.library import Library
from tests.bench.faults.power import Disk

_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES: Final = frozenset(
    ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.link", "os.symlink")
)


class Moments:
    """Counts what is done to files under a directory, and dies before the one that is `fatal`."""

    def __init__(self, directory: Path, fatal: int, dying: Callable[[], None], disk: Disk) -> None:
        self._prefix, self._fatal, self._dying, self._disk = str(directory), fatal, dying, disk
        self._fsync: Callable[[int], None] = os.fsync
        self._dead = False
        self.count = 0

    def watch(self) -> None:
        """Begin to count."""
        sys.addaudithook(self._heard)
        setattr(os, "fsync", self._synced)  # noqa: B010 - a descriptor is all that it is given here

    def _heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._dead:
            return
        if event == "open" and not isinstance(arguments[0], int) and int(arguments[2] or 0) & _WRITING:
            self._moment(path := os.fsdecode(arguments[0]), lambda: self._disk.written(path))
        elif event in _CHANGES:
            paths = [
                os.fsdecode(name) for name in arguments[:2] if isinstance(name, (str, bytes, os.PathLike))
            ]
            self._moment(paths[0], lambda: self._disk.changed(event, paths))

    def _synced(self, descriptor: int) -> None:
        path = os.readlink(f"/proc/self/fd/{descriptor}")
        self._moment(path, lambda: None)
        self._fsync(descriptor)
        if path.startswith(self._prefix):
            self._disk.synced(path)

    def _moment(self, path: str, survived: Callable[[], None]) -> None:
        if not os.path.abspath(path).startswith(self._prefix):
            return
        self.count += 1
        if self.count == self._fatal:
            self._dead = True
            self._dying()
            os.kill(os.getpid(), signal.SIGKILL)
        survived()


def die_at_bytes(size: int) -> None:
    """Let the kernel kill this process in the middle of the write that makes a file so long."""
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def main() -> int:
    """Catch up, in several commits if asked to, until it is time to die; the exit status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("directory", type=Path)
    parser.add_argument("library", type=Path)
    parser.add_argument("--before", type=int, default=0, help="die before this moment")
    parser.add_argument("--bytes", type=int, default=0, help="die when a file gets so long")
    parser.add_argument("--step", type=int, default=0, help="commit after so many articles")
    parser.add_argument("--power", choices=("names", "data"), help="the power fails, too")
    chosen = parser.parse_args()
    disk = Disk(chosen.directory)
    dying = {"names": disk.lose_names, "data": disk.lose_data, None: lambda: None}[chosen.power]
    moments = Moments(chosen.directory, chosen.before, dying, disk)
    moments.watch()
    if chosen.bytes:
        die_at_bytes(chosen.bytes)
    if chosen.step:
        _in_steps(chosen.directory, chosen.library, chosen.step)
    status = catch_up([str(chosen.directory), str(chosen.library)])
    print(moments.count)
    return status


def _in_steps(directory: Path, path: Path, step: int) -> None:
    """Catch up so many articles at a time, each time as if broken off and taken up again."""
    index, done = Index(directory), step
    with Library(path) as library:
        while done == step:
            asked = iter([*([False] * step), *([True] * 9)])
            done = index.catch_up(library, stop=lambda: next(asked, True))  # noqa: B023 - used at once


if __name__ == "__main__":
    sys.exit(main())
