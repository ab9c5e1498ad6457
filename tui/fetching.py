"""Fetching what an address on the command line names, and saying so meanwhile. No Textual in it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus.fetching.address import address_of
from corpus.sanitiser import clean_line

if TYPE_CHECKING:
    from corpus.home import Home
    from corpus.web_pages.taking import TakenWebPage

_BETWEEN: Final = 0.1
"""Seconds between two words of how far it is."""


def fetched(words: str, home: Home, *, local: bool) -> TakenWebPage:
    """The page at an address, fetched and kept. Raises CannotOpen where it is not to be had.

    With `local` it may be on this machine or its network.
    """

    def cited(digest: str) -> bool:
        if not home.library.exists():
            return False
        from corpus.library import Library  # asked for where a page has changed alone

        with Library(home.library) as library:
            return library.origins.is_cited(digest)

    return _taken(home.web_pages, words, local=local, cited=cited)


@contextmanager
def fetched_for_now(words: str, *, local: bool) -> Iterator[TakenWebPage]:
    """The same, kept for as long as the context lasts."""
    from tempfile import TemporaryDirectory

    from corpus.home import Home

    with TemporaryDirectory(prefix="pincite-") as folder:
        yield _taken(Path(folder, Home.WEB_PAGES), words, local=local)


def kept(words: str, home: Home) -> Path | None:
    """The file of the page at an address, where it was fetched before. Raises CannotOpen for no address."""
    if not home.web_pages.exists():
        return None
    from corpus.web_pages.kept import WebPages

    return WebPages(home.web_pages).path(words)


def _taken(
    folder: Path, words: str, *, local: bool, cited: Callable[[str], bool] | None = None
) -> TakenWebPage:
    """The same, kept in a folder; one that passes has nothing cited in it."""
    address = address_of(words)
    # Not above: they are large, and few readings begin with a page of the web.
    from corpus.web_pages.kept import WebPages
    from corpus.web_pages.taking import take_web_page

    with _progress(address.host) as progress:
        pages = WebPages(folder, passing=cited is None)
        return take_web_page(pages, words, local=local, cited=cited or (lambda _: False), progress=progress)


@contextmanager
def _progress(host: str) -> Iterator[Callable[[int, int], None]]:
    """Say on standard error how far it is, where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _came, _total: None
        return
    said = 0.0

    def say(came: int, total: int) -> None:
        nonlocal said
        if came and time.monotonic() - said < _BETWEEN:
            return
        said = time.monotonic()
        much = f" {came // 1024:,} kB" + (f" of {total // 1024:,}" if total else "") if came else ""
        sys.stderr.write(f"\r\x1b[KFetching {clean_line(host)[:50]}…{much}  (Ctrl-C stops)")
        sys.stderr.flush()

    say(0, 0)
    try:
        yield say
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
