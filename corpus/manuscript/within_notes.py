"""Citations of what is quoted in notes and in parentheses, where they are not set apart by parentheses."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from corpus.manuscript.beside import NOTHING, Beside
from corpus.manuscript.citing_words import cites
from corpus.manuscript.marks import Pair, pairs_of
from corpus.manuscript.mentions import Mention
from corpus.manuscript.paragraphs import Paragraph
from corpus.manuscript.placed import signs_between
from corpus.manuscript.sentence import sentence_around
from corpus.manuscript.titles import is_title
from corpus.sanitiser import clean_line

_NOTE_MOST: Final = 2_000
"""Characters of a note that are taken for its citation."""


def note_words(note: Paragraph) -> str:
    """The words of a note with the citations in its markup, up to a sentence that quotes something itself."""
    text, pieces, reached = note.words.text[:_NOTE_MOST], [], 0
    for pair in pairs_of(text, ()).pairs:
        first = sentence_around(text, pair.opens, pair.closes)[0]
        if first and not is_title(note, pair, NOTHING, None):
            text = text[:first]
            break
    for sign in note.signs:
        if sign.kind == "cite" and sign.start <= len(text):
            pieces += [text[reached : sign.start], sign.value]
            reached = sign.start
    return clean_line("".join([*pieces, text[reached:]]))


def around_of(parentheses: Sequence[Mention], pair: Pair) -> Mention | None:
    """The parentheses that hold a quotation and more."""
    index = bisect_left(parentheses, pair.opens, key=lambda mention: mention.start) - 1
    if index < 0 or parentheses[index].end < pair.closes:
        return None
    return parentheses[index]


def in_note(one: Paragraph, pair: Pair, around: Mention | None) -> Beside | None:
    """The citation of a quotation in a note or in parentheses: what follows there, or what stands before."""
    text = one.words.text
    low, high = (around.start + 1, around.end - 1) if around else (0, len(text))
    behind = text[pair.closes : min(high, pair.closes + 400)]
    near = signs_between(one.signs, max(low, pair.opens - _NOTE_MOST), min(high, pair.closes + _NOTE_MOST))
    told = [sign for sign in near if sign.kind == "cite"]
    if told:
        index = min(bisect_right([sign.start for sign in told], pair.closes), len(told) - 1)
        return Beside(told[index].value, told[index].origin, close=True, mention=told[index].start)
    bare = behind.strip(" .,;:()[]—–")
    if cites(bare, beside=False):
        return Beside(
            bare, one.words.origin(pair.closes + behind.index(bare)), close=True, mention=pair.closes
        )
    before = text[max(low, pair.opens - 400) : pair.opens].strip(" .,;:()[]—–")
    if cites(before, beside=False):
        at = max(low, pair.opens - 400)
        origin = one.words.origin(text.index(before, at))
        return Beside(before, origin, close=True, mention=low)
    return _in_parenthesis(one, pair, around) if around else None


def _in_parenthesis(one: Paragraph, pair: Pair, around: Mention) -> Beside | None:
    """The citation before parentheses that hold a quotation and nothing else: “See Ruiz 2021, 3 (“…”)”."""
    text = one.words.text
    if text[around.start + 1 : pair.opens].strip() or text[pair.closes : around.end - 1].strip(" .,"):
        return None
    first = max(sentence_around(text, around.start, around.end)[0], around.start - 300)
    before = text[first : around.start].strip(" .,;:()[]—–\n")
    if not cites(before, beside=False):
        return None
    start = text.index(before, first)
    return Beside(before, one.words.origin(start), close=True, mention=start)
