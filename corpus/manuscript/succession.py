"""What is cited in a manuscript one after the other, for those citations that mean an earlier one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from corpus.expression import expression
from corpus.manuscript.citing_words import note_meant, refers_back, refers_by_name

_NAME: Final = expression(r"[^\W\d_a-z][\w’'-]{2,}")
_RECENT: Final = 200
"""How many citations are looked through for a name, the last ones first."""


class Succession:
    """The citations of a manuscript, added in its order."""

    def __init__(self, notes: Mapping[str, str], entries: Mapping[str, str]) -> None:
        """Take the words of each note by its label, and of each numbered work in a list by its number."""
        self._notes = notes
        self._ordered = list(notes.values())
        self._entries = entries
        self._cited: list[str] = []
        self._work = ""
        self._last = ""

    def before(self, words: str) -> str:
        """The citation that one means which stands here, and refers back; "" where it stands alone."""
        if refers_back(words):
            return self._work
        number = words.strip("[( ").split(",")[0].split("]")[0].strip()
        if number.isdecimal():
            return self._entries.get(number, "")
        if not refers_by_name(words):
            return ""
        if label := note_meant(words):
            at = int(label)
            told = self._ordered[at - 1] if 0 < at <= len(self._ordered) else ""
            return self._notes.get(label, told)
        names = set(_NAME.findall(words.split("supra")[0]))
        recent = reversed(self._cited[-_RECENT:])
        return next((one for one in recent if names & set(_NAME.findall(one))), "")

    def stands_for(self, words: str) -> str:
        """The citation with a place that a bare “ibid.” repeats, where that one is no first one itself."""
        bare = refers_back(words) and not any(character.isdigit() for character in words)
        return self._last if bare else ""

    def add(self, words: str) -> None:
        """Note that this is cited now."""
        if not words:
            return
        if not refers_back(words):
            self._work, self._last = self.before(words) or words, ""
            self._cited.append(words)
        elif any(character.isdigit() for character in words):
            self._last = words
