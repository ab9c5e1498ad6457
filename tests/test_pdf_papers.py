"""PDF as papers and books have it: title pages, names under titles, pages without words, columns, lists."""

from __future__ import annotations

from itertools import cycle, islice

import pytest

from corpus.document import Kind
from corpus.formats.pdf.pieces import Font, Piece
from corpus.reading import documents_of
from corpus.source import Source
from tests.pdf_stories import MORE, PROSE, middle, read, story, texts
from tests.pdf_writing import LEFT, RIGHT, TOP, Sheet, Words, broken, lines, pdf, typeset, width


def test_pages_without_words_lead_to_what_follows_them() -> None:
    sheets = typeset(story(1, 12), rows=4)
    blank, figure = Sheet([Words(300, 40, "2")]), Sheet([Words(300, 40, "3")], drawing="100 100 300 300 re f")
    for number, sheet in enumerate(sheets[1:], 4):
        sheet.words[-1].text = str(number)
    document = read([sheets[0], blank, figure, *sheets[1:]])
    first = sheets[1].words[0].text
    for page in ("2", "3", "4"):
        assert document.text[document.page(page) :].startswith(first), page
    assert document.page_at(document.page("4")) == "4"
    assert document.page_at(document.page("4") - 1) == "1"


def test_a_title_page_and_an_imprint_are_none_of_the_text() -> None:
    front = Sheet(
        [middle(600, "On Notices", 24, "b"), middle(500, "Ana Ruiz", 14), middle(100, "Lima, 2021")]
    )
    imprint = Sheet(lines(["Copyright 2021 Ana Ruiz", "All rights reserved.", "Printed in Lima"], y=300))
    own = story(2, 24)
    document = read([front, imprint, *typeset(own, rows=10)])
    assert texts(document, Kind.HEADING) == ["On Notices"]
    assert texts(document, Kind.NOTE) == [
        *("Ana Ruiz", "Lima, 2021", "Copyright 2021 Ana Ruiz", "All rights reserved."),
        "Printed in Lima",
    ]
    assert texts(document, Kind.PARAGRAPH) == own
    assert document.text.startswith("On Notices")


def test_a_letter_of_one_page_has_no_title_page() -> None:
    document = read(
        [Sheet([Words(LEFT, 700, "Invoice", 18, "b"), *lines(["Two boats", "One oar"], y=650, by=40)])]
    )
    assert texts(document, Kind.PARAGRAPH) == ["Two boats", "One oar"]


def test_names_and_dates_under_a_title_are_no_headings() -> None:
    own = story(3, 24)
    first, *rest = typeset(own, rows=10)
    for words in first.words[:-1]:
        words.y -= 80
    first.words[:0] = [
        middle(720, "On Notices", 17),
        middle(690, "Ana Ruiz and John Okoro", 12),
        middle(670, "February 5, 2023", 12),
    ]
    document = read([first, *rest])
    assert texts(document, Kind.HEADING) == ["On Notices"]
    assert texts(document, Kind.NOTE) == ["Ana Ruiz and John Okoro", "February 5, 2023"]
    assert texts(document, Kind.PARAGRAPH) == own


def test_headings_as_journals_of_engineers_set_them() -> None:
    sheet = Sheet(
        [
            middle(720, "I. THE NOTICE"),
            *lines(broken(PROSE, RIGHT - LEFT), y=700),
            Words(LEFT, 640, "A. How It Was Sent", font="i"),
            *lines(broken(MORE, RIGHT - LEFT), y=625),
            middle(580, "II. THE ORDER"),
            *lines(broken(PROSE, RIGHT - LEFT), y=560),
        ]
    )
    found = [
        (document_level, text)
        for document in [read([sheet])]
        for block in document.blocks
        if block.kind is Kind.HEADING
        for document_level, text in [(block.level, document.text[block.start : block.end])]
    ]
    assert found == [(1, "I. THE NOTICE"), (2, "A. How It Was Sent"), (1, "II. THE ORDER")]


def _column(text: str, x: float, y: float = TOP) -> list[Words]:
    return lines(broken(text, 220), x=x, y=y)


def test_a_listing_beside_a_column_is_read_by_itself_where_other_pages_have_columns() -> None:
    *told, said = (" ".join(story(seed, 3)) for seed in range(7))
    pages = [
        Sheet([*_column(left, LEFT), *_column(right, 320)])
        for left, right in zip(told[::2], told[1::2], strict=True)
    ]
    listing = lines([f"x = {number}" for number in range(9)], x=320, by=15, font="m")
    last = Sheet([*_column(f"At last {said}", LEFT), *listing])
    document = read([*pages, last])
    assert f"At last {said}" in document.text
    assert texts(document, Kind.CODE) == ["\n".join(f"x = {number}" for number in range(9))]


