"""An OpenDocument file that is open: its text, its styles, its metadata, its formulas.

Source: Open Document Format 1.3, Part 2, §§ 2 to 4; Part 3, § 3.1.2 for the flat form.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Protocol
from xml.etree.ElementTree import Element

from corpus.errors import CannotOpen
from corpus.expression import expression
from corpus.formats import xml
from corpus.formats.archive import BadEntry
from corpus.formats.office.elements import local
from corpus.formats.office.parts import Parts
from corpus.formats.xml import BadXML
from corpus.source import Source

_TEXT: Final = "content.xml"
_LONGEST_FORMULA: Final = 200_000
# The signs that the font of older versions of LibreOffice Math has at places of its own.
_OWN_SIGNS: Final = (
    {0xE083: "+", 0xE084: "&lt;", 0xE085: "&gt;", 0xE086: "⩽", 0xE087: "⩾", 0xE08B: "…", 0xE08C: "→"}
    | {0xE091: "^", 0xE098: "→", 0xE09E: "(", 0xE09F: ")"}
    | {0xE0AC + index: letter for index, letter in enumerate("ΓΔΘΛΞΠΣΥΦΨΩαβγδεζηθικλμνξοπρστυφχψω")}
)
_PREFIX: Final = expression(r"(</?)\w{1,20}:(?=\w)")


class Opened(Protocol):
    """A file that is open."""

    shown: str
    faults: list[str]

    def say(self, sentence: str) -> None:
        """Tell something of the document that is no fault of it."""

    def fault(self) -> str:
        """What could not be read, and what else is to be said."""

    def around(self) -> Iterator[Element]:
        """What lies beside the text: the elements that hold styles and metadata."""

    def text(self) -> Iterator[tuple[str, Element]]:
        """The events of the text."""

    def formula(self, place: str) -> str:
        """The words of the formula in the object at a place; "" for none."""


def opened(source: Source) -> Opened:
    """An OpenDocument file, packed or flat. Raises CannotOpen for what is none, and one with a password."""
    return _Packed(source) if source.head.startswith(b"PK") else _Flat(source)


class _Packed(Parts):
    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self._formulas: dict[str, str] = {}
        if not self.archive.find(_TEXT):
            raise CannotOpen(f"{self.shown} is damaged: the text is missing in it. Get it once more.")
        manifest = self.tree("META-INF/manifest.xml")
        for one in manifest.iter() if manifest is not None else ():
            if local(one.tag) == "encryption-data":
                raise CannotOpen(
                    f"{self.shown} is locked with a password: save it without one, and open that."
                )

    def around(self) -> Iterator[Element]:
        for part in ("styles.xml", "meta.xml"):
            root = self.tree(part)
            # Automatic styles there are those of headers and footers.
            yield from (
                (one for one in root if local(one.tag) in ("styles", "meta")) if root is not None else ()
            )

    def text(self) -> Iterator[tuple[str, Element]]:
        return self.events(_TEXT)

    def formula(self, place: str) -> str:
        name = self.archive.find(f"{place.removeprefix('./').strip('/')}/{_TEXT}")
        # One object may be shown over and over: it is read once.
        if name and name not in self._formulas:
            self._formulas[name] = self._read_formula(name)
        return self._formulas.get(name, "")

    def _read_formula(self, name: str) -> str:
        if self.tree(name) is None:
            return ""
        try:
            data = self.archive.read(name, _LONGEST_FORMULA)
        except BadEntry:
            return ""
        return _words_of(data.decode("utf-8", "replace"))


class _Flat:
    """A file without an archive around it: one element holds everything."""

    def __init__(self, source: Source) -> None:
        self.shown = source.shown
        self.faults: list[str] = []
        self._said: list[str] = []
        self._source = source

    def say(self, sentence: str) -> None:
        if sentence not in self._said:
            self._said.append(sentence)

    def fault(self) -> str:
        return " ".join([*self.faults[:1], *self._said])

    def around(self) -> Iterator[Element]:
        return iter(())  # it comes with the text, and before it

    def text(self) -> Iterator[tuple[str, Element]]:
        try:
            yield from xml.events((self._source.all(),), size=len(self._source.data))
        except BadXML as fault:
            self.faults.append(f"The file {fault}.")

    def formula(self, place: str) -> str:  # noqa: ARG002 # there are no places in it
        return ""


def _words_of(markup: str) -> str:
    """The words of MathML."""
    from selectolax.lexbor import LexborHTMLParser  # few texts have formulas

    from corpus.formats import mathml
    from corpus.formats.depth import refuse_bottomless

    text = _PREFIX.sub(r"\1", markup.translate(_OWN_SIGNS))
    try:
        refuse_bottomless(text)
    except CannotOpen:
        return ""
    math = LexborHTMLParser(text).css_first("math")
    return mathml.words_of(math) if math is not None else ""
