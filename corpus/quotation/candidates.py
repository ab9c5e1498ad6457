"""Which articles of a shelf a quotation may be from, and where in them: told by words alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from heapq import nlargest
from itertools import islice, pairwise
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
_INTERSECTED: Final = 6
"""Terms of which the articles are asked for that hold them all, the rarest ones."""
_PHRASE: Final = 4
"""Words in sequence that vote for articles."""
_MOST_PHRASES: Final = 8
_ENOUGH: Final = 4
"""Of these, so many that an article has tell which it is."""
_MOST_HELD: Final = 1_200
"""Articles that are looked through for such words, at the most, each as often as it is."""
_SHINGLE: Final = 3
"""Words in sequence that vote for a place."""
_TOLD_BY_THREE: Final = 16
"""Words of which three in sequence stand wherever something comes near to them."""
_FEWEST: Final = 4
"""Words that vote at the least: the rarest ones may be those that were altered."""
_COMMON: Final = 0.15
"""Words that so large a part of all articles has tell little."""
_LONGEST: Final = 40
"""Characters of a word of which it is seen whether it is one."""
_MOST_SHINGLES: Final = 40
_MOST_PAIRS: Final = 8
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
    held = _holding_all(_terms(strings.forms[longest]), shelf)
    return sorted(shelf.with_words(held, needle))


def _holding_all(terms: Iterable[str], shelf: Shelf) -> Set[int]:
    """The places of the articles that may hold all of these terms, or the rarest of them."""
    by_rarity = sorted(dict.fromkeys(terms), key=lambda term: _commonness(term, shelf))
    places: Set[int] = frozenset()
    for number, term in enumerate(by_rarity[:_INTERSECTED]):
        held = shelf.holding(term)
        places = places & held if number else held
        # Looking into so few costs no more than another term.
        if len(places) <= _SHORTLIST:
            break
    return places


def likeliest(strings: Strings, shelf: Shelf, most: int) -> list[int]:
    """The places of the articles with most of the words in sequence, the best first; at most so many."""
    votes: dict[int, float] = {}
    voting: list[str] = []
    terms = sorted(
        dict.fromkeys(term for forms in strings.forms for term in _terms(forms)),
        key=lambda term: _commonness(term, shelf) or len(shelf) + 1,
    )
    known = [term for term in terms if _commonness(term, shelf)]
    for number, term in enumerate(known[:_RAREST]):
        held = shelf.holding(term)
        if number >= _FEWEST and len(held) > _COMMON * len(shelf):
            break  # those that follow are commoner yet
        voting.append(term)
        weight = log(1 + len(shelf) / max(1, len(held)))
        for place in held:
            votes[place] = votes.get(place, 0.0) + weight
    looked_through = hits = 0
    for forms, phrase in _phrases(strings, shelf):
        if hits == _ENOUGH:
            break
        held = _holding_all(_terms(forms), shelf)
        if looked_through + len(held) > _MOST_HELD:
            continue
        looked_through += len(held)
        having = shelf.with_words(held, phrase)
        hits += bool(having)
        for place in having:
            votes[place] = votes.get(place, 0.0) + log(1 + len(shelf) / len(having))
    best = nlargest(_SHORTLIST, votes, key=votes.__getitem__)
    scores = {place: votes[place] / 8 for place in best}
    for term, needle in _pairs(strings, voting) if hits < _ENOUGH else ():
        held = shelf.holding(term)
        for place in shelf.with_words((place for place in best if place in held), needle):
            scores[place] += 1
    least = max(scores.values(), default=0.0) / 2
    return sorted((place for place in best if scores[place] >= least), key=lambda at: -scores[at])[:most]


def _pairs(strings: Strings, rarest: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Two words in sequence as strings, each with a word that it has: those of the rarest words, in order."""
    found: dict[str, list[str]] = {term: [] for term in rarest}
    for forms, string in zip(strings.forms, strings.pieces, strict=True):
        for at, (one, other) in enumerate(pairwise(forms)):
            pair = string[at : at + 2]
            if RARE not in pair:
                for term in (one + other, one, other):
                    if term in found:
                        found[term].append(pair)
    unique = {pair: term for term, pairs in reversed(found.items()) for pair in reversed(pairs)}
    for pair, term in islice(reversed(unique.items()), _MOST_PAIRS):
        yield term, pair


def _phrases(strings: Strings, shelf: Shelf) -> Iterator[tuple[Sequence[str], str]]:
    """Words in sequence, as they are and as strings: the rarest ones and not beside one another."""
    found: list[tuple[int, int, Sequence[str], str]] = []
    base = 0
    for forms, string in zip(strings.forms, strings.pieces, strict=True):
        rarity = [_commonness(form, shelf) for form in forms]
        for at in range(len(string) - _PHRASE + 1):
            phrase = string[at : at + _PHRASE]
            if RARE not in phrase:
                rarest = min(rarity[at : at + _PHRASE])
                found.append((rarest, base + at, forms[at : at + _PHRASE], phrase))
        base += len(string)
    chosen: list[int] = []
    for _, at, some, phrase in sorted(found):
        if all(abs(at - other) >= _PHRASE for other in chosen):
            chosen.append(at)
            yield some, phrase
            if len(chosen) == _MOST_PHRASES:
                return


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
    for size in (_SHINGLE, 2, 1) if length < _TOLD_BY_THREE else (_SHINGLE,):
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
    scored: list[tuple[int, int, int, int]] = []
    counts: dict[int, int] = {}
    left = 0
    for index, (at, number) in enumerate(hits):
        counts[number] = counts.get(number, 0) + 1
        while hits[left][0] < at - reach:
            gone = hits[left][1]
            counts[gone] -= 1
            if not counts[gone]:
                del counts[gone]
            left += 1
        stretch = at - hits[left][0] + hits[left][1]
        scored.append((len(counts), stretch, left, index + 1))
    # Of equally good stretches each is another place; the one that begins where it should is meant.
    chosen: list[int] = []
    scored.sort(key=lambda one: (-one[0], one[1]))
    for count, _, left, end in scored:
        if count < _WORTH * scored[0][0]:
            break
        # Words that stand before it by chance say that it begins there; most say where it does.
        begins = sorted(at - number for at, number in hits[left:end])
        begin = begins[len(begins) // 2]
        if all(abs(begin - other) > length // 2 + 2 for other in chosen):
            chosen.append(begin)
            if len(chosen) == most:
                break
    return chosen
