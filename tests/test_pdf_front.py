"""What stands before the text of a PDF and is none of it: letterheads, titles, names, contents, imprints."""

from __future__ import annotations

import pytest

from corpus.document import Document, Kind
from tests.pdf_stories import MORE, PROSE, middle, read, story, texts
from tests.pdf_writing import LEFT, RIGHT, TOP, Sheet, Words, broken, lines, typeset, width

OUTLINE = [("The Notice", 1, 1, 720.0), ("The Order", 1, 2, 720.0), ("The Costs", 1, 2, 400.0)]


def _below(words: list[Words], own: list[str], *, by: float = 200, **more: object) -> Document:
    """Read pages of such paragraphs, with words above those of the first page."""
    first, *rest = typeset(own, rows=10)
    for one in first.words[:-1]:
        one.y -= by
    first.words[:0] = words
    return read([first, *rest], **more)


def test_a_title_that_an_outline_does_not_list_is_no_paragraph() -> None:
    own = story(5, 30)
    words = [middle(720, "On Notices and", 17, "b"), middle(700, "Letters*", 17, "b")]
    document = _below(words, own, outline=OUTLINE)
    assert " ".join(texts(document, Kind.NOTE)) == "On Notices and Letters*"
    assert document.metadata.title == "On Notices and Letters"
    named = _below(words, own, outline=OUTLINE, info={"Title": "Of Notices"})
    assert named.metadata.title == "Of Notices"
    assert texts(document, Kind.PARAGRAPH) == own


def test_a_title_that_ends_like_a_sentence_is_no_paragraph() -> None:
    own = story(14, 24)
    names = [Words(LEFT, 690, "Ana Ruiz and GKX Inc.", 12), Words(320, 690, "John Okoro", 12)]
    document = _below([middle(720, "On Notices: A Guide.", 17), *names], own)
    assert texts(document, Kind.NOTE) == ["On Notices: A Guide.", "Ana Ruiz and GKX Inc. John Okoro"]
    assert texts(document, Kind.PARAGRAPH) == own


def test_a_journals_name_and_address_are_no_title() -> None:
    own = story(16, 24)
    head = [
        middle(740, "Contents lists are at Harbour Press", 8),
        middle(720, "Journal of Notices and Letters", 17),
        middle(704, "journal homepage: www.harbour.example", 8),
        Words(LEFT, 675, "How a Letter Was Sent", 16),
        Words(LEFT, 655, "Ana Ruiz a,b,* , John Okoro b", 12),
        Words(LEFT, 640, "a University of Lima, 15081 Lima, Peru", 8),
    ]
    document = _below(head, own)
    assert texts(document, Kind.HEADING) == ["How a Letter Was Sent"]
    assert document.metadata.title == "How a Letter Was Sent"
    assert texts(document, Kind.PARAGRAPH) == own


@pytest.mark.parametrize("said", ["O n N o t i c e s", "1 On Notices", "Chapter 3", "Chapter 3 On Notices"])
def test_what_is_spaced_out_or_numbered_is_not_what_a_file_is_called(said: str) -> None:
    document = _below([middle(720, said, 17)], story(17, 30), outline=OUTLINE)
    assert document.metadata.title == ""


def test_what_is_great_below_text_is_no_title() -> None:
    own = story(6, 3)
    page = Sheet([*lines(broken(own[0], RIGHT - LEFT)), Words(LEFT, 600, "Of Ana Ruiz", 17)])
    page.words += lines(["Ana Ruiz", *broken(own[1], RIGHT - LEFT)], y=570)
    assert own[0] in texts(read([page]), Kind.PARAGRAPH)


@pytest.mark.parametrize("x", [LEFT, 380])
def test_a_letterhead_and_names_below_a_title_at_the_left_are_no_text(x: float) -> None:
    own = story(7, 24)
    head = ["Okoro & Ruiz, Solicitors", "12 Harbour Street", "www.okoro.example"]
    names = ["Report by Dr. Ana Ruiz, M. Levi and John Okoro,", "University of Lima", "5 February 2023"]
    document = _below(
        [
            *lines(head, x=x, y=740, by=11, size=8),
            Words(LEFT, 660, "On Notices", 17, "b"),
            *lines(names, y=640),
        ],
        own,
    )
    assert texts(document, Kind.HEADING) == [document.metadata.title] == ["On Notices"]
    assert texts(document, Kind.NOTE)[:3] == head
    assert " ".join(texts(document, Kind.NOTE)[3:]) == " ".join(names)
    assert texts(document, Kind.PARAGRAPH) == own


def test_names_side_by_side_below_a_title_are_no_text() -> None:
    own = story(8, 24)
    rows = [
        middle(680, "Ana Ruiz", 12, "b", over=190),
        middle(680, "John Okoro", 12, "b", over=420),
        middle(666, "University of Lima", over=190),
        middle(666, "Harbour College", over=420),
        middle(630, "Abstract", font="b"),
    ]
    document = _below([middle(720, "On Notices", 17, "b"), *rows], own)
    assert texts(document, Kind.NOTE)[:2] == ["Ana Ruiz John Okoro", "University of Lima Harbour College"]
    assert "Ana" not in "".join(texts(document, Kind.PARAGRAPH))


