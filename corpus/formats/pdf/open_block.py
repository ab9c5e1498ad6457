"""A block that has begun, and whether the next line goes on with it."""

from __future__ import annotations

from typing import Final

from corpus.document import Kind
from corpus.formats.pdf.hyphens import HYPHENS
from corpus.formats.pdf.margins import Margins
from corpus.formats.pdf.markers import Marker
from corpus.formats.pdf.pieces import Line
from corpus.formats.pdf.profile import Profile
from corpus.formats.pdf.setting import Placed

INDENT: Final = 0.7
"""Of the size of the letters: what begins so much further in is indented."""
WIDE: Final = 1.22
"""Of the leading: lines that are farther apart are no lines of one paragraph."""
_ENDS: Final = tuple(".!?…。！？")
_BLANK_LINES: Final = 2.6
_OTHER_SIZE: Final = 0.08


class OpenBlock:
    """A block that may go on."""

    def __init__(
        self,
        kind: Kind,
        first: Placed,
        margins: Margins,
        profile: Profile,
        marker: Marker | None = None,
    ) -> None:
        self.kind, self.margins, self.marker = kind, margins, marker
        self.lines = [first]
        self.left = marker.x if marker else first.line.x0
        self.own_left = first.line.x0
        self.level = self.quote = 0
        self.tight = False
        self._profile = profile

    @property
    def last(self) -> Line:
        """Its last line so far."""
        return self.lines[-1].line

    def goes_on(self, line: Line, following: Line | None, margins: Margins, *, flows: bool) -> bool:
        """Whether a line goes on with it; `flows` from the column or page before.

        `following` is the line after that one, `margins` are those of its page.
        """
        last, size = self.last, line.size
        if self.kind is Kind.CODE:
            near = flows or 0 < last.y - line.y < _BLANK_LINES * self._profile.leading(size)
            return line.mono and near and abs(last.size - size) < 0.5
        if not self._is_alike(line, margins, flows=flows):
            return False
        if flows:
            return self._flows_on(line, margins)
        if not 0.3 * size < last.y - line.y < self._farthest(size) or not self.margins.is_full(last, line):
            return False
        shift = line.x0 - self.left
        if len(self.lines) > 1:
            return abs(line.x0 - last.x0) < INDENT * size
        if self.marker:
            return abs(shift) < 1.5 * size or line.x0 > self.own_left
        return shift <= INDENT * size or not self._profile.indented or self._hangs(line, following)

    def _farthest(self, size: float) -> float:
        return WIDE * self._profile.leading(size) + 0.5

    def _is_alike(self, line: Line, margins: Margins, *, flows: bool) -> bool:
        """Whether the line looks as the last one does."""
        last, size = self.last, line.size
        if line.mono and not last.mono and size < 0.97 * last.size and len(line.text) > 1:
            return False
        if abs(last.size - size) > _OTHER_SIZE * size:
            return False
        # A bold line over others is a term or a heading, unless it is as long as they are.
        over = len(self.lines) == 1 and last.bold and not line.bold
        return not over or (margins.is_full(last, line) and not flows)

    def _hangs(self, line: Line, following: Line | None) -> bool:
        """Whether a second line that is set in hangs from the first; else it begins the next paragraph."""
        last, size = self.last, line.size
        if following is None:
            return line.text[:1].islower()
        near = following.column == line.column and line.y - following.y < self._farthest(size)
        if near:
            return abs(following.x0 - line.x0) < 2 and not last.bold
        outside = abs(following.x0 - last.x0) < 2 and abs(following.size - size) < 0.05 * size
        return outside or line.text[:1].islower()

    def _flows_on(self, line: Line, margins: Margins) -> bool:
        """Whether the first line of a column or a page goes on with what ends the one before."""
        last = self.last
        text, words = last.text, line.text
        if text.endswith(HYPHENS) and words[:1].islower():
            return True
        one = len(self.lines) == 1
        own = (self.left if one and self.marker else last.x0) - self.margins.left(last)
        if one and not self.marker and own > INDENT * line.size:
            own = 0.0
        inset = line.x0 - margins.left(line)
        if abs(inset - own) > INDENT * line.size and abs(line.x0 - last.x0) > INDENT * line.size:
            return False
        if not self.margins.is_full(last, line):
            return False
        if text.endswith(_ENDS):
            return self.margins.is_flush(last)
        return words[:1].islower() or not text.endswith(":")
