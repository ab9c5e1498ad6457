"""Datelines, bylines and source lines: who wrote an article, when, and where it appeared.

They stand in short blocks, often several in one: ``By Ana Ruiz | 4 March 2020``. Such a block is understood
as a whole or not at all, and what is not clear in it is not taken for a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from corpus.dates import parse_date
from corpus.expression import expression
from corpus.matter.block_reading import Reading, cut, known
from corpus.metadata import Metadata, Name
from corpus.names import parse_names
from corpus.sanitiser import clean_line
from corpus.scripts import count_han, is_han

_LONGEST: Final = 200
_DATED_WITHIN: Final = 80
"""Characters at the beginning of a block within which a dateline has its first digit."""

_HAN: Final = "\u3400-\u9fff"
_DATE: Final = (
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号])?"
    r"|[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}\.?,?\s\d{4})"
)
_TIME: Final = (
    r"(?:,?\s?(?:at\s)?\d{1,2}[:：.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?"
    r"(?:\s?(?:(?-i:[A-Z]{2,4})\b|[+-]\d{2}:?\d{2}|Z\b))?)?"
)
_LEADING_DATE: Final = expression(
    r"(?:(?:date|published|posted|(?:last )?updated|发布时间|发表时间|时间|日期)(?:\s?[:：]\s?|\s(?:on\s)?))?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s)?"
    rf"(?P<date>{_DATE}){_TIME}\s*(?P<mark>[-—–:：|·•,，]?)\s*",
    re.IGNORECASE,
)
_DATED: Final = (
    "date",
    "published",
    "posted",
    "last updated",
    "updated",
    "发布时间",
    "发表时间",
    "时间",
    "日期",
)
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_BYLINE: Final = expression(
    r"(?:(?:written |words |posted |published )?by\s+(?!the\b)|(?:von|par|por)\s+(?=(?-i:[A-Z]))"
    r"|(?:authors?|autoren|autor(?:in|es|a)?|auteure?s?)\s?[:：]\s?|作者\s?[:：]\s?"
    r"|文\s?[/／|:：]\s?|撰文\s?[:：/|]\s?"
    r"|(?:本报|本刊|新华社|见习|实习|特约)?(?:记者|通讯员|评论员)(?:\s?[:：]\s?|\s))"
    rf"(?P<names>\S.*?)(?:,?\s(?:on\s)?(?P<date>{_DATE}){_TIME})?",
    re.IGNORECASE,
)
_SOURCE: Final = expression(
    rf"(?:source|来源|稿源)\s?[:：]\s?(?P<source>(?-i:the\s)?(?-i:[^\Wa-z_]).{{0,60}}?)(?:\s+(?P<date>{_DATE}){_TIME})?",
    re.IGNORECASE,
)
_OTHERS: Final = expression(r"(?:责任编辑|责编|编辑|编审|审核|校对|摄影)\s?[:：/／]\s?\S{1,20}")
_MINUTES: Final = r"\d{1,3}[\s-]?(?:min(?:ute)?[ns]?\b\.?|minutos|分钟)"
# "5 min read", "Lesezeit: 5 Minuten", 阅读时间：5分钟
_READING_TIME: Final = expression(
    rf"(?:reading time|lesezeit|temps de lecture|tiempo de lectura|(?:预计)?阅读时间)\s?[:：]?\s?{_MINUTES}"
    rf"|{_MINUTES}\s?(?:read|lesezeit|de lecture|de lectura)",
    re.IGNORECASE,
)
_PLACE_AND_DATE: Final = expression(rf"[A-Z][\w .,’'-]{{1,40}},\s(?P<date>{_DATE})")
_WIRE: Final = expression(
    rf"(?:[A-Z][A-Z .,’'-]{{1,40}}?,?\s(?P<date>{_DATE})\s?(?:\([^()]{{2,30}}\)\s?)?(?:—|–|--|-)\s"
    rf"|[{_HAN}]{{2,12}}?(?P<han>(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日)[电讯]"
    rf"(?:\s?[（(][{_HAN}]{{0,4}}记者\s?(?P<reporters>[^（）()]{{2,40}})[）)])?)"
)
_BREAKS: Final = expression(r"\s*(?:\n|\s[|·•—–]\s|\|)\s*")
_LABELS: Final = expression(
    r"\s+(?=(?:来源|稿源|作者|记者|编辑|责任编辑|责编|审核|时间|日期|发布时间"
    r"|Source|Author|Published|Posted|Updated)\s?[:：])"
)
_NAME_WORD: Final = expression(
    rf"(?:[A-Z][\w.’'-]*|and|und|et|y|&|de|del|della|der|van|von|la|al|bin|da|di|[{_HAN}]+),?"
)
# What somebody is, behind the name: "By Ana Ruiz, Staff Writer".
_ROLE: Final = expression(
    r",\s(?:[\w’'-]+\s){0,4}?(?:writer|correspondent|reporter|editor|columnist|contributor|critic|analyst"
    r"|fellow|professor|lecturer|journalist|bureau|staff|special to)\b.*",
    re.IGNORECASE,
)


class LeadingDate(NamedTuple):
    """A date that opens a block: what it says, where it ends, and whether a bar parts it from the rest."""

    reading: Reading
    end: int
    barred: bool


def leading_date(text: str) -> LeadingDate | None:
    """The date that a block begins with, alone or before something else."""
    match = _LEADING_DATE.match(text) if has_date(text) and _opens_with_date(text) else None
    date = parse_date(match["date"]) if match else None
    if not match or not date:
        return None
    reading = Reading(known("the dateline", date=date), (date.iso(),))
    return LeadingDate(reading, match.end(), match["mark"] in ("|", "·", "•") and bool(match["mark"]))


def _opens_with_date(text: str) -> bool:
    """Whether a block may begin with a date: with a number, a word before one, or what announces it."""
    words = text[:_DATED_WITHIN].split(None, 2)
    return (
        text[0].isdecimal()
        or (len(words) > 1 and words[1][0].isdecimal())
        or text[:_DATED_WITHIN].lower().startswith((*_DATED, *_WEEKDAYS))
    )


def has_date(text: str) -> bool:
    """Whether a block may open with a date: an expression that finds none costs its compilation."""
    return any(map(str.isdecimal, text[:_DATED_WITHIN]))


def read_credits(text: str, *, barred: bool = False) -> Reading | None:
    """What a block of credits says, None if it is something else; `barred`: a bar stands before it."""
    if len(text) > _LONGEST:
        return None
    parts = _parts(text)
    whole = Reading()
    for part in parts:
        reading = _part(part) or (_unclear(part) if barred or _dated(parts) else None)
        if reading is None:
            return None
        whole = whole.joined(reading)
    return whole


def is_byline(line: str) -> bool:
    """Whether a line says by whom an article is, and nothing else."""
    return bool(line) and line[0] in _BYLINES and _byline(line) is not None


def _opens_as_wire(start: str) -> bool:
    """Whether a paragraph may open with a place in capitals and a dash behind it, or in Chinese."""
    if is_han(start[0]):
        return True
    dashed = any(dash in start for dash in "—–-")
    return dashed and start[0].isupper() and not start[1:2].islower()


def wire(text: str) -> Metadata:
    """What the dateline says that opens a paragraph of the article; only a date with its year is sure."""
    start = text.lstrip()[:_LONGEST]
    match = _WIRE.match(start) if has_date(start) and _opens_as_wire(start) else None
    if match is None:
        return Metadata()
    said = match["date"] or match["han"]
    date = None if match["han"] and "年" not in said else parse_date(said)
    return known("the dateline", date=date, authors=parse_names(match["reporters"] or ""))


_BYLINES: Final = "WwBbAaPpVv作文撰本新见实特记通评"


def _parts(text: str) -> list[str]:
    """The pieces between bars and line ends, and before labels."""
    pieces = _BREAKS.split(text) if any(sign in text for sign in "\n|·•—–") else [text]
    if any(sign in text for sign in ":："):
        pieces = [part for piece in pieces for part in _LABELS.split(piece)]
    return [piece.strip() for piece in pieces if piece.strip()]


def _part(part: str) -> Reading | None:
    # By the first letter, because most blocks are none of these.
    readers: tuple[tuple[str, Callable[[str], Reading | None]], ...] = (
        (_BYLINES, _byline),
        ("Ssſ来稿", _source),
        ("责编审校摄", _somebody_else),
    )
    for letters, reader in readers:
        if part[0] in letters and (found := reader(part)):
            return found
    date = leading_date(part)
    if date and date.end == len(part):
        return date.reading
    if not has_date(part):
        return None
    return _place(part) or (Reading() if _READING_TIME.fullmatch(part) else None)


def _dated(parts: list[str]) -> bool:
    """Whether one of several parts is a date."""
    return len(parts) > 1 and any((date := leading_date(part)) and date.end == len(part) for part in parts)


def _unclear(part: str) -> Reading | None:
    """A few words with capitals beside a date: a name, a place or a paper, and who knows which."""
    words = part.split()
    return Reading(label=(clean_line(part),)) if len(words) <= 4 and _are_names(part) else None


def _byline(text: str) -> Reading | None:
    """Names after "By" or 作者：, and perhaps a date."""
    match = _BYLINE.fullmatch(text)
    if not match:
        return None
    said = _ROLE.sub("", match["names"])
    if not _are_names(said):
        return None
    names = _without_affiliation(parse_names(said), said)
    # “José Ortega y Gasset” is one person.
    apart = parse_names(said.replace(" y ", " and ")) if " y " in said else ()
    if apart and all(name.given for name in apart):
        names = apart
    if not all(name.literal or name.given for name in names):
        return None  # "By Law", "By Sea and Land": more likely a title
    date = parse_date(match["date"]) if match["date"] else None
    metadata = known("the byline", authors=names).filled_from(known("the dateline", date=date))
    return Reading(metadata, (cut(clean_line(text)),))


def _without_affiliation(names: tuple[Name, ...], said: str) -> tuple[Name, ...]:
    """The people alone, where a body stands behind them after a comma: "Ana Ruiz, Coast Radio"."""
    if not names or names[0].literal:
        return names
    return tuple(name for name in names if not name.literal or f", {name.literal}" not in said)


def _are_names(text: str) -> bool:
    words = text.replace("、", " ").split()
    if count_han(text):
        return len(text) <= 30 and not re.search("[。！？；]", text)
    ends = text.endswith(".") and not re.search(r"\b(?:[A-Z]|Jr|Sr)\.$", text)
    return (
        0 < len(words) <= 14
        and not ends
        and parse_date(text) is None
        and all(map(_NAME_WORD.fullmatch, words))
    )


def _source(text: str) -> Reading | None:
    match = _SOURCE.fullmatch(text)
    if not match or re.search(r"[.。；;!?]\s*\S", match["source"]):
        return None
    date = parse_date(match["date"]) if match["date"] else None
    container = clean_line(match["source"]).rstrip(".。")
    metadata = known("the source line", container=container).filled_from(known("the dateline", date=date))
    return Reading(metadata, (clean_line(text),))


def _somebody_else(text: str) -> Reading | None:
    """Who edited or checked the article: nobody that a citation names."""
    return Reading() if _OTHERS.fullmatch(text) else None


def _place(text: str) -> Reading | None:
    """A place and a date alone, as letters and speeches open: "Geneva, 5 February 2021"."""
    match = _PLACE_AND_DATE.fullmatch(text)
    if not match or not (date := parse_date(match["date"])):
        return None
    return Reading(known("the dateline", date=date), (clean_line(text),))
