"""The place in a work as the styles name it that have labels: "p. 42", "¶¶ 5–6", "Sec. 4.5"."""

from __future__ import annotations

from typing import Literal, NamedTuple

from corpus.citation.place import Place
from corpus.citation.ranges import spanned
from corpus.metadata import Metadata

Kind = Literal["page", "printed", "counted", "section", "heading"]
"""What names a place: a page, a paragraph by the number that the source prints, a paragraph by its count,
a numbered section, a heading."""

# What the source prints comes first, for every reader can find it.
_ORDER: tuple[Kind, ...] = ("page", "printed", "section", "counted", "heading")
_OF_A_LAW: tuple[Kind, ...] = ("section", "page", "printed", "counted", "heading")

LAWS = frozenset({"legislation", "bill", "regulation", "treaty"})
"""Types of works that are cited by their sections first."""


class Labels(NamedTuple):
    """What a style prints before one and before several, with the space, and between two."""

    page: tuple[str, str]
    paragraph: tuple[str, str]
    section: str
    dash: str = "–"
    heading: str = "under “{}”"


def best(work: Metadata, place: Place, *allowed: Kind) -> Kind | None:
    """The first of the allowed kinds that the place has, by the order above; None if it has none of them."""
    known = {
        "page": place.pages,
        "printed": place.numbers,
        "counted": place.counted,
        "section": place.section,
        "heading": place.heading,
    }
    order = _OF_A_LAW if work.type in LAWS else _ORDER
    return next((kind for kind in order if known[kind] and (kind in allowed or not allowed)), None)


def named(place: Place, kind: Kind | None, labels: Labels) -> str:
    """The place by one of its kinds, with the label; "" for None, or where the place has not that kind."""
    if kind == "page" and place.pages:
        return _labelled(place.pages, labels.page, labels.dash)
    if kind == "printed" and place.numbers:
        return _labelled(place.numbers, labels.paragraph, labels.dash)
    if kind == "counted" and place.counted:
        first, last = place.counted
        return _labelled((str(first), str(last)), labels.paragraph, labels.dash)
    if kind == "section" and place.section:
        return f"{labels.section}{place.section}"
    return labels.heading.format(place.heading) if kind == "heading" and place.heading else ""


def _labelled(span: tuple[str, str], labels: tuple[str, str], dash: str) -> str:
    return f"{labels[span[0] != span[1]]}{spanned(span, dash)}"
