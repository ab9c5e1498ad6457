"""The pages that sources print: their labels, where they begin, and what is taken out of the text."""

from __future__ import annotations

from itertools import product
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.formats.html import printed_pages as html_pages
from corpus.opening import open_bytes
from tests import judgments

PROSE = "Water runs on, and the keeper watches it from the bridge, as he has done for thirty years. "


def opened(text: str, name: str = "a.txt") -> Document:
    return open_bytes(text.encode("utf-8"), name)


def pages(document: Document) -> list[tuple[str, str]]:
    """Each page's label, and the words that it begins with."""
    return [
        (label, " ".join(document.text[start : start + 40].split()[:3]))
        for start, label in document.labels.pages.shifted(0)
    ]


def test_a_request_for_comments_has_the_pages_of_its_feet() -> None:
    document = opened(judgments.request_for_comments())
    assert pages(document) == [
        ("1", "1. Gates of"),
        ("2", "2. Gates of"),
        ("3", "goes on until"),
        ("4", "4. Gates of"),
        ("5", "5. Gates of"),
    ]


def test_feet_and_running_heads_are_taken_out_and_sentences_go_on() -> None:
    document = opened(judgments.request_for_comments())
    assert "[Page" not in document.text
    assert "RFC 99999" not in document.text
    assert "that comes down from the hills in spring goes on until the gate is shut" in document.text


def test_feet_alone_part_pages_too() -> None:
    without_feeds = judgments.request_for_comments().replace("\f\n", "\n\n")
    assert [label for label, _ in pages(opened(without_feeds))] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    "foot", ["{}", "- {} -", "          {}", "Page {} of 9", "— {} —", "River Gates      {}", "第 {} 页"]
)
def test_numbers_at_the_foot_count_pages(foot: str) -> None:
    text = "\f".join(f"{PROSE}Page {n} has these words.\n\n{foot.format(n)}\n" for n in range(3, 9))
    document = opened(text)
    assert [label for label, _ in pages(document)] == ["3", "4", "5", "6", "7", "8"]
    assert document.text.count("\n\n") == 5


@pytest.mark.parametrize("head", ["{}", "{}      RIVER GATES", "RIVER GATES      {}"])
def test_numbers_at_the_head_count_pages(head: str) -> None:
    text = "\f".join(f"{head.format(n)}\n\n{PROSE}\n" for n in range(3, 9))
    document = opened(text)
    assert [label for label, _ in pages(document)] == ["3", "4", "5", "6", "7", "8"]
    assert "RIVER" not in document.text


def test_roman_numbers_come_before_the_others() -> None:
    labels = ["i", "ii", "iii", "iv", "1", "2", "3", "4"]
    document = opened("\f".join(f"{PROSE}\n\n{label}\n" for label in labels))
    assert [label for label, _ in pages(document)] == labels
    assert document.page_at(document.page("iii") + 5) == "iii"


def test_a_page_without_its_number_between_two_others_is_certain() -> None:
    feet = ["3", "4", "", "6", "7", "8"]
    document = opened("\f".join(f"{PROSE}\n\n{foot}\n" for foot in feet))
    assert [label for label, _ in pages(document)] == ["3", "4", "5", "6", "7", "8"]


@pytest.mark.parametrize(
    "feet", [[""] * 6, ["3", "9", "1", "7", "2", "30"], ["7", "8", "", "", "", ""], ["1978"] * 6]
)
def test_form_feeds_alone_give_no_page(feet: list[str]) -> None:
    document = opened("\f".join(f"{PROSE}\n\n{foot}\n" for foot in feet))
    assert not any(document.labels.pages.labels)
    assert document.page_at(10) == ""


def test_markup_tells_its_pages() -> None:
    text = (
        f"<p>{PROSE}<span epub:type='pagebreak' id='p12' title='12'></span>Next {PROSE}</p>"
        f"<div role='doc-pagebreak' aria-label='xiii'></div><p>Then {PROSE}</p>"
    )
    document = opened(f"<html><body>{text}</body></html>", "a.html")
    assert pages(document) == [("12", "Next Water runs"), ("xiii", "Then Water runs")]
    assert document.page_at(0) == ""


def test_elements_that_xml_closes_at_once_lose_no_words() -> None:
    text = "".join(f"<p>{PROSE}<a id='page_{n}'/>Start {n}. {PROSE}</p>" for n in range(7, 12))
    document = opened(f"<?xml version='1.0'?><html><body>{text}</body></html>", "a.xhtml")
    assert pages(document) == [(str(n), f"Start {n}. Water") for n in range(7, 12)]
    loose = f"<p>{PROSE}<span epub:type='pagebreak' title='12'/>Next {PROSE}</p><p>Last.</p>"
    document = opened(f"<html><body>{loose}</body></html>", "a.html")
    assert pages(document) == [("12", "Next Water runs")]
    assert document.text == f"{PROSE}Next {PROSE}".strip() + "\n\nLast."


