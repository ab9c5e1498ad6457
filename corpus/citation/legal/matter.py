"""A work and a place as the styles of lawyers take them in hand."""

from __future__ import annotations

from typing import Any, Final

from corpus.citation.legal.kinds import Kind, has_form, kind_of
from corpus.citation.place import Place
from corpus.citation.remarks import Remarks
from corpus.citation.style import Cited
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

    __slots__ = ("_first", "kind", "place", "remarks", "style", "work")

    def __init__(self, cited: Cited, style: str) -> None:
        self.work = _tidy_work(cited.work)
        self.place = _tidy_place(cited.place)
        self.kind = kind_of(self.work)
        self.style = style
        self.remarks = Remarks()
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

    def tell(self, *notes: str) -> None:
        """Add short phrases for the receipt: what is missing, and why."""
        self.remarks.note(*notes)

    def recall(self, rule: str) -> None:
        """Say that the citation follows a rule that was not seen in a source of the style."""
        self.remarks.memory(f"{self.style}: {rule}")

    def tell_unknown(self) -> None:
        """Say what of the work is not known that a full citation prints."""
        self.remarks.unknown(self.work)
        if self.kind is Kind.JOURNAL:
            needed = {"volume": self.work.volume, "pages": self.work.pages}
            self.tell(*(f"{name} unknown" for name, value in needed.items() if not value))


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
