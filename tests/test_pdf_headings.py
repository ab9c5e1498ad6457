"""Headings of a PDF that no outline lists, and heads of pages that are never the same."""

from __future__ import annotations

import pytest

from corpus.document import Document, Kind
from corpus.formats.pdf.pieces import Font
from tests.pdf_stories import MORE, read, story, texts
from tests.pdf_writing import LEFT, RIGHT, TOP, Sheet, Words, broken, lines, typeset, width


def _around(heading: list[Words], *, seed: int = 1, room: float = 20) -> Document:
    """A page of text, with a heading's words at 640 and so much room below it."""
    before, after, *more = story(seed, 5)
    page = [*lines(broken(before, RIGHT - LEFT)), *heading, *lines(broken(after, RIGHT - LEFT), y=640 - room)]
    for number, one in enumerate(more):
        page += lines(broken(one, RIGHT - LEFT), y=550 - 60 * number)
    return read([Sheet(page)])


@pytest.mark.parametrize(
    ("heading", "level"),
    [
        ([Words(LEFT, 640, "5.4.1 How notices are sent")], 3),
        ([Words(LEFT, 640, "3.1. How notices are sent", font="i")], 2),
        ([Words(LEFT, 640, "How notices are sent", 10.7, "i")], 1),
        ([Words(LEFT, 640, "How notices are sent", font="i")], 1),
        ([Words(LEFT, 640, "6.", 12), Words(110, 640, "How notices are sent", 12)], 1),
    ],
)
def test_headings_need_not_be_great_or_bold(heading: list[Words], level: int) -> None:
    document = _around(heading)
    found = [block for block in document.blocks if block.kind is Kind.HEADING]
    said = " ".join(one.text for one in heading)
    assert [(document.text[one.start : one.end], one.level) for one in found] == [(said, level)]


def test_headings_stand_nearer_to_the_text_than_entries_of_contents_to_one_another() -> None:
    entries = lines([f"{at} How notices are sent and by whom they are read and kept" for at in "123"], by=33)
    for entry in entries:
        entry.size, entry.font = 14, "b"
    text = lines(broken(" ".join(story(5, 1)), RIGHT - LEFT))
    heading = Words(LEFT, text[-1].y - 25, "Of letters", 14, "b")
    more = lines(broken(MORE, RIGHT - LEFT), y=heading.y - 20)
    document = read([Sheet(entries), Sheet([*text, heading, *more]), *typeset(story(6, 20))])
    assert "Of letters" in texts(document, Kind.HEADING)


@pytest.mark.parametrize(
    ("heading", "room"),
    [
        ([Words(LEFT, 640, "5.4.1 The parties agree.")], 20),
        ([Words(LEFT, 640, "5.4.1 How notices are sent")], 12),
        ([Words(LEFT, 640, "how notices are sent", font="i")], 20),
        ([Words(LEFT, 640, "Of what was said:", font="i")], 20),
        ([Words(LEFT + 60, 640, "How notices are sent", font="i")], 20),
        ([Words(LEFT, 640, "Notices = letters", font="i")], 20),
        ([Words(LEFT, 640, "Figure 3: Notices by year", 12, "b")], 20),
        ([Words(LEFT, 640, "Q", 14, "b")], 20),
        ([Words(LEFT, 640, "Notices", 12, "b"), Words(300, 640, "Letters", 12, "b")], 20),
    ],
)
def test_what_is_like_a_heading_and_is_none(heading: list[Words], room: float) -> None:
    assert texts(_around(heading, room=room), Kind.HEADING) == []


def test_a_number_and_what_it_is_called_are_one_heading() -> None:
    heading = [
        Words(RIGHT - width("CHAPTER", 14, "b"), 660, "CHAPTER", 14, "b"),
        Words(RIGHT - width("TWO", 18, "b"), 625, "TWO", 18, "b"),
        Words(RIGHT - width("On Notices", 22, "b"), 585, "On Notices", 22, "b"),
    ]
    document = read([Sheet([*heading, *lines(broken(MORE, RIGHT - LEFT), y=540)]), *typeset(story(2, 9))])
    assert texts(document, Kind.HEADING) == ["CHAPTER TWO On Notices"]


def test_heads_that_are_never_the_same_are_no_text() -> None:
    own = story(3, 40)
    sheets = typeset(own, rows=20)
    names = [" ".join(one.split()[3:7]).title() for one in story(4, len(sheets))]
    for sheet, name in zip(sheets, names, strict=True):
        sheet.words.insert(0, Words(LEFT, TOP + 40, name))
    document = read(sheets)
    assert texts(document, Kind.PARAGRAPH) == own
    # Titles of slides stand so, too, and are greater than their text.
    for sheet in sheets:
        sheet.words[0].size = 16
    assert set(names) <= set(texts(read(sheets), Kind.HEADING))


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("ABCDEF+LMRoman10-Regular", "LMRoman"),
        ("TimesNewRomanPS-BoldMT", "TimesNewRoman"),
        ("TimesNewRomanPSMT", "TimesNewRoman"),
        ("Arial,Bold", "Arial"),
        ("", ""),
    ],
)
def test_a_family_is_a_name_but_for_its_style(name: str, family: str) -> None:
    assert Font.of(name, 0).family == family
