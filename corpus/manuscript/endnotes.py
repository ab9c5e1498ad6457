"""Notes and lists of works at the end of a text, told by their headings and their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.expression import expression
from corpus.manuscript.paragraphs import Paragraph, ParagraphKind
from corpus.manuscript.placed import Copy

_WORKS: Final = expression(
    r"[\W\d]{0,8}(?:references|bibliography|selected bibliography|works cited|literature(?: cited)?|sources"
    r"|table of authorities|literatur(?:verzeichnis)?|bibliographie|quellen(?:verzeichnis)?|références"
    r"|bibliografía"
    r"|referencias|bibliografia|referenser|参考文献|參考文獻)[\W]{0,8}",
    re.IGNORECASE,
)
_NOTES: Final = expression(
    r"[\W\d]{0,8}(?:notes|endnotes|footnotes|anmerkungen|fußnoten|notas|noter|注释|註釋|注)[\W]{0,8}",
    re.IGNORECASE,
)
_NUMBER: Final = expression(
    r"\s*(?:\[(\d{1,4})\]|(\d{1,4})[.):]|([¹²³⁰⁴-⁹]{1,4})|(\d{1,3})(?=\s+[A-Z“‘«„]))\s*"
)
_PLAIN_DIGITS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_HEADING_MOST: Final = 60


def with_endnotes(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with those told that are notes, or entries in a list of works."""
    told: list[Paragraph] = []
    within: ParagraphKind = "prose"
    for one in paragraphs:
        text = one.words.text
        if one.kind == "note":
            told.append(one)
        elif len(text) <= _HEADING_MOST and (kind := _heading(text)):
            within = kind
            told.append(one._replace(kind="heading"))
        elif one.kind == "heading":
            within = "prose"
            told.append(one)
        elif within == "entry":
            told.append(numbered(one, "entry"))
        elif within == "note" and _NUMBER.match(text):
            told.append(numbered(one, "note"))
        else:
            told.append(one)
    return _with_last_numbers(told)


def numbered(one: Paragraph, kind: ParagraphKind) -> Paragraph:
    """A note or an entry, with the number that it begins with as its label."""
    match = _NUMBER.match(one.words.text)
    if match is None:
        return one._replace(kind=kind)
    label = next(filter(None, match.groups())).translate(_PLAIN_DIGITS)
    copy = Copy()
    copy.take_from(one.words, match.end(), len(one.words.text))
    signs = [
        sign._replace(start=sign.start - match.end(), end=sign.end - match.end())
        for sign in one.signs
        if sign.start >= match.end()
    ]
    return one._replace(words=copy.placed(), signs=tuple(signs), kind=kind, label=label)


def _heading(text: str) -> ParagraphKind | None:
    if _WORKS.fullmatch(text.strip()):
        return "entry"
    return "note" if _NOTES.fullmatch(text.strip()) else None


def _with_last_numbers(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The same with the numbered paragraphs at the end taken for notes, if they count from 1."""
    first = len(paragraphs)
    expected = 0
    for index in reversed(range(len(paragraphs))):
        one = paragraphs[index]
        if one.kind in ("note", "entry"):
            return paragraphs
        match = _NUMBER.match(one.words.text) if one.kind == "prose" else None
        number = int(next(filter(None, match.groups())).translate(_PLAIN_DIGITS)) if match else 0
        if not number or (expected and number != expected):
            break
        first, expected = index, number - 1
        if number == 1:
            break
    if first == len(paragraphs) or expected or not first:
        return paragraphs
    if not _calls(paragraphs[:first], len(paragraphs) - first):
        return paragraphs
    return paragraphs[:first] + [numbered(one, "note") for one in paragraphs[first:]]


_CALL: Final = expression(r"[”\"’»」.,;:]\[?(?:1|¹)\]?(?![\w,.]*\d)|¹|\s\[1\](?!\()")


def _calls(paragraphs: Sequence[Paragraph], _count: int) -> bool:
    """Whether a note 1 is called somewhere in the text: else the numbers are those of a list."""
    return any(_CALL.search(one.words.text) for one in paragraphs)
