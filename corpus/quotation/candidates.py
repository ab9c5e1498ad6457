"""Which articles of a shelf a quotation may be from, and where in them: told by words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import pairwise
from math import log
from typing import Final, NamedTuple

from corpus import words
from corpus.expression import expression
from corpus.index.lexicon import RARE
from corpus.quotation.notation import Reading
from corpus.quotation.shelf import Shelf

_BROKEN: Final = expression(r"(?<=\w)(?:[-‐‑]\s+|\u00ad\s*)(?=\w)")
_RAREST: Final = 7
"""Words that vote for articles, the rarest ones."""
_SHORTLIST: Final = 12
"""Articles of which the order of words is looked at."""
_PHRASE: Final = 4
"""Words in sequence that vote for articles."""
_MOST_PHRASES: Final = 8
_MOST_HELD: Final = 2_500
"""Articles that are looked through for such words, at the most, each as often as it is."""
_SHINGLE: Final = 3
"""Words in sequence that vote for a place."""
_FEWEST: Final = 4
"""Words that vote at the least: the rarest ones may be those that were altered."""
_COMMON: Final = 0.15
"""Words that so large a part of all articles has tell little."""
_LONGEST: Final = 40
"""Characters of a word of which it is seen whether it is one."""
_MOST_SHINGLES: Final = 40
_MOST_PAIRS: Final = 12
"""Pairs of words that are looked for in the shortlist."""
_WORTH: Final = 0.35
"""Places that have less than this share of what the best one has are not looked into."""
_MOST_HITS: Final = 30
"""Places of one shingle in an article that count; what is there more often tells nothing."""


class Strings(NamedTuple):
    """A quotation in the words of a shelf: for each piece its words, and the string of their characters.

    A word that no article has is a RARE in the string, which none of them need have. `needles` are the
    strings without words that a piece has in part.
    """

    forms: tuple[tuple[str, ...], ...]
    pieces: tuple[str, ...]
    needles: tuple[str, ...]

    @property
    def longest(self) -> int:
        """The number of the piece that tells most: the longest one whose words all are known."""
        needles = self.needles
        return max(range(len(needles)), key=lambda at: (RARE not in needles[at], len(needles[at])))

    @classmethod
    def of(cls, reading: Reading, shelf: Shelf) -> Strings:
        """The words of the pieces; those broken at the end of a line are made whole if there are such."""
        forms = tuple(tuple(_forms(piece.letters.text, shelf)) for piece in reading.pieces)
        known = {form: shelf.character(form) or RARE for some in forms for form in some}
        pieces = tuple("".join([known[form] for form in some]) for some in forms)
        needles = tuple(
            string[piece.open_before : len(string) - piece.open_behind]
            for string, piece in zip(pieces, reading.pieces, strict=True)
        )
        return cls(forms, pieces, needles)


def _forms(text: str, shelf: Shelf) -> list[str]:
    def whole(match: re.Match[str]) -> str:
        start, end = match.span()
        before, after = text[max(0, start - _LONGEST) : start], text[end : end + _LONGEST]
        joined = words.columns(f"{before.split()[-1]}{after.split()[0]}")[2]
        return "" if any(shelf.character(form) for form in joined[-1:]) else "- "

    return words.columns(_BROKEN.sub(whole, text))[2]


def holding_verbatim(strings: Strings, shelf: Shelf) -> list[int]:
    """The places of the articles that have the longest of the pieces, word for word."""
    longest = strings.longest
    needle = strings.needles[longest]
    if not needle or RARE in needle:
        return []
    terms = sorted(dict.fromkeys(_terms(strings.forms[longest])), key=lambda term: _commonness(term, shelf))
    places: set[int] | None = None
    for term in terms[:3]:
        held = shelf.holding(term)
        places = set(held) if places is None else places & set(held)
        if len(places) <= _SHORTLIST:
            break
    return sorted(shelf.with_words(places or (), needle))


def likeliest(strings: Strings, shelf: Shelf, most: int) -> list[int]:
    """The places of the articles with most of the words in sequence, the best first; at most so many."""
    votes: dict[int, float] = {}
    terms = sorted(
        dict.fromkeys(term for forms in strings.forms for term in _terms(forms)),
        key=lambda term: _commonness(term, shelf) or len(shelf) + 1,
    )
    known = [term for term in terms if _commonness(term, shelf)]
    for number, term in enumerate(known[:_RAREST]):
        held = shelf.holding(term)
        if number >= _FEWEST and len(held) > _COMMON * len(shelf):
            break  # those that follow are commoner yet
        weight = log(1 + len(shelf) / max(1, len(held)))
        for place in held:
            votes[place] = votes.get(place, 0.0) + weight
    looked_through = 0
    for term, phrase in _phrases(strings, shelf):
        held = shelf.holding(term)
        looked_through += len(held)
        if looked_through > _MOST_HELD:
            break  # those that follow are commoner yet
        having = shelf.with_words(held, phrase)
        for place in having:
            votes[place] = votes.get(place, 0.0) + log(1 + len(shelf) / len(having))
    best = nlargest(_SHORTLIST, votes, key=votes.__getitem__)
    needles = [needle for _, needle in _shingles(strings.pieces, 2, _MOST_PAIRS)]
    scores = {place: _shared(shelf.words(place), needles) + votes[place] / 8 for place in best}
    least = max(scores.values(), default=0.0) / 2
    return sorted((place for place in best if scores[place] >= least), key=lambda at: -scores[at])[:most]


def _phrases(strings: Strings, shelf: Shelf) -> Iterator[tuple[str, str]]:
    """Words in sequence as strings, the rarest ones and not beside one another, each with its rarest term."""
    found: list[tuple[int, int, str, str]] = []
    base = 0
    for forms, string in zip(strings.forms, strings.pieces, strict=True):
        for at in range(len(string) - _PHRASE + 1):
            phrase = string[at : at + _PHRASE]
            if RARE not in phrase:
                terms = [(_commonness(term, shelf), term) for term in _terms(forms[at : at + _PHRASE])]
                commonness, term = min(terms)
                found.append((commonness, base + at, term, phrase))
        base += len(string)
    chosen: list[int] = []
    for _, at, term, phrase in sorted(found):
        if all(abs(at - other) >= _PHRASE for other in chosen):
            chosen.append(at)
            yield term, phrase
            if len(chosen) == _MOST_PHRASES:
                return


def _shared(string: str, needles: Sequence[str]) -> int:
    return sum(needle in string for needle in needles)


def _terms(forms: Sequence[str]) -> Iterator[str]:
    """What articles are asked for: words, and pairs of characters in scripts without spaces."""
    for form, following in pairwise((*forms, "")):
        if not words.is_unspaced(form[0]):
            yield form
        elif following and words.is_unspaced(following[0]):
            yield form + following
        else:
            yield form


def _commonness(term: str, shelf: Shelf) -> int:
    if len(term) == 2 and words.is_unspaced(term[0]):
        return min(shelf.commonness(term[0]), shelf.commonness(term[1]))
    return shelf.commonness(term)


def _shingles(pieces: Sequence[str], length: int, most: int = _MOST_SHINGLES) -> list[tuple[int, str]]:
    """Words in sequence, with the number of the first of them in the quotation; evenly chosen."""
    found: list[tuple[int, str]] = []
    base = 0
    for piece in pieces:
        found += [
            (base + at, shingle)
            for at in range(max(1, len(piece) - length + 1))
            if (shingle := piece[at : at + length]) and RARE not in shingle
        ]
        base += len(piece)
    step = max(1, len(found) // most)
    return found[::step]


def located(pieces: Sequence[str], string: str, most: int) -> list[int]:
    """Where in an article words of these pieces stand together: numbers of first words, the best first.

    They are where the first piece begins or would begin; those are left out that have much fewer words
    than the best.
    """
    length = sum(map(len, pieces))
    for size in (_SHINGLE, 2, 1):
        hits = sorted(
            (at, number)
            for number, shingle in _shingles(pieces, size)
            if len(shingle) == size or len(shingle) == length
            for at in _finds(string, shingle)
        )
        if hits:
            return _together(hits, length, most)
    return []


def _finds(string: str, shingle: str) -> Iterator[int]:
    at = string.find(shingle)
    for _ in range(_MOST_HITS):
        if at < 0:
            return
        yield at
        at = string.find(shingle, at + 1)


def _together(hits: Sequence[tuple[int, int]], length: int, most: int) -> list[int]:
    """The beginnings of the stretches in which most different shingles stand."""
    reach = length + length // 3 + 12
    scored: list[tuple[int, int, int]] = []
    counts: dict[int, int] = {}
    left = 0
    for at, number in hits:
        counts[number] = counts.get(number, 0) + 1
        while hits[left][0] < at - reach:
            gone = hits[left][1]
            counts[gone] -= 1
            if not counts[gone]:
                del counts[gone]
            left += 1
        scored.append((len(counts), hits[left][0] - hits[left][1], at))
    # Of equally good stretches each is another place; the one that begins where it should is meant.
    chosen: list[int] = []
    scored.sort(key=lambda one: (-one[0], one[2] - one[1]))
    for count, begin, _ in scored:
        if count < _WORTH * scored[0][0]:
            break
        if all(abs(begin - other) > length // 2 + 2 for other in chosen):
            chosen.append(begin)
            if len(chosen) == most:
                break
    return chosen
