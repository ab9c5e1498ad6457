"""Metadata as a citation can print them: clean, and without the punctuation that the style sets itself."""

from __future__ import annotations

from typing import Any, Final

from corpus.citation.style import Cited
from corpus.metadata import Metadata, Name
from corpus.sanitiser import clean_line

_EDGES: Final = " ,;:\u3000，；：、"
_NOTHING: Final = _EDGES + ".…。．'\"‘’“”()[]-–—"


def tidied(cited: Cited) -> Cited:
    """The same without control characters, stray spaces, and commas at the ends of names and titles.

    What has neither letter, digit nor symbol is not known.
    """
    work = cited.work
    changed: dict[str, Any] = {
        field: clean
        for field, value in zip(Metadata._fields, work, strict=True)
        if isinstance(value, str) and (clean := _tidy(value)) is not value
    }
    for field, names in (("authors", work.authors), ("editors", work.editors)):
        clean_names = tuple(name for name in map(_name, names) if name.as_published())
        if clean_names != names:
            changed[field] = clean_names
    place = cited.place
    heading, section = _tidy(place.heading), _tidy(place.section)
    return cited._replace(
        work=work._replace(**changed) if changed else work,
        place=place._replace(
            heading=heading, section=section, pages=_span(place.pages), numbers=_span(place.numbers)
        ),
    )


def _tidy(text: str) -> str:
    if not text:
        return text
    clean = (text if text.isprintable() else clean_line(text)).strip(_EDGES)
    return clean if clean.strip(_NOTHING) else ""


def _name(name: Name) -> Name:
    return Name(_tidy(name.family), _tidy(name.given), name.order, _tidy(name.literal), _tidy(name.native))


def _span(span: tuple[str, str] | None) -> tuple[str, str] | None:
    if span is None:
        return None
    first, last = map(_tidy, span)
    return (first, last or first) if first else None
