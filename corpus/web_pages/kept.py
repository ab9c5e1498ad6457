"""Pages of the web as they were fetched: their bytes in a folder of their own, and where they came from.

The folder of a page is called after its address, and holds the page and `fetched.json`. What it was before it
changed stays there, too, where it was cited: under its digest. Another address that led there has a folder of
its own, in which that file alone tells where it led.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from corpus.errors import CannotOpen
from corpus.fetching.address import address_of
from corpus.fetching.fetched import Fetched
from corpus.format import FORMATS
from corpus.home import make_private
from corpus.web_pages.record import RECORD, Record, let_pass, read_record

_LONGEST: Final = 80
"""Characters of the name of a page's file."""
_NAMED: Final = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/x-rst": "rst",
    "text/org": "org",
    "text/asciidoc": "asciidoc",
    "message/rfc822": "mail",
    "multipart/related": "mhtml",
}
"""Media types that tell of a format what its first words may not."""


class WebPages:
    """The pages that are kept in a folder."""

    def __init__(self, folder: Path, *, passing: bool = False) -> None:
        """Take the folder, which is called `Home.WEB_PAGES` and need not be there yet.

        `passing` tells that it is another one than that of `Home`, and will be gone soon.
        """
        self._folder = folder
        if passing:
            let_pass(folder)

    def path(self, words: str) -> Path | None:
        """The file of the page at an address, if it is kept. Raises CannotOpen for no address."""
        record = self._record(words)
        return self._of(record.address) / record.name if record else None

    def known(self, words: str) -> dict[str, Fetched]:
        """The page at an address as `fetch` takes it: nothing, where it is not kept."""
        record = self._record(words)
        if record is None:
            return {}
        before = Fetched(record.address, None, record.type, record.charset, record.etag, record.modified)
        return {record.address: before}

    def keep(self, words: str, fetched: Fetched, cited: Callable[[str], bool] = lambda _: False) -> Path:
        """Keep what was fetched from an address; the file. Raises OSError.

        `cited` tells whether something stands on the bytes with a digest, so that they must not be lost.
        """
        folder = self._of(fetched.address)
        before = read_record(folder / RECORD)
        # It keeps its name: the library knows it by that.
        name = before.name if before and before.name else _name(fetched)
        make_private(folder)
        if fetched.data is not None:
            _keep_earlier(folder / name, fetched.data, cited)
            _write(folder / name, fetched.data)
        asked = str(address_of(words))
        now = datetime.now(UTC).isoformat(timespec="seconds")
        record = Record(
            fetched.address, name, now, fetched.type, fetched.charset, fetched.etag, fetched.modified
        )
        _write(folder / RECORD, _packed(record))
        if asked != fetched.address:
            make_private(self._of(asked))
            _write(self._of(asked) / RECORD, _packed(Record(leads=fetched.address)))
        return folder / name

    def _record(self, words: str) -> Record | None:
        asked = str(address_of(words))
        record = read_record(self._of(asked) / RECORD)
        if record and record.leads:
            asked = record.leads
            record = read_record(self._of(asked) / RECORD)
        if record is None or record.address != asked:
            return None
        return record if (self._of(asked) / record.name).is_file() else None

    def _of(self, address: str) -> Path:
        return self._folder / sha256(address.encode()).hexdigest()[:32]


def _keep_earlier(path: Path, data: bytes, cited: Callable[[str], bool]) -> None:
    """Keep the bytes of a page that is about to be replaced, if they were cited."""
    if not path.exists():
        return
    before = path.read_bytes()
    digest = sha256(before).hexdigest()
    if before != data and cited(digest):
        _write(path.with_name(f"{digest}{path.suffix}"), before)


def _packed(record: Record) -> bytes:
    return json.dumps({name: value for name, value in record._asdict().items() if value}, indent=1).encode()


def _write(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all, that its owner alone may read. Raises OSError."""
    draft = path.with_name(f".{os.urandom(6).hex()}")
    try:
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _name(fetched: Fetched) -> str:
    """What the file of a page is called: as in its address, and with an ending that tells its format."""
    last = unquote(fetched.address.partition("?")[0].rstrip("/").rpartition("/")[2], errors="replace")
    if last == fetched.address.partition("://")[2].partition("/")[0]:
        last = ""
    name = re.sub(r"[^\w.~-]+", "-", last)[-_LONGEST:].strip(".-") or "page"
    if name.lower() == RECORD:  # which lies in the same folder
        name = f"page-{name}"
    format = _NAMED.get(fetched.type)
    if format and not name.lower().endswith(FORMATS[format].endings):
        name += FORMATS[format].endings[0]
    return name


def cannot_keep(fault: OSError) -> CannotOpen:
    """What to say where a page was fetched, and cannot be kept."""
    return CannotOpen(f"The page was fetched, and cannot be kept ({fault.strerror}): check the disk’s space.")
