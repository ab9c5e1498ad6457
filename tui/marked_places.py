"""The marks and highlights of the article that is read, and where they stand in it. No Textual in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.document import Document, Readable
from corpus.finding_again.found import Found, State
from corpus.library.places import Changes, FoundPlace, Marked, changes
from corpus.passages.passage import Passage
from corpus.passages.selectors import part_of
from corpus.passages.shown_number import place_at
from tui.sitting_places import PlacesOfReader

Span = tuple[int, int]
"""Offsets [start, end)."""


class MarkedPlaces:
    """Places in a text, in reading order. What changes them raises LibraryUnavailable and NoSuchPlace."""

    def __init__(
        self, kept: PlacesOfReader, article: int, document: Readable, stands: Iterable[FoundPlace] = ()
    ) -> None:
        """`kept` is what keeps them, of the article with that number; `stands` are those it has."""
        self._kept = kept
        self._article = article
        self.document = document
        self.listed: tuple[FoundPlace, ...] = ()
        self._removed: dict[int, FoundPlace] = {}
        self._order(stands)

    def _order(self, stands: Iterable[FoundPlace]) -> None:
        self.listed = tuple(sorted(stands, key=lambda one: (start_of(one), one.marked.id)))

    # What there is -------------------------------------------------------------------------------

    @property
    def highlights(self) -> list[Span]:
        """The spans of all highlights that were found."""
        return [one.found.span for one in self.listed if one.found.span and not one.marked.letter]

    @property
    def letters(self) -> list[tuple[int, str]]:
        """The offsets of all marks that were found, and their letters."""
        marks = [one for one in self.listed if one.marked.letter]
        return [(one.found.span[0], one.marked.letter) for one in marks if one.found.span]

    @property
    def changes(self) -> Changes:
        """How many of them are no longer the same."""
        return changes(self.listed)

    def mark(self, letter: str) -> FoundPlace | None:
        """The mark with a letter; None where there is none."""
        return next((one for one in self.listed if one.marked.letter == letter), None)

    def covering(self, span: Span) -> list[FoundPlace]:
        """The highlights that hold all of a span."""
        lit = [one for one in self.listed if not one.marked.letter]
        return [one for one in lit if one.found.span and _holds(one.found.span, span)]

    # Changing ------------------------------------------------------------------------------------

    def set_mark(self, letter: str, passage: Passage) -> FoundPlace:
        """Let a letter lead to a passage of this text, and to no other."""
        part = part_of(passage)
        id = self._kept.set_mark(self._article, letter, part, self.document)
        self._forget_letter(letter)
        return self._add(Marked(id, self._article, letter, part, self._digest, ""))

    def highlight(self, passage: Passage) -> FoundPlace:
        """Highlight a passage of this text."""
        part = part_of(passage)
        id = self._kept.highlight(self._article, part, self.document)
        return self._add(Marked(id, self._article, "", part, self._digest, ""))

    @property
    def _digest(self) -> str:
        return self.document.digest if isinstance(self.document, Document) else ""

    def _add(self, marked: Marked) -> FoundPlace:
        # Not read anew: to find hundreds of them again takes longer than a key may.
        new = FoundPlace(marked, Found(State.SAME, (marked.part.start, marked.part.end)))
        self._order((*self.listed, new))
        return new

    def _forget_letter(self, letter: str) -> None:
        if letter and (before := self.mark(letter)):
            self._forget(before)

    def _forget(self, one: FoundPlace) -> None:
        self._removed[one.marked.id] = one
        self._order(other for other in self.listed if other is not one)

    def remove(self, one: FoundPlace) -> None:
        """Take a place away; `restore` brings it back."""
        self._kept.remove(one.marked.id)
        self._forget(one)

    def restore(self) -> FoundPlace | None:
        """Bring back the place that was taken away last; None where there is none."""
        id = self._kept.restore(self._article)
        if id is None:
            return None
        if (known := self._removed.pop(id, None)) is None:
            # It was taken away in another sitting.
            self._order(self._kept.found(self._article, self.document))
            return next((one for one in self.listed if one.marked.id == id), None)
        self._forget_letter(known.marked.letter)
        self._order((*self.listed, known))
        return known

    def accept(self, one: FoundPlace, span: Span | None = None) -> FoundPlace:
        """Let a place be what was found of it from now on, or these words of this text."""
        found = one.found._replace(span=span) if span else one.found
        marked = self._kept.accept(one.marked.id, found, self.document)
        accepted = FoundPlace(marked, Found(State.SAME, found.span))
        self._order(accepted if other is one else other for other in self.listed)
        return accepted

    def accept_each(self) -> Iterator[int]:
        """Accept all that were found, moved or edited, one after the other; how many are left to be."""
        changed = [one for one in self.listed if is_acceptable(one)]
        for done, one in enumerate(changed, start=1):
            if one in self.listed:  # it may have been taken away meanwhile
                self.accept(one)
            yield len(changed) - done


def is_acceptable(one: FoundPlace) -> bool:
    """Whether a place was found, but is not what it was."""
    return one.found.span is not None and one.found.state is not State.SAME


def start_of(one: FoundPlace) -> int:
    """The offset at which a place stands, or where it may or did stand."""
    if one.found.span:
        return one.found.span[0]
    return one.found.others[0][0] if one.found.others else one.marked.part.start


def words_of(document: Readable, one: FoundPlace, most: int) -> str:
    """So many characters of the words of a place: those that it has, else those that it had."""
    if one.found.span is None:
        return one.marked.part.exact[:most]
    start, end = one.found.span
    return document.text[start : min(end, start + most)]


def called(document: Readable, one: FoundPlace) -> str:
    """What the place is called, as in "p. 4 · [12]": the one that it has, else the one that it had; or ""."""
    if one.found.span is None:
        return one.found.was
    return one.found.now or " · ".join(part for part in place_at(document, one.found.span[0]) if part)


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
