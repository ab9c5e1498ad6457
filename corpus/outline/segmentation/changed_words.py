"""Which words end at a place in a text and which begin there, as a reader would name them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from heapq import nlargest
from itertools import chain
from typing import Final

from corpus.outline.labels.salience import VERB, kind
from corpus.outline.segmentation.han_terms import is_han, term_around
from corpus.outline.segmentation.vocabulary import READ, Vocabulary

_AROUND: Final = 3
_NAMED: Final = 2
_TRIED: Final = 16
_LONGEST_WORD: Final = 30
_FEWEST_LETTERS: Final = 4
# A word that is nowhere else tells as little of a section as one that is in many others.
_ONCE: Final = 6
# What stands next to the place is seen first, and looked for there.
_NEXT: Final = 2
_APOSTROPHES: Final = "’'"
_DULL: Final = frozenset(
    """following follows supports provides multiple equivalent example examples above below please usually
    case cases thing things utilisation exemple ejemplo beispiel folgende folgenden suivant suivante siguiente
    siguientes""".split()
)
"""Words that are new in many places and tell of none."""


def change_at(paragraphs: Sequence[str], words: Vocabulary, at: int) -> str:
    """What changes where a paragraph begins: "“court”, “judges” give way to “tax”"; "" if none tell.

    Words that end are in one of the three paragraphs before and none of the three from `at` on, those
    that begin the other way round.
    """
    past = range(at - 1, max(-1, at - 1 - _AROUND), -1)
    coming = range(at, min(len(paragraphs), at + _AROUND))
    old = _named(paragraphs, words, past, coming)
    new = _named(paragraphs, words, coming, past)
    if old and new:
        way = "gives" if len(old) == 1 else "give"
        return f"The words change here: {_listed(old)} {way} way to {_listed(new)}"
    if new:
        return f"New words here: {_listed(new)}"
    return f"The words change here: {_listed(old)} {'ends' if len(old) == 1 else 'end'}" if old else ""


def _listed(words: list[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _named(paragraphs: Sequence[str], words: Vocabulary, here: range, there: range) -> list[str]:
    """The words that are here and not there, as they are written: first those that are here most of all."""
    counts = Counter(chain.from_iterable(map(words.words.__getitem__, here)))
    for at in there:
        for word in words.words[at]:
            counts.pop(word, None)
    spread = words.recurring
    nearest = words.words[here[0]]
    ranked = (
        (count * count * (_NEXT if word in nearest else 1) / spread.get(word, _ONCE), len(word), word)
        for word, count in counts.items()
    )
    texts = [paragraphs[at][:READ] for at in here]
    best = nlargest(_TRIED, ranked)
    if best and is_han(best[0][2]):
        # Of as many pairs those that are not half of two words stand there more often.
        best.sort(key=lambda one: (one[0], sum(text.count(one[2]) for text in texts)), reverse=True)
    folded = [text.lower() for text in texts]
    found: list[str] = []
    for _, _, word in best:
        written = _as_term(texts, word) if is_han(word) else _as_written(texts, folded, word)
        if written and not any(written in one or one in written for one in found):
            found.append(written)
            if len(found) == _NAMED:
                break
    return found


def _as_term(texts: Sequence[str], pair: str) -> str:
    """The term that two Han characters belong to."""
    return term_around("\n".join(texts), pair)


def _as_written(texts: Sequence[str], folded: Sequence[str], stem: str) -> str:
    """A word with such a stem as it is written; "" where it is no name for anything."""
    written = next(
        (some for text, small in zip(texts, folded, strict=True) if (some := _written(text, small, stem))), ""
    )
    word = written.lower()
    dull = len(word) < _FEWEST_LETTERS or word in _DULL or kind(word) <= VERB
    # “GNU” and “1998” are short and tell all the same.
    return "" if dull and not (written.isupper() or written.isdecimal()) else written


def _written(paragraph: str, folded: str, stem: str) -> str:
    """A word of the paragraph with such a stem, as it is written there; "" if its letters were folded."""
    if len(folded) != len(paragraph):
        return ""
    place = folded.find(stem)
    while place > 0 and folded[place - 1].isalnum():
        place = folded.find(stem, place + 1)
    if place < 0:
        return ""
    end = place + len(stem)
    while end < min(len(paragraph), place + _LONGEST_WORD) and paragraph[end].isalnum():
        end += 1
    # “don’t” is not “don”; but a possessive is its word.
    cut = paragraph[end : end + 1] in tuple(_APOSTROPHES) and paragraph[end + 1 : end + 3].strip() != "s"
    return "" if cut and paragraph[end + 1 : end + 2].isalpha() else paragraph[place:end]