@pytest.mark.parametrize(
    "sign",
    [
        "<span class='pagenum'><a id='Page_{0}'>[Pg {0}]</a></span>",
        "<span class='pagenum'>[{0}]</span>",
        "<a id='page_{0}'></a>",
        "<a name='Page{0}'></a>",
        "<span class='star-page'>*{0}</span>",
        "<span class='star-pagination' number='{0}'>*{0}</span>",
        "<a id='p{0}' class='page-label' href='#p{0}'>*{0}</a>",
        "<a class=gsl_pagenum href='#p{0}'>{0}</a><a id='p{0}' class=gsl_pagenum2 href='#p{0}'>*{0}</a>",
    ],
)
def test_numbers_of_a_printed_edition_are_taken_out_of_the_words(sign: str) -> None:
    text = "".join(f"<p>{PROSE}{sign.format(n)}Start {n}. {PROSE}</p>" for n in range(7, 12))
    document = opened(f"<html><body>{text}</body></html>", "a.html")
    assert pages(document) == [(str(n), f"Start {n}. Water") for n in range(7, 12)]
    assert document.text.startswith(f"{PROSE}Start 7. {PROSE}".strip())


def test_links_to_the_pages_of_a_site_are_none() -> None:
    pager = "".join(f"<a class='page-number' href='?{n}'>{n}</a> " for n in range(1, 9))
    document = opened(f"<html><body><p>{PROSE}</p><div>{pager}</div></body></html>", "a.html")
    assert pages(document) == []
    assert "1 2 3" in document.text


@pytest.mark.parametrize(("name", "sign"), [("a.md", "*{} "), ("a.txt", "[*{}] "), ("a.txt", "*{} ")])
def test_star_paging_is_taken_out_of_the_words(name: str, sign: str) -> None:
    text = "\n\n".join(f"The court {PROSE}{sign.format(n)}found that {PROSE * 8}" for n in range(112, 117))
    document = opened(text, name)
    assert pages(document) == [(str(n), "found that Water") for n in range(112, 117)]
    assert "*" not in document.text


@pytest.mark.parametrize(
    "stars", ["*1 *2 *3 *4", "*2 a *7 b *9", "see *1, and *1 again, then *2 and *3", "2 *3 *4 *5 = x"]
)
def test_other_stars_stay(stars: str) -> None:
    document = opened(f"{PROSE}{stars} {PROSE}")
    assert stars in document.text
    assert not document.labels.pages.labels


@given(
    st.lists(
        st.lists(st.text("abcdef", min_size=1, max_size=9), min_size=8, max_size=60), min_size=4, max_size=8
    )
)
def test_each_page_begins_with_its_own_words(texts: list[list[str]]) -> None:
    # No two words are the same, and none has figures: lines that differ in those alone are running heads.
    names = ("".join(letters) for letters in product(ascii_lowercase, repeat=3))
    words = [[f"{word}-{name}" for word, name in zip(text, names, strict=False)] for text in texts]
    set_pages = []
    for page, text in enumerate(words, 1):
        lines = [" ".join(text[at : at + 8]) for at in range(0, len(text), 8)]
        set_pages.append("\n".join([*lines, "", f"River Watch                    [Page {page}]", ""]))
    document = opened("\f".join(set_pages))
    starts = document.labels.pages.starts
    assert [document.text[start:].split()[0] for start in starts] == [text[0] for text in words]
    assert list(starts) == sorted(starts)
    assert document.text.split() == [word for text in words for word in text]


@pytest.mark.parametrize(
    ("source", "worth"),
    [
        ('<span class="PageNum">', True),
        ('<i class="page-_num">', True),
        ("<a class=StarPage>", True),
        ('<span class="star-page">', True),
        ('<a NAME = "Pg.7">', True),
        ("<a id=page_12>", True),
        ("<a id='p3'>", True),
        ("<b epub:type=PageBreak>", True),
        ('<a href="page3.html">', False),
        ('<a name="pages">', False),
        ("the page nobody read, the star of page 7", False),
    ],
)
def test_a_source_without_pages_is_not_looked_through(source: str, worth: bool) -> None:
    assert html_pages._is_worth_a_look(source.lower()) is worth
