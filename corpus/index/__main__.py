"""Bringing an index up to date in a process of its own: ``python -m corpus.index DIRECTORY LIBRARY``.

A process, because one that is ended gives up its lock, whatever it was doing. It says how far it is
on standard output, in lines of two numbers: articles done, articles there are to do.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from typing import Final

from corpus.errors import PinciteError
from corpus.index import Index, IndexBusy
from corpus.library import Library
from corpus.library.renewing import renew

_BETWEEN: Final = 0.1
"""Seconds between two lines of progress."""


class Telling:
    """Says how far it is, not too often; nobody needs to listen."""

    def __init__(self) -> None:
        self._next = 0.0
        self._heard = True

    def __call__(self, done: int, total: int) -> None:
        """Say that so many are done, of so many."""
        now = time.monotonic()
        if not self._heard or (now < self._next and done < total):
            return
        self._next = now + _BETWEEN
        try:
            print(done, total, flush=True)
        except OSError:
            # Whoever started it is gone; what is begun is finished all the same.
            self._heard = False
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main(arguments: list[str]) -> int:
    """Catch up, and give the exit status; SIGTERM ends it after the article that is being written.

    After that, files that changed on the disk are read into the library again, and indexed: what a file
    may do to a parser keeps nothing else from being indexed.
    """
    stopped: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: stopped.append(number))
    directory, path = map(Path, arguments)
    try:
        with Library(path) as library:
            for _ in range(2):
                Index(directory).catch_up(library, progress=Telling(), stop=lambda: bool(stopped))
                if not renew(library, stop=lambda: bool(stopped)):
                    break
    except IndexBusy:
        return 0
    except PinciteError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
