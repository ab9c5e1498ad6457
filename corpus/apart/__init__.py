"""Reading an article in a process of its own, which may do nothing but read it, and can be stopped.

The process is given the open file as its standard input and what is wanted as JSON; it writes frames to
its standard output: a kind (1 byte), a size (4), and so many bytes. `corpus.apart.__main__` is its side.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from typing import Final

from corpus.document import Document
from corpus.errors import CannotOpen
from corpus.file_bytes import FileBytes
from corpus.packing import unpack
from corpus.sanitiser import clean_name
from corpus.source import Source

FRAME: Final = struct.Struct("<BI")
BEGINNING: Final = 0
WHOLE: Final = 1
FAILED: Final = 2

_MOST: Final = 1 << 28
"""Bytes that a document may have, packed."""


class Apart:
    """An article that is being read in another process; used in a `with`, at whose end that ends.

    One thread takes what it reads; `stop` may be called by any.
    """

    def __init__(self, source: Source) -> None:
        """Begin to read; the source's bytes must be those of a file."""
        assert isinstance(source.data, FileBytes)
        self._source = source
        self._shown = clean_name(source.name) or "The input"
        wanted = json.dumps(source._replace(data=b"")[1:])
        # -P: what lies in the folder that one is in must not be taken for a module.
        command = [sys.executable, "-P", "-m", "corpus.apart", wanted]
        self._process = subprocess.Popen(
            command, stdin=source.data.descriptor, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._documents = self._received()
        self._stopped = False

    def __enter__(self) -> Apart:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def again(self) -> Apart:
        """Itself, or where it was stopped another that reads the same from its beginning."""
        return Apart(self._source) if self._stopped else self

    def documents(self) -> Iterator[Document]:
        """Beginnings of the article as they come, and at last all of it. Raises CannotOpen."""
        return self._documents

    def stop(self) -> None:
        """End the process, if it still runs; `documents` ends then."""
        self._stopped = True
        self._process.kill()

    def close(self) -> None:
        """End the process, and leave nothing of it open; no other thread may be taking what it reads."""
        self.stop()
        with self._process:
            pass  # it closes the pipe, and waits for the end

    def _received(self) -> Iterator[Document]:
        while not self._stopped:
            kind, data = self._frame()
            if kind == FAILED:
                raise CannotOpen(data.decode("utf-8", "replace"))
            try:
                document = unpack(data)
            except ValueError as fault:
                raise CannotOpen(f"{self._shown} could not be read: open it again.") from fault
            yield document
            if kind == WHOLE:
                return

    def _frame(self) -> tuple[int, bytes]:
        assert self._process.stdout is not None
        head = self._process.stdout.read(FRAME.size)
        if len(head) == FRAME.size:
            kind, size = FRAME.unpack(head)
            if size <= _MOST and len(data := self._process.stdout.read(size)) == size:
                return kind, data
        raise CannotOpen(
            f"{self._shown} could not be read: what reads it ended early, as it does where a file is broken."
        )


def source_of(wanted: str) -> Source:
    """The source that was asked for, its bytes being those of standard input."""
    return Source(FileBytes(os.dup(0)), *json.loads(wanted))
