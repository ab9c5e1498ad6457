"""Short texts in many encodings, each read as if nothing were said of it.

`python -m tests.bench.formats.encodings FOLDER [--peer] [--characters N]`: FOLDER has texts in UTF-8 (or
compressed with gzip) whose names end in their language, such as `install.ja.txt.gz` of Debian's installation
guide. A sample is right where it is decoded to exactly what it was. With `--peer`, charset-normalizer reads
them, if it is installed.
"""

from __future__ import annotations

import gzip
import random
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from corpus.encodings.decoding import decode
from tests.bench.formats.command_line import words_given

LANGUAGES: Final = ("cs", "de", "el", "es", "fr", "it", "ja", "ko", "ru", "zh")
ENCODINGS: Final = (
    "utf-8 utf-16-le utf-16-be cp1252 iso8859-15 cp1250 iso8859-2 cp1251 koi8-r cp1253 shift_jis euc_jp"
    " gb18030 big5 euc_kr"
).split()
MORE: Final = "mac-roman cp437 cp850 cp852 cp866 iso8859-5 iso8859-7 mac-cyrillic iso2022_jp".split()
WRITTEN_IN: Final = {
    **dict.fromkeys(("cp1252", "iso8859-15", "mac-roman", "cp437", "cp850"), "de es fr it"),
    **dict.fromkeys(("cp1250", "iso8859-2", "cp852"), "cs de"),
    **dict.fromkeys(("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"), "ru"),
    **dict.fromkeys(("cp1253", "iso8859-7"), "el"),
    **dict.fromkeys(("shift_jis", "euc_jp", "iso2022_jp"), "ja"),
    **dict.fromkeys(("gb18030", "big5"), "zh"),
    "euc_kr": "ko",
}
"""The languages that an encoding is for; GB 18030 could write French, and nobody does."""
_SAMPLES: Final = 40


def samples(folder: Path, characters: int) -> Iterator[tuple[str, str]]:
    """A language and a text in it, many of each language; texts that are ASCII alone are none."""
    chance = random.Random(7)
    texts: dict[str, str] = {}
    for path in sorted(folder.rglob("*.txt*")):
        found = re.search(r"[._-]([a-z]{2})(?:[_-][A-Za-z]{2})?\.txt(?:\.gz)?$", path.name)
        if found and found[1] in LANGUAGES:
            data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            words = unicodedata.normalize("NFC", data.decode("utf-8", "ignore"))
            if len(words.encode()) < 0.99 * len(data):
                continue  # it is in another encoding itself
            texts[found[1]] = texts.get(found[1], "") + " ".join(words.split())
    for language in LANGUAGES:
        text, taken = texts.get(language, ""), 0
        for _ in range(50 * _SAMPLES):
            if taken == _SAMPLES or len(text) < characters:
                break
            start = chance.randrange(len(text) - characters)
            sample = text[start : start + characters]
            # Lines that are drawn around tables are no text.
            if not sample.isascii() and sum(sign.isalpha() for sign in sample) > characters / 2:
                taken += 1
                yield language, sample


def measured(
    folder: Path, characters: int, encodings: tuple[str, ...], read: Callable[[bytes], str]
) -> dict[tuple[str, str], tuple[int, int]]:
    """By encoding and language how many samples were right, and of how many."""
    right: Counter[tuple[str, str]] = Counter()
    all_of_them: Counter[tuple[str, str]] = Counter()
    for language, sample in samples(folder, characters):
        for encoding in (one for one in encodings if language in WRITTEN_IN.get(one, language)):
            # What its encoding does not have is left out of a text, as who wrote it had to.
            data = _without(sample, encoding)
            if data is None:
                continue
            all_of_them[encoding, language] += 1
            right[encoding, language] += read(data) == data.decode(encoding)
    return {pair: (right[pair], count) for pair, count in all_of_them.items()}


def _without(sample: str, encoding: str) -> bytes | None:
    """The sample in an encoding; None where it does not have the letters of that language."""
    kept = [sign for sign in sample if _has(encoding, sign)]
    lost = [sign for sign in sample if not _has(encoding, sign)]
    # In bullets and arrows nobody sees a language.
    if any(unicodedata.category(sign)[0] in "LM" for sign in lost) or "".join(kept).isascii():
        return None
    return "".join(kept).encode(encoding)


def _has(encoding: str, sign: str) -> bool:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _peer(data: bytes) -> str:
    from importlib import import_module

    best = import_module("charset_normalizer").from_bytes(data).best()
    return str(best) if best else ""


def main(arguments: list[str]) -> int:
    """Measure, and print a table."""
    folder = Path(next(one for one in arguments if not one.startswith("--")))
    characters = next(
        (int(arguments[at + 1]) for at, one in enumerate(arguments) if one == "--characters"), 200
    )
    read = _peer if "--peer" in arguments else (lambda data: decode(data).text)
    for encodings in (tuple(ENCODINGS), tuple(MORE)):
        found = measured(folder, characters, encodings, read)
        for encoding in encodings:
            cells = [(lang, *found[encoding, lang]) for lang in LANGUAGES if (encoding, lang) in found]
            print(f"{encoding:<12}", "  ".join(f"{lang} {right}/{count}" for lang, right, count in cells))
        right = sum(pair[0] for pair in found.values())
        count = sum(pair[1] for pair in found.values())
        print(f"{right} of {count} right: {right / max(1, count):.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(words_given(__doc__, 1)))
