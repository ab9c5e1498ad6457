"""Where a link to a passage leads: its article by address, digest or title, and its words in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from corpus import words
from corpus.document import Document
from corpus.links import Link, links_in, read_link, resolve
from corpus.outline.section import Outline
from corpus.tracing.facts import facts_of
from corpus.tracing.naming import plain_address
from corpus.tracing.placing import called
from corpus.tracing.traced import Certainty, Destination
from corpus.tracing.work import Work

if TYPE_CHECKING:
    from corpus.library import Library

_FEWEST: Final = 8
"""Characters of a digest that tell an article from all others."""
_MOST: Final = 20_000
"""Characters of what was pasted among which a link is looked for."""


def link_of(text: str) -> Link | None:
    """The link to a passage that was pasted, alone or behind a citation; None where there is none.

    A link of the web without words in it is none: it leads to an article, as its address in a citation does.
    """
    if link := read_link(text):
        return link if leads_to_words(link) else None
    within = [link for _, _, link in links_in(text[-_MOST:]) if leads_to_words(link)]
    return within[-1] if within else None


def leads_to_words(link: Link) -> bool:
    """Whether it is one of our own, or leads to words."""
    return bool(link.directives or not link.url)


def linked(
    link: Link, library: Library | None, here: Work | None, id: int | None = None
) -> Iterator[Destination]:
    """Where a link leads: best first. `id` is the number of `here` in the library.

    Raises LibraryUnavailable.
    """
    for work, exact in _articles(link, library, here, id):
        spans = resolve(work.document, link)
        certainty: Certainty = "sure" if exact else "likely"
        why = "its link" if exact else "an article of the same title"
        if not link.directives:
            yield Destination(work.article, work.title, None, None, "", certainty, why)
        elif spans:
            start, end = min(start for start, _ in spans), max(end for _, end in spans)
            place = called(work.document, work.outline or Outline(), start, end)
            missing = "" if len(spans) == len(link.directives) else "; not all of its words stand there"
            yield Destination(work.article, work.title, start, end, place, certainty, why + missing)
        else:
            why = f"{why}; its words do not stand there"
            yield Destination(
                work.article, work.title, None, None, "", "likely" if exact else "possible", why
            )


def _articles(
    link: Link, library: Library | None, here: Work | None, id: int | None
) -> Iterator[tuple[Work, bool]]:
    """The articles that a link may lead to, and whether each is the very one; those come first."""
    seen: set[int | None] = {id}
    others: list[Work] = []
    if here:
        if _is_named(link, here):
            yield here, True
        elif _is_called_so(link, here):
            others.append(here)
    if library is not None:
        for number in _proposed(link, library):
            if number in seen:
                continue
            seen.add(number)
            for kept in library.kept((number,)):
                work = Work(kept.id, kept.document)
                if _is_named(link, work):
                    yield work, True
                elif _is_called_so(link, work):
                    others.append(work)
    for work in others:
        yield work, False


def _proposed(link: Link, library: Library) -> list[int]:
    from corpus.tracing.candidates import candidates_of  # not above: most links lead to the article at hand

    candidates = candidates_of(library)
    if link.url:
        return candidates.by_address(facts_of(link.url))
    by_digest = library.works.with_digest(link.digest) if len(link.digest) >= _FEWEST else []
    return by_digest + (candidates.proposed(facts_of(link.title)) if link.title else [])


def _is_named(link: Link, work: Work) -> bool:
    if link.url:
        return bool(work.metadata.url) and plain_address(work.metadata.url) == plain_address(link.url)
    digest = work.document.digest if isinstance(work.document, Document) else ""
    return len(link.digest) >= _FEWEST and digest.startswith(link.digest)


def _is_called_so(link: Link, work: Work) -> bool:
    return bool(link.title) and words.columns(link.title)[2] == words.columns(work.title)[2]
