"""The bytes of a file, or one sentence why they cannot be had."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from corpus.errors import CannotOpen
from corpus.sanitiser import clean_name

MOST_BYTES: Final = 512 * 1024 * 1024
"""The largest file that is opened."""


class Bytes(Protocol):
    """The bytes of a file: how many there are, and slices. `bytes` are some."""

    def __len__(self) -> int: ...
    def __getitem__(self, part: slice, /) -> bytes: ...


class FileBytes:
    """The bytes of an open file, read when they are asked for. Raises OSError."""

    # Not mapped into memory: a file that somebody cuts short meanwhile would end the program.
    def __init__(self, descriptor: int) -> None:
        """Take a descriptor of a regular file, which is closed when these bytes are no longer used."""
        self.descriptor = descriptor
        self._size = os.fstat(descriptor).st_size

    def __del__(self, close: Callable[[int], None] = os.close) -> None:
        close(self.descriptor)

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, part: slice, /) -> bytes:
        start, stop, _ = part.indices(self._size)
        return os.pread(self.descriptor, max(0, stop - start), start)


def open_file(path: Path) -> FileBytes:
    """The bytes of a regular file, read when they are asked for. Raises CannotOpen."""
    shown = clean_name(str(path))
    try:
        # Without O_NONBLOCK, opening a FIFO waits for somebody to write into it.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as fault:
        raise CannotOpen(why_not(shown, fault)) from fault
    data = FileBytes(descriptor)
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISDIR(mode):
        raise CannotOpen(f"{shown} is a folder: “pincite add {shown}” takes what is in it into the library.")
    if not stat.S_ISREG(mode):
        raise CannotOpen(f"{shown} is not a regular file: pipe its words in, with “-” in place of its name.")
    if len(data) > MOST_BYTES:
        raise CannotOpen(f"{shown} is larger than 512 MB: split it, and open a part.")
    return data


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """The first bytes of a regular file, `most` of them; all, where it has no more. Raises CannotOpen."""
    try:
        return open_file(path)[:most]
    except OSError as fault:
        raise CannotOpen(why_not(clean_name(str(path)), fault)) from fault


def read_piped(stream: BinaryIO) -> bytes:
    """All that comes through a pipe, which may never end. Raises CannotOpen."""
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise CannotOpen("What is piped in is longer than 512 MB: pipe in a part of it.")
    return data


def why_not(shown: str, fault: Exception) -> str:
    """Why a file that is shown by this name cannot be read, and what to do."""
    match getattr(fault, "errno", None):
        case errno.ENOENT | errno.ENOTDIR:
            return (
                f"There is no file {shown}: check the name, or see “pincite list” for what is in the library."
            )
        case errno.EACCES | errno.EPERM:
            return f"{shown} may not be read by you: ask its owner, or change its permissions."
        case errno.ELOOP:
            return f"{shown} is a link that leads back to itself: open the file it was meant for."
        case errno.ENAMETOOLONG:
            return "That name is too long to be a file’s: check what was typed."
        case errno.ENXIO:
            return f"{shown} is a socket, and cannot be read: open a regular file."
    return f"{shown} cannot be read ({clean_name(str(fault))}): check the file, and try again."
