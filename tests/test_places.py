"""Where a passage stands, as its source prints it: pages, paragraphs, sections; never another."""

from __future__ import annotations

import pytest

from corpus.citation import cited_at
from corpus.citation.place import Place, place_of
from corpus.citation.section import section_of_heading
from corpus.document import Document
from corpus.errors import NoSuchPlace
from corpus.metadata import Metadata
from corpus.opening import open_bytes
from corpus.outline import outline_of
from corpus.passages.passage import Passage
from corpus.passages.shown_number import number_at, number_beside, paragraph_called, place_at
from corpus.passages.shown_passage import passage_called, places_of
from tests import judgments

PROSE = "The keeper of the lock wrote the new level into his book, and went to wake the others at once. "


def opened(text: str, name: str = "a.txt") -> Document:
    return open_bytes(text.encode("utf-8"), name)


def passage(document: Document, first: str, last: str = "") -> Passage:
    """The passage from the words `first` to the words `last`."""
    start = document.text.index(first)
    end = document.text.index(last, start) + len(last) if last else start + len(first)
    return Passage(document, outline_of(document), start, end)


def place(document: Document, first: str, last: str = "", type: str = "") -> Place:
    there = passage(document, first, last)
    return place_of(there, there, document.metadata.title, type)


# Printed paragraphs ------------------------------------------------------------------------------


def test_a_passage_of_a_judgment_has_its_printed_number() -> None:
    found = place(opened(judgments.english("[{}] ")), "the judge asked himself")
    assert found.numbers == ("5", "5")
    assert found.sign == ""
    assert found.notes == ()


def test_a_passage_over_several_paragraphs_has_the_first_and_the_last() -> None:
    found = place(opened(judgments.english("¶ {} ")), "I turn to the second", "nothing in that ground")
    assert found.numbers == ("7", "9")
    assert found.sign == "¶"


def test_parts_are_cited_from_the_first_to_the_last() -> None:
    document = opened(judgments.english("[{}] "))
    parts = passage(document, "The claimant keeps a lock"), passage(document, "I would allow the appeal")
    assert cited_at(Metadata(), *parts).place.numbers == ("2", "12")


def test_a_quotation_in_a_numbered_paragraph_has_its_number() -> None:
    document = opened(judgments.canadian(), "a.html")
    assert place(document, "A warning that nobody reads").numbers == ("6", "6")


@pytest.mark.parametrize("words", ["LADY JUSTICE HALE", "Solicitors: Gray"])
def test_where_none_is_printed_none_is_counted_instead(words: str) -> None:
    found = place(opened(judgments.english("[{}] ")), words)
    assert (found.numbers, found.counted, found.sign) == (None, None, "")
    assert found.notes == ("the source prints no paragraph number here",)


def test_what_begins_or_ends_outside_the_numbers_is_said() -> None:
    document = opened(judgments.english("[{}] "))
    before = place(document, "LADY JUSTICE HALE", "keeps a lock on the river")
    assert (before.numbers, before.notes) == (("1", "2"), ("begins before [1]",))
    after = place(document, "I agree with all", "Gray & Co")
    assert (after.numbers, after.notes) == (("13", "13"), ("goes on after [13]",))


def test_counted_paragraphs_are_known_where_none_are_printed() -> None:
    found = place(opened(f"{PROSE}\n\n{PROSE}The end.\n\n{PROSE}"), "The end")
    assert (found.numbers, found.counted, found.pages) == (None, (2, 2), None)


def test_a_chinese_judgment_is_cited_by_its_numbers() -> None:
    assert place(opened(judgments.chinese("（{}）")), "本院认为").numbers == ("4", "4")


# Pages -------------------------------------------------------------------------------------------


def test_a_passage_has_the_pages_on_which_it_begins_and_ends() -> None:
    document = opened(judgments.request_for_comments())
    assert place(document, "The water of the river").pages == ("2", "2")
    assert place(document, "The water of the river", "then it stops").pages == ("2", "3")
    assert place(document, "goes on until the gate").pages == ("3", "3")


def test_a_passage_that_begins_before_the_first_known_page_has_none() -> None:
    text = f"<p>{PROSE}<span role='doc-pagebreak' title='12'></span>Next {PROSE}</p>"
    document = opened(f"<html><body>{text}</body></html>", "a.html")
    assert place(document, "The keeper", "Next The keeper").pages is None
    assert place(document, "Next The keeper").pages == ("12", "12")


# Sections ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "number"),
    [
        *(("4.5 Costs", "4.5"), ("IV. Discussion", "IV"), ("§ 3 Damages", "3"), ("Section 12. Title", "12")),
        *(("s 12(1) Duty", "12(1)"), ("12A Duty", "12A"), ("A. Background", "A"), ("1.2.3. Gates", "1.2.3")),
        *(("1984", ""), ("2010 in review", ""), ("A Tale of Two Rivers", ""), ("I am here", "")),
        *(("Introduction", ""), ("See here", ""), ("MIX it", ""), ("II", ""), ("Chapter 3", ""), ("12", "")),
    ],
)
def test_a_heading_has_the_number_that_it_begins_with(title: str, number: str) -> None:
    assert section_of_heading(title).number == number


@pytest.mark.parametrize(
    ("title", "division"),
    [
        ("Article 12 — Costs", "Article 12"),
        ("第十二条 责任", "第十二条"),
        ("Rule 4", "Rule 4"),
        ("Parts", ""),
    ],
)
def test_a_part_that_is_no_section_is_called_as_it_is_printed(title: str, division: str) -> None:
    assert section_of_heading(title).division == division


