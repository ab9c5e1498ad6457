"""A CSL-JSON item as metadata (https://docs.citationstyles.org/en/stable/specification.html, appendix IV).

What CSL has no variable for stands in the item's `custom`, as `corpus.exchange.csl_writing` puts it there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from corpus.dates import day_of
from corpus.editing import FIELDS, Value
from corpus.expression import expression
from corpus.identifiers import LONGEST
from corpus.metadata import Metadata, Name
from corpus.names import parse_name
from corpus.sanitiser import clean_line
from corpus.scripts import is_han
from corpus.sources import CSL_SIDECAR
from corpus.stating import Stated, stated

MOST_NAMES: Final = 500
"""The most people that are taken of one work."""

_VARIABLES: Final = {field.csl: field.name for field in FIELDS.values() if field.csl}
# What Zotero and older processors call them.
_OTHER_NAMES: Final = {
    "shortTitle": "title_short",
    "journalAbbreviation": "container_short",
    "title-romanised": "title_romanised",
    "title-romanized": "title_romanised",
    "title-translated": "title_translated",
    "translated-title": "title_translated",
    "container-title-romanised": "container_romanised",
    "container-title-romanized": "container_romanised",
}
_LEAST: Final = "document"
"""The type of an item of which none is known: the schema asks for one."""
_LARGEST: Final = 10**12
_PEOPLE: Final = ("authors", "editors")
_DAYS: Final = ("date", "accessed")
# Of older processors, and of ISO 8601-2.
_SEASONS: Final = (*range(13, 17), *range(21, 25))
# Titles in CSL-JSON may have these, and no others (citeproc-js, “HTML-like formatting tags”).
_MARKUP: Final = expression(r"</?(?:i|b|sc|sup|sub|span)(?:\s[^<>]{0,80})?>")


def metadata_of(item: Mapping[str, Any], source: str = CSL_SIDECAR) -> Metadata:
    """What an item says, every value credited to `source`; never raises."""
    return stated_by(item, source).metadata


def stated_by(item: Mapping[str, Any], source: str = CSL_SIDECAR) -> Stated:
    """The same, with a sentence for each value that can be none; never raises."""
    return stated(values_of(item), source)


def values_of(item: Mapping[str, Any]) -> dict[str, Value]:
    """What an item says, by field of `Metadata`: people as names, all else as text; never raises."""
    said: dict[str, Value] = {}
    custom = item.get("custom")
    ours: Mapping[str, Any] = custom if isinstance(custom, Mapping) else {}
    for variables, part in ((_VARIABLES, item), (_OTHER_NAMES, item), (_OTHER_NAMES, ours)):
        for variable, field in variables.items():
            value = part.get(variable)
            if value is None or said.get(field):
                continue
            if field in _PEOPLE:
                said[field] = people_of(value, ours.get(f"{variable}-native"))
            else:
                said[field] = date_text(value) if field in _DAYS else _text(value)
    if said.get("type") == _LEAST:
        del said["type"]
    return said


def _text(value: object) -> str:
    if isinstance(value, str):
        return _MARKUP.sub("", value[: 4 * LONGEST]) if "<" in value else value[: 4 * LONGEST]
    # Numbers that are larger, or no numbers, stand in no bibliography.
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < _LARGEST:
        return ""
    return f"{value:.12g}"


def people_of(value: object, natives: object = None) -> tuple[Name, ...]:
    """The names of a variable; `natives` are the same in their own script, if there is one for each."""
    names = [name for name in map(name_of, _listed(value)[:MOST_NAMES]) if name != Name()]
    return with_natives(names, [clean_line(_text(native))[:LONGEST] for native in _listed(natives)])


def with_natives(names: Sequence[Name], natives: Sequence[str]) -> tuple[Name, ...]:
    """The names, each with itself in its own script, if there are as many of these."""
    if len(natives) != len(names):
        return tuple(names)
    return tuple(
        name._replace(native=name.native or native) for name, native in zip(names, natives, strict=True)
    )


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def name_of(value: object) -> Name:
    """A name of CSL-JSON; one that has no letter is none."""
    if isinstance(value, str):
        return parse_name(value)
    if not isinstance(value, Mapping):
        return Name()
    parts = {str(key): clean_line(_text(part))[:LONGEST] for key, part in value.items()}
    native = parts.get("native", "")
    literal, family = parts.get("literal", "") or parts.get("name", ""), parts.get("family", "")
    given = " ".join(filter(None, (parts.get("given", ""), parts.get("dropping-particle", ""))))
    if not any(map(str.isalpha, literal + family + given)):
        return Name()
    if literal or not given:
        if literal or not family:
            return Name(literal=literal, native=native) if literal else Name(given=given, native=native)
        body = parse_name(family).literal
        if body == family:
            return Name(literal=family, native=native)
    family = " ".join(filter(None, (parts.get("non-dropping-particle"), family, parts.get("suffix"))))
    first = parts.get("order") == "family-first" or value.get("static-ordering") in (True, "true")
    han = bool(given) and all(map(is_han, family + given))
    return Name(family, given, "family-first" if first or han else "given-first", native=native)


def date_text(value: object) -> str:
    """A date of CSL-JSON as text: its parts as ISO 8601 has them, or what stands there in words.

    Of a span of days it is the first.
    """
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, str | int):
        return _first_of_span(_text(value))
    if not isinstance(value, Mapping):
        return ""
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
        return _joined(parts[0][:3])
    if "year" in value:
        return _joined([value.get(part) for part in ("year", "month", "day")])
    return _first_of_span(next((_text(value[key]) for key in ("raw", "literal") if value.get(key)), ""))


def _joined(parts: list[Any]) -> str:
    """Year, month and day, as far as they are known; a season, which counts as a month there, is none."""
    figures = [clean_line(_text(part))[:20] for part in parts]
    known = [text for text in figures if text.strip("0")]
    if len(known) > 1 and known[1].isdecimal() and int(known[1]) in _SEASONS:
        known = known[:1]
    return "-".join((known[0].rjust(4, "0"), *known[1:])) if known else ""


def _first_of_span(text: str) -> str:
    """The first day of a span as EDTF writes it: "2021-02-05/2021-02-07"."""
    first, stroke, _ = text.partition("/")
    return first if stroke and day_of(first) else text
