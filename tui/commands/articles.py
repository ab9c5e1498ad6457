"""The article that a word on the command line means: a file, standard input, or one in the library."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

from corpus.document import Document
from corpus.errors import NoSuchPlace, PinciteError
from corpus.home import Home
from corpus.opening import open_input, open_path
from corpus.outline import outline_of
from corpus.outline.section import Outline
from corpus.sanitiser import clean_name
from corpus.sidecars import beside
from tui.article import looks_like_path
from tui.saying import say


class Article(NamedTuple):
    """A document that was asked for, its outline, and the name by which it was asked for.

    `id` is its number in the library, None where it is not kept there.
    """

    name: str
    document: Document
    outline: Outline
    id: int | None = None


def article_named(reference: str) -> Article:
    """The article at a path, on standard input for "-", or of that number or title in the library.

    A file comes before an article of the same name. Raises CannotOpen, NoSuchPlace or
    LibraryUnavailable.
    """
    name = clean_name(reference)
    if reference == "-":
        return _made(name, _piped())
    if os.path.lexists(reference) or not Home.here().library.exists():
        return _from_file(name, Path(reference))
    return _from_library(name, reference)


def _made(name: str, document: Document) -> Article:
    return Article(name, document, outline_of(document))


def _from_file(name: str, path: Path) -> Article:
    """What is in a file, as its reader has corrected it where the library has it.

    What is wrong with the files beside it is said.
    """
    article = _made(name, open_path(path))
    for warning in beside(path).warnings:
        say(warning)
    if not Home.here().library.exists():
        return article
    from corpus.library import Library

    with Library(Home.here().library) as library:
        known = library.by_source(os.path.abspath(path))
        if known is None:
            return article
        return article._replace(document=article.document.corrected(library.edits(known.id)), id=known.id)


def _from_library(name: str, reference: str) -> Article:
    from corpus.library import Library

    with Library(Home.here().library) as library:
        try:
            id = library.find(reference).id
            return Article(name, *library.outlines.outlined(id), id)
        except NoSuchPlace:
            if looks_like_path(reference):
                # Who wrote a file's name is told what is wrong with the file.
                return _made(name, open_path(Path(reference)))
            raise


def _piped() -> Document:
    if sys.stdin.isatty():
        raise PinciteError("Nothing is piped in: write “some-program | pincite … -”, or give a file’s name.")
    return open_input(sys.stdin.buffer.read())
