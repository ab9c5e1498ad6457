"""The words of a text as places are found by them: folded, with their offsets, and where each stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from corpus import words
from corpus.expression import expression

_BREAK: Final = expression(r"[.!?:;。！？：；…]|[\n\0]")


class Wording:
    """A text, and its words in order: where each starts and ends, and its folded form."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts, self.ends, self.forms = words.columns(text)

    def __len__(self) -> int:
        return len(self.forms)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The words that stand at least in part in [start, end): the first, and the one behind the last."""
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))

    @cached_property
    def postings(self) -> dict[str, list[int]]:
        """The indexes of each word."""
        found: dict[str, list[int]] = {}
        for index, form in enumerate(self.forms):
            found.setdefault(form, []).append(index)
        return found

    def occurrences(self, forms: Sequence[str]) -> Iterator[int]:
        """The indexes at which these words stand in a row."""
        if not forms:
            return
        rarest = min(range(len(forms)), key=lambda at: len(self.postings.get(forms[at], ())))
        wanted = list(forms)
        for index in self.postings.get(forms[rarest], ()):
            start = index - rarest
            if start >= 0 and self.forms[start : start + len(wanted)] == wanted:
                yield start

    def begins_anew(self, index: int) -> bool:
        """Whether a sentence, a clause or a block may begin with this word; also behind the last word."""
        before = self.ends[index - 1] if index else 0
        start = self.starts[index] if index < len(self) else len(self.text)
        return index in (0, len(self)) or _BREAK.search(self.text, before, start) is not None

    def around(self, first: int, last: int) -> tuple[str, str]:
        """What stands between the words [first, last) and their neighbours, on the left and on the right."""
        left = self.text[self.ends[first - 1] if first else 0 : self.starts[first]]
        right = self.text[self.ends[last - 1] : self.starts[last] if last < len(self) else len(self.text)]
        return left, right
