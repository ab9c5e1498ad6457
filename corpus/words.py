"""What a word is: one way to cut a text into words and to fold them, for whatever compares texts.

A word is a run of letters and digits. Punctuation, apostrophes and hyphens part words, so that the
query ``don’t`` is the two words of ``don't`` in sequence, and ``state-of-the-art`` four. A number
keeps its separators: ``1,000.50`` is one word. In a script written without spaces each character is
a word of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from corpus.expression import expression

CUT: Final = 3
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
# Korean syllables that are spelt out: a first consonant, vowels, last consonants.
_JAMO: Final = (
    "[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6]+[\u11a8-\u11ff\ud7cb-\ud7fb]*",
    "\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb",
)
# Raised and lowered digits are notes' numbers more often than not: “court²” is the word “court”.
_NO_LETTERS: Final = "²³¹⁰⁴-⁹₀-₉\u02bb\u02bc_"

_NUMBER: Final = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:\.\d+)+)(?!\w)"
# For texts without what makes it slow; for all others see `_odd_piece`.
_PLAIN_PIECE: Final = expression(rf"{_NUMBER}|[^\W_]+")
_ASCII_PIECE: Final = expression(
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:\.[0-9]+)+)(?!\w)"
    r"|[a-z0-9]+"
)
_NOT_PLAIN: Final = expression(f"[{_NO_LETTERS}{_UNSEEN}{_UNSPACED}{_JAMO[1]}]")
_DROPPED: Final = expression(f"[{_MARKS}{_UNSEEN}]+")
_ANY_JAMO: Final = expression(f"[{_JAMO[1]}]")
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


def letters_of(text: str) -> str:
    """The text in which to look for ASCII letters of folded words: whatever has them has them here."""
    simplified, _ = _simplified(text)
    return simplified if simplified.isascii() else fold(text)


def is_unspaced(character: str) -> bool:
    """Whether the character belongs to a script that puts no spaces between words."""
    return character > "\u0e00" and _UNSPACED_CHARACTER.match(character) is not None


def has_odd_unspaced(text: str) -> bool:
    """Whether a character of a script without spaces may stand there as another one, or as several."""
    return not text.isascii() and any(map(_is_odd_unspaced, set(text)))


@lru_cache(maxsize=1 << 14)
def _is_odd_unspaced(character: str) -> bool:
    if character <= "\x7f":
        return False
    folded = fold(character)
    return (
        unicodedata.category(character)[0] == "M"
        or (folded != character and any(is_unspaced(part) or "\u1100" <= part <= "\u11ff" for part in folded))
        or _ANY_JAMO.match(character) is not None
    )


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in order, with their offsets in it."""
    return map(Token, *columns(text))


def columns(text: str) -> tuple[list[int], list[int], list[str]]:
    """The same as `tokens`, as three columns: several times as fast, for whole articles."""
    text, piece = _simplified(text)
    spans = [match.span() for match in piece.finditer(text)]
    forms = piece.findall(text)
    if piece is not _ASCII_PIECE:
        forms = list(map(_folded, forms))
        if "" in forms:
            # Marks alone: nothing is left to look for.
            spans = [span for span, form in zip(spans, forms, strict=True) if form]
            forms = list(filter(None, forms))
    return [span[0] for span in spans], [span[1] for span in spans], forms


def forms_between(text: str, starts: Iterable[int], ends: Iterable[int]) -> Iterator[list[str]]:
    """The folded words of each stretch [start, end) of a text, without their offsets: faster still.

    No word reaches over the end of a stretch.
    """
    text, piece = _simplified(text)
    if piece is _ASCII_PIECE:
        for start, end in zip(starts, ends, strict=True):
            yield piece.findall(text, start, end)
    else:
        for start, end in zip(starts, ends, strict=True):
            yield list(filter(None, map(_folded, piece.findall(text, start, end))))


def _simplified(text: str) -> tuple[str, re.Pattern[str]]:
    """The text with spaces for signs that only part words, and the plainest pattern that will do.

    Offsets stay as they are.
    """
    plain = True
    if not text.isascii():
        for character in set(text):
            if character > "\x7f":
                sort = _sort(character)
                if sort == "sign":
                    text = text.replace(character, " ")
                plain = plain and sort != "odd"
    if text.isascii():
        return text.lower(), _ASCII_PIECE
    return text, _PLAIN_PIECE if plain else _odd_piece()


@lru_cache(maxsize=1 << 12)
def _sort(character: str) -> str:
    """What a character is to the cutting: a plain letter, a sign between words, or something odd."""
    category = unicodedata.category(character)
    if category[0] == "M" or _NOT_PLAIN.match(character):
        return "odd"
    return "sign" if category[0] in "PZS" else "letter"


@cache
def _odd_piece() -> re.Pattern[str]:
    """A piece of any text: a number, a word with its marks, or a character of a script without spaces."""
    # Marks that folding drops, and signs of vowels that it keeps: no letters, but parts of a word.
    # Beyond the first plane a class of characters is looked through one by one: too slow for all texts.
    marks = (chr(number) for number in range(0x300, 0x10000))
    unspaced = re.compile(f"[{_UNSPACED}]")
    following = "".join(
        mark for mark in marks if unicodedata.category(mark)[0] == "M" and not unspaced.match(mark)
    )
    letter = rf"[^\W{_NO_LETTERS}{_UNSPACED}{_JAMO[1]}]"
    word = rf"{letter}(?:{letter}|[{following}{_UNSEEN}])*"
    # A kana's voicing mark may follow it as a character of its own.
    character = rf"[{_UNSPACED}][{following}\u3099\u309a\uff9e\uff9f]*"
    return re.compile(rf"{_NUMBER}|{_JAMO[0]}|{word}|{character}|[{_JAMO[1]}]")


@lru_cache(maxsize=1 << 16)
def _folded(piece: str) -> str:
    return fold(piece)
