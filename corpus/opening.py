"""Opening an article: from a path or from bytes to a `Document`, or one sentence why not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus.beginning import with_preliminaries
from corpus.document import Document
from corpus.encoding import decode
from corpus.errors import CannotOpen
from corpus.file_bytes import MOST_BYTES, read_bytes, why_not
from corpus.format import MARKUP_MOST, format_of, is_binary, parser_of, unreadable
from corpus.matter.back_matter import with_back_matter
from corpus.sanitiser import clean_name
from corpus.sidecars import beside

if TYPE_CHECKING:
    from corpus.large import LargeDocument
    from corpus.stretches import Bytes

KEPT_MOST: Final = 32 * 1024 * 1024
"""Articles with more bytes than this are read, but not kept in the library."""

LARGE: Final = 256 * 1024
"""From so many bytes on, a plain text is shown before all of it is read."""

_BEGINNING: Final = 64 * 1024


def open_path(path: Path) -> Document:
    """Open a file, with what the files beside it say of it. Raises CannotOpen with what to do."""
    document = open_bytes(read_bytes(path), path.name)
    return document._replace(metadata=beside(path).above(document.metadata))


def open_large(path: Path) -> LargeDocument | None:
    """A large plain text, which is there at once; None for any other file. Raises CannotOpen."""
    try:
        if not path.is_file() or path.stat().st_size < LARGE:
            return None
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as fault:
        raise CannotOpen(why_not(clean_name(str(path)), fault)) from fault
    large = large_of(descriptor, path.name)
    return large.described(beside(path)) if large else None


def large_of(descriptor: int, name: str = "") -> LargeDocument | None:
    """The same of an open file, which is taken over; `name` helps to tell the format."""
    from corpus.large import LargeDocument
    from corpus.stretches import FileBytes, Stretches

    data = FileBytes(descriptor)
    if not LARGE <= len(data) <= MOST_BYTES:
        return None
    sample = _beginning(data)
    text, encoding = decode(sample)
    if unreadable(sample) or is_binary(text) or format_of(text, name, len(data)) != "text":
        return None
    document = LargeDocument(Stretches(data, encoding), encoding=encoding)
    return document if document.stretch(0).blocks else None


def open_beginning(path: Path) -> Document | None:
    """The beginning of a large Markdown or HTML file, which is there at once; None for any other file.

    Offsets in it are those in the whole. Raises CannotOpen.
    """
    if not path.is_file() or not LARGE <= path.stat().st_size <= MARKUP_MOST:
        return None
    sample = _beginning(read_bytes(path, most=_BEGINNING))
    text, encoding = decode(sample)
    format = format_of(text, path.name, len(text))
    if unreadable(sample) or is_binary(text) or format == "text":
        return None
    document = parser_of(format)(text)
    if not document.blocks:
        return None
    document = with_preliminaries(document)._replace(encoding=encoding)
    return document._replace(metadata=beside(path).above(document.metadata))


def _beginning(data: Bytes) -> bytes:
    """The first bytes of a text, up to the end of a block, a line or a word."""
    first = data[:_BEGINNING]
    return first[: max(first.rfind(b"\n\n"), first.rfind(b"\n"), first.rfind(b" ")) + 1] or first


def open_bytes(data: bytes, name: str = "") -> Document:
    """Make a document of a file's bytes; `name` helps to tell the format. Raises CannotOpen."""
    shown = clean_name(name) or "The input"
    if not data.strip():
        raise CannotOpen(f"{shown} is empty: there is nothing to read in it.")
    if what := unreadable(data):
        raise CannotOpen(f"{shown} is {what}: this version reads plain text, Markdown and HTML.")
    text, encoding = decode(data if len(data) < LARGE else _beginning(data))
    if is_binary(text):
        raise CannotOpen(f"{shown} holds binary data: this version reads plain text, Markdown and HTML.")
    format = format_of(text, name, len(data))
    if format == "text" and len(data) >= LARGE:
        from corpus.reading_through import read_through

        document = read_through(data, encoding)
    else:
        if len(data) >= LARGE:
            text, encoding = decode(data)
        document = parser_of(format)(text)
        document = with_back_matter(with_preliminaries(document)) if document.blocks else document
    if not document.blocks:
        raise CannotOpen(f"{shown} holds no words: there is nothing to read in it.")
    from hashlib import sha256  # loads a large library, and the beginning of a text needs none

    return document._replace(format=format, encoding=encoding, digest=sha256(data).hexdigest())


def shipped(name: str = "six-part-roadmap.txt") -> Document:
    """One of the articles that come with Pincite."""
    return open_bytes(shipped_path(name).read_bytes(), name)


def shipped_path(name: str) -> Path:
    """Where an article that comes with Pincite lies."""
    return Path(__file__).parent / "articles" / name
