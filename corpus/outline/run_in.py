"""The numbers that open the paragraphs of a law: "第一条 …", "Article 12. …", "§ 3 …".

Such a number is a place in the author's own outline, though its words stand on the same line: the
paragraph stays one, and is counted. It is believed in a chain that rises through the text, alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from corpus.document import Kind, Structure
from corpus.expression import expression
from corpus.outline.divisions import HAN_RANKS, Opening, may_open, opening_of
from corpus.outline.lines.families.wording import is_closed, opens_title, runs_on
from corpus.outline.numbering import Path

LOOKED_AT: Final = 120
"""Characters of a paragraph that are looked at."""

_FEWEST: Final = 3
_MANY: Final = 8
"""So many may begin in mid-count: a part of a law does."""
_GLUED: Final = 5
"""So many prove numbers with no space behind them, of which "第一条路" could be one."""
_EARLY: Final = 2
_RISING: Final = 0.8
"""The share of a law's numbers that rise from paragraph to paragraph; in an essay on it they do not."""
_CLOSE: Final = 3
"""Numbers that may be left out between two: what was repealed."""
_MOST_WORDS: Final = 8
_STOPS: Final = frozenset("。；;！？!?")
_BRACKETED: Final = expression(r"[.:：]?\s{0,4}[【\[［（](?P<title>[^\d\W][^】\]］）]{0,40})[】\]］）]")
_PARTED: Final = expression(r"[.:]?(?:\s?[—–-])?\s{1,4}(?P<title>[^.;:—–!?]{3,70})\.?\s?[—–]")
_POINTED: Final = expression(
    r"[.:]?(?:\s?[—–-])?\s{1,4}(?P<title>[^.;:—–!?]{3,70})\.\s+(?=[\"“'(\[]?[^\W\d_a-z]|\()"
)


class RunIn(NamedTuple):
    """The block that opens with a number, the number with the words of a title if it has any.

    `rank` is 0 for the outermost numbers. `heading` tells that the block is a heading that counts among
    them.
    """

    block: int
    title: str
    rank: int
    heading: bool


class _Member(NamedTuple):
    block: int
    opening: Opening
    words: str
    whole: bool
    heading: bool


def run_in_numbers(document: Structure, opening: Iterable[int] | None = None) -> list[RunIn]:
    """The blocks that open with the number of an article of law, in order; none where they are none.

    `opening` are the offsets of the paragraphs that may open so (`may_open`), where those are known
    already: then no other is looked at. Linear in the blocks.
    """
    families: dict[str, list[_Member]] = defaultdict(list)
    for member in _members(document, opening):
        families[member.opening.name].append(member)
    found = {name: _rising(members) for name, members in families.items()}
    believed = {name: chain for name, chain in found.items() if _is_law(document, families[name], chain)}
    # Where two kinds count, there are fewer of those that hold the others.
    order = sorted(believed, key=lambda name: len(believed[name]))
    return sorted(
        RunIn(member.block, title, rank, member.heading)
        for rank, name in enumerate(order)
        for member, title in zip(believed[name], _titles(believed[name]), strict=True)
    )


def _opening(words: str) -> Opening | None:
    opening = opening_of(words) if may_open(words) else None
    if opening is None or not opening.is_article:
        return None
    behind = words[opening.end :]
    if opening.name in HAN_RANKS or not behind or behind[0] in ".:—–-º°)":
        return opening
    # "Article 5 of the treaty …", "Section 3, which …" are sentences.
    after = behind.lstrip()
    apart = behind[0].isspace() and (not after or opens_title(after) or after[0] in "([§")
    return opening if apart else None


def _members(document: Structure, opening: Iterable[int] | None) -> Iterable[_Member]:
    starts, ends, kinds, *_ = document.blocks.columns()
    text = document.text
    labels = document.labels.numbers
    printed = {start: mark for start, mark in zip(*labels, strict=True) if mark[:1] == "§"}
    known = None if opening is None else {*opening, *printed}
    for block, (start, end, kind) in enumerate(zip(starts, ends, kinds, strict=True)):
        if kind not in (Kind.PARAGRAPH, Kind.HEADING):
            continue
        if known is not None and kind == Kind.PARAGRAPH and start not in known:
            continue
        mark = printed.get(start) if printed else None
        if kind == Kind.HEADING:
            # In a large text the words of a heading are at hand as a whole alone.
            words = text[start:end]
        elif mark is not None or known is not None or may_open(text[start : start + 3]):
            words = text[start : min(end, start + LOOKED_AT)]
        else:
            continue
        if mark is not None:
            words = f"{mark} {words}"
        if (found := _opening(words)) is not None:
            yield _Member(block, found, words, end - start <= LOOKED_AT, kind == Kind.HEADING)


