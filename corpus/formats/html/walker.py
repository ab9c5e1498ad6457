"""One walk over the tree that a browser would build: blocks are written as they end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from selectolax.lexbor import LexborNode

from corpus.document import Inline, Kind
from corpus.draft import Draft
from corpus.formats.html import hidden, small
from corpus.formats.html.around import Around, is_permalink
from corpus.formats.html.blocks import BLOCKS, BlockWriter
from corpus.formats.html.formulas import Formula, formula_of, of_tex
from corpus.formats.html.links import Addresses, PageAddresses, names_of
from corpus.formats.html.notes import leads_back
from corpus.formats.html.printed_pages import Turn
from corpus.formats.tex_text import formulas_in
from corpus.sanitiser import clean_line

_INLINE: Final = {
    **dict.fromkeys(("em", "i", "cite", "var", "dfn"), Inline.EMPHASIS),
    **dict.fromkeys(("strong", "b"), Inline.STRONG),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), Inline.CODE),
    "a": Inline.LINK,
}
_LONGEST_SIGN: Final = 20
_STEP: Final = 64 * 1024
"""Characters after which is told how far the walk has come."""


class Walker(BlockWriter):
    """Writes blocks into `draft` as it passes through a tree."""

    def __init__(
        self,
        pages: Mapping[int, Turn] = MappingProxyType({}),
        addresses: Addresses | None = None,
        around: Around | None = None,
        *,
        draft: Draft | None = None,
        article: LexborNode | None = None,
        dollars: bool | None = None,
    ) -> None:
        """Take the labels of pages by the node at which each begins, and what links are made of.

        What stands `around` the article is left out. With `article`, the element that holds it, all is read:
        what is outside of it or stands around it becomes notes, and is counted nowhere. With `dollars`
        a script would render formulas that stand in the words: True where "$x$" is one, None for no script.
        """
        super().__init__(draft or Draft())
        self.permalink = ""
        self.left_out = False
        """Whether something of the page stands around the article."""
        self._pages = pages
        self._addresses: Addresses = addresses or PageAddresses()
        self._around = around
        self._dollars = dollars
        self._article = article.mem_id if article else None
        self.aside = article is not None
        self._parts: list[tuple[int, bool]] = []

    def walk(self, root: LexborNode | None) -> None:
        """Write the blocks below a node."""
        for _ in self.steps(root):
            pass

    def steps(self, root: LexborNode | None) -> Iterator[None]:
        """The same, telling now and then how far it has come: then some blocks more are written.

        Not recursive: a page may be deeper than Python's stack.
        """
        if root is None:
            return
        node: LexborNode = root
        told = 0
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
            if self.written - told > _STEP:
                told = self.written
                yield
        self.flush()

    # Opening -------------------------------------------------------------------------------------

    def _open(self, node: LexborNode) -> bool:
        """Begin what the node begins; tell whether to go down into it (and close it afterwards)."""
        tag = node.tag or ""
        if tag == "-text":
            if self._dollars is None or self.code or self.words.is_open(Inline.CODE):
                self.say(node.text_content or "")
            else:
                self._say_with_formulas(node.text_content or "", dollars=self._dollars)
            return False
        attributes = node.attributes
        if turn := self._pages.get(node.mem_id):
            self.words.page(turn.label)
            if not turn.holds_words:
                self._anchor(attributes, tag)
                return False
        if tag == "a" and is_permalink(node, attributes):
            if self.heading or not self.permalink:
                self.permalink = self.permalink or clean_line(node.text())[:_LONGEST_SIGN]
            return False
        if tag == "a" and leads_back(node, attributes):
            return False
        formula = formula_of(node, attributes) if attributes or tag == "math" else None
        if formula is not None:
            self._anchor(attributes, tag)
            self._write_formula(formula)
            return False
        if hidden.is_skipped(tag, attributes, node) or (self._around is None and tag == "nav"):
            return False
        if node.mem_id == self._article:
            self._begin_part(node, aside=False)
        if not self.aside and self._stands_around(node, attributes):
            self.left_out = True
            if self._article is None:
                return False
            self._begin_part(node, aside=True)
        if tag in _INLINE:
            self._anchor(attributes, tag)
            if tag != "code" or not self.code:
                target = self._addresses.link(attributes.get("href") or "") if tag == "a" else ""
                self.words.begin(_INLINE[tag], target)
                if tag == "a" and (sign := small.note_sign(node, attributes)):
                    self.say(sign)
                    self.words.end(Inline.LINK)
                    return False
            return True
        if tag in BLOCKS:
            self.open_block(tag, node, attributes)
            self._anchor(attributes, tag)
            return True
        self._anchor(attributes, tag)
        return self._open_single(tag, node, attributes)

    def _stands_around(self, node: LexborNode, attributes: Mapping[str, str | None]) -> bool:
        around = self._around
        return around is not None and around.holds(node, attributes, self.sections, self.written)

    def _begin_part(self, node: LexborNode, *, aside: bool) -> None:
        self.flush()
        self._parts.append((node.mem_id, self.aside))
        self.aside = aside

    def _anchor(self, attributes: Mapping[str, str | None], tag: str) -> None:
        if attributes:
            for name in names_of(attributes, tag):
                self.words.anchor(self._addresses.name(name))

    def _open_single(self, tag: str, node: LexborNode, attributes: Mapping[str, str | None]) -> bool:
        if tag == "br":
            if not self.in_table:
                self.words.line_break()
            else:
                self.words.part()
        elif tag == "hr":
            self.flush()
            if not self.aside and not self.in_table:
                self.draft.add("", Kind.RULE)
        elif tag == "q":
            self.say("“")
        elif tag == "img":
            if words := small.picture_words(node, attributes):
                self.words.begin(Inline.PICTURE, self._addresses.picture(attributes))
                self.words.add(f"[{words}]")
                self.words.end(Inline.PICTURE)
        elif tag == "input":
            self.words.add(small.tick(attributes))
        elif tag in ("sup", "sub"):
            return self._open_script(tag, node)
        elif tag == "rt":
            self.say(small.reading_opens(node))
        return tag not in ("img", "input")

    def _open_script(self, tag: str, node: LexborNode) -> bool:
        """Write what is set high or low, where that is short; else go down into it."""
        script = small.script_of(node)
        if script is None:
            return True
        for inner in node.css("[id]") if script.holds_more else ():
            if inner.mem_id != node.mem_id:
                self._anchor(inner.attributes, inner.tag or "")
        after_variable = self.words.marked_before(Inline.EMPHASIS)
        words = small.set_aside(script.words, tag, after_variable=after_variable)
        if script.link:
            self.words.begin(Inline.LINK, self._addresses.link(script.link))
        self.say(words)
        if script.link:
            self.words.end(Inline.LINK)
        return False

    def _say_with_formulas(self, text: str, *, dollars: bool) -> None:
        """Write words in which formulas stand as TeX."""
        said = 0
        for found in formulas_in(text, dollars=dollars):
            if found.line:
                self.say(text[said : found.start])
                self._write_formula(of_tex(found.written, display=found.display))
                said = found.end
        self.say(text[said:])

    def _write_formula(self, formula: Formula) -> None:
        if not formula.words:
            return
        display = formula.display and not self.in_table
        if display:
            self.words.new_line()
        if formula.tex:
            self.words.begin(Inline.FORMULA, formula.tex)
        self.words.add(formula.words)
        if formula.tex:
            self.words.end(Inline.FORMULA)
        if display:
            self.words.line_break()

    # Closing -------------------------------------------------------------------------------------

    def _close(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _INLINE:
            self.words.end(_INLINE[tag])
        elif tag == "q":
            self.say("”")
        elif tag == "rt":
            self.say(small.reading_closes(node))
        elif tag in BLOCKS:
            self.close_block(tag, node)
        if self._parts and self._parts[-1][0] == node.mem_id:
            self.flush()
            _, self.aside = self._parts.pop()
