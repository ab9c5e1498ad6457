"""Words taken out of a manuscript without its markup, and where each of them stands there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

SignKind = Literal["open", "close", "cite", "call", "literal", "link"]
"""What a sign is.

"open" and "close" are marks that are surely those of a quotation, "cite" is a citation in markup, "call"
the call of a note; in "literal" words (code, formulas) no mark is one of a quotation; "link" words lead
to an address.
"""


class Sign(NamedTuple):
    """What the markup says at offsets [start, end) of the words; it takes no room where the two are equal.

    `value` is the citation as written, the label of the note, or the address; `origin` the offset in the
    manuscript.
    """

    kind: SignKind
    start: int
    end: int
    value: str = ""
    origin: int = 0


class Placed(NamedTuple):
    """A text, and of each run of it, by where it starts, the offset in the manuscript."""

    text: str
    starts: Sequence[int]
    origins: Sequence[int]

    def origin(self, offset: int) -> int:
        """Where the character at an offset stands in the manuscript."""
        if not self.starts:
            return 0
        run = max(0, bisect_right(self.starts, offset) - 1)
        return self.origins[run] + offset - self.starts[run]


class Copy:
    """Copies words from a manuscript, piece by piece."""

    def __init__(self) -> None:
        self.length = 0
        self.signs: list[Sign] = []
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._origins: list[int] = []

    def take(self, text: str, origin: int) -> None:
        """Append words that stand at an offset of the manuscript, or that stand for what does."""
        if not text:
            return
        if not self._starts or self._origins[-1] + self.length - self._starts[-1] != origin:
            self._starts.append(self.length)
            self._origins.append(origin)
        self._pieces.append(text)
        self.length += len(text)

    def take_from(self, source: Placed, start: int, end: int) -> None:
        """Append what stands at [start, end) of a text that was itself copied."""
        while start < end:
            run = bisect_right(source.starts, start)
            until = min(end, source.starts[run]) if run < len(source.starts) else end
            self.take(source.text[start:until], source.origin(start))
            start = until

    def sign(self, kind: SignKind, origin: int, value: str = "", *, since: int | None = None) -> None:
        """Note a sign here, or over the words from `since` (an offset in the copy) to here."""
        self.signs.append(Sign(kind, self.length if since is None else since, self.length, value, origin))

    def mark(self, kind: Literal["open", "close"], origin: int) -> None:
        """Append a quotation mark for one that the markup writes otherwise."""
        start = self.length
        self.take("“" if kind == "open" else "”", origin)
        self.sign(kind, origin, since=start)

    @property
    def ends_paragraph(self) -> bool:
        """Whether a blank line was copied last."""
        return bool(self._pieces) and self._pieces[-1] == "\n\n"

    def placed(self) -> Placed:
        """What was copied."""
        return Placed("".join(self._pieces), self._starts, self._origins)

    def ordered_signs(self) -> tuple[Sign, ...]:
        """The signs in the order of the words."""
        return tuple(sorted(self.signs, key=lambda sign: (sign.start, sign.origin)))


class Lines:
    """The lines of a text, for the place of an offset as an editor counts it."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def spot(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def signs_between(signs: Sequence[Sign], start: int, end: int) -> Sequence[Sign]:
    """The signs that begin at [start, end], both ends included; they must be in the order of the words."""
    first = bisect_left(signs, start, key=lambda sign: sign.start)
    last = bisect_right(signs, end, lo=first, key=lambda sign: sign.start)
    return signs[first:last]
