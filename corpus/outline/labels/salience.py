"""How likely each word of a passage is to be one of those that its author would put over it.

A logistic model of what can be counted. Its weights were fitted to articles whose headings are known:
`python -m tests.bench.outline.salience` prints them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import exp, inf, log
from operator import mul
from typing import Final

from corpus.expression import expression
from corpus.outline.function_words import STOP, is_verb

WORD: Final = r"\w[\w’'-]*"
"""A word with its apostrophes and hyphens."""
_WORD: Final = expression(WORD)

WEIGHTS: Final = {
    "every word": -1.95,
    "times in the passage": 0.94,
    "words before it": -0.79,
    "elsewhere too": 1.09,
    "more than elsewhere": 0.1,
    "-ly": -1.44,
    "-ed": -0.27,
    "a number": 1.04,
}
"""Log-odds. Of the times, of one more than the words before it, and of how many times more frequent it is
than elsewhere, the natural logarithm counts."""

_WEIGHTS: Final = tuple(WEIGHTS.values())


def words_of(text: str) -> list[str]:
    """The words of a text as they are counted."""
    return _WORD.findall(as_counted(text))


def as_counted(text: str) -> str:
    """A text in small letters, each apostrophe a ’."""
    return text.lower().replace("'", "’")


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """What a counted word, its plural, possessive and participle have in common, roughly."""
    if word[1:2] == "’":
        word = word[2:] or word
    if word[-1] in "s’-_":
        word = word.rstrip("’-_").removesuffix("’s") or word
    if len(word) > 4 and word[-1] in "sgd" and not word.endswith("ss"):
        for ending, other in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) > 2:
                word = word[: -len(ending)] + other
                break
    return word[:-1] if len(word) > 4 and word[-1] == "e" else word


_ENDINGS: Final = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


NO_WORD: Final = 0
"""The kind of a word that only joins others."""
VERB: Final = 1
NUMBER: Final = 2
PARTICIPLE: Final = 3
NOUN: Final = 4
"""The kind of a word that may be any of a phrase: of most."""


@lru_cache(maxsize=1 << 16)
def kind(word: str) -> int:
    """What a counted word can be in a phrase, as far as its form tells."""
    if word in STOP:
        return NO_WORD
    # French: “l’arrêt” is an “arrêt”.
    word = word[2:] if word[1:2] == "’" else word
    if word in STOP or len(word) < 2:
        return NO_WORD
    if word[0].isdigit():
        return NUMBER
    if is_verb(word):
        return VERB
    return PARTICIPLE if word.endswith("ed") else NOUN


class Salience(dict[str, float]):
    """How likely the words of one passage are to be put over it, [0, 1]; of each once it is asked for."""

    def __init__(self, roots: Sequence[str], counts: Counter[str], total: int) -> None:
        """Take the roots of the passage's words in order; of the whole text, their counts and the total."""
        self._times = Counter(roots)
        self._before = dict(zip(reversed(roots), range(len(roots) - 1, -1, -1), strict=True))
        self._counts = counts
        self._here, self._elsewhere = len(roots) + 1, max(0, total - len(roots)) + 1

    def __missing__(self, word: str) -> float:
        found = self[word] = self._of(word) if kind(word) else 0.0
        return found

    def contrast(self, word: str) -> float:
        """How many times more frequent a counted word is here than elsewhere; infinite if only here."""
        known = root(word)
        return self._more(known) if self._counts[known] > self._times[known] else inf

    def _more(self, known: str) -> float:
        times = self._times[known]
        others = max(0, self._counts[known] - times)
        return (times + 0.5) * self._elsewhere / (self._here * (others + 0.5))

    def counted(self, word: str) -> tuple[float, ...]:
        """What the weights stand for, in their order, of a counted word that the passage has."""
        known = root(word)
        times = self._times[known]
        others = max(0, self._counts[known] - times)
        more = self._more(known)
        before = log(1 + self._before[known])
        form = (word.endswith("ly"), word.endswith("ed"), word[0].isdigit())
        return 1.0, log(times), before, others > 0, log(more), *form

    def _of(self, word: str) -> float:
        if root(word) not in self._times:
            return 0.0
        return 1 / (1 + exp(-sum(map(mul, _WEIGHTS, self.counted(word)))))
