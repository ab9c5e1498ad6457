"""Marks and highlights that live for a sitting alone: of private reading, or without a library."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from corpus.document import Document, Readable
from corpus.errors import NoSuchPlace
from corpus.finding_again import find_again
from corpus.finding_again.found import Found, State
from corpus.library.places import FoundPlace, Marked
from corpus.outline import Outline
from corpus.passages.passage import Passage
from corpus.passages.selectors import Part, part_of


class PlacesOfReader(Protocol):
    """What keeps places: `corpus.library.places.Places`, which says what each method does, or the sitting."""

    def found(self, article: int, document: Readable) -> tuple[FoundPlace, ...]:
        """The places of an article, and where each stands in this text of it."""

    def set_mark(self, article: int, letter: str, part: Part, document: Readable | None = None) -> int:
        """Mark a place of that text by a letter, in place of the one that had it; its id."""

    def highlight(self, article: int, part: Part, document: Readable | None = None) -> int:
        """Highlight a place of that text; its id."""

    def remove(self, id: int) -> None:
        """Take a place away."""

    def restore(self, article: int) -> int | None:
        """Bring back the place that was taken away last; its id, None where there is none."""

    def accept(self, id: int, found: Found, document: Readable) -> Marked:
        """Let a place be from now on what was found of it in this text."""


class _Held(NamedTuple):
    """A place, the text that it was taken from, and what is known of it there."""

    marked: Marked
    document: Readable
    found: Found


class SittingPlaces:
    """Places that nobody keeps. Any thread may ask; articles have numbers as in a library."""

    def __init__(self) -> None:
        self._held: dict[int, _Held] = {}
        self._removed: list[_Held] = []
        self._last = 0

    def seed(self, article: int, document: Readable, stands: Iterable[FoundPlace]) -> None:
        """Begin with the places that an article has in the library: what is done to them stays here."""
        for one in stands:
            self._add(one.marked._replace(article=article), document, one.found)

    def take(self, article: int) -> list[tuple[Marked, Readable]]:
        """Give away the places of an article, each with its text: they are kept elsewhere now."""
        taken = [held for held in self._held.values() if held.marked.article == article]
        for held in taken:
            del self._held[held.marked.id]
        return [(held.marked, held.document) for held in taken]

    def found(self, article: int, document: Readable) -> tuple[FoundPlace, ...]:
        """See `PlacesOfReader`."""
        mine = [held for held in list(self._held.values()) if held.marked.article == article]
        return tuple(FoundPlace(held.marked, _found(held, document)) for held in mine)

    def set_mark(self, article: int, letter: str, part: Part, document: Readable | None = None) -> int:
        """See `PlacesOfReader`."""
        self._free(article, letter)
        return self._new(article, letter, part, document)

    def highlight(self, article: int, part: Part, document: Readable | None = None) -> int:
        """See `PlacesOfReader`."""
        return self._new(article, "", part, document)

    def remove(self, id: int) -> None:
        """See `PlacesOfReader`. Raises NoSuchPlace."""
        self._removed.append(self._at(id))
        del self._held[id]

    def restore(self, article: int) -> int | None:
        """See `PlacesOfReader`."""
        for held in reversed(self._removed):
            if held.marked.article == article:
                self._removed.remove(held)
                self._free(article, held.marked.letter)
                self._held[held.marked.id] = held
                return held.marked.id
        return None

    def accept(self, id: int, found: Found, document: Readable) -> Marked:
        """See `PlacesOfReader`. Raises NoSuchPlace."""
        held = self._at(id)
        if found.span is None:
            raise NoSuchPlace("There is nothing to accept: this place was not found again.")
        part = part_of(Passage(document, Outline(()), *found.span))
        marked = held.marked._replace(part=part, digest=_digest(document))
        self._held[id] = _Held(marked, document, _same(part))
        return marked

    def _new(self, article: int, letter: str, part: Part, document: Readable | None) -> int:
        if not part.exact:
            raise NoSuchPlace("There are no words here to mark: move to a paragraph.")
        if document is None:
            raise NoSuchPlace("A place is marked in a text: open the article.")
        marked = Marked(0, article, letter, part, _digest(document), "")
        return self._add(marked, document, _same(part))

    def _add(self, marked: Marked, document: Readable, found: Found) -> int:
        self._last += 1
        self._held[self._last] = _Held(marked._replace(id=self._last), document, found)
        return self._last

    def _at(self, id: int) -> _Held:
        if id not in self._held:
            raise NoSuchPlace("This place was taken away already.")
        return self._held[id]

    def _free(self, article: int, letter: str) -> None:
        """Take away the mark that has a letter."""
        for held in list(self._held.values()):
            if letter and (held.marked.article, held.marked.letter) == (article, letter):
                self.remove(held.marked.id)


def _found(held: _Held, document: Readable) -> Found:
    """Where a place stands in a text: what is known, where it is the very text that it was taken from."""
    before = held.document if isinstance(held.document, Document) else None
    same = before and isinstance(document, Document) and before.text == document.text
    if same or held.document is document:
        return held.found
    return find_again(document, held.marked.part, before=before)


def _same(part: Part) -> Found:
    return Found(State.SAME, (part.start, part.end))


def _digest(document: Readable) -> str:
    return document.digest if isinstance(document, Document) else ""
