"""Where the reader of an article left off, as the library has it: an offset, and in which text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from corpus.document import Document, Readable
from corpus.packed.mark import MAGIC

Fetch: TypeAlias = Callable[..., list[Any]]
"""What gives all rows of an answer, given a statement and its values."""


class Left(NamedTuple):
    """Where a reader left off in an article whose kept text has a digest.

    `place` is an offset in the text with the digest `of`, or, where that is "", in the kept one; `stamp`
    is another one whenever the kept one is.
    """

    id: int
    place: int
    digest: str
    stamp: str
    of: str

    def place_in(self, fetch: Fetch, document: Readable) -> int:
        """The same as an offset in another text of the article: found again where the text has changed."""
        digest = document.digest if isinstance(document, Document) else ""
        within = min(self.place, len(document.text))
        # Of a text that is not the kept one, nothing is there to find the place by.
        if not within or self.of:
            return within
        # The bytes may be the same, and what is read out of them not.
        rows = fetch(
            "SELECT packed FROM documents WHERE article = ? AND (? OR substr(packed, 1, 4) != ?)",
            self.id,
            not digest or digest != self.digest,
            MAGIC,
        )
        if not rows:
            return within  # it is the same text
        from corpus.library.reading_place import found_again
        from corpus.packed.document import unpack  # not above: few files change

        try:
            before = unpack(rows[0][0])
        except ValueError:
            return within  # the kept one is damaged
        return found_again(self.place, before, document)


def left_off(fetch: Fetch, clause: str, value: object) -> Left | None:
    """Where the reader of an article left off that a clause of SQL names; None where it is not kept."""
    rows = fetch(f"SELECT id, place, digest, stamp, place_of FROM articles WHERE {clause}", value)
    return Left(*rows[0]) if rows else None
