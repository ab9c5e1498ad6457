"""A phrase that sets a passage off: the few words around one of its most telling ones, verbatim."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod
from typing import Final, NamedTuple

from corpus.outline.labels.function_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    STOP,
    SUBJECTS,
    is_verb,
)
from corpus.outline.labels.salience import WORD, Roots, Salience

_MOST_WORDS: Final = 4
_TELLING: Final = 8
"""Words of a passage that phrases are looked for around."""
_OCCURRENCES: Final = 3
_LEAST: Final = 0.03
"""How likely a phrase must be to hold one of the author’s words."""
_ALONE: Final = 0.7
_CUT: Final = 0.6
"""What is left of the worth of a phrase that goes on, or begins, with words which cannot be taken."""
_AGAIN: Final = 1.25
"""What a phrase is worth more that the passage has more than once: it is a term."""
_BEFORE_NOUNS: Final = DETERMINERS | PREPOSITIONS | CONJUNCTIONS
_BEFORE_VERBS: Final = (SUBJECTS | AUXILIARIES) - _BEFORE_NOUNS | {"to"}
_OF: Final = frozenset(("of", "de", "du", "del", "der", "des"))


class Phrase(NamedTuple):
    """A phrase, verbatim; the roots of its words; how likely all miss the author's; its form's worth."""

    words: str
    roots: frozenset[str]
    missed: float
    worth: float

    @property
    def value(self) -> float:
        """How likely it holds one of the author's words, less for its form."""
        return (1 - self.missed) * self.worth


def phrases(text: str, salience: Salience, roots: Roots) -> list[Phrase]:
    """The phrases of one to four words around the most telling words of a text, the best first.

    Each paragraph is in a line of its own.
    """
    words = _Words(text)
    told = {word: salience[word] for word in dict.fromkeys(words.counted)}
    telling = sorted((word for word, odds in told.items() if odds), key=lambda word: -told[word])
    found: dict[str, Phrase] = {}
    for word in telling[:_TELLING]:
        at = -1
        for _ in range(min(_OCCURRENCES, words.counted.count(word))):
            at = words.counted.index(word, at + 1)
            for first, end in words.around(at):
                phrase = " ".join(words.written[first:end])
                worth = 0.0 if phrase in found else words.worth(first, end)
                if worth:
                    inside = words.counted[first:end]
                    if end - first > 1 and text.count(phrase) > 1:
                        worth *= _AGAIN
                    missed = prod(1 - told[word] for word in inside)
                    found[phrase] = Phrase(phrase, frozenset(map(roots.__getitem__, inside)), missed, worth)
    return sorted(found.values(), key=lambda one: -one.value)


class _Words:
    """The words of a text in columns: as written, as counted, and whether more than a space parts them."""

    def __init__(self, text: str) -> None:
        matches = list(WORD.finditer(text))
        self.written = [match[0] for match in matches]
        self.counted = [word.lower().replace("'", "’") for word in self.written]
        ends = [0, *(match.end() for match in matches)]
        self._parted = [
            match.start() != end + 1 or text[end] != " " for match, end in zip(matches, ends, strict=False)
        ]
        self._parted.append(True)

    def around(self, at: int) -> Iterator[tuple[int, int]]:
        """The phrases that a word may be part of: the first word, and one past the last."""
        first, end = at, at + 1
        if not self._may_stand(at, first=True):
            return
        while first and at - first < _MOST_WORDS and self._joins(first - 1, first):
            first -= 1
        while end - at < _MOST_WORDS and end < len(self.counted) and self._joins(end - 1, end):
            end += 1
        if first < at and self._before(first) in _BEFORE_VERBS:
            first += 1
        while first < at and self.counted[first].endswith("ly"):
            first += 1
        while end - 1 > at and self.counted[end - 1].endswith(("ly", "ing")) and end - first > 2:
            end -= 1
        if end - first > _MOST_WORDS:
            # Nothing so long is one phrase: the word has those with it that stand before it.
            first = max(first, at - 1)
            end = min(end, at + 2)
        yield first, end
        if end - first <= 2:
            yield from self._with_of(first, end)
        if end - first > 2:
            yield max(first, end - 2), end

    def worth(self, first: int, end: int) -> float:
        """What a phrase is worth by its form, from 0 to 1."""
        if self._breaks_name(first, end):
            return 0.0
        worth = _ALONE if end - first == 1 else 1.0
        last = self.counted[end - 1]
        if last.endswith(("ly", "ed")) or (
            last.endswith("ing") and (end - first == 1 or self.counted[end - 2][-1] == "s")
        ):
            return 0.0
        if end < len(self.counted) and not self._parted[end] and self._is_content(end):
            worth *= _CUT
        before = self._before(first)
        if before in _BEFORE_VERBS or (before and before not in STOP):
            worth *= _CUT
        return worth

    def _before(self, first: int) -> str:
        return "" if not first or self._parted[first] else self.counted[first - 1]

    def _joins(self, one: int, other: int) -> bool:
        """Whether two neighbouring words can be in one phrase."""
        return (
            not self._parted[other]
            and self._may_stand(one, first=True)
            and self._may_stand(other, first=False)
        )

    def _may_stand(self, at: int, *, first: bool) -> bool:
        word = self.counted[at]
        if not self._is_content(at) or is_verb(word):
            return False
        return first or not word.endswith("ed") or self.written[at][0].isupper()

    def _is_content(self, at: int) -> bool:
        word = self.counted[at]
        return word not in STOP and not word[0].isdigit()

    def _with_of(self, first: int, end: int) -> Iterator[tuple[int, int]]:
        """The phrase with “of speech” behind it, or with “freedom of” before it."""
        counted, parted = self.counted, self._parted
        if end + 1 < len(counted) and counted[end] in _OF and not (parted[end] or parted[end + 1]):
            further = end + 1
            while (
                further < len(counted)
                and further - first < _MOST_WORDS
                and self._may_stand(further, first=True)
            ):
                further += 1
                if further < len(counted) and parted[further]:
                    break
            if further > end + 1:
                yield first, further
        if (
            first > 1
            and counted[first - 1] in _OF
            and not (parted[first] or parted[first - 1])
            and self._may_stand(first - 2, first=True)
        ):
            before = first - 2
            if end - before < _MOST_WORDS and self._joins(before - 1, before):
                before -= 1
            if end - before <= _MOST_WORDS:
                yield before, end

    def _breaks_name(self, first: int, end: int) -> bool:
        """Whether a name goes on before the phrase or behind it."""
        written, parted = self.written, self._parted
        if (
            end < len(written)
            and not parted[end]
            and written[end - 1][0].isupper()
            and (
                written[end][0].isupper()
                or (written[end] in _OF and end + 1 < len(written) and written[end + 1][0].isupper())
            )
        ):
            return True
        if not written[first][0].isupper() or not first or parted[first]:
            return False
        before = written[first - 1]
        if before in _OF:
            return first > 1 and written[first - 2][0].isupper()
        return before[0].isupper() and first > 1 and not parted[first - 1]
