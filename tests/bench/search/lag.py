"""How late an event loop wakes while a thread of the same process searches."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Final

from corpus.search import Search
from tests.bench.search.asking import keys
from tests.bench.search.engines import MOST
from tests.bench.search.measures import Row
from tests.bench.search.results import Results

_TICK: Final = 0.001


def lag(texts: str, search: Search, queries: list[str], results: Results) -> None:
    """Each query typed by a thread that never waits, and then as long a time without."""
    _type(search, queries[-1])
    asyncio.run(_in_turn(texts, search, queries, results))


async def _in_turn(texts: str, search: Search, queries: list[str], results: Results) -> None:
    for query in queries:
        start = time.perf_counter()
        typed = asyncio.create_task(asyncio.to_thread(_type, search, query))
        await _tick(typed.done, Row("lateness", texts, "searching"), results)
        await typed
        end = time.perf_counter()
        resting = asyncio.create_task(asyncio.sleep(end - start))
        await _tick(resting.done, Row("lateness", texts, "at rest"), results)


async def _tick(ended: Callable[[], bool], row: Row, results: Results) -> None:
    while not ended():
        due = time.perf_counter() + _TICK
        await asyncio.sleep(_TICK)
        results.note(row, max(time.perf_counter() - due, 0.0))


def _type(search: Search, query: str) -> None:
    for typed in keys(query):
        for _ in search.answers(typed, limit=MOST, typing=True):
            pass
