"""A passage quoted: run in between quotation marks with its citation behind, or set off as a block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from corpus.citation.marks import Marks, ends_a_sentence, nested, without_stop
from corpus.citation.markup import Markup
from corpus.citation.phrase import Phrase, phrase
from corpus.passage import Passage
from corpus.sanitiser import clean_text

_RUN_ON: Final = ",;:，；：、"
_LINE: Final = 15
"""Words in a printed line, for the styles that count lines."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """How a style sets a quotation.

    `marks` are those outside. It is a block from `block_words` words, or from `block_lines` lines on, and
    whenever it has more than one line or paragraph; with neither, a hundred words make one. `follows`
    tells what stands behind the words: a note as a sentence of its own, or a parenthesis (a bracket, a
    key) before the stop. `markup` is the language that it is written in, None for plain words.
    """

    follows: Literal["note", "parenthesis"]
    marks: Marks = "“"
    block_words: int = 0
    block_lines: int = 0
    markup: Markup | None = None

    def is_block(self, words: str, count: int) -> bool:
        """Whether so many words are set off."""
        most = self.block_words or self.block_lines * _LINE or 100
        return "\n" in words or count >= most


def quoted(passage: Passage, citation: Phrase, quotation: Quotation) -> Phrase:
    """The passage quoted with its citation; a passage without words gives the citation alone."""
    words = clean_text(passage.text).replace("\t", "  ")
    if not words:
        return citation
    markup = quotation.markup
    if quotation.is_block(words, passage.words):
        if markup is not None:
            return phrase(markup.block(markup.words(phrase(words)), citation.plain))
        return f"{words}\n" + citation
    opening, closing = quotation.marks, {"“": "”", "‘": "’"}[quotation.marks]
    words = words.rstrip(_RUN_ON)
    stop = "." if quotation.follows == "parenthesis" and ends_a_sentence(words) else ""
    words = nested(words if quotation.follows == "note" else without_stop(words), opening)
    return f"{opening}{markup.words(phrase(words)) if markup else words}{closing} " + citation + stop
