"""A query answered by reading every article from end to end, as the documentation tells it.

It shares no code with the search: not how words are cut, folded and stemmed, nor how a query is read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from corpus.document import Document, Kind
from corpus.draft import Draft
from corpus.metadata import Metadata, Name, PartialDate
from corpus.outline import authored_outline_of

# What may be printed or typed, each with its words: a word, or where it is not plain “printed=folded”.
PRINTED = {
    written: tuple(
        (part.partition("=")[0], part.partition("=")[2] or part.lower()) for part in parts.split("|")
    )
    for written, parts in {
        **{
            one: one
            for one in (
                "moon moons Moon MOON tide tides tidal order Orders ordering ordinary hope hoping hoped the"
                " of 12 1,000.50 1000 1.000,50"
            ).split()
        },
        "Straße": "Straße=strasse",
        "STRASSE": "STRASSE",
        "über": "über=uber",
        "U\u0308ber": "U\u0308ber=uber",
        "Bäume": "Bäume=baume",
        "ba\u0308ume": "ba\u0308ume=baume",
        "Baum": "Baum",
        "ﬁne": "ﬁne=fine",
        "Fine": "Fine",
        "oﬃces": "oﬃces=offices",
        "office": "office",
        "12(3)": "12|3",
        "don’t": "don|t",
        "don't": "don|t",
        "Moon-tide": "Moon|tide",
        "state-of-the-art": "state|of|the|art",
        "数据库": "数|据|库",
        "数据": "数|据",
        "据库": "据|库",
        "库": "库",
        "保护": "保|护",
        "moon数据": "moon|数|据",
    }.items()
}
FOLDED = {printed: folded for parts in PRINTED.values() for printed, folded in parts}
PIECE = re.compile("|".join((*map(re.escape, sorted(FOLDED, key=len, reverse=True)), r"\w+")))
FORMS = (
    {"moon", "moons"},
    {"tide", "tides"},
    {"order", "orders", "ordering"},
    {"hope", "hoping", "hoped"},
    {"baum", "baume"},
    {"office", "offices"},
)
"""Words that are forms of one another; all others have only themselves."""
CHINESE = frozenset("数据库保护")


class Word(NamedTuple):
    """A word that is printed at [start, end) of a text, in one of its blocks (the title is -1)."""

    start: int
    end: int
    folded: str
    printed: str
    block: int


BORDER = Word(0, 0, "", "", -1)
Place = tuple[Word, ...]
"""Words of one text, one after the other."""


class Term(NamedTuple):
    """What is typed for words that follow one another, and how they are to be taken."""

    typed: str
    exact: bool = False
    open: bool = False

    @property
    def words(self) -> list[tuple[str, str]]:
        """Each as it is typed, and folded."""
        return [
            (written, folded)
            for one in self.typed.split(" ")
            for written, folded in (PRINTED.get(one) or ((one, one.lower()),))
        ]

    @property
    def query(self) -> str:
        return f'"{self.typed}"' if self.exact else self.typed + "*" * self.open


class Near(NamedTuple):
    """Terms that are to stand together, with so many other words between them."""

    within: int
    terms: tuple[Term, ...]

    @property
    def query(self) -> str:
        return f"near:{self.within}({' '.join(term.query for term in self.terms)})"


class Filter(NamedTuple):
    """A field and what it is to have."""

    field: str
    value: str
    term: Term
    negated: bool

    @property
    def query(self) -> str:
        return f"{'-' * self.negated}{self.field}:{self.value}"


@dataclass(frozen=True)
class Query:
    """What is asked for: alternatives, of each of which one must be there, and what must not."""

    clauses: tuple[tuple[Term | Near, ...], ...]
    without: tuple[Term | Near, ...] = ()
    filters: tuple[Filter, ...] = ()

    @property
    def query(self) -> str:
        return " ".join(
            [
                *(" OR ".join(part.query for part in clause) for clause in self.clauses),
                *(f"-{part.query}" for part in self.without),
                *(one.query for one in self.filters),
            ]
        )


@dataclass(frozen=True)
class Written:
    """An article as a test wrote it: its blocks, each with the words in it and whether it is a heading."""

    title: tuple[str, ...]
    blocks: tuple[tuple[bool, tuple[tuple[str, str], ...]], ...]
    author: str
    date: str
    lang: str
    name: str

    def document(self) -> Document:
        draft = Draft()
        for heading, parts in self.blocks:
            kind = Kind.HEADING if heading else Kind.PARAGRAPH
            draft.add("".join(map("".join, parts)).strip(), kind, level=int(heading))
        numbers = map(int, self.date.split("-")) if self.date else ()
        given, _, family = self.author.rpartition(" ")
        return draft.document(
            Metadata(
                title=" ".join(self.title),
                authors=(Name(family, given),) if self.author else (),
                date=PartialDate(*numbers) if self.date else None,
                lang=self.lang,
            )
        )

    def texts(self, title: str) -> tuple[list[Word], list[Word]]:
        """The words of the title and those of the text."""
        text, starts = self.document().text, self.document().blocks.starts
        titled = list(_found(title, self.title, 0, -1))
        blocks = [
            word
            for number, (_, parts) in enumerate(self.blocks)
            for word in _found(text, [one for one, _ in parts], starts[number], number)
        ]
        return titled, blocks


def _found(text: str, written: Sequence[str], place: int, block: int) -> Iterator[Word]:
    for one in written:
        for printed, folded in PRINTED[one]:
            start = text.index(printed, place)
            place = start + len(printed)
            yield Word(start, place, folded, printed, block)


# Reading a query as the documentation tells it.


def alike(term: Term, folded: str, number: int) -> bool:
    """Whether a word may stand for the one of that number in a term."""
    asked = term.words[number][1]
    if folded == asked or (not term.exact and any({asked, folded} <= forms for forms in FORMS)):
        return True
    # Beginnings are not known in scripts without spaces.
    last = number == len(term.words) - 1 and asked not in CHINESE
    return term.open and last and folded.startswith(asked)


def in_case(term: Term, place: Sequence[Word]) -> bool:
    """Whether letters are capitals where they are in the term, if there is a capital in it."""
    typed = [written for written, _ in term.words]
    if all(written == written.lower() for written in typed):
        return True
    return all(
        mine.isupper() == theirs.isupper()
        for written, word in zip(typed, place, strict=True)
        for mine, theirs in zip(
            unicodedata.normalize("NFC", written), unicodedata.normalize("NFC", word.printed), strict=False
        )
        if mine.isalpha() and theirs.isalpha()
    )


def places(part: Term | Near, title: Sequence[Word], text: Sequence[Word], *, wide: bool) -> list[Place]:
    """Where a part of a query stands in an article."""
    if isinstance(part, Term):
        return [*term_places(part, title), *term_places(part, text)]
    kept: set[Place] = set()
    # `wide` lets words belong to two of the terms, and be near one another over the border between them.
    for words in ([*title, BORDER, *text],) if wide else (title, text):
        numbers = {word: number for number, word in enumerate(words)}
        for group in product(
            *([place for place in term_places(term, words) if BORDER not in place] for term in part.terms)
        ):
            first = min(numbers[place[0]] for place in group)
            last = max(numbers[place[-1]] for place in group)
            covered, apart = sum(map(len, group)), {word for place in group for word in place}
            if (wide or covered == len(apart)) and last + 1 - first - covered <= part.within:
                kept.update(group)
    return sorted(kept)


def term_places(part: Term, text: Sequence[Word], *, cased: bool = True) -> list[Place]:
    """Where a term stands in a text."""
    length = len(part.words)
    found = [tuple(text[first : first + length]) for first in range(len(text) - length + 1)]
    return [
        place
        for place in found
        if all(alike(part, word.folded, number) for number, word in enumerate(place))
        and (not cased or in_case(part, place))
    ]


class Read(NamedTuple):
    """What an article has to say to a query: whole passages, or else those of which one is shown.

    `marks` are for each block the spans that are to be marked in it.
    """

    whole: set[int]
    partial: set[int]
    shown: set[int]
    marks: dict[int, list[tuple[int, int]]]


def read(written: Written, id: int, title: str, query: Query, *, wide: bool) -> Read:
    """Look through one article."""
    nothing = Read(set(), set(), set(), {})
    document = written.document()
    if not all(agrees(written, id, title, one) for one in query.filters):
        return nothing
    titled, text = written.texts(title)
    outline = authored_outline_of(document)
    sections = [one for one in query.filters if one.field == "section"]
    without = {
        word.block
        for part in query.without
        for place in places(part, titled, text, wide=wide)
        for word in place
    }

    def may_be_shown(block: int) -> bool:
        path = outline.path(document.blocks.starts[block]) if block >= 0 else ()
        let_in = all(any(stands(one.term, name) for name in path) != one.negated for one in sections)
        return let_in and block not in without

    found = [
        [
            place
            for part in clause
            for place in places(part, titled, text, wide=wide)
            if all(may_be_shown(word.block) for word in place)
        ]
        for clause in query.clauses
    ]
    if not all(found):
        return nothing
    holding = [{place[0].block for place in several} for several in found]
    marks = {
        block: joined(
            (place[0].start, place[-1].end)
            for several in found
            for place in several
            if place[0].block == block
        )
        for block in set().union(*holding)
    }
    whole = set(marks).intersection(*holding)
    if whole:
        return Read(whole - {-1} or whole, set(), set(marks), marks)
    return Read(set(), set(marks) - {-1}, set(marks), marks)


def agrees(written: Written, id: int, title: str, one: Filter) -> bool:
    """Whether an article has what a field asks for. Sections are for its blocks."""
    if one.field == "section":
        return True
    if one.field == "title":
        has = stands(one.term, title)
    elif one.field == "author":
        has = stands(one.term, written.author)
    elif one.field == "lang":
        has = written.lang.lower() == one.value or written.lang.lower().startswith(one.value + "-")
    elif one.field == "date":
        first, _, last = one.value.partition("..")
        has = appeared(written.date, first, last if ".." in one.value else first)
    else:
        has = id == int(one.value) if one.value.isdecimal() else one.value in written.name
        has = has or (not one.value.isdecimal() and stands(one.term, title))
    return has != one.negated


def appeared(date: str, first: str, last: str) -> bool:
    """Whether a day, month or year may be one of the days from `first` to `last` (or open)."""
    if not date:
        return False
    earliest, latest = date + "-00-00"[len(date) - 4 :], date + "-99-99"[len(date) - 4 :]
    return latest >= first and (not last or earliest <= last + "-99-99"[len(last) - 4 :])


def stands(term: Term, text: str) -> bool:
    """Whether a term stands in a short text, of plain words or of those that are printed here."""
    words = [
        Word(number, 0, FOLDED.get(one[0], one[0].lower()), one[0], 0)
        for number, one in enumerate(PIECE.finditer(text))
    ]
    return bool(term_places(term, words, cased=False))


def joined(spans: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap made one."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if apart and start < apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return apart
