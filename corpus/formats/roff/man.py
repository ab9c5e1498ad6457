"""The macros of man(7), and what its pages take from roff itself. Source: groff_man(7)."""

from __future__ import annotations

import re
from typing import Final

from corpus.formats.as_html import escaped
from corpus.formats.roff.blocks import Blocks
from corpus.formats.roff.requests import Line, Requests
from corpus.formats.roff.tables import table_of
from corpus.formats.roff.words import Words, plain

_FACES: Final = {"B": "B", "I": "I", "SB": "B", "SM": "", "R": "R"}
_ALTERNATING: Final = frozenset(("BI", "BR", "IB", "IR", "RB", "RI"))
# DocBook's stylesheets draw what stands before an item into its margin: "\h'-04'\(bu\h'+03'\c".
_DRAWN: Final = re.compile(r"\\h'-\d+'(.{1,40}?)\\h'\+\d+'\\c")


class ManPage:
    """Writes the blocks of a page from its lines.

    Where `tags_are_paragraphs` a program wrote it that has no tagged paragraphs (`.TP`): what stands
    right before an indented part is its tag.
    """

    def __init__(self, requests: Requests, *, tags_are_paragraphs: bool = False) -> None:
        self._tags_are_paragraphs = tags_are_paragraphs
        self.title: list[str] = []
        self._requests = requests
        self._blocks = Blocks(requests.translated)
        self._wanted = ""
        self._target: str | None = None

    def pieces(self) -> list[str]:
        """The page as HTML."""
        for line in self._requests.lines():
            if line.name is None:
                self._text(line.rest)
            else:
                self._macro(line.name, line)
        return self._blocks.pieces()

    def _text(self, text: str) -> None:
        if self._wanted:
            self._given(text, None)
        elif drawn := _DRAWN.fullmatch(text.strip()):
            self._indented([drawn[1].strip()])
        elif not text.strip() and not self._blocks.is_verbatim:
            self._blocks.paragraph()
        else:
            self._blocks.text(text)

    def _given(self, text: str, faces: str | None) -> None:
        """The words that a macro waits for on the line after it."""
        wanted, self._wanted = self._wanted, ""
        if wanted in ("SH", "SS"):
            self._heading(wanted, text)
        elif wanted in ("TP", "TQ"):
            words = Words(self._requests.translated)
            self._faced(words, text, faces)
            self._blocks.item(words.take(), words_of(text, self._requests))
        elif wanted in _FACES:
            self._blocks.text(text, _FACES[wanted])

    def _faced(self, words: Words, text: str, faces: str | None) -> None:
        if faces is None:
            words.add(text)
            return
        for number, argument in enumerate(Line(None, text).arguments()):
            if len(faces) == 1 and number:
                words.add(" ")
            words.add(argument, faces[number % len(faces)])

    def _macro(self, name: str, line: Line) -> None:
        if self._wanted in ("TP", "TQ") and (name in _FACES or name in _ALTERNATING):
            self._given(line.rest, "B" if name == "SB" else "R" if name == "SM" else name)
            return
        if self._wanted and name not in ("PD", "br", "IX", "ft", "nh", "hy", "ne", "ad", "na"):
            self._wanted = ""
        if name in _FACES or name in _ALTERNATING:
            self._in_faces(name, line)
        elif not self._block(name, line) and not self._link(name, line):
            self._request(name, line)

    def _in_faces(self, name: str, line: Line) -> None:
        if name in _FACES and not line.rest.strip():
            self._wanted = name
            return
        faces = "R" if name == "SM" else "B" if name == "SB" else name
        # Faces are written as escapes, so that the line goes the way of any other.
        text = "".join(
            (" " if number and len(faces) == 1 else "") + f"\\f{faces[number % len(faces)]}{argument}\\fR"
            for number, argument in enumerate(line.arguments())
        )
        self._blocks.text(text)

    def _block(self, name: str, line: Line) -> bool:
        blocks = self._blocks
        if name == "TH":
            self.title = [plain(one, {}) for one in line.arguments()]
        elif name in ("SH", "SS"):
            if line.rest.strip():
                self._heading(name, " ".join(line.arguments()))
            else:
                self._wanted = name
        elif name in ("P", "PP", "LP", "HP"):
            blocks.verbatim_ends()
            blocks.words.face("R")
            blocks.list_ends()
        elif name in ("TP", "TQ"):
            blocks.words.face("R")
            self._wanted = name
        elif name == "IP":
            self._indented(line.arguments())
        elif name == "RS":
            if self._tags_are_paragraphs and blocks.words and not blocks.is_verbatim:
                tag = blocks.words.take().strip()
                blocks.item(tag, tag)
            blocks.indent()
        elif name == "RE":
            blocks.outdent()
        elif name in ("EX", "nf"):
            blocks.verbatim()
        elif name in ("EE", "fi"):
            blocks.verbatim_ends()
        elif name == "TS":
            blocks.put(table_of(self._requests.verbatim("TE"), self._requests.translated))
        elif name == "EQ":
            lines = self._requests.verbatim("EN")
            blocks.put(f"<pre>\n{escaped(chr(10).join(plain(one, {}) for one in lines))}</pre>")
        else:
            return False
        return True

    def _heading(self, name: str, words: str) -> None:
        heading = Words(self._requests.translated)
        heading.add(words)
        self._blocks.heading(1 if name == "SH" else 2, heading.take())

    def _indented(self, arguments: list[str]) -> None:
        self._blocks.words.face("R")
        if not arguments or not arguments[0].strip():
            self._blocks.verbatim_ends()
            self._blocks.paragraph()
            return
        tag = Words(self._requests.translated)
        tag.add(arguments[0])
        said = tag.plain()
        if said.strip():
            self._blocks.item(tag.take(), said)
        else:
            self._blocks.paragraph()

    def _link(self, name: str, line: Line) -> bool:
        blocks, arguments = self._blocks, line.arguments()
        if name in ("UR", "MT"):
            target = plain(arguments[0], {}) if arguments else ""
            self._target = f"mailto:{target}" if name == "MT" else target
            blocks.words.space()
            blocks.words.goes_on = True
            blocks.words.open_link(self._target)
        elif name in ("UE", "ME") and self._target is not None:
            blocks.words.close_link()
            self._target = None
            if arguments:
                blocks.words.add(arguments[0])
        elif name == "MR" and len(arguments) > 1:
            blocks.text(f"\\fI{arguments[0]}\\fR({arguments[1]}){''.join(arguments[2:3])}")
        elif name == "SY":
            blocks.paragraph()
            blocks.text(f"\\fB{' '.join(arguments)}\\fR")
        elif name == "OP":
            first, rest = (arguments[0] if arguments else ""), " ".join(arguments[1:])
            blocks.text(f"[\\fB{first}\\fR" + (f" \\fI{rest}\\fR" if rest else "") + "]")
        elif name == "YS":
            blocks.paragraph()
        else:
            return False
        return True

    def _request(self, name: str, line: Line) -> None:
        blocks = self._blocks
        if name == "br" and not blocks.is_verbatim:
            blocks.words.line_break()
        elif name == "sp":
            blocks.paragraph()
        elif name == "ft":
            blocks.words.face(line.rest.strip())
        elif name in ("ce", "ti"):
            blocks.words.line_break()


def words_of(text: str, requests: Requests) -> str:
    """A line's words, without its faces."""
    return plain(text, requests.translated)
