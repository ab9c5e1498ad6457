"""A label of a passage by itself: the first words of it that say what it is about.

What leads in to them (a date, a connective, an apposition) is left out, and “…” stands where a clause is cut
short.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.outline.enumeration import opening_ordinal
from corpus.outline.labels.han import wide_label
from corpus.outline.labels.lead_in import capitalised, without_lead_in
from corpus.outline.labels.shortening import CHARACTERS, WORDS, shortened
from corpus.outline.labels.stops import is_wide_text, stops

# A label is made of the beginning of a passage alone, however long the passage is.
_READ: Final = 900
_ENOUGH: Final = 4
"""Words of which a sentence has something to say: a salutation and an exclamation have fewer."""
_ENUMERATED: Final = 8
"""Words of a label that stand behind an ordinal."""
_SALUTED: Final = 60
"""Characters that may be passed over."""


def label(text: str) -> str:
    """A label for a passage: its first clause, an opening ordinal kept before a dash ("First — …").

    Where it is all signs and no words, it is called by those.
    """
    text = " ".join(text[:_READ].split())
    return _label(text).strip() or text[:CHARACTERS]


def _label(text: str) -> str:
    ordinal = opening_ordinal(text)
    opening = ""
    if ordinal:
        opening, text = ordinal.words, text[ordinal.end :].lstrip(" ,，:：、—–-")
    words = label_of_sentence(_first_sentence(text), enumerated=bool(ordinal))
    if not ordinal:
        return capitalised(words)
    return f"{capitalised(opening)} — {words}" if words else capitalised(opening)


def label_of_sentence(sentence: str, *, enumerated: bool = False) -> str:
    """A label for a sentence in one line; `enumerated` if it had an ordinal."""
    if is_wide_text(sentence):
        return wide_label(sentence)
    words = without_lead_in(sentence, enumerated=enumerated)
    return shortened(words, _ENUMERATED if enumerated else WORDS)


def announcement_label(text: str, start: int, end: int) -> str:
    """A label for a passage that announces an enumeration in [start, end): the words about that.

    The announcing sentence serves where the announcement is not cut off from it; else the words from
    the announcement on, with the possessive before them ("Xi’s six-part roadmap …").
    """
    first = max((stop for stop in stops(text) if stop <= start), default=0)
    announced = " ".join(text[start:end].split())
    sentence = label(text[first : first + _READ])
    owner = re.search(r"[\w.-]{1,30}[’']s\s+$", text[max(0, start - 34) : start])
    if announced.casefold() in sentence.casefold() and not (owner and sentence.endswith("…")):
        return sentence
    return label(text[start - len(owner[0]) if owner else start :])


def _first_sentence(text: str) -> str:
    """The first sentence with something to say."""
    start = 0
    for stop in stops(text):
        if len(text[start:stop].split()) >= _ENOUGH:
            return text[start:stop].strip()
        start = stop
        if start > _SALUTED:
            break
    return text[start:] if len(text[start:].split()) >= _ENOUGH else text
