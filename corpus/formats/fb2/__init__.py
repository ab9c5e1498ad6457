"""FictionBook 2, bare or in a ZIP archive: its bodies, and an outline of the titles of its sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from corpus.document import Document
from corpus.errors import CannotOpen
from corpus.formats.binding import Binding, Point
from corpus.formats.fb2.described import metadata_of
from corpus.formats.fb2.markup import html_of
from corpus.formats.html import Part
from corpus.formats.html.links import PageAddresses
from corpus.formats.xml import BadXML, events, local, mended
from corpus.metadata import Metadata
from corpus.progress import Beginnings
from corpus.sanitiser import clean_line
from corpus.source import SAMPLE, Source

_AT_ONCE: Final = 256 * 1024
_ENOUGH: Final = 32 * 1024
"""Characters of markup that are read together, up to the next section."""
_NOTES: Final = frozenset(("notes", "comments", "footnotes"))
_LONGEST_TITLE: Final = 500


def read(source: Source) -> Iterator[Document]:
    """A book: beginnings of it where they are wanted, and at last all of it. Raises CannotOpen.

    Of a broken file what stands before the fault is read, and `fault` says so.
    """
    pieces = list(_pieces(source))
    book = _Book()
    beginnings = Beginnings(SAMPLE, wanted=not source.at_once)
    try:
        for _ in book.bind(events(pieces, size=sum(map(len, pieces)))):
            if beginnings.due(book.length):
                yield book.document()
        fault = ""
    except BadXML as broken:
        fault = str(broken)
        # What was read of it is the same in what is mended.
        again = _Book()
        try:
            for _ in again.bind(events([mended(b"".join(pieces))])):
                pass
            fault, book = "", again
        except BadXML:
            book = again if again.length > book.length else book
    if not book.length:
        why = f"its XML {fault}" if fault else "there is no text in it"
        raise CannotOpen(f"{source.shown} cannot be read as a FictionBook: {why}.")
    said = f"Of this book a part at the end could not be read: its XML {fault}." if fault else ""
    yield book.document()._replace(fault=said)


def _pieces(source: Source) -> Iterator[bytes]:
    """The bytes of the book, wherever it is."""
    if source.head.startswith(b"PK"):
        from corpus.formats.archive import Archive, BadEntry

        archive = Archive(source)
        name = next((name for name in archive.names if name.lower().endswith(".fb2")), "")
        try:
            yield from archive.chunks(name) if name else ()
        except BadEntry as fault:
            raise CannotOpen(f"{source.shown} cannot be read: {fault}") from fault
        return
    for start in range(0, len(source.data), _AT_ONCE):
        yield source.data[start : start + _AT_ONCE]


class _Book:
    """A book that is being read."""

    def __init__(self) -> None:
        self._binding = Binding()
        self._metadata = Metadata()
        self._contents: list[Point] = []
        self._above: list[Element] = []
        self._markup: list[str] = []
        self._size = 0
        self._notes = False
        self._sign = ""

    @property
    def length(self) -> int:
        """Characters that are read."""
        return self._binding.length

    def document(self) -> Document:
        """The book as far as it is read."""
        return self._binding.document(self._contents, format="fb2")._replace(metadata=self._metadata)

    def bind(self, happened: Iterable[tuple[str, Element]]) -> Iterator[None]:
        """Read a book, as its elements begin and end; it stops wherever more was bound. Raises BadXML."""
        try:
            for kind, element in happened:
                name = local(element.tag)
                if kind == "start":
                    self._begin(name, element)
                    continue
                self._above.pop()
                if name == "section" and self._size > _ENOUGH:
                    self._flush()
                    yield
                parent = local(self._above[-1].tag) if self._above else ""
                if name == "description" and parent == "FictionBook":
                    self._metadata = metadata_of(element)
                elif parent in ("section", "body") and name != "section":
                    self._write(name, element, parent)
                if name == "body":
                    self._flush()
                    yield
                if parent in ("section", "body", "FictionBook"):
                    element.clear()
        finally:
            self._flush()

    def _begin(self, name: str, element: Element) -> None:
        self._above.append(element)
        if name == "body":
            self._notes = element.get("name", "").strip().lower() in _NOTES
        elif name == "section":
            if self._size > _ENOUGH:
                self._flush()
            if named := element.get("id"):
                self._add(html_of(Element("a", id=named)))

    def _write(self, name: str, element: Element, parent: str) -> None:
        """Write a part of a section or of a body."""
        level = sum(local(one.tag) == "section" for one in self._above)
        if name == "title":
            title = clean_line(" ".join(element.itertext()))[:_LONGEST_TITLE]
            if self._notes and parent == "section":
                self._sign = title
                return
            if title and (level or self._notes):
                place = f"section {len(self._contents)}"  # no name in XML has a space
                self._contents.append(Point(title, place, max(1, level)))
                self._add(html_of(Element("a", id=place)))
            self._add(html_of(element, level=max(1, level)))
        elif name == "image":
            self._add(f"<p>{html_of(element)}</p>")
        else:
            if self._sign and name == "p":
                # A note is called by what the text refers to it by.
                element.text = f"{self._sign} {element.text or ''}"
                self._sign = ""
            self._add(html_of(element, level=level + 1 if name == "subtitle" else 0))

    def _add(self, markup: str) -> None:
        self._markup.append(markup)
        self._size += len(markup)

    def _flush(self) -> None:
        if self._markup:
            part = Part(f"<body>{''.join(self._markup)}", _Addresses(), pages=False)
            self._binding.add(part.whole(), noted=self._notes)
        self._markup, self._size = [], 0


class _Addresses(PageAddresses):
    """Where links lead, and pictures lie: those have the names of what holds them."""

    def picture(self, attributes: Mapping[str, str | None]) -> str:
        return clean_line(attributes.get("src") or "").removeprefix("#")
