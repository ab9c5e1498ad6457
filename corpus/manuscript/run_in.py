"""Citations that stand behind a quotation without parentheses, as in notes: names, title, day, place."""

from __future__ import annotations

from typing import Final

from corpus.expression import expression
from corpus.manuscript.citing_words import LONGEST, cites, has_place, has_year, refers_back
from corpus.manuscript.sentence import sentence_end

_SMALL: Final = r"and|&|et|al\.?|und|y|e|van|von|der|den|de|del|della|di|da|la|le|bin|ibn|eds?\.?"
_NAME: Final = rf"(?:[^\W\d_a-z][\w’'.-]{{0,40}}|{_SMALL})"
_WORK: Final = expression(
    rf"\s{{0,8}}[^\W\d_a-z][\w’'.-]{{0,40}}(?:,?\s+{_NAME}){{0,14}},\s+[“‘\"'«*_]{{0,3}}(?:[^\W_a-z]|n\.d)"
)
_CASE: Final = expression(rf"\s{{0,8}}{_NAME}(?:,?\s+{_NAME}){{0,12}}\s+v\.?\s+{_NAME}")
# The neutral citation of a case: “[2009] UKSC 3, [12]”.
_NEUTRAL: Final = expression(
    r"\s{0,8}[\[(](?:1[5-9]|20)\d\d[\])]\s{1,3}(?:\d{1,4}\s)?[A-Z][A-Za-z.]{1,12}(?:\s[A-Z(][A-Za-z.()]{0,12}){0,3}\s\d"
)
_TITLED: Final = expression(r"[“‘\"«*_][^\W_]")
_LEAD: Final = expression(
    r"(?P<said>(?:Source|Quelle|Fuente|Fonte|From|Aus|出典|出处|來源|来源|引自)\s{0,2}[:：]\s{0,2})"
    r"|(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}\.|[¹²³⁰⁴-⁹]{1,3})\s{1,3}(?=[^\W\d_a-z][\w’'-]+[,.\s])"
)
"""What stands before a citation that has a paragraph to itself."""
_KIND: Final = expression(r"\[(?:[A-Z]{1,2}(?:/[A-Z]{2})?)\]")
"""What GB/T 7714 tells the kind of a work by."""
_HAN_WORK: Final = expression(r"[^。，《]{1,60}[：:，,]?\s{0,2}《[^《》]{1,200}》")
_BACK_MOST: Final = 80
"""Characters of a citation that only refers back."""


def run_in(text: str, start: int) -> tuple[int, int] | None:
    """The offsets of a citation that begins at `start`, up to the end of its sentence; None if none does."""
    match = _WORK.match(text, start)
    case = None if match else _CASE.match(text, start) or _NEUTRAL.match(text, start)
    if match is None and case is None:
        return None
    end = sentence_end(text, start)
    words = text[start:end]
    if len(words) > LONGEST or "\n\n" in words.strip() or not has_year(words):
        return None
    if not (case or has_place(words) or "://" in words or _TITLED.search(words)):
        return None
    first = end - len(words.lstrip())
    return first, first + len(words.strip())


def citation_alone(paragraph: str) -> str:
    """The citation that a paragraph is and nothing else, without its number or “Source:”; "" for none."""
    text = paragraph.strip()
    lead = _LEAD.match(text)
    text = text[lead.end() :] if lead else text
    if not text or len(text) > LONGEST or "\n\n" in text:
        return ""
    if lead and lead["said"]:
        return text if cites(text) else ""
    if refers_back(text):
        return text if len(text) <= _BACK_MOST and sentence_end(text, 0) >= len(text) - 1 else ""
    if (bare := run_in(text, 0)) and bare[1] >= len(text) - 1:
        return text
    if _KIND.search(text) and has_year(text):
        return text
    if _HAN_WORK.match(text) and (has_year(text) or has_place(text)) and "。" not in text[:-1]:
        return text
    # The short form of a note: names, the title between marks, the place.
    short = _WORK.match(text) and _TITLED.search(text) and has_place(text)
    return text if short and sentence_end(text, 0) >= len(text) - 1 else ""
