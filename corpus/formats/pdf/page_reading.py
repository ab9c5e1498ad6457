"""One page of a PDF, read from PDFium: what each operator draws is a piece."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, Final, NamedTuple

from corpus.formats.pdf import pdfium
from corpus.formats.pdf.pieces import RAISED, Font, Page, Piece
from corpus.formats.pdf.strings import said_in_bytes

_MOST_CHARACTERS: Final = 400_000
"""Of one page: what has more is no page that anybody reads."""
LIGATURES: Final = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xA0: " ", 0x02: "-", 0xFFFE: "-", 0xFFFF: "",
    **dict.fromkeys((0x01, *range(0x03, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20)), "\ufffd"),
}  # fmt: skip
"""Ligatures as letters, bullets of fonts of symbols, what PDFium writes for a hyphen and for no character."""


_FARTHEST: Final = 1e5
"""In points, all coordinates together: what is farther away (or no number at all) stands on no page."""


_MONO: Final = 0.615
"""How wide, of their size, letters are at the most whose font has one width for all."""
_LONGEST_ROW: Final = 400


class LinkBox(NamedTuple):
    """Where a link lies on its page, and where it leads: "#page=3,700" (page from 1, height), "https:…"."""

    left: float
    bottom: float
    right: float
    top: float
    target: str


class PageReading:
    """Reads one page."""

    def __init__(self, page: Any, words: Any, number: int, links: Sequence[LinkBox]) -> None:
        """Take a page and its words, both open, its index, and its links."""
        self._page, self._words, self._links = page, words, links
        self._here = f"#page={number + 1},"
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box, self._matrix = pdfium.Box(), pdfium.Matrix()
        self._fonts: dict[int | None, Font] = {}
        self._turned: Counter[int] = Counter()

    def read(self) -> Page:
        """What stands on the page."""
        count = pdfium.FPDFText_CountChars(self._words)
        width, height = pdfium.FPDF_GetPageWidthF(self._page), pdfium.FPDF_GetPageHeightF(self._page)
        pictures = not count and self._has_pictures()
        if count > _MOST_CHARACTERS:
            return Page([], 0, 0)
        if count <= 0:
            return Page([], width, height, pictures=pictures)
        text = self._text(count)
        runs = [(self._piece(text, first, last), first) for first, last in self._runs(count, text)]
        turn = self._turned.most_common(1)[0][0] if self._turned else 0
        runs = [run for run in runs if abs(run[0][0].x0) + abs(run[0][0].x1) + abs(run[0][0].y) < _FARTHEST]
        pieces: list[Piece] = []
        aside: list[str] = []
        drawn: set[tuple[str, float, float]] = set()
        lasts: dict[str, Piece] = {}
        for (piece, turned), first in runs:
            place = piece.text, round(piece.x0, 1), round(piece.y, 1)
            last = lasts.get(piece.text)
            lasts[piece.text] = piece
            if place in drawn or (last and last.is_under(piece)):
                continue  # drawn twice, to look bold
            drawn.add(place)
            if turned != turn:
                aside.append(piece.text)
            elif self._links and not turn:
                pieces += self._linked(piece, first)
            else:
                pieces.append(piece)
        return Page(pieces, width, height, " ".join("".join(aside).split()))

    def _text(self, count: int) -> str:
        """One character for each that PDFium counts."""
        buffer = ctypes.create_string_buffer(4 * count + 4)
        written = pdfium.FPDFText_GetText(
            self._words, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        )
        text = buffer.raw[: 2 * count].decode("utf-16-le", "replace")
        if written == count + 1 and len(text) == count:
            return text
        unicode = pdfium.FPDFText_GetUnicode
        codes = (unicode(self._words, at) for at in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)

    def _runs(self, count: int, text: str) -> Iterator[tuple[int, int]]:
        """Runs of characters on a line that one operator draws, with what PDFium puts after them."""
        words = self._words
        object_at = pdfium.FPDFText_GetTextObject
        first = 0
        while first < count:
            own = object_at(words, first)
            if not own:  # nothing drawn: it stands at the end of what is before it
                first += 1
                continue
            # Halved, not stepped through: asking for each character would take as long as all the rest.
            low, high = first, text.find("\r", first) - 1
            if high < first:
                high = count - 1
            if object_at(words, high) == own:
                low = high
            while low < high - 1:
                middle = (low + high) // 2
                if object_at(words, middle) == own:
                    low = middle
                else:
                    high = middle
            end = low + 1
            while end < count and text[end] in " \r\n" and not object_at(words, end):
                end += 1
            yield first, end
            first = end

    def _piece(self, text: str, first: int, last: int) -> tuple[Piece, int]:
        words = self._words
        pdfium.FPDFText_GetCharOrigin(words, first, self._x, self._y)
        x0, y = self._x.value, self._y.value
        pdfium.FPDFText_GetMatrix(words, first, self._matrix)
        a, b, c, d = self._matrix.a, self._matrix.b, self._matrix.c, self._matrix.d
        scale = (c * c + d * d) ** 0.5 or 1.0
        size = pdfium.FPDFText_GetFontSize(words, first) * scale
        if size < 0:  # it stands on its head in a matrix that does, too
            a, b, size = -a, -b, -size
        size = min(_FARTHEST, size)  # what is no number loses, as it stands second
        own = text[first:last]
        drawn = len(own.rstrip(" \r\n"))
        end = first + max(1, drawn)
        turned = (
            0 if abs(b) <= abs(a) / 2 and a >= 0 else (1 if b > abs(a) / 2 else 3 if b < -abs(a) / 2 else 2)
        )
        if end < last and not turned:
            pdfium.FPDFText_GetCharOrigin(words, end, self._x, self._y)
            x1 = max(x0, self._x.value)
        else:
            pdfium.FPDFText_GetLooseCharBox(words, end - 1, self._box)
            x0, x1, y = self._along(x0, y, turned)
        self._turned[turned] += drawn
        shown = own
        font = self._font(first)
        if font.mono and not turned and " " in own and x1 - x0 > _MONO * size * drawn:
            shown = self._spaced(first, own[:drawn]) + own[drawn:]
        words_of_it = shown.rstrip("\r\n").translate(LIGATURES)
        if shown != shown.rstrip("\r\n") and words_of_it.endswith((" ", "-")):
            words_of_it = words_of_it.rstrip(" ")
        space = own.find(" ", 1, drawn)
        word = self._origin(first + space) - x0 if space > 0 and not turned else x1 - x0
        return Piece(words_of_it, x0, x1, y, size, font, word=word), turned

    def _spaced(self, first: int, text: str) -> str:
        """A text for machines with all of its spaces, of which PDFium gives one for many."""
        origins = [self._origin(first + at) for at in range(len(text))]
        steps = sorted(after - before for before, after in pairwise(origins))
        width = steps[len(steps) // 2] if steps else 0.0
        if width <= 0:
            return text
        row = ""
        for character, x in zip(text, origins, strict=True):
            column = min(round((x - origins[0]) / width), _LONGEST_ROW)
            if character != " ":
                row = row.ljust(column) + character
        return row

    def _along(self, x: float, y: float, turned: int) -> tuple[float, float, float]:
        """Where a run begins and ends and its base line, as if it were not turned by so many quarters."""
        box = self._box
        if turned == 1:
            return y, max(y, box.top), -x
        if turned == 2:
            return -x, max(-x, -box.left), -y
        if turned == 3:
            return -y, max(-y, -box.bottom), x
        return (box.left, x, y) if box.right < x else (x, box.right, y)  # right to left, or not

    def _font(self, at: int) -> Font:
        font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(self._words, at))
        if font not in self._fonts:
            name = said_in_bytes(partial(pdfium.FPDFFont_GetBaseFontName, font)) if font else ""
            flags = pdfium.FPDFFont_GetFlags(font) if font else 0
            self._fonts[font] = Font.of(name, max(0, flags))
        return self._fonts[font]

    def _linked(self, piece: Piece, first: int) -> Iterator[Piece]:
        """The piece, cut where links begin and end in it."""
        middle = piece.y + piece.size * 0.3
        here = sorted(
            link
            for link in self._links
            if link.bottom < middle < link.top and link.left < piece.x1 - 1 and link.right > piece.x0 + 1
        )
        at, count = 0, len(piece.text.rstrip())
        x = piece.x0
        for link in here:
            left, right, target = link.left, link.right, link.target
            start = at if left <= x + 1 else self._index(first, count, left - 0.5, at)
            end = count if right >= piece.x1 - 1 else self._index(first, count, right - 0.5, start)
            if end >= count:
                end = len(piece.text)
            if start > at:
                edge = self._origin(first + start)
                yield piece._replace(text=piece.text[at:start], x0=x, x1=edge, word=min(piece.word, edge - x))
                x = edge
            if end > start:
                edge = piece.x1 if end >= count else self._origin(first + end)
                said = piece.text[start:end]
                if target.startswith(self._here) and float(target[len(self._here) :]) < piece.y:
                    said = _sign(said)
                yield piece._replace(text=said, x0=x, x1=edge, target=target, word=min(piece.word, edge - x))
                x, at = edge, end
        if at < len(piece.text):
            yield piece._replace(text=piece.text[at:], x0=x)

    def _index(self, first: int, count: int, x: float, low: int) -> int:
        """The first character, of so many, that begins at `x` or behind it."""
        high = count
        while low < high:
            middle = (low + high) // 2
            if self._origin(first + middle) < x:
                low = middle + 1
            else:
                high = middle
        return low

    def _origin(self, at: int) -> float:
        pdfium.FPDFText_GetCharOrigin(self._words, at, self._x, self._y)
        return self._x.value

    def _has_pictures(self) -> bool:
        count = min(pdfium.FPDFPage_CountObjects(self._page), 50)
        kinds = {pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(self._page, at)) for at in range(count)}
        return bool(kinds & {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM})


def _sign(text: str) -> str:
    """What leads to the foot of the same page, if it is a number: that of a note, however it is printed."""
    bare = text.strip(" []()")
    return text.replace(bare, bare.translate(RAISED)) if len(bare) < 4 and bare.isdigit() else text
