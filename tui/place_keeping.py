"""Where marks and highlights are kept: in the library, or for the sitting alone. No Textual in it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from corpus.opening import KEPT_MOST
from tui.article import OpenArticle

if TYPE_CHECKING:
    from corpus.library.places import Changes
    from tui.marked_places import MarkedPlaces
    from tui.services import Services
    from tui.sitting_places import PlacesOfReader, SittingPlaces


class PlaceKeeper:
    """Finds the places of articles. Every method raises LibraryUnavailable."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._sitting: SittingPlaces | None = None
        self._numbers: dict[Hashable, int] = {}
        self._seeded: set[int] = set()
        self._unkept: dict[int, object] = {}
        """The documents of articles that the library had not yet, by their numbers."""

    def lasts(self, article: OpenArticle) -> bool:
        """Whether the library has what is marked in an article, or will have it when it has the article."""
        services = self._services
        if services.private or services.library is None:
            return False
        return article.id is not None or _is_to_be_kept(article)

    def find(self, article: OpenArticle) -> MarkedPlaces:
        """The places of an article in the text that is read. May take long: for a thread."""
        library, id = self._services.library, article.id
        if library is not None and id is not None and not self._services.private:
            return _of(library.places, id, article)
        sitting, number = self._in_sitting(article)
        if library is not None and id is not None and number not in self._seeded:
            # What private reading does to them is kept nowhere.
            sitting.seed(number, article.document, library.places.found(id, article.document))
        self._seeded.add(number)
        if id is None:
            self._unkept[number] = article.document
        return _of(sitting, number, article)

    def changed_clips(self, article: OpenArticle) -> Changes:
        """What became of the clips of a changed article. May take long, likewise."""
        from corpus.library.places import Changes, changes_of  # see `_of`

        library, id = self._services.library, article.id
        if library is None or id is None or not article.changed:
            return Changes()
        mine = [clip for clip in library.clips.kept().clips if clip.article == id]
        return changes_of(one.state for one in library.clips.verified(mine))

    def settle(self, document: object, id: int) -> bool:
        """Keep with an article what was marked in a document before the library had it under that number.

        Tells whether it had not: then the places have to be found once more.
        """
        library = self._services.library
        if library is None or self._sitting is None or self._services.private:
            return False
        numbers = [number for number, known in self._unkept.items() if known is document]
        for number in numbers:
            del self._unkept[number]
            for marked, text in self._sitting.take(number):
                if marked.letter:
                    library.places.set_mark(id, marked.letter, marked.part, text)
                else:
                    library.places.highlight(id, marked.part, text)
        return bool(numbers)

    def _in_sitting(self, article: OpenArticle) -> tuple[SittingPlaces, int]:
        from tui.sitting_places import SittingPlaces

        if self._sitting is None:
            self._sitting = SittingPlaces()
        key: Hashable = article.path or article.digest or id(article.document)
        return self._sitting, self._numbers.setdefault(key, len(self._numbers) + 1)


def _of(kept: PlacesOfReader, number: int, article: OpenArticle) -> MarkedPlaces:
    from tui.marked_places import MarkedPlaces  # not above: the first frame needs none of it

    return MarkedPlaces(kept, number, article.document, kept.found(number, article.document))


def _is_to_be_kept(article: OpenArticle) -> bool:
    """Whether the library takes an article once it is read."""
    try:
        return article.path is not None and article.path.stat().st_size <= KEPT_MOST
    except OSError:
        return False
