"""Starting a program with a home of its own, as that of somebody who has used it before."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.bench.programs import Program, environment
from tests.bench.texts import Text, write
from tests.bench.watched import GaveUp, Watched

SIZE: Final = (120, 40)
"""The columns and rows of the terminal."""

_OTHER: Final = Text("another text", 5_000)
_ENDING: Final = 5.0


def prepare(program: Program, folder: Path) -> None:
    """Make a home below `folder` for a program that was used before, with another text, which compiles it."""
    home = _home(program, folder)
    home.mkdir()
    if not program.keeps:
        return
    path = folder / _OTHER.file
    write(_OTHER, path)
    try:
        with started(program, program.source(path), folder, copied=False) as watched:
            watched.until(program.ready)
            watched.come_to_rest()
            watched.press(b"q")
            watched.ended(_ENDING)
    except (GaveUp, OSError) as fault:
        print(f"{program.name} {fault}", file=sys.stderr)


@contextmanager
def started(
    program: Program, path: Path, folder: Path, keys: bytes = b"", *, copied: bool = True
) -> Iterator[Watched]:
    """A program that reads a file, in a copy of its home: what it keeps there, it does not find again."""
    with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as name:
        home = _home(program, folder)
        if copied:
            home = Path(shutil.copytree(home, Path(name) / "home"))
        command, variables = program.command(path), environment(program, home)
        with Watched(command, variables, home, SIZE, keys=keys, patience=program.patience) as watched:
            yield watched


def _home(program: Program, folder: Path) -> Path:
    return folder / f"home-{program.name.replace(' ', '-')}"
