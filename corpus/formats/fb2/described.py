"""What the description in a FictionBook says of the book.

Source: the schema of FictionBook 2.21, "title-info" and "publish-info".
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from corpus.editing import Value
from corpus.formats.xml import local
from corpus.metadata import Metadata, Name
from corpus.sanitiser import clean_line
from corpus.sources import BOOK_DESCRIPTION
from corpus.stating import stated

_LONGEST = 1_000


def metadata_of(description: Element) -> Metadata:
    """What the element "description" says, credited to it; never raises."""
    work = _part(description, "title-info")
    edition = _part(description, "publish-info")
    said: dict[str, Value] = {
        "title": _words(work, "book-title") or _words(edition, "book-name"),
        "authors": tuple(dict.fromkeys(_names(work))),
        # An edition is cited by its own year, before that of the work.
        "date": _words(edition, "year") or _date(work),
        "publisher": _words(edition, "publisher"),
        "place": _words(edition, "city"),
        "isbn": _words(edition, "isbn"),
        "lang": _words(work, "lang"),
        "type": "book",
    }
    return stated(said, BOOK_DESCRIPTION).metadata


def _part(element: Element, name: str) -> Element:
    return next((one for one in element if local(one.tag) == name), Element(name))


def _words(element: Element, name: str) -> str:
    return clean_line("".join(_part(element, name).itertext())[:_LONGEST])


def _date(work: Element) -> str:
    return _part(work, "date").get("value", "") or _words(work, "date")


def _names(work: Element) -> Iterator[Name]:
    for one in work:
        if local(one.tag) != "author":
            continue
        family = _words(one, "last-name")
        given = " ".join(filter(None, (_words(one, "first-name"), _words(one, "middle-name"))))
        if family:
            yield Name(family, given)
        elif called := given or _words(one, "nickname"):
            yield Name(literal=called)
