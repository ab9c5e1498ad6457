"""Where the sentence around a quotation begins and ends."""

from __future__ import annotations

from typing import Final

from corpus.expression import expression

_STOP: Final = expression(r"(?:[.!?…][\"”’»'）)\]]*(?=\s)|[。！？][”’」』）]*)")
_BEGINS: Final = expression(r"\s*[“‘„«»\"'(\[「『*_]*[^\W_a-z]|\s*\Z")
_ABBREVIATED: Final = expression(
    r"(?:\b(?:al|cf|eds?|vs?|Mr|Mrs|Ms|Dr|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|e\.g|i\.e|vgl|bzw|approx"
    r"|trans|Prof|see|Inc|Ltd|Co|Corp)|(?<![\w/.])[^\W\d_])\.\Z"
)
_BEFORE_NUMBER: Final = expression(
    r"\b(?:pp?|paras?|nos?|vols?|nn?|secs?|arts?|ch|chap|figs?|ibid|id|cit|Nr|Abs|Rn|Rz|S|Bd)\.\Z"
)
_LONGEST: Final = 1_000
"""Characters that are looked through at most, on each side."""


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets [first, last) of the sentence that [start, end) of a text stands in.

    What closes a sentence in the stretch itself closes that sentence too.
    """
    first = low = max(0, start - _LONGEST)
    for match in _STOP.finditer(text, low, start):
        if _ends(text, match.start(), match.end()):
            first = match.end()
    inside = text[max(start, end - 3) : end].rstrip("\"”’»' ")
    if (
        inside.endswith((".", "!", "?", "。", "！", "？"))
        and _BEGINS.match(text, end)
        and not _goes_on(text, end)
    ):
        return first, end
    return first, sentence_end(text, end)


def sentence_end(text: str, start: int) -> int:
    """Where the sentence ends that goes on at an offset; it is not looked for without end."""
    high = min(len(text), start + _LONGEST)
    for match in _STOP.finditer(text, start, high):
        if _ends(text, match.start(), match.end()):
            return match.end()
    return high


def _ends(text: str, start: int, end: int) -> bool:
    if text[start] in "。！？":
        return True
    if not _BEGINS.match(text, end):
        return False
    if text[start] != ".":
        return True
    low = max(0, start - 12)
    if _BEFORE_NUMBER.search(text, low, start + 1):
        return text[end : end + 12].lstrip()[:1].isalpha()
    return _ABBREVIATED.search(text, low, start + 1) is None


def _goes_on(text: str, end: int) -> bool:
    """Whether a parenthesis follows, as that of a citation does."""
    return text[end : end + 3].lstrip().startswith(("(", "["))
