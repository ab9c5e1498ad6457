"""Other programs that are run and waited for; none of them keeps a reader who leaves waiting."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from typing import Final

_running: Final[set[subprocess.Popen[bytes]]] = set()


def answer_of(command: Sequence[str], asked: bytes, *, seconds: float) -> subprocess.CompletedProcess[bytes]:
    """Run a program without a shell, give it `asked`, and wait for its answer and its end.

    Raises OSError where it cannot be run, and TimeoutExpired where it takes longer than so many
    seconds: it is ended then.
    """
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        _running.add(process)
        try:
            answer, complaint = process.communicate(asked, timeout=seconds)
        except BaseException:
            process.kill()
            raise
        finally:
            _running.discard(process)
        return subprocess.CompletedProcess(command, process.returncode, answer, complaint)


def end_all() -> None:
    """End every program that is being waited for, in whatever thread."""
    for process in tuple(_running):
        process.kill()
