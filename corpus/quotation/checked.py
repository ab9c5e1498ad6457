"""What is said of a quotation: whether its words stand in the articles that were looked through."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from corpus.word_diff import Run


class Verdict(StrEnum):
    """How a quotation stands to an article.

    VERBATIM: all its words stand there in their order, but for what it says itself that it left out or
    put in. ALTERED: they do with other words among them, or some left out in silence, or hardly more than a
    “not” where it has an ellipsis. PARTIAL: a part of them does. ABSENT: they do not, in what was looked
    through.
    """

    VERBATIM = "verbatim"
    ALTERED = "altered"
    PARTIAL = "partial"
    ABSENT = "absent"


class Match(NamedTuple):
    """A place that a quotation may be from.

    `article` is the article's number in the library, or the name it was given by; `spans` are offsets
    [start, end) in its text, one for each run of words between two ellipses that was found, in the order
    of the quotation. `place` is what it is called there ("¶ 3", "p. 4 · [12]"), `diff` leads from the
    quotation to the words of the source, `offered` are those words, to be quoted instead. `remarks` tell
    what the verdict passes over: "capitals differ", "punctuation differs".
    """

    verdict: Verdict
    article: int | str
    title: str
    spans: tuple[tuple[int, int], ...]
    place: str = ""
    diff: tuple[Run, ...] = ()
    offered: str = ""
    remarks: tuple[str, ...] = ()


class Searched(NamedTuple):
    """What was looked through: so many articles, of which `unreadable` could not be; `where` names them.

    "Absent" is never said without it: "not in the 412 articles of the library".
    """

    articles: int
    where: str = "the library"
    unreadable: int = 0


class Checked(NamedTuple):
    """A quotation that was looked for: the best verdict, and the places it rests on, the best first.

    `faults` are sentences about the quotation itself, such as that it has one word alone.
    """

    quotation: str
    verdict: Verdict
    matches: tuple[Match, ...]
    searched: Searched
    faults: tuple[str, ...] = ()
