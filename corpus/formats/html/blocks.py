"""The blocks of a page while they are read: what stands around the words, and what they become with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from selectolax.lexbor import LexborNode

from corpus.document import Kind
from corpus.draft import Draft
from corpus.formats.html.around import SECTIONS
from corpus.formats.html.notes import HOLDING_NOTES, holds_notes
from corpus.formats.table import Rows, is_data
from corpus.formats.words import Marked, Words
from corpus.sanitiser import clean_line

HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
CODE: Final = frozenset(("pre", "listing", "plaintext", "xmp"))
BLOCKS: Final = CODE.union(
    HEADINGS,
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form header hgroup html legend li main menu nav ol p section summary table tbody td tfoot"
    " th thead tr ul".split(),
)
"""The elements that begin a block, and end the one before."""

_LISTS: Final = frozenset(("ul", "ol", "menu", "dir", "dl"))
# Captions are words on the page, but nobody counts them as paragraphs.
_UNCOUNTED: Final = frozenset("figure figcaption caption legend dt dd summary".split())
_LABELS: Final = frozenset(("admonition-title", "caption"))
"""What Sphinx calls the label of a box, and the caption of a list; DocBook sets a title all bold."""
_LABELLED: Final = frozenset("note tip warning caution important admonition".split())
_NAMES: Final = frozenset("author editor othercredit pubdate releaseinfo".split())
"""What DocBook sets as headings, and what heads nothing: labels of boxes, and the names on a title page."""
_LABEL: Final = 40
_FLAT: Final = frozenset(("presentation", "none"))
"""Roles of a table that only lays out a page."""


class BlockWriter:
    """Knows the lists, quotations, tables and notes that are open, and writes each block as it ends."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.words = Words()
        self.heading = 0
        self._heads_nothing = False
        self.code = 0
        self.sections = 0
        self.written = 0
        """How many characters are written."""
        self.aside = False
        """Whether what is written is no part of the article: then it becomes notes."""
        self._says = False
        self._uncounted: list[int] = [0]
        self._notes = 0
        self._quote = 0
        self._lists: list[int | None] = []
        self._marker = ""
        self._tight = False
        self._term = False
        self._explains = False
        """Whether the next block is what is said of a term: it stands right below that."""
        self._rows: Rows | None = None
        self._page: Words | None = None

    @property
    def in_table(self) -> bool:
        """Whether a table of data is being read: its cells are no blocks."""
        return self._rows is not None

    def open_block(self, tag: str, node: LexborNode, attributes: Mapping[str, str | None]) -> None:
        """Begin a block, one of `BLOCKS`."""
        if self._rows is not None and tag != "caption":
            self._open_cell(tag)
            return
        self._flush_or_part(tag)
        if tag in SECTIONS:
            self.sections += 1
        if tag in HOLDING_NOTES and holds_notes(attributes):
            self._notes += 1
        if tag in HEADINGS:
            self.heading = HEADINGS[tag]
            self._heads_nothing = _heads_nothing(node, attributes)
        elif tag in CODE:
            self.code += 1
        elif tag == "blockquote":
            self._quote += 1
            self._uncounted.append(0)
        elif tag in _LISTS:
            self._lists.append(_number(attributes, "start", 1) if tag == "ol" else None)
            self._term = self._tight = False
        elif tag == "li":
            self._marker = self._next_marker(attributes)
            self._tight = not any(child.tag == "p" for child in node.iter())
        elif tag in ("div", "p"):
            self._uncounted[-1] += _counts_nothing(tag, node, attributes)
        elif tag in _UNCOUNTED:
            self._uncounted[-1] += 1
            self._term, self._explains = tag == "dt", tag == "dd"
            if self._rows is not None:
                self._page = self.words  # a caption's words stand before the table
        elif tag == "table" and not self.aside and attributes.get("role") not in _FLAT and is_data(node):
            self._rows = Rows()

    def _open_cell(self, tag: str) -> None:
        """Begin a part of a data table."""
        assert self._rows is not None
        if tag == "tr":
            self._rows.row()
        elif tag in ("td", "th"):
            self._page, self.words = self.words, Words()
        else:
            self.words.part()

    def _flush_or_part(self, tag: str) -> None:
        """End the block that was being written; in code a line ends, unless a heading begins."""
        if self.code and tag not in HEADINGS and not self.heading:
            self.words.new_line()
        else:
            self.flush()

    def say(self, text: str) -> None:
        """Write words."""
        if self._rows is not None and self._page is None:
            return  # between the cells of a table nothing is said
        if not self._says and text.strip():
            self._says = True
        if self.code and not self.heading:
            self.words.add_code(text)
        else:
            self.words.add(text)

    def close_block(self, tag: str, node: LexborNode) -> None:
        """End a block, one of `BLOCKS`."""
        if self._rows is not None and tag not in ("caption", "table"):
            self._close_cell(tag, node)
            return
        if tag in CODE:
            self.flush()
        else:
            self._flush_or_part(tag)
        if tag in SECTIONS:
            self.sections -= 1
        if tag in HEADINGS:
            self.heading = 0
        elif tag in CODE:
            self.code = max(0, self.code - 1)
        elif tag == "blockquote":
            self._quote = max(0, self._quote - 1)
            self._uncounted.pop()
        elif tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._marker = ""
        elif tag in ("div", "p"):
            self._uncounted[-1] = max(0, self._uncounted[-1] - _counts_nothing(tag, node, node.attributes))
        elif tag in _UNCOUNTED:
            self._uncounted[-1] = max(0, self._uncounted[-1] - 1)
            self._term, self._page = False, None
        elif tag == "table" and self._rows is not None:
            self._write_table(self._rows)
            self._rows = None
        if tag in HOLDING_NOTES and holds_notes(node.attributes):
            self._notes = max(0, self._notes - 1)

    def _close_cell(self, tag: str, node: LexborNode) -> None:
        assert self._rows is not None
        if tag in ("td", "th") and self._page is not None:
            self._rows.cell(self.words, node.attributes, is_head=tag == "th")
            self.words, self._page = self._page, None
        else:
            self.words.part()

    def _write_table(self, rows: Rows) -> None:
        table = rows.written()
        kind = Kind.PARAGRAPH if table.is_numbered else Kind.TABLE
        for name in (name for _, name in self.words.take_anchors()):
            self.draft.anchor(name)
        self._add(table.text, kind, table.heads, spans=table.marks, anchors=table.anchors)

    def _next_marker(self, attributes: Mapping[str, str | None]) -> str:
        if not self._lists or self._lists[-1] is None:
            return "•"
        number = _number(attributes, "value", self._lists[-1])
        self._lists[-1] = number + 1
        return f"{number}."

    def flush(self) -> None:
        """Write the block that was begun, if there are words in it."""
        pages, anchors = self.words.take_pages(), self.words.take_anchors()
        text, marks = self.words.take()
        says, self._says = self._says, False
        if not text.strip():
            for _, label in pages:
                self.draft.turn(label)
            for _, name in anchors:
                self.draft.anchor(name)
            return
        kind, level = self._kind(says=says)
        listed = kind in (Kind.ITEM, Kind.NOTE) and bool(self._lists)
        self._add(
            text,
            kind,
            level,
            marker=self._marker if listed else "",
            tight=listed and (self._tight or self._explains) and self.draft.last in (Kind.ITEM, Kind.NOTE),
            spans=marks,
            pages=pages,
            anchors=anchors,
        )
        if listed:
            self._marker, self._explains = "", False

    def _kind(self, *, says: bool) -> tuple[Kind, int]:
        """What the block is that ends, and its level; `says` tells that it has words of its own.

        Without any, it is a picture or a formula: on the page, and not counted.
        """
        depth = max(0, len(self._lists) - self._term)
        if self.aside:
            return Kind.NOTE, depth
        if self.heading:
            return (Kind.ITEM, depth) if self._heads_nothing else (Kind.HEADING, self.heading)
        if self.code:
            return Kind.CODE, 0
        if self._notes:
            return Kind.NOTE, depth
        if depth or self._uncounted[-1] or not says:
            return Kind.ITEM, depth
        return Kind.PARAGRAPH, 0

    def _add(
        self,
        text: str,
        kind: Kind,
        level: int,
        *,
        spans: Iterable[Marked],
        anchors: Iterable[tuple[int, str]],
        pages: Iterable[tuple[int, str]] = (),
        marker: str = "",
        tight: bool = False,
    ) -> None:
        self.written += len(text)
        self.draft.add(
            text,
            kind,
            level=level,
            quote=self._quote,
            marker=marker,
            tight=tight,
            spans=spans,
            pages=pages,
            anchors=anchors,
        )


