"""Numbers as lists, headings and notes print them: "3", "iii", "C", "third", "三".

Sources: ECMA-376 Part 1, § 17.18.59 (ST_NumberFormat); OpenDocument 1.3 Part 3, § 19.506 (style:num-format).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN: Final = 4_999
_MOST_LETTERS: Final = 30
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_SIGNS: Final = "*†‡§"
_HAN: Final = "〇一二三四五六七八九"
_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_FIRST: Final = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def number(value: int, format: str) -> str:
    """A number as this format of Word's or of OpenDocument's prints it; "" for a format that prints none.

    A format that is not known is read as plain figures.
    """
    if format in ("none", ""):
        return ""
    return _FORMATS.get(format, str)(value)


def letters(value: int, alphabet: str) -> str:
    """Letters that count as Word does: "a" to "z", then "aa", "bb"."""
    if value < 1:
        return str(value)
    times, at = divmod(value - 1, len(alphabet))
    return alphabet[at] * min(times + 1, _MOST_LETTERS)


def _roman(value: int) -> str:
    if not 0 < value <= _MOST_ROMAN:
        return str(value)
    written = ""
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        written += sign * times
    return written


def _latin(value: int) -> str:
    return letters(value, _LATIN)


def _ordinal(value: int) -> str:
    ending = "th" if value // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _words(value: int) -> str:
    if not 0 <= value < 100:
        return str(value)
    if value < len(_SMALL):
        return _SMALL[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else "")


def _ordinal_words(value: int) -> str:
    if not 0 < value < 100:
        return _ordinal(value)
    before, hyphen, last = _words(value).rpartition("-")
    last = _FIRST.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return f"{before}{hyphen}{last}"


def _circled(value: int) -> str:
    return chr(ord("①") + value - 1) if 1 <= value <= 20 else str(value)


def _han_digits(value: int) -> str:
    return "".join(_HAN[int(digit)] for digit in str(max(0, value)))


def _han(value: int) -> str:
    if not 0 < value < 100:
        return _han_digits(value)
    tens, ones = divmod(value, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_HAN[tens]}十") + (_HAN[ones] if ones else "")


def _of(alphabet: str) -> Callable[[int], str]:
    return lambda value: letters(value, alphabet)


_RUSSIAN: Final = "абвгдежзиклмнопрстуфхцчшщэюя"
_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "1": str,
    "decimalZero": lambda value: f"{value:02d}",
    "lowerRoman": _roman,
    "i": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "I": lambda value: _roman(value).upper(),
    "lowerLetter": _latin,
    "a": _latin,
    "upperLetter": lambda value: _latin(value).upper(),
    "A": lambda value: _latin(value).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda value: _words(value).capitalize(),
    "ordinalText": lambda value: _ordinal_words(value).capitalize(),
    "hex": lambda value: f"{max(0, value):X}",
    "chicago": lambda value: letters(value, _SIGNS),
    "numberInDash": lambda value: f"- {value} -",
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "①": _circled,
    "ideographDigital": _han_digits,
    "japaneseDigitalTenThousand": _han_digits,
    "taiwaneseDigital": _han_digits,
    "japaneseCounting": _han,
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "taiwaneseCounting": _han,
    "taiwaneseCountingThousand": _han,
    "koreanDigital2": _han,
    "一, 二, 三, ...": _han,
    "russianLower": _of(_RUSSIAN),
    "russianUpper": _of(_RUSSIAN.upper()),
    "hebrew2": _of("אבגדהוזחטיכלמנסעפצקרשת"),
    "arabicAlpha": _of("أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
    "arabicAbjad": _of("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
    "aiueoFullWidth": _of(
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
    ),
    "irohaFullWidth": _of(
        "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
    ),
    "ganada": _of("가나다라마바사아자차카타파하"),
    "chosung": _of("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
}
