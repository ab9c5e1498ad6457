"""The articles of a library as shelves: those that the index has as they are, and the others."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from corpus.errors import NoSuchPlace
from corpus.index import Index
from corpus.index.engine import View
from corpus.library import ArticleDamaged, Library
from corpus.quotation.checked import Searched
from corpus.quotation.indexed_shelf import IndexedShelf
from corpus.quotation.memory_shelf import Fetched, MemoryShelf
from corpus.quotation.shelf import Shelf, Shelved
from corpus.search.catalogue import Catalogue
from corpus.search.snapshot import Snapshot


class LibraryShelves:
    """Gives the shelves of a library as it is whenever it is asked; they are kept until it changes."""

    def __init__(self, library: Library, index: Index) -> None:
        self._library, self._index = library, index
        self._view: View | None = None
        self._revision: tuple[int, int] | None = None
        self._kept: Shelved | None = None

    def __call__(self, cancelled: Callable[[], bool], *, indexed: bool = True) -> Shelved:
        """The shelves, and what is said of them; broken off, only some. Raises LibraryUnavailable.

        Without `indexed` all articles are read: slower, and as good.
        """
        view, revision = self._index.view() if indexed else None, self._library.revision()
        if self._kept is None or view is not self._view or revision != self._revision:
            catalogue = Catalogue(self._library)
            snapshot = Snapshot(self._library, catalogue, view)
            shelves: list[Shelf] = [IndexedShelf(snapshot, view)] if view else []
            waiting = MemoryShelf()
            complete = self._put(waiting, snapshot, cancelled)
            shelves += [waiting] if len(waiting) else []
            articles = sum(map(len, shelves))
            unreadable = len(catalogue.stamps) - articles if complete else 0
            kept = shelves, Searched(articles + unreadable, unreadable=unreadable)
            if not complete:
                return kept
            self._view, self._revision, self._kept = view, catalogue.revision, kept
        return self._kept

    def _put(self, shelf: MemoryShelf, snapshot: Snapshot, cancelled: Callable[[], bool]) -> bool:
        """Read what the index does not have; whether that was not broken off."""
        titles = snapshot.catalogue.titles
        for id, text in self._library.texts(snapshot.waiting):
            if cancelled():
                return False
            shelf.put(id, text, partial(self._fetched, id, titles.get(id, "")))
        return True

    def _fetched(self, id: int, title: str) -> Fetched | None:
        try:
            return self._library.text(id), title, partial(self._library.document, id)
        except (ArticleDamaged, NoSuchPlace):
            return None  # the library was changed just now
