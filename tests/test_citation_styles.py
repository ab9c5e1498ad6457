"""What all styles have in common, and the keys of Pandoc; golden citations have a module a style."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citation import cite
from corpus.citation.place import Place
from corpus.citation.style import Form
from corpus.document import Kind
from corpus.draft import Draft
from corpus.metadata import Metadata, Name, PartialDate
from corpus.outline.section import Outline, Section
from corpus.passages.passage import Passage, passage_of_paragraph
from tests.works import ARTICLE, HE, NEWS, UNTITLED, written

STYLES = ("chicago", "chicago17", "chicago-date", "chicago17-date", "apa", "mla", "harvard")
FORMS: tuple[Form, ...] = ("cite", "short", "ibid", "entry")


def paragraphs(first: int, last: int | None = None) -> Passage:
    """The passage of these paragraphs."""
    draft = Draft()
    for _ in range(last or first):
        draft.add("The river rose.")
    return passage_of_paragraph(draft.document(), Outline(), first, last)


def cited(metadata: Metadata, style: str, first: int = 3, last: int | None = None) -> str:
    return cite(metadata, paragraphs(first, last), style).citation


def test_a_family_name_that_comes_first_is_never_inverted() -> None:
    one = NEWS._replace(authors=(HE,))
    assert cited(one, "chicago").startswith("He Jing, “")
    assert [cited(one, style) for style in ("apa", "mla")] == ["(He, 2021, para. 3)", "(He)"]


def test_names_in_han_characters_have_no_space() -> None:
    metadata = NEWS._replace(authors=(Name("张", "伟"), Name("李", "娜", "family-first")))
    assert cited(metadata, "chicago").startswith("张伟 and 李娜, “")


def test_what_is_unknown_is_noted() -> None:
    assert cite(NEWS, paragraphs(3), "chicago").notes == ()
    unknown = ("title unknown", "author unknown", "date unknown")
    assert cite(Metadata(), paragraphs(3), "chicago").notes == unknown
    assert cite(Metadata(), paragraphs(3), "apa").notes[:3] == unknown
    assert cite(UNTITLED, paragraphs(3), "mla").notes[1:] == ("title unknown",)
    law = cite(Metadata(type="legislation"), paragraphs(3), "apa")
    assert law.notes[:2] == ("title unknown", "date unknown")


@pytest.mark.parametrize(
    ("style", "locator"),
    [
        ("chicago", "42"),
        ("chicago-date", "42"),
        ("apa", "p. 42"),
        ("mla", "42"),
        ("harvard", "p. 42"),
    ],
)
def test_a_page_wins_over_a_printed_number_and_that_over_what_was_counted(style: str, locator: str) -> None:
    place = Place(("42", "42"), ("12", "12"), "", (3, 3), "Costs", "4.5", ("begins before ¶ 3",))
    reference = written(style, "cite", NEWS, place)
    assert (reference.locator, reference.notes) == (locator, ())
    number = written(style, "cite", NEWS, place._replace(pages=None))
    assert number.locator in ("para. 12", "par. 12")
    assert number.notes == ("begins before ¶ 3",)


FRONT_MATTER = "no paragraph number here (front matter)"


@pytest.mark.parametrize(
    ("style", "citation"),
    [
        ("chicago", "He Jing and Fang Yi, untitled article, CGTN, February 5, 2021."),
        ("apa", "(He & Fang, 2021)"),
        ("mla", "(He and Fang)"),
        ("pandoc", "[@he2021]"),
    ],
)
def test_front_matter_has_no_locator_and_a_note_says_so(style: str, citation: str) -> None:
    draft = Draft()
    draft.add("Editor’s note: a sample.", Kind.NOTE)
    draft.add("The river rose.")
    document = draft.document()
    outline = Outline((Section("Editor’s note", 1, 0, 25),))
    result = cite(UNTITLED, Passage(document, outline, 0, 13), style)
    assert (result.citation, result.locator) == (citation, "")
    assert result.notes == (FRONT_MATTER, "title unknown")


def test_words_that_begin_before_the_paragraph_they_are_cited_by_are_noted() -> None:
    draft = Draft()
    draft.add("Costs", Kind.HEADING)
    draft.add("The river rose.")
    document = draft.document()
    result = cite(NEWS, Passage(document, Outline(), 0, len(document.text)), "apa")
    assert (result.locator, result.notes) == ("para. 1", ("begins before ¶ 1",))


def listed(heading: str, *, inferred: bool) -> Passage:
    draft = Draft()
    draft.add(heading, Kind.HEADING)
    draft.add("sand", Kind.ITEM)
    document = draft.document()
    outline = Outline((Section(heading, 1, 0, len(document.text), inferred=inferred),))
    return Passage(document, outline, document.text.index("sand"), len(document.text))


def test_without_paragraphs_chicago_names_the_heading_that_the_author_wrote() -> None:
    result = cite(NEWS, listed("The “Hidden” Costs", inferred=False), "chicago")
    assert result.locator == "under “The ‘Hidden’ Costs”"
    assert ", February 5, 2021, under “The ‘Hidden’ Costs,” https://" in result.citation
    assert result.notes == ()


def test_a_heading_that_was_inferred_or_is_the_title_names_no_place() -> None:
    for passage in (listed("Costs", inferred=True), listed(NEWS.title, inferred=False)):
        result = cite(NEWS, passage, "chicago")
        assert result.locator == ""
        assert result.notes == ("this article has no paragraphs to count",)


# Two stops or commas side by side, and marks without their fellows, are the author’s own.
ODD = re.compile(r"[.,?!]\s*[.,?!]|(?:^|\s)[,.?!]|(?<!\w)’")
WORDS = st.text("abXZéß知产ж1 ’-&.,?!", max_size=8).filter(lambda words: not ODD.search(words))
QUOTED = st.text("abXZ知1 ?.", min_size=1, max_size=6).map(lambda words: f"“a{words.strip()}”")
TITLES = st.builds(str.__add__, WORDS, st.just("") | QUOTED).filter(lambda words: not ODD.search(words))
NAMES = st.lists(
    st.builds(
        Name,
        family=WORDS,
        given=WORDS,
        order=st.sampled_from(("given-first", "family-first")),
        literal=st.just("") | WORDS,
        native=st.sampled_from(("", "张伟")),
    ),
    max_size=4,
).map(tuple)
DATES = st.none() | st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12), st.integers(0, 31))
TYPES = (
    *("", "book", "webpage", "article-journal", "article-newspaper", "article-magazine", "report", "chapter"),
    *("legislation", "thesis", "post-weblog", "interview"),
)
NUMBERS = st.sampled_from(("", "2", "12", "12a", "xii"))
METADATAS = st.builds(
    Metadata,
    title=TITLES,
    authors=NAMES,
    date=DATES,
    publisher=WORDS,
    container=WORDS,
    url=st.sampled_from(("", "https://example.org/ipr", "http://example.org/", "example.org/?a=b")),
    accessed=DATES,
    lang=st.sampled_from(("", "en", "en-GB", "zh", "de")),
    type=st.sampled_from(TYPES),
    title_short=TITLES,
    title_romanised=TITLES,
    title_translated=TITLES,
    container_romanised=WORDS,
    editors=NAMES,
    edition=st.sampled_from(("", "1", "2", "rev.", "revised edition", "3rd ed.")),
    volume=NUMBERS,
    issue=NUMBERS,
    pages=st.sampled_from(("", "145–170", "145-70", "4", "4, 6–8")),
    place=WORDS,
    number=NUMBERS,
    genre=st.sampled_from(("", "Report")),
    jurisdiction=st.sampled_from(("", "U.K.", "U.S.", "Cth")),
    container_short=st.just(""),
    isbn=st.just(""),
    sources=st.just({}),
    doi=st.sampled_from(("", "10.5555/jwl.3", "https://doi.org/10.5555/jwl.3", "doi:10.5555/jwl.3")),
)
SPANS = st.none() | st.tuples(st.just("§7171"), st.sampled_from(("§7171", "§7272")))
PLACES = st.builds(
    Place,
    pages=SPANS,
    numbers=SPANS,
    sign=st.sampled_from(("", "¶")),
    counted=st.none() | st.sampled_from(((7373, 7373), (7373, 7474), (88, 89))),
    heading=st.sampled_from(("", "Costs", "The “Hidden” Costs.", "What it Costs to Measure the Levels")),
    section=st.sampled_from(("", "75.75")),
    notes=st.just(()),
    division=st.sampled_from(("", "Article 8181", "第八条")),
)
ANY = st.sampled_from(STYLES), st.sampled_from(FORMS)
EMPTY = ("()", "[]", "“”", "‘’", "( ", " )", "[ ", " ]")
DOUBLE = (",,", "..", " ,", " .", ",.", "  ", "?.", "!.")
OF_A_PLACE = ("7171", "7272", "7373", "7474", "7,373", "7,474", "eighty", "75.75", "Costs", "8181", "第八条")


@given(*ANY, METADATAS, PLACES)
def test_punctuation_is_neither_doubled_nor_around_nothing(
    style: str, form: Form, work: Metadata, place: Place
) -> None:
    plain = written(style, form, work, place).phrase.plain.replace(". . .", "…")
    assert plain == plain.strip() != ""
    own = "\n".join(str(value) for value in (*work, *work.authors, *work.editors, place.heading))
    for wrong in (*EMPTY, *DOUBLE):
        assert wrong not in plain or wrong in own, (wrong, plain)


@given(*ANY, METADATAS, PLACES)
def test_a_locator_stands_in_the_citation_or_nothing_of_the_place_does(
    style: str, form: Form, work: Metadata, place: Place
) -> None:
    reference = written(style, form, work, place)
    plain = reference.phrase.plain.replace(",”", "”").replace(".”", "”")
    if form == "entry":
        assert reference.locator == ""
    if reference.locator:
        assert reference.locator.replace(".”", "”") in plain
    else:
        assert not [part for part in OF_A_PLACE if part in plain]


ANYTHING = st.text(st.characters(codec="utf-8"), max_size=8)
PEOPLE = st.lists(st.builds(Name, family=ANYTHING, given=ANYTHING, literal=ANYTHING), max_size=3).map(tuple)
FIELDS = tuple(name for name, default in Metadata._field_defaults.items() if default == "" and name != "type")


@given(
    *ANY,
    st.lists(ANYTHING, min_size=len(FIELDS), max_size=len(FIELDS)),
    PEOPLE,
    st.sampled_from(TYPES),
    st.tuples(ANYTHING, ANYTHING),
)
def test_whatever_the_metadata_no_control_character_comes_out(
    style: str, form: Form, values: list[Any], people: tuple[Name, ...], kind: str, place: tuple[str, str]
) -> None:
    fields = dict(zip(FIELDS, values, strict=True))
    work = Metadata(authors=people, editors=people[1:], type=kind)._replace(**fields)
    heading, pages = place
    reference = written(style, form, work, Place(pages=(pages, pages), heading=heading, section=heading))
    for words in (reference.phrase.plain, reference.locator, *reference.notes, *reference.unchecked):
        assert not [mark for mark in words if unicodedata.category(mark) == "Cc"]


@pytest.mark.parametrize("style", STYLES)
def test_a_flood_of_names_and_words_is_cited_at_once(style: str) -> None:
    flood = ARTICLE._replace(authors=(HE,) * 5_000, title="Rivers and “rules” " * 5_000)
    for form in FORMS:
        assert written(style, form, flood).phrase
