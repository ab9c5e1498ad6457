"""What announces an enumeration: "three reasons", "six-part", "mehrere Gründe", 三个方面."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.outline.enumeration import chinese
from corpus.outline.enumeration.language import Language
from corpus.outline.enumeration.languages import LANGUAGES
from corpus.scripts import has_han

_READ: Final = 4_000
_BETWEEN: Final = 3
"""Words between a number and the noun that it counts, the noun included."""
_MOST_PARTS: Final = 20
_MEASURES: Final = frozenset(
    """years months weeks days hours minutes seconds times decades centuries miles yards inches kilometres
    metres meters kilos tons pages words lines euros dollars pounds cents percent points millions billions
    thousands hundreds dozens others sons daughters brothers sisters
    jahre jahren monate monaten wochen tage tagen stunden minuten mal kilometer meter tonnen seiten prozent
    millionen milliarden kinder kindern menschen
    ans années mois semaines jours heures minutes fois siècles kilomètres mètres tonnes mots lignes
    milliards autres fils enfants personnes
    años meses semanas días horas minutos veces siglos kilómetros metros toneladas páginas palabras líneas
    millones hijos personas otros""".split()
)
"""What is measured or met by number, and is no part of a text."""
_WORD: Final = expression(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+(?:-[^\W\d_]+)?")


class Announcement(NamedTuple):
    """How many parts a paragraph announces (0 where it does not say), and the words: offsets in it."""

    parts: int
    start: int
    end: int


class _Word(NamedTuple):
    plain: str
    start: int
    end: int


def announcements(text: str) -> list[Announcement]:
    """What a paragraph announces to enumerate, in order, in any language that is known."""
    text = text[:_READ]
    found: list[Announcement] = []
    if has_han(text):
        found += (Announcement(*one) for one in chinese.announced(text))
    words = [_Word(match[0].lower(), match.start(), match.end()) for match in _WORD.finditer(text)]
    for language in LANGUAGES:
        found += _announced(text, words, language)
    return sorted(found, key=lambda one: one.start)


def counted_by(text: str, parts: int) -> Announcement | None:
    """Where a paragraph says this number last of something, whatever that is, if it is no measure.

    It announces an enumeration only where just so many parts follow it.
    """
    text = text[:_READ]
    words = [_Word(match[0].lower(), match.start(), match.end()) for match in _WORD.finditer(text)]
    found = None
    for language in LANGUAGES:
        for at, word in enumerate(words):
            if _number(word.plain, language) != parts or (at and words[at - 1].plain in language.ordered):
                continue
            if noun := _plural(text, word, words[at + 1 : at + 1 + _BETWEEN], language):
                found = Announcement(parts, word.start, noun.end)
    return found


def _plural(text: str, word: _Word, following: Sequence[_Word], language: Language) -> _Word | None:
    """The plural behind a number, in the same clause; a noun has a capital in German."""
    end = word.end
    for other in following:
        if other.plain in language.partitive or text[end : other.start].strip():
            return None
        german = language.name == "German"
        if (german and text[other.start].isupper()) or (not german and other.plain[-1] in "sx"):
            return None if other.plain in _MEASURES or not other.plain.isalpha() else other
        end = other.end
    return None


def _announced(text: str, words: Sequence[_Word], language: Language) -> Iterator[Announcement]:
    for at, word in enumerate(words):
        if at and words[at - 1].plain in language.ordered:
            continue
        number, dash, joined = word.plain.partition("-")
        parts = _number(number, language)
        if dash and joined in language.joined and parts:
            yield Announcement(parts, word.start, word.end)
        elif (parts or word.plain in language.vague) and not dash:
            following = words[at + 1 : at + 1 + _BETWEEN]
            if parts and following and following[0].plain in language.joined:
                yield Announcement(parts, word.start, following[0].end)
            elif noun := _noun(text, word, following, language):
                yield Announcement(parts, word.start, noun.end)


def _number(word: str, language: Language) -> int:
    if word.isdecimal():
        return int(word) if len(word) < 3 and 2 <= int(word) <= _MOST_PARTS else 0
    return language.numbers.get(word, 0)


def _noun(text: str, word: _Word, following: Sequence[_Word], language: Language) -> _Word | None:
    """The noun that a number counts: the first one behind it, in the same clause."""
    end = word.end
    for other in following:
        if other.plain in language.partitive or text[end : other.start].strip():
            return None
        if other.plain in language.nouns:
            return other
        end = other.end
    return None