def test_the_section_of_a_passage_is_that_of_its_heading() -> None:
    document = opened(f"# Gates\n\n## 1. Locks\n\n{PROSE}\n\n## 2. Keepers\n\n{PROSE}Here it is.\n", "a.md")
    found = place(document, "Here it is")
    assert (found.section, found.heading) == ("2", "2. Keepers")


def test_a_number_that_stands_alone_among_its_headings_is_none() -> None:
    document = opened(f"# Gates\n\n## Locks\n\n{PROSE}\n\n## 5 ways to win\n\n{PROSE}Here.\n", "a.md")
    assert place(document, "Here.").section == ""


STATUTE = (
    "---\ntype: legislation\ntitle: Gates Act 2031\n---\n\n"
    "## 11 Locks\n\nA lock is to be shut at night.\n\n"
    "## 12 Keepers\n\n(1) A keeper has a book.\n\n(2) The book is shown to anyone who asks for it.\n"
)


def test_a_statute_is_cited_by_section_and_subsection() -> None:
    document = opened(STATUTE, "a.md")
    there = passage(document, "The book is shown")
    found = cited_at(document.metadata, there).place
    assert (found.section, found.numbers, found.counted) == ("12(2)", None, None)
    assert cited_at(document.metadata, passage(document, "A lock is to be")).place.section == "11"


@pytest.mark.parametrize(
    ("text", "words", "section", "division"),
    [
        ("§ 107. Gates are shut.\n\n§ 108. Keepers\nkeep books.", "keep books", "108", ""),
        ("Section 12. Gates are shut at night.", "shut at night", "12", ""),
        ("第十一条　闸门夜间关闭。\n\n第十二条　守闸人应当记录水位。", "记录水位", "", "第十二条"),
        ("Article 7\nGates are shut at night, and opened.", "shut at night", "", "Article 7"),
    ],
)
def test_sections_that_open_a_paragraph_count_in_a_statute(
    text: str, words: str, section: str, division: str
) -> None:
    found = place(opened(text), words, type="legislation")
    assert (found.section, found.division, found.counted) == (section, division, None)


def test_the_printed_numbers_of_a_statute_are_its_sections() -> None:
    text = "\n\n".join(f"{n}. (1) Gate {n} is shut at night. {PROSE}" for n in range(1, 9))
    document = opened(text)
    found = place(document, "Gate 7 is shut", type="legislation")
    assert (found.section, found.numbers) == ("7(1)", None)


# What a reader calls a place ---------------------------------------------------------------------


def test_numbers_are_called_as_they_are_printed() -> None:
    document = opened(judgments.english("[{}] "))
    first = document.marked("1")
    assert number_beside(document, first) == "[1]"
    assert number_at(document, first.start) == "[1]"
    assert number_at(document, 0) == ""
    assert number_beside(document, document.block_near(0)) == ""
    dotted = opened(judgments.english("{}. "))
    assert number_beside(dotted, dotted.marked("1")) == "1."
    assert place_at(dotted, dotted.marked("1").start) == ["", "¶ 1"]


def test_the_numbers_of_a_statute_are_called_sections() -> None:
    text = "---\ntype: legislation\n---\n\n" + "\n\n".join(f"{n}. Gate {n}. {PROSE}" for n in range(1, 9))
    document = opened(text, "a.md")
    assert place_at(document, document.marked("7").start) == ["", "§ 7"]
    assert places_of(passage(document, "Gate 3", "Gate 5")) == ["", "§§ 3–5"]


def test_counted_numbers_are_called_as_before() -> None:
    document = opened(f"{PROSE}\n\n{PROSE}")
    assert number_beside(document, document.paragraph(2)) == "2"
    assert place_at(document, document.paragraph(2).start) == ["", "¶ 2"]


@pytest.mark.parametrize(
    ("sign", "words"), [("[{}] ", "[7]–[9]"), ("{}. ", "¶¶ 7–9"), ("¶ {} ", "¶¶ 7–9"), ("({}) ", "(7)–(9)")]
)
def test_a_passage_is_called_by_its_first_and_last_number(sign: str, words: str) -> None:
    document = opened(judgments.english(sign))
    there = passage(document, "I turn to the second", "nothing in that ground")
    assert places_of(there) == ["", words]
    assert places_of(passage(document, "I turn to")) == ["", number_at(document, there.start)]


def test_a_passage_is_called_by_its_pages() -> None:
    document = opened(judgments.request_for_comments())
    assert places_of(passage(document, "The water of the river", "then it stops"))[0] == "pp. 2–3"
    assert places_of(passage(document, "goes on until"))[0] == "p. 3"


def test_a_paragraph_is_asked_for_by_the_number_beside_it() -> None:
    document = opened(judgments.english("[{}] "))
    outline = outline_of(document)
    assert paragraph_called(document, "3").start == document.labels.numbers.starts[2]
    assert passage_called(document, outline, "2", "3").text.startswith("The claimant keeps")
    with pytest.raises(NoSuchPlace, match="backwards"):
        passage_called(document, outline, "3", "2")
    counted = opened(f"{PROSE}\n\n{PROSE}")
    assert paragraph_called(counted, "2") == counted.paragraph(2)
    with pytest.raises(NoSuchPlace, match="counted here"):
        paragraph_called(counted, "2a")
