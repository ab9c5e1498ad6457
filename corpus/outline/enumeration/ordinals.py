"""The ordinals that items of an enumeration open with: "First,", "Secondly", "(3)", 其次."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.outline.enumeration import chinese
from corpus.outline.enumeration.language import Language
from corpus.outline.enumeration.languages import by_first_word
from corpus.outline.numbering import value

OPENING: Final = 60
"""Characters of a paragraph among which its ordinal stands."""
NUMERALS: Final = "1"
"""The way of counting by numerals."""
LETTERS: Final = "a"
"""The way of counting by letters in brackets."""

_MOST_WORDS: Final = 5
_PAUSES: Final = ",:.—–;，：、"
_WORD: Final = expression(r"[^\W_]+(?:[’'][^\W\d_]+)*|#(?=\d)")
_NUMERAL: Final = expression(
    r"[(（]?(?P<number>\d{1,2})[)）][.:]?\s*(?=\S)|(?P<dotted>\d{1,2})\.\s+(?=\S)|(?P<circled>[①-⑳])\s*"
    r"|[(（](?P<letter>[a-h])[)）]\s*(?=\S)"
)
_CIRCLED: Final = ord("①") - 1
_NUMERALS: Final = frozenset("(（0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_THAT: Final = frozenset(("that", "dass", "que", "to"))
# Before an item inside a paragraph stands one of these.
_PARTED: Final = expression(
    r"(?:^|[.;:!?—–。；：！？，]|,(?=\s(?:and|und|et|y|e)\s))[”’\"')）]?\s*(?:(?:and|und|et|y|e)\s+)?"
)
_SIGNS: Final = tuple(
    "irst|ne,|①|1)|(a)|1）|首先|第一|其一|一是|一方面|rstens|rste|unächst"
    "|remi|abord|primero|primer|primera|step one|Step".split("|")
)
_SCANNED: Final = 4_000


class Ordinal(NamedTuple):
    """An ordinal that a paragraph opens with: its value, its words, and where they end.

    The value may be LAST ("finally") or NEXT. `way` tells which way of counting it belongs to: those of one
    enumeration are alike. What follows the end is what is counted: "The first reason is that" is passed over
    whole, though its `words` are "The first reason"; its `kind` is "reason" then.
    """

    value: int
    words: str
    end: int
    way: str = ""
    kind: str = ""


def opening_ordinal(text: str) -> Ordinal | None:
    """The ordinal that a paragraph opens with: "First,", "Zweitens", "La première raison est", 首先."""
    start = text[:1]
    if start in _NUMERALS:
        return _numeral(text[:OPENING])
    if start in chinese.OPENERS:
        found = chinese.ordinal(text[:OPENING])
        if found is None:
            return None
        number, end, way = found
        if text[end : end + 1] in ("，", ",", "、", "：", ":") or text[end : end + 2] == "是要":
            end += 1
        return Ordinal(number, text[:end].strip("，,、：: "), end, way)
    space = text.find(" ", 0, OPENING)
    first = _plain(text[: space if space > 0 else OPENING].rstrip(_PAUSES))
    languages = by_first_word().get(first)
    if not languages:
        return None
    rest = _plain(text[space:OPENING].lstrip()) if space > 0 else ""
    for language, following in languages:
        # Most paragraphs that begin with “The” do not count.
        if rest.startswith(following) and (ordinal := _worded(text[:OPENING], language)):
            return ordinal
    return None


def _plain(word: str) -> str:
    return word.replace("’", "'").lower()


def _numeral(text: str) -> Ordinal | None:
    match = _NUMERAL.match(text)
    if match is None:
        return None
    if match["letter"]:
        return Ordinal(ord(match["letter"]) - ord("a") + 1, match[0].strip(), match.end(), LETTERS)
    number = ord(match["circled"]) - _CIRCLED if match["circled"] else int(match["number"] or match["dotted"])
    return Ordinal(number, match[0].strip(), match.end(), NUMERALS) if number else None


class _Words:
    """The first words of a text, plain, and where each ends."""

    def __init__(self, text: str) -> None:
        self._text = text
        matches: list[re.Match[str]] = []
        for match in _WORD.finditer(text):
            if len(matches) > _MOST_WORDS + 3:
                break
            if matches and text[matches[-1].end() : match.start()].strip():
                break
            matches.append(match)
        self.plain = [_plain(match[0]) for match in matches]
        self.ends = [match.end() for match in matches]

    def phrase(self, count: int) -> str:
        return " ".join(self.plain[:count])

    def pauses(self, count: int) -> bool:
        """Whether a pause follows so many words."""
        rest = self._text[self.ends[count - 1] :]
        return rest.lstrip(" \u00a0\u202f")[:1] in tuple(_PAUSES) or rest.startswith(" - ")

    def ordinal(self, value: int, count: int, way: str, skipped: int = 0) -> Ordinal:
        end = self.ends[count - 1 + skipped]
        end += self._text[end : end + 1] in (",", ":", ".", ";")
        return Ordinal(value, self._text[: self.ends[count - 1]], end, way)


def _worded(text: str, language: Language) -> Ordinal | None:
    words = _Words(text)
    for count in range(min(_MOST_WORDS, len(words.plain)), 0, -1):
        phrase = words.phrase(count)
        if (number := language.certain.get(phrase)) is not None:
            return words.ordinal(number, count, language.name)
        if (number := language.opening.get(phrase)) is not None and words.pauses(count):
            return words.ordinal(number, count, language.name)
        if (number := language.articled.get(phrase)) is not None:
            return _articled(words, count, number, language)
    return _stepped(words, language)


def _articled(words: _Words, count: int, number: int, language: Language) -> Ordinal | None:
    """An article, an ordinal and a kind of part: "The first reason is that …"."""
    for at in (count, count + 1):
        if at < len(words.plain) and words.plain[at] in language.kinds:
            count = at + 1
            skipped = 0
            if count < len(words.plain) and words.plain[count] in language.verbs:
                skipped = 1 + (count + 1 < len(words.plain) and words.plain[count + 1] in _THAT)
            return words.ordinal(number, count, language.name, skipped)._replace(kind=words.plain[count - 1])
    if count < len(words.plain) and (words.plain[count] in language.verbs or words.pauses(count)):
        return words.ordinal(number, count, language.name)
    return None


def _stepped(words: _Words, language: Language) -> Ordinal | None:
    """A kind of part and a number, and then a pause: "Step one:", "Reason #2."."""
    if len(words.plain) < 2 or words.plain[0] not in language.kinds:
        return None
    count = 3 if words.plain[1] == "#" and len(words.plain) > 2 else 2
    said = words.plain[count - 1]
    number = language.numbers.get(said) or (
        1 if said in language.opening and language.opening[said] == 1 else None
    )
    number = number or (value(said) if said.isdecimal() and len(said) < 3 else None)
    if number is None or not words.pauses(count):
        return None
    return words.ordinal(number, count, f"{language.name} {words.plain[0]}")


def may_count(text: str) -> bool:
    """Whether a first item may stand in a paragraph: a plain test, for most have none."""
    return any(sign in text for sign in _SIGNS)


def ordinals_inside(text: str) -> Iterator[tuple[int, Ordinal]]:
    """The ordinals that open clauses of a paragraph, and where each stands."""
    text = text[:_SCANNED]
    for match in _PARTED.finditer(text):
        if ordinal := opening_ordinal(text[match.end() : match.end() + OPENING]):
            yield match.end(), ordinal
