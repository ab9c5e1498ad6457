"""Passages as readers mark them, drawn from an article: phrases, sentences, and more than one of these."""

from __future__ import annotations

from random import Random
from typing import Final

from corpus.document import Document
from corpus.finding_again.wording import Wording

_LEAST: Final = 4
_TRIES: Final = 200


def drawn(old: Wording, document: Document, random: Random) -> tuple[int, int] | None:
    """Words [first, last) of one block: a phrase, a sentence, or a sentence and up to 100 words behind it.

    None where the article has no such passage.
    """
    for _ in range(_TRIES):
        at = random.randrange(len(old))
        block = document.block_near(old.starts[at])
        low, high = old.between(block.start, block.end)
        if high - low < _LEAST:
            continue
        first = at
        kind = random.choice(("phrase", "sentence", "sentences"))
        if kind == "phrase":
            last = min(high, first + random.randint(_LEAST, 12))
        else:
            while first > low and not _ends_sentence(old, first):
                first -= 1
            last = at + 1
            while last < high and not _ends_sentence(old, last):
                last += 1
            if kind == "sentences":
                last = min(high, last + random.randint(0, 100))
        if last - first >= _LEAST:
            return first, last
    return None


def _ends_sentence(old: Wording, index: int) -> bool:
    return any(stop in old.text[old.ends[index - 1] : old.starts[index]] for stop in ".!?。！？")
