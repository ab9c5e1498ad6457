"""Opening what the command line or the library names, with what the library knows of it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus.document import Document
from corpus.encodings.said import settled
from corpus.errors import CannotOpen, NoSuchPlace
from corpus.file_bytes import read_piped
from corpus.opening import (
    KEPT_MOST,
    LARGE,
    Begun,
    begin_bytes,
    begin_path,
    large_of,
    open_large,
    shipped,
    shipped_path,
    spooled,
)
from corpus.outline import authored_outline_of, outline_of
from corpus.sidecars import beside, stamp
from tui.article import OpenArticle, beginning_of

if TYPE_CHECKING:
    from corpus.apart import Apart
    from corpus.large.document import LargeDocument
    from corpus.library import Article, Library

FIRST: Final = "six-part-roadmap.txt"
"""The article that the first run opens."""


def open_target(
    target: str | None, library: Library | None, *, infer: bool = True, encoding: str = ""
) -> OpenArticle:
    """Open what the command line names: a path, "-", an article of the library, or where one left off.

    Without `infer`, what is read for the first time has the outline that its author wrote. `encoding` is the
    one that the reader says it is in. Raises CannotOpen or NoSuchPlace with a sentence.
    """
    if target == "-":
        return _from_standard_input(encoding)
    if target is None:
        last = library.last_opened() if library else None
        return from_library(library, last.id, encoding) if library and last else _first(infer=infer)
    path = Path(target)
    if os.path.lexists(path) or library is None:
        return _from_path(path, library, infer=infer, encoding=encoding)
    try:
        article = library.find(target)
    except NoSuchPlace:
        if looks_like_path(target):
            # Who wrote a file's name is told what is wrong with the file.
            return _from_path(path, library, encoding=encoding)
        raise
    return from_library(library, article.id, encoding)


def from_library(library: Library, id: int, encoding: str = "") -> OpenArticle:
    """An article of the library; read anew where its file has changed, as it was kept where it is gone.

    `encoding` is the one that its reader says it is in, from now on.
    """
    article = library.article(id)
    said = settled(encoding, article.encoding)
    try:
        if large := open_large(article.path, encoding=said):
            same = article if said == article.encoding else None
            opened = _of_large(large, library, same)._replace(path=article.path)
            return _known(opened, library, article)._replace(encoding=said)
        if said != article.encoding or not _is_kept(article.path, library):
            begun = begin_path(article.path, encoding=said)
            return _known(_of_begun(begun, article.path), library, article)._replace(encoding=said)
    except (OSError, CannotOpen):
        if said != article.encoding:
            raise
        # The library's copy is what is left of it.
    return _as_kept(library, article)


def with_more(
    article: OpenArticle, document: Document, library: Library | None, rest: Apart | None = None
) -> OpenArticle:
    """An article with more of its text than there was, and what is said of it beside it and in the library.

    `rest` reads what is still missing; without it this is all of the text, or all that could be read.
    """
    if article.path is not None:
        document = document._replace(metadata=beside(article.path).above(document.metadata))
    more = article.grown(document, rest) if rest else article.completed(document)
    if library is not None and article.id is not None:
        more = more.corrected(library.edits(article.id))
        if document.digest:
            more = more._replace(offset=library.place_in(article.id, more.document))
    return more.led_to(article.fragment) if document.digest else more


def read_to_the_end(article: OpenArticle, library: Library | None) -> OpenArticle:
    """All of an article of which the beginning was opened. May take long: for a thread. Raises CannotOpen."""
    if article.rest is None:
        return article
    with article.rest.again() as rest:
        *_, document = rest.documents()
    return with_more(article, document, library)


def _as_kept(library: Library, article: Article) -> OpenArticle:
    """The library's copy of an article. Raises ArticleDamaged."""
    changed = article.digest != article.seen
    document, outline = library.outlines.outlined(article.id)
    kept = OpenArticle(document, outline, article.id, article.path, article.place, changed=changed)
    kept = kept._replace(encoding=article.encoding, kept=True)
    return _edited(kept, library, article)


def _known(opened: OpenArticle, library: Library, article: Article) -> OpenArticle:
    """What was opened from the file of an article of the library, with what is known of it there."""
    if opened.begun or opened.large:
        # All of it is not here yet: the file tells whether it is another text.
        offset = article.place
        changed = article.digest != article.seen or not _is_kept(article.path, library)
    else:
        changed = opened.digest != article.seen
        offset = library.place_in(article.id, opened.document)
    known = opened._replace(id=article.id, offset=offset, changed=changed)
    return _edited(known.corrected(library.edits(article.id)), library, article)


