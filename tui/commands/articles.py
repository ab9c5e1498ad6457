"""The article that a word on the command line means: a file, a page, standard input, one in the library."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

from corpus.document import Document
from corpus.encodings.said import settled
from corpus.errors import NoSuchPlace, PinciteError
from corpus.fetching.address import is_address
from corpus.file_bytes import read_piped
from corpus.home import Home
from corpus.opening import open_input, open_path
from corpus.outline import outline_of
from corpus.outline.section import Outline
from corpus.sanitiser import clean_name
from corpus.sidecars import beside
from tui.fetching import fetched, fetched_for_now, kept
from tui.opening import looks_like_path
from tui.saying import say
from tui.settings import load


class Article(NamedTuple):
    """A document that was asked for, its outline, and the name by which it was asked for.

    `id` is its number in the library, None where it is not kept there.
    """

    name: str
    document: Document
    outline: Outline
    id: int | None = None


def article_named(reference: str, *, local: bool = False, encoding: str = "") -> Article:
    """The article at a path or an address, on standard input for "-", or with that number or title.

    A file comes before an article of the same name. A page is fetched and kept, if it is not kept yet: what
    is cited must be there to be shown again. `local` and `encoding` are those of `tui.commands.asking_for`.
    Raises CannotOpen, NoSuchPlace or LibraryUnavailable.
    """
    name = clean_name(reference)
    if reference == "-":
        return _made(name, _piped(settled(encoding, "")))
    if is_address(reference):
        return _page(name, reference, local=local, encoding=encoding)
    if os.path.lexists(reference) or not Home.here().library.exists():
        return _from_file(name, Path(reference), encoding)
    return _from_library(name, reference, encoding)


def _made(name: str, document: Document) -> Article:
    return Article(name, document, outline_of(document))


def _page(name: str, reference: str, *, local: bool, encoding: str) -> Article:
    """A page of the web as it was kept, or fetched now."""
    home = Home.here()
    if not load(home)[0].remember:
        with fetched_for_now(reference, local=local) as passing:
            return _made(name, open_path(passing.path, encoding=settled(encoding, "")))
    from corpus.library import Library
    from corpus.library.taking_in import take_in

    path = kept(reference, home) or fetched(reference, home, local=local).path
    with Library(home.library) as library:
        taken = take_in(library, path, encoding=encoding)
        return Article(name, *library.outlines.outlined(taken.article.id), taken.article.id)


def _from_file(name: str, path: Path, encoding: str) -> Article:
    """What is in a file, as its reader has corrected it where the library has it.

    What is wrong with the files beside it is said.
    """
    if not Home.here().library.exists():
        return _said_of(path, _made(name, open_path(path, encoding=settled(encoding, ""))))
    from corpus.library import Library

    with Library(Home.here().library) as library:
        known = library.by_source(os.path.abspath(path))
        said = settled(encoding, known.encoding if known else "")
        article = _said_of(path, _made(name, open_path(path, encoding=said)))
        if known is None:
            return article
        return article._replace(document=article.document.corrected(library.edits(known.id)), id=known.id)


def _said_of(path: Path, article: Article) -> Article:
    """The article, once it is said what is wrong with the files beside it."""
    for warning in beside(path).warnings:
        say(warning)
    return article


def _from_library(name: str, reference: str, encoding: str) -> Article:
    from corpus.library import Library

    with Library(Home.here().library) as library:
        try:
            found = library.find(reference)
            if settled(encoding, found.encoding) != found.encoding:
                return _from_file(name, found.path, encoding)
            id = found.id
            return Article(name, *library.outlines.outlined(id), id)
        except NoSuchPlace:
            if looks_like_path(reference):
                # Who wrote a file's name is told what is wrong with the file.
                return _from_file(name, Path(reference), encoding)
            raise


def _piped(encoding: str) -> Document:
    if sys.stdin.isatty():
        raise PinciteError("Nothing is piped in: write “some-program | pincite … -”, or give a file’s name.")
    return open_input(read_piped(sys.stdin.buffer), encoding=encoding)
