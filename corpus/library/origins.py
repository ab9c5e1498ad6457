"""Where articles came from: the address of a page, and the encoding that its reader says a file is in."""

from __future__ import annotations

import os

from corpus.library.database import Database


class Origins:
    """Where articles came from. Every method raises LibraryUnavailable."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def at(self, address: str) -> str:
        """The path of the page that was fetched from an address; "" for none."""
        statement = "SELECT source FROM articles WHERE address = ? AND address != ''"
        rows = self._database.fetch(statement, address.partition("#")[0])
        return os.fsdecode(rows[0][0]) if rows else ""

    def is_cited(self, digest: str) -> bool:
        """Whether a clip, a mark or a change to an outline stands on the text with that digest."""
        tables = ("clips", "places", "outline_edits")
        found = " UNION ALL ".join(f"SELECT 1 FROM {table} WHERE digest = ?1" for table in tables)
        return bool(self._database.fetch(f"SELECT EXISTS ({found})", digest)[0][0])

    def encoding(self, source: str) -> str:
        """The encoding that the reader says the file at that path is in; "" where he says none."""
        rows = self._database.fetch("SELECT encoding FROM articles WHERE source = ?", os.fsencode(source))
        return str(rows[0][0]) if rows else ""

    def say_encoding(self, id: int, encoding: str) -> None:
        """Keep the encoding that the reader says an article's file is in; "" leaves that to its bytes."""
        with self._database.changing() as connection:
            connection.execute("UPDATE articles SET encoding = ? WHERE id = ?", (encoding, id))
