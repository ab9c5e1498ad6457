"""The whole query language against a plain reading of it, which shares no code with the search."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, product, repeat
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Document, Kind
from corpus.draft import Draft
from corpus.index import Index
from corpus.library import Library
from corpus.metadata import Metadata, Name, PartialDate
from corpus.outline import outline_of
from corpus.search import Search
from corpus.search.answer import Answer, Hit
from corpus.search.query import LANGUAGE

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
GAPS = (" ", " ", " ", ", ", " — ", "\n", ". “", "/")


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
    # A border stands between them; `wide` lets words be near one another over it.
    for words in ([*title, BORDER, *text],) if wide else (title, text):
        numbers = {word: number for number, word in enumerate(words)}
        for group in product(
            *([place for place in term_places(term, words) if BORDER not in place] for term in part.terms)
        ):
            first = min(numbers[place[0]] for place in group)
            last = max(numbers[place[-1]] for place in group)
            covered = sum(map(len, group)) if wide else len({word for place in group for word in place})
            if last + 1 - first - covered <= part.within:
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
    found = [
        [place for part in clause for place in places(part, titled, text, wide=wide)]
        for clause in query.clauses
    ]
    if not all(found):
        return nothing
    holding = [{place[0].block for place in several} for several in found]
    outline = outline_of(document)
    sections = [one for one in query.filters if one.field == "section"]
    without = {place[0].block for part in query.without for place in places(part, titled, text, wide=wide)}

    def may_be_shown(block: int) -> bool:
        path = outline.path(document.blocks.starts[block]) if block >= 0 else ()
        let_in = all(any(stands(one.term, name) for name in path) != one.negated for one in sections)
        return let_in and block not in without

    marks = {
        block: joined(
            (place[0].start, place[-1].end)
            for several in found
            for place in several
            if place[0].block == block
        )
        for block in set().union(*holding)
    }
    shown = {block for block in marks if may_be_shown(block)}
    whole = shown.intersection(*holding)
    if whole:
        return Read(whole - {-1} or whole, set(), shown, marks)
    if -1 in set(marks).intersection(*holding):
        # The title has them all and must not be shown: see the failing test below.
        return Read(set(), set(), shown, marks)
    return Read(set(), shown - {-1}, shown, marks)


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


# Libraries and queries.

AUTHORS = ("", "Ana Ruiz", "Marie Curie", "Curie")
DATES = ("", "2021", "2021-02", "2021-02-28", "2022-12-31", "1999-01-01")
LANGS = ("", "en", "de", "zh-CN", "zh")
NAMES = ("tides.txt", "notes.md", "a.html")
BEGINNINGS = "m mo ti tid ord hop o f s st u ba 1 moon the".split()
VALUES = {
    "author": (Term("curie"), Term("ruiz"), Term("mar", open=True), Term("marie curie", exact=True)),
    "lang": tuple(map(Term, ("zh", "en", "de", "zh-cn", "z"))),
    "in": tuple(map(Term, ("1", "2", "3", "9", "tides", "notes.md", "moon"))),
    "date": tuple(
        map(
            Term,
            ("2021", "2021-02", "2021-02-28", "2021..2022", "2021-03..", "..2021", "2022-12-31..2022-12-31"),
        )
    ),
}


class Case(NamedTuple):
    """Articles, what is put there in place of some of them later, and what is asked."""

    articles: list[Written]
    later: list[Written]
    queries: list[Query]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Articles of few words, so that they have what is asked for more often than not."""
    ones = st.sampled_from(
        draw(st.lists(st.sampled_from(list(PRINTED)), min_size=2, max_size=6, unique=True))
    )
    parts = st.lists(st.tuples(ones, st.sampled_from(GAPS)), min_size=1, max_size=7).map(tuple)
    heading = ones.map(lambda one: (True, ((one, ""),)))
    article = st.builds(
        Written,
        st.lists(ones, min_size=1, max_size=3).map(tuple),
        st.lists(
            st.tuples(st.just(False), parts) | st.tuples(st.just(False), parts) | heading,
            min_size=1,
            max_size=5,
        ).map(tuple),
        *map(st.sampled_from, (AUTHORS, DATES, LANGS, NAMES)),
    )
    plain = ones.map(Term)
    articles = draw(st.lists(article, min_size=1, max_size=4))
    runs = [
        [one for _, parts in written.blocks for one, _ in parts][first : first + length]
        for written in articles
        for first in range(3)
        for length in (2, 3)
    ]
    made = st.lists(ones, min_size=1, max_size=3) | st.sampled_from([run for run in runs if run])
    phrase = made.map(lambda some: Term(" ".join(some), exact=True))
    begun = st.sampled_from(BEGINNINGS).map(lambda one: Term(one, open=True))
    terms = plain | plain | phrase | begun
    near = st.builds(Near, st.integers(0, 6), st.lists(terms, min_size=2, max_size=3, unique=True).map(tuple))
    part = terms | terms | near
    values = {
        **{field: st.sampled_from(known) for field, known in VALUES.items()},
        "title": terms,
        "section": terms,
    }
    filters = st.sampled_from(list(values)).flatmap(
        lambda field: st.builds(
            lambda term, negated: Filter(field, term.query, term, negated), values[field], st.booleans()
        )
    )
    clause = st.lists(part, min_size=1, max_size=2).map(tuple)
    query = st.builds(
        Query,
        st.sampled_from((1, 1, 2, 3)).flatmap(
            lambda most: st.lists(clause, min_size=1, max_size=most).map(tuple)
        ),
        st.lists(terms, max_size=1).map(tuple),
        st.lists(filters, max_size=1).map(tuple),
    )
    fields = filters.filter(lambda one: one.field != "section").map(lambda one: Query((), (), (one,)))
    return Case(
        articles,
        draw(st.lists(article, min_size=1, max_size=2)),
        draw(st.lists(query | query | query | fields, min_size=1, max_size=6)),
    )


