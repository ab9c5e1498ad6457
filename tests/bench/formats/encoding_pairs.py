"""Writes `corpus/encodings/pairs.py`: which letters stand beside each other in which language.

`python -m tests.bench.formats.encoding_pairs FOLDER…`: folders in which translations lie as gettext keeps
them, `…/LANG/LC_MESSAGES/*.mo`, as in /usr/share/locale, or manual pages as in /usr/share/man.
"""

from __future__ import annotations

import gzip
import itertools
import re
import sys
import unicodedata
from collections import Counter
from gettext import GNUTranslations
from pathlib import Path
from typing import Final

LANGUAGES: Final = (
    "fr de es it pt nl sv da nb fi is ca pl cs sk hu ro hr sl tr lt lv et ru uk bg sr mk el he ar th".split()
)
HAN: Final = ("ja", "ko", "zh_CN", "zh_TW")
_PAIRS: Final = 260
_SIGNS: Final = {"ja": 420, "ko": 420, "zh_CN": 620, "zh_TW": 620}
_PAGES: Final = 400
_ROFF: Final = re.compile(r"^['.]\\?\"?\w*|\\f.|\\\(..|\\.", re.MULTILINE)
# Pages that list characters, not words.
_TABLE: Final = re.compile(
    r"iso[_-]?8859|latin|cp12|koi8|ascii|charset|locale|armscii|gettext|unicode|utf|keymap|kb"
)
_LEAST: Final = 4_000
"""Pairs of which there is not one in so many are left out."""
_ALIKE: Final = {"pt": ("pt", "pt_BR")}


def main(folders: list[str]) -> int:
    """Write the module."""
    texts = {language: _text(language, folders) for language in (*LANGUAGES, *HAN)}
    lines = [
        '"""Pairs of letters, common signs, by language: tests/bench/formats/encoding_pairs.py wrote it."""',
        "",
        "from __future__ import annotations",
        "",
        "from typing import Final",
        "",
        "PAIRS: Final = {",
    ]
    for language in LANGUAGES:
        lines += [f'    "{language}": (', *_wrapped("".join(_pairs(texts[language]))), "    ),"]
    lines += [
        "}",
        '"""Pairs with a letter that ASCII has not, one after another, the most frequent first."""',
        "",
        "SIGNS: Final = {",
    ]
    for language in HAN:
        lines += [f'    "{language}": (', *_wrapped("".join(_signs(texts[language], language))), "    ),"]
    lines += ["}", '"""The most frequent signs."""']
    target = Path(__file__).parents[3] / "corpus" / "encodings" / "pairs.py"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _text(language: str, folders: list[str]) -> str:
    said = []
    for folder in folders:
        for name in _ALIKE.get(language, (language,)):
            for path in sorted(Path(folder).rglob(f"{name}/LC_MESSAGES/*.mo")):
                with path.open("rb") as file:
                    catalogue = GNUTranslations(file)._catalog  # type: ignore[attr-defined]
                said += [words for key, words in catalogue.items() if key and isinstance(words, str)]
            for path in sorted(Path(folder).rglob(f"man/{name}/man*/*.gz"))[:_PAGES]:
                if _TABLE.match(path.name):
                    continue
                page = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
                said.append(_ROFF.sub("", page))
    return "\n".join(said).replace("_", "").replace("&", "")


def _pairs(text: str) -> list[str]:
    folded = "".join(letter if _is_letter(letter) else " " for letter in text.lower())
    counted = Counter(pair for pair in map("".join, itertools.pairwise(folded)) if not pair.isascii())
    least = max(4, counted.total() / _LEAST)
    return [pair for pair, count in counted.most_common(_PAIRS) if count >= least]


def _is_letter(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LM"


def _signs(text: str, language: str) -> list[str]:
    counted = Counter(sign for sign in text if sign >= "\u3000" and sign.isprintable())
    return sorted(sign for sign, _ in counted.most_common(_SIGNS[language]))


def _wrapped(words: str) -> list[str]:
    return [f'        "{words[at : at + 88]}"' for at in range(0, len(words), 88)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
