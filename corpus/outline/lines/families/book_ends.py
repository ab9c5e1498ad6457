"""The lines between which an electronic edition prints its book; what is outside is about the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.outline.lines.candidate import Candidate

_START: Final = "start of the book"
_END: Final = "end of the book"
_EDITION: Final = ("project gutenberg", "gutenberg ebook", "gutenberg etext")


def book_end(index: int, text: str) -> Candidate | None:
    """The line that begins or ends the book, told by the words that Project Gutenberg prints."""
    words = text.strip("* ").casefold()
    if not any(edition in words for edition in _EDITION):
        return None
    if words.startswith("end"):
        return Candidate(index, 1, _END, 0, (), text)
    return Candidate(index, 1, _START, 0, (), text) if words.startswith("start") else None


def inside_book(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates between those lines; all of them where there are none."""
    start = max((one.line for one in candidates if one.family == _START), default=-1)
    end = min((one.line for one in candidates if one.family == _END and one.line > start), default=None)
    return [
        one
        for one in candidates
        if one.line > start and (end is None or one.line < end) and one.family not in (_START, _END)
    ]
