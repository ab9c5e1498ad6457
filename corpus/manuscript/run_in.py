"""Citations that stand behind a quotation without parentheses, as in notes: names, title, day, place."""

from __future__ import annotations

from typing import Final

from corpus.expression import expression
from corpus.manuscript.citing_words import LONGEST, has_place, has_year
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
