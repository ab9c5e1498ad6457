"""ZIP archives: the files inside are read by name, in memory and counted; nothing is ever unpacked to disk.

Source: PKWARE's APPNOTE.TXT 6.3.10, §§ 4.3 to 4.5. The standard library's module would do as well, but it
loads four other packings, which a book never has and an attacker may, and it reads no archive whose end is
missing.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from functools import cached_property
from itertools import islice, pairwise
from typing import Final, NamedTuple

from corpus.errors import CannotOpen, PinciteError
from corpus.file_bytes import Bytes
from corpus.sanitiser import clean_name
from corpus.source import Source

MOST: Final = 256 * 1024 * 1024
"""Bytes that are unpacked from one archive at the most, all that is read of it together."""
MOST_FILES: Final = 20_000
MOST_RATIO: Final = 200
"""How many times its packed size a file may have, from `_UNSUSPECTED` bytes on."""

_UNSUSPECTED: Final = 8 * 1024 * 1024
_MOST_DIRECTORY: Final = 8 * 1024 * 1024
_AT_ONCE: Final = 64 * 1024

_LOCAL: Final = struct.Struct("<4s5H3I2H")
_CENTRAL: Final = struct.Struct("<4s6H3I5H2I")
_END: Final = struct.Struct("<4s4H2IH")
_LOCATOR: Final = struct.Struct("<4sIQI")
_END_64: Final = struct.Struct("<4sQ2H2I4Q")
_LOCAL_SIGN: Final = b"PK\3\4"
_CENTRAL_SIGN: Final = b"PK\1\2"
_END_SIGN: Final = b"PK\5\6"
_LOCATOR_SIGN: Final = b"PK\6\7"
_END_64_SIGN: Final = b"PK\6\6"
_LONGEST_COMMENT: Final = 0xFFFF
_IN_EXTRA: Final = 0xFFFFFFFF
"""Stands where a size or a place is too large, and is written among the extra fields."""

_STORED: Final = 0
_DEFLATED: Final = 8
_ENCRYPTED: Final = 0x1
_UTF_8: Final = 0x800


class BadEntry(PinciteError):
    """A file in an archive cannot be read, or not to its end: one sentence.

    `why` says what it is: "damaged", "locked with a password".
    """

    def __init__(self, name: str, why: str) -> None:
        """Take the name of the file, and what it is."""
        super().__init__(f"{clean_name(name)} in it is {why}.")
        self.why = why


class _Entry(NamedTuple):
    """Where a file in the archive begins (with its local header), and how it is packed; its size, or 0."""

    at: int
    flags: int
    method: int
    packed: int
    size: int = 0


class Archive:
    """The files in a ZIP archive, by their names. Raises CannotOpen for none, or one made to break readers.

    Of two files with one name the last is read, as everybody does. An archive without its end, as a broken
    download is, has the files that are found in it; then `is_cut` is true.
    """

    def __init__(self, source: Source) -> None:
        """Read the directory of the archive, and nothing else."""
        self._data: Bytes = source.data
        self._shown = source.shown
        self._unpacked = 0
        self.is_cut = False
        try:
            self._entries = dict(self._listed())
        except (struct.error, ValueError):
            self.is_cut = True
            self._entries = dict(self._found())
        if not self._entries:
            raise CannotOpen(f"{self._shown} is a damaged ZIP archive: get it once more.")

    @property
    def names(self) -> list[str]:
        """The names of all files, in the order of the archive; folders are none."""
        return list(self._entries)

    def find(self, name: str) -> str:
        """The file with that name, or else with one that differs in case or in its slashes; "" for none."""
        return name if name in self._entries else self._loosely.get(_loose(name), "")

    @cached_property
    def _loosely(self) -> dict[str, str]:
        return {_loose(name): name for name in reversed(self._entries)}

    def size(self, name: str) -> int:
        """The bytes that a file has, as the archive says, which may be wrong; 0 where it does not."""
        return self._entries[name].size

    def read(self, name: str, most: int = 64 * 1024 * 1024) -> bytes:
        """All of a file, by its exact name.

        Raises KeyError for none, BadEntry for one that is damaged, locked or longer than `most`, CannotOpen
        where the archive turns out to be made to break readers.
        """
        pieces: list[bytes] = []
        length = 0
        for piece in self.chunks(name):
            length += len(piece)
            if length > most:
                raise BadEntry(name, f"longer than {most >> 20} MB")
            pieces.append(piece)
        return b"".join(pieces)

    def chunks(self, name: str) -> Iterator[bytes]:
        """A file piece by piece, raising as `read`: of a damaged one what can be read comes before that."""
        entry = self._entries[name]
        if entry.flags & _ENCRYPTED:
            raise BadEntry(name, "locked with a password")
        if entry.method not in (_STORED, _DEFLATED):
            raise BadEntry(name, "packed in a way that is not read here")
        try:
            start = self._start(entry)
        except struct.error as fault:
            raise BadEntry(name, "damaged") from fault
        read = 0
        pieces = (self._inflated if entry.method == _DEFLATED else self._stored)(start, entry.packed)
        try:
            for piece in pieces:
                read += len(piece)
                self._count(read, len(piece), entry.packed)
                yield piece
        except (zlib.error, EOFError) as fault:
            raise BadEntry(name, "damaged") from fault

    def _count(self, read: int, more: int, packed: int) -> None:
        self._unpacked += more
        if self._unpacked > MOST:
            raise CannotOpen(f"{self._shown} unpacks to more than {MOST >> 20} MB: it stays shut.")
        if read > _UNSUSPECTED and read > MOST_RATIO * packed:
            raise CannotOpen(
                f"{self._shown} unpacks to more than {MOST_RATIO} times its size: it was made to break"
                " readers, and stays shut."
            )

    def _start(self, entry: _Entry) -> int:
        """Where the packed bytes begin: the local header has names and fields of its own length."""
        header = _LOCAL.unpack(self._data[entry.at : entry.at + _LOCAL.size])
        if header[0] != _LOCAL_SIGN:
            raise struct.error("no file begins here")
        return entry.at + _LOCAL.size + int(header[-2]) + int(header[-1])

    def _stored(self, start: int, size: int) -> Iterator[bytes]:
        end = start + size
        for at in range(start, end, _AT_ONCE):
            piece = self._data[at : min(at + _AT_ONCE, end)]
            if not piece:
                raise EOFError
            yield piece

    def _inflated(self, start: int, size: int) -> Iterator[bytes]:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        at, end = start, start + size
        while not stream.eof:
            packed = stream.unconsumed_tail
            if not packed:
                packed = self._data[at : min(at + _AT_ONCE, end)]
                at += len(packed)
            # What is held back in the stream comes with the call that gives it nothing more.
            piece = stream.decompress(packed, _AT_ONCE)
            if piece:
                yield piece
            elif not packed:
                raise EOFError

    def _listed(self) -> Iterator[tuple[str, _Entry]]:
        """The files by the directory at the end. Raises struct.error or ValueError where it is damaged."""
        start, size, count, shift = self._directory()
        if count > MOST_FILES or size > _MOST_DIRECTORY:
            raise CannotOpen(f"{self._shown} holds more than {MOST_FILES:,} files: it stays shut.")
        directory = self._data[start : start + size]
        at = 0
        for _ in range(count):
            sign, _, _, flags, method, _, _, _, packed, unpacked, *lengths, _, _, _, offset = (
                _CENTRAL.unpack_from(directory, at)
            )
            if sign != _CENTRAL_SIGN:
                raise ValueError("no entry of a directory")
            name_at = at + _CENTRAL.size
            extra_at = name_at + lengths[0]
            at = extra_at + lengths[1] + lengths[2]
            if _IN_EXTRA in (packed, offset):
                extra = directory[extra_at : extra_at + lengths[1]]
                packed, offset = _large(extra, unpacked, packed, offset)
            name = _name(directory[name_at:extra_at], flags)
            if not name.endswith("/"):
                yield name, _Entry(offset + shift, flags, method, packed, unpacked)

    def _directory(self) -> tuple[int, int, int, int]:
        """Where the directory begins, its size, its entries, and by how much all places are off."""
        length = len(self._data)
        tail_at = max(0, length - _END.size - _LONGEST_COMMENT)
        tail = self._data[tail_at:]
        at = tail.rfind(_END_SIGN)
        if at < 0:
            raise ValueError("no directory")
        _, _, _, _, count, size, offset, _ = _END.unpack_from(tail, at)
        end = tail_at + at
        locator = self._data[max(0, end - _LOCATOR.size) : end]
        if locator.startswith(_LOCATOR_SIGN):
            place = _LOCATOR.unpack(locator)[2]
            large = _END_64.unpack(self._data[place : place + _END_64.size])
            if large[0] != _END_64_SIGN:
                raise ValueError("no large directory")
            count, size, offset = large[-3:]
            end = place
        start = end - size
        if start < 0:
            raise ValueError("a directory larger than the file")
        return start, size, count, start - offset

    def _found(self) -> Iterator[tuple[str, _Entry]]:
        """The files by their own headers, where the directory is lost: the first of each name."""
        signs = re.finditer(re.escape(_LOCAL_SIGN), self._data[:])
        places = [match.start() for match in islice(signs, MOST_FILES + 1)]
        if len(places) > MOST_FILES:
            raise CannotOpen(f"{self._shown} holds more than {MOST_FILES:,} files: it stays shut.")
        seen = set()
        for at, end in pairwise([*places, len(self._data)]):
            header = self._data[at : at + _LOCAL.size]
            if len(header) < _LOCAL.size:
                break
            _, _, flags, method, _, _, _, packed, _, name_length, extra_length = _LOCAL.unpack(header)
            start = at + _LOCAL.size
            name = _name(self._data[start : start + name_length], flags)
            # A deflated file knows its own end; what is not known of a stored one ends with the next.
            room = max(0, end - start - name_length - extra_length)
            if name and not name.endswith("/") and name not in seen:
                seen.add(name)
                yield name, _Entry(at, flags, method, packed if 0 < packed <= room else room)


def _large(extra: bytes, unpacked: int, packed: int, offset: int) -> tuple[int, int]:
    """The packed size and the place of a file, taken from its extra fields where they are too large."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind == 1:
            values = [
                value for (value,) in struct.iter_unpack("<Q", extra[at + 4 : at + 4 + length // 8 * 8])
            ]
            taken = iter(values)
            if unpacked == _IN_EXTRA:
                next(taken, 0)
            if packed == _IN_EXTRA:
                packed = next(taken, 0)
            if offset == _IN_EXTRA:
                offset = next(taken, 0)
            break
        at += 4 + length
    return packed, offset


def _name(name: bytes, flags: int) -> str:
    if flags & _UTF_8:
        return name.decode("utf-8", "replace")
    try:
        return name.decode("utf-8")  # as most programs write it, whatever they say
    except UnicodeDecodeError:
        return name.decode("cp437")


def _loose(name: str) -> str:
    return name.replace("\\", "/").casefold()
