"""What is printed of how a work was published: editions, numbers of reports, what stands in parentheses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from corpus.citation.phrase import Phrase, strung
from corpus.expression import expression
from corpus.metadata import Metadata

_NUMBERED: Final = expression(r"(\d{1,3})(?:st|nd|rd|th|d)?\.?(?:\s+ed(?:n|ition)?\.?)?", re.IGNORECASE)
_WORD: Final = expression(r"\s+ed(?:n|ition)?\.?$", re.IGNORECASE)
_SUFFIXES: Final = {1: "st", 2: "nd", 3: "rd"}
_SHORT_SUFFIXES: Final = {1: "st", 2: "d", 3: "d"}


def edition(work: Metadata, word: str, *, short: bool = False) -> str:
    """The edition with the style's word: "2nd edn"; "2d ed." where `short`. "" for the first."""
    if not work.edition:
        return ""
    match = _NUMBERED.fullmatch(work.edition)
    if match is None:
        return f"{_WORD.sub('', work.edition)} {word}"
    number = int(match[1])
    suffixes = _SHORT_SUFFIXES if short else _SUFFIXES
    suffix = "th" if number % 100 in (11, 12, 13) else suffixes.get(number % 10, "th")
    return "" if number == 1 else f"{number}{suffix} {word}"


def report_number(work: Metadata) -> str:
    """What sort of report it is, and its number: "Report No 7"."""
    number = work.number and (f"No {work.number}" if work.number[0].isdecimal() else work.number)
    return " ".join(part for part in (work.genre, number) if part)


def bracketed(parts: Iterable[Phrase | str], between: str = ", ") -> Phrase:
    """The parts that are not empty, in parentheses; nothing where all are."""
    inside = strung(parts, between)
    return "(" + inside + ")" if inside else inside


def ended(words: Phrase) -> Phrase:
    """The words with a full stop, unless they end in one."""
    return words + "." if words and not words.runs[-1].text.endswith(".") else words
