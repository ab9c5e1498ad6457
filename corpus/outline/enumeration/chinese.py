"""How parts are counted in Chinese: it parts no words, so patterns stand for the tables of others."""

from __future__ import annotations

import re
from typing import Final

from corpus.expression import expression
from corpus.outline.enumeration.language import LAST, NEXT
from corpus.outline.numbering import han, value

NAME: Final = "Chinese"
_DIGITS: Final = "一二三四五六七八九十"
OPENERS: Final = frozenset(f"首其再最另步第{_DIGITS}")
"""The characters that an item may open with."""
_KINDS: Final = (
    "方面|原因|理由|问题|部分|要点|建议|措施|步骤|特点|任务|条件|阶段|层面|教训|挑战|原则|意见|目标|因素|举措|要求"
    "|方向|关键|支柱|看法|启示|含义|层意思|做法|变化|好处|误区|优势|重点|方法|途径"
)
_PAUSE: Final = "，,、：:。"
_ORDINAL: Final = expression(
    rf"""(?P<word>首先|其次|再次|再者|最后一点|最后)(?=[{_PAUSE}是要])
    |第(?P<counted>[{_DIGITS}]{{1,3}})
        (?:(?=[{_PAUSE}])|(?:[个点步条种类项大]|方面)?(?:{_KINDS})?(?=[{_PAUSE}是在]))
    |(?P<item>[{_DIGITS}])(?:是要|是|则)
    |其(?P<its>[{_DIGITS}])(?=[{_PAUSE}是])
    |步骤(?P<step>[{_DIGITS}\d]{{1,2}})(?=[{_PAUSE}是])
    |(?P<side>一方面|另一方面)(?=[{_PAUSE}])""",
    re.VERBOSE,
)
_WORDS: Final = {"首先": 1, "其次": 2, "再次": NEXT, "再者": NEXT, "最后": LAST, "最后一点": LAST}
_ANNOUNCED: Final = expression(
    rf"(?P<number>[两二三四五六七八九十]{{1,2}}|[2-9]|1[0-9])\s?(?:个|大|点|条|项|种|层|步)"
    rf"(?:(?:主要|重要|关键|基本|具体|核心|不同|突出)的?)?(?:{_KINDS})"
    r"|(?:以下|如下)(?P<points>[两二三四五六七八九十])[点条项]"
    rf"|几[个点条项大种](?:(?:主要|重要|不同)的?)?(?:{_KINDS})|(?:以下|如下)几[点条项]"
)


def ordinal(text: str) -> tuple[int, int, str] | None:
    """The value of the ordinal that a text opens with, where it ends, and which way of counting it is."""
    match = _ORDINAL.match(text) if text[:1] in OPENERS else None
    if match is None:
        return None
    if match["word"]:
        return _WORDS[match["word"]], match.end(), NAME
    if match["side"]:
        return (1 if match["side"] == "一方面" else 2), match.end(), "一方面"
    if match["step"]:
        return value(match["step"]) or 1, match.end(), "步骤"
    # "一是" counts inside what "第一" counts.
    way = "是" if match["item"] else "其" if match["its"] else NAME
    return han(match["counted"] or match["item"] or match["its"]), match.end(), way


def announced(text: str) -> list[tuple[int, int, int]]:
    """The announcements in a text: how many parts (0 where no number is said), where each starts and ends."""
    found = []
    for match in _ANNOUNCED.finditer(text):
        number = match["number"] or match["points"]
        parts = value(number) or 0 if number else 0
        if parts > 1 or number is None:
            found.append((parts, match.start(), match.end()))
    return found
