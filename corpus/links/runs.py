"""Runs: what of an article a term of a text directive may be taken from, so that a browser finds it.

A term lies in one block of the page, and in one line of it: a browser takes a line break for another
character than a space, and the white space of code for what it is. Where the page prints a number that the
reading has taken out of the text, other words stand there than here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final, NamedTuple

from corpus.document import FILLER, Document, Inline, Kind, Readable
from corpus.expression import expression
from corpus.links.word_bounds import has_words, is_bounded
from corpus.words import columns

_BREAK: Final = expression(rf"[\s{FILLER}]{{2,}}|[^\S \u00a0]|{FILLER}")
_AROUND: Final = 2_000
"""Characters on either side of a place in which its run is looked for: a run may be longer, no term is."""


class Run(NamedTuple):
    """A stretch [start, end) of an article's text, in offsets of it, with its words."""

    start: int
    end: int
    text: str

    def part(self, start: int, end: int) -> str:
        """The words between two offsets of the article."""
        return self.text[start - self.start : end - self.start].strip()

    def after(self, offset: int, words: int, end: int) -> tuple[int, int]:
        """Some words from an offset on, no further than `end`: where they end, and how many they are.

        They end where a word surely does, so that they may be more words than asked for.
        """
        last = min(self.end, end)
        some = self.text[offset - self.start : last - self.start]
        _, ends, _ = columns(some)
        for count, at in enumerate(ends[words - 1 :], words):
            if is_bounded(self.text, offset - self.start + at, unspaced=False):
                return offset + at, count
        return offset + len(some.rstrip()), len(ends)

    def before(self, offset: int, words: int, start: int) -> tuple[int, int]:
        """Some words before an offset, no further than `start`: where they begin, and how many they are."""
        first = max(self.start, start)
        some = self.text[first - self.start : offset - self.start]
        starts, _, _ = columns(some)
        for count, at in enumerate(starts[len(starts) - words :: -1] if words <= len(starts) else [], words):
            if is_bounded(self.text, first - self.start + at, unspaced=False):
                return first + at, count
        return first + len(some) - len(some.lstrip()), len(starts)


def run_at(document: Readable, offset: int) -> Run:
    """The run that holds the character at an offset."""
    block = document.block_near(offset)
    start = max(block.start, offset - _AROUND)
    text = document.text[start : min(block.end, offset + _AROUND)]
    first, last = 0, len(text)
    here = offset - start
    for gap in _BREAK.finditer(text):
        if gap.end() <= here:
            first = gap.end()
        elif gap.start() >= here:
            last = gap.start()
            break
    for at in _turns(document, start, start + len(text)):
        if at <= offset:
            first = max(first, at - start)
        else:
            last = min(last, at - start)
            break
    return Run(start + first, start + last, text[first:last])


def run_before(document: Readable, start: int) -> Run | None:
    """The run with words that ends right before a place; None where something else may stand between."""
    block = document.block_near(start)
    if start == block.start and document.mark_before(block):
        return None
    words = document.text[max(0, start - _AROUND) : start]
    kept = len(words.replace(FILLER, " ").rstrip())
    if not kept:
        return None
    return _with_words(document, start - len(words) + kept - 1, start)


def run_behind(document: Readable, end: int) -> Run | None:
    """The run with words that begins right behind a place; None where something else may stand between."""
    words = document.text[end : end + _AROUND].replace(FILLER, " ")
    at = end + len(words) - len(words.lstrip())
    if not words.strip():
        return None
    block = document.block_near(at)
    if at == block.start and end < block.start and document.mark_before(block):
        return None
    return _with_words(document, at, end)


def _with_words(document: Readable, at: int, place: int) -> Run | None:
    run = run_at(document, at)
    between = sorted((at, place))
    if any(_turns(document, between[0] + 1, between[1] + 1)):
        return None
    return run if has_words(run.text) else None


def sign_between(document: Readable, last: int, other: int) -> str | None:
    """What the page may have behind the block of its `last` character, if `other` is not in it; else "".

    Many pages have a sign behind each heading, term and caption that links to it, shown or not, and no
    reading takes it for words. None where there may be one, and it is not known.
    """
    block = document.block_near(last)
    if other < block.end:
        return ""
    sign = document.permalink if isinstance(document, Document) else ""
    if block.kind is Kind.HEADING:
        return sign or None
    return sign if block.kind is Kind.ITEM and not block.marker else ""


def is_first(document: Readable, offset: int) -> bool:
    """Whether an offset is in the first block: a title, and where nothing is found, a browser shows that."""
    return document.block_before(document.block_near(offset).start) is None


def is_of_menu(document: Readable, run: Run) -> bool:
    """Whether all words of a run are a link: a menu of the page is likely to have the same."""
    return any(
        span.inline is Inline.LINK and span.start <= run.start and run.end <= span.end
        for span in document.spans_in(run.start, run.end)
    )


def _turns(document: Readable, start: int, end: int) -> list[int]:
    """The offsets in a stretch at which a printed page begins, whose number may stand in the page."""
    if not isinstance(document, Document):
        return []
    starts = document.labels.pages.starts
    return list(starts[bisect_left(starts, start) : bisect_right(starts, end - 1)])
