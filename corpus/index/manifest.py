"""What an index is made of, written beside it: whatever differs from it is not our index any more.

The engine notices neither a flipped byte nor a file that somebody else put in, and executes what it
opens. So nothing of an index is opened that was not compared with its manifest in memory, where it stays.
The manifest is replaced at one stroke, after all that it names is on the disk for good: whenever a
writer dies, there is the old index or the new one.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, NamedTuple

from corpus.sanitiser import clean_name

NAME: Final = "manifest.json"
"""The manifest's file, in the index's directory."""
_READERS: Final = 4


class Unsound(Exception):
    """The index is not what its manifest says; the message says why, for `pincite doctor`.

    It is `lasting` unless it could not be read this time.
    """

    def __init__(self, message: str, *, lasting: bool = True) -> None:
        super().__init__(message)
        self.lasting = lasting


class Manifest(NamedTuple):
    """The files of an index with size and SHA-256, and the stamp of each article (by id) in it.

    `maker` names whatever has to be the same for the index to be read: format, cutting, engine.
    """

    maker: str
    files: dict[str, tuple[int, str]]
    articles: dict[int, str]

    @classmethod
    def read(cls, directory: Path, maker: str) -> Manifest:
        """The manifest in that directory. Raises Unsound."""
        try:
            raw = json.loads((directory / NAME).read_text("utf-8"))
            manifest = cls(
                str(raw["maker"]),
                {str(name): (int(size), str(sha)) for name, (size, sha) in raw["files"].items()},
                {int(id): str(stamp) for id, stamp in raw["articles"].items()},
            )
        except FileNotFoundError:
            raise Unsound("there is no index yet") from None
        except OSError as error:
            raise Unsound("its manifest cannot be read", lasting=False) from error
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise Unsound("its manifest cannot be read") from error
        if manifest.maker != maker:
            raise Unsound("it was made by another version of Pincite")
        return manifest

    def load(self, directory: Path, known: Loaded | None = None) -> Loaded:
        """All the files, each read and compared. Those in `known` are not read again. Raises Unsound."""
        known_files = known.manifest.files if known else {}
        new = [name for name, described in self.files.items() if known_files.get(name) != described]
        # The largest first, and in threads: reading and comparing leave the interpreter free.
        new.sort(key=lambda name: -self.files[name][0])
        with ThreadPoolExecutor(_READERS) as readers:
            read = dict(zip(new, readers.map(lambda name: self._read(directory, name), new), strict=True))
        held = known.files if known else {}
        return Loaded(self, {name: read[name] if name in read else held[name] for name in self.files})

    def _read(self, directory: Path, name: str) -> bytes:
        size, checksum = self.files[name]
        path, shown = directory / name, clean_name(name)
        try:
            if os.sep in name or path.is_symlink() or path.stat().st_size != size:
                raise Unsound(f"{shown} has another size")
            data = path.read_bytes()
        except OSError as error:
            raise Unsound(f"{shown} is missing, or cannot be read", lasting=False) from error
        if hashlib.sha256(data).hexdigest() != checksum:
            raise Unsound(f"{shown} has other bytes")
        return data


class Loaded(NamedTuple):
    """A manifest with the files that it names, as they were compared with it."""

    manifest: Manifest
    files: dict[str, bytes]


def replaced(directory: Path, old: Loaded, files: Mapping[str, bytes], articles: Mapping[int, str]) -> Loaded:
    """Put an index in the place of the old one, for good and at one stroke. Raises OSError.

    A file's name must tell its content: one that is named in the old manifest is there already.
    """
    known = old.manifest.files
    new = {name: data for name, data in files.items() if name not in known}
    for name, data in new.items():
        # Exclusively, so that nothing is written through a link that somebody put there.
        with (directory / name).open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    described = {
        name: known.get(name) or (len(data), hashlib.sha256(data).hexdigest()) for name, data in files.items()
    }
    manifest = Manifest(old.manifest.maker, described, dict(articles))
    draft = directory / f"{NAME}.new"
    draft.unlink(missing_ok=True)
    with draft.open("x", encoding="utf-8") as file:
        json.dump(manifest._asdict(), file, separators=(",", ":"))
        file.flush()
        os.fsync(file.fileno())
    _sync_directory(directory)
    draft.replace(directory / NAME)
    _sync_directory(directory)
    return Loaded(manifest, dict(files))


def tidy(directory: Path, patterns: Iterable[str], kept: Iterable[str]) -> None:
    """Remove what goes by these names there, whatever it is, but for what is kept. Raises OSError."""
    keep = set(kept)
    for pattern in patterns:
        for path in directory.glob(pattern):
            if path.name in keep:
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def _sync_directory(path: Path) -> None:
    if os.name == "nt":
        return  # a directory cannot be opened there
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
