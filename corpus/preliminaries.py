"""What stands before an article: dateline, byline, editor's note, disclaimer; and what it says.

Only plain statements are taken: a note that names people gives its authors only where it also says
that they are. What is not clear is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from corpus.dates import parse_date
from corpus.document import Kind, Structure
from corpus.expression import expression
from corpus.metadata import Metadata, Name, PartialDate
from corpus.names import parse_names
from corpus.sanitiser import clean_line
from corpus.scripts import count_han, is_han

_FIRST_BLOCKS: Final = 4
_LONGEST: Final = 1_500
_LABEL: Final = 64
_DATED_WITHIN: Final = 80
"""Characters at the beginning of a block within which a dateline has its first digit."""

_HAN: Final = "\u3400-\u9fff"
_DATE: Final = (
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号])?"
    r"|[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}\.?,?\s\d{4})"
)
_LEADING_DATE: Final = expression(
    r"(?:(?:date|published|posted|(?:last )?updated|发布时间|发表时间|时间|日期)(?:\s?[:：]\s?|\s(?:on\s)?))?"
    rf"(?P<date>{_DATE})\s*[-—–:：|·,，]?\s*",
    re.IGNORECASE,
)
_NOTE: Final = expression(
    r"(?P<name>Editor[’']?s[’']? note|Editorial note|Note to readers|Note from the editors?|Correction"
    r"|编者按|编者的话|编者注)"
    r"\s*[:：.—–]\s*",
    re.IGNORECASE,
)
_DISCLAIMER: Final = expression(
    r"(?P<name>Disclaimer|免责声明)\s*[:：]\s*"
    r"|(?=(?:The|All) (?:views|opinions)(?: and opinions)? expressed\b)"
    r"|(?=本文(?:仅|只)?代表作者)",
    re.IGNORECASE,
)
_BYLINE: Final = expression(
    r"(?:(?:written |words )?by\s+(?!the\b)|authors?\s?[:：]\s?|作者\s?[:：]\s?"
    r"|文\s?[/／|:：]\s?|撰文\s?[:：/|]\s?|(?:本报|本刊|新华社)?记者(?:\s?[:：]\s?|\s))(?P<names>\S.*)",
    re.IGNORECASE,
)
_SOURCE: Final = expression(r"(?:source|来源|稿源)\s?[:：]\s?(?P<source>\S.{0,60})", re.IGNORECASE)
_PLACE_AND_DATE: Final = expression(rf"[A-Z][\w .,’'-]{{1,40}},\s(?P<date>{_DATE})")
_WIRE: Final = expression(
    rf"(?:[A-Z][A-Z .,’'-]{{1,40}}?,?\s(?P<date>{_DATE})\s?(?:\([^()]{{2,30}}\)\s?)?(?:—|–|--|-)\s"
    rf"|[{_HAN}]{{2,12}}?(?P<han>\d{{4}}年\d{{1,2}}月\d{{1,2}}日)[电讯])"
)
_PEOPLE: Final = expression(
    r"(?P<names>(?:[A-Z][\w.’'-]*)(?:(?:,? and |, | )(?:[A-Z][\w.’'-]*|de|van|von|der|la|al)){1,12})"
    r" (?:is|are) (?P<role>(?:an? |the )?[^.;]{3,90}?)(?=[.;]|$)"
)
_HAN_PEOPLE: Final = expression(
    rf"(?:本文)?(?:作者)?(?P<names>[{_HAN}]{{2,4}}(?:[、，和与][{_HAN}]{{2,4}}){{0,4}}?)(?:均?[系为是])(?P<role>[^。；，]{{2,40}})"
)
_AUTHORSHIP: Final = expression(
    r"\bthe (?:author|writer|columnist)s?\b|\btheir own\b|\b(?:his|her) own\b|作者", re.IGNORECASE
)
_IS_AUTHOR: Final = expression(
    r"(?:the )?authors? of (?:this|the) (?:article|piece|essay|post|column)", re.IGNORECASE
)
_BODY: Final = r"(?:the )?(?P<body>[A-Z][\w&’'.-]*(?: (?:(?:of|the|and|for) )?[A-Z][\w&’'-]*){0,6})"
# Each with a word without which it finds nothing.
_CONTAINERS: Final = (
    (
        "not",
        expression(
            r"\bnot\s(?:necessarily\s)?(?:the\s|represent\s|reflect\s|those\sof\s)[^.;]{0,60}?"
            rf"(?:views|opinions?|positions?|policy|policies|stance)\sof\s{_BODY}"
        ),
    ),
    ("necessarily", expression(rf"\bnot\snecessarily\sthose\sof\s{_BODY}")),
    (
        "",
        expression(rf"\b(?:first|originally)\s(?:appeared|published|posted|ran)\s(?:in|on|by)\s{_BODY}"),
    ),
    (
        "不代表",
        expression(rf"不代表(?!本|其|任何|我)(?P<body>[{_HAN}A-Za-z]{{2,12}}?)(?:的)?(?:观点|立场|看法)"),
    ),
)
_BREAKS: Final = expression(r"\s*(?:\n|\s[|·•—–]\s|\|)\s*")
_NAME_WORD: Final = expression(
    rf"(?:[A-Z][\w.’'-]*|and|&|de|del|della|der|van|von|la|al|bin|da|di|[{_HAN}]+),?"
)


class Preliminaries(NamedTuple):
    """What stands before an article: which blocks, what they say, and a line to call them by.

    `kinds` are the blocks that are not of the article, by index; `label` is empty if there are none.
    """

    kinds: Mapping[int, Kind] = MappingProxyType({})
    metadata: Metadata = Metadata()
    label: str = ""


class _Reading(NamedTuple):
    """What one block says, and the parts of its label."""

    metadata: Metadata
    label: tuple[str, ...]


def recognise(document: Structure) -> Preliminaries:
    """Tell what stands before the article, in at most four blocks after the title.

    Blocks that are notes already are read likewise. The article itself is never taken for one.
    """
    kinds: dict[int, Kind] = {}
    metadata = Metadata()
    labels: list[str] = []
    for index in _first_blocks(document):
        block = document.blocks[index]
        text = document.text[block.start : min(block.end, block.start + _LONGEST + 1)]
        reading = _read(text)
        if reading is None and block.kind is Kind.NOTE:
            reading = _Reading(Metadata(), (_cut(clean_line(text)),))
        if reading is None or not _goes_on(document, index):
            metadata = metadata.filled_from(_wire(text))
            break
        kinds[index] = Kind.NOTE
        metadata = metadata.filled_from(reading.metadata)
        labels += [part for part in reading.label if part not in labels]
    return Preliminaries(kinds, metadata, " · ".join(labels))


def _first_blocks(document: Structure) -> Iterator[int]:
    """The blocks that may be preliminaries: the first, save for headings and rules among them."""
    found = 0
    for index in range(min(len(document.blocks), 3 * _FIRST_BLOCKS)):
        kind = document.blocks[index].kind
        if kind in (Kind.PARAGRAPH, Kind.NOTE) and found < _FIRST_BLOCKS:
            found += 1
            yield index
        elif kind not in (Kind.HEADING, Kind.RULE) or (kind is Kind.HEADING and found):
            return


def _goes_on(document: Structure, index: int) -> bool:
    """Whether an article follows the block."""
    return document.blocks[index].kind is Kind.NOTE or index + 1 < len(document.blocks)


def _read(text: str) -> _Reading | None:
    """What a block says, None if it belongs to the article."""
    if len(text) > _LONGEST:
        return None
    rest = text.strip()
    metadata, label = Metadata(), []
    dated = any(map(str.isdecimal, rest[:_DATED_WITHIN]))
    if dated and (match := _LEADING_DATE.match(rest)) and (date := parse_date(match["date"])):
        metadata = _known("the dateline", date=date)
        label, rest = [date.iso()], rest[match.end() :]
    if not rest:
        return _Reading(metadata, tuple(label))
    # By the first letter, because most blocks are none of these, and to ask an expression costs its
    # compilation.
    readers: tuple[tuple[bool, Callable[[str], _Reading | None]], ...] = (
        (rest[0] in "EeNnCc编", _note),
        (rest[0] in "WwBbAa作文撰本新记", _byline),
        (rest[0] in "Ssſ来稿", _source),
        (rest[0] in "DdTtAa免本", _disclaimer),
        (dated, _place),
    )
    reading = next((found for may_be, reader in readers if may_be and (found := reader(rest))), None)
    if reading is None:
        return None
    return _Reading(metadata.filled_from(reading.metadata), (*label, *reading.label))


def _known(
    source: str, *, date: PartialDate | None = None, authors: tuple[Name, ...] = (), container: str = ""
) -> Metadata:
    """Metadata of what is given, each field with where it comes from."""
    given = {"date": date, "authors": authors, "container": container}
    return Metadata(
        date=date,
        authors=authors,
        container=container,
        sources={name: source for name, value in given.items() if value},
    )


def _note(text: str) -> _Reading | None:
    match = _NOTE.match(text)
    if not match:
        return None
    name, words = match["name"].replace("'", "’").capitalize(), text[match.end() :]
    source = "the editor’s note" if "editor" in name.lower() or "编者" in name else f"the {name.lower()}"
    authors, described = _authors(words)
    metadata = _known(source, authors=authors, container=_container(words))
    said = described if authors else _cut(clean_line(words))
    return _Reading(metadata, (f"{name} — {said}" if said else name,))


def _authors(words: str) -> tuple[tuple[Name, ...], str]:
    """Who wrote the article, if a note says so, and how it describes them."""
    for pattern, joint in ((_PEOPLE, ", "), (_HAN_PEOPLE, "，")):
        match = pattern.match(words) if pattern is _PEOPLE or count_han(words) else None
        if not match:
            continue
        role = match["role"].strip()
        names = match["names"].strip()
        if _IS_AUTHOR.match(role):
            return parse_names(names), clean_line(names)
        if _AUTHORSHIP.search(words):
            return parse_names(names), clean_line(f"{names}{joint}{role}")
    return (), ""


def _container(words: str) -> str:
    for sign, pattern in _CONTAINERS:
        if sign in words and (match := pattern.search(words)):
            return clean_line(re.sub(r"[’']s$", "", match["body"]).rstrip("."))
    return ""


def _byline(text: str) -> _Reading | None:
    """Names after "By" or 作者：, with a date or more of the kind after a bar or on the next line."""
    first, *others = _BREAKS.split(text)
    match = _BYLINE.fullmatch(first.strip())
    if not match or len(text) > 200 or not _are_names(match["names"]):
        return None
    reading = _Reading(_known("the byline", authors=parse_names(match["names"])), (_cut(clean_line(first)),))
    for other in others:
        more = _read(other)
        if more is None:
            return None
        reading = _Reading(reading.metadata.filled_from(more.metadata), (*reading.label, *more.label))
    return reading


def _are_names(text: str) -> bool:
    words = text.replace("、", " ").split()
    if count_han(text):
        return len(text) <= 30 and not re.search("[。！？；]", text)
    ends = text.endswith(".") and not re.search(r"\b(?:[A-Z]|Jr|Sr)\.$", text)
    return (
        len(words) <= 14 and not ends and parse_date(text) is None and all(map(_NAME_WORD.fullmatch, words))
    )


def _source(text: str) -> _Reading | None:
    match = _SOURCE.fullmatch(text)
    if not match or re.search(r"[.。；;!?]\s*\S", match["source"]):
        return None
    line = clean_line(text)
    return _Reading(_known("the source line", container=clean_line(match["source"]).rstrip(".。")), (line,))


def _disclaimer(text: str) -> _Reading | None:
    match = _DISCLAIMER.match(text)
    if not match:
        return None
    words = text[match.end() :]
    # An article too may open with the views that somebody expressed.
    if not match["name"] and not _AUTHORSHIP.search(words):
        return None
    label = match["name"] or _cut(clean_line(words))
    return _Reading(_known("the disclaimer", container=_container(words)), (label,))


def _place(text: str) -> _Reading | None:
    """A place and a date alone, as letters and speeches open: "Geneva, 5 February 2021"."""
    match = _PLACE_AND_DATE.fullmatch(text)
    if not match or not (date := parse_date(match["date"])):
        return None
    return _Reading(_known("the dateline", date=date), (clean_line(text),))


def _wire(text: str) -> Metadata:
    """What the dateline says that opens a paragraph of the article; only a date with its year is sure."""
    start = text.lstrip()[:200]
    match = _WIRE.match(start) if any(map(str.isdecimal, start[:_DATED_WITHIN])) else None
    date = parse_date(match["date"] or match["han"]) if match else None
    return _known("the dateline", date=date) if date else Metadata()


def _cut(line: str) -> str:
    """So many words of a line as make a label."""
    # A Chinese character is as wide as two others, and says as much.
    most = _LABEL // 2 if is_han(line[:1]) else _LABEL
    if len(line) <= most:
        return line.rstrip(".。")
    kept = line[:most] if most < _LABEL else line[:most].rpartition(" ")[0] or line[:most]
    return kept.rstrip(",;:，；：、 ") + "…"
