"""Manuscripts in HTML: `<q>`, `<blockquote>`, and notes that links lead to."""

from __future__ import annotations

from html import unescape
from typing import Final

from corpus.expression import expression
from corpus.manuscript.html_tags import Tag, tags_of
from corpus.manuscript.markdown_inline import RAISED
from corpus.manuscript.paragraphs import Paragraph, ParagraphKind, Reading, Slip, paragraph
from corpus.manuscript.placed import Copy

_BLOCKS: Final = frozenset(
    "address article aside body caption center dd details dialog div dl dt fieldset figcaption figure"
    " footer form h1 h2"
    " h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary table tbody td tfoot"
    " th thead tr"
    " ul".split()
)
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LITERAL: Final = frozenset("code kbd samp tt pre var math".split())
_CITING: Final = frozenset(("footer", "cite", "figcaption"))
_ENTITY: Final = expression(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_CALL: Final = expression(r"\s*[\[(]?\s*(?:\d{1,4}|[*†‡§¶]{1,4}|[a-z]{1,2})\s*[\])]?\s*")
_DASHES: Final = " \t\n\u00a0—–―-"


def read(text: str) -> Reading:
    """The paragraphs of a page."""
    return _Reader(text).read()


class _Reader:
    """Reads one page, tag by tag."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tags = list(tags_of(text))
        self._copy = Copy()
        self._paragraphs: list[Paragraph] = []
        self._slips: list[Slip] = []
        self._anchors: dict[str, int] = {}
        for tag in self._tags:
            if not tag.closes and (
                name := tag.attribute("id") or (tag.name == "a" and tag.attribute("name"))
            ):
                self._anchors.setdefault(name, tag.start)
        self._called: set[str] = set()
        self._label = self._label_tag = ""
        self._label_depth = 0
        self._heading = False
        self._quotes = 0
        self._quote_address = ("", 0)
        self._block_ends = _ends_of_quotations(self._tags)
        self._citing: tuple[int, int] | None = None
        self._open: dict[str, list[tuple[int, int, str]]] = {"q": [], "a": [], "literal": [], "cite": []}

    def read(self) -> Reading:
        """All of it."""
        reached = index = 0
        while index < len(self._tags):
            tag = self._tags[index]
            if tag.start >= reached:
                self._words(reached, tag.start)
                reached = max(tag.end, self._tag(tag, index))
            index += 1
        self._words(reached, len(self._text))
        self._flush(at_end=True)
        return Reading(self._paragraphs, self._slips)

    def _words(self, start: int, end: int) -> None:
        """Copy what stands between two tags."""
        if start >= end:
            return
        if not self._copy.length and not self._text[start:end].strip():
            return
        reached = start
        for match in _ENTITY.finditer(self._text, start, end):
            self._copy.take(self._text[reached : match.start()].replace("\n", " "), reached)
            self._copy.take(unescape(match[0]), match.start())
            reached = match.end()
        self._copy.take(self._text[reached:end].replace("\n", " "), reached)

    def _tag(self, tag: Tag, index: int) -> int:
        """Do what a tag says; the offset from which the source is read on."""
        name = tag.name
        if (
            not tag.closes
            and self._called
            and (label := tag.attribute("id") or tag.attribute("name")) in self._called
        ):
            self._flush()
            self._label, self._label_tag, self._label_depth = label, name, 0
        elif self._label and name == self._label_tag:
            self._label_depth += -1 if tag.closes else 1
            if self._label_depth < 0:
                self._flush()
                self._label = ""
        if name in _LITERAL and tag.closes:
            self._span("literal", tag)
        if name == "blockquote":
            self._blockquote(tag)
        elif name in _BLOCKS:
            self._block(tag)
        elif name == "q":
            self._q(tag)
        elif name == "br":
            self._copy.take("\n", tag.start)
        elif name == "a":
            return self._a(tag, index)
        elif name == "sup" and not tag.closes:
            return self._sup(tag, index)
        if name in _LITERAL and not tag.closes:
            self._span("literal", tag)
        elif name in _CITING:
            self._span("cite", tag)
        return tag.end

    def _span(self, kind: str, tag: Tag) -> None:
        if not tag.closes:
            self._open[kind].append((self._copy.length, tag.start, ""))
        elif self._open[kind]:
            since, origin, _ = self._open[kind].pop()
            if kind == "literal":
                self._copy.sign("literal", origin, since=min(since, self._copy.length))
            else:
                self._citing = (since, self._copy.length)

    def _block(self, tag: Tag) -> None:
        if self._quotes:
            if self._copy.length and not self._copy.ends_paragraph:
                self._copy.take("\n\n", tag.start)
        else:
            self._flush()
        self._heading = tag.name in _HEADINGS and not tag.closes

    def _blockquote(self, tag: Tag) -> None:
        if tag.closes:
            if self._quotes == 1:
                self._flush()
            self._quotes = max(0, self._quotes - 1)
            return
        if not self._quotes:
            self._flush()
        if tag.start not in self._block_ends:
            self._slips.append(Slip(tag.start, "The <blockquote> that begins here is never closed."))
            return
        self._quotes += 1
        self._quote_address = (tag.attribute("cite"), tag.start) if self._quotes == 1 else self._quote_address

    def _q(self, tag: Tag) -> None:
        if not tag.closes:
            self._open["q"].append((self._copy.length, tag.start, tag.attribute("cite")))
            self._copy.mark("open", tag.start)
            return
        self._copy.mark("close", tag.start)
        if self._open["q"]:
            since, origin, address = self._open["q"].pop()
            if address:
                self._copy.sign("link", origin, address, since=min(since, self._copy.length))

    def _a(self, tag: Tag, index: int) -> int:
        if tag.closes:
            if self._open["a"]:
                since, origin, address = self._open["a"].pop()
                if address.startswith(("http:", "https:", "pincite:", "doi:")):
                    self._copy.sign("link", origin, address, since=min(since, self._copy.length))
            return tag.end
        address = tag.attribute("href")
        if address.startswith("#") and (inside := self._inside(index, "a")):
            words, end = inside
            target = self._anchors.get(address[1:])
            if not any(character.isalnum() for character in words) and "*" not in words and "†" not in words:
                return end  # the arrow that leads back from a note
            if _CALL.fullmatch(words):
                if target is not None and target > tag.start:
                    self._called.add(address[1:])
                    self._copy.sign("call", tag.start, address[1:])
                return end
        self._open["a"].append((self._copy.length, tag.start, address))
        return tag.end

    def _sup(self, tag: Tag, index: int) -> int:
        """A raised number, which may be that of a note at the end of the page."""
        inside = self._inside(index, "sup")
        if inside is None or not inside[0].strip().isdecimal() or "<" in self._text[tag.end : tag.end + 3]:
            return tag.end
        self._copy.take(inside[0].strip().translate(RAISED), tag.end)
        return inside[1]

    def _inside(self, index: int, name: str) -> tuple[str, int] | None:
        """The words of a short element without its tags, and the offset behind it."""
        start, pieces = self._tags[index].end, []
        for tag in self._tags[index + 1 : index + 6]:
            pieces.append(self._text[start : tag.start])
            start = tag.end
            if tag.name == name and tag.closes:
                return unescape("".join(pieces)), tag.end
            if tag.start - self._tags[index].end > 60:
                return None
        return None

    def _flush(self, *, at_end: bool = False) -> None:
        """End the paragraph."""
        copy, citing = self._copy, self._citing
        self._copy, self._citing = Copy(), None
        if not at_end:
            for spans in self._open.values():
                spans.clear()
        if not copy.length:
            return
        if not self._quotes:
            kind: ParagraphKind = "note" if self._label else "heading" if self._heading else "prose"
            self._paragraphs.append(paragraph(copy, kind, label=self._label))
            return
        whole = copy.placed()
        address, at = self._quote_address
        cut = len(whole.text)
        if citing and not whole.text[citing[1] :].strip(" .\n)"):
            cut = citing[0]
            address = whole.text[cut : citing[1]].strip(_DASHES)
            at = whole.origin(whole.text.index(address, cut))
        shorter = Copy()
        shorter.take_from(whole, 0, len(whole.text[:cut].rstrip(_DASHES)))
        shorter.signs = [sign for sign in copy.signs if sign.end <= shorter.length]
        if shorter.length:
            self._paragraphs.append(paragraph(shorter, "block", citation=address, cited_at=at))


def _ends_of_quotations(tags: list[Tag]) -> dict[int, int]:
    """Where each `<blockquote>` ends, by where it begins; without those that are never closed."""
    ends, waiting = {}, []
    for tag in tags:
        if tag.name == "blockquote":
            if not tag.closes:
                waiting.append(tag.start)
            elif waiting:
                ends[waiting.pop()] = tag.end
    return ends
