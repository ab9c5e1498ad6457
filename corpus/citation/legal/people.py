"""Lists of names, as the styles of lawyers print them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, TypeAlias

from corpus.citation.legal.kinds import ALONE
from corpus.citation.legal.matter import Matter
from corpus.citation.name_lists import NameList, Writer, family, listed, stands_whole
from corpus.citation.phrase import phrase
from corpus.expression import expression
from corpus.metadata import Name
from corpus.people import full_name, initials

Lister: TypeAlias = Callable[[Sequence[Name]], str]
"""Makes one text of names."""

_INITIALS: Final = expression(r"(?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d_]")


class Naming(NamedTuple):
    """How a style lists people.

    `conjunction` stands before the last ("&" or "and"); of more than `at_most`, the first is printed with
    `others` behind; `short_at_most` is the same for family names alone. With `stops`, initials keep
    theirs; else they are set close, as in "AC Smith". With `natives`, a name that is known in its own
    script is printed in it, with the transcription behind: "张伟 [Zhang Wei]".
    """

    conjunction: str
    others: str
    at_most: int = 3
    short_at_most: int = 3
    stops: bool = False
    natives: bool = False

    def full(self, names: Sequence[Name]) -> str:
        """Whole names in the order in which they were published: "Ana Ruiz, Ben Okoro & Carl Lind"."""
        return self._listed(names, self._whole, self.at_most)

    def short(self, names: Sequence[Name]) -> str:
        """Family names: "He & Fang"; in characters whole ones, of which a part alone would name nobody."""
        return self._listed(names, family, self.short_at_most)

    def editors(self, names: Sequence[Name], one: str, many: str) -> str:
        """Whole names with the word for one editor or for several behind; "" where there is none."""
        return f"{self.full(names)}{many if len(names) > 1 else one}" if names else ""

    def first_inverted(self, names: Sequence[Name]) -> str:
        """Whole names, the first as "Ruiz, Ana"; one that was published family name first stays."""

        def written(name: Name) -> str:
            if name is not names[0] or name.order == "family-first" or name.native or stands_whole(name):
                return self._whole(name)
            return f"{name.family}, {self._given(name)}"

        return self._listed(names, written, self.at_most)

    def initialled(self, names: Sequence[Name]) -> str:
        """Each family name with initials behind it: "Ruiz A, Okoro B and Lind C"."""
        return self._listed(names, _initialled, self.at_most)

    def _whole(self, name: Name) -> str:
        whole = full_name(name if name.literal else name._replace(given=self._given(name)))
        return f"{name.native} [{whole}]" if self.natives and name.native else whole

    def _given(self, name: Name) -> str:
        return name.given if self.stops else without_stops(name.given)

    def _listed(self, names: Sequence[Name], write: Writer, at_most: int) -> str:
        et_al = phrase(self.others)
        rule = NameList(write, write, at_most, conjunction=self.conjunction, serial=False, et_al=et_al)
        return listed(names, rule).plain


def credited(matter: Matter, names: Lister, one: str = "", many: str = "") -> str:
    """The authors; of a book without any, its editors, with the word for one or for several behind."""
    work = matter.work
    if work.authors or matter.kind not in ALONE or not work.editors:
        return names(work.authors)
    return f"{names(work.editors)}{many if len(work.editors) > 1 else one}"


def are_family_first(names: Sequence[Name]) -> bool:
    """Whether one of the names was published with the family name first."""
    return any(name.order == "family-first" and not name.literal for name in names)


def without_stops(given: str) -> str:
    """Given names with their initials set close and without stops: "A. C." is "AC"."""
    words: list[str] = []
    closed = False
    for word in given.split():
        is_initial = bool(_INITIALS.fullmatch(word))
        word = word.replace(".", "") if is_initial else word
        if is_initial and closed:
            words[-1] += word
        else:
            words.append(word)
        closed = is_initial
    return " ".join(words)


def _initialled(name: Name) -> str:
    if stands_whole(name):
        return full_name(name)
    return f"{name.family} {initials(name.given, '', '')}"
