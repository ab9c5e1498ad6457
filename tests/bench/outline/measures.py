"""How far an outline is from the author's: Pk, WindowDiff and F1 of breaks, F1 and parents of headings."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import accumulate
from random import Random
from statistics import fmean
from typing import Final, NamedTuple

from tests.bench.outline.data import Heading

_RESAMPLES: Final = 1_000


class Breaks(NamedTuple):
    """Of breaks in one article: Pk and WindowDiff (0 is best), F1 of exact breaks (1 is best)."""

    pk: float
    window_diff: float
    f1: float


class Interval(NamedTuple):
    """A mean, and between which two means nineteen of twenty lie."""

    mean: float
    low: float
    high: float


class Headings(NamedTuple):
    """Of headings in some texts: how many there are, were found, are right, and stand under the right one."""

    true: int
    found: int
    right: int
    nested: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.true + self.found) if self.true + self.found else 1.0

    @property
    def parents(self) -> float:
        """Of the right ones how many stand under the heading that the author put them under."""
        return self.nested / self.right if self.right else 0.0

    def plus(self, other: Headings) -> Headings:
        """Both together."""
        return Headings(*(one + more for one, more in zip(self, other, strict=True)))


def breaks_measured(true: Collection[int], found: Collection[int], count: int) -> Breaks:
    """Compare breaks among `count` paragraphs; each is the index of a paragraph that begins a section.

    Pk after Beeferman, Berger and Lafferty (1999), WindowDiff after Pevzner and Hearst (2002), with a
    window of half the mean length of a true section.
    """
    true, found = ({at for at in breaks if 0 < at < count} for breaks in (true, found))
    window = max(1, min(round(count / (len(true) + 1) / 2), count - 1))
    one, other = _sections(true, count), _sections(found, count)
    places = range(count - window)
    apart = sum((one[at] == one[at + window]) != (other[at] == other[at + window]) for at in places)
    differ = sum(one[at + window] - one[at] != other[at + window] - other[at] for at in places)
    both = len(true & found)
    f1 = 2 * both / (len(true) + len(found)) if true or found else 1.0
    return Breaks(apart / max(1, len(places)), differ / max(1, len(places)), f1)


def _sections(breaks: Collection[int], count: int) -> list[int]:
    """For each paragraph the number of its section."""
    return list(accumulate(int(at in breaks) for at in range(count)))


def difference(ours: Sequence[float], others: Sequence[float], seed: int = 1) -> Interval:
    """How much larger ours are than others on the same articles: a paired bootstrap of 1,000 resamples.

    The percentile interval of 95 % after Efron and Tibshirani (1993), chapter 13.
    """
    each = [one - other for one, other in zip(ours, others, strict=True)]
    chance = Random(seed)
    means = sorted(fmean(chance.choices(each, k=len(each))) for _ in range(_RESAMPLES))
    cut = _RESAMPLES // 40
    return Interval(fmean(each), means[cut], means[-1 - cut])


def headings_measured(true: Sequence[Heading], found: Sequence[Heading]) -> Headings:
    """Compare headings in reading order: the longest common run of both, by their words.

    A title that was joined to the line above it matches that line.
    """
    pairs = _aligned([key(one.title) for one in true], [key(one.title) for one in found])
    place = dict(pairs)
    over, under = _parents(true), _parents(found)
    nested = sum(_at(over[one], place) == under[other] for one, other in pairs)
    return Headings(len(true), len(found), len(pairs), nested)


def _at(parent: int | None, place: dict[int, int]) -> int | None:
    """Where a true heading's parent was found; -1 where it was not, None at the top."""
    return None if parent is None else place.get(parent, -1)


def key(title: str) -> str:
    """The words of a title, by which it is known: case and signs aside."""
    return " ".join(re.findall(r"\w+", title.casefold()))


def _same(true: str, found: str) -> bool:
    return true == found or found.startswith(f"{true} ")


def _aligned(true: Sequence[str], found: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of indexes of a longest common subsequence."""
    lengths = [[0] * (len(found) + 1) for _ in range(len(true) + 1)]
    for one in reversed(range(len(true))):
        for other in reversed(range(len(found))):
            lengths[one][other] = (
                lengths[one + 1][other + 1] + 1
                if _same(true[one], found[other])
                else max(lengths[one + 1][other], lengths[one][other + 1])
            )
    pairs = []
    one = other = 0
    while one < len(true) and other < len(found):
        if _same(true[one], found[other]):
            pairs.append((one, other))
            one, other = one + 1, other + 1
        elif lengths[one + 1][other] >= lengths[one][other + 1]:
            one += 1
        else:
            other += 1
    return pairs


def _parents(headings: Sequence[Heading]) -> list[int | None]:
    opened: list[int] = []
    parents: list[int | None] = []
    for index, heading in enumerate(headings):
        while opened and headings[opened[-1]].level >= heading.level:
            opened.pop()
        parents.append(opened[-1] if opened else None)
        opened.append(index)
    return parents
