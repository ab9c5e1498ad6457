"""Works of which little is known: every citation names something, and says what it lacks.

Forms are from memory, save where a source is named: no guide treats a text without author and title. What
stands for a title is a plain word; to describe the work is the writer’s part.
"""

from __future__ import annotations

from typing import get_args

import pytest

from corpus.citation import STYLES, refer
from corpus.citation.place import Place
from corpus.citation.style import Cited, Form
from corpus.metadata import Metadata, PartialDate
from tests.works import (
    BOOK,
    CHAPTER,
    CHARACTERS,
    COUNTED,
    DATED,
    KEPT,
    NEWS,
    NOTHING,
    READ,
    WEB,
    at_section,
    written,
)

_LEGAL = ("bluebook", "bluebook-review", "oscola", "mcgill", "aglc")


@pytest.mark.parametrize(
    ("style", "form", "expected"),
    [
        ("bluebook", "cite", "Untitled text, para. 4 (Feb. 8, 2021)."),
        ("bluebook", "short", "Untitled text, *supra* note 3, para. 4."),
        ("oscola", "cite", "Untitled text (8 February 2021) para 4."),
        ("oscola", "short", "Untitled text (n 3) para 4."),
        ("oscola", "entry", "——Untitled text (8 February 2021)"),
        ("mcgill", "cite", "Untitled text (8 February 2021) at para 4."),
        ("aglc", "cite", "Untitled text (8 February 2021)."),
        ("aglc", "entry", "Untitled text (8 February 2021)"),
        ("chicago", "cite", "Untitled text, February 8, 2021, fourth para."),
        ("apa", "entry", "[Untitled text]. (2021, February 8)."),
        ("mla", "entry", "Untitled text. 8 Feb. 2021."),
        ("harvard", "entry", "Untitled text (2021)."),
        ("ieee", "entry", "[1] Untitled text. Feb. 8, 2021."),
        ("vancouver", "entry", "1. [untitled]. [place unknown]: [publisher unknown]; 2021 Feb 8."),
        ("gb7714", "entry", "[1] [untitled][Z]. [S.l.]: [s.n.], 2021."),
    ],
)
def test_of_a_text_with_a_date_alone(style: str, form: Form, expected: str) -> None:
    place = COUNTED._replace(counted=(4, 4))
    assert written(style, form, DATED, place, first=3).phrase.marked == expected


@pytest.mark.parametrize(
    ("style", "form", "expected"),
    [
        ("bluebook", "cite", "He Jing & Fang Yi, CGTN (Feb. 5, 2021)."),
        ("oscola", "cite", "He Jing and Fang Yi, *CGTN* (5 February 2021)."),
        ("mcgill", "cite", "He Jing & Fang Yi, *CGTN* (5 February 2021)."),
        ("aglc", "cite", "He Jing and Fang Yi, *CGTN* (online, 5 February 2021)."),
        ("ieee", "entry", "[1] J. He and Y. Fang, *CGTN*, Feb. 5, 2021."),
        ("vancouver", "entry", "1. He J, Fang Y. [untitled]. CGTN. 2021 Feb 5."),
        ("harvard", "entry", "He, J. and Fang, Y. (2021) *CGTN*, 5 February."),
        ("gb7714-2015", "entry", "[1] HE J, FANG Y. [untitled][N]. CGTN, 2021-02-05."),
        ("chicago", "cite", "He Jing and Fang Yi, untitled article, CGTN, February 5, 2021."),
    ],
)
def test_what_was_kept_from_a_news_site_without_its_kind_is_cited_as_news(
    style: str, form: Form, expected: str
) -> None:
    assert written(style, form, KEPT).phrase.marked == expected


@pytest.mark.parametrize(
    "work",
    [
        NOTHING,
        DATED,
        NOTHING._replace(authors=NEWS.authors),
        *(NOTHING._replace(type=kind) for kind in ("book", "report", "chapter", "webpage", "legislation")),
        NOTHING._replace(type="article-journal", date=PartialDate(2018)),
        NOTHING._replace(type="article-newspaper"),
        BOOK._replace(title="", authors=(), date=None),
        CHAPTER._replace(title="", authors=(), editors=(), container=""),
        NOTHING._replace(url="https://example.org/a", accessed=READ),
    ],
)
@pytest.mark.parametrize("style", list(STYLES))
def test_no_citation_begins_with_its_place_or_is_empty(style: str, work: Metadata) -> None:
    place = at_section("12") if work.type == "legislation" else COUNTED
    cite = written(style, "cite", work, place)
    entry = written(style, "entry", work).phrase.plain
    assert any(map(str.isalpha, entry)), entry
    if STYLES[style].family in ("note", "text"):
        assert not cite.phrase.plain.strip("(").startswith((cite.locator or "?", "at "))
        assert not cite.phrase.plain.startswith("(") or STYLES[style].family == "text"
        short = written(style, "short", work, place, first=3).phrase.plain
        assert not short.startswith(("(n ", "Supra"))
    assert "title unknown" in cite.notes


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (Metadata(title="On Locks"), "[1] On Locks[Z]. [S.l.]: [s.n.]."),
        (WEB, "[1] He Jing, Fang Yi. China’s Roadmap for IPR Protection[EB/OL]. (2021-02-05)[2026-01-15]."),
        (WEB._replace(type="", container="Water Notes"), "[1] He Jing, Fang Yi. China’s Roadmap for IPR P"),
        (Metadata(title="On Locks", container="Locks", volume="3"), "[1] On Locks[J]. Locks, 3."),
        (Metadata(title="On Locks", isbn="9780306406157"), "[1] On Locks[M]. [S.l.]: [s.n.]."),
    ],
)
def test_a_mark_claims_no_kind_that_nothing_tells(work: Metadata, expected: str) -> None:
    assert written("gb7714", "entry", work).phrase.plain.startswith(expected)


