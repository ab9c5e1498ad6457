"""What a verdict passes over: how a quotation differs from its source without saying other words."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from corpus import words
from corpus.expression import expression
from corpus.quotation.letters import Letters
from corpus.quotation.negation import negates
from corpus.quotation.notation import Piece, Reading
from corpus.quotation.standing import Standing
from corpus.sanitiser import clean_line

_MARKS: Final = str.maketrans(
    dict.fromkeys("“”„‟«»‹›‘’‚‛'\"`´「」『』《》〈〉*_\u00ad\u200b\u200c\u200d\u2060", "")
    | dict.fromkeys("-‐‑‒–—―−", "-")
    | {"…": "..."}
)
"""Quotation marks and signs of emphasis are the quoting style’s, so are the kinds of dashes."""
_SPACE: Final = expression(r"\s+")
_BROKEN: Final = expression(r"(?<=\w)[-‐‑\u00ad]\s+(?=\w)")
_SHOWN: Final = 60


def remarks_on(reading: Reading, found: Standing, text: str) -> tuple[str, ...]:
    """Short phrases about the differences between a quotation and the places that it stands at."""
    pairs = [
        (_with_letters_of(piece, text[start:end]), text[start:end])
        for piece, (start, end) in zip(reading.pieces, found.spans, strict=True)
    ]
    return (*dict.fromkeys(_of_words(pairs)), *_of_joints(reading, found, text))


def _with_letters_of(piece: Piece, printed: str) -> str:
    """The words of a piece with the source’s letter for a bracketed one that is the same: “[t]he”."""
    quoted = piece.letters.text
    if not piece.recased:
        return quoted
    own, source = piece.letters, Letters(printed)
    for offset in piece.recased:
        reached = own.firsts[bisect_right(own.starts, offset) - 1]
        letter = printed[source.starts[bisect_right(source.firsts, reached, hi=len(source)) - 1]]
        if letter.lower() == quoted[offset].lower():
            quoted = f"{quoted[:offset]}{letter}{quoted[offset + 1 :]}"
    return quoted


def _of_words(pairs: list[tuple[str, str]]) -> Iterator[str]:
    for quoted, printed in pairs:
        one, other = _cut(quoted), _cut(printed)
        if one == other:
            continue
        # Of a word that the quotation has in part the source shows more.
        if [word.lower() for word in one] == [word.lower() for word in other]:
            yield "capitals differ"
        elif list(map(words.fold, one)) == list(map(words.fold, other)):
            yield "accents or ligatures differ"
            if [bool(word.isupper()) for word in one] != [bool(word.isupper()) for word in other]:
                yield "capitals differ"
        if "[" not in printed and len(one) < len(other):
            dropped = [word for word in other if word.isdecimal() and word not in one]
            yield from (f"“{word}” is left out, as the number of a note" for word in dropped[:1])
    for quoted, printed in pairs:
        if _punctuation(quoted) != _punctuation(printed):
            yield "punctuation differs"


def _cut(text: str) -> list[str]:
    text = unicodedata.normalize("NFC", _BROKEN.sub("", text).replace("\u00ad", ""))
    starts, ends, _ = words.columns(text)
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _punctuation(text: str) -> str:
    """The signs of a text with a letter for each word between them; not those at its ends."""
    plain = _BROKEN.sub("", text).translate(_MARKS)
    starts, ends, _ = words.columns(plain)
    if not starts:
        return ""
    between = [plain[end:start] for end, start in zip(ends, starts[1:], strict=False)]
    return "w".join(_SPACE.sub("", gap) for gap in between)


def _of_joints(reading: Reading, found: Standing, text: str) -> Iterator[str]:
    for joint, (start, end), skipped in zip(reading.joints, found.between, found.skipped, strict=True):
        left_out = text[start:end]
        if joint.kind == "omission":
            if skipped:
                some = "a word" if skipped == 1 else f"{skipped:,} words"
                negated = negates(words.columns(left_out)[2])
                yield f"{some} left out{', a negation among them' if negated else ''}"
        elif joint.kind == "bracket":
            instead = clean_line(left_out.strip(" \n\t,;:.[]()"))
            # A number that is not in the source is the sign of a note.
            told = words.columns(instead)[2] or joint.most
            if told and words.fold(instead) != words.fold(joint.written.strip("[]()")):
                shown = instead if len(instead) <= _SHOWN else f"{instead[: _SHOWN - 1].rstrip()}…"
                for_what = f"for “{shown}”" if shown else "is not in the source"
                yield f"{clean_line(joint.written)[:_SHOWN]} {for_what}"
