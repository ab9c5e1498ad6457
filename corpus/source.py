"""An article's bytes as a format reads them, with what its reader asked for."""

from __future__ import annotations

import io
import os
from typing import BinaryIO, Final, NamedTuple

from corpus.encodings.decoding import Decoded, decode
from corpus.file_bytes import Bytes
from corpus.sanitiser import clean_name

SAMPLE: Final = 64 * 1024
"""Bytes from which format and encoding are told, and with which a long article begins."""


class Source(NamedTuple):
    """The bytes of an article, and how they are to be read.

    `name` is its file's name, which helps to tell the format. `encoding` is what the reader says its text is
    in; "" leaves that to the bytes. With `whole`, all of a web page is read: its navigation too. With
    `at_once`, nothing is wanted before all of it is read: no beginnings. `served` is the encoding that a
    server said it is in: what its bytes prove stands above that.
    """

    data: Bytes
    name: str = ""
    encoding: str = ""
    whole: bool = False
    at_once: bool = True
    served: str = ""

    @property
    def head(self) -> bytes:
        """Its first bytes, `SAMPLE` of them at the most."""
        return self.data[:SAMPLE]

    @property
    def shown(self) -> str:
        """What it is called in a sentence: never without words."""
        return clean_name(self.name) or "The input"

    @property
    def ending(self) -> str:
        """What its name ends in, in small letters: ".html"; "" for nothing."""
        return os.path.splitext(self.name)[1].lower()

    def all(self) -> bytes:
        """All of its bytes."""
        return self.data[:]

    def file(self) -> BinaryIO:
        """Its bytes as a file that can be sought in; nothing of it is read before it is asked for."""
        return io.BufferedReader(_File(self.data))

    def decoded(self) -> Decoded:
        """Its text, and the encoding that was told or said."""
        return self._decoded(self.all())

    def beginning(self) -> Decoded:
        """The text that it begins with, to the end of a line or a word; of a page without any, of a tag."""
        first = self.head
        if len(first) < len(self.data):
            end = max(first.rfind(b"\n"), first.rfind(b" ")) + 1
            # A page may be one line of tags: its first words alone would not tell what it is.
            first = first[: end if 2 * end >= len(first) else max(end, first.rfind(b">") + 1)] or first
        return self._decoded(first)

    def _decoded(self, data: bytes) -> Decoded:
        return decode(data, self.encoding, self.served)


class _File(io.RawIOBase):
    """Bytes as a file."""

    def __init__(self, data: Bytes) -> None:
        self._data, self._at = data, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: len(self._data)}[whence]
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # typeshed asks for any buffer
        read = self._data[self._at : self._at + len(buffer)]
        buffer[: len(read)] = read
        self._at += len(read)
        return len(read)
