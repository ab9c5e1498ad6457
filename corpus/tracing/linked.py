"""Where a link leads: its article, by its address, its digest or its title, and the words in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal

from corpus import words
from corpus.document import Document, Readable
from corpus.links.resolving import resolve
from corpus.outline.section import Outline
from corpus.sanitiser import clean_line
from corpus.title import shown_title
from corpus.tracing.candidates import candidates_of
from corpus.tracing.facts import facts_of
from corpus.tracing.naming import plain_address
from corpus.tracing.placing import called
from corpus.tracing.traced import Certainty, Destination

if TYPE_CHECKING:
    from corpus.library import Library
    from corpus.links.link import Link

_MOST: Final = 24
"""Articles of one title that are opened."""
_Named = Literal["address", "digest", "title"]
"""By what a link names an article."""
_WHY: Final[dict[_Named, str]] = {
    "address": "the link’s address",
    "digest": "the link’s very article",
    "title": "an article of the link’s title",
}


def follow(
    link: Link, *, library: Library | None, here: tuple[Readable, Outline, int | None] | None = None
) -> tuple[Destination, ...]:
    """The places that a link may lead to, likeliest first; () where its article is neither here nor kept.

    `here` is the article that is being read, its outline and its number in the library. Where the words of
    the link are not in its article, that is meant, and no place in it. Raises LibraryUnavailable.
    """
    found: list[Destination] = []
    if here and (named := _names(link, here[0])):
        found.append(_destination(link, None, here[0], here[1], named))
    if library is not None:
        for id, named in _kept(link, library):
            if here is None or id != here[2]:
                document = library.document(id)
                found.append(_destination(link, id, document, Outline(), named))
    if any(one.certainty == "sure" for one in found):
        found = [one for one in found if one.certainty == "sure"]
    return tuple(sorted(found, key=lambda one: (one.start is None, one.certainty != "sure")))


def link_words(link: Link) -> str:
    """The words of a link as a quotation, of which its article does not matter; "" where it has none."""
    terms = [" … ".join(filter(None, (one.start, one.end))) for one in link.directives]
    return " … ".join(terms)


def _names(link: Link, document: Readable) -> _Named | None:
    """By what a link names a document."""
    if link.url:
        url = document.metadata.url
        return "address" if url and plain_address(url) == plain_address(link.url) else None
    if link.digest and isinstance(document, Document) and document.digest.startswith(link.digest):
        return "digest"
    title = words.fold(clean_line(shown_title(document)))
    return "title" if link.title and words.fold(link.title) == title else None


def _kept(link: Link, library: Library) -> Iterator[tuple[int, _Named]]:
    """The articles of a library that a link names."""
    if link.url:
        for id in candidates_of(library).by_address(facts_of(link.url)):
            if _names(link, library.document(id)) == "address":
                yield id, "address"
        return
    articles = library.articles()
    same = [one.id for one in articles if link.digest and one.digest.startswith(link.digest)]
    for id in same:
        yield id, "digest"
    if link.title and not same:
        title = words.fold(link.title)
        alike = [one.id for one in articles if words.fold(one.title) == title]
        for id in alike[:_MOST]:
            yield id, "title"


def _destination(
    link: Link, article: int | None, document: Readable, outline: Outline, named: _Named
) -> Destination:
    title = clean_line(shown_title(document))
    certainty: Certainty = "likely" if named == "title" else "sure"
    spans = resolve(document, link) if link.directives else ()
    if not spans:
        lost = "; its words are not there" if link.directives else ""
        lower: Certainty = "likely" if lost else certainty
        return Destination(article, title, None, None, "", lower, f"{_WHY[named]}{lost}")
    start, end = spans[0]
    place = called(document, outline, start, end)
    return Destination(article, title, start, end, place, certainty, _WHY[named])
