"""The whole query language against a plain reading of every article."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.index import Index
from corpus.library import Library
from corpus.search import Search
from corpus.search.answer import Hit
from tests.plain_reading import Filter, Near, Query, Read, Term, Written, agrees, read

AUTHORS = ("", "Ana Ruiz", "Marie Curie", "Curie")
DATES = ("", "2021", "2021-02", "2021-02-28", "2022-12-31", "1999-01-01")
LANGS = ("", "en", "de", "zh-CN", "zh")
GAPS = (" ", " ", " ", ", ", " — ", "\n", ". “", "/")
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


FAMILIES = (
    ("moon", "moons", "Moon", "MOON", "the"),
    ("moon", "tide", "tides", "tidal", "Moon-tide"),
    ("order", "Orders", "ordering", "ordinary", "of"),
    ("hope", "hoping", "hoped", "don’t", "don't"),
    ("12", "12(3)", "1,000.50", "1000", "1.000,50"),
    ("Straße", "STRASSE", "über", "U\u0308ber", "moon"),
    ("Bäume", "ba\u0308ume", "Baum", "über"),
    ("ﬁne", "Fine", "oﬃces", "office"),
    ("state-of-the-art", "of", "the"),
    ("数据库", "数据", "据库", "库", "保护", "moon数据"),
)
"""Words that have to do with one another."""


class Case(NamedTuple):
    """Articles, what is put there in place of some of them later, and what is asked."""

    articles: list[Written]
    later: list[Written]
    queries: list[Query]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Articles of few words, so that they have what is asked for more often than not."""
    some = draw(st.lists(st.sampled_from(FAMILIES), min_size=1, max_size=2, unique=True))
    ones = st.sampled_from([one for family in some for one in family])
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
        st.sampled_from((1, 1, 2, 2, 3)).flatmap(
            lambda most: st.lists(clause, min_size=most, max_size=most).map(tuple)
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
