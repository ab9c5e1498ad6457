"""Requests for comments and Internet-Drafts: the two columns above the title say whose they are."""

from __future__ import annotations

import pytest

from corpus.document import Document, Kind
from corpus.large.document import LargeDocument
from corpus.large.stretches import Stretches
from corpus.metadata import PartialDate
from corpus.opening import open_bytes
from corpus.outline import outline_of

_PROSE = """\
   Each light is either a request or a response, and a ship waits on
   it until it is dark.  The target of a light is called a "ship", and
   nothing limits what one may be; it merely defines an interface that
   may be used.

"""
_SECTIONS = f"1. Introduction\n\n{_PROSE}2. Lights\n\n{_PROSE}2.1 Ships\n\n{_PROSE}3. Harbours\n\n{_PROSE}"
_MODERN = """



Internet Engineering Task Force (IETF)                    A. Ruiz, Ed.
Request for Comments: 70231                                  Coast Ltd.
Obsoletes: 2616                                       J-L. van der Stok
Updates: 2817                                                green/blue
Category: Standards Track                                    April 2014
ISSN: 2070-1721


     The Harbour Light Protocol (HLP/1.1): Semantics and
                          Content

Abstract

   The protocol is for lights.

Status of This Memo

   This is a standards track document.

"""
_OLD = """\
\t$filed: rfc810.txt,v 1.1 2003/02/25 16:05:13 filed Exp $

Network Working Group                                   C. Stephen Carr
Request for Comments: 810                                   April 2000
Updates: 1459
Category: Informational


                   Harbour Lights: Architecture

Status of this Memo

   This memo provides information for ships.

"""
_DRAFT = """\
Network Working Group                                     Ana Ruiz
Internet-Draft                                 Coast Initiative
Intended status: Informational
Expires: February 13, 2019                         August 12, 2018

             Deprecation of Lights
             draft-ruiz-lights-00

Abstract

   Lights were proposed, and this was done to simplify harbours.

"""


def _between(lines: str) -> Document:
    return open_bytes(f"Before it stands a line of prose.\n\n{lines}\nAnd one behind.\n".encode())


def _read(text: str) -> Document:
    return open_bytes((text + _SECTIONS).encode(), "memo.txt")


def test_the_head_of_a_request_for_comments_says_whose_it_is() -> None:
    said = _read(_MODERN).metadata
    assert said.title == "The Harbour Light Protocol (HLP/1.1): Semantics and Content"
    assert [name.as_published() for name in said.authors] == ["A. Ruiz", "J-L. van der Stok"]
    assert (said.date, said.genre, said.number, said.type) == (
        PartialDate(2014, 4),
        "Request for Comments",
        "70231",
        "report",
    )
    assert said.sources["number"] == said.sources["authors"] == "the head of the memo"


def test_a_head_with_few_columns_keeps_them_and_what_was_filed_stands_above() -> None:
    document = _read(_OLD)
    assert [block.kind for block in document.blocks[:4]] == [Kind.NOTE, Kind.NOTE, Kind.HEADING, Kind.HEADING]
    head = document.blocks[1]
    assert document.text[head.start : head.end].split("\n")[1].endswith("                April 2000")
    said = document.metadata
    assert (said.title, said.number, said.date) == (
        "Harbour Lights: Architecture",
        "810",
        PartialDate(2000, 4),
    )
    assert [name.as_published() for name in said.authors] == ["C. Stephen Carr"]


def test_a_draft_has_its_name_as_its_number() -> None:
    document = _read(_DRAFT)
    said = document.metadata
    assert (said.title, said.genre, said.number) == (
        "Deprecation of Lights",
        "Internet-Draft",
        "draft-ruiz-lights-00",
    )
    assert [name.as_published() for name in said.authors] == ["Ana Ruiz"]
    assert said.date == PartialDate(2018, 8, 12)
    named = next(block for block in document.blocks if document.text[block.start :].startswith("draft-"))
    assert named.kind is Kind.NOTE


def test_the_title_stands_over_the_sections_and_is_no_paragraph() -> None:
    document = _read(_OLD)
    levels = [(one.level, one.title) for one in outline_of(document).sections if one.matter == "body"]
    assert levels == [
        (1, "Status of this Memo"),
        (1, "1. Introduction"),
        (1, "2. Lights"),
        (2, "2.1 Ships"),
        (1, "3. Harbours"),
    ]
    first = document.paragraph(1)
    assert document.text[first.start : first.end] == "This memo provides information for ships."


def test_a_long_memo_is_read_as_a_short_one() -> None:
    more = "".join(
        f"   Ship {number} waited until it was dark, and went home.\n\n" for number in range(6_000)
    )
    data = (_MODERN + _SECTIONS + more).encode()
    large = LargeDocument(Stretches(data, "utf-8"), encoding="utf-8")
    short = _read(_MODERN).metadata
    assert large.metadata.number == open_bytes(data, "memo.txt").metadata.number == "70231"
    assert open_bytes(data, "memo.txt").metadata == short
    assert large.stretch(0).blocks[0].kind is Kind.NOTE


@pytest.mark.parametrize(
    "head",
    [
        "A letter to the editor                    A. Ruiz\nNumber: 810             April 2000",
        "Request for Comments: 810\nUpdates: 1459",
        "We send a Request for Comments: 810 people got it.\nThey wrote to us in April 2000.",
    ],
)
def test_what_is_no_head_is_left_as_it_is(head: str) -> None:
    said = _read(f"{head}\n\n        Harbour Lights\n\nShips wait until it is dark.\n").metadata
    assert (said.number, said.genre, said.authors, said.title) == ("", "", (), "")


def test_a_contents_list_keeps_its_lines() -> None:
    text = "   1. Lights . . . . .  2\n   A. Ships . . . . .  3\n      Authors . . . . .  4\n"
    document = _between(text)
    assert [block.kind for block in document.blocks] == [Kind.PARAGRAPH, Kind.CODE, Kind.PARAGRAPH]
    listed = document.blocks[1]
    assert document.text[listed.start : listed.end].split("\n")[1] == "A. Ships . . . . .  3"


def test_a_drawing_keeps_its_lines() -> None:
    drawing = "   +-------+ send +------+\n   | Light |----->| Ship |\n   +-------+ back +------+\n"
    document = _between(drawing)
    assert [block.kind for block in document.blocks] == [Kind.PARAGRAPH, Kind.CODE, Kind.PARAGRAPH]
