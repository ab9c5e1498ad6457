"""Taking a file into the library: it is read where it is new, or where it or what lies beside it changed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from corpus.encodings.said import settled
from corpus.library import Article, Library
from corpus.opening import open_path
from corpus.sidecars import stamp


class Taken(NamedTuple):
    """An article that the library has now, and whether its file was read for it."""

    article: Article
    read: bool


def take_in(library: Library, path: Path, *, encoding: str = "") -> Taken:
    """The article in the file at an absolute path. Raises CannotOpen and LibraryUnavailable.

    `encoding` is the one that the reader says it is in, from now on; "" leaves it as he said before.
    """
    source = str(path)
    # Before its bytes: if it changes while it is read, it counts as changed the next time.
    size, mtime_ns = _stamp(path)
    known = library.by_source(source)
    before = known.encoding if known else ""
    said = settled(encoding, before)
    if known and said == before and library.unchanged(source, size, mtime_ns):
        return Taken(known, read=False)
    document = open_path(path, encoding=said)
    article = library.remember(document, source, size=size, mtime_ns=mtime_ns)
    if said != before:
        library.origins.say_encoding(article.id, said)
    return Taken(article, read=True)


def _stamp(path: Path) -> tuple[int, int]:
    """What tells whether a file has changed; where there is nothing, opening it says why."""
    try:
        return stamp(path, path.stat())
    except (OSError, ValueError):
        return -1, -1
