"""FictionBooks: sections, notes, verse, what they say of themselves, and what is wrong with them."""

from __future__ import annotations

import gzip
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Inline, Kind
from corpus.errors import CannotOpen
from corpus.formats import fb2
from corpus.opening import open_bytes
from corpus.outline import outline_of
from corpus.source import Source
from tests.zipping import zipped

START = (
    '<?xml version="1.0" encoding="utf-8"?>\n<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"'
    ' xmlns:l="http://www.w3.org/1999/xlink">'
)
SEA = "<section><title><p>Ships</p></title><p>Of oak.</p></section>"


def written(*bodies: str, description: str = "") -> bytes:
    """A FictionBook of these bodies."""
    parts = "".join(body if body.startswith("<b") else f"<body>{body}</body>" for body in bodies)
    return f"{START}<description>{description}</description>{parts}</FictionBook>".encode()


def opened(data: bytes, name: str = "sea.fb2") -> Document:
    return open_bytes(data, name)


def entries(document: Document) -> list[tuple[int, str, int | None]]:
    return [(one.level, one.title, one.paragraph) for one in outline_of(document).sections]


def test_titles_of_sections_are_the_outline() -> None:
    document = opened(
        written(
            "<title><p>Ana Ruiz</p><p>The Sea</p></title><section><title><p>Part</p><p>One</p></title>"
            f"<section><p>It is wide.</p></section>{SEA}</section><section><title><p>Ports</p></title>"
            "<p>Of stone.</p><subtitle>* * *</subtitle><p>Of sand.</p><subtitle>Piers</subtitle>"
            "<p>Of wood.</p></section>",
            description="<title-info><book-title>The Sea</book-title></title-info>",
        )
    )
    assert document.text.startswith(
        "Ana Ruiz\nThe Sea\n\nPart\nOne\n\nIt is wide.\n\nShips\n\nOf oak.\n\nPorts"
    )
    assert entries(document) == [(1, "Part One", 1), (2, "Ships", 2), (1, "Ports", 3), (2, "Piers", 5)]
    assert (document.format, document.paragraph_count) == ("fb2", 5)


def test_notes_are_not_counted_and_links_lead_to_them_and_back() -> None:
    document = opened(
        written(
            '<section><p>Oak<a l:href="#n1" type="note">1</a>, <a l:href="#s">elm</a>.</p></section>'
            '<section id="s"><p>Ash.</p></section>',
            '<body name="notes"><title><p>Notes</p></title>'
            '<section id="n1"><title><p>1</p></title><p>Of Spain.</p><p>And more.</p></section></body>',
        )
    )
    kinds = [(document.text[one.start : one.end], one.kind) for one in document.blocks]
    assert kinds[2:] == [("Notes", Kind.HEADING), ("1 Of Spain.", Kind.NOTE), ("And more.", Kind.NOTE)]
    assert {span.target for span in document.spans} == {"#n1", "#s"}
    assert document.anchors == {"n1": document.text.index("1 Of"), "s": document.text.index("Ash")}
    assert outline_of(document).sections[-1].matter == "back"


def test_verse_quotations_tables_and_pictures() -> None:
    document = opened(
        written(
            "<section><epigraph><p>Deep.</p><text-author>Ana</text-author></epigraph>"
            "<poem><title><p>Waves</p></title><stanza><v>One</v>\n<v>two</v></stanza></poem>"
            "<cite><p>A <strong>b</strong> <emphasis>c</emphasis>.</p></cite>"
            "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
            '<image l:href="#p.png" alt="A ship"/></section>',
            '<binary id="p.png" content-type="image/png">AAAA</binary>',
        )
    )
    quotes = [(document.text[one.start : one.end], one.quote) for one in document.blocks]
    assert quotes[:4] == [("Deep.", 1), ("Ana", 1), ("Waves", 0), ("One\ntwo", 0)]
    assert quotes[4] == ("A b c.", 1)
    assert "a\tb\n1\t2" in document.text
    assert document.text.endswith("[A ship]")
    assert "AAAA" not in document.text
    marks = {(document.text[span.start : span.end], span.inline) for span in document.spans}
    assert {("b", Inline.STRONG), ("c", Inline.EMPHASIS)} <= marks


