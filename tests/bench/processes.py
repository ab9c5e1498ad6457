"""What the system says of a process: processor time, memory, children. Linux."""

from __future__ import annotations

import ctypes
import os
import time
from pathlib import Path

_LIBRARY = ctypes.CDLL(None)


def processor_seconds(pid: int) -> float:
    """The processor time that all threads of a process have used, ended ones too.

    By clock_getcpuclockid(3): in nanoseconds, where /proc counts in ticks.
    """
    clock = ctypes.c_int()
    fault = _LIBRARY.clock_getcpuclockid(pid, ctypes.byref(clock))
    if fault:
        raise OSError(fault, os.strerror(fault))
    return time.clock_gettime(clock.value)


def peak_memory(pid: int) -> int:
    """The most bytes that a process has held at once."""
    line = next(line for line in _read(pid, "status").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def tree(pid: int) -> list[int]:
    """A process and all that it has started and that still run."""
    found, left = [], [pid]
    while left:
        found.append(left.pop())
        try:
            threads = os.listdir(f"/proc/{found[-1]}/task")
            for thread in threads:
                left += map(int, _read(found[-1], f"task/{thread}/children").split())
        except (FileNotFoundError, ProcessLookupError):
            continue  # it has just ended
    return found


def tree_memory(pid: int) -> int:
    """The bytes that a process and all that it has started hold now; what they share counts for each."""
    pages = 0
    for process in tree(pid):
        try:
            pages += int(_read(process, "statm").split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue  # it has just ended
    return pages * os.sysconf("SC_PAGE_SIZE")


def _read(pid: int, name: str) -> str:
    return Path(f"/proc/{pid}/{name}").read_text(encoding="utf-8")
