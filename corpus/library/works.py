"""What is known of the works in a library without opening them: for whoever looks one up by its citation."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import NamedTuple

from corpus.library.database import EDITS, Database
from corpus.packed.document import said_first


class Known(NamedTuple):
    """Of an article its number, its title, its people as published, and its day or year (ISO 8601, or "")."""

    id: int
    title: str
    authors: tuple[str, ...]
    date: str


class Works:
    """The works in a library's file. Every method raises LibraryUnavailable where that cannot be used."""

    def __init__(self, database: Database) -> None:
        """Look into an open library."""
        self._database = database

    def known(self) -> list[Known]:
        """What the table of articles says of each: thousands of them in some milliseconds."""
        rows = self._database.fetch("SELECT id, title, authors, date FROM articles ORDER BY id")
        people = json.loads(f"[{','.join(authors for _, _, authors, _ in rows)}]")
        return [
            Known(id, title, tuple(map(str, names)), date)
            for (id, title, _, date), names in zip(rows, people, strict=True)
        ]

    def with_digest(self, beginning: str) -> list[int]:
        """The articles that were read from bytes whose SHA-256, in hexadecimal, begins so."""
        rows = self._database.fetch(
            "SELECT id FROM articles WHERE substr(digest, 1, ?) = ? ORDER BY id", len(beginning), beginning
        )
        return [id for (id,) in rows]

    def saying(self, strings: Collection[str]) -> list[int]:
        """The articles in whose metadata one of these strings stands, as far as can be seen at a glance.

        Letters of either case are the same. All articles are looked through: a tenth of a second for some
        thousands.
        """
        wanted = [json.dumps(string.lower())[1:-1] for string in strings if string]
        if not wanted:
            return []
        rows = self._database.fetch(
            f"SELECT articles.id, packed, {EDITS} FROM articles JOIN documents ON article = articles.id"
        )
        found = []
        for id, packed, edits in rows:
            said = said_first(packed).decode("ascii", "replace").lower()
            if any(string in said or string in edits.lower() for string in wanted):
                found.append(id)
        return found
