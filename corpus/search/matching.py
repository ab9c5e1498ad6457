"""Where the words of a query stand in a text."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from corpus import words
from corpus.search.query import Term

Stem: TypeAlias = Callable[[str], str]
"""Gives words that are forms of one another the same stem."""

EXACT: Final = 1.0
INFLECTED: Final = 0.7
BEGUN: Final = 0.4
"""How much a word counts that is as typed, a form of it, or begins with it."""


class Match(NamedTuple):
    """Words of the text at offsets [start, end), and how closely they are what was asked for (0 to 1)."""

    start: int
    end: int
    closeness: float


class CutText:
    """A text cut into words, for asking more than once where words stand in it."""

    __slots__ = ("_by_stem", "_ends", "_forms", "_places", "_starts")

    def __init__(self, text: str) -> None:
        starts, ends, self._forms = words.columns(text)
        self._starts, self._ends = array("L", starts), array("L", ends)
        self._by_stem: dict[str, list[str]] | None = None
        places: defaultdict[str, list[int]] = defaultdict(list)
        for position, form in enumerate(self._forms):
            places[form].append(position)
        self._places = dict(places)
        self._add_single_characters()

    def _add_single_characters(self) -> None:
        """A character asked for alone stands wherever a pair begins with it."""
        pairs = [form for form in self._places if len(form) == 2 and words.is_unspaced(form[0])]
        for pair in pairs:
            self._places.setdefault(pair[0], []).extend(self._places[pair])

    def __len__(self) -> int:
        """How many words there are."""
        return len(self._starts)

    def count_between(self, start: int, end: int) -> int:
        """How many words begin at offsets [start, end)."""
        return bisect_left(self._starts, end) - bisect_left(self._starts, start)

    def matches(self, term: Term, stem: Stem) -> list[Match]:
        """Every place where the term stands, in reading order; none overlaps the one before."""
        last = len(term.words) - 1
        accepted = [
            self._accepted(word, stem, exact=term.exact, is_open=term.open and number == last)
            for number, word in enumerate(term.words)
        ]
        found: list[Match] = []
        for first, closeness in self._sequences(accepted):
            start = self._starts[first]
            if found and start < found[-1].end:
                continue
            found.append(Match(start, self._end(first + last, term.words[-1]), closeness))
        return found

    def _end(self, position: int, word: str) -> int:
        # A pair reaches over the next character, which is not part of the match of a single one.
        if len(word) == 1 and words.is_unspaced(word):
            return self._starts[position] + 1
        return self._ends[position]

    def _sequences(self, accepted: list[dict[str, float]]) -> Iterator[tuple[int, float]]:
        """The positions at which accepted words follow one another, and the least of their closeness."""
        counts = [sum(len(self._places[form]) for form in forms) for forms in accepted]
        rarest = counts.index(min(counts))
        anchors = {place for form in accepted[rarest] for place in self._places[form]}
        beyond = len(self._starts) - len(accepted)
        for first in sorted(place - rarest for place in anchors):
            if not 0 <= first <= beyond:
                continue
            least = EXACT
            for number, forms in enumerate(accepted):
                form = self._forms[first + number]
                closeness = forms.get(form) or (
                    forms.get(form[0], 0.0) if words.is_unspaced(form[0]) else 0.0
                )
                least = min(least, closeness)
                if not least:
                    break
            if least:
                yield first, least

    def _accepted(self, word: str, stem: Stem, *, exact: bool, is_open: bool) -> dict[str, float]:
        """The forms in this text that stand for the word, each with its closeness."""
        accepted: dict[str, float] = {}
        if is_open:
            accepted.update((form, BEGUN) for form in self._places if form.startswith(word))
        if not exact:
            accepted.update((form, INFLECTED) for form in self._stems(stem).get(stem(word), ()))
        if word in self._places:
            accepted[word] = EXACT
        return accepted

    def _stems(self, stem: Stem) -> dict[str, list[str]]:
        if self._by_stem is None:
            by_stem: dict[str, list[str]] = {}
            for form in self._places:
                by_stem.setdefault(stem(form), []).append(form)
            self._by_stem = by_stem
        return self._by_stem


def may_hold(text: str, terms: Sequence[Term], stem: Stem) -> bool:
    """Whether it is worth cutting the text: False only if one of the terms cannot be in it."""
    folded = words.fold(text)
    return all(_fragment(word, stem, exact=term.exact) in folded for term in terms for word in term.words)


def _fragment(word: str, stem: Stem, *, exact: bool) -> str:
    """The beginning that every form of the word has."""
    if not word.isascii():
        # Folding a whole text may compose what folding its words leaves apart.
        return ""
    if exact:
        return word
    # Porter's rules replace the last letters of a word; in none of them do more than the last two
    # letters of the stem differ from the word (“dying” gives “die”, “happy” “happi”).
    stemmed = stem(word)
    return word[: min(len(word), max(1, len(stemmed) - 2))]
