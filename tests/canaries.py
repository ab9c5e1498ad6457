"""What reading an article must never touch: a file, and a server on loopback, that notice a visit."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

SONG: Final = "the canary sings"
"""What is in the file, and what the server would say."""

# inotify(7): IN_ACCESS | IN_MODIFY | IN_OPEN.
_TOUCHED: Final = 0x1 | 0x2 | 0x20


class Canaries:
    """A file at `path`, and a server at `url` ("http://127.0.0.1:port"), that nobody has a reason to ask."""

    def __init__(self, path: Path, server: socket.socket, watch: int | None) -> None:
        self.path = path
        self.url = f"http://127.0.0.1:{server.getsockname()[1]}"
        self._server, self._watch = server, watch

    def hits(self) -> list[str]:
        """Who was touched since this was asked last: "file", "server"."""
        found = []
        try:
            self._server.accept()[0].close()
            found.append("server")
        except BlockingIOError:
            pass
        if self._watch is not None:
            try:
                os.read(self._watch, 65_536)
                found.append("file")
            except BlockingIOError:
                pass
        return found


@contextmanager
def canaries(folder: Path) -> Iterator[Canaries]:
    """Both, with the file in that folder; who touches the file is seen on Linux alone."""
    path = folder / "canary.txt"
    path.write_text(f"{SONG}\n")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        watch = _watched(path) if sys.platform == "linux" else None
        try:
            yield Canaries(path, server, watch)
        finally:
            if watch is not None:
                os.close(watch)


def _watched(path: Path) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    watch = int(libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))
    assert libc.inotify_add_watch(watch, os.fsencode(path), _TOUCHED) >= 0
    return watch
