"""Opening the article that a link leads to, at the place that it names. No Textual in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import NoSuchPlace
from corpus.title import shown_title
from corpus.web_address import WebAddress
from tui import cells
from tui.article import OpenArticle
from tui.foot_line import joined
from tui.leading import Beside, Known, known_by_address, place_called
from tui.opening import from_library, open_target, read_to_the_end
from tui.traced import Arrival

if TYPE_CHECKING:
    from tui.services import Services

_TITLE = 40


def at_known(known: Known, services: Services, words: str) -> Arrival:
    """An article of the library at a place in it. For a thread; raises PinciteError."""
    if services.library is None:
        raise NoSuchPlace("There is no library: “pincite doctor” says why.")
    return _at(from_library(services.library, known.article.id), known.anchor, services, words)


def at_address(web: WebAddress, services: Services, words: str) -> Arrival | None:
    """The article that the library has from an address; or None.

    For a thread; raises PinciteError.
    """
    if services.library is None or (known := known_by_address(services.library, web.address)) is None:
        return None
    return at_known(Known(known, web.address.partition("#")[2]), services, words)


def at_file(beside: Beside, services: Services, words: str) -> Arrival:
    """A file below the folder of an article, at a place in it. For a thread; raises PinciteError."""
    return _at(open_target(str(beside.path), services.library), beside.anchor, services, words)


def _at(article: OpenArticle, anchor: str, services: Services, words: str) -> Arrival:
    if not anchor:
        return Arrival(article, (), _said(article, words))
    found = place_called(article.document, anchor)
    if found is None and article.begun:
        # The place may be in what is not read yet: it is waited for.
        article = read_to_the_end(article, services.library)
        found = place_called(article.document, anchor)
    if found is None:
        return Arrival(article, (), _said(article, words, f"“#{anchor}” is not in it"))
    return Arrival(article, (found.words or (found.offset, found.offset),), _said(article, words))


def _said(article: OpenArticle, words: str, more: str = "") -> str:
    title = cells.cut_at_word(shown_title(article.document), _TITLE)
    return joined([f"“{words}”" if words else "", title, more, "< goes back"])
