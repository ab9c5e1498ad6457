"""Which quotation marks of a paragraph belong together, in whatever language it is written.

Marks are paired by a stack, with what stands around a mark telling whether it can open or close: “…”,
„…“ and ”…” (Swedish, Finnish), «…» and »…« (German), ‘…’, ‚…‘, 「…」, straight marks, and ``…''. An
apostrophe is told from a single mark that closes by the letters beside it, a possessive (“the parties’
intentions”) by the word behind it; digits before a straight mark are feet and inches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.manuscript.placed import Sign
from corpus.scripts import CJK

_MARK: Final = expression("``|''|[“”„‟\"«»‹›「」『』｢｣〝〞〟＂‘’‚‛'`]")
_CLOSERS: Final = {
    "“": "”“",
    "„": "“”‟",
    "‟": "”",
    "”": "”“",
    '"': '"',
    "＂": "＂",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "｢": "｣",
    "〝": "〞〟",
    "‘": "’",
    "’": "’",
    "‚": "‘’",
    "‛": "’",
    "'": "'",
    "``": ("''", "”", '"', "``"),
    "`": "'",
}
_SINGLE: Final = frozenset("‘’‚‛'`‹›")
_ALWAYS_OPEN: Final = frozenset("“„‟«‹「『｢〝‚‛") | {"``"}
_EITHER: Final = frozenset("”\"＂»›’'")
"""Marks that may open, if what stands around them says so."""

_BEFORE_OPENING: Final = frozenset("([{<“‘„‚«‹\"'「『—–-/=*_：:，、。；;,…")
_ELIDED: Final = expression(r"(?:tis|twas|twere|em|til|cause|n|round|bout)\b|\d", re.IGNORECASE)
# Behind a possessive stands what is possessed; behind a quotation, one of these as often as not.
_NO_POSSESSION: Final = expression(
    r"\s+(?:and|or|but|nor|is|are|was|were|has|have|had|in|on|of|to|that|which|who|as|for|by|with|from|at|he"
    r"|she|it|they|we|i|if|when|while|because|not|may|can|must|shall|should|will|would|could|did|does|do"
    r"|said|says|wrote|writes|meant|means|than|so|yet|then|there|this|these|those)\b",
    re.IGNORECASE,
)
_SOON: Final = 300
"""Characters in which a mark that has a space behind it is closed, if it is one that opens."""
_DEEPEST: Final = 16
"""Quotations within quotations that are followed."""
_WORD: Final = expression(r"[^\W_]")
_CJK: Final = expression(f"[{CJK}]")


class Pair(NamedTuple):
    """A quotation between marks: its words are [start, end), its marks reach from `opens` to `closes`."""

    opens: int
    start: int
    end: int
    closes: int
    mark: str
    sure: bool


class Pairs(NamedTuple):
    """The outermost quotations of a paragraph, and the marks without a fellow.

    `unclosed` and `unopened` are (offset, mark).
    """

    pairs: tuple[Pair, ...]
    unclosed: tuple[tuple[int, str], ...]
    unopened: tuple[tuple[int, str], ...]


class _Mark(NamedTuple):
    start: int
    end: int
    character: str
    told: str = ""
    """Whether the markup says that it opens or closes."""


def pairs_of(text: str, signs: Sequence[Sign] = ()) -> Pairs:
    """The quotations between marks in a paragraph; in signs that are "literal" none is looked for."""
    marks = list(_marks(text, signs))
    ends_later = _certain_ends(text, marks)
    waiting: list[_Mark] = []
    pairs: list[Pair] = []
    unclosed: list[tuple[int, str]] = []
    unopened: list[tuple[int, str]] = []
    for number, mark in enumerate(marks):
        closed = _closed_by(mark, waiting, text, later=ends_later[number])
        if closed is not None:
            begun = waiting[closed]
            unclosed += [(one.start, one.character) for one in waiting[closed + 1 :] if _is_missed(one, text)]
            del waiting[closed:]
            if mark.character == "``":
                continue  # so code is written in some markup
            sure = bool(begun.told) or begun.character not in _SINGLE
            pairs.append(Pair(begun.start, begun.end, mark.start, mark.end, begun.character, sure))
        elif _opens(mark, text, waiting):
            if mark.character == '"' and waiting and waiting[-1].character == '"':
                # A straight mark that opens, while one waits: the first was never closed.
                unclosed.append((waiting[-1].start, '"'))
                waiting.pop()
            waiting.append(mark)
            if len(waiting) > _DEEPEST and _is_missed(lost := waiting.pop(0), text):
                unclosed.append((lost.start, lost.character))
        elif mark.character not in _SINGLE and mark.character != "''" and not _is_no_mark(mark, text):
            unopened.append((mark.start, mark.character))
    unclosed += [(one.start, one.character) for one in waiting if _is_missed(one, text)]
    if _WORD.search(text) is None:  # once for all of them: there may be thousands
        unclosed = [one for one in unclosed if one[1] not in "«»"]
    return Pairs(tuple(_outermost(pairs)), tuple(sorted(unclosed)), tuple(unopened))


def _marks(text: str, signs: Sequence[Sign]) -> Iterator[_Mark]:
    """The marks in order, without apostrophes, and without those in literal words."""
    told = {sign.start: sign.kind for sign in signs if sign.kind in ("open", "close")}
    literal = [(sign.start, sign.end) for sign in signs if sign.kind == "literal"]
    at = 0
    for match in _MARK.finditer(text):
        start, end = match.span()
        while at < len(literal) and literal[at][1] <= start:
            at += 1
        if start in told:
            yield _Mark(start, end, match[0], told[start])
        elif at < len(literal) and literal[at][0] <= start:
            continue
        elif not (match[0] in "’'`" and _is_inside_word(text, start)):
            yield _Mark(start, end, match[0])


def _is_inside_word(text: str, at: int) -> bool:
    if not 0 < at < len(text) - 1:
        return False
    before, after = text[at - 1], text[at + 1]
    return before.isalnum() and after.isalnum() and not (_CJK.match(before) or _CJK.match(after))


def _closed_by(mark: _Mark, waiting: Sequence[_Mark], text: str, *, later: bool) -> int | None:
    """The index of the waiting mark that a mark closes, if any."""
    if not waiting or mark.told == "open":
        return None
    if mark.told == "close":
        return next((at for at in reversed(range(len(waiting))) if waiting[at].told), None)
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    for at in reversed(range(max(0, len(waiting) - 8), len(waiting))):
        begun = waiting[at]
        if begun.told:
            return None
        if mark.character not in _CLOSERS.get(begun.character, ()):
            continue
        if mark.character in _SINGLE and begun.character in "‘’‚‛'`":
            spaced = not before or before.isspace() or (after.isalnum() and not _CJK.match(after))
            return None if spaced or (later and _is_possessive(mark, text)) else at
        if mark.character == begun.character and _only_opens(before, after):
            return None
        # Some write the mark that opens at the end, too.
        if mark.character == "“" and begun.character == "“" and after.isalnum():
            return None
        if mark.character == '"' and before.isdigit() and later and _goes_on(text, mark.end):
            return None
        return at
    return None


def _only_opens(before: str, after: str) -> bool:
    """Whether what stands around a mark lets it open, and not close."""
    return (
        (before.isspace() or before in tuple("([{—–“‘«"))
        and bool(after)
        and not (after.isspace() or after in ".,;:!?)]}")
    )


def _goes_on(text: str, end: int) -> bool:
    """Whether a sentence goes on behind a mark, as behind one that stands for inches."""
    return text[end : end + 1].isspace() and text[end + 1 : end + 2].islower()


def _is_possessive(mark: _Mark, text: str) -> bool:
    """Whether a single mark is rather an apostrophe behind a plural."""
    return (
        text[mark.start - 1 : mark.start] in ("s", "S", "x", "z")
        and text[mark.end : mark.end + 1].isspace()
        and text[mark.end + 1 : mark.end + 2].isalpha()
        and _NO_POSSESSION.match(text, mark.end) is None
    )


def _certain_ends(text: str, marks: Sequence[_Mark]) -> list[bool]:
    """Of each mark whether one of its kind follows that closes for certain, before another opens."""
    ends = [False] * len(marks)
    later: dict[str, bool] = {}
    for number in reversed(range(len(marks))):
        mark = marks[number]
        character = mark.character
        ends[number] = later.get(character, False)
        before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
        closes = bool(before) and not before.isspace() and not (after.isalnum() and not _CJK.match(after))
        if character in "‘'":
            later["’"] = False
        if character in "’'\"" and closes and not _is_possessive(mark, text):
            later[character] = True
        elif character in "'\"" and not closes:
            later[character] = False
    return ends


def _opens(mark: _Mark, text: str, waiting: Sequence[_Mark]) -> bool:
    if mark.told:
        return mark.told == "open"
    character = mark.character
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    if not after:
        return False
    if character in "‘`":
        # ‘90s and ‘tis have an apostrophe that a word processor turned.
        return (character == "‘" or not after.isspace()) and _ELIDED.match(text, mark.end) is None
    if character in _ALWAYS_OPEN:
        return character in "«‹" or not after.isspace() or _closes_soon(text, mark.end)
    if character not in _EITHER or after.isspace():
        return False
    if character in "’'" and (_ELIDED.match(text, mark.end) or not after.isalnum()):
        return after in '"“[…' and character == "'"
    free = not before or before.isspace() or before in _BEFORE_OPENING
    if character == "”":
        return free and not any(one.character in "“„" for one in waiting)
    if character in "»›":
        return free and not any(one.character in "«‹" for one in waiting)
    if character == "’":
        return free and not any(one.character == "‘" for one in waiting)
    return free or bool(_CJK.match(before))


def _closes_soon(text: str, end: int) -> bool:
    """Whether the next curly mark behind one that a space follows is one that closes."""
    closing = text.find("”", end, end + _SOON)
    return closing >= 0 and text.find("“", end, closing) < 0


def _is_no_mark(mark: _Mark, text: str) -> bool:
    """Whether a mark stands for inches or seconds, for itself, or as an arrow behind a link."""
    before, behind = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    if mark.character == '"' and before.isdigit():
        return True
    spaced = not before or before.isspace()
    return spaced and (mark.character in "«»" or not behind or behind.isspace())


def _is_missed(mark: _Mark, text: str) -> bool:
    """Whether a mark that nothing closes is a fault, and no apostrophe or turned comma."""
    if mark.told:
        return True
    if mark.character in _SINGLE:
        return mark.character == "‘" and not _ELIDED.match(text, mark.end)
    return True


def _outermost(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """The pairs that stand in no other, in order."""
    reached = -1
    for pair in sorted(pairs):
        if pair.opens >= reached:
            yield pair
            reached = pair.closes