def test_internet_stands_only_where_a_text_is_said_to_be_there() -> None:
    assert "[Internet]" not in written("vancouver", "entry", Metadata(title="On Locks")).phrase.plain
    assert "[Internet]" in written("vancouver", "entry", Metadata(title="On Locks", type="post")).phrase.plain


def test_a_text_of_no_kind_stands_in_quotation_marks_in_the_notes_of_lawyers() -> None:
    work = Metadata(title="On Locks", authors=NEWS.authors, date=PartialDate(2021))
    assert written("oscola", "cite", work).phrase.marked == "He Jing and Fang Yi, ‘On Locks’ (2021)."
    assert written("aglc", "cite", work).phrase.marked == "He Jing and Fang Yi, ‘On Locks’ (2021)."


def test_a_page_without_a_title_has_its_site_before_the_parentheses_in_oscola() -> None:
    work = WEB._replace(title="", url="", accessed=None)
    assert written("oscola", "cite", work).phrase.marked == "He Jing and Fang Yi, *CGTN* (5 February 2021)."


def test_a_chapter_of_no_book_has_no_in() -> None:
    work = CHAPTER._replace(container="", editors=(), pages="")
    assert (
        written("bluebook", "cite", work, COUNTED).phrase.marked == "Ivan Petrov, *Margins*, para. 3 (2017)."
    )


@pytest.mark.parametrize("style", _LEGAL)
def test_what_is_to_be_checked_does_not_name_the_style(style: str) -> None:
    rules = written(style, "cite", KEPT, COUNTED).unchecked + written(style, "entry", KEPT).unchecked
    assert rules
    assert not any(rule.startswith(STYLES[style].label) for rule in rules)


@pytest.mark.parametrize(
    ("style", "locator"),
    [("ieee", "Sec. 2.1"), ("plain", "section 2.1"), ("bluebook", "§ 2.1"), ("chicago", "sec. 2.1")],
)
def test_a_number_that_the_source_prints_comes_before_one_that_was_counted(style: str, locator: str) -> None:
    place = Place(counted=(60, 60), heading="2.1. Streams", section="2.1")
    assert written(style, "cite", NEWS, place).locator == locator


@pytest.mark.parametrize("style", [name for name in STYLES if STYLES[name].family != "markup"])
@pytest.mark.parametrize("work", [NEWS, KEPT, BOOK, CHAPTER, DATED])
def test_no_style_names_itself_in_what_is_to_be_checked(style: str, work: Metadata) -> None:
    label = STYLES[style].label.split(",")[0]
    for form in get_args(Form):
        assert not any(label in rule for rule in written(style, form, work, COUNTED).unchecked)


def test_characters_have_no_italics_and_a_translation_begins_with_a_capital() -> None:
    work = CHARACTERS._replace(title_translated="a new stage")
    assert written("mla", "entry", work).phrase.marked == (
        "张伟 and 李娜. “知识产权保护的新阶段” [A New Stage]. 法学研究, vol. 43, no. 2, 2021, pp. 15-30."
    )
    assert "“A new stage,”" in written("ieee", "entry", work).phrase.plain
    assert written("plain", "short", work).phrase.plain.startswith("张伟 and 李娜, ")


@pytest.mark.parametrize("style", list(STYLES))
def test_no_place_brings_control_characters_into_the_locator(style: str) -> None:
    dirty = "4\x1b[2J\x07"
    places = (
        Place(pages=(dirty, dirty)),
        Place(numbers=(dirty, dirty)),
        Place(heading=dirty),
        Place(section=dirty),
        Place(division=f"Article {dirty}"),
    )
    for place in places:
        assert refer(Cited(NEWS, place), style).locator.isprintable()


def test_an_untitled_chinese_work_is_said_to_be_so_in_chinese() -> None:
    work = CHARACTERS._replace(title="")
    assert (
        written("gb7714", "entry", work).phrase.plain
        == "[1] 张伟, 李娜. [题名不详][J]. 法学研究, 2021, 43(2): 15-30."
    )
