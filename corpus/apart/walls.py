"""What a process that reads an article may do: read it. All else is walled off, by whatever there is."""

from __future__ import annotations

import os
import resource
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from corpus.apart import hook, landlock, seccomp
from corpus.apart.limits import Limits

_FILES: Final = 64
_GRACE: Final = 5
"""Seconds that a process may live on after its time was up: it is ended without being asked then."""
_LIBRARIES: Final = ("/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib", "/lib64", "/nix/store")
"""Where systems have the shared libraries that modules need."""


class Walls(NamedTuple):
    """Which walls stand."""

    system_calls: bool
    files: bool


def shut(limits: Limits, *, system: bool = True, python: bool = True) -> Walls:
    """Raise all walls around this process, for as long as it lives; which of the system's it could.

    `system` and `python` are there for tests, which try one wall without the other.
    """
    folders = _readable()
    _limit(limits)
    files = system and landlock.shut(folders, ("/etc/ld.so.cache",))
    # The hook refuses ctypes, which the filter needs; the filter refuses nothing that the hook needs.
    calls = system and seccomp.shut()
    if python:
        hook.shut(folders)
    return Walls(calls, files)


def prepare() -> None:
    """Work out ahead what the walls are made of: for a process that those to be walled in are forked off."""
    _readable()
    seccomp.program()


@cache
def _readable() -> tuple[str, ...]:
    """Where modules lie, some of which are loaded while an article is read, and the libraries they need."""
    ours = str(Path(__file__).resolve().parents[1])
    return (*sorted({ours, *map(os.path.realpath, module_folders())}), *_LIBRARIES)


def module_folders() -> list[str]:
    """Where modules are looked for, without the folder that one is in, or that the program lies in."""
    foreign = {os.getcwd(), os.path.dirname(os.path.realpath(sys.argv[0]))} if sys.argv else {os.getcwd()}
    return [path for path in sys.path if os.path.isabs(path) and path not in foreign and os.path.exists(path)]


def _limit(limits: Limits) -> None:
    wanted = {
        resource.RLIMIT_AS: _size() + limits.memory,
        resource.RLIMIT_CPU: limits.seconds,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: _FILES,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_CORE: 0,
    }
    for which, most in wanted.items():
        _, hard = resource.getrlimit(which)
        top = most + _GRACE if which == resource.RLIMIT_CPU else most
        if hard != resource.RLIM_INFINITY:
            most, top = min(most, hard), min(top, hard)
        # A system may not know one of them.
        with suppress(OSError, ValueError):
            resource.setrlimit(which, (most, top))


def _size() -> int:
    """The bytes of address space that this process has now; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb") as told:
            return int(told.read().split()[0]) * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        return 0
