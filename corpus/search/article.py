"""One article that is looked into: its words, and the passages of it that a query asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from corpus import words
from corpus.document import Document
from corpus.index.engine import stem
from corpus.index.entry import Shape, numbered, shape_from
from corpus.index.lexicon import Lexicon, Numbering, common_beginning
from corpus.search.catalogue import stands_in_one
from corpus.search.groups import Match
from corpus.search.matching import Part, Vocabulary, Wanted, WantedNear, wanted
from corpus.search.places import CutArticle
from corpus.search.ranking import Found, passages_in
from corpus.search.tree import Filter, Near, Query, Term

_MOST_BLOCKS: Final = 100
"""To look into more blocks one by one takes longer than to look through the article."""


class Wording(NamedTuple):
    """A query in the words of one vocabulary: the alternatives of each clause, and what must not be there."""

    clauses: tuple[tuple[Part, ...], ...]
    without: tuple[Part, ...]

    @classmethod
    def of(cls, query: Query, ready: Callable[[Term | Near], Part]) -> Wording:
        """Make ready what the query looks for, part by part."""
        return cls(
            tuple(tuple(ready(part) for part in clause.alternatives) for clause in query.clauses),
            tuple(ready(part) for part in query.without),
        )

    @classmethod
    def in_words_of(cls, query: Query, vocabulary: Vocabulary) -> Wording:
        """Make ready what the query looks for in articles that have this vocabulary."""
        return cls.of(query, lambda part: wanted(part, vocabulary, stem))

    @property
    def needles(self) -> list[bytes]:
        """Strings of words in UTF-8 that surely stand in any article that has all of it."""
        return [
            needle for clause in self.clauses if len(clause) == 1 for needle in clause[0].needles if needle
        ]

    @property
    def partial(self) -> bool:
        """Whether a word may begin more words than are looked for."""
        return any(term.partial for term in self.terms)

    @property
    def terms(self) -> Iterator[Wanted]:
        """Every term that is looked for."""
        for clause in self.clauses:
            for part in clause:
                yield from part.terms


@dataclass(slots=True)
class LookedInto:
    """An article with the words that the index, or its own text, has for it.

    `cut` opens the text when it is needed: to see the case of letters, and where words really stand.
    """

    key: int | str
    words: str
    shape: Callable[[], Shape]
    cut: Callable[[], CutArticle]

    def passages(
        self,
        wording: Wording,
        sections: Sequence[Filter],
        rarities: Sequence[float],
        most: int,
    ) -> Found:
        """The passages that hold every clause, or the one that tells most; none without all clauses.

        At most `most` are given.
        """
        clauses = wording.clauses
        # The rarest clause tells which blocks can hold all of them.
        rarest = max(range(len(clauses)), key=rarities.__getitem__)
        leading = self._matches(clauses[rarest])
        if not leading:
            return Found(0, [])
        shape = self.shape()
        kept = _Kept(shape, self._left_out(wording, shape), sections)
        leading = kept.of(leading)
        if len(clauses) == 1:
            return passages_in(self.key, shape, [leading], rarities, most)
        blocks = sorted({shape.block(match[0]) for match in leading} | {-1})
        found = [
            leading if number == rarest else kept.of(self._matches_in(clause, shape, blocks))
            for number, clause in enumerate(clauses)
        ]
        if all(found):
            passages = passages_in(self.key, shape, found, rarities, most)
            if passages.best and passages.best[0].whole:
                return passages
        found = [
            leading if number == rarest else kept.of(self._matches(clause))
            for number, clause in enumerate(clauses)
        ]
        return passages_in(self.key, shape, found, rarities, most) if all(found) else Found(0, [])

    def _matches(self, clause: Sequence[Part], start: int = 0, end: int | None = None) -> list[Match]:
        matches = clause[0].matches(self.words, self._really, start, end)
        if len(clause) > 1:
            several = (part.matches(self.words, self._really, start, end) for part in clause[1:])
            matches = sorted({*matches, *(match for others in several for match in others)})
        return matches

    def _matches_in(self, clause: Sequence[Part], shape: Shape, blocks: Sequence[int]) -> list[Match]:
        """The matches that begin in these blocks."""
        # What is near to something is looked for in all of the article each time.
        if len(blocks) > _MOST_BLOCKS or any(isinstance(part, WantedNear) for part in clause):
            within = set(blocks)
            return [match for match in self._matches(clause) if shape.block(match[0]) in within]
        firsts = shape.firsts
        return [
            match
            for block in blocks
            for match in self._matches(clause, firsts[block] if block >= 0 else 0, firsts[block + 1])
        ]

    def _left_out(self, wording: Wording, shape: Shape) -> set[int]:
        """The blocks in which something stands that must not be there."""
        return {
            block
            for part in wording.without
            for match in part.matches(self.words, self._really)
            for block in _blocks_of(shape, match)
        }

    def _really(self, match: Match, term: Wanted) -> bool:
        return self.cut().holds(match, term)


class _Kept:
    """Tells which matches count: those in no block that is left out, and in a section that is let in."""

    def __init__(self, shape: Shape, left_out: set[int], sections: Sequence[Filter]) -> None:
        self._shape, self._left_out, self._sections = shape, left_out, sections
        self._let_in: dict[int, bool] = {}

    def of(self, matches: list[Match]) -> list[Match]:
        """Those of these matches that count."""
        if not (self._left_out or self._sections):
            return matches
        return [match for match in matches if all(map(self._counts, _blocks_of(self._shape, match)))]

    def _counts(self, block: int) -> bool:
        if block not in self._let_in:
            path = self._shape.outline.path(self._shape.starts[block]) if block >= 0 else ()
            self._let_in[block] = block not in self._left_out and all(
                stands_in_one(one.term, path) != one.negated for one in self._sections
            )
        return self._let_in[block]


def _blocks_of(shape: Shape, match: Match) -> range:
    """The blocks that a match touches."""
    return range(shape.block(match[0]), shape.block(match[1] - 1) + 1)


def read_directly(key: int | str, document: Document, title: str) -> tuple[LookedInto, Lexicon]:
    """An article that no index knows, and the vocabulary of its own words."""
    numbering = Numbering(Lexicon(), stem)
    string, firsts, _ = numbered(document, title, numbering.characters)
    shape = cache(lambda: shape_from(document, firsts))
    cut = cache(lambda: CutArticle(document.text, title, shape()))
    return LookedInto(key, string, shape, cut), Lexicon([numbering.run()])


def may_hold(text: str, query: Query) -> bool:
    """Whether it is worth cutting the text: False only if some clause cannot be in it."""
    plain = words.letters_of(text)
    return all(any(_may_hold(plain, text, part) for part in clause.alternatives) for clause in query.clauses)


def _may_hold(plain: str, text: str, part: Term | Near) -> bool:
    if isinstance(part, Near):
        return all(_may_hold(plain, text, term) for term in part.terms)
    if part.fuzzy:
        return True
    for word in part.words:
        if words.is_unspaced(word.folded[0]):
            missing = word.folded not in text and not words.has_odd_unspaced(text)
        else:
            beginning = word.folded if part.exact else _beginning(word.folded)
            missing = word.folded.isascii() and beginning not in plain
        if missing:
            return False
        # Of other words nothing is sure: folding a whole text may compose what they leave apart.
    return True


def _beginning(word: str) -> str:
    """The beginning that every form of the word has."""
    beginning = common_beginning(stem(word))
    return beginning if word.startswith(beginning) else ""
