"""What a disk holds after the power fails: what was synced, and of the rest as little as is allowed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


class Disk:
    """The files of a directory as its disk must keep them.

    A file's bytes are on the disk once it was synced, its name, and that another was removed, once its
    directory was. What is not, may be there or not: `lose_data` keeps the names and loses the bytes,
    `lose_names` goes back to the names that were synced.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._dirty: set[str] = set()
        self._kept: dict[str, bytes] = {}
        for folder, _, names in os.walk(directory):
            self._kept.update((path, Path(path).read_bytes()) for path in _joined(folder, names))

    def written(self, path: str) -> None:
        """A file is opened for writing."""
        self._dirty.add(os.path.abspath(path))

    def changed(self, event: str, paths: list[str]) -> None:
        """A file is renamed: its bytes are no safer under another name."""
        first, *others = map(os.path.abspath, paths)
        if event == "os.rename" and first in self._dirty:
            self._dirty.discard(first)
            self._dirty.update(others)
        elif event == "os.remove":
            self._dirty.discard(first)

    def synced(self, path: str) -> None:
        """A file or a directory was synced."""
        if not os.path.isdir(path):
            self._dirty.discard(path)
            if path in self._kept:
                self._kept[path] = Path(path).read_bytes()
            return
        kept = {name: data for name, data in self._kept.items() if os.path.dirname(name) != path}
        found = [name for name in _joined(path, os.listdir(path)) if os.path.isfile(name)]
        self._kept = kept | {name: b"" if name in self._dirty else Path(name).read_bytes() for name in found}

    def lose_data(self) -> None:
        """The power fails: whatever was not synced is empty."""
        for path in filter(os.path.isfile, self._dirty):
            os.truncate(path, 0)

    def lose_names(self) -> None:
        """The power fails: the names are those that were synced, with the bytes that were."""
        for name in os.listdir(self._directory) if self._directory.exists() else []:
            path = self._directory / name
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
        for name, data in self._kept.items():
            Path(name).parent.mkdir(mode=0o700, exist_ok=True)
            Path(name).write_bytes(data)


def _joined(folder: str, names: list[str]) -> list[str]:
    return [os.path.abspath(os.path.join(folder, name)) for name in names]
