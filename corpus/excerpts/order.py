"""The order of a bibliography: as the works first appear where they have numbers, else by their authors."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from corpus.citation.place import Place
from corpus.citation.style import Cited, Style
from corpus.excerpts.entry import Entry
from corpus.metadata import Metadata, Name

_ARTICLES: Final = r"(?i)^\W*(?:(?:the|an?)\s+)?"
"""Marks, and an article, before the first word of a title: both are passed over."""


def in_order(entries: Sequence[Entry], style: Style) -> list[Entry]:
    """The entries in the order in which the style lists them."""
    if style.family == "number":
        return sorted(entries, key=lambda entry: entry.number)
    return sorted(entries, key=lambda entry: _by_author(entry.work, style))


def _by_author(work: Metadata, style: Style) -> tuple[object, ...]:
    """By author, or by title where there is none; the works of one by year, if that is what cites them.

    Who wrote alone comes before the same with others.
    """
    title = _letters(re.sub(_ARTICLES, "", work.title))
    year = work.date.iso() if work.date else ""
    dated = (year, title) if _cites_by_year(work, style) else (title, year)
    people = tuple(_person(name) for name in work.authors)
    return (people or ((title, ""),), *dated, work.url)


def _person(name: Name) -> tuple[str, str]:
    return _letters(name.literal or name.family or name.given), _letters(name.given if name.family else "")


def _cites_by_year(work: Metadata, style: Style) -> bool:
    if style.family != "text" or work.date is None:
        return style.family == "text"
    return str(work.date.year) in style.write("cite", Cited(work._replace(title=""), Place())).phrase.plain


def _letters(words: str) -> str:
    """The words as they are sorted: without accents and marks, capitals like small letters."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(c if c.isalnum() else " " for c in apart if not unicodedata.combining(c)).split())