def test_what_the_description_says() -> None:
    known = opened(
        written(
            SEA,
            description=(
                "<title-info><author><first-name>Ana</first-name><middle-name>Maria</middle-name>"
                "<last-name>Ruiz</last-name></author><author><nickname>Sailor</nickname></author>"
                '<book-title>The Sea</book-title><date value="1999-01-02">then</date><lang>es</lang>'
                "</title-info>"
                "<publish-info><publisher>Rivers</publisher><city>Lima</city><year>2003</year>"
                "<isbn>0-00-000001-9</isbn></publish-info>"
            ),
        )
    ).metadata
    assert [name.as_published() for name in known.authors] == ["Ana Maria Ruiz", "Sailor"]
    assert known.authors[0].family == "Ruiz"
    assert known.date is not None
    assert (known.title, known.date.year, known.lang) == ("The Sea", 2003, "es")
    assert (known.publisher, known.place, known.isbn) == ("Rivers", "Lima", "0-00-000001-9")
    assert set(known.sources.values()) == {"the book’s description"}


def test_it_may_be_in_a_zip_archive_compressed_or_in_another_encoding() -> None:
    data = written(SEA)
    for packed, name in (
        (zipped({"sea.fb2": data}), "sea.fb2.zip"),
        (gzip.compress(data), "sea.fb2.gz"),
        (data, "sea.txt"),
        (data.replace(b"utf-8", b"windows-1251"), "sea.fb2"),
    ):
        document = opened(packed, name)
        assert (document.text, document.format) == ("Ships\n\nOf oak.", "fb2")
    cyrillic = data.decode().replace("utf-8", "windows-1251").replace("Of oak", "Мир").encode("cp1251")
    assert opened(cyrillic).text == "Ships\n\nМир."


def test_a_broken_book_is_read_up_to_the_fault_and_mended_where_it_can_be() -> None:
    broken = written(SEA, SEA)[:-80]
    document = opened(broken)
    assert document.text.startswith("Ships\n\nOf oak.")
    assert document.fault == "Of this book a part at the end could not be read: its XML is broken in line 2."
    sloppy = opened(written("<section><p>R&D &nbsp;&mdash; x</p></section>"))
    assert (sloppy.text, sloppy.fault) == ("R&D \xa0— x", "")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (written(), "there is no text in it"),
        (START.encode() + b"<body>", "its XML is broken in line 2"),
        (written("<section>" * 600), "nested more than 500 deep"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]>" + written(SEA)[39:], "made to break readers"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, why: str) -> None:
    with pytest.raises(CannotOpen, match=rf"sea\.fb2 cannot be read as a FictionBook: .*{why}"):
        opened(data)


def test_escapes_reach_nothing() -> None:
    escape = "&#x9b;31m&#x202e;"
    words = f'<title><p>A{escape}</p></title><p>B <a l:href="#x{escape}">C</a></p>'
    section = f'<section id="x{escape}">{words}</section>'
    document = opened(
        written(section, description=f"<title-info><book-title>{escape}</book-title></title-info>")
    )
    shown = repr([*document])
    assert "\\x9b" not in shown
    assert "\\u202e" not in shown


def test_beginnings_of_a_long_book_are_what_the_whole_begins_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fb2, "SAMPLE", 500)
    monkeypatch.setattr(fb2, "_ENOUGH", 100)
    words = "oak " * 50
    sections = "".join(
        f'<section id="s{at}"><title><p>Chapter {at}</p></title>'
        f'<p>{words}<a l:href="#s{39 - at}">x</a></p></section>'
        for at in range(40)
    )
    *beginnings, whole = fb2.read(Source(written(sections), "sea.fb2", at_once=False))
    assert len(beginnings) == 2
    for beginning in beginnings:
        assert whole.text.startswith(beginning.text)
        assert [*beginning.blocks] == whole.blocks[: len(beginning.blocks)]
        assert beginning.contents == whole.contents[: len(beginning.contents)]
    (at_once,) = fb2.read(Source(written(sections), "sea.fb2"))
    assert at_once._replace(blocks=whole.blocks) == whole


@given(st.binary(max_size=100), st.integers(0, 2_000), st.integers(0, 60))
def test_whatever_is_broken_a_book_opens_or_says_why_not(junk: bytes, at: int, length: int) -> None:
    data = written(SEA, SEA)
    at %= len(data)
    with suppress(CannotOpen):
        assert [*fb2.read(Source(data[:at] + junk + data[at + length :], "sea.fb2"))]
