"""Search: the places in the library, or in given articles, where the words of a query stand.

The index only proposes articles. Whatever is given was found in the text itself, and articles that the
index does not know as they are now are looked through, so that its state never changes an answer.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from corpus.document import Document
from corpus.errors import NoSuchPlace
from corpus.index import Index, never
from corpus.index.engine import EngineFailure, View, stem
from corpus.library import ArticleDamaged, Library
from corpus.outline.section import Outline
from corpus.sanitiser import clean_line
from corpus.search.answer import Answer, Hit
from corpus.search.matching import CutText, may_hold
from corpus.search.query import Query, Term, parse
from corpus.search.ranking import Passage, passages_in, ranked, rarity
from corpus.search.snippet import Snippet, snippet_of

_COMPLETIONS: Final = 6
_ENOUGH: Final = 3
"""So many times the hits asked for are ranked before looking further is not worth it."""
_PATIENCE: Final = 200
"""Articles that are looked into although there are hits enough, for better ones."""
_KEPT: Final = 2_000_000
"""Characters of articles that are kept cut into words, for the next letter of a query."""


@dataclass
class _Opened:
    """An article that is looked into; its outline is made only for a hit."""

    title: str
    date: str
    document: Document
    cut: CutText
    outline: Outline | None = None

    def section(self, offset: int) -> tuple[str, ...]:
        if self.outline is None:
            from corpus.outline import outline_of

            self.outline = outline_of(self.document)
        return self.outline.path(offset)


@dataclass
class _Gathered:
    """What was found so far, and whether it suffices."""

    terms: Sequence[Term]
    limit: int
    passages: list[Passage] = field(default_factory=list)
    opened: dict[int | str, _Opened] = field(default_factory=dict)
    examined: int = 0
    whole: int = 0

    def look_into(self, name: int | str, article: _Opened) -> None:
        self.examined += 1
        found = passages_in(name, article.document, article.cut, CutText(article.title), self.terms, stem)
        if found:
            self.passages += found
            self.whole += sum(passage.whole for passage in found)
            self.opened[name] = article

    @property
    def enough(self) -> bool:
        if len(self.opened) < self.limit:
            return False
        return self.whole >= _ENOUGH * self.limit or self.examined >= _PATIENCE

    def hits(self, telling: Callable[[str], float]) -> tuple[Hit, ...]:
        best = ranked(self.passages, self.terms, telling, self.limit)
        return tuple(_hit(passage, self.opened[passage.article], score) for score, passage in best)


class Search:
    """Asks a library; may be used from any thread, answers one question at a time."""

    def __init__(self, library: Library, index: Index) -> None:
        self._library, self._index = library, index
        self._asking = threading.Lock()
        self._kept: OrderedDict[int, tuple[str, _Opened]] = OrderedDict()

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
        literally: bool = False,  # noqa: ARG002 - not yet
        cancelled: Callable[[], bool] = never,
    ) -> Iterator[Answer]:
        """Better and better answers to a query, each in place of the one before; the last is final.

        While `typing`, the last word may be the beginning of one. A word that stands nowhere is
        corrected, unless the words are meant `literally`. `cancelled` is asked before each article;
        what was found until then is given. Raises LibraryUnavailable.
        """
        asked = parse(query, typing=typing)
        if not asked.terms or limit < 1:
            yield Answer((), asked.notes)
            return
        with self._asking:
            answer = self._answer(asked, limit, cancelled)
        yield answer

    def _answer(self, asked: Query, limit: int, cancelled: Callable[[], bool]) -> Answer:
        library, view = self._library, self._index.view()
        titles, stamps = library.titles(), library.stamps()
        completed, all_completed = _completed(view, asked.terms)
        gathered = _Gathered(asked.terms, limit)
        notes, finished = list(asked.notes), True
        for id in self._worth_opening(view, asked.terms, completed, (titles, stamps), cancelled):
            if cancelled() or gathered.enough:
                finished = False
                break
            try:
                gathered.look_into(id, self._open(id, stamps[id], titles[id]))
            except ArticleDamaged as damage:
                notes.append(str(damage))
            except NoSuchPlace:
                continue  # removed by somebody else while we were looking
        finished = finished and all_completed and not cancelled()
        articles = len(stamps)
        hits = gathered.hits(lambda word: rarity(view.frequency(word), articles) if view else 1.0)
        return Answer(hits, tuple(notes), finished, len(gathered.passages))

    def _worth_opening(
        self,
        view: View | None,
        terms: Sequence[Term],
        completed: Sequence[str],
        known: tuple[dict[int, str], dict[int, str]],
        cancelled: Callable[[], bool],
    ) -> Iterator[int]:
        """The ids of articles that may hold the terms: those that the index proposes, then the others."""
        titles, stamps = known
        done: set[int] = set()
        if view:
            every = [word for term in terms for word in (term.words[:-1] if term.open else term.words)]
            one_of = [next(term.words[-1] for term in terms if term.open), *completed] if completed else []
            current = {id for id, stamp in stamps.items() if view.stamps.get(id) == stamp}
            try:
                for id in view.candidates(every, one_of):
                    if id in current:
                        done.add(id)
                        yield id
                done = current
            except EngineFailure:
                pass  # then all the others are looked through: slower, and as good
        waiting = [id for id in stamps if id not in done]
        for id, text in self._library.texts(waiting):
            done.add(id)
            if cancelled():
                return
            if may_hold(f"{titles.get(id, '')}\n{text}", terms, stem):
                yield id
        yield from (id for id in waiting if id not in done)

    def _open(self, id: int, stamp: str, title: str) -> _Opened:
        if (kept := self._kept.get(id)) and kept[0] == stamp:
            self._kept.move_to_end(id)
            return kept[1]
        document = self._library.document(id)
        opened = _Opened(title, self._library.article(id).date, document, CutText(document.text))
        self._kept[id] = (stamp, opened)
        self._kept.move_to_end(id)
        size = sum(len(one.document.text) for _, one in self._kept.values())
        while size > _KEPT and len(self._kept) > 1:
            _, (_, dropped) = self._kept.popitem(last=False)
            size -= len(dropped.document.text)
        return opened


def search_documents(
    query: str, articles: Iterable[tuple[int | str, Document, Outline]], limit: int = 20
) -> Answer:
    """Where the words of a query stand in these articles, each given with a name for its hits."""
    asked = parse(query)
    gathered = _Gathered(asked.terms, limit)
    if asked.terms and limit > 0:
        from corpus.title import shown_title

        for name, document, outline in articles:
            title = clean_line(shown_title(document))
            if may_hold(f"{title}\n{document.text}", asked.terms, stem):
                date = document.metadata.date.iso() if document.metadata.date else ""
                gathered.look_into(name, _Opened(title, date, document, CutText(document.text), outline))
    return Answer(gathered.hits(lambda _: 1.0), asked.notes, total=len(gathered.passages))


def _completed(view: View | None, terms: Sequence[Term]) -> tuple[list[str], bool]:
    """What the word that is being typed may become, and whether that is all it may."""
    beginning = next((term.words[-1] for term in terms if term.open), None)
    if beginning is None or view is None:
        return [], True
    found, all_found = view.completions(beginning, _COMPLETIONS)
    return found or [beginning], all_found


def _hit(passage: Passage, article: _Opened, score: float) -> Hit:
    if passage.block is None:
        snippet = Snippet(article.title, passage.marks)
        return Hit(passage.article, article.title, article.date, (), None, 0, 0, snippet, (), score)
    start, end = passage.marks[0][0], max(end for _, end in passage.marks)
    block = article.document.blocks[passage.block]
    snippet = snippet_of(article.document.text, (block.start, max(block.end, end)), passage.marks)
    return Hit(
        article=passage.article,
        title=article.title,
        date=article.date,
        section=article.section(start),
        paragraph=article.document.paragraph_at(start),
        start=start,
        end=end,
        snippet=snippet,
        marks=passage.marks,
        score=score,
    )
