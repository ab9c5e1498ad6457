"""From lines to the words of a block: line ends joined, what fonts and links mark as spans, pages' starts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from corpus.document import Inline, Kind
from corpus.expression import expression
from corpus.formats.pdf.hyphens import Hyphens
from corpus.formats.pdf.pieces import RAISED, Line, Piece, Segment
from corpus.sanitiser import clean_line, clean_text

_SPACES: Final = expression(r"[\s\xa0]+")
_SIGN: Final = expression(r"[\d+−=()*†‡§¶,–-]+|[a-z]")
_LOWERED: Final = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_SMALLER: Final = 0.85
_OVER: Final = 0.3


class Place(NamedTuple):
    """A page, by its index and its label."""

    page: int
    label: str


class Placed(NamedTuple):
    """A line, and the page that it stands on."""

    line: Line
    place: Place

    @property
    def at(self) -> tuple[int, float]:
        """Its page and its upper edge."""
        return self.place.page, self.line.y + self.line.size


class Written(NamedTuple):
    """A block as `Draft.add` takes it; `at` are the page and the height of its upper edge."""

    text: str
    kind: Kind
    level: int = 0
    quote: int = 0
    marker: str = ""
    tight: bool = False
    spans: tuple[tuple[int, int, Inline, str], ...] = ()
    pages: tuple[tuple[int, str], ...] = ()
    at: tuple[int, float] = (0, 0.0)


class Setting:
    """Words that are being put together; the styles of a block's own font are no emphasis."""

    def __init__(self, hyphens: Hyphens) -> None:
        self._hyphens = hyphens
        self._pieces: list[str] = []
        self._length = 0
        self._spans: list[tuple[int, int, Inline, str]] = []
        self.pages: list[tuple[int, Place]] = []

    @property
    def text(self) -> str:
        """The words so far."""
        return "".join(self._pieces)

    def lines(self, placed: Sequence[Placed], skipped: int = 0) -> None:
        """Append lines, joined; of the first so many characters are left out."""
        page = None
        before = ""
        mono = False
        for line, on in placed:
            words = line.text
            if before and words:
                coded = mono and line.pieces[0].font.mono
                off, gap = self._hyphens.joint(before, words.lstrip(), mono=coded)
                self._take_off(off)
                if gap:
                    self._add(gap)
            if on != page:
                self.pages.append((self._length, on))
                page = on
            for number, segment in enumerate(line.segments):
                if number and self._pieces and not self._pieces[-1].endswith(" "):
                    self._add(" ")
                base = _base_of(segment, line)
                for piece in segment.pieces:
                    text = _SPACES.sub(" ", piece.text)
                    cut = min(skipped, len(text))
                    skipped -= cut
                    self._piece(piece, base, text[cut:])
            self._strip_end()
            before, mono = words.rstrip(), line.pieces[-1].font.mono

    def _piece(self, piece: Piece, line: Line | Segment, text: str) -> None:
        if not self._length or self._pieces[-1].endswith(" "):
            text = text.lstrip(" ")
        if not text:
            return
        if piece.size <= _SMALLER * line.size and _SIGN.fullmatch(text.strip()):
            text = _shifted(piece, line, text)
        start = self._length
        self._add(text)
        words = text.rstrip(" ")
        if words:
            end = start + len(words)
            font = piece.font
            for inline, marked in (
                (Inline.EMPHASIS, font.italic),
                (Inline.STRONG, font.bold),
                (Inline.CODE, font.mono),
            ):
                if marked:
                    self._mark(start, end, inline, "")
            if piece.target:
                self._mark(start, end, Inline.LINK, clean_line(piece.target))

    def _mark(self, start: int, end: int, inline: Inline, target: str) -> None:
        """Mark words; those right behind others that are marked alike go with them."""
        for at in range(len(self._spans) - 1, max(-1, len(self._spans) - 6), -1):
            first, last, other, where = self._spans[at]
            if other is inline and where == target and start - 1 <= last <= start:
                self._spans[at] = (first, end, inline, target)
                return
        self._spans.append((start, end, inline, target))

    def _add(self, text: str) -> None:
        text = clean_text(text)
        self._pieces.append(text)
        self._length += len(text)

    def _strip_end(self) -> None:
        while self._pieces:
            kept = self._pieces[-1].rstrip(" ")
            self._length -= len(self._pieces[-1]) - len(kept)
            self._pieces[-1] = kept
            if kept:
                return
            self._pieces.pop()

    def _take_off(self, count: int) -> None:
        if count and self._pieces:
            self._pieces[-1] = self._pieces[-1][:-count]
            self._length -= count
            self._spans = [(a, min(b, self._length), inline, target) for a, b, inline, target in self._spans]

    def spans(self, *, plain: tuple[Inline, ...] = ()) -> tuple[tuple[int, int, Inline, str], ...]:
        """What is marked, but what marks all of it, and these."""
        whole = self._length
        kept = []
        for start, end, inline, target in self._spans:
            all_of_it = (
                inline is not Inline.LINK and inline is not Inline.CODE and end - start >= 0.97 * whole
            )
            if start < end and inline not in plain and not all_of_it:
                kept.append((start, end, inline, target))
        return tuple(kept)


def _base_of(segment: Segment, line: Line) -> Line | Segment:
    """What is raised or lowered is so against its line; what stands over a fraction bar is a line itself."""
    is_line = segment.size > _SMALLER * line.size and abs(segment.y - line.y) > _OVER * line.size
    return segment if is_line else line


def _shifted(piece: Piece, line: Line | Segment, text: str) -> str:
    """What is raised or lowered, in the characters that Unicode has for it."""
    by = piece.y - line.y
    if by > 0.15 * line.size:
        return text.translate(RAISED)
    if by < -0.08 * line.size:
        return text.translate(_LOWERED)
    return text


def code_of(placed: Sequence[Placed], leading: float) -> tuple[str, list[tuple[int, Place]]]:
    """The lines of a listing, each letter in its column, and where pages begin in it."""
    lines = [line for line, _ in placed]
    left = min(line.x0 for line in lines)
    width = _letter_width(lines)
    rows: list[str] = []
    pages: list[tuple[int, Place]] = []
    length = 0
    page = None
    before: Line | None = None
    for line, on in placed:
        if before is not None and before.y > line.y and on == page:
            blank = min(3, round((before.y - line.y) / leading) - 1)
            rows += [""] * blank
            length += max(0, blank)
        row = ""
        for segment in line.segments:
            text = clean_text(segment.text.rstrip())
            column = round((segment.x0 - left) / width) + len(text) - len(text.lstrip(" "))
            row = row.ljust(column if not row else max(column, len(row) + 1)) + text.lstrip(" ")
        if on != page:
            pages.append((length, on))
            page = on
        row = row.rstrip().replace("\n", " ")
        rows.append(row)
        length += len(row) + 1
        before = line
    return "\n".join(rows), pages


def _letter_width(lines: Sequence[Line]) -> float:
    widths = sorted(
        (segment.x1 - segment.x0) / len(segment.text.strip())
        for line in lines
        for segment in line.segments
        if len(segment.text.strip()) > 2
    )
    return max(1.0, widths[len(widths) // 2] if widths else lines[0].size * 0.6)
