"""The places that a reader marked in articles: by a letter, or by highlighting them.

What is kept is what was marked, and the text that it was taken from; where it stands now is found anew
each time, and never kept as if it were known. A place that is removed can be brought back for a while.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from corpus.document import Document, Readable
from corpus.errors import BadValue, NoSuchPlace
from corpus.finding_again.found import Found, State
from corpus.library.article_finder import ArticleFinder
from corpus.library.database import Database
from corpus.library.earlier_texts import digest_of, forget_earlier, keep_text
from corpus.outline import Outline
from corpus.passages.passage import Passage
from corpus.passages.selectors import Part, part_from, part_of
from corpus.sanitiser import clean_line

_REMEMBERED: Final = 100
"""Removed places of an article that can be brought back; older ones are gone for good."""
_COLUMNS: Final = "id, article, letter, digest, part, added"


class Marked(NamedTuple):
    """A place that a reader marked: by `letter`, or, where that is "", by highlighting it.

    `part` are its words and what they are found by, in the text whose bytes had the SHA-256 `digest`
    ("" unknown); `article` is the article's number in the library, `added` an ISO 8601 time, `id` its own
    number.
    """

    id: int
    article: int
    letter: str
    part: Part
    digest: str
    added: str


class FoundPlace(NamedTuple):
    """A marked place, and where it stands now."""

    marked: Marked
    found: Found


class Changes(NamedTuple):
    """How many places of an article are in each state, other than the same."""

    moved: int = 0
    edited: int = 0
    ambiguous: int = 0
    lost: int = 0

    def __bool__(self) -> bool:
        return any(self)

    @property
    def counted(self) -> str:
        """The same in words: "3 places moved, 1 edited, 1 lost"; "" where there is nothing to say."""
        return self.counted_as("place")

    def counted_as(self, noun: str) -> str:
        """The same of other things than places: "3 clips moved"."""
        told = [
            (count, said)
            for count, said in zip(self, ("moved", "edited", "in doubt", "lost"), strict=True)
            if count
        ]
        if not told:
            return ""
        (count, said), *more = told
        first = f"{count:,} {noun}{'' if count == 1 else 's'} {said}"
        return ", ".join([first, *(f"{count:,} {said}" for count, said in more)])


class Places:
    """The marked places in a library's file. Every method raises LibraryUnavailable where that fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, article: int) -> tuple[Marked, ...]:
        """The places of an article as they were marked, in reading order, without those that are damaged."""
        rows = self._database.fetch(
            f"SELECT {_COLUMNS} FROM places WHERE article = ? AND removed = 0 ORDER BY id", article
        )
        known = [marked for row in rows if (marked := _marked(row)) is not None]
        return tuple(sorted(known, key=lambda one: (one.part.start, one.part.end)))

    def found(self, article: int, document: Readable) -> tuple[FoundPlace, ...]:
        """The places of an article, and where each stands in this text of it, in the order of `of`."""
        known = self.of(article)
        if not known:
            return ()
        finder = ArticleFinder(self._database, document, article)
        return tuple(FoundPlace(one, finder.find(one.part, one.digest)) for one in known)

    # Changing ------------------------------------------------------------------------------------

    def set_mark(self, article: int, letter: str, part: Part, document: Readable | None = None) -> int:
        """Mark a place by a letter, in place of the one that had it; its id. Raises BadValue, NoSuchPlace.

        Here and below, `document` is the text that the part was taken from, where it may be another one
        than the library has.
        """
        return self._add(article, _letter(letter), part, document)

    def highlight(self, article: int, part: Part, document: Readable | None = None) -> int:
        """Highlight a place; its id. Raises NoSuchPlace."""
        return self._add(article, "", part, document)

    def remove(self, id: int) -> None:
        """Take a place away; `restore` brings it back. Raises NoSuchPlace."""
        with self._database.changing() as connection:
            article = _article_of(connection, id)
            _remove(connection, "id = ?", id)
            connection.execute(
                "DELETE FROM places WHERE article = :article AND removed > 0 AND id NOT IN (SELECT id"
                " FROM places WHERE article = :article AND removed > 0 ORDER BY removed DESC LIMIT :most)",
                {"article": article, "most": _REMEMBERED},
            )
            forget_earlier(connection)

    def restore(self, article: int) -> int | None:
        """Bring back the place of an article that was taken away last; its id, None where there is none.

        A mark that has its letter meanwhile is taken away for it.
        """
        with self._database.changing() as connection:
            last = connection.execute(
                "SELECT id, letter FROM places WHERE article = ? AND removed > 0"
                " ORDER BY removed DESC LIMIT 1",
                (article,),
            ).fetchone()
            if last is None:
                return None
            id, letter = last
            if letter:
                _remove(connection, "article = ? AND letter = ?", article, letter)
            connection.execute("UPDATE places SET removed = 0 WHERE id = ?", (id,))
            return int(id)

    def accept(self, id: int, found: Found, document: Readable) -> Marked:
        """Let a place be from now on what was found of it in this text. What it was is kept beside it.

        Raises NoSuchPlace where nothing was found, or where the place is gone.
        """
        if found.span is None:
            raise NoSuchPlace("There is nothing to accept: this place was not found again.")
        part = part_of(Passage(document, Outline(()), *found.span))
        if not part.exact:
            raise NoSuchPlace("There are no words at this place to accept.")
        with self._database.changing() as connection:
            article = _article_of(connection, id)
            digest = digest_of(connection, article, document)
            connection.execute(
                "UPDATE places SET earlier = json_insert(iif(json_valid(earlier), earlier, '[]'), '$[#]',"
                " json_object('part', json(part), 'digest', digest, 'until', ?)), part = ?, digest = ?"
                " WHERE id = ?",
                (_now(), _packed(part), digest, id),
            )
            if isinstance(document, Document):
                keep_text(connection, article, document)
            forget_earlier(connection)
        return next(one for one in self.of(article) if one.id == id)

    def _add(self, article: int, letter: str, part: Part, document: Readable | None) -> int:
        if not part.exact:
            raise NoSuchPlace("There are no words here to mark: move to a paragraph.")
        with self._database.changing() as connection:
            digest = digest_of(connection, article, document)
            if letter:
                _remove(connection, "article = ? AND letter = ?", article, letter)
            added = connection.execute(
                "INSERT INTO places (article, letter, digest, part, added) VALUES (?, ?, ?, ?, ?)",
                (article, letter, digest, _packed(part), _now()),
            )
            if isinstance(document, Document):
                keep_text(connection, article, document)
            return int(added.lastrowid or 0)


