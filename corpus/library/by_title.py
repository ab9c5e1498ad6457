"""The article of a library that words of a title mean."""

from __future__ import annotations

from collections.abc import Iterable

from corpus import words
from corpus.errors import NoSuchPlace
from corpus.library.article import Article
from corpus.sanitiser import clean_line


def the_one_titled(articles: Iterable[Article], reference: str) -> Article:
    """The one article whose title is `reference`, or else holds it. Raises NoSuchPlace."""
    wanted, shown = words.fold(reference).strip(), clean_line(reference)
    titled = [article for article in articles if wanted and wanted in words.fold(article.title)]
    alike = [article for article in titled if words.fold(article.title) == wanted] or titled
    if len(alike) > 1:
        ids = ", ".join(str(article.id) for article in sorted(alike, key=lambda article: article.id)[:5])
        raise NoSuchPlace(f"“{shown}” is in the titles of several articles: give one of the ids {ids}.")
    if not alike:
        raise NoSuchPlace(f"The library has no article “{shown}”: give an id, a path, or words of the title.")
    return alike[0]
