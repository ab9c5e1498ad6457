"""The blocks of an OpenDocument text: paragraphs by their styles and lists, tables, boxes, notes at the end.

Source: Open Document Format 1.3, Part 3, §§ 5 (text), 8 (indexes), 9 (tables).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from corpus.document import Kind
from corpus.errors import CannotOpen
from corpus.formats.odt.headings import Headings, is_contents_line
from corpus.formats.odt.lists import Lists
from corpus.formats.odt.opened import Opened
from corpus.formats.odt.runs import Runs
from corpus.formats.odt.styles import Styles
from corpus.formats.odt.tables import TableRow, is_covered, is_data, rows_of
from corpus.formats.office.described import described
from corpus.formats.office.elements import local, value
from corpus.formats.office.roles import Role
from corpus.formats.office.writing import Writer
from corpus.formats.table_text import Cell
from corpus.metadata import Metadata
from corpus.sanitiser import clean_line

_BLOCKS: Final = frozenset(("p", "h", "table"))
_LISTS: Final = frozenset(("list", "list-item", "list-header"))
_BESIDE: Final = frozenset(("styles", "automatic-styles", "meta"))
_LEFT_OUT: Final = frozenset(
    (
        *("table-of-content", "illustration-index", "table-index", "object-index", "user-index"),
        *("alphabetical-index", "bibliography-source", "tracked-changes", "forms", "sequence-decls"),
        *("annotation", "desc", "title", "master-styles", "font-face-decls", "settings", "scripts"),
    )
)
"""Indexes that a program has made, and what is none of the text."""
_MOST_BOXES: Final = 10_000
_FIELDS: Final = {"title": "title", "initial-creator": "authors", "language": "lang"}


class Body:
    """Reads a file into `writer`, in steps."""

    def __init__(self, file: Opened) -> None:
        self.writer = Writer()
        self._file = file
        self._styles = Styles()
        self._lists = Lists(self._styles)
        self._headings = Headings(self._styles)
        self._runs = Runs(self.writer.words, self._styles, file)
        self._said: dict[str, str] = {}
        self._boxes = 0
        for one in file.around():
            self._beside(one)

    def metadata(self) -> Metadata:
        """What the file says of itself."""
        said = {field: self._said[name] for name, field in _FIELDS.items() if name in self._said}
        if "creator" in self._said:
            said.setdefault("authors", self._said["creator"])
        return described(said, self.writer.title, self._file.shown)

    def steps(self) -> Iterator[None]:
        """Read the text block by block, at last the notes. Raises CannotOpen where nothing can be read."""
        for element in self._whole():
            if local(element.tag) in _BESIDE:
                self._beside(element)
            else:
                self._walk([element])
                yield
        if not self.writer.length and self._file.faults:
            raise CannotOpen(
                f"{self._file.shown} is damaged, and nothing can be read of it: get it once more."
            )
        self._write_notes()

    def _whole(self) -> Iterator[Element]:
        """Paragraphs and tables, styles and metadata, each as it ends; lists are opened and closed around."""
        above: list[Element] = []
        taken: Element | None = None
        is_read = False
        for kind, element in self._file.text():
            name = local(element.tag)
            if kind == "start":
                above.append(element)
                if taken is None:
                    is_read = not self._is_left_out(element, name)
                    if not is_read or name in _BLOCKS or name in _BESIDE:
                        taken = element
                    else:
                        self._open(element, name)
                continue
            above.pop()
            if element is taken:
                taken = None
                if is_read:
                    yield element
            elif taken is None:
                self._close(element, name)
            # What is done with is forgotten; the number of an item is read with its first paragraph.
            if taken is None and above and name != "number":
                above[-1].remove(element)

    def _beside(self, element: Element) -> None:
        """Take styles or metadata."""
        if local(element.tag) != "meta":
            self._styles.take(element)
            return
        for one in element:
            if (one.text or "").strip():
                self._said.setdefault(local(one.tag), one.text or "")

    def _write_notes(self) -> None:
        at = 0
        while at < len(self._runs.notes):  # a note may bring another
            note = self._runs.notes[at]
            at += 1
            self.writer.begin_note(f"{note.label}." if note.label.isalnum() else note.label, note.name)
            self._walk(list(note.body))
        if self._runs.has_changes:
            self._file.say("Changes that were tracked in it are read as accepted.")
        if self._runs.has_comments:
            self._file.say("Comments on it are left out.")

    # Blocks --------------------------------------------------------------------------------------

    def _is_left_out(self, element: Element, name: str) -> bool:
        self._runs.has_changes = self._runs.has_changes or name == "tracked-changes"
        self._runs.has_comments = self._runs.has_comments or name == "annotation"
        return name in _LEFT_OUT or (name == "section" and value(element, "display") == "none")

    def _open(self, element: Element, name: str) -> None:
        if name in _LISTS:
            self._lists.open(element)
        elif name in ("bookmark", "bookmark-start") and (place := value(element, "name")):
            self.writer.words.anchor(clean_line(place[:200]))

    def _close(self, element: Element, name: str) -> None:
        if name in _LISTS:
            self._lists.close(element)

    def _walk(self, elements: list[Element]) -> None:
        """Write what stands in elements; not recursive, for tables and boxes may lie in one another."""
        waiting = [(element, False) for element in reversed(elements)]
        while waiting:
            element, ends = waiting.pop()
            name = local(element.tag)
            if ends:
                self._close(element, name)
                continue
            if self._is_left_out(element, name):
                continue
            inside: list[Element] = []
            if name in ("p", "h"):
                inside = self._paragraph(element, is_heading=name == "h")
            elif name == "table" and is_data(element):
                self.writer.table([self._row(row) for row in rows_of(element)])
            else:
                self._open(element, name)
                waiting.append((element, True))
                inside = list(element)
            waiting.extend((one, False) for one in reversed(inside))

    def _paragraph(self, paragraph: Element, *, is_heading: bool) -> list[Element]:
        """Write a paragraph; the boxes in it, which come behind it."""
        style = self._styles.of(value(paragraph, "style-name") or "")
        is_empty = not len(paragraph) and not (paragraph.text or "").strip()
        level = self._headings.level(paragraph, style, is_heading=is_heading)
        item = self._lists.item(style.list_style, is_empty=is_empty)
        is_code = style.role is Role.CODE and not level and item is None
        quote = int(style.role is Role.QUOTE)
        if not (style.hidden or style.role is Role.CONTENTS or (not level and is_contents_line(paragraph))):
            self._runs.write(paragraph, verbatim=is_code)
        if level:
            if item and not self._lists.are_outline:
                number = item.marker
            else:
                number = self._headings.number(paragraph, level, is_empty=is_empty)
            self.writer.heading(level, number)
        elif style.role is Role.TITLE:
            self.writer.titled()
        elif style.is_line:
            self.writer.rule()
        elif item is not None:
            self.writer.item(item.depth, item.marker, tight=item.begins, quote=quote)
        elif is_code:
            self.writer.code()
        elif style.role in (Role.CAPTION, Role.DEFINED) or is_heading:
            self.writer.item(int(style.role is Role.DEFINED))
        else:
            self.writer.paragraph(Kind.NOTE if style.role is Role.BESIDE else Kind.PARAGRAPH, quote=quote)
        self.writer.pictures(self._runs.beside)
        boxes, self._runs.boxes = self._runs.boxes, []
        self._boxes += len(boxes)
        return boxes if self._boxes <= _MOST_BOXES else []

    def _row(self, row: TableRow) -> list[Cell]:
        return [self._cell(cell)._replace(is_head=row.is_head) for cell in row.cells]

    def _cell(self, cell: Element) -> Cell:
        if is_covered(cell):
            return Cell()
        words = self.writer.words
        for index, paragraph in enumerate(one for one in cell.iter() if local(one.tag) == "p"):
            if index:
                words.part()
            self._runs.write(paragraph)
            self.writer.pictures(self._runs.beside, in_cell=True)
        anchors = words.take_anchors()
        text, marks = words.take()
        return Cell(text.replace("\n", " "), marks, anchors)
