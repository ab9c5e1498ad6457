"""Where the sentences of a paragraph begin and end.

sentencex (Wikimedia's rules, exact spans) finds the borders; what it is known to get wrong is put
right here. No rule is right every time: a choice made by sentence must be easy to grow and shrink.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from corpus.expression import expression

Span = tuple[int, int]

SIGNS: Final = (". ", "! ", "? ", "。", "！", "？")
"""What most sentences end with inside a paragraph: enough to count them by, about, and no more."""

# sentencex takes time in the square of the length of text that is not ASCII.
_PIECE: Final = 10_000

# These do not end a sentence, whatever follows.
_ABBREVIATION: Final = expression(
    r"(?:\b(?:Arts?|art|Fed|Civ|Crim|App|Supp|Pub|Stat|Reg|Rev|Div|Secs?|paras?|Nos?|[Vv]ol|pp?|[Cc]f|e\.g|i\.e|vs?"
    r"|M(?:r|rs|s|t)|Messrs|Dr|Prof|St|Gen|Gov|Sen|Rep|Hon|Capt|Col|Cpl|Lt|Maj|Sgt|Adm|approx|ca?|[Cc]h|[Ff]igs?|pt"
    r"|Bd|Abs|Nr|[Vv]gl|Hrsg|Fa|\w{2,}str|Mmes?|Mlles?|Sra?|dott|[A-Z])|§)$"
)
# These may end one: they do where a word follows that is written with a capital only where it begins one.
_AMBIGUOUS: Final = expression(
    r"\b(?:[A-Za-z](?:\.[A-Za-z])+|Ph\.D|eds?|etc|al|Inc|Ltd|Co|Corp|Bros|Jr|Cir|Dist|Ct|Depts?|Univ"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|(?<![\w)])[a-z])$"
)
_STARTER: Final = expression(
    r"[“‘\"'(\[]*(?:The|This|That|These|Those|He|She|It|They|We|You|His|Her|Its|Their|Our|But|And|In|On|At|As|If|When"
    r"|While|There|Here|However|Nobody|Such|After|Before|For|To|By|What|Why|How|Who|Yes|Not|Some|Many|Most|Then|Thus"
    r"|So|Yet|Although|Because|Since|Once|Both|Nor|Neither)\b"
)
# A letter that is a word: he and I, an A, a B.
_LETTER_AS_WORD: Final = expression(r"\b(?:(?:and|or|than|nor) I|an? [A-Z])$")
_ANSWER: Final = expression(r"(?:\A|[.!?”\"'’]\s|[“\"‘])[\s“\"‘]*Nos?$")
"""No, as an answer, and not as the beginning of No. 5."""
# Ordinals: am 3. Oktober, im 19. Jahrhundert.
_GERMAN_ORDINAL: Final = expression(
    r"\b(?:(?<!I )am|Am|[Ii]m|[Dd]e[rmns]|[Dd]ie|[Dd]as|[Vv]om|[Zz]u[mr]|[Bb]eim|[Bb]is|[Aa]b|[Ss]eit)"
    r"\s\d{1,2}$"
)

# The day of a date in figures: 5. 3. 2001.
_DAY: Final = expression(r"(?:\b\d{1,2}\.\s?)?\b\d{1,2}$")
_MONTH: Final = expression(r"\d{1,2}\. ?\d")
_YEAR: Final = expression(r"\d{4}\b")

_ENDS: Final = expression(r"[。！？!?]+[”’」』）]*|(?<=[^.\s])\.[”’\"')\]]*(?=\s+[A-Z“‘\"'(\[])|…{2}|\n")
# In these two the sign comes first, so that only the signs of a text are looked at: 。！？, and two of ….
_CHINESE_END: Final = expression(r"[。！？…](?:(?<=…)…|(?<!…)[。！？]*)[”’」』）]*")
# A sentence after a quotation, a bracket or a note's number, and one that opens with one of the first two.
_NOTE: Final = r"(?:[¹²³⁰⁴-⁹]+|(?:\[\d{1,3}\])+|(?<=[a-z)”’\"'][.!?])\d{1,3}(?=\s))"
_QUOTED_START: Final = expression(
    rf"[.!?…](?<=[a-z\d)\]’”].)[”’\"')\]]*(?:{_NOTE}(?:\Z|\s+)|\s+)(?=[“‘\"(\[]*[A-Z]|\(?[a-z\d]\)\s+[A-Z]|\Z)"
)
_CONTINUES: Final = frozenset("abcdefghijklmnopqrstuvwxyz，；、」,;")
_ITEM: Final = expression(r"\(?[a-z\d]\)\s+[A-Z]")
_MARKER: Final = expression(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxlc]{1,5}|[IVXLC]{1,5})[.)]+")
"""What stands before an item of a list, and is no sentence."""
# “…！”他说。「…」と言った。
_SAID: Final = expression(
    r"と|(?:[他她它我你您咱]们?|[^\W\d_a-zA-Z]{2,4}?)?(?:[笑大低高轻]\w?)?"
    r"(?:[说說](?![明法服])|[问問](?![题題])|答(?!案)|[喊叫])"
)
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
    spans: list[Span] = []
    marker: int | None = None
    for first, last in pairwise(kept):
        words = text[first:last].rstrip()
        bare = words.lstrip()
        if not bare:
            continue
        start = first + len(words) - len(bare) if marker is None else marker
        marker = start if _MARKER.fullmatch(bare) and last < len(text) else None
        if marker is None:
            spans.append((start, first + len(words)))
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
    """Whether what ends there, or what begins there, tells that no sentence does."""
    before = text[max(0, border - 24) : border].rstrip()
    after = border
    # What follows is as long as the article: it is looked at by the character, never copied.
    while after < len(text) and text[after].isspace():
        after += 1
    following = text[after : after + 1]
    if before.endswith((".", "§")) and _is_abbreviated(before, text, after):
        return True
    if before[-1:] in "。！？":
        return following in "”’」』）"
    if before[-1:] in "”’」』" and before[-2:-1] in "。！？" and _SAID.match(text, after):
        return True
    if after == border and following and not text[border - 1].isspace():
        # Inside a word, before the number of a note, or in Chinese, which has no spaces.
        if before.endswith(".") and following.isalnum() and following.isascii():
            return not before[-2:-1].isdigit() or following.isdigit()
        if following in "¹²³⁰⁴⁵⁶⁷⁸⁹" or (following == "[" and text[after + 1 : after + 2].isdigit()):
            return True
    return following in _CONTINUES and _ITEM.match(text, after) is None


def _is_abbreviated(before: str, text: str, after: int) -> bool:
    """Whether the stop, or the sign, at the end of `before` belongs to the word before it.

    Where one cannot tell, it does: a sentence that is too long is easier to put right than a torn one.
    """
    words = before if before.endswith("§") else before.rstrip(".") if before.endswith("..") else before[:-1]
    last = words[-_LOOKED_AT:]
    if _LETTER_AS_WORD.search(last) or _ANSWER.search(words):
        return False
    if day := _DAY.search(last):
        of_a_date = _YEAR if "." in day[0] else _MONTH
        if of_a_date.match(text, after):
            return True
    if _GERMAN_ORDINAL.search(last):
        return text[after : after + 1].isupper()
    if _AMBIGUOUS.search(last):
        return _STARTER.match(text, after) is None
    return _ABBREVIATION.search(last) is not None
