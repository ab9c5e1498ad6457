"""Which files a process may still open: on Linux by Landlock, those below some folders, to be read.

Sources: landlock(7), the kernel's Documentation/userspace-api/landlock.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Final

# These numbers are the same on every processor.
_CREATE: Final = 444
_ADD_RULE: Final = 445
_RESTRICT: Final = 446
_ASK_VERSION: Final = 1
_PATH_BENEATH: Final = 1
_NO_NEW_PRIVILEGES: Final = 38

_READ_FILE: Final = 1 << 2
_READ_FOLDER: Final = 1 << 3
_RIGHTS: Final = {1: 13, 2: 14, 3: 15, 4: 15}
"""For each version how many kinds of access there are; later ones have 16."""
_NETWORK: Final = 0b11
_OTHERS: Final = 0b11
"""Signals to processes outside, and their abstract sockets."""


def shut(folders: Iterable[str], files: Iterable[str] = ()) -> bool:
    """Let this process open nothing but what is below the folders, and the files, to read it.

    Whether the system can.
    """
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(ctypes.c_long(_CREATE), None, ctypes.c_size_t(0), ctypes.c_uint32(_ASK_VERSION))
    if version < 1:
        return False
    rights = (1 << _RIGHTS.get(version, 16)) - 1
    handled = [rights]
    if version >= 4:
        handled.append(_NETWORK)
    if version >= 6:
        handled.append(_OTHERS)
    attributes = struct.pack(f"={len(handled)}Q", *handled)
    rules = libc.syscall(
        ctypes.c_long(_CREATE), attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint32(0)
    )
    if rules < 0:
        return False
    try:
        for path in folders:
            _allow(libc, rules, path, _READ_FILE | _READ_FOLDER)
        for path in files:
            _allow(libc, rules, path, _READ_FILE)
        if libc.prctl(_NO_NEW_PRIVILEGES, ctypes.c_ulong(1), *[ctypes.c_ulong(0)] * 3):
            return False
        return not libc.syscall(ctypes.c_long(_RESTRICT), ctypes.c_int(rules), ctypes.c_uint32(0))
    finally:
        os.close(rules)


def _allow(libc: ctypes.CDLL, rules: int, path: str, access: int) -> None:
    """Let what is below a path be read; a path that is not there needs no leave."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            rule = struct.pack("=Qi", access, descriptor)
            arguments = (ctypes.c_int(rules), ctypes.c_int(_PATH_BENEATH), rule, ctypes.c_uint32(0))
            libc.syscall(ctypes.c_long(_ADD_RULE), *arguments)
        finally:
            os.close(descriptor)
