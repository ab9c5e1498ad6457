"""Capitals of titles, as styles want them, where that can be done without guessing.

Which words of a title are proper names is not known. But the article is: a word of the title that stands
in it without a capital is no name.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from corpus.expression import expression

_WORD: Final = expression(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SENTENCE_START: Final = expression(r"(?:^|[:?!.—–]\s+|^[“‘\"'(¿¡]+|[:?!.—–]\s+[“‘\"'(])$")
_SLIGHT: Final = frozenset(
    "a an the and but for nor or so yet as at by in of off on per to up via from if into like near onto over"
    " than with".split()
)
"""Articles, conjunctions and short prepositions: small in headlines, save first and last."""


def sentence_case(title: str, uncapitalised: Collection[str]) -> str:
    """The title with a capital only where a sentence has one.

    `uncapitalised` are the words of it that stand somewhere in the article without a capital, in lower
    case; all others keep theirs, for they may be names.
    """

    def lowered(match: re.Match[str]) -> str:
        word = match[0]
        first = bool(_SENTENCE_START.search(title[: match.start()]))
        return word if first or word.lower() not in uncapitalised or not word[1:].islower() else word.lower()

    return _WORD.sub(lowered, title)


def headline_case(title: str, lang: str, slight: Collection[str] = _SLIGHT) -> str:
    """The title with a capital at every word of weight; only an English one, the others stay as they are.

    `slight` are the words that stay small inside it.
    """
    if not lang.lower().startswith("en"):
        return title
    words = list(_WORD.finditer(title))

    def raised(match: re.Match[str]) -> str:
        word = match[0]
        edge = match.start() in (words[0].start(), words[-1].start())
        opens = edge or bool(_SENTENCE_START.search(title[: match.start()]))
        return word if not word.islower() or (word in slight and not opens) else word[0].upper() + word[1:]

    return _WORD.sub(raised, title)


def uncapitalised_in(title: str, text: str) -> frozenset[str]:
    """The words of a title that stand in a text without a capital, in lower case."""
    words = {match[0].lower() for match in _WORD.finditer(title)}
    return frozenset(word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text))
