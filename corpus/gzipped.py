"""What gzip has compressed, as it was before; never more of it than fits."""

from __future__ import annotations

import zlib
from typing import Final

from corpus.errors import CannotOpen
from corpus.source import Source

MOST: Final = 256 * 1024 * 1024
"""Bytes that are unpacked at the most."""
_AT_ONCE: Final = 1024 * 1024
_GZIP: Final = 16 + zlib.MAX_WBITS


def uncompressed(source: Source) -> Source:
    """The source that was compressed, without “.gz” at the end of its name. Raises CannotOpen."""
    shown = source.shown
    pieces: list[bytes] = []
    length = at = 0
    stream = zlib.decompressobj(_GZIP)
    while at < len(source.data) or stream.unconsumed_tail:
        packed = stream.unconsumed_tail or source.data[at : (at := at + _AT_ONCE)]
        try:
            pieces.append(stream.decompress(packed, _AT_ONCE))
        except zlib.error as fault:
            if pieces:
                break  # what came before it can be read
            raise CannotOpen(f"{shown} is compressed with gzip, and damaged: get it once more.") from fault
        length += len(pieces[-1])
        if length > MOST:
            raise CannotOpen(f"{shown} unpacks to more than 256 MB: unpack it, and open a part.")
        if stream.eof:
            break
    name = source.name.removesuffix(".gz").removesuffix(".GZ")
    return source._replace(data=b"".join(pieces), name=name)
