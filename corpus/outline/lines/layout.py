"""How a plain text is laid out: where its blocks begin and end, how far its body is indented."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from corpus.expression import expression

LONGEST: Final = 120
"""No line with more characters than this is a heading, and none is looked at closer."""

BELOW: Final = 12
"""Lines that are looked at from a line on, itself included: what is further down has no say in what it is."""

# Lines longer than this were not wrapped by hand: each is a block of its own.
_UNWRAPPED: Final = 140
_SPACE: Final = " \u00a0"
_CENTRED: Final = 8
_PROSE: Final = 50
"""Characters of a line that is no heading, most likely."""
_SHARE: Final = 12
_SAMPLE: Final = 20_000
_COLUMNS: Final = expression(r"\S(?: {3,}|\t+)\S")
_PAGE_APART: Final = expression(r"\S(?: {2,}|\t+)\d{1,4}$")
_LEADERS: Final = " .…·_"


class Layout:
    """The lines of a text, and what can be told of each from those around it."""

    def __init__(self, lines: Sequence[str], like: Layout | None = None) -> None:
        """Take the lines; where they are a part of a text, `like` is the layout of its beginning."""
        self.lines = lines
        self.body: int
        """How many spaces stand before the lines of the body."""
        self.unwrapped: bool
        """Whether its lines were not wrapped by hand: each is a block then."""
        if like is not None:
            self.unwrapped, self.body = like.unwrapped, like.body
            return
        sample = [line for line in lines[:_SAMPLE] if line and not line.isspace()]
        self.unwrapped = sum(len(line) > _UNWRAPPED for line in sample) * 7 > len(sample)
        # By characters: a short text may have as many headings as lines of its body.
        indents: Counter[int] = Counter()
        prose = 0
        for at, line in enumerate(sample):
            words = len(line.lstrip(_SPACE))
            # The heads and feet of pages are set in columns.
            if "   " not in line[-words:]:
                indents[len(line) - words] += words
                # The first and the last line may be the head and the foot of a manual page.
                prose += words if words == len(line) >= _PROSE and 0 < at < len(sample) - 1 else 0
        common = [indent for indent, count in indents.items() if count * 4 > indents.total()]
        # Where there is more code than prose the prose is the body all the same.
        self.body = 0 if prose * _SHARE > indents.total() else min(common, default=0)

    def blank(self, index: int) -> bool:
        """Whether there is nothing in a line, or no such line."""
        if not 0 <= index < len(self.lines):
            return True
        line = self.lines[index]
        return not line or line.isspace()

    def starts_block(self, index: int) -> bool:
        """Whether a block can begin with this line."""
        return self.unwrapped or self.blank(index - 1)

    def ends_block(self, index: int) -> bool:
        """Whether a block can end with this line."""
        return self.unwrapped or self.blank(index + 1)

    def short(self, index: int, longest: int = LONGEST) -> str:
        """A line without the space around it; empty where there is none or it is too long for a heading."""
        if not 0 <= index < len(self.lines) or len(self.lines[index]) > longest:
            return ""
        return self.lines[index].strip()

    def indent(self, index: int) -> int:
        """How many spaces a line begins with."""
        line = self.lines[index]
        return len(line) - len(line.lstrip(_SPACE))

    def goes_in(self, index: int) -> bool:
        """Whether the next line with words stands further in than this one, or begins with a number."""
        at = self._next(index)
        return not self.blank(at) and (self.indent(at) > self.indent(index) or self.lines[at][0].isdecimal())

    def _next(self, index: int) -> int:
        """The next line with words, among the eight that follow."""
        at = index + 1
        while at < min(len(self.lines), index + 8) and self.blank(at):
            at += 1
        return at

    def is_inset(self, index: int) -> bool:
        """Whether a line stands further in than the body, as items do, and not in the middle."""
        return self.body < self.indent(index) <= self.body + _CENTRED

    def following(self, index: int, length: int = 200, *, asked: int | None = None) -> str:
        """The beginning of the block after the blank lines that follow a line.

        It is read as far as what is `asked` about may see, the line itself where that is None.
        """
        at = self._next(index)
        end = (index if asked is None else asked) + BELOW
        pieces: list[str] = []
        while at < end and not self.blank(at) and sum(map(len, pieces)) < length:
            # Its words, however far it is indented: a line that is not blank has some.
            pieces.append(self.lines[at].lstrip()[:length].rstrip())
            at += 1
            if self.unwrapped:
                break
        return " ".join(pieces)


def is_tabular(line: str) -> bool:
    """Whether a line is a row: cells parted by wide gaps or bars, as in tables and page heads."""
    # The plain test first: nearly no line passes it, and the pattern costs ten times as much.
    return "|" in line or (("   " in line or "\t" in line) and bool(_COLUMNS.search(line)))


def is_contents_entry(line: str) -> bool:
    """Whether a line is an entry of a contents list: it ends in dot leaders or a page number set apart."""
    words = line.rstrip("0123456789ivxlc").rstrip(_LEADERS)
    leaders = line[len(words) :]
    return (
        leaders.count(".") + leaders.count("·") + leaders.count("_") >= 4
        or (line[-1:].isdecimal() and bool(_PAGE_APART.search(line)))
        or "……" in leaders
    )
