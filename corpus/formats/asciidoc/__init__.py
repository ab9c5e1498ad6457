"""AsciiDoc, as its HTML reads: a reader of our own for what articles are made of.

No library in Python that is kept up reads it. `include::` is never followed; conditions hold for the
attributes that the text itself sets. Source: the AsciiDoc language documentation.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.document import Document
from corpus.editing import Value
from corpus.formats.as_html import document_of, escaped, joined
from corpus.formats.asciidoc.header import read_header, set_attribute
from corpus.formats.asciidoc.lines import Lines
from corpus.formats.asciidoc.references import titles_of
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
from corpus.formats.asciidoc.words import AsciiDocWords
from corpus.formats.asciidoc.writing import AsciiDocWriting
from corpus.progress import tell
from corpus.sanitiser import clean_text
from corpus.sources import FIELDS
from corpus.stating import stated

_ATTRIBUTES_LONGEST: Final = 4_000
_WRITTEN: Final = 0.5
"""How much of the time is over when all lines are written as HTML."""


def parse(text: str) -> Document:
    """Make a document of AsciiDoc."""
    reader, said = _read(clean_text(text))
    metadata = stated(said, FIELDS).metadata
    pieces = reader.writing.pieces
    return document_of(pieces, metadata, format="asciidoc", not_read=reader.not_read, done=_WRITTEN)


def _read(text: str) -> tuple[_Reader, dict[str, Value]]:
    """What has read a text, and what its header says."""
    lines = text.split("\n")
    words = AsciiDocWords(titles_of(lines))
    reader = _Reader(Lines(lines), words, AsciiDocWriting(words))
    return reader, reader.read()


class _Reader:
    """Goes through the lines once, and has written what they are."""

    def __init__(self, lines: Lines, words: AsciiDocWords, writing: AsciiDocWriting) -> None:
        self.writing = writing
        self.not_read: list[str] = []
        self._lines = lines
        self._words = words
        self._paragraph: list[str] = []
        # Whether what comes belongs to the item of a list that is open.
        self._going_on = False

    def read(self) -> dict[str, Value]:
        """Read all lines; what the header says, by field."""
        said = read_header(self._lines, self._words, self.writing)
        while self._lines:
            tell(_WRITTEN * self._lines.share)
            self._line(self._lines.take().rstrip())
        self._flush()
        self.writing.finish()
        return said

    def _heading(self, level: int, words: str) -> None:
        self._flush()
        self.writing.heading(level, words)

    def _line(self, line: str) -> None:
        if not line.strip():
            self._flush()
        elif line.startswith("//") and not line.startswith("////"):
            if not self._paragraph:  # a comment between two lists parts them
                self.writing.close_lists()
        elif match := DIRECTIVE.fullmatch(line):
            self._directive(match[1], match[2].strip(), match[3])
        elif line == "+" and self.writing.in_list:
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
            if self.writing.in_list
            else None
        )
        term = TERM.fullmatch(line) if self.writing.in_terms else None
        if item or term or (not self.writing.in_list and BLOCK_ATTRIBUTES.fullmatch(line)):
            self._flush()
            self._first(line)
        else:
            self._paragraph.append(line)

    def _first(self, line: str) -> None:
        """A line that begins something."""
        heading = HEADING.fullmatch(line)
        underlined = self._lines.is_underlined(self._lines.at - 1) and not self._going_on
        if heading and not self.writing.hides_headings:
            self._heading(len(heading[1]), heading[2].removesuffix(f" {heading[1]}"))
        elif underlined and not self.writing.hides_headings:
            self._heading(LEVELS[self._lines.take()[0]], line)
        elif set_attribute(self._words, line):
            pass
        elif match := ANCHOR.fullmatch(line):
            self.writing.pieces.append(f'<a id="{escaped(match[1].strip())}"></a>')
        elif match := BLOCK_ATTRIBUTES.fullmatch(line):
            self.writing.attributes = f"{self.writing.attributes},{match[1]}".strip(",")[:_ATTRIBUTES_LONGEST]
            if not self._going_on and self.writing.in_list and not self._lines_go_on_list():
                self.writing.close_lists()
        elif match := TITLE.fullmatch(line):
            self.writing.title = match[1]
        elif line.strip() in RULES or line.strip() == "<<<":
            self.writing.close_lists()
            self.writing.pieces.append("<hr>" if line.strip() != "<<<" else "")
        elif match := MACRO.fullmatch(line):
            self._leave_list()
            self.writing.picture(match[1], match[2], match[3])
        elif not self._item(line):
            self._paragraph_begins(line)

    def _lines_go_on_list(self) -> bool:
        following = self._lines.next
        return bool(BULLET.fullmatch(following) or NUMBER.fullmatch(following))

    def _paragraph_begins(self, line: str) -> None:
        if self.writing.in_list and not self._going_on and line[:1] not in " \t":
            self.writing.close_lists()
        if line[:1] in " \t" and not self.writing.in_list:
            self._lines.take_back()
            self.writing.verbatim(self._lines.take_while(_has_words))
        elif match := ADMONITION.fullmatch(line):
            self.writing.pieces.append(f"<fieldset><legend>{match[1].capitalize()}</legend>")
            self._paragraph = [match[2], *self._lines.take_while(lambda one: _has_words(one) and one != "+")]
            self._flush()
            self.writing.pieces.append("</fieldset>")
        elif re.match(r"(?:source|listing|literal)\b", self.writing.attributes):
            self._lines.take_back()
            self.writing.verbatim(self._lines.take_while(_has_words))
        else:
            self.writing.caption()
            self._paragraph = [line]
        self._going_on = False

    def _flush(self) -> None:
        lines, self._paragraph = self._paragraph, []
        if not lines:
            return
        attributes, self.writing.attributes = self.writing.attributes, ""
        if attributes.startswith("verse") and not self.writing.in_block:
            self.writing.verse(lines)
            return
        broken = any(line.endswith(" +") for line in lines)
        words = self._words.html(
            "\n".join(line.strip() if not line.endswith(" +") else line.lstrip() for line in lines)
            if broken
            else joined(lines)
        )
        if attributes.startswith("quote"):
            self.writing.pieces.append(f"<blockquote><p>{words}</p></blockquote>")
        else:
            self.writing.pieces.append(f"<p>{words}</p>")

    def _item(self, line: str) -> bool:
        """Begin an item, if the line is one."""
        term = TERM.fullmatch(line)
        if match := BULLET.fullmatch(line):
            self.writing.open_item(match[1], "ul")
            rest = BOX.sub(lambda box: "☐" if box[1] == " " else "☑", match[2], count=1)
            self._paragraph = [rest]
        elif match := NUMBER.fullmatch(line):
            sign = match[1] if match[1][0] == "." else "1" if match[1][0].isdigit() else "a"
            number = match[1][:-1] if match[1][:-1].isdigit() else ""
            self.writing.open_item(sign, "ol", number=number, style="a" if sign == "a" else "1")
            self._paragraph = [match[2]]
        elif match := CALLOUT.fullmatch(line):
            self.writing.open_item("<", "ol", number="" if match[1] == "." else match[1])
            self._paragraph = [match[2]]
        elif term and "://" not in term[1]:
            self.writing.open_item(term[2], "dl", term=self._words.html(term[1]))
            self._paragraph = [term[3]] if term[3] else []
        else:
            return False
        self.writing.attributes = ""
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
        while self._lines and depth:
            match = DIRECTIVE.fullmatch(self._lines.take().rstrip())
            if match and match[1] == "endif":
                depth -= 1
            elif match and (match[1] == "ifeval" or (match[1] in ("ifdef", "ifndef") and not match[3])):
                depth += 1

    def _delimited(self, sign: str) -> None:
        """A line that begins or ends a block."""
        self._flush()
        if self.writing.close_block(sign):
            return
        self._leave_list()
        attributes, self.writing.attributes = self.writing.attributes, ""
        if sign[0] in "-.`+/|,:!" and sign != "--":
            lines = self._lines.take_to(sign if sign[0] != "`" else "```")
            self.writing.closed(sign, lines, attributes)
        elif sign[0] == "_" and attributes.startswith("verse"):
            self.writing.caption()
            self.writing.verse(self._lines.take_to(sign))
        else:
            self.writing.caption()
            self.writing.open_block(sign, attributes)

    def _leave_list(self) -> None:
        """What comes stands behind a list that is open, where nothing says that it belongs to its item."""
        if self.writing.in_list and not self._going_on:
            self.writing.close_lists()
        self._going_on = False


def _has_words(line: str) -> bool:
    return bool(line.strip())
