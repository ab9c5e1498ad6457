"""Enumerations in prose ("three reasons … First, … Second, …"), and whether all of one is there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.outline.numbering import CARDINALS, ENGLISH, han, value
from corpus.scripts import count_han

LAST: Final = 0
"""The value of "finally": whatever number comes next."""

_READ: Final = 2_000
# Between two items of one enumeration there may be so many paragraphs that go on with the first.
_APART: Final = 6
_MOST: Final = 60
_ITEMS: Final = 30

_ORDINAL: Final = expression(
    rf"""(?:(?P<english>{"|".join(ENGLISH[:10])})(?:ly)?(?:\sof\sall|\sand\s(?:last|finally|most\simportantly))?(?=\s?[,:.—–])
    |(?P<final>(?:And\s)?(?:Finally|Lastly|Last))(?:\sbut\snot\sleast)?(?=\s?[,:—–])
    |The\s(?P<noun>{"|".join(ENGLISH[:10])})(?=\s(?:is|was|[a-z]+\s(?:is|was)|of\sthese)\b)
    |第(?P<han>[一二三四五六七八九十]{{1,3}})(?=[，,、：:是])(?:[，,、：:]|是)?
    |(?P<item>[一二三四五六七八九十])是(?:要)?|其(?P<its>[一二三四五六七八九十])(?=[，,是：])
    |(?P<word>首先|其次|再次|再者|最后|第一|最后一点)(?=[，,：、是要]))""",
    re.VERBOSE | re.IGNORECASE,
)
_OPENERS: Final = (*ENGLISH[:10], "final", "last", *"第一二三四五六七八九十其首再最")
_HAN_WORDS: Final = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": LAST, "最后一点": LAST}
_NUMBER: Final = rf"(?P<number>{'|'.join(CARDINALS[1:])}|[2-9]|1[0-9]|20)"
_NOUNS: Final = (
    r"reasons|ways|points|steps|lessons|questions|principles|things|parts|challenges|priorities|factors|aspects"
    r"|measures|tasks|goals|objectives|problems|issues|elements|pillars|arguments|conditions|stages|phases|themes"
    r"|proposals|recommendations|observations|areas|requirements|rules|trends|grounds|considerations|objections"
)
_ANNOUNCED: Final = expression(
    rf"\b{_NUMBER}(?:[- ](?:part|point|step|pronged|fold|stage)\b"
    rf"|\s(?:[\w’-]{{2,20}}\s){{0,2}}(?:{_NOUNS})\b)",
    re.IGNORECASE,
)
_HAN_ANNOUNCED: Final = expression(
    r"(?P<number>[两二三四五六七八九十]{1,2}|[2-9]|1[0-9])(?:个|大|点|条|项|种|层|步)"
    r"(?:(?:主要|重要|关键|基本|具体|核心|不同)的?)?"
    r"(?:方面|原因|理由|问题|部分|要点|建议|措施|步骤|特点|任务|条件|阶段|层面|教训|挑战|原则|意见|目标|因素|举措|要求|方向|关键|支柱|看法|启示|含义)"
    r"|(?:以下|如下)(?P<points>[两二三四五六七八九十])[点条项]"
)


class Ordinal(NamedTuple):
    """An ordinal that a paragraph opens with: its value, its words, and where they end."""

    value: int
    words: str
    end: int


class Announcement(NamedTuple):
    """How many parts a paragraph announces, and the words that do so: offsets in the paragraph."""

    parts: int
    start: int
    end: int


class Enumeration(NamedTuple):
    """An announced enumeration: the indexes of the paragraphs that announce it and that open its items."""

    host: int
    announcement: Announcement
    items: tuple[int, ...]

    @property
    def note(self) -> str | None:
        """How many of the announced parts are there; None if there are more than were announced."""
        found, parts = len(self.items), self.announcement.parts
        if found < parts:
            return f"{found} of {parts} announced parts"
        return f"all {parts} announced parts" if found == parts else None


def _may_open(text: str) -> bool:
    """Whether a paragraph may open with an ordinal: most do not, and then the expression is not needed."""
    start = text[:40].casefold()
    if start.startswith(("the", "and")):
        start = start[4:]
    return start.startswith(_OPENERS)


def opening_ordinal(text: str) -> Ordinal | None:
    """The ordinal that a paragraph opens with: "First,", "Secondly,", "Finally,", 首先, 第一, 一是."""
    match = _ORDINAL.match(text) if _may_open(text) else None
    if not match:
        return None
    if match["final"]:
        number = LAST
    elif match["word"]:
        number = _HAN_WORDS.get(match["word"], 1)
    elif numeral := match["han"] or match["item"] or match["its"]:
        number = han(numeral)
    else:
        number = value(match["english"] or match["noun"]) or 1
    return Ordinal(number, match[0].strip("，,、：: "), match.end())


def announcements(text: str) -> list[Announcement]:
    """What a paragraph announces to enumerate: "six-part", "three main reasons", 三个方面."""
    found = []
    for pattern in (_ANNOUNCED, _HAN_ANNOUNCED) if count_han(text[:_READ]) else (_ANNOUNCED,):
        for match in pattern.finditer(text[:_READ]):
            number = value(match["number"] or match.groupdict().get("points") or "") or 0
            if number > 1:
                found.append(Announcement(number, match.start(), match.end()))
    return found


def find_enumerations(count: int, text_of: Callable[[int], str]) -> list[Enumeration]:
    """The announced enumerations among `count` paragraphs, in order, none inside another.

    Only paragraphs that may open an enumeration are looked at closely: a book has many others.
    """
    openings = ((index, opening_ordinal(text_of(index)[:40])) for index in range(count))
    ordinals = {index: ordinal for index, ordinal in openings if ordinal}
    order = list(ordinals)
    found: list[Enumeration] = []
    free = 0
    for place, first in enumerate(order):
        if first < free or ordinals[first].value != 1 or len(found) == _MOST:
            continue
        items = _items(order[place:], ordinals)
        if enumeration := _announced(items, free, text_of):
            found.append(enumeration)
            free = items[-1] + 1
    return found


def _items(order: Sequence[int], ordinals: dict[int, Ordinal]) -> tuple[int, ...]:
    """The paragraphs that count on from the first: 1, 2, 3 … and "finally"."""
    items, reached = [order[0]], 1
    for index in order[1 : 4 * _ITEMS]:
        number = ordinals[index].value
        if index - items[-1] > _APART or len(items) == _ITEMS or number == 1:
            break
        if number in (LAST, reached + 1, reached + 2):
            items.append(index)
            reached = number or reached + 1
            if number == LAST:
                break
    return tuple(items)


def _announced(items: tuple[int, ...], free: int, text_of: Callable[[int], str]) -> Enumeration | None:
    """The enumeration, if one of the two paragraphs before its first item announces so many parts."""
    for host in range(items[0] - 1, max(free, items[0] - 2) - 1, -1):
        fitting = [found for found in announcements(text_of(host)) if found.parts >= len(items)]
        if fitting:
            exact = [found for found in fitting if found.parts == len(items)]
            return Enumeration(host, (exact or fitting)[-1], items)
    return None
