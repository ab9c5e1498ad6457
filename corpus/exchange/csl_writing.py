"""A work as a CSL-JSON item, which Zotero, Pandoc and every citeproc read.

Schema: https://github.com/citation-style-language/schema (csl-data.json, 1.0.2). What is not known is not
written. A name that its source prints family name first has `static-ordering`, so that processors
leave it so. What CSL has no field for stands in the item's `custom`:

- `author-native`, `editor-native`: the names in their own script, one for each, "" where there is none
- `title-romanised`, `container-title-romanised`: in Latin letters
- `title-translated`: in the language of whoever cites
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from corpus.editing import FIELDS
from corpus.metadata import Metadata, Name, PartialDate
from corpus.sanitiser import clean_line

_APART: Final = frozenset({"authors", "editors", "date", "accessed", "type"})
"""Fields whose values are no texts."""
_FIELDS: Final = {name: field.csl for name, field in FIELDS.items() if field.csl and name not in _APART}
_CUSTOM: Final = {
    "title_romanised": "title-romanised",
    "title_translated": "title-translated",
    "container_romanised": "container-title-romanised",
}
_UNKNOWN_TYPE: Final = "document"
"""The schema asks for a type: this one says least."""


def item(metadata: Metadata, key: str) -> dict[str, Any]:
    """The work as an item with that id; all of it is plain JSON."""
    written: dict[str, Any] = {"id": key, "type": clean_line(metadata.type) or _UNKNOWN_TYPE}
    for role, names in (("author", metadata.authors), ("editor", metadata.editors)):
        if people := [person for person in map(_name, names) if person]:
            written[role] = people
    for variable, date in (("issued", metadata.date), ("accessed", metadata.accessed)):
        if date is not None:
            written[variable] = {"date-parts": [_date_parts(date)]}
    written |= _told(metadata, _FIELDS)
    custom = _told(metadata, _CUSTOM)
    custom |= _native("author-native", metadata.authors) | _native("editor-native", metadata.editors)
    return written | ({"custom": custom} if custom else {})


def _told(metadata: Metadata, fields: dict[str, str]) -> dict[str, Any]:
    told = {variable: clean_line(getattr(metadata, field)) for field, variable in fields.items()}
    return {variable: value for variable, value in told.items() if value}


def _name(name: Name) -> dict[str, Any]:
    if literal := clean_line(name.literal):
        return {"literal": literal}
    parts: dict[str, Any] = {"family": clean_line(name.family), "given": clean_line(name.given)}
    person = {part: value for part, value in parts.items() if value}
    if len(person) == 2 and name.order == "family-first":
        person["static-ordering"] = True
    return person


def _native(variable: str, names: Sequence[Name]) -> dict[str, Any]:
    native = [clean_line(name.native) for name in names if any(_name(name))]
    return {variable: native} if any(native) else {}


def _date_parts(date: PartialDate) -> list[int]:
    parts = [date.year, date.month, date.day]
    return parts[: parts.index(0)] if 0 in parts[1:] else parts
