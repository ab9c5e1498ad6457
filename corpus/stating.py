"""From what a source writes into its fields to metadata: what cannot be a value is left out, and said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from corpus.dates import parse_date
from corpus.editing import Value, value_of
from corpus.errors import BadValue
from corpus.identifiers import LONGEST, address_in, isbn_in
from corpus.metadata import Metadata
from corpus.sanitiser import clean_line

# How a source may write what a reader is asked to write more strictly.
_TOLERANT: Final[Mapping[str, Callable[[str], Value]]] = {
    "date": parse_date,
    "accessed": parse_date,
    "isbn": isbn_in,
    "url": address_in,
}
# Some write these where they know nothing.
_NOTHING: Final = frozenset("?-–— ")
# What people write there is often no value of ours, and no fault of theirs.
_LOOSE: Final = ("lang", "type")


class Stated(NamedTuple):
    """What a source states, and a sentence for each of its values that can be none."""

    metadata: Metadata
    faults: tuple[str, ...] = ()


def stated(said: Mapping[str, Value], source: str) -> Stated:
    """Metadata of what a source says by field, in text, or as values of `Metadata`; never raises.

    Every value is credited to the source. Dates are read as `corpus.dates.parse_date` reads them, what is
    too long is cut.
    """
    known: dict[str, Any] = {}
    faults: list[str] = []
    for field, value in said.items():
        if not value or (field in _TOLERANT and set(str(value)) <= _NOTHING):
            continue
        try:
            read = _read(field, value) if isinstance(value, str) else value
        except BadValue as fault:
            if field not in _LOOSE:
                faults.append(str(fault))
        else:
            if read:
                known[field] = read
    return Stated(Metadata(**known, sources=dict.fromkeys(known, source)), tuple(faults))


def _read(field: str, text: str) -> Value:
    line = clean_line(text[: 4 * LONGEST])[:LONGEST]
    reading = _TOLERANT.get(field)
    return (reading(line) if reading else None) or value_of(field, line)
