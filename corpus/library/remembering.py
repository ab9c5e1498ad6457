"""Taking a text into the library: the article is added, or renewed with what its reader had of it.

Where its reader left off is found again in the new text, and the earlier one is kept where it is needed.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, NamedTuple

from corpus import packing, words
from corpus.document import Document, Readable
from corpus.library.database import EDITS, NO_EDITS, Database
from corpus.library.earlier_texts import forget_earlier, keep_earlier
from corpus.library.edits import described, doubt


class _Left(NamedTuple):
    """Where the reader of a kept article left off: an offset in the text with the digest `of`."""

    id: int
    place: int
    digest: str
    stamp: str
    of: str


def remember(database: Database, document: Document, source: str, *, size: int, mtime_ns: int) -> int:
    """Add an article or renew it, as `Library.remember` says; its id."""
    packed = packing.pack(document)
    values: dict[str, Any] = {
        "source": os.fsencode(source),
        "size": size,
        "mtime_ns": mtime_ns,
        "digest": document.digest,
        "words": len(words.columns(document.text)[0]),
        "length": len(document.text),
        "place_of": "",
        "added": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    left = _left(database.fetch, "source = ?", values["source"])
    place = _again(database, left, document) if left else 0
    with database.renewing() as connection:
        now = _left(_fetch(connection), "source = ?", values["source"])
        if now and now != left:  # the reader went on meanwhile, or the file was read elsewhere too
            place = _again(database, now, document)
        doubt(connection, values["source"], document)
        if now:
            keep_earlier(connection, now.id, document.digest)
        known = connection.execute(f"SELECT {EDITS} FROM articles WHERE source = ?", (values["source"],))
        values |= described(document, packed, (known.fetchone() or (NO_EDITS,))[0])
        values["place"] = place
        renewed = ", ".join(f"{name} = :{name}" for name in values if name not in ("source", "added"))
        connection.execute(
            f"INSERT INTO articles ({', '.join(values)}) VALUES (:{', :'.join(values)})"
            f" ON CONFLICT (source) DO UPDATE SET {renewed}",
            values,
        )
        (id,) = connection.execute("SELECT id FROM articles WHERE source = ?", (values["source"],)).fetchone()
        connection.execute("INSERT OR REPLACE INTO documents VALUES (?, ?)", (id, packed))
        forget_earlier(connection)
    return int(id)


def place_in(database: Database, id: int, document: Readable) -> int:
    """Where the reader of an article left off, as an offset in this text of it; 0 for one that is gone."""
    left = _left(database.fetch, "articles.id = ?", id)
    return _again(database, left, document) if left else 0


def _again(database: Database, left: _Left, document: Readable) -> int:
    """Where the reader left off, as an offset in a text: found again, if it is another one."""
    digest = document.digest if isinstance(document, Document) else ""
    within = min(left.place, len(document.text))
    if not within or (digest and digest == left.of):
        return within
    if left.of:
        return within  # of the text that it was an offset in nothing is kept
    rows = database.fetch("SELECT packed FROM documents WHERE article = ?", left.id)
    try:
        before = packing.unpack(rows[0][0])
    except (ValueError, IndexError):
        return within
    from corpus.library.reading_place import found_again

    return found_again(left.place, before, document)


def _fetch(connection: sqlite3.Connection) -> Callable[..., list[Any]]:
    return lambda statement, *values: connection.execute(statement, values).fetchall()


def _left(fetch: Callable[..., list[Any]], clause: str, value: object) -> _Left | None:
    rows = fetch(f"SELECT id, place, digest, stamp, place_of FROM articles WHERE {clause}", value)
    return _Left(*rows[0]) if rows else None
