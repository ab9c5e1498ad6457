"""A library and its index as they are at one moment, for the questions asked of them."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Final

from corpus.index.engine import View, stem
from corpus.library import Library
from corpus.search.article import Wording
from corpus.search.catalogue import Catalogue
from corpus.search.matching import Part, wanted
from corpus.search.places import CutArticle
from corpus.search.tree import Near, Query, Term

_KEPT: Final = 4_000_000
"""Characters of articles that are kept opened, for the next letter of a query."""
_KEPT_READY: Final = 256
"""Parts of queries that are kept made ready."""


class Snapshot:
    """A library and its index as they are at one moment, and what was opened of them."""

    def __init__(self, library: Library, catalogue: Catalogue, view: View | None) -> None:
        self.library, self.catalogue, self.view = library, catalogue, view
        held = view.stamps if view else {}
        self.waiting = [id for id, stamp in catalogue.stamps.items() if held.get(id) != stamp]
        """The ids of the articles that the index does not have as they are."""
        self.current = (
            None
            if not self.waiting and len(held) == len(catalogue.stamps)
            else {id for id, stamp in catalogue.stamps.items() if held.get(id) == stamp}
        )
        """The ids of the others; None where all that the index has is as it is."""
        # Several questions may be asked at once, of which all but one are given up soon.
        self._lock = threading.Lock()
        self._opened: OrderedDict[int, CutArticle] = OrderedDict()
        self._size = 0
        self._ready: dict[tuple[Term | Near, int | None], Part] = {}

    def wording(self, query: Query, most: int | None = None) -> Wording:
        """A query in the words of the index; of the words that one may begin, at most so many."""
        assert self.view is not None
        lexicon = self.view.lexicon

        def ready(part: Term | Near) -> Part:
            # As one types, all parts but the last are those of the query before.
            key = part, most if _is_open(part) else None
            with self._lock:
                known = self._ready.get(key)
            if known is None:
                known = wanted(part, lexicon, stem, most)
                with self._lock:
                    if len(self._ready) >= _KEPT_READY:
                        self._ready.clear()
                    self._ready[key] = known
            return known

        return Wording.of(query, ready)

    def cut(self, id: int, place: int) -> CutArticle:
        """An indexed article with its text. Raises ArticleDamaged, NoSuchPlace, and EngineFailure."""
        with self._lock:
            if opened := self._opened.get(id):
                self._opened.move_to_end(id)
                return opened
        return self._keep(id, place, self.library.text(id))

    def open(self, places: dict[int, int]) -> None:
        """Open several articles at once, which is faster: ids with their places in the view."""
        with self._lock:
            missing = [id for id in places if id not in self._opened]
        if len(missing) > 1:
            for id, text in self.library.texts(missing):
                self._keep(id, places[id], text)

    def _keep(self, id: int, place: int, text: str) -> CutArticle:
        assert self.view is not None
        opened = CutArticle(text, self.catalogue.titles[id], self.view.shape(place))
        with self._lock:
            if before := self._opened.pop(id, None):
                self._size -= len(before.text)
            self._opened[id] = opened
            self._size += len(text)
            while self._size > _KEPT and len(self._opened) > 1:
                _, dropped = self._opened.popitem(last=False)
                self._size -= len(dropped.text)
        return opened


def _is_open(part: Term | Near) -> bool:
    return any(term.open for term in part.terms)
