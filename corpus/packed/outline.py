"""An outline as bytes, to be kept beside the document that it was made of, and back.

What is read back may have been damaged: it is checked, never trusted, and never executed.

    magic (4 bytes, with the version of what makes outlines) · CRC-32 of the rest (4)
    what the document's own bytes begin with (8) · size of the JSON (4) · the JSON, compressed
"""

from __future__ import annotations

import json
import struct
import zlib
from itertools import pairwise
from typing import Any, Final, get_args

from corpus.outline.section import Matter, Outline, Section

MAGIC: Final = b"PNO\x01"
"""An outline that begins so was made as outlines are made now. The last byte counts: it is raised whenever
another outline is made of the same document, so that the kept ones are made anew."""

MARK: Final = 8
"""Bytes at the beginning of a packed document that tell it from any other: its magic and its checksum."""

_HEAD: Final = struct.Struct(f"<4sI{MARK}sI")
_LARGEST: Final = 1 << 28
"""Bytes: no outline is unpacked beyond this, whatever it claims."""
_MATTERS: Final = frozenset(get_args(Matter))


def plain(outline: Outline) -> list[tuple[Any, ...]]:
    """The sections as JSON can have them; `outline_of_plain` is the way back."""
    return [tuple(section) for section in outline.sections]


def outline_of_plain(sections: list[list[Any]]) -> Outline:
    """The outline that `plain` made this of. Raises TypeError."""
    return Outline(tuple(Section(*section) for section in sections))


def pack_outline(outline: Outline, document: bytes) -> bytes:
    """The outline as bytes; `document` is the packed document that it was made of."""
    data = json.dumps(plain(outline), ensure_ascii=True, separators=(",", ":")).encode("ascii")
    rest = document[:MARK] + struct.pack("<I", len(data)) + zlib.compress(data)
    return MAGIC + struct.pack("<I", zlib.crc32(rest)) + rest


def unpack_outline(packed: bytes, document: bytes, length: int) -> Outline:
    """The outline that `pack_outline` made these bytes from.

    `document` is the packed document that it is wanted for, or its first `MARK` bytes; `length` the length
    of its text in characters. Raises ValueError where the bytes are damaged, or the outline is another
    document's, or was made otherwise than outlines are now.
    """
    if len(packed) < _HEAD.size:
        raise ValueError("These bytes are no packed outline.")
    magic, checksum, mark, size = _HEAD.unpack_from(packed)
    if magic != MAGIC or mark != document[:MARK]:
        raise ValueError("This outline was made otherwise, or of another document.")
    if zlib.crc32(packed[8:]) != checksum or size > _LARGEST:
        raise ValueError("The packed outline is damaged.")
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(packed[_HEAD.size :], size + 1)
        outline = outline_of_plain(json.loads(data))
    except (zlib.error, TypeError, RecursionError) as error:
        raise ValueError("The packed outline is damaged.") from error
    if len(data) != size or not _is_sound(outline.sections, length):
        raise ValueError("The packed outline is damaged.")
    return outline


def _is_sound(sections: tuple[Section, ...], length: int) -> bool:
    """Whether the sections can be those of a text of that length: their fields, their places, their order."""
    ordered = all(first.start <= second.start for first, second in pairwise(sections))
    return ordered and all(
        all(isinstance(words, str) for words in (one.title, one.phrase, one.why))
        and all(isinstance(words, str | None) for words in (one.note, one.printed))
        and all(isinstance(number, int) for number in (one.level, one.start, one.end))
        and isinstance(one.paragraph, int | None)
        and one.level > 0
        and 0 <= one.start <= one.end <= length
        and one.matter in _MATTERS
        for one in sections
    )
