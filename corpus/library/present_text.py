"""What an article is now: its file, where it is newer than the library's copy, else the copy."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

from corpus.document import Document, Readable
from corpus.errors import CannotOpen, NoSuchPlace
from corpus.library.database import Database
from corpus.opening import KEPT_MOST, open_path
from corpus.packed.document import unpack
from corpus.sanitiser import clean_name
from corpus.sidecars import stamp

_KEPT: Final = (
    "SELECT source, size, mtime_ns, packed, encoding FROM articles JOIN documents ON article = articles.id"
)


def present_text(database: Database, article: int | None, source: str) -> Document:
    """The text of an article with this number in the library, or else of the file at a path.

    Raises NoSuchPlace with a sentence where there is none, and LibraryUnavailable.
    """
    rows = database.fetch(f"{_KEPT} WHERE articles.id = ?", article)
    if not rows:
        if source and (document := _newer(Path(source), None)):
            return document
        where = f"and {clean_name(source)} cannot be read" if source else "and it had no file"
        raise NoSuchPlace(
            f"Its article is not in the library any more, {where}: the words are kept here alone."
        )
    path, size, mtime_ns, packed, encoding = rows[0]
    if document := _newer(Path(os.fsdecode(path)), (size, mtime_ns), encoding):
        return document
    try:
        return unpack(packed)
    except (ValueError, IndexError) as fault:
        name = clean_name(os.fsdecode(path))
        raise NoSuchPlace(
            f"Its article is damaged in the library; add it again: pincite add {name}"
        ) from fault


def whole(database: Database, document: Readable, article: int | None) -> Readable:
    """The library's copy of a large text that is read in parts, where that is the same text.

    Any other document is given back as it is.
    """
    if isinstance(document, Document):
        return document
    for path, size, mtime_ns, packed, _ in database.fetch(f"{_KEPT} WHERE articles.id = ?", article):
        try:
            file = Path(os.fsdecode(path))
            kept = unpack(packed) if stamp(file, file.stat()) == (size, mtime_ns) else None
        except (OSError, ValueError, IndexError):
            return document
        # It may have been read anew by others since it was opened.
        if kept and len(kept.text) == len(document.text):
            return kept
    return document


def _newer(path: Path, known: tuple[int, int] | None, encoding: str = "") -> Document | None:
    """The file as it is now; None where it is as it was known, or cannot be read."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) or about.st_size > KEPT_MOST or stamp(path, about) == known:
            return None
        return open_path(path, encoding=encoding)
    except (OSError, ValueError, CannotOpen):
        return None
