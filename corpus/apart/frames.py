"""What a process that reads an article says, in frames: a kind (1 byte), a size (4), and so many bytes."""

from __future__ import annotations

import os
import select
import struct
import time
from typing import Final

from corpus import waiting

HEAD: Final = struct.Struct("<BI")
BEGINNING: Final = 0
"""A packed document, the beginning of the article."""
WHOLE: Final = 1
"""A packed document, all of it."""
FAILED: Final = 2
"""A sentence."""
PROGRESS: Final = 3
"""How much is read, in percent: one byte."""

MOST: Final = 1 << 28
"""Bytes that a frame may have, and all frames of beginnings together."""
_AT_ONCE: Final = 1 << 20


class Late(Exception):
    """Nothing more came in time."""


class TooMuch(Exception):
    """More came than may."""


class Ended(Exception):
    """The other side ended before a frame did."""


def write_frame(descriptor: int, kind: int, data: bytes) -> None:
    """Write a frame, all of it. Raises OSError."""
    for part in (HEAD.pack(kind, len(data)), data):
        view = memoryview(part)
        while view:
            view = view[os.write(descriptor, view) :]


class Frames:
    """The frames that come through a pipe. They are taken by one thread."""

    def __init__(self, descriptor: int, until: float) -> None:
        """Take the reading end of a pipe, and the time on the monotonic clock after which all is late."""
        self._descriptor, self._until = descriptor, until
        self._came = 0
        self._poll = select.poll()
        self._poll.register(descriptor, select.POLLIN)

    def next(self) -> tuple[int, bytes]:
        """The next frame: its kind, and its bytes. Raises Late, TooMuch, Ended."""
        kind, size = HEAD.unpack(self._bytes(HEAD.size))
        self._came += size
        if self._came > 2 * MOST or size > MOST:
            raise TooMuch
        return kind, self._bytes(size)

    def _bytes(self, size: int) -> bytes:
        pieces: list[bytes] = []
        while size:
            self._wait()
            piece = os.read(self._descriptor, min(size, _AT_ONCE))
            if not piece:
                raise Ended
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def _wait(self) -> None:
        """Wait until something can be read. Raises Late."""
        while (left := self._until - time.monotonic()) > 0:
            if self._poll.poll(1000 * (min(left, waiting.OFTEN) if waiting.look() else left)):
                return
        raise Late

    def close(self) -> None:
        """Take no more."""
        os.close(self._descriptor)
