"""What a reader typed into the search, as words and phrases to look for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from corpus import words

_QUOTES: Final = re.compile('["“”„«»「」『』]')
_CHUNK: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that must follow one another: one word, or a phrase.

    `exact` forbids inflections; `open` says that the last word may be only the beginning of one.
    """

    words: tuple[str, ...]
    exact: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for, and what is to be said about the way it was asked for."""

    terms: tuple[Term, ...]
    notes: tuple[str, ...] = ()


def parse(query: str, *, typing: bool = False) -> Query:
    """Read a query: words, and phrases in quotation marks, which may be left open while `typing`.

    While typing, the last word is open, and always one followed by ``*``. What is written together
    (``state-of-the-art``, ``12(3)``, a run of Chinese) must stand together.
    """
    terms: list[Term] = []
    pieces = _pieces(query)
    unclosed = len(pieces) % 2 == 0
    for number, (start, end) in enumerate(pieces):
        quoted = bool(number % 2)
        spans = [(start, end)] if quoted else [m.span() for m in _CHUNK.finditer(query, start, end)]
        for first, last in spans:
            cut = list(words.tokens(query[first:last]))
            if cut:
                # A character of a script without spaces matches the beginning of a pair anyway.
                unspaced = words.is_unspaced(cut[-1].folded[0])
                rest = query[first + cut[-1].end :]
                is_open = not unspaced and (rest.startswith("*") or (typing and not rest))
                terms.append(Term(tuple(token.folded for token in cut), exact=quoted, open=is_open))
    notes = []
    if unclosed and not typing:
        notes.append("The last quotation mark is not closed: the phrase is taken to reach to the end.")
    if not terms and query.strip():
        notes.append("There is no word in this query: type letters or digits.")
    return Query(tuple(dict.fromkeys(terms)), tuple(notes))


def _pieces(query: str) -> list[tuple[int, int]]:
    """The stretches between quotation marks: the first is outside of them, every second inside."""
    borders = [0, *(place for match in _QUOTES.finditer(query) for place in match.span()), len(query)]
    return list(zip(borders[::2], borders[1::2], strict=True))
