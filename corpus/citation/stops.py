"""Parts of a citation, each a sentence of its own."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.citation.phrase import Face, Phrase, phrase, strung
from corpus.citation.work import with_mark

_ENDINGS = (".", "?", "!", "…", "。", "？", "！")
_CLOSING = "”’»"


def stopped(part: Phrase | str) -> Phrase:
    """The part with a full stop, inside closing “ ”; none where it ends in a stop or a question already."""
    part = phrase(part)
    if not part:
        return part
    return part if part.plain.rstrip(_CLOSING).endswith(_ENDINGS) else with_mark(part, ".")


def sentences(parts: Iterable[Phrase | str]) -> Phrase:
    """The parts that are not empty, each ended by a full stop."""
    return strung([stopped(part) for part in parts if part], " ")


def capitalised(words: Phrase) -> Phrase:
    """The words with a capital at the beginning, unless that is set in another face."""
    if not words.runs or words.runs[0].face is not Face.ROMAN:
        return words
    first, *others = words.runs
    return Phrase(first.saying(first.text[0].upper() + first.text[1:]), *others)
