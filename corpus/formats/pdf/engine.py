"""PDFium: a file opened, its pages' pieces, its outline and its labels."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from functools import partial
from types import TracebackType
from typing import Any, Final, NamedTuple

from corpus.errors import CannotOpen
from corpus.formats.pdf import pdfium
from corpus.formats.pdf.bullets import DRAWS, shapes_of, with_bullets
from corpus.formats.pdf.page_reading import LinkBox, PageReading
from corpus.formats.pdf.pdfium import FPDF_ERR_PASSWORD
from corpus.formats.pdf.pieces import Page
from corpus.formats.pdf.strings import said_in_bytes, said_in_utf16

MOST_PAGES: Final = 20_000
_MOST_ENTRIES: Final = 20_000
_MOST_LINKS: Final = 2_000
_DEEPEST: Final = 12


_CATALOG: Final = re.compile(rb"(\d{1,9}) 0 obj\s*<<[^>]{0,400}/Type\s*/Catalog")
_PAGE: Final = re.compile(r"#page=0*([1-9]\d{0,5})(?!\d)", re.ASCII)


class Bookmark(NamedTuple):
    """An entry of the file's outline: level from 1, page from 0, and the height it leads to, if told."""

    title: str
    level: int
    page: int
    y: float | None


def _address(said: str) -> str:
    """An address as it is said; of a fragment alone only the page that it names (RFC 8118, § 3), else ""."""
    if not said.startswith("#"):
        return said
    page = _PAGE.match(said)
    return f"#page={int(page[1])}" if page else ""


_started = False


def _start() -> None:
    """Start the library once, with no fonts but those in the file and its own."""
    global _started
    if not _started:
        nowhere = (ctypes.c_char_p * 1)()
        pdfium.FPDF_InitLibraryWithConfig(pdfium.Configuration(version=2, user_font_paths=nowhere))
        _started = True


def _mended(data: bytes) -> bytes:
    """A file whose end is missing, with one that names its catalog; b"" where that is missing too."""
    found = _CATALOG.search(data)
    # What is cut off in the middle would take the new end for its own.
    whole = data[: data.rfind(b"endobj") + len(b"endobj")]
    return whole + b"\ntrailer<</Root %s 0 R>>\nstartxref\n0\n%%%%EOF\n" % found[1] if found else b""


class Pdf:
    """An opened PDF; used in a `with`."""

    def __init__(self, data: bytes, shown: str) -> None:
        """Open it. Raises CannotOpen where it is locked, or no PDF after all."""
        _start()
        self._data = data
        self._document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if (
            not self._document
            and pdfium.FPDF_GetLastError() != FPDF_ERR_PASSWORD
            and (mended := _mended(data))
        ):
            self._data = mended
            self._document = pdfium.FPDF_LoadMemDocument64(mended, len(mended), None)
        if not self._document:
            if pdfium.FPDF_GetLastError() == FPDF_ERR_PASSWORD:
                raise CannotOpen(f"{shown} is locked with a password: save a copy without it, and open that.")
            raise CannotOpen(f"{shown} is damaged, or no PDF: nothing in it could be read.")
        self._draws_bullets = self.field("Producer").startswith(DRAWS)
        self.count: int = max(0, min(pdfium.FPDF_GetPageCount(self._document), MOST_PAGES))

    def __enter__(self) -> Pdf:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        pdfium.FPDF_CloseDocument(self._document)

    def field(self, name: str) -> str:
        """A field of its information dictionary ("Title"); "" where it has none."""
        tag = name.encode("ascii")
        return said_in_utf16(lambda buffer, size: pdfium.FPDF_GetMetaText(self._document, tag, buffer, size))

    def label(self, page: int) -> str:
        """What the file says is printed on a page as its number; "" where it says nothing."""
        return said_in_utf16(
            lambda buffer, size: pdfium.FPDF_GetPageLabel(self._document, page, buffer, size)
        )

    def bookmarks(self) -> Iterator[Bookmark]:
        """Its outline, in its own order; what leads nowhere in the file is left out."""
        first = pdfium.FPDFBookmark_GetFirstChild(self._document, None)
        waiting = [(first, 1)] if first else []
        seen: set[int] = set()
        while waiting and len(seen) < _MOST_ENTRIES:
            mark, level = waiting.pop()
            if mark in seen:
                continue
            seen.add(mark)
            if following := pdfium.FPDFBookmark_GetNextSibling(self._document, mark):
                waiting.append((following, level))
            if level < _DEEPEST and (child := pdfium.FPDFBookmark_GetFirstChild(self._document, mark)):
                waiting.append((child, level + 1))
            title = said_in_utf16(partial(pdfium.FPDFBookmark_GetTitle, mark))
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
                read = PageReading(page, words, number, list(self.links(page))).read()
                if self._draws_bullets:
                    return read._replace(pieces=with_bullets(read.pieces, shapes_of(page)))
                return read
            finally:
                pdfium.FPDFText_ClosePage(words)
        finally:
            pdfium.FPDF_ClosePage(page)

    def links(self, page: Any) -> Iterator[LinkBox]:
        """The links of an open page, and where each leads ("#page=3", "https:…")."""
        position, link = ctypes.c_int(0), ctypes.c_void_p()
        for _ in range(_MOST_LINKS):
            if not pdfium.FPDFLink_Enumerate(page, position, link):
                return
            box = pdfium.Box()
            if not pdfium.FPDFLink_GetAnnotRect(link, box):
                continue
            if target := self._target(link):
                yield LinkBox(box.left, box.bottom, box.right, box.top, target)

    def _target(self, link: Any) -> str:
        action = pdfium.FPDFLink_GetAction(link)
        destination = pdfium.FPDFLink_GetDest(self._document, link)
        if action and not destination:
            kind = pdfium.FPDFAction_GetType(action)
            if kind == pdfium.PDFACTION_URI:
                return _address(
                    said_in_bytes(
                        lambda buffer, size: pdfium.FPDFAction_GetURIPath(
                            self._document, action, buffer, size
                        )
                    )
                )
            if kind == pdfium.PDFACTION_GOTO:
                destination = pdfium.FPDFAction_GetDest(self._document, action)
        place = self._place(destination)
        if not place:
            return ""
        page, y = place
        return f"#page={page + 1}" if y is None else f"#page={page + 1},{y:.0f}"
