"""A search with an open index, in a process of its own: it may die of what is done to the files.

``python -m tests.bench.faults.reader FOLDER`` reads queries from standard input, a line each.
"""

from __future__ import annotations

import json
import signal
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus.index import Index
from corpus.library import Library
from corpus.search import Search
from tests.bench.faults.examination import ALL, Trial
from tests.bench.faults.starting import home_in, start


class Reader:
    """Such a process, for a trial."""

    def __init__(self, trial: Trial) -> None:
        self._process = start("tests.bench.faults.reader", trial.home.data.parent)

    def ask(self, query: str) -> tuple[set[tuple[int, int, int]], bool] | None:
        """The places of an answer, and whether it claims to be complete; None where the process died."""
        assert self._process.stdin
        assert self._process.stdout
        try:
            self._process.stdin.write(f"{query}\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            return None
        line = self._process.stdout.readline()
        if not line.endswith("\n"):
            return None
        places, complete = json.loads(line)
        return {(article, start, end) for article, start, end in places}, complete

    def end(self) -> str:
        """What the process that died has died of."""
        status = self._process.wait()
        assert self._process.stderr
        return signal.Signals(-status).name if status < 0 else f"exit {status}: {self._process.stderr.read()}"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin
        with suppress(BrokenPipeError):  # it may have died with a query unread
            self._process.stdin.close()
        self._process.wait()
        for pipe in (self._process.stdout, self._process.stderr):
            assert pipe
            pipe.close()


def main() -> int:
    """Answer until there are no more queries."""
    home = home_in(Path(sys.argv[1]))
    with Library(home.library) as library:
        search = Search(library, Index(home.index))
        for line in sys.stdin:
            answer = search.hits(line.strip(), limit=ALL)
            places = [(hit.article, hit.start, hit.end) for hit in answer.hits]
            print(json.dumps((places, answer.complete)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