class Shelf:
    """A library with an index, and what was written into it."""

    def __init__(self, directory: Path) -> None:
        self.library = Library(directory / "library.sqlite")
        self.index = Index(directory / "index")
        self.written: dict[int, Written] = {}

    def put(self, number: int, written: Written) -> None:
        source = f"/shelf/{number}/{written.name}"
        article = self.library.remember(written.document(), source, size=1, mtime_ns=1)
        self.written[article.id] = written

    def read(self, query: Query, *, wide: bool = False) -> dict[int, Read]:
        """What each article has to say; `wide` reads near(…) as generously as can be."""
        return {
            id: read(written, id, self.library.article(id).title, query, wide=wide)
            for id, written in self.written.items()
        }

    def check(self, query: Query) -> None:
        """Ask, and compare the answers with what stands there."""
        if not query.clauses:
            self.check_fields(query)
            return
        told = self.read(query)
        near = any(isinstance(part, Near) for clause in query.clauses for part in clause)
        wide = self.read(query, wide=True) if near else told
        answers = list(Search(self.library, self.index).answers(query.query, limit=10_000, literally=True))
        allowed = {(id, block) for id, one in wide.items() for block in one.shown}
        for answer in answers:
            assert {self.place(hit) for hit in answer.hits} <= allowed
        final = answers[-1]
        assert final.complete
        assert final.notes == ()
        given = [self.place(hit) for hit in final.hits]
        assert len(given) == len(set(given))
        if near:
            articles = {id for id, _ in given}
            if not query.without and not query.filters:
                assert {id for id, one in told.items() if one.whole | one.partial} <= articles
            assert articles <= {id for id, one in wide.items() if one.shown}
            for hit, (id, block) in zip(final.hits, given, strict=True):
                assert all(
                    any(first <= start and end <= last for first, last in wide[id].marks[block])
                    for start, end in (hit.snippet.marks if block < 0 else hit.marks)
                )
            return
        whole = {(id, block) for id, one in told.items() for block in one.whole}
        assert whole <= set(given)
        # Of an article that has no whole passage one block is shown, whichever it is.
        others = sorted(id for id, block in given if (id, block) not in whole)
        assert others == sorted(id for id, one in told.items() if one.partial)
        assert final.total == len(given)
        for hit, (id, block) in zip(final.hits, given, strict=True):
            self.check_marks(hit, told[id].marks[block], block)

    def check_fields(self, query: Query) -> None:
        """Ask for fields alone."""
        final = Search(self.library, self.index).hits(query.query, limit=10_000, literally=True)
        assert sorted(hit.article for hit in final.hits) == sorted(
            id
            for id, written in self.written.items()
            if all(agrees(written, id, self.library.article(id).title, one) for one in query.filters)
        )
        assert final.complete
        assert final.total == len(final.hits)

    def check_marks(self, hit: Hit, marks: list[tuple[int, int]], block: int) -> None:
        """Every word that was asked for is marked where it is shown, and nothing else."""
        shown = list(hit.snippet.marks if block < 0 else hit.marks)
        assert shown == marks
        if block >= 0:
            assert hit.start == marks[0][0]
            assert hit.end == max(end for _, end in marks)

    def place(self, hit: Hit) -> tuple[int, int]:
        """The article of a hit, and the block that it begins in."""
        id = int(hit.article)
        if not hit.marks:
            return id, -1
        starts = self.written[id].document().blocks.starts
        return id, max(number for number, start in enumerate(starts) if start <= hit.start)


