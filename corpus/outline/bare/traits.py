"""What tells a heading without any mark from a caption, an item or a sentence: traits of a line and its place.

Each is a number from 0 to about 3. What they weigh is learned (`corpus.outline.bare.weights`); that a
trait speaks for a heading or against it is what a typographer would say of it too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.expression import expression
from corpus.outline.bare.wording import (
    ASKING,
    CONNECTIVES,
    MINOR,
    POINTING,
    VERBS,
    is_item,
    is_speaker,
    words_of,
)
from corpus.outline.layout import Layout
from corpus.scripts import count_han

Trait = tuple[str, float]

CLOSED: Final = ".!?。！？”\"’'）)…"
"""What prose ends with."""

_AROUND: Final = 8
# A paragraph is longer than this; what is shorter may be a heading, an item, a caption.
_PROSE: Final = 90
# So much of the next block is read, in characters.
_READ: Final = 400
_YOU: Final = frozenset("you your you’ve you've you’re you're".split())
_INNER_STOP: Final = expression(r"[.!?]\s+[A-Z]|[。！？]\S")


def traits(layout: Layout, index: int, text: str) -> Iterator[Trait]:
    """The traits that the line `index` has, by name, 0 left out; `text` is the line without space around it."""
    yield from _of_words(text)
    yield from _of_end(text)
    yield from _of_next(layout, index, text)
    yield from _of_previous(layout, index)


def _of_words(text: str) -> Iterator[Trait]:
    words = words_of(text)
    lower = [word.lower() for word in words]
    length = max(1, len(words), count_han(text) // 2)
    yield "words beyond 5", max(0, length - 5) / 5
    yield "words beyond 9", max(0, length - 9) / 5
    yield f"words {length}", float(length <= 2)
    weighty = [word for word in words[1:] if word.lower() not in MINOR and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in weighty)
    yield "capital initials", capital / len(weighty) if weighty else 0.5
    yield "title case", float(len(weighty) >= 2 and capital * 5 >= len(weighty) * 4)
    first = text[0]
    yield "opens small", float(first.islower())
    yield "opens with a digit", float(first.isdigit())
    yield "opens with a sign", float(not first.isalnum())
    if lower:
        yield "opens with a question word", float(lower[0] in ASKING)
        yield "opens with -ing", float(lower[0].endswith("ing"))
        yield "opens by pointing", float(lower[0] in POINTING)
        yield "opens with a connective", float(lower[0] in CONNECTIVES)
    yield "a verb", float(not VERBS.isdisjoint(lower[1:]))
    yield "comma", float("," in text or "，" in text)
    yield "colon inside", float(": " in text or "：" in text)
    yield "dash inside", float(" — " in text or " – " in text or " - " in text)
    yield "speaker", float(is_speaker(text))
    if text[-1] in "?？":
        yield "asks you", float(not _YOU.isdisjoint(lower))
        yield "asks what I", float("i" in lower)
    yield "stop inside", float(bool(_INNER_STOP.search(text)))


def _of_end(text: str) -> Iterator[Trait]:
    end = text[-1]
    yield "ends in a stop", float(end in ".。…")
    yield "asks", float(end in "?？")
    yield "exclaims", float(end in "!！")
    # A name is often followed by its abbreviation.
    short = end in ")）" and len(text.replace("（", "(").rpartition("(")[2].split()) == 1
    yield "ends in a quotation or bracket", float(end in '"”’»」)）' and not short)


def _of_next(layout: Layout, index: int, text: str) -> Iterator[Trait]:
    at = _block(layout, index, 1)
    if at < 0:
        yield "nothing follows", 1.0
        return
    block = layout.following(index, _READ)
    length = len(block) * (2 if count_han(block[:40]) > 8 else 1)
    short = length < _PROSE
    yield "length that follows", min(length, 300) / 100
    yield "short block follows", float(short)
    yield "a word follows", float(len(block) < 22)
    yield "longer than it", float(len(block) * 5 > len(text) * 8)
    yield "item follows", float(is_item(block))
    yield "quotation follows", float(block[0] in '"“‘«「>')
    yield "goes on small", float(block[0].islower())
    yield "a whole sentence follows", float(len(block) >= _READ or block[-1] in CLOSED)
    yield "colon ends what follows", float(block[-1] in ":：")
    yield "speaker follows", float(is_speaker(block))
    yield "code follows", float(layout.indent(at) >= 2)
    if short:
        yield "title-like follows", float(block[-1] not in CLOSED and block[-1] not in ":：,;，；")
        yield "prose after a short block", float(len(layout.following(at, 200)) > 120)


def _of_previous(layout: Layout, index: int) -> Iterator[Trait]:
    at = _block(layout, index, -1)
    if at < 0:
        yield "opens the text", 1.0
        return
    before = index - at
    after = _block(layout, index, 1) - index
    yield "more air above", float(before > after > 0)
    yield "more air below", float(0 < before < after)
    line = layout.lines[at].strip()
    end = line[-1]
    alone = layout.starts_block(at)
    yield "colon before", float(end in ":：")
    yield "closed before", float(end in CLOSED)
    yield "comma before", float(end in ",;，；、")
    yield "item before", float(alone and is_item(line))
    yield "code before", float(layout.indent(at) >= 2)
    if alone and len(line) < _PROSE:
        yield "short block before", 1.0
        yield "title-like before", float(end not in CLOSED and end not in ":：,;，；" and not is_item(line))


def _block(layout: Layout, index: int, step: int) -> int:
    """The next line with anything in it, up or down; -1 where there is none near."""
    for distance in range(1, _AROUND + 1):
        at = index + step * distance
        if not 0 <= at < len(layout.lines):
            return -1
        if not layout.blank(at):
            return at
    return -1
