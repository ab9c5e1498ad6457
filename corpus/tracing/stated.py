"""The places that a citation states, whatever its style, and the works among which it divides them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus import words
from corpus.expression import expression
from corpus.metadata import Metadata
from corpus.tracing.facts import Facts
from corpus.tracing.locators import labelled, pinpoints_of, widened
from corpus.tracing.traced import Pinpoint

_SIGNS: Final = {
    "page": ("p. ", "pp. "),
    "paragraph": ("¶ ", "¶¶ "),
    "section": ("§ ", "§§ "),
    "note": ("n. ", "nn. "),
}


def parts_of(citation: str) -> Iterator[str]:
    """The works of a citation that names several: a place alone belongs to the one before."""
    last = ""
    for part in re.split(r"\s*[;；]\s*(?=[^\W\d_]|@|\\)", citation):
        if last and not re.search(r"\d{4}|[@“\"‘\\]", part) and (labelled(part) or pinpoints_of(part)):
            last = f"{last}; {part}"
            continue
        if last:
            yield last
        last = part
    yield last


def places_in(facts: Facts, work: Metadata) -> tuple[Pinpoint, ...]:
    """The places that a citation of a work names in whatever style: those with a label, or the last number.

    The pages of the whole work, and numbers in its title, are none.
    """
    for key in facts.keys:
        if key.note and (
            found := pinpoints_of(key.note) or tuple(one.pinpoint for one in labelled(key.note))
        ):
            return found
    if facts.keys:
        return ()
    text = facts.text
    known = [one for one in labelled(text) if not _is_of_the_work(text, one.start, one.pinpoint)]
    # A note's number leads to the citation that it means, and says nothing of the place.
    places = tuple(one.pinpoint for one in known if one.pinpoint.kind != "note")
    return _others(places, work) or _others(_last_number(text), work)


def _others(places: tuple[Pinpoint, ...], work: Metadata) -> tuple[Pinpoint, ...]:
    return tuple(place for place in places if not _describes(place, work))


def _describes(place: Pinpoint, work: Metadata) -> bool:
    """Whether what looks like a place is the pages of the whole work, or stands in its title."""
    ends = _PAGES.fullmatch(work.pages)
    if ends and place.kind in ("page", "") and place.first == ends["first"] != place.last:
        return place.last == widened(ends["first"], ends["last"])
    return place.kind == "section" and place.first[:1] != "“" and _number(place.first) in _number(work.title)


def _number(text: str) -> str:
    return f" {' '.join(words.columns(text)[2])} "


def _is_of_the_work(text: str, start: int, pinpoint: Pinpoint) -> bool:
    """Whether what looks like a place belongs to the work: the year "[2019]" of a report."""
    bracketed = text[start : start + 1] in "[［【"
    opens = not text[:start].strip(" (")
    year = pinpoint.kind == "paragraph" and bracketed and re.fullmatch(r"(?:1[4-9]|20)\d\d", pinpoint.first)
    return bool((bracketed and opens and len(text.strip(" .()")) > len(pinpoint.first) + 2) or year)


_PAGES: Final = expression(r"(?P<first>\w{1,8})\s?[-–]\s?(?P<last>\w{1,8})")
_YEAR: Final = expression(r"(?:1[4-9]|20)\d\d")
_LAST: Final = expression(
    r"(?:[,:)\]”’\"']|\bat|\bibid\.?|\bid\.?|(?:1[4-9]|20)\d\d[a-z]?|[^\W\d_])[,:]?\s{1,2}"
    r"(?:at\s)?(?P<first>\d{1,5}|[ivxlc]{2,8})(?:\s?[-–—]{1,3}\s?(?P<last>\d{1,5}|[ivxlc]{1,8}))?\s*[.)\]]*\s*\Z",
    re.IGNORECASE,
)


def _last_number(text: str) -> tuple[Pinpoint, ...]:
    match = _LAST.search(text[-200:])
    if match is None or (_YEAR.fullmatch(match["first"]) and not match["last"]):
        return ()
    first = match["first"]
    return (Pinpoint("", first, widened(first, match["last"]) if match["last"] else first),)


def written(pinpoint: Pinpoint) -> str:
    """A place as it is called here: "¶ 3", "pp. 146–147", "§ 4.5"."""
    kind, first, last = pinpoint
    named_itself = not first[:1].isdecimal() and kind == "section"
    one, many = ("", "") if named_itself else _SIGNS.get(kind, ("", ""))
    return f"{one}{first}" if first == last else f"{many}{first}–{last}"
