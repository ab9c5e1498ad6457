"""Pictures that lie in the file of an article: in an archive, in a message, in a book of FictionBook.

Source of the signs that they begin with: the WHATWG's MIME Sniffing Standard, § 6.1.
"""

from __future__ import annotations

import binascii
import re
from typing import Final, NamedTuple

from corpus.errors import CannotOpen, PinciteError
from corpus.format import GZIP
from corpus.source import Source

MOST: Final = 32 * 1024 * 1024
"""Bytes that a picture may have."""
ENDINGS: Final = (".png", ".jpg", ".jpeg", ".gif", ".webp")
"""What the names of pictures end in that are opened."""
_SIGNS: Final = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), ".png"),
    (re.compile(rb"\xff\xd8\xff"), ".jpg"),
    (re.compile(rb"GIF8[79]a"), ".gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), ".webp"),
)
_BINARY: Final = re.compile(rb"<(?:\w{1,20}:)?binary\b([^<>]{0,2000})>([^<]*)<")
_ID: Final = re.compile(rb"""\bid\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_MESSAGE: Final = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")


class Picture(NamedTuple):
    """A picture: its bytes, and what its name ends in, by what they begin with."""

    data: bytes
    ending: str


def ending_of(head: bytes) -> str:
    """What the name of a picture ends in that begins with these bytes; "" for none that is opened."""
    return next((ending for sign, ending in _SIGNS if sign.match(head)), "")


def picture_in(source: Source, target: str) -> Picture:
    """The picture that an article has in its own file, by the target that its words have.

    Raises CannotOpen, with a sentence. May take as long as the file wants: for a process apart.
    """
    if source.head.startswith(GZIP):
        from corpus.gzipped import uncompressed

        source = uncompressed(source).source
    data = _found(source, target)
    if data is None:
        raise CannotOpen("This picture is not in the file of the article.")
    if len(data) > MOST:
        raise CannotOpen(f"This picture is larger than {MOST >> 20} MB: it stays shut.")
    if not (ending := ending_of(data[:16])):
        raise CannotOpen("This picture is neither PNG, JPEG, GIF nor WebP: it stays shut.")
    return Picture(data, ending)


def _found(source: Source, target: str) -> bytes | None:
    if source.head.startswith(b"PK"):
        return _in_archive(source, target)
    if b"<FictionBook" in source.head:
        return _in_book(source.all(), target)
    if _MESSAGE.match(source.head):
        return _in_message(source.all(), target)
    return None


def _in_archive(source: Source, target: str) -> bytes | None:
    from corpus.formats.archive import Archive

    archive = Archive(source)
    if name := archive.find(target):
        try:
            return archive.read(name, MOST)
        except PinciteError as fault:
            raise CannotOpen(str(fault)) from fault
    books = [name for name in archive.names if name.lower().endswith(".fb2")]
    return _in_book(archive.read(books[0]), target) if books else None


def _in_book(data: bytes, target: str) -> bytes | None:
    wanted = target.removeprefix("#").encode("utf-8", "replace")
    for match in _BINARY.finditer(data):
        name = _ID.search(match[1])
        if name and (name[1] or name[2]) == wanted:
            try:
                return binascii.a2b_base64(match[2])
            except binascii.Error:
                return None
    return None


def _in_message(data: bytes, target: str) -> bytes | None:
    """A part of a message, by its Content-ID or where it lay (RFC 2557, § 5)."""
    import email
    from email.policy import compat32

    named = target.removeprefix("cid:").strip("<>")
    for part in email.message_from_bytes(data, policy=compat32).walk():
        id = str(part.get("Content-ID", "")).strip().strip("<>")
        place = str(part.get("Content-Location", "")).strip()
        if not part.is_multipart() and named and named in (id, place):
            payload = part.get_payload(decode=True)
            return payload if isinstance(payload, bytes) else None
    return None
