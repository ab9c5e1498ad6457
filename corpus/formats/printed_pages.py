"""The pages of a plain text: where each begins, and the number that stands at its foot or its head.

Pages are parted by form feeds, or by feet like those of requests for comments ("[Page 12]"). A page has
a label only where the source prints its number, and where the numbers count on from page to page; a form
feed alone gives none. Where they do, the lines that print them, and the running heads and feet beside
them, are taken out: they stand in the middle of sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from corpus.document import Document
from corpus.expression import expression
from corpus.labels import Printed
from corpus.outline.numbering import roman
from corpus.sanitiser import clean_text
from corpus.scripts import count_wide

_FOOT_OF_PAGE: Final = expression(r"\[Page\s+[0-9ivxlc]{1,6}\]\s*$")
_ALONE: Final = expression(
    r"\s*(?:page\s+|第\s?)?[-–—]?\s*(?P<number>\d{1,4}|[ivxlc]{1,8})\s*[-–—]?"
    r"(?:\s+of\s+\d{1,4}|\s?页)?\s*",
    re.IGNORECASE,
)
_AT_EDGE: Final = expression(
    r".*?\S(?:\s+\[?Page\s+|\s{3,})(?P<right>\d{1,4}|[ivxlc]{1,8})(?:\s+of\s+\d{1,4})?\]?\s*"
    r"|\s*(?P<left>\d{1,4})\s{3,}\S.*"
)
_FIGURES: Final = expression(r"\d+|\b[ivxlc]+\b")
_LEAST: Final = 3
"""Pages with their numbers, below which a count proves nothing."""
_AGREEING: Final = 0.8
_REPEATED: Final = 0.6
_TERMINAL: Final = '.!?:;”"’)。！？：；'
_BEGINS: Final = expression(r"(?:[-*•+–·o]|\(?\w{1,3}[.)]|\d+(?:\.\d+)+)\s|[\[(]?\d{1,4}[\])]")
_SHORT: Final = 40
"""Cells below which a line is no line of prose that goes on."""
_WIDEST: Final = 200


class Break(NamedTuple):
    """A page begins with a line; its label is "" where its number is not known."""

    line: int
    label: str


class Paged(NamedTuple):
    """Clean lines, and the pages that begin among them."""

    lines: list[str]
    breaks: list[Break]


class _Number(NamedTuple):
    value: int
    label: str


def paged(text: str, clean: Callable[[str], str] = clean_text, *, part: bool = False) -> Paged:
    """The clean lines of a text, and its pages.

    `part` tells that the text goes on: then its last page is the one after the last whose number stands
    at its foot.
    """
    if "\f" not in text and "[Page " not in text:
        return Paged(clean(text).split("\n"), [])
    pages = _pages(text, clean)
    feet, heads = [_Edge.last(page) for page in pages], [_Edge.first(page) for page in pages]
    at_foot, at_head = _counted(feet), _counted(heads)
    by_foot = sum(map(bool, at_foot)) >= sum(map(bool, at_head))
    labels = at_foot if by_foot else at_head
    if not any(labels):
        return Paged([line for page in pages for line in page], [])
    if part and by_foot and not labels[-1] and labels[-2:-1] and labels[-2].isdecimal():
        labels[-1] = str(int(labels[-2]) + 1)
    out = [*_furniture(feet, at_foot), *_furniture(heads, at_head)]
    return _joined(pages, out, labels)


def _pages(text: str, clean: Callable[[str], str]) -> list[list[str]]:
    """The lines of each page."""
    if "\f" in text:
        return [clean(page).split("\n") for page in text.split("\f")]
    pages: list[list[str]] = [[]]
    for line in clean(text).split("\n"):
        pages[-1].append(line)
        if _FOOT_OF_PAGE.search(line):
            pages.append([])
    return pages


class _Edge(NamedTuple):
    """The first or the last line of a page that has words: its index, -1 without any, and its words."""

    line: int
    words: str

    @classmethod
    def first(cls, page: Sequence[str]) -> _Edge:
        return next((cls(at, line) for at, line in enumerate(page) if line.strip()), cls(-1, ""))

    @classmethod
    def last(cls, page: Sequence[str]) -> _Edge:
        at, words = cls.first(page[::-1])
        return cls(len(page) - 1 - at, words) if at >= 0 else cls(-1, "")

    def number(self) -> _Number | None:
        """The number of the page, if this line prints one."""
        words = self.words
        if len(words) > _WIDEST or not (match := _ALONE.fullmatch(words) or _AT_EDGE.fullmatch(words)):
            return None
        label = next(filter(None, match.groupdict().values()))
        value = int(label) if label.isdecimal() else roman(label.upper())
        return _Number(value, label) if value else None

    def frame(self) -> str:
        """The words with their figures left out: those of a running head are the same on many pages."""
        return _FIGURES.sub("#", " ".join(self.words.split()))


def _counted(edges: Sequence[_Edge]) -> list[str]:
    """The labels of pages whose numbers count on; "" for the others, for all where most do not."""
    found = [(at, number) for at, edge in enumerate(edges) if (number := edge.number())]
    labels = [""] * len(edges)
    pairs = [
        (first, second)
        for first, second in pairwise(found)
        if first[1].label.isdecimal() == second[1].label.isdecimal()
    ]
    agreeing = [(a, b) for a, b in pairs if b[1].value - a[1].value == b[0] - a[0]]
    enough = len(found) >= _LEAST and len(agreeing) >= _AGREEING * len(pairs)
    if not enough or len(found) * 2 < sum(edge.line >= 0 for edge in edges):
        return labels
    for (first, number), (last, following) in agreeing:
        labels[first], labels[last] = number.label, following.label
        if number.label.isdecimal():
            # A page between two whose numbers agree is one that prints none, as where a chapter begins.
            labels[first : last + 1] = [str(number.value + by) for by in range(last - first + 1)]
    return labels


def _furniture(edges: Sequence[_Edge], labels: Sequence[str]) -> list[tuple[int, int]]:
    """The lines to take out (page, line): those that print its number, and those on most of the pages."""
    frames = Counter(edge.frame() for edge in edges if edge.line >= 0)
    least = max(_LEAST, _REPEATED * sum(frames.values()))
    running = {frame for frame, times in frames.items() if times >= least and frame[-1] not in _TERMINAL}
    return [
        (page, edge.line)
        for page, (edge, label) in enumerate(zip(edges, labels, strict=True))
        if edge.line >= 0
        and (edge.frame() in running or (label and (number := edge.number()) and number.label == label))
    ]


def _joined(pages: Sequence[list[str]], out: Iterable[tuple[int, int]], labels: Sequence[str]) -> Paged:
    """All lines but those to take out, one blank line between two pages; none inside a paragraph."""
    taken = set(out)
    lines: list[str] = []
    breaks: list[Break] = []
    for number, page in enumerate(pages):
        own = ["" if (number, at) in taken else line for at, line in enumerate(page)]
        if number:
            while own[:-1] and not own[0].strip():
                del own[0]
            while lines and not lines[-1].strip():
                lines.pop()
            if lines and not _goes_on(lines[-1], own[0]):
                lines.append("")
        if any(line.strip() for line in own):
            breaks.append(Break(len(lines), labels[number]))
        lines += own
    return Paged(lines, breaks)


def _goes_on(before: str, after: str) -> bool:
    """Whether a line that begins a page goes on with the sentence that the page before ends in."""
    last, first = before.strip(), after.strip()
    if not last or not first or last[-1] in _TERMINAL or _BEGINS.match(first):
        return False
    if "   " in last or "   " in first or "\t" in after or len(last) + count_wide(last) < _SHORT:
        return False
    return len(before) - len(before.lstrip()) == len(after) - len(after.lstrip())


def page_starts(
    document: Document,
    lines: Sequence[str],
    blocks_before: Sequence[tuple[int, int]],
    breaks: Sequence[Break],
) -> Printed:
    """The offsets at which pages begin in a document made of lines.

    `blocks_before` tells for runs of lines, by the first of each, how many blocks stood before it.
    """
    firsts = [line for line, _ in blocks_before]
    starts: list[tuple[int, str]] = []
    for line, label in breaks:
        run = bisect_right(firsts, line) - 1
        offset = _offset(document, lines, blocks_before, run, line) if run >= 0 else 0
        if starts and starts[-1][0] == offset:
            starts.pop()
        starts.append((offset, label))
    return Printed.of(starts)


def _offset(
    document: Document,
    lines: Sequence[str],
    runs: Sequence[tuple[int, int]],
    run: int,
    line: int,
) -> int:
    """Where a line stands in the text: counted in the characters that are no white space, which both have."""
    blocks, text = document.blocks, document.text
    first_line, first = runs[run]
    after = runs[run + 1][1] if run + 1 < len(runs) else len(blocks)
    start = blocks.starts[first] if first < len(blocks) else len(text)
    ahead = sum(len(words) for row in lines[first_line:line] for words in row.split())
    if not ahead or first >= after:
        return start
    last_line = runs[run + 1][0] if run + 1 < len(runs) else len(lines)
    whole = sum(len(words) for row in lines[first_line:last_line] for words in row.split())
    words = text[start : blocks.ends[after - 1]]
    if sum(map(len, words.split())) != whole:
        # Something was taken out, such as the signs of a list: the page begins with the block that has it.
        begins = lines[line].split()[-1:] and " ".join(lines[line].split()[-3:])
        at = words.find(begins) if begins else -1
        return start if at < 0 else blocks.starts[document.block_at(start + at)]
    at = 0
    for character in words:
        if not ahead and not character.isspace():
            break
        ahead -= not character.isspace()
        at += 1
    return start + at
