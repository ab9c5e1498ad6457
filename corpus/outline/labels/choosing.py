"""Which of a passage's first sentences makes the best title: what it tells, where it stands, its form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from math import prod
from typing import Final, NamedTuple

from corpus.outline.labels.function_words import POINTING, STOP
from corpus.outline.labels.opening import label_of_sentence
from corpus.outline.labels.phrases import Phrase
from corpus.outline.labels.salience import Roots, Salience, words_of
from corpus.outline.labels.stops import stops

_LEAST: Final = 0.03
"""How likely a phrase must be to hold one of the author’s words."""
_SENTENCES: Final = 5
_LEAST_WORDS: Final = 3
_LEAST_CHARACTERS: Final = 8
_LATER: Final = 0.05
"""What a sentence loses for each one that stands before it: an entry leads to the beginning."""
_CUT: Final = 0.04
_ASKED: Final = 0.06
_SPEAKING: Final = 0.15
"""What it loses for beginning with somebody, or something, that is only pointed at."""
_SALUTING: Final = (
    *(
        "dear ",
        "hello",
        "hi ",
        "hey ",
        "welcome",
        "thank you",
        "thanks",
        "good morning",
        "good evening",
        "greetings",
    ),
    *(
        "ladies and gentlemen",
        "congratulations",
        "click ",
        "read more",
        "photo",
        "image",
        "source:",
        "update:",
    ),
    *(
        "note:",
        "sehr geehrte",
        "liebe ",
        "chers ",
        "chère",
        "cher ",
        "estimad",
        "querid",
        "bonjour",
        "buenos ",
    ),
    *("уважаем", "дорог", "for more information", "to learn more", "see also", "stay tuned", "subscribe"),
)
_SALUTED: Final = 0.4


class Label(NamedTuple):
    """What stands for a section: words of it, cut short with “…”, and a phrase that sets it off, or “”.

    Both are the section's own words; the phrase holds none of the first.
    """

    words: str
    phrase: str = ""


def chosen(paragraphs: Sequence[str], offered: Sequence[Phrase], salience: Salience, roots: Roots) -> Label:
    """The best title that the sentences at the beginning of a passage offer, together with a phrase.

    Each paragraph is in one line. The title is "" where none has words for it.
    """
    best, found = -1.0, Label("")
    for number, sentence in enumerate(islice(_sentences(paragraphs), _SENTENCES)):
        words = label_of_sentence(sentence)
        counted = words_of(words)
        if len(counted) < _LEAST_WORDS or all(word in STOP for word in counted):
            continue
        phrase = beside(counted, offered, roots)
        missed = prod(1 - salience[word] for word in set(counted))
        if phrase:
            missed *= 1 - (1 - phrase.missed) * phrase.worth
        value = 1 - missed - _LATER * number - _fault(sentence, words, counted)
        if value > best:
            best, found = value, Label(words, phrase.words if phrase else "")
    return found


def beside(counted: Sequence[str], offered: Sequence[Phrase], roots: Roots) -> Phrase | None:
    """The best phrase that has no word in common with a title."""
    taken = frozenset(map(roots.__getitem__, counted))
    return next(
        (phrase for phrase in offered if phrase.value > _LEAST and taken.isdisjoint(phrase.roots)), None
    )


def _sentences(paragraphs: Sequence[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        start = 0
        for stop in (*stops(paragraph), len(paragraph)):
            # What is behind the last stop may be cut off.
            sentence = paragraph[start:stop].strip(" []|*•·–—-")
            if len(sentence) > _LEAST_CHARACTERS:
                yield sentence
            start = stop


def _fault(sentence: str, words: str, counted: Sequence[str]) -> float:
    """What the form of a title takes from its value."""
    fault = 0.0
    if counted[0].partition("’")[0] in POINTING:
        fault += _SPEAKING
    if words.endswith("…"):
        fault += _CUT
    if sentence.endswith("?"):
        fault += _ASKED
    if sentence.lower().startswith(_SALUTING):
        fault += _SALUTED
    return fault
