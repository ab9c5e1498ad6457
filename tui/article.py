"""The article that is being read: its document, its outline, and its place in the library."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpus.document import Document
from corpus.errors import CannotOpen, NoSuchPlace
from corpus.opening import open_beginning, open_bytes, open_path, shipped, shipped_path
from corpus.outline import Outline, outline_of

if TYPE_CHECKING:
    from corpus.library import Library

FIRST = "six-part-roadmap.txt"
"""The article that the first run opens."""
KEPT_MOST = 32 * 1024 * 1024
"""Articles with more bytes than this are read, but not kept in the library."""


class OpenArticle(NamedTuple):
    """An article that was opened; `id` is its number in the library, None where it is not kept there.

    `path` is the file it came from, None for standard input; `offset` where reading begins. Of a large
    file `document` may be the beginning alone: then `partial` is true.
    """

    document: Document
    outline: Outline
    id: int | None = None
    path: Path | None = None
    offset: int = 0
    partial: bool = False

    def completed(self, document: Document) -> OpenArticle:
        """The article with all of its text."""
        return self._replace(document=document, outline=outline_of(document), partial=False)


def open_target(target: str | None, library: Library | None) -> OpenArticle:
    """Open what the command line names: a path, "-", an article of the library, or where one left off.

    Raises CannotOpen or NoSuchPlace with a sentence.
    """
    if target == "-":
        return _made(open_bytes(_standard_input(), "standard input"))
    if target is None:
        last = library.last_opened() if library else None
        return from_library(library, last.id) if library and last else _first()
    path = Path(target)
    if os.path.lexists(path) or library is None:
        return _from_path(path, library)
    try:
        article = library.find(target)
    except NoSuchPlace:
        if looks_like_path(target):
            # Who wrote a file's name is told what is wrong with the file.
            return _from_path(path, library)
        raise
    return from_library(library, article.id)


def from_library(library: Library, id: int) -> OpenArticle:
    """An article of the library; read anew where its file has changed, as it was kept where it is gone."""
    article = library.article(id)
    try:
        about = article.path.stat()
        if not library.unchanged(str(article.path), size=about.st_size, mtime_ns=about.st_mtime_ns):
            return _made(open_path(article.path))._replace(id=id, path=article.path, offset=article.place)
    except (OSError, CannotOpen):
        pass  # the library's copy is what is left of it
    return _made(library.document(id))._replace(id=id, path=article.path, offset=article.place)


def remember(library: Library, article: OpenArticle) -> OpenArticle:
    """Keep an article in the library; standard input and very large files are not kept."""
    if article.path is None:
        return article
    about = article.path.stat()
    if about.st_size > KEPT_MOST:
        return article
    kept = library.remember(
        article.document, str(article.path.absolute()), size=about.st_size, mtime_ns=about.st_mtime_ns
    )
    return article._replace(id=kept.id)


def _from_path(path: Path, library: Library | None) -> OpenArticle:
    beginning = open_beginning(path)
    document = beginning or open_path(path)
    path = path.absolute()
    known = library.by_source(str(path)) if library else None
    article = _made(document, path=path)._replace(partial=beginning is not None)
    return article._replace(id=known.id, offset=known.place) if known else article


def _first() -> OpenArticle:
    return _made(shipped(FIRST), path=shipped_path(FIRST))


def _made(document: Document, path: Path | None = None) -> OpenArticle:
    return OpenArticle(document, outline_of(document), path=path)


def looks_like_path(target: str) -> bool:
    """Whether a word that is no file's name was meant for one: with a folder or an ending."""
    return os.sep in target or bool(Path(target).suffix)


def _standard_input() -> bytes:
    """All of standard input; the keyboard is then read from the terminal."""
    data = sys.stdin.buffer.read()
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as fault:
        raise CannotOpen("There is no terminal to read keys from: run pincite in one.") from fault
    os.dup2(terminal, 0)
    os.close(terminal)
    return data
