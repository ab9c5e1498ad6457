"""Stretches of a text in which a passage may stand in other words, by the votes of its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from corpus.finding_again.wording import Wording

_COMMON: Final = 400
"""Places from which on a word is too common to vote."""
_VOTERS: Final = 500
"""Words of the passage that vote, about."""
_SIDES: Final = 0.6
"""What a vote for a stretch counts for the next one."""


def stretches(new: Wording, forms: Sequence[str], most: int = 4) -> list[tuple[int, int]]:
    """The likeliest stretches [first, last) of words for these words, the likeliest first.

    Each word of the passage votes for the place where the passage would begin, the rarer the more.
    """
    width = max(4, len(forms) // 4)
    votes: defaultdict[int, float] = defaultdict(float)
    for at in range(0, len(forms), 1 + len(forms) // _VOTERS):
        places = new.postings.get(forms[at], ())
        if len(places) <= _COMMON:
            for place in places:
                votes[(place - at) // width] += len(places) ** -0.5
    weights = {
        cell: own + _SIDES * max(votes.get(cell - 1, 0.0), votes.get(cell + 1, 0.0))
        for cell, own in votes.items()
    }
    chosen: list[int] = []
    for cell, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if len(chosen) == most:
            break
        if all(abs(cell - other) > 1 for other in chosen):
            chosen.append(cell)
    room = max(8, len(forms) // 2)
    starts = [cell * width for cell in chosen]
    end = width + len(forms) + room
    return [(max(0, start - room), min(len(new), start + end)) for start in starts]
