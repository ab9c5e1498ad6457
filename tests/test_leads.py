"""Links and pictures in reading order, and where their targets lead."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Inline, Kind
from corpus.draft import Draft
from corpus.errors import NoSuchPlace
from corpus.leads import Lead, lead_at, lead_beside, leads_in, leads_of, words_of
from corpus.targets import InFile, Inside, Mail, Nowhere, OnTheWeb, Target, read_target
from corpus.web_address import web_address

HERE: Final = Path("/articles/rivers/mill.html")
AT: Final = "https://example.org/rivers/mill.html"


def linked() -> Document:
    draft = Draft()
    draft.add("No link here.")
    draft.add(
        "See the mill and the lock.",
        spans=[(4, 12, Inline.LINK, "#mill"), (17, 25, Inline.LINK, "lock.html"), (0, 3, Inline.STRONG, "")],
    )
    draft.add("A picture: [a gate].", spans=[(11, 19, Inline.PICTURE, "gate.png")])
    draft.add("Nothing.", Kind.NOTE)
    draft.add("It stands at https://example.org/a_(b), they say (http://example.net/x).")
    return draft.document()


def said(document: Document, lead: Lead | None) -> str:
    return words_of(document, lead) if lead else ""


class TestLeads:
    def test_of_a_block_in_order(self) -> None:
        document = linked()
        assert [said(document, lead) for lead in leads_of(document, document.blocks[1])] == [
            "the mill",
            "the lock",
        ]

    def test_walk_over_blocks_both_ways(self) -> None:
        document = linked()
        lead: Lead | None = leads_of(document, document.blocks[1])[0]
        way = []
        while lead is not None:
            way.append(said(document, lead))
            lead = lead_beside(document, lead, 1)
        assert way == [
            "the mill",
            "the lock",
            "[a gate]",
            "https://example.org/a_(b)",
            "http://example.net/x",
        ]
        last = leads_of(document, document.blocks[-1])[-1]
        back = [said(document, last)]
        while (before := lead_beside(document, last, -1)) is not None:
            last = before
            back.append(said(document, last))
        assert back == way[::-1]

    def test_at_an_offset(self) -> None:
        document = linked()
        at = document.text.index("the lock")
        assert said(document, lead_at(document, at)) == "the lock"
        assert lead_at(document, at - 1) is None
        assert lead_at(document, at + len("the lock")) is None

    def test_picture_is_told_apart(self) -> None:
        document = linked()
        assert [lead.is_picture for lead in leads_of(document, document.blocks[2])] == [True]

    def test_address_that_is_a_link_already_is_one_lead(self) -> None:
        draft = Draft()
        draft.add("At http://example.org/x now.", spans=[(3, 23, Inline.LINK, "http://example.org/y")])
        document = draft.document()
        assert [lead.target for lead in leads_in(document, 0, len(document.text))] == ["http://example.org/y"]

    @given(st.text(alphabet="ab./:)(,#?= \nhtps", max_size=80))
    def test_addresses_are_what_stands_there(self, words: str) -> None:
        draft = Draft()
        draft.add(f"x{words}http://a.b/{words}")
        document = draft.document()
        for lead in leads_in(document, 0, len(document.text)):
            assert document.text[lead.start : lead.end] == lead.target
            assert lead.target.startswith("http")
            assert not lead.target.endswith((".", ",", ":", "?"))


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("#mill", Inside("mill")),
        ("", Inside("")),
        ("mill.html#gate", Inside("gate")),
        ("lock.html", InFile(Path("/articles/rivers/lock.html"))),
        ("lock.html#top", InFile(Path("/articles/rivers/lock.html"), "top")),
        ("lock.html?x=1", InFile(Path("/articles/rivers/lock.html"))),
        ("../a%20b.md", InFile(Path("/articles/a b.md"))),
        ("file:///etc/passwd", InFile(Path("/etc/passwd"))),
        ("mailto:ana@example.org?subject=x", Mail("ana@example.org")),
    ],
)
def test_targets(target: str, expected: Target) -> None:
    assert read_target(target, path=HERE) == expected


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "ssh://example.org",
        "x-man-page://ls",
        "tel:123",
        "file://example.org/etc/passwd",
        "a%00b.html",
        "http://",
        "http://[::1",
        "https://exa mple.org/",
        "https://a.example\\.b.example/",
        "mailto:nobody",
        "http://example.org:99999999/",
    ],
)
def test_refused(target: str) -> None:
    assert isinstance(read_target(target, path=HERE), Nowhere)


def test_targets_go_by_the_address_where_there_is_no_file() -> None:
    found = read_target("lock.html#x", url=AT)
    assert isinstance(found, OnTheWeb)
    assert found.web.address == "https://example.org/rivers/lock.html#x"
    assert read_target("#gate", url=AT) == Inside("gate")
    assert read_target(f"{AT}#gate", url=AT) == Inside("gate")
    assert isinstance(read_target("lock.html"), Nowhere)


def test_file_with_an_address_has_both() -> None:
    found = read_target("lock.html", path=HERE, url=AT)
    assert found == InFile(Path("/articles/rivers/lock.html"), "", "https://example.org/rivers/lock.html")


def test_host_without_a_scheme() -> None:
    found = read_target("//example.net/x", path=HERE)
    assert isinstance(found, OnTheWeb)
    assert found.web.address == "https://example.net/x"


class TestWebAddress:
    def test_letters_that_look_like_others_are_shown_as_what_they_are(self) -> None:
        web = web_address("https://аррӏе.com/")
        assert web.address == "https://xn--80ak6aa92e.com/"
        assert web.host == "xn--80ak6aa92e.com"
        assert web.reads_as == "аррӏе.com"

    def test_punycode_says_how_it_is_read(self) -> None:
        assert web_address("https://xn--80ak6aa92e.com/").reads_as == "аррӏе.com"
        assert web_address("https://example.org/").reads_as == ""

    def test_what_stands_before_the_host_is_left_out(self) -> None:
        web = web_address("https://example.org:443@evil.example/x")
        assert web.address == "https://evil.example/x"
        assert web.host == "evil.example"
        assert web.left_out == "example.org:443"

    def test_nothing_in_it_can_be_mistaken(self) -> None:
        web = web_address("https://example.org/\u202egnp.exe?q=ä \x1b]52;c;eA==\x07#ü'\"")
        assert web.address.isascii()
        assert web.address.isprintable()
        assert " " not in web.address

    def test_escapes_stay_as_they_are(self) -> None:
        address = "https://example.org/a%20b/%C3%A4?x=%2F&y=1#z"
        assert web_address(address).address == address

    @given(st.text(max_size=60))
    def test_any_text_is_an_address_in_ascii_or_none(self, text: str) -> None:
        for given_text in (text, f"https://{text}", f"http://example.org/{text}"):
            try:
                web = web_address(given_text)
            except NoSuchPlace:
                continue
            assert web.address.isascii()
            assert web.address.isprintable()
            assert web.address.startswith(("http://", "https://"))
            assert web.host in web.address
