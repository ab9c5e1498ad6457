"""Which articles of a library a citation may name, before any of them is opened."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from corpus import words
from corpus.dates import parse_date
from corpus.tracing.facts import Facts

if TYPE_CHECKING:
    from corpus.library import Library

MOST: Final = 24
"""Articles that are proposed at most."""
_LONGEST_QUESTION: Final = 120
"""Different words of a citation that are looked up."""
_SLIGHT: Final = frozenset(
    "a an and as at by for from in into is it of on or that the to with para paras p pp ibid id supra no vol"
    " ed eds et al accessed available online internet https http www com org html".split()
)
_NEAR: Final = 0.4
"""What part of the weight of the likeliest one another has to have."""
_COMMON: Final = 1_000
"""Occurrences of a word beyond which it tells nothing."""
_PERSON: Final = 2.5
_DAY: Final = 8.0
_YEAR: Final = 3.0
"""What the name of a person, the day, and the year weigh beside a word of a title."""


class Candidates:
    """The catalogue of a library as it is at one moment, in one string that is searched for words."""

    def __init__(self, library: Library) -> None:
        """Read what is known of every work. Raises LibraryUnavailable."""
        known = library.works.known()
        self._library = library
        self._ids = [one.id for one in known]
        self._dates = [one.date for one in known]
        self._titles = _Lines(one.title for one in known)
        self._people = _Lines(" ".join(one.authors) for one in known)

    def proposed(self, facts: Facts) -> list[int]:
        """The articles that a citation may name, likeliest first; at most `MOST`."""
        weights: dict[int, float] = defaultdict(float)
        asked = [form for form in dict.fromkeys(facts.forms) if form not in _SLIGHT][:_LONGEST_QUESTION]
        for form in asked:
            self._weigh(weights, self._titles, form, 1.0)
            if not form.isdecimal():
                self._weigh(weights, self._people, form, _PERSON)
        for key in facts.keys:
            name = words.fold(key.key).rstrip("abcdefghijklmnopqrstuvwxyz").rstrip("0123456789_:.-")
            for form in words.columns(name or key.key)[2]:
                self._weigh(weights, self._people, form, _PERSON)
                self._weigh(weights, self._titles, form, 1.0)
        self._weigh_days(weights, facts)
        best = nsmallest(MOST, weights, key=lambda at: (-weights[at], at))
        least = _NEAR * weights[best[0]] if best else 0.0
        return [self._ids[at] for at in best if weights[at] >= least]

    def by_address(self, facts: Facts) -> list[int]:
        """The articles that have one of the addresses, DOIs or numbers of reports of a citation, perhaps."""
        if not (facts.dois or facts.addresses or facts.reports):
            return []
        from corpus.tracing.naming import plain_address

        addresses = (plain_address(address) for address in facts.addresses)
        return self._library.works.saying({*facts.dois, *facts.reports, *addresses})[:MOST]

    def _weigh(self, weights: dict[int, float], lines: _Lines, form: str, weight: float) -> None:
        found = lines.having(form)
        if found.total() >= _COMMON:
            return
        # A word that many have tells little.
        worth = weight * math.log((1 + len(self._ids)) / (1 + len(found)) + 1)
        for at in found:
            weights[at] += worth

    def _weigh_days(self, weights: dict[int, float], facts: Facts) -> None:
        day = parse_date(facts.text)
        years = {f"{year:04d}" for year in facts.years}
        years |= {key.key.rstrip("abcdefghijklmnopqrstuvwxyz")[-4:] for key in facts.keys}
        whole = day.iso() if day and day.day else ""
        for at, date in enumerate(self._dates):
            if date and date == whole:
                weights[at] += _DAY
            elif at in weights and date[:4] in years:
                weights[at] += _YEAR


class _Lines:
    """Short texts, folded, one a line of one string."""

    def __init__(self, texts: Iterable[str]) -> None:
        lines = [words.fold(text) for text in texts]
        self._text = "\n".join(("", *lines, ""))
        self._starts = [1, *accumulate((len(line) + 1 for line in lines), initial=1)][1:]

    def having(self, form: str) -> Counter[int]:
        """How often a word stands in each of the texts that have it, by their places in the row."""
        return Counter(islice(self._places(form), _COMMON))

    def _places(self, form: str) -> Iterator[int]:
        text, at = self._text, self._text.find(form)
        unspaced = words.is_unspaced(form[:1])
        while at >= 0:
            end = at + len(form)
            if unspaced or not (text[at - 1].isalnum() or text[end : end + 1].isalnum()):
                yield bisect_right(self._starts, at) - 1
            at = text.find(form, end)


_made: WeakKeyDictionary[Library, tuple[tuple[int, int], Candidates]] = WeakKeyDictionary()


def candidates_of(library: Library) -> Candidates:
    """The catalogue of a library as it is now; it is read again only where the library has changed."""
    revision = library.revision()
    if (made := _made.get(library)) and made[0] == revision:
        return made[1]
    candidates = Candidates(library)
    _made[library] = revision, candidates
    return candidates