@pytest.mark.parametrize(
    "below",
    [
        ["Dear Mr. Okoro,"],
        ["The goods were handed over in Lima."],
        ["Harbour Street Was Quiet."],
        ["What follows was agreed by all"],
        ["Introduction"],
        [f"Harbour {number} and Street" for number in range(20)],
    ],
)
def test_what_is_said_below_a_title_is_text(below: list[str]) -> None:
    own = story(9, 24)
    document = _below(
        [Words(LEFT, 720, "On Notices", 17, "b"), *lines(below, y=690, by=20)], own, by=100 + 20 * len(below)
    )
    assert texts(document, Kind.NOTE) == []
    assert " ".join(below) in " ".join(texts(document, Kind.PARAGRAPH))


def test_pages_behind_a_title_page_without_prose_are_none_of_the_text() -> None:
    own = story(10, 30)
    title = Sheet([middle(600, "On Notices", 24, "b"), middle(500, "Ana Ruiz", 14)])
    who = Sheet(lines(["Written by", "Ana Ruiz", "Checked by", "John Okoro"], y=700, by=30))
    imprint = Sheet(lines(["Copyright 2021 Ana Ruiz", "Printed in Lima"], y=300))
    outline = [(heading, level, page + 3, y) for heading, level, page, y in OUTLINE]
    document = read([title, Sheet(), who, imprint, *typeset(own, rows=10)], outline=outline)
    assert texts(document, Kind.PARAGRAPH) == own
    assert {"Checked by", "Printed in Lima"} <= set(texts(document, Kind.NOTE))
    said = "This note says how letters are sent, counted and read, and by whom they are."
    who.words = [Words(LEFT, 700, said)]
    document = read([title, Sheet(), who, *typeset(own, rows=10)], outline=outline)
    assert texts(document, Kind.PARAGRAPH) == [said, *own]


def _entries(texts: list[str], numbers: list[str]) -> list[Words]:
    pairs = zip(texts, numbers, strict=True)
    rows = [(Words(LEFT, 690 - 20 * at, text), number) for at, (text, number) in enumerate(pairs)]
    return [one for row, number in rows for one in (row, Words(500, row.y, number))]


@pytest.mark.parametrize("numbers", [["iv", "1", "1", "12"], ["3", "4", "9", "140"]])
def test_contents_without_leaders_are_no_paragraphs(numbers: list[str]) -> None:
    own = story(11, 24)
    entries = _entries(["Preface", "1 The Notice", "2 Of Letters", "3 The Order"], numbers)
    contents = Sheet([Words(LEFT, TOP, "Contents", 14, "b"), *entries])
    document = read([contents, *typeset(own, rows=10)])
    assert texts(document, Kind.PARAGRAPH) == own
    assert "1 The Notice " + numbers[1] in texts(document, Kind.NOTE)


def test_an_entry_too_long_for_leaders_goes_with_those_above_it() -> None:
    own = story(18, 24)
    entries = [
        f"{name} {' .' * 20} {page}" for page, name in enumerate(["Ships", "Boats", "Oars", "Sails"], 3)
    ]
    words = lines(entries, y=690, by=20)
    last = Words(LEFT, 610, "The order that was given 40")
    edge = max(width(one.text, 10) for one in words)
    last.x += edge - width(last.text, 10)
    for one in words:
        one.x += edge - width(one.text, 10)
    document = read([Sheet([*words, last]), *typeset(own, rows=10)])
    assert texts(document, Kind.PARAGRAPH) == own
    assert last.text in texts(document, Kind.NOTE)


def test_numbers_that_fall_are_no_contents() -> None:
    entries = _entries(["Ships", "Boats", "Oars", "Sails"], ["40", "3", "17", "2"])
    document = read([Sheet([Words(LEFT, TOP, "Contents", 14, "b"), *entries]), *typeset(story(12, 9))])
    assert not any(kind is Kind.NOTE for kind in (block.kind for block in document.blocks))


def test_contents_that_are_links_alone_need_no_numbers() -> None:
    own = story(13, 24)
    heads = ["The notice", "How it was sent", "The order"]
    page = Sheet(
        [Words(LEFT, TOP, "Index", 14, "b"), *lines(heads, y=690, by=20)],
        [(LEFT, 687 - 20 * at, 300, 700 - 20 * at, 1) for at in range(3)],
    )
    page.words += lines(broken(PROSE, RIGHT - LEFT), y=600)
    document = read([page, *typeset(own, rows=10)])
    assert texts(document, Kind.PARAGRAPH) == [PROSE, *own]
    assert texts(document, Kind.NOTE) == ["Index", *heads]


def test_names_above_contents_are_no_text() -> None:
    page = Sheet(
        [
            Words(LEFT, TOP, "On Notices", 17, "b"),
            Words(LEFT, 700, "Ana Ruiz, University of Lima"),
            Words(LEFT, 670, "Contents", 12, "b"),
            *lines(["The notice 1", "How it was sent 1", "The order 2"], y=650, by=20),
            Words(LEFT, 560, "The Notice"),
            *lines(broken(PROSE, RIGHT - LEFT), y=540),
        ]
    )
    document = read([page, *typeset(story(15, 9))], outline=[("The Notice", 1, 0, 572.0)])
    assert texts(document, Kind.HEADING) == ["On Notices", "The Notice"]
    assert document.text[document.contents[0].start :].startswith("The Notice\n")
    assert texts(document, Kind.NOTE)[0] == "Ana Ruiz, University of Lima"
    assert texts(document, Kind.PARAGRAPH)[0] == PROSE


def test_links_below_a_title_that_lead_elsewhere_are_text() -> None:
    page = Sheet([Words(LEFT, TOP, "Index", 14, "b"), *lines(["One", "Two", "Three"], y=690, by=20)])
    page.words += lines(broken(MORE, RIGHT - LEFT), y=600)
    assert "Two" in texts(read([page]), Kind.PARAGRAPH)
