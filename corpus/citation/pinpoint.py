"""Which of the places of a passage a style prints, and how."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Literal, NamedTuple

from corpus.citation.locator import counted_in_words
from corpus.citation.place import Place
from corpus.citation.ranges import spanned, whole
from corpus.citation.remarks import Remarks

Basis = Literal["pages", "numbers", "section", "division", "counted", "heading"]
"""What a place is known by: printed pages, printed numbers of paragraphs, the printed number of a section,
a numbered part that is called otherwise, paragraphs that were counted, a heading."""

_ABBREVIATED: Final = {
    "article": "art.",
    "clause": "cl.",
    "regulation": "reg.",
    "rule": "r.",
    "schedule": "sched.",
}


class Way(NamedTuple):
    """One way to name a place; `write` gives "" where the place cannot be named so.

    `memory` says which rule of it was not seen in a source of the style, `memory_of_several` which one
    more, where the passage goes over several pages or paragraphs.
    """

    basis: Basis
    write: Callable[[Place], str]
    memory: str = ""
    memory_of_several: str = ""


class Pinpoints(NamedTuple):
    """The ways in which a style names a place, best first, and why it withholds what it has no way for."""

    ways: tuple[Way, ...]
    withheld: Mapping[Basis, str]


def pinpoint(place: Place, pinpoints: Pinpoints, remarks: Remarks) -> tuple[str, Basis | None]:
    """The place as the style prints it, "" where it does not, and what it is known by."""
    for way in pinpoints.ways:
        if words := way.write(place):
            several = _several(place, way.basis)
            remarks.memory(way.memory, way.memory_of_several if several else "")
            # What cannot be said of paragraphs does not matter where none are named.
            remarks.note(*(place.notes if way.basis in ("counted", "numbers") else ()))
            return words, way.basis
    known = (reason for basis, reason in pinpoints.withheld.items() if _value(place, basis))
    remarks.note(*((reason,) if (reason := next(known, "")) else place.notes))
    return "", None


def pages(one: str, many: str, dash: str = "–", shortened: Callable[[str, str], str] = whole) -> Way:
    """Printed pages after a label: "p. {}", "pp. {}"."""
    return Way("pages", lambda place: _labelled(place.pages, one, many, dash, shortened))


def numbers(
    one: str,
    many: str,
    dash: str = "–",
    *,
    signs: tuple[str, str] | None = None,
    memory: str = "",
    memory_of_several: str = "",
) -> Way:
    """Numbers of paragraphs that the source prints; `signs` are the labels where it prints a ¶ itself."""

    def write(place: Place) -> str:
        label, labels = signs if signs and place.sign else (one, many)
        return _labelled(place.numbers, label, labels, dash)

    return Way("numbers", write, memory, memory_of_several)


def counted(one: str, many: str, dash: str = "–", memory: str = "", memory_of_several: str = "") -> Way:
    """Paragraphs as they were counted."""

    def write(place: Place) -> str:
        span = place.counted and (str(place.counted[0]), str(place.counted[1]))
        return _labelled(span, one, many, dash)

    return Way("counted", write, memory, memory_of_several)


def in_words(memory: str = "", memory_of_several: str = "") -> Way:
    """Paragraphs that were counted, by their place in the row: "third para."."""
    return Way("counted", counted_in_words, memory, memory_of_several)


def section(label: str, memory: str = "") -> Way:
    """The number of a section that the source prints."""
    return Way("section", lambda place: place.section and label.format(place.section), memory)


def division(memory: str, *, abbreviated: bool) -> Way:
    """A numbered part that is no section, as its source calls it: "Article 12", abbreviated "art. 12"."""

    def write(place: Place) -> str:
        word, _, number = place.division.partition(" ")
        short = _ABBREVIATED.get(word.lower()) if abbreviated else None
        return f"{short} {number}" if short and number else place.division

    return Way("division", write, memory)


def heading(write: Callable[[str], str], memory: str = "") -> Way:
    """The heading over the passage."""
    return Way("heading", lambda place: place.heading and write(place.heading), memory)


def _labelled(
    span: tuple[str, str] | None,
    one: str,
    many: str,
    dash: str,
    shortened: Callable[[str, str], str] = whole,
) -> str:
    if span is None:
        return ""
    return (one if span[0] == span[1] else many).format(spanned(span, dash, shortened))


def _several(place: Place, basis: Basis) -> bool:
    span = _value(place, basis)
    return isinstance(span, tuple) and span[0] != span[1]


def _value(place: Place, basis: Basis) -> object:
    return {
        "pages": place.pages,
        "numbers": place.numbers,
        "section": place.section,
        "division": place.division,
        "counted": place.counted,
        "heading": place.heading,
    }[basis]
