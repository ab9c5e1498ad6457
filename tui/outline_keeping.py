"""Where changes to outlines are kept: in the library, or for the sitting alone. No Textual in it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from corpus.document import Document, Readable
from corpus.edited_outline import OutlineEdit, part_at
from corpus.errors import NoSuchPlace
from tui.article import OpenArticle

if TYPE_CHECKING:
    from corpus.library import Library
    from corpus.library.outline_edits import FoundEdits
    from tui.services import Services
    from tui.sitting_outlines import SittingOutlines


class OutlineKeeper:
    """Keeps what is made of outlines, and finds it. Every method raises LibraryUnavailable."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._sitting: SittingOutlines | None = None
        self._changed: set[Hashable] = set()
        """The articles whose outlines were changed in this sitting."""
        self._unkept: dict[Hashable, Readable] = {}
        """The documents of those that the library had not yet."""

    def is_unkept(self, article: OpenArticle) -> bool:
        """Whether the outline was changed of an article that the library has not yet."""
        return self._key(article) in self._unkept

    def at_once(self, article: OpenArticle) -> OpenArticle:
        """The article with what was made of its outline in this sitting, where that stands in its text."""
        key = self._key(article)
        if key not in self._changed:
            return article
        if library := self._library(article):
            found = library.outline_edits.standing(article.id or 0, article.document)
        else:
            found = self._in_sitting(article).found(key, article.document)
        return article._replace(edits=found)

    def found(self, article: OpenArticle) -> FoundEdits:
        """What is to be made of the outline of an article, looked for in its text. May take long."""
        from corpus.library.outline_edits import FoundEdits  # not above: most outlines are left as they are

        key, library = self._key(article), self._services.library
        if self._sitting and key in self._sitting:
            return self._sitting.found(key, article.document)
        if library is None or article.id is None:
            return article.edits or FoundEdits()
        return library.outline_edits.found(article.id, article.document)

    def add(self, article: OpenArticle, edit: OutlineEdit) -> OpenArticle:
        """Make a change to the outline of an article; the article with it. Raises NoSuchPlace."""
        from corpus.library.outline_edits import FoundEdits, KeptEdit  # see `found`

        document, before = article.document, article.edits or FoundEdits()
        part = part_at(document, edit.start)
        if not part.exact:
            raise NoSuchPlace("There are no words here to find this entry by.")
        kept = KeptEdit(edit, part)
        if library := self._library(article):
            library.outline_edits.add(article.id or 0, kept, document)
        else:
            self._in_sitting(article).add(self._key(article), kept, document)
            if article.id is None:
                self._unkept[self._key(article)] = document
        self._changed.add(self._key(article))
        return article._replace(edits=before._replace(edits=(*before.edits, edit)))

    def undo(self, article: OpenArticle) -> OutlineEdit | None:
        """Take the last change to an outline back, and tell which it was; None where there is none."""
        return self._turn(article, back=True)

    def redo(self, article: OpenArticle) -> OutlineEdit | None:
        """Make the change again that was undone last, and tell which it was; None where there is none."""
        return self._turn(article, back=False)

    def _turn(self, article: OpenArticle, *, back: bool) -> OutlineEdit | None:
        self._changed.add(self._key(article))
        if library := self._library(article):
            edits = library.outline_edits
            return edits.undo(article.id or 0) if back else edits.redo(article.id or 0)
        sitting, key = self._in_sitting(article), self._key(article)
        return sitting.undo(key) if back else sitting.redo(key)

    def settle(self, document: object, id: int) -> None:
        """Keep with an article what was made of the outline of a document before the library had it."""
        library = self._services.library
        if library is None or self._sitting is None or self._services.private:
            return
        for key in [key for key, known in self._unkept.items() if _is_same(known, document)]:
            del self._unkept[key]
            for kept, text in self._sitting.take(key):
                library.outline_edits.add(id, kept, text)

    def _library(self, article: OpenArticle) -> Library | None:
        """The library, where it keeps what is made of the outline of this article."""
        return None if article.id is None or self._services.private else self._services.library

    def _in_sitting(self, article: OpenArticle) -> SittingOutlines:
        from tui.sitting_outlines import SittingOutlines  # see `found`

        if self._sitting is None:
            self._sitting = SittingOutlines()
        key, library = self._key(article), self._services.library
        if key not in self._sitting and library is not None and article.id is not None:
            # What private reading does to them is kept nowhere.
            placed = library.outline_edits.placed(article.id, article.document)
            self._sitting.seed(key, article.document, filter(None, placed))
        return self._sitting

    def _key(self, article: OpenArticle) -> Hashable:
        return article.path or article.digest or id(article.document)


def _is_same(known: Readable, document: object) -> bool:
    """Whether two documents are one, of which more is known meanwhile perhaps."""
    if known is document:
        return True
    if not isinstance(known, Document) or not isinstance(document, Document):
        return False
    return known.digest != "" and known.digest == document.digest
