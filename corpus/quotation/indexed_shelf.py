"""A shelf of the articles that the index has as they are: their words are in memory as it keeps them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from functools import lru_cache
from typing import Final

from corpus import words
from corpus.document import Document
from corpus.errors import NoSuchPlace
from corpus.index.engine import View, stem
from corpus.index.entry import Shape
from corpus.library import ArticleDamaged
from corpus.quotation.shelf import Span, place_called
from corpus.search.places import CutArticle
from corpus.search.snapshot import Snapshot

_KEPT: Final = 16
"""Articles that are kept opened, for the next quotation of the same."""


class _Article:
    """An article of the library with its text."""

    def __init__(self, document: Document, cut: CutArticle, shape: Shape) -> None:
        self._document, self._cut = document, cut
        # The words of the title come first, and are none of the text.
        self._first = shape.firsts[0] if shape.firsts else 0
        self._last = shape.firsts[-1] if shape.firsts else 0
        self.text, self.title = cut.text, cut.title

    def span(self, first: int, last: int) -> Span:
        """The offsets of its words [first, last); those that it does not have are left out."""
        first, last = max(self._first, first), min(last, self._last)
        if first >= last:
            return 0, 0
        one, other = self._cut.word(first), self._cut.word(last - 1)
        return (one[0], other[1]) if one and other else (0, 0)

    def called(self, spans: Sequence[Span]) -> str:
        """What the place is called."""
        return place_called(self._document, spans)


class IndexedShelf:
    """The articles of a library by their place in the index."""

    def __init__(self, snapshot: Snapshot, view: View) -> None:
        """Take the library and the index as they are at one moment."""
        self._snapshot, self._view = snapshot, view
        stamps = snapshot.catalogue.stamps
        self._current = {
            place
            for place, id in enumerate(view.articles)
            if id is not None and stamps.get(id) == view.stamps.get(id)
        }
        self._opened = lru_cache(maxsize=_KEPT)(self._read)
        self._form = lru_cache(maxsize=1 << 14)(view.lexicon.form)
        self._by_id = {view.articles[place]: place for place in self._current}

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self._current)

    def character(self, form: str) -> str:
        """What stands for a folded word; "" for one that no article has."""
        known = self._form(form)
        return known.character if known else ""

    def commonness(self, form: str) -> int:
        """In how many articles a folded word stands."""
        known = self._form(form)
        return known.articles if known else 0

    def holding(self, term: str) -> Set[int]:
        """The places of the articles that may hold a term. Raises EngineFailure."""
        found = self._view.places(term if words.is_unspaced(term[0]) else stem(term))
        return found & self._current if len(self._current) < len(self._view.articles) else found

    def with_words(self, places: Iterable[int], needle: str) -> list[int]:
        """Those of some articles whose string of words has another string in it."""
        return self._view.with_words(places, needle.encode("utf-8"))

    def words(self, place: int) -> str:
        """The string of the words of an article. Raises EngineFailure."""
        return self._view.words(place)

    def key(self, place: int) -> int | str:
        """The number of an article."""
        id = self._view.articles[place]
        assert id is not None
        return id

    def places(self, keys: Collection[int | str]) -> list[int]:
        """The places of the articles with these numbers, of those that are here."""
        return [self._by_id[key] for key in keys if isinstance(key, int) and key in self._by_id]

    def open(self, place: int) -> _Article | None:
        """The article; None where it cannot be read. Raises EngineFailure, and LibraryUnavailable."""
        return self._opened(place)

    def _read(self, place: int) -> _Article | None:
        id = self._view.articles[place]
        assert id is not None
        try:
            document = self._snapshot.library.document(id, inline=False)
        except (ArticleDamaged, NoSuchPlace):
            return None
        shape = self._view.shape(place)
        cut = CutArticle(document.text, self._snapshot.catalogue.titles[id], shape)
        return _Article(document, cut, shape)
