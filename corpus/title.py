"""What an article is called on the screen, and the line that says whose it is."""

from __future__ import annotations

import re
from typing import Final

from corpus.calendar import day_first
from corpus.document import Block, Kind, Readable
from corpus.metadata import Metadata
from corpus.people import full_names, outlet
from corpus.scripts import CJK, is_wide

_UNIT: Final = rf"[{CJK}]|\w[^\s{CJK}]*"
# Five words, or twelve Han characters, or a mixture as long.
_ROOM: Final = 60
_WORD: Final = 12
_CHARACTER: Final = 5
# No opening needs more; what looks like a single word of a megabyte is cut.
_SEEN: Final = 400
# An article begins within so many blocks, whatever stands before it.
_LOOKED_AT: Final = 100
_PICTURE: Final = "[picture]"
"""What stands for one of which nobody says anything."""
_LOOSE: Final = " \n\t,;:.，。；：、—–-"
_SINGLE_MARKS: Final = str.maketrans({"“": "‘", "”": "’", '"': "'"})


def shown_title(document: Readable) -> str:
    """The title; without one, how the article begins: ``[untitled] “On February 1, 2021, Qiushi…”``.

    An article without words is ``[empty]``.
    """
    if document.metadata.title:
        return document.metadata.title
    opening = _opening(document)
    return f"[untitled] “{opening}”" if opening else "[empty]"


def byline(metadata: Metadata) -> str:
    """People, outlet and day, as far as known: ``He Jing and Fang Yi · CGTN · 5 February 2021``."""
    people = full_names(metadata.authors, at_most=2)
    day = day_first(metadata.date) if metadata.date else ""
    return " · ".join(part for part in (people, outlet(metadata), day) if part)


def _opening(document: Readable) -> str:
    """The first words of the first paragraph, or of the first block; "" if there are none."""
    block = _first_block(document)
    if block is None:
        return ""
    words = document.text[block.start : min(block.end, block.start + _SEEN)]
    words = words.removeprefix(_PICTURE).lstrip() or words
    end = _room_for(words, seen_whole=block.end - block.start <= _SEEN)
    shown = words[:end].rstrip(_LOOSE) + "…" if end < len(words) else words
    return " ".join(shown.split()).translate(_SINGLE_MARKS)


def _first_block(document: Readable) -> Block | None:
    block = document.block_after(-1)
    first = block
    for _ in range(_LOOKED_AT):
        if block is None or block.kind is Kind.PARAGRAPH:
            break
        block = document.block_after(block.start)
    while first is not None and first.kind is Kind.RULE:
        first = document.block_after(first.start)
    return block if block and block.kind is Kind.PARAGRAPH else first


def _room_for(words: str, *, seen_whole: bool) -> int:
    """The offset up to which the words have room, never inside a word unless there is but one."""
    end, room = 0, _ROOM
    for unit in re.finditer(_UNIT if max(words, default="") >= CJK[0] else r"\w\S*", words):
        room -= _CHARACTER if is_wide(unit[0][0]) else _WORD
        may_go_on = not seen_whole and unit.end() == len(words)
        if room < 0 or (end and may_go_on):
            return end
        end = unit.end()
    return len(words) if seen_whole else min(end, len(words) - 1)
