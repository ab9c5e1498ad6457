"""The chapters of an EPUB: each file read, and told whether it is text or only leads through the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from corpus.document import Document, Inline, Kind
from corpus.expression import expression
from corpus.formats.archive import Archive
from corpus.formats.epub.package import within
from corpus.formats.html import Part
from corpus.formats.html.links import Addresses
from corpus.formats.xhtml import html_of
from corpus.sanitiser import clean_line, clean_name

# Words of the structural semantics of EPUB and of the guide of OPF 2, without signs.
_LEADING: Final = frozenset("cover frontcover titlepage halftitlepage halftitle copyrightpage".split())
"""What stands on the first pages of a book, and is no part of its text."""
_LISTS: Final = frozenset("toc loi lot pagelist landmarks index".split())
"""What leads through a book, where it consists of links; some say so of files with words of their own."""
_BEHIND: Final = frozenset("endnotes footnotes rearnotes bibliography".split())
_ROLES: Final = expression(
    r"<body\b(?P<body>[^>]{0,1000})>(?:\s|<!--.*?-->|<div\b[^>]{0,300}>){0,8}(?:<(?:section|nav)\b(?P<section>[^>]{0,1000})>)?",
    re.DOTALL | re.IGNORECASE,
)
_TYPE: Final = expression(r"\b(?:epub:type|role)\s*=\s*[\"'](?P<types>[^\"']*)")
_SVG: Final = expression(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*+<(?:\w+:)?svg\b", re.DOTALL
)
_SVG_TAG: Final = expression(r"<(?P<end>/?)(?:\w+:)?(?P<name>text|title|desc)\b[^<>]*>")
_TAG: Final = expression(r"<[^>]*>")
# A reference to a note that only its looks set apart would run into the word before it.
_REFERENCE: Final = expression(
    r"<a\b(?=[^<>]*\b(?:epub:type|role)\s*=\s*[\"'](?:doc-)?noteref[\"'])[^<>]*+>\s*+[\d*†‡§¶]{1,4}\s*</a>"
)
_ABSOLUTE: Final = expression(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_RUN: Final = ("javascript:", "vbscript:", "data:", "about:", "blob:")
_LONGEST: Final = 2_000
_MOSTLY: Final = 0.8
_HALF: Final = 0.5
_FEWEST_LINKS: Final = 5


class ChapterAddresses:
    """Where the links and pictures of a chapter lead: a place in the book is "#name of its file#place".

    What lies outside of the book stays as it is written; a picture in it is its name in the archive.
    """

    def __init__(self, archive: Archive, name: str) -> None:
        """Take the archive, and the name of the chapter's file in it."""
        self._archive, self._chapter = archive, name
        self._own = clean_name(name)
        self._known: dict[str, str] = {}

    def link(self, written: str) -> str:
        """Where a link leads; "" for nowhere."""
        address = clean_line(written)[:_LONGEST]
        path, sign, place = address.partition("#")
        if _ABSOLUTE.match(path):
            return "" if address.lower().startswith(_RUN) else address
        name = self._name(path) if path else self._own
        if not name:
            return address
        return f"#{name}#{_unquoted(place)}" if sign and place else f"#{name}"

    def picture(self, attributes: Mapping[str, str | None]) -> str:
        """Where a picture lies; "" for one that is written into the chapter itself."""
        address = clean_line(attributes.get("src") or "")[:_LONGEST]
        if _ABSOLUTE.match(address):
            return "" if address.lower().startswith(_RUN) else address
        return self._name(address)

    def name(self, written: str) -> str:
        """The name of a place among those of the book."""
        return f"{self._own}#{clean_line(written)[:_LONGEST]}"

    def _name(self, path: str) -> str:
        if path not in self._known:
            self._known[path] = clean_name(within(self._archive, self._chapter, path))
        return self._known[path]


def _unquoted(place: str) -> str:
    if "%" not in place:
        return place
    from urllib.parse import unquote

    return clean_line(unquote(place))


class Chapter:
    """A file of a book."""

    def __init__(self, data: bytes, addresses: Addresses, role: str = "", *, pages: bool = True) -> None:
        """Take its bytes, and what the book says that it is. Raises CannotOpen.

        Without `pages`, those that it prints are not looked for.
        """
        text = html_of(data)
        if _SVG.match(text):
            text = _drawn(text)
        if "noteref" in text:
            text = _REFERENCE.sub(r"<sup>\g<0></sup>", text)
        self._roles = {role, *_roles(text)}
        self._part = Part(text, addresses, pages=pages)

    def beginning(self) -> Document | None:
        """What it begins with, where it is long and part of the text; else None."""
        document = self._part.beginning()
        return None if document is None or not self.is_text(document) else document

    def whole(self) -> Document:
        """All of it."""
        return self._part.whole()

    def is_text(self, document: Document) -> bool:
        """Whether its paragraphs, in what was read of it, are those of the book."""
        if self._roles & (_LEADING | _BEHIND):
            return False
        return _linked(document) < (_HALF if self._roles & _LISTS else _MOSTLY)


def _roles(text: str) -> set[str]:
    """What the body of a file, or the section that it consists of, says that it is."""
    match = _ROLES.search(text[: 1 << 16])
    if match is None:
        return set()
    types = (_TYPE.search(attributes) for attributes in (match["body"], match["section"] or ""))
    words = (word for found in types if found for word in found["types"].split())
    return {re.sub("[^a-z]", "", word.lower().removeprefix("doc-")) for word in words}


def _linked(document: Document) -> float:
    """The share of the words of paragraphs that are links into the book: nearly all in a list of contents."""
    paragraphs = [block for block in document.blocks if block.kind is Kind.PARAGRAPH]
    inside = [
        span
        for block in paragraphs
        for span in document.spans_in(block.start, block.end)
        if span.inline is Inline.LINK and span.target.startswith("#")
    ]
    words = sum(block.end - block.start for block in paragraphs)
    return sum(span.end - span.start for span in inside) / words if len(inside) >= _FEWEST_LINKS else 0.0


def _drawn(text: str) -> str:
    """The words in a drawing, a paragraph each."""
    found: list[str] = []
    begun: re.Match[str] | None = None
    for tag in _SVG_TAG.finditer(text):
        if begun is None and not tag["end"]:
            begun = tag
        elif begun is not None and tag["end"] and tag["name"] == begun["name"]:
            found.append(_TAG.sub(" ", text[begun.end() : tag.start()]))
            begun = None
    return "<body>" + "".join(f"<p>{one}</p>" for one in found)
