"""Hyphens at line ends: which the typesetter put there, and which the author."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from corpus.expression import expression

_WORD: Final = expression(r"[^\W\d_]+(?:[-‐'’][^\W\d_]+)*")
_LAST: Final = expression(r"([^\W\d_]+(?:[-‐'’][^\W\d_]+)*)[-‐\u00ad]$")
_FIRST: Final = expression(r"[^\W\d_]+")
HYPHENS: Final = ("-", "‐", "\u00ad")
"""What a line may end in that goes on with its word."""
_CODE_BREAKS: Final = ("/", ".", "_", ":", "@", "=", "&", "?", "%", "+")
_ADDRESS: Final = expression(r"(?:https?|ftp):(?://\S*)?$|\bwww\.\S*$")


class Hyphens:
    """Decides by the words that the article itself has."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._hyphenated = False

    def learn(self, lines: Iterable[str]) -> None:
        """Take in the words of lines, but those at their ends that go on."""
        known = self._known
        before = ""
        for line in lines:
            words = _WORD.findall(line.casefold())
            # Neither half of a broken word is a word.
            known.update(words[bool(before) : len(words) - line.endswith(HYPHENS)])
            before = line if line.endswith(HYPHENS) else ""

    def judge(self, lines: Iterable[str]) -> None:
        """Learn from these lines whether words are broken at line ends that have no hyphen elsewhere."""
        soft = hard = 0
        before = ""
        for line in lines:
            # Few do, and to look for a word at the end of every line takes long.
            broken = before.endswith(HYPHENS)
            if broken and (last := _LAST.search(before)) and (first := _FIRST.match(line)):
                halves = last[1].casefold(), first[0].casefold()
                if "".join(halves) in self._known or not self._known.intersection(halves):
                    soft += 1
                elif "-".join(halves) in self._known or self._known.issuperset(halves):
                    hard += 1
            before = line
        self._hyphenated = soft > 0 and soft >= hard

    def joint(self, before: str, after: str, *, mono: bool = False) -> tuple[int, str]:
        """How many characters to take off the end of a line, and what to put between it and the next.

        `mono` tells that both are in a font for code, where only what is broken at a sign has no space.
        """
        if before.endswith(_CODE_BREAKS) and (mono or _ADDRESS.search(before)):
            return 0, ""
        if not before.endswith(HYPHENS):
            return 0, _gap(before, after)
        if before.endswith("\u00ad"):
            return 1, ""
        if before.endswith("/-"):
            return 1, ""
        last, first = _LAST.search(before), _FIRST.match(after)
        if not last or not first:
            # A dash between words has a space before it; a number or an address goes on.
            return 0, "" if before[-2:-1].strip() and not before.endswith("--") else " "
        halves = last[1].casefold(), first[0].casefold()
        if not (after[0].islower() or last[1].isupper()) or "-".join(halves) in self._known:
            return 0, ""
        if "".join(halves) in self._known:
            return 1, ""
        if self._known.issuperset(halves) or "-" in last[1]:
            return 0, ""
        return (1, "") if self._hyphenated else (0, "")


def _gap(before: str, after: str) -> str:
    """What parts two lines: nothing where both are written without spaces, as Chinese and Japanese are."""
    unspaced = "\u2e80" <= before[-1:] < "\uac00" or "\uf900" <= before[-1:] < "\uff64"
    follows = "\u2e80" <= after[:1] < "\uac00" or "\uf900" <= after[:1] < "\uff64"
    return "" if unspaced and follows else " "
