"""What became of passages of edited articles: as it is found, and as it is."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Final, Literal

from corpus.document import Document
from corpus.finding_again import Finder
from corpus.finding_again.wording import Wording
from corpus.outline.section import Outline
from corpus.passages.passage import Passage
from corpus.passages.selectors import Part, part_of
from tests.bench.again.editing import Edited, edited
from tests.bench.again.passages import drawn

Way = Literal["old text kept", "selectors alone", "the very words", "the offsets"]
"""How a passage is looked for; the last two are what is done without this program."""

OUTCOMES: Final = ("found", "inexact", "wrong", "lost", "ambiguous")
_FOUND: Final = 0.8
_RIGHT: Final = 0.5
_EACH: Final = 10
"""Passages that are drawn from an article for each time that it is edited."""

Span = tuple[int, int] | None
Searching = Callable[[Part], tuple[Span, str]]
"""A part's span; what is said where there is none."""


@dataclass
class Tally:
    """How often each outcome was; for each passage the milliseconds of CPU that it took."""

    outcomes: Counter[str] = field(default_factory=Counter)
    costs: list[float] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many passages there were."""
        return self.outcomes.total()


class Measuring:
    """Passages of these articles, drawn and edited by a seed: the same for each way of looking for them."""

    def __init__(self, articles: list[tuple[str, Document]], seed: int) -> None:
        self._articles = articles
        self._seed = seed
        self._words: dict[str, Wording] = {}

    def kept(self, way: Way, rate: float, count: int) -> Tally:
        """So many passages that are still there after this share of all words was edited."""
        random = Random(f"{self._seed} {rate}")
        tally = Tally()
        while tally.count < count:
            old, document = self._article(random)
            made = edited(old, document, rate, random)
            find = _searching(way, made.document, document)
            for _ in range(_EACH):
                words = drawn(old, document, random)
                if words and made.of(*words) and tally.count < count:
                    _add(tally, find, _part(old, document, words), made, words)
        return tally

    def deleted(self, way: Way, rates: tuple[float, ...], count: int) -> Tally:
        """So many passages that were taken out, while other words were edited: each found one is wrong."""
        random = Random(f"{self._seed} deleted")
        tally = Tally()
        while tally.count < count:
            old, document = self._article(random)
            if words := drawn(old, document, random):
                made = edited(old, document, rates[tally.count % len(rates)], random, gone=words)
                find = _searching(way, made.document, document)
                _add(tally, find, _part(old, document, words), made, words)
        return tally

    def _article(self, random: Random) -> tuple[Wording, Document]:
        name, document = random.choice(self._articles)
        if name not in self._words:
            self._words[name] = Wording(document.text)
        return self._words[name], document


def _part(old: Wording, document: Document, words: tuple[int, int]) -> Part:
    return part_of(Passage(document, Outline(()), old.starts[words[0]], old.ends[words[1] - 1]))


def _add(tally: Tally, find: Searching, part: Part, made: Edited, words: tuple[int, int]) -> None:
    begun = time.process_time_ns()
    span, said = find(part)
    tally.costs.append((time.process_time_ns() - begun) / 1e6)
    if span is None:
        tally.outcomes[said] += 1
    elif made.overlap(*words, span) >= _FOUND:
        tally.outcomes["found"] += 1
    else:
        tally.outcomes["inexact" if made.rightness(*words, span) >= _RIGHT else "wrong"] += 1


def _searching(way: Way, document: Document, before: Document) -> Searching:
    if way == "the offsets":
        return lambda part: ((part.start, min(part.end, len(document.text))), "")
    if way == "the very words":
        return lambda part: _very_words(document.text, part.exact)
    finder = Finder(document, before if way == "old text kept" else None)

    def find(part: Part) -> tuple[Span, str]:
        found = finder.find(part)
        return found.span, found.state.value

    return find


def _very_words(text: str, words: str) -> tuple[Span, str]:
    at = text.find(words)
    if at < 0:
        return None, "lost"
    return (at, at + len(words)), ""


def shares(tally: Tally) -> Iterator[str]:
    """The outcomes of a tally, as they stand in a row of the table."""
    for outcome in OUTCOMES:
        number = tally.outcomes[outcome]
        yield f"{number / tally.count:.1%}" if outcome == "found" else f"{number:,}"
