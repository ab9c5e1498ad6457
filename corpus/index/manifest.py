"""What an index is made of, written beside it: whatever differs from it is not our index any more.

The engine notices neither a flipped byte nor a file that somebody else put in, and executes what it
opens. So nothing of an index is opened before all of it has been compared.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from corpus.sanitiser import clean_name

NAME: Final = "manifest.json"
"""The manifest's file, in the index's directory."""


class Unsound(Exception):
    """The index is not what its manifest says; the message says why, for `pincite doctor`."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of an index with size and SHA-256, and the stamp of each article (by id) in it.

    `maker` names whatever has to be the same for the index to be read: format, cutting, engine.
    """

    maker: str
    files: dict[str, tuple[int, str]]
    articles: dict[int, str]

    @classmethod
    def of(cls, directory: Path, maker: str, articles: dict[int, str], known: Manifest | None) -> Manifest:
        """Describe the files there; those that `known` has by name and size are not read again.

        The engine writes a file once and never changes it, so that its name and size suffice.
        """
        files: dict[str, tuple[int, str]] = {}
        for path in sorted(directory.iterdir()):
            if path.name == NAME or path.name.endswith("LOCK") or not path.is_file():
                continue
            before = known.files.get(path.name) if known and path.suffix == ".seg" else None
            size = path.stat().st_size
            files[path.name] = before if before and before[0] == size else (size, _checksum(path))
        return cls(maker, files, articles)

    @classmethod
    def read(cls, directory: Path, maker: str) -> Manifest:
        """The manifest in that directory, not yet compared. Raises Unsound."""
        try:
            raw = json.loads((directory / NAME).read_text("utf-8"))
            manifest = cls(
                str(raw["maker"]),
                {str(name): (int(size), str(sha)) for name, (size, sha) in raw["files"].items()},
                {int(id): str(stamp) for id, stamp in raw["articles"].items()},
            )
        except FileNotFoundError:
            raise Unsound("there is no index yet") from None
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise Unsound("its manifest cannot be read") from error
        if manifest.maker != maker:
            raise Unsound("it was made by another version of Pincite")
        return manifest

    def compare(self, directory: Path) -> None:
        """Read every file there and see that it is the one described. Raises Unsound."""
        for name, (size, checksum) in self.files.items():
            path, shown = directory / name, clean_name(name)
            try:
                if os.sep in name or path.is_symlink() or path.stat().st_size != size:
                    raise Unsound(f"{shown} has another size")
                if _checksum(path) != checksum:
                    raise Unsound(f"{shown} has other bytes")
            except OSError as error:
                raise Unsound(f"{shown} is missing") from error
        # The engine opens the newest table of contents it finds, listed or not.
        if stray := next(
            (path.name for path in directory.glob("*.toc") if path.name not in self.files), None
        ):
            raise Unsound(f"{clean_name(stray)} is not from Pincite")

    def write(self, directory: Path) -> None:
        """Put the files and then the manifest on the disk for good, the latter at one stroke."""
        for name in self.files:
            _sync(directory / name)
        _sync(directory)
        draft = directory / f"{NAME}.new"
        draft.write_text(json.dumps(asdict(self), separators=(",", ":")), "utf-8")
        _sync(draft)
        draft.replace(directory / NAME)
        _sync(directory)


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return  # a directory cannot be opened there
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
