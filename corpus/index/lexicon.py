"""Every word of the indexed articles as it is written, with how often: what a beginning may become.

The index knows stems, and “protecti” is the beginning of no stem. The file has a word and its count a
line, sorted by the words' bytes, and is searched where it lies: nothing is read into tables first.
"""

from __future__ import annotations

from collections import Counter
from heapq import nlargest
from pathlib import Path


class Lexicon:
    """Words with the number of articles they were written in."""

    def __init__(self, data: bytes = b"") -> None:
        """Take the content of a lexicon's file."""
        self._data = data

    @classmethod
    def read(cls, path: Path) -> Lexicon:
        """The lexicon in that file. Raises OSError."""
        return cls(path.read_bytes())

    def counts(self) -> Counter[str]:
        """All the words, for adding to them."""
        lines = (line.split("\t") for line in self._data.decode("utf-8").splitlines())
        return Counter({word: int(count) for word, count in lines})

    def completions(self, beginning: str, most: int) -> tuple[list[str], bool]:
        """The commonest words that begin so, and whether these are all of them."""
        prefix = beginning.encode("utf-8")
        start, end = self._first_from(prefix), self._first_from(prefix + b"\xff")
        lines = self._data[start:end].decode("utf-8").splitlines()
        found = [(int(count), word) for word, _, count in (line.partition("\t") for line in lines)]
        return [word for _, word in nlargest(most, found)], len(found) <= most

    def _first_from(self, word: bytes) -> int:
        """The offset of the first line whose word is not less than `word`."""
        data, low, high = self._data, 0, len(self._data)
        while low < high:
            middle = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = data.index(b"\n", middle) + 1
            if data[middle : data.index(b"\t", middle)] < word:
                low = end
            else:
                high = middle
        return low


def lexicon_bytes(counts: Counter[str]) -> bytes:
    """The content of a lexicon's file. Words are folded, so none holds a tab or a line break."""
    lines = sorted(word.encode("utf-8") + b"\t%d\n" % count for word, count in counts.items() if count > 0)
    return b"".join(lines)
