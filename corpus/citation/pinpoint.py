"""Which of the places of a passage a style prints, and how."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from corpus.citation.ordinals import in_figures, in_words
from corpus.citation.place import Place
from corpus.citation.ranges import spanned, whole
from corpus.citation.remarks import Remarks
from corpus.citation.style import Cited
from corpus.labels import STATUTES
from corpus.metadata import Metadata

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
    """One way to name the place in a work; `write` gives "" where it cannot be named so.

    `memory` says which rule of it was not seen in a source of the style, `memory_of_several` which one
    more, where the passage goes over several pages or paragraphs.
    """

    basis: Basis
    write: Callable[[Cited], str]
    memory: str = ""
    memory_of_several: str = ""


class Pinpoints(NamedTuple):
    """The ways in which a style names a place, best first, and why it withholds what it has no way for.

    `in_law` are those for laws, where they are others: a law is divided by its own sections.
    """

    ways: tuple[Way, ...]
    withheld: Mapping[Basis, str] = MappingProxyType({})
    in_law: Pinpoints | None = None


def pinpoint(cited: Cited, pinpoints: Pinpoints, remarks: Remarks) -> tuple[str, Basis | None]:
    """The place as the style prints it, "" where it does not, and what it is known by."""
    place = cited.place
    if pinpoints.in_law and cited.work.type in STATUTES:
        pinpoints = pinpoints.in_law
    for way in pinpoints.ways:
        if words := way.write(cited):
            several = _several(place, way.basis)
            remarks.memory(way.memory, way.memory_of_several if several else "")
            # What cannot be said of paragraphs does not matter where none are named.
            remarks.note(*(place.notes if way.basis in ("counted", "numbers") else ()))
            return words, way.basis
    known = (reason for basis, reason in pinpoints.withheld.items() if _value(place, basis))
    remarks.note(*((reason,) if (reason := next(known, "")) else place.notes))
    return "", None


def all_places(
    page: tuple[str, str],
    paragraph: tuple[str, str],
    section_label: str,
    dash: str = "–",
    heading_label: str = "under “{}”",
) -> Pinpoints:
    """Every place, by plain labels for one and for several: for those who follow no manual."""
    # What the source prints comes first, for every reader can find it.
    printed, last = (pages(*page, dash), numbers(*paragraph, dash)), heading(heading_label.format)
    own = (section(section_label), division("", abbreviated=False))
    by_count = counted(*paragraph, dash)
    ways = (*printed, *own, by_count, last)
    return Pinpoints(ways, in_law=Pinpoints((*own, *printed, by_count, last)))


def pages(one: str, many: str, dash: str = "–", shortened: Callable[[str, str], str] = whole) -> Way:
    """Printed pages after a label: "p. {}", "pp. {}"."""
    return Way("pages", lambda cited: _labelled(cited.place.pages, one, many, dash, shortened))


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

    def write(cited: Cited) -> str:
        label, labels = signs if signs and cited.place.sign else (one, many)
        return _labelled(cited.place.numbers, label, labels, dash)

    return Way("numbers", write, memory, memory_of_several)


def counted(one: str, many: str, dash: str = "–", memory: str = "", memory_of_several: str = "") -> Way:
    """Paragraphs as they were counted."""

    def write(cited: Cited) -> str:
        place = cited.place
        span = place.counted and (str(place.counted[0]), str(place.counted[1]))
        return _labelled(span, one, many, dash)

    return Way("counted", write, memory, memory_of_several)


def counted_in_words(memory: str = "", memory_of_several: str = "") -> Way:
    """Paragraphs that were counted, by their place in the row: "third para.", "fifth and sixth paras."."""
    return Way("counted", _counted_in_words, memory, memory_of_several)


def section(label: str | Callable[[Metadata], str], memory: str = "") -> Way:
    """The number of a section that the source prints; the label may depend on the work."""

    def write(cited: Cited) -> str:
        number = cited.place.section
        return number and (label if isinstance(label, str) else label(cited.work)).format(number)

    return Way("section", write, memory)


def division(memory: str, *, abbreviated: bool, stops: bool = True) -> Way:
    """A numbered part that is no section, as its source calls it: "Article 12", abbreviated "art. 12"."""

    def write(cited: Cited) -> str:
        word, _, number = cited.place.division.partition(" ")
        short = _ABBREVIATED.get(word.lower()) if abbreviated else None
        if not (short and number):
            return cited.place.division
        return f"{short if stops else short.removesuffix('.')} {number}"

    return Way("division", write, memory)


def heading(write: Callable[[str], str], memory: str = "") -> Way:
    """The heading over the passage."""
    return Way("heading", lambda cited: cited.place.heading and write(cited.place.heading), memory)


def _counted_in_words(cited: Cited) -> str:
    """As in Chicago’s rule for numbers in general, words reach to one hundred.

    A range has figures at both ends as soon as one of them needs figures.
    """
    if cited.place.counted is None:
        return ""
    first, last = cited.place.counted
    name = in_words if last <= 100 else in_figures
    if first == last:
        return f"{name(first)} para."
    return f"{name(first)} {'and' if last == first + 1 else 'through'} {name(last)} paras."


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
