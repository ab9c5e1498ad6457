"""What a word is: one way to cut a text into words and to fold them, for whatever compares texts.

A word is a run of letters and digits. Punctuation, apostrophes and hyphens part words, so that the
query ``don’t`` is the two words of ``don't`` in sequence, and ``state-of-the-art`` four. A number
keeps its separators: ``1,000.50`` is one word. Scripts written without spaces are cut into pairs of
characters that overlap, and the last character of a run alone.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from corpus.expression import expression

CUT: Final = 1
"""Grows whenever this module cuts or folds differently: an index made before is then out of date."""

# Thai to Lao, Myanmar and Khmer; kana without their punctuation, Hangul, ideographs.
_UNSPACED: Final = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ebd\u0ec0-\u0ece\u1000-\u1049\u1780-\u17d3"
    "\u3005-\u3007\u3041-\u309a\u309d\u309e\u30a1-\u30fa\u30fc-\u30fe\uff66-\uff9f"
    "\uac00-\ud7a3\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
# Marks that stand over a letter, and characters inside a word that are not seen.
_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
)
_UNSEEN: Final = "\u00ad\u200c\u200d\u2060"
# Vowel signs of Indic scripts: no letters by Unicode's categories, but parts of a word, and kept.
_SIGNS: Final = (
    "\u0900-\u0903\u093a-\u094f\u0955-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a51"
    "\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b4d\u0bbe-\u0bcd\u0c00-\u0c04\u0c3c-\u0c4d"
    "\u0c81-\u0c83\u0cbc-\u0ccd\u0d00-\u0d03\u0d3b-\u0d4d\u0dca-\u0ddf"
)
# Raised and lowered digits are notes' numbers more often than not: “court²” is the word “court”.
_NO_LETTERS: Final = "²³¹⁰⁴-⁹₀-₉\u02bb\u02bc_"

_LETTER: Final = rf"[^\W{_NO_LETTERS}{_UNSPACED}]"
_WORD: Final = rf"{_LETTER}(?:{_LETTER}|[{_MARKS}{_UNSEEN}{_SIGNS}])*"
_NUMBER: Final = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:\.\d+)+)(?!\w)"
# One line break inside a run of characters is a line's end, not a word's.
_RUN: Final = rf"[{_UNSPACED}]+(?:\n[{_UNSPACED}]+)*"
_PIECE: Final = expression(rf"({_RUN})|{_NUMBER}|{_WORD}")
_ASCII_PIECE: Final = expression(
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:\.[0-9]+)+)(?!\w)"
    r"|[a-z0-9]+"
)
_DROPPED: Final = expression(f"[{_MARKS}{_UNSEEN}]+")
_UNSPACED_CHARACTER: Final = expression(f"[{_UNSPACED}]")


class Token(NamedTuple):
    """A word at offsets [start, end) of the text it was cut from, and its folded form."""

    start: int
    end: int
    folded: str


def fold(text: str) -> str:
    """The text without case, accents, ligatures and invisible characters; its length may change."""
    if text.isascii():
        return text.lower()
    # Unicode Standard § 3.13.5, compatibility caseless matching, less the marks over letters. What
    # remains is composed again, so that a kana with its voicing mark stays one character.
    bare = _DROPPED.sub("", unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()))
    return unicodedata.normalize("NFC", bare)


def is_unspaced(character: str) -> bool:
    """Whether the character belongs to a script that puts no spaces between words."""
    return character > "\u0e00" and _UNSPACED_CHARACTER.match(character) is not None


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in order, with their offsets in it.

    In a script without spaces each character begins a token: itself and the next one of its run,
    the run's last character alone.
    """
    return map(Token, *columns(text))


def columns(text: str) -> tuple[list[int], list[int], list[str]]:
    """The same as `tokens`, as three columns: more than twice as fast, for whole articles."""
    if text.isascii():
        lowered = text.lower()
        spans = [match.span() for match in _ASCII_PIECE.finditer(lowered)]
        return [span[0] for span in spans], [span[1] for span in spans], _ASCII_PIECE.findall(lowered)
    starts: list[int] = []
    ends: list[int] = []
    forms: list[str] = []
    for match in _PIECE.finditer(text):
        piece = match[0]
        if match[1]:
            for token in _pairs(piece, match.start()):
                starts.append(token.start)
                ends.append(token.end)
                forms.append(token.folded)
        elif folded := piece.lower() if piece.isascii() else fold(piece):
            start, end = match.span()
            starts.append(start)
            ends.append(end)
            forms.append(folded)
    return starts, ends, forms


def _pairs(run: str, offset: int) -> Iterator[Token]:
    places = [place for place, character in enumerate(run) if character != "\n"]
    folded = [_fold_one(run[place]) for place in places]
    for index, place in enumerate(places[:-1]):
        following = places[index + 1]
        yield Token(offset + place, offset + following + 1, folded[index] + folded[index + 1])
    yield Token(offset + places[-1], offset + places[-1] + 1, folded[-1])


def _fold_one(character: str) -> str:
    """One character for one character, so that a pair is always two."""
    folded = fold(character)
    return folded if len(folded) == 1 else character
