"""What stands before an article: dateline, byline, e-mail head, note, disclaimer, summary; and what it says.

Only plain statements are taken. What is not clear is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from corpus.document import Kind, Structure
from corpus.matter.block_reading import Reading, cut, known
from corpus.matter.credits import leading_date, read_credits, wire
from corpus.matter.editors_notes import read_disclaimer, read_note
from corpus.matter.mail_heads import read_mail_head
from corpus.matter.memo_heads import memo_at
from corpus.matter.summaries import summary_at
from corpus.metadata import Metadata, Name
from corpus.names import parse_names
from corpus.sanitiser import clean_line

_FIRST_BLOCKS: Final = 4
_LOOKED_AT: Final = 3 * _FIRST_BLOCKS
_LONGEST: Final = 1_500
_STANDFIRST: Final = 300
_NAMES: Final = 120


class Preliminaries(NamedTuple):
    """What stands before an article: which blocks, what they say, and a line to call them by.

    `kinds` are the blocks that are not of the article, by index; `label` is empty if there are none.
    """

    kinds: Mapping[int, Kind] = MappingProxyType({})
    metadata: Metadata = Metadata()
    label: str = ""


def recognise(document: Structure) -> Preliminaries:
    """Tell what stands before the article, in at most four blocks after the title, a summary not counted.

    Blocks that are notes already are read likewise. The article itself is never taken for one.
    """
    kinds: dict[int, Kind] = {}
    metadata = Metadata()
    labels: list[str] = []
    authors = document.metadata.authors
    at = found = 0
    if memo := memo_at(document):
        kinds.update(memo.kinds)
        metadata, labels, at = memo.reading.metadata, list(memo.reading.label), memo.end
    while at < min(len(document.blocks), _LOOKED_AT):
        block = document.blocks[at]
        if block.kind is not Kind.RULE and (summary := summary_at(document, at)):
            of_article = (one for one in summary.blocks if document.blocks[one].kind is not Kind.HEADING)
            kinds.update(dict.fromkeys(of_article, Kind.NOTE))
            labels += [summary.label] if summary.label else []
            at = summary.blocks.stop
            continue
        if block.quote and kinds:
            break  # what a letter answers has a head of its own
        if block.kind in (Kind.PARAGRAPH, Kind.NOTE) and found < _FIRST_BLOCKS:
            found += 1
            text = document.text[block.start : min(block.end, block.start + _LONGEST + 1)]
            reading = _read(text) or _authors_alone(text, authors)
            if reading is None and found == 1 and _is_standfirst(document, at, authors):
                at += 1
                continue
            if reading is None and block.kind is Kind.NOTE:
                reading = Reading(label=(cut(clean_line(text)),))
            if reading is None or not _goes_on(document, at):
                metadata = metadata.filled_from(wire(text))
                break
            kinds[at] = Kind.NOTE
            metadata = metadata.filled_from(reading.metadata)
            labels += [part for part in reading.label if part not in labels]
        elif block.kind not in (Kind.HEADING, Kind.RULE) or (block.kind is Kind.HEADING and found):
            break
        at += 1
    if kinds and not labels:
        first = document.blocks[min(kinds)]
        labels = [cut(clean_line(document.text[first.start : min(first.end, first.start + _LONGEST)]))]
    return Preliminaries(kinds, metadata, " · ".join(labels))


def _goes_on(document: Structure, index: int) -> bool:
    """Whether an article follows the block."""
    return document.blocks[index].kind is Kind.NOTE or index + 1 < len(document.blocks)


def _is_standfirst(document: Structure, index: int, authors: Sequence[Name]) -> bool:
    """Whether a paragraph stands between the title and who wrote what follows: it is of the article."""
    blocks = document.blocks
    if not 0 < index < len(blocks) - 2 or blocks[index - 1].kind is not Kind.HEADING:
        return False
    block, after = blocks[index], blocks[index + 1]
    if block.end - block.start > _STANDFIRST or after.kind is not Kind.PARAGRAPH:
        return False
    text = document.text[after.start : min(after.end, after.start + _LONGEST + 1)]
    reading = _read(text) or _authors_alone(text, authors)
    return reading is not None and bool(reading.metadata.authors)


def _authors_alone(text: str, authors: Sequence[Name]) -> Reading | None:
    """What a block says that has nothing but the names of those who are known to have written the article."""
    if not authors or len(text) > _NAMES:
        return None
    named = parse_names(text.strip())
    if _names(named) != _names(authors):
        return None
    return Reading(known("the byline", authors=named), (cut(clean_line(text)),))


def _names(names: Sequence[Name]) -> set[str]:
    return {name.as_published().casefold() for name in names}


def _read(text: str) -> Reading | None:
    """What a block says, None if it belongs to the article."""
    rest = text.strip()
    if len(text) > _LONGEST or not rest:
        return None
    if mail := read_mail_head(rest):
        return mail
    date = leading_date(rest)
    whole = date.reading if date else Reading()
    rest = rest[date.end :] if date else rest
    if not rest:
        return whole
    reading = None
    # By the first letter, because most blocks are none of these, and to ask an expression costs its
    # compilation.
    if rest[0] in "EeNnCcAa编":
        reading = read_note(rest)
    if reading is None and rest[0] in "DdTtAa免本":
        reading = read_disclaimer(rest)
    reading = reading or read_credits(rest, barred=bool(date and date.barred))
    return whole.joined(reading) if reading else None
