"""Metadata as a citation can print them: clean, and without the punctuation that the style sets itself."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from corpus.citation.place import Place
from corpus.citation.style import Cited
from corpus.metadata import Metadata, Name
from corpus.sanitiser import clean_line

_EDGES: Final = " ,;:\u3000，；：、"
_NOTHING: Final = _EDGES + ".…。．'\"‘’“”()[]-–—"


def tidied(cited: Cited) -> Cited:
    """The same without control characters, stray spaces, and commas at the ends of names and titles.

    What has neither letter, digit nor symbol is not known. What stands for a title begins with a capital.
    """
    work = cited.work
    changed: dict[str, Any] = {
        field: clean
        for field, value in zip(Metadata._fields, work, strict=True)
        if value and isinstance(value, str) and (clean := _tidy(value)) is not value
    }
    for field in ("title_romanised", "title_translated"):
        if (words := changed.get(field) or getattr(work, field))[:1].islower():
            changed[field] = words[0].upper() + words[1:]
    for field, names in (("authors", work.authors), ("editors", work.editors)):
        tidy = tuple([name for name in map(_name, names) if name.family or name.given or name.literal])
        if tidy != names:
            changed[field] = tidy
    return cited._replace(work=work._replace(**changed) if changed else work, place=_place(cited.place))


def _place(place: Place) -> Place:
    tidy = place._replace(
        pages=_span(place.pages),
        numbers=_span(place.numbers),
        heading=_tidy(place.heading),
        section=_tidy(place.section),
        division=_tidy(place.division),
    )
    return place if tidy == place else tidy


def _tidy(text: str) -> str:
    # Most are: this is many times as fast as looking closer.
    if not text or (text[0].isalnum() and text[-1].isalnum() and text.isprintable()):
        return text
    clean = (text if text.isprintable() else clean_line(text)).strip(_EDGES)
    return clean if clean.strip(_NOTHING) else ""


# The same people are tidied for every form of a citation, and for every style that is shown beside it.
@lru_cache(maxsize=1024)
def _name(name: Name) -> Name:
    tidy = Name(_tidy(name.family), _tidy(name.given), name.order, _tidy(name.literal), _tidy(name.native))
    return name if tidy == name else tidy


def _span(span: tuple[str, str] | None) -> tuple[str, str] | None:
    if span is None:
        return None
    first, last = map(_tidy, span)
    return (first, last or first) if first else None
