"""A work and a place as the styles of lawyers take them in hand."""

from __future__ import annotations

from typing import Any, Final

from corpus.citation.legal.kinds import Kind, has_form, kind_of
from corpus.citation.phrase import Phrase
from corpus.citation.place import Place
from corpus.citation.style import Cited, Reference
from corpus.citation.work import unknown
from corpus.metadata import Metadata, Name
from corpus.sanitiser import clean_line

_EDGES: Final = " \t\r\n,;:"
_EMPTY: Final = " .,;:"
"""What a field of nothing else is as good as empty for."""
_NO_NOTE: Final = "__"


class Matter:
    """A work at a place, made ready to print, and what a reader is to be told of the citation.

    No field of `work` and `place` has control characters, or at its ends a space or a comma, which would
    meet those of the style; names without a letter are gone. `style` is what the style is called in a
    sentence.
    """

    __slots__ = ("_first", "kind", "notes", "place", "style", "unchecked", "work")

    def __init__(self, cited: Cited, style: str) -> None:
        self.work = _tidy_work(cited.work)
        self.place = _tidy_place(cited.place)
        self.kind = kind_of(self.work)
        self.style = style
        self.notes: list[str] = []
        self.unchecked: list[str] = []
        self._first = cited.first
        if not has_form(self.work):
            self.recall("this type of work")

    @property
    def year(self) -> str:
        """The year of publication, "" where it is not known."""
        return str(self.work.date.year) if self.work.date else ""

    @property
    def first_page(self) -> str:
        """The page on which the work begins in its container; "" where it is not known."""
        return self.work.pages.replace("—", "–").replace("-", "–").split("–")[0].split(",")[0].strip()

    @property
    def site(self) -> str:
        """The periodical or site the work appeared in, else its publisher."""
        return self.work.container or self.work.publisher

    def note_number(self) -> str:
        """The number of the note that cited the work first; a gap to fill in where it is not known."""
        if not self._first:
            self.tell("write the number of the first note")
        return str(self._first or _NO_NOTE)

    def tell(self, note: str) -> None:
        """Add a short phrase for the receipt: what is missing, and why."""
        self.notes.append(note)

    def recall(self, rule: str) -> None:
        """Say that the citation follows a rule that was not seen in a source of the style."""
        self.unchecked.append(rule)

    def tell_unknown(self) -> None:
        """Say what of the work is not known that a full citation prints."""
        if self.kind is Kind.STATUTE:
            self.notes += [] if self.work.title or self.work.container else ["title unknown"]
            return
        work = self.work if self.work.authors else self.work._replace(authors=self.work.editors)
        if self.kind is Kind.CASE:
            told = unknown(work)
            if work.number or work.container:  # which say when it was given
                told = tuple(note for note in told if note != "date unknown")
            self.notes += [note for note in told if note != "author unknown"]
            return
        self.notes += unknown(work)
        if self.kind is Kind.JOURNAL:
            self.notes += [] if self.work.volume else ["volume unknown"]
            self.notes += [] if self.work.pages else ["pages unknown"]

    def reference(self, words: Phrase, locator: str = "") -> Reference:
        """The citation with all that was told of it."""
        return Reference(
            words, locator, tuple(dict.fromkeys(self.notes)), tuple(dict.fromkeys(self.unchecked))
        )


def _tidy(value: Any) -> Any:
    """A field as it can be printed; what is neither words nor names stays as it is."""
    if not value:
        return value
    if isinstance(value, str):
        if not value.isprintable() or "  " in value:
            value = clean_line(value)
        value = value.strip(_EDGES)
        return value if value.strip(_EMPTY) else ""
    if isinstance(value, tuple) and isinstance(value[0], Name):
        return tuple(name for name in map(_tidy_name, value) if name.short())
    return value


def _tidy_name(name: Name) -> Name:
    tidied = Name._make(map(_tidy, name))
    return tidied if any(map(str.isalnum, tidied.short())) else Name()


def _tidy_work(work: Metadata) -> Metadata:
    return Metadata._make(map(_tidy, work))


def _tidy_place(place: Place) -> Place:
    return place._replace(
        pages=_tidy_span(place.pages),
        numbers=_tidy_span(place.numbers),
        heading=_tidy(place.heading),
        section=_tidy(place.section),
    )


def _tidy_span(span: tuple[str, str] | None) -> tuple[str, str] | None:
    if span is None:
        return None
    first, last = _tidy(span[0]), _tidy(span[1])
    return (first or last, last or first) if first or last else None
