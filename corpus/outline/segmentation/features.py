"""What tells whether a section begins at a paragraph: a row of numbers for each gap between two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, repeat
from math import fsum, log, log1p, sqrt
from typing import Final

from corpus.outline.segmentation.cues import Cue
from corpus.outline.segmentation.forms import Form, forms
from corpus.outline.segmentation.vocabulary import Vocabulary, likeness, together, weight

NAMES: Final = tuple(
    # How alike the words on both sides are, within one, two and four paragraphs; less the text's mean.
    "alike1 alike2 alike4 alike1_mean alike2_mean"
    # Of the paragraph and the one after it; over one paragraph; with the first; all of them together.
    " alike_after alike_before alike_over alike_back alike_first alike_all"
    # Words that come (again) here and go on, that are new, that end before, and that reach over.
    " begin new end gone reach begin_many end_many"
    # The words it opens with: in the one before, after it, before it, for the first time, in the opening.
    " opening_before opening_after opening_past opening_new opening_first"
    " connective anaphor time ordinal conclusion article"
    " anaphor_before connective_before leans_after asks asked_before"
    " colon_before colon small open_before open"
    " item item_before items list_end listed listed_before lists listed_end after_colon same_word"
    " quoted quoted_before linked linked_before"
    " length length_before length_after length_past length_mean length_before_mean"
    " sentences sentences_before short short_before shorts"
    " place second third fourth last but_last paragraphs words_each listed_share".split()
)
"""The names of the numbers in a row, in order."""

_NEAR: Final = 3
_FAR: Final = 8
_NEVER: Final = 10_000_000
_OPENING: Final = 12
_NO_COLON: Final = 9


def rows(paragraphs: Sequence[str], words: Vocabulary) -> list[tuple[float, ...]]:
    """A row for each paragraph but the first: `NAMES` tells what its numbers are. Linear in the text."""
    if len(paragraphs) < 2:
        return []
    shapes = forms(paragraphs)
    held = [list(filter(words.recurring.__contains__, some)) for some in words.words]
    columns = zip(_alike(words), _chains(held), _openings(words), _looks(shapes), strict=True)
    return [(*alike, *chains, *openings, *looks) for alike, chains, openings, looks in columns]


def _alike(words: Vocabulary) -> Iterator[tuple[float, ...]]:
    shapes = words.shapes
    count = len(shapes)
    weights = [weight(shape) for shape in shapes]
    pairs = [
        [
            likeness(shapes[at], shapes[at + step], weights[at], weights[at + step])
            for at in range(count - step)
        ]
        for step in (1, 2)
    ]
    first = [likeness(shapes[0], shape, weights[0], one) for shape, one in zip(shapes, weights, strict=True)]
    sides = [pairs[0], _sides(shapes, 2), _sides(shapes, 4)]
    centred = [_centred(side) for side in sides]
    mean = _mean(pairs[0] + pairs[1])
    spread = sqrt(_mean([(one - mean) ** 2 for one in pairs[0] + pairs[1]])) + 0.02
    near = [0.0, *((one - mean) / spread for one in pairs[0]), 0.0]
    over = [0.0, *((one - mean) / spread for one in pairs[1]), 0.0]
    return (
        (
            centred[0][gap], centred[1][gap], centred[2][gap], sides[0][gap], sides[1][gap],
            near[gap + 2], near[gap], over[gap + 1], over[gap],
            first[gap + 1] - first[gap], mean,
        )
        for gap in range(count - 1)
    )  # fmt: skip


def _sides(shapes: list[tuple[int, int, int]], width: int) -> list[float]:
    """How alike the paragraphs before and after each gap are, so many on each side."""
    blocks = [together(shapes[max(0, end - width) : end]) for end in range(1, len(shapes) + width)]
    weights = [weight(block) for block in blocks]
    # Block `end` ends before paragraph `end + 1`; that of the other side ends `width` later.
    return [
        likeness(blocks[gap], together(shapes[gap + 1 : gap + 1 + width]), weights[gap], weights[gap + width])
        if gap + width >= len(shapes)
        else likeness(blocks[gap], blocks[gap + width], weights[gap], weights[gap + width])
        for gap in range(len(shapes) - 1)
    ]


def _mean(values: Sequence[float]) -> float:
    """What `statistics.fmean` gives, without the 4 ms that it takes to load that."""
    return fsum(values) / len(values)


def _centred(values: list[float]) -> list[float]:
    mean = _mean(values)
    spread = sqrt(_mean([(one - mean) ** 2 for one in values])) + 0.01
    return [(one - mean) / spread for one in values]


def _chains(held: list[list[str]]) -> Iterator[tuple[float, ...]]:
    """Where recurring words begin, end and go on: for each paragraph how far away they stand next."""
    before = _last_places(held)
    after = _next_places(held)
    past_size = max(1, len(held[0]))
    for at in range(1, len(held)):
        back, forth = before[at], after[at]
        size = max(1, len(back))
        far, near = at - _FAR, at + _NEAR
        begin = len([1 for one, two in zip(back, forth, strict=True) if one < far and two <= near])
        # The paragraph before sees the same from one place further up.
        far, near = at - 1 - _NEAR, at - 1 + _FAR
        past_back, past_forth = before[at - 1], after[at - 1]
        end = len([1 for one, two in zip(past_back, past_forth, strict=True) if two > near and one >= far])
        yield (
            begin / size, back.count(-_NEVER) / size, end / past_size, past_forth.count(_NEVER) / past_size,
            (back.count(at - 1) + back.count(at - 2)) / size, log1p(begin), log1p(end),
        )  # fmt: skip
        past_size = size


def _last_places(held: list[list[str]]) -> list[list[int]]:
    """The paragraph in which each word of each paragraph last stood."""
    seen: dict[str, int] = {}
    found: list[list[int]] = []
    for at, some in enumerate(held):
        found.append(list(map(seen.get, some, repeat(-_NEVER))))
        seen.update(zip(some, repeat(at)))
    return found


def _next_places(held: list[list[str]]) -> list[list[int]]:
    """The paragraph in which each word of each paragraph stands next."""
    seen: dict[str, int] = {}
    found: list[list[int]] = []
    for at in range(len(held) - 1, -1, -1):
        found.append(list(map(seen.get, held[at], repeat(_NEVER))))
        seen.update(zip(held[at], repeat(at)))
    return found[::-1]


def _openings(words: Vocabulary) -> Iterator[tuple[float, ...]]:
    recurring = words.recurring
    sets = [some.keys() for some in words.words]
    first = frozenset(islice(sets[0], _OPENING))
    seen = set(sets[0])
    for at in range(1, len(sets)):
        opening = list(islice(sets[at], _OPENING))
        size = max(1, len(opening))
        head = frozenset(filter(recurring.__contains__, opening))
        after = sum([len(head & some) for some in sets[at + 1 : at + 1 + _NEAR]])
        shared = [len(head & some) for some in sets[max(0, at - _NEAR) : at]]
        yield (
            shared[-1] / size, after / size / _NEAR, sum(shared) / size / _NEAR,
            len(head - seen) / size, len(head & first) / size,
        )  # fmt: skip
        seen.update(sets[at])


def _looks(shapes: list[Form]) -> Iterator[tuple[float, ...]]:
    count = len(shapes)
    mean = _mean([shape.extent for shape in shapes])
    listed_share = sum(shape.listed for shape in shapes) / count
    words_each = log1p(_mean([shape.length for shape in shapes]))
    paragraphs = log(count)
    since = _NO_COLON
    for at in range(1, count):
        one, before = shapes[at], shapes[at - 1]
        after = shapes[at + 1] if at + 1 < count else None
        past = shapes[at - 2] if at > 1 else None
        since = 0 if before.colon else min(_NO_COLON, since + 1)
        cues, cues_before = one.cues, before.cues
        leans = after is not None and (Cue.ANAPHOR in after.cues or Cue.CONNECTIVE in after.cues)
        yield (
            Cue.CONNECTIVE in cues, Cue.ANAPHOR in cues, Cue.TIME in cues, Cue.ORDINAL in cues,
            Cue.CONCLUSION in cues, Cue.ARTICLE in cues,
            Cue.ANAPHOR in cues_before, Cue.CONNECTIVE in cues_before, leans, one.begins_asking, before.asks,
            before.colon, one.colon, one.small, not before.stops, not one.stops,
            one.item, before.item, one.item and before.item, before.item and not one.item,
            one.listed, before.listed, one.listed and before.listed, before.listed and not one.listed,
            since, one.word == before.word,
            one.quoted, before.quoted, one.linked, before.linked,
            one.extent, before.extent, after.extent if after else 0.0, past.extent if past else 0.0,
            one.extent - mean, before.extent - mean,
            log(one.sentences), log(before.sentences), one.short, before.short, one.short and before.short,
            at / count, at == 1, at == 2, at == 3, at == count - 1, at == count - 2,
            paragraphs, words_each, listed_share,
        )  # fmt: skip
