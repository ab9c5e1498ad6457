"""Whether the words of a line can be a title."""

from __future__ import annotations

import re
from typing import Final

from corpus.expression import expression
from corpus.scripts import count_han

_SENTENCE: Final = expression(r"[.!?]\s+[A-Z]|\b(?:is|are|was|were|has|have|shall|will|must|should|may)\b")
_TWO: Final = expression(r"[.!?]\s+[A-Z]")
_CLOSING: Final = frozenset(".,;:。，；：、")
_BREAKING: Final = frozenset(",;，；、")
_WORDS: Final = expression(r"[^\W\d_]{4,}")


def runs_on(title: str) -> bool:
    """Whether words are a sentence rather than a title. A title may be a question."""
    count = len(title.split())
    if title[-1:] in ("?", "？"):
        return count > 24
    return count > 14 or (count > 9 and bool(_SENTENCE.search(title)))


def is_broken(words: str) -> bool:
    """Whether words are so many, or of two sentences, that no title among others is like them."""
    return len(words.split()) > 16 or bool(_TWO.search(words))


def may_be_lower(words: str) -> bool:
    """Whether words with a small initial may be a title: a few, named after a thing, as "errno"."""
    return words[:1].islower() and len(words.split()) <= 6 and words[-1:] not in _CLOSING


def is_sentence(words: str) -> bool:
    """Whether words end with a full stop, and say something: "They must be ready.", not "Of ships."."""
    return words[-1:] in (".", "。") and (len(words.split()) > 7 or bool(_SENTENCE.search(words)))


def is_closed(words: str) -> bool:
    """Whether words end as a clause or a sentence does."""
    return words[-1:] in _CLOSING


def breaks_off(words: str) -> bool:
    """Whether words end in the middle of a sentence."""
    return words[-1:] in _BREAKING


def is_titled(text: str) -> bool:
    """Whether the words are set as a title: in capitals, or the longer ones with capital initials."""
    if count_han(text):
        return len(text) <= 20
    words: list[str] = re.findall(_WORDS.pattern, text)
    return text[0].isupper() and sum(word[0].isupper() for word in words) * 5 >= len(words) * 4


def opens_title(words: str) -> bool:
    """Whether a title can begin so: with a capital, a sign that opens one, or a letter without case."""
    first = words[:1]
    uncased = first.isalpha() and first.lower() == first.upper()
    return first.isupper() or uncased or first in "¿¡\"“‘'«„(<`[《「"
