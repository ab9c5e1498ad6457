"""What is known of the articles of a library without opening them, and which of them a query lets in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from corpus import words
from corpus.index.engine import stem
from corpus.library import Article, Library
from corpus.search.spelling import is_one_apart
from corpus.search.tree import Days, Filter, Query, Term

_LAST_DAY: Final = "~"
"""Sorts after every day that has the same beginning."""


class Catalogue:
    """The articles of a library as they are at one moment."""

    def __init__(self, library: Library) -> None:
        """Read what every search needs. Raises LibraryUnavailable."""
        self._library = library
        self.revision = library.revision()
        """Another one whenever the library has changed."""
        rows = library.catalogue()
        self.stamps = {id: stamp for id, stamp, _, _ in rows}
        """What tells whether an article is the one that was indexed, by its id."""
        self.titles = {id: title for id, _, title, _ in rows}
        """The titles, by id."""
        self.dates = {id: date for id, _, _, date in rows}
        """The days or years on which they appeared (ISO 8601, or empty), by id."""
        self._articles: dict[int, Article] | None = None

    @property
    def articles(self) -> dict[int, Article]:
        """All that is known of each, by its id. Raises LibraryUnavailable."""
        if self._articles is None:
            self._articles = {article.id: article for article in self._library.articles()}
        return self._articles

    def let_in(self, query: Query) -> set[int] | None:
        """The ids of the articles that the query's fields and days let in; None where it has none."""
        filters = [one for one in query.filters if one.field != "section"]
        if not filters and not query.days:
            return None
        return {
            id
            for id, article in self.articles.items()
            # One that was added since the rest was read is not known here.
            if id in self.stamps and lets_in(query, _described(article))
        }


class Described(NamedTuple):
    """What the fields of a query look at: of an article outside of a library, `id` is None."""

    id: int | None
    title: str
    authors: tuple[str, ...]
    date: str
    lang: str
    source: str


def _described(article: Article) -> Described:
    return Described(article.id, article.title, article.authors, article.date, article.lang, article.source)


def lets_in(query: Query, article: Described) -> bool:
    """Whether the fields and days of a query let an article in, but for the field `section`."""
    return all(
        _agrees(article, one) != one.negated for one in query.filters if one.field != "section"
    ) and all(appeared(article.date, days) != days.negated for days in query.days)


def _agrees(article: Described, wanted: Filter) -> bool:
    written = wanted.written.strip()
    if wanted.field == "title":
        return stands_in(wanted.term, article.title)
    if wanted.field == "author":
        return stands_in_one(wanted.term, article.authors)
    if wanted.field == "lang":
        asked, given = (language.lower().replace("_", "-") for language in (written, article.lang))
        return bool(asked) and (given == asked or given.startswith(f"{asked}-"))
    if written.isdecimal() and article.id is not None:
        return str(article.id) == written.lstrip("0")
    return written.lower() in article.source.lower() or stands_in(wanted.term, article.title)


def appeared(date: str, days: Days) -> bool:
    """Whether an article of that date (ISO 8601; it may be a year or month) appeared on one of the days."""
    if not date:
        return False
    return (not days.first or date + _LAST_DAY > days.first) and (not days.last or date <= days.last)


def stands_in(term: Term, text: str) -> bool:
    """Whether a term stands in a short text, in any case, and any form of its words unless it is exact."""
    return bool(places_in([term], text))


def places_in(terms: Iterable[Term], text: str) -> tuple[tuple[int, int], ...]:
    """The offsets [start, end) in a short text where terms stand, in any form of their words unless exact.

    They are in reading order, and do not overlap.
    """
    starts, ends, forms = words.columns(text)
    found: list[tuple[int, int]] = []
    for term in terms:
        length = len(term.words)
        found += [
            (starts[first], ends[first + length - 1])
            for first in range(len(forms) - length + 1)
            if _follows(term, forms[first : first + length])
        ]
    apart: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return tuple(apart)


def stands_in_one(term: Term, texts: Iterable[str]) -> bool:
    """Whether a term stands in one of several short texts."""
    return any(stands_in(term, text) for text in texts)


def _follows(term: Term, forms: Sequence[str]) -> bool:
    last = len(term.words) - 1
    return all(
        _is_form(word.folded, form, term, may_go_on=term.open and number == last)
        for number, (word, form) in enumerate(zip(term.words, forms, strict=True))
    )


def _is_form(word: str, form: str, term: Term, *, may_go_on: bool) -> bool:
    if form == word or (may_go_on and form.startswith(word)):
        return True
    if term.fuzzy and is_one_apart(word, form):
        return True
    return not term.exact and stem(form) == stem(word)
