"""What stands in the texts, told by a plain scan that knows nothing of how quotations are checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from corpus import words

_SIGN: Final = re.compile(r"[$€£¥%‰°§±<>=+]|(?<![\w)])[-−](?=\d)")
_REACH: Final = 4_000
"""Characters of folded words within which the parts of a quotation follow one another."""


def folded(text: str) -> str:
    """The folded words of a text, with a space before and after each."""
    return f" {' '.join(words.columns(text)[2])} "


def signed(text: str) -> str:
    """The same with the signs that mean something as words."""
    return folded(_SIGN.sub(lambda sign: f" sign{ord(sign[0])} ", text))


class Truth:
    """The texts as lines in memory."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.lines = [folded(text) for text in texts]
        self._texts: Sequence[str] = list(texts) if not isinstance(texts, Sequence) else texts

    def scan(self, text: str) -> int:
        """How many texts have these words one after the other."""
        needle = folded(text)
        return sum(needle in line for line in self.lines)

    def stands(self, parts: Sequence[str]) -> bool:
        """Whether these parts follow one another in any of the texts, signs and all."""
        needles = [folded(part) for part in parts]
        for line, text in zip(self.lines, self._texts, strict=True):
            if not all(needle in line for needle in needles):
                continue
            if _in_order(line, needles) and _in_order(signed(text), [signed(part) for part in parts]):
                return True
        return False


def _in_order(line: str, needles: Sequence[str]) -> bool:
    begin = line.find(needles[0])
    while begin >= 0:
        at = begin + len(needles[0]) - 1
        for needle in needles[1:]:
            at = line.find(needle, at, at + _REACH)
            if at < 0:
                break
            at += len(needle) - 1
        else:
            return True
        begin = line.find(needles[0], begin + 1)
    return False
