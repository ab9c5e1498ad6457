"""What the package of an EPUB says of the book: its title, who wrote it, when it appeared.

Sources: EPUB 3.3 § 5.5 and appendix D.3, OPF 2.0.1 § 2.2, the roles of MARC (https://id.loc.gov/vocabulary/relators).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from corpus.dates import parse_date
from corpus.editing import Value
from corpus.formats.xml import local
from corpus.identifiers import doi_of, isbn_in, web_address
from corpus.metadata import Metadata, Name, PartialDate
from corpus.names import parse_names
from corpus.sanitiser import clean_line
from corpus.sources import BOOK_PACKAGE
from corpus.stating import stated

_ELEMENTS: Final = frozenset("title creator contributor date publisher identifier language source".split())
_LONGEST: Final = 1_000
_MOST: Final = 500
# What programs write where they know nothing.
_NOTHING: Final = frozenset(
    "unknown untitled und undefined none [unknown] [untitled] unbekannt inconnu".split()
)
_EVENTS: Final = ("publication", "", "original-publication", "ops-publication", "creation")
"""What happened on a date that may be one of publication; the best comes first."""
_EARLIEST: Final = 1_000


class _Said(NamedTuple):
    """One of the elements of Dublin Core, with what refines it ("role", "file-as", "title-type")."""

    name: str
    words: str
    more: Mapping[str, str]


def metadata_of(root: Element) -> Metadata:
    """What the package document with this root says, credited to it; never raises."""
    said = list(_said(root))
    fields: dict[str, Value] = {
        **_titles([one for one in said if one.name == "title"]),
        "authors": _people(said, "creator", ("aut", "")),
        "editors": _people(said, "creator", ("edt",)) + _people(said, "contributor", ("edt",)),
        "date": _date(said),
        "publisher": _first(said, "publisher"),
        "lang": _first(said, "language"),
        **_identifiers(said),
        "type": "book",
    }
    return stated(fields, BOOK_PACKAGE).metadata


def _said(root: Element) -> Iterator[_Said]:
    refined: dict[str, dict[str, str]] = {}
    elements = [one for one in root.iter() if local(one.tag) in _ELEMENTS or local(one.tag) == "meta"]
    for one in elements:
        if (of := one.get("refines", "")) and (what := one.get("property", "")):
            refined.setdefault(of.lstrip("#"), {}).setdefault(what, clean_line((one.text or "")[:_LONGEST]))
    for one in elements[:_MOST]:
        words = clean_line("".join(one.itertext())[:_LONGEST])
        if local(one.tag) != "meta" and words and words.casefold() not in _NOTHING:
            own = {local(key): clean_line(value[:_LONGEST]) for key, value in one.attrib.items()}
            yield _Said(local(one.tag), words, own | refined.get(one.get("id", ""), {}))


def _first(said: list[_Said], name: str) -> str:
    return next((one.words for one in said if one.name == name), "")


def _titles(titles: list[_Said]) -> dict[str, Value]:
    """The main title with its subtitle; those without a type that follow the first are other titles."""
    kinds = {one.more.get("title-type", ""): one.words for one in reversed(titles)}
    if "main" not in kinds and not any(kinds):
        return {"title": kinds.get("", "")}
    main = kinds.get("main") or kinds.get("") or kinds.get("expanded") or ""
    subtitle = kinds.get("subtitle", "")
    return {
        "title": f"{main}: {subtitle}" if main and subtitle and subtitle not in main else main or subtitle,
        "title_short": kinds.get("short", "") if kinds.get("short") != main else "",
        "edition": kinds.get("edition", ""),
    }


def _people(said: list[_Said], element: str, roles: tuple[str, ...]) -> tuple[Name, ...]:
    of_these = (one for one in said if one.name == element and one.more.get("role", "").lower() in roles)
    return tuple(dict.fromkeys(name for one in of_these for name in _names(one)))


def _names(one: _Said) -> tuple[Name, ...]:
    """The names that an element says; how it is filed tells which part is the family's."""
    family, comma, given = (part.strip() for part in one.more.get("file-as", "").partition(","))
    if comma and family and given:
        if one.words in (f"{given} {family}", f"{family}, {given}"):
            return (Name(family, given),)
        if one.words in (f"{family} {given}", f"{family}{given}"):
            return (Name(family, given, order="family-first"),)
    return tuple(parse_names(one.words))


def _date(said: list[_Said]) -> PartialDate | None:
    dates = {one.more.get("event", "").lower(): one.words for one in reversed(said) if one.name == "date"}
    read = (parse_date(dates[event]) for event in _EVENTS if event in dates)
    return next((date for date in read if date and date.year >= _EARLIEST), None)


def _identifiers(said: list[_Said]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    # A printed edition that this one was made of comes last.
    for one in sorted(
        (one for one in said if one.name in ("identifier", "source")), key=lambda one: one.name
    ):
        scheme = one.more.get("scheme", "").lower()
        bare = one.words.removeprefix("urn:")
        if doi := doi_of(bare):
            found.setdefault("doi", doi)
        elif scheme == "isbn" or bare.lower().startswith(("isbn", "978", "979")):
            if isbn := isbn_in(bare.lower().removeprefix("isbn").lstrip(":- ").upper()):
                found.setdefault("isbn", isbn)
        elif one.name == "identifier" and (address := web_address(bare)):
            found.setdefault("url", address)
    return found
