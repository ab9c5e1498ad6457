"""Catching up twice in one process, as on the command line, where the first time may fail.

``python -m tests.bench.faults.twice DIRECTORY LIBRARY``: what went wrong is said on a line of standard
output, or an empty line; then it waits for a line of standard input before the second time.
"""

from __future__ import annotations

import sys
from pathlib import Path

from corpus.errors import PinciteError
from corpus.index import Index
from corpus.library import Library


def main() -> int:
    """Catch up, wait, catch up; the exit status."""
    directory, path = map(Path, sys.argv[1:])
    with Library(path) as library:
        index = Index(directory)
        for last in (False, True):
            try:
                index.catch_up(library)
                said = ""
            except PinciteError as error:
                said = str(error)
            print(said, flush=True)
            if not last:
                sys.stdin.readline()
    return 0


if __name__ == "__main__":
    sys.exit(main())
