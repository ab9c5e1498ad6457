"""Whether what a browser highlights is the very passage that a link was made of."""

from __future__ import annotations

from typing import Final, Literal

from corpus.document import Document
from corpus.words import fold
from tests.bench.links.highlighted import Highlighted

Verdict = Literal["right", "elsewhere", "other words", "nothing"]
_CONTEXT: Final = 12


def verdict(document: Document, start: int, end: int, found: Highlighted | None) -> Verdict:
    """Right where the words are the same, and either stand nowhere else or between the same words.

    White space is left out, and so are the signs at both ends, which a reader would not miss.
    """
    if found is None:
        return "nothing"
    wanted = _core(document.text[start:end])
    words, before, behind = _core(found.words), fold(found.covered_before), fold(found.covered_behind)
    if wanted != words:
        first, is_in, last = wanted.partition(words) if words else ("", "", "")
        if not (is_in and before.endswith(first) and behind.startswith(last)):
            return "other words"
    if found.times == 1:
        return "right"
    beside_it = (
        _letters(document.text[max(0, start - 200) : start])[-_CONTEXT:],
        _letters(document.text[end : end + 200])[:_CONTEXT],
    )
    beside = (
        bool(beside_it[0]) and _letters(found.before).endswith(beside_it[0]),
        bool(beside_it[1]) and _letters(found.behind).startswith(beside_it[1]),
    )
    return "right" if any(beside) else "elsewhere"


def _core(words: str) -> str:
    text = fold("".join(words.split()))
    kept = [number for number, character in enumerate(text) if character.isalnum()]
    return text[kept[0] : kept[-1] + 1] if kept else ""


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, fold(words)))
