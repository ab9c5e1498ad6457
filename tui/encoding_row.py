"""The row of a form that tells in which encoding an article is read, and why. No Textual in it."""

from __future__ import annotations

from typing import Final

from corpus.encodings.decoding import source_of
from corpus.encodings.names import said_codec, shown_name
from corpus.encodings.said import BY_ITS_BYTES
from corpus.errors import CannotOpen, PinciteError
from corpus.file_bytes import read_bytes
from corpus.format import FORMATS, GZIP
from corpus.library import Library
from corpus.sidecars import served_charset
from corpus.source import SAMPLE
from tui.article import OpenArticle
from tui.metadata_rows import ENCODING, FormRow
from tui.opening import open_target

_TEXTS: Final = ("text", "html")
"""Formats, besides those that are text alone, whose files are in an encoding."""


def encoding_row(article: OpenArticle) -> FormRow | None:
    """The row; None for an article whose file is no text, and in no encoding that one could name."""
    format = article.document.format
    if format not in _TEXTS and not (format in FORMATS and FORMATS[format].is_text):
        return None
    return FormRow(ENCODING, "Encoding", shown_name(article.read_as), _told(article, article.read_as))


def read_again(article: OpenArticle, library: Library | None, name: str) -> OpenArticle:
    """The article, read again in an encoding that its reader names; "" leaves that to its bytes.

    For a thread. Raises BadValue for no encoding, and CannotOpen.
    """
    codec = said_codec(name) if name.strip() else BY_ITS_BYTES
    if article.path is None:
        raise PinciteError("This was piped in and read once: pipe it in again, with --encoding NAME.")
    again = open_target(str(article.path), library, encoding=codec)
    return again if again.id is not None else again._replace(id=article.id)


def _told(article: OpenArticle, encoding: str) -> str:
    if article.encoding:
        return "you"
    try:
        head = read_bytes(article.path, SAMPLE) if article.path else b""
    except CannotOpen:
        return ""
    if article.path is None or head.startswith(GZIP):
        return ""
    told = source_of(head, encoding, "", served_charset(article.path))
    return told or "its bytes"
