"""HTML: one walk over the tree that the browser would build, blocks written as they end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.document import Document, Inline, Kind
from corpus.draft import Draft
from corpus.errors import CannotOpen
from corpus.expression import expression
from corpus.formats import html_metadata
from corpus.formats.html_notes import HOLDING_NOTES, holds_notes
from corpus.formats.html_pages import Turn, pages_in
from corpus.formats.paragraph_numbers import with_numbers
from corpus.formats.star_pages import with_star_pages
from corpus.formats.table import numbered_words, rows_of
from corpus.formats.words import Words
from corpus.sanitiser import clean_line, clean_text

_SKIPPED: Final = frozenset(
    "audio button canvas datalist dialog embed head iframe input map nav noscript object script select style"
    " svg template textarea title video -comment".split()
)
_INLINE: Final = {
    **dict.fromkeys(("em", "i", "cite", "var", "dfn"), Inline.EMPHASIS),
    **dict.fromkeys(("strong", "b"), Inline.STRONG),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), Inline.CODE),
    "a": Inline.LINK,
}
_BLOCKS: Final = frozenset(
    "address article aside body caption center dd details div dl dt fieldset figcaption figure footer form"
    " header hgroup html legend li main menu ol p section summary table tbody td tfoot th thead tr ul".split()
)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_LISTS: Final = frozenset(("ul", "ol", "menu", "dl"))
# Captions are words on the page, but nobody counts them as paragraphs.
_UNCOUNTED: Final = frozenset(("figure", "figcaption", "caption", "legend", "dt", "dd"))
_NESTING: Final = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^<>]*?(/?)>", re.IGNORECASE)
_FLAT: Final = frozenset(
    "area base br col dd dt embed hr img input li link meta option p param source td th tr track wbr".split()
)
# Marked places in XHTML are elements that close at once, which HTML knows nothing of.
_XML: Final = expression(r"\s*<\?xml|[^<]{0,200}<html[^>]+xmlns|(?:\s*<![^>]*>)+\s*<html[^>]+xmlns")
_CLOSED: Final = expression(r"<(a|div|span)\b([^<>]*?)/>", re.IGNORECASE)
_DEEPEST: Final = 2_000
_LONGEST_SIGN: Final = 20


def parse(text: str) -> Document:
    """Make a document of an HTML page. Raises CannotOpen for one that is nested without end."""
    return with_numbers(with_star_pages(parse_markup(text)))


def parse_markup(text: str) -> Document:
    """The same, with the numbers of paragraphs still in the text."""
    _refuse_bottomless(text)
    if _XML.match(text):
        text = _CLOSED.sub(r"<\1\2></\1>", text)
    tree = LexborHTMLParser(text)
    metadata = html_metadata.read(tree)
    walker = _Walker(pages_in(tree, text))
    walker.walk(_article(tree))
    if not len(walker.draft) and tree.body is not None:
        walker.walk(tree.body)
    return walker.draft.document(metadata, format="html")._replace(permalink=walker.permalink)


def _refuse_bottomless(text: str) -> None:
    """The parser takes time in the square of the depth, and cannot be stopped."""
    depth = 0
    for match in _NESTING.finditer(text):
        if match[3] or match[2].lower() in _FLAT:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > _DEEPEST:
            raise CannotOpen(
                "This page is nested more than 2,000 deep: it was made to break readers, and stays shut."
            )


def _article(tree: LexborHTMLParser) -> LexborNode | None:
    """The page's one main part, where it says so; else all of it."""
    mains = tree.css("main, [role=main]")
    return mains[0] if len(mains) == 1 else tree.body


