"""Editors' notes and disclaimers before an article: who wrote it, and where it appeared.

Only plain statements are taken: a note that names people gives its authors only where it also says
that they are.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.expression import expression
from corpus.matter.block_reading import Reading, cut, known
from corpus.metadata import Name
from corpus.names import parse_names
from corpus.sanitiser import clean_line
from corpus.scripts import count_han

_HAN: Final = "\u3400-\u9fff"
_NOTE: Final = expression(
    r"(?P<name>Editor[’']?s[’']? note|Editorial note|Note to readers|Note from the editors?|Correction"
    r"|Anmerkung der Redaktion|Note de la rédaction|Nota del editor|Nota de la redacción"
    r"|编者按|编者的话|编者注)"
    r"\s*[:：.—–]\s*",
    re.IGNORECASE,
)
_AS_PRINTED: Final = ("Anmerkung", "Note de", "Nota de")
"""Names with a noun in them that keeps its capital, or that is none in English."""
_DISCLAIMER: Final = expression(
    r"(?P<name>Disclaimer|免责声明)\s*[:：]\s*"
    r"|(?=(?:The|All) (?:views|opinions)(?: and opinions)? expressed\b)"
    r"|(?=本文(?:仅|只)?代表作者)",
    re.IGNORECASE,
)
_DISCLAIMING: Final = (
    *("disclaimer", "免责声明", "the views", "the opinions", "all views", "all opinions", "本文"),
)
_PEOPLE: Final = expression(
    r"(?P<names>(?:[A-Z][\w.’'-]*)(?:(?:,? and |, | )(?:[A-Z][\w.’'-]*|de|van|von|der|la|al)){1,12})"
    r" (?:is|are) (?P<role>(?:an? |the )?[^.;]{3,90}?)(?=[.;]|$)"
)
# "Zhang Wei, a professor at Vega, is the author of this article."
_NAMED_AUTHOR: Final = expression(
    r"(?P<names>(?:[A-Z][\w.’'-]*)(?:(?: and | )(?:[A-Z][\w.’'-]*|de|van|von|der|la|al)){1,12})"
    r", (?P<role>[^.;]{3,90}?), (?:is|are) (?:the )?authors? of (?:this|the)"
    r" (?:article|piece|essay|post|column)\b"
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


def read_note(text: str) -> Reading | None:
    """What an editor's note says, None if the block is none."""
    match = _NOTE.match(text)
    if not match:
        return None
    name, words = match["name"].replace("'", "’"), text[match.end() :]
    if not name.startswith(_AS_PRINTED):
        name = name.capitalize()
    source = "the editor’s note" if "editor" in name.lower() or "编者" in name else f"the {name.lower()}"
    authors, described = _authors(words)
    metadata = known(source, authors=authors, container=_container(words))
    said = described if authors else cut(clean_line(words))
    return Reading(metadata, (f"{name} — {said}" if said else name,))


def _authors(words: str) -> tuple[tuple[Name, ...], str]:
    """Who wrote the article, if a note says so, and how it describes them."""
    if "author" in words and (match := _NAMED_AUTHOR.match(words)):
        return parse_names(match["names"]), clean_line(f"{match['names']}, {match['role']}")
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


def read_disclaimer(text: str) -> Reading | None:
    """What a disclaimer says, None if the block is none."""
    # To compile an expression takes a millisecond: it is not asked where it cannot match.
    match = _DISCLAIMER.match(text) if text[:13].lower().startswith(_DISCLAIMING) else None
    if not match:
        return None
    words = text[match.end() :]
    # An article too may open with the views that somebody expressed.
    if not match["name"] and not _AUTHORSHIP.search(words):
        return None
    label = match["name"] or cut(clean_line(words))
    return Reading(known("the disclaimer", container=_container(words)), (label,))
