"""Labels in Chinese, Japanese and other scripts without spaces."""

from __future__ import annotations

from typing import Final

from corpus.expression import expression
from corpus.outline.labels.cuts import Grade, cuts

_MOST: Final = 20
_FEWEST: Final = 6
_LEAST: Final = {Grade.GOOD: 0.6, Grade.SOUND: 0.5, Grade.WEAK: 0.0}
_LEAD_IN: Final = expression(
    r"(?:(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?"
    r"|因此|然而|但是|同时|此外|另外|所以|不过|近日|日前|今天|近年来|总之|其实|当然|例如|比如|首先|最后|于是|接着|可见)[，,]\s?"
)
_MARKS: Final = "，。；：！？,;"
_PAIRS: Final = (("《", "》"), ("“", "”"), ("「", "」"), ("（", "）"))


def wide_label(sentence: str) -> str:
    """The first clause of a sentence that is neither too short nor too long, else the beginning of it."""
    match = _LEAD_IN.match(sentence)
    if match and len(sentence) - match.end() >= _FEWEST:
        sentence = sentence[match.end() :]
    for at, character in enumerate(sentence[: _MOST + 1]):
        if character in _MARKS and at >= _FEWEST and _is_closed(sentence[:at]):
            return sentence[:at]
    if len(sentence) <= _MOST:
        return sentence.rstrip(_MARKS)
    most = _MOST - 2
    places = [cut for cut in cuts(sentence[: most + 8]) if cut.at <= most]
    for grade, least in _LEAST.items():
        for cut in reversed(places):
            if cut.grade >= grade and cut.at >= least * most:
                return sentence[: cut.at].rstrip("，。；：、,;") + "…"
    return sentence[:most] + "…"


def _is_closed(clause: str) -> bool:
    return all(clause.count(opening) == clause.count(closing) for opening, closing in _PAIRS)
