"""What to look for instead, where nothing at all was found: other capitals, or other letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from corpus.search.matching import Vocabulary
from corpus.search.spelling import closest
from corpus.search.tree import Clause, Near, Query, Term, Word

_ANY_CASE = "Nothing has these capitals: what is shown has the words in any case."


class Instead(NamedTuple):
    """Another query, with each word that was changed and what it became, and what to say of it."""

    query: Query
    corrected: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


def instead_of(
    query: Query, vocabulary: Vocabulary | None, known: Callable[[Term, int], bool]
) -> Iterator[Instead]:
    """Queries to ask in place of one that found nothing, the nearest first.

    `known` tells whether a term's word, given by its index, is in the library in one form or another;
    `vocabulary` has the words that the library does have.
    """
    caseless = _with_terms(query, lambda term: replace(term, words=tuple(map(_in_any_case, term.words))))
    cased = any(term.cased for term in _terms(query))
    if cased:
        yield Instead(caseless, notes=(_ANY_CASE,))
    if vocabulary is None:
        return
    changed: dict[str, str] = {}

    def spelt(term: Term) -> Term:
        # What stands in quotation marks is meant to the letter.
        as_it_is = term.exact or term.fuzzy
        words = []
        for number, word in enumerate(term.words):
            better = None if as_it_is or known(term, number) else closest(word.folded, vocabulary)
            if better:
                changed[word.written] = better
            words.append(Word(better, better) if better else _in_any_case(word))
        return replace(term, words=tuple(words), open=term.open and term.words[-1].written not in changed)

    corrected = _with_terms(query, spelt)
    if changed:
        yield Instead(corrected, tuple(changed.items()))


def _in_any_case(word: Word) -> Word:
    return Word(word.folded, word.written.lower())


def _terms(query: Query) -> Iterator[Term]:
    for clause in query.clauses:
        for part in clause.alternatives:
            yield from part.terms


def _with_terms(query: Query, changed: Callable[[Term], Term]) -> Query:
    """The query with each term that it looks for changed."""

    def part(one: Term | Near) -> Term | Near:
        return replace(one, terms=tuple(map(changed, one.terms))) if isinstance(one, Near) else changed(one)

    clauses = tuple(Clause(tuple(map(part, clause.alternatives))) for clause in query.clauses)
    return replace(query, clauses=clauses)
