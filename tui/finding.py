"""Finding in the article as one types: hits in slices, nearest first. No Textual in it."""

from __future__ import annotations

import re
import time
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.document import Readable
from corpus.find import Span, slices, wanted

_MOST: Final = 100_000
_SLICE: Final = 0.004
"""Seconds after which control is given back: a key waits no longer than that."""


class Finding:
    """The hits of one query in one text, as far as they are known, and which of them is current."""

    def __init__(self, document: Readable, query: str, origin: int) -> None:
        """Look for `query`, beginning at the offset `origin`."""
        self.query = query
        self.origin = origin
        self.current: Span | None = None
        self._wanted = wanted(query)
        self.complete = self._wanted is None
        self._document = document
        self._before: list[Span] = []
        self._after: list[Span] = []

    @property
    def hits(self) -> list[Span]:
        """The hits so far, in reading order."""
        return self._before + self._after

    @property
    def pattern(self) -> re.Pattern[str] | None:
        """What is looked for; None where the query has no words."""
        return self._wanted.pattern if self._wanted else None

    def run(self) -> Iterator[None]:
        """Find on, giving control back after every few milliseconds, and at the first hit."""
        if self._wanted is None:
            return
        until = time.perf_counter() + _SLICE
        for found in slices(self._document, self._wanted, self.origin):
            after = bool(found) and found[0][0] >= self.origin
            (self._after if after else self._before).extend(found)
            first = bool(found) and self.current is None
            if first:
                self.current = found[0]
            if len(self._before) + len(self._after) > _MOST:
                break
            if first or time.perf_counter() > until:
                yield
                until = time.perf_counter() + _SLICE
        self.complete = True

    def step(self, by: int, offset: int) -> Span | None:
        """Make the next hit the current one, or the previous; without a current one, from `offset`."""
        hits = self.hits
        if not hits:
            return None
        if self.current is not None:
            index = bisect_left(hits, self.current) + by
        elif by > 0:
            index = bisect_left(hits, (offset, 0))
        else:
            index = bisect_right(hits, (offset, 0)) - 1
        self.current = hits[index % len(hits)]
        return self.current

    def choose(self, offset: int) -> bool:
        """Make the hit that begins at an offset the current one; tells whether there is one."""
        hits = self.hits
        at = bisect_left(hits, (offset,))
        chosen = at < len(hits) and hits[at][0] == offset
        if chosen:
            self.current = hits[at]
        return chosen

    def count(self) -> str:
        """What to say of it: "4/14", "no match", or nothing yet."""
        if self._wanted is None:
            return ""
        hits = self.hits
        if not hits:
            return "no match" if self.complete else "…"
        total = f"{len(hits):,}{'' if self.complete else '+'}"
        if self.current is None:
            return total
        return f"{bisect_left(hits, self.current) + 1:,}/{total}"


def shares(hits: Sequence[Span], length: int) -> list[float]:
    """Where hits are in a text of so many characters, as shares from 0 to 1: at most a thousand of them."""
    return [start / max(1, length) for start, _ in hits[:: max(1, len(hits) // 1000)]]
