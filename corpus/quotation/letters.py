"""The letters of a text one after the other, with the signs that carry meaning: what quotations are held to.

Words are those of `corpus.words`, folded. Beside them count the signs that change what is said (“$5”, “5 %”,
“−5”, “1/2”, “a < b”), which no search looks for. How words are parted counts as far as it can be seen: a
hyphen may join two (“e-mail”, or a word that was broken at the end of a line), a space parts them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from corpus import words
from corpus.expression import expression

_DASHES: Final = "-‐‑‒–—−"
_ALONE: Final = "$€£¥₹₽₩₪¢￥％%‰‱°℃℉§±<>=+#&×÷≤≥≠≈≡∞√∑∏∫∂∈∉⊂∪∩∀∃→←↔⇒⇔¬"
_SIGN: Final = expression(
    rf"[{_ALONE}]"
    # Between two figures, within a number or a range; before one, as a minus or a decimal point.
    rf"|(?<=\d)[^\S\n]{{0,3}}[{_DASHES}]\s{{0,3}}(?=\d)|(?<=\d)[,.:/⁄·](?=\d)|(?<![\w.])\.(?=\d)|(?<![\w)\]}}])[{_DASHES}](?=\.?\d)"
)
_JOINS: Final = frozenset("-‐‑.[]\u00ad\u200b\u200c\u200d\u2060")
# Where lines were run together, a space stands for the end of the line.
_BROKEN: Final = expression(r"[-‐‑\u00ad]\s+")
_GLUED: Final = (
    r"(?:(?<=[^\W\d_]{5}\.)|(?<=[^\W\d_]{3}[,;:!?”’)])|(?<=[^\W\d_][.,!?][”’\"])"
    r"|(?<=[^\W\d_][)”’\"][.,]))(\d{1,3})(?=[”’»\"]?(?:\s|\Z))"
)
_NOTE: Final = expression(
    r"(?<=[^\W\d_][^\W\d_])[.,;:!?”’\"')]{0,3}(\[\d{1,3}\])(?=[\s.,;:!?”’\"')\[]|\Z)"
    rf"|{_GLUED}|(?<=[^\W\d_]{{5}}[.!?])[ \u00a0](\d{{1,2}})(?=\n\n|\Z|\s+[^\W\d_a-z])"
)
"""What a footnote is called by within a text: “court.[12]”, “court.12” or “court. 12 The”."""
_GLUED_NOTE: Final = expression(_GLUED)


class Letters:
    """A text as words and signs, called units, which lie at offsets [starts, ends) of it."""

    def __init__(self, text: str, *, notes: bool = True) -> None:
        """Take a text apart; without `notes` the numbers behind words that call them are passed over."""
        self.text = text
        self.starts, self.ends, self.forms = columns(text)
        if not notes:
            self._without(_NOTE.finditer(text))
        self.firsts: list[int] = []
        """Where each unit begins among the letters; last, how many letters there are."""
        reached = 0
        for form in self.forms:
            self.firsts.append(reached)
            reached += len(form)
        self.firsts.append(reached)
        self.letters = "".join(self.forms)
        """The units one after the other."""

    def _without(self, notes: Iterator[re.Match[str]]) -> None:
        inside = {offset for match in notes for offset in range(*match.span(match.lastindex or 0))}
        units = zip(self.starts, self.ends, self.forms, strict=True)
        kept = [unit for unit in units if unit[0] not in inside]
        self.starts, self.ends = [unit[0] for unit in kept], [unit[1] for unit in kept]
        self.forms = [unit[2] for unit in kept]

    def __len__(self) -> int:
        """How many units there are."""
        return len(self.forms)

    @cached_property
    def unit_at(self) -> dict[int, int]:
        """For each place among the letters where a unit begins, and for the end, its number."""
        return {first: number for number, first in enumerate(self.firsts)}

    @cached_property
    def parted(self) -> list[int]:
        """The places among the letters where a unit begins that cannot be one word with that before it."""
        return [self.firsts[number] for number in range(1, len(self.forms)) if self.is_parted(number)]

    def is_parted(self, number: int) -> bool:
        """Whether a unit, which is not the first, cannot be one word with that before it."""
        text, end, start = self.text, self.ends[number - 1], self.starts[number]
        if end == start or words.is_unspaced(text[end - 1]) or words.is_unspaced(text[start]):
            return False
        between = text[end:start]
        if text[end - 1] == "\u00ad":
            end -= 1  # at the end of a word it is taken for a part of it
        return not (_JOINS.issuperset(between) or _BROKEN.fullmatch(text, end, start))


def has_notes(text: str) -> bool:
    """Whether there are numbers behind words that call notes."""
    return _NOTE.search(text) is not None


def without_glued_notes(text: str) -> str:
    """The text without the numbers of notes that were raised once, and now follow a stop directly."""
    return _GLUED_NOTE.sub("", text)


def columns(text: str) -> tuple[list[int], list[int], list[str]]:
    """Words and signs of a text: where each starts and ends, and as it folds; as `words.columns`."""
    starts, ends, forms = words.columns(text)
    signs = [(match.span(), match[0]) for match in _SIGN.finditer(text)]
    if not signs:
        return starts, ends, forms
    units: list[tuple[int, int, str]] = []
    number, count = 0, len(forms)
    for (start, end), sign in signs:
        while number < count and starts[number] < start:
            units.append((starts[number], ends[number], forms[number]))
            number += 1
        if units and units[-1][1] > start:
            continue  # the separators of a number are a part of it
        first = start + len(sign) - len(sign.lstrip())
        units.append((first, end - len(sign) + len(sign.rstrip()), _folded(sign.strip())))
    units += zip(starts[number:], ends[number:], forms[number:], strict=True)
    return [unit[0] for unit in units], [unit[1] for unit in units], [unit[2] for unit in units]


def _folded(sign: str) -> str:
    if sign in _DASHES:
        return "-"
    return "/" if sign == "⁄" else unicodedata.normalize("NFKC", sign).lower()
