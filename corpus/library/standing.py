"""Where passages stand now that were taken from a text of an article: compared with that very text."""

from __future__ import annotations

from collections.abc import Callable

from corpus.document import Document, Readable
from corpus.finding_again.found import Found, State
from corpus.library.database import Database
from corpus.library.earlier_texts import EarlierTexts
from corpus.library.present_text import whole
from corpus.selectors import Part


class Standing:
    """Finds passages in a text of an article, whichever texts of it they were taken from."""

    def __init__(self, database: Database, document: Readable, article: int | None = None) -> None:
        """Take the text to look in; `article` is its number in the library, if it has one."""
        self._document = whole(database, document, article)
        self._texts = EarlierTexts(database)
        self._finders: dict[int, Callable[[Part], Found]] = {}

    def find(self, part: Part, digest: str) -> Found:
        """Where a part stands that was taken from the text with this digest ("" unknown)."""
        before = self._texts.of(part, digest)
        if id(before) not in self._finders:
            self._finders[id(before)] = finder(self._document, before)
        return self._finders[id(before)](part)


def finder(document: Readable, before: Document | None) -> Callable[[Part], Found]:
    """What finds the parts of one text in another."""
    from corpus.selectors import find_again

    unchanged = before is None or before.text == document.text

    def find(part: Part) -> Found:
        span = find_again(document.text, part, unchanged=unchanged)
        if span is None:
            return Found(State.LOST)
        return Found(State.SAME if span[0] == part.start else State.MOVED, span)

    return find
