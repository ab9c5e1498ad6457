"""The place in an article, as the styles name it."""

from __future__ import annotations

from typing import Final

from corpus.citation.place import Place

_FIRST: Final = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth"),
)
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SUFFIXES: Final = {1: "st", 2: "nd", 3: "rd"}


def counted(place: Place, one: str, many: str, dash: str) -> str:
    """The paragraphs after their label: "para. 3", "paras. 5–6"; "" where the passage has no number."""
    if place.counted is None:
        return ""
    first, last = place.counted
    return f"{one} {first}" if first == last else f"{many} {first}{dash}{last}"


def counted_in_words(place: Place) -> str:
    """The paragraphs by their place in the row: "third para.", "fifth and sixth paras.", "101st para.".

    "" where the passage has no number. As in Chicago’s rule for numbers in general, words reach to
    one hundred; a range has figures at both ends as soon as one of them needs figures.
    """
    if place.counted is None:
        return ""
    first, last = place.counted
    name = _in_words if last <= 100 else _in_figures
    if first == last:
        return f"{name(first)} para."
    return f"{name(first)} {'and' if last == first + 1 else 'through'} {name(last)} paras."


def _in_words(number: int) -> str:
    if number < len(_FIRST):
        return _FIRST[number]
    if number == 100:
        return "one hundredth"
    tens, units = divmod(number, 10)
    return f"{_TENS[tens]}-{_FIRST[units]}" if units else f"{_TENS[tens][:-1]}ieth"


def _in_figures(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else _SUFFIXES.get(number % 10, "th")
    return f"{number:,}{suffix}"
