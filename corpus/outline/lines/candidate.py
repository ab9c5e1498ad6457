"""A line that may be a heading, as the families of marks find it; none is believed yet."""

from __future__ import annotations

from typing import NamedTuple

from corpus.outline.numbering import Path


def kind_of(family: str) -> str:
    """The kind of a family, whatever its members are called: of "keyword chapter" it is "keyword"."""
    return "第" if family[0] == "第" else family.split()[0]


class Under(NamedTuple):
    """What stands under a number without a title, and may be that: so many lines more, and their words."""

    lines: int
    words: str


class Candidate(NamedTuple):
    """A line that may be a heading.

    `family` are the marks it is known by; `rank` where it stands among the levels of its family, 0
    the highest, and -1 a title over all of them; `path` its number, empty where it has none; `lines` how
    many lines it takes. `name` are the words of its title without the number. `under` is the line below
    that may be its title, None where there is none or it is part of `title` already. `weak` tells that it
    is believed beside others alone. `isolated` tells whether a blank line follows, `below` how long the
    next lines are, in cells. Of a bare line, `worth` is how likely it is a heading, and `opening` what the
    next lines say, a block a line.
    """

    line: int
    lines: int
    family: str
    rank: int
    path: Path
    title: str
    name: str = ""
    under: Under | None = None
    weak: bool = False
    isolated: bool = False
    below: tuple[int, ...] = ()
    worth: float = 0.0
    opening: str = ""

    @property
    def kind(self) -> str:
        """The kind of its family; see `kind_of`."""
        return kind_of(self.family)

    def with_title(self, under: Under) -> Candidate:
        """The same with the lines under it as its title."""
        return self._replace(
            lines=self.lines + under.lines,
            title=f"{self.title.rstrip('.:—–- ')} — {under.words}",
            name=under.words,
            under=None,
        )
