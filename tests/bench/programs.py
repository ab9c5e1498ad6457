"""The programs that are measured: how they are started, and the keys they are moved with."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.bench.texts import COUNTING, write_epub

ROOT: Final = Path(__file__).parent.parent.parent
HERE: Final = Path(__file__).parent
MEASURE: Final = 72
"""The columns that Pincite gives a line, and the bare view with it."""

_MARK: Final = re.compile(rf"{COUNTING}(\d{{6}})")
_PAGE_DOWN: Final = b"\x1b[6~"


@dataclass(frozen=True)
class Program:
    """A program: `command` makes its arguments of a text's path.

    `ready` tells its first full frame; `page`, `end` and `start` are keys. What is looked for is typed
    after `find[0]`, all but the last letter first, and followed by `find[1]`. None: it goes and finds
    by other ways than these.
    `source` makes of a text's path that of the file it is given; `patience` is in seconds. `keeps` is true
    where it keeps something for another time, as a library.
    """

    name: str
    command: Callable[[Path], Sequence[str]]
    ready: Callable[[list[str]], bool]
    page: bytes = _PAGE_DOWN
    end: bytes = b""
    start: bytes = b""
    find: tuple[bytes, bytes] | None = None
    source: Callable[[Path], Path] = field(default=lambda path: path)
    patience: float = 60.0
    variables: Mapping[str, str] = field(default_factory=dict)
    keeps: bool = False


def marks(lines: list[str]) -> list[int]:
    """The numbers of the paragraphs that are on a screen, as the words in them say."""
    return [int(number) for line in lines for number in _MARK.findall(line)]


def words_seen(lines: list[str]) -> bool:
    """Whether the first paragraph is on the screen."""
    return 1 in marks(lines)


def pincite_is_whole(lines: list[str]) -> bool:
    """Whether Pincite shows all of its first frame: the page, the rule beside the outline, and the foot."""
    return words_seen(lines) and any("│" in line for line in lines) and bool(lines[-1].strip())


def pincite() -> Program:
    """Pincite as it lies here, started as its script starts it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, _, function = project["scripts"]["pincite"].partition(":")
    start = f"import sys; from {module} import {function}; sys.exit({function}())"
    return Program(
        "pincite",
        lambda path: [sys.executable, "-c", start, str(path)],
        pincite_is_whole,
        end=b"G",
        start=b"g",
        find=(b"/", b""),
        variables={"PYTHONPATH": str(ROOT)},
        keeps=True,
    )


def hello() -> Program:
    """A bare Textual application, which shows no text."""
    return Program(
        "hello",
        lambda _: [sys.executable, "-P", str(HERE / "hello.py")],
        lambda lines: any("hello" in line for line in lines),
    )


def bare_page() -> Program:
    """A bare view of ready lines."""
    script = str(HERE / "bare_page.py")
    return Program(
        "bare view", lambda path: [sys.executable, "-P", script, str(path), str(MEASURE)], words_seen
    )


def peers(folder: Path | None) -> list[Program]:
    """Other programs that are installed; those of Python in the virtual environments in `folder`."""
    vim = ["vim", "-u", "NONE", "-i", "NONE", "-n", "-N", "-R", "-c", "set incsearch hlsearch"]
    known = [
        Program("less", lambda path: ["less", str(path)], words_seen, b" ", b"G", b"g", (b"/", b"\r")),
        Program("vim", lambda path: [*vim, str(path)], words_seen, b"\x06", b"G", b"gg", (b"/", b"\r")),
        Program("w3m", lambda path: ["w3m", str(path)], words_seen, b" ", b"G", b"g", (b"/", b"\r")),
    ]
    found = [program for program in known if shutil.which(program.name)]
    for name, script, page, source in (
        ("hike", "hike", _PAGE_DOWN, _as_markdown),
        ("frogmouth", "frogmouth", _PAGE_DOWN, _as_markdown),
        ("epy-reader", "epy", b" ", _as_epub),
    ):
        path = folder / name / "bin" / script if folder else None
        if path and path.exists():
            found.append(_python_program(name, str(path), page, source))
    return found


def environment(program: Program, home: Path) -> dict[str, str]:
    """What a program is started with: a home of its own, a terminal with all colours."""
    kept = {
        name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV") if name in os.environ
    }
    return {
        **kept,
        "LC_ALL": "C.UTF-8",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "PINCITE_HOME": str(home / "pincite"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        # A clipboard tool of this machine is the clipboard of whoever runs this.
        "SSH_TTY": "/dev/pts/0",
        **program.variables,
    }


def _python_program(name: str, script: str, page: bytes, source: Callable[[Path], Path]) -> Program:
    return Program(
        name, lambda path: [script, str(path)], words_seen, page, source=source, patience=30.0, keeps=True
    )


def _as_markdown(path: Path) -> Path:
    """The same text with the ending that readers of Markdown ask for."""
    link = path.with_suffix(".md")
    if not link.exists():
        link.hardlink_to(path)
    return link


def _as_epub(path: Path) -> Path:
    book = path.with_suffix(".epub")
    if not book.exists():
        write_epub(path, book)
    return book
