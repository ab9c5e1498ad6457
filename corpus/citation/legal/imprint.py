"""What is printed of how a work was published: numbers of reports, what stands in parentheses."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.citation.phrase import Phrase, strung
from corpus.metadata import Metadata


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
