"""Reading files again that changed on the disk, or what lies beside them, since the library took them in."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

from corpus.errors import CannotOpen
from corpus.library import Library
from corpus.opening import KEPT_MOST, open_path
from corpus.sidecars import stamp


def renew(library: Library, stop: Callable[[], bool]) -> int:
    """Take into the library what changed; how many articles that were. Raises LibraryUnavailable.

    A file that is gone, or cannot be read any more, leaves the article as it was kept. `stop` is asked
    before each file.
    """
    renewed = 0
    for source, size, mtime_ns in library.files():
        if stop():
            break
        path = Path(source)
        try:
            about = path.stat()
            now = stamp(path, about)
            if now == (size, mtime_ns) or not stat.S_ISREG(about.st_mode) or about.st_size > KEPT_MOST:
                continue
            document = open_path(path, encoding=library.origins.encoding(source))
        except (OSError, ValueError, CannotOpen):
            continue  # the library's copy is what is left of it
        library.remember(document, source, size=now[0], mtime_ns=now[1])
        renewed += 1
    return renewed
