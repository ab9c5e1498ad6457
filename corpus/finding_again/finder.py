"""Finding the passages of an article again, as it is now: in the order of what is most certain."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from corpus.document import FILLER, Block, Document, Readable
from corpus.finding_again.comparing import Comparison, Stand
from corpus.finding_again.found import Found, State
from corpus.finding_again.judging import AHEAD
from corpus.finding_again.meaning import difference
from corpus.finding_again.windows import AROUND, WHOLE, windows
from corpus.outline.section import Outline
from corpus.passages.passage import Passage
from corpus.passages.selectors import Part, called
from corpus.passages.shown_number import number_at

_BACK: Final = 50
"""Blocks before a place among which a paragraph is looked for."""


class Finder:
    """Finds the passages of an article again: one object for all that were taken from one text of it.

    In order: the place itself, where the article is the very same; where the old text is kept, a comparison
    of the two, in which what maps back to another passage of it is none; else the words with what stood
    around them, and last words like them.
    """

    def __init__(self, document: Readable, before: Document | None = None) -> None:
        """`document` is the article as it is now, `before` the text the passages were taken from, if kept."""
        self.document = document
        self.before = before

    def find(self, part: Part, *, unchanged: bool = False) -> Found:
        """What became of a part; `unchanged` tells that the article is the very one it was taken from.

        Nothing is found that is not certain. Of a large text only what is near, or reads alike, is looked
        at.
        """
        span = part.start, min(part.end, len(self.document.text))
        if unchanged and self._words(span) == part.exact:
            name = _called(self.document, span)
            return Found(State.SAME, span, was=name, now=name)
        stand = self._whole.stand(part) if self._is_small else self._stand_in_large(part)
        was = self._was(part)
        if stand.span is None:
            return Found(State.AMBIGUOUS if stand.others else State.LOST, others=stand.others, was=was)
        now = _called(self.document, stand.span)
        if stand.edited:
            diff = difference(part.exact, self._words(stand.span))
            return Found(State.EDITED, stand.span, diff, was=was, now=now)
        moved = was != now if was or now else self._moved_unnamed(part.start, stand.span[0])
        return Found(State.MOVED if moved else State.SAME, stand.span, was=was, now=now)

    def _moved_unnamed(self, was: int, now: int) -> bool:
        """Whether what has no name, such as a heading, stands behind another paragraph or elsewhere."""
        names = (_last_name(self.before, was), _last_name(self.document, now)) if self.before else ("", "")
        return names[0] != names[1] if any(names) else was != now

    @property
    def _is_small(self) -> bool:
        return max(len(self.document.text), len(self.before.text) if self.before else 0) <= WHOLE

    @cached_property
    def _whole(self) -> Comparison:
        text = self.document.text
        return Comparison(text[0 : len(text)], self.before.text if self.before else None)

    def _stand_in_large(self, part: Part) -> Stand:
        """Where a part stands, of the stretches in which it may."""
        text, old = self.document.text, self.before.text if self.before else None
        low, high = max(0, part.start - AROUND), part.end + AROUND
        stands: list[Stand] = []
        for start, end in windows(text, part, old):
            comparison = Comparison(text[start:end], old[low:high] if old is not None else None, low)
            stand = comparison.stand(part).shifted(start)
            if not (old and stand.edited and stand.span and self._was_another(stand.span, part, old)):
                stands.append(stand)
        best = max(stands, key=lambda stand: stand.weight, default=Stand())
        near = [stand for stand in stands if stand.weight > max(0, best.weight - AHEAD)]
        if len(near) <= 1:
            return best
        spans = {span for stand in near for span in (*stand.others, *([stand.span] if stand.span else []))}
        return best if spans == {best.span} else Stand(None, tuple(sorted(spans)))

    def _was_another(self, span: tuple[int, int], part: Part, old: str) -> bool:
        """Whether the words of a span are those of another passage of the old text."""
        at = old.find(self.document.text[slice(*span)])
        return at >= 0 and not part.start <= at < part.end

    def _words(self, span: tuple[int, int]) -> str:
        return self.document.text[slice(*span)].replace(FILLER, "")

    def _was(self, part: Part) -> str:
        if self.before and self.before.text[part.start : part.end].replace(FILLER, "") == part.exact:
            return _called(self.before, (part.start, part.end))
        return part.called


def _called(document: Readable, span: tuple[int, int]) -> str:
    return called(Passage(document, Outline(()), *span))


def _last_name(document: Readable, offset: int) -> str:
    """What the last paragraph before an offset is called; "" where none is near."""
    block: Block | None = document.block_near(offset)
    for _ in range(_BACK):
        block = document.block_before(block.start) if block else None
        if block and (name := number_at(document, block.start)):
            return name
    return ""


def find_again(
    document: Readable, part: Part, *, before: Document | None = None, unchanged: bool = False
) -> Found:
    """What became of one part: see `Finder`, which is for several of one article."""
    return Finder(document, before).find(part, unchanged=unchanged)
