"""One question to a library, and its answer as it grows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from time import monotonic
from typing import Final

from corpus.document import Document
from corpus.errors import NoSuchPlace
from corpus.index.engine import EngineFailure, View
from corpus.library import ArticleDamaged
from corpus.search.answer import Answer, Hit
from corpus.search.article import LookedInto, Wording, may_hold, read_directly
from corpus.search.candidates import Candidates
from corpus.search.catalogue import places_in
from corpus.search.matching import Vocabulary
from corpus.search.places import CutArticle
from corpus.search.ranking import Passage, Ranking
from corpus.search.snapshot import Snapshot
from corpus.search.snippet import Snippet, snippet_of
from corpus.search.tree import Clause, Query, Term

_ENOUGH: Final = 2
"""So many times the hits asked for are ranked before the first answer is given."""
_PATIENCE: Final = 100
"""Articles that are looked into before it although there are hits enough, for better ones."""
_COMPLETIONS: Final = 16
"""Words that one may be the beginning of that are looked for before the first answer."""
_PAUSE: Final = 0.2
"""Seconds between two answers while more articles are looked into."""


class Asking:
    """A query that is being answered from a snapshot."""

    def __init__(self, snapshot: Snapshot, query: Query, limit: int, cancelled: Callable[[], bool]) -> None:
        self._sections = [one for one in query.filters if one.field == "section"]
        headings = [one.term for one in self._sections if not one.negated]
        if headings and not query.clauses:
            # Where nothing else is asked for, the heading itself is.
            query = replace(query, clauses=tuple(Clause((term,)) for term in headings))
        self._snapshot, self._query, self._cancelled = snapshot, query, cancelled
        self._allowed = snapshot.catalogue.let_in(query)
        self._ranking = Ranking(limit)
        self._limit = limit
        self._notes: list[str] = list(query.notes)
        self._places: dict[int, int] = {}
        self._examined = 0
        self._direct: dict[int, tuple[CutArticle, Wording]] = {}
        self._waiting = [id for id in snapshot.waiting if self._allowed is None or id in self._allowed]
        self._rarities = [1.0] * len(query.clauses)
        self.wording: Wording | None = None
        """The query in the words of the index, once that was asked."""
        self._complete = False
        self._damaged = False
        self.outdated = False
        """Whether the library was changed by somebody else meanwhile, in what was looked into."""

    @property
    def query(self) -> Query:
        """What is asked."""
        return self._query

    @property
    def vocabulary(self) -> Vocabulary | None:
        """The words of the index; None where there is none."""
        return self._snapshot.view.lexicon if self._snapshot.view else None

    def another(self, query: Query) -> Asking:
        """Another question of the same library, in place of this one."""
        return Asking(self._snapshot, query, self._limit, self._cancelled)

    def answers(self) -> Iterator[Answer]:
        """Better and better answers; the last is final. Raises LibraryUnavailable."""
        if not self._query.clauses:
            yield self._by_fields()
            return
        given = monotonic()
        for looked_at in self._look():
            if looked_at or monotonic() - given > _PAUSE:
                yield self._answer()
                given = monotonic()
            if self._cancelled():
                break
        else:
            self._complete = True
        yield self._answer()

    def knows(self, term: Term, number: int) -> bool:
        """Whether a word of the query, or a form of it, stands in any article; asks for it alone."""
        alone = replace(term, words=term.words[number : number + 1])
        asked = Query((Clause((alone,)),))
        return any(answer.total for answer in Asking(self._snapshot, asked, 1, self._cancelled).answers())

    def _look(self) -> Iterator[bool]:
        """Look into one article after the other; True is said where an answer is worth giving."""
        if self._snapshot.view:
            try:
                yield from self._look_into_indexed(self._snapshot.view)
            except EngineFailure:
                # Then all of them are read: slower, and as good.
                self._waiting = [
                    id
                    for id in self._snapshot.catalogue.stamps
                    if self._allowed is None or id in self._allowed
                ]
                self._ranking, self._places = Ranking(self._limit), {}
        if self._waiting and self._ranking.total:
            yield True
        yield from self._read_waiting()

    def _look_into_indexed(self, view: View) -> Iterator[bool]:
        """At first only the likeliest, so that there is an answer at once; then, if need be, all."""
        wording = self._snapshot.wording(self._query, _COMPLETIONS)
        candidates = Candidates(view, wording.clauses)
        likeliest = candidates.heaviest_first(self._let_in(), wording.needles)
        if likeliest is not None or wording.partial:
            self._begin(wording, candidates)
            if likeliest is None:
                likeliest = candidates.best_first(self._let_in(), wording.needles)
            for place in likeliest:
                if self._is_enough():
                    break
                self._look_into(view, place)
                yield False
            if self._ranking.total:
                yield True
        before = self._ranking.total
        if wording.partial:
            wording = self._snapshot.wording(self._query)
            candidates = Candidates(view, wording.clauses)
        self._begin(wording, candidates)
        for place in candidates.best_first(self._let_in(), wording.needles):
            if not before and self._is_enough():
                before = self._ranking.total
                yield True
            self._look_into(view, place)
            # What was given before is better until there is more than that.
            if self._ranking.total >= before:
                yield False

    def _begin(self, wording: Wording, candidates: Candidates) -> None:
        self.wording, self._rarities = wording, candidates.rarities
        self._ranking, self._places, self._examined = Ranking(self._limit), {}, 0

    def _let_in(self) -> set[int] | None:
        if self._snapshot.current is None or self._allowed is None:
            return self._allowed if self._snapshot.current is None else self._snapshot.current
        return self._snapshot.current & self._allowed

    def _is_enough(self) -> bool:
        ranking = self._ranking
        if ranking.articles < self._limit:
            return False
        return ranking.whole >= _ENOUGH * self._limit or self._examined >= _PATIENCE

    def _look_into(self, view: View, place: int) -> None:
        id, wording = view.articles[place], self.wording
        assert id is not None
        assert wording is not None
        self._places[id] = place
        self._examined += 1
        article = LookedInto(
            id, view.words(place), lambda: view.shape(place), lambda: self._snapshot.cut(id, place)
        )
        with self._naming_damage():
            self._ranking.add(article.passages(wording, self._sections, self._rarities, self._limit))

    def _read_waiting(self) -> Iterator[bool]:
        titles = self._snapshot.catalogue.titles
        seen: set[int] = set()
        for id, text in self._snapshot.library.texts(self._waiting):
            seen.add(id)
            if may_hold(f"{titles.get(id, '')}\n{text}", self._query):
                self._read(id, titles.get(id, ""))
            yield False
        for id in self._waiting:
            if id not in seen:
                self._read(id, titles.get(id, ""))

    def _read(self, id: int, title: str) -> None:
        with self._naming_damage():
            self._look_into_text(id, self._snapshot.library.document(id), title)

    def _look_into_text(self, id: int, document: Document, title: str) -> None:
        article, vocabulary = read_directly(id, document, title)
        wording = Wording.in_words_of(self._query, vocabulary)
        if (found := article.passages(wording, self._sections, self._rarities, self._limit)).best:
            self._direct[id] = article.cut(), wording
            self._ranking.add(found)

    @contextmanager
    def _naming_damage(self) -> Iterator[None]:
        try:
            yield
        except ArticleDamaged as damage:
            self._notes.append(str(damage))
            self._damaged = True
        except NoSuchPlace:
            self.outdated = True

    def _answer(self) -> Answer:
        hits = tuple(self._hits())
        # What could not be shown after all was not found.
        total = self._ranking.total - min(self._limit, self._ranking.kept) + len(hits)
        certain = self._complete and not self.outdated and not self._damaged
        return Answer(hits, tuple(dict.fromkeys(self._notes)), certain, total)

    def _hits(self) -> Iterator[Hit]:
        best = list(islice(self._ranking.best(), self._limit))
        self._snapshot.open(
            {int(p.article): self._places[int(p.article)] for p in best if int(p.article) not in self._direct}
        )
        for passage in best:
            with self._naming_damage():
                cut, wording = self._opened(int(passage.article))
                if all(any(cut.holds(match, term) for term in wording.terms) for match in passage.matches):
                    yield self._hit(passage, cut)
                else:
                    self.outdated = True

    def _opened(self, id: int) -> tuple[CutArticle, Wording]:
        if id in self._direct:
            return self._direct[id]
        assert self.wording is not None
        return self._snapshot.cut(id, self._places[id]), self.wording

    def _hit(self, passage: Passage, cut: CutArticle) -> Hit:
        catalogue, id = self._snapshot.catalogue, int(passage.article)
        return hit_of(passage, cut, catalogue.titles[id], catalogue.dates[id])

    def _by_fields(self) -> Answer:
        """The articles that the fields let in, where the query has no words beside them."""
        catalogue, allowed = self._snapshot.catalogue, self._allowed or set()
        order = sorted(allowed, key=lambda one: (catalogue.dates[one], one), reverse=True)
        terms = [one.term for one in self._query.filters if one.field == "title" and not one.negated]
        hits = tuple(
            Hit(
                article=id,
                title=catalogue.titles[id],
                date=catalogue.dates[id],
                section=(),
                paragraph=None,
                start=0,
                end=0,
                snippet=Snippet(catalogue.titles[id], places_in(terms, catalogue.titles[id])),
                marks=(),
                score=0.0,
            )
            for id in order[: self._limit]
        )
        if self._query.without:
            self._notes.append(
                "Say also what to find: what is left out beside fields alone is not looked for."
            )
        return Answer(hits, tuple(self._notes), not self._query.without, len(order))


def hit_of(passage: Passage, cut: CutArticle, title: str, date: str) -> Hit:
    """A passage as the reader sees it. Its matches must be in the text."""
    marks = cut.marks(passage.matches)
    if passage.block < 0:
        snippet = Snippet(title, marks)
        return Hit(passage.article, title, date, (), None, 0, 0, snippet, (), passage.score)
    start, end = marks[0][0], max(end for _, end in marks)
    shape, block = cut.shape, passage.block
    return Hit(
        article=passage.article,
        title=title,
        date=date,
        section=shape.outline.path(start),
        paragraph=shape.paragraphs[block] or None,
        start=start,
        end=end,
        snippet=snippet_of(cut.text, (shape.starts[block], max(shape.ends[block], end)), marks),
        marks=marks,
        score=passage.score,
        printed=shape.names.before(shape.starts[block]) if shape.names.starts else None,
    )
