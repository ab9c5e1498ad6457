"""Golden citations, one fixture after the other: a letter that differs here is a wrong citation."""

from __future__ import annotations

import pytest

from corpus.citation import cite
from corpus.document import Kind
from corpus.draft import Draft
from corpus.metadata import Metadata, Name, PartialDate
from corpus.outline.section import Outline, Section
from corpus.passage import Passage, passage_of_paragraph

HE, FANG = Name("He", "Jing", "family-first"), Name("Fang", "Yi", "family-first")
RUIZ, OKORO, LIND = Name("Ruiz", "Ana"), Name("Okoro", "Ben"), Name("Lind", "Carl")
MORE = tuple(Name(*name) for name in (("Moss", "Dora"), ("Nord", "Eli"), ("Orr", "Fay"), ("Pine", "Gus")))
READ = PartialDate(2026, 1, 15)

NEWS = Metadata(
    title="China’s Roadmap for IPR Protection",
    authors=(HE, FANG),
    container="CGTN",
    date=PartialDate(2021, 2, 5),
    url="https://example.org/ipr",
    accessed=READ,
)
UNTITLED = NEWS._replace(title="", url="")
PAGE = Metadata(
    title="How Levels Are Measured",
    authors=(Name(literal="River Statistics Office"),),
    publisher="River Statistics Office",
    url="https://example.org/levels",
    accessed=READ,
    type="webpage",
)
ARTICLE = Metadata(
    title="Rivers and Rules",
    authors=(RUIZ, OKORO, LIND),
    container="Journal of Water Law",
    date=PartialDate(2019),
    url="https://doi.org/10.5555/jwl.3",
    type="article-journal",
)
REPORT = Metadata(
    title="Access to Records",
    authors=(Name(literal="Law Reform Panel"),),
    date=PartialDate(2020),
    type="report",
)
BOOK = Metadata(
    title="Paper Trails",
    authors=(Name("Stone", "Maria"),),
    publisher="Northgate Press",
    date=PartialDate(2018),
    type="book",
)


def paragraphs(first: int, last: int | None = None) -> Passage:
    """The passage of these paragraphs; 0 gives one that stands before the first."""
    draft = Draft()
    if not first:
        draft.add("Editor’s note.", Kind.NOTE)
        return Passage(draft.document(), Outline(), 0, 5)
    for _ in range(last or first):
        draft.add("The river rose.")
    return passage_of_paragraph(draft.document(), Outline(), first, last)


def cited(metadata: Metadata, style: str, first: int = 3, last: int | None = None) -> str:
    return cite(metadata, paragraphs(first, last), style).citation


