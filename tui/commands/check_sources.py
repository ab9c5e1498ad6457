"""The articles that quotations are checked against: those of the library, or files that are named."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from corpus.document import Document
from corpus.errors import CannotOpen, NoSuchPlace, PinciteError
from corpus.home import Home
from corpus.index import Index
from corpus.library import ArticleDamaged, Library
from corpus.manuscript.checking import ManuscriptChecker
from corpus.manuscript.without import Without
from corpus.quotation.checking import Checker
from corpus.sanitiser import clean_line
from corpus.title import shown_title
from corpus.tracing import trace
from corpus.tracing.facts import facts_of
from corpus.tracing.naming import named
from tui.commands.articles import article_named
from tui.commands.catching_up import catch_up
from tui.commands.folders import files_meant
from tui.saying import say

_NAMED: Final = 3
"""Articles that a citation is taken to name, at most."""
_ENOUGH: Final = 0.4
"""How surely it has to name one of the files."""

Named = Sequence[tuple[int | str, str]]
"""The numbers or names of articles, and their titles."""


@contextmanager
def checker_of(within: Sequence[str], manuscript: Path | None) -> Iterator[ManuscriptChecker]:
    """What proves quotations by the library, or by the files and folders that are named.

    The manuscript itself is left out of them. Raises PinciteError where nothing is there to look in.
    """
    if within:
        yield _of_files(within, manuscript)
        return
    home = Home.here()
    if not home.library.exists():
        raise PinciteError(
            "The library is empty: add articles to it with “pincite add”, or name files with --in."
        )
    with Library(home.library) as library:
        index = Index(home.index)
        yield _of_library(library, index, manuscript)
        catch_up(index, library)


def _of_library(library: Library, index: Index, manuscript: Path | None) -> ManuscriptChecker:
    from corpus.quotation.library_shelves import LibraryShelves

    catalogue = library.catalogue()
    own = library.by_source(os.path.abspath(manuscript)) if manuscript else None
    shelves = LibraryShelves(library, index)
    if len(catalogue) == (1 if own else 0):
        raise PinciteError(
            "The library is empty: add articles to it with “pincite add”, or name files with --in."
        )

    def document(article: int | str) -> Document | None:
        try:
            return library.document(int(article))
        except (ArticleDamaged, NoSuchPlace):
            return None

    def proposed(citation: str) -> Named:
        found: dict[int | str, str] = {}
        for one in trace(citation, library=library):
            if one.article is not None and one.certainty != "possible":
                found.setdefault(one.article, one.title)
        return list(found.items())[:_NAMED]

    checker = Checker(Without(shelves, own.id) if own else shelves)
    titles = [title for id, _, title, _ in catalogue if not own or id != own.id]
    return ManuscriptChecker(checker, document, proposed, titles)


def _of_files(within: Sequence[str], manuscript: Path | None) -> ManuscriptChecker:
    documents = dict(_files(within, manuscript))
    if not documents:
        raise PinciteError(
            "There are no articles in what --in names: give files or folders with texts to look in."
        )
    titles = {name: clean_line(shown_title(document)) for name, document in documents.items()}

    def proposed(citation: str) -> Named:
        facts = facts_of(citation)
        namings = [(named(facts, document.metadata), name) for name, document in documents.items()]
        likely = [
            (one.weight, name) for one, name in namings if one.agreement != "wrong" and one.weight >= _ENOUGH
        ]
        return [(name, titles[name]) for _, name in sorted(likely, key=lambda pair: -pair[0])[:_NAMED]]

    def document(article: int | str) -> Document | None:
        return documents.get(str(article))

    return ManuscriptChecker(Checker.of_documents(documents.items()), document, proposed, titles.values())


def _files(within: Sequence[str], manuscript: Path | None) -> Iterator[tuple[str, Document]]:
    """The articles that are named, or that lie in folders that are."""
    for path in within:
        if not Path(path).is_dir():
            yield article_named(path)[:2]
            continue
        for file in files_meant([Path(path)]):
            if manuscript is not None and manuscript.exists() and file.exists() and file.samefile(manuscript):
                continue
            try:
                yield article_named(str(file))[:2]
            except CannotOpen as fault:
                # Nobody named this file: it does not keep the others from being looked through.
                say(str(fault))
