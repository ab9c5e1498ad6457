"""Places as citations name them: pages, paragraphs, sections and notes, in words, figures and signs.

The labels are those that the styles of `corpus.citation` print, with what writers put in their stead.
Every expression is bounded: a text of whatever kind is read in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, NamedTuple, TypeAlias

from corpus.citation.ordinals import in_words
from corpus.expression import expression
from corpus.outline.numbering import HAN_DIGITS, han
from corpus.tracing.traced import Pinpoint

_Kind: TypeAlias = Literal["page", "paragraph", "section", "note", ""]

_FOLLOWED: Final = expression(
    r"\s{0,2}(?:(?P<many>ff|sqq|et\s{1,2}seqq?|y\s{1,2}ss|et\s{1,2}(?:ss|suiv))|f|sq|et\s{1,2}s)(?!\w)\.?"
)
"""What says that a place goes on behind its number: “142f.”, “142 ff.”, “142 et seq.”."""
_FOLLOWING: Final = 9
"""Places that may follow where it is not said how many."""
_NO_MORE: Final = r"(?!(?!ff?\b)\w)"
"""Ends a number, which may be followed by “f” or “ff”."""
_FIGURES: Final = r"\d{1,6}(?:[.-]\d{1,4}[A-Za-z]?){0,5}[A-Za-z]?(?:\(\w{1,4}\)){0,3}(?!\w)"
_COUNT: Final = rf"\d{{1,6}}(?:\.\d{{1,4}}){{0,4}}(?:(?!f)[A-Za-z])?{_NO_MORE}"
_ROMAN: Final = r"(?:[ivxlcdm]{1,9}|[IVXLCDM]{1,9})(?!\w)"
_PAGE: Final = rf"(?:[A-Za-z]{{0,2}}\d{{1,6}}[a-eg-z]?{_NO_MORE}|{_ROMAN})"
_DASH: Final = r"\s{0,2}(?:-{1,3}|[‐‑‒–—−~～]|\bto\b|\bthrough\b|\bbis\b|至|到)\s{0,2}"
_ALSO: Final = (
    r"(?:\s{0,2}[,、，;]\s{0,2}(?:(?:and|&)\s{0,2})?|\s{0,2}(?:\band\b|&|\bund\b|\bet\b|和|及)\s{0,2})"
)

_LABELS: Final = expression(
    r"(?P<paragraph>¶{1,2}|(?<!\w)(?:paragraphs?|paras?|pars?|Absatz|Abs|Rdn|Rn|Rz|párrafos?|párrs?|alinéas?)(?![^\W\d])\.?)"
    r"|(?P<page>(?<!\w)(?:pages?|pp?|pgs?|Seiten?|S)(?![^\W\d])\.?)"
    r"|(?P<section>§{1,2}|(?<!\w)(?:sections?|secs?|ss?)\b\.?)"
    r"|(?P<division>(?<!\w)(?:articles?|arts?|clauses?|cls?|regulations?|regs?|rules?|rr?|schedules?|scheds?)\b\.?)"
    r"|(?P<note>(?<!\w)(?:footnotes?|fns?|notes?|nn?)\b\.?)",
    re.IGNORECASE,
)
_DIVISIONS: Final = {
    **dict.fromkeys(("article", "articles", "art", "arts"), "article"),
    **dict.fromkeys(("clause", "clauses", "cl", "cls"), "clause"),
    **dict.fromkeys(("regulation", "regulations", "reg", "regs"), "regulation"),
    **dict.fromkeys(("rule", "rules", "r", "rr"), "rule"),
    **dict.fromkeys(("schedule", "schedules", "sched", "scheds"), "schedule"),
}
_GLUED: Final = frozenset("p pp para paras par pars".split())
"""Labels that may stand right before their number."""
_SEVERAL: Final = frozenset("¶¶ §§ pp pages pgs paras pars paragraphs ss secs sections arts articles".split())
_SPACE: Final = expression(r"[\s~]{0,3}")

_BRACKETED: Final = expression(
    r"[\[［【]\s?(?P<first>\d{1,6}[A-Za-z]?)\s?[\]］】]"
    rf"(?:{_DASH}[\[［【]\s?(?P<last>\d{{1,6}}[A-Za-z]?)\s?[\]］】])?"
)
_ORDINAL: Final = r"[A-Za-z]{3,11}(?:-[A-Za-z]{3,7})?|\d{1,3}(?:,\d{3})?(?:st|nd|rd|th|d)"
_IN_WORDS: Final = expression(
    rf"(?<!\w)(?P<first>{_ORDINAL})(?:(?P<between>\s(?:and|to|through)\s|\s?[-–—]\s?)(?P<last>{_ORDINAL}))?"
    r"\s(?:paras?\b\.?|pars?\b\.?|paragraphs?\b)",
    re.IGNORECASE,
)
_COUNTED: Final = expression(
    r"(?<!\w)(?:paras?\b\.?|pars?\b\.?|paragraphs?)\s(?P<first>[A-Za-z]{3,10}(?:-[A-Za-z]{3,5})?)(?!\w)",
    re.IGNORECASE,
)
_CARDINALS: Final = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split(),
        range(1, 21),
        strict=True,
    )
)
_HAN: Final = expression(
    rf"第\s?(?P<first>[{HAN_DIGITS}]{{1,7}}|\d{{1,6}})"
    rf"(?:\s?(?:[-–—~～至到]|—{{2}})\s?第?\s?(?P<last>[{HAN_DIGITS}]{{1,7}}|\d{{1,6}}))?"
    r"\s?(?P<unit>自然段|段落|段|页|頁|条|條|节|節|章)"
)
_COUNTED_PAGES: Final = expression(
    rf"(?<![\w第])(?P<first>\d{{1,6}})(?:{_DASH}(?P<last>\d{{1,6}}))?\s?(?:页|頁|쪽|면)"
)
_UNITS: Final[dict[str, _Kind]] = {
    **dict.fromkeys(("自然段", "段落", "段"), "paragraph"),
    **dict.fromkeys(("页", "頁"), "page"),
}
_HEADING: Final = expression(r"\b(?:under|heading)\s(?P<title>[“‘\"][^“”‘\"]{1,300}[”’\"])")
_BARE: Final = expression(
    rf"[\s,.:;~*\[\](){{}}”’\"'»]{{0,6}}(?:at\s)?(?P<first>{_PAGE})(?:{_DASH}(?P<last>{_PAGE}))?"
)
_END: Final = expression(r"[\s.,;:()\[\]{}>”’\"'*]*")
_LONGEST: Final = 4_000
"""Characters of a citation that are looked through."""


class Located(NamedTuple):
    """A place that a citation names, and the offsets [start, end) of the words that do."""

    start: int
    end: int
    pinpoint: Pinpoint


def labelled(text: str) -> tuple[Located, ...]:
    """Every place in a citation that a label or a sign tells for one, in reading order, none twice."""
    text = text[:_LONGEST]
    found = [*_in_words(text), *_han(text), *_by_label(text), *_bracketed(text), *_headings(text)]
    apart: list[Located] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return tuple(apart)


def pinpoints_of(locator: str, kind: _Kind = "") -> tuple[Pinpoint, ...]:
    """The places of what is a locator and nothing else; () where it is none.

    `kind` is what a number without a label counts where the style tells ("146–47" are pages).
    """
    locator = locator[:_LONGEST]
    known = labelled(locator)
    if known:
        rest = locator
        for one in reversed(known):
            rest = rest[: one.start] + " " + rest[one.end :]
        # A page may stand before a number in brackets: "at 45 [12]".
        if len(re.findall(r"\w", rest)) > _FEW:
            return ()
        # The note where a work was cited first is no place in it: "(n 3) para 5".
        places = tuple(one.pinpoint for one in known)
        return tuple(place for place in places if place.kind != "note") or places
    match = _BARE.match(locator)
    if match is None or not _END.fullmatch(locator, match.end()):
        return ()
    return (_pinpoint(kind, match["first"], match["last"]),)


_FEW: Final = 6
"""Letters beside a place, as of "at" and "and"."""


def widened(first: str, last: str) -> str:
    """The last number of a range with the digits that it shares with the first: 146–47 goes to 147."""
    if first.isdecimal() and last.isdecimal() and len(last) < len(first):
        return first[: len(first) - len(last)] + last
    return last


def _pinpoint(kind: _Kind, first: str, last: str | None) -> Pinpoint:
    return Pinpoint(kind, first, widened(first, last) if last else first)


def _by_label(text: str) -> Iterator[Located]:
    reached = 0
    for match in _LABELS.finditer(text):
        if match.start() < reached:
            continue
        kind, word = str(match.lastgroup), match[0].rstrip(".").lower()
        if match[0].startswith("s") and word == "s":
            kind = "section"  # a capital one is a German page
        number = _items(kind)
        space = _SPACE.match(text, match.end())
        at = space.end() if space else match.end()
        # "s" and "n" are letters of other things: they need a space or a stop before the number.
        glued = at == match.end() and word[-1:].isalpha() and not match[0].endswith(".")
        if glued and word not in _GLUED:
            continue
        several = word in _SEVERAL
        item = number.match(text, at)
        start = match.start()
        while item:
            last, reached = item["last"], item.end()
            if kind in ("page", "paragraph") and not last and item["first"].isdecimal():
                followed = _FOLLOWED.match(text, reached)
                if followed:
                    reached = followed.end()
                    last = str(int(item["first"]) + (_FOLLOWING if followed["many"] else 1))
            yield Located(start, reached, _labelled(kind, word, item["first"], last))
            also = _also().match(text, reached) if several else None
            item = number.match(text, also.end()) if also else None
            start = reached


def _labelled(kind: str, word: str, first: str, last: str | None) -> Pinpoint:
    if kind == "division":
        return _pinpoint("section", f"{_DIVISIONS[word]} {first}", last and f"{_DIVISIONS[word]} {last}")
    known: dict[str, _Kind] = {"paragraph": "paragraph", "page": "page", "section": "section", "note": "note"}
    return _pinpoint(known[kind], first, last)


@cache
def _items(kind: str) -> re.Pattern[str]:
    """One number or a range of them, as it stands behind a label of that kind."""
    number = {"page": _PAGE, "section": _FIGURES, "division": rf"(?:{_FIGURES}|{_ROMAN})"}.get(kind, _COUNT)
    opening, closing = r"[\[(*]{0,2}", r"[\])]?"
    dash = _DASH if kind != "section" else _DASH.replace("-{1,3}", "-{1,3}(?!\\d*\\.)")
    return re.compile(
        rf"{opening}(?P<first>{number}){closing}(?:{dash}{opening}(?P<last>{number}){closing})?",
        re.IGNORECASE,
    )


@cache
def _also() -> re.Pattern[str]:
    return re.compile(_ALSO, re.IGNORECASE)


def _in_words(text: str) -> Iterator[Located]:
    """Paragraphs in words: "third para.", "fifth and sixth paras.", "paragraph three"."""
    for match in _IN_WORDS.finditer(text):
        first, last = _ordinal(match["first"]), _ordinal(match["last"] or match["first"])
        if first and last:
            yield Located(match.start(), match.end(), Pinpoint("paragraph", str(first), str(last)))
    for match in _COUNTED.finditer(text):
        if number := _CARDINALS.get(match["first"].lower()):
            yield Located(match.start(), match.end(), Pinpoint("paragraph", str(number), str(number)))


@cache
def _words() -> dict[str, int]:
    return {in_words(number): number for number in range(1, 100)} | {"hundredth": 100, "last": 0}


def _ordinal(word: str) -> int:
    """The number that an ordinal says, 0 for none."""
    figures = "".join(filter(str.isdecimal, word))
    return int(figures) if figures else _words().get(word.lower(), 0)


def _han(text: str) -> Iterator[Located]:
    for match in _HAN.finditer(text):
        first, last = match["first"], match["last"]
        if kind := _UNITS.get(match["unit"]):
            figures = [part if part.isascii() else str(han(part)) for part in (first, last or first)]
            yield Located(match.start(), match.end(), Pinpoint(kind, figures[0], figures[1]))
        else:
            whole = f"第{first}{match['unit']}", f"第{last or first}{match['unit']}"
            yield Located(match.start(), match.end(), Pinpoint("section", *whole))
    for match in _COUNTED_PAGES.finditer(text):
        yield Located(match.start(), match.end(), _pinpoint("page", match["first"], match["last"]))


def _bracketed(text: str) -> Iterator[Located]:
    """Numbers of paragraphs in brackets; that of a year or of a list's entry is told by where it stands."""
    for match in _BRACKETED.finditer(text):
        before = text[: match.start()].rstrip()
        opens_a_report = re.match(r"\s?[A-Z]{2}", text[match.end() : match.end() + 4])
        alone = not before and match.end() == len(text.rstrip(" .,;"))
        if alone or (before and not opens_a_report):
            yield Located(match.start(), match.end(), _pinpoint("paragraph", match["first"], match["last"]))


def _headings(text: str) -> Iterator[Located]:
    for match in _HEADING.finditer(text):
        title = f"“{match['title'][1:-1].rstrip(',.')}”"
        yield Located(match.start(), match.end(), Pinpoint("section", title, title))
