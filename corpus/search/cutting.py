"""Where a text may be cut so that it reads well: between words, never in what is seen as one character."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from corpus.expression import expression
from corpus.words import is_unspaced

Span = tuple[int, int]

# Characters of two cells (UAX #11, W and F), those without a script of their own roughly.
_WIDE: Final = expression(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60"
    "\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
# Two of these beside one another are two characters to the reader: Latin, Greek and Cyrillic letters
# with the punctuation of their texts, kana, ideographs, Hangul syllables.
_SIMPLE_PAIR: Final = expression(
    "[\n\t -~\u00a0-\u00a8\u00aa-\u00ac\u00af-\u02ff\u0391-\u03c9\u0400-\u0482\u048a-\u052f"
    "\u2010-\u2027\u2030-\u203b\u20a0-\u20c0\u3000-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff60]{2}"
)
_FAR: Final = 256
"""Characters from which on what is seen as one character may be cut."""
_NEVER_FIRST: Final = frozenset(",.;:!?)]}’”»、。，；：！？）］｝」』》〉】〕…—")
_NEVER_LAST: Final = frozenset("([{‘“«（［｛「『《〈【〔,;:–—、，；：-")


class Stretch:
    """Part of a text, measured in cells: a character of a script without spaces, or a wide one, takes two.

    `more_before` and `more_after` say whether the text goes on there.
    """

    __slots__ = ("_plain", "_wide", "more_after", "more_before", "text")

    def __init__(self, text: str, *, more_before: bool = False, more_after: bool = False) -> None:
        self.text, self.more_before, self.more_after = text, more_before, more_after
        self._plain = text.isascii()
        self._wide = [] if self._plain else [match.start() for match in _WIDE.finditer(text)]

    def cells(self, start: int, end: int) -> int:
        """The cells of [start, end), or more where marks are combined."""
        if not self._wide:
            return end - start
        return end - start + bisect_left(self._wide, end) - bisect_left(self._wide, start)

    def holds(self, start: int, end: int, cells: int) -> bool:
        """Whether [start, end) is all that there is of it, and takes so many cells at the most."""
        if (self.more_before and start == 0) or (self.more_after and end == len(self.text)):
            return False
        return self.cells(start, end) <= cells

    def reach(self, start: int, cells: int) -> int:
        """How far one comes from `start` with so many cells."""
        furthest = min(len(self.text), start + cells)
        if not self._wide:
            return furthest
        return (
            start
            - 1
            + bisect_right(range(start, furthest + 1), cells, key=lambda end: self.cells(start, end))
        )

    def back(self, end: int, cells: int) -> int:
        """How far back one comes from `end` with so many cells."""
        furthest = max(0, end - cells)
        if not self._wide:
            return furthest
        return furthest + bisect_left(
            range(furthest, end + 1), -cells, key=lambda start: -self.cells(start, end)
        )

    def may_part(self, place: int) -> bool:
        """Whether what stands before the place and behind it are two characters to the reader (UAX #29)."""
        if self._plain or not 0 < place < len(self.text):
            return True
        pair = self.text[place - 1 : place + 1]
        if _SIMPLE_PAIR.fullmatch(pair):
            return True
        from wcwidth import iter_graphemes  # 20 ms, and most texts do without

        start = max(0, place - _FAR)
        start = max(start, self.text.rfind(" ", start, place))
        for cluster in iter_graphemes(self.text[start : place + 1]):
            start += len(cluster)
            if start >= place:
                break
        return start == place

    def part_before(self, place: int) -> int:
        """The last place at or before it where two characters part."""
        least = max(0, place - _FAR)
        while place > least and not self.may_part(place):
            place -= 1
        return place

    def part_after(self, place: int) -> int:
        """The first place at or after it where two characters part."""
        most = min(len(self.text), place + _FAR)
        while place < most and not self.may_part(place):
            place += 1
        return place

    def cut_before(self, earliest: int, start: int) -> int:
        """Where to begin, at `earliest` or after it, where a word begins; at `start` at the latest."""
        for parts in (self._begins_word, self._parts_signs):
            for place in range(earliest, start + 1):
                if parts(place) and self.may_part(place):
                    return place
        return self.part_after(earliest) if earliest < start else start

    def cut_after(self, end: int, latest: int) -> int:
        """Where to stop, at `latest` or before it, where a word ends; at `end` at the earliest."""
        for parts in (self._ends_word, self._parts_signs):
            for place in range(latest, end - 1, -1):
                if parts(place) and self.may_part(place):
                    return place
        return self.part_before(latest) if latest > end else end

    def _begins_word(self, place: int) -> bool:
        before, after = self.text[place - 1 : place], self.text[place : place + 1]
        if before.isspace() or not before:
            return not after.isspace() and after not in _NEVER_FIRST
        return (is_unspaced(before) or is_unspaced(after)) and after not in _NEVER_FIRST

    def _ends_word(self, place: int) -> bool:
        before, after = self.text[place - 1 : place], self.text[place : place + 1]
        if before.isspace() or before in _NEVER_LAST:
            return False
        if after.isspace() or not after:
            return True
        return (is_unspaced(before) or is_unspaced(after)) and after not in _NEVER_FIRST

    def _parts_signs(self, place: int) -> bool:
        """Whether a run of letters and digits begins or ends here."""
        pair = self.text[place - 1 : place + 1]
        return not pair.isalnum() and not pair[:1].isspace() and not pair[1:].isspace()
