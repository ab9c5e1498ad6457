"""What is known of a page of the web that is kept: where it came from, and when it was fetched."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from corpus.home import Home
from corpus.metadata import Metadata, PartialDate
from corpus.sources import FETCHED

RECORD: Final = "fetched.json"
"""The file beside a page that tells it."""

_MOST: Final = 100_000
"""Bytes of a record."""
_DAY: Final = re.compile(r"\d{4}-[01]\d-[0-3]\d|$")
_passing: set[Path] = set()
"""Folders of pages that are gone when this process ends."""


class Record(NamedTuple):
    """What is known of how a page was fetched; see `Fetched`.

    `name` is that of its file; `accessed` the moment it was fetched at, by ISO 8601. Where the address only
    led to another, `leads` is that, and all else is empty.
    """

    address: str = ""
    name: str = ""
    accessed: str = ""
    type: str = ""
    charset: str = ""
    etag: str = ""
    modified: str = ""
    leads: str = ""

    @property
    def metadata(self) -> Metadata:
        """Its address, and the day on which it was fetched."""
        day = PartialDate(*map(int, self.accessed[:10].split("-"))) if self.accessed else None
        told = {"url": FETCHED} | ({"accessed": FETCHED} if day else {})
        return Metadata(url=self.address, accessed=day, sources=told)


def let_pass(folder: Path) -> None:
    """Take a folder for one of pages, other than that of `Home`, as long as this process lives."""
    _passing.add(folder)


def record_of(path: Path) -> Record | None:
    """How a file was fetched; None for any that is no page of ours."""
    root = path.parent.parent
    if root not in _passing and root != Home.here().web_pages:
        return None
    record = read_record(path.parent / RECORD)
    return record if record and record.name == path.name else None


def read_record(path: Path) -> Record | None:
    """The record in a file; None where there is none that is sound."""
    with suppress(OSError, ValueError, TypeError):
        with path.open("rb") as file:
            fields = json.loads(file.read(_MOST))
        record = Record(**fields)
        sound = all(isinstance(value, str) for value in record) and _DAY.match(record.accessed)
        if sound and "/" not in record.name:
            return record
    return None
