"""Writing down what a word processor's paragraphs are: headings, items, code, notes, tables."""

from __future__ import annotations

from typing import Final

from corpus.document import Inline, Kind
from corpus.draft import Draft
from corpus.formats.office.picturing import Beside
from corpus.formats.table_text import Cell, written
from corpus.formats.words import Marked, Words

DEEPEST_HEADING: Final = 9


class Writer:
    """Blocks as they are written: each takes the words that have come together in `words`."""

    def __init__(self) -> None:
        self.draft = Draft()
        self.words = Words()
        self.title = ""
        """The words of the title, where a paragraph says that it is one."""
        self.length = 0
        """How many characters are written, about."""
        self._note: str | None = None
        self._headings = 0
        self._lines: list[tuple[str, list[Marked], list[tuple[int, str]]]] = []
        self._quote = 0

    @property
    def last(self) -> Kind | None:
        """What the last block is; None before the first."""
        return Kind.CODE if self._lines else self.draft.last

    def begin_note(self, label: str, name: str) -> None:
        """What is written from here on is a note with that label; links to `name` lead to it."""
        self.finish()
        self.draft.anchor(name)
        self._note = label

    def heading(self, level: int, prefix: str = "", *, quote: int = 0) -> None:
        """A heading; `prefix` is the number printed before it. Below a title all go down by one.

        A sign of a list before it is no number, and left out.
        """
        level = min(level + bool(self.title), DEEPEST_HEADING)
        self._headings += 1
        prefix = prefix if any(map(str.isalnum, prefix)) else ""
        self._block(Kind.HEADING, level=level, quote=quote, prefix=prefix)

    def titled(self) -> None:
        """The title of the article, which stands over all headings where it comes before them."""
        if self._headings or self._note is not None:
            self.heading(1)
            return
        text = self._block(Kind.HEADING, level=1)
        self.title = " ".join(f"{self.title} {text}".split())

    def paragraph(self, kind: Kind = Kind.PARAGRAPH, *, quote: int = 0) -> None:
        """A paragraph; one of nothing but pictures is not counted."""
        self._block(kind, quote=quote)

    def item(
        self, level: int, marker: str = "", *, tight: bool = False, quote: int = 0, prefix: str = ""
    ) -> None:
        """An item of a list, or of level 0 words that nobody counts, as a caption."""
        self._block(Kind.ITEM, level=level, marker=marker, tight=tight, quote=quote, prefix=prefix)

    def code(self, *, quote: int = 0) -> None:
        """A line of code: those that follow one another are one block."""
        if self._note is not None:
            self._block(Kind.NOTE)
            return
        if quote != self._quote:
            self.finish()
        self._quote = quote
        anchors = self.words.take_anchors()
        text, marks = self.words.take()
        self._lines.append((text, [mark for mark in marks if mark[2] is Inline.LINK], anchors))

    def table(self, rows: list[list[Cell]], *, quote: int = 0) -> None:
        """A table with data."""
        self.finish()
        table = written(rows)
        kind = Kind.PARAGRAPH if table.is_numbered else Kind.TABLE
        kind = Kind.NOTE if self._note is not None else kind
        level = table.heads if kind is Kind.TABLE else 0
        self.draft.add(table.text, kind, level=level, quote=quote, spans=table.marks, anchors=table.anchors)
        self.length += len(table.text)

    def pictures(self, beside: list[Beside], *, in_cell: bool = False) -> None:
        """Pictures that stand beside the words of the last paragraph, which are no words of it: below it.

        In a cell of a table, where nothing stands below, they go on with the words.
        """
        for picture in beside:
            if in_cell:
                self.words.add(" ")
            self.words.begin(Inline.PICTURE, picture.target)
            self.words.add(f"[{picture.words}]")
            self.words.end(Inline.PICTURE)
            if not in_cell:
                self.item(0)
        beside.clear()

    def rule(self) -> None:
        """A line between paragraphs."""
        self.finish()
        if self.draft.last not in (None, Kind.RULE):
            self.draft.add("", Kind.RULE)

    def finish(self) -> None:
        """Write the code that waits for more of it."""
        lines, self._lines = self._lines, []
        if not lines:
            return
        first = next((at for at, line in enumerate(lines) if line[0].strip()), len(lines))
        at = 0
        marks: list[Marked] = []
        anchors: list[tuple[int, str]] = [(0, name) for line in lines[:first] for _, name in line[2]]
        for text, spans, names in lines[first:]:
            marks += [(at + start, at + end, inline, target) for start, end, inline, target in spans]
            anchors += [(at + start, name) for start, name in names]
            at += len(text) + 1
        text = "\n".join(line[0] for line in lines[first:]).rstrip()
        self.draft.add(text, Kind.CODE, quote=self._quote, spans=marks, anchors=anchors)

    def _block(
        self,
        kind: Kind,
        *,
        level: int = 0,
        quote: int = 0,
        marker: str = "",
        prefix: str = "",
        tight: bool = False,
    ) -> str:
        """Write the words that have come together, if there are any; the text of a heading."""
        anchors = self.words.take_anchors()
        text, marks, anchors = _trimmed(*self.words.take(), anchors)
        if not text:
            for _, name in anchors:
                self.draft.anchor(name)
            return ""
        self.finish()
        if prefix:
            by = len(prefix) + 1
            text = f"{prefix} {text}"
            marks = [(start + by, end + by, inline, target) for start, end, inline, target in marks]
            anchors = [(at and at + by, name) for at, name in anchors]
        if self._note is not None:
            kind, level = Kind.NOTE, 1
            marker, self._note, tight = self._note, "", False
        elif kind in (Kind.PARAGRAPH, Kind.HEADING) and _are_pictures(text, marks):
            kind, level = Kind.ITEM, 0
        tight = tight and self.draft.last is kind
        self.draft.add(
            text, kind, level=level, quote=quote, marker=marker, tight=tight, spans=marks, anchors=anchors
        )
        self.length += len(text)
        return text if kind is Kind.HEADING else ""


def _trimmed(
    text: str, marks: list[Marked], anchors: list[tuple[int, str]]
) -> tuple[str, list[Marked], list[tuple[int, str]]]:
    """Without the spaces before the first word, which stand there where a number was taken away."""
    bare = text.lstrip()
    by = len(text) - len(bare)
    if not by:
        return text, marks, anchors
    moved = ((max(0, start - by), end - by, inline, target) for start, end, inline, target in marks)
    placed = [(max(0, at - by), name) for at, name in anchors]
    return bare, [mark for mark in moved if mark[0] < mark[1]], placed


def _are_pictures(text: str, marks: list[Marked]) -> bool:
    """Whether the words of a paragraph only stand for pictures."""
    if text[:1] != "[":
        return False
    shown = sum(end - start for start, end, inline, _ in marks if inline is Inline.PICTURE)
    return 0 < shown >= len(text) - text.count(" ") - text.count("\n") or shown == len(text)
