"""Words between quotation marks that are the title of a work, and no quotation."""

from __future__ import annotations

import re
from typing import Final

from corpus.expression import expression
from corpus.manuscript.beside import Beside
from corpus.manuscript.citing_words import cites, has_place, has_year
from corpus.manuscript.marks import Pair
from corpus.manuscript.mentions import Mention
from corpus.manuscript.paragraphs import Paragraph

_SMALL: Final = frozenset(
    "a an and as at but by for from in into nor of on onto or over per so the to up upon via vs with yet"
    " is".split()
)
_FEWEST: Final = 3
"""Words that a title in running text has at the least, two of them with capitals that are not small."""

_SIGNAL: Final = expression(
    r"\s*(?:see|see also|cf\.?|compare|accord|but see|e\.g\.,?|in|siehe|vgl\.?|voir|\d{1,3}\.?|\[\d{1,3}\]"
    r"|[(\[])\s*",
    re.IGNORECASE,
)
_NAMES: Final = expression(
    r"(?:[^\W\d_a-z][\w’'.-]*+|and|&|et|al\.?+|und|y|van|von|der|de|del|di|la|le|with|eds?+\.?+|[,.\s])*"
)
_PARTS: Final = expression(r"[;:]\s|[.!?]\s+(?=[A-Z]\w+ [a-z]+ )")
_WORD: Final = expression(r"[^\W_][\w’'-]*")
_AHEAD: Final = 400


def is_title(paragraph: Paragraph, pair: Pair, citation: Beside, around: Mention | None) -> bool:
    """Whether a pair of marks holds a title; `around` are the parentheses that the pair stands in."""
    if paragraph.kind == "entry":
        return True
    text = paragraph.words.text
    words = text[pair.start : pair.end]
    if paragraph.kind == "note" or around is not None:
        low = around.start + 1 if around else 0
        high = around.end - 1 if around else len(text)
        before = text[max(low, pair.opens - _AHEAD) : pair.opens]
        before = _PARTS.split(before)[-1]
        behind = text[pair.closes : min(high, pair.closes + _AHEAD)]
        named = _NAMES.fullmatch(_SIGNAL.sub("", before, count=1)) is not None
        parted = words.rstrip().endswith((",", ".")) or behind.lstrip()[:1] in (",", "(", ".")
        dated = has_year(behind) or "http" in behind or has_place(behind)
        if before.strip(" ([") and named:
            return dated or parted or around is not None
        return named and parted and dated and (words.rstrip().endswith(",") or is_capitalised(words))
    if not is_capitalised(words):
        return False
    # What is quoted is cited to a place; a title by its year, if at all.
    return not (citation.close and (citation.label or has_place(citation.words) or not cites(citation.words)))


def is_capitalised(words: str) -> bool:
    """Whether words are written as titles are in English: all but the small ones with a capital."""
    count = large = 0
    for match in _WORD.finditer(words[:400]):
        word = match[0]
        count += 1
        if word[0].isupper() or word[0].isdigit():
            large += word.casefold() not in _SMALL
        elif word.casefold() not in _SMALL:
            return False
    return count >= _FEWEST and large > 1 and not words.isupper() and not words.rstrip().endswith((".", "!"))
