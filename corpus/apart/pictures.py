"""A picture in the file of an article, taken out of it by a process of its own that can do nothing else.

The process is given the open file as its standard input, and writes one frame to its standard output.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

from corpus.apart.frames import FAILED, HEAD, WHOLE
from corpus.apart.limits import Limits
from corpus.errors import CannotOpen, PinciteError
from corpus.file_bytes import FileBytes, open_file
from corpus.pictures import MOST, Picture, ending_of, picture_in
from corpus.sanitiser import clean_line
from corpus.source import Source

_LONGEST_SENTENCE: Final = 400


def picture_of(path: Path, target: str) -> Picture:
    """The picture with that target in the file of an article. Raises CannotOpen. For a thread."""
    data = open_file(path)
    limits = Limits.of(len(data))
    wanted = json.dumps((path.name, target, limits))
    # -P: what lies in the folder that one is in must not be taken for a module.
    command = [sys.executable, "-P", "-m", "corpus.apart.pictures", wanted]
    with subprocess.Popen(
        command, stdin=data.descriptor, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            # What is read is no more than may be written: the process has a limit of its memory.
            written, _ = process.communicate(timeout=limits.patience)
        except subprocess.TimeoutExpired:
            process.kill()
            raise CannotOpen("This picture takes too long to get, and was given up.") from None
    return _checked(written)


def _checked(written: bytes) -> Picture:
    """What a frame says; nothing that comes from the process is trusted. Raises CannotOpen."""
    broken = CannotOpen("This picture could not be got out of the file: it is damaged.")
    if len(written) < HEAD.size:
        raise broken
    kind, size = HEAD.unpack_from(written)
    data = written[HEAD.size :]
    if size != len(data) or size > MOST:
        raise broken
    if kind == FAILED:
        raise CannotOpen(clean_line(data.decode("utf-8", "replace"))[:_LONGEST_SENTENCE])
    if kind != WHOLE or not (ending := ending_of(data[:16])):
        raise broken
    return Picture(data, ending)


def main(wanted: str) -> int:
    """Take out what is wanted; the exit status."""
    import os

    import corpus.formats.archive
    import corpus.gzipped  # noqa: F401 - what is needed is loaded before the walls are raised
    from corpus.apart import walls

    name, target, limits = json.loads(wanted)
    walls.shut(Limits(*limits))
    source = Source(FileBytes(os.dup(0)), name)
    kind, data = FAILED, b""
    try:
        kind, data = WHOLE, picture_in(source, target).data
    except (PinciteError, ValueError) as fault:
        data = str(fault).encode("utf-8", "replace")
    sys.stdout.buffer.write(HEAD.pack(kind, len(data)) + data)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
