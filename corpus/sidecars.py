"""Metadata in files beside an article: `x.md.csl.json` or `x.csl.json`, `x.md.bib` or `x.bib` beside `x.md`.

They are read whenever the article is, and count as a part of it: where one changes, the article has. Beside
a page of the web lies what is known of how it was fetched.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.errors import CannotOpen
from corpus.home import Home
from corpus.metadata import Metadata, Name
from corpus.sanitiser import clean_name
from corpus.sources import BIB_SIDECAR, CSL_SIDECAR

if TYPE_CHECKING:
    from corpus.exchange.bibliography import Work
    from corpus.web_pages.record import Record

_MOST: Final = 1_000_000
"""Bytes: one work needs a few thousand."""

# In the order of precedence.
_ENDINGS: Final = ((".csl.json", CSL_SIDECAR), (".bib", BIB_SIDECAR))


class Beside(NamedTuple):
    """What stands beside an article, and a sentence for each thing in it that is wrong.

    Of a page of the web, `fetched` has the address, and the day on which it was fetched; `charset` is the
    encoding that its server said it is in.
    """

    metadata: Metadata = Metadata()
    warnings: tuple[str, ...] = ()
    fetched: Metadata = Metadata()
    charset: str = ""

    def above(self, metadata: Metadata) -> Metadata:
        """What stands beside the article, then what is known of it from elsewhere.

        People keep the order in which the article itself prints their names: these files know none.
        """
        metadata = self._as_fetched(metadata)
        known = {(name.family, name.given): name for name in (*metadata.authors, *metadata.editors)}
        ours = self.metadata._replace(
            authors=_ordered(self.metadata.authors, known), editors=_ordered(self.metadata.editors, known)
        )
        return ours.filled_from(metadata)

    def _as_fetched(self, metadata: Metadata) -> Metadata:
        """The metadata with the address that the page really has; one that it states must be of its site."""
        if not self.fetched.url:
            return metadata
        fetched = self.fetched
        if _site(metadata.url) == _site(fetched.url):
            told = {"url": metadata.sources.get("url", "")}
            fetched = fetched._replace(url=metadata.url, sources={**fetched.sources, **told})
        return fetched.filled_from(metadata)


def beside(path: Path) -> Beside:
    """What the files beside an article say; never raises. A broken one is said, and passed over."""
    metadata = Metadata()
    warnings: list[str] = []
    for sidecar, source in sidecars_of(path):
        read = _read(sidecar, source, path.stem)
        metadata = metadata.filled_from(read.metadata)
        warnings += read.warnings
    record = _record_of(path)
    if record is None:
        return Beside(metadata, tuple(warnings))
    return Beside(metadata, tuple(warnings), record.metadata, record.charset)


def stamp(path: Path, about: os.stat_result) -> tuple[int, int]:
    """A size (bytes) and a time (ns) of an article's file that differ where it, or a file beside it, does.

    `about` is what the system says of the file.
    """
    states = []
    for sidecar in (*_record_beside(path), *(sidecar for sidecar, _ in sidecars_of(path))):
        try:
            state = sidecar.stat()
        except OSError:
            continue  # it was there a moment ago: now the article has none
        states.append((sidecar.name, state.st_size, state.st_mtime_ns))
    # The time alone must tell of them: it is what is left of 64 bits.
    told = zlib.crc32(repr(states).encode("utf-8", "surrogateescape")) if states else 0
    return about.st_size, about.st_mtime_ns + told


def sidecars_of(path: Path) -> Iterator[tuple[Path, str]]:
    """The files beside an article that are there, the first of each kind, with what they are called."""
    for ending, source in _ENDINGS:
        for name in dict.fromkeys((path.name, path.stem)):
            sidecar = path.with_name(name + ending)
            if sidecar != path and os.path.isfile(sidecar):
                yield sidecar, source
                break


def served_charset(path: Path) -> str:
    """The encoding that the server of a page said it is in; "" for any other file."""
    record = _record_of(path)
    return record.charset if record else ""


def fetched_from(path: Path) -> str:
    """The address that a page of the web was fetched from; "" for any other file."""
    record = _record_of(path)
    return record.address if record else ""


def _is_page(path: Path) -> bool:
    return path.parent.parent.name == Home.WEB_PAGES


def _record_beside(path: Path) -> Iterator[Path]:
    """The file that tells how a page was fetched."""
    if _is_page(path):
        from corpus.web_pages.record import RECORD  # few articles were fetched

        yield path.with_name(RECORD)


def _record_of(path: Path) -> Record | None:
    if not _is_page(path):
        return None
    from corpus.web_pages.record import record_of  # few articles were fetched

    return record_of(path)


def _site(address: str) -> str:
    """The host of an address, without the "www." that may stand before it."""
    return address.partition("://")[2].partition("/")[0].lower().removeprefix("www.")


def _read(sidecar: Path, source: str, stem: str) -> Beside:
    from corpus.exchange.bibliography import read_bibliography  # few articles have a file beside them

    shown = clean_name(sidecar.name)
    try:
        works, faults = read_bibliography(sidecar, source, _MOST)
    except CannotOpen as fault:
        return Beside(warnings=(str(fault),))
    work = _meant(works, stem)
    if work is None:
        # Beside a text in Markdown its own references often lie in a .bib of its name.
        several = f"{shown} holds {len(works)} works: leave the one that is this article."
        return Beside(warnings=() if source == BIB_SIDECAR else (several,))
    return Beside(work.metadata, tuple(f"{shown}: {fault}" for fault in (*faults, *work.faults)))


def _meant(works: tuple[Work, ...], stem: str) -> Work | None:
    """The work that is the article: the only one, or the only one whose key is the file's name."""
    meant = works if len(works) == 1 else [work for work in works if work.key == stem]
    return meant[0] if len(meant) == 1 else None


def _ordered(names: tuple[Name, ...], known: dict[tuple[str, str], Name]) -> tuple[Name, ...]:
    return tuple(
        name._replace(order=printed.order) if (printed := known.get((name.family, name.given))) else name
        for name in names
    )
