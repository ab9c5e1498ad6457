"""Words in many scripts, for tests of what takes how many cells: where terminals disagree most."""

from __future__ import annotations

from typing import Final

_LATIN: Final = [
    "a",
    "b",
    "word",
    "I",
    " ",
    "  ",
    ".",
    ",",
    "(",
    ")",
    "-",
    "“",
    "”",
    "’",
    "«",
    "»",
    "é",
    "e\u0301",
    "ﬁ",
]
_CHINESE: Final = ["知", "识", "，", "。", "（", "」", "《", "知\u20dd", "\u3000"]
_JAPANESE: Final = ["か", "か\u3099", "が", "ー", "ﾊ"]
_KOREAN: Final = ["가", "\u1100", "\u1112\u1161\u11ab", "\u115f", "\u3164"]
_EMOJI: Final = [
    "👩\u200d👩\u200d👧",
    "👨\u200d💻",
    "🇩🇪",
    "🇩",
    "👍🏽",
    "✌🏻",
    "☺",
    "☺\ufe0e",
    "☺\ufe0f",
    "⌚",
    "⌚\ufe0e",
    "❤\ufe0f",
    "#\ufe0f\u20e3",
    "\U0001f02c",
]
_HEBREW_AND_ARABIC: Final = ["ש", "שָׁ", "שלום", "م", "رَ", "عالم", "\u0600\u0661", "می\u200cخواهم"]
_SOUTH_ASIAN: Final = ["हि", "क्षि", "भा", "நி", "ก", "กำ", "ကျွန်ုပ်"]
_SPACES: Final = ["\t", "\u00a0", "\u202f", "\u200b", "\u00ad", "\u2060"]

WHOLE: Final = [
    *_LATIN,
    *_CHINESE,
    *_JAPANESE,
    *_KOREAN,
    *_EMOJI,
    *_HEBREW_AND_ARABIC,
    *_SOUTH_ASIAN,
    *_SPACES,
    "\ufffd",
    "https://example.org/",
]
"""Words, letters, signs and spaces, each as people write them."""

LOOSE: Final = [
    "\u3099",
    "\u0301",
    "\u0308",
    "\u20dd",
    "\ufe0e",
    "\ufe0f",
    "\u200d",
    "\u093f",
    "\u0e33",
    "\u1161",
    "\u11a8",
    "\u1039",
    "\u0600",
    "\U0001f3fd",
]
"""Marks that belong on something, alone: they may come to stand on anything, or on nothing."""
