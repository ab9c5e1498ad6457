"""The process that reads an article apart from the reader: see `corpus.apart`."""

from __future__ import annotations

import sys

from corpus.apart import BEGINNING, FAILED, FRAME, WHOLE, source_of
from corpus.errors import PinciteError
from corpus.packing import pack
from corpus.reading import documents_of


def main(wanted: str) -> int:
    """Read standard input as is wanted, and write its documents; the exit status."""
    out = sys.stdout.buffer

    def write(kind: int, data: bytes) -> None:
        out.write(FRAME.pack(kind, len(data)) + data)
        out.flush()

    try:
        for document in documents_of(source_of(wanted)):
            # Not compressed: it goes through a pipe, and is thrown away.
            write(WHOLE if document.digest else BEGINNING, pack(document, 0))
    except (PinciteError, ValueError) as fault:
        write(FAILED, str(fault).encode("utf-8", "replace"))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