@settings(max_examples=30, deadline=None)
@given(cases())
def test_every_query_is_answered_as_by_reading_all_of_it(case: Case) -> None:
    articles, later, queries = case
    with tempfile.TemporaryDirectory() as directory:
        shelf = Shelf(Path(directory))
        with shelf.library:
            for number, written in enumerate(articles):
                shelf.put(number, written)
            # Not indexed, indexed, and indexed in part: some were changed, and one may be new.
            for query in queries:
                shelf.check(query)
            shelf.index.catch_up(shelf.library)
            for query in queries:
                shelf.check(query)
            for number, written in enumerate(later, len(articles) - 1):
                name = articles[number].name if number < len(articles) else written.name
                shelf.put(number, replace(written, name=name))
            for query in queries:
                shelf.check(query)


class Simple:
    """A library of plain articles, indexed or not, which answers as it is."""

    def __init__(self, directory: Path) -> None:
        self.library, self.index = Library(directory / "library.sqlite"), Index(directory / "index")

    def add(self, *blocks: str, title: str = "Untold", indexed: bool = False) -> int:
        draft = Draft()
        for block in blocks:
            heading = block.startswith("# ")
            draft.add(
                block.removeprefix("# "), Kind.HEADING if heading else Kind.PARAGRAPH, level=int(heading)
            )
        source = f"/{len(self.library.articles())}"
        id = self.library.remember(draft.document(Metadata(title=title)), source, size=1, mtime_ns=1).id
        if indexed:
            self.index.catch_up(self.library)
        return id

    def hits(self, query: str, *, literally: bool = True, typing: bool = False) -> Answer:
        search = Search(self.library, self.index)
        return search.hits(query, limit=10_000, literally=literally, typing=typing)

    def marked(self, query: str) -> list[list[str]]:
        """The words that are marked, hit by hit."""
        return [
            [self.library.document(int(hit.article)).text[start:end] for start, end in hit.marks]
            for hit in self.hits(query).hits
        ]


@pytest.fixture
def simple(tmp_path: Path) -> Iterator[Simple]:
    simple = Simple(tmp_path)
    with simple.library:
        yield simple


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *(form for form, _ in LANGUAGE),
                *'"“”()*~-:。 ',
                "OR",
                "near:",
                "title:",
                "date:",
                "in:",
                "lang:",
            ]
        )
        | st.text(max_size=6),
        max_size=8,
    ).map("".join),
    st.booleans(),
)
def test_whatever_is_typed_is_answered(query: str, typing: bool) -> None:
    with tempfile.TemporaryDirectory() as directory:
        simple = Simple(Path(directory))
        with simple.library:
            simple.add("The moon and the rising tide.", title="On tides", indexed=True)
            simple.add("月与潮：数据库 protection")
            for literally in (True, False):
                answer = simple.hits(query, typing=typing, literally=literally)
                assert answer.complete
                assert answer.total == len(answer.hits)


@pytest.mark.parametrize("query", ["moon", "m*", "moon OR tide", "moonn", "title:o*", "near:3(the moon)"])
def test_what_is_broken_off_at_any_moment_says_so_or_is_all(simple: Simple, query: str) -> None:
    for number in range(6):
        simple.add(f"The moon of number {number}.", "And the tide.", indexed=number == 3)
    search = Search(simple.library, simple.index)
    full = search.hits(query, limit=100)
    assert full.complete
    for moment in range(30):
        cancelled = partial(next, chain(repeat(False, moment), repeat(True)))
        answer = search.hits(query, limit=100, cancelled=cancelled)
        assert {place_of(hit) for hit in answer.hits} <= {place_of(hit) for hit in full.hits}
        assert not answer.complete or answer == full


def place_of(hit: Hit) -> tuple[int | str, int]:
    return hit.article, hit.start


def failing(why: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, reason=why)