def _counts_nothing(tag: str, node: LexborNode, attributes: Mapping[str, str | None]) -> bool:
    """Whether an element holds a list of contents, or a label: their words are no paragraphs of the text."""
    classes = (attributes.get("class") or "").split()
    if tag == "div":
        return "toc" in classes
    if "title" in classes and (inner := node.css_first("b, strong")) is not None:
        return clean_line(inner.text()) == clean_line(node.text())
    return not _LABELS.isdisjoint(classes)


def _heads_nothing(node: LexborNode, attributes: Mapping[str, str | None]) -> bool:
    """Whether a heading is none: a box's label ("Note"), a name on a title page, an entry of the contents."""
    classes = (attributes.get("class") or "").split()
    if not _NAMES.isdisjoint(classes):
        return True
    if "toc" in classes and (link := node.css_first("a[href]")) is not None:
        return clean_line(link.text()) == clean_line(node.text())
    box = node.parent
    return (
        box is not None
        and box.tag in ("div", "aside")
        and not _LABELLED.isdisjoint((box.attributes.get("class") or "").split())
        and len(node.text()) <= _LABEL
    )


def _number(attributes: Mapping[str, str | None], attribute: str, otherwise: int) -> int:
    """The number in an attribute."""
    value = attributes.get(attribute) or ""
    return int(value) if re.fullmatch(r"\d{1,6}", value) else otherwise
