"""How often a label of ours, or the phrase beside it, holds a word of the title that the author wrote.

The sections are the author's own, so that only the label is judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean
from typing import Final, NamedTuple

from corpus.outline.labels import Label, Labeller
from tests.bench.outline.data import Headless
from tests.bench.outline.function_words import FUNCTION_WORDS

_WORD: Final = re.compile(r"[^\W\d_\u4e00-\u9fff]{3,}")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2,}")
_ENDING: Final = re.compile(r"(?<=\w\w\w)(?:ies|es|s|y|ing|ed|e|en|er|ly)$")


class Labelled(NamedTuple):
    """A title, whose words somebody chose, and our label of the same section."""

    title: str
    label: Label


class Hits(NamedTuple):
    """Of labels: parts that hold a word of the title, in words or phrase or either; their mean length."""

    either: float
    words: float
    phrase: float
    length: float
    sections: int


def labelled(article: Headless) -> list[Labelled]:
    """Our labels of the sections whose title has words that mean something."""
    labeller = Labeller(article.paragraphs)
    bounds = pairwise((0, *article.breaks, len(article.paragraphs)))
    return [
        Labelled(title, labeller.label(first, end))
        for title, (first, end) in zip(article.titles, bounds, strict=True)
        if roots(title)
    ]


def hits(some: Sequence[Labelled]) -> Hits:
    """How often they hit, as parts of one."""
    words = [bool(roots(one.title) & roots(one.label.words)) for one in some]
    phrase = [bool(roots(one.title) & roots(one.label.phrase)) for one in some]
    either = [one or other for one, other in zip(words, phrase, strict=True)]
    length = fmean(len(one.label.words) for one in some)
    return Hits(fmean(either), fmean(words), fmean(phrase), length, len(some))


def roots(text: str) -> set[str]:
    """The words of a text that mean something, without the commonest endings; of Chinese two signs each."""
    words = (word.casefold() for word in _WORD.findall(text))
    pairs = (one + other for run in _HAN.findall(text) for one, other in pairwise(run))
    return {_ENDING.sub("", word) for word in words if word not in FUNCTION_WORDS} | set(pairs)


def lines(name: str, articles: Sequence[Headless]) -> Iterator[str]:
    """The line of the table for a set of articles."""
    some = [one for article in articles for one in labelled(article)]
    if some:
        hit = hits(some)
        either, words, phrase = (f"{100 * part:5.1f}" for part in (hit.either, hit.words, hit.phrase))
        yield (
            f"{name:<16}{either} %  words {words}  phrase {phrase}"
            f"  {hit.length:5.1f} characters  {hit.sections} sections"
        )
