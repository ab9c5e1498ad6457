"""The outlines that are kept with articles: made once, and taken from here while the article is the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any, Final

from corpus.document import Document
from corpus.errors import LibraryUnavailable
from corpus.library.article import corrected
from corpus.library.database import EDITS
from corpus.outline.section import Outline
from corpus.packed.outline import MARK, pack_outline, unpack_outline

_OUTLINE: Final = "(SELECT outlines.packed FROM outlines WHERE outlines.article = articles.id)"
_KEPT: Final = "FROM articles JOIN documents ON article = articles.id WHERE articles.id = ?"


def keep_outline(connection: sqlite3.Connection, id: int, outline: Outline, document: bytes) -> None:
    """Keep the outline of an article in place of any other; `document` is what it was made of, packed."""
    packed = pack_outline(outline, document)
    connection.execute("INSERT OR REPLACE INTO outlines VALUES (?, ?)", (id, packed))


class Outlines:
    """The outlines that are kept with articles. Every method raises LibraryUnavailable."""

    def __init__(self, fetch: Callable[..., list[Any]], damaged: Callable[[int], LibraryUnavailable]) -> None:
        """Take what fetches rows of the library, and what says that one of its articles is damaged."""
        self._fetch = fetch
        self._damaged = damaged

    def kept(self, id: int) -> Outline | None:
        """The outline of an article, where it is kept and still the same; else None."""
        rows = self._fetch(f"SELECT {_OUTLINE}, substr(packed, 1, {MARK}), length {_KEPT}", id)
        return _unpacked(*rows[0]) if rows else None

    def outlined(self, id: int) -> tuple[Document, Outline]:
        """An article as its reader corrected it, and its outline: as it is kept, or made now.

        The outline is that of what the source says, whatever was corrected. Raises NoSuchPlace, and
        ArticleDamaged.
        """
        for packed, edits, outline in self._fetch(f"SELECT packed, {EDITS}, {_OUTLINE} {_KEPT}", id):
            try:
                document = corrected(packed, edits)
            except ValueError as error:
                raise self._damaged(id) from error
            kept = _unpacked(outline, packed, len(document.text))
            return document, _made(document) if kept is None else kept
        raise self._damaged(id)


def _unpacked(packed: bytes | None, document: bytes, length: int) -> Outline | None:
    """What is kept as the outline of a packed document; None where it is to be made anew."""
    if not isinstance(packed, bytes):
        return None
    try:
        return unpack_outline(packed, document, length)
    except ValueError:
        return None


def _made(document: Document) -> Outline:
    from corpus.outline import outline_of  # not above: most outlines are kept

    said = document.uncorrected
    return outline_of(document._replace(metadata=said) if said else document)
