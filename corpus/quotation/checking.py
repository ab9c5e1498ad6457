"""Checking quotations against articles: whether their words stand there, and where."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from typing import Final, Protocol, TypeVar

from corpus.document import Document
from corpus.index import Index, never
from corpus.index.engine import EngineFailure
from corpus.library import Library
from corpus.quotation.candidates import Strings, holding_verbatim, likeliest
from corpus.quotation.checked import Checked, Match, Searched, Verdict
from corpus.quotation.in_article import Candidate, QuotationInArticle, as_part
from corpus.quotation.memory_shelf import MemoryShelf
from corpus.quotation.notation import Reading, readings
from corpus.quotation.rest import rest_of
from corpus.quotation.shelf import Shelf, Shelved
from corpus.quotation.verbatim import is_one_word
from corpus.sanitiser import clean_line, clean_text

MOST_UNITS: Final = 10_000
"""Words of a quotation; of more, it is said that they are too many."""
_MOST_PIECES: Final = 1_000
_MOST_CHARACTERS: Final = 200_000
_MANY_PIECES: Final = 24
_FEW_WORDS: Final = 3
"""Words that each piece has to have, taken together, where there are so many pieces."""
_MOST_MATCHES: Final = 6
_MOST_NEAR: Final = 2
_LOOKED_INTO: Final = 4
"""Articles that are read for a quotation that stands nowhere as it is, those with most of its words."""
_CUT_OTHERWISE: Final = 3
"""Of these, so many are looked into for its words cut into words in another way."""
_SHORT: Final = 10
"""Words of a quotation of which one that is cut otherwise may leave nothing that comes near."""
_TRIED: Final = 60
"""Articles that are read because they have the longest piece of a quotation, of those without the others."""
_CLOSE: Final = 0.15
"""Places that come less near than the nearest by more than this are not given."""
_PREFERRED: Final = 0.1
_BEHIND: Final = 0.35
"""Articles that have a share of the words smaller by more than this than the best one has are not opened."""

_NO_WORDS: Final = "There are no words in this quotation: give some that stand in the source."
_ONE_WORD: Final = "A quotation of one word proves nothing: give it with the words around it."
_TOO_LONG: Final = (
    f"This quotation has more than {MOST_UNITS:,} words or {_MOST_PIECES:,} omissions: check it in parts."
)
_TOO_BROKEN: Final = (
    "This quotation leaves something out after every word or two, and would stand anywhere:"
    " give more words between its omissions."
)

T = TypeVar("T")
Where = tuple[Shelf, int]
"""An article by its shelf and its place there."""
Near = list[tuple[QuotationInArticle, Candidate]]
"""Places that come near to a quotation, the nearest first."""


class Shelves(Protocol):
    """Gives the articles as they are now; `indexed` says whether the index may be trusted."""

    def __call__(self, cancelled: Callable[[], bool], *, indexed: bool = True) -> Shelved:
        """The shelves; broken off (`cancelled`), only some. Raises LibraryUnavailable."""
        ...


class Checker:
    """Looks quotations up in articles. It may be used from any thread, by one at a time."""

    def __init__(self, shelves: Shelves) -> None:
        """Take what gives the articles as they are now."""
        self._shelves = shelves
        self._lock = threading.Lock()

    @classmethod
    def of_library(cls, library: Library, index: Index) -> Checker:
        """Checks against the articles of a library; those that the index does not know are read through."""
        from corpus.quotation.library_shelves import LibraryShelves  # not above: files need no index

        return cls(LibraryShelves(library, index))

    @classmethod
    def of_documents(
        cls, documents: Iterable[tuple[int | str, Document]], where: str = "these files"
    ) -> Checker:
        """Checks against articles at hand, each with a name; `where` is what they are called together."""
        from corpus.title import shown_title

        shelf = MemoryShelf()
        for name, document in documents:
            title = clean_line(shown_title(document))
            fetched = document.text, title, partial(_itself, document)
            shelf.put(name, document.text, partial(_itself, fetched))
        return cls(_Shelves(([shelf], Searched(len(shelf), where))))

    def check(
        self,
        quotation: str,
        *,
        prefer: Collection[int | str] = (),
        cancelled: Callable[[], bool] = never,
    ) -> Checked:
        """Whether a quotation stands in the articles, as it was typed or pasted.

        Articles in `prefer` (numbers or names) are looked into in any case, and come first among equals.
        `cancelled` is asked while articles are read that no index knows; what was looked through until
        then is in `searched`. Raises LibraryUnavailable.
        """
        with self._lock:
            shelves, searched = self._shelves(cancelled)
            fault, read = _read(quotation)
            shown = clean_text(quotation[:_MOST_CHARACTERS]).strip()
            if fault:
                return Checked(shown, Verdict.ABSENT, (), searched, (fault,))
            try:
                looking = _Looking(shelves, prefer)
                matches = looking.matches(read)
            except EngineFailure:
                # Then all of them are read: slower, and as good.
                shelves, searched = self._shelves(cancelled, indexed=False)
                looking = _Looking(shelves, prefer)
                matches = looking.matches(read)
        searched = searched._replace(unreadable=searched.unreadable + len(looking.unreadable))
        verdict = matches[0].verdict if matches else Verdict.ABSENT
        return Checked(shown, verdict, matches, searched)


class _Shelves:
    """The same articles whenever it is asked."""

    def __init__(self, shelved: Shelved) -> None:
        self._shelved = shelved

    def __call__(self, cancelled: Callable[[], bool], *, indexed: bool = True) -> Shelved:  # noqa: ARG002
        return self._shelved


def _itself(thing: T) -> T:
    return thing


def _read(quotation: str) -> tuple[str, tuple[Reading, ...]]:
    """What is wrong with a quotation, "" if nothing, and how it may be read."""
    if len(quotation) > _MOST_CHARACTERS:
        return _TOO_LONG, ()
    read = readings(quotation)
    if not read[0].pieces:
        return _NO_WORDS, ()
    if is_one_word(read[0]):
        return _ONE_WORD, ()
    units, pieces = read[-1].units, len(read[-1].pieces)
    if units > MOST_UNITS or pieces > _MOST_PIECES:
        return _TOO_LONG, read
    # There are thousands of places for each of its pieces, and millions of ways to join them.
    is_broken = pieces > _MANY_PIECES and units < _FEW_WORDS * pieces
    return (_TOO_BROKEN if is_broken else ""), read


class _Looking:
    """One quotation being looked for."""

    def __init__(self, shelves: list[Shelf], prefer: Collection[int | str]) -> None:
        self._shelves, self._prefer = shelves, prefer
        self._strings: dict[tuple[Shelf, Reading], Strings] = {}
        self._examined_before: dict[tuple[Reading, Shelf, int], QuotationInArticle] = {}

    @property
    def unreadable(self) -> set[tuple[int, int]]:
        """The articles that could not be read, by the number of the shelf and their place on it."""
        return {
            (self._shelves.index(one.shelf), one.place)
            for one in self._examined_before.values()
            if one.unreadable
        }

    def matches(self, read: tuple[Reading, ...]) -> tuple[Match, ...]:
        """The places that it may be from, the best first."""
        found = [pair for reading in read for pair in self._verbatim_at_once(reading)]
        if not found:
            tried = list(self._candidates(read[0]))
            near = self._nearest(read[0], tried)
            found = [
                (one, match)
                for reading in read
                for where in self._promising(read[0], near, tried)
                for one in (self._examined(reading, *where),)
                for match in one.verbatim(strictly=False)
            ]
            if not found:
                return self._near(read, tried, near)
        unique: dict[object, tuple[QuotationInArticle, Match]] = {}
        for one, match in found:
            unique.setdefault((match.article, match.spans), (one, match))
        found = sorted(unique.values(), key=lambda pair: not self._is_preferred(pair[1]))
        return tuple(one.called(match) for one, match in found[:_MOST_MATCHES])

    def _is_preferred(self, match: Match) -> bool:
        return match.article in self._prefer

    def _examined(self, reading: Reading, shelf: Shelf, place: int) -> QuotationInArticle:
        key = reading, shelf, place
        if key not in self._examined_before:
            strings = self._in_words_of(shelf, reading)
            self._examined_before[key] = QuotationInArticle(reading, strings, shelf, place)
        return self._examined_before[key]

    def _in_words_of(self, shelf: Shelf, reading: Reading) -> Strings:
        key = shelf, reading
        if key not in self._strings:
            self._strings[key] = Strings.of(reading, shelf)
        return self._strings[key]

    def _verbatim_at_once(self, reading: Reading) -> Iterator[tuple[QuotationInArticle, Match]]:
        """The places in articles that have its longest piece, word for word."""
        given = 0
        for shelf in self._shelves:
            strings = self._in_words_of(shelf, reading)
            preferred = set(shelf.places(self._prefer))
            places = sorted(holding_verbatim(strings, shelf), key=lambda place: place not in preferred)
            for place in places[:_TRIED]:
                one = self._examined(reading, shelf, place)
                for match in one.verbatim(strictly=True):
                    yield one, match
                    given += 1
                if given >= _MOST_MATCHES:
                    return

    def _candidates(self, reading: Reading) -> Iterator[Where]:
        """The articles with most of its words, those that are preferred first."""
        for shelf in self._shelves:
            likely = likeliest(self._in_words_of(shelf, reading), shelf, _LOOKED_INTO)
            for place in dict.fromkeys([*shelf.places(self._prefer), *likely]):
                yield shelf, place

    def _promising(self, reading: Reading, near: Near, tried: list[Where]) -> list[Where]:
        """The articles that may have its words all the same, but cut into words in another way."""
        if near:
            return [(one.shelf, one.place) for one, _ in near[:_CUT_OTHERWISE]]
        return tried[:_CUT_OTHERWISE] if reading.units < _SHORT else []

    def _near(self, read: tuple[Reading, ...], tried: list[Where], near: Near) -> tuple[Match, ...]:
        """The places that come nearest to it, and where the rest of its words are from."""
        reading = read[0]
        # Where nothing differs, what seemed to be a citation is the source’s own and does.
        if len(read) > 1 and (not near or near[0][1].nearness == 1.0):
            reading = read[1]
            near = self._nearest(reading, tried) or near
        if not near:
            return ()
        best = near[0][1]
        if rest := rest_of(reading, best):
            near[1:1] = self._where_rest_is(rest)
        return tuple(one.called(candidate.match) for one, candidate in near[:_MOST_NEAR])

    def _nearest(self, reading: Reading, tried: list[Where]) -> Near:
        promising = [(one.promise(), one) for one in (self._examined(reading, *where) for where in tried)]
        least = max((promise for promise, _ in promising), default=0.0) - _BEHIND
        near = [
            (one, candidate)
            for promise, one in promising
            if promise and promise >= least and (candidate := one.nearest())
        ]

        def rank(pair: tuple[QuotationInArticle, Candidate]) -> tuple[int, float]:
            match = pair[1].match
            bonus = _PREFERRED if self._is_preferred(match) else 0.0
            return list(Verdict).index(match.verdict), -pair[1].nearness - bonus

        near.sort(key=rank)
        if not near:
            return near
        verdict, nearness = near[0][1].match.verdict, near[0][1].nearness
        return [
            pair
            for pair in near
            if pair[1].match.verdict is verdict and pair[1].nearness >= nearness - _CLOSE
        ]

    def _where_rest_is(self, rest: str) -> Near:
        """Where words stand that the nearest place does not have."""
        reading = Reading(rest)
        for one, match in self._verbatim_at_once(reading):
            return [(one, as_part(Candidate(match, 1.0), clean_line(rest)))]
        near = self._nearest(reading, list(self._candidates(reading)))
        return [(one, as_part(candidate, clean_line(rest))) for one, candidate in near[:1]]