def changes(stands: Iterable[FoundPlace]) -> Changes:
    """How many of these places are no longer the same, by what became of them."""
    return changes_of(one.found.state for one in stands)


def changes_of(states: Iterable[State]) -> Changes:
    """The same of anything, by its states."""
    states = list(states)
    return Changes(*map(states.count, (State.MOVED, State.EDITED, State.AMBIGUOUS, State.LOST)))


def _letter(letter: str) -> str:
    folded = letter.casefold()
    if len(folded) != 1 or not folded.isalpha():
        raise BadValue("A mark is called by one letter.")
    return folded


def _article_of(connection: sqlite3.Connection, id: int) -> int:
    row = connection.execute("SELECT article FROM places WHERE id = ? AND removed = 0", (id,)).fetchone()
    if row is None:
        raise NoSuchPlace("This place was taken away already.")
    return int(row[0])


def _remove(connection: sqlite3.Connection, clause: str, *values: object) -> None:
    connection.execute(
        f"UPDATE places SET removed = (SELECT max(removed) + 1 FROM places) WHERE {clause} AND removed = 0",
        values,
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _packed(part: Part) -> str:
    return json.dumps(part.plain(), ensure_ascii=True, separators=(",", ":"))


def _marked(row: tuple[Any, ...]) -> Marked | None:
    """The place that a row holds; None where it is damaged."""
    id, article, letter, digest, part, added = row
    try:
        known = part_from(json.loads(part))
        return Marked(id, article, _letter(letter) if letter else "", known, str(digest), clean_line(added))
    except (BadValue, ValueError, TypeError, AttributeError, RecursionError):
        return None
