"""Opening a large article in a process of its own, so that reading is not held up by it.

The process writes the packed document to its standard output: ``python -m corpus.apart PATH``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from corpus.document import Document
from corpus.errors import CannotOpen, PinciteError
from corpus.opening import open_path
from corpus.packing import pack, unpack


class OpeningApart:
    """A file that is being opened in another process."""

    def __init__(self, path: Path) -> None:
        command = [sys.executable, "-m", "corpus.apart", str(path)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def document(self) -> Document:
        """Wait for the document. Raises CannotOpen with the sentence that the process gave."""
        packed, complaint = self._process.communicate()
        if self._process.returncode != 0:
            lines = complaint.decode("utf-8", "replace").strip().splitlines()
            raise CannotOpen(lines[-1] if lines else "The rest of this article could not be read.")
        try:
            return unpack(packed)
        except ValueError as fault:
            raise CannotOpen("The rest of this article could not be read: open it again.") from fault

    def stop(self) -> None:
        """End the process, if it still runs."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()


def main(path: str) -> int:
    """Open a file and write it, packed; the exit status."""
    try:
        # Not compressed: it goes through a pipe, and is thrown away.
        sys.stdout.buffer.write(pack(open_path(Path(path)), 0))
    except (PinciteError, ValueError) as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
