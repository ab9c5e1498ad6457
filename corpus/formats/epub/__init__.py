"""EPUB 2 and 3: the chapters in the order of the spine, and the outline that the book brings with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.document import Document
from corpus.errors import CannotOpen
from corpus.formats.archive import Archive, BadEntry
from corpus.formats.binding import Binding
from corpus.formats.epub.chapters import Chapter, ChapterAddresses
from corpus.formats.epub.described import metadata_of
from corpus.formats.epub.locked import locked_files
from corpus.formats.epub.navigation import Navigation, navigation_of
from corpus.formats.epub.package import Package, package_of
from corpus.formats.paragraph_numbers import with_numbers
from corpus.formats.star_pages import with_star_pages
from corpus.metadata import Metadata
from corpus.progress import Beginnings, tell
from corpus.sanitiser import clean_line, clean_name
from corpus.source import SAMPLE, Source

_NAMED: Final = 3
"""Files that a fault names, at the most."""


def read(source: Source) -> Iterator[Document]:
    """A book: beginnings of it where they are wanted, and at last all of it. Raises CannotOpen.

    What cannot be read is left out, and `fault` says so.
    """
    archive = Archive(source)
    package = package_of(archive)
    book = _Book(archive, package, navigation_of(archive, package))
    beginnings = Beginnings(SAMPLE, wanted=not source.at_once)
    for number in range(len(package.chapters)):
        yield from book.bind(number, beginning=not source.at_once and book.length < SAMPLE)
        tell((number + 1) / len(package.chapters))
        if number + 1 < len(package.chapters) and beginnings.due(book.length):
            yield book.document()
    if not book.length:
        raise CannotOpen(_why_nothing(source.shown, book))
    whole = book.document()
    # What is told by all of a text moves its words: in a book that is shown before it is read they stay.
    yield with_numbers(with_star_pages(whole)) if book.length < SAMPLE else whole


class _Book:
    """A book that is being read."""

    def __init__(self, archive: Archive, package: Package, navigation: Navigation) -> None:
        self._archive, self._navigation = archive, navigation
        self._chapters = sorted(package.chapters, key=lambda chapter: not chapter.linear)
        self._metadata = metadata_of(package.root) if package.root is not None else Metadata()
        self._roles = dict(navigation.roles) | dict(package.roles)
        self._binding = Binding()
        self._unread = {"damaged": [], "missing": [*package.missing]}
        self._locked = locked_files(archive)
        self.locked = [chapter.name for chapter in self._chapters if chapter.name in self._locked]

    @property
    def length(self) -> int:
        """Characters that are read."""
        return self._binding.length

    def bind(self, number: int, *, beginning: bool) -> Iterator[Document]:
        """Read the next chapter; one that cannot be read is noted. Raises CannotOpen for a bad archive.

        Where its `beginning` is wanted and it is long, that is given with what is read before it.
        """
        name, linear, instead = self._chapters[number]
        if name in self._locked:
            return
        try:
            data = self._archive.read(name)
        except BadEntry as fault:
            self._unread.setdefault(fault.why, []).append(name)
            return
        addresses = ChapterAddresses(self._archive, name)
        names = [clean_name(one) for one in (name, instead) if one]
        try:
            role = self._roles.get(name, "")
            chapter = Chapter(data, addresses, role, pages=not self._navigation.pages)
        except CannotOpen:
            self._unread["damaged"].append(name)
            return
        if beginning and linear and (first := chapter.beginning()):
            yield self._document(self._binding.with_part(first, *names))
        document = chapter.whole()
        noted = not (linear and chapter.is_text(document))
        self._binding.add(document, *names, noted=noted)

    def document(self) -> Document:
        """The book as far as it is read."""
        return self._document(self._binding)

    def _document(self, binding: Binding) -> Document:
        document = binding.document(self._navigation.contents, self._navigation.pages, format="epub")
        return document._replace(metadata=self._metadata, fault=self.fault)

    @property
    def fault(self) -> str:
        """A sentence on what could not be read; "" where all was."""
        unread = self._unread | {"locked by the seller": self.locked}
        parts = [f"{_named(names)} ({why})" for why, names in unread.items() if names]
        if self._archive.is_cut:
            parts.append("whatever stood at the end of the file")
        return f"Of this book could not be read: {'; '.join(parts)}." if parts else ""


def _named(names: list[str]) -> str:
    shown = ", ".join(clean_line(name.rpartition("/")[2])[:60] for name in names[:_NAMED])
    return f"{shown} and {len(names) - _NAMED} more" if len(names) > _NAMED else shown


def _why_nothing(shown: str, book: _Book) -> str:
    if book.locked:
        return (
            f"{shown} is locked by its seller (DRM), and only the seller’s own programs open it:"
            " ask for an edition without."
        )
    return f"{shown} holds no words that can be read: {book.fault or 'it has no chapters.'}"
