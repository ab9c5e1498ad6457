"""Plain text: soft-wrapped lines become paragraphs again; headings, lists and verse keep their lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise
from typing import Final, Literal, NamedTuple, TypeAlias

from corpus.document import Document, Kind
from corpus.draft import Draft
from corpus.formats.line_signs import has_columns, is_contents, is_drawn
from corpus.formats.paragraph_numbers import with_numbers
from corpus.formats.printed_pages import Break, page_starts, paged
from corpus.formats.star_pages import with_star_pages
from corpus.labels import Labels
from corpus.matter.memo_heads import is_memo_head
from corpus.outline.divisions import opening_of
from corpus.outline.lines.headings import LineHeading, find_headings
from corpus.sanitiser import clean_line
from corpus.scripts import count_wide, is_wide

_ITEM: Final = re.compile(r"\s*(?P<marker>[-*•+–·‣]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\([ivx]{1,5}\))\s+(?=\S)")
_QUOTED: Final = re.compile(r"\s*((?:>\s?)+)")
# Lines longer than this were not wrapped by hand: each is a paragraph.
_LONG_LINE: Final = 140
# Of a request for comments little but its head stands above its title.
_BEFORE_HEAD: Final = 2
# Prose is not wrapped at less; verse mostly is.
_NARROWEST: Final = 48
# The beginning alone must be read as it is read in the whole.
_SAMPLE: Final = 2_000
_DIVISION: Final = "‐"
_ARTICLE: Final = frozenset("第제")
_RULE: Final = re.compile(r"\s*([-=_*~·])(?:\s*\1){2,}\s*")


Begins: TypeAlias = Literal["block", "line", "inside"]
"""What a part of a text begins with: a block, a line of one, or something inside a line."""


class Manner(NamedTuple):
    """How a text is set: the width it was wrapped at, in cells, and the spaces before its body's lines.

    `divides` tells that the sign ‐ divides words at the end of a line, and is no hyphen of theirs.
    """

    measure: int
    indent: int
    divides: bool = False

    @classmethod
    def of(cls, lines: Sequence[str]) -> Manner:
        """The manner of a text, told by its first lines."""
        return cls(_measure(lines), _body_indent(lines), _divides(lines))


def parse(text: str) -> Document:
    """Make a document of plain text."""
    lines, breaks = paged(text)
    document = parse_lines(lines, find_headings(lines), Manner.of(lines), breaks=breaks)
    return with_numbers(with_star_pages(document))


def parse_lines(
    lines: Sequence[str],
    headings: Iterable[LineHeading],
    manner: Manner,
    begins: Begins = "block",
    breaks: Sequence[Break] = (),
) -> Document:
    """Make a document of clean lines of which the headings and the pages are known.

    `begins` tells what the first of them is the beginning of: a block; a line inside a run of lines;
    or no line even. A paragraph that goes on there is the rest of one (Kind.CONTINUATION).
    """
    at_line = {heading.line: heading for heading in headings}
    draft = Draft()
    writer = _Writer(draft, manner, begins)
    at, chunk = 0, 0
    runs: list[tuple[int, int]] = []
    while at < len(lines):
        heading = at_line.get(at)
        if heading is None and lines[at].strip():
            at += 1
            continue
        runs.append((chunk, len(draft)))
        writer.chunk(lines[chunk:at], lines[at + 1] if at + 1 < len(lines) else "")
        runs.append((at, len(draft)))
        if heading is not None:
            draft.add(clean_line(heading.title), Kind.HEADING, level=heading.level)
        at += heading.lines if heading else 1
        chunk = at
    runs.append((chunk, len(draft)))
    writer.chunk(lines[chunk:])
    document = draft.document(format="text")
    if not breaks:
        return document
    return document._replace(labels=Labels(pages=page_starts(document, lines, runs, breaks)))


def _divides(lines: Sequence[str]) -> bool:
    """Whether a program divided words with ‐ (U+2010), as those that set manuals do.

    They write the hyphen of a word as the keyboard has it; who prints ‐ within a line means it.
    """
    some = [line.rstrip() for line in lines[:_SAMPLE] if _DIVISION in line]
    return bool(some) and all(line.index(_DIVISION) == len(line) - 1 for line in some)


def _measure(lines: Sequence[str]) -> int:
    """The width that the text was wrapped at, in cells: nearly no wrapped line is longer."""
    widths = Counter(
        width
        for line, following in pairwise(lines[:_SAMPLE])
        if following.strip() and 30 < (width := _width(line)) <= _LONG_LINE
    )
    rest = widths.total() // 20
    for width in sorted(widths, reverse=True):
        rest -= widths[width]
        if rest <= 0:
            return width
    return 72


def _body_indent(lines: Sequence[str]) -> int:
    indents = Counter(_indent(line) for line in lines[:_SAMPLE] if line.strip())
    common = [indent for indent, count in indents.items() if count > indents.total() // 4]
    return min(common, default=0)


class _Writer:
    """Takes runs of lines without a blank one among them, and writes the blocks that they are."""

    def __init__(self, draft: Draft, manner: Manner, begins: Begins) -> None:
        self._draft = draft
        self._measure, self._indent, divides = manner
        self._joined = partial(_joined, divides=divides)
        self._begins = begins

    def chunk(self, lines: Sequence[str], following: str = "") -> None:
        """Write a run of lines; `following` is the line after the blank one that ends it."""
        if not lines:
            return
        quote = 0
        if all(_QUOTED.match(line) for line in lines):
            quote = min(match[1].count(">") for line in lines if (match := _QUOTED.match(line)))
            lines = [line[match.end() :] for line in lines if (match := _QUOTED.match(line))]
            lines = [line for line in lines if line.strip()]
            if not lines:
                return
        if len(lines) == 1 and _RULE.fullmatch(lines[0]):
            self._draft.add("", Kind.RULE)
        elif is_contents(lines):
            self._verbatim(lines, quote)
        elif self._is_list(lines, following):
            self._items(lines, quote)
        elif self._is_verbatim(lines):
            self._verbatim(lines, quote)
        else:
            self._paragraphs(lines, quote)

    def _is_list(self, lines: Sequence[str], following: str) -> bool:
        """Whether these are items: "1998." may also begin a line of prose."""
        item = _ITEM.match(lines[0])
        if item is None:
            return False
        if len(lines) > 1 or _indent(lines[0]) > 0 or item["marker"][0] in "-*•+–·‣(":
            return True
        goes_on = _ITEM.match(following)
        return self._draft.last is Kind.ITEM or (goes_on is not None and goes_on["marker"] != item["marker"])

    def _is_verbatim(self, lines: Sequence[str]) -> bool:
        if len(lines) == 1:
            return _indent(lines[0]) >= self._indent + 8 and has_columns(lines[0])
        if len(self._draft) <= _BEFORE_HEAD and is_memo_head(lines):
            return True
        columns = sum(has_columns(line.strip()) for line in lines)
        if columns * 2 > len(lines):
            return True
        if all(_indent(line) > self._indent for line in lines):
            drawn = sum(is_drawn(line) for line in lines)
            if (columns + drawn) * 2 > len(lines) and drawn > 1:
                return True
        return (
            all(_indent(line) >= self._indent + 4 for line in lines)
            and self._ragged(lines) * 2 > len(lines) - 1
        )

    def _ragged(self, lines: Sequence[str]) -> int:
        """How many lines end where the next word would still have fitted: broken on purpose."""
        return sum(
            _width(line.rstrip()) + 1 + _width(following.split(None, 1)[0]) <= self._measure - 2
            for line, following in pairwise(lines)
        )

    def _verbatim(self, lines: Sequence[str], quote: int) -> None:
        expanded = [line.expandtabs(8).rstrip() for line in lines]
        indent = min(_indent(line) for line in expanded)
        self._draft.add("\n".join(line[indent:] for line in expanded), Kind.CODE, quote=quote)

    def _items(self, lines: Sequence[str], quote: int) -> None:
        base = _indent(lines[0])
        item: list[str] = []
        marker, level, first = "", 1, True
        for line in [*lines, ""]:
            match = _ITEM.match(line)
            if line and not (match and _indent(line) <= base + 12):
                item.append(line)
                continue
            if item:
                self._draft.add(
                    self._joined(item), Kind.ITEM, level=level, quote=quote, marker=marker, tight=not first
                )
                first = False
            if match:
                sign = match["marker"]
                marker = "•" if sign in "-*•+–·‣" else sign
                level = 1 + max(0, _indent(line) - base) // 2
                item = [line[match.end() :]]

    def _paragraphs(self, lines: Sequence[str], quote: int) -> None:
        if len(lines) > 1 and sum(len(line) > _LONG_LINE for line in lines) * 2 >= len(lines):
            for line in lines:
                rest = self._begins == "inside" and not len(self._draft)
                self._draft.add(
                    self._joined([line]), Kind.CONTINUATION if rest else Kind.PARAGRAPH, quote=quote
                )
            return
        for paragraph in self._indented_starts(lines):
            broken = self._ragged(paragraph) * 2 > len(paragraph) - 1 and not _is_wrapped_narrower(paragraph)
            words = [" ".join(line.split()) for line in paragraph]
            kind = Kind.PARAGRAPH if self._begins == "block" or len(self._draft) else Kind.CONTINUATION
            self._draft.add("\n".join(words) if broken else self._joined(words), kind, quote=quote)

    def _indented_starts(self, lines: Sequence[str]) -> list[list[str]]:
        """Parts a run where paragraphs are told by an indented first line, as in print, or by 第一条."""
        base = min(_indent(line) for line in lines)
        paragraphs = [[lines[0]]]
        for before, line in pairwise(lines):
            starts = base + 1 < _indent(line) <= base + 8 and _indent(before) == base
            starts = starts or (line.lstrip()[:1] in _ARTICLE and _opens_article(line))
            if starts and before.rstrip()[-1:] in ".!?:”\"’'。！？…)；":
                paragraphs.append([line])
            else:
                paragraphs[-1].append(line)
        return paragraphs


def _opens_article(line: str) -> bool:
    """Whether a line opens with the number of an article, as those of Chinese laws do, line by line."""
    opening = opening_of(line.lstrip())
    return opening is not None and opening.is_article


def _is_wrapped_narrower(lines: Sequence[str]) -> bool:
    """Whether prose was wrapped at a width of its own: no word at the end of a line had room before it."""
    width = max(_width(line.rstrip()) for line in lines)
    going_on = sum(line.lstrip()[:1].islower() for line in lines[1:])
    if width < _NARROWEST or going_on * 2 < len(lines) - 1 or not going_on:
        return False
    return all(
        _width(line.rstrip()) + 1 + _width(following.split(None, 1)[0]) > width
        for line, following in pairwise(lines)
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _width(line: str) -> int:
    return len(line) + count_wide(line)


def _joined(lines: Sequence[str], *, divides: bool) -> str:
    """One line of them: parted by a space, but not after a hyphen in a word, nor between wide characters.

    `divides` as in `Manner`.
    """
    text = " ".join(lines[0].split())
    if len(lines) == 1:
        return text
    for line in lines[1:]:
        words = " ".join(line.split())
        if not words:
            continue
        hyphened = text[-1:] in "-‐" and text[-2:-1].isalpha() and words[0].islower()
        if hyphened and divides:
            text = text.removesuffix(_DIVISION)
        wide = is_wide(text[-1]) and is_wide(words[0])
        text += words if hyphened or wide else f" {words}"
    return text
