"""AsciiDoc, as its HTML reads: a reader of our own for what articles are made of.

No library in Python that is kept up reads it. `include::` is never followed; conditions hold for the
attributes that the text itself sets. Source: the AsciiDoc language documentation.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.document import Document
from corpus.formats.as_html import document_of, escaped, joined
from corpus.formats.asciidoc.header import AsciiDocHeader
from corpus.formats.asciidoc.signs import (
    ADMONITION,
    ANCHOR,
    BLOCK_ATTRIBUTES,
    BOX,
    BULLET,
    CALLOUT,
    DELIMITER,
    DIRECTIVE,
    HEADING,
    LEVELS,
    MACRO,
    NUMBER,
    RULES,
    TERM,
    TITLE,
)
from corpus.metadata import Metadata
from corpus.sanitiser import clean_text
from corpus.sources import FIELDS
from corpus.stating import stated

_ATTRIBUTES_LONGEST: Final = 4_000


def parse(text: str) -> Document:
    """Make a document of AsciiDoc."""
    reader = _Reader(clean_text(text).split("\n"))
    reader.read()
    return document_of(reader.pieces, reader.metadata(), format="asciidoc", not_read=reader.not_read)


class _Reader(AsciiDocHeader):
    """Goes through the lines once, and writes HTML."""

    def metadata(self) -> Metadata:
        """What its header says."""
        return stated(self._said, FIELDS).metadata

    def read(self) -> None:
        """Read all lines."""
        self._header()
        while self._at < len(self._lines):
            line = self._lines[self._at].rstrip()
            self._at += 1
            self._line(line)
        self._flush()
        self._close_lists()
        self.pieces.extend(close for _, close in reversed(self._blocks))
        for number, words in self._words.notes[:10_000]:
            note = f"<p>[{number}] {self._words.html(words)}</p>"
            self.pieces.append(f'<aside role="doc-footnote" id="_footnotedef_{number}">{note}</aside>')

    def _heading(self, level: int, words: str) -> None:
        self._flush()
        self._head(level, words)

    def _line(self, line: str) -> None:
        if not line.strip():
            self._flush()
        elif line.startswith("//") and not line.startswith("////"):
            if not self._paragraph:  # a comment between two lists parts them
                self._close_lists()
        elif match := DIRECTIVE.fullmatch(line):
            self._directive(match[1], match[2].strip(), match[3])
        elif line == "+" and self._lists:
            self._flush()
            self._going_on = True
        elif match := DELIMITER.fullmatch(line):
            self._delimited(match[1])
        elif self._paragraph:
            self._more(line)
        else:
            self._first(line)

    def _more(self, line: str) -> None:
        """A line behind another of the same paragraph."""
        item = (
            BULLET.fullmatch(line) or NUMBER.fullmatch(line) or CALLOUT.fullmatch(line)
            if self._lists
            else None
        )
        term = (
            TERM.fullmatch(line) if self._lists and self._signs[-1:] and self._signs[-1][0] in ":;" else None
        )
        if item or term or (not self._lists and BLOCK_ATTRIBUTES.fullmatch(line)):
            self._flush()
            self._first(line)
        else:
            self._paragraph.append(line)

    def _first(self, line: str) -> None:
        """A line that begins something."""
        heading = HEADING.fullmatch(line)
        self._at -= 1
        underlined = self._is_underlined() and not self._going_on
        self._at += 1
        if heading and not self._blocks_hide_headings():
            self._heading(len(heading[1]), heading[2].removesuffix(f" {heading[1]}"))
        elif underlined and not self._blocks_hide_headings():
            level = LEVELS[self._lines[self._at][0]]
            self._at += 1
            self._heading(level, line)
        elif self._set(line):
            pass
        elif match := ANCHOR.fullmatch(line):
            self.pieces.append(f'<a id="{escaped(match[1].strip())}"></a>')
        elif match := BLOCK_ATTRIBUTES.fullmatch(line):
            self._attributes = f"{self._attributes},{match[1]}".strip(",")[:_ATTRIBUTES_LONGEST]
            if not self._going_on and self._lists and not self._lines_go_on_list():
                self._close_lists()
        elif match := TITLE.fullmatch(line):
            self._title = match[1]
        elif line.strip() in RULES or line.strip() == "<<<":
            self._close_lists()
            self.pieces.append("<hr>" if line.strip() != "<<<" else "")
        elif match := MACRO.fullmatch(line):
            self._picture(match[1], match[2], match[3])
        elif not self._item(line):
            self._paragraph_begins(line)

    def _blocks_hide_headings(self) -> bool:
        return bool(self._blocks) and self._blocks[-1][0] != "--"

    def _lines_go_on_list(self) -> bool:
        following = self._lines[self._at] if self._at < len(self._lines) else ""
        return bool(BULLET.fullmatch(following) or NUMBER.fullmatch(following))

    def _paragraph_begins(self, line: str) -> None:
        if self._lists and not self._going_on and line[:1] not in " \t":
            self._close_lists()
        if line[:1] in " \t" and not self._lists:
            self._at -= 1
            lines = self._while(lambda one: bool(one.strip()))
            self._verbatim(lines)
        elif match := ADMONITION.fullmatch(line):
            self.pieces.append(f"<fieldset><legend>{match[1].capitalize()}</legend>")
            self._paragraph = [match[2], *self._while(lambda one: bool(one.strip()) and one != "+")]
            self._flush()
            self.pieces.append("</fieldset>")
        elif re.match(r"(?:source|listing|literal)\b", self._attributes):
            self._at -= 1
            self._verbatim(self._while(lambda one: bool(one.strip())))
        else:
            self._caption()
            self._paragraph = [line]
        self._going_on = False

    def _flush(self) -> None:
        lines, self._paragraph = self._paragraph, []
        if not lines:
            return
        attributes, self._attributes = self._attributes, ""
        if attributes.startswith("verse") and not self._blocks:
            self._lines_of_verse(lines)
            return
        broken = any(line.endswith(" +") for line in lines)
        words = self._words.html(
            "\n".join(line.strip() if not line.endswith(" +") else line.lstrip() for line in lines)
            if broken
            else joined(lines)
        )
        if attributes.startswith("quote"):
            self.pieces.append(f"<blockquote><p>{words}</p></blockquote>")
        else:
            self.pieces.append(f"<p>{words}</p>")

    def _item(self, line: str) -> bool:
        """Begin an item, if the line is one."""
        term = TERM.fullmatch(line)
        if match := BULLET.fullmatch(line):
            self._open(match[1], "ul")
            rest = BOX.sub(lambda box: "☐" if box[1] == " " else "☑", match[2], count=1)
            self._paragraph = [rest]
        elif match := NUMBER.fullmatch(line):
            sign = match[1] if match[1][0] == "." else "1" if match[1][0].isdigit() else "a"
            number = match[1][:-1] if match[1][:-1].isdigit() else ""
            self._open(sign, "ol", number=number, style="a" if sign == "a" else "1")
            self._paragraph = [match[2]]
        elif match := CALLOUT.fullmatch(line):
            self._open("<", "ol", number="" if match[1] == "." else match[1])
            self._paragraph = [match[2]]
        elif term and "://" not in term[1]:
            self._open(term[2], "dl", term=self._words.html(term[1]))
            self._paragraph = [term[3]] if term[3] else []
        else:
            return False
        self._attributes = ""
        self._going_on = False
        return True

    def _directive(self, name: str, target: str, inside: str) -> None:
        if name == "include":
            self._flush()
            self.not_read.append(target)
        elif name in ("ifdef", "ifndef") and not inside:
            names = re.split(r"[,+]", target)
            known = any(one.strip().lower() in self._words.attributes for one in names)
            if known is (name == "ifndef"):
                self._skip_condition()
        elif name == "ifeval":
            self._skip_condition()

    def _skip_condition(self) -> None:
        depth = 1
        while self._at < len(self._lines) and depth:
            match = DIRECTIVE.fullmatch(self._lines[self._at].rstrip())
            self._at += 1
            if match and match[1] == "endif":
                depth -= 1
            elif match and (match[1] == "ifeval" or (match[1] in ("ifdef", "ifndef") and not match[3])):
                depth += 1

    def _delimited(self, sign: str) -> None:
        """A line that begins or ends a block."""
        self._flush()
        for at in range(len(self._blocks) - 1, -1, -1):
            if self._blocks[at][0] == sign:
                self._close_lists()
                self.pieces.extend(close for _, close in reversed(self._blocks[at:]))
                del self._blocks[at:]
                return
        if self._lists and not self._going_on:
            self._close_lists()
        self._going_on = False
        attributes, self._attributes = self._attributes, ""
        if sign[0] in "-.`+/|,:!" and sign != "--":
            end = sign if sign[0] != "`" else "```"
            lines = self._while(lambda one: one.rstrip() != end)
            self._at += 1
            self._closed(sign, lines, attributes)
            return
        self._caption()
        self._open_block(sign, attributes)
