"""Bringing the index up to date in a process of its own, so that reading is never held up."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import subprocess

_PATIENCE: Final = 2.0
"""Seconds in which the process may finish what it writes before it is ended; an index survives that."""


class Indexing:
    """At most one such process. What it misses is searched directly until the next one."""

    def __init__(self, index: Path, library: Path) -> None:
        self._command = (sys.executable, "-m", "corpus.index", str(index), str(library))
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, unless it runs. Raises OSError."""
        import subprocess  # not above: the first frame waits for what stands there

        if self._process is None or self._process.poll() is not None:
            quiet = subprocess.DEVNULL
            self._process = subprocess.Popen(
                self._command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
            )

    def stop(self) -> None:
        """End it: what is indexed stays, the rest follows the next time."""
        process, self._process = self._process, None
        if process is None:
            return
        import subprocess

        process.terminate()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
