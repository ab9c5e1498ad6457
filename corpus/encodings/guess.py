"""Guessing the encoding of a text that says none: by the letters that each would make of its bytes.

Of the encodings of few bytes the one is taken that makes the most usual pairs of letters in some language; of
those of many, the one that makes mostly usual signs. Charset-normalizer was measured beside it: see
tests/bench/formats/encodings.py.
"""

from __future__ import annotations

import codecs
import itertools
import math
import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Final

from corpus.encodings.pairs import PAIRS, SIGNS

_SAMPLE: Final = 65_536
_ENOUGH: Final = 600
"""Bytes that ASCII has not, of which more tell no more."""

_WESTERN: Final = "fr de es it pt nl sv da nb fi is ca"
_CENTRAL: Final = "pl cs sk hu hr sl ro de"
_BALTIC: Final = "lt lv et"
_CYRILLIC: Final = "ru uk bg sr mk"
# Encoding, languages that are written in it, and how much it takes to be believed: some are rare.
_NARROW: Final = tuple(
    (codec, tuple(languages.split()), doubt)
    for codec, languages, doubt in (
        ("cp1252", _WESTERN, 0.0),
        ("iso8859-15", _WESTERN + " et", 0.5),
        ("cp1250", _CENTRAL, 0.5),
        ("iso8859-2", _CENTRAL, 0.6),
        ("cp1251", _CYRILLIC, 0.5),
        ("koi8-r", "ru bg", 0.6),
        ("koi8-u", "uk", 0.7),
        ("cp866", "ru uk bg", 1.0),
        ("iso8859-5", _CYRILLIC, 1.0),
        ("mac-cyrillic", "ru uk bg", 2.0),
        ("cp1253", "el", 0.5),
        ("iso8859-7", "el", 0.6),
        ("cp1254", "tr", 0.5),
        ("cp1255", "he", 0.5),
        ("iso8859-8", "he", 0.6),
        ("cp1256", "ar", 0.5),
        ("iso8859-6", "ar", 0.6),
        ("cp1257", _BALTIC, 0.8),
        ("iso8859-13", _BALTIC, 1.0),
        ("iso8859-4", _BALTIC, 2.0),
        ("iso8859-16", "ro", 1.0),
        ("cp874", "th", 0.8),
        ("mac-roman", _WESTERN, 3.0),
        ("cp850", _WESTERN, 3.0),
        ("cp437", _WESTERN, 4.0),
        ("cp852", _CENTRAL, 3.0),
        ("cp737", "el", 3.0),
        ("cp857", "tr", 3.0),
        ("cp862", "he", 3.0),
        ("cp775", _BALTIC, 3.0),
    )
)
_LATIN: Final = tuple("cp1252 iso8859-15 cp1250 iso8859-2 cp1254 cp1257 mac-roman cp850 cp437 cp852".split())
"""Those that a text may be in whose names alone are not in ASCII."""
_SPARSE: Final = 400
"""Bytes of a text for each that ASCII has not, from which on these may be names alone."""
_NAMES: Final = 60
"""Names of which more tell no more."""
_RUN: Final = re.compile(rb"[\x80-\xff]+")
_WIDE: Final = (
    ("cp932", "ja"),
    ("euc_jp", "ja"),
    ("gb18030", "zh_CN"),
    ("big5hkscs", "zh_TW"),
    ("cp949", "ko"),
    ("utf-16-le", ""),
    ("utf-16-be", ""),
)
_MOSTLY: Final = 0.5
"""The share of usual signs from which on an encoding of many bytes is believed."""

# The usual pairs of a language as `_usual` weighs them; then a pair of its letters, and one with others.
_UNUSUAL: Final = -8.6
_FOREIGN: Final = -11.0
_BROKEN: Final = -18.0
"""A byte that is no character, or a control, or a capital within a word."""
# As much as two pairs, for a letter stands in two.
_MARKS: Final = {
    **dict.fromkeys("“”‘’„‚–—…•«»°§©®€·\xa0¿¡", -8.0),
    **dict.fromkeys("£™×º¹²³½±µ†´`", -12.0),
}
_RARE_MARK: Final = -18.0
_WITHIN: Final = -8.0
"""A mark within a word that is no apostrophe, and no dash."""
_MAY_STAND_WITHIN: Final = frozenset("’·–—‘\xad\xa0")
# What stands between two others makes no pair with them, and is the same in all of these encodings.
_BETWEEN: Final = re.compile(rb"(?<=[\x00-\x7f])[\x00-\x7f]+(?=[\x00-\x7f])")


def guess(data: bytes) -> str:
    """The codec of a text that is neither ASCII nor UTF-8; "" where its bytes are no text in any."""
    sample = data[:_SAMPLE]
    if _are_names(sample):
        return _of_names(sample)
    return _wide(sample) or _narrow(sample)


def _are_names(data: bytes) -> bool:
    """Whether the bytes that ASCII has not are so few, and so far apart, that they are letters in names.

    In other scripts, and in those of many signs, they stand side by side.
    """
    runs = _RUN.findall(data)
    alone = sum(len(run) == 1 for run in runs)
    return sum(map(len, runs)) * _SPARSE < len(data) and alone * 2 > len(runs)