class _Walker:
    """Writes blocks into `draft` as it passes through the tree."""

    def __init__(self, pages: Mapping[int, Turn]) -> None:
        """Take the labels of pages, by the node at which each begins."""
        self.draft = Draft()
        self.permalink = ""
        self._pages = pages
        self._words = Words()
        self._heading = 0
        self._uncounted = 0
        self._notes = 0
        self._quote = 0
        self._lists: list[int | None] = []
        self._marker = ""
        self._tight = False

    def walk(self, root: LexborNode | None) -> None:
        """Write the blocks below a node. Not recursive: a page may be deeper than Python's stack."""
        if root is None:
            return
        node: LexborNode = root
        while True:
            if self._open(node):
                if node.child is not None:
                    node = node.child
                    continue
                self._close(node)
            while node.mem_id != root.mem_id and node.next is None and node.parent is not None:
                node = node.parent
                self._close(node)
            if node.mem_id == root.mem_id or node.next is None:
                break
            node = node.next
        self._flush()

    def _open(self, node: LexborNode) -> bool:
        """Begin what the node begins; tell whether to go down into it (and close it afterwards)."""
        tag = node.tag or ""
        if tag == "-text":
            self._words.add(node.text_content or "")
            return False
        self._name(tag, node)
        if turn := self._pages.get(node.mem_id):
            self._words.page(turn.label)
            if not turn.holds_words:
                return False
        if _is_permalink(node):
            self.permalink = self.permalink or clean_line(node.text())[:_LONGEST_SIGN]
            return False
        if tag in _SKIPPED or _is_hidden(node):
            return False
        if tag in _INLINE:
            self._words.begin(_INLINE[tag], clean_line(node.attributes.get("href") or "")[:2000])
        elif tag in _BLOCKS or tag in _HEADINGS or tag == "blockquote":
            return self._open_block(tag, node)
        else:
            return self._open_single(tag, node)
        return True

    def _name(self, tag: str, node: LexborNode) -> None:
        """Note the names that links to a node have for it."""
        attributes = node.attributes
        if not attributes or not ("id" in attributes or (tag == "a" and "name" in attributes)):
            return
        if tag in _BLOCKS or tag in _HEADINGS or tag == "blockquote":
            self._flush()
        for name in {attributes.get("id"), attributes.get("name") if tag == "a" else None} - {None, ""}:
            self._words.anchor(clean_line(str(name)))

    def _open_block(self, tag: str, node: LexborNode) -> bool:
        self._flush()
        if tag in HOLDING_NOTES and holds_notes(node.attributes):
            self._notes += 1
        if tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
        elif tag == "blockquote":
            self._quote += 1
        elif tag in _LISTS:
            self._lists.append(_number(node, "start", 1) if tag == "ol" else None)
        elif tag == "li":
            self._marker = self._next_marker(node)
            self._tight = not any(child.tag == "p" for child in node.iter())
        elif tag in _UNCOUNTED:
            self._uncounted += 1
        elif tag == "table" and (rows := rows_of(node)):
            for child in node.iter():
                if child.tag == "caption":
                    self.walk(child)
            if words := numbered_words(rows):
                self.draft.add(words, quote=self._quote)
                return False
            self.draft.add("\n".join("\t".join(row) for row in rows), Kind.TABLE, quote=self._quote)
            return False
        return True

    def _open_single(self, tag: str, node: LexborNode) -> bool:
        if tag == "br":
            self._words.line_break()
        elif tag == "hr":
            self._flush()
            self.draft.add("", Kind.RULE)
        elif tag == "q":
            self._words.add("“")
        elif tag == "img":
            if words := clean_line(node.attributes.get("alt") or ""):
                self._words.add(f"[{words}]")
            return False
        elif tag == "pre":
            self._flush()
            code = clean_text(node.text()).strip("\n").expandtabs(8)
            self.draft.add(code, Kind.CODE, quote=self._quote)
            return False
        return True

    def _close(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _INLINE:
            self._words.end(_INLINE[tag])
        elif tag == "q":
            self._words.add("”")
        elif tag in _HEADINGS or tag in _BLOCKS or tag == "blockquote":
            self._flush()
            if tag in _HEADINGS:
                self._heading = 0
            elif tag == "blockquote":
                self._quote = max(0, self._quote - 1)
            elif tag in _LISTS and self._lists:
                self._lists.pop()
            elif tag == "li":
                self._marker = ""
            elif tag in _UNCOUNTED:
                self._uncounted = max(0, self._uncounted - 1)
            if tag in HOLDING_NOTES and holds_notes(node.attributes):
                self._notes = max(0, self._notes - 1)

    def _next_marker(self, node: LexborNode) -> str:
        if not self._lists or self._lists[-1] is None:
            return "•"
        number = _number(node, "value", self._lists[-1])
        self._lists[-1] = number + 1
        return f"{number}."

    def _flush(self) -> None:
        pages = self._words.take_pages()
        anchors = self._words.take_anchors()
        text, marks = self._words.take()
        if not text.strip():
            for _, label in pages:
                self.draft.turn(label)
            for _, name in anchors:
                self.draft.anchor(name)
            return
        if self._heading:
            self.draft.add(
                text,
                Kind.HEADING,
                level=self._heading,
                quote=self._quote,
                spans=marks,
                pages=pages,
                anchors=anchors,
            )
        elif self._lists or self._uncounted:
            self.draft.add(
                text,
                Kind.NOTE if self._notes else Kind.ITEM,
                level=len(self._lists),
                quote=self._quote,
                marker=self._marker,
                tight=self._tight and self.draft.last in (Kind.ITEM, Kind.NOTE),
                spans=marks,
                pages=pages,
                anchors=anchors,
            )
            self._marker = ""
        else:
            kind = Kind.NOTE if self._notes else Kind.PARAGRAPH
            self.draft.add(text, kind, quote=self._quote, spans=marks, pages=pages, anchors=anchors)


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or attributes.get("role") == "navigation"


def _is_permalink(node: LexborNode) -> bool:
    """Whether it is the sign that documentation tools hang on every heading to link to it."""
    return node.tag == "a" and "headerlink" in (node.attributes.get("class") or "")


def _number(node: LexborNode, attribute: str, otherwise: int) -> int:
    """The number in an attribute."""
    value = node.attributes.get(attribute) or ""
    return int(value) if re.fullmatch(r"\d{1,6}", value) else otherwise