def _edited(opened: OpenArticle, library: Library, article: Article) -> OpenArticle:
    """What was opened with what its reader has made of its outline, as far as that stands where it stood."""
    if not article.has_outline_edits:
        return opened
    return opened._replace(edits=library.outline_edits.standing(article.id, opened.document))


def _is_kept(path: Path, library: Library) -> bool:
    """Whether the library has a file as it is now, or all that is left of it."""
    try:
        size, mtime_ns = stamp(path, path.stat())
    except OSError:
        return True
    return library.unchanged(str(path), size=size, mtime_ns=mtime_ns)


def remember(library: Library, article: OpenArticle) -> OpenArticle:
    """Keep an article in the library; not standard input, nor what is large: that keeps itself.

    Nor what could be read of its beginning alone, and what it has already, outline and all.
    """
    if article.path is None or not article.digest:
        return article
    if article.kept and article.id is not None and library.outlines.kept(article.id) is not None:
        return article
    about = article.path.stat()
    if about.st_size > KEPT_MOST or not isinstance(article.document, Document):
        return article
    size, mtime_ns = stamp(article.path, about)
    source, outline = str(article.path.absolute()), article.outline if article.outlined else None
    kept = library.remember(article.document, source, size=size, mtime_ns=mtime_ns, outline=outline)
    if article.encoding != kept.encoding:
        library.origins.say_encoding(kept.id, article.encoding)
    return article._replace(id=kept.id)


def _from_path(path: Path, library: Library | None, *, infer: bool = True, encoding: str = "") -> OpenArticle:
    whole = Path(os.path.abspath(path))  # as “pincite add” writes it, so that it is one article
    known = library.by_source(str(whole)) if library else None
    said = settled(encoding, known.encoding if known else "")
    if large := open_large(path, encoding=said):
        same = known if known and said == known.encoding else None
        article = _of_large(large, library, same, infer=infer)._replace(path=whole)
    elif library and known and said == known.encoding and (kept := _same(library, known)):
        return kept
    else:
        begun = begin_path(path, encoding=said)
        article = _of_begun(begun, whole, infer=infer or known is not None)
    article = article._replace(encoding=said)
    return article if library is None or known is None else _known(article, library, known)


def _same(library: Library, article: Article) -> OpenArticle | None:
    """The library's copy of an article whose file is as it was; None where either is not."""
    from corpus.library import ArticleDamaged  # it is loaded where there is a library

    if not os.access(article.path, os.R_OK) or not _is_kept(article.path, library):
        return None
    with suppress(ArticleDamaged):
        return _as_kept(library, article)
    return None


def _of_large(
    document: LargeDocument,
    library: Library | None = None,
    article: Article | None = None,
    *,
    infer: bool = True,
) -> OpenArticle:
    """A large text, with the outline that its beginning has; its own, where the library has kept that."""
    if library and article and _is_kept(article.path, library):
        outline = library.outlines.kept(article.id)
        if outline is not None:
            return OpenArticle(document, outline)
    opened = (_made if infer else _authored)(beginning_of(document))
    return opened._replace(document=document)


def _first(*, infer: bool) -> OpenArticle:
    return _of_begun(Begun(shipped(FIRST)), shipped_path(FIRST), infer=infer)


def _of_begun(begun: Begun, path: Path | None, *, infer: bool = True) -> OpenArticle:
    return (_made if infer else _authored)(begun.document, path)._replace(rest=begun.rest)


def _made(document: Document, path: Path | None = None) -> OpenArticle:
    return OpenArticle(document, outline_of(document), path=path)


def _authored(document: Document, path: Path | None = None) -> OpenArticle:
    """What was read, with all of its outline where it has headings; what is inferred is left for later."""
    outline = authored_outline_of(document)
    if any(section.matter == "body" for section in outline.sections):
        return _made(document, path=path)
    return OpenArticle(document, outline, path=path, outlined=False)


def looks_like_path(target: str) -> bool:
    """Whether a word that is no file's name was meant for one: with a folder or an ending."""
    return os.sep in target or bool(Path(target).suffix)


def _from_standard_input(encoding: str) -> OpenArticle:
    """All that comes on standard input; the keyboard is then read from the terminal."""
    from tui.terminal import read_keys_from_terminal  # not above: most articles are files

    encoding = settled(encoding, "")
    data = read_piped(sys.stdin.buffer)
    read_keys_from_terminal()
    if len(data) >= LARGE and (large := large_of(spooled(data), encoding=encoding)):
        return _of_large(large)._replace(encoding=encoding)
    begun = begin_bytes(data, "standard input", encoding=encoding)
    return _of_begun(begun, None)._replace(encoding=encoding)
