"""Whether the pieces of a quotation stand in a text, letter by letter, in their order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from corpus import words
from corpus.expression import expression
from corpus.quotation.letters import Letters, has_notes
from corpus.quotation.negation import hides_negation
from corpus.quotation.notation import CLOSED, Joint, Piece, Reading

_MOST_PLACES: Final = 2_000
"""So many places of a piece are looked at; only one of a word or two has more in a window."""
_MOST_PUT_IN: Final = 60
"""Letters that a writer may put in brackets before or behind what is quoted."""
_DENIES: Final = -2
_MOST_CHAINS: Final = 20
_BRACKETED_BEFORE: Final = expression(r"\[([^\[\]]{0,400})\]\s*\Z")
_BRACKETED_BEHIND: Final = expression(r"[\s.,;:!?”’\"')]{0,6}\[([^\[\]]{0,400})\]")
_DOTS: Final = r"(?P<dots>…|\.\s?\.\s?\.)"
_DOTS_BEHIND: Final = expression(rf"\W{{0,12}}?{_DOTS}")
_DOTS_BEFORE: Final = expression(rf"{_DOTS}\W{{0,12}}\Z")
_NUMBERED: Final = expression(r"[\s.,;:!?”’\"']{0,6}[\[(]\s{0,3}(\d{1,4})\s{0,3}[\])]\s{0,3}[.,;。]?\s{0,3}")
_NOTED: Final = expression(r"[.,;:!?”’\"')]{1,4}\[?(\d{1,3})")
_EDGE: Final = 420
"""Characters around a place among which a bracket is looked for."""


class Place(NamedTuple):
    """Where a piece stands: letters [first, last) of the window, whole words though it may be open."""

    first: int
    last: int
    whole_first: int
    whole_last: int


class Standing(NamedTuple):
    """Where the pieces of a quotation stand: offsets [start, end) in the text, one for each.

    `omitted` are the offsets of what stands for each joint, `skipped` how many words that are.
    """

    spans: tuple[tuple[int, int], ...]
    between: tuple[tuple[int, int], ...]
    skipped: tuple[int, ...]


class Window:
    """A part of a text that is looked into; offsets are given in the whole text."""

    def __init__(self, text: str, start: int, end: int) -> None:
        """Take the characters [start, end) of a text. Words should not be cut at its ends."""
        self.text, self.start, self.end = text, start, end
        self._cut = text[start:end]

    @cached_property
    def letters(self) -> Letters:
        """Its letters, with all that is in it."""
        return Letters(self._cut)

    @cached_property
    def _without_notes(self) -> Letters | None:
        """Its letters without the signs of notes; None where there are no such signs."""
        return Letters(self._cut, notes=False) if has_notes(self._cut) else None

    def standings(self, reading: Reading) -> list[Standing]:
        """Where all pieces of a quotation stand, with least between them; empty where they do not."""
        for letters in (self.letters, None if reading.noteless else self._without_notes):
            if letters is None:
                break
            found = [self._standing(chain, letters) for chain in _chains(reading, letters)]
            if fitting := [one for one in found if self._fits(reading, one)]:
                return fitting
        return []

    def _standing(self, chain: list[Place], letters: Letters) -> Standing:
        spans = [
            (
                self.start + letters.starts[letters.unit_at[place.whole_first]],
                self.start + letters.ends[letters.unit_at[place.whole_last] - 1],
            )
            for place in chain
        ]
        between, skipped = [], []
        for one, other in pairwise(chain):
            between.append((self.start + _end(letters, one.last), self.start + _start(letters, other.first)))
            skipped.append(max(0, _units(letters, one.whole_last, other.whole_first)))
        return Standing(tuple(spans), tuple(between), tuple(skipped))

    def _fits(self, reading: Reading, found: Standing) -> bool:
        """Whether what stands around the place does not belie the brackets at the quotation's ends."""
        start, end = found.spans[0][0], found.spans[-1][1]
        before, behind = self.text[max(0, start - _EDGE) : start], self.text[end : end + _EDGE]
        if _belies(reading.before, _BRACKETED_BEFORE.search(before)):
            return False
        if _belies(reading.behind, _BRACKETED_BEHIND.match(behind)):
            return False
        if number_instead(reading, behind):
            return False
        own = Letters(reading.citation).forms
        # What is taken for a citation may be the source’s own words, and altered.
        common = set(own) & set(Letters(behind[: 2 * len(reading.citation)]).forms[: len(own) + 1])
        return not own or 2 * len(common) < len(set(own))


