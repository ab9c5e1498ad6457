"""Articles to look through, without one: a manuscript proves nothing of itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Set

from corpus.quotation.checking import Shelves
from corpus.quotation.shelf import Opened, Shelf, Shelved


class Without:
    """Shelves from which one article is missing."""

    def __init__(self, shelves: Shelves, article: int | str) -> None:
        """Take the shelves, and the number or name of the article."""
        self._shelves, self._article = shelves, article

    def __call__(self, cancelled: Callable[[], bool], *, indexed: bool = True) -> Shelved:
        """The shelves, and what is said of them. Raises LibraryUnavailable."""
        shelves, searched = self._shelves(cancelled, indexed=indexed)
        lacking: list[Shelf] = [_Lacking(shelf, self._article) for shelf in shelves]
        return lacking, searched._replace(articles=searched.articles - 1)


class _Lacking:
    """A shelf on which an article stands that cannot be opened."""

    def __init__(self, shelf: Shelf, article: int | str) -> None:
        self._shelf = shelf
        self._places = frozenset(shelf.places([article]))

    def __len__(self) -> int:
        return len(self._shelf)

    def character(self, form: str) -> str:
        return self._shelf.character(form)

    def commonness(self, form: str) -> int:
        return self._shelf.commonness(form)

    def holding(self, term: str) -> Set[int]:
        return self._shelf.holding(term) - self._places

    def with_words(self, places: Iterable[int], needle: str) -> list[int]:
        return [place for place in self._shelf.with_words(places, needle) if place not in self._places]

    def words(self, place: int) -> str:
        return self._shelf.words(place)

    def key(self, place: int) -> int | str:
        return self._shelf.key(place)

    def places(self, keys: Collection[int | str]) -> list[int]:
        return [place for place in self._shelf.places(keys) if place not in self._places]

    def open(self, place: int) -> Opened | None:
        return None if place in self._places else self._shelf.open(place)
