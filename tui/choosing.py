"""Choosing a passage without a mouse: by sentence, paragraph or word, grown and shrunk. No Textual in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal

from corpus.document import Block, Kind, Readable
from corpus.sentences import sentence_spans
from tui.word_borders import Edge, word_border, words

Step = Literal["sentence", "paragraph"]
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

    @property
    def span(self) -> tuple[int, int]:
        """The offsets [start, end)."""
        return self.start, self.end

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
        for start, end in words(document.text[first:last]):
            if first + start <= offset < first + end:
                return cls(document, first + start, first + end)
        return None

    def beside(self, others: Iterable[Choice], offset: int) -> Choice:
        """Without the words of others: what is left of it from an offset on, and up to the next of them."""
        start, end = self.span
        for other in others:
            if start < other.end <= max(offset, start + 1):
                start = word_border(self.document, other.end - 1, 1, "start") or end
        for other in others:
            if start < other.start < end:
                words_before = self.document.text[start : other.start].rstrip()
                end = start + len(words_before)
        rest = replace(self, start=start, end=end) if start < end else self
        return rest if _has_word(rest) else self

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

    def by_word(self, by: int) -> Choice:
        """With the end that moves a word further on, or (negative) back; never less than one word.

        It stops behind a word, and once more behind the signs that end its sentence, so that they can be
        chosen and left out; the start stops likewise before a word and before the signs that open one.
        """
        edge: Edge = "start" if self.at_start else "end"
        here = self.start if self.at_start else self.end
        borders = [word_border(self.document, here, by, edge)]
        borders += [
            span[0] if self.at_start else span[1] for span in _spans_around(self.document, here, "sentence")
        ]
        if by > 0:
            border = min((b for b in borders if b is not None and b > here), default=here)
        else:
            border = max((b for b in borders if b is not None and b < here), default=here)
        moved = replace(self, start=border) if self.at_start else replace(self, end=border)
        return moved if _has_word(moved) else self

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


def _has_word(choice: Choice) -> bool:
    if choice.start >= choice.end:
        return False
    # A choice may be as long as the article; its first words are enough.
    near = choice.document.text[choice.start : min(choice.end, choice.start + _NEAR)]
    return next(words(near), None) is not None or choice.end - choice.start > _NEAR


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
