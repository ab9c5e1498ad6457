"""Articles edited at random, with a record of which word came from which."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random
from typing import Final, NamedTuple

from corpus.document import Block, Document, Kind
from corpus.draft import Draft
from corpus.finding_again.wording import Wording
from corpus.words import is_unspaced

_PROSE: Final = (Kind.PARAGRAPH, Kind.ITEM)
_STOPS: Final = ".!?。！？"


class Word(NamedTuple):
    """A word and what stands behind it.

    `origin` is its index in the old text; half more than that of the word before it, if it was put in.
    """

    text: str
    behind: str
    origin: float


@dataclass
class _Written:
    """A block that is being edited."""

    block: Block
    tight: bool
    lead: str
    words: list[Word] = field(default_factory=list)


class Edited(NamedTuple):
    """The article as it became, and its words: [start, end) in its text, and where each came from."""

    document: Document
    words: tuple[tuple[int, int, float], ...]

    def of(self, first: int, last: int) -> list[tuple[int, int]]:
        """The words that stand for the words [first, last) of the old text."""
        return [(start, end) for start, end, origin in self.words if first <= origin <= last - 1]

    def overlap(self, first: int, last: int, span: tuple[int, int]) -> float:
        """Of the words that a span has or should have, the part that it has and should have."""
        right = set(self.of(first, last))
        has = {(start, end) for start, end, _ in self.words if start < span[1] and end > span[0]}
        return len(right & has) / max(1, len(right | has))

    def rightness(self, first: int, last: int, span: tuple[int, int]) -> float:
        """Of the words that a span has, the part that it should have."""
        right = set(self.of(first, last))
        has = {(start, end) for start, end, _ in self.words if start < span[1] and end > span[0]}
        return len(right & has) / max(1, len(has))


def edited(
    old: Wording, document: Document, rate: float, random: Random, *, gone: tuple[int, int] | None = None
) -> Edited:
    """The article with this share of its words edited; `gone` are words [first, last) that are taken out.

    Of the edits half replace a word, a fifth of them by one that is spelt otherwise; a quarter delete one
    and a quarter put one in. Besides, sentences are moved, paragraphs split, joined and exchanged: one of
    these for each twenty edits.
    """
    blocks = _taken_apart(old, document)
    if gone:
        for written in blocks:
            written.words = [word for word in written.words if not gone[0] <= word.origin < gone[1]]
        blocks = [written for written in blocks if written.words]
    edits = 0
    for written in blocks:
        written.words, count = _words_edited(written.words, old, rate, random)
        edits += count
    for _ in range(edits // 20 + (random.random() < edits % 20 / 20)):
        _rearrange(blocks, random)
    return _put_together(blocks, document)


def _taken_apart(old: Wording, document: Document) -> list[_Written]:
    blocks: list[_Written] = []
    end = 0
    for block in document.blocks:
        first, last = old.between(block.start, block.end)
        if first == last:
            continue
        tight = document.text[end : block.start] == "\n"
        words = []
        for index in range(first, last):
            behind = old.starts[index + 1] if index + 1 < last else block.end
            words.append(
                Word(
                    document.text[old.starts[index] : old.ends[index]],
                    document.text[old.ends[index] : behind],
                    index,
                )
            )
        blocks.append(_Written(block, tight, document.text[block.start : old.starts[first]], words))
        end = block.end
    return blocks


def _words_edited(words: list[Word], old: Wording, rate: float, random: Random) -> tuple[list[Word], int]:
    made: list[Word] = []
    edits = 0
    for word in words:
        if random.random() >= rate:
            made.append(word)
            continue
        edits += 1
        kind = random.random()
        if kind < 0.1:
            made.append(word._replace(text=_misspelt(word.text, random)))
        elif kind < 0.5:
            made.append(word._replace(text=_any_word(old, random)))
        elif kind < 0.75:
            if made and word.behind.strip():
                made[-1] = made[-1]._replace(behind=made[-1].behind.rstrip() + word.behind)
        else:
            space = "" if is_unspaced(word.text) else " "
            made.append(word._replace(behind=space))
            made.append(Word(_any_word(old, random), word.behind, word.origin + 0.5))
    return made, edits


def _any_word(old: Wording, random: Random) -> str:
    index = random.randrange(len(old))
    return old.text[old.starts[index] : old.ends[index]]


def _misspelt(word: str, random: Random) -> str:
    if len(word) < 2:
        return word + word
    at = random.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


# Whole sentences and paragraphs ------------------------------------------------------------------


def _rearrange(blocks: list[_Written], random: Random) -> None:
    prose = [index for index, written in enumerate(blocks) if written.block.kind in _PROSE and written.words]
    if len(prose) < 2:
        return
    at = random.choice(prose)
    match random.choice(("move", "move", "split", "join", "exchange")):
        case "move":
            _move_sentence(blocks[at], blocks[random.choice(prose)], random)
        case "split":
            ends = _sentence_ends(blocks[at].words)[:-1]
            if ends:
                end = random.choice(ends)
                rest = replace(blocks[at], lead="", tight=False, words=blocks[at].words[end:])
                blocks[at].words = blocks[at].words[:end]
                blocks.insert(at + 1, rest)
        case "join":
            if at + 1 in prose:
                words = blocks[at].words
                words[-1] = words[-1]._replace(behind=words[-1].behind.rstrip() + " ")
                words += blocks.pop(at + 1).words
        case _:
            if at + 1 in prose:
                blocks[at], blocks[at + 1] = blocks[at + 1], blocks[at]


def _sentence_ends(words: list[Word]) -> list[int]:
    ends = [index for index, word in enumerate(words, 1) if any(stop in word.behind for stop in _STOPS)]
    return ends if ends and ends[-1] == len(words) else [*ends, len(words)]


def _move_sentence(source: _Written, target: _Written, random: Random) -> None:
    ends = _sentence_ends(source.words)
    if len(ends) < 2:
        return
    which = random.randrange(len(ends))
    first, last = (ends[which - 1] if which else 0), ends[which]
    sentence = source.words[first:last]
    sentence[-1] = sentence[-1]._replace(behind=sentence[-1].behind.rstrip() + " ")
    del source.words[first:last]
    at = random.choice([0, *_sentence_ends(target.words)])
    if at:
        target.words[at - 1] = target.words[at - 1]._replace(
            behind=target.words[at - 1].behind.rstrip() + " "
        )
    target.words[at:at] = sentence


def _put_together(blocks: list[_Written], document: Document) -> Edited:
    draft = Draft()
    places: list[tuple[int, int, int, float]] = []
    for written in blocks:
        if not written.words:
            continue
        text = written.lead
        number = len(draft)
        for word in written.words:
            places.append((number, len(text), len(text) + len(word.text), word.origin))
            text += word.text + word.behind
        block = written.block
        draft.add(
            text.rstrip(),
            block.kind,
            level=block.level,
            quote=block.quote,
            marker=block.marker,
            tight=written.tight,
        )
    made = draft.document(document.metadata, format=document.format)
    starts = made.blocks.starts
    return Edited(
        made, tuple((starts[n] + start, starts[n] + end, origin) for n, start, end, origin in places)
    )
