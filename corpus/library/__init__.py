"""The library: every article that was added, and the place where its reader left off.

It is one SQLite file and the truth; whatever else is kept about it (the index) is derived from it.
A library is never deleted or replaced by this program, whatever state it is found in.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from corpus.document import Document, Readable
from corpus.errors import NoSuchPlace
from corpus.library.article import COLUMNS, Article, ArticleDamaged, Kept, article_of, corrected
from corpus.library.database import EDITS, NO_EDITS, Database
from corpus.packed.mark import MAGIC

__all__ = ["Article", "ArticleDamaged", "Kept", "Library"]

if TYPE_CHECKING:
    from corpus.editing import Edit
    from corpus.library.clips import Clips
    from corpus.library.edits import Change
    from corpus.library.origins import Origins
    from corpus.library.outline_edits import OutlineEdits
    from corpus.library.outlines import Outlines
    from corpus.library.places import Places
    from corpus.library.works import Works
    from corpus.outline.section import Outline

_AT_ONCE: Final = 64


class Library:
    """The articles of a reader, in one file, to be used from any thread.

    Every method raises LibraryUnavailable where the file cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        """Open the library, or make it, readable by its owner alone. Raises LibraryUnavailable."""
        self._database = Database(path)

    def close(self) -> None:
        """Close the file; the library is of no use afterwards."""
        self._database.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def clips(self) -> Clips:
        """The clips that were taken from articles; they outlive them."""
        from corpus.library.clips import Clips  # not above: a reader who comes back waits for his place alone

        return Clips(self._database, self.document)

    @property
    def places(self) -> Places:
        """The places in articles that were marked or highlighted."""
        from corpus.library.places import Places  # see above

        return Places(self._database)

    @property
    def outline_edits(self) -> OutlineEdits:
        """What was made of the outlines of articles."""
        from corpus.library.outline_edits import OutlineEdits  # see above

        return OutlineEdits(self._database)

    @property
    def outlines(self) -> Outlines:
        """The outlines that were kept with articles, so that they need not be made again."""
        from corpus.library.outlines import Outlines  # see above

        return Outlines(self._database.fetch, self._damaged)

    @property
    def origins(self) -> Origins:
        """Where articles came from, and the encodings that their reader says they are in."""
        from corpus.library.origins import Origins  # see above

        return Origins(self._database)

    @property
    def works(self) -> Works:
        """What is known of the works, for whoever looks one up by its citation."""
        from corpus.library.works import Works  # see above

        return Works(self._database)

    def remember(
        self, document: Document, source: str, *, size: int, mtime_ns: int, outline: Outline | None = None
    ) -> Article:
        """Add the article read from `source` (a path), or renew it: it keeps its id, place and day.

        `size` (bytes) and `mtime_ns` are those of `corpus.sidecars.stamp`, for `unchanged`; `outline` is
        kept for `outlines`. Raises LibraryUnavailable.
        """
        # Here and below, not above: a reader who comes back waits for his place alone.
        from corpus.library.remembering import remember

        kept = remember(self._database, document, source, size=size, mtime_ns=mtime_ns, outline=outline)
        return self.article(kept)

    def place_in(self, id: int, document: Readable) -> int:
        """Where the reader of an article left off, found again in this text of it: an offset."""
        from corpus.library.left_off import left_off

        left = left_off(self._database.fetch, "id = ?", id)
        return left.place_in(self._database.fetch, document) if left else 0

    def edit(self, id: int, field: str, text: str | None) -> Article:
        """Keep what the reader says of a field, as `corpus.editing` reads it: "" says that it has none.

        None takes that back; where the reader has said nothing, what was imported goes. Raises BadValue,
        NoSuchPlace, and ArticleDamaged.
        """
        from corpus.library.edits import own

        return self._correct(id, own(field, text))

    def take_over(self, id: int, values: Mapping[str, Edit]) -> Article:
        """Keep imported values by field, below the reader's own. Raises NoSuchPlace, and ArticleDamaged."""
        from corpus.library.edits import imported

        return self._correct(id, imported(values))

    def edits(self, id: int) -> dict[str, Edit]:
        """What stands above what the source says, for `Document.corrected`. Raises ArticleDamaged."""
        for (column,) in self._database.fetch(f"SELECT {EDITS} FROM articles WHERE id = ?", id):
            if column == NO_EDITS:
                return {}
            from corpus.library.edits import edits_of

            try:
                return edits_of(column)
            except ValueError as error:
                raise self._damaged(id) from error
        raise self._damaged(id)

    def _correct(self, id: int, change: Change) -> Article:
        from corpus.library.edits import correct

        self.article(id)
        with self._database.renewing() as connection:
            try:
                correct(connection, id, change)
            except ValueError as error:
                raise self._damaged(id) from error
        return self.article(id)

    def articles(self) -> list[Article]:
        """Every article, the one opened last first; those never opened follow, newest first."""
        return [article_of(row) for row in self._rows("ORDER BY opened DESC, id DESC")]

    def article(self, id: int) -> Article:
        """The article with that id. Raises NoSuchPlace."""
        rows = self._rows("WHERE id = ?", id)
        if rows:
            return article_of(rows[0])
        raise NoSuchPlace(f"There is no article {id} in the library: pincite list shows what there is.")

    def by_source(self, source: str) -> Article | None:
        """The article read from that path, written as it was when the article was added."""
        rows = self._rows("WHERE source = ?", os.fsencode(source))
        return article_of(rows[0]) if rows else None

    def find(self, reference: str) -> Article:
        """The one article that a reader means: its id, path, address, title. Raises NoSuchPlace."""
        if reference.isdecimal() and (rows := self._rows("WHERE id = ?", min(int(reference), 2**63 - 1))):
            return article_of(rows[0])
        for source in (reference, os.path.abspath(reference), self.origins.at(reference)):
            if article := self.by_source(source):
                return article
        from corpus.library.by_title import the_one_titled  # 10 ms, and many a reading does without

        return the_one_titled(self.articles(), reference)

    def unchanged(self, source: str, size: int, mtime_ns: int) -> bool:
        """Whether the library holds the file at that path with that size (bytes) and time, as read now."""
        statement = (
            "SELECT 1 FROM articles JOIN documents ON article = articles.id"
            " WHERE source = ? AND size = ? AND mtime_ns = ? AND substr(packed, 1, 4) = ?"
        )
        return bool(self._database.fetch(statement, os.fsencode(source), size, mtime_ns, MAGIC))

    def files(self) -> list[tuple[str, int, int]]:
        """For every article the path it was read from, with the file's size and time (ns) then.

        The size is -1 where the file was read by an older Pincite, which saw less in it.
        """
        statement = (
            "SELECT source, iif(substr(packed, 1, 4) = ?, size, -1), mtime_ns"
            " FROM articles JOIN documents ON article = articles.id ORDER BY articles.id"
        )
        rows = self._database.fetch(statement, MAGIC)
        return [(os.fsdecode(source), size, mtime_ns) for source, size, mtime_ns in rows]

    def document(self, id: int, *, inline: bool = True) -> Document:
        """The article as the reader corrected it; spans if `inline`. Raises NoSuchPlace, ArticleDamaged."""
        for packed, edits in self._of((id,), "packed, " + EDITS):
            try:
                return corrected(packed, edits, inline=inline)
            except ValueError as error:
                raise self._damaged(id) from error
        raise self._damaged(id)

    def kept(self, ids: Iterable[int]) -> Iterator[Kept]:
        """These articles as they are, each at one moment; without those that are gone or damaged."""
        columns = "articles.id, stamp, title, packed, " + EDITS
        for id, stamp, title, packed, edits in self._of(ids, columns):
            with suppress(ValueError, IndexError):
                yield Kept(id, stamp, title, corrected(packed, edits))

    def text(self, id: int) -> str:
        """The text of an article. Raises NoSuchPlace, and ArticleDamaged."""
        return next((text for _, text in self.texts((id,))), None) or self.document(id).text

    def texts(self, ids: Iterable[int]) -> Iterator[tuple[int, str]]:
        """The id and the text of these articles, without those that are gone or damaged."""
        from corpus.packed.document import unpack_text

        for id, packed in self._of(ids, "articles.id, packed"):
            # `document` says that it is damaged, to whoever wants that one.
            with suppress(ValueError):
                yield id, unpack_text(packed)

    def _of(self, ids: Iterable[int], columns: str) -> Iterator[Any]:
        wanted = list(ids)
        for first in range(0, len(wanted), _AT_ONCE):
            some = wanted[first : first + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            yield from self._database.fetch(
                f"SELECT {columns} FROM articles JOIN documents ON article = articles.id"
                f" WHERE articles.id IN ({marks})",
                *some,
            )

    def revision(self) -> tuple[int, int]:
        """Another one whenever an article came, changed or went; also when others only kept a place."""
        return self._database.revision()

    def stamps(self) -> dict[int, str]:
        """For each article's id a mark that is another one whenever its text or title is."""
        return dict(self._database.fetch("SELECT id, stamp FROM articles"))

    def catalogue(self) -> list[tuple[int, str, str, str]]:
        """Of every article its id, its stamp, its title, and its day or year (ISO 8601, or empty)."""
        return self._database.fetch("SELECT id, stamp, title, date FROM articles")

    def keep_place(self, id: int, offset: int, digest: str = "") -> None:
        """Remember that the reader of this article is at `offset`, in the text with that digest ("" kept)."""
        with self._database.changing() as connection:
            connection.execute(
                "UPDATE articles SET place = max(0, iif(? IN ('', digest), min(length, ?), ?)),"
                " place_of = iif(? = digest, '', ?) WHERE id = ?",
                (digest, offset, offset, digest, digest, id),
            )

    def touch(self, id: int) -> None:
        """Remember that this article was opened just now, with the text that is kept of it."""
        with self._database.changing() as connection:
            connection.execute(
                "UPDATE articles SET opened = (SELECT max(opened) + 1 FROM articles), seen = digest"
                " WHERE id = ?",
                (id,),
            )

    def last_opened(self) -> Article | None:
        """The article that was opened last; None where none was yet."""
        rows = self._rows("WHERE opened > 0 ORDER BY opened DESC LIMIT 1")
        return article_of(rows[0]) if rows else None

    def remove(self, id: int) -> None:
        """Take an article out of the library; its file stays. Raises NoSuchPlace."""
        from corpus.library.earlier_texts import forget_earlier, keep_earlier

        self.article(id)
        with self._database.renewing() as connection:
            keep_earlier(connection, id)  # a clip may stand on it
            connection.execute("DELETE FROM articles WHERE id = ?", (id,))
            forget_earlier(connection)

    def _rows(self, clause: str, *values: object) -> list[Any]:
        return self._database.fetch(f"SELECT {COLUMNS} FROM articles {clause}", *values)

    def _damaged(self, id: int) -> ArticleDamaged:
        article = self.article(id)
        return ArticleDamaged(
            f"“{article.title}” is damaged in the library; add it again: pincite add {article.source}"
        )