@pytest.mark.parametrize(
    ("metadata", "first", "last", "note"),
    [
        pytest.param(
            NEWS,
            3,
            None,
            "He Jing and Fang Yi, “China’s Roadmap for IPR Protection,” CGTN, February 5, 2021, third para., "
            "https://example.org/ipr.",
            id="F1: names as published, a counted paragraph in words, the address last",
        ),
        pytest.param(
            NEWS,
            5,
            6,
            "He Jing and Fang Yi, “China’s Roadmap for IPR Protection,” CGTN, February 5, 2021, "
            "fifth and sixth paras., https://example.org/ipr.",
            id="F1: two paragraphs",
        ),
        pytest.param(
            UNTITLED,
            3,
            None,
            "He Jing and Fang Yi, untitled article, CGTN, February 5, 2021, third para.",
            id="F1u: no title, a description without marks",
        ),
        pytest.param(
            PAGE,
            2,
            None,
            "River Statistics Office, “How Levels Are Measured,” second para., accessed January 15, 2026, "
            "https://example.org/levels.",
            id="F2: no date, the day it was read; the site is its author",
        ),
        pytest.param(
            ARTICLE,
            1,
            None,
            "Ana Ruiz et al., “Rivers and Rules,” Journal of Water Law, 2019, first para., "
            "https://doi.org/10.5555/jwl.3.",
            id="F3: of three authors the first, in the 18th edition",
        ),
        pytest.param(
            ARTICLE._replace(authors=(*ARTICLE.authors, *MORE)),
            1,
            None,
            "Ana Ruiz et al., “Rivers and Rules,” Journal of Water Law, 2019, first para., "
            "https://doi.org/10.5555/jwl.3.",
            id="F3x: of many authors the first",
        ),
        pytest.param(
            REPORT,
            12,
            None,
            "Law Reform Panel, Access to Records (2020), twelfth para.",
            id="F4: a report has no quotation marks",
        ),
        pytest.param(
            BOOK,
            2,
            None,
            "Maria Stone, Paper Trails (Northgate Press, 2018), second para.",
            id="F5: a book has publisher and year in parentheses, no place",
        ),
        pytest.param(
            NEWS._replace(authors=()),
            3,
            None,
            "“China’s Roadmap for IPR Protection,” CGTN, February 5, 2021, third para., https://example.org/ipr.",
            id="no author: the title first",
        ),
        pytest.param(
            UNTITLED._replace(authors=()),
            3,
            None,
            "Untitled article, CGTN, February 5, 2021, third para.",
            id="neither author nor title: the note still begins with a capital",
        ),
        pytest.param(
            NEWS._replace(date=None, accessed=None),
            3,
            None,
            "He Jing and Fang Yi, “China’s Roadmap for IPR Protection,” CGTN, third para., https://example.org/ipr.",
            id="no date and not known when read: nothing",
        ),
        pytest.param(
            Metadata(title="The End of the U.S."), 0, None, "“The End of the U.S.”", id="no stop twice"
        ),
        pytest.param(
            NEWS._replace(date=PartialDate(2021, 2), url=""),
            3,
            None,
            "He Jing and Fang Yi, “China’s Roadmap for IPR Protection,” CGTN, February 2021, third para.",
            id="a month without a day",
        ),
        pytest.param(
            NEWS._replace(title="Who Owns an Idea?", url=""),
            3,
            None,
            "He Jing and Fang Yi, “Who Owns an Idea?” CGTN, February 5, 2021, third para.",
            id="no comma after a question mark",
        ),
        pytest.param(
            NEWS._replace(title="Reading “Rivers and Rules”", url=""),
            3,
            None,
            "He Jing and Fang Yi, “Reading ‘Rivers and Rules,’” CGTN, February 5, 2021, third para.",
            id="marks in a title become single, the comma goes inside both",
        ),
        pytest.param(
            NEWS._replace(title="The End of the U.S.", url=""),
            3,
            None,
            "He Jing and Fang Yi, “The End of the U.S.,” CGTN, February 5, 2021, third para.",
            id="an abbreviation in a title keeps its stop",
        ),
        pytest.param(
            NEWS._replace(title="The river rose.", url=""),
            3,
            None,
            "He Jing and Fang Yi, “The river rose,” CGTN, February 5, 2021, third para.",
            id="a title keeps its case and loses its stop",
        ),
    ],
)
def test_chicago(metadata: Metadata, first: int, last: int | None, note: str) -> None:
    assert cited(metadata, "chicago", first, last) == note


@pytest.mark.parametrize(
    ("first", "last", "place"),
    [
        (1, None, "first para."),
        (20, None, "twentieth para."),
        (42, None, "forty-second para."),
        (5, 9, "fifth through ninth paras."),
        (99, 100, "ninety-ninth and one hundredth paras."),
        (101, None, "101st para."),
        (111, None, "111th para."),
        (100, 122, "100th through 122nd paras."),
        (1203, None, "1,203rd para."),
    ],
)
def test_chicago_counts_in_words_up_to_one_hundred(first: int, last: int | None, place: str) -> None:
    assert cite(NEWS, paragraphs(first, last), "chicago").locator == place


