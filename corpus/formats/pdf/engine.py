"""PDFium: a file opened, its pages' pieces, its outline and its labels. All that knows its functions."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any, Final, NamedTuple

import pypdfium2_raw as pdfium

from corpus.errors import CannotOpen
from corpus.formats.pdf.pieces import RAISED, Font, Page, Piece

MOST_PAGES: Final = 20_000
_MOST_CHARACTERS: Final = 400_000
"""Of one page: what has more is no page that anybody reads."""
_MOST_ENTRIES: Final = 20_000
_MOST_LINKS: Final = 2_000
_DEEPEST: Final = 12
_LONGEST: Final = 2_000
_PASSWORD: Final = 4
_TEXT_OBJECT_ENDS: Final = "\r\n"
_LIGATURES: Final = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xA0: " ", 0xFFFE: "-", 0xFFFF: "",
}  # fmt: skip
"""Ligatures as letters, bullets of fonts of symbols, and what PDFium writes for a hyphen."""


class Bookmark(NamedTuple):
    """An entry of the file's outline: level from 1, page from 0, and the height it leads to, if told."""

    title: str
    level: int
    page: int
    y: float | None


_started = False


def _start() -> None:
    """Start the library once, with no fonts but those in the file and its own."""
    global _started  # noqa: PLW0603
    if not _started:
        nowhere = (ctypes.POINTER(ctypes.c_char) * 1)()
        config = pdfium.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=nowhere, m_pIsolate=None, m_v8EmbedderSlot=0)
        pdfium.FPDF_InitLibraryWithConfig(config)
        _started = True


class Pdf:
    """An opened PDF; used in a `with`."""

    def __init__(self, data: bytes, shown: str) -> None:
        """Open it. Raises CannotOpen where it is locked, or no PDF after all."""
        _start()
        self._data = data
        self._document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not self._document:
            if pdfium.FPDF_GetLastError() == _PASSWORD:
                raise CannotOpen(f"{shown} is locked with a password: save a copy without it, and open that.")
            raise CannotOpen(f"{shown} is damaged, or no PDF: nothing in it could be read.")
        self.count: int = max(0, min(pdfium.FPDF_GetPageCount(self._document), MOST_PAGES))

    def __enter__(self) -> Pdf:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        pdfium.FPDF_CloseDocument(self._document)

    def field(self, name: str) -> str:
        """A field of its information dictionary ("Title"); "" where it has none."""
        tag = name.encode("ascii")
        return _utf16(lambda buffer, size: pdfium.FPDF_GetMetaText(self._document, tag, buffer, size))

    def label(self, page: int) -> str:
        """What the file says is printed on a page as its number; "" where it says nothing."""
        return _utf16(lambda buffer, size: pdfium.FPDF_GetPageLabel(self._document, page, buffer, size))

    def bookmarks(self) -> Iterator[Bookmark]:
        """Its outline, in its own order; what leads nowhere in the file is left out."""
        first = pdfium.FPDFBookmark_GetFirstChild(self._document, None)
        waiting = [(first, 1)] if first else []
        seen: set[int] = set()
        while waiting and len(seen) < _MOST_ENTRIES:
            mark, level = waiting.pop()
            if (address := _address(mark)) in seen:
                continue
            seen.add(address)
            if following := pdfium.FPDFBookmark_GetNextSibling(self._document, mark):
                waiting.append((following, level))
            if level < _DEEPEST and (child := pdfium.FPDFBookmark_GetFirstChild(self._document, mark)):
                waiting.append((child, level + 1))
            title = _utf16(lambda buffer, size, mark=mark: pdfium.FPDFBookmark_GetTitle(mark, buffer, size))
            place = self._place(pdfium.FPDFBookmark_GetDest(self._document, mark))
            if title.strip() and place:
                yield Bookmark(title, level, *place)

    def _place(self, destination: Any) -> tuple[int, float | None] | None:
        """The page and the height that a destination leads to."""
        page = pdfium.FPDFDest_GetDestPageIndex(self._document, destination) if destination else -1
        if not 0 <= page < self.count:
            return None
        has = [ctypes.c_int() for _ in range(3)]
        at = [ctypes.c_float() for _ in range(3)]
        known = pdfium.FPDFDest_GetLocationInPage(destination, *has, *at)
        return page, (at[1].value if known and has[1].value else None)

    def page(self, number: int) -> Page:
        """What stands on a page (from 0); nothing on one that is damaged."""
        page = pdfium.FPDF_LoadPage(self._document, number)
        if not page:
            return Page([], 0, 0)
        try:
            words = pdfium.FPDFText_LoadPage(page)
            try:
                return _Reader(self, page, words, number).read()
            finally:
                pdfium.FPDFText_ClosePage(words)
        finally:
            pdfium.FPDF_ClosePage(page)

    def links(self, page: Any) -> Iterator[tuple[float, float, float, float, str]]:
        """The links of an open page: left, bottom, right, top, and where each leads ("#page=3", "https:…")."""
        position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        for _ in range(_MOST_LINKS):
            if not pdfium.FPDFLink_Enumerate(page, position, link):
                return
            box = pdfium.FS_RECTF()
            if not pdfium.FPDFLink_GetAnnotRect(link, box):
                continue
            if target := self._target(link):
                yield box.left, box.bottom, box.right, box.top, target

    def _target(self, link: Any) -> str:
        action = pdfium.FPDFLink_GetAction(link)
        destination = pdfium.FPDFLink_GetDest(self._document, link)
        if action and not destination:
            kind = pdfium.FPDFAction_GetType(action)
            if kind == pdfium.PDFACTION_URI:
                return _bytes(lambda buffer, size: pdfium.FPDFAction_GetURIPath(self._document, action, buffer, size))
            if kind == pdfium.PDFACTION_GOTO:
                destination = pdfium.FPDFAction_GetDest(self._document, action)
        place = self._place(destination)
        if not place:
            return ""
        page, y = place
        return f"#page={page + 1}" if y is None else f"#page={page + 1},{y:.0f}"


