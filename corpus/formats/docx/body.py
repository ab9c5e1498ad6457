"""The blocks of a Word file: paragraphs by their styles and numbers, tables, boxes, and the notes at the end.

Source: ECMA-376 Part 1, §§ 17.2 (the body), 17.3.1 (paragraphs), 17.4 (tables), 17.5 (parts with a content of
their own), 17.13.5 (changes).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from corpus.document import Kind
from corpus.errors import CannotOpen
from corpus.formats.docx.notes import Notes
from corpus.formats.docx.numbering import Numbering
from corpus.formats.docx.package import Package, Relation
from corpus.formats.docx.paragraphs import Placed, placed
from corpus.formats.docx.runs import Runs
from corpus.formats.docx.styles import Styles
from corpus.formats.docx.tables import is_data, paragraphs_in, rows_of
from corpus.formats.office.elements import child, local, value
from corpus.formats.office.roles import Role
from corpus.formats.office.writing import Writer
from corpus.formats.table_text import Cell
from corpus.formats.words import Words

_BLOCKS: Final = frozenset(("p", "tbl"))
_DELETED: Final = frozenset(("del", "moveFrom"))
_CONTENTS: Final = frozenset(("Table of Contents",))
_MOST_BOXES: Final = 10_000


class Body:
    """Reads a package into `writer`, in steps."""

    def __init__(self, package: Package) -> None:
        self.writer = Writer()
        self._package = package
        self._styles = Styles(package.tree(package.related(package.main, "styles")))
        numbers = package.tree(package.related(package.main, "numbering"))
        self._numbering = Numbering(numbers, self._styles.list_of)
        self._notes = Notes(package)
        self._runs = Runs(self.writer.words, self._styles, self._notes)
        self._boxes = 0
        self._went_on = 0

    def steps(self) -> Iterator[None]:
        """Read the text block by block, at last the notes. Raises CannotOpen where nothing can be read."""
        relations = self._package.relations(self._package.main)
        for block in self._blocks_of_text():
            self._write(block, relations)
            yield
        if not self.writer.length and self._package.faults:
            raise CannotOpen(
                f"{self._package.shown} is damaged, and nothing can be read of it: get it once more."
            )
        for noted, body, related in self._notes.written():
            self.writer.begin_note(f"{noted.label}." if noted.label.isalnum() else noted.label, noted.name)
            for block in body:
                self._write(block, related)
        if self._runs.has_changes:
            self._package.say("Changes that were tracked in it are read as accepted.")
        if self._runs.has_comments:
            self._package.say("Comments on it are left out.")

    def _blocks_of_text(self) -> Iterator[Element]:
        """The paragraphs and tables of the text itself, each as it ends; then it is forgotten."""
        above: list[Element] = []
        within = 0
        left_out: Element | None = None
        for kind, element in self._package.events(self._package.main):
            name = local(element.tag)
            if kind == "start":
                above.append(element)
                within += within > 0 or name in _BLOCKS
                if name in _DELETED and not within and left_out is None:
                    left_out = element
                continue
            above.pop()
            if within:
                within -= 1
                if within or not above:
                    continue
                if left_out is None:
                    yield element
            elif name == "docPartGallery" and value(element) in _CONTENTS:
                left_out = (
                    left_out
                    if left_out is not None
                    else next((one for one in reversed(above) if local(one.tag) == "sdt"), None)
                )
            elif name == "altChunk":
                self._package.say("A part of it in another format is left out.")
            elif element is left_out:
                left_out = None
            if above:
                above[-1].remove(element)  # what is done with is forgotten

    # Blocks --------------------------------------------------------------------------------------

    def _write(self, block: Element, relations: Mapping[str, Relation]) -> None:
        """Write a block, and what stands in it: not recursive, for tables may lie in tables."""
        waiting = [block]
        while waiting:
            one = waiting.pop()
            name = local(one.tag)
            if name == "p":
                self._paragraph(one, relations)
                boxes, self._runs.boxes = self._runs.boxes, []
                self._boxes += len(boxes)
                if self._boxes <= _MOST_BOXES:
                    waiting.extend(reversed(boxes))
            elif name == "tbl" and is_data(one, self._is_passage):
                self.writer.table(self._rows(one, relations))
            elif name in _DELETED:
                self._runs.has_changes = True
            elif name == "sdt" and value(
                child(child(child(one, "sdtPr"), "docPartObj"), "docPartGallery")
            ) in (_CONTENTS):
                continue
            elif name == "tr" and child(child(one, "trPr"), "del") is not None:
                self._runs.has_changes = True
            elif name not in ("pPr", "tblPr", "tcPr", "trPr", "sectPr", "sdtPr"):
                waiting.extend(reversed(one))

    def _paragraph(self, paragraph: Element, relations: Mapping[str, Relation]) -> None:
        here = placed(paragraph, self._styles, self._numbering)
        if here.heading and here.role is not Role.CONTENTS:
            self._runs.fields.give_up()
        if here.role is Role.CONTENTS:
            self._left_out(paragraph, relations)
            return
        is_code = here.role is Role.CODE
        self._runs.write(paragraph, relations, verbatim=is_code)
        if here.is_deleted:
            self._runs.has_changes = True
            return  # its end is deleted: what follows goes on with it
        if not here.goes_on:
            self._end(here)
            self.writer.pictures(self._runs.beside)

    def _end(self, here: Placed) -> None:
        """Write the paragraph that has ended."""
        writer, quote = self.writer, int(here.role is Role.QUOTE)
        if here.role is Role.TITLE:
            writer.titled()
        elif here.heading:
            writer.heading(here.heading, here.marker or "")
        elif here.role is Role.CODE:
            writer.code()
        elif here.marker is not None:
            self._went_on = here.level + 1
            writer.item(here.level + 1, here.marker, tight=here.is_tight, quote=quote)
        elif here.role is Role.CAPTION:
            writer.item(0)
        elif here.role is Role.DEFINED:
            writer.item(1)
        elif here.role is Role.BESIDE:
            writer.paragraph(Kind.NOTE)
        elif here.role is Role.GOES_ON and writer.last is Kind.ITEM and self._went_on:
            writer.item(self._went_on, quote=quote)
        else:
            self._went_on = 0
            writer.paragraph(quote=quote)

    def _left_out(self, paragraph: Element, relations: Mapping[str, Relation]) -> None:
        """Go through the fields of a paragraph that is not read: they may end in it."""
        words = Words()
        aside = Runs(words, self._styles, self._notes)
        aside.fields = self._runs.fields
        aside.write(paragraph, relations)

    # Tables --------------------------------------------------------------------------------------

    def _is_passage(self, paragraph: Element) -> bool:
        """Whether a paragraph in a table tells that this holds no data: a heading, an item, code."""
        here = placed(paragraph, self._styles, None)
        return bool(here.heading) or here.marker is not None or here.role is Role.CODE

    def _rows(self, table: Element, relations: Mapping[str, Relation]) -> list[list[Cell]]:
        rows: list[list[Cell]] = []
        for row in rows_of(table):
            if child(child(row.element, "trPr"), "del") is not None:
                self._runs.has_changes = True
                continue
            cells = [Cell(columns=row.before)] if row.before else []
            cells += [
                self._cell(cell.element, relations, cell.columns, empty=cell.goes_on) for cell in row.cells
            ]
            rows.append([cell._replace(is_head=row.is_head) for cell in cells])
        return rows

    def _cell(self, cell: Element, relations: Mapping[str, Relation], columns: int, *, empty: bool) -> Cell:
        words = self.writer.words
        for index, paragraph in enumerate(paragraphs_in(cell)):
            if index:
                words.part()
            self._runs.write(paragraph, relations)
            self.writer.pictures(self._runs.beside, in_cell=True)
        anchors = words.take_anchors()
        text, marks = words.take()
        return Cell("" if empty else text.replace("\n", " "), [] if empty else marks, anchors, columns)
