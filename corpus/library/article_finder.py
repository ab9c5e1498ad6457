"""Where passages stand now that were taken from a text of an article: compared with that very text."""

from __future__ import annotations

from collections.abc import Callable

from corpus.document import Document, Readable
from corpus.finding_again import Finder
from corpus.finding_again.found import Found
from corpus.library.database import Database
from corpus.library.earlier_texts import EarlierTexts
from corpus.library.present_text import whole
from corpus.passages.selectors import Part


class ArticleFinder:
    """Finds passages in a text of an article, whichever texts of it they were taken from."""

    def __init__(self, database: Database, document: Readable, article: int | None = None) -> None:
        """Take the text to look in; `article` is its number in the library, if it has one."""
        self._document = whole(database, document, article)
        self._texts = EarlierTexts(database)
        self._finders: dict[int, Callable[[Part], Found]] = {}

    def find(self, part: Part, digest: str) -> Found:
        """Where a part stands that was taken from the text with this digest ("" unknown)."""
        before = self._texts.of(part, digest)
        if before is None:
            known = self._document.digest if isinstance(self._document, Document) else ""
            # Where it is not known whether the text is the same, the words at the place tell.
            return Finder(self._document).find(part, unchanged=digest in ("", known))
        if id(before) not in self._finders:
            self._finders[id(before)] = finder(self._document, before)
        return self._finders[id(before)](part)


def finder(document: Readable, before: Document) -> Callable[[Part], Found]:
    """What finds the parts of one text in another."""
    same = isinstance(document, Document) and document.text == before.text
    found = Finder(document, None if same else before)
    return lambda part: found.find(part, unchanged=same)
