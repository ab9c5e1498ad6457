"""What readers have made of the outlines of articles: each change, with the words that it stands on.

As with marks, what is kept is the passage and the text that it was taken from; where it stands now is found
anew each time. A change whose passage is gone is kept, and not made.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from corpus.document import FILLER, Document, Readable
from corpus.edited_outline import CHANGES, OutlineEdit, anchored
from corpus.errors import BadValue, NoSuchPlace
from corpus.library.database import Database
from corpus.library.earlier_texts import digest_of, forget_earlier, keep_text
from corpus.passages.selectors import Part, part_from
from corpus.sanitiser import clean_line

LONGEST_TITLE: Final = 300
"""Characters that a title which a reader gives may have."""


class KeptEdit(NamedTuple):
    """A change to an outline, the passage that its entry begins with, and the digest of the text of that."""

    edit: OutlineEdit
    part: Part
    digest: str = ""


class FoundEdits(NamedTuple):
    """The changes that can be made to the outline of a text, in the order in which they were made first.

    `lost` is how many cannot, because nothing certain is left of the passages that they stand on.
    """

    edits: tuple[OutlineEdit, ...] = ()
    lost: int = 0

    @property
    def said_of_lost(self) -> str:
        """What to tell the reader of those, in a sentence."""
        if self.lost == 1:
            return "One change to this outline is kept but not made: its words were not found again."
        return (
            f"{self.lost:,} changes to this outline are kept but not made: their words were not found again."
        )


class OutlineEdits:
    """The changes in a library's file. Every method raises LibraryUnavailable where that fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, article: int) -> tuple[KeptEdit, ...]:
        """The changes to the outline of an article as they were made, without those that are damaged."""
        rows = self._database.fetch(
            "SELECT change, title, level, was, part, digest FROM outline_edits"
            " WHERE article = ? AND undone = 0 ORDER BY id",
            article,
        )
        return tuple(kept for row in rows if (kept := _kept(row)) is not None)

    def standing(self, article: int, document: Readable) -> FoundEdits:
        """The changes whose words stand in this text where they stood; the others count as lost.

        It takes no looking for them: for whoever cannot wait.
        """
        return found_at_once(self.of(article), document)

    def found(self, article: int, document: Readable) -> FoundEdits:
        """The changes to the outline of an article, at the places where they belong in this text of it."""
        return made_of(kept.edit if kept else None for kept in self.placed(article, document))

    def placed(self, article: int, document: Readable) -> list[KeptEdit | None]:
        """The same with what each stands on; None for one that is lost."""
        known = self.of(article)
        if not found_at_once(known, document).lost:
            return list(known)
        from corpus.library.article_finder import ArticleFinder  # not above: the page waits for what stands

        finder = ArticleFinder(self._database, document, article)
        placed: list[KeptEdit | None] = []
        for kept in known:
            edit = anchored(document, kept.edit, finder.find(kept.part, kept.digest).span)
            placed.append(kept._replace(edit=edit) if edit else None)
        return placed

    # Changing ------------------------------------------------------------------------------------

    def add(self, article: int, kept: KeptEdit, document: Readable) -> None:
        """Keep a change to the outline of this text of an article; what was undone before is forgotten.

        Raises NoSuchPlace where there are no words to find it by, and where the article is gone.
        """
        if not kept.part.exact:
            raise NoSuchPlace("There are no words here to find this entry by.")
        edit = kept.edit
        with self._database.changing() as connection:
            digest = digest_of(connection, article, document)
            connection.execute("DELETE FROM outline_edits WHERE article = ? AND undone = 1", (article,))
            connection.execute(
                "INSERT INTO outline_edits (article, change, title, level, was, part, digest, added)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    article,
                    edit.change,
                    edit.title,
                    edit.level,
                    edit.was,
                    json.dumps(kept.part.plain(), ensure_ascii=True, separators=(",", ":")),
                    digest,
                    datetime.now(UTC).isoformat(timespec="seconds"),
                ),
            )
            if isinstance(document, Document):
                keep_text(connection, article, document)
            forget_earlier(connection)

    def undo(self, article: int) -> OutlineEdit | None:
        """Take the last change back, and tell which it was; None where there is none."""
        return self._turn(article, "undone = 0 ORDER BY id DESC", 1)

    def redo(self, article: int) -> OutlineEdit | None:
        """Make the change again that was undone last, and tell which it was; None where there is none."""
        return self._turn(article, "undone = 1 ORDER BY id", 0)

    def _turn(self, article: int, which: str, undone: int) -> OutlineEdit | None:
        with self._database.changing() as connection:
            rows = connection.execute(
                "SELECT change, title, level, was, part, digest, id FROM outline_edits"
                f" WHERE article = ? AND {which}",
                (article,),
            )
            turned = next(((row[-1], kept) for row in rows if (kept := _kept(row[:-1]))), None)
            if turned is None:
                return None
            connection.execute("UPDATE outline_edits SET undone = ? WHERE id = ?", (undone, turned[0]))
        return turned[1].edit


def found_at_once(known: Iterable[KeptEdit], document: Readable) -> FoundEdits:
    """The changes whose words stand in a text where they stood; the others count as lost."""
    digest = document.digest if isinstance(document, Document) else ""

    def edits() -> Iterator[OutlineEdit | None]:
        for kept in known:
            start, end = kept.part.start, kept.part.end
            same = not digest or kept.digest in ("", digest)
            stands = same and document.text[start:end].replace(FILLER, "") == kept.part.exact
            yield kept.edit if stands else None

    return made_of(edits())


def made_of(edits: Iterable[OutlineEdit | None]) -> FoundEdits:
    """The changes that there are, and how many were not found."""
    every = list(edits)
    return FoundEdits(tuple(edit for edit in every if edit), every.count(None))


def title_of(typed: str) -> str:
    """What a reader types as the title of an entry, as it is kept. Raises BadValue where it is too long."""
    title = " ".join(clean_line(typed).split())
    if len(title) > LONGEST_TITLE:
        raise BadValue(f"A title may have {LONGEST_TITLE} characters; this one has {len(title):,}.")
    return title


def _kept(row: tuple[Any, ...]) -> KeptEdit | None:
    """The change that a row holds; None where it is damaged."""
    change, title, level, was, part, digest = row
    try:
        known = part_from(json.loads(part))
        if change not in CHANGES:
            return None
        edit = OutlineEdit(change, known.start, clean_line(title), max(1, int(level)), clean_line(was))
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return None
    return KeptEdit(edit, known, str(digest))
