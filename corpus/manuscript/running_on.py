"""Quotations that run over several paragraphs: each opens them again, and the last alone closes them."""

from __future__ import annotations

from corpus.manuscript.marks import Pairs
from corpus.manuscript.paragraphs import Paragraph
from corpus.manuscript.placed import Copy, signs_between


def runs_on(pairs: Pairs, one: Paragraph, following: Paragraph) -> bool:
    """Whether the quotation that a paragraph leaves open is opened again by the next one."""
    if not pairs.unclosed or pairs.unclosed[-1][1] in "‘'`":
        return False
    offset, mark = pairs.unclosed[-1]
    if any(sign.kind == "open" for sign in signs_between(one.signs, offset, offset)):
        return False  # markup opens no quotation twice
    inside_later = any(pair.closes > offset and pair.opens < offset for pair in pairs.pairs)
    return not inside_later and following.words.text.lstrip().startswith(mark) and bool(one.words.text)


def joined(one: Paragraph, following: Paragraph, unclosed: tuple[int, str]) -> Paragraph:
    """Two paragraphs as one, without the mark that opens the quotation again."""
    copy = Copy()
    copy.take_from(one.words, 0, len(one.words.text))
    gap = copy.length
    copy.take("\n\n", following.words.origin(0))
    skipped = following.words.text.index(unclosed[1]) + len(unclosed[1])
    copy.take_from(following.words, skipped, len(following.words.text))
    copy.signs += one.signs
    moved = gap + 2 - skipped
    copy.signs += [
        sign._replace(start=sign.start + moved, end=sign.end + moved)
        for sign in following.signs
        if sign.start >= skipped
    ]
    return following._replace(words=copy.placed(), signs=copy.ordered_signs(), kind=one.kind, label=one.label)
