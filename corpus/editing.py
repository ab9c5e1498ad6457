"""What a reader may say of an article: every field, how its value is written, and what a text says in it.

A value is shown as `shown` writes it, and `edited` reads the same line back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeAlias

from corpus import identifiers, name_notation
from corpus.dates import day_of
from corpus.errors import BadValue
from corpus.identifiers import LONGEST
from corpus.metadata import Metadata, Name, PartialDate
from corpus.sanitiser import clean_line
from corpus.sources import READER

Value: TypeAlias = "str | PartialDate | tuple[Name, ...] | None"


class Field(NamedTuple):
    """A field that a reader may edit.

    `name` is the one in `Metadata`, `csl` the variable of CSL ("" where CSL has none), `label` what the
    reader sees, `hint` how the value is written.
    """

    name: str
    csl: str
    label: str
    hint: str


class Edit(NamedTuple):
    """A value that stands above what the source says, and whose it is: `corpus.sources.READER`, or a file.

    An empty value says that the article has none.
    """

    value: Value
    source: str


TYPES: Final = tuple(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing
    interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference
    patent performance periodical personal_communication post post-weblog regulation report review
    review-book software song speech standard thesis treaty webpage
    """.split()
)
"""The types of CSL 1.0.2."""

_NAMES: Final = "Ana Ruiz; *He* Jing (stars: the family name)"
_DAY: Final = "2021-02-05, 2021-02 or 2021"

FIELDS: Final[Mapping[str, Field]] = MappingProxyType(
    {
        field.name: field
        for field in (
            Field("title", "title", "Title", "as published"),
            Field("authors", "author", "Authors", f"{_NAMES}; {{a body}}"),
            Field("date", "issued", "Date", _DAY),
            Field("container", "container-title", "Published in", "the journal, newspaper, site or book"),
            Field("publisher", "publisher", "Publisher", "who published it, where that is another"),
            Field("url", "URL", "Address", "https://…"),
            Field("accessed", "accessed", "Read on", _DAY),
            Field("type", "type", "Kind", "article-newspaper, article-journal, webpage, report, book, …"),
            Field("volume", "volume", "Volume", "12"),
            Field("issue", "issue", "Issue", "3"),
            Field("pages", "page", "Pages", "145–170"),
            Field("number", "number", "Number", "of a report, or of a chapter of laws"),
            Field("genre", "genre", "Genre", "Report, Working paper, Doctoral thesis, …"),
            Field("edition", "edition", "Edition", "2"),
            Field("editors", "editor", "Editors", _NAMES),
            Field("place", "publisher-place", "Place", "where the publisher is"),
            Field("jurisdiction", "jurisdiction", "Jurisdiction", "of a statute: Cth, UK, …"),
            Field("doi", "DOI", "DOI", "10.5555/example"),
            Field("isbn", "ISBN", "ISBN", "ten or thirteen figures"),
            Field("title_short", "title-short", "Short title", "for later citations"),
            Field("container_short", "container-title-short", "Published in, short", "its abbreviation"),
            Field("title_romanised", "", "Title, romanised", "in Latin letters: Zhishi chanquan baohu"),
            Field("title_translated", "", "Title, translated", "in your language"),
            Field("container_romanised", "", "Published in, romanised", "in Latin letters: Faxue yanjiu"),
            Field("lang", "language", "Language", "en, en-GB, zh, …"),
        )
    }
)
"""Every field that may be edited, by its name, in the order in which a form shows them."""


def field_named(name: str) -> Field:
    """The field of a name in `Metadata`, of a CSL variable, or of a label, whatever its capitals.

    Raises BadValue, with the names that there are.
    """
    if name in FIELDS:
        return FIELDS[name]
    wanted = clean_line(name).casefold().replace("-", "_")
    for field in FIELDS.values():
        if wanted in (field.name, *(one.casefold().replace("-", "_") for one in (field.csl, field.label))):
            return field
    raise BadValue(f"There is no field “{clean_line(name)[:40]}”: choose one of {', '.join(FIELDS)}.")


def shown(metadata: Metadata, field: str) -> str:
    """The value of a field as a reader writes it; "" where it is not known. Raises BadValue."""
    return written(getattr(metadata, field_named(field).name))


def written(value: Value) -> str:
    """A value as a reader writes it: names by `corpus.name_notation`, days by ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return value.iso() if isinstance(value, PartialDate) else name_notation.written(value)


def value_of(field: str, text: str) -> Value:
    """What a text says in a field; an empty one says that there is none.

    Raises BadValue, with a sentence that says how it is written.
    """
    name = field_named(field).name
    line = clean_line(text[: 8 * LONGEST])
    if len(line) > LONGEST or len(text) > 8 * LONGEST:
        raise BadValue(f"This is longer than {LONGEST:,} characters: shorten it.")
    if not line:
        empty: Value = getattr(Metadata(), name)
        return empty
    return _READINGS.get(name, _line)(line)


def edited(metadata: Metadata, field: str, text: str) -> Metadata:
    """The metadata with a field as the reader says it is; "" says that the article has none.

    Raises BadValue, with a sentence that says how it is written.
    """
    name = field_named(field).name
    return applied(metadata, {name: Edit(value_of(name, text), READER)})


def applied(metadata: Metadata, edits: Mapping[str, Edit]) -> Metadata:
    """The metadata with these values in place of its own, each with its source."""
    if not edits:
        return metadata
    values: dict[str, Any] = {name: edit.value for name, edit in edits.items()}
    told = {name: edit.source for name, edit in edits.items()}
    return metadata._replace(**values, sources={**metadata.sources, **told})


def swapped(name: Name) -> Name:
    """The name with its parts exchanged, as published: in "Jing He" the family name is Jing, or He.

    What is printed stays; a body, or a name of one part, stays as it is. Done twice, it is undone.
    """
    if not name.family or not name.given:
        return name
    return name._replace(
        family=name.given,
        given=name.family,
        order="given-first" if name.order == "family-first" else "family-first",
    )


def _line(text: str) -> str:
    return text


def _day(text: str) -> PartialDate:
    if day := day_of(text):
        return day
    raise BadValue(f"“{text[:40]}” is no date: write {_DAY}.")


def _address(text: str) -> str:
    if address := identifiers.web_address(text):
        return address
    raise BadValue(f"“{text[:60]}” is no address of the web: it begins with https:// and has no spaces.")


def _doi(text: str) -> str:
    if doi := identifiers.doi_of(text):
        return doi
    raise BadValue(f"“{text[:60]}” is no DOI: write it as in 10.5555/example.")


def _isbn(text: str) -> str:
    if isbn := identifiers.isbn_of(text):
        return isbn
    raise BadValue(f"“{text[:40]}” is no ISBN: it has ten or thirteen figures.")


def _language(text: str) -> str:
    if tag := identifiers.language_of(text):
        return tag
    raise BadValue(f"“{text[:40]}” is no tag of a language: write en, en-GB, zh and the like.")


def _type(text: str) -> str:
    kind = re.sub(r"\s+", "-", text.casefold())
    for one in TYPES:
        if kind in (one, one.replace("_", "-")):
            return one
    raise BadValue(f"“{text[:40]}” is no kind of work: choose one of {', '.join(TYPES)}.")


_READINGS: Final[Mapping[str, Callable[[str], Value]]] = MappingProxyType(
    {
        "authors": name_notation.names_of,
        "editors": name_notation.names_of,
        "date": _day,
        "accessed": _day,
        "url": _address,
        "doi": _doi,
        "isbn": _isbn,
        "lang": _language,
        "pages": identifiers.pages_of,
        "type": _type,
    }
)
