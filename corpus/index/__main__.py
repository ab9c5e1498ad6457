"""Bringing an index up to date in a process of its own: ``python -m corpus.index DIRECTORY LIBRARY``.

A process, because one that is ended gives up Whoosh’s lock, whatever it was doing.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from corpus.errors import PinciteError
from corpus.index import Index, IndexBusy
from corpus.library import Library


def main(arguments: list[str]) -> int:
    """Catch up, and give the exit status; SIGTERM ends it after the article that is being written."""
    stopped: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: stopped.append(number))
    directory, path = map(Path, arguments)
    try:
        with Library(path) as library:
            Index(directory).catch_up(library, stop=lambda: bool(stopped))
    except IndexBusy:
        return 0
    except PinciteError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
