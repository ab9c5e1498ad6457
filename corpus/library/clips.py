"""The clips of a library, in the order that their reader gave them.

A clip that is removed can be brought back for a while, to where it stood.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from corpus.citation.place import Place
from corpus.clip import Clip, tags_of
from corpus.document import Document, Readable
from corpus.errors import LibraryUnavailable, NoSuchPlace
from corpus.finding_again.found import Found, State
from corpus.library.article_finder import ArticleFinder
from corpus.library.database import Database
from corpus.library.earlier_texts import forget_earlier
from corpus.metadata import Metadata, Name
from corpus.packed.document import pack, unpack
from corpus.passages.selectors import part_from
from corpus.sanitiser import clean_line
from corpus.title import shown_title

if TYPE_CHECKING:
    from corpus.library.verifying import Verified

_REMEMBERED: Final = 100
"""Removed clips that can be brought back; older ones are gone for good."""
_AT_ONCE: Final = 200_000
"""Characters of an article that words are looked for in while the list is waited for."""
# An article that was removed and added again has another id; the path it was read from is the same.
_COLUMNS: Final = (
    "clips.id, coalesce(clips.article, articles.id), clips.source, clips.digest, clips.title, clips.added,"
    " note, tags, clips.place, parts, packed"
)
_FROM: Final = "FROM clips LEFT JOIN articles ON articles.source = clips.source AND clips.source != x''"


class Listed(NamedTuple):
    """The clips in their order, and how many more there are that cannot be read."""

    clips: tuple[Clip, ...]
    damaged: int = 0


class Clips:
    """The clips in a library's file. Every method raises LibraryUnavailable where that cannot be used."""

    def __init__(self, database: Database, article: Callable[[int], Document]) -> None:
        """`article` gives an article of the library as it is now, or raises NoSuchPlace, ArticleDamaged."""
        self._database = database
        self._article = article

    def add(self, clip: Clip) -> int:
        """Keep a clip behind all others; its id."""
        with self._database.changing() as connection:
            # An article may have been removed since it was opened: then the path is what is known of it.
            # The digest of a large text is known here alone.
            article, digest = connection.execute(
                "SELECT id, digest FROM articles WHERE id = ?", (clip.article,)
            ).fetchone() or (None, "")
            values = {
                "article": article,
                "source": os.fsencode(clip.source),
                "digest": clip.digest or digest,
                "title": clip.title,
                "added": datetime.now(UTC).isoformat(timespec="seconds"),
                "note": clean_line(clip.note),
                "tags": _packed(tags_of(clip.tags)),
                "place": _packed(clip.place._asdict() | {"uncapitalised": sorted(clip.uncapitalised)}),
                "parts": _packed(
                    [
                        {"selector": part.plain(), "taken": taken}
                        for part, taken in zip(clip.parts, clip.taken, strict=True)
                    ]
                ),
                "packed": pack(clip.extract._replace(metadata=clip.metadata)),
            }
            added = connection.execute(
                f"INSERT INTO clips (position, {', '.join(values)}) VALUES"
                f" ((SELECT coalesce(max(position), 0) + 1 FROM clips), :{', :'.join(values)})",
                values,
            )
            return int(added.lastrowid or 0)

    def count(self) -> int:
        """How many there are."""
        return int(self._database.fetch("SELECT count(*) FROM clips WHERE removed = 0")[0][0])

    def listed(self) -> Listed:
        """All of them in their order, without those that are damaged.

        The metadata of an article that is still in the library is as it is there now. A file may have been
        replaced by one with another article: that one is not the clip’s.
        """
        kept, damaged = self.kept()
        clips = list(kept)
        of_article: dict[int | None, list[int]] = {}
        for index, clip in enumerate(clips):
            of_article.setdefault(clip.article, []).append(index)
        for id, indexes in of_article.items():
            if id is None:
                continue
            # Of an article that is gone meanwhile, or damaged, the clip has what it had.
            with suppress(NoSuchPlace, LibraryUnavailable):
                article = self._article(id)
                finder = ArticleFinder(self._database, article, id)
                for index in indexes:
                    clips[index] = _renewed(clips[index], article, finder)
        return Listed(tuple(clips), damaged)

    def kept(self) -> Listed:
        """All of them in their order as they were kept, without those that are damaged."""
        rows = self._database.fetch(f"SELECT {_COLUMNS} {_FROM} WHERE removed = 0 ORDER BY position")
        clips = tuple(clip for row in rows if (clip := _clip(row)) is not None)
        return Listed(clips, len(rows) - len(clips))

    def verified(self, clips: Iterable[Clip] | None = None) -> Iterator[Verified]:
        """These clips, or all, with where they stand now: those of one article after those of another."""
        from corpus.library.verifying import verified  # not above: the tray is shown before

        yield from verified(self._database, self.kept().clips if clips is None else clips)

    def found(self, clip: Clip, document: Readable) -> tuple[Found, ...]:
        """Where each part of a clip stands in this text of its article."""
        finder = ArticleFinder(self._database, document, clip.article)
        return tuple(finder.find(part, clip.digest) for part in clip.parts)

    # Changing ------------------------------------------------------------------------------------

    def annotate(self, id: int, *, note: str | None = None, tags: Iterable[str] | None = None) -> None:
        """Give a clip another note, or other tags; what is None stays. Raises NoSuchPlace."""
        with self._database.changing() as connection:
            changed = connection.execute(
                "UPDATE clips SET note = coalesce(?, note), tags = coalesce(?, tags)"
                " WHERE id = ? AND removed = 0",
                (
                    None if note is None else clean_line(note),
                    None if tags is None else _packed(tags_of(tags)),
                    id,
                ),
            )
            if not changed.rowcount:
                raise _no_such_clip(id)

    def move(self, id: int, by: int) -> bool:
        """Let a clip change places with the next one (1) or the one before it (-1).

        Tells whether there is one to change with. Raises NoSuchPlace.
        """
        beyond, order = (">", "ASC") if by > 0 else ("<", "DESC")
        with self._database.changing() as connection:
            here = connection.execute(
                "SELECT position FROM clips WHERE id = ? AND removed = 0", (id,)
            ).fetchone()
            if here is None:
                raise _no_such_clip(id)
            there = connection.execute(
                f"SELECT id, position FROM clips WHERE removed = 0 AND position {beyond} ?"
                f" ORDER BY position {order} LIMIT 1",
                here,
            ).fetchone()
            if there is None:
                return False
            other, position = there
            connection.execute("UPDATE clips SET position = ? WHERE id = ?", (position, id))
            connection.execute("UPDATE clips SET position = ? WHERE id = ?", (here[0], other))
        return True

    def remove(self, *ids: int) -> None:
        """Take clips out of the list; `restore` brings them back. Raises NoSuchPlace, and takes none then."""
        with self._database.changing() as connection:
            for id in ids:
                removed = connection.execute(
                    "UPDATE clips SET removed = (SELECT max(removed) + 1 FROM clips)"
                    " WHERE id = ? AND removed = 0",
                    (id,),
                )
                if not removed.rowcount:
                    raise _no_such_clip(id)
            connection.execute(
                "DELETE FROM clips WHERE removed > 0 AND id NOT IN"
                " (SELECT id FROM clips WHERE removed > 0 ORDER BY removed DESC LIMIT ?)",
                (_REMEMBERED,),
            )
            forget_earlier(connection)

    def restore(self) -> int | None:
        """Bring the clip back that was removed last, to where it stood; its id, None where there is none."""
        with self._database.changing() as connection:
            last = connection.execute(
                "SELECT id FROM clips WHERE removed > 0 ORDER BY removed DESC LIMIT 1"
            ).fetchone()
            if last is None:
                return None
            connection.execute("UPDATE clips SET removed = 0 WHERE id = ?", last)
            return int(last[0])


