"""Which citation belongs to a quotation: the one behind it, in its sentence, or before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.manuscript.citing_words import cites, has_year, is_numbered, is_remark, names_no_work
from corpus.manuscript.marks import Pair
from corpus.manuscript.mentions import Mention, is_narrative, with_names
from corpus.manuscript.paragraphs import Paragraph
from corpus.manuscript.placed import signs_between
from corpus.manuscript.run_in import run_in
from corpus.manuscript.sentence import sentence_around

_BETWEEN: Final = expression(r"[\s.,;:!?…)\]”’»]{0,40}")
_DASH: Final = expression(r"[\s.,]{0,40}(?:—|–|―|--+|-)[\s~\u00a0]{0,40}")
_ATTRIBUTION: Final = 300
_EARLIER: Final = 40
"""Mentions before a quotation among which the work is looked for that its citation leaves out."""


class Beside(NamedTuple):
    """A citation beside a quotation, and where it stands in the manuscript.

    `label` is that of the note that has it; `close` tells that nothing but marks stands between it and the
    words; `mention` is where it is mentioned, as an offset in the paragraph, and `until` where it ends, if
    it has no parentheses around it.
    """

    words: str = ""
    origin: int | None = None
    label: str = ""
    close: bool = False
    mention: int = 0
    until: int = 0


NOTHING: Final = Beside()


class Surroundings:
    """The quotations of a paragraph and what is cited around them."""

    def __init__(self, paragraph: Paragraph, pairs: Sequence[Pair], mentions: Sequence[Mention]) -> None:
        """Take what was found in the paragraph, each in order."""
        self._paragraph = paragraph
        self._text = paragraph.words.text
        self._opens = [pair.opens for pair in pairs]
        self._closes = [pair.closes for pair in pairs]
        self._mentions = [one for one in mentions if not self._is_quoted(one.start)]
        self._starts = [one.start for one in self._mentions]

    def _is_quoted(self, offset: int) -> bool:
        index = bisect_right(self._opens, offset) - 1
        return index >= 0 and offset < self._closes[index]

    def _after(self, offset: int) -> Iterator[Mention]:
        return islice(self._mentions, bisect_left(self._starts, offset), None)

    def _before(self, offset: int) -> Iterator[Mention]:
        """The mentions before an offset, the nearest first."""
        last = bisect_left(self._starts, offset)
        return (self._mentions[index] for index in range(last - 1, max(-1, last - 1 - _EARLIER), -1))

    def beside(self, pair: Pair, *, close: bool = False) -> Beside:
        """The citation of a quotation in running text; only if nothing stands between, where `close`."""
        found = self._close(pair.closes)
        if found is not None and found.kind == "parentheses" and (bare := self._run_in(pair.closes)):
            return bare
        if found is not None:
            return self._whole(found, pair, close=True)
        if bare := self._run_in(pair.closes) or self._attributed(pair.closes):
            return bare
        if linked := self._linked(pair):
            return linked
        if close:
            return NOTHING
        first, last = sentence_around(self._text, pair.opens, pair.closes)
        found = self._in_sentence(pair.closes, last)
        if found is not None:
            return self._whole(found, pair, close=False)
        for one in self._before(pair.opens):
            if one.start < first:
                break
            if self._introduces(one):
                words, start = with_names(self._text, one)
                label = one.words if one.kind == "note" else ""
                origin = self._paragraph.words.origin(start) if start < one.start else one.origin
                return Beside("" if label else words, origin, label, mention=start)
        return NOTHING

    def _close(self, closes: int) -> Mention | None:
        """The mention right behind a quotation; what was only said to be done to it stands between."""
        reached = closes
        for one in self._after(closes):
            between = _BETWEEN.match(self._text, reached)
            if between is None or one.start > between.end():
                return None
            if _is_citation(one):
                return one
            if not is_remark(one.words):
                return None
            reached = one.end
        return None

    def _in_sentence(self, closes: int, last: int) -> Mention | None:
        index = bisect_left(self._opens, closes)
        following = self._opens[index] if index < len(self._opens) else len(self._text)
        for one in self._after(closes):
            # A note is called behind the stop of its sentence.
            if one.start > last and not (
                one.kind != "parentheses" and not self._text[last : one.start].strip()
            ):
                break
            if not _is_citation(one, beside=False):
                continue
            # Names before a year open the next quotation rather than belong to this one.
            if not (one.start < following < last and is_narrative(self._text, one)):
                return one
        return None

    def _whole(self, found: Mention, pair: Pair, *, close: bool) -> Beside:
        """A citation with the work, where that was named before and the place stands alone."""
        if found.kind == "note":
            return Beside("", found.origin, found.words, close, found.start)
        words, start, origin = found.words, found.start, found.origin
        if is_narrative(self._text, found):
            words, start = with_names(self._text, found)
            origin = self._paragraph.words.origin(start)
        if names_no_work(words):
            for one in self._before(pair.opens):
                if one.kind == "markup" or (one.kind == "parentheses" and has_year(one.words)):
                    whole = f"{with_names(self._text, one)[0]} {words}"
                    return Beside(whole, found.origin, "", close, found.start)
        return Beside(words, origin, "", close, start)

    def _introduces(self, one: Mention) -> bool:
        """Whether a mention before a quotation is its own, and not that of one before."""
        if not _is_citation(one, beside=False):
            return False
        index = bisect_right(self._closes, one.start) - 1
        if index < 0:
            return True
        between = _BETWEEN.match(self._text, self._closes[index])
        return between is not None and between.end() < one.start and is_narrative(self._text, one)

    def _run_in(self, closes: int) -> Beside | None:
        """A citation that follows without parentheses, with those in markup that stand in it."""
        found = run_in(self._text, closes)
        if found is None:
            return None
        words, origin = self._text[slice(*found)], self._paragraph.words.origin(found[0])
        return Beside(words, origin, close=True, mention=found[0], until=found[1])

    def _attributed(self, closes: int) -> Beside | None:
        """What stands behind a dash, up to the end of the paragraph."""
        dash = _DASH.match(self._text, closes)
        if dash is None or len(self._text) - dash.end() > _ATTRIBUTION:
            return None
        words = self._text[dash.end() :].strip()
        if not cites(words):
            return None
        origin, until = self._paragraph.words.origin(dash.end()), len(self._text)
        return Beside(words, origin, close=True, mention=dash.end(), until=until)

    def _linked(self, pair: Pair) -> Beside | None:
        """The address that a quotation itself leads to, or a word in parentheses right behind it."""
        for sign in signs_between(self._paragraph.signs, max(0, pair.opens - 3), pair.closes + 3):
            if sign.kind == "link" and sign.end > pair.opens:
                return Beside(sign.value, sign.origin, close=True, mention=sign.start)
        return None


def _is_citation(one: Mention, *, beside: bool = True) -> bool:
    """Whether a mention is one; names alone are only right `beside` a quotation."""
    return one.kind != "parentheses" or is_numbered(one.words) or cites(one.words[1:-1], beside=beside)


def ending(paragraph: Paragraph, mentions: Sequence[Mention]) -> tuple[Beside, int]:
    """The citation at the end of a quotation that is set off, and the offset at which its words end."""
    text, origin = paragraph.words.text, paragraph.words.origin
    end = len(text.rstrip())
    line = text.rfind("\n", 0, end) + 1
    dash = _DASH.match(text, line)
    if line > 0 and dash and end - dash.end() <= _ATTRIBUTION:
        signs = [one for one in mentions if line <= one.start]
        label = next((one.words for one in signs if one.kind == "note"), "")
        extra = " ".join(one.words for one in signs if one.kind == "markup")
        words = "" if label else f"{text[dash.end() : end]} {extra}".strip()
        return Beside(words, origin(dash.end()), label, close=True, mention=line), line
    if line > 0 and (bare := run_in(text, line)) and bare[1] >= end - 1:
        return Beside(text[slice(*bare)], origin(bare[0]), close=True, mention=bare[0]), line
    for one in reversed(mentions):
        if text[one.end : end].strip(' \n.,;:!?”"’»'):
            break
        if is_remark(one.words):
            continue
        if not _is_citation(one):
            break
        label = one.words if one.kind == "note" else ""
        return Beside("" if label else one.words, one.origin, label, close=True, mention=one.start), one.start
    return NOTHING, end
