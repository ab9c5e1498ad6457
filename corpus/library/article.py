"""An article as the library knows it, from the row of its table."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final, NamedTuple

from corpus.document import Document
from corpus.errors import LibraryUnavailable
from corpus.library.database import NO_EDITS
from corpus.sanitiser import clean_name

COLUMNS: Final = (
    "id, title, authors, date, source, words, length, place, digest, lang, seen,"
    " EXISTS (SELECT 1 FROM outline_edits WHERE article = articles.id), address, encoding"
)
"""The columns that `article_of` reads, in SQL."""


class Article(NamedTuple):
    """What the library knows of an article.

    `authors` are names as published, `date` is ISO 8601 or empty, `source` a file's name made
    harmless for showing, `path` where it really is, `place` an offset in the text, `read` how much
    of the text lies before it (0 to 1), `digest` the SHA-256 of the bytes it was read from, `seen` of
    those that it was read from when it was opened last; `has_outline_edits` tells that its reader has made
    something of its outline. Of a page of the web, `address` is where it was fetched from, and `source` the
    same; `encoding` is the one that the reader says the file is in.
    """

    id: int
    title: str
    authors: tuple[str, ...]
    date: str
    source: str
    path: Path
    words: int
    read: float
    place: int
    digest: str
    lang: str
    seen: str
    has_outline_edits: bool
    address: str = ""
    encoding: str = ""


class ArticleDamaged(LibraryUnavailable):
    """One article of the library cannot be read; the others can."""


class Kept(NamedTuple):
    """An article as the library keeps it: its id, its stamp, its title, and the article itself."""

    id: int
    stamp: str
    title: str
    document: Document


def article_of(row: tuple[Any, ...]) -> Article:
    """The article of a row with the columns of `COLUMNS`."""
    id, title, authors, date, source, count, length, place, digest, lang, seen, edited, address, encoding = (
        row
    )
    path, place = os.fsdecode(source), min(place, length)
    return Article(
        id=id,
        title=title,
        authors=_names(authors),
        date=date,
        source=clean_name(address or path),
        path=Path(path),
        words=count,
        read=place / length if length else 0.0,
        place=place,
        digest=digest,
        lang=lang,
        seen=seen or digest,
        has_outline_edits=bool(edited),
        address=address,
        encoding=encoding,
    )


def corrected(packed: bytes, edits: str, *, inline: bool = True) -> Document:
    """A kept document with what the reader says of it; without `inline` without its spans.

    Raises ValueError where either is damaged.
    """
    from corpus.packed.document import unpack

    document = unpack(packed, inline=inline)
    if edits == NO_EDITS:
        return document
    from corpus.library.edits import edits_of

    return document.corrected(edits_of(edits))


def _names(packed: str) -> tuple[str, ...]:
    if packed == "[]":
        return ()
    import json

    return tuple(json.loads(packed))
