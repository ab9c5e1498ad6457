"""What a misspelt word was meant to be, by the words that the library has.

Words are folded, and the distance of two is the number of letters left out, added, replaced, or
swapped with a neighbour (optimal string alignment). There is no index for it: the words that begin
alike are compared, and those that begin otherwise are made and asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, Protocol

from corpus.words import is_unspaced

_SHORTEST: Final = 4
"""Letters from which on a word is corrected: of shorter ones too many are one letter apart."""
_TWO_AMISS: Final = 6
"""Letters from which on two of them may be wrong in a word that is corrected."""
_LONG: Final = 8
"""Letters from which on words that differ in two are alike."""
_LETTERS: Final = 40
_SAMPLE: Final = 400
_LIKELY: Final = 8
"""So many times as likely as another letter is one left out, or two swapped: these slips lead to one
word each, and a wrong letter to as many as there are letters."""
_NOT_SHORTER: Final = 4
"""The same of two slips, and words that are no shorter than what was written."""


class Vocabulary(Protocol):
    """The words of a library, folded, each with the number of articles that have it."""

    def articles_with(self, word: str) -> int:
        """How many articles have the word written so; 0 where none has."""
        ...

    def beginning_with(self, beginning: str) -> list[tuple[str, int]]:
        """Every word that begins so, with its number of articles."""
        ...


def closest(word: str, vocabulary: Vocabulary) -> str | None:
    """The word most likely meant by a folded word that stands nowhere, or None.

    One slip comes before two; of words with as many slips those that need the likelier one and that
    more articles have. Short words, numbers, and words of scripts without spaces are not corrected.
    """
    if len(word) < _SHORTEST or not _is_spelt(word):
        return None
    if near := _one_apart(word, vocabulary):
        return max(near, key=lambda other: (near[other] * _likelihood(word, other), other))
    if len(word) < _TWO_AMISS:
        return None
    if not (far := _two_apart(word, vocabulary)):
        return None
    return max(far, key=lambda other: (far[other] * (1 if len(other) < len(word) else _NOT_SHORTER), other))


def alike(word: str, vocabulary: Vocabulary, most: int = 32) -> list[str]:
    """The words meant by `word~`: the folded word itself, if there is one, and those that are alike.

    Up to seven letters they differ in one, from eight letters on in two; the commonest come first,
    `most` at most. Of those that differ in two, only words that begin with the first or second letter.
    """
    found = {word: count} if (count := vocabulary.articles_with(word)) else {}
    if _is_spelt(word):
        found |= _one_apart(word, vocabulary)
        if len(word) >= _LONG:
            found |= _two_apart(word, vocabulary)
    return sorted(found, key=lambda other: (other != word, -found[other], other))[: max(0, most)]


def _is_spelt(word: str) -> bool:
    """Whether a word has letters that one can mistype: no digits, no script where each sign is a word."""
    return len(word) > 1 and not any(sign.isnumeric() or is_unspaced(sign) for sign in word)


def _one_apart(word: str, vocabulary: Vocabulary) -> dict[str, int]:
    """The words that are one slip away, with their numbers of articles."""
    beginning = vocabulary.beginning_with(word[:2])
    lengths = range(len(word) - 1, len(word) + 2)
    found = {
        other: count for other, count in beginning if len(other) in lengths and is_one_apart(word, other)
    }
    for other in set(_begun_otherwise(word, _letters(word, beginning, vocabulary))):
        if count := vocabulary.articles_with(other):
            found[other] = count
    return found


def is_one_apart(word: str, other: str) -> bool:
    """Whether a letter too many, missing, wrong or in the place of the next one makes one word the other."""
    start = _in_common(word, other)
    left, right = word[start:], other[start:]
    if len(left) != len(right):
        return left[1:] == right if len(left) > len(right) else left == right[1:]
    return left != right and (left[1:] == right[1:] or (left[1::-1] == right[:2] and left[2:] == right[2:]))


def _in_common(word: str, other: str) -> int:
    """How many letters two words have in common at their beginnings."""
    for place, (left, right) in enumerate(zip(word, other, strict=False)):
        if left != right:
            return place
    return min(len(word), len(other))


def _begun_otherwise(word: str, letters: str) -> Iterator[str]:
    """What is one slip away and has other first two letters than the word."""
    yield word[1:]
    yield word[0] + word[2:]
    yield word[1] + word[0] + word[2:]
    if len(word) > 2:
        yield word[0] + word[2] + word[1] + word[3:]
    for letter in letters:
        if letter != word[0]:
            yield letter + word[1:]
        if letter + word[0] != word[:2]:
            yield letter + word
        if letter != word[1]:
            yield word[0] + letter + word[2:]
            yield word[0] + letter + word[1:]


def _letters(word: str, beginning: list[tuple[str, int]], vocabulary: Vocabulary) -> str:
    """The commonest letters of words like this one: no alphabet is known beforehand."""
    seen = Counter(word)
    looked_at = 0
    # Few words begin as a misspelt one does, or none: then others that have its letters tell the script's.
    for start in ("", *dict.fromkeys(word)):
        some = vocabulary.beginning_with(start) if start else beginning
        some = some[:: len(some) // _SAMPLE + 1]
        looked_at += len(some)
        for other, _ in some:
            seen.update(other)
        if looked_at > _SAMPLE // 4 and len(seen) > _LETTERS // 2:
            break
    return "".join(letter for letter, _ in seen.most_common(_LETTERS) if not letter.isnumeric())


def _likelihood(word: str, other: str) -> int:
    """How likely it is that one wrote `word` for `other`, which is one slip away, beside other slips."""
    if len(other) > len(word):
        return _LIKELY
    start = _in_common(word, other)
    if len(other) == len(word):
        return _LIKELY if word[start + 1 :] != other[start + 1 :] else 1
    return _LIKELY if start and word[start] == word[start - 1] else 1


def _two_apart(word: str, vocabulary: Vocabulary) -> dict[str, int]:
    """The words that are up to two slips away and begin with the word's first or second letter."""
    from rapidfuzz import process  # 10 ms and more; most words are spelt right
    from rapidfuzz.distance import OSA

    near = range(len(word) - 2, len(word) + 3)
    counts = {
        other: count
        for letter in {word[0], word[1]}
        for other, count in vocabulary.beginning_with(letter)
        if len(other) in near
    }
    counts.pop(word, None)
    found = process.extract(word, list(counts), scorer=OSA.distance, score_cutoff=2, limit=None)
    return {other: counts[other] for other, _, _ in found}
