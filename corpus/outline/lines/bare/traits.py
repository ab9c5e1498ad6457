"""What tells a heading without any mark from a caption, an item, a sentence: traits of a line and its place.

Each is a number from 0 to about 3. What they weigh is learned (`corpus.outline.lines.bare.weights`); that a
trait speaks for a heading or against it is what a typographer would say of it too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.expression import expression
from corpus.outline.lines.bare.wording import (
    ASKING,
    CONNECTIVES,
    MINOR,
    POINTING,
    VERBS,
    asks_you,
    is_item,
    is_speaker,
    words_of,
)
from corpus.outline.lines.layout import Layout
from corpus.scripts import count_han

Trait = tuple[str, float]

CLOSED: Final = ".!?。！？”\"’'）)…"
"""What prose ends with."""

_AROUND: Final = 8
# A paragraph is longer than this; what is shorter may be a heading, an item, a caption.
_PROSE: Final = 90
# So much of the next block is read, in characters.
_READ: Final = 400
_INNER_STOPS: Final = frozenset(".!?。！？")
_INNER_STOP: Final = expression(r"[.!?]\s+[A-Z]|[。！？]\S")


def traits(layout: Layout, index: int, text: str) -> Iterator[Trait]:
    """The traits of the line `index` by name, those of 0 left out; `text` is it without the space around."""
    yield from _of_words(text)
    yield from _of_end(text)
    yield from _of_next(layout, index, text)
    yield from _of_previous(layout, index)


def _of_words(text: str) -> Iterator[Trait]:
    words = words_of(text)
    lower = [word.lower() for word in words]
    length = max(1, len(words), count_han(text) // 2)
    if length > 5:
        yield "words beyond 5", (length - 5) / 5
    if length > 9:
        yield "words beyond 9", (length - 9) / 5
    if length <= 2:
        yield f"words {length}", 1.0
    weighty = [word for word in words[1:] if word.lower() not in MINOR and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in weighty)
    yield "capital initials", capital / len(weighty) if weighty else 0.5
    if len(weighty) >= 2 and capital * 5 >= len(weighty) * 4:
        yield "title case", 1.0
    first = text[0]
    if first.islower():
        yield "opens small", 1.0
    if first.isdigit():
        yield "opens with a digit", 1.0
    if not first.isalnum():
        yield "opens with a sign", 1.0
    if lower:
        if lower[0] in ASKING:
            yield "opens with a question word", 1.0
        if lower[0].endswith("ing"):
            yield "opens with -ing", 1.0
        if lower[0] in POINTING:
            yield "opens by pointing", 1.0
        if lower[0] in CONNECTIVES:
            yield "opens with a connective", 1.0
    if not VERBS.isdisjoint(lower[1:]):
        yield "a verb", 1.0
    if "," in text or "，" in text:
        yield "comma", 1.0
    if ": " in text or "：" in text:
        yield "colon inside", 1.0
    if " — " in text or " – " in text or " - " in text:
        yield "dash inside", 1.0
    if is_speaker(text):
        yield "speaker", 1.0
    if text[-1] in "?？":
        if asks_you(text):
            yield "asks you", 1.0
        if "i" in lower:
            yield "asks what I", 1.0
    if not _INNER_STOPS.isdisjoint(text[:-1]) and _INNER_STOP.search(text):
        yield "stop inside", 1.0


def _of_end(text: str) -> Iterator[Trait]:
    end = text[-1]
    if end in ".。…":
        yield "ends in a stop", 1.0
    if end in "?？":
        yield "asks", 1.0
    if end in "!！":
        yield "exclaims", 1.0
    # A name is often followed by its abbreviation.
    short = end in ")）" and len(text.replace("（", "(").rpartition("(")[2].split()) == 1
    if end in '"”’»」)）' and not short:
        yield "ends in a quotation or bracket", 1.0


def _of_next(layout: Layout, index: int, text: str) -> Iterator[Trait]:
    at = _block(layout, index, 1)
    if at < 0:
        yield "nothing follows", 1.0
        return
    block = layout.following(index, _READ)
    length = len(block) * (2 if count_han(block[:40]) > 8 else 1)
    short = length < _PROSE
    yield "length that follows", min(length, 300) / 100
    if short:
        yield "short block follows", 1.0
    if len(block) < 22:
        yield "a word follows", 1.0
    if len(block) * 5 > len(text) * 8:
        yield "longer than it", 1.0
    if is_item(block):
        yield "item follows", 1.0
    if block[0] in '"“‘«「>':
        yield "quotation follows", 1.0
    if block[0].islower():
        yield "goes on small", 1.0
    if len(block) >= _READ or block[-1] in CLOSED:
        yield "a whole sentence follows", 1.0
    if block[-1] in ":：":
        yield "colon ends what follows", 1.0
    if is_speaker(block):
        yield "speaker follows", 1.0
    if layout.indent(at) >= 2:
        yield "code follows", 1.0
    if short:
        if block[-1] not in CLOSED and block[-1] not in ":：,;，；":
            yield "title-like follows", 1.0
        if len(layout.following(at, 200, asked=index)) > 120:
            yield "prose after a short block", 1.0


def _of_previous(layout: Layout, index: int) -> Iterator[Trait]:
    at = _block(layout, index, -1)
    if at < 0:
        yield "opens the text", 1.0
        return
    before = index - at
    after = _block(layout, index, 1) - index
    if before > after > 0:
        yield "more air above", 1.0
    if 0 < before < after:
        yield "more air below", 1.0
    line = layout.lines[at].strip()
    end = line[-1]
    alone = layout.starts_block(at)
    if end in ":：":
        yield "colon before", 1.0
    if end in CLOSED:
        yield "closed before", 1.0
    if end in ",;，；、":
        yield "comma before", 1.0
    if alone and is_item(line):
        yield "item before", 1.0
    if layout.indent(at) >= 2:
        yield "code before", 1.0
    if alone and len(line) < _PROSE:
        yield "short block before", 1.0
        if end not in CLOSED and end not in ":：,;，；" and not is_item(line):
            yield "title-like before", 1.0


def _block(layout: Layout, index: int, step: int) -> int:
    """The next line with anything in it, up or down; -1 where there is none near."""
    for distance in range(1, _AROUND + 1):
        at = index + step * distance
        if not 0 <= at < len(layout.lines):
            return -1
        if not layout.blank(at):
            return at
    return -1
