"""Where a pasted reference leads: articles, places, the words that stand there. No Textual in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.document import FILLER, Document
from corpus.errors import NoSuchPlace
from corpus.sanitiser import clean_line
from tui import cells
from tui.article import OpenArticle
from tui.opening import from_library
from tui.pasted import MOST

if TYPE_CHECKING:
    from corpus.document import Readable
    from corpus.tracing.traced import Destination
    from tui.services import Services

_SEEN: Final = 240
"""Characters that are shown of the words at a place."""
_NAMED: Final = 48
"""Cells that a reference takes where something is said of it."""


class Offer(NamedTuple):
    """A place that a reference may lead to, and the words that stand there on one line, as far as shown."""

    destination: Destination
    words: str = ""


class Traced(NamedTuple):
    """What became of a reference: the places it may lead to, the best first; where there is none, why not.

    `here` is the article that was being read, if one was: a destination without an article is in it.
    """

    reference: str
    offers: tuple[Offer, ...] = ()
    sentence: str = ""
    here: OpenArticle | None = None

    @property
    def only(self) -> Offer | None:
        """The place that it leads to beyond question; None where one has to choose, or there is none."""
        sure = [offer for offer in self.offers if offer.destination.certainty == "sure"]
        if len(sure) == 1:
            return sure[0]
        return self.offers[0] if len(self.offers) == 1 else None


def look_up(reference: str, services: Services, here: OpenArticle) -> Traced | Arrival:
    """Where a reference leads that is pasted while an article is read: opened, if that is beyond question.

    May take long when the library is first asked: for a thread. Raises PinciteError.
    """
    traced = trace_reference(reference, services, here)
    return arrive(traced, traced.only, services) if traced.only else traced


def trace_reference(reference: str, services: Services, here: OpenArticle | None = None) -> Traced:
    """Where a citation, a link or a quotation leads; `here` is the article that is being read.

    For a thread; raises PinciteError.
    """
    if len(reference) > MOST:
        raise NoSuchPlace(
            f"This is longer than {MOST:,} characters: paste the citation, or less of the words."
        )
    if not reference.strip():
        raise NoSuchPlace("Nothing was given: paste a citation, a link, or the words themselves.")
    found = services.references.traced(reference, here)
    offers = tuple(Offer(destination, _words(destination, services, here)) for destination in found)
    return Traced(reference, offers, "" if offers else _nothing(reference, services, here), here)


def _words(destination: Destination, services: Services, here: OpenArticle | None) -> str:
    """The first words of a place; of an article as a whole, none."""
    if destination.start is None:
        return ""
    document: Readable
    if destination.article is None or (here and here.id == destination.article):
        if here is None:
            return ""
        document = here.document
    elif services.library is None:
        return ""
    else:
        document = services.library.document(destination.article)
    end = destination.start + _SEEN
    if destination.end is not None:
        end = min(end, max(destination.end, destination.start))
    return clean_line(document.text[destination.start : end].replace(FILLER, " "))


def _nothing(reference: str, services: Services, here: OpenArticle | None) -> str:
    """Why a reference leads nowhere, with what was looked through."""
    searched = looked_through(services, here)
    if title := services.references.linked_title(reference):
        named_by_link = f"“{cells.cut(title, _NAMED)}”"
        return f"The link leads to {named_by_link}, which is not {searched}: “pincite add” takes it in."
    return (
        f"“{named(reference)}” leads nowhere {searched}: paste a citation, a link, or the words themselves."
    )


def looked_through(services: Services, here: OpenArticle | None) -> str:
    """What was looked through: "in this article or the 412 articles of the library"."""
    count = services.count()
    library = f"the {count:,} article{'' if count == 1 else 's'} of the library" if count else ""
    if here and here.id is not None and count:
        others = count - 1
        if not others:
            return "in this article, the only one in the library"
        library = f"the {others:,} others in the library" if others > 1 else "the other one in the library"
    both = ("this article" if here else "", library)
    return f"in {' or '.join(part for part in both if part) or 'the library, which is empty'}"


def named(reference: str) -> str:
    """A reference on one line, cut where it is long."""
    return cells.cut_at_word(clean_line(reference[:_SEEN]), _NAMED)


# Going there -------------------------------------------------------------------------------------


class Arrival(NamedTuple):
    """An article opened where a reference leads: the spans to be shown in it, and what to say of it."""

    article: OpenArticle
    spans: tuple[tuple[int, int], ...]
    said: str

    @property
    def read_from(self) -> OpenArticle:
        """The article, to be read from the first of the places."""
        return self.article._replace(offset=self.spans[0][0]) if self.spans else self.article


def arrive(traced: Traced, offer: Offer, services: Services) -> Arrival:
    """Open the article of a destination at its place. For a thread; raises PinciteError."""
    destination, here = offer.destination, traced.here
    if destination.article is None or (here and here.id == destination.article):
        if here is None:
            raise NoSuchPlace("This citation does not name its article: open that first, and paste it there.")
        stays = destination.start is None
        said = _said(traced, destination, "this article" if stays else "", moved=not stays)
        return Arrival(here, _span(destination), said)
    article = opened(services, destination.article)
    title = cells.cut_at_word(destination.title, _NAMED)
    if destination.start is not None and changed_since(services, article):
        # Its file is another than the library has: places are where they are in the file.
        now = [
            one
            for one in services.references.traced(traced.reference, article)
            if one.article in (None, article.id)
        ]
        if not now or now[0].start is None:
            return Arrival(article, (), f"The file has changed: this place is not found in it now · {title}")
        destination = now[0]
    return Arrival(article, _span(destination), _said(traced, destination, title, moved=True))


def opened(services: Services, id: int) -> OpenArticle:
    """An article of the library. Raises PinciteError."""
    if services.library is None:
        raise NoSuchPlace("There is no library: “pincite doctor” says why.")
    try:
        return from_library(services.library, id)
    except NoSuchPlace as fault:
        raise NoSuchPlace("This article is not in the library any more.") from fault


def changed_since(services: Services, article: OpenArticle) -> bool:
    """Whether the file of an article has other bytes than what the library keeps of it."""
    document = article.document
    if services.library is None or article.id is None or not isinstance(document, Document):
        return False  # of a large text the digest is not known before it is read through
    kept = services.library.article(article.id).digest
    return bool(document.digest and kept) and document.digest != kept


def _span(destination: Destination) -> tuple[tuple[int, int], ...]:
    if destination.start is None:
        return ()
    return ((destination.start, max(destination.start, destination.end or destination.start)),)


def _said(traced: Traced, destination: Destination, title: str, *, moved: bool) -> str:
    """The receipt: what was pasted, where it led, and why where that is not certain."""
    sure = destination.certainty == "sure"
    place = destination.place if destination.start is not None else "it names no place" if sure else ""
    why = "" if sure else destination.why
    parts = (named(traced.reference), place, title, why, "< goes back" if moved and traced.here else "")
    return " · ".join(part for part in parts if part)
