"""Which indexed articles may hold what a query looks for, the most telling first.

The score of an article is BM25F (Robertson and Zaragoza 2009, § 3.6): words of the title and of headings
count as several, which the index has added up already, before the frequency saturates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import groupby, pairwise
from typing import Final

from corpus import words
from corpus.index.engine import View
from corpus.search.matching import Part, Wanted
from corpus.search.ranking import LENGTH_WEIGHT, SATURATION, rarity

_FEW: Final = 1_000
"""Articles that are all scored at once; of more, those first in which a word weighs most."""
_HEAVIEST: Final = 200

Parts = Sequence[Part]
"""The alternatives of a clause."""
Column = tuple[dict[int, int], ...]
"""For the forms of a word, or completions of it: the places of the articles, with its weight in each."""


class Candidates:
    """The articles of a view that may hold every clause."""

    def __init__(self, view: View, clauses: Sequence[Parts]) -> None:
        """Ask the index. Raises EngineFailure."""
        self._view = view
        self._columns: list[Column] = []
        self._clauses = [self._holding(parts) for parts in clauses]
        articles = len(view.articles)
        self.rarities = [rarity(min(articles, clause.size), articles) for clause in self._clauses]
        """For each clause how telling it is."""

    def heaviest_first(self, allowed: set[int] | None, needles: Sequence[bytes] = ()) -> list[int] | None:
        """The best articles, though not all, at once; None where all of them are soon told.

        The places of the articles in the view, the best first; `allowed` are ids. Those without one of
        the `needles` (strings of words in UTF-8) are left out.
        """
        if len(self._clauses) != 1 or self._clauses[0].size <= _FEW:
            return None
        columns = [_heaviest(weights) for column in self._columns for weights in column]
        return self._ordered(self._with_all(set().union(*columns), needles), allowed)

    def best_first(self, allowed: set[int] | None, needles: Sequence[bytes] = ()) -> list[int]:
        """All the articles, the best first; given and taken as by `heaviest_first`."""
        smallest, *others = sorted(self._clauses, key=lambda clause: clause.size)
        places = smallest.places()
        for clause in others:
            places = clause.of(places)
        return self._ordered(self._with_all(places, needles), allowed)

    def _with_all(self, places: Iterable[int], needles: Sequence[bytes]) -> Iterable[int]:
        for needle in needles:
            places = self._view.with_words(places, needle)
        return places

    def _ordered(self, places: Iterable[int], allowed: set[int] | None) -> list[int]:
        articles = self._view.articles
        let_in = [
            place
            for place in places
            if (id := articles[place]) is not None and (allowed is None or id in allowed)
        ]
        scores = self._scores(let_in)
        return sorted(let_in, key=lambda place: (-scores[place], place))

    def _scores(self, places: Sequence[int]) -> dict[int, float]:
        lengths, scores = self._view.lengths, dict.fromkeys(places, 0.0)
        fixed, growing = (
            SATURATION * (1 - LENGTH_WEIGHT),
            SATURATION * LENGTH_WEIGHT / self._view.usual_length,
        )
        damping = {place: fixed + growing * lengths[place] for place in places}
        articles = len(self._view.articles)
        sizes = [sum(map(len, column)) for column in self._columns]
        for column, size in zip(self._columns, sizes, strict=True):
            # What stands nearly everywhere tells nothing, and takes the longest to add up.
            if 2 * size > articles and size > min(sizes):
                continue
            factor = (SATURATION + 1) * rarity(min(articles, size), articles)
            for weights in column:
                get = weights.get
                for place in places:
                    if weight := get(place):
                        scores[place] += factor * weight / (weight + damping[place])
        return scores

    def _holding(self, parts: Parts) -> _Holding:
        return _Holding([self._part(part) for part in parts if part.possible])

    def _part(self, part: Part) -> list[Column]:
        columns = [column for term in part.terms for column in self._of_term(term)]
        self._columns += columns
        return sorted(columns, key=lambda column: sum(map(len, column)))

    def _of_term(self, wanted: Wanted) -> Iterator[Column]:
        """For each word of a term, or pair of characters, the places with its weight in them."""
        numbered = enumerate(wanted.term.words)
        for unspaced, several in groupby(numbered, key=lambda pair: words.is_unspaced(pair[1].folded[0])):
            group = [(number, word.folded) for number, word in several]
            if not unspaced:
                for number, _ in group:
                    stems = dict.fromkeys(form.stem for form in wanted.accepted[number].forms)
                    yield tuple(self._view.postings(stem) for stem in stems)
            elif len(group) == 1:
                yield (self._view.postings(group[0][1]),)
            else:
                for (_, first), (_, second) in pairwise(group):
                    yield (self._view.postings(first + second),)


class _Holding:
    """The articles that hold one of several alternatives, each of which has columns to be in all of."""

    def __init__(self, alternatives: list[list[Column]]) -> None:
        self._alternatives = alternatives
        self.size = sum(
            min((sum(map(len, column)) for column in columns), default=0) for columns in alternatives
        )
        """How many they are at the most."""

    def places(self) -> set[int]:
        """All of them."""
        return set().union(
            *(_in_all(columns[1:], set().union(*columns[0])) for columns in self._alternatives)
        )

    def of(self, places: set[int]) -> set[int]:
        """Those of some articles."""
        return set().union(*(_in_all(columns, places) for columns in self._alternatives))


def _in_all(columns: Sequence[Column], places: set[int]) -> set[int]:
    for column in columns:
        if len(column) == 1:
            only = column[0]
            places = {place for place in places if place in only}
        else:
            places = set().union(*(weights.keys() & places for weights in column))
    return places


def _heaviest(weights: dict[int, int]) -> list[int]:
    """The places where a word weighs most."""
    if len(weights) <= _HEAVIEST:
        return list(weights)
    return nlargest(_HEAVIEST, weights, key=weights.__getitem__)
