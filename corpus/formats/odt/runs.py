"""The words inside a paragraph of an OpenDocument text: runs, links, notes, pictures, fields.

Source: Open Document Format 1.3, Part 3, §§ 6 (paragraph elements), 7 (fields), 10 (drawings), 14.4 (ruby).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias
from xml.etree.ElementTree import Element

from corpus.document import Inline
from corpus.expression import expression
from corpus.formats.odt.opened import Opened
from corpus.formats.odt.styles import Style, Styles
from corpus.formats.office.descent import Entered, go_through
from corpus.formats.office.elements import child, local, value
from corpus.formats.office.faced import Faced, faces
from corpus.formats.office.picturing import MOST_BESIDE, TINY, Beside, described
from corpus.formats.office.raised import note_sign, set_high, set_low
from corpus.formats.office.symbol_fonts import readable
from corpus.formats.words import Words
from corpus.sanitiser import clean_line

_LEFT_OUT: Final = frozenset(
    (
        *("number", "script", "title", "desc", "hidden-text", "tracked-changes", "event-listeners"),
        *("annotation-end", "bookmark-end", "reference-mark-end", "toc-mark", "alphabetical-index-mark"),
    )
)
_CHANGES: Final = frozenset(("change", "change-start", "change-end"))
_PLACES: Final = frozenset(("bookmark", "bookmark-start", "reference-mark", "reference-mark-start"))
_REFERENCES: Final = frozenset(("bookmark-ref", "reference-ref"))
_BESIDE_THE_LINE: Final = ("paragraph", "char", "page")
"""Anchors of pictures that stand beside the words and not among them: no word goes on behind one."""
_MOST_SPACES: Final = 1_000
_LONGEST: Final = 2_000
_NAME: Final = 200
_LENGTH: Final = expression(r"(\d{1,6}(?:\.\d{1,6})?)(cm|mm|in|pt|px)")
_UNITS: Final = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "px": 2.54 / 96}

_Entered: TypeAlias = Entered[str | Element]


class Noted(NamedTuple):
    """A note: its label, the name of its place, and what holds its paragraphs."""

    label: str
    name: str
    body: Element


class Runs:
    """Writes the words of paragraphs, one after the other."""

    def __init__(self, words: Words, styles: Styles, file: Opened) -> None:
        self._words = words
        self._styles = styles
        self._file = file
        self.notes: list[Noted] = []
        self.beside: list[Beside] = []
        """Pictures that were met, and stand beside the words."""
        self.boxes: list[Element] = []
        """Boxes of text that were met, and are to be read behind the paragraph."""
        self.has_changes = self.has_comments = False
        self._style = Style()
        self._faced = Faced(words)

    def write(self, paragraph: Element, *, verbatim: bool = False) -> None:
        """Write the words of a paragraph; with `verbatim` its white space counts."""
        self._faced.verbatim = verbatim
        go_through(_pieces(paragraph), self._enter)
        self._faced.turn()

    def _enter(self, one: str | Element) -> _Entered | None:
        """Write a piece, or tell what in it is to be gone through, and what to do at its end."""
        if isinstance(one, str):
            self._text(one)
            return None
        name = local(one.tag)
        if name == "span":
            return self._span(one)
        if name == "a":
            return self._linked(one, _address(value(one, "href") or ""))
        if name in _REFERENCES:
            return self._linked(one, "#" + clean_line((value(one, "ref-name") or "")[:_NAME]))
        if name == "s":
            count = value(one, "c") or "1"
            self._text(" " * (min(_MOST_SPACES, int(count)) if count.isdecimal() and len(count) < 6 else 1))
        elif name == "tab":
            self._text("\t")
        elif name == "line-break":
            self._words.line_break()
        elif name in _PLACES:
            if place := clean_line((value(one, "name") or "")[:_NAME]):
                self._words.anchor(place)
        elif name == "note":
            self._note(one)
        elif name == "annotation":
            self.has_comments = True
        elif name in _CHANGES:
            self.has_changes = True
        elif name == "frame":
            self._frame(one)
        elif name in ("text-box", "custom-shape"):
            self.boxes.append(one)
        elif name == "ruby-text":
            self._text("(")
            return _pieces(one), lambda: self._text(")")
        elif name not in _LEFT_OUT:
            return _pieces(one), None
        return None

    def _span(self, one: Element) -> _Entered | None:
        before, style = self._style, self._styles.of(value(one, "style-name") or "", "text")
        if style.hidden:
            return None
        self._style = Style(
            bold=before.bold or style.bold,
            italic=before.italic or style.italic,
            high=style.high or before.high,
            is_code=before.is_code or style.is_code,
        )

        def close() -> None:
            self._style = before

        return _pieces(one), close

    def _linked(self, one: Element, target: str) -> _Entered:
        if not target.strip("#"):
            return _pieces(one), None
        self._faced.begin(Inline.LINK, target)
        return _pieces(one), lambda: self._faced.end(Inline.LINK)

    def _text(self, text: str) -> None:
        text = readable(text)
        if self._style.high:
            text = set_high(text) if self._style.high > 0 else set_low(text)
        style = self._style
        self._faced.add(text, faces(bold=style.bold, italic=style.italic, code=style.is_code))

    def _note(self, note: Element) -> None:
        """The sign of a note, which leads to it."""
        citation, body = child(note, "note-citation"), child(note, "note-body")
        if citation is None or body is None:
            return
        label = clean_line((value(citation, "label") or "".join(citation.itertext()))[:20])
        name = f"note-{len(self.notes) + 1}"
        self.notes.append(Noted(label, name, body))
        self._faced.marked(Inline.LINK, f"#{name}", note_sign(label) if label else "[*]")

    def _frame(self, frame: Element) -> None:
        """A picture, a formula, or a box of text."""
        said = child(frame, "desc")
        said = child(frame, "title") if said is None else said
        words = described("".join(said.itertext())) if said is not None else ""
        for one in frame:
            name = local(one.tag)
            if name == "text-box":
                self.boxes.append(one)
                return
            if name == "object" and (formula := self._formula(one)):
                self._text(formula)
                return
            if name == "image":
                if not words and _is_tiny(frame):
                    return
                target = clean_line((value(one, "href") or "")[:_LONGEST]).removeprefix("./")
                is_beside = value(frame, "anchor-type") in _BESIDE_THE_LINE
                if is_beside and len(self.beside) < MOST_BESIDE:
                    self.beside.append(Beside(words or "picture", target))
                else:
                    self._faced.marked(Inline.PICTURE, target, f"[{words or 'picture'}]")
                return

    def _formula(self, held: Element) -> str:
        """The words of a formula that lies elsewhere in the file."""
        return self._file.formula(value(held, "href") or "")


def _is_tiny(frame: Element) -> bool:
    """Whether a picture is so small that it only adorns the line."""
    sides = [_LENGTH.fullmatch(value(frame, side) or "") for side in ("width", "height")]
    return all(side is not None and float(side[1]) * _UNITS[side[2]] < TINY for side in sides)


def _pieces(element: Element) -> Iterator[str | Element]:
    """The words and the elements in an element, in order."""
    if element.text:
        yield element.text
    for one in element:
        yield one
        if one.tail:
            yield one.tail


def _address(href: str) -> str:
    """Where a link leads; that to a heading names it and says what kind of place it is, behind a bar."""
    address = clean_line(href[:_LONGEST])
    return address.partition("|")[0] if address.startswith("#") else address
