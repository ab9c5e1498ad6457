"""What gzip has compressed, as it was before; never more of it than fits."""

from __future__ import annotations

import zlib
from typing import Final, NamedTuple

from corpus.errors import CannotOpen
from corpus.format import GZIP
from corpus.source import Source

MOST: Final = 256 * 1024 * 1024
"""Bytes that are unpacked at the most."""
_AT_ONCE: Final = 64 * 1024
_MOST_AT_ONCE: Final = 1024 * 1024
"""Bytes that are taken, and that come of them."""
_GZIP: Final = 16 + zlib.MAX_WBITS


class Uncompressed(NamedTuple):
    """What was compressed, without “.gz” at the end of its name; whether the end of it is missing."""

    source: Source
    is_cut: bool


def uncompressed(source: Source) -> Uncompressed:
    """What gzip has compressed, all parts of it one after the other (RFC 1952, § 2.2). Raises CannotOpen."""
    pieces: list[bytes] = []
    length = at = 0
    packed, stream, is_cut = b"", zlib.decompressobj(_GZIP), True
    while True:
        if not packed:
            packed = source.data[at : at + _AT_ONCE]
            at += len(packed)
        try:
            piece = stream.decompress(packed, _MOST_AT_ONCE)
        except zlib.error as fault:
            if length:
                break  # what came before it can be read
            raise CannotOpen(
                f"{source.shown} is compressed with gzip, and damaged: get it once more."
            ) from fault
        pieces.append(piece)
        length += len(piece)
        if length > MOST:
            raise CannotOpen(f"{source.shown} unpacks to more than 256 MB: unpack it, and open a part.")
        if stream.eof:
            packed = stream.unused_data or source.data[at : at + _AT_ONCE]
            at += 0 if stream.unused_data else len(packed)
            # What follows and is no other part, as zeros on a tape, is nothing that anybody reads.
            if not packed.startswith(GZIP[: len(packed) or 1]):
                is_cut = False
                break
            stream = zlib.decompressobj(_GZIP)
        elif packed or piece:  # what is held back in the stream comes with the call that gives it nothing
            packed = stream.unconsumed_tail
        else:
            break
    name = source.name.removesuffix(".gz").removesuffix(".GZ")
    return Uncompressed(source._replace(data=b"".join(pieces), name=name), is_cut)
