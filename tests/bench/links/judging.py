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
    if _core(found.words) != _core(document.text[start:end]):
        return "other words"
    if found.times == 1:
        return "right"
    before = _letters(document.text[max(0, start - 200) : start])[-_CONTEXT:]
    behind = _letters(document.text[end : end + 200])[:_CONTEXT]
    beside = (
        _letters(found.before).endswith(before) if before else False,
        _letters(found.behind).startswith(behind) if behind else False,
    )
    return "right" if any(beside) else "elsewhere"


def _core(words: str) -> str:
    text = fold("".join(words.split()))
    kept = [number for number, character in enumerate(text) if character.isalnum()]
    return text[kept[0] : kept[-1] + 1] if kept else ""


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, fold(words)))
