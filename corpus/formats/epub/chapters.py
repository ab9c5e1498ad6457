"""The chapters of an EPUB: each file read, and told whether it is text or only leads through the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from corpus.document import Document, Inline, Kind, Span
from corpus.expression import expression
from corpus.formats.archive import Archive
from corpus.formats.epub.package import within
from corpus.formats.html import parse_markup
from corpus.formats.xhtml import html_of
from corpus.sanitiser import clean_line

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
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:\w+:)?svg\b", re.DOTALL
)
_SVG_WORDS: Final = expression(
    r"<(?:\w+:)?(?P<tag>text|title|desc)\b[^>]*>(?P<words>.*?)</(?:\w+:)?(?P=tag)\s*>", re.DOTALL
)
_TAG: Final = expression(r"<[^>]*>")
_ABSOLUTE: Final = expression(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_MOSTLY: Final = 0.8
_HALF: Final = 0.5
_FEWEST_LINKS: Final = 5


class Read(NamedTuple):
    """A chapter as it was read; `counted` tells whether its paragraphs are those of the book."""

    document: Document
    counted: bool


def read_chapter(data: bytes, role: str = "") -> Read:
    """A file of a book; `role` is what the book says that it is. Raises CannotOpen."""
    text = html_of(data)
    if _SVG.match(text):
        text = _drawn(text)
    document = parse_markup(text)
    roles = {role, *_roles(text)}
    linked = _linked(document)
    aside = roles & (_LEADING | _BEHIND) or linked >= (_HALF if roles & _LISTS else _MOSTLY)
    return Read(document, not aside)


def targets(archive: Archive, name: str) -> Callable[[Span], str]:
    """Tells where the links and pictures of a chapter lead: a place in the book is "#name#x".

    What lies outside of the book stays as it is written; a picture in it is its name in the archive.
    """
    known: dict[str, str] = {}

    def target(span: Span) -> str:
        written = span.target
        path, sign, place = written.partition("#")
        if _ABSOLUTE.match(path):
            return written
        if path not in known:
            known[path] = within(archive, name, path) if path else name
        if not known[path]:
            return written
        if span.inline is Inline.PICTURE:
            return known[path]
        if "%" in place:
            from urllib.parse import unquote

            place = clean_line(unquote(place))
        return f"#{known[path]}{sign}{place}".rstrip("#")

    return target


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
        if span.inline is Inline.LINK and not _ABSOLUTE.match(span.target)
    ]
    words = sum(block.end - block.start for block in paragraphs)
    return sum(span.end - span.start for span in inside) / words if len(inside) >= _FEWEST_LINKS else 0.0


def _drawn(text: str) -> str:
    """The words in a drawing, a paragraph each."""
    words = (_TAG.sub(" ", match["words"]) for match in _SVG_WORDS.finditer(text))
    return "<body>" + "".join(f"<p>{one}</p>" for one in words)
