"""Where the sentences of a paragraph begin and end.

sentencex (Wikimedia's rules, exact spans) finds the borders; what it is known to get wrong is put
right here. No rule is right every time: a choice made by sentence must be easy to grow and shrink.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from corpus.expression import expression

Span = tuple[int, int]

# sentencex takes time in the square of the length of text that is not ASCII.
_PIECE: Final = 10_000
_ABBREVIATION: Final = expression(
    r"(?:\b(?:[A-Z]|[A-Z](?:\.[A-Z])+|Art|Arts|Fed|Civ|Crim|App|Supp|Pub|Stat|Reg|Rev|Cir|Dist|Ct|Sec|Secs|para|paras"
    r"|No|Nos|Vol|vol|ed|eds|pp?|cf|Cf|e\.g|i\.e|vs?|v|al|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|ca?|Ch|ch|fig|Fig|Gen|Gov|Sen|Rep|Hon|Bd|Dept|Univ)|§)\.?$"
)
_ENDS: Final = expression(r"[。！？!?]+[”’」』）]*|(?<=[^.\s])\.[”’\"')\]]*(?=\s+[A-Z“‘\"'(\[])|…{2}|\n")
# In these two the sign comes first, so that only the signs of a text are looked at: 。！？, and two of ….
_CHINESE_END: Final = expression(r"[。！？…](?:(?<=…)…|(?<!…)[。！？]*)[”’」』）]*")
# A sentence after a quotation, and one that opens with one, which the library runs together.
_QUOTED_START: Final = expression(r"[.!?](?<=[a-z\d)].)[”’\"')]*\s+(?=[“‘\"(]*[A-Z])")
_CONTINUES: Final = frozenset("abcdefghijklmnopqrstuvwxyz，；、」,;")
_LOOKED_AT: Final = 9
"""Characters of which an abbreviation and what stands before it are told: the longest has six letters."""


def sentence_spans(text: str) -> list[Span]:
    """The sentences of one paragraph: offsets in `text`, in order, without the white space between."""
    borders = {0, len(text)}
    start = 0
    while start < len(text):
        end = _piece_end(text, start)
        borders.update(start + border for border in _borders(text[start:end]))
        borders.add(end)
        start = end
    kept = [border for border in sorted(borders) if border in (0, len(text)) or not _is_false(text, border)]
    spans = []
    for first, last in pairwise(kept):
        words = text[first:last].rstrip()
        if words:
            spans.append((first + len(words) - len(words.lstrip()), first + len(words)))
    return spans


def _piece_end(text: str, start: int) -> int:
    if len(text) - start <= _PIECE:
        return len(text)
    for sign in (". ", "。", " "):
        end = text.rfind(sign, start + 1, start + _PIECE)
        if end > start:
            return end + len(sign)
    return start + _PIECE


def _borders(text: str) -> list[int]:
    """Where sentences may begin, by sentencex; without it, by the signs that end one."""
    chinese = [] if text.isascii() else [match.end() for match in _CHINESE_END.finditer(text)]
    borders = chinese + [match.end() for match in _QUOTED_START.finditer(text)]
    try:
        # No wheel on every platform, and an old release there with another interface.
        from sentencex import get_sentence_boundaries
    except ImportError:
        return borders + [match.end() for match in _ENDS.finditer(text)]
    language = "zh" if len(chinese) > text.count(". ") else "en"
    return borders + [boundary["end_index"] for boundary in get_sentence_boundaries(language, text)]


def _is_false(text: str, border: int) -> bool:
    before = text[max(0, border - 24) : border].rstrip()
    if before.endswith((".", "§")):
        words = before.rstrip(".") if before.endswith("..") else before[:-1]
        if _ABBREVIATION.search(words[-_LOOKED_AT:]):
            # "U.S." may end a sentence; before a capital one cannot tell, and longer is safer than torn.
            return True
    # What follows is as long as the article: it is looked at by the character, never copied.
    while border < len(text) and text[border].isspace():
        border += 1
    after = text[border : border + 1]
    return after in "”’」』）" if before[-1:] in "。！？" else after in _CONTINUES
