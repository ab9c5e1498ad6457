"""SQLite's full-text search."""

from __future__ import annotations

import re
import sqlite3
import time
from pathlib import Path
from typing import Final

from corpus.library import Library
from tests.bench.search.engines import MOST
from tests.bench.search.paragraphs import documents, paragraphs

# Indexes of beginnings make a key fast; without them it would have to go through all words.
_SCHEMA: Final = """CREATE VIRTUAL TABLE passages USING fts5 (
    body, article UNINDEXED, tokenize = "unicode61 remove_diacritics 2", prefix = '3 4'
)"""
_ASK: Final = f"""SELECT article, snippet(passages, 0, '[', ']', '…', 32) FROM passages
    WHERE passages MATCH ? ORDER BY rank LIMIT {MOST}"""
_FILE: Final = "passages.db"
_MOST_PARAGRAPHS: Final = 1 << 24
_WORD: Final = re.compile(r"\w+")


class Fts5:
    """A row a paragraph, ranked by BM25."""

    name = "FTS5"

    def __init__(self, directory: Path) -> None:
        self._connection = sqlite3.connect(directory / _FILE)

    def typed(self, query: str) -> int:
        """A query for a beginning."""
        return self._ask(_all(query) + ("" if query.endswith(" ") else "*"))

    def words(self, query: str) -> int:
        """All of them."""
        return self._ask(_all(query))

    def phrase(self, phrase: str) -> int:
        """One string."""
        return self._ask('"' + phrase.replace('"', '""') + '"')

    def first(self, query: str) -> int:
        """There is but one answer."""
        return self.words(query)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _ask(self, query: str) -> int:
        return len(self._connection.execute(_ASK, (query,)).fetchall())


def write(library: Path, directory: Path) -> float:
    """Index it in one transaction; the time of reading the library does not count."""
    directory.mkdir()
    connection = sqlite3.connect(directory / _FILE)
    connection.execute(_SCHEMA)
    reading = 0.0
    with Library(library) as source, connection:
        before = time.process_time()
        for id, document in documents(source):
            rows = _rows(id, paragraphs(document))
            reading += time.process_time() - before
            connection.executemany("INSERT INTO passages (rowid, body, article) VALUES (?, ?, ?)", rows)
            before = time.process_time()
    connection.close()
    return reading


def opened(library: Path, directory: Path) -> Fts5:  # noqa: ARG001 - it keeps the texts itself
    """FTS5, asking that file."""
    return Fts5(directory)


def renewed(library: Path, directory: Path, article: int, word: str) -> bool:
    """Index an article that was changed; whether the word is found."""
    with Library(library) as source:
        rows = _rows(article, paragraphs(source.document(article)))
    connection = sqlite3.connect(directory / _FILE)
    with connection:
        first = article * _MOST_PARAGRAPHS
        connection.execute(
            "DELETE FROM passages WHERE rowid BETWEEN ? AND ?", (first, first + _MOST_PARAGRAPHS - 1)
        )
        connection.executemany("INSERT INTO passages (rowid, body, article) VALUES (?, ?, ?)", rows)
    connection.close()
    engine = Fts5(directory)
    found = engine.words(word)
    engine.close()
    return found == 1


def _rows(article: int, bodies: list[str]) -> list[tuple[int, str, int]]:
    return [(article * _MOST_PARAGRAPHS + number, body, article) for number, body in enumerate(bodies)]


def _all(query: str) -> str:
    return " ".join(f'"{word}"' for word in _WORD.findall(query))