def test_what_stands_beside_a_summary_is_read_before_it() -> None:
    summary = " ".join(islice(cycle((PROSE, MORE)), 4))
    said = " ".join(story(4, 5))
    words = [
        *lines(broken(summary, 380), x=160, y=720),
        *lines(["History", "Received", "in May", "Words", "notice", "appeal"], y=717, by=13, size=8),
        *_column(said, LEFT, 560),
        *_column(said, 320, 560),
    ]
    document = read([Sheet(sorted(words, key=lambda one: -one.y))])
    assert summary in document.text


def test_a_quotation_that_is_set_in_on_both_sides_is_one_paragraph() -> None:
    quoted = broken(f"{MORE} {MORE} {PROSE}", RIGHT - LEFT - 72)
    wide = max(width(line, 10) for line in quoted)
    edge = (RIGHT - LEFT - wide) / 2
    above = broken(f"{PROSE} {MORE} {PROSE}", RIGHT - LEFT)
    sheet = Sheet([*lines(above), *lines(quoted, x=LEFT + edge, y=600), *lines(above, y=480)])
    document = read([sheet])
    assert f"{MORE} {MORE} {PROSE}" in texts(document, Kind.PARAGRAPH)


def test_bullets_that_a_browser_draws_begin_items() -> None:
    items = [PROSE, MORE, PROSE]
    words: list[Words] = []
    drawn = ""
    y = TOP
    for item in items:
        drawn += f"{LEFT} {y + 2} 3 3 re f\n"
        rows = broken(item, 440)
        words += lines(rows, x=LEFT + 12, y=y)
        y -= 12 * len(rows)
    sheet = Sheet(words, drawing=f"{drawn}{LEFT} 300 200 1 re f")
    document = read([sheet], info={"Producer": "Skia/PDF m126"})
    assert texts(document, Kind.ITEM) == items
    assert [block.marker for block in document.blocks] == ["•"] * 3
    assert not texts(read([sheet]), Kind.ITEM)


def test_what_is_drawn_again_a_little_lower_is_the_same() -> None:
    """A browser draws ligatures of headings so."""
    once = Piece("fi", 116.2, 126.4, 420, 16, Font())
    assert once.is_under(once._replace(y=420.75))
    assert not once.is_under(once._replace(x0=117, y=420.75))
    assert not once.is_under(once._replace(y=404))


def test_what_the_outline_lists_below_a_title_and_its_names_is_a_heading() -> None:
    own = story(5, 24)
    first, *rest = typeset(own, rows=10)
    for words in first.words[:-1]:
        words.y -= 120
    names = middle(690, "Ana Ruiz", 12)
    first.words[:0] = [middle(720, "On Notices", 17), names, Words(LEFT, 630, "First of All", 10, "b")]
    outline = [("On Notices", 1, 0, 735.0), ("First of All", 1, 0, 640.0), ("Rest", 1, 1, 720.0)]
    document = read([first, *rest], outline=outline)
    assert texts(document, Kind.HEADING) == ["On Notices", "First of All"]
    assert texts(document, Kind.NOTE) == ["Ana Ruiz"]


def test_a_formula_that_stands_by_itself_is_one_paragraph() -> None:
    prose = broken(f"{PROSE} {MORE}", RIGHT - LEFT)
    formula = [
        Words(300, 607, "c"), Words(305, 604, "1", 7), Words(312, 607, "+ d"),
        Words(270, 600, "w ="), Words(305, 593, "V"),
    ]  # fmt: skip
    document = read([Sheet([*lines(prose, y=680), *formula, *lines(prose, y=560)])])
    assert texts(document, Kind.PARAGRAPH) == [f"{PROSE} {MORE}", "w = c₁ + d V", f"{PROSE} {MORE}"]


@pytest.mark.parametrize("mark", ["[{}]", "{}", "{}."])
def test_numbers_of_paragraphs_are_what_a_judgment_is_cited_by(mark: str) -> None:
    own = story(6, 14)
    sheets: list[Sheet] = []
    y = 0.0
    for number, paragraph in enumerate(own, 1):
        rows = broken(paragraph, RIGHT - LEFT - 36)
        if y < 150:
            sheets.append(Sheet([Words(300, 40, str(len(sheets) + 1))]))
            y = TOP
        sheets[-1].words[:0] = [Words(LEFT, y, mark.format(number)), *lines(rows, x=LEFT + 36, y=y)]
        y -= 12 * len(rows) + 8
    begun = list(documents_of(Source(pdf(sheets), "case.pdf", at_once=False)))
    assert len(begun) == 1  # what comes before the whole would have them in its text
    document = begun[-1]
    assert texts(document, Kind.PARAGRAPH) == own
    assert document.labels.numbers.labels == tuple(map(mark.format, range(1, 15)))
