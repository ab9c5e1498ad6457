"""What articles were before they changed: kept for as long as something of their reader’s stands on it.

That is a clip, a mark, a highlight, or a change to the outline.

A text is known by the digest of the bytes that it was read from. Where a newer Pincite reads another text
out of the same bytes, both have that digest: a passage tells which it was taken from, by standing in it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from corpus.document import FILLER, Document, Readable
from corpus.errors import NoSuchPlace
from corpus.library.database import Database
from corpus.packed.document import pack, unpack
from corpus.packed.mark import MAGIC
from corpus.passages.selectors import Part

_STOOD_ON: Final = (
    "(EXISTS (SELECT 1 FROM clips WHERE clips.digest = articles.digest)"
    " OR EXISTS (SELECT 1 FROM places WHERE places.digest = articles.digest)"
    " OR EXISTS (SELECT 1 FROM outline_edits WHERE outline_edits.digest = articles.digest))"
)


def keep_earlier(connection: sqlite3.Connection, article: int, digest: str = "") -> None:
    """Keep the text of an article that is about to be replaced by the text of a digest, or to be removed.

    Nothing is kept where nothing stands on it.
    """
    connection.execute(
        "INSERT OR IGNORE INTO earlier_texts (digest, packed)"
        " SELECT digest, packed FROM articles JOIN documents ON article = articles.id"
        " WHERE articles.id = ? AND digest != '' AND (digest != ? OR substr(packed, 1, 4) != ?)"
        f" AND {_STOOD_ON}",
        (article, digest, MAGIC),
    )


def keep_text(connection: sqlite3.Connection, article: int, document: Document) -> None:
    """Keep a text that something is about to stand on, where the library has another one meanwhile."""
    there = connection.execute(
        "SELECT 1 FROM articles WHERE id = ? AND digest = ?", (article, document.digest)
    ).fetchone()
    if document.digest and there is None:
        connection.execute(
            "INSERT OR IGNORE INTO earlier_texts (digest, packed) VALUES (?, ?)",
            (document.digest, pack(document)),
        )


def digest_of(connection: sqlite3.Connection, article: int, document: Readable | None) -> str:
    """The digest of the text that a place is taken from; that of a large text is known here alone.

    Raises NoSuchPlace where the article is not in the library.
    """
    known = connection.execute("SELECT digest FROM articles WHERE id = ?", (article,)).fetchone()
    if known is None:
        raise NoSuchPlace("This article is not in the library any more: open it again.")
    return (document.digest if isinstance(document, Document) else "") or str(known[0])


def forget_earlier(connection: sqlite3.Connection) -> None:
    """Let go of the texts that nothing stands on any more."""
    connection.execute(
        "DELETE FROM earlier_texts WHERE digest NOT IN"
        " (SELECT digest FROM clips UNION SELECT digest FROM places UNION SELECT digest FROM outline_edits)"
    )


class EarlierTexts:
    """The texts that passages were taken from, each unpacked once. Raises LibraryUnavailable."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._of: dict[str, tuple[Document, ...]] = {}

    def of(self, part: Part, digest: str) -> Document | None:
        """The text with that digest in which the part stands where it stood; None where it is not kept."""
        if not digest:
            return None
        if digest not in self._of:
            self._of[digest] = tuple(self._with(digest))
        return next((text for text in self._of[digest] if stands_in(part, text)), None)

    def _with(self, digest: str) -> Iterator[Document]:
        rows = self._database.fetch(
            "SELECT packed FROM earlier_texts WHERE digest = ? UNION ALL SELECT * FROM"
            " (SELECT packed FROM articles JOIN documents ON article = articles.id WHERE digest = ? LIMIT 1)",
            digest,
            digest,
        )
        for (packed,) in rows:
            # Without it a passage is found again all the same, only with less to go by.
            with suppress(ValueError, IndexError):
                yield unpack(packed)


def stands_in(part: Part, document: Document) -> bool:
    """Whether the words of a part stand in a text where they stood when it was taken."""
    return document.text[part.start : part.end].replace(FILLER, "") == part.exact
