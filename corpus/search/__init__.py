"""Search: the places in the library, or in given articles, where the words of a query stand.

The index only proposes. Every hit was seen in the text itself, and articles that the index does not know
as they are now are read through, so that its state never changes what is found.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from corpus.document import Document
from corpus.index import Index, never
from corpus.library import Library
from corpus.sanitiser import clean_line
from corpus.search.answer import Answer
from corpus.search.article import Wording, may_hold, read_directly
from corpus.search.asking import Asking, hit_of
from corpus.search.catalogue import Catalogue, Described, lets_in
from corpus.search.correction import instead_of
from corpus.search.places import CutArticle
from corpus.search.query import parse
from corpus.search.ranking import Ranking
from corpus.search.snapshot import Snapshot

_TRIES = 3
"""So many times a question is asked anew because the library was changed meanwhile."""


class Search:
    """Asks a library; may be used from any thread, by several at once."""

    def __init__(self, library: Library, index: Index) -> None:
        self._library, self._index = library, index
        self._looking = threading.Lock()
        self._snapshot: Snapshot | None = None

    def hits(
        self,
        query: str,
        *,
        limit: int = 20,
        typing: bool = False,
        literally: bool = False,
        cancelled: Callable[[], bool] = never,
    ) -> Answer:
        """Where the words of the query stand, at most `limit` places: the last of its `answers`."""
        final = Answer(())
        for answer in self.answers(
            query, limit=limit, typing=typing, literally=literally, cancelled=cancelled
        ):
            final = answer
        return final

    def answers(
        self,
        query: str,
        *,
        limit: int = 20,
        typing: bool = False,
        literally: bool = False,
        cancelled: Callable[[], bool] = never,
    ) -> Iterator[Answer]:
        """Better and better answers to a query, each in place of the one before; the last is final.

        While `typing`, the last word may be the beginning of one. A word that stands nowhere is
        corrected, unless the words are meant `literally`. `cancelled` is asked after some articles;
        what was found until then is given. Raises LibraryUnavailable.
        """
        asked = parse(query, typing=typing)
        if limit < 1 or not (asked.clauses or asked.filters or asked.days):
            yield Answer((), asked.notes)
            return
        for _ in range(_TRIES):
            asking = Asking(self._now(), asked, limit, cancelled)
            yield from self._answered(asking, literally=literally)
            if not asking.outdated or cancelled():
                return

    def _answered(self, asking: Asking, *, literally: bool) -> Iterator[Answer]:
        answer = Answer(())
        for answer in asking.answers():
            # Nothing found is told only when it is certain, and nothing else is found instead.
            if answer.total:
                yield answer
        if answer.total:
            return
        if not literally and answer.complete:
            for instead in instead_of(asking.query, asking.vocabulary, asking.knows):
                other = asking.another(instead.query)
                for better in other.answers():
                    if better.total:
                        answer = replace(
                            better, notes=(*better.notes, *instead.notes), corrected=instead.corrected
                        )
                        yield answer
                asking.outdated = asking.outdated or other.outdated
                if answer.total:
                    return
        yield answer

    def _now(self) -> Snapshot:
        """The library and the index as they are, opened anew only if one of them changed."""
        with self._looking:
            view, known = self._index.view(), self._snapshot
            if known is None or known.catalogue.revision != self._library.revision():
                self._snapshot = Snapshot(self._library, Catalogue(self._library), view)
            elif known.view is not view:
                self._snapshot = Snapshot(self._library, known.catalogue, view)
            assert self._snapshot is not None
            return self._snapshot


def search_documents(query: str, articles: Iterable[tuple[int | str, Document]], limit: int = 20) -> Answer:
    """Where the words of a query stand in these articles, each given with a name for its hits."""
    asked = parse(query)
    if not asked.clauses or limit < 1:
        return Answer((), asked.notes)
    from corpus.title import shown_title

    ranking = Ranking(limit)
    opened: dict[int | str, tuple[CutArticle, str]] = {}
    sections = [one for one in asked.filters if one.field == "section"]
    for name, document in articles:
        title, metadata = clean_line(shown_title(document)), document.metadata
        people = tuple(person.as_published() for person in metadata.authors)
        date = metadata.date.iso() if metadata.date else ""
        source = name if isinstance(name, str) else ""
        if not lets_in(asked, Described(None, title, people, date, metadata.lang, source)):
            continue
        if not may_hold(f"{title}\n{document.text}", asked):
            continue
        article, vocabulary = read_directly(name, document, title)
        wording = Wording.in_words_of(asked, vocabulary)
        found = article.passages(wording, sections, [1.0] * len(asked.clauses), limit)
        if found.best:
            ranking.add(found)
            opened[name] = article.cut(), date
    hits = []
    for passage in islice(ranking.best(), limit):
        cut, date = opened[passage.article]
        hits.append(hit_of(passage, cut, cut.title, date))
    return Answer(tuple(hits), asked.notes, total=ranking.total)
