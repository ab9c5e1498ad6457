"""The words of a passage with the emphasis that the document gives them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from corpus.citation.phrase import Face, Phrase, Run
from corpus.document import FILLER, Inline, Kind, Span
from corpus.expression import expression
from corpus.passages.passage import Passage
from corpus.sanitiser import clean_text

# Where words are marked twice, the first of these shows: a phrase has one face.
_FACES: Final = {Inline.CODE: Face.CODE, Inline.STRONG: Face.STRONG, Inline.EMPHASIS: Face.ITALIC}

_BREAK_HINTS: Final = str.maketrans(dict.fromkeys("\u00ad\u200b" + FILLER))
"""What only tells where a line may be broken; a quotation is broken elsewhere."""

_EMPTY_LINES: Final = expression(r"\n{3,}")
"""Around a rule, which has no words."""

_EDGES: Final = expression(r"(\s*)(.*?)(\s*)", re.DOTALL)


def emphasised(passage: Passage) -> Phrase:
    """The passage's words, emphasis as faces; a link has none, and loses its address.

    Line breaks that the author wrote are ``\\n``, blocks are parted by ``\\n\\n`` (the items of a tight
    list by ``\\n``), cells of a table by two spaces. Items have the numbers or letters that the source
    prints before them where more than one block is quoted. A face never covers a line break, nor the
    white space around the words.
    """
    passage = passage.trimmed()
    start, end = passage.start, passage.end
    pieces = [(start, ""), *_markers(passage)]
    runs: list[Run] = []
    for (at, marker), (following, _) in pairwise([*pieces, (end, "")]):
        if marker:
            runs.append(Run(clean_text(marker) + " "))
        runs += _faced(passage.document.text[at:following], passage.document.spans_in(at, following), at)
    return Phrase(*runs)


def _markers(passage: Passage) -> Iterator[tuple[int, str]]:
    """Where numbered items begin, and what stands before them; nothing for a passage of one block."""
    document = passage.document
    if passage.start == passage.end:
        return
    block = document.block_near(passage.start)
    if block.end >= passage.end:
        return
    following = block if block.start == passage.start else document.block_after(block.start)
    while following is not None and following.start < passage.end:
        if following.kind is Kind.ITEM and any(map(str.isalnum, following.marker)):
            yield following.start, following.marker
        following = document.block_after(following.start)


def _faced(text: str, spans: Sequence[Span], base: int) -> Iterator[Run]:
    """The text, of which the first character is at the offset `base`, in runs of one face each."""
    if not spans:
        yield Run(_plain(text))
        return
    changes: dict[int, list[tuple[Inline, int]]] = {0: [], len(text): []}
    formulas: dict[tuple[int, int], str] = {}
    for span in spans:
        if span.inline is Inline.FORMULA and base <= span.start and span.end <= base + len(text):
            formulas[span.start - base, span.end - base] = span.target
            changes.setdefault(span.start - base, [])
            changes.setdefault(span.end - base, [])
        if span.inline in _FACES:
            changes.setdefault(max(0, span.start - base), []).append((span.inline, 1))
            changes.setdefault(min(len(text), span.end - base), []).append((span.inline, -1))
    covering: Counter[Inline] = Counter()
    for first, last in pairwise(sorted(changes)):
        for inline, by in changes[first]:
            covering[inline] += by
        face = next((face for inline, face in _FACES.items() if covering[inline]), Face.ROMAN)
        if written := formulas.get((first, last)):
            yield Run(_plain(text[first:last]), Face.ROMAN, written)
        else:
            yield from _lines(_plain(text[first:last]), face)


def _plain(text: str) -> str:
    plain = clean_text(text).translate(_BREAK_HINTS).replace("\t", "  ")
    return _EMPTY_LINES.sub("\n\n", plain) if "\n" in plain else plain


def _lines(text: str, face: Face) -> Iterator[Run]:
    """The text in runs of that face, with the white space at the ends of its lines in roman."""
    if face is Face.ROMAN:
        yield Run(text)
        return
    for number, line in enumerate(text.split("\n")):
        match = _EDGES.fullmatch(line)
        before, words, after = match.groups() if match else ("", line, "")
        yield Run(("\n" if number else "") + before)
        yield Run(words, face)
        yield Run(after)
