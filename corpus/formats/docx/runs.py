"""The words inside a paragraph of a Word file: runs, links, fields, notes, pictures, formulas.

Source: ECMA-376 Part 1, §§ 17.3.2, 17.3.3, 17.11, 17.13 and 17.16.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from corpus.document import Inline
from corpus.formats.docx import formulas
from corpus.formats.docx.fields import Fields, is_left_out, target_of
from corpus.formats.docx.notes import NOTES, Notes
from corpus.formats.docx.package import Relation
from corpus.formats.docx.pictures import choice, drawn
from corpus.formats.docx.styles import Style, Styles, faced
from corpus.formats.office.descent import Entered, go_through
from corpus.formats.office.elements import child, is_on, local, value
from corpus.formats.office.faced import Faced, faces
from corpus.formats.office.picturing import MOST_BESIDE, Beside
from corpus.formats.office.raised import set_high, set_low
from corpus.formats.office.symbol_fonts import readable, sign
from corpus.formats.words import Words
from corpus.sanitiser import clean_line

_ENTERED: Final = frozenset(
    ("ins", "moveTo", "smartTag", "customXml", "sdtContent", "dir", "bdo", "rubyBase", "oMathPara", "ruby")
)
_DELETED: Final = frozenset(("del", "moveFrom"))
_DRAWN: Final = frozenset(("drawing", "pict", "object"))
_BREAKS: Final = frozenset(("br", "cr"))
_MOST_BOXES: Final = 1_000
_NAME: Final = 200
_PLAIN: Final = Style()


class Runs:
    """Writes the words of paragraphs, one after the other."""

    def __init__(self, words: Words, styles: Styles, notes: Notes) -> None:
        self._words = words
        self._styles = styles
        self._notes = notes
        self.fields = Fields()
        self.has_changes = self.has_comments = False
        self.beside: list[Beside] = []
        """Pictures that were met, and stand beside the words."""
        self.boxes: list[Element] = []
        """Boxes of text that were met, and are to be read behind the paragraph."""
        self._faced = Faced(words)

    def write(self, paragraph: Element, relations: Mapping[str, Relation], *, verbatim: bool = False) -> None:
        """Write the words of a paragraph; with `verbatim` its white space counts."""
        self._faced.verbatim = verbatim
        go_through(iter(paragraph), lambda one: self._enter(one, relations))
        self._faced.turn()

    def _enter(self, one: Element, relations: Mapping[str, Relation]) -> Entered[Element] | None:
        """Write an element, or tell what in it is to be gone through, and what to do at its end."""
        name = local(one.tag)
        if name == "r":
            self._run(one, relations)
        elif name in _DELETED:
            self.has_changes = True
        elif name == "hyperlink":
            return iter(one), self._linked(_target(one, relations))
        elif name == "fldSimple":
            instruction = value(one, "instr") or ""
            return None if is_left_out(instruction) else (iter(one), self._linked(target_of(instruction)))
        elif name in _ENTERED:
            self.has_changes = self.has_changes or name in ("ins", "moveTo")
            return iter(one), None
        elif name == "sdt":
            return None if is_on(child(child(one, "sdtPr"), "showingPlcHdr")) else (iter(one), None)
        elif name == "oMath":
            self._formula(one)
        elif name == "bookmarkStart":
            place = clean_line((value(one, "name") or "")[:_NAME])
            if place and place != "_GoBack":
                self._words.anchor(place)
        elif name == "AlternateContent":
            return iter(choice(one)), None
        elif name == "commentRangeStart":
            self.has_comments = True
        return None

    def _linked(self, target: str) -> Callable[[], None] | None:
        """Begin a link; what ends it."""
        if not target or self.fields.hidden:
            return None
        self._faced.begin(Inline.LINK, clean_line(target))
        return lambda: self._faced.end(Inline.LINK)

    def _formula(self, element: Element) -> None:
        if not self.fields.hidden:
            self._words.add(formulas.words_of(element))

    # Runs ----------------------------------------------------------------------------------------

    def _run(self, run: Element, relations: Mapping[str, Relation]) -> None:
        style, font = _PLAIN, ""
        for index, one in enumerate(run):
            name = local(one.tag)
            if index == 0 and name == "rPr":
                style, font = self._style(one)
                continue
            if name == "fldChar":
                self._field(value(one, "fldCharType"))
            elif name == "instrText":
                self.fields.instruct(one.text or "")
            elif not self.fields.hidden and not style.hidden:
                self._piece(one, name, style, font, relations)

    def _style(self, properties: Element) -> tuple[Style, str]:
        """How a run looks, and its font, where that is one of signs."""
        named = value(child(properties, "rStyle"))
        style = faced(self._styles.of(named) if named else _PLAIN, properties)
        return style, value(child(properties, "rFonts"), "ascii") or ""

    def _piece(
        self, one: Element, name: str, style: Style, font: str, relations: Mapping[str, Relation]
    ) -> None:
        if name == "t":
            self._text(readable(one.text or "", font), style)
        elif name in ("tab", "ptab"):
            self._text("\t", style)
        elif name in _BREAKS:
            self._words.line_break()
        elif name == "noBreakHyphen":
            self._text("\u2011", style)
        elif name == "sym":
            code = value(one, "char") or ""
            if code and len(code) <= 6 and all(figure in "0123456789abcdefABCDEF" for figure in code):
                self._text(sign(int(code, 16), value(one, "font") or ""), style)
        elif name in NOTES:
            self._note(name, one)
        elif name in _DRAWN:
            self._drawing(one, relations)
        elif name == "AlternateContent":
            for inner in choice(one):
                if local(inner.tag) != name:
                    self._piece(inner, local(inner.tag), style, font, relations)
        elif name == "ruby":
            self._ruby(one, style)
        elif name == "commentReference":
            self.has_comments = True

    def _text(self, text: str, style: Style) -> None:
        if style.high == "superscript":
            text = set_high(text)
        elif style.high == "subscript":
            text = set_low(text)
        self._faced.add(text, faces(bold=style.bold, italic=style.italic, code=style.is_code))

    def _field(self, kind: str | None) -> None:
        self._faced.turn()
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            if target := self.fields.separate():
                self._faced.begin(Inline.LINK, clean_line(target))
        elif kind == "end" and self.fields.end():
            self._faced.end(Inline.LINK)

    def _note(self, kind: str, reference: Element) -> None:
        """The sign of a note, which leads to it."""
        noted = self._notes.refer(kind, reference)
        if noted is not None:
            self._faced.marked(Inline.LINK, f"#{noted.name}", noted.sign)

    def _drawing(self, element: Element, relations: Mapping[str, Relation]) -> None:
        pictures, boxes = drawn(element, relations)
        for picture in pictures:
            if picture.beside and len(self.beside) < MOST_BESIDE:
                self.beside.append(Beside(picture.words, picture.target))
            else:
                self._faced.marked(Inline.PICTURE, picture.target, f"[{picture.words}]")
        self.boxes += boxes[: _MOST_BOXES - len(self.boxes)]

    def _ruby(self, element: Element, style: Style) -> None:
        """Characters with their reading in brackets."""
        for name, around in (("rubyBase", "{}"), ("rt", "({})")):
            part = child(element, name)
            words = "".join(
                one.text or "" for one in (part.iter() if part is not None else ()) if local(one.tag) == "t"
            )
            if words.strip():
                self._text(around.format(words), style)


def _target(element: Element, relations: Mapping[str, Relation]) -> str:
    """Where a link leads: an address, or "#" and the name of a place."""
    relation = relations.get(value(element, "id") or "")
    place = value(element, "anchor")
    address = relation.target if relation is not None and relation.is_outside else ""
    return f"{address}#{place}" if place else address
