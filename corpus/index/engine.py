"""Whoosh, and all that the program knows of it: writing articles' words, and proposing articles.

Nothing here is trusted: a directory is compared with its manifest before it is opened, because Whoosh
executes what it opens, and what is proposed is looked for in the texts. These are never used: `refresh`
(it gives hits twice after a merge), queries for prefixes (seconds), the length of results (a full search).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

from corpus import words
from corpus.index.lexicon import Lexicon, lexicon_bytes
from corpus.sanitiser import clean_line

LEXICON: Final = "lexicon.txt"
"""The file of the lexicon, among Whoosh’s own."""
FILES: Final = ("_MAIN_*", "MAIN_*", LEXICON)
"""The names of all files that are written here, as patterns."""

_DISTRIBUTIONS: Final = ("whoosh-reloaded", "whoosh3", "whoosh")
_TITLE_WEIGHT: Final = 5
"""How many times the words of a title count when articles are proposed."""
_MEMORY: Final = 64
"""Megabytes that Whoosh may hold before it writes."""
_SEGMENTS: Final = 12
"""More of them make every question slower than merging is."""
_RAREST: Final = 5
"""So many of a query’s words single articles out; more only cost time."""
_BEST: Final = 200
"""How many proposals come in order; the others follow as they lie."""


def distribution() -> str:
    """Which Whoosh is installed, with its version: another one may not read the same files."""
    for name in _DISTRIBUTIONS:
        with suppress(PackageNotFoundError):
            return f"{name} {version(name)}"
    return "unknown"


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The stem of a folded word, after Porter's second algorithm for English; other scripts stay."""
    if len(word) < 3 or not word.isascii() or not word.isalpha():
        return word
    from whoosh.lang.porter2 import stem as porter2

    return str(porter2(word))


class EngineFailure(Exception):
    """Whoosh stumbled over its files, whatever it raised."""


class View:
    """The index as it was at one moment, opened for asking."""

    def __init__(self, directory: Path, stamps: dict[int, str]) -> None:
        """Open what has been compared with its manifest, which has these stamps. Raises EngineFailure."""
        self.stamps = stamps
        """The stamp of each article that the index holds, by id."""
        with _failures():
            self._lexicon = Lexicon.read(directory / LEXICON)
            self._searcher = _opened(directory).searcher()
        self._ids: dict[int, int] = {}

    def frequency(self, word: str) -> int:
        """In how many articles the word, or a form of it, stands."""
        return int(self._searcher.doc_frequency("body", stem(word)))

    def completions(self, beginning: str, most: int) -> tuple[list[str], bool]:
        """The commonest words that begin so, and whether these are all."""
        return self._lexicon.completions(beginning, most)

    def candidates(self, every: Iterable[str], one_of: Iterable[str] = ()) -> Iterator[int]:
        """The ids of articles with all the words, and with one of the others, the most telling first.

        Raises EngineFailure.
        """
        from whoosh.query import And, Or, Term

        with _failures():
            stems = sorted({stem(word) for word in every}, key=self.frequency)[:_RAREST]
            parts: list[Any] = [Term("body", word) for word in stems]
            if choices := sorted({stem(word) for word in one_of}):
                parts.append(Or([Term("body", word) for word in choices]))
            query = And(parts)
            best = [number for _, number in self._searcher.search(query, limit=_BEST).top_n]
            yield from map(self._id, best)
            if len(best) == _BEST:
                seen = set(best)
                yield from (self._id(number) for number in query.docs(self._searcher) if number not in seen)

    def _id(self, number: int) -> int:
        if number not in self._ids:
            self._ids[number] = int(self._searcher.stored_fields(number)["article"])
        return self._ids[number]

    def close(self) -> None:
        """Close the files."""
        self._searcher.close()


class Step:
    """Articles being written, all of them with one commit."""

    def __init__(self, directory: Path) -> None:
        """Begin to write. Raises OSError."""
        self._directory = directory
        self._counts = Lexicon.read(directory / LEXICON).counts()
        self._index = _opened(directory)
        self._writer = self._index.writer(limitmb=_MEMORY)
        self.size = 0
        """Characters of text taken so far."""

    def forget(self, id: int) -> None:
        """Take an article out."""
        self._writer.delete_by_term("article", str(id))

    def add(self, id: int, title: str, text: str) -> None:
        """Take an article in, instead of what was known of it."""
        self.forget(id)
        _, _, forms = words.columns(text)
        titled = words.columns(title)[2] * _TITLE_WEIGHT
        # A character is also looked for alone, and there is no asking for the beginnings of pairs.
        pairs = [form for form in forms + titled if len(form) == 2 and words.is_unspaced(form[0])]
        stems = [stem(form) for form in forms + titled]
        self._writer.add_document(article=str(id), body=stems + [pair[0] for pair in pairs])
        self._counts.update({form for form in forms + titled if not words.is_unspaced(form[0])})
        self.size += len(text)

    def commit(self) -> None:
        """Write it all. Raises OSError."""
        merge = len(self._index._segments()) >= _SEGMENTS  # noqa: SLF001 - there is no other way to count
        self._writer.commit(merge=merge)
        (self._directory / LEXICON).write_bytes(lexicon_bytes(self._counts))

    def cancel(self) -> None:
        """Leave the index as it was."""
        self._writer.cancel()


@contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    # Damaged files make Whoosh raise anything, from struct.error to UnpicklingError.
    except Exception as error:
        raise EngineFailure(clean_line(str(error)) or type(error).__name__) from error


def lock_of(directory: Path) -> Any:
    """The lock that a writer of the index holds, with `acquire() -> bool` and `release()`.

    It lies beside the directory, whose files may all be thrown away under it. A process that ends,
    however it does, gives it up.
    """
    from whoosh.util.filelock import FileLock

    return FileLock(str(directory.with_name(f"{directory.name}.lock")))


def create(directory: Path) -> None:
    """Begin an empty index there. Raises OSError."""
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import FileIndex

    FileIndex.create(FileStorage(str(directory)), _schema(), "MAIN")
    (directory / LEXICON).write_bytes(lexicon_bytes(Counter()))


def _opened(directory: Path) -> Any:
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import FileIndex

    return FileIndex(FileStorage(str(directory)), _schema(), "MAIN")


def _schema() -> Any:
    # Words arrive cut, so that the schema needs no analyzer of ours, which Whoosh would pickle.
    from whoosh.analysis import IDTokenizer
    from whoosh.fields import ID, TEXT, Schema

    return Schema(article=ID(stored=True, unique=True), body=TEXT(analyzer=IDTokenizer(), phrase=False))
