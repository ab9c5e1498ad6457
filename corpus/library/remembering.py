"""Taking a text into the library: the article is added, or renewed with what its reader had of it.

Where its reader left off is found again in the new text, and the earlier one is kept where it is needed.
"""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corpus import words
from corpus.document import Document
from corpus.library.database import EDITS, NO_EDITS, Database
from corpus.library.earlier_texts import forget_earlier, keep_earlier
from corpus.library.edits import described, doubt
from corpus.library.left_off import Fetch, left_off
from corpus.library.outlines import keep_outline
from corpus.outline.section import Outline
from corpus.packed.document import pack
from corpus.sidecars import fetched_from


def remember(
    database: Database,
    document: Document,
    source: str,
    *,
    size: int,
    mtime_ns: int,
    outline: Outline | None = None,
) -> int:
    """Add an article or renew it, as `Library.remember` says; its id."""
    packed = pack(document)
    values: dict[str, Any] = {
        "source": os.fsencode(source),
        "size": size,
        "mtime_ns": mtime_ns,
        "digest": document.digest,
        "words": len(words.columns(document.text)[0]),
        "length": len(document.text),
        "place_of": "",
        "address": fetched_from(Path(source)),
        "added": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    left = left_off(database.fetch, "source = ?", values["source"])
    place = left.place_in(database.fetch, document) if left else 0
    with database.renewing() as connection:
        fetch = _fetch(connection)
        now = left_off(fetch, "source = ?", values["source"])
        if now and now != left:  # the reader went on meanwhile, or the file was read elsewhere too
            place = now.place_in(fetch, document)
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
        if outline is not None:
            keep_outline(connection, id, outline, packed)
        forget_earlier(connection)
    return int(id)


def _fetch(connection: sqlite3.Connection) -> Fetch:
    return lambda statement, *values: connection.execute(statement, values).fetchall()
