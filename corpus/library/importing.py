"""Which article of the library each work of a bibliography is, told by its file, its DOI or its address."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from corpus.editing import FIELDS, Edit
from corpus.exchange.bibliography import Work
from corpus.identifiers import doi_of
from corpus.library import Library
from corpus.metadata import Metadata
from corpus.sidecars import Beside
from corpus.sources import IMPORTED

# What newsletters and networks append to an address, so that they learn who follows it.
_TRACKING: Final = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid", re.IGNORECASE)


class Match(NamedTuple):
    """A work, the numbers of the articles that it may be, and by what they were found.

    `by` is "path", "DOI" or "address"; "" where there is none. `rivals` says that another work of the
    same bibliography means the same article.
    """

    work: Work
    articles: tuple[int, ...] = ()
    by: str = ""
    rivals: bool = False

    @property
    def state(self) -> str:
        """One of "matched", "ambiguous" and "not found"."""
        if not self.articles:
            return "not found"
        return "ambiguous" if self.rivals or len(self.articles) > 1 else "matched"


class Known(NamedTuple):
    """An article of the library, as it can be told: its number, its path, and what is known of it."""

    id: int
    path: Path
    metadata: Metadata


def known_articles(library: Library, progress: Callable[[int, int], None] | None = None) -> list[Known]:
    """All articles of a library; `progress` is told how many are read, of how many."""
    articles = {article.id: article for article in library.articles()}
    known = []
    for kept in library.kept(articles):
        known.append(Known(kept.id, articles[kept.id].path, kept.document.metadata))
        if progress:
            progress(len(known), len(articles))
    return known


def matches(works: Sequence[Work], articles: Iterable[Known], folder: Path) -> list[Match]:
    """For each work the articles that it may be; relative paths of its files begin at `folder`.

    A path tells surest, then the DOI, then the address; the next is asked only where one finds nothing.
    """
    tables: dict[str, dict[str, list[int]]] = {"path": {}, "DOI": {}, "address": {}}
    for article in articles:
        signs = _signs((str(article.path),), article.metadata, folder)
        for by, sign in signs:
            tables[by].setdefault(sign, []).append(article.id)
    found = [_match(work, tables, folder) for work in works]
    claims: dict[int, int] = {}
    for match in found:
        for id in match.articles:
            claims[id] = claims.get(id, 0) + 1
    return [match._replace(rivals=any(claims[id] > 1 for id in match.articles)) for match in found]


def _match(work: Work, tables: dict[str, dict[str, list[int]]], folder: Path) -> Match:
    signs = _signs(work.files, work.metadata, folder)
    for by, table in tables.items():
        ids = dict.fromkeys(id for kind, sign in signs if kind == by for id in table.get(sign, ()))
        if ids:
            return Match(work, tuple(ids), by)
    return Match(work)


def imported(work: Work, metadata: Metadata, name: str) -> dict[str, Edit]:
    """What a work says, by field, for `Library.take_over`; `name` is that of the bibliography's file.

    People keep the order in which the article, whose metadata these are, prints their names.
    """
    ours = Beside(work.metadata).above(metadata._replace(sources={}))
    stated = [field for field in FIELDS if getattr(work.metadata, field)]
    return {field: Edit(getattr(ours, field), f"{IMPORTED}{name}") for field in stated}


def _signs(files: Sequence[str], metadata: Metadata, folder: Path) -> list[tuple[str, str]]:
    """What an article or a work is told by, each with what kind of sign it is."""
    signs = [("path", path) for file in files for path in _paths(file, folder)]
    if doi := metadata.doi or doi_of(metadata.url):
        signs.append(("DOI", doi.casefold()))
    if metadata.url:
        signs.append(("address", plain_address(metadata.url)))
    return signs


def _paths(file: str, folder: Path) -> list[str]:
    """A file's absolute path, as it is written and with its links followed."""
    if file.lower().startswith("file:"):
        file = unquote(urlsplit(file).path)
    whole = os.path.join(folder, os.path.expanduser(file))
    if "\0" in whole:
        return []
    return list(dict.fromkeys((os.path.abspath(whole), os.path.realpath(whole))))


def plain_address(url: str) -> str:
    """An address without what does not tell one page from another.

    Those are the scheme, "www.", the port that it has anyway, a stroke at the end, the fragment, and what
    was appended to learn who follows it.
    """
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return url  # brackets that hold no IPv6 address, or a port that is none
    asked = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name)
    ]
    where = host if port in (None, 80, 443) else f"{host}:{port}"
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{where}{unquote(parts.path).rstrip('/')}{query}"
