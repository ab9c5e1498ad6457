"""What holds for the styles of lawyers whatever the work and the place."""

from __future__ import annotations

import unicodedata
from itertools import product
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.citation import STYLES
from corpus.citation.place import Place
from corpus.citation.style import Form, Reference
from corpus.metadata import Metadata, Name, PartialDate
from tests.works import (
    ACT,
    ARTICLE,
    BOOK,
    CHAPTER,
    COUNTED,
    HALE,
    NEWS,
    PRINTED,
    REPORT,
    STONE,
    WEB,
    paged,
    written,
)

LEGAL = ("bluebook", "bluebook-review", "oscola", "mcgill", "aglc")
FORMS: tuple[Form, ...] = get_args(Form)
TYPES = (
    *("", "article", "article-journal", "article-newspaper", "webpage", "chapter", "report", "book"),
    *("legislation", "legal_case", "thesis"),
)
DATES = st.none() | st.builds(PartialDate, st.integers(1, 9999), st.integers(0, 12), st.integers(0, 31))
COUNTS = st.none() | st.tuples(st.integers(1, 200), st.integers(0, 9)).map(lambda pair: (pair[0], sum(pair)))


def works(words: st.SearchStrategy[str]) -> st.SearchStrategy[Metadata]:
    """Metadata with these words in any of the fields."""
    names = st.lists(
        st.builds(
            Name,
            family=words,
            given=words,
            order=st.sampled_from(["given-first", "family-first"]),
            literal=st.just("") | words,
            native=st.just("") | words,
        ),
        max_size=5,
    ).map(tuple)
    fields = {
        field: st.just("") | words
        for field, value in Metadata._field_defaults.items()
        if value == "" and field not in ("type", "lang")
    }
    return st.builds(
        Metadata,
        authors=names,
        editors=names,
        date=DATES,
        accessed=DATES,
        type=st.sampled_from(TYPES),
        lang=st.sampled_from(["", "en", "zh"]),
        **fields,
    )


def places(words: st.SearchStrategy[str]) -> st.SearchStrategy[Place]:
    span = st.none() | st.tuples(words, words)
    return st.builds(
        Place,
        pages=span,
        numbers=span,
        sign=st.sampled_from(["", "¶"]),
        counted=COUNTS,
        heading=words,
        section=st.just("") | words,
        division=st.just("") | words,
    )


def every_form(work: Metadata, place: Place, first: int) -> list[tuple[Form, Reference]]:
    return [(form, written(style, form, work, place, first=first)) for style, form in product(LEGAL, FORMS)]


@example(Metadata(), Place(), 0)
@example(Metadata(type="legislation"), Place(section="4"), 0)
@given(works(st.text(max_size=12)), places(st.text(max_size=6)), st.integers(0, 9))
def test_anything_can_be_cited_and_is_harmless(work: Metadata, place: Place, first: int) -> None:
    for form, reference in every_form(work, place, first):
        plain = reference.phrase.plain
        assert not [mark for mark in plain if unicodedata.category(mark) in ("Cc", "Cs")]
        assert reference.locator in plain
        assert plain == plain.strip()
        if form == "entry":
            assert reference.locator == ""


# Edges as they come from files, around words as people write them.
JUNK = st.sampled_from(["", "", " ", "\n", ", ", ";", " :", "\t "])
TOKENS = st.sampled_from(
    ["Ruiz", "rivers", "of", "Inc.", "A.", "Who?", "J.R.", "12", "1918", "知识", "x-y", "d’A"]
)
PHRASES = st.builds(
    lambda before, tokens, after: before + " ".join(tokens) + after,
    JUNK,
    st.lists(TOKENS, max_size=3),
    JUNK,
)
NEVER = (",,", "..", " ,", " .", ",.", ";,", "()", "[]", "( ", " )", "‘’", "“”", "<>", "  ", "at at", "**")


