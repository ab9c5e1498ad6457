"""Two wordings of one text, and where a passage of the old one stands in the new one."""

from __future__ import annotations

import unicodedata
from functools import cached_property
from typing import NamedTuple

from corpus.document import FILLER
from corpus.finding_again import signs
from corpus.finding_again.alignment import Alignment, align
from corpus.finding_again.judging import by_old_text, by_selectors
from corpus.finding_again.meaning import says_otherwise
from corpus.finding_again.placing import Placed
from corpus.finding_again.wording import Wording
from corpus.passages.selectors import CONTEXT, Part
from corpus.words import is_unspaced


class Stand(NamedTuple):
    """Where a passage stands: its span, or None and the spans that it may be, all of them offsets.

    `weight` is what speaks for it, from 0 to 4; `edited` tells that its words have changed.
    """

    span: tuple[int, int] | None = None
    others: tuple[tuple[int, int], ...] = ()
    weight: float = 0.0
    edited: bool = False

    def shifted(self, by: int) -> Stand:
        """The same where the text begins at another offset."""
        return self._replace(
            span=self.span and (self.span[0] + by, self.span[1] + by),
            others=tuple((start + by, end + by) for start, end in self.others),
        )


class Comparison:
    """Compares a text as it is with the one that passages were taken from, or with what these say alone."""

    def __init__(self, new: str, old: str | None = None, base: int = 0) -> None:
        """`old` is the old text or a piece of it that begins at `base`; None if it was not kept."""
        self._old_text, self._base = old, base
        self._new = Wording(new)

    @cached_property
    def _old(self) -> Wording:
        return Wording(self._old_text or "")

    @cached_property
    def _alignment(self) -> Alignment:
        return align(self._old.forms, self._new.forms)

    def stand(self, part: Part) -> Stand:
        """Where a part stands in the new text."""
        old, start = self._taken_from(part)
        end = start + (len(part.exact) if old is not self._old else part.end - part.start)
        first, last = old.between(start, end)
        if first == last:
            spans = tuple(signs.places(self._new.text, part))
            return Stand(spans[0], (), 4) if len(spans) == 1 else Stand(None, spans)
        if old is self._old:
            judged = by_old_text(old, self._new, self._alignment, first, last)
        else:
            judged = by_selectors(old, self._new, first, last, repeated=part.repeated)
        others = tuple(self._span(old, start, end, first, last, placed) for placed in judged.others)
        if judged.placed is None:
            return Stand(None, others, judged.weight)
        span = self._span(old, start, end, first, last, judged.placed)
        edited = judged.placed.likeness < 1 or says_otherwise(part.exact, self._new.text[slice(*span)])
        return Stand(span, (), judged.weight, edited)

    def _taken_from(self, part: Part) -> tuple[Wording, int]:
        """The old text, if the part stands in it, else as much of it as the part knows; the part's offset."""
        start = part.start - self._base
        if self._old_text is not None and start >= 0:
            words = self._old_text[start : part.end - self._base]
            if words.replace(FILLER, "") == part.exact:
                return self._old, start
        before, behind = _whole_words(part.prefix), _whole_words(part.suffix[::-1])[::-1]
        return Wording(before + part.exact + behind), len(before)

    def _span(
        self, old: Wording, start: int, end: int, first: int, last: int, placed: Placed
    ) -> tuple[int, int]:
        """The offsets of a place, with the signs at the edges of the old passage as far as they are there."""
        new = self._new
        head = _common_end(old.text[start : old.starts[first]], new.text[: new.starts[placed.first]][-64:])
        tail = _common_beginning(
            old.text[old.ends[last - 1] : end], new.text[new.ends[placed.last - 1] :][:64]
        )
        span = new.starts[placed.first] - head, new.ends[placed.last - 1] + tail
        # A passage may begin or end within a word.
        cut = max(0, start - old.starts[first]) if old.forms[first] == new.forms[placed.first] else 0
        short = max(0, old.ends[last - 1] - end) if old.forms[last - 1] == new.forms[placed.last - 1] else 0
        within = span[0] + cut, span[1] - short
        return within if within[0] < within[1] else span


def _whole_words(prefix: str) -> str:
    """What stands before a passage, without the end of a word that was cut."""
    if len(prefix) < CONTEXT or is_unspaced(prefix[0]):
        return prefix
    return prefix[next((at for at, character in enumerate(prefix) if not character.isalnum()), 0) :]


def _common_end(signs: str, text: str) -> int:
    """How many characters at the end of the text are those at the end of the signs, white space left out."""
    count = 0
    while count < min(len(signs), len(text)) and signs[-1 - count] == text[-1 - count]:
        count += 1
    return len(signs[len(signs) - count :].lstrip())


def _common_beginning(signs: str, text: str) -> int:
    """The same at the beginning; one stop in place of another counts too."""
    count = 0
    while count < min(len(signs), len(text)) and signs[count] == text[count]:
        count += 1
    if not count and signs and text and _is_stop(signs[0]) and _is_stop(text[0]):
        return 1
    return len(signs[:count].rstrip())


def _is_stop(character: str) -> bool:
    return unicodedata.category(character) == "Po"
