"""From the words of an article to the characters of its text: where a match really stands.

What the index says of an article is looked at in the text here, before it is shown to anybody.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus import words
from corpus.index.entry import Shape
from corpus.search.groups import Match
from corpus.search.matching import Wanted, agrees_in_case


class CutArticle:
    """The text of an article, whose blocks are cut into words when one of them is asked for."""

    def __init__(self, text: str, title: str, shape: Shape) -> None:
        self.text, self.title, self.shape = text, title, shape
        self._blocks: dict[int, tuple[list[int], list[int], list[str]]] = {}

    def word(self, number: int) -> tuple[int, int, str] | None:
        """The word with that number: its offsets in the text (or the title), and as it folds.

        None where there is none.
        """
        block = self.shape.block(number)
        cut = self._blocks.get(block)
        if cut is None:
            cut = self._blocks[block] = words.columns(self._text_of(block))
        starts, ends, forms = cut
        place = number - self.shape.firsts[block] if block >= 0 else number
        if not 0 <= place < len(forms):
            return None
        base = self.shape.starts[block] if block >= 0 else 0
        return base + starts[place], base + ends[place], forms[place]

    def _text_of(self, block: int) -> str:
        return self.text[self.shape.starts[block] : self.shape.ends[block]] if block >= 0 else self.title

    def span(self, match: Match) -> tuple[int, int] | None:
        """The offsets [start, end) of the characters of a match; None where the text has no such words."""
        first, last = self.word(match[0]), self.word(match[1] - 1)
        return (first[0], last[1]) if first and last else None

    def holds(self, match: Match, wanted: Wanted) -> bool:
        """Whether the words that stand there are what is wanted, in the case that was typed too."""
        if match[1] - match[0] != len(wanted.accepted):
            return False
        for number, accepted in enumerate(wanted.accepted, match[0]):
            word = self.word(number)
            if word is None or word[2] not in accepted.closeness:
                return False
            if wanted.term.cased:
                printed = self.title if self.shape.block(number) < 0 else self.text
                if not agrees_in_case(accepted.written, printed[word[0] : word[1]]):
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
