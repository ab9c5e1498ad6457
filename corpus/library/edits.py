"""What is kept of an article beside its file: the reader's own values, and imported ones, as JSON."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any, TypeAlias

from corpus.document import Document
from corpus.editing import FIELDS, Edit, Value, field_named, value_of
from corpus.library.database import EDITS, NO_EDITS
from corpus.metadata import Name, PartialDate
from corpus.packed.document import unpack
from corpus.sanitiser import clean_line
from corpus.sources import READER, READER_EARLIER
from corpus.title import shown_title

Change: TypeAlias = Callable[[sqlite3.Connection, int], object]
"""What changes the rows of an article, given a connection in a transaction and the article's number."""


def edits_of(column: str) -> dict[str, Edit]:
    """The values by field, the reader's own above imported ones. Raises ValueError where one is damaged."""
    rows = sorted(json.loads(column))
    return {name: Edit(_value(name, value), source) for _own, name, source, value in rows if name in FIELDS}


def described(document: Document, packed: bytes, column: str) -> dict[str, str]:
    """What the table of articles says of one: title, people, day, language, and its stamp.

    `packed` is the document as `corpus.packed.document` has it, `column` what is kept beside it.
    """
    metadata = document.corrected(edits_of(column)).metadata
    title = clean_line(shown_title(document._replace(metadata=metadata)))
    stamped = packed + title.encode() + (b"" if column == NO_EDITS else column.encode())
    return {
        "title": title,
        "authors": json.dumps([clean_line(name.as_published()) for name in metadata.authors]),
        "date": metadata.date.iso() if metadata.date else "",
        "lang": metadata.lang,
        "stamp": sha256(stamped).hexdigest()[:24],
    }


def doubt(connection: sqlite3.Connection, source: bytes, document: Document) -> None:
    """Note of the reader's own values that they were said of an earlier text, where that is another now.

    `document` is what the file `source` holds from now on: another article if its title (or how it begins)
    or its people are others. The values stay: to take them back is up to the reader.
    """
    row = connection.execute(
        "SELECT articles.id, packed FROM articles JOIN documents ON documents.article = articles.id"
        " WHERE source = ? AND EXISTS (SELECT 1 FROM edits WHERE edits.article = articles.id AND own = 1)",
        (source,),
    ).fetchone()
    if row is None:
        return
    id, packed = row
    try:
        before = unpack(packed)
    except (ValueError, IndexError):
        return  # what was kept is damaged, and is replaced now
    # What stands beside the file may call it otherwise: it is the same text.
    if before.digest != document.digest and _called(before) != _called(document):
        connection.execute("UPDATE edits SET source = ? WHERE article = ? AND own = 1", (READER_EARLIER, id))


def _called(document: Document) -> tuple[str, tuple[Name, ...]]:
    """What a text says itself that it is called, or how it begins, and whose it is."""
    said = document.uncorrected or document.metadata
    return shown_title(document._replace(metadata=said)), said.authors


def own(field: str, text: str | None) -> Change:
    """What the reader says of a field; None forgets it, or else what was imported. Raises BadValue."""
    name = field_named(field).name
    if text is None:
        # The uppermost value goes: the reader's own before an imported one.
        return lambda connection, article: connection.execute(
            "DELETE FROM edits WHERE article = :article AND field = :field AND own ="
            " (SELECT max(own) FROM edits WHERE article = :article AND field = :field)",
            {"article": article, "field": name},
        )
    edit = Edit(value_of(name, text), READER)
    return lambda connection, article: _keep(connection, article, name, own=True, edit=edit)


def imported(values: Mapping[str, Edit]) -> Change:
    """Imported values, in place of those that were imported before for the same fields."""

    def keep(connection: sqlite3.Connection, id: int) -> None:
        for name, edit in values.items():
            _keep(connection, id, name, own=False, edit=edit)

    return keep


def correct(connection: sqlite3.Connection, id: int, change: Change) -> None:
    """Change what is kept of an article that is there, and what the table of articles says of it.

    Raises ValueError where the article or what is kept of it is damaged.
    """
    change(connection, id)
    packed, column = connection.execute(
        f"SELECT packed, {EDITS} FROM articles JOIN documents ON article = articles.id WHERE articles.id = ?",
        (id,),
    ).fetchone()
    values = described(unpack(packed), packed, column)
    changed = ", ".join(f"{name} = :{name}" for name in values)
    connection.execute(f"UPDATE articles SET {changed} WHERE id = :id", values | {"id": id})


def _keep(connection: sqlite3.Connection, id: int, field: str, *, own: bool, edit: Edit) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO edits (article, field, own, source, value) VALUES (?, ?, ?, ?, ?)",
        (id, field, own, edit.source, json.dumps(_plain(edit.value))),
    )


def _plain(value: Value) -> Any:
    if isinstance(value, PartialDate):
        return value._asdict()
    return value if value is None or isinstance(value, str) else [name._asdict() for name in value]


def _value(field: str, packed: str) -> Value:
    plain = json.loads(packed)
    try:
        match plain:
            case None | str():
                return plain
            case dict():
                return PartialDate(**plain)
            case list():
                return tuple(Name(**name) for name in plain)
    except TypeError as error:
        raise ValueError(f"The value kept for {field} is damaged.") from error
    raise ValueError(f"The value kept for {field} is damaged.")
