"""Where what a query looks for stands among the words of an article.

An article's words come as a string with one character a word (`corpus.index.entry`), and a lexicon tells
which characters stand for which words. Places here are numbers of words, from 0.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple, Protocol

from corpus.index.lexicon import BORDER, RARE, Form
from corpus.search.groups import Match, together
from corpus.search.spelling import Vocabulary as Spelt
from corpus.search.spelling import alike
from corpus.search.tree import Near, Term

EXACT: Final = 1.0
INFLECTED: Final = 0.7
BEGUN: Final = 0.4
ALIKE: Final = 0.4
"""How much a word counts that is as typed, a form of it, begins with it, or is spelt nearly so."""

_MOST_ALIKE: Final = 40
_START: Final = re.Match.start


class Vocabulary(Spelt, Protocol):
    """What has to be known of the words of articles; `corpus.index.lexicon.Lexicon` is one."""

    def form(self, word: str) -> Form | None:
        """A word, if there is such a one."""
        ...

    def forms(self, stem: str) -> Sequence[Form]:
        """Every word of a stem."""
        ...

    def completions(self, beginning: str, most: int | None = None) -> tuple[Sequence[Form], bool]:
        """The words that begin so, the commonest first, at most so many; and whether these are all."""
        ...


Stem = Callable[[str], str]
"""Gives words that are forms of one another the same stem."""


class Accepted(NamedTuple):
    """The words that may stand for one word of a query, each with its closeness.

    `partial` tells that it is the beginning of more words than these.
    """

    written: str
    closeness: dict[str, float]
    forms: tuple[Form, ...]
    partial: bool


def accepted(
    term: Term, number: int, vocabulary: Vocabulary, stem: Stem, most: int | None = None
) -> Accepted:
    """The words of the vocabulary that stand for one of the term's words.

    Of the words that it may be the beginning of, at most so many.
    """
    word = term.words[number]
    found: dict[str, tuple[float, Form]] = {}

    def take(forms: Iterable[Form], closeness: float) -> None:
        for form in forms:
            if form.word not in found or found[form.word][0] < closeness:
                found[form.word] = closeness, form

    all_there = True
    if form := vocabulary.form(word.folded):
        take([form], EXACT)
    if not term.exact:
        take(vocabulary.forms(stem(word.folded)), INFLECTED)
    if term.open and number == len(term.words) - 1:
        completions, all_there = vocabulary.completions(word.folded, most)
        take(completions, BEGUN)
    if term.fuzzy:
        spelt = alike(word.folded, vocabulary, most=_MOST_ALIKE)
        take((form for one in spelt if (form := vocabulary.form(one))), ALIKE)
    closeness = {one: pair[0] for one, pair in found.items()}
    return Accepted(word.written, closeness, tuple(pair[1] for pair in found.values()), not all_there)


class Wanted:
    """A term, ready to be looked for in articles whose words are in one vocabulary."""

    def __init__(self, term: Term, vocabulary: Vocabulary, stem: Stem, most: int | None = None) -> None:
        """Take the term; of the words that its last one may begin, at most so many are looked for."""
        self.term = term
        self.accepted = [accepted(term, number, vocabulary, stem, most) for number in range(len(term.words))]
        self.partial = any(one.partial for one in self.accepted)
        """Whether there are more."""
        self._closeness = [
            # Words without a character of their own are looked at in the text.
            {form.character: one.closeness[form.word] for form in one.forms}
            for one in self.accepted
        ]
        self.terms = (self,)
        """The term itself: of a part of a query, all there is to find."""
        self.sure = not term.cased and not any(RARE in characters for characters in self._closeness)
        """Whether a match is one, and needs not be looked at in the text."""
        self._literal = all(len(characters) == 1 for characters in self._closeness)
        self._needle = "".join(next(iter(characters), "") for characters in self._closeness)
        # One word alone tells no more than the index has told.
        several = self._literal and len(self._closeness) > 1
        self.needles = (self._needle.encode("utf-8"),) if several else ()
        """Strings of words in UTF-8 that surely stand in an article that has it."""
        counts = [sum(form.articles for form in one.forms) for one in self.accepted]
        self._rarest = counts.index(min(counts))
        self._anchor = _class(self._closeness[self._rarest])

    @property
    def possible(self) -> bool:
        """Whether each of its words is in the vocabulary."""
        return all(self._closeness)

    def matches(self, words: str, really: Check, start: int = 0, end: int | None = None) -> list[Match]:
        """Every place where it stands, in reading order; those of a phrase may overlap.

        Only those are given that begin at words [start, end). `really` is asked about each match that
        is not sure.
        """
        if not self.possible:
            return []
        found = self._matches(words, start, len(words) if end is None else end)
        return found if self.sure else [match for match in found if really(match, self)]

    def _matches(self, words: str, start: int, end: int) -> list[Match]:
        length = len(self._closeness)
        if self._literal:
            least = min(next(iter(characters.values())) for characters in self._closeness)
            # The last one may reach over the end.
            places = _finds(words, self._needle, start, end + length - 1)
            return [(at, at + length, least) for at in places]
        if length == 1:
            closeness = self._closeness[0]
            return [
                (at, at + 1, closeness[words[at]])
                for at in map(_START, self._anchor.finditer(words, start, end))
            ]
        return list(self._sequences(words, start, end))

    def _sequences(self, words: str, start: int, end: int) -> Iterator[Match]:
        length = len(self._closeness)
        for anchor in map(_START, self._anchor.finditer(words, start + self._rarest, end + self._rarest)):
            first = anchor - self._rarest
            if first + length > len(words):
                continue
            least = EXACT
            for number, characters in enumerate(self._closeness, first):
                least = min(least, characters.get(words[number], 0.0))
                if not least:
                    break
            if least:
                yield first, first + length, least


class WantedNear:
    """Terms that must stand close together, ready to be looked for."""

    def __init__(self, near: Near, vocabulary: Vocabulary, stem: Stem, most: int | None = None) -> None:
        """Take the terms, as `Wanted` does."""
        self.within = near.within
        self.terms = [Wanted(term, vocabulary, stem, most) for term in near.terms]
        self.needles = tuple(needle for term in self.terms for needle in term.needles)
        """Strings of words in UTF-8 that surely stand in an article that has it."""
        self.sure = all(term.sure for term in self.terms)
        """Whether a match is one, and needs not be looked at in the text."""

    @property
    def possible(self) -> bool:
        """Whether every word of it is in the vocabulary."""
        return all(term.possible for term in self.terms)

    def matches(self, words: str, really: Check, start: int = 0, end: int | None = None) -> list[Match]:
        """Every place of a term that has the others close enough to it, in reading order.

        Only those are given that begin at words [start, end).
        """
        # A group stands in the title or in the text.
        border = words.find(BORDER)
        matches = [term.matches(words, really) for term in self.terms]
        found = together([[one for one in several if one[1] <= border] for several in matches], self.within)
        found += together([[one for one in several if one[0] > border] for several in matches], self.within)
        return [match for match in found if start <= match[0] and (end is None or match[0] < end)]


Check = Callable[[Match, Wanted], bool]
"""Tells whether a match really stands in the text, in the case that was typed."""
Part = Wanted | WantedNear
"""What one alternative of a clause asks for."""


def wanted(part: Term | Near, vocabulary: Vocabulary, stem: Stem, most: int | None = None) -> Part:
    """A part of a query, ready to be looked for; of a word's completions at most so many."""
    if isinstance(part, Near):
        return WantedNear(part, vocabulary, stem, most)
    return Wanted(part, vocabulary, stem, most)


def _class(characters: Iterable[str]) -> re.Pattern[str]:
    """A pattern for one of these characters."""
    several = "".join(map(re.escape, sorted(characters)))
    # Without any it matches nothing.
    return re.compile(f"[{several}]" if several else "(?!)")


def _finds(words: str, needle: str, start: int, end: int) -> Iterator[int]:
    at = words.find(needle, start, end)
    while at >= 0:
        yield at
        at = words.find(needle, at + 1, end)


def agrees_in_case(written: str, printed: str) -> bool:
    """Whether printed letters are capitals where the written ones are, as far as both go."""
    return all(
        first.isupper() == second.isupper()
        for first, second in zip(_letters(written), _letters(printed), strict=False)
    )


def _letters(word: str) -> str:
    """The letters of a word, without what may stand between them or over them, ligatures in their parts."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFKD", word)))