# What follows fails as things are.


@failing("what is not indexed is passed over unread where a form of the word, no beginning, stands in it")
@pytest.mark.parametrize(("query", "typing"), [("moons*", False), ("moons", True), ("hoping", True)])
def test_a_beginning_is_answered_alike_indexed_or_not(simple: Simple, query: str, typing: bool) -> None:
    simple.add("The moon, I hope.")
    before = simple.hits(query, typing=typing)
    simple.index.catch_up(simple.library)
    assert simple.hits(query, typing=typing) == before


@failing("only the words of the index are known: one of an article that waits is said to be nowhere")
def test_a_word_that_waits_for_the_index_is_not_corrected(simple: Simple) -> None:
    simple.add("The moon projection.", indexed=True)
    simple.add("The protection of the sea.")
    assert simple.hits("protection moon", literally=False).corrected == ()


@failing("only the words of the index are offered: before there is one, a misspelt word finds nothing")
def test_a_misspelt_word_is_corrected_before_it_is_indexed(simple: Simple) -> None:
    simple.add("The protection of the sea.")
    assert simple.hits("protektion", literally=False).corrected == (("protektion", "protection"),)


@failing("without words to look for, sections and what must not be there are passed over in silence")
@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("section:methods", 1),
        ("title:sea section:results", 0),
        ("title:sea -moon", 0),
    ],
)
def test_fields_alone_are_all_heeded(simple: Simple, query: str, total: int) -> None:
    simple.add("# Methods", "The moon.", title="Sea")
    answer = simple.hits(query)
    assert answer.total == total or answer.notes


@failing("the number is made an int, which Python refuses from 4,301 digits on")
def test_a_number_of_any_length_is_no_article(simple: Simple) -> None:
    simple.add("The moon.")
    assert simple.hits("moon in:" + "9" * 5000).hits == ()


@failing("letters are compared one by one, and a soft hyphen or a ligature moves them apart")
@pytest.mark.parametrize("printed", ["Java\u00adScript", "Java\u200dScript"])
def test_capitals_are_found_over_what_is_not_seen(simple: Simple, printed: str) -> None:
    simple.add(f"We like {printed}.")
    assert simple.marked("JavaScript") == [[printed]]


@failing("the same")
def test_capitals_are_found_after_a_ligature(simple: Simple) -> None:
    simple.add("The ﬁX of it.")
    assert simple.marked("fiX") == [["ﬁX"]]


@failing("the ~ is read, and passed over in fields")
@pytest.mark.parametrize("query", ["title:tidse~", "author:curei~"])
def test_a_field_may_be_spelt_nearly_so(tmp_path: Path, query: str) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        draft = Draft()
        draft.add("The sea.")
        metadata = Metadata(title="On tides", authors=(Name("Curie", "Marie"),))
        library.remember(draft.document(metadata), "/a", size=1, mtime_ns=1)
        answer = Search(library, Index(tmp_path / "index")).hits(query)
        assert answer.total == 1 or answer.notes


@failing("of several places of one term only the last one before the others is taken")
def test_every_word_that_is_near_enough_is_marked(simple: Simple) -> None:
    simple.add("moon moon sea")
    assert simple.marked("near:5(moon sea)") == [["moon", "moon", "sea"]]


@failing("the same: the word that is passed over may be the only one that may be shown")
def test_a_place_that_is_near_enough_is_found(simple: Simple) -> None:
    simple.add("moon", "moon sea wind")
    assert simple.marked("near:5(moon sea) -wind") == [["moon"]]


@failing("words that belong to two of the terms are counted twice, so that others are let in between")
def test_words_between_are_counted_where_terms_overlap(simple: Simple) -> None:
    simple.add("rising tide x x sea")
    assert simple.hits('near:1("rising tide" tide sea)').hits == ()


@failing("no border is looked for, though a phrase does not reach over it")
def test_the_title_is_not_near_the_text(simple: Simple) -> None:
    simple.add("Sea and wind.", title="On the moon")
    assert simple.hits('"moon sea"').hits == ()
    assert simple.hits("near:5(moon sea)").hits == ()


@failing("where the title has all the words and must not be shown, no paragraph is, either")
def test_a_title_does_not_hide_the_paragraphs(simple: Simple) -> None:
    for title in ("Untold", "The moon and the sea"):
        simple.add("# Methods", "The moon.", "The sea.", title=title)
    assert simple.hits("section:methods moon sea").total == 2