def _rising(members: Sequence[_Member]) -> list[_Member]:
    """The longest run of numbers that rise; under another heading they may begin at 1 again."""
    parts: list[list[_Member]] = [[]]
    for member in members:
        if member.opening.path == (1,) and parts[-1] and parts[-1][-1].opening.path[0] >= _EARLY:
            parts.append([])
        parts[-1].append(member)
    return [member for part in parts for member in _longest_rise(part)]


def _longest_rise(members: Sequence[_Member]) -> list[_Member]:
    """The longest strictly rising subsequence, by patience sorting (Fredman, 1975)."""
    tails: list[Path] = []
    at: list[int] = []
    before: list[int] = []
    for index, member in enumerate(members):
        place = bisect_left(tails, member.opening.path)
        before.append(at[place - 1] if place else -1)
        tails[place : place + 1] = [member.opening.path]
        at[place : place + 1] = [index]
    chain: list[_Member] = []
    index = at[-1] if at else -1
    while index >= 0:
        chain.append(members[index])
        index = before[index]
    return chain[::-1]


def _is_law(document: Structure, members: Sequence[_Member], chain: Sequence[_Member]) -> bool:
    """Whether numbers are those of a law: they rise, nearly all of them, in small steps."""
    own = [one for one in chain if not one.heading]
    if len(own) < _FEWEST or len(chain) < _RISING * len(members):
        return False
    if chain[0].opening.path[0] > _EARLY and len(chain) < _MANY:
        return False
    if len(chain) < _GLUED and any(one.words[one.opening.end :][:1].isalnum() for one in chain):
        return False
    steps = [other.opening.path[0] - one.opening.path[0] for one, other in pairwise(chain)]
    if sum(step <= _CLOSE for step in steps) < _RISING * len(steps):
        return False
    return _shapes(document, chain)


def _shapes(document: Structure, chain: Sequence[_Member]) -> bool:
    """Whether numbers are the shape of all that stands under the headings around them, and no list in it."""
    kinds, counted = document.blocks.columns()[2], document.blocks.counted
    among = {one.block for one in chain}
    first, last = chain[0].block, chain[-1].block
    while first > 0 and (kinds[first - 1] != Kind.HEADING or first - 1 in among):
        first -= 1
    while last + 1 < len(kinds) and (kinds[last + 1] != Kind.HEADING or last + 1 in among):
        last += 1
    spanned = counted[chain[-1].block] - counted[chain[0].block] + 1
    return spanned * 2 >= counted[last] - counted[first]


def _titles(chain: Sequence[_Member]) -> list[str]:
    """For each its number and the words of its title, where most of them have such words."""
    titles = [_title(one) for one in chain]
    styles = Counter(style for style, _ in titles)
    common = {style for style, count in styles.items() if style and count * 2 >= len(chain)}
    return [
        " ".join(
            f"{one.words[: one.opening.end]} {words if style in common or style == 'whole' else ''}".split()
        )
        for one, (style, words) in zip(chain, titles, strict=True)
    ]


def _title(member: _Member) -> tuple[str, str]:
    """How the words of a title are set off from what follows them, and the words; "" where they are not."""
    behind = member.words[member.opening.end :]
    if match := _BRACKETED.match(behind):
        return "bracketed", match["title"]
    if (
        member.whole
        and len(behind) <= LOOKED_AT
        and not is_closed(behind)
        and len(behind.split()) <= _MOST_WORDS
    ):
        rest = behind.strip(" .:—–-\u3000")
        if opens_title(rest) and not runs_on(rest) and not _STOPS.intersection(rest):
            return "whole", rest
    for style, pattern in (("parted", _PARTED), ("pointed", _POINTED)):
        match = pattern.match(behind)
        if match and len(match["title"].split()) <= _MOST_WORDS and opens_title(match["title"]):
            return style, match["title"]
    return "", ""