def _renewed(clip: Clip, article: Document, finder: ArticleFinder) -> Clip:
    """The clip with what is known now of the article at its place, if that is still the one it is of.

    It is where the file is the same, where the words still stand in it or are found again, or where it has
    the same title (or begins alike) and authors, with or without the reader's corrections.
    """
    known = [article.metadata, article.uncorrected or article.metadata]
    if (
        (clip.digest and clip.digest == article.digest)
        or all(part.exact in article.text for part in clip.parts)
        or (clip.metadata.title and any(_called(one) == _called(clip.metadata) for one in known))
        or (clip.title == clean_line(shown_title(article)) and clip.metadata.authors in _authors(known))
        or (
            len(article.text) <= _AT_ONCE
            and any(finder.find(part, clip.digest).state is not State.LOST for part in clip.parts)
        )
    ):
        return clip._replace(metadata=article.metadata)
    return clip._replace(article=None)


def _authors(known: Iterable[Metadata]) -> list[tuple[Name, ...]]:
    return [metadata.authors for metadata in known]


def _called(metadata: Metadata) -> tuple[object, ...]:
    return metadata.title, metadata.authors


def _no_such_clip(id: int) -> NoSuchPlace:
    return NoSuchPlace(f"There is no clip {id}: “pincite clips” shows those that there are.")


def _packed(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def _clip(row: tuple[Any, ...]) -> Clip | None:
    """The clip that a row holds; None where it is damaged."""
    id, article, source, digest, title, added, note, tags, place, parts, packed = row
    try:
        extract, place, parts = unpack(packed), json.loads(place), json.loads(parts)
        if not parts or not isinstance(article, int | None):
            return None
        return Clip(
            tuple(part_from(part["selector"]) for part in parts),
            tuple(_span(part["taken"], extract) for part in parts),
            extract,
            extract.metadata,
            _place(place),
            clean_line(title),
            os.fsdecode(source),
            str(digest),
            frozenset(_texts(place["uncapitalised"])),
            clean_line(note),
            tags_of(_texts(json.loads(tags))),
            clean_line(added),
            article,
            id,
        )
    except (LookupError, TypeError, AttributeError, ValueError, RecursionError):
        return None


def _span(taken: Any, extract: Document) -> tuple[int, int]:
    start, end = taken
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(extract.text)):
        raise ValueError("A part lies outside its extract.")
    return start, end


def _place(fields: Mapping[str, Any]) -> Place:
    """The place; every label in it made harmless."""
    known: dict[str, Any] = {}
    for name, value in fields.items():
        if name in Place._fields and value is not None:
            known[name] = tuple(map(_label, value)) if isinstance(value, list) else _label(value)
    for name, kind in (("pages", str), ("numbers", str), ("counted", int)):
        if name in known and [isinstance(one, kind) for one in known[name]] != [True, True]:
            raise ValueError("A place has a first and a last.")
    known["notes"] = tuple(_texts(list(known.get("notes", ()))))
    _texts([known.get(name, "") for name in ("sign", "heading", "section", "division")])
    return Place(**known)


def _label(value: object) -> object:
    if not isinstance(value, str | int):
        raise TypeError("This is no label.")
    return clean_line(value) if isinstance(value, str) else value


def _texts(values: object) -> list[str]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise TypeError("These are no texts.")
    return values
