"""Reading a large plain text through in a process of its own, so that nothing in the reader waits for it.

    python -m corpus.reading_apart ENCODING [LIBRARY SOURCE] < FILE

writes to its standard output, for each stretch, how many paragraphs it has (4 bytes), the size of the
packed document (4) and that; then 2³² − 1, a size, and the outline and metadata in JSON. With a library
it keeps the article there before it ends: that is why it is none of the processes of `corpus.apart`, behind
whose walls nothing is written. What it reads is plain text, with code of our own alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final, NamedTuple

from corpus.document import Document
from corpus.errors import CannotOpen, PinciteError
from corpus.file_bytes import FileBytes
from corpus.large.joining import joined
from corpus.large.stretches import Stretches
from corpus.metadata import Metadata
from corpus.outline.section import Outline
from corpus.packed.document import metadata_of, pack
from corpus.packed.outline import outline_of_plain, plain
from corpus.sidecars import beside, stamp

_FRAME: Final = struct.Struct("<II")
_LAST: Final = 0xFFFF_FFFF
_FAILED: Final = "The rest of this article could not be read: open it again."


class Kept(NamedTuple):
    """Where an article is to be kept: the library's file, and the path that the article is known by."""

    library: Path
    source: str


class Read(NamedTuple):
    """What is known of a text when it was read through."""

    outline: Outline
    metadata: Metadata


class ReadingApart:
    """A file that is being read through in another process; used in a `with`, at whose end that ends.

    One thread takes what it reads; `stop` may be called by any.
    """

    def __init__(self, descriptor: int, encoding: str, kept: Kept | None = None) -> None:
        """Begin to read an open file; `kept` asks for it to be kept in the library."""
        command = [sys.executable, "-P", "-m", "corpus.reading_apart", encoding]
        if kept:
            command += [str(kept.library), kept.source]
        self._process = subprocess.Popen(
            command, stdin=descriptor, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self.read: Read | None = None
        """Outline and metadata, once all stretches have come; None where it was stopped before."""
        self._stopped = False

    def __enter__(self) -> ReadingApart:
        return self

    def __exit__(self, *_: object) -> None:
        if self.read is None:
            self._process.kill()
        with self._process:
            pass  # it closes the pipes, and waits for the end

    def stretches(self) -> Iterator[tuple[bytes, int]]:
        """The stretches as they come, packed, and how many paragraphs each has. Raises CannotOpen."""
        while (head := self._bytes(_FRAME.size)) is not None:
            first, size = _FRAME.unpack(head)
            data = self._bytes(size)
            if data is None:
                return
            if first == _LAST:
                self.read = _unpacked(data)
                return
            yield data, first

    def finish(self) -> None:
        """Wait until the article was kept. Raises CannotOpen where it could not be."""
        _, complaint = self._process.communicate()
        if self._process.returncode > 0:
            raise CannotOpen(_last_line(complaint) or _FAILED)

    def stop(self) -> None:
        """End the process, if it still runs; `stretches` ends then."""
        self._stopped = True
        self._process.kill()

    def _bytes(self, size: int) -> bytes | None:
        assert self._process.stdout is not None
        data = self._process.stdout.read(size)
        if len(data) == size:
            return data
        if self._stopped:
            return None
        self.finish()
        raise CannotOpen(_FAILED)


def _last_line(complaint: bytes) -> str:
    lines = complaint.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else ""


def _unpacked(data: bytes) -> Read:
    fields = json.loads(data)
    return Read(outline_of_plain(fields["outline"]), metadata_of(fields["metadata"]))


def _packed(outline: Outline, metadata: Metadata) -> bytes:
    return json.dumps({"outline": plain(outline), "metadata": metadata.plain()}).encode("ascii")


def _write(out: IO[bytes], first: int, data: bytes) -> None:
    out.write(_FRAME.pack(first, len(data)))
    out.write(data)


def main(encoding: str, library: str = "", source: str = "") -> int:
    """Read standard input through, write it as said above, and keep it; the exit status."""
    from corpus.large.reading_through import ReadingThrough

    out = sys.stdout.buffer
    data = FileBytes(os.dup(sys.stdin.fileno()))
    stretches = Stretches(data, encoding)
    reading = ReadingThrough(stretches, encoding)
    documents = []
    for document in reading.documents():
        if library:
            documents.append(document)
        # Not compressed: it goes through a pipe, and is looked into often.
        _write(out, document.paragraph_count, pack(document, 0))
    outline = reading.outline()
    _write(out, _LAST, _packed(outline, reading.metadata))
    out.flush()
    if library:
        whole = joined(stretches, documents, reading.metadata, encoding)
        _keep(Kept(Path(library), source), data, whole, outline)
    return 0


def _keep(kept: Kept, data: FileBytes, whole: Document, outline: Outline) -> None:
    from corpus.library import Library

    path = Path(kept.source)
    size, mtime_ns = stamp(path, os.fstat(data.descriptor))
    whole = whole._replace(
        digest=hashlib.sha256(data[:]).hexdigest(), metadata=beside(path).above(whole.metadata)
    )
    with Library(kept.library) as library:
        library.remember(whole, kept.source, size=size, mtime_ns=mtime_ns, outline=outline)


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except (PinciteError, ValueError, OSError) as fault:
        print(fault, file=sys.stderr)
        sys.exit(1)
