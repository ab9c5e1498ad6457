"""Why a section begins where it does: the one sentence that says what weighed most for the break."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from math import log
from typing import Final

from corpus.outline.segmentation.changed_words import change_at
from corpus.outline.segmentation.division import LONGEST
from corpus.outline.segmentation.features import NAMES
from corpus.outline.segmentation.model import Weights
from corpus.outline.segmentation.vocabulary import Vocabulary

_OPENING: Final = 5
_FAR: Final = log(2)
"""How much longer or shorter a paragraph is whose length sets it off: the logarithm of how many times."""


class Ground(Enum):
    """What kind of thing speaks for a break; its value is the sentence, where no words are named in it."""

    WORDS = "The words change here"
    TIME = "Opens with a time: “{opening} …”"
    ORDINAL = "Opens by counting: “{opening} …”"
    CONCLUSION = "Opens as a conclusion does: “{opening} …”"
    QUESTION = "Opens with a question"
    ANSWER = "Follows a question"
    LIST = "A list ends before it"
    ITEM = "Opens with a mark, as the items of a list do"
    FORM = "Prose begins again after a quotation or an address"
    LONG = "Much longer than the paragraph before it"
    SHORT = "Much shorter than the paragraph before it"
    FRESH = "Opens afresh, without leaning on what is before it"
    INTRODUCTION = "The introduction ends before it"
    CLOSE = "The close of the text begins here"


_SEEN: Final = {
    Ground.TIME: "time",
    Ground.ORDINAL: "ordinal",
    Ground.CONCLUSION: "conclusion",
    Ground.QUESTION: "asks",
    Ground.ANSWER: "asked_before",
}
"""Grounds that one feature decides: they count only where it is there."""

_GROUPS: Final = {
    Ground.WORDS: (
        "alike1 alike2 alike4 alike1_mean alike2_mean alike_after alike_before alike_over alike_back"
        " alike_first begin new end gone reach begin_many end_many"
        " opening_before opening_after opening_past opening_new opening_first"
    ),
    Ground.LIST: "list_end listed_end",
    Ground.ITEM: "item",
    Ground.FORM: "quoted_before linked_before",
}
_PLACES: Final = {name: at for at, name in enumerate(NAMES)}
_MEMBERS: Final = {ground: [_PLACES[name] for name in names.split()] for ground, names in _GROUPS.items()}
_LENGTHS: Final = [
    _PLACES[name]
    for name in "length length_before length_mean length_before_mean sentences sentences_before".split()
]
_OPENING_PLACES: Final = tuple(_PLACES[name] for name in ("second", "third", "fourth"))
_CLOSE_PLACES: Final = tuple(_PLACES[name] for name in ("last", "but_last"))
_NO_LEANING: Final = tuple(_PLACES[name] for name in ("connective", "anaphor", "colon_before", "small"))


def reason(
    paragraphs: Sequence[str],
    words: Vocabulary,
    rows: Sequence[Sequence[float]],
    at: int,
    length: int,
    weights: Weights,
) -> str:
    """Why a section begins at a paragraph, when the one before it has `length` paragraphs: one sentence.

    It names the ground that the weights give most to, and for words that change two of them on each side.
    """
    row = rows[at - 1]
    spoken = [
        one.weight * (value - one.usual) for value, one in zip(row, weights.features.values(), strict=True)
    ]
    grounds = {ground: sum(spoken[place] for place in places) for ground, places in _MEMBERS.items()}
    for ground, name in _SEEN.items():
        if row[_PLACES[name]]:
            grounds[ground] = spoken[_PLACES[name]]
    for ground, places in ((Ground.INTRODUCTION, _OPENING_PLACES), (Ground.CLOSE, _CLOSE_PLACES)):
        if any(row[place] for place in places):
            grounds[ground] = sum(spoken[place] for place in places)
    if not row[_PLACES["list_end"]] and not row[_PLACES["listed_end"]]:
        del grounds[Ground.LIST]
    for ground, names in ((Ground.ITEM, ("item",)), (Ground.FORM, ("quoted_before", "linked_before"))):
        if not any(row[_PLACES[name]] for name in names):
            del grounds[ground]
    longer = row[_PLACES["length"]] - row[_PLACES["length_before"]]
    if abs(longer) >= _FAR:
        grounds[Ground.LONG if longer > 0 else Ground.SHORT] = sum(spoken[place] for place in _LENGTHS)
    if not any(row[place] for place in _NO_LEANING):
        grounds[Ground.FRESH] = sum(spoken[place] for place in _NO_LEANING)
    best = max(grounds, key=lambda ground: grounds[ground])
    if grounds[best] <= 0 and length == LONGEST:
        return f"Nothing marks a better place in the {LONGEST} paragraphs before it"
    if best is Ground.WORDS:
        return change_at(paragraphs, words, at) or str(best.value)
    return str(best.value).format(opening=_opening(paragraphs[at]))


def _opening(paragraph: str) -> str:
    start = paragraph[:60]
    return " ".join(start.split()[:_OPENING]) if " " in start else start[:8]
