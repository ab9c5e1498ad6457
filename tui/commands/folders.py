"""The files that are meant by paths: a file itself, or the articles in a folder and the folders in it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from corpus.format import FORMATS

READABLE: Final = frozenset(ending for format in FORMATS.values() for ending in format.endings)
"""The endings by which a folder's articles are known; a file that is named itself may have any."""


def files_meant(paths: Iterable[Path]) -> Iterator[Path]:
    """Each file once, as an absolute path: those named, and the articles in folders, in the order of names.

    What is hidden in a folder is left out. A path that is not there is among them: opening it says so.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in _articles_in(path) if path.is_dir() else (path,):
            # Not resolved: a link's own name is the one that its reader knows.
            whole = Path(os.path.abspath(file))
            if whole not in seen:
                seen.add(whole)
                yield whole


def _articles_in(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in READABLE:
                yield Path(parent, name)
