"""Whether words are a citation: told by years, places in a work, names, and by what refers back."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from corpus.expression import expression

LONGEST: Final = 600
"""Characters that a citation in running text has at most."""

_ANY_CASE: Final = re.IGNORECASE
_YEAR: Final = expression(
    r"(?<![\d.])(?:1[4-9]|20)\d\d[a-z]?(?!\d)|\bn\.\s?d\.|\bforthcoming\b|\bin press\b|\bs\.\s?d\."
    r"|\bo\.\s?J\."
)
_PLACE: Final = expression(
    r"(?:\b(?:pp?|paras?|secs?|ch|chap|arts?|fols?|nn?|fn|ll?|vol|no|Rn|Rdnr|Rz|Abs|Nr|St?|at)\b\.?"
    r"|\b(?:pages?|paragraphs?|sections?|chapters?|articles?|notes?|lines?|Seiten?|Absatz|Ziffer|alinéa)\b"
    r"|[¶§]{1,2})[\s~\u00a0]*\[?(?:\d|[ivxlc]+\b)"
    r"|\b(?:\d{1,4}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last"
    r"|penultimate)\s+para"
    r"|第\s?[\d一二三四五六七八九十百]{1,6}\s?[页頁段条條款章]"
)
_BACK: Final = expression(
    r"\s*(?:see\s+|cf\.?\s+)?(?:ibid(?:em)?\b|id\.|idem\b|loc\.?\s?cit|ebd\.|ebenda\b|同上)", _ANY_CASE
)
_NAMED_BACK: Final = expression(
    r"\bop\.?\s?cit|\bsupra\b|\babove,?\s+n(?:ote|\.)?\b|\ba\.\s?a\.\s?O", _ANY_CASE
)
_NOTE: Final = expression(r"\bn(?:ote|\.)?\s*(\d{1,4})\b", _ANY_CASE)
_BEGINNING: Final = expression(
    r"(?:see|cf|compare|quoted|as (?:cited|quoted)|cited|citing|quoting|in|from|e\.g|accord|but see|zit"
    r"|zitiert"
    r"|vgl|siehe|voir|cité|véase|cfr|vide|also|emphasis|italics|translation|my|our|van|von|der|den|de|del"
    r"|della"
    r"|di|da|dos|du|la|le|al|el|bin|ibn|ter|ten|zu)\b|d’",
    _ANY_CASE,
)
_NAME: Final = r"(?:[^\W\d_a-z][\w’'.-]*|and|&|et|al\.?|und|y|van|von|de|la|the|of|in)"
_NAMES: Final = expression(rf"{_NAME}(?:[\s,]+{_NAME}){{0,7}}(?:,?\s+\[?[\d–-]{{1,12}}\]?)?")
_NUMBERED: Final = expression(r"\[\d{1,4}(?:\s*[,;–-][^\[\]\n]{1,80})?\]")
_REMARK: Final = expression(
    r"(?:(?:emphasis|italics?|bold(?:face)?|underlining)(?: is)? (?:added|mine|ours|in (?:the )?original"
    r"|supplied)"
    r"|my emphasis|(?:my |our |author’s )?translation(?: mine)?"
    r"|(?:internal )?(?:quotation marks|quotations|citations?|footnotes?|references?|alterations?)"
    r"[\w\s,]{0,60}(?:omitted|adopted|added)|cleaned up|sic|Hervorhebung[\w\s.]{0,60}"
    r"|c’est nous qui soulignons)",
    _ANY_CASE,
)
_LINK: Final = expression(r"https?://|\bdoi\b|\b10\.\d{4,9}/|pincite:", _ANY_CASE)


def has_year(words: str) -> bool:
    """Whether a year, or what stands for one, is among the words."""
    return _YEAR.search(words) is not None


def has_place(words: str) -> bool:
    """Whether the words name a place in a work."""
    return _PLACE.search(words) is not None


def refers_back(words: str) -> bool:
    """Whether they mean what was cited directly before: “ibid.”, “id. at 4”."""
    return _BACK.match(words.strip("([ ")) is not None


def refers_by_name(words: str) -> bool:
    """Whether they mean what was cited somewhere before: “He, supra note 3”, “op. cit.”."""
    return _NAMED_BACK.search(words) is not None


def note_meant(words: str) -> str:
    """The label of the note that “supra note 3” means; "" where none is named."""
    match = _NOTE.search(words, named.start()) if (named := _NAMED_BACK.search(words)) else None
    return match[1] if match else ""


def is_remark(words: str) -> bool:
    """Whether words in brackets only say what was done to a quotation: “emphasis added”."""
    return _REMARK.fullmatch(words.strip(" ()[].")) is not None


def is_bare_number(words: str) -> bool:
    """Whether they are the number of a work in a list and nothing else: “[1]”."""
    return words[1:-1].strip().isdecimal() and words[0] + words[-1] in ("[]", "()")


def is_numbered(words: str) -> bool:
    """Whether they are the number of a work in a list, as “[1, para. 3]”."""
    return _NUMBERED.fullmatch(words) is not None


@lru_cache(maxsize=4_096)
def cites(words: str, *, beside: bool = True) -> bool:
    """Whether words in parentheses are a citation; names alone (“He and Fang 12”) only right `beside` it."""
    words = words.strip()
    if not words or len(words) > LONGEST or is_remark(words):
        return False
    if refers_back(words) or refers_by_name(words) or _LINK.search(words):
        return True
    if has_place(words):
        return True
    begins = not words[0].islower() or _BEGINNING.match(words) is not None
    if has_year(words):
        return begins
    return beside and _NAMES.fullmatch(words) is not None and words[0].isupper()


def names_no_work(words: str) -> bool:
    """Whether a citation tells a place alone, so that who is meant was said before: “(para. 3)”."""
    bare = words.strip("()[] ")
    if has_year(bare) or _LINK.search(bare) or refers_back(bare) or refers_by_name(bare) or "@" in bare:
        return False
    return has_place(bare) and len(bare) < 40 and not (bare[:1].isupper() and "," in bare)
