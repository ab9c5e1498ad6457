"""Asking the engines in turn, so that what disturbs one disturbs all: keys, phrases and words."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple, Protocol, TypeVar

from tests.bench.search.engines import Engine
from tests.bench.search.measures import Row
from tests.bench.search.results import Results
from tests.bench.search.scan import FoldedTexts, Scan

_Asked = TypeVar("_Asked", bound="_Asking")

FIRST_LETTER: Final = 3
"""From this letter of a query on, hits are asked for."""


class _Asking(Protocol):
    """What can be asked for a phrase: an engine or a scan."""

    name: str

    def phrase(self, phrase: str) -> int: ...


class Took(NamedTuple):
    """What an answer took, in seconds, and how many hits it had."""

    wall: float
    processor: float
    hits: int


def timed(ask: Callable[[str], int], question: str) -> Took:
    """Ask, and look at the clocks."""
    wall, processor = time.perf_counter(), time.process_time()
    hits = ask(question)
    return Took(time.perf_counter() - wall, time.process_time() - processor, hits)


def keys(query: str) -> list[str]:
    """What stands in the prompt after each key."""
    return [query[:end] for end in range(min(FIRST_LETTER, len(query)), len(query) + 1)]


def typing(texts: str, engines: Sequence[Engine], queries: list[str], results: Results) -> None:
    """Each query letter by letter, all letters by one engine before the next one's turn."""
    for engine in engines:
        engine.typed(queries[-1])
    for number, query in enumerate(queries):
        for engine in _in_turn(engines, number):
            for typed in keys(query):
                took = timed(engine.typed, typed)
                _note(results, Row("a key", texts, engine.name), took)


def words(texts: str, engines: Sequence[Engine], asked: Mapping[int, list[str]], results: Results) -> None:
    """Queries of one word and of two that are both wanted, given by the number of words."""
    for length, measure in ((1, "one word"), (2, "two words")):
        for engine in engines:
            engine.words(asked[length][-1])
        for number, query in enumerate(asked[length]):
            for engine in _in_turn(engines, number):
                _note(results, Row(measure, texts, engine.name), timed(engine.words, query))


def phrases(
    texts: str,
    engines: Sequence[Engine],
    folded: FoldedTexts,
    asked: Mapping[int, list[str]],
    results: Results,
) -> None:
    """Phrases, by their number of words, beside a scan to the 20th place, and one to the end."""
    scan, whole_scan = Scan(folded), Scan(folded, None)
    everyone: list[_Asking] = [*engines, scan, whole_scan]
    yardsticks = {"not slower than the scan": scan, "nor than it to the end": whole_scan}
    for length, some in asked.items():
        for one in everyone:
            one.phrase(some[-1])
        for number, phrase in enumerate(some):
            took = {one.name: timed(one.phrase, phrase) for one in _in_turn(everyone, number)}
            for name, one_took in took.items():
                _note(results, Row(f"phrase of {length}", texts, name), one_took)
            for engine in engines:
                for measure, yardstick in yardsticks.items():
                    fast = took[engine.name].processor <= took[yardstick.name].processor
                    results.note(Row(measure, texts, engine.name), fast)


def _note(results: Results, row: Row, took: Took) -> None:
    results.note(row, took.wall, took.processor, answered=took.hits > 0)


def _in_turn(everyone: Sequence[_Asked], number: int) -> list[_Asked]:
    """All of them, another one first each time."""
    first = number % len(everyone)
    return [*everyone[first:], *everyone[:first]]
