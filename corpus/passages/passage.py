"""A passage: a span of an article, the words in it, and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from corpus.document import FILLER, Block, Document, Kind, Readable
from corpus.errors import NoSuchPlace
from corpus.expression import expression
from corpus.outline.section import Outline
from corpus.sanitiser import clean_line
from corpus.scripts import CJK

# A list, a table, or code belongs to the paragraph before it. Headings and notes belong to none.
_OF_A_PARAGRAPH: Final = frozenset({Kind.PARAGRAPH, Kind.CONTINUATION, Kind.ITEM, Kind.CODE, Kind.TABLE})

_CJK_CHARACTER: Final = expression(f"[{CJK}]")
# From its first letter or digit on, a word reaches to the next space or long dash.
_WORD: Final = expression(r"\w[^\s—–]*")
# A letter of a script that parts its words.
_LETTER: Final = rf"[^\W{CJK}]"
_DOUBLE: Final = '"“”„‟'
_SINGLE: Final = "'‘’‚‛"
_EXCERPT: Final = 60


@dataclass(frozen=True, slots=True)
class Passage:
    """The span [start, end) of a document: offsets in `Document.text`.

    Raises NoSuchPlace where the span does not lie in the document.
    """

    document: Readable
    outline: Outline
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end <= len(self.document.text):
            raise NoSuchPlace("That passage does not lie in this article.")

    def trimmed(self) -> Passage:
        """The passage without the white space around it."""
        return Passage(self.document, self.outline, *self._bounds())

    def to(self, last: Passage) -> Passage:
        """All that stands from the beginning of this passage to the end of another, of the same article."""
        return Passage(self.document, self.outline, min(self.start, last.start), max(self.end, last.end))

    @property
    def text(self) -> str:
        """The words, exactly as they stand in the document, without the white space around them."""
        return self.document.text[self.start : self.end].replace(FILLER, "").strip()

    @property
    def words(self) -> int:
        """How many words it has, as `word_count` counts them."""
        return word_count(self.text)

    @property
    def paragraphs(self) -> tuple[int, int] | None:
        """The numbers of the first and the last paragraph that its words touch.

        A list, a table, or code belongs to the paragraph before it. A heading or a note belongs to
        none, so a passage of such words alone, or before the first paragraph, has None.
        """
        first, last = self._blocks()
        while first and last and first.start <= last.start and not self._is_of_a_paragraph(first):
            first = self.document.block_after(first.start)
        if first is None or last is None or first.start > last.start:
            return None
        while last.start > first.start and not self._is_of_a_paragraph(last):
            last = self.document.block_before(last.start) or first
        numbers = self.document.paragraph_at(first.start), self.document.paragraph_at(last.start)
        return (numbers[0], numbers[1]) if numbers[0] and numbers[1] else None

    @property
    def begins_unnumbered(self) -> bool:
        """Whether its first words stand before the first paragraph, or in a heading or a note."""
        first, _ = self._blocks()
        return first is not None and not self._is_of_a_paragraph(first)

    def _is_of_a_paragraph(self, block: Block) -> bool:
        return block.kind in _OF_A_PARAGRAPH and self.document.paragraph_at(block.start) is not None

    @property
    def section(self) -> tuple[str, ...]:
        """The titles of the sections in which it starts, outermost first."""
        return self.outline.path(self._bounds()[0])

    def _bounds(self) -> tuple[int, int]:
        """The span of its words without the white space around them."""
        words = self.document.text[self.start : self.end].replace(FILLER, " ")
        start = self.start + len(words) - len(words.lstrip())
        return start, max(start, self.start + len(words.rstrip()))

    def _blocks(self) -> tuple[Block | None, Block | None]:
        """The first and the last block it touches; None twice in an empty document."""
        start, end = self._bounds()
        first = self.document.block_before(start + 1) or self.document.block_after(start)
        # The next block's first character is not in the passage if the passage ends there.
        last = self.document.block_before(end)
        return first, last if first and last and last.start > first.start else first


def passage_of_paragraph(
    document: Readable, outline: Outline, first: int, last: int | None = None
) -> Passage:
    """The passage from paragraph `first` to the end of paragraph `last` (without it: `first` alone).

    A list or table after the last paragraph is not part of it. Raises NoSuchPlace.
    """
    last = first if last is None else last
    if last < first:
        raise NoSuchPlace(f"Paragraphs {first} to {last} run backwards: name the lower number first.")
    return Passage(document, outline, document.paragraph(first).start, document.paragraph(last).end)


def passage_of_quote(
    document: Document, outline: Outline, quote: str, within: Passage | None = None
) -> Passage:
    """The first passage that reads exactly like `quote`, in the article or in the passage `within`.

    Runs of white space are equal to each other, so are straight and curly quotation marks; nothing
    else is. A place where the quotation stands as whole words is preferred to one where it begins
    or ends inside a word. Raises NoSuchPlace.
    """
    words = quote.split()
    if not words:
        raise NoSuchPlace("There are no words in that quotation to look for.")
    start, end = (within.start, within.end) if within else (0, len(document.text))
    anywhere = rf"[\s{FILLER}]+".join(_loosened(word) for word in words)
    before = rf"(?<!{_LETTER})" if re.match(_LETTER, words[0]) else ""
    after = rf"(?!{_LETTER})" if re.match(_LETTER, words[-1][-1]) else ""
    for pattern in (before + anywhere + after, anywhere):
        if match := re.compile(pattern).search(document.text, start, end):
            return Passage(document, outline, match.start(), match.end())
    excerpt = clean_line(" ".join(words))
    if len(excerpt) > _EXCERPT:
        excerpt = excerpt[: _EXCERPT - 1].rstrip() + "…"
    where = "that passage" if within else "this article"
    raise NoSuchPlace(f"These words do not stand in {where}, word for word: “{excerpt}”.")


def _loosened(word: str) -> str:
    """A regular expression for the word, in which each quotation mark stands for all of its kind."""
    pieces = []
    for character in word:
        kind = next((marks for marks in (_DOUBLE, _SINGLE) if character in marks), None)
        pieces.append(f"[{kind}]" if kind else re.escape(character))
    return "".join(pieces)


def word_count(text: str) -> int:
    """How many words a text has; a Han character or a kana counts as one."""
    spaced, characters = _CJK_CHARACTER.subn(" ", text)
    return characters + len(_WORD.findall(spaced))
