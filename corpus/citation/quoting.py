"""A passage quoted: run in between “ ” with its citation behind, or set off as a block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corpus.citation.marks import ends_a_sentence, nested, without_stop
from corpus.passage import Passage
from corpus.sanitiser import clean_text

_RUN_ON = ",;:，；：、"


def then_note(words: str, citation: str) -> str:
    """Run in, a note behind it as a sentence of its own: “Words.” Note.

    A comma, colon or semicolon that the passage ends in belongs to what was not quoted, and goes.
    """
    return f"“{nested(words.rstrip(_RUN_ON))}” {citation}"


def then_parenthesis(words: str, citation: str) -> str:
    """Run in, a parenthesis behind it: “Words” (citation).

    The full stop that ends the words moves behind the parenthesis, and so does a Chinese one, as
    ".": it ends the writer's sentence there. A question mark or exclamation mark stays, with a full
    stop behind the parenthesis. Words that end no sentence get no stop. For a comma and its like
    see `then_note`.
    """
    words = words.rstrip(_RUN_ON)
    stop = "." if ends_a_sentence(words) else ""
    return f"“{nested(without_stop(words))}” {citation}{stop}"


def block(words: str, citation: str) -> str:
    """Set off: no quotation marks, the words as they stand, the citation on the next line."""
    return f"{words}\n{citation}"


@dataclass(frozen=True, slots=True)
class Quotation:
    """How a style sets a quotation; `set_off` and `run_in` put words and citation together.

    From `block_from` words on it is a block, and whenever it has more than one line or paragraph.
    """

    block_from: int
    run_in: Callable[[str, str], str]
    set_off: Callable[[str, str], str] = block


def quoted(passage: Passage, citation: str, quotation: Quotation) -> str:
    """The passage quoted with its citation; a passage without words gives the citation alone."""
    words = clean_text(passage.text).replace("\t", "  ")
    if not words:
        return citation
    is_block = "\n" in words or passage.words >= quotation.block_from
    return (quotation.set_off if is_block else quotation.run_in)(words, citation)
