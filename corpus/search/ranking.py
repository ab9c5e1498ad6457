"""Which of the places found are shown first.

A passage is a block of the article. Passages that hold every clause of the query come before the best
passages of articles that hold them only here and there; among each, BM25 decides (Robertson and Zaragoza
2009, § 3.3), where a word counts less the less it is what was typed, and more in a heading or the title.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from heapq import nlargest
from math import log
from typing import Final, NamedTuple

from corpus.index.entry import Shape
from corpus.search.groups import Match

SATURATION: Final = 1.2
LENGTH_WEIGHT: Final = 0.5
"""BM25's constants, for passages and for whole articles."""
_USUAL_LENGTH: Final = 80
"""Words of a paragraph that is neither short nor long."""
_HEADING: Final = 1.5
_TITLE: Final = 0.5
_IN_A_ROW: Final = 3
"""Passages of one article before those of others are shown."""


class Passage(NamedTuple):
    """Where clauses stand in one block of an article, or (`block` -1) in its title.

    `matches` are places among the article's words; `whole` tells whether every clause stands here,
    `score` how well they do.
    """

    article: int | str
    block: int
    matches: tuple[Match, ...]
    whole: bool
    score: float


class Found(NamedTuple):
    """The passages of an article: how many there are, and the best of them, the best first."""

    total: int
    best: list[Passage]


def rarity(holding: int, articles: int) -> float:
    """How telling a word is that so many of the articles hold: BM25's inverse frequency, above 0."""
    return log(1 + (max(articles, holding) - holding + 0.5) / (holding + 0.5))


def passages_in(
    article: int | str,
    shape: Shape,
    found: Sequence[Sequence[Match]],
    rarities: Sequence[float],
    most: int,
) -> Found:
    """The passages of one article: all that hold every clause, or else the one that tells most.

    `found` has the matches of each clause, in reading order. Where the title alone holds them all,
    that is the passage. At most `most` are given.
    """
    sums, bests = _by_block(shape, found)
    titled = bests.get(-1, [0.0] * len(found))
    blocks = [block for block in sums if block >= 0]
    whole = blocks if len(found) == 1 else [block for block in blocks if all(bests[block])]
    if whole:
        scores = _scores(shape, whole, sums, bests, titled, rarities)
        chosen = nlargest(most, zip(scores, map(int.__neg__, whole), strict=True))
    elif all(titled):
        chosen = [(sum(map(float.__mul__, rarities, titled)), 1)]
    else:
        scores = _scores(shape, blocks, sums, bests, titled, rarities)
        counts = (sum(map(bool, bests[block])) for block in blocks)
        likely = zip(counts, scores, map(int.__neg__, blocks), strict=True)
        chosen = [scored[1:] for scored in nlargest(1, likely)]
    best = [
        Passage(article, -block, _matches_in(shape, -block, found), all(bests[-block]), score)
        for score, block in chosen
    ]
    return Found(len(whole) or len(best), best)


def _by_block(
    shape: Shape, found: Sequence[Sequence[Match]]
) -> tuple[dict[int, list[float]], dict[int, list[float]]]:
    """For each block with a match, and each clause: all its closeness there together, and the greatest."""
    firsts, clauses = shape.firsts, len(found)
    sums: dict[int, list[float]] = {}
    bests: dict[int, list[float]] = {}
    for number, matches in enumerate(found):
        end = -1
        for first, _, closeness in matches:
            # Most matches stand in the block of the one before.
            if first >= end:
                block = bisect_right(firsts, first) - 1
                end = firsts[block + 1]
                if block not in sums:
                    sums[block], bests[block] = [0.0] * clauses, [0.0] * clauses
                here, best = sums[block], bests[block]
            here[number] += closeness
            if closeness > best[number]:
                best[number] = closeness
    return sums, bests


def _scores(
    shape: Shape,
    blocks: Sequence[int],
    sums: dict[int, list[float]],
    bests: dict[int, list[float]],
    titled: Sequence[float],
    rarities: Sequence[float],
) -> list[float]:
    """How well the clauses do in each of these blocks."""
    fixed, growing = SATURATION * (1 - LENGTH_WEIGHT), SATURATION * LENGTH_WEIGHT / _USUAL_LENGTH
    firsts, headings = shape.firsts, shape.headings
    scores = []
    for block in blocks:
        damping = fixed + growing * (firsts[block + 1] - firsts[block])
        factor = (SATURATION + 1) * (_HEADING if headings[block] else 1.0)
        score = 0.0
        for telling, count, best, closeness in zip(rarities, sums[block], bests[block], titled, strict=True):
            if count:
                # The title adds to what stands here; it does not stand in for it.
                score += telling * (best * factor * count / (count + damping) + _TITLE * closeness)
        scores.append(score)
    return scores


def _matches_in(shape: Shape, block: int, found: Sequence[Sequence[Match]]) -> tuple[Match, ...]:
    first = shape.firsts[block] if block >= 0 else 0
    last = shape.firsts[block + 1]
    return tuple(
        sorted(
            {
                match
                for matches in found
                for match in matches[bisect_left(matches, (first,)) : bisect_left(matches, (last,))]
            }
        )
    )


class Ranking:
    """The best passages of those that come in, article by article."""

    def __init__(self, limit: int) -> None:
        """Keep what is needed to give `limit` passages."""
        self.limit = limit
        self.total = 0
        """How many came in."""
        self.whole = 0
        """How many of them hold every clause."""
        self.articles = 0
        """How many articles they came from."""
        self._first: list[Passage] = []
        self._later: list[Passage] = []

    def add(self, found: Found) -> None:
        """Take the passages of one more article."""
        if not found.best:
            return
        self.articles += 1
        self.total += found.total
        self.whole += found.total if found.best[0].whole else 0
        self._first += found.best[:_IN_A_ROW]
        self._later += found.best[_IN_A_ROW:]
        for kept in (self._first, self._later):
            if len(kept) > 8 * self.limit + 64:
                kept.sort(key=_order)
                del kept[2 * self.limit :]

    @property
    def kept(self) -> int:
        """How many passages `best` gives."""
        return len(self._first) + len(self._later)

    def best(self) -> Iterator[Passage]:
        """The best passages, the best first; `limit` of them, and some more to stand in for others."""
        self._first.sort(key=_order)
        self._later.sort(key=_order)
        # Only an article without a whole passage has another one, and has no more than that.
        yield from (passage for passage in self._first if passage.whole)
        yield from self._later
        yield from (passage for passage in self._first if not passage.whole)


def _order(passage: Passage) -> tuple[bool, float, str, int]:
    return not passage.whole, -passage.score, str(passage.article), passage.block
