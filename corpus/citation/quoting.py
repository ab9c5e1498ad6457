"""Passages quoted: run in between quotation marks with the citation behind, or set off as a block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from corpus.citation.emphasis import emphasised
from corpus.citation.marks import (
    Marks,
    ends_a_sentence,
    final_stop,
    left_open,
    nested,
    with_stop_inside,
)
from corpus.citation.markup import Markup
from corpus.citation.phrase import Face, Phrase, phrase
from corpus.document import FILLER
from corpus.expression import expression
from corpus.passages.passage import Passage
from corpus.scripts import count_wide, is_wide

OMISSION: Final = "[…]"
"""Stands for what was left out between two parts; in brackets, or it would be taken for the source's own."""

_OMITTED: Final = expression(r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]")
_RUN_ON: Final = ",;:，；：、"
_CLOSING: Final[dict[Marks, str]] = {"“": "”", "‘": "’"}
_LINE: Final = 80
"""Cells of a printed line, for the styles that count lines."""
_CONTEXT: Final = 3_000
"""Characters around a passage among which the other half of a quotation in it is looked for."""
_SENTENCE_BEFORE: Final = expression(r"(?:\A|[.!?…。！？:：])[”’\"')\]」』）\s]*\Z")
_NO_CAPITAL: Final = expression(r"\W*[a-zß-öø-ÿ]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """How a style sets a quotation.

    `follows` tells what stands behind the words: a note as a sentence of its own, or a parenthesis (a
    bracket, a key, a raised number) before the stop. `marks` are those outside. `stop` tells on which
    side of the closing mark the final stop of words that are no whole sentence stands, where a note
    follows: a whole sentence keeps its stop in any style. None is inside with “ ” and outside with ‘ ’.

    It is a block from `block_words` words on, or where it reaches the line `block_lines` (of 80
    characters), and whenever it has more than one line or paragraph; with neither, a hundred words make
    one. `after_block` tells where the citation stands then: on the next "line", behind the final "stop",
    or behind the last of the "words", before the stop. None is the next line for a note, else behind
    the stop. `markup` is the language that it is written in, None for plain words.
    """

    follows: Literal["note", "parenthesis"]
    marks: Marks = "“"
    block_words: int = 0
    block_lines: int = 0
    markup: Markup | None = None
    stop: Literal["inside", "outside"] | None = None
    after_block: Literal["line", "stop", "words"] | None = None

    def is_block(self, words: str, count: int) -> bool:
        """Whether these words, which are so many, are set off."""
        if "\n" in words:
            return True
        if self.block_lines:
            return len(words) + count_wide(words) > (self.block_lines - 1) * _LINE
        return count >= (self.block_words or 100)

    @property
    def moves_stop_outside(self) -> bool:
        """Whether the stop of words that are no whole sentence stands behind the closing mark."""
        return self.stop == "outside" or (self.stop is None and self.marks == "‘")


class Quoted(NamedTuple):
    """A quotation in its parts.

    `words` have their quotation marks, if any; `between` is what stands before the citation: nothing, a
    space, or a line break; `stop` what stands behind it.
    """

    words: Phrase
    between: str
    citation: Phrase
    stop: str
    is_block: bool
    markup: Markup | None = None

    @property
    def phrase(self) -> Phrase:
        """All of it, in the language of the style."""
        if not self.words:
            return self.citation
        if self.markup is None:
            return self.words + self.between + self.citation + self.stop
        if self.is_block:
            return phrase(self.markup.block(self.markup.words(self.words), self.citation.plain))
        opening, words, closing = self.words.part(0, 1), self.words.part(1, -1), self.words.part(-1)
        written = f"{opening.plain}{self.markup.words(words)}{closing.plain}"
        return written + self.between + self.citation + self.stop


def merged(passages: Sequence[Passage]) -> list[Passage]:
    """The passages in reading order, those made one that overlap or have only white space between them."""
    parts: list[Passage] = []
    trimmed = [passage.trimmed() for passage in passages]
    for passage in sorted(trimmed, key=lambda part: part.start):
        if passage.start == passage.end:
            continue
        if parts and not passage.document.text[parts[-1].end : passage.start].replace(FILLER, "").strip():
            parts[-1] = parts[-1].to(passage)
        else:
            parts.append(passage)
    return parts


def own_omissions(parts: Sequence[Passage]) -> tuple[str, ...]:
    """What a reader should know of parts that are joined and have such signs already."""
    own = len(parts) > 1 and any(_OMITTED.search(part.text) for part in parts)
    return (f"the source has {OMISSION} of its own",) if own else ()


def together(passages: Sequence[Passage]) -> Phrase:
    """The words of the passages alone, without quotation marks, with a sign for what was left out."""
    parts = merged(passages)
    if not parts:
        return Phrase()
    return _with_gaps([emphasised(part) for part in parts], parts, block=True)


def quoted(passages: Passage | Sequence[Passage], citation: Phrase, quotation: Quotation) -> Quoted:
    """The passages, parts of one article, quoted with their citation.

    They are put in reading order; what was left out between two of them is shown. Passages without words
    give the citation alone.
    """
    parts = merged([passages] if isinstance(passages, Passage) else passages)
    if not parts:
        return Quoted(Phrase(), "", citation, "", is_block=False, markup=quotation.markup)
    pieces = [emphasised(part) for part in parts]
    plain = f" {OMISSION} ".join([piece.plain for piece in pieces])
    if quotation.is_block(plain, sum(part.words for part in parts)):
        quotes = _set_off(_with_gaps(pieces, parts, block=True), citation, quotation)
    else:
        flipped = [_flipped(piece, part, quotation) for piece, part in zip(pieces, parts, strict=True)]
        whole = quotation.moves_stop_outside and _begins_a_sentence(parts[0], flipped[0].plain)
        words = _with_gaps(flipped, parts, block=False)
        quotes = _run_in(words, citation, quotation, whole_sentence=whole)
    # Of a work of which nothing is known some styles have nothing to say.
    return quotes if citation else quotes._replace(between="")


def _run_in(words: Phrase, citation: Phrase, quotation: Quotation, *, whole_sentence: bool) -> Quoted:
    plain, stop, behind = words.plain, "", ""
    if plain.endswith(tuple(_RUN_ON)):
        plain = plain.rstrip(_RUN_ON)
        words = words.part(0, len(plain))
    at = final_stop(plain)
    if quotation.follows == "parenthesis":
        behind = "." if ends_a_sentence(plain) else ""
        if at is not None:
            if is_wide(plain[at]) and _is_raised(citation):
                behind = plain[at]
            words = _without(words, at)
    elif quotation.moves_stop_outside:
        if at == len(plain) - 1 and not whole_sentence:
            words, stop = _without(words, at), plain[at]
    elif at is not None:
        inside = with_stop_inside(plain)
        words = words if inside == plain else words.reworded(inside)
    words = quotation.marks + words + f"{_CLOSING[quotation.marks]}{stop}"
    between = "" if _is_raised(citation) else " "
    return Quoted(words, between, citation, behind, is_block=False, markup=quotation.markup)


def _without(words: Phrase, at: int) -> Phrase:
    """The words without the character at an offset."""
    return words.part(0, at) + words.part(at + 1)


def _set_off(words: Phrase, citation: Phrase, quotation: Quotation) -> Quoted:
    where = quotation.after_block or ("line" if quotation.follows == "note" else "stop")
    last = words.plain.rsplit("\n\n", 1)[-1]
    between, stop = " ", ""
    if _is_raised(citation):
        between = ""
    elif where == "line" or "\n" in last:
        between = "\n"  # behind verse, a table or code there is no sentence that it could end
    elif where == "words" and (at := final_stop(words.plain)) is not None:
        words, stop = _without(words, at), words.plain[at]
    return Quoted(words, between, citation, stop, is_block=True, markup=quotation.markup)


def _flipped(words: Phrase, part: Passage, quotation: Quotation) -> Phrase:
    """The words as they stand between the style's quotation marks: those in them alternate.

    A quotation of which the passage has only the beginning or the end gets its other mark.
    """
    start, end = part.start, part.end
    block = part.document.block_near(start)
    before = part.document.text[max(block.start, start - _CONTEXT) : start]
    after = part.document.text[end : max(end, min(block.end, end + _CONTEXT))]
    opening, closing = left_open(words.plain, before, after)
    if opening or closing:
        words = opening + words + closing
    plain = words.plain
    flipped = nested(plain, quotation.marks)
    return words if flipped == plain else words.reworded(flipped)


def _with_gaps(pieces: Sequence[Phrase], parts: Sequence[Passage], *, block: bool) -> Phrase:
    """The pieces with a sign for what is missing between them; in a block a paragraph begins anew."""
    words = pieces[0]
    for piece, part in zip(pieces[1:], parts[1:], strict=True):
        starts_block = part.document.block_near(part.start).start == part.start
        if block and (starts_block or "\n" in words.plain.rsplit("\n\n", 1)[-1]):
            words += f" {OMISSION}\n\n" + piece
        elif is_wide(words.plain[-1]) and is_wide(piece.plain[0]):
            words += OMISSION + piece
        else:
            words += f" {OMISSION} " + piece
    return words


def _begins_a_sentence(part: Passage, words: str) -> bool:
    """Whether a sentence of the source begins with the passage, as far as capitals and stops tell it."""
    start = part.start
    block = part.document.block_near(start)
    before = part.document.text[max(block.start, start - 12) : start]
    return _SENTENCE_BEFORE.search(before) is not None and _NO_CAPITAL.match(words) is None


def _is_raised(citation: Phrase) -> bool:
    return bool(citation.runs) and citation.runs[0].face is Face.RAISED
