"""The words of paragraphs that tell what they are about, and how much two paragraphs share of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import reduce
from itertools import chain, pairwise
from math import sqrt
from operator import or_
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.outline.function_words import STOP
from corpus.scripts import has_han

READ: Final = 4_000
"""So many characters of a paragraph are read: further in nothing tells what it is about."""

_WORD: Final = expression(r"[^\W\d_]{3,}|\d{3,}")
# The same for small letters of ASCII: half as dear.
_ASCII_WORD: Final = expression(r"[a-z]{3,}|[0-9]{3,}")
_HAN: Final = expression(r"[\u3400-\u9fff]+")
# Cut to so many letters the forms of a word are the same one, in languages that inflect at the end.
_STEM: Final = 6
# A word of fewer than so many paragraphs, or of such a share of them, tells most; one of half of them little.
_RARE: Final = 3
_RARE_SHARE: Final = 0.08
_COMMON_SHARE: Final = 0.25
_RARE_TELLS: Final = 3.0
_MIDDLING_TELLS: Final = 2.0
_COMMON_TELLS: Final = 0.5
# Words are bits of a number. In a longer vocabulary some share one: that costs less than longer numbers.
_BITS: Final = 4_096

Shape = tuple[int, int, int]
"""The words of a paragraph that recur in the text, as bits: rare, middling, common ones."""


class Vocabulary(NamedTuple):
    """The words of each paragraph in order, each once; how many have each that recurs; the bits of those."""

    words: list[dict[str, None]]
    recurring: dict[str, int]
    shapes: list[Shape]


class _Stems(dict[str, str]):
    """The stem of each word, "" for words of grammar."""

    def __missing__(self, word: str) -> str:
        stem = "" if word in STOP else word[:_STEM]
        self[word] = stem
        return stem


def vocabulary(paragraphs: Sequence[str]) -> Vocabulary:
    """The vocabulary of a text, in time linear in its length."""
    stems = _Stems()
    words = [_words(paragraph[:READ].casefold(), stems) for paragraph in paragraphs]
    spread = Counter(chain.from_iterable(words))
    total = len(paragraphs)
    bits: tuple[dict[str, int], ...] = ({}, {}, {})
    recurring = {word: count for word, count in spread.items() if count > 1}
    for word, count in recurring.items():
        some = bits[_rank(count, total)]
        some[word] = 1 << (len(some) % _BITS)
    return Vocabulary(words, recurring, [_shape(some, bits) for some in words])


def _rank(count: int, total: int) -> int:
    """Which of the three sorts a word of so many paragraphs belongs to."""
    if count <= _RARE or count <= _RARE_SHARE * total:
        return 0
    return 1 if count <= _COMMON_SHARE * total else 2


def _words(text: str, stems: _Stems) -> dict[str, None]:
    """The words of a text in small letters, stemmed; of Chinese each pair of neighbouring characters."""
    if text.isascii():
        words = dict.fromkeys(map(stems.__getitem__, _ASCII_WORD.findall(text)))
    elif not has_han(text):
        words = dict.fromkeys(map(stems.__getitem__, _WORD.findall(text)))
    else:
        words = dict.fromkeys(one + two for run in _HAN.findall(text) for one, two in pairwise(run))
        words.update(dict.fromkeys(map(stems.__getitem__, _WORD.findall(_HAN.sub(" ", text)))))
    words.pop("", None)
    return words


def _shape(words: dict[str, None], bits: tuple[dict[str, int], ...]) -> Shape:
    rare, middling, common = bits
    return (
        reduce(or_, map(rare.__getitem__, filter(rare.__contains__, words)), 0),
        reduce(or_, map(middling.__getitem__, filter(middling.__contains__, words)), 0),
        reduce(or_, map(common.__getitem__, filter(common.__contains__, words)), 0),
    )


def together(shapes: Sequence[Shape]) -> Shape:
    """The words of some paragraphs."""
    rare = middling = common = 0
    for one, two, three in shapes:
        rare |= one
        middling |= two
        common |= three
    return rare, middling, common


def weight(shape: Shape) -> float:
    """How much a set of words can have in common with another at most."""
    rare, middling, common = shape
    return (
        _RARE_TELLS * rare.bit_count()
        + _MIDDLING_TELLS * middling.bit_count()
        + _COMMON_TELLS * common.bit_count()
    )


def likeness(one: Shape, other: Shape, one_weight: float, other_weight: float) -> float:
    """How alike two sets of words are, from 0: the cosine of their bits, damped where there are few."""
    shared = (
        _RARE_TELLS * (one[0] & other[0]).bit_count()
        + _MIDDLING_TELLS * (one[1] & other[1]).bit_count()
        + _COMMON_TELLS * (one[2] & other[2]).bit_count()
    )
    return shared / sqrt((one_weight + 2) * (other_weight + 2))
