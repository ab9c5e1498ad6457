"""The file that the library is kept in: opening it, its versions, its transactions, its faults."""

from __future__ import annotations

import errno
import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final

from corpus.errors import LibraryUnavailable
from corpus.home import make_private
from corpus.library.migrations import MIGRATIONS as MIGRATIONS
from corpus.sanitiser import clean_line, clean_name

EDITS: Final = (
    "(SELECT json_group_array(json_array(own, field, source, value)) FROM edits"
    " WHERE edits.article = articles.id)"
)
"""All edits of an article as one column, so that they are read together with it."""

NO_EDITS: Final = "[]"
"""That column where there are none."""

_BUSY_SECONDS: Final = 5.0
_BETWEEN: Final = 0.01
"""Seconds between two attempts at what SQLite does not wait for itself."""


class Database:
    """One SQLite file, to be used from any thread: one connection serves all of them, one at a time.

    Every method raises LibraryUnavailable, with a sentence for the reader, where the file cannot be
    read or written.
    """

    def __init__(self, path: Path) -> None:
        """Open the file, or make it, readable by its owner alone. Raises LibraryUnavailable."""
        self._path = path
        self._lock = threading.RLock()
        self._renewed = 0
        self._file: tuple[int, int] | None = None
        try:
            make_private(path.parent)
            _make(path)
        except OSError as error:
            raise LibraryUnavailable(
                f"The library {clean_name(str(path))} cannot be written to ({error.strerror}):"
                " check the rights to this file and its directory, or set PINCITE_HOME to another place."
            ) from error
        with self._said_plainly():
            self._connection = sqlite3.connect(
                path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            # Bytes that are no text would else keep all rows of an answer from being read.
            self._connection.text_factory = partial(str, encoding="utf-8", errors="replace")
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise
        self._file = _identity(path)

    def _prepare(self) -> None:
        connection = self._connection
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > len(MIGRATIONS):
            raise LibraryUnavailable(
                f"The library {clean_name(str(self._path))} was written by a newer Pincite:"
                " install that version to read it."
            )
        self._log_ahead()
        connection.execute("PRAGMA foreign_keys = ON")
        if version < len(MIGRATIONS):
            self._migrate()
        connection.execute("SELECT count(*) FROM articles").fetchone()

    def _log_ahead(self) -> None:
        """Switch to the write-ahead log, which a new library is not in yet.

        SQLite does not wait where two switch at once: either would wait for the other for ever.
        """
        until = 0.0
        while True:
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                until = until or time.monotonic() + _BUSY_SECONDS
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(_BETWEEN)
            else:
                return

    def _migrate(self) -> None:
        with self.changing() as connection:
            # Asked again under the lock: another reader may have opened the same library meanwhile.
            version: int = connection.execute("PRAGMA user_version").fetchone()[0]
            for script in MIGRATIONS[version:]:
                for statement in filter(str.strip, script.split(";")):
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def fetch(self, statement: str, *values: object) -> list[Any]:
        """All rows of an answer."""
        with self._lock, self._said_plainly():
            return self._connection.execute(statement, values).fetchall()

    def revision(self) -> tuple[int, int]:
        """Another one whenever the file was changed: by others, or through this object by `renewing`."""
        with self._lock, self._said_plainly():
            (others,) = self._connection.execute("PRAGMA data_version").fetchone()
            return int(others), self._renewed

    @contextmanager
    def renewing(self) -> Iterator[sqlite3.Connection]:
        """The same as `changing`, and it counts as another revision."""
        with self.changing() as connection:
            yield connection
        self._renewed += 1

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is written as a whole or not at all."""
        with self._lock, self._said_plainly():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _said_plainly(self) -> Iterator[None]:
        """Turn what SQLite complains of into one sentence."""
        name = clean_name(str(self._path))
        if self._file is not None and _identity(self._path) != self._file:
            # SQLite would go on with a file that has no name any more, and the log of another one.
            raise LibraryUnavailable(
                f"The library {name} was moved, removed or replaced since it was opened:"
                " leave Pincite and start it again."
            )
        try:
            yield
        except sqlite3.OperationalError as error:
            said = clean_line(str(error))
            if "locked" in said:
                raise LibraryUnavailable(f"The library {name} is in use: try again in a moment.") from error
            raise LibraryUnavailable(
                f"The library {name} cannot be used ({said}): check its rights and the space on the disk."
            ) from error
        except sqlite3.DatabaseError as error:
            raise LibraryUnavailable(
                f"The library {name} is damaged; move it away, and Pincite will begin a new one."
            ) from error
        except sqlite3.Error as error:
            raise LibraryUnavailable(
                f"The library {name} cannot be used ({clean_line(str(error))})."
            ) from error


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from any other, whatever its name; None where there is none."""
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_dev, about.st_ino


def _make(path: Path) -> None:
    """Make the file, readable by its owner alone, unless it is there. Raises OSError.

    One that is there must not be opened: by closing it again, a process would give up the locks that
    another connection of its own holds (SQLite, “How To Corrupt An SQLite Database File”, § 2.2).
    """
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        if not os.access(path, os.R_OK | os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES)) from None
