"""How likely each word of a passage is to be one of those that its author would put over it.

A logistic model of what can be counted. Its weights were fitted to articles whose headings are known:
`python -m tests.bench.outline.salience` prints them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp, log
from typing import Final

from corpus.expression import expression
from corpus.outline.labels.function_words import STOP

WORD: Final = expression(r"[^\W_]+(?:[’'-][^\W_]+)*")
"""A word with its inner apostrophes and hyphens."""

WEIGHTS: Final = {
    "every word": -2.8,
    "times in the passage": 0.87,
    "words before it": -0.59,
    "elsewhere too": 0.86,
    "more than elsewhere": 0.11,
    "-ly": -0.6,
    "-ed": -0.65,
    "a number": -0.28,
}
"""Log-odds. Of the times, of one more than the words before it, and of how many times more frequent it is
than elsewhere, the natural logarithm counts."""

_ALWAYS, _TIMES, _BEFORE, _ELSEWHERE, _MORE, _LY, _ED, _NUMBER = WEIGHTS.values()


def words_of(text: str) -> list[str]:
    """The words of a text as they are counted: in small letters, each apostrophe a ’."""
    return WORD.findall(text.lower().replace("'", "’"))


class Roots(dict[str, str]):
    """The roots of counted words, each kept once it was found."""

    def __missing__(self, word: str) -> str:
        found = self[word] = root(word)
        return found


def root(word: str) -> str:
    """What a counted word, its plural, possessive and participle have in common, roughly."""
    word = word.removesuffix("’s").removesuffix("’")
    if len(word) > 4 and not word.endswith("ss"):
        for ending, other in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) > 2:
                word = word[: -len(ending)] + other
                break
    return word[:-1] if len(word) > 4 and word[-1] == "e" else word


_ENDINGS: Final = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


class Salience:
    """How likely the words of one passage are to be put over it; [0, 1]."""

    def __init__(self, roots: Sequence[str], counts: Counter[str], known: Roots) -> None:
        """Take the roots of the passage's words in order, and how often each is in the whole text."""
        self._times = Counter(roots)
        self._before = dict(zip(reversed(roots), range(len(roots) - 1, -1, -1), strict=True))
        self._counts, self._roots = counts, known
        self._here, self._elsewhere = len(roots) + 1, max(0, counts.total() - len(roots)) + 1
        self._found: dict[str, float] = {}

    def __getitem__(self, word: str) -> float:
        if (found := self._found.get(word)) is None:
            found = self._found[word] = 0.0 if word in STOP or len(word) < 2 else self._of(word)
        return found

    def _of(self, word: str) -> float:
        root = self._roots[word]
        times = self._times[root]
        if not times:
            return 0.0
        others = max(0, self._counts[root] - times)
        odds = (
            _ALWAYS
            + _TIMES * log(times)
            + _BEFORE * log(1 + self._before[root])
            + _MORE * log((times + 0.5) / self._here * self._elsewhere / (others + 0.5))
        )
        if others:
            odds += _ELSEWHERE
        if word.endswith("ly"):
            odds += _LY
        elif word.endswith("ed"):
            odds += _ED
        elif word[0].isdigit():
            odds += _NUMBER
        return 1 / (1 + exp(-odds))