def number_instead(reading: Reading, behind: str) -> str:
    """The number that the source has where the quotation ends in another, which was taken for a sign.

    "" where it has none; `behind` is what follows in the source. What stands behind a closing mark is the
    writer’s, and says nothing of the source.
    """
    if reading.noteless:
        return match[1] if (match := _NOTED.match(behind)) else ""
    last = reading.behind.written if reading.behind else reading.citation
    written, printed = _NUMBERED.fullmatch(last), _NUMBERED.match(behind)
    if written is None or printed is None or CLOSED.fullmatch(reading.text.rstrip()[-1:]):
        return ""
    return printed[1] if written[1] != printed[1] else ""


def _belies(joint: Joint | None, bracket: re.Match[str] | None) -> bool:
    """Whether a bracket is the source’s own, and says something else there; or is longer than a remark."""
    if joint is None or joint.kind != "bracket" or not joint.letters:
        return False
    if bracket is None:
        return len(joint.letters) > _MOST_PUT_IN
    return Letters(bracket[1]).letters != joint.letters


def _end(letters: Letters, place: int) -> int:
    """The offset in the text at which the letters before a place end."""
    number = bisect_left(letters.firsts, place) - 1
    if number < 0:
        return letters.starts[0]
    if letters.firsts[number + 1] == place:
        return letters.ends[number]
    return min(letters.starts[number] + place - letters.firsts[number], letters.ends[number])


def _start(letters: Letters, place: int) -> int:
    """The offset in the text at which the letters from a place on begin."""
    number = bisect_right(letters.firsts, place) - 1
    if number >= len(letters):
        return letters.ends[-1]
    return min(letters.starts[number] + place - letters.firsts[number], letters.ends[number])


def _units(letters: Letters, first: int, last: int) -> int:
    """How many units lie between two places among the letters, both at the border of one."""
    return bisect_left(letters.firsts, last) - bisect_left(letters.firsts, first)


def _chains(reading: Reading, letters: Letters) -> Iterator[list[Place]]:
    """The places of all pieces in their order, those with least between them first; a few of them."""
    if not reading.pieces or len(letters) < 1:
        return
    # From the last piece to the first: what follows each place at the least cost.
    later: list[tuple[Place, int, int | None]] = [
        (place, 0, None) for place in _places(reading.pieces[-1], letters)
    ]
    columns = [later]
    for number in range(len(reading.pieces) - 2, -1, -1):
        if not later:
            return
        joint = reading.joints[number]
        firsts = [place.first for place, _, _ in later]
        # What any that follows costs at the least: with many places, few of them have to be looked at.
        least = list(accumulate((cost for _, cost, _ in reversed(later)), min))[::-1]
        column: list[tuple[Place, int, int | None]] = []
        # Where the nearest place before one hides a “not”, one further away does so too.
        denied: set[int] = set()
        for place in reversed(_places(reading.pieces[number], letters)):
            best: tuple[int, int] | None = None
            for next_one in range(bisect_left(firsts, place.last), len(later)):
                following, cost, _ = later[next_one]
                if best and best[0] <= least[next_one] + _least_gap(joint, place, following, letters):
                    break
                gap = _gap(joint, place, following, letters)
                if gap == _DENIES:
                    denied.add(next_one)
                if gap is None or next_one in denied:
                    break
                if gap >= 0 and (best is None or cost + gap < best[0]):
                    best = cost + gap, next_one
            if best:
                column.append((place, best[0], best[1]))
        column.reverse()
        later = column
        columns.append(column)
    columns.reverse()
    ended: set[int] = set()
    for start in sorted(range(len(columns[0])), key=lambda at: columns[0][at][1])[:_MOST_CHAINS]:
        chain: list[Place] = []
        at: int | None = start
        for column in columns:
            assert at is not None
            place, _, at = column[at]
            chain.append(place)
        # One that begins earlier and ends there too only leaves out more.
        if chain[-1].first not in ended:
            ended.add(chain[-1].first)
            yield chain


