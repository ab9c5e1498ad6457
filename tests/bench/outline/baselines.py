"""What ours is measured against: no break, an even split with the true number of sections, and U00."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log


def even(paragraphs: Sequence[str], sections: int) -> list[int]:
    """Breaks that part the paragraphs into so many sections of about as many words."""
    lengths = [len(paragraph.split()) for paragraph in paragraphs]
    each = sum(lengths) / sections
    breaks: list[int] = []
    read = 0
    for at, length in enumerate(lengths):
        if at and len(breaks) < sections - 1 and read >= each * (len(breaks) + 1) - length / 2:
            breaks.append(at)
        read += length
    return breaks


def u00(paragraphs: Sequence[str]) -> list[int]:
    """The breaks of the most probable segmentation after Utiyama and Isahara (2001), nothing tuned.

    A section's words are drawn from a distribution of its own, with Laplace's rule; each section costs
    the logarithm of the number of words in the text.
    """
    words = [re.findall(r"[^\W\d_]{3,}", paragraph.casefold()) for paragraph in paragraphs]
    total = sum(map(len, words))
    kinds = len({word for some in words for word in some})
    each = log(max(2, total))
    best = [0.0, *[float("inf")] * len(words)]
    before = [0] * (len(words) + 1)
    for start in range(len(words)):
        counts: Counter[str] = Counter()
        length, gained = 0, 0.0
        for end in range(start + 1, len(words) + 1):
            for word in words[end - 1]:
                # n·log(n + 1) of the word's count, before and with this one.
                count = counts[word]
                gained += (count + 1) * log(count + 2) - count * log(count + 1)
                counts[word] += 1
            length += len(words[end - 1])
            cost = best[start] + (length * log(length + kinds) if length else 0.0) - gained + each
            if cost < best[end]:
                best[end], before[end] = cost, start
    breaks: list[int] = []
    at = before[len(words)]
    while at:
        breaks.append(at)
        at = before[at]
    return breaks[::-1]