@given(works(PHRASES), places(PHRASES), st.integers(0, 9))
def test_nothing_is_doubled_and_nothing_stands_empty(work: Metadata, place: Place, first: int) -> None:
    named = any(part.strip(" ,;:\n\t") for part in (work.title, work.container, work.publisher))
    known = work if named else work._replace(title="Rivers")
    for _, reference in every_form(known, place, first):
        plain = reference.phrase.plain
        assert not [wrong for wrong in NEVER if wrong in plain], plain
        assert not plain.startswith((",", ".", "at "))


@pytest.mark.parametrize("style", LEGAL)
@pytest.mark.parametrize("work", [NEWS, WEB, ARTICLE, CHAPTER, REPORT, BOOK])
def test_the_place_that_the_source_prints_comes_first(style: str, work: Metadata) -> None:
    everything = Place(("42", "42"), ("12", "12"), "¶", (3, 3), "Costs", "4.5")
    unpaged = everything._replace(pages=None)
    unnumbered = unpaged._replace(numbers=None)
    assert written(style, "cite", work, everything).locator == ("42 [12]" if style == "aglc" else "42")
    assert "12" in written(style, "cite", work, unpaged).locator
    assert "4.5" in written(style, "cite", work, unnumbered).locator
    counted = written(style, "cite", work, unnumbered._replace(section="")).locator
    assert ("3" in counted) is (style != "aglc")


@pytest.mark.parametrize("style", LEGAL)
def test_a_first_note_that_is_not_known_leaves_a_gap_to_fill(style: str) -> None:
    reference = written(style, "short", NEWS, PRINTED)
    assert " __" in reference.phrase.plain
    assert "write the number of the first note" in reference.notes
    assert "write the number of the first note" not in written(style, "short", NEWS, PRINTED, first=3).notes


@pytest.mark.parametrize("style", LEGAL)
@pytest.mark.parametrize("place", [COUNTED, PRINTED, paged("42")])
def test_a_statute_is_cited_by_its_sections_alone(style: str, place: Place) -> None:
    reference = written(style, "cite", ACT, place)
    assert reference.locator == ""
    assert reference.notes == ("no section number here (a statute is cited by its sections)",)


@pytest.mark.parametrize("style", LEGAL)
def test_what_is_not_known_is_told(style: str) -> None:
    bare = ARTICLE._replace(title="", authors=(), date=None, volume="", pages="", container="JWL")
    told = written(style, "cite", bare).notes
    assert told == ("title unknown", "author unknown", "date unknown", "volume unknown", "pages unknown")


@pytest.mark.parametrize("style", LEGAL)
def test_a_type_of_work_that_is_not_written_is_marked(style: str) -> None:
    assert any(
        "this type of work" in rule for rule in written(style, "cite", BOOK._replace(type="thesis")).unchecked
    )


@pytest.mark.parametrize("style", LEGAL)
def test_the_notes_of_a_place_stand_where_nothing_is_printed_or_a_count_is(style: str) -> None:
    notes = ("no paragraph number here (front matter)",)
    assert written(style, "cite", WEB, Place(notes=notes)).notes == notes
    assert written(style, "cite", WEB, paged("42")._replace(notes=notes)).notes == ()


@pytest.mark.parametrize("style", LEGAL)
def test_quotations_inside_a_title_alternate(style: str) -> None:
    cited = written(style, "cite", NEWS._replace(title="The ‘Rule’ of “Law”")).phrase.plain
    assert {"‘": "The “Rule” of “Law”", "“": "The ‘Rule’ of ‘Law’"}.get(
        cited[cited.index("The ") - 1], "The ‘Rule’ of “Law”"
    ) in cited


