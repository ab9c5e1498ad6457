"""What the kernel still does for a process: on Linux a filter lets through what reading needs, and no more.

Through it there is no socket, no program started, no process begun, nothing written, made, moved or
removed, and no signal to others. Sources: seccomp(2), the kernel's
Documentation/userspace-api/seccomp_filter, and its tables of system calls for x86-64 and for AArch64.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
import sys
from functools import cache
from typing import Final, NamedTuple

_INSTRUCTION: Final = struct.Struct("=HBBI")
_LOAD: Final = 0x20
_IF_EQUAL: Final = 0x15
_IF_AT_LEAST: Final = 0x35
_IF_ANY_BIT: Final = 0x45
_RETURN: Final = 0x06

_ALLOW: Final = 0x7FFF_0000
_END: Final = 0x8000_0000
"""What ends the process."""
_NUMBER: Final = 0
_ARCHITECTURE: Final = 4
# Of what a kernel does not know, libraries know how to do without.
_UNKNOWN: Final = 0x0005_0000 | errno.ENOSYS
_REFUSED: Final = 0x0005_0000 | errno.EACCES
_NO_TERMINAL: Final = 0x0005_0000 | errno.ENOTTY

_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | 0o20000000
"""The flags of opening, with O_TMPFILE, that change something."""
_THREAD: Final = 0x10000
_HARMLESS_FCNTL: Final = (0, 1, 2, 3, 1030)
"""F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC: others can have signals sent to another process."""

_SET_SECCOMP: Final = 22
_NO_NEW_PRIVILEGES: Final = 38
_FILTER: Final = 2


class _Machine(NamedTuple):
    """A processor: its number, those of system calls that are allowed, and of those looked into."""

    architecture: int
    allowed: tuple[int, ...]
    calls: dict[str, int]


# Often called ones first. Files: read, write, close, fstat, lseek, pread64, readv, writev, poll, select,
# stat and its kin, access, readlink, getdents64, getcwd, dup. Memory: mmap, mprotect, munmap, brk, mremap,
# madvise. Time, signals of one's own, threads, and questions about oneself.
_MACHINES: Final = {
    "x86_64": _Machine(
        0xC000_003E,
        (
            *(0, 1, 3, 5, 8, 9, 11, 12, 17, 202, 228, 262, 217),
            *(4, 6, 7, 10, 13, 14, 15, 19, 20, 21, 23, 24, 25, 28, 32, 33, 35, 39, 60, 63, 79, 89),
            *(96, 97, 98, 99, 100, 102, 104, 107, 108, 110, 131, 140, 186, 201, 204, 218, 219, 229, 230, 231),
            *(267, 269, 270, 271, 273, 292, 295, 309, 318, 324, 332, 334, 439),
        ),
        {
            "open": 2,
            "openat": 257,
            "ioctl": 16,
            "fcntl": 72,
            "clone": 56,
            "setpriority": 141,
            "prlimit64": 302,
        },
    ),
    "aarch64": _Machine(
        0xC000_00B7,
        (
            *(63, 64, 57, 80, 62, 222, 215, 214, 67, 98, 113, 79, 61),
            *(17, 23, 24, 48, 65, 66, 69, 72, 73, 78, 93, 94, 96, 99, 101, 114, 115, 123, 124, 128),
            *(132, 134, 135, 139, 141, 153, 160, 163, 165, 168, 169, *range(172, 180)),
            *(216, 226, 233, 278, 283, 291, 293, 439),
        ),
        {
            "openat": 56,
            "ioctl": 29,
            "fcntl": 25,
            "clone": 220,
            "setpriority": 140,
            "prlimit64": 261,
        },
    ),
}


def shut() -> bool:
    """Let this process do nothing more than reading needs; whether the system can."""
    instructions = program()
    if not instructions:
        return False
    held = ctypes.create_string_buffer(instructions, len(instructions))
    count = len(instructions) // _INSTRUCTION.size
    # struct sock_fprog: a count, and where the instructions are.
    loaded = ctypes.create_string_buffer(struct.pack("@HP", count, ctypes.addressof(held)))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    zero = ctypes.c_ulong(0)
    if prctl(_NO_NEW_PRIVILEGES, ctypes.c_ulong(1), zero, zero, zero):
        return False
    return not prctl(_SET_SECCOMP, ctypes.c_ulong(_FILTER), loaded, zero, zero)


@cache
def program() -> bytes:
    """The filter for this machine; b"" where there is none."""
    machine = _MACHINES.get(os.uname().machine) if sys.platform == "linux" else None
    return _program(machine) if machine and struct.calcsize("P") == 8 else b""


def _program(machine: _Machine) -> bytes:
    """The filter: each part ends in an answer, or is jumped over."""
    parts = [
        _step(_LOAD, _ARCHITECTURE),
        _step(_IF_EQUAL, machine.architecture, 1, 0),
        _step(_RETURN, _END),
        _step(_LOAD, _NUMBER),
        # The system calls of x32, which have other numbers.
        _step(_IF_AT_LEAST, 0x4000_0000, 0, 1),
        _step(_RETURN, _UNKNOWN),
    ]
    for number in machine.allowed:
        parts += (_step(_IF_EQUAL, number, 0, 1), _step(_RETURN, _ALLOW))
    for name, number in machine.calls.items():
        rule = _rule(name)
        parts += (_step(_IF_EQUAL, number, 0, len(rule)), *rule)
    return b"".join((*parts, _step(_RETURN, _UNKNOWN)))


def _rule(name: str) -> list[bytes]:
    """What decides by the arguments of a system call; it ends in an answer whatever they are."""
    answer = [_step(_RETURN, _REFUSED), _step(_RETURN, _ALLOW)]
    match name:
        case "open" | "openat":
            flags = 1 if name == "open" else 2
            return [_argument(flags), _step(_IF_ANY_BIT, _WRITING, 0, 1), *answer]
        case "ioctl":
            return [_step(_RETURN, _NO_TERMINAL)]
        case "fcntl":
            tests = [
                _step(_IF_EQUAL, command, len(_HARMLESS_FCNTL) - at, 0)
                for at, command in enumerate(_HARMLESS_FCNTL)
            ]
            return [_argument(1), *tests, *answer]
        case "clone":
            return [_argument(0), _step(_IF_ANY_BIT, _THREAD, 1, 0), *answer]
        case "setpriority":
            return [
                *(_argument(0), _step(_IF_EQUAL, os.PRIO_PROCESS, 0, 2)),
                *(_argument(1), _step(_IF_EQUAL, 0, 1, 0)),
                *answer,
            ]
        case _:  # prlimit64: one's own limits may be asked for, not changed
            return [
                *(_argument(0), _step(_IF_EQUAL, 0, 0, 4)),
                *(_argument(2), _step(_IF_EQUAL, 0, 0, 2)),
                *(_argument(2, high=True), _step(_IF_EQUAL, 0, 1, 0)),
                *answer,
            ]


def _argument(index: int, *, high: bool = False) -> bytes:
    return _step(_LOAD, 16 + 8 * index + 4 * high)


def _step(code: int, value: int, if_so: int = 0, if_not: int = 0) -> bytes:
    return _INSTRUCTION.pack(code, if_so, if_not, value)
