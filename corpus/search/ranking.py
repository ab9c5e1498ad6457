"""Which of the places found are shown first.

A passage is a block of the article. Passages that hold every term of the query come before the best
passages of articles that hold them only here and there; among each, BM25 decides (Robertson and Zaragoza
2009, § 3.3), where a word counts less the less it is what was typed, and more in a heading or the title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from corpus.document import Document, Kind
from corpus.search.matching import CutText, Match, Stem
from corpus.search.query import Term

_SATURATION: Final = 1.2
_LENGTH_WEIGHT: Final = 0.5
_USUAL_LENGTH: Final = 80
"""Words of a paragraph that is neither short nor long."""
_HEADING: Final = 1.5
_TITLE: Final = 0.5
_IN_A_ROW: Final = 3
"""Passages of one article before those of others are shown."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where terms stand in one block, or (`block` None) in the title.

    `weights` says for each term how well it does there (0: not at all).
    """

    article: int | str
    block: int | None
    marks: tuple[tuple[int, int], ...]
    weights: tuple[float, ...]

    @property
    def whole(self) -> bool:
        """Whether every term stands here."""
        return all(self.weights)


def rarity(holding: int, articles: int) -> float:
    """How telling a word is that so many of the articles hold: BM25's inverse frequency, above 0."""
    return log(1 + (max(articles, holding) - holding + 0.5) / (holding + 0.5))


def passages_in(
    article: int | str, document: Document, cut: CutText, title: CutText, terms: Sequence[Term], stem: Stem
) -> list[Passage]:
    """The passages of one article: all that hold every term, or else the one that tells most.

    None where a term is neither in the text nor in the title. Where the title alone holds them,
    the passage has no block, and its marks are offsets in the title.
    """
    matches = [cut.matches(term, stem) for term in terms]
    in_title = [title.matches(term, stem) for term in terms]
    titled = [max((match.closeness for match in found), default=0.0) for found in in_title]
    if not all(match or closeness for match, closeness in zip(matches, titled, strict=True)):
        return []
    blocks: dict[int, list[list[Match]]] = {}
    for number, found in enumerate(matches):
        for match in found:
            at = document.block_at(match.start)
            blocks.setdefault(at, [[] for _ in terms])[number].append(match)
    passages = [_passage(article, document, cut, block, blocks[block], titled) for block in sorted(blocks)]
    whole = [passage for passage in passages if passage.whole]
    if whole:
        return whole
    if passages and not all(titled):
        return [max(passages, key=lambda passage: (sum(map(bool, passage.weights)), sum(passage.weights)))]
    return [Passage(article, None, _joined(in_title), tuple(titled))]


def _passage(
    article: int | str,
    document: Document,
    cut: CutText,
    index: int,
    matches: list[list[Match]],
    titled: list[float],
) -> Passage:
    block = document.blocks[index]
    length = cut.count_between(block.start, block.end) / _USUAL_LENGTH
    damping = _SATURATION * (1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * length)
    factor = _HEADING if block.kind is Kind.HEADING else 1.0
    weights = []
    for found, closeness in zip(matches, titled, strict=True):
        count = sum(match.closeness for match in found)
        best = max((match.closeness for match in found), default=0.0)
        # The title adds to what stands here; it does not stand in for it.
        bonus = _TITLE * closeness if found else 0.0
        weights.append(best * factor * count * (_SATURATION + 1) / (count + damping) + bonus)
    return Passage(article, index, _joined(matches), tuple(weights))


def _joined(matches: list[list[Match]]) -> tuple[tuple[int, int], ...]:
    """The spans of all matches in reading order, those that overlap made one."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted((match.start, match.end) for found in matches for match in found):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)


def ranked(
    passages: Iterable[Passage],
    terms: Sequence[Term],
    telling: Callable[[str], float],
    limit: int,
) -> list[tuple[float, Passage]]:
    """The best passages with their scores, best first; `telling` gives the rarity of a word."""
    rarities = [sum(map(telling, term.words)) for term in terms]

    def score(passage: Passage) -> float:
        return sum(map(float.__mul__, rarities, passage.weights))

    order = sorted(
        ((score(passage), passage) for passage in passages),
        key=lambda item: (not item[1].whole, -item[0], str(item[1].article), item[1].block or 0),
    )
    shown: Counter[int | str] = Counter()
    first: list[tuple[float, Passage]] = []
    later: list[tuple[float, Passage]] = []
    for item in order:
        shown[item[1].article] += 1
        (first if shown[item[1].article] <= _IN_A_ROW else later).append(item)
    return (first + later)[:limit]