@pytest.mark.parametrize(
    ("style", "words", "marks"),
    [
        ("bluebook", 50, "“"),
        ("bluebook-review", 50, "“"),
        ("oscola", 0, "‘"),
        ("mcgill", 0, "“"),
        ("aglc", 0, "‘"),
    ],
)
def test_how_a_quotation_is_set(style: str, words: int, marks: str) -> None:
    quotation = STYLES[style].quotation
    assert (quotation.follows, quotation.marks) == ("note", marks)
    assert (quotation.block_words, quotation.block_lines) == (words, 0 if words else 4)


EDITED = BOOK._replace(authors=(), editors=(STONE, HALE))


@pytest.mark.parametrize(
    ("style", "form", "marked"),
    [
        ("bluebook", "cite", "*Paper Trails* 42 (Maria Stone & Tom Hale eds., 2d ed. 2018)."),
        (
            "oscola",
            "cite",
            "Maria Stone and Tom Hale (eds), *Paper Trails* (2nd edn, Northgate Press 2018) 42.",
        ),
        ("oscola", "short", "Stone and Hale (n 3) 42."),
        ("oscola", "entry", "Stone M and Hale T (eds), *Paper Trails* (2nd edn, Northgate Press 2018)"),
        (
            "mcgill",
            "cite",
            "Maria Stone & Tom Hale, eds, *Paper Trails*, 2nd ed (London: Northgate Press, 2018) at 42.",
        ),
        (
            "aglc",
            "entry",
            "Stone, Maria and Tom Hale (eds), *Paper Trails* (Northgate Press, 2nd ed, 2018)",
        ),
    ],
)
def test_a_book_without_an_author_has_its_editors(style: str, form: Form, marked: str) -> None:
    assert written(style, form, EDITED, paged("42"), first=3).phrase.marked == marked


@pytest.mark.parametrize(
    ("stored", "bluebook", "oscola"),
    [
        ("1", "(2018)", "(Northgate Press 2018)"),
        ("2nd", "(2d ed. 2018)", "(2nd edn, Northgate Press 2018)"),
        ("3rd edition", "(3d ed. 2018)", "(3rd edn, Northgate Press 2018)"),
        ("12", "(12th ed. 2018)", "(12th edn, Northgate Press 2018)"),
        ("22", "(22d ed. 2018)", "(22nd edn, Northgate Press 2018)"),
        ("revised ed.", "(revised ed. 2018)", "(revised edn, Northgate Press 2018)"),
    ],
)
def test_editions(stored: str, bluebook: str, oscola: str) -> None:
    book = BOOK._replace(edition=stored)
    assert written("bluebook", "cite", book).phrase.plain == f"Maria Stone, Paper Trails {bluebook}."
    assert written("oscola", "cite", book).phrase.plain == f"Maria Stone, Paper Trails {oscola}."


def test_a_title_in_small_letters_gets_capitals_and_that_is_marked() -> None:
    reference = written("oscola", "cite", NEWS._replace(title="The roadmap of a river"))
    assert "‘The Roadmap of a River’" in reference.phrase.plain
    assert reference.unchecked == ("which words of the title have capitals",)
    french = written("oscola", "cite", NEWS._replace(title="La règle du jeu", lang="fr"))
    assert "‘La règle du jeu’" in french.phrase.plain
    assert french.unchecked == ()


@pytest.mark.parametrize(
    ("style", "place", "expected"),
    [
        ("oscola", Place(division="Article 12"), "Freedom of Information Act 2000, art 12."),
        ("aglc", Place(division="Rule 3"), "*Freedom of Information Act 2000* (UK) r 3."),
        ("mcgill", Place(division="Schedule 2"), "*Freedom of Information Act 2000* (UK), sched 2."),
        ("bluebook", Place(division="第十二条"), "Freedom of Information Act 2000, 第十二条 (UK)."),
    ],
)
def test_a_part_of_a_statute_that_is_no_section_is_named_from_memory(
    style: str, place: Place, expected: str
) -> None:
    reference = written(style, "cite", ACT, place)
    assert (reference.phrase.marked, reference.notes) == (expected, ())
    assert any("an article or a rule" in rule for rule in reference.unchecked)
