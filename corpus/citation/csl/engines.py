"""The programs that know CSL: which there is, and what it makes of a work; each runs in a process of its own.

Pandoc is asked first: it follows the specification in more of its parts, and is a single fast program.
"""

from __future__ import annotations

import subprocess
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Final

from corpus.citation.csl.item import Task
from corpus.citation.csl.style_file import StyleFile
from corpus.citation.phrase import Phrase
from corpus.citation.style import NoSuchStyle
from corpus.sanitiser import clean_line, clean_name

SECONDS: Final = 10.0
"""How long a program may take; it takes a tenth of one."""


def engine() -> str:
    """The name of the program to be used. Raises NoSuchStyle where there is none."""
    import shutil
    from importlib.util import find_spec

    if shutil.which("pandoc"):
        return "pandoc"
    if find_spec("citeproc"):
        return "citeproc-py"
    raise NoSuchStyle("A style in a .csl file needs pandoc, or pip install 'pincite[csl]': install one.")


@lru_cache(maxsize=512)
def written(program: str, style_file: StyleFile, task: Task) -> Phrase:
    """What the program makes of a task; empty where it makes nothing. Raises NoSuchStyle."""
    from corpus.citation.csl import citeproc, pandoc

    maker = pandoc if program == "pandoc" else citeproc
    with tempfile.TemporaryDirectory() as folder:
        # The bytes that were looked at, whatever may stand in the file by now.
        style = Path(folder, "style.csl")
        style.write_bytes(style_file.data)
        items = Path(folder, "items.json")
        items.write_text(task.items(), encoding="utf-8")
        answer = _run(program, maker.command(style, items), maker.asked(task), style_file)
    try:
        phrase: Phrase = maker.read(answer, task)
    except (ValueError, LookupError, TypeError) as fault:
        raise _failed(program, style_file, "its answer cannot be read") from fault
    return phrase


def _run(program: str, command: list[str], asked: bytes, style_file: StyleFile) -> bytes:
    try:
        done = subprocess.run(command, input=asked, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as fault:
        raise NoSuchStyle(
            f"{program} did not finish “{clean_name(style_file.path.name)}” in {SECONDS:g} seconds:"
            " choose another style."
        ) from fault
    except OSError as fault:
        raise _failed(program, style_file, str(fault.strerror)) from fault
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _failed(program, style_file, clean_line(lines[-1])[:100] if lines else "it gives no reason")
    return done.stdout


def _failed(program: str, style_file: StyleFile, why: str) -> NoSuchStyle:
    name = clean_name(style_file.path.name)
    return NoSuchStyle(f"{program} cannot use “{name}” ({why}): choose another style.")
