"""Our own search, asked as the panel asks it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from corpus.index import Index
from corpus.library import Library
from corpus.search import Search
from corpus.search.answer import Answer
from tests.bench.search.engines import MOST


class Pincite:
    """The search of a library with its index, up to the answer that has the hits asked for."""

    name = "pincite"

    def __init__(self, library: Path, directory: Path) -> None:
        self._library = Library(library)
        self.search = Search(self._library, Index(directory))

    def _hits(self, answers: Iterable[Answer]) -> int:
        """The hits of the first answer that has all that were asked for; or else of the last."""
        hits = 0
        for answer in answers:
            hits = len(answer.hits)
            if hits >= MOST:
                break
        return hits

    def typed(self, query: str) -> int:
        """As the panel asks at a key."""
        return self._hits(self.search.answers(query, limit=MOST, typing=True))

    def words(self, query: str) -> int:
        """As it is asked for words typed to the end."""
        return self._hits(self.search.answers(query, limit=MOST))

    def phrase(self, phrase: str) -> int:
        """In quotation marks."""
        return self.words(f'"{phrase}"')

    def first(self, query: str) -> int:
        """The hits of the first answer that has any."""
        return next((len(answer.hits) for answer in self.search.answers(query) if answer.hits), 0)

    def close(self) -> None:
        """Close the library."""
        self._library.close()


class Counting(Pincite):
    """The same to the last answer, which has looked into every article and counted all there is."""

    name = "pincite, all counted"

    def _hits(self, answers: Iterable[Answer]) -> int:
        return [len(answer.hits) for answer in answers][-1]


def write(library: Path, directory: Path) -> float:
    """Index it; all of its time counts, that of reading the library too."""
    with Library(library) as opened:
        Index(directory).catch_up(opened)
    return 0.0


def opened(library: Path, directory: Path) -> Pincite:
    """Our search, asking that index."""
    return Pincite(library, directory)


def renewed(library: Path, directory: Path, article: int, word: str) -> bool:
    """Index the article; whether nothing waits any longer, and the word is found in it."""
    with Library(library) as opened:
        Index(directory).catch_up(opened)
    return is_found(library, directory, article, word)


def is_found(library: Path, directory: Path, article: int, word: str) -> bool:
    """Whether the index has every article as it is now, and the word is found in that one alone."""
    with Library(library) as opened:
        index = Index(directory)
        found = [hit.article for hit in Search(opened, index).hits(word, literally=True).hits]
        return index.state(opened).waiting == 0 and found == [article]