class _Reader:
    """Reads one page."""

    def __init__(self, pdf: Pdf, page: Any, words: Any, number: int) -> None:
        self._pdf, self._page, self._words = pdf, page, words
        self._here = f"#page={number + 1},"
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._fonts: dict[int, Font] = {}
        self._turned: Counter[int] = Counter()

    def read(self) -> Page:
        count = pdfium.FPDFText_CountChars(self._words)
        width, height = pdfium.FPDF_GetPageWidthF(self._page), pdfium.FPDF_GetPageHeightF(self._page)
        pictures = not count and self._has_pictures()
        if not 0 < count <= _MOST_CHARACTERS:
            return Page([], width, height, pictures=pictures)
        text = self._text(count)
        runs = [(self._piece(text, first, last), first) for first, last in self._runs(count, text)]
        turn = self._turned.most_common(1)[0][0] if self._turned else 0
        links = list(self._pdf.links(self._page))
        pieces: list[Piece] = []
        aside: list[str] = []
        for (piece, turned), first in runs:
            if turned != turn:
                aside.append(piece.text)
            elif links:
                pieces += self._linked(piece, first, links)
            else:
                pieces.append(piece)
        if turn:
            pieces = [_upright(piece, turn) for piece in pieces]
        return Page(pieces, width, height, " ".join("".join(aside).split()))

    def _text(self, count: int) -> str:
        """One character for each that PDFium counts."""
        buffer = (ctypes.c_ushort * (2 * count + 2))()
        written = pdfium.FPDFText_GetText(self._words, 0, count, buffer)
        if written == count + 1 and not any(0xD800 <= unit < 0xE000 for unit in buffer[:count]):
            return "".join(map(chr, buffer[:count]))
        unicode = pdfium.FPDFText_GetUnicode
        codes = (unicode(self._words, at) for at in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)

    def _runs(self, count: int, text: str) -> Iterator[tuple[int, int]]:
        """Runs of characters that one operator draws; what PDFium puts between them goes with the first."""
        words, object_at = self._words, pdfium.FPDFText_GetTextObject
        cast, void = ctypes.cast, ctypes.c_void_p

        def of(at: int) -> int:
            return cast(object_at(words, at), void).value or 0

        first = 0
        while first < count:
            own = of(first)
            if not own:  # nothing drawn: it stands at the end of what is before it
                first += 1
                continue
            # Gallop, then halve: asking for each character would take as long as all the rest.
            step, last = 1, first
            while last + step < count and of(last + step) == own:
                last += step
                step *= 2
            while step > 1:
                step //= 2
                if last + step < count and of(last + step) == own:
                    last += step
            end = last + 1
            while end < count and text[end] in " \r\n" and not of(end):
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
        own = text[first:last]
        drawn = len(own.rstrip(" \r\n"))
        end = first + max(1, drawn)
        turned = 0 if abs(b) <= abs(a) / 2 and a >= 0 else (1 if b > abs(a) / 2 else 3 if b < -abs(a) / 2 else 2)
        if end < last and not turned:
            pdfium.FPDFText_GetCharOrigin(words, end, self._x, self._y)
            x1 = self._x.value
            if x1 < x0:
                x1 = x0
        else:
            pdfium.FPDFText_GetLooseCharBox(words, end - 1, self._box)
            x1 = self._box.right
            if x1 < x0:  # right to left
                x0, x1 = self._box.left, x0
            if turned:
                y = self._box.bottom if turned == 1 else y
        self._turned[turned] += drawn
        words_of_it = own.rstrip("\r\n").translate(_LIGATURES)
        if own != own.rstrip("\r\n") and words_of_it.endswith((" ", "-")):
            words_of_it = words_of_it.rstrip(" ")
        return Piece(words_of_it, x0, x1, y, size, self._font(first)), turned

    def _font(self, at: int) -> Font:
        font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(self._words, at))
        address = _address(font)
        if address not in self._fonts:
            name = _bytes(lambda buffer, size: pdfium.FPDFFont_GetBaseFontName(font, buffer, size)) if font else ""
            flags = pdfium.FPDFFont_GetFlags(font) if font else 0
            self._fonts[address] = Font.of(name, max(0, flags))
        return self._fonts[address]

    def _linked(
        self, piece: Piece, first: int, links: list[tuple[float, float, float, float, str]]
    ) -> Iterator[Piece]:
        """The piece, cut where links begin and end in it."""
        middle = piece.y + piece.size * 0.3
        here = sorted(
            link for link in links if link[1] < middle < link[3] and link[0] < piece.x1 - 1 and link[2] > piece.x0 + 1
        )
        at, count = 0, len(piece.text.rstrip())
        x = piece.x0
        for left, _, right, _, target in here:
            start = at if left <= x + 1 else self._index(first, count, left - 0.5, at)
            end = count if right >= piece.x1 - 1 else self._index(first, count, right - 0.5, start)
            if end >= count:
                end = len(piece.text)
            if start > at:
                edge = self._origin(first + start)
                yield piece._replace(text=piece.text[at:start], x0=x, x1=edge)
                x = edge
            if end > start:
                edge = piece.x1 if end >= count else self._origin(first + end)
                said = piece.text[start:end]
                if target.startswith(self._here) and float(target[len(self._here) :]) < piece.y:
                    said = _sign(said)
                yield piece._replace(text=said, x0=x, x1=edge, target=target)
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


def _upright(piece: Piece, turn: int) -> Piece:
    """A piece of a page whose words are turned by so many quarters, as if they were not."""
    width = piece.x1 - piece.x0
    x, y = {1: (piece.y, -piece.x0), 2: (-piece.x1, -piece.y), 3: (-piece.y, piece.x0)}[turn]
    return piece._replace(x0=x, x1=x + max(width, len(piece.text) * piece.size * 0.45), y=y)


def _address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _utf16(ask: Callable[[Any, int], int]) -> str:
    size = ask(None, 0)
    if not 2 < size <= 4 * _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _bytes(ask: Callable[[Any, int], int]) -> str:
    size = ask(None, 0)
    if not 1 < size <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(buffer, size)
    return buffer.value.decode("utf-8", "replace")
