"""A document as bytes, to be kept in the library, and back.

What is read back may have been damaged: it is checked, never trusted, and never executed.

    magic (4 bytes, with the version of what reads files) · CRC-32 of the rest (4)
    sizes of the text, the packed text and the remainder (3 × 4) · text, compressed · remainder, compressed

The remainder is the size of a JSON header (4), the header, and the columns: numbers are little-endian,
offsets have four bytes, the rest one. Documents of version 1 have no labels, those of version 2 no captions
of tables and no sign of permalinks, up to version 3 what stands behind an article is counted with it, and
up to version 4 there are no anchors, no contents and no faults; they open all the same.
"""

from __future__ import annotations

import json
import struct
import sys
import zlib
from array import array
from itertools import pairwise
from operator import gt
from typing import Any, Final

from corpus.blocks import Blocks, Inline, Kind, Span
from corpus.document import Document, Listed
from corpus.labels import Labels, Printed
from corpus.metadata import Metadata, Name, PartialDate
from corpus.packed.mark import MAGIC
from corpus.sanitiser import clean_in_place, is_harmless

_READABLE: Final = (MAGIC, b"PNC\x05", b"PNC\x04", b"PNC\x03", b"PNC\x02", b"PNC\x01")
_HEAD: Final = struct.Struct("<4sIIII")
_LENGTH: Final = struct.Struct("<I")
_LARGEST: Final = 1 << 30
"""Bytes: no part of a document is unpacked beyond this, whatever it claims."""
# Higher levels save little and cost several times as much when a directory of articles is added.
_LEVEL: Final = 6
_INLINES: Final = {int(inline): inline for inline in Inline}


