"""A quotation held against one article: where it stands there, or what comes nearest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Final

from corpus.index.lexicon import RARE
from corpus.quotation.alignment import Aligned, aligned
from corpus.quotation.candidates import Strings, located
from corpus.quotation.checked import Match, Verdict
from corpus.quotation.letters import columns
from corpus.quotation.negation import hides_negation
from corpus.quotation.notation import MOST_OMITTED, Reading
from corpus.quotation.remarks import remarks_on
from corpus.quotation.shelf import Opened, Shelf, Span
from corpus.quotation.verbatim import Window, number_instead
from corpus.sanitiser import clean_line
from corpus.word_diff import word_diff

_MOST_ANCHORS: Final = 40
_MOST_PLACES: Final = 5
"""So many places of one article are given."""
_MOST_LOCATED: Final = 3
_SLACK: Final = 16
"""Words on either side of where a quotation should stand that are looked at too, at the least."""
_FAR: Final = 100_000
"""Characters between two parts of which the words are counted."""
_BEHIND: Final = 40
"""Characters behind a place in which a number is looked for."""
_TOLD: Final = 12
_HOPELESS: Final = 0.55
_HOPELESS_RUN: Final = 3
"""Of a quotation of so many words, fewer than this share stand there, and no more than so many in sequence:
then it is absent, however its words are cut (see `_verdict`)."""
_NEARLY: Final = 0.8
"""Places of an article with less than this share of the words that the best one has are not looked into."""
_NOWHERE: Final = "\ud800"
"""Stands for a word that no article has; no string of words has it."""
OMISSION: Final = " … "
"""Stands in what is offered for what the quotation leaves out."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article with the place that a quotation comes nearest to, and how near (0 to 1)."""

    match: Match
    nearness: float
    found: tuple[Aligned | None, ...] = ()


