"""Why a section begins where it does: the one sentence that says what weighed most for the break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum
from heapq import nlargest
from itertools import chain
from typing import Final

from corpus.outline.segmentation.division import LONGEST
from corpus.outline.segmentation.features import NAMES
from corpus.outline.segmentation.model import Weights
from corpus.outline.segmentation.vocabulary import READ, Vocabulary

_AROUND: Final = 3
_NAMED: Final = 2
_OPENING: Final = 5
_LONGEST_WORD: Final = 30
# A word that is nowhere else tells as little of a section as one that is in many others.
_ONCE: Final = 6


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
    LENGTH = "Its length sets it off from the paragraphs around it"
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
    Ground.LENGTH: "length length_before length_mean length_before_mean sentences sentences_before",
}
_PLACES: Final = {name: at for at, name in enumerate(NAMES)}
_MEMBERS: Final = {ground: [_PLACES[name] for name in names.split()] for ground, names in _GROUPS.items()}
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
    if not any(row[place] for place in _NO_LEANING):
        grounds[Ground.FRESH] = sum(spoken[place] for place in _NO_LEANING)
    best = max(grounds, key=lambda ground: grounds[ground])
    if grounds[best] <= 0 and length == LONGEST:
        return f"Nothing marks a better place in the {LONGEST} paragraphs before it"
    if best is Ground.WORDS:
        return _change(paragraphs, words, at) or str(best.value)
    return str(best.value).format(opening=_opening(paragraphs[at]))


def _opening(paragraph: str) -> str:
    start = paragraph[:60]
    return " ".join(start.split()[:_OPENING]) if " " in start else start[:8]


def _change(paragraphs: Sequence[str], words: Vocabulary, at: int) -> str:
    """The words that end and that begin here: "“court”, “judges” give way to “tax”"."""
    past = range(max(0, at - _AROUND), at)
    coming = range(at, min(len(paragraphs), at + _AROUND))
    old = _named(paragraphs, words, past, coming)
    new = _named(paragraphs, words, coming, past)
    if old and new:
        way = "gives" if len(old) == 1 else "give"
        return f"The words change here: {_listed(old)} {way} way to {_listed(new)}"
    if new:
        return f"New words here: {_listed(new)}"
    return f"The words change here: {_listed(old)} {'ends' if len(old) == 1 else 'end'}" if old else ""


def _listed(words: list[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _named(paragraphs: Sequence[str], words: Vocabulary, here: range, there: range) -> list[str]:
    """The words that are here and not there, as they are written: first those that are here most of all."""
    counts = Counter(chain.from_iterable(map(words.words.__getitem__, here)))
    for at in there:
        for word in words.words[at]:
            counts.pop(word, None)
    spread = words.recurring
    ranked = ((count * count / spread.get(word, _ONCE), len(word), word) for word, count in counts.items())
    found = []
    for _, _, word in nlargest(_NAMED, ranked):
        written = next((some for at in here if (some := _written(paragraphs[at][:READ], word))), "")
        if written:
            found.append(written)
    return found


def _written(paragraph: str, stem: str) -> str:
    """A word of the paragraph with such a stem, as it is written there; "" if its letters were folded."""
    folded = paragraph.lower()
    if len(folded) != len(paragraph):
        return ""
    place = folded.find(stem)
    if stem[:1] >= "\u3400":
        return stem if place >= 0 else ""
    while place > 0 and folded[place - 1].isalpha():
        place = folded.find(stem, place + 1)
    if place < 0:
        return ""
    end = place + len(stem)
    while end < min(len(paragraph), place + _LONGEST_WORD) and paragraph[end].isalpha():
        end += 1
    return paragraph[place:end]