def pack(document: Document, level: int = _LEVEL) -> bytes:
    """The document as bytes, compressed by zlib at a level from 0 (not at all) to 9.

    Its metadata are packed as the source has them, without what the reader has corrected.
    Raises ValueError where it is too large, or its text is not valid Unicode.
    """
    starts, ends, kinds, levels, quotes, markers = document.blocks.columns()
    header = {
        "format": document.format,
        "encoding": document.encoding,
        "digest": document.digest,
        "metadata": (document.uncorrected or document.metadata).plain(),
        "blocks": len(document.blocks),
        "markers": {str(index): marker for index, marker in markers.items()},
        "spans": len(document.spans),
        "targets": {str(index): span.target for index, span in enumerate(document.spans) if span.target},
        "pages": _printed(document.labels.pages),
        "numbers": _printed(document.labels.numbers),
        "permalink": document.permalink,
        "anchors": dict(document.anchors),
        "contents": document.contents,
        "fault": document.fault,
        "left_out": document.left_out,
    }
    packed_header = json.dumps(header, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    spans = document.spans
    remainder = b"".join(
        (
            _LENGTH.pack(len(packed_header)),
            packed_header,
            *(_offsets(column) for column in (starts, ends)),
            *(column.tobytes() for column in (kinds, levels, quotes)),
            _offsets(array("L", (span.start for span in spans))),
            _offsets(array("L", (span.end for span in spans))),
            bytes(span.inline for span in spans),
        )
    )
    text = document.text.encode("utf-8")
    if max(len(text), len(remainder)) > _LARGEST:
        raise ValueError("The document is too large to be packed.")
    packed_text = zlib.compress(text, level)
    body = packed_text + zlib.compress(remainder, level)
    sizes = (len(text), len(packed_text), len(remainder))
    return _HEAD.pack(MAGIC, zlib.crc32(struct.pack("<III", *sizes) + body), *sizes) + body


def unpack(packed: bytes, *, inline: bool = True, most: int = 2 * _LARGEST, trusted: bool = True) -> Document:
    """The document that `pack` made these bytes from. Raises ValueError where they are damaged.

    Without `inline` it has no spans, which is faster. It may not unpack to more than `most` bytes. Where its
    text is not `trusted`, what is harmful in it becomes U+FFFD.
    """
    text, remainder = _parts(packed)
    if text[1] + remainder[1] > most:
        raise ValueError("The packed document is larger than it may be.")
    try:
        words = _inflated(*text)
        decoded = words.decode("utf-8")
        # FILLER may stand between blocks.
        if not trusted and not is_harmless(words.replace(b"\0", b"")):
            decoded = clean_in_place(decoded)
        return _document(decoded, _inflated(*remainder), inline=inline)
    except (LookupError, TypeError, AttributeError, struct.error, OverflowError, RecursionError) as error:
        raise ValueError("The packed document is damaged.") from error


def unpack_text(packed: bytes) -> str:
    """The text alone of a packed document. Raises ValueError where the bytes are damaged."""
    text, _ = _parts(packed)
    return _inflated(*text).decode("utf-8")


def said_first(packed: bytes, most: int = 4_000) -> bytes:
    """The beginning of the header, as JSON cut off after `most` bytes: the metadata stand in it.

    To look for a string in thousands of documents; nothing is checked, b"" where the bytes are damaged.
    """
    if len(packed) < _HEAD.size or packed[:4] not in _READABLE:
        return b""
    start = _HEAD.size + _HEAD.unpack_from(packed)[3]
    try:
        return zlib.decompressobj().decompress(packed[start : start + most], most + _LENGTH.size)
    except zlib.error:
        return b""


def _parts(packed: bytes) -> tuple[tuple[bytes, int], tuple[bytes, int]]:
    """The compressed text and remainder, each with its size unpacked; the checksum has been compared."""
    if len(packed) < _HEAD.size or packed[:4] not in _READABLE:
        raise ValueError("These bytes are no packed document.")
    _, checksum, text, packed_text, remainder = _HEAD.unpack_from(packed)
    if zlib.crc32(packed[8:]) != checksum:
        raise ValueError("The packed document is damaged.")
    boundary = _HEAD.size + packed_text
    return (packed[_HEAD.size : boundary], text), (packed[boundary:], remainder)


def _inflated(compressed: bytes, size: int) -> bytes:
    if size > _LARGEST:
        raise ValueError("The packed document is larger than any document.")
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(compressed, size + 1)
    except zlib.error as error:
        raise ValueError("The packed document is damaged.") from error
    if len(data) != size or not stream.eof or stream.unused_data:
        raise ValueError("The packed document is damaged.")
    return data


def _offsets(column: array[int]) -> bytes:
    narrow = array("I", column)
    if sys.byteorder == "big":
        narrow.byteswap()
    return narrow.tobytes()


def _printed(labels: Printed) -> list[list[Any]]:
    return [list(labels.starts), list(labels.labels)]


class _Columns:
    """Reads columns one after another."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def bytes(self, count: int) -> bytes:
        if not 0 <= count <= len(self._data):
            raise ValueError("A column of the packed document is cut short.")
        taken, self._data = self._data[:count], self._data[count:]
        return taken

    def offsets(self, count: int, limit: int) -> array[int]:
        column = array("I")
        column.frombytes(self.bytes(4 * count))
        if sys.byteorder == "big":
            column.byteswap()
        if column and max(column) > limit:
            raise ValueError("An offset of the packed document lies outside its text.")
        return array("L", column)

    def end(self) -> None:
        if self._data:
            raise ValueError("The packed document holds more than its columns.")


def _document(text: str, remainder: bytes, *, inline: bool) -> Document:
    columns = _Columns(remainder)
    (length,) = _LENGTH.unpack(columns.bytes(4))
    header = json.loads(columns.bytes(length))
    count, limit = header["blocks"], len(text)
    starts, ends = columns.offsets(count, limit), columns.offsets(count, limit)
    kinds, levels, quotes = (array("B", columns.bytes(count)) for _ in range(3))
    if any(map(gt, starts, starts[1:])) or any(map(gt, starts, ends)):
        raise ValueError("The blocks of the packed document are out of order.")
    if kinds and max(kinds) > max(Kind):
        raise ValueError("The packed document holds a block of an unknown kind.")
    markers = {int(index): str(marker) for index, marker in header["markers"].items()}
    spans = _spans(columns, header["spans"], header["targets"], limit) if inline else ()
    return Document(
        text,
        Blocks(starts, ends, kinds, levels, quotes, markers),
        spans,
        metadata_of(header["metadata"]),
        format=str(header["format"]),
        encoding=str(header["encoding"]),
        digest=str(header["digest"]),
        labels=Labels(_labels(header.get("pages"), limit), _labels(header.get("numbers"), limit)),
        permalink=str(header.get("permalink", "")),
        anchors=_anchors(header.get("anchors", {}), limit),
        contents=_contents(header.get("contents", []), limit),
        fault=str(header.get("fault", "")),
        left_out=bool(header.get("left_out", False)),
    )


def _anchors(packed: dict[str, Any], limit: int) -> dict[str, int]:
    anchors = {str(name): int(start) for name, start in packed.items()}
    if any(not 0 <= start <= limit for start in anchors.values()):
        raise ValueError("A place of the packed document lies outside its text.")
    return anchors


def _contents(packed: list[Any], limit: int) -> tuple[Listed, ...]:
    contents = tuple(Listed(int(start), int(level), str(title)) for start, level, title in packed)
    if any(not 0 <= entry.start <= limit or entry.level < 1 for entry in contents):
        raise ValueError("An entry of the packed document lies outside its text.")
    return contents


def _spans(columns: _Columns, count: int, targets: dict[str, Any], limit: int) -> tuple[Span, ...]:
    firsts, lasts = columns.offsets(count, limit), columns.offsets(count, limit)
    inlines = map(_INLINES.__getitem__, columns.bytes(count))
    columns.end()
    leading = [""] * count
    for index, target in targets.items():
        leading[int(index)] = str(target)
    return tuple(map(Span, firsts, lasts, inlines, leading))


def _labels(columns: Any, limit: int) -> Printed:
    """Labels as they were packed. Raises ValueError where they do not lie in the text, in order."""
    if columns is None:
        return Printed()
    starts, labels = columns
    column = array("L", starts)
    if any(first > second for first, second in pairwise(column)) or (column and column[-1] > limit):
        raise ValueError("The labels of the packed document lie outside its text, or out of order.")
    if len(column) != len(labels):
        raise ValueError("A label of the packed document is missing.")
    return Printed(column, tuple(map(str, labels)))


def metadata_of(fields: dict[str, Any]) -> Metadata:
    """Metadata of what `dataclasses.asdict` makes of it. Raises LookupError, TypeError, AttributeError."""

    def day(parts: dict[str, int] | None) -> PartialDate | None:
        return None if parts is None else PartialDate(**parts)

    known = dict(fields)
    known["authors"] = tuple(Name(**name) for name in fields["authors"])
    # Articles that were kept before there were editors have none.
    known["editors"] = tuple(Name(**name) for name in fields.get("editors", ()))
    known["date"], known["accessed"] = day(fields["date"]), day(fields["accessed"])
    return Metadata(**known)