class QuotationInArticle:
    """One quotation and one article of a shelf."""

    def __init__(self, reading: Reading, strings: Strings, shelf: Shelf, place: int) -> None:
        """Take a quotation and an article, which is opened when its text is looked at."""
        self._reading, self._strings = reading, strings
        self._found: dict[tuple[str, ...], list[int]] = {}
        self._best: dict[tuple[str, ...], tuple[tuple[int, int], list[int]]] = {}
        self._cut: dict[Span, Window | None] = {}
        self.shelf, self.place = shelf, place
        self._key, self._words = shelf.key(place), shelf.words(place)
        self.unreadable = False
        """Whether it was to be opened, and could not be."""

    @cached_property
    def _opened(self) -> Opened | None:
        opened = self.shelf.open(self.place)
        self.unreadable = opened is None
        return opened

    @property
    def _article(self) -> Opened:
        """The article, once it was opened."""
        assert self._opened
        return self._opened

    def verbatim(self, *, strictly: bool) -> Iterator[Match]:
        """The places where all of it stands, in reading order, a few at most.

        `strictly` are only those looked at where the words are cut as in the quotation.
        """
        seen: set[Span] = set()
        for window in self._windows(strictly=strictly):
            for found in window.standings(self._reading):
                if found.spans[0] in seen:
                    continue
                seen.add(found.spans[0])
                spans = tuple((found.spans[run[0]][0], found.spans[run[-1]][1]) for run in self._reading.runs)
                remarks = remarks_on(self._reading, found, self._article.text)
                yield self._match(Verdict.VERBATIM, spans, remarks)
                if len(seen) == _MOST_PLACES:
                    return

    def _windows(self, *, strictly: bool) -> Iterator[Window]:
        """What is around each place of the longest piece, wide enough for all the others."""
        reading, pieces, string = self._reading, self._strings.needles, self._words
        anchor = self._strings.longest
        needs = [len(piece.letters) for piece in reading.pieces]
        gaps = [joint.most + len(joint.letters) for joint in reading.joints]
        pad = _padding(reading.units)
        before = sum(needs[:anchor]) + sum(gaps[:anchor]) + pad
        behind = sum(needs[anchor:]) + sum(gaps[anchor:]) + pad
        needle = pieces[anchor]
        at = string.find(needle) if needle and RARE not in needle else -1
        starts: list[int] = []
        while at >= 0 and len(starts) < _MOST_ANCHORS:
            around = string[max(0, at - before) : at + behind]
            if not strictly or all(RARE in piece or piece in around for piece in pieces):
                starts.append(at)
            at = string.find(needle, at + 1)
        if not starts and not strictly:
            starts = self._located((needle,))
        for at in starts:
            if window := self._window(at - before, at + behind):
                yield window

    def _located(self, strings: tuple[str, ...]) -> list[int]:
        if strings not in self._found:
            self._found[strings] = located(strings, self._words, _MOST_LOCATED)
        return self._found[strings]

    def _window(self, first: int, last: int) -> Window | None:
        """The words [first, last) of the article; None where there are none."""
        if (first, last) not in self._cut:
            article = self._opened
            start, end = article.span(first, last) if article else (0, 0)
            self._cut[first, last] = Window(article.text, start, end) if article and start < end else None
        return self._cut[first, last]

    def promise(self) -> float:
        """Which share of its words stands near one another in the article (0 to 1), told without its text.

        It is 0 where nothing can come near.
        """
        placed = [
            self._placed(tuple(self._strings.pieces[number] for number in run))[0]
            for run in self._reading.runs
        ]
        units = self._reading.units
        matched, longest = sum(one[0] for one in placed), max(one[1] for one in placed)
        if not matched or (units >= _TOLD and matched < _HOPELESS * units and longest <= _HOPELESS_RUN):
            return 0.0
        return matched / units

    def _placed(self, strings: tuple[str, ...]) -> tuple[tuple[int, int], list[int]]:
        """How many words of a run stand where most do, how many of them in sequence, and where that is."""
        if strings not in self._best:
            scored = [(self._shared(strings, at), at) for at in self._located(strings)]
            most = max((score for score, _ in scored), default=(0, 0))
            self._best[strings] = most, [at for score, at in scored if score[0] >= _NEARLY * most[0]]
        return self._best[strings]

    def _shared(self, strings: tuple[str, ...], at: int) -> tuple[int, int]:
        from rapidfuzz.distance import Indel  # not above: most quotations are verbatim

        own = "".join(strings).replace(RARE, _NOWHERE)
        pad = _padding(len(own))
        there = self._words[max(0, at - pad) : at + len(own) + pad]
        same = [step.src_end - step.src_start for step in Indel.opcodes(own, there) if step.tag == "equal"]
        return sum(same), max(same, default=0)

    def nearest(self) -> Candidate | None:
        """The place that comes nearest to it, if any does."""
        runs = list(self._reading.runs)
        found = [self._nearest_to(run) for run in runs]
        placed = [one for one in found if one]
        if not placed:
            return None
        units, matched = self._reading.units, sum(one.matched for one in placed)
        longest = max(one.longest for one in placed)
        covered = matched / units
        alike = 2 * matched / (units + sum(one.units for one in placed))
        verdict = _verdict(units, covered, alike, longest)
        if verdict is Verdict.ABSENT:
            return None
        spans = tuple((one.start, one.end) for one in placed)
        why = tuple(self._why(spans, same=alike == 1.0))
        match = self._match(verdict, tuple(self._with_negations(spans)), why)
        offered = match.offered
        quoted = OMISSION.join(
            " ".join(self._reading.pieces[number].letters.text for number in run)
            for run, one in zip(runs, found, strict=True)
            if one or verdict is Verdict.PARTIAL
        )
        match = match._replace(diff=word_diff(quoted, offered, columns))
        return Candidate(match, (covered + alike) / 2, tuple(found))

    def _nearest_to(self, run: Sequence[int]) -> Aligned | None:
        letters = [self._reading.pieces[number].letters for number in run]
        strings = tuple(self._strings.pieces[number] for number in run)
        length = sum(map(len, letters))
        best: Aligned | None = None
        for at in self._placed(strings)[1]:
            pad = _padding(length)
            window = self._window(at - pad, at + length + pad)
            one = aligned(letters, window) if window else None
            if one and (best is None or (one.matched, -one.units) > (best.matched, -best.units)):
                best = one
        return best

    def _with_negations(self, spans: Sequence[Span]) -> Iterator[Span]:
        """The places, those made one between which an ellipsis hides that the contrary is said."""
        last: Span | None = None
        for span in spans:
            if last and last[1] < span[0] and hides_negation(self._article.text[last[1] : span[0]][:_FAR]):
                last = last[0], span[1]
                continue
            if last:
                yield last
            last = span
        if last:
            yield last

    def _why(self, spans: Sequence[Span], *, same: bool) -> Iterator[str]:
        """What else than words is not as the quotation says."""
        for one, other in pairwise(spans):
            if other[0] < one[0]:
                yield "its parts stand in another order"
            else:
                between = self._article.text[one[1] : min(other[0], one[1] + _FAR)]
                if (count := len(columns(between)[0])) > MOST_OMITTED:
                    more = "more than " if other[0] - one[1] > _FAR else ""
                    yield f"{more}{count:,} words stand between its parts"
                elif hides_negation(between):
                    yield f"the ellipsis stands for “{clean_line(between.strip())}”"
        behind = self._article.text[spans[-1][1] :][:_BEHIND]
        if same and len(spans) == 1 and (number := number_instead(self._reading, behind)):
            yield f"the source has the number {number} behind these words"
        elif same and len(spans) == 1:
            yield "what is put in brackets, left out, or marked is not so in the source"

    def _match(self, verdict: Verdict, spans: tuple[Span, ...], remarks: tuple[str, ...]) -> Match:
        text = self._article.text
        offered = OMISSION.join(text[start:end] for start, end in spans)
        return Match(verdict, self._key, self._article.title, spans, offered=offered, remarks=remarks)

    def called(self, match: Match) -> Match:
        """The same with the name of its place."""
        return match._replace(place=self._article.called(match.spans))


def _padding(units: int) -> int:
    """How many words on either side of where so many should stand are looked at too."""
    return max(_SLACK, units // 3)


def _verdict(units: int, covered: float, alike: float, longest: int) -> Verdict:
    """What these figures say of a quotation that is not verbatim.

    The thresholds are those at which quotations made up of a library’s own words were told from altered
    ones: see `tests/bench/checking`.
    """
    if units < 4:
        return Verdict.ABSENT
    if covered >= 0.7 and alike >= 0.6 and (longest >= 4 or longest >= 0.4 * units):
        return Verdict.ALTERED
    if covered >= 0.8 and alike >= 0.75 and longest >= 3:
        return Verdict.ALTERED
    if longest >= 7 or (longest >= 5 and covered >= 0.5):
        return Verdict.PARTIAL
    return Verdict.ABSENT


def as_part(candidate: Candidate, words: str) -> Candidate:
    """The same as one of several places that a quotation was put together from."""
    remark = f"only “{words}” stands here"
    match = candidate.match._replace(verdict=Verdict.PARTIAL, remarks=(remark, *candidate.match.remarks))
    return replace(candidate, match=match)
