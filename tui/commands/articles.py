"""The article that a word on the command line means: a file, standard input, or one in the library."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

from corpus.document import Document
from corpus.errors import NoSuchPlace, PinciteError
from corpus.home import Home
from corpus.opening import open_bytes, open_path
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
    id: int | None = None
    if reference == "-":
        document = _piped()
    elif os.path.lexists(reference) or not Home.here().library.exists():
        document, id = _from_file(Path(reference))
    else:
        document, id = _from_library(reference)
    return Article(clean_name(reference), document, outline_of(document), id)


def _from_file(path: Path) -> tuple[Document, int | None]:
    """What is in a file, as its reader has corrected it where the library has it.

    What is wrong with the files beside it is said.
    """
    document = open_path(path)
    for warning in beside(path).warnings:
        say(warning)
    if not Home.here().library.exists():
        return document, None
    from corpus.library import Library

    with Library(Home.here().library) as library:
        known = library.by_source(os.path.abspath(path))
        return (document.corrected(library.edits(known.id)), known.id) if known else (document, None)


def _from_library(reference: str) -> tuple[Document, int | None]:
    from corpus.library import Library

    with Library(Home.here().library) as library:
        try:
            id = library.find(reference).id
            return library.document(id), id
        except NoSuchPlace:
            if looks_like_path(reference):
                # Who wrote a file's name is told what is wrong with the file.
                return open_path(Path(reference)), None
            raise


def _piped() -> Document:
    if sys.stdin.isatty():
        raise PinciteError("Nothing is piped in: write “some-program | pincite … -”, or give a file’s name.")
    return open_bytes(sys.stdin.buffer.read())