def _of_names(data: bytes) -> str:
    """The codec in which words are the most usual, each in the language that it may be of."""
    words = list(dict.fromkeys(_around(data).split()))[:_NAMES]
    return max(_LATIN, key=lambda codec: _weight_of_names(words, codec))


def _weight_of_names(words: list[bytes], codec: str) -> float:
    languages, doubt = next((languages, doubt) for one, languages, doubt in _NARROW if one == codec)
    return sum(_weight(f" {word.decode(codec, 'replace')} ", languages) for word in words) - doubt


def is_sixteen_bits(data: bytes, codec: str) -> bool:
    """Whether bytes are a text in UTF-16 of a script that has few letters: "utf-16-le" or "utf-16-be"."""
    upper = data[1::2] if codec == "utf-16-le" else data[0::2]
    lower = data[0::2] if codec == "utf-16-le" else data[1::2]
    counted = Counter(upper)
    few = sum(count for _, count in counted.most_common(3)) >= 0.9 * len(upper)
    # White space has the upper byte 0 in any script.
    return (
        bool(counted[0]) and few and len(set(lower)) > 2 * len(counted) and _decoded(data, codec) is not None
    )


def _wide(data: bytes) -> str:
    shares = {codec: _share(data, codec, language) for codec, language in _WIDE}
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] >= _MOSTLY else ""


def _share(data: bytes, codec: str, language: str) -> float:
    text = _decoded(data, codec)
    if text is None:
        return 0.0
    other = [sign for sign in text if sign > "\x7f"]
    if not other or (not language and "\0" in text):
        return 0.0
    languages = (language,) if language else tuple(SIGNS)
    return max(sum(sign in _signs(one) for sign in other) for one in languages) / len(other)


def _decoded(data: bytes, codec: str) -> str | None:
    """A text that may be cut off within a character; None where it is none in this encoding."""
    try:
        return codecs.getincrementaldecoder(codec)().decode(data)
    except UnicodeDecodeError:
        return None


def _narrow(data: bytes) -> str:
    sample = _around(data)
    best, most = "", -math.inf
    for codec, languages, doubt in _NARROW:
        weight = _weight(sample.decode(codec, "replace"), languages) - doubt
        if weight > most:
            best, most = codec, weight
    return best


def _around(data: bytes) -> bytes:
    """The bytes that ASCII has not, each with what stands beside it."""
    around = _BETWEEN.sub(b" ", data)
    for number, match in enumerate(re.finditer(rb"[\x80-\xff]", around)):
        if number == _ENOUGH:
            return around[: match.start()]
    return around


def _weight(text: str, languages: tuple[str, ...]) -> float:
    """How usual this is in that of the languages in which it is the most: the logarithm of a likelihood."""
    folded = "".join(_folded(sign) for sign in text)
    broken = sum(
        count
        for (first, second), count in Counter(itertools.pairwise(text)).items()
        if (first > "\x7f" or second > "\x7f") and first.islower() and second.isupper()
    )
    broken += sum(sign == "\ufffd" or "\x7f" <= sign <= "\x9f" for sign in text)
    weight = _BROKEN * broken
    pairs = Counter(itertools.pairwise(folded))
    marks = Counter(sign for sign in text if sign > "\x7f" and not _is_letter(sign))
    weight += sum(_MARKS.get(mark, _RARE_MARK) * count for mark, count in marks.items())
    weight += _WITHIN * sum(
        sign not in _MAY_STAND_WITHIN and before.isalpha() and after.isalpha()
        for before, sign, after in zip(text, text[1:], text[2:], strict=False)
        if sign > "\x7f" and not _is_letter(sign)
    )
    told = [("".join(pair), count) for pair, count in pairs.items() if pair[0] > "\x7f" or pair[1] > "\x7f"]
    return weight + max(_of_language(told, language) for language in languages)


def _of_language(pairs: list[tuple[str, int]], language: str) -> float:
    usual, letters = _usual(language)
    weight = 0.0
    for pair, count in pairs:
        if pair in usual:
            weight += usual[pair] * count
        else:
            known = all(letter in letters or letter <= "\x7f" for letter in pair)
            weight += (_UNUSUAL if known else _FOREIGN) * count
    return weight


def _folded(sign: str) -> str:
    small = sign.lower()
    return small if len(small) == 1 and _is_letter(small) else " "


def _is_letter(sign: str) -> bool:
    return sign.isalpha() or unicodedata.category(sign)[0] == "M"


@cache
def _usual(language: str) -> tuple[dict[str, float], frozenset[str]]:
    """The pairs of a language, each with the logarithm of how often it is likely to stand there."""
    words = PAIRS[language]
    pairs = [words[at : at + 2] for at in range(0, len(words), 2)]
    all_of_them = sum(1 / (rank + 4) for rank in range(len(pairs)))
    usual = {pair: -math.log((rank + 4) * all_of_them) for rank, pair in enumerate(pairs)}
    return usual, frozenset(letter for letter in words if letter > "\x7f")


@cache
def _signs(language: str) -> frozenset[str]:
    return frozenset(SIGNS[language])
