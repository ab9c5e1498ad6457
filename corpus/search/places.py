"""From the words of an article to the characters of its text: where a match really stands.

What the index says of an article is looked at in the text here, before it is shown to anybody.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus import words
from corpus.index.entry import Shape
from corpus.search.matching import Match, Wanted, agrees_in_case


class CutArticle:
    """The text of an article, whose blocks are cut into words when one of them is asked for."""

    def __init__(self, text: str, title: str, shape: Shape) -> None:
        self.text, self.title, self.shape = text, title, shape
        self._blocks: dict[int, list[words.Token]] = {}

    def word(self, number: int) -> words.Token | None:
        """The word with that number, at its offsets in the text (or the title); None if there is none."""
        block = self.shape.block(number)
        if block not in self._blocks:
            self._blocks[block] = self._cut(block)
        place = number - self.shape.firsts[block] if block >= 0 else number
        found = self._blocks[block]
        return found[place] if 0 <= place < len(found) else None

    def _cut(self, block: int) -> list[words.Token]:
        if block < 0:
            return list(words.tokens(self.title))
        start, end = self.shape.starts[block], self.shape.ends[block]
        return [
            words.Token(start + token.start, start + token.end, token.folded)
            for token in words.tokens(self.text[start:end])
        ]

    def span(self, match: Match) -> tuple[int, int] | None:
        """The offsets [start, end) of the characters of a match; None where the text has no such words."""
        first, last = self.word(match.first), self.word(match.last - 1)
        return (first.start, last.end) if first and last else None

    def holds(self, match: Match, wanted: Wanted) -> bool:
        """Whether the words that stand there are what is wanted, in the case that was typed too."""
        if match.last - match.first != len(wanted.accepted):
            return False
        for number, accepted in enumerate(wanted.accepted, match.first):
            token = self.word(number)
            if token is None or token.folded not in accepted.closeness:
                return False
            if wanted.term.cased:
                printed = self.title if self.shape.block(number) < 0 else self.text
                if not agrees_in_case(accepted.written, printed[token.start : token.end]):
                    return False
        return True

    def marks(self, matches: Sequence[Match]) -> tuple[tuple[int, int], ...]:
        """The offsets of matches that are there, in reading order, those that overlap made one."""
        marks: list[tuple[int, int]] = []
        for start, end in sorted(span for match in matches if (span := self.span(match))):
            if marks and start < marks[-1][1]:
                marks[-1] = marks[-1][0], max(end, marks[-1][1])
            else:
                marks.append((start, end))
        return tuple(marks)
