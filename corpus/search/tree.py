"""What a query is once it is read: a plain tree, which nothing else has to be known for to use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Field: TypeAlias = Literal["title", "author", "section", "in", "lang"]


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as `corpus.words` folds it, and the stretch of the query that it was cut from.

    In a script without spaces each character is a word of its own. `written` is as it came: it must
    pass `corpus.sanitiser` before it is shown.
    """

    folded: str
    written: str


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must follow one another: one word, or a phrase; never none.

    `exact` forbids inflections; `open` says that the last word may be only the beginning of one
    (never in a script without spaces); `fuzzy`, of a single word, that it may be spelt otherwise.
    """

    words: tuple[Word, ...]
    exact: bool = False
    open: bool = False
    fuzzy: bool = False

    @property
    def terms(self) -> tuple[Term, ...]:
        """The term itself: of a part of a query, all there is to find."""
        return (self,)

    @property
    def cased(self) -> bool:
        """Whether a capital letter was written, so that the case of the letters must agree."""
        return any(word.written != word.written.lower() for word in self.words)


@dataclass(frozen=True, slots=True)
class Near:
    """Two or more different terms, all of them, in any order and close together.

    From the first to the last of them are at most `within` words that belong to none.
    """

    within: int
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """One of the alternatives must be there."""

    alternatives: tuple[Term | Near, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """What a field of the article must hold, or, `negated`, must not.

    The field ``in`` is the article itself: its number, or words of its path or name. `written` is
    the value as it came, without quotation marks: it must be sanitised before it is shown.
    """

    field: Field
    term: Term
    written: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """The days on which an article may have appeared, or, `negated`, may not.

    The first and the last, both included, as ISO 8601 days (``2021-02-05``), so that they compare as
    strings do; empty where that end is open, never both. The last day of a month or year is the real one.
    """

    first: str
    last: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for, and what is to be said to the reader about the way it was asked for.

    Every clause must be there, nothing of `without`, and every filter and all `days` must agree.
    Nothing is named twice. The notes are clean sentences.
    """

    clauses: tuple[Clause, ...]
    without: tuple[Term | Near, ...] = ()
    filters: tuple[Filter, ...] = ()
    days: tuple[Days, ...] = ()
    notes: tuple[str, ...] = ()
