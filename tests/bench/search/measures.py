"""What is measured, how it is shown, and with which engine each figure is compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, TypeAlias

Shown: TypeAlias = Literal["times", "lateness", "speed", "part", "memory", "count"]


class Row(NamedTuple):
    """One line of the table: a measure of an engine on a set of texts (by its name)."""

    measure: str
    texts: str
    engine: str


@dataclass(frozen=True)
class Measure:
    """A measure, and the part of a run that takes it.

    `shown` says what its samples are: "times" and "lateness" are seconds, "speed" bytes a second,
    "part" bytes by the bytes of the texts, "memory" bytes, "count" 1 for what is as it should be and 0
    for what is not. The median is divided by that of the engine `against`.
    """

    name: str
    part: str
    says: str
    shown: Shown = "times"
    against: str = ""


MEASURES: Final = {
    measure.name: measure
    for measure in (
        Measure("a key", "typing", "a letter or space typed, from the third on, to the hits", against="FTS5"),
        Measure("phrase of 3", "phrases", "three words, exactly", against="plain scan"),
        Measure("phrase of 5", "phrases", "five words, exactly", against="plain scan"),
        Measure("not slower than the scan", "phrases", "phrases, by processor time", "count"),
        Measure("nor than it to the end", "phrases", "the same, the scan counting all places", "count"),
        Measure("one word", "words", "a word", against="FTS5"),
        Measure("two words", "words", "both of two words", against="FTS5"),
        Measure("cold start", "starting", "opening, and the first hits, in a new process", against="FTS5"),
        Measure("cold start, all", "starting", "the same, and importing what searches", against="FTS5"),
        Measure("writing", "writing", "bytes of text for a second of processor time", "speed", "FTS5"),
        Measure("index", "writing", "its bytes by those of the texts", "part", "FTS5"),
        Measure("memory", "writing", "the most that the process that writes held", "memory", "FTS5"),
        Measure("change", "changing", "an article changed in the library, to being found by the index"),
        Measure("lateness", "lag", "of an event loop that is to wake after a millisecond", "lateness"),
        Measure("found", "complete", "phrases that stand in an article, found at their place", "count"),
        Measure("found, Chinese", "complete", "the same, of Chinese characters", "count"),
        Measure("marked", "complete", "of both, with a mark from the first letter to the last", "count"),
        Measure("not found", "complete", "phrases that stand nowhere, nothing found, for certain", "count"),
    )
}

PARTS: Final = tuple(dict.fromkeys(measure.part for measure in MEASURES.values()))
"""What can be run alone."""


@dataclass(frozen=True)
class Amounts:
    """How much is asked."""

    queries: int = 100
    phrases: int = 200
    words: int = 200
    starts: int = 10
    changes: int = 10
    drawn: int = 2000
    chinese: int = 500
    altered: int = 1000

    def part(self, share: float) -> Amounts:
        """A share of it, and one of each at least."""
        return Amounts(**{name: max(1, round(value * share)) for name, value in vars(self).items()})
