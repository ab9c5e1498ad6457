"""Blocks of AsciiDoc in which nothing is markup, tables, pictures, and what may stand around other blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from corpus.editing import Value
from corpus.formats.as_html import escaped, joined
from corpus.formats.asciidoc.tables import table_of
from corpus.formats.asciidoc.words import AsciiDocWords
from corpus.formats.list_writing import ListWriting

_DEEPEST: Final = 50


class AsciiDocBlocks:
    """The lines of a text, how far they are read, and the HTML that was made of them."""

    def __init__(self, lines: list[str]) -> None:
        self.pieces: list[str] = []
        self.not_read: list[str] = []
        self._lines = lines
        self._at = 0
        self._words = AsciiDocWords()
        self._lists = ListWriting(self.pieces)
        self._signs: list[str] = []
        self._paragraph: list[str] = []
        # The delimiter and the closing tag of each block that is open.
        self._blocks: list[tuple[str, str]] = []
        self._attributes = self._title = ""
        self._said: dict[str, Value] = {}
        self._going_on = False

    def _id(self) -> str:
        match = re.match(r"[\w-]*#([\w.-]+)|.*\bid=\"?([\w.-]+)", self._attributes)
        return (match[1] or match[2]) if match else ""

    def _while(self, holds: Callable[[str], bool]) -> list[str]:
        first = self._at
        while self._at < len(self._lines) and holds(self._lines[self._at]):
            self._at += 1
        return self._lines[first : self._at]

    def _caption(self) -> None:
        if self._title:
            self.pieces.append(f"<figcaption>{self._words.html(self._title)}</figcaption>")
            self._title = ""

    def _lines_of_verse(self, lines: list[str]) -> None:
        words = "<br>".join(self._words.html(line.strip()) for line in lines)
        self.pieces.append(f"<p>{words}</p>")

    def _open(self, sign: str, kind: str, *, number: str = "", term: str = "", style: str = "1") -> None:
        """Open a list by its sign: one that is open already is that list, another a list in it."""
        if sign in self._signs:
            depth = self._signs.index(sign)
            del self._signs[depth + 1 :]
        else:
            if not self._signs:
                self._caption()
            depth = len(self._signs)
            self._signs.append(sign)
        self._lists.item(min(depth, _DEEPEST), kind, number=number, term=term, style=style)

    def _close_lists(self) -> None:
        self._lists.close()
        self._signs = []

    def _picture(self, kind: str, where: str, inside: str) -> None:
        if self._lists and not self._going_on:
            self._close_lists()
        self._going_on = False
        if kind != "toc":
            alt = inside.split(",")[0].strip().strip('"')
            alt = alt if "=" not in alt else ""
            name = escaped(alt or where.rpartition("/")[2])
            self.pieces.append(f'<figure><img src="{escaped(where)}" alt="{name}">')
            self._caption()
            self.pieces.append("</figure>")
        self._attributes = ""

    def _closed(self, sign: str, lines: list[str], attributes: str) -> None:
        """A block in which nothing is markup, or a table."""
        if sign[1:] == "===":
            self._caption()
            separator = {",": ",", ":": ":", "!": "!"}.get(sign[0], "|")
            self.pieces.append(
                table_of(
                    lines, attributes, separator, lambda cell: self._words.html(joined(cell.split("\n")))
                )
            )
        elif sign[0] in "-.`" or re.match(r"(?:stem|latexmath|asciimath)", attributes):
            self._verbatim(lines)

    def _verbatim(self, lines: list[str]) -> None:
        self._caption()
        self._attributes = ""
        lines = [re.sub(r"[ \t]*<(?:\d{1,3}|\.)>$", _callout, line.expandtabs(8)) for line in lines]
        indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
        code = escaped("\n".join(line[indent:] for line in lines))
        self.pieces.append(f"<pre>\n{code}</pre>")

    def _open_block(self, sign: str, attributes: str) -> None:
        kind = re.match(r"(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\b", attributes)
        if sign[0] == "_" and attributes.startswith("verse"):
            lines = self._while(lambda one: one.rstrip() != sign)
            self._at += 1
            self._lines_of_verse(lines)
            return
        if len(self._blocks) >= _DEEPEST:
            return
        # What is in a block has lists of its own; those around it are closed with the block.
        if kind:
            self.pieces.append(f"<fieldset><legend>{kind[1].capitalize()}</legend>")
            self._blocks.append((sign, "</fieldset>"))
        elif sign[0] == "_" or attributes.startswith("quote"):
            self.pieces.append("<blockquote>")
            self._blocks.append((sign, "</blockquote>"))
        else:
            tag = "aside" if sign[0] == "*" else "div"
            self.pieces.append(f"<{tag}>")
            self._blocks.append((sign, f"</{tag}>"))


def _callout(match: re.Match[str]) -> str:
    return f"  ({match[0].strip(' <>	')})"
