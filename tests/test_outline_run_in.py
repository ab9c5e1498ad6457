from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.citation.place import place_of
from corpus.document import Document, Kind
from corpus.draft import Draft
from corpus.large.joining import joined
from corpus.large.reading_through import ReadingThrough
from corpus.large.stretches import STRETCH, Stretches
from corpus.opening import open_bytes
from corpus.outline import outline_of
from corpus.outline.run_in import run_in_numbers
from corpus.passages.passage import Passage

LAW = "\n\n".join(
    (
        "港口法",
        "第一章　总则",
        "第一条　为了保护港口，制定本法。",
        "第二条　本法适用于一切船舶。",
        "第二章　船舶",
        "第三条　船舶应当在清晨离开港口。",
        "船长负责船舶的安全。",
        "第三条之一　夜间不得离港。",
        "第四条　本法自公布之日起施行。",
    )
)


def entries(document: Document) -> list[tuple[int, str]]:
    return [(one.level, one.title) for one in outline_of(document).sections if not one.inferred]


def of_paragraphs(*paragraphs: str) -> Document:
    draft = Draft()
    for paragraph in paragraphs:
        draft.add(paragraph, Kind.PARAGRAPH)
    return draft.document()


def test_the_articles_of_a_law_are_entries_and_stay_paragraphs() -> None:
    document = open_bytes(LAW.encode(), "law.txt")
    assert entries(document) == [
        (1, "第一章 总则"),
        (2, "第一条"),
        (2, "第二条"),
        (1, "第二章 船舶"),
        (2, "第三条"),
        (2, "第三条之一"),
        (2, "第四条"),
    ]
    article = next(one for one in outline_of(document).sections if one.title == "第三条")
    assert document.text[article.start :].startswith("第三条")
    assert not article.inferred
    assert article.paragraph is not None
    assert document.paragraph(article.paragraph + 1).end <= article.end


def test_articles_are_found_in_markdown_and_under_headings_that_are_marked() -> None:
    source = (
        "# Harbour Act\n\n## Ships\n\nArticle 1. Ships sail.\n\nArticle 2. Ships land.\n\n## Ports\n\n"
        + ("Article 3. Ports are open.\n\nArticle 4. Ports may be closed at night.\n")
    )
    assert entries(open_bytes(source.encode(), "act.md")) == [
        (1, "Ships"),
        (2, "Article 1"),
        (2, "Article 2"),
        (1, "Ports"),
        (2, "Article 3"),
        (2, "Article 4"),
    ]


def test_the_titles_that_most_articles_have_stand_behind_their_numbers() -> None:
    document = of_paragraphs(
        "Sec. 1. Short title.—This act may be cited as the Harbour Act.",
        "Sec. 2. Ships.—Every ship sails under a flag.",
        "Sec. 3. Ports.—Every port is open.",
        "Sec. 4. Nothing in this act binds the sea.",
    )
    assert [title for _, title in entries(document)] == [
        "Sec. 1 Short title",
        "Sec. 2 Ships",
        "Sec. 3 Ports",
        "Sec. 4",
    ]


def test_sections_are_counted_anew_in_each_article() -> None:
    document = of_paragraphs(
        *(
            f"{number} Every ship sails under the flag of its port, and lands there."
            for number in ("Article 1.", "Section 1.", "Section 2.", "Article 2.", "Section 1.", "Section 2.")
        ),
        "Article 3. The sea is free.",
        "Section 1. It binds nobody.",
    )
    assert [level for level, _ in entries(document)] == [1, 2, 2, 1, 2, 2, 1, 2]


def test_printed_section_signs_are_entries() -> None:
    prose = "Every ship sails under the flag of its own port, and nobody may hinder it in doing so by day."
    source = "\n\n".join(f"§ {number} {prose}" for number in range(1, 9))
    assert [title for _, title in entries(open_bytes(source.encode(), "act.txt"))] == [
        f"§ {number}" for number in range(1, 9)
    ]


def test_an_essay_that_speaks_of_articles_is_no_law() -> None:
    prose = "nothing was said of the harbour, and the ships lay there as before."
    spoken = (
        f"Article 5 of the treaty is old, and {prose}",
        f"Of this {prose}",
        f"Article 3. That is where it began: {prose}",
        f"Section 2, which came later, is clear, but {prose}",
        f"Article 9. Here it ended, for {prose}",
        f"Article 4. In between {prose}",
    )
    assert run_in_numbers(of_paragraphs(*spoken)) == []
    assert run_in_numbers(of_paragraphs("第一条路很长。", "第二条路很短。", "第三条路不通。")) == []


def test_a_list_of_articles_at_the_end_is_not_the_shape_of_a_text_without_headings() -> None:
    document = of_paragraphs(
        *(f"Ship number {number} lay in the harbour and waited." for number in range(12)),
        *(f"Article {number}. Ships sail." for number in (1, 2, 3)),
    )
    assert run_in_numbers(document) == []


def test_a_heading_that_counts_with_the_articles_stands_beside_them() -> None:
    draft = Draft()
    for number in range(1, 7):
        words = f"Article {number}. Ships sail."
        draft.add(words, Kind.HEADING if number == 4 else Kind.PARAGRAPH, level=2)
    assert [level for level, _ in entries(draft.document())] == [1] * 6


def test_a_passage_in_an_article_is_cited_by_the_heading_over_it() -> None:
    source = LAW.replace("港口法", "---\ntype: legislation\n---\n# 港口法").replace("第一章", "## 第一章")
    document = open_bytes(source.replace("第二章", "## 第二章").encode(), "law.md")
    outline = outline_of(document)
    at = document.text.index("船长负责")
    passage = Passage(document, outline, at, at + 4)
    place = place_of(passage, passage, type="legislation")
    assert (place.heading, place.division) == ("第二章 船舶", "第三条")
    assert outline.path(at) == ("第二章 船舶", "第三条")


def test_a_large_law_has_the_outline_that_it_has_when_read_at_once() -> None:
    sentence = "Every ship sails under the flag of its port, and lands there again in the evening. " * 4
    law = "".join(
        (f"CHAPTER {number // 20 + 1}\n\n" if number % 20 == 0 else "")
        + f"Article {number + 1}. {sentence}\n\n"
        for number in range(5 * STRETCH // 300)
    ).encode()
    stretches = Stretches(law, "utf-8")
    reading = ReadingThrough(stretches, "utf-8")
    whole = joined(stretches, list(reading.documents()), reading.metadata, "utf-8")
    sections = reading.outline().sections
    assert sections == outline_of(whole).sections
    assert sum(one.title.startswith("Article") for one in sections) == 5 * STRETCH // 300


@given(
    st.lists(
        st.sampled_from(
            [
                "第一条　船",
                "第二条 船。",
                "第三条",
                "§ 1 Ships",
                "Article 2. Ports.",
                "Sec. 3.—Tides",
                "Tides",
            ]
        ).flatmap(lambda words: st.tuples(st.just(words), st.sampled_from([Kind.PARAGRAPH, Kind.HEADING])))
    )
)
def test_entries_are_in_order_and_their_levels_have_no_gaps(blocks: list[tuple[str, Kind]]) -> None:
    draft = Draft()
    for words, kind in blocks:
        draft.add(words, kind, level=1)
    document = draft.document()
    sections = outline_of(document).sections
    starts = [one.start for one in sections]
    assert starts == sorted(set(starts))
    before = 0
    for one in sections:
        assert 1 <= one.level <= before + 1
        assert one.end > one.start
        before = one.level
