"""Where the sentence around a quotation begins and ends."""

from __future__ import annotations

from typing import Final

from corpus.expression import expression

_STOP: Final = expression(r"(?:[.!?…][\"”’»'）)\]]*(?=\s)|[。！？][”’」』）]*)")
_BEGINS: Final = expression(r"\s*[“‘„«»\"'(\[「『*_]*[^\W_a-z]|\s*\Z")
_ABBREVIATED: Final = expression(
    r"(?:\b(?:pp?|paras?|al|nos?|vols?|cf|eds?|vs?|Mr|Mrs|Ms|Dr|St|nn?|secs?|arts?|ch|chap|figs?|Jan|Feb"
    r"|Mar|Apr|Jun"
    r"|Jul|Aug|Sept?|Oct|Nov|Dec|ibid|id|cit|e\.g|i\.e|vgl|bzw|Nr|Abs|Rn|approx|Inc|Ltd|Co|Corp|trans|Prof)"
    r"|(?<![\w/.])[^\W\d_])\.\Z"
)
_LONGEST: Final = 2_000
"""Characters that are looked through at most, on each side."""


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets [first, last) of the sentence that [start, end) of a text stands in.

    What closes a sentence in the stretch itself closes that sentence too.
    """
    first = low = max(0, start - _LONGEST)
    for match in _STOP.finditer(text, low, start):
        if _ends(text, match.start(), match.end()):
            first = match.end()
    high = min(len(text), end + _LONGEST)
    inside = text[max(start, end - 3) : end].rstrip("\"”’»' ")
    if (
        inside.endswith((".", "!", "?", "。", "！", "？"))
        and _BEGINS.match(text, end)
        and not _goes_on(text, end)
    ):
        return first, end
    for match in _STOP.finditer(text, end, high):
        if _ends(text, match.start(), match.end()):
            return first, match.end()
    return first, high


def _ends(text: str, start: int, end: int) -> bool:
    if text[start] in "。！？":
        return True
    if not _BEGINS.match(text, end):
        return False
    return text[start] != "." or _ABBREVIATED.search(text, max(0, start - 12), start + 1) is None


def _goes_on(text: str, end: int) -> bool:
    """Whether a parenthesis follows, as that of a citation does."""
    return text[end : end + 3].lstrip().startswith(("(", "["))
