"""Taking a page of the web: fetched and kept, or as it was kept, where it cannot be fetched now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from corpus.errors import CannotOpen
from corpus.fetching.web_page import fetch
from corpus.web_pages.kept import WebPages, cannot_keep
from corpus.web_pages.record import record_of


class TakenWebPage(NamedTuple):
    """The file of a page, and a sentence where it could not be fetched and is the one that was kept."""

    path: Path
    note: str = ""


def take_web_page(
    pages: WebPages,
    words: str,
    *,
    local: bool = False,
    cited: Callable[[str], bool] = lambda _: False,
    progress: Callable[[int, int], None] = lambda _came, _total: None,
) -> TakenWebPage:
    """Fetch the page at an address, and keep it. Raises CannotOpen where it is not to be had at all.

    `local` and `progress` are those of `fetch`, `cited` is that of `WebPages.keep`.
    """
    try:
        fetched = fetch(words, local=local, known=pages.known(words), progress=progress)
    except CannotOpen as fault:
        kept = pages.path(words)
        if kept is None:
            raise
        return TakenWebPage(kept, f"As it was fetched{_day(kept)}: {fault}")
    try:
        return TakenWebPage(pages.keep(words, fetched, cited))
    except OSError as fault:
        raise cannot_keep(fault) from fault


def _day(path: Path) -> str:
    record = record_of(path)
    return f" on {record.accessed[:10]}" if record and record.accessed else ""
