"""A process that writes the index for ever: ``python -m tests.bench.faults.holder DIRECTORY``.

It says so on standard output as soon as nobody else can.
"""

from __future__ import annotations

import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

from corpus.index import Index
from corpus.library import Library
from tests.bench.faults.articles import article, source


def main() -> int:
    """Stop in the middle of indexing one article, until it is killed."""
    with tempfile.TemporaryDirectory() as name, Library(Path(name) / "library.sqlite") as library:
        library.remember(article(0, 0), source(0), size=1, mtime_ns=1)
        Index(Path(sys.argv[1])).catch_up(library, progress=_stay)
    return 0


def _stay(*_: Any) -> None:
    print("held", flush=True)
    signal.pause()


if __name__ == "__main__":
    sys.exit(main())
