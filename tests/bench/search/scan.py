"""The plain scan: what every index must beat, and what tells, knowing nothing of it, what stands where."""

from __future__ import annotations

from corpus import words
from tests.bench.search.engines import MOST
from tests.bench.search.texts import Texts


class FoldedTexts:
    """The folded words of each article, and of its title, as lines in memory."""

    def __init__(self, texts: Texts) -> None:
        self.lines = [folded(article.text) for article in texts.articles]
        self._titles = [folded(article.title) for article in texts.articles]

    def stands(self, phrase: str) -> bool:
        """Whether these words follow one another anywhere."""
        needle = folded(phrase)
        return any(needle in line for line in self.lines) or any(needle in line for line in self._titles)


class Scan:
    """Looks through all of them in their order, until there are `most` places or (None) to the end."""

    def __init__(self, texts: FoldedTexts, most: int | None = MOST) -> None:
        self.name = "plain scan" if most else "scan to the end"
        self._lines, self._most = texts.lines, most

    def phrase(self, phrase: str) -> int:
        """At how many places the words stand, one after another."""
        needle, found = folded(phrase), 0
        for line in self._lines:
            if needle in line:
                found += line.count(needle)
                if self._most and found >= self._most:
                    break
        return found


def folded(text: str) -> str:
    """The folded words of a text, with a space before and after each."""
    return f" {' '.join(words.columns(text)[2])} "
