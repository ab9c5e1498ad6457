"""Labels and phrases in Chinese, Japanese and other scripts without spaces."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import Final

from corpus.expression import expression
from corpus.outline.labels.cuts import best_cut

_MOST: Final = 20
_FEWEST: Final = 6
_LEAD_IN: Final = expression(
    r"(?:(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?"
    r"|因此|然而|但是|同时|此外|另外|所以|不过|近日|日前|今天|近年来|总之|其实|现在|目前|如今|一般来说|事实上|实际上|当然|例如|比如|首先|最后|于是|接着|可见"
    r"|しかし|昨日|今日|また|そして|さらに|一方|ただし|つまり|例えば|だから|なお)[，、,]\s?"
)
_HANGING: Final = tuple(
    "当 對 对 如果 假如 为了 為了 除了 随着 由于 虽然 尽管 根据 按照 关于 自从 从 在 通过 经过".split()
)
"""What opens a clause that only says when, where or why: the one after it says what."""
_TERM: Final = expression(
    # Runs that no common word of Chinese, no kana of Japanese inflection and no sign divides.
    r"(?:(?![的了是在和与與及或对對于於把被从從向为為以不也都就而之其这這那此该各每有没我你他她它们個个着将要会能可到上中下来去"
    r"出还最很更并但因所以如若])[\u3400-\u9fff\u30a0-\u30ff])+"
)
_LONGEST_TERM: Final = 8
_TERMS: Final = 48
"""Runs that are looked at closely: the most frequent and the longest."""
_MARKS: Final = "，。；：！？,;"
_PAIRS: Final = (("《", "》"), ("“", "”"), ("「", "」"), ("（", "）"))


def wide_label(sentence: str) -> str:
    """The first clause of a sentence that is neither too short nor too long, else the beginning of it."""
    match = _LEAD_IN.match(sentence)
    if match and len(sentence) - match.end() >= _FEWEST:
        sentence = sentence[match.end() :]
    if sentence.startswith(_HANGING):
        clause, comma, rest = sentence.partition("，")
        if comma and len(clause) <= _MOST and len(rest) >= _FEWEST:
            sentence = rest
    for at, character in enumerate(sentence[: _MOST + 1]):
        if character in _MARKS and at >= _FEWEST and _is_closed(sentence[:at]):
            return sentence[:at]
    if len(sentence) <= _MOST:
        return sentence.rstrip(_MARKS)
    most = _MOST - 2
    return sentence[: best_cut(sentence, most) or most].rstrip("，。；：、,;") + "…"


def _is_closed(clause: str) -> bool:
    return all(clause.count(opening) == clause.count(closing) for opening, closing in _PAIRS)


def wide_phrase(text: str, elsewhere: str, title: str) -> str:
    """The term of a passage that sets it off from the text `elsewhere`: "" where none comes again.

    It has no two characters in a row that the title has. A term is a run that the passage has more than once.
    """
    times: Counter[str] = Counter()
    for match in _TERM.finditer(text):
        run = match[0]
        for length in range(2, min(len(run), _LONGEST_TERM) + 1):
            times.update(run[at : at + length] for at in range(len(run) - length + 1))
    taken = {title[at : at + 2] for at in range(len(title) - 1)}
    again = sorted((term for term in times if times[term] > 1), key=lambda term: -times[term] * len(term))[
        :_TERMS
    ]
    best, found = 0.0, ""
    for term in again:
        # A piece of a term that is always the whole one is no term.
        if any(term in other and times[other] == times[term] for other in again if len(other) > len(term)):
            continue
        if taken.isdisjoint(term[at : at + 2] for at in range(len(term) - 1)):
            rarer = log(1 + len(elsewhere) / (1 + elsewhere.count(term)) / len(text))
            value = times[term] * (len(term) - 0.5) * rarer
            if value > best:
                best, found = value, term
    return found
