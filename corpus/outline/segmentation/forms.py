"""What paragraphs look like: how long they are, how they end, and which make a list."""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.outline.segmentation.cues import Cue, opening
from corpus.outline.segmentation.vocabulary import READ
from corpus.scripts import count_han
from corpus.sentences import SIGNS

_MARK: Final = expression(
    r"\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s|[-*•–·]\s|[①-⑳]|\(?[一二三四五六七八九十]{1,3}[、)）]"
)
_MARKS: Final = frozenset("0123456789([-*•–·①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十abcdefghijklmnopqrstuvwxyz")
_QUOTES: Final = "\"“‘'«„「『"
_STOPS: Final = '.!?。！？”")'
# Fewer words are no paragraph of prose.
_SHORT: Final = 12
# What follows a colon is its list while it has at most so many words, and lengths that differ by no more.
_LISTED: Final = 30
_ALIKE: Final = 0.9


class Form(NamedTuple):
    """Of one paragraph: its words (counted), the logarithm of that, its sentences, its first word and cues.

    `item` has a mark of a list; `listed` belongs to one: it is marked, or follows a colon with its like.
    `stops`, `colon` and `asks` tell its last sign, `begins_asking` that of its first sentence; `small` that
    it opens with a small letter, `linked` that it holds an address.
    """

    length: int
    extent: float
    sentences: int
    word: str
    cues: frozenset[Cue]
    item: bool
    listed: bool
    stops: bool
    colon: bool
    asks: bool
    begins_asking: bool
    small: bool
    quoted: bool
    linked: bool

    @property
    def short(self) -> bool:
        """Whether it is too short for prose."""
        return self.length < _SHORT


def forms(paragraphs: Sequence[str]) -> list[Form]:
    """The form of each paragraph, in time linear in the length of the text."""
    found: list[Form] = []
    led = False
    model: Form | None = None
    for paragraph in paragraphs:
        form = _form(paragraph[:READ] if len(paragraph) > READ else paragraph, _last_sign(paragraph))
        if found and found[-1].colon:
            led, model = True, form
        elif led and model and not _like(form, model):
            led = False
        found.append(form._replace(listed=True) if led or form.item else form)
    return found


def _last_sign(paragraph: str) -> str:
    return paragraph[-40:].rstrip()[-1:]


def _like(form: Form, model: Form) -> bool:
    """Whether a paragraph goes on with the list that another began."""
    if model.item:
        return form.item
    return form.length < _LISTED and form.stops == model.stops and abs(form.extent - model.extent) < _ALIKE


def _form(text: str, last: str) -> Form:
    if "\n" in text:
        text = " ".join(text.split())
    length = text.count(" ") + 1
    if length < len(text) / 12 and count_han(text):
        length = len(text) // 2
    word, cues = opening(text)
    first = text[:1]
    sentences = 1
    asked = False
    for sign in SIGNS[: 3 if text.isascii() else 6]:
        sentences += text.count(sign)
    question = text.find("?", 0, 300)
    if question > 0:
        asked = not any(sign in text[:question] for sign in (". ", "! "))
    return Form(
        length,
        log1p(length),
        sentences,
        word,
        cues,
        item=first in _MARKS and _MARK.match(text) is not None,
        listed=False,
        stops=last in _STOPS and last != "",
        colon=last in ":：" and last != "",
        asks=last in "?？" and last != "",
        begins_asking=asked,
        small=first.islower(),
        quoted=first in _QUOTES and first != "",
        linked="](" in text or "http" in text,
    )
