"""Starting processes that are going to die, and seeing to it that those they leave behind end, too."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Final

from corpus.home import Home

ROOT: Final = Path(__file__).parent.parent.parent.parent
PATIENCE: Final = 60.0
"""Seconds after which a process that should have ended is said not to."""


def home_in(folder: Path) -> Home:
    """The home of a trial."""
    return Home(folder / "data", folder / "config", folder / "state")


def start(module: str, *arguments: object) -> subprocess.Popen[str]:
    """Start a module of this project with its output in pipes."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(module: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a module of this project to its end. Raises TimeoutExpired."""
    process = start(module, *arguments)
    try:
        said, complained = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise
    return subprocess.CompletedProcess(process.args, process.returncode, said, complained)


def reports(output: IO[str]) -> Iterator[dict[str, Any]]:
    """What a process says, a JSON object a line; a line that it died in is none."""
    for line in output:
        if line.endswith("\n"):
            yield json.loads(line)


def left_behind(folder: Path) -> list[int]:
    """The ids of the processes that were started for a folder, by their command lines."""
    found = []
    for name in filter(str.isdecimal, os.listdir("/proc")):
        try:
            command = Path("/proc", name, "cmdline").read_bytes()
        except (FileNotFoundError, ProcessLookupError):
            continue  # it has just ended
        if os.fsencode(folder) in command:
            found.append(int(name))
    return found


def end_of(pid: int) -> bool:
    """Wait until a process that somebody else started ends; False where it does not."""
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        waiting = select.poll()
        waiting.register(descriptor, select.POLLIN)
        return bool(waiting.poll(PATIENCE * 1000))
    finally:
        os.close(descriptor)
