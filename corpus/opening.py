"""Opening an article: from a path or from bytes to a `Document`, or one sentence why not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.document import Document
from corpus.errors import CannotOpen
from corpus.file_bytes import MOST_BYTES, FileBytes, open_file, why_not
from corpus.reading import LARGE, documents_of, is_plain
from corpus.sanitiser import clean_name
from corpus.sidecars import beside, served_charset
from corpus.source import Source

if TYPE_CHECKING:
    from corpus.apart import Apart
    from corpus.large.document import LargeDocument

__all__ = [
    "KEPT_MOST",
    "LARGE",
    "Begun",
    "begin_bytes",
    "begin_path",
    "large_of",
    "open_bytes",
    "open_input",
    "open_large",
    "open_path",
    "shipped",
    "shipped_path",
    "spooled",
]

KEPT_MOST: Final = 32 * 1024 * 1024
"""Articles with more bytes than this are read, but not kept in the library."""


class Begun(NamedTuple):
    """What an article begins with, and the process that reads the rest; None where this is all of it."""

    document: Document
    rest: Apart | None = None


def open_path(path: Path, *, encoding: str = "", whole: bool = False) -> Document:
    """Open a file, with what the files beside it say of it. Raises CannotOpen with what to do.

    `encoding` and `whole` are those of a `Source`.
    """
    return _described(_last(_source(path, encoding)._replace(whole=whole)), path)


def begin_path(path: Path, *, encoding: str = "", whole: bool = False) -> Begun:
    """The same, as soon as the beginning of it is there; offsets in that are those in the whole."""
    return _begun(_source(path, encoding)._replace(whole=whole, at_once=False), path)


def open_input(data: bytes, name: str = "", *, encoding: str = "") -> Document:
    """The same of bytes that have no file. Raises CannotOpen."""
    source = Source(data, name, encoding)
    return _last(source if is_plain(source) else source._replace(data=spooled(data)))


def begin_bytes(data: bytes, name: str = "", *, encoding: str = "", whole: bool = False) -> Begun:
    """The same of bytes that have no file. Raises CannotOpen."""
    source = Source(data, name, encoding, whole, at_once=False)
    if is_plain(source):
        return Begun(_last(source))
    return _begun(source._replace(data=spooled(data)), None)


def _source(path: Path, encoding: str) -> Source:
    return Source(_opened(path), path.name, encoding, served=served_charset(path))


def _opened(path: Path) -> FileBytes:
    try:
        return open_file(path)
    except OSError as fault:
        raise CannotOpen(why_not(clean_name(str(path)), fault)) from fault


def _last(source: Source) -> Document:
    if is_plain(source):
        return list(documents_of(source, "text"))[-1]
    from corpus.apart import Apart

    with Apart(source) as apart:
        return list(apart.documents())[-1]


def _begun(source: Source, path: Path | None) -> Begun:
    if is_plain(source):
        return Begun(_described(_last(source), path))
    from corpus.apart import Apart

    apart = Apart(source)
    try:
        first = next(apart.documents())
    except BaseException:
        apart.close()
        raise
    if first.digest:
        apart.close()
    return Begun(_described(first, path), None if first.digest else apart)


def _described(document: Document, path: Path | None) -> Document:
    return document if path is None else document._replace(metadata=beside(path).above(document.metadata))


def spooled(data: bytes) -> FileBytes:
    """Bytes that have no file, in one without a name, so that another process can read it."""
    import os
    import tempfile

    with tempfile.TemporaryFile() as nameless:
        nameless.write(data)
        nameless.flush()
        return FileBytes(os.dup(nameless.fileno()))


def open_large(path: Path, *, encoding: str = "") -> LargeDocument | None:
    """A large plain text, which is there at once; None for any other file. Raises CannotOpen."""
    try:
        if not path.is_file() or path.stat().st_size < LARGE:
            return None
    except OSError as fault:
        raise CannotOpen(why_not(clean_name(str(path)), fault)) from fault
    large = _large(_source(path, encoding))
    return large.described(beside(path)) if large else None


def large_of(data: FileBytes, name: str = "", *, encoding: str = "") -> LargeDocument | None:
    """The same of the bytes of a file; `name` helps to tell the format."""
    return _large(Source(data, name, encoding))


def _large(source: Source) -> LargeDocument | None:
    if not LARGE <= len(source.data) <= MOST_BYTES:
        return None
    try:
        if not is_plain(source):
            return None
    except CannotOpen:
        return None
    from corpus.large.document import (
        LargeDocument,  # not above: a long book of another format needs none of it
    )
    from corpus.large.stretches import Stretches

    encoding = source.beginning().encoding
    document = LargeDocument(Stretches(source.data, encoding), encoding=encoding)
    return document if document.stretch(0).blocks else None


def open_bytes(data: bytes, name: str = "") -> Document:
    """Make a document of a file's bytes, in this process; `name` helps to tell the format.

    Only for what is trusted, or was written by us. Raises CannotOpen.
    """
    return list(documents_of(Source(data, name)))[-1]


def shipped(name: str = "six-part-roadmap.txt") -> Document:
    """One of the articles that come with Pincite."""
    return open_bytes(shipped_path(name).read_bytes(), name)


def shipped_path(name: str) -> Path:
    """Where an article that comes with Pincite lies."""
    return Path(__file__).parent / "articles" / name
