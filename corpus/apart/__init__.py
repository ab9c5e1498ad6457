"""Reading an article in a process of its own, which may do nothing but read it, and can be stopped.

The process is given the open file and what is wanted of it, and writes frames to a pipe: documents, packed,
and how far it is. Nothing that comes from it is trusted. `corpus.apart.child` is its side.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from typing import Final

from corpus import waiting
from corpus.apart.frames import FAILED, MOST, PROGRESS, WHOLE, Ended, Frames, Late, TooMuch
from corpus.apart.limits import Limits
from corpus.apart.received import checked
from corpus.apart.starting import start
from corpus.apart.wanted import Wanted
from corpus.document import Document
from corpus.errors import CannotOpen
from corpus.file_bytes import FileBytes
from corpus.packed.document import unpack
from corpus.sanitiser import clean_line
from corpus.source import Source

_LONGEST_SENTENCE: Final = 400


class Apart:
    """An article that is being read in another process; used in a `with`, at whose end that ends.

    One thread takes what it reads; `stop` may be called by any.
    """

    def __init__(self, source: Source, limits: Limits | None = None) -> None:
        """Begin to read; the source's bytes must be those of a file. Raises CannotOpen."""
        assert isinstance(source.data, FileBytes)
        self._source = source
        self._shown = source.shown
        self._limits = limits or Limits.of(len(source.data))
        self._stopped, self._closed = False, True
        self._process = start(Wanted.of(source, self._limits), source.data.descriptor)
        self._frames = Frames(self._process.output, time.monotonic() + self._limits.patience)
        self._closed = self._is_done = False
        self._beginning: Document | None = None
        self.share: int | None = None
        """How much of it is read, in percent; None where that is not known."""
        self.told: Callable[[], None] | None = None
        """What is called, in the thread that takes the documents, when `share` has changed."""

    def __enter__(self) -> Apart:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        # One that nobody wants any more: a beginning that was looked at, and left.
        self.close()

    def again(self) -> Apart:
        """Itself, or where it was stopped another that reads the same from its beginning."""
        return Apart(self._source, self._limits) if self._stopped else self

    def documents(self) -> Iterator[Document]:
        """Beginnings of the article as they come, and at last all of it, with a digest. Raises CannotOpen.

        Where it goes wrong after a beginning, that comes once more as the last, and its `fault` says what.
        Where it is stopped, nothing more comes. Whoever asks again has what did not come yet.
        """
        while not (self._stopped or self._is_done):
            try:
                kind, document = self._next()
            except CannotOpen as fault:
                self._is_done = True
                if self._beginning is None:
                    raise
                yield self._beginning._replace(fault=f"Only the beginning could be read. {fault}")
                return
            if document is None:
                return
            self._is_done = kind == WHOLE
            self._beginning = document
            yield document

    def stop(self) -> None:
        """End the process, if it still runs; `documents` ends then."""
        self._stopped = True
        self._process.kill()

    def close(self) -> None:
        """End the process, and leave nothing of it open; no other thread may be taking what it reads."""
        self._stopped = True
        if not self._closed:
            self._closed = True
            self._process.forget()
            self._frames.close()

    def _next(self) -> tuple[int, Document | None]:
        """The next document, and its kind; None where this was stopped. Raises CannotOpen."""
        while True:
            try:
                kind, data = self._frames.next()
            except (Late, TooMuch, Ended) as fault:
                if self._stopped:
                    return WHOLE, None
                raise CannotOpen(self._why(fault)) from fault
            if kind == PROGRESS:
                self._tell(data)
            elif kind == FAILED:
                sentence = clean_line(data.decode("utf-8", "replace"))[:_LONGEST_SENTENCE]
                raise CannotOpen(sentence or self._broken())
            else:
                return kind, self._document(data)

    def _tell(self, data: bytes) -> None:
        before, self.share = self.share, min(100, data[0]) if data else None
        if self.share is None or self.share == before:
            return
        waiting.hear(self.share)
        if self.told:
            self.told()

    def _document(self, data: bytes) -> Document:
        try:
            return checked(unpack(data, most=MOST, trusted=False))
        except ValueError as fault:
            raise CannotOpen(self._broken()) from fault

    def _why(self, fault: Exception) -> str:
        """Why nothing more comes, and what to do."""
        if isinstance(fault, TooMuch):
            return f"{self._shown} holds more than an article may: split it, and open a part."
        status = 0 if isinstance(fault, Late) else self._process.end()
        if isinstance(fault, Late) or status == -signal.SIGXCPU:
            return f"{self._shown} takes too long to read, and was given up: split it, and open a part."
        if status == -signal.SIGKILL:
            return f"{self._shown} was given up: the system ended what reads it, as where memory runs out."
        return self._broken()

    def _broken(self) -> str:
        return (
            f"{self._shown} could not be read: what reads it ended early, as it does where a file is broken"
            " or wants too much memory. Try another copy."
        )
