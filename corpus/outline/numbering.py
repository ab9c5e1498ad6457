"""The numbers that headings carry, and the longest run among them that really counts.

One number proves nothing: a line may open with a year or a quantity. A number is believed where it
stands in a chain that counts on (1, 1.1, 1.2, 2 …), and the chain is chosen as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, TypeAlias

from corpus.expression import expression

Path: TypeAlias = tuple[int, ...]
"""A number taken apart: "2.1.3" is (2, 1, 3)."""

ENGLISH: Final = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
CARDINALS: Final = "one two three four five six seven eight nine ten eleven twelve".split()
HAN_DIGITS: Final = "〇零一二三四五六七八九十百千两"

_TEENS: Final = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS: Final = (
    "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte",
    "erster zweiter dritter vierter fünfter sechster siebter achter neunter zehnter elfter zwölfter",
    "erstes zweites drittes viertes fünftes sechstes siebtes achtes neuntes zehntes elftes zwölftes",
    "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième",
    "première seconde",
    "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo",
    "primera segunda tercera cuarta quinta sexta séptima octava novena décima",
    "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo",
    "prima seconda terza quarta quinta sesta settima ottava nona decima",
    "primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo",
    "primeira segunda terceira quarta quinta sexta sétima oitava nona décima",
    "первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый",
    "первая вторая третья четвёртая пятая шестая седьмая восьмая девятая десятая",
    "первая вторая третья четвертая",
)
_WORDS: Final = {
    word: value
    for words in (ENGLISH, CARDINALS, *map(str.split, _ORDINALS))
    for value, word in enumerate(words, 1)
}
_WORDS.update({word: value for value, word in enumerate(_TEENS.split(), 13)})
_WORDS.update({f"{word}th": value for value, word in enumerate(_TEENS.split(), 13)})
_WORDS.update({word: 10 * value for value, word in enumerate(_TENS, 2)})
_ROMAN: Final = expression(r"(?=.)M{0,3}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})")
_ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_HAN_VALUES: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN_UNITS: Final = {"十": 10, "百": 100, "千": 1000}

# What a chain pays for a number that is left out, for starting in mid-count, for starting over.
_SKIP: Final = 0.5
_LATE_START: Final = 1.0
_RESTART: Final = 0.3


def roman(text: str) -> int | None:
    """The value of a Roman numeral in capitals; None where it is none."""
    if not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def han(text: str) -> int:
    """The value of a Chinese numeral below ten thousand."""
    total, digit = 0, 0
    for character in text:
        if unit := _HAN_UNITS.get(character):
            total += (digit or 1) * unit
            digit = 0
        else:
            digit = _HAN_VALUES.get(character, 0)
    return total + digit


def value(text: str) -> int | None:
    """The value of a number however it is written: "7", "VII", "seven", "seventh", "七", "G"."""
    if text.isascii() and text.isdigit():
        return int(text)
    tens, _, units = text.lower().partition("-")
    if (word := _WORDS.get(tens)) is not None and (not units or (word >= 20 and units in _WORDS)):
        return word + _WORDS.get(units, 0)
    if text and all(character in HAN_DIGITS for character in text):
        return han(text)
    if (number := roman(text)) is not None:
        return number
    return ord(text.upper()) - ord("A") + 1 if len(text) == 1 and text.isascii() and text.isalpha() else None


class _Link(NamedTuple):
    score: float
    item: int


def best_chain(
    items: Sequence[tuple[Path, float]], parts: Sequence[int] = (), *, anywhere: bool = False
) -> list[int]:
    """The indexes of the best chain among numbered items, each a path and what it is worth by itself.

    A number follows its elder sibling (2.1 → 2.2, 2.1.4 → 2.2), or opens a level (2 → 2.1). Where `parts`
    tells in which part of the whole each stands, 1 may also begin again in another. `anywhere` lets a
    count begin again at any place, and leave numbers out, as chapters do in each part of a book.
    Dynamic programming over the best chain that ends in each prefix: linear in the items.
    """
    scores: list[float] = []
    before: list[int] = []
    exact: dict[Path, _Link] = {}
    prefixes: dict[Path, _Link] = {}
    best = settled = _Link(0.0, -1)
    for index, (path, worth) in enumerate(items):
        if parts and index and parts[index] != parts[index - 1]:
            settled = best
        options = [_Link(0.0 if set(path) <= {0, 1} else -_LATE_START, -1)]
        elder = prefixes.get((*path[:-1], path[-1] - 1))
        skipped = prefixes.get((*path[:-1], path[-1] - 2))
        parent = exact.get(path[:-1]) if path[-1] <= 1 else None
        options += [link for link in (elder, parent) if link]
        grandparent = exact.get(path[:-2]) if path[-2:] == (1, 1) else None
        uncle = exact.get(path[:-1]) if path[-1] == 2 else None
        # A number of several parts tells its place by itself: 2.1 → 2.2.1, 4.3 → 4.10.
        kin = prefixes.get(path[:1]) if len(path) > 1 else None
        kin = kin if kin and items[kin.item][0] < path else None
        # 3.18 → 4.1, where what is called 4 stands in another chain: "Chapter 4".
        cousin = prefixes.get((path[0] - 1,)) if len(path) > 1 and set(path[1:]) <= {0, 1} else None
        others = (skipped, grandparent, uncle, kin, cousin)
        options += [_Link(link.score - _SKIP, link.item) for link in others if link]
        if path == (1,) and settled.item >= 0:
            options.append(_Link(settled.score - _RESTART, settled.item))
        if anywhere and best.item >= 0:
            options.append(_Link(best.score - (_RESTART if path == (1,) else _SKIP), best.item))
        chosen = max(options)
        scores.append(chosen.score + worth)
        before.append(chosen.item)
        link = _Link(scores[-1], index)
        best = max(best, link)
        exact[path] = max(link, exact.get(path, link))
        for length in range(1, len(path) + 1):
            prefixes[path[:length]] = max(link, prefixes.get(path[:length], link))
    chain = []
    at = best.item
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]
