"""Where the places are that citations name: pages, paragraphs, sections, headings, notes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citation import cite
from corpus.document import Document
from corpus.metadata import Metadata
from corpus.opening import open_bytes
from corpus.outline import outline_of
from corpus.passages.passage import passage_of_paragraph
from corpus.tracing import trace
from corpus.tracing.placing import called, spans_of
from corpus.tracing.traced import Pinpoint
from tests.tracing import FIRST_PAGE, PARAGRAPHS, document
from tests.works import ARTICLE, FREEDOM_ACT, JUDGMENT, NEWS

COUNTED = document(NEWS)
PAGED = document(ARTICLE, "pages")
NUMBERED = document(JUDGMENT, "numbers")

SECTIONS = open_bytes(
    b"""# On Gates

Before all sections.

## 4 Gates

The gate is shut at night.

### 4.1 Locks

The lock is old.

### 4.5 Costs

The cost is high. It was paid twice.

Nobody knows why.

## 5 Boats

The boats are tied.
""",
    "gates.md",
)
ACT = open_bytes(
    b"""# Gates Act

## Section 11 Keepers

The keeper holds the key.

## Section 12 Opening

(1) The gate is opened in the morning.

(2) It is shut at night.

## Section 13 Costs

The owner pays.
""",
    "act.md",
)
CHINESE_ACT = open_bytes(
    "# 水闸法\n\n第十一条　管理人保管钥匙。\n\n第十二条　水闸早晨开启。\n\n第十三条　费用由其承担。".encode(),
    "act.md",
)


def words_at(pinpoint: Pinpoint, article: Document) -> list[str]:
    """What stands at the places of a pinpoint."""
    return [
        article.text[start:end].strip() for start, end in spans_of(pinpoint, article, outline_of(article))
    ]


def one(kind: str, first: str, last: str = "") -> Pinpoint:
    return Pinpoint(kind, first, last or first)  # type: ignore[arg-type]


@given(st.integers(1, PARAGRAPHS), st.integers(0, 5))
def test_paragraphs_and_pages_are_where_they_are_counted(first: int, more: int) -> None:
    last = min(first + more, PARAGRAPHS)
    for article, kind, by in (
        (COUNTED, "paragraph", 0),
        (NUMBERED, "paragraph", 0),
        (PAGED, "paragraph", 0),
        (PAGED, "page", FIRST_PAGE - 1),
    ):
        ((start, end),) = spans_of(one(kind, str(first + by), str(last + by)), article, outline_of(article))
        assert start == article.paragraph(first).start
        assert article.text[start:end].rstrip() == article.text[start : article.paragraph(last).end]


def test_a_number_that_says_not_what_it_counts_may_be_either() -> None:
    page, paragraph = words_at(one("", str(FIRST_PAGE)), PAGED), words_at(one("", "1"), PAGED)
    assert page == paragraph == [PAGED.text[: PAGED.paragraph(1).end]]


@pytest.mark.parametrize(
    "pinpoint",
    [
        one("paragraph", "99"),
        one("paragraph", "0"),
        one("paragraph", "5", "3"),
        one("paragraph", "3A"),
        one("page", "3"),
        one("section", "9.9"),
        one("section", "“Nothing”"),
        one("section", "(1)"),
        one("note", "1"),
        one("", "99999"),
    ],
)
def test_what_is_not_there_has_no_place(pinpoint: Pinpoint) -> None:
    assert spans_of(pinpoint, COUNTED, outline_of(COUNTED)) == ()


@pytest.mark.parametrize(
    ("number", "begins", "ends"),
    [
        ("4.5", "4.5 Costs", "Nobody knows why."),
        ("4", "4 Gates", "Nobody knows why."),
        ("5", "5 Boats", "The boats are tied."),
        ("“Locks”", "", ""),
        ("“4.1 Locks”", "4.1 Locks", "The lock is old."),
    ],
)
def test_a_section_is_found_by_its_number_or_its_title(number: str, begins: str, ends: str) -> None:
    found = words_at(one("section", number), SECTIONS)
    if not begins:
        assert found == []
        return
    assert found[0].startswith(begins)
    assert found[0].endswith(ends)


@pytest.mark.parametrize(
    ("number", "words"),
    [("11", "The keeper holds the key."), ("12(2)", "(2) It is shut at night."), ("13", "The owner pays.")],
)
def test_a_section_of_a_statute_is_found_with_its_subsection(number: str, words: str) -> None:
    act = ACT._replace(metadata=FREEDOM_ACT)
    assert words_at(one("section", number), act)[0].endswith(words)


def test_an_article_of_a_chinese_statute_is_found() -> None:
    act = CHINESE_ACT._replace(metadata=Metadata(title="水闸法", type="legislation", lang="zh"))
    assert words_at(one("section", "第十二条"), act) == ["第十二条　水闸早晨开启。"]


@pytest.mark.parametrize("style", ["chicago", "mla", "bluebook", "oscola", "aglc", "ieee", "pandoc", "plain"])
def test_a_citation_of_a_section_leads_back_to_it(style: str) -> None:
    for article in (SECTIONS._replace(metadata=NEWS), ACT._replace(metadata=FREEDOM_ACT)):
        outline = outline_of(article)
        for number in range(2, article.paragraph_count + 1):
            wanted = passage_of_paragraph(article, outline, number)
            citation = cite(article.metadata, wanted, style)
            if not citation.locator:
                continue
            found = trace(citation.citation, library=None, here=(article, outline, None))
            assert found[0].start is not None, (citation.citation, found)
            assert found[0].end is not None
            assert found[0].start < wanted.end, (citation.citation, found)
            assert wanted.start < found[0].end, (citation.citation, found)


def test_a_place_is_called_by_its_numbers_or_its_section() -> None:
    first, second = COUNTED.paragraph(1), COUNTED.paragraph(2)
    assert called(COUNTED, outline_of(COUNTED), first.start, second.end) == "¶¶ 1–2"
    assert called(PAGED, outline_of(PAGED), first.start, first.end) == f"p. {FIRST_PAGE} · ¶ 1"
    heading = SECTIONS.text.index("4.5 Costs")
    assert called(SECTIONS, outline_of(SECTIONS), heading, heading + 3) == "4.5 Costs"
