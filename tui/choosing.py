"""Choosing a passage without a mouse: by sentence or by paragraph, grown and shrunk. No Textual in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from corpus.document import Block, Kind, Readable
from corpus.sentences import sentence_spans
from corpus.words import is_unspaced, tokens

Step = Literal["sentence", "paragraph"]
_JOINED: Final = re.compile(r"[-_'’‐‑&@/.]")
"""What stands inside a word, one at a time: don’t, four-part, file_name, U.S.A, either/or."""
_NEAR: Final = 400
"""Characters on either side within which a word is looked for."""
_FAR = 400
"""Blocks on either side within which a choice can grow at one key."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Words that were chosen: offsets [start, end), and which end moves."""

    document: Readable
    start: int
    end: int
    at_start: bool = False

    @classmethod
    def of(cls, document: Readable, offset: int, step: Step) -> Choice:
        """The sentence or the paragraph that an offset stands in."""
        spans = _spans_around(document, offset, step)
        index = max(0, bisect_right([start for start, _ in spans], offset) - 1)
        return cls(document, *spans[index])

    @classmethod
    def of_word(cls, document: Readable, offset: int) -> Choice | None:
        """The word that an offset stands in; None between words."""
        block = document.block_near(offset)
        first, last = max(block.start, offset - _NEAR), min(block.end, offset + _NEAR)
        for start, end in _words(document.text[first:last]):
            if first + start <= offset < first + end:
                return cls(document, first + start, first + end)
        return None

    def moved(self, step: Step, by: int) -> Choice:
        """With the end that moves a sentence or paragraph further on, or (negative) back."""
        return self.grown(step) if (by > 0) != self.at_start else self.shrunk(step)

    def grown(self, step: Step) -> Choice:
        """With one more sentence or paragraph at the end that moves."""
        if self.at_start:
            starts = [a for a, _ in _spans_around(self.document, self.start, step) if a < self.start]
            return replace(self, start=max(starts, default=self.start))
        ends = [b for _, b in _spans_around(self.document, self.end, step) if b > self.end]
        return replace(self, end=min(ends, default=self.end))

    def shrunk(self, step: Step) -> Choice:
        """With one sentence or paragraph less at the end that moves; never less than one."""
        if self.at_start:
            starts = [
                a for a, _ in _spans_around(self.document, self.start, step) if self.start < a < self.end
            ]
            return replace(self, start=min(starts, default=self.start))
        ends = [b for _, b in _spans_around(self.document, self.end, step) if self.start < b < self.end]
        return replace(self, end=max(ends, default=self.end))

    def shifted(self, by: int) -> Choice:
        """The one sentence after the choice, or before it."""
        spans = _spans_around(self.document, self.start if by < 0 else self.end, "sentence")
        if by < 0:
            before = [span for span in spans if span[1] <= self.start]
            return Choice(self.document, *before[-1]) if before else self
        after = [span for span in spans if span[0] >= self.end]
        return Choice(self.document, *after[0]) if after else self

    def swapped(self) -> Choice:
        """With the other end moving."""
        return replace(self, at_start=not self.at_start)


def _words(text: str) -> Iterator[tuple[int, int]]:
    """The words as a reader sees them; of a script without spaces, all that stands between two signs."""
    start = end = 0
    unspaced = False
    for word in tokens(text):
        here = is_unspaced(text[word.start])
        between = text[end : word.start]
        joined = here == unspaced and (not between or (not here and _JOINED.fullmatch(between)))
        if not joined:
            if start < end:
                yield start, end
            start = word.start
        end, unspaced = max(end, word.end), here
    if start < end:
        yield start, end


def _spans_around(document: Readable, offset: int, step: Step) -> list[tuple[int, int]]:
    """The sentences or blocks near an offset; a rule is none."""
    spans: list[tuple[int, int]] = []
    for block in _blocks_around(document, offset, _FAR if step == "paragraph" else 8):
        if block.kind is Kind.RULE:
            continue
        if step == "paragraph" or block.kind in (Kind.CODE, Kind.TABLE):
            spans.append((block.start, block.end))
        else:
            text = document.text[block.start : block.end]
            spans.extend((block.start + a, block.start + b) for a, b in sentence_spans(text))
    return spans or [(offset, offset)]


def _blocks_around(document: Readable, offset: int, reach: int) -> list[Block]:
    """The block at an offset, and so many on either side, in order."""
    here: Block | None = document.block_near(offset)
    before: list[Block] = []
    block = here
    while block and len(before) < reach and (block := document.block_before(block.start)):
        before.append(block)
    after: list[Block] = []
    while here and len(after) <= reach:
        after.append(here)
        here = document.block_after(here.start)
    return before[::-1] + after
