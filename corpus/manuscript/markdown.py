"""Manuscripts in Markdown, as CommonMark and Pandoc read it: its blocks, and notes at whatever place.

No parser that builds a tree tells the column of a quotation, so the blocks are cut here, line by line, and
only as far as quotations need it: what is quoted, what is a note, what is code.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.manuscript.markdown_inline import read_words
from corpus.manuscript.paragraphs import Paragraph, ParagraphKind, Reading, Slip
from corpus.manuscript.placed import Copy

_FENCE: Final = expression(r"[ ]{0,3}(`{3,}|~{3,})")
_MARKER: Final = expression(r"[ ]{0,3}>[ \t]?")
_ITEM: Final = expression(r"[ ]{0,8}(?:[-*+]|\d{1,9}[.)]|\(?@?[a-z#\d]{1,4}[.)])[ \t]+(?=\S)")
_HEADING: Final = expression(r"[ ]{0,3}#{1,6}[ \t]+")
_UNDERLINE: Final = expression(r"[ ]{0,3}(?:=+|-{2,})[ \t]*\Z")
_RULE: Final = expression(r"[ ]{0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}\Z")
_NOTE: Final = expression(r"[ ]{0,3}\[\^([^\s\[\]]{1,80})\]:[ \t]*")
_ADDRESS: Final = expression(r"[ ]{0,3}\[([^\[\]]{1,200})\]:[ \t]*(<[^<>]*>|\S+)")
_ALERT: Final = expression(r"\[!\w{1,20}\]")
_RAW: Final = expression(r"<(/?)(blockquote|pre|script|style)\b[^<>]*>", 2)


class _Line(NamedTuple):
    """A line without the marks of quotation before it, of which it has `depth`."""

    start: int
    end: int
    depth: int
    text: str


class _Piece(NamedTuple):
    """A paragraph before its words are read; pieces of one `group` are one quotation."""

    kind: ParagraphKind
    label: str
    group: int
    copy: Copy


def read(text: str) -> Reading:
    """The paragraphs of a manuscript in Markdown."""
    slips: list[Slip] = []
    cutter = _Cutter(text)
    pieces = [piece for piece in cutter.cut() if piece.copy.length]
    paragraphs: list[Paragraph] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        copy = piece.copy
        at += 1
        while at < len(pieces) and piece.group and pieces[at].group == piece.group:
            words = pieces[at].copy.placed()
            copy.take("\n\n", words.origin(0))
            copy.take_from(words, 0, len(words.text))
            at += 1
        paragraphs += read_words(copy.placed(), piece.kind, piece.label, cutter.addresses)
    if cutter.unclosed is not None:
        slips.append(
            Slip(cutter.unclosed, "The code that begins here is never closed: what follows is not checked.")
        )
    return Reading(paragraphs, slips)


class _Cutter:
    """Cuts a text into paragraphs."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.addresses: dict[str, str] = {}
        self.unclosed: int | None = None
        """Where code begins that reaches to the end."""
        self._kind: ParagraphKind = "prose"
        self._label = ""
        self._group = self._groups = 0
        self._copy = Copy()
        self._in_item = self._in_note = self._in_alert = False
        self._raw_quotes = 0

    def cut(self) -> Iterator[_Piece]:
        """The pieces in order."""
        fence, raw = "", ""
        blank = True
        for line in self._lines():
            if raw:
                raw = "" if f"</{raw}" in line.text.lower() else raw
                continue
            if fence:
                closing = _FENCE.match(line.text)
                if closing and closing[1].startswith(fence) and not line.text[closing.end() :].strip():
                    fence, self.unclosed = "", None
                continue
            if not line.text.strip():
                yield self._done()
                self._in_alert = self._in_alert and line.depth > 0
                # A bare mark of quotation parts two paragraphs of one quotation.
                self._group = self._group if line.depth else 0
                blank = True
                continue
            if opening := _FENCE.match(line.text):
                yield self._done()
                fence, self.unclosed = opening[1], line.end - len(line.text)
                continue
            if tag := _RAW.search(line.text):
                yield self._done()
                name = tag[2].lower()
                if name == "blockquote":
                    self._raw_quotes = max(0, self._raw_quotes + (-1 if tag[1] else 1))
                elif not tag[1] and f"</{name}" not in line.text.lower():
                    raw = name
                    continue
            yield from self._line(line, after_blank=blank)
            blank = False
        yield self._done()

    def _line(self, line: _Line, *, after_blank: bool) -> Iterator[_Piece]:
        text = line.text
        indent = len(text) - len(text.lstrip(" "))
        self._in_alert = bool(line.depth) and (self._in_alert or _ALERT.match(text.lstrip()) is not None)
        quoted = (bool(line.depth) or self._raw_quotes > 0) and not self._in_alert
        if self._copy.length and quoted != (self._kind == "block"):
            # A line without the mark still belongs to the quotation that it continues (CommonMark, § 5.1).
            lazy = (
                self._kind == "block" and not line.depth and not _ITEM.match(text) and not self._begins(text)
            )
            if not lazy:
                yield self._done()
        if note := _NOTE.match(text):
            yield self._done()
            self._start("note", note[1])
            self._in_note, self._in_item = True, False
            self._add(line, note.end())
            return
        if (address := _ADDRESS.match(text)) and not self._copy.length:
            self.addresses[address[1].casefold()] = address[2].strip("<>")
            return
        if _RULE.match(text) or (_UNDERLINE.match(text) and self._copy.length):
            if _UNDERLINE.match(text) and self._copy.length and self._kind == "prose":
                self._kind = "heading"
            yield self._done()
            return
        if (
            text.lstrip().startswith((":::", "$$", "|"))
            or _HEADING.match(text)
            or (item := _ITEM.match(text))
        ):
            yield self._done()
        if after_blank and not self._copy.length:
            if indent >= 4 and not self._in_item and not self._in_note:
                return
            if not indent:
                self._in_item = self._in_note = False
        if heading := _HEADING.match(text):
            self._start("heading")
            self._add(line, heading.end())
            return
        if (item := _ITEM.match(text)) and not self._copy.length and not (indent and self._in_note):
            self._in_item = True
            self._start("block" if quoted else "prose")
            # Numbers stay: a list at the end may be that of the notes.
            self._add(line, indent if text[indent].isdigit() else item.end())
            return
        if not self._copy.length:
            if quoted:
                self._start("block")
                self._groups += 0 if self._group else 1
                self._group = self._group or self._groups
            else:
                self._start(
                    "note" if self._in_note and indent else "prose", self._label if self._in_note else ""
                )
                self._group = 0
        self._add(line, indent)

    def _begins(self, text: str) -> bool:
        """Whether a line begins something of its own."""
        return bool(_HEADING.match(text) or _FENCE.match(text) or _NOTE.match(text) or _RULE.match(text))

    def _start(self, kind: ParagraphKind, label: str = "") -> None:
        self._kind, self._label = kind, label

    def _add(self, line: _Line, skipped: int) -> None:
        start = line.end - len(line.text) + skipped
        if self._copy.length:
            self._copy.take("\n", max(0, line.start - 1))
        self._copy.take(self._text[start : line.end], start)

    def _done(self) -> _Piece:
        piece = _Piece(self._kind, self._label, self._group if self._kind == "block" else 0, self._copy)
        self._copy = Copy()
        self._kind = "prose"
        return piece

    def _lines(self) -> Iterator[_Line]:
        """The lines behind the front matter and outside comments."""
        start = self._front_matter()
        comment = False
        while start < len(self._text):
            end = self._text.find("\n", start)
            end = len(self._text) if end < 0 else end
            body, depth = start, 0
            while depth < 16 and (marker := _MARKER.match(self._text, body, end)):
                body, depth = marker.end(), depth + 1
            line = _Line(start, end, depth, self._text[body:end])
            opened, closed = line.text.rfind("<!--"), line.text.rfind("-->")
            if comment:
                comment = closed < 0
            elif opened > closed and self._text.find("-->", start) >= 0:
                comment = True
                yield line._replace(end=body + opened, text=line.text[:opened])
            else:
                yield line
            start = end + 1

    def _front_matter(self) -> int:
        if not self._text.startswith("---\n"):
            return 0
        ends = [self._text.find(f"\n{mark}\n", 3, 100_000) for mark in ("---", "...")]
        closing = min((end for end in ends if end >= 0), default=-1)
        return closing + 5 if closing >= 0 else 0
