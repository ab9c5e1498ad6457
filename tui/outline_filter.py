"""The entries of an outline whose titles hold the words that are typed. No Textual in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from corpus.find import Span, wanted
from corpus.outline import Outline


class OutlineFilter:
    """What a query leaves of an outline.

    `matches` are the indexes of the entries whose title holds every word, in any order; `entries` are
    those and all that hold them. Letters are compared as in finding: a capital only finds itself.
    """

    def __init__(self, outline: Outline, query: str) -> None:
        """Look for the words of `query`, of which there is at least one."""
        self._patterns = _patterns(query)
        first, *others = self._patterns
        self._titles = titles = [section.title for section in outline.sections]
        matches = [index for index, title in enumerate(titles) if first.search(title)]
        for pattern in others:
            matches = [index for index in matches if pattern.search(titles[index])]
        self.matches = matches
        self.entries = _with_ancestors(outline, matches)

    def __contains__(self, entry: int) -> bool:
        """Whether an entry is a match itself, and not only one that holds a match."""
        at = bisect_left(self.matches, entry)
        return self.matches[at : at + 1] == [entry]

    def marks(self, entry: int) -> list[Span]:
        """Where the words stand in a match's title, in order; those that touch or overlap are one."""
        if entry not in self:
            return []
        title = self._titles[entry]
        marks: list[Span] = []
        for start, end in sorted(
            match.span() for pattern in self._patterns for match in pattern.finditer(title)
        ):
            if marks and start <= marks[-1][1]:
                marks[-1] = (marks[-1][0], max(end, marks[-1][1]))
            else:
                marks.append((start, end))
        return marks

    def step(self, chosen: int | None, by: int) -> int | None:
        """The match so many further on, or (negative) back; the first from no match; None without any."""
        if not self.matches:
            return None
        if chosen is None or chosen not in self:
            return self.matches[0]
        at = bisect_left(self.matches, chosen) + by
        return self.matches[max(0, min(at, len(self.matches) - 1))]

    def count(self, chosen: int | None) -> str:
        """What to say of it: "2/14", or that there is no match."""
        if not self.matches:
            return "no match"
        return f"{bisect_right(self.matches, chosen or 0) or 1:,}/{len(self.matches):,}"


def _patterns(query: str) -> list[re.Pattern[str]]:
    """What each word of a query looks for: where one of them has a capital, capitals count in all."""
    patterns = [looked_for.pattern for word in query.split() if (looked_for := wanted(word))]
    if query == query.lower():
        return patterns
    return [re.compile(pattern.pattern) for pattern in patterns]


def _with_ancestors(outline: Outline, entries: list[int]) -> list[int]:
    """The entries and all that hold them, in ascending order."""
    shown: set[int] = set()
    for entry in entries:
        at: int | None = entry
        while at is not None and at not in shown:
            shown.add(at)
            at = outline.parent(at)
    return sorted(shown)
