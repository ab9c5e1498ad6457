"""Reading files again that changed on the disk since they were taken into the library."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

from corpus.errors import CannotOpen
from corpus.library import Library
from corpus.opening import KEPT_MOST, open_path


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
            as_kept = (about.st_size, about.st_mtime_ns) == (size, mtime_ns)
            if as_kept or not stat.S_ISREG(about.st_mode) or about.st_size > KEPT_MOST:
                continue
            document = open_path(path)
        except (OSError, ValueError, CannotOpen):
            continue  # the library's copy is what is left of it
        library.remember(document, source, size=about.st_size, mtime_ns=about.st_mtime_ns)
        renewed += 1
    return renewed
