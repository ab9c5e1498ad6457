"""Capitals of titles, as styles want them, where that can be done without guessing.

Which words of a title are proper names is not known. But the article is: a word of the title that stands
in it without a capital is no name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from corpus.expression import expression

_WORD: Final = expression(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_OPENING: Final = "“‘\"'(¿¡"
_BEFORE_A_SENTENCE: Final = ":?!.—–"
_IN_ADDRESSES: Final = frozenset("./@_\\~")
_SLIGHT: Final = frozenset(
    "a an the and but for nor or so yet as at by in of off on per to up via from if into like near onto over"
    " than with".split()
)
"""Articles, conjunctions and short prepositions: small in headlines, save first and last."""


def _opens(title: str, start: int) -> bool:
    """Whether the word at `start` is the first of a title, or of what stands behind a colon or a stop."""
    at = start
    while at and title[at - 1] in _OPENING:
        at -= 1
    space = at
    while at and title[at - 1].isspace():
        at -= 1
    return not at or (at < space and (title[at - 1] in _BEFORE_A_SENTENCE or title[:at].endswith(" -")))


def sentence_case(title: str, uncapitalised: Collection[str]) -> str:
    """The title with a capital only where a sentence has one.

    `uncapitalised` are the words of it that stand somewhere in the article without a capital, in lower
    case; all others keep theirs, for they may be names.
    """

    def lowered(match: re.Match[str]) -> str:
        word = match[0]
        first = _opens(title, match.start())
        return word if first or word.lower() not in uncapitalised or not word[1:].islower() else word.lower()

    return _WORD.sub(lowered, title)


def doubtful_capitals(title: str, lang: str) -> tuple[str, ...]:
    """The words of an English title in sentence case that have a capital and may be no names.

    A title that has small words of weight was written like a sentence: its capitals are names.
    """
    if lang and not lang.lower().startswith("en"):
        return ()
    words = list(_WORD.finditer(title))
    if any(match[0].islower() and match[0] not in _SLIGHT for match in words):
        return ()
    return tuple(
        match[0]
        for match in words
        if match[0][:1].isupper() and match[0][1:].islower() and not _opens(title, match.start())
    )


def headline_case(
    title: str, lang: str, slight: Collection[str] = _SLIGHT, lowered: Collection[str] = ()
) -> str:
    """The title with a capital at every word of weight; only an English one, the others stay as they are.

    `slight` are the words that stay small inside it, `lowered` those that lose a capital there.
    """
    if not lang.lower().startswith("en"):
        return title
    words = list(_WORD.finditer(title))

    def opens(match: re.Match[str]) -> bool:
        # A year may stand behind the last word, which then is none: "The Trails of 1918".
        last = match.start() == words[-1].start() and not any(map(str.isalnum, title[match.end() :]))
        return last or match.start() == words[0].start() or _opens(title, match.start())

    def raised(match: re.Match[str]) -> str:
        word = match[0]
        if word.islower():
            if _is_of_an_address(title, match):
                return word
            small = word in slight or word in lowered
            return word if small and not opens(match) else word[0].upper() + word[1:]
        loses = word.istitle() and word.lower() in lowered and not opens(match)
        return word.lower() if loses else word

    return _WORD.sub(raised, title)


def _is_of_an_address(title: str, match: re.Match[str]) -> bool:
    """Whether a word is part of a name that machines read: ".xz", "legislation.gov.uk", "bin/true"."""
    before, behind = title[: match.start()][-1:], title[match.end() :][:2]
    return before in _IN_ADDRESSES or (behind[:1] in _IN_ADDRESSES and behind[1:].isalnum())


class Uncapitalised(Collection[str]):
    """The words of a title that stand in a text without a capital, in lower case.

    Each is looked for when it is asked for: most styles ask for none.
    """

    def __init__(self, title: str, text: str) -> None:
        self._title = title
        self._text = text
        self._found: dict[str, bool] = {}

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str) or not word:
            return False
        # The same are asked for by every style that is shown beside another.
        if word not in self._found:
            self._found[word] = word in self._text and self._stands_alone(word)
        return self._found[word]

    def _stands_alone(self, word: str) -> bool:
        # In an address, or in a name with a hyphen, every word may be small: "debian.org", "debian-policy".
        # Of a title's own "Long-Term" the words stand so in the text, too.
        own = self._title.casefold()
        hyphen = "" if f"{word}-" in own or f"-{word}" in own else "-"
        beside = rf"\w@/{hyphen}"
        return re.search(rf"(?<![.{beside}]){re.escape(word)}(?![{beside}]|[.:]\w)", self._text) is not None

    def __iter__(self) -> Iterator[str]:
        words = dict.fromkeys(match[0].lower() for match in _WORD.finditer(self._title))
        return (word for word in words if word in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
