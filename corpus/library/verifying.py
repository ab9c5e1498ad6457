"""Whether clips still stand in their articles: each looked for in what its article is now.

That is the file, where it is newer than the library's copy, else the copy.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from corpus.clip import Clip
from corpus.document import Document
from corpus.errors import CannotOpen
from corpus.finding_again.found import Found, State
from corpus.library.database import Database
from corpus.library.standing import Standing
from corpus.opening import KEPT_MOST, open_path
from corpus.packing import unpack
from corpus.sanitiser import clean_name
from corpus.sidecars import stamp

_WORSE: Final = (State.SAME, State.MOVED, State.EDITED, State.AMBIGUOUS, State.LOST)


class Verified(NamedTuple):
    """A clip, where each of its parts stands now, and the state of the worst of them.

    Where there is no text of its article to look in, `found` is empty, the state is LOST, and `reason` a
    sentence that says why.
    """

    clip: Clip
    found: tuple[Found, ...]
    state: State
    reason: str = ""


class _NoText(Exception):
    """There is no text of an article to look in; the sentence says why."""


def verified(database: Database, clips: Iterable[Clip]) -> Iterator[Verified]:
    """The clips of one article after those of another, each looked for. Raises LibraryUnavailable."""
    of_article: dict[tuple[int | None, str], list[Clip]] = {}
    for clip in clips:
        of_article.setdefault((clip.article, "" if clip.article else clip.source), []).append(clip)
    for (article, source), taken in of_article.items():
        try:
            document = _document(database, article, source)
        except _NoText as reason:
            yield from (Verified(clip, (), State.LOST, str(reason)) for clip in taken)
            continue
        standing = Standing(database, document, article)
        for clip in taken:
            found = tuple(standing.find(part, clip.digest) for part in clip.parts)
            yield Verified(clip, found, worst(one.state for one in found))


def worst(states: Iterable[State]) -> State:
    """The state of these that is worst for whoever cites."""
    return max(states, key=_WORSE.index, default=State.SAME)


def _document(database: Database, article: int | None, source: str) -> Document:
    """What an article is now."""
    rows = database.fetch(
        "SELECT source, size, mtime_ns, packed FROM articles JOIN documents ON article = articles.id"
        " WHERE articles.id = ?",
        article,
    )
    if not rows:
        if source and (document := _newer(Path(source), None)):
            return document
        where = f"and {clean_name(source)} cannot be read" if source else "and it had no file"
        raise _NoText(f"Its article is not in the library any more, {where}: the words are kept here alone.")
    path, size, mtime_ns, packed = rows[0]
    if document := _newer(Path(os.fsdecode(path)), (size, mtime_ns)):
        return document
    try:
        return unpack(packed)
    except (ValueError, IndexError) as fault:
        name = clean_name(os.fsdecode(path))
        raise _NoText(f"Its article is damaged in the library; add it again: pincite add {name}") from fault


def _newer(path: Path, known: tuple[int, int] | None) -> Document | None:
    """The file as it is now; None where it is as it was known, or cannot be read."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) or about.st_size > KEPT_MOST or stamp(path, about) == known:
            return None
        return open_path(path)
    except (OSError, ValueError, CannotOpen):
        return None