@pytest.mark.parametrize(
    ("metadata", "first", "last", "parenthesis"),
    [
        pytest.param(NEWS, 3, None, "(He & Fang, 2021, para. 3)", id="F1"),
        pytest.param(NEWS, 5, 6, "(He & Fang, 2021, paras. 5–6)", id="F1: a range has an en dash"),
        pytest.param(UNTITLED, 3, None, "(He & Fang, 2021, para. 3)", id="F1u"),
        pytest.param(PAGE, 2, None, "(River Statistics Office, n.d., para. 2)", id="F2: n.d."),
        pytest.param(ARTICLE, 1, None, "(Ruiz et al., 2019, para. 1)", id="F3: three authors"),
        pytest.param(REPORT, 12, None, "(Law Reform Panel, 2020, para. 12)", id="F4"),
        pytest.param(BOOK, 2, None, "(Stone, 2018, para. 2)", id="F5"),
        pytest.param(
            NEWS._replace(authors=()),
            3,
            None,
            "(“China’s Roadmap for IPR Protection,” 2021, para. 3)",
            id="no author: the title, the comma inside its marks",
        ),
        pytest.param(
            BOOK._replace(authors=()),
            2,
            None,
            "(Paper Trails, 2018, para. 2)",
            id="no author: a book’s title",
        ),
        pytest.param(
            PAGE._replace(authors=()),
            2,
            None,
            "(How Levels Are Measured, n.d., para. 2)",
            id="no author: a page’s title, in italics where there are any",
        ),
        pytest.param(
            UNTITLED._replace(authors=(), date=None),
            3,
            None,
            "([untitled], n.d., para. 3)",
            id="nothing known: marked as missing",
        ),
        pytest.param(
            NEWS._replace(title="Who Owns an Idea?", authors=()),
            3,
            None,
            "(“Who Owns an Idea?” 2021, para. 3)",
            id="no comma after a question mark",
        ),
    ],
)
def test_apa(metadata: Metadata, first: int, last: int | None, parenthesis: str) -> None:
    assert cited(metadata, "apa", first, last) == parenthesis


@pytest.mark.parametrize(
    ("metadata", "parenthesis"),
    [
        pytest.param(NEWS, "(He and Fang)", id="F1: a counted paragraph is withheld"),
        pytest.param(UNTITLED, "(He and Fang)", id="F1u"),
        pytest.param(PAGE, "(River Statistics Office)", id="F2"),
        pytest.param(ARTICLE, "(Ruiz et al.)", id="F3: three authors"),
        pytest.param(REPORT, "(Law Reform Panel)", id="F4"),
        pytest.param(BOOK, "(Stone)", id="F5"),
        pytest.param(NEWS._replace(authors=()), "(“China’s Roadmap for IPR Protection”)", id="no author"),
        pytest.param(BOOK._replace(authors=()), "(Paper Trails)", id="no author: a book’s title"),
        pytest.param(UNTITLED._replace(authors=()), "(Untitled article)", id="nothing known"),
    ],
)
def test_mla(metadata: Metadata, parenthesis: str) -> None:
    citation = cite(metadata, paragraphs(3), "mla")
    assert (citation.citation, citation.locator) == (parenthesis, "")
    assert citation.notes[0] == "no ¶ (MLA doesn’t count unnumbered paragraphs)"


def test_a_family_name_that_comes_first_is_never_inverted() -> None:
    one = NEWS._replace(authors=(HE,))
    assert cited(one, "chicago").startswith("He Jing, “")
    assert [cited(one, style) for style in ("apa", "mla")] == ["(He, 2021, para. 3)", "(He)"]


def test_names_in_han_characters_have_no_space_and_apa_asks_for_latin_letters() -> None:
    metadata = NEWS._replace(authors=(Name("张", "伟"), Name("李", "娜", "family-first")))
    assert cited(metadata, "chicago").startswith("张伟 and 李娜, “")
    assert "APA asks for names in Latin letters" in cite(metadata, paragraphs(3), "apa").notes


def test_what_is_unknown_is_noted() -> None:
    assert cite(NEWS, paragraphs(3), "chicago").notes == ()
    assert cite(Metadata(), paragraphs(3), "apa").notes == ("title unknown", "author unknown", "date unknown")
    assert cite(UNTITLED, paragraphs(3), "mla").notes[1:] == ("title unknown",)
    assert cite(ARTICLE, paragraphs(3), "chicago").notes == ("volume unknown",)


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
