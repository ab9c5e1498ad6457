"""What is done to a file of an index."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

Harm: TypeAlias = Callable[[Path, Path, random.Random], bool]
"""Does something to a file, given one of an older index by the same name, which may be missing; False
where it cannot be done."""

ASIDE: Final = Path("..", "aside")
"""Where a file is, seen from its place, when there is a link there: nobody may write through that."""
_FLIPPED: Final = 64
_PLACES: Final = 6


def _halve(path: Path, older: Path, chance: random.Random) -> bool:  # noqa: ARG001 - as all of them
    os.truncate(path, path.stat().st_size // 2)
    return True


def _empty(path: Path, older: Path, chance: random.Random) -> bool:  # noqa: ARG001 - as all of them
    os.truncate(path, 0)
    return True


def _flip(path: Path, older: Path, chance: random.Random) -> bool:  # noqa: ARG001 - as all of them
    data = bytearray(path.read_bytes())
    if not data:
        return False
    first = chance.randrange(max(1, len(data) - _FLIPPED))
    for place in range(first, min(first + _FLIPPED, len(data))):
        data[place] ^= 0xFF
    with path.open("r+b") as file:
        file.write(data)
    return True


def _delete(path: Path, older: Path, chance: random.Random) -> bool:  # noqa: ARG001 - as all of them
    path.unlink()
    return True


def _directory(path: Path, older: Path, chance: random.Random) -> bool:  # noqa: ARG001 - as all of them
    path.unlink()
    path.mkdir()
    (path / "something").write_text("in the way", "utf-8")
    return True


def _link(path: Path, older: Path, chance: random.Random) -> bool:  # noqa: ARG001 - as all of them
    path.replace(path.parent / ASIDE)
    path.symlink_to(ASIDE)
    return True


def _older(path: Path, older: Path, chance: random.Random) -> bool:  # noqa: ARG001 - as all of them
    if not older.is_file() or older.read_bytes() == path.read_bytes():
        return False
    draft = path.with_name("draft")
    shutil.copy2(older, draft)
    draft.replace(path)
    return True


def _forbid(path: Path, older: Path, chance: random.Random) -> bool:  # noqa: ARG001 - as all of them
    path.chmod(0)
    return not os.access(path, os.R_OK)  # nothing is forbidden to root


IN_PLACE: Final[dict[str, Harm]] = {
    "halved": _halve,
    "emptied": _empty,
    **{f"flipped ({number})": _flip for number in range(1, _PLACES + 1)},
}
"""These change the very bytes that an open view may have mapped."""
BY_NAME: Final[dict[str, Harm]] = {
    "deleted": _delete,
    "made a directory": _directory,
    "made a link": _link,
    "exchanged with an older one": _older,
    "forbidden": _forbid,
}
"""These leave them to whoever has the file open."""
