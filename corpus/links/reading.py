"""Taking links apart that somebody pasted: of the web with text directives, and our own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from corpus.expression import expression
from corpus.links.link import Link, TextDirective
from corpus.sanitiser import clean_line

SCHEME: Final = "pincite:"
"""What links of our own begin with."""
DIRECTIVE: Final = ":~:"
"""What parts a fragment from its directives: URL Fragment Text Directives, § 3.1."""
_LONGEST: Final = 20_000
"""The most characters that a link may have."""
_LAYERS: Final = 3
"""Marks around a link, one within the other."""
_MOST: Final = 100
"""Text directives of a link that are read."""

_AROUND: Final = {"<": ">", "(": ")", "[": "]", "“": "”", "‘": "’", "«": "»", '"': '"', "'": "'"}
_BEHIND: Final = ".,;:!?'’)]}"
"""What follows a link in a sentence, and is none of it."""
_SCHEME: Final = rf"(?:https?://[^\s/?#]|{SCHEME})"
_WHOLE: Final = expression(rf"{_SCHEME}\S*?(?:{DIRECTIVE}.*)?", re.IGNORECASE)
_WITHIN: Final = expression(rf"(?<![^\W_]){_SCHEME}[^\s<>\"“”«»]*", re.IGNORECASE)
_DIGEST: Final = expression(r"(?:^|&)sha256=([0-9a-f]{8,64})(?:&|$)", re.IGNORECASE)


def read_link(text: str) -> Link | None:
    """The link that a text is, white space and marks around it aside; None where it is none, or more.

    A link of the web without text directives is one, too: it leads to an article. A text directive that is
    against the grammar of the specification is left out, as a browser does.
    """
    if len(text.strip()) > _LONGEST:
        return None
    text = clean_line(text)
    for _ in range(_LAYERS):
        if len(text) > 1 and _AROUND.get(text[0]) == text[-1]:
            text = text[1:-1].strip()
    if _WHOLE.fullmatch(text) is None:
        return None
    address, _, directives = text.partition(DIRECTIVE)
    address, *_ = address.partition("#")
    found = tuple(_directives(directives))
    if address[: len(SCHEME)].casefold() != SCHEME:
        return Link(address, found)
    title, _, query = address[len(SCHEME) :].partition("?")
    digest = _DIGEST.search(query)
    title = _decoded(title.removeprefix("//"))
    if not title and digest is None:
        return None
    return Link("", found, digest[1].casefold() if digest else "", title)


def links_in(text: str) -> Iterator[tuple[int, int, Link]]:
    """The links that stand among other words: offsets [start, end) in the text, and what each is."""
    for match in _WITHIN.finditer(text):
        words = match[0].rstrip(_BEHIND)
        # A bracket that the address itself has opened is of it.
        rest = match[0][len(words) :]
        closing = len(rest) - len(rest.lstrip(")"))
        words += ")" * min(closing, max(0, words.count("(") - words.count(")")))
        if link := read_link(words):
            yield match.start(), match.start() + len(words), link


def _directives(text: str) -> Iterator[TextDirective]:
    for part in text.split("&", _MOST)[:_MOST]:
        name, _, value = part.partition("=")
        if name == "text" and (directive := _directive(value)):
            yield directive


def _directive(value: str) -> TextDirective | None:
    """URL Fragment Text Directives, § 3.4, “parse a text directive”: [prefix-,]start[,end][,-suffix]."""
    terms = value.split(",", 4)
    if len(terms) > 4:
        return None
    prefix = terms.pop(0)[:-1] if len(terms) > 1 and terms[0].endswith("-") else None
    suffix = terms.pop()[1:] if len(terms) > 1 and terms[-1].startswith("-") else None
    if not 1 <= len(terms) <= 2:
        return None
    start, end, before, after = (
        _decoded(term or "") for term in (terms[0], terms[1] if len(terms) > 1 else None, prefix, suffix)
    )
    whole = start and (end or len(terms) == 1) and (before or prefix is None) and (after or suffix is None)
    return TextDirective(start, end, before, after) if whole else None


def _decoded(term: str) -> str:
    return clean_line(unquote(term, errors="replace"))
