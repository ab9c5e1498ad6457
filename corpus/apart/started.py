"""A process that was started to read an article, as who waits for it sees it, and the pipe between them."""

from __future__ import annotations

import os
import sys
from typing import Final, Protocol

_PIPE_SIZE: Final = 1 << 20


class Started(Protocol):
    """A process that reads an article."""

    output: int
    """Where its frames come from: whoever takes them closes it."""

    def kill(self) -> None:
        """End it, if it still runs; any thread may."""

    def end(self) -> int:
        """End it, if it still runs, and forget it: its exit status, or a signal's number below 0."""

    def forget(self) -> None:
        """The same, where its status is of no matter."""


def pipe() -> tuple[int, int]:
    """A pipe for documents: its ends for reading and for writing. Raises OSError."""
    ends = os.pipe()
    if sys.platform == "linux":
        import fcntl
        from contextlib import suppress

        with suppress(OSError):  # more than one may have: then it is as large as any
            fcntl.fcntl(ends[1], fcntl.F_SETPIPE_SZ, _PIPE_SIZE)
    return ends