def _least_gap(joint: Joint, place: Place, following: Place, letters: Letters) -> int:
    """What `_gap` cannot be less than, for this place that follows and for those behind it."""
    if following.first - place.last <= len(joint.letters):
        return 0
    return max(0, _units(letters, place.whole_last, following.whole_first))


def _gap(joint: Joint, place: Place, following: Place, letters: Letters) -> int | None:
    """What it costs that a joint stands for what is between two places; -1: it cannot; None: nor for more.

    _DENIES: it cannot, because it would say the contrary.
    """
    between = letters.letters[place.last : following.first]
    if between == joint.letters:
        return 0
    whole = _units(letters, place.whole_last, following.whole_first)
    if joint.glued:
        # It stands for letters of the words that it is glued to, or for none.
        inside = whole <= 0 or place.whole_last >= following.first or following.whole_first <= place.last
        most = 0 if inside or not between else -1
        if not between or whole <= most:
            return 1
    elif whole <= joint.most and (
        place.whole_last == place.last and following.whole_first == following.first
    ):
        text = letters.text[_end(letters, place.last) : _start(letters, following.first)]
        if joint.kind == "bracket" and ("[" in text or "]" in text):
            return -1  # the source has a bracket of its own there, and other words in it
        if joint.kind == "omission" and whole > 0 and _is_of_the_source(joint, text):
            return -1  # the ellipsis is the source’s own, and what was left out beside it is not said
        if joint.kind != "remark" and hides_negation(text, joint.written if joint.letters else ""):
            return _DENIES  # that something is left out does not tell that the contrary is said
        return max(0, whole)
    return None if whole > max(joint.most, len(joint.letters)) else -1


def _is_of_the_source(joint: Joint, text: str) -> bool:
    """Whether what stands between two pieces begins or ends with an ellipsis that is written like a joint."""
    match = _DOTS_BEHIND.match(text) or _DOTS_BEFORE.search(text[-20:])
    if match is None:
        return False
    before = match.string[: match.start("dots")].rstrip()
    return before.endswith(("[", "(")) == (joint.written[0] in "[(")


def _places(piece: Piece, letters: Letters) -> list[Place]:
    """Everywhere that a piece stands among the letters of a window."""
    wanted = piece.letters.letters
    borders = piece.letters.unit_at
    unit_at = letters.unit_at
    found: list[Place] = []
    at = letters.letters.find(wanted)
    while at >= 0 and len(found) < _MOST_PLACES:
        end = at + len(wanted)
        if (
            (piece.open_before or at in unit_at)
            and (piece.open_behind or end in unit_at)
            and _parted_alike(piece.letters, borders, letters, at, end)
        ):
            first = letters.firsts[bisect_right(letters.firsts, at) - 1]
            last = letters.firsts[bisect_left(letters.firsts, end)]
            found.append(Place(at, end, first, last))
        at = letters.letters.find(wanted, at + 1)
    return found


def _parted_alike(piece: Letters, borders: dict[int, int], letters: Letters, start: int, end: int) -> bool:
    """Whether no word of either is two words of the other, but for hyphens."""
    if not all(start + place in letters.unit_at for place in piece.parted):
        return False
    parted = letters.parted
    inside = range(bisect_right(parted, start), bisect_left(parted, end))
    return all(parted[number] - start in borders for number in inside)


def is_one_word(reading: Reading) -> bool:
    """Whether a quotation has one word alone, which proves nothing."""
    return reading.units == 1 and not any(
        words.is_unspaced(piece.letters.forms[0][0]) for piece in reading.pieces
    )
