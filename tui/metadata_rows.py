"""What is known of an article, row by row, as a form shows and edits it. No Textual in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from corpus.editing import FIELDS, shown, swapped, value_of
from corpus.metadata import Metadata, Name
from corpus.name_notation import written
from corpus.people import full_name
from corpus.sources import confidence

_USUAL: Final = ("title", "authors", "date", "container", "publisher", "url", "accessed", "type")
"""The fields that every article may be expected to have: they are always shown."""
_PEOPLE: Final = ("authors", "editors")
_AT_MOST: Final = 3
"""People that have a row each, unless all there is is to be shown."""
ENCODING: Final = "encoding"
"""The row that is of the file: how its bytes are read as letters."""
_ENCODING_HINT: Final = (
    "a name such as windows-1251; nothing leaves it to the bytes; the article is read again"
)
_UNKNOWN: Final = " unknown"


class FormRow(NamedTuple):
    """A row: a field, or one of the people in it (`person`, from 0).

    `value` is what a reader sees, "" where nothing is known; `source` where that came from and how far
    it may be believed; `missing` tells that the style asks for what is not known.
    """

    field: str
    label: str
    value: str
    source: str
    person: int | None = None
    missing: bool = False

    @property
    def hint(self) -> str:
        """How the value is written."""
        return _ENCODING_HINT if self.field == ENCODING else FIELDS[self.field].hint


def form_rows(metadata: Metadata, missed: Collection[str], *, everything: bool) -> list[FormRow]:
    """The rows of a form: what is usual, known or missed; `everything` shows all fields and people.

    `missed` are the fields that the style asks for and that are not known, by name.
    """
    rows: list[FormRow] = []
    for name, field in FIELDS.items():
        value = getattr(metadata, name)
        if not (everything or value or name in _USUAL or name in missed):
            continue
        source = _told(metadata, name)
        if value and name in _PEOPLE:
            rows += _people(name, field.label, value, source, everything=everything)
        else:
            rows.append(FormRow(name, field.label, shown(metadata, name), source, missing=name in missed))
    return rows


def missed_fields(notes: Collection[str]) -> frozenset[str]:
    """The fields that a style misses, by what it says of them: "title unknown", "author unknown"."""
    words = [note.removesuffix(_UNKNOWN) for note in notes if note.endswith(_UNKNOWN)]
    return frozenset(
        field.name
        for field in FIELDS.values()
        for word in words
        if word.replace(" ", "-").casefold() in (field.name, field.csl.casefold())
        or word.casefold() == field.label.casefold()
    )


def text_of(metadata: Metadata, row: FormRow) -> str:
    """What the row holds, as a reader writes it."""
    if row.field == ENCODING:
        return row.value
    if row.person is None:
        return shown(metadata, row.field)
    return written(getattr(metadata, row.field)[row.person : row.person + 1])


def said_of(metadata: Metadata, row: FormRow, text: str) -> str:
    """What the whole field says once the row says `text`; "" takes one of the people out.

    Raises BadValue where the text does not fit the field.
    """
    if row.person is None:
        value_of(row.field, text)
        return text
    people: tuple[Name, ...] = getattr(metadata, row.field)
    value = value_of(row.field, text)
    assert isinstance(value, tuple)
    return written((*people[: row.person], *value, *people[row.person + 1 :]))


def swapped_text(metadata: Metadata, row: FormRow) -> str | None:
    """What the row says once the other part of the name is the family name; None where there is none."""
    if row.person is None:
        return None
    name: Name = getattr(metadata, row.field)[row.person]
    other = swapped(name)
    return None if other == name else written((other,))


def _people(
    field: str, label: str, people: tuple[Name, ...], source: str, *, everything: bool
) -> Iterator[FormRow]:
    seen = len(people) if everything or len(people) <= _AT_MOST + 1 else _AT_MOST
    for number, name in enumerate(people[:seen]):
        yield FormRow(field, "" if number else label, _described(name), source, number)
    if seen < len(people):
        yield FormRow(field, "", f"and {len(people) - seen} others", source)


def _described(name: Name) -> str:
    """A name with what is taken for its family name, for that cannot be seen."""
    whole = full_name(name)
    if name.literal:
        return f"{whole} · a body"
    native = f" {name.native}" if name.native else ""
    return f"{whole}{native} · family name {name.family}" if name.family and name.given else whole + native


def _told(metadata: Metadata, field: str) -> str:
    source = metadata.sources.get(field, "")
    return f"{source}, {confidence(source)}" if source else ""
