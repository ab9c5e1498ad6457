"""From an article's bytes to documents: what the formats make of them, with what all of them share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus import progress
from corpus.beginning import with_preliminaries
from corpus.document import Document
from corpus.errors import CannotOpen
from corpus.format import (
    FORMATS,
    GZIP,
    READS,
    beginner_of,
    format_of,
    is_binary,
    is_packed,
    packed_format,
    parser_of,
    reader_of,
    unreadable,
)
from corpus.matter.back_matter import with_back_matter
from corpus.source import Source

LARGE: Final = 256 * 1024
"""From so many bytes on, what a text begins with is shown before all of it is read."""

_CUT: Final = "The end of the file is missing or damaged: what came before it was read."


def is_plain(source: Source) -> bool:
    """Whether an article is plain text: then it is read in this process. Raises CannotOpen for no article."""
    return not is_packed(source.head) and _told_format(source) == "text"


def _told_format(source: Source) -> str:
    """The format that an article is in, by its name in `FORMATS`. Raises CannotOpen for none that is read."""
    shown, head = source.shown, source.head
    if not head.strip() and (len(source.data) <= len(head) or not source.all().strip()):
        raise CannotOpen(f"{shown} is empty: there is nothing to read in it.")
    if is_packed(head) and (format := packed_format(source)):
        return format
    if what := unreadable(head):
        raise CannotOpen(f"{shown} is {what}." if ":" in what else f"{shown} is {what}: {READS}.")
    text, _ = source.decoded() if len(source.data) < LARGE else source.beginning()
    if is_binary(text):
        raise CannotOpen(f"{shown} holds binary data: {READS}.")
    return format_of(text, source.ending, len(source.data))


def documents_of(source: Source, format: str = "") -> Iterator[Document]:
    """Beginnings of an article, if it is long and they are wanted, and at last all of it.

    Offsets and numbers in a beginning are those in the whole. `format` is the one that it is in, where that
    was told already. Raises CannotOpen with a sentence.
    """
    original, is_cut = source.data, False
    if source.head.startswith(GZIP):
        from corpus.gzipped import uncompressed  # few files are

        source, is_cut = uncompressed(source)
    format = format or _told_format(source)
    whole = None
    begins = not source.at_once and not _is_large_text(source, format)
    # Whether more is to come is seen when it has come; of what is long it is shown without waiting for that.
    is_long, grows = len(source.data) >= LARGE, FORMATS[format].grows
    for number, document in enumerate(_read(source, format)):
        begun = (document if number == 0 or grows else None) if is_long else whole
        if begins and begun is not None and begun.blocks:
            yield with_preliminaries(begun)._replace(format=format)
        whole = document
    if whole is None or not whole.blocks:
        raise CannotOpen(f"{source.shown} holds no words: there is nothing to read in it.")
    from hashlib import sha256  # loads a large library, and a beginning needs none

    if not _is_large_text(source, format):  # that is finished while it is read through
        whole = with_back_matter(with_preliminaries(whole))
    if is_cut:
        whole = whole._replace(fault=f"{whole.fault} {_CUT}".lstrip())
    yield whole._replace(format=format, digest=sha256(original[:]).hexdigest())


def _is_large_text(source: Source, format: str) -> bool:
    return format == "text" and len(source.data) >= LARGE


def _read(source: Source, format: str) -> Iterator[Document]:
    """What the format makes of it, as far as it has come each time."""
    if not FORMATS[format].is_text:
        yield from reader_of(format)(source)
        return
    if _is_large_text(source, format):
        from corpus.large.reading_through import read_through

        encoding = source.beginning().encoding
        yield read_through(source.data, encoding)
        return
    text, encoding = source.decoded()
    if FORMATS[format].begins and len(source.data) >= LARGE and not source.at_once:
        with progress.part(0, 0):  # what a beginning takes is no share of the whole
            beginning = beginner_of(format)(text)
        yield beginning._replace(encoding=encoding)
    yield parser_of(format)(text)._replace(encoding=encoding)
