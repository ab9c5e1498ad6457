"""Quotation marks and stops inside a quotation or a title that itself stands in “ ”."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final, Literal

from corpus.expression import expression
from corpus.scripts import CJK

Marks = Literal["“", "‘"]
"""The quotation marks outside, by the one that opens."""

_MARK: Final = expression("[“”‘’\"']")
_CLOSERS: Final = {"”": "“", "’": "‘"}
_DOUBLE: Final = frozenset('“"')
_BEFORE_OPENING: Final = frozenset("([{<“‘\"'«—–-/")
_CJK: Final = f"[{CJK}]"  # compiled at first use, to keep the import cheap

_FINAL_STOP: Final = expression(r"(?<![.。．…])[.。．](?=[”’\"'」』]*\Z)")
_ABBREVIATION: Final = (
    r"[(\[“‘\"']*(?:(?:[^\W\d_]\.)+|(?:Ph\.D|Inc|Ltd|Co|Corp|Jr|Sr|St|Dr|Mr|Mrs|Ms|etc|al|vs)\.)"
)
_CLOSING: Final = "”’\"'」』"


def nested(words: str, outside: Marks = "“") -> str:
    """The words as they stand between “ ”: quotation marks in them alternate, ‘ “ ‘ ’ ” ’.

    Between ‘ ’ it is the other way round.

    Only balanced pairs change; apostrophes and a mark without its fellow stay as they are, and so
    do single marks of which one cannot be told from an apostrophe. Of straight marks, those that
    open and close are told by what stands around them; pairs that change become curly.
    """
    pairs, apostrophes = _pairs(words)
    if not pairs:
        return words
    characters = list(words)
    around: list[int] = []
    for start, end in sorted(pairs):
        while around and around[-1] < start:
            around.pop()
        wants_single = (len(around) % 2 == 0) == (outside == "“")
        double = words[start] in _DOUBLE
        if wants_single and double:
            characters[start], characters[end] = "‘’"
        elif (
            not wants_single
            and not double
            and not _may_end_later(apostrophes, end, around[-1] if around else len(words))
        ):
            characters[start], characters[end] = "“”"
        around.append(end)
    return "".join(characters)


def left_open(words: str, before: str, after: str) -> tuple[str, str]:
    """The double marks that must stand before and behind the words so that no quotation in them is torn.

    `before` and `after` are what stands around the words in their source. A quotation that begins in
    front of the words and ends in them lacks its opening mark, one that ends behind them its closing
    mark. One that holds all of the words lacks nothing: they are quoted, whatever they were before.
    """
    if not before and not after:
        return "", ""
    whole = f"{before}{words}{after}"
    first, last = len(before), len(before) + len(words)
    opening = closing = ""
    for start, end in sorted(_pairs(whole)[0], reverse=True):
        if whole[start] not in _DOUBLE:
            continue
        if start < first <= end < last:
            opening += whole[start]
        elif first <= start < last <= end:
            closing += whole[end]
    return opening, closing


def with_stop_inside(words: str) -> str:
    """The words with a final full stop moved inside the quotations that end before it.

    ``‘no’.`` becomes ``‘no.’``. None is moved behind a question mark, an exclamation mark or another stop.
    """
    if not words.endswith("."):
        return words
    bare = inner = words[:-1]
    while ends_in_quotation(inner):
        inner = inner[:-1]
    if inner == bare or inner.endswith(tuple(".?!…。？！,;:")):
        return words
    return f"{inner}.{bare[len(inner) :]}"


def ends_in_quotation(words: str) -> bool:
    """Whether the last character closes a quotation inside the words."""
    return any(end == len(words) - 1 for _, end in _pairs(words)[0])


def without_stop(words: str) -> str:
    """The words without their final full stop, before or behind closing quotation marks.

    The stop of an abbreviation ("U.S.") stays, and so does an ellipsis.
    """
    at = final_stop(words)
    return words if at is None else words[:at] + words[at + 1 :]


def final_stop(words: str) -> int | None:
    """Where the final full stop stands that `without_stop` takes away; None where there is none."""
    match = _FINAL_STOP.search(words)
    if match is None or re.fullmatch(_ABBREVIATION, words[: match.end()].split()[-1]):
        return None
    return match.start()


def ends_a_sentence(words: str) -> bool:
    """Whether the words end in a full stop, a question mark or the like."""
    return words.rstrip(_CLOSING).endswith(tuple(".?!…。．？！"))


def asks_or_exclaims(words: str) -> bool:
    """Whether the words end in a question mark or an exclamation mark."""
    return words.rstrip(_CLOSING).endswith(tuple("?!？！"))


def _pairs(words: str) -> tuple[list[tuple[int, int]], list[int]]:
    """The offsets of marks that belong together, and of single marks that close nothing."""
    pairs: list[tuple[int, int]] = []
    apostrophes: list[int] = []
    waiting: dict[str, list[int]] = {"“": [], "‘": [], '"': [], "'": []}
    for match in _MARK.finditer(words):
        at, mark = match.start(), match[0]
        if _inside_a_word(words, at):
            continue
        opener = _CLOSERS.get(mark, mark)
        if mark in "“‘" or (mark in "\"'" and _opens(words, at, bool(waiting[mark]))):
            waiting[mark].append(at)
        elif waiting[opener] and not (opener not in _DOUBLE and _crosses(waiting, waiting[opener][-1])):
            start = waiting[opener].pop()
            pairs.append((start, at))
            for others in waiting.values():
                while others and others[-1] > start:
                    others.pop()
        elif opener not in _DOUBLE:
            apostrophes.append(at)
    return pairs, apostrophes


def _may_end_later(apostrophes: list[int], end: int, around: int) -> bool:
    """Whether the quotation that ends at `end` may really end at a mark between there and `around`."""
    return bisect_right(apostrophes, around) > bisect_right(apostrophes, end)


def _crosses(waiting: dict[str, list[int]], start: int) -> bool:
    """Whether a double mark was opened after `start`, so that nothing from there can close yet."""
    return any(waiting[mark] and waiting[mark][-1] > start for mark in _DOUBLE)


def _inside_a_word(words: str, at: int) -> bool:
    """Whether a single mark has letters on both sides, as an apostrophe has."""
    if words[at] not in "’'" or not 0 < at < len(words) - 1:
        return False
    before, after = words[at - 1], words[at + 1]
    return before.isalnum() and after.isalnum() and not (re.match(_CJK, before) or re.match(_CJK, after))


def _opens(words: str, at: int, one_waits: bool) -> bool:
    """Whether a straight mark opens a quotation rather than closes one."""
    if at + 1 == len(words) or words[at + 1].isspace():
        return False
    if at == 0:
        return True
    before = words[at - 1]
    # Chinese has no space before a quotation, so there marks can only take turns.
    return before.isspace() or before in _BEFORE_OPENING or (not one_waits and bool(re.match(_CJK, before)))
