"""Queries at the edges of the language, and answers that are broken off."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import chain, repeat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Kind
from corpus.draft import Draft
from corpus.index import Index
from corpus.library import Library
from corpus.metadata import Metadata, Name
from corpus.search import Search
from corpus.search.answer import Answer, Hit
from corpus.search.groups import together
from corpus.search.query import LANGUAGE


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


@settings(max_examples=30, deadline=None)
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
                # What is left out beside fields alone is not looked for, and that is said.
                assert answer.complete or any(note.startswith("Say also") for note in answer.notes)
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


@pytest.mark.parametrize(("query", "typing"), [("moons*", False), ("moons", True), ("hoping", True)])
def test_a_beginning_is_answered_alike_indexed_or_not(simple: Simple, query: str, typing: bool) -> None:
    simple.add("The moon, I hope.")
    before = [hit.marks for hit in simple.hits(query, typing=typing).hits]
    simple.index.catch_up(simple.library)
    assert [hit.marks for hit in simple.hits(query, typing=typing).hits] == before != []


def test_a_word_that_waits_for_the_index_is_not_corrected(simple: Simple) -> None:
    simple.add("The moon projection.", indexed=True)
    simple.add("The protection of the sea.")
    assert simple.hits("protection moon", literally=False).corrected == ()


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


def test_a_number_of_any_length_is_no_article(simple: Simple) -> None:
    simple.add("The moon.")
    assert simple.hits("moon in:" + "9" * 5000).hits == ()


@pytest.mark.parametrize("printed", ["Java\u00adScript", "Java\u200dScript"])
def test_capitals_are_found_over_what_is_not_seen(simple: Simple, printed: str) -> None:
    simple.add(f"We like {printed}.")
    assert simple.marked("JavaScript") == [[printed]]


def test_capitals_are_found_after_a_ligature(simple: Simple) -> None:
    simple.add("The ﬁX of it.")
    assert simple.marked("fiX") == [["ﬁX"]]


@pytest.mark.parametrize("query", ["title:tidse~", "author:curei~"])
def test_a_field_may_be_spelt_nearly_so(tmp_path: Path, query: str) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        draft = Draft()
        draft.add("The sea.")
        metadata = Metadata(title="On tides", authors=(Name("Curie", "Marie"),))
        library.remember(draft.document(metadata), "/a", size=1, mtime_ns=1)
        answer = Search(library, Index(tmp_path / "index")).hits(query)
        assert answer.total == 1 or answer.notes


def test_every_word_that_is_near_enough_is_marked(simple: Simple) -> None:
    simple.add("moon moon sea")
    assert simple.marked("near:5(moon sea)") == [["moon", "moon", "sea"]]


def test_a_place_that_is_near_enough_is_found(simple: Simple) -> None:
    simple.add("moon", "moon sea wind")
    assert simple.marked("near:5(moon sea) -wind") == [["moon"]]


def test_words_between_are_counted_where_terms_overlap(simple: Simple) -> None:
    simple.add("rising tide x x sea")
    assert simple.hits('near:1("rising tide" tide sea)').hits == ()


def test_the_title_is_not_near_the_text(simple: Simple) -> None:
    simple.add("Sea and wind.", title="On the moon")
    assert simple.hits('"moon sea"').hits == ()
    assert simple.hits("near:5(moon sea)").hits == ()


def test_a_title_does_not_hide_the_paragraphs(simple: Simple) -> None:
    for title in ("Untold", "The moon and the sea"):
        simple.add("# Methods", "The moon.", "The sea.", title=title)
    assert simple.hits("section:methods moon sea").total == 2


def test_terms_that_want_the_same_word_take_turns() -> None:
    places = [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)]
    assert together([places, places, places], within=0) == places
    assert together([places[:2], places[:2], places[:2]], within=0) == []
    assert together([places[:1], places[:2], places], within=0) == places
