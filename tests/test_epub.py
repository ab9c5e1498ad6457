"""EPUBs: chapters, contents, links, pages, what they say of themselves, and what is wrong with them."""

from __future__ import annotations

from contextlib import suppress
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Inline, Kind
from corpus.errors import CannotOpen
from corpus.formats import epub
from corpus.formats.epub.chapters import Chapter
from corpus.formats.xhtml import html_of
from corpus.opening import open_bytes
from corpus.outline import outline_of
from corpus.reading import documents_of
from corpus.source import Source
from tests.epub_writing import NAV, NCX, book, chapter, nav, package
from tests.zipping import zipped

SEA = {"a.xhtml": "<h1>Ships</h1><p>Of oak.</p>", "b.xhtml": "<h1>Ports</h1><p>Of stone.</p>"}
LISTED = '<li><a href="a.xhtml">Ships</a></li><li><a href="b.xhtml">Ports</a></li>'


def opened(data: bytes) -> Document:
    return open_bytes(data, "sea.epub")


def entries(document: Document) -> list[tuple[int, str, int | None]]:
    return [(one.level, one.title, one.paragraph) for one in outline_of(document).sections]


def targets(document: Document) -> dict[str, str]:
    return {document.text[span.start : span.end]: span.target for span in document.spans if span.target}


def paragraphs(document: Document) -> list[str]:
    return [
        document.text[block.start : block.end] for block in document.blocks if block.kind is Kind.PARAGRAPH
    ]


def test_chapters_stand_in_the_order_of_the_spine() -> None:
    spine = '<itemref idref="i1"/><itemref idref="i0"/>'
    document = opened(book(SEA, opf=package(SEA, spine=spine)))
    assert document.text == "Ports\n\nOf stone.\n\nShips\n\nOf oak."
    assert (document.format, document.paragraph_count, document.fault) == ("epub", 2, "")


def test_what_is_beside_the_line_of_reading_stands_behind_it_and_is_not_counted() -> None:
    spine = '<itemref idref="i0" linear="no"/><itemref idref="i1"/>'
    document = opened(book(SEA, opf=package(SEA, spine=spine)))
    assert document.text == "Ports\n\nOf stone.\n\nShips\n\nOf oak."
    assert paragraphs(document) == ["Of stone."]


def test_the_navigation_document_is_the_outline() -> None:
    entry = '<li><a href="a.xhtml">I. Ships</a><ol><li><a href="a.xhtml#oak">Oak</a></li></ol></li>'
    chapters = {"a.xhtml": '<h2>Ships</h2><p>Of many.</p><p id="oak">Of oak.</p>', "b.xhtml": SEA["b.xhtml"]}
    document = opened(book(chapters, contents=entry))
    assert entries(document) == [(1, "I. Ships", 1), (2, "Oak", 2), (3, "Ports", 3)]
    assert [document.text[one.start :][:5] for one in document.contents] == ["Ships", "Of oa"]


def test_an_entry_without_a_link_leads_where_the_first_below_it_leads() -> None:
    document = opened(book(SEA, contents=f"<li><span>Part I</span><ol>{LISTED}</ol></li>"))
    assert entries(document) == [(1, "Part I", 1), (2, "Ships", 1), (2, "Ports", 2)]


def test_the_contents_of_epub_2_are_the_outline() -> None:
    ncx = (
        '<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://127.0.0.1:9/ncx.dtd"><ncx><navMap>'
        "<navPoint><navLabel><text>Part&nbsp;I & II</text></navLabel><content src='a.xhtml'/>"
        "<navPoint><navLabel><text>Ports</text></navLabel><content src='b.xhtml#x%20y'/></navPoint>"
        "</navPoint>"
        "</navMap><pageList><pageTarget value='7'><navLabel><text>vii</text></navLabel>"
        "<content src='b.xhtml#x%20y'/></pageTarget></pageList></ncx>"
    )
    chapters = SEA | {"b.xhtml": "<p>It is wide.</p><h2 id='x y'>Ports</h2><p>Of stone.</p>"}
    document = opened(book(chapters, opf=package(chapters, more=NCX), more={"OEBPS/toc.ncx": ncx}))
    assert entries(document) == [(1, "Part I & II", 1), (2, "Ports", 3)]
    assert document.page("vii") == document.text.index("Ports")


def test_pages_are_those_that_the_book_lists_and_else_those_that_stand_in_it() -> None:
    body = (
        "<p>One <span epub:type='pagebreak' id='p2' title='2'/>two.</p>"
        "<p epub:type='pagebreak' id='p3' title='3'/><p>Three.</p>"
    )
    inside = opened(book({"a.xhtml": f"<h1>A</h1>{body}"}))
    assert inside.labels.pages.shifted(0) == [
        (inside.text.index("two"), "2"),
        (inside.text.index("Three"), "3"),
    ]
    listed = nav(LISTED, "<nav epub:type='page-list'><ol><li><a href='a.xhtml#p3'>iii</a></li></ol></nav>")
    chapters = {"a.xhtml": f"<h1>A</h1>{body}"}
    outside = opened(book(chapters, opf=package(chapters, more=NAV), more={"OEBPS/nav.xhtml": listed}))
    assert outside.labels.pages.shifted(0) == [(outside.text.index("Three"), "iii")]


def test_links_lead_to_places_in_other_chapters() -> None:
    chapters = {
        "text/a.xhtml": '<p><a href="../b%20b.xhtml#x">there</a> <a href="#me">here</a>'
        ' <a href="c.xhtml">gone</a>'
        ' <a id="me" href="https://example.org/#x">out</a> <a href="../b%20b.xhtml">all</a></p>',
        "b b.xhtml": '<p>Of <b id="x">stone</b>.</p>',
    }
    document = opened(book(chapters, opf=package(["text/a.xhtml", "b%20b.xhtml"])))
    assert targets(document) == {
        "there": "#OEBPS/b b.xhtml#x",
        "here": "#OEBPS/text/a.xhtml#me",
        "gone": "c.xhtml",
        "out": "https://example.org/#x",
        "all": "#OEBPS/b b.xhtml",
    }
    at = document.text.index
    assert document.anchors == {
        "OEBPS/text/a.xhtml": 0,
        "OEBPS/text/a.xhtml#me": at("out"),
        "OEBPS/b b.xhtml": at("Of"),
        "OEBPS/b b.xhtml#x": at("stone"),
    }


def test_notes_covers_and_lists_of_contents_are_not_counted() -> None:
    links = "".join(f'<p><a href="a.xhtml">Chapter {number}</a></p>' for number in range(6))
    chapters = {
        "cover.xhtml": "<p>A cover.</p>",
        "rights.xhtml": '<section epub:type="copyright-page"><p>All rights.</p></section>',
        "toc.xhtml": f"<h1>Contents</h1>{links}",
        "a.xhtml": '<p>Of oak.</p><aside epub:type="footnote"><p>1 Or elm.</p></aside><p>Of linen.</p>',
    }
    guide = '<reference type="cover" href="cover.xhtml"/><reference type="toc" href="a.xhtml"/>'
    document = opened(book(chapters, opf=package(chapters, guide=guide)))
    assert paragraphs(document) == ["Of oak.", "Of linen."]
    assert "Chapter 5" in document.text
    assert "All rights." in document.text


def test_the_title_of_a_list_of_contents_is_no_paragraph() -> None:
    toc = "<div class='toc'><p>Table of Contents</p><dl><dt><a href='#x'>One</a></dt></dl></div><p>Words.</p>"
    assert paragraphs(opened(book({"one.xhtml": chapter(toc)}))) == ["Words."]


def test_a_page_stands_in_for_what_is_none() -> None:
    more = (
        '<item id="x" href="x.xml" media-type="application/dtc+xml" fallback="y"/>'
        '<item id="y" href="y.json" media-type="application/json" fallback="i0"/>'
        '<item id="z" href="b.xhtml" media-type="application/octet-stream" fallback="z"/>'
    )
    opf = package(["a.xhtml"], more=more, spine='<itemref idref="x"/><itemref idref="z"/>')
    files = {"OEBPS/x.xml": "<x>No page.</x>", "OEBPS/y.json": "{}"}
    assert opened(book(SEA, opf=opf, more=files)).text == "Ships\n\nOf oak.\n\nPorts\n\nOf stone."


def test_a_page_without_scripts_stands_in_for_one_that_needs_them() -> None:
    chapters = SEA | {"c.xhtml": "<p>Needs a <a href='b.xhtml'>program</a>.</p>"}
    items = '<item id="s" href="a.xhtml" media-type="application/xhtml+xml" properties="svg scripted"'
    opf = package(
        ["c.xhtml", "b.xhtml"],
        more=f'{items} fallback="i1"/>{NAV}',
        spine="<itemref idref='s'/><itemref idref='i0'/>",
    )
    document = opened(book(chapters, opf=opf, contents='<li><a href="a.xhtml">Ports</a></li>'))
    assert document.text == "Ports\n\nOf stone.\n\nNeeds a program."
    # What leads to the one leads to the other.
    assert entries(document) == [(1, "Ports", 1)]
    assert document.anchors == {"OEBPS/b.xhtml": 0, "OEBPS/a.xhtml": 0, "OEBPS/c.xhtml": 18}


def test_a_file_stands_there_as_often_as_in_the_spine_and_links_lead_to_the_first() -> None:
    chapters = SEA | {"c.xhtml": "<p>To <a href='a.xhtml'>the ships</a>.</p>"}
    opf = package(chapters, spine="".join(f"<itemref idref='i{at}'/>" for at in (2, 0, 1, 0)))
    document = opened(book(chapters, opf=opf))
    assert document.text == "To the ships.\n\nShips\n\nOf oak.\n\nPorts\n\nOf stone.\n\nShips\n\nOf oak."
    assert document.anchors[targets(document)["the ships"][1:]] == 15
    # Places in a file are no files.
    places = '<item id="x" href="a.xhtml#x" media-type="application/xhtml+xml"/>'
    spine = "<itemref idref='i0'/><itemref idref='x'/><itemref idref='i1'/>"
    assert opened(book(SEA, opf=package(SEA, more=places, spine=spine))).text == opened(book(SEA)).text
    # A spine of a few bytes makes no book without end.
    again = opened(book(SEA, opf=package(SEA, spine="<itemref idref='i0'/>" * 500 + "<itemref idref='i1'/>")))
    assert (again.text.count("Of oak."), again.text.count("Of stone.")) == (21, 1)


def test_above_the_root_of_a_book_is_its_root() -> None:
    files = {"pictures/p.png": "x", "more/c.xhtml": chapter("<p>Beyond.</p>")}
    chapters = {
        "a.xhtml": "<p><img src='../../../pictures/p.png' alt='a'/> <a href='../../more/c.xhtml'>b</a></p>"
    }
    opf = package(["a.xhtml", "../../../more/c.xhtml"])
    document = opened(book(chapters, opf=opf, more=files))
    assert [span.target for span in document.spans] == ["pictures/p.png", "#more/c.xhtml"]
    assert document.text == "[a] b\n\nBeyond."


@pytest.mark.parametrize("sign", ["<a {}>12</a>", "<sup><a {}>12</a></sup>", "<a {}><sup>12</sup></a>"])
def test_references_to_notes_do_not_run_into_words(sign: str) -> None:
    reference = sign.format("epub:type='noteref' href='#n'")
    document = opened(
        book({"a.xhtml": f"<p>Of oak{reference} too.</p><aside id='n' epub:type='endnote'>Or elm</aside>"})
    )
    assert document.text == "Of oak¹² too.\n\nOr elm"
    assert targets(document) == {"¹²": "#OEBPS/a.xhtml#n"}
    assert [block.kind for block in document.blocks] == [Kind.PARAGRAPH, Kind.NOTE]


def test_a_reference_that_says_so_over_and_over_is_looked_at_once() -> None:
    reference = "<a " + 20_000 * "role='doc-noteref' " + ">12</a>"
    document = opened(book({"a.xhtml": f"<p>Of oak{reference.replace('12', 'x')}{reference} too.</p>"}))
    assert document.text == "Of oakx¹² too."


def test_a_picture_lies_in_the_archive() -> None:
    pictures = (
        '<p>See <img src="../p%20q.png" alt="a ship"/> <img src="https://example.org/x.png" alt="out"/></p>'
    )
    document = opened(book({"text/a.xhtml": pictures}, more={"OEBPS/p q.png": b"\x89PNG"}))
    assert targets(document) == {"[a ship]": "OEBPS/p q.png", "[out]": "https://example.org/x.png"}
    assert {span.inline for span in document.spans} == {Inline.PICTURE}


def metadata(said: str) -> dict[str, Any]:
    known = opened(book(SEA, opf=package(SEA, said))).metadata
    assert set(known.sources.values()) == {"the book’s package"}
    return {field: value for field, value in known._asdict().items() if value and field != "sources"}


def test_what_the_package_says_in_epub_3() -> None:
    known = metadata(
        '<dc:title id="t">The Sea</dc:title><meta refines="#t" property="title-type">main</meta>'
        '<dc:title id="s">A History</dc:title><meta refines="#s" property="title-type">subtitle</meta>'
        '<dc:creator id="c">He Jing</dc:creator><meta refines="#c" property="role">aut</meta>'
        '<meta refines="#c" property="file-as">He, Jing</meta><dc:creator>Ana Ruiz</dc:creator>'
        '<dc:contributor id="e">Jo Li</dc:contributor><meta refines="#e" property="role">edt</meta>'
        '<dc:contributor id="x">calibre</dc:contributor><meta refines="#x" property="role">bkp</meta>'
        "<dc:date>2019-04-02T00:00:00+00:00</dc:date><dc:publisher>Rivers &amp; Sons</dc:publisher>"
        "<dc:language>en-GB</dc:language><dc:identifier>urn:uuid:1-2</dc:identifier>"
        "<dc:identifier>urn:isbn:9780000000019</dc:identifier><dc:identifier>doi:10.1000/182</dc:identifier>"
        '<meta property="dcterms:modified">2021-01-01T00:00:00Z</meta>'
    )
    assert known["title"] == "The Sea: A History"
    assert [name.as_published() for name in known["authors"]] == ["He Jing", "Ana Ruiz"]
    assert known["authors"][0].family == "He"
    assert [name.as_published() for name in known["editors"]] == ["Jo Li"]
    assert known["date"].iso() == "2019-04-02"
    assert (known["publisher"], known["lang"]) == ("Rivers & Sons", "en-GB")
    assert (known["isbn"], known["doi"], known["type"]) == ("9780000000019", "10.1000/182", "book")


def test_what_the_package_says_in_epub_2() -> None:
    known = metadata(
        "<dc:title>The Sea</dc:title><dc:title>Also Ships</dc:title>"
        '<dc:creator opf:role="aut" opf:file-as="Ruiz Ortega, Ana">Ana Ruiz Ortega</dc:creator>'
        '<dc:creator opf:role="aut">Unknown</dc:creator><dc:date opf:event="modification">2020</dc:date>'
        '<dc:date opf:event="publication">1999</dc:date><dc:language>und</dc:language>'
        '<dc:identifier opf:scheme="ISBN">0-00-000001-9</dc:identifier>'
        '<dc:identifier opf:scheme="URI">http://www.example.org/2701</dc:identifier>'
    )
    assert (known["title"], known["date"].year) == ("The Sea", 1999)
    assert [(name.family, name.given) for name in known["authors"]] == [("Ruiz Ortega", "Ana")]
    assert (known["isbn"], known["url"]) == ("0-00-000001-9", "http://www.example.org/2701")
    assert "lang" not in known


def test_a_damaged_chapter_is_left_out_and_said() -> None:
    data = bytearray(book(SEA | {"c.xhtml": "<p>Of salt.</p>"}))
    at = data.index(b"OEBPS/b.xhtml") + len(b"OEBPS/b.xhtml")
    data[at : at + 8] = b"\xff" * 8
    document = opened(bytes(data))
    assert document.text == "Ships\n\nOf oak.\n\nOf salt."
    assert document.fault == "Of this book could not be read: b.xhtml (damaged)."
    data[data.rindex(b"OEBPS/b.xhtml") - 38] |= 1
    locked = "Of this book could not be read: b.xhtml (locked with a password)."
    assert opened(bytes(data)).fault == locked


def test_what_is_missing_or_nested_without_end_is_left_out_and_said() -> None:
    chapters = SEA | {"deep.xhtml": "<div>" * 5_000}
    document = opened(book(chapters, opf=package([*chapters, "gone.xhtml"])))
    assert document.text == "Ships\n\nOf oak.\n\nPorts\n\nOf stone."
    assert document.fault == "Of this book could not be read: deep.xhtml (damaged); i3 (missing)."


def locked(names: list[str], method: str) -> bytes:
    said = "".join(
        f'<EncryptedData><EncryptionMethod Algorithm="{method}"/><CipherData><CipherReference URI="{name}"/>'
        "</CipherData></EncryptedData>"
        for name in names
    )
    return book(SEA, more={"META-INF/encryption.xml": f"<encryption>{said}</encryption>"})


def test_a_book_that_is_locked_is_said_to_be() -> None:
    with pytest.raises(CannotOpen, match=r"sea\.epub is locked by its seller"):
        opened(locked(["OEBPS/a.xhtml", "OEBPS/b.xhtml"], "http://www.w3.org/2001/04/xmlenc#aes256-cbc"))
    part = opened(locked(["OEBPS/b.xhtml"], "http://www.w3.org/2001/04/xmlenc#aes128-cbc"))
    assert part.text == "Ships\n\nOf oak."
    assert part.fault == "Of this book could not be read: b.xhtml (locked by the seller)."
    fonts = opened(locked(["OEBPS/a.xhtml"], "http://www.idpf.org/2008/embedding"))
    assert fonts.fault == ""


def test_a_book_is_found_wherever_its_parts_are() -> None:
    container = '<container><rootfiles><rootfile full-path="{}"/></rootfiles></container>'
    files = {"OEBPS/Text/A.XHTML": chapter(SEA["a.xhtml"]), "OEBPS/b.html": chapter(SEA["b.xhtml"])}
    opf = package(["../oebps/Text/a.xhtml", "/OEBPS/b.html?x"])
    in_folder = {f"book/{name}": data for name, data in files.items()}
    whole = "Ships\n\nOf oak.\n\nPorts\n\nOf stone."
    for parts in (
        {
            "META-INF/container.xml": container.format("OEBPS/x.opf"),
            "OEBPS/x.opf": opf.replace("/OEBPS/b", "b"),
        },
        {"META-INF/container.xml": container.format("gone.opf"), "OEBPS/x.opf": opf.replace("/OEBPS/b", "b")},
        {"META-INF/container.xml": "broken"},
        {},
    ):
        assert opened(zipped(parts | files)).text == whole
    boxed = {
        "book/META-INF/container.xml": container.format("OEBPS/x.opf"),
        "book/OEBPS/x.opf": opf.replace("/OEBPS/b", "b"),
    }
    assert opened(zipped(boxed | in_folder)).text == whole


@pytest.mark.parametrize(
    "href",
    ["../../../etc/hostname", "/etc/hostname", "file:///etc/hostname", "http://127.0.0.1:9/a", "..", ""],
)
def test_no_file_outside_of_the_book_is_read(href: str) -> None:
    document = opened(book(SEA, opf=package([*SEA, href])))
    assert document.text == "Ships\n\nOf oak.\n\nPorts\n\nOf stone."
    assert document.fault == "Of this book could not be read: i2 (missing)."


def test_a_book_without_words_is_none() -> None:
    with pytest.raises(CannotOpen, match=r"sea\.epub holds no words"):
        opened(book({"a.xhtml": "<img src='a.png'/>"}))
    with pytest.raises(CannotOpen, match=r"sea\.epub"):
        opened(zipped({"mimetype": "application/epub+zip"}))


def test_escapes_reach_nothing() -> None:
    escape = "\x1b]52;c;eA==\x07"
    said = f"<dc:title>Sea{escape}</dc:title><dc:creator>Ana {escape}</dc:creator>"
    chapters = {
        f"a{escape}.xhtml": f"<h1 id='x{escape}'>A{escape}</h1><p>B{escape} <a href='#x{escape}'>C</a></p>"
    }
    listed = f"<li><a href='a{escape}.xhtml#x{escape}'>L{escape}</a></li>"
    document = opened(book(chapters, opf=package(["a.xhtml", *chapters], said, more=NAV), contents=listed))
    assert "\x1b" not in repr(document).replace("\\x1b", "\x1b")


def test_a_long_book_begins_before_it_ends_and_its_beginnings_are_what_the_whole_begins_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(epub, "SAMPLE", 1_000)
    words = " ".join(["oak"] * 60)
    chapters = {
        f"c{number:02}.xhtml": f'<h1 id="h">Chapter {number}</h1><p>{words}</p>'
        f'<p><a href="c{(number + 7) % 60:02}.xhtml#h">x</a></p>'
        for number in range(60)
    }
    listed = "".join(f'<li><a href="{name}">{name}</a></li>' for name in chapters)
    data = book(chapters, contents=listed)
    *beginnings, whole = epub.read(Source(data, "sea.epub", at_once=False))
    assert len(beginnings) == 2
    assert 1_000 <= len(beginnings[0].text) < 1_500
    for beginning in beginnings:
        assert whole.text.startswith(beginning.text)
        assert [*beginning.blocks] == whole.blocks[: len(beginning.blocks)]
        assert beginning.contents == whole.contents[: len(beginning.contents)]
        assert beginning.anchors.items() <= whole.anchors.items()
        assert beginning.metadata == whole.metadata
    (at_once,) = epub.read(Source(data, "sea.epub"))
    assert at_once._replace(blocks=whole.blocks) == whole


def test_what_a_long_book_begins_with_is_shown_before_more_of_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bound: list[bytes] = []

    def noted(data: bytes, *more: Any, **named: Any) -> Chapter:
        bound.append(data)
        return Chapter(data, *more, **named)

    monkeypatch.setattr(epub, "Chapter", noted)
    noise = "".join(map(chr, Random(1).choices(range(0x4E00, 0x9000), k=70_000)))
    bodies = {f"{at}.xhtml": f"<h1>{at}</h1><p>{noise}</p>" for at in range(3)}
    documents = documents_of(Source(book(bodies), "sea.epub", at_once=False))
    first = next(documents)
    assert (len(bound), first.digest, first.format) == (1, "", "epub")
    *_, whole = documents
    assert len(bound) == 3
    assert whole.digest
    assert whole.text.startswith(first.text)


def test_a_long_chapter_begins_before_it_ends() -> None:
    paragraph = f"<p>{'oak ' * 200}<a href='b.xhtml#h'>x</a></p>"
    chapters = SEA | {"c.xhtml": f"<h1 id='h'>Long</h1>{paragraph * 120}", "d.xhtml": "<p>The end.</p>"}
    listed = f"{LISTED}<li><a href='c.xhtml'>Long</a></li><li><a href='d.xhtml'>End</a></li>"
    data = book(chapters, contents=listed)
    first, *_, whole = epub.read(Source(data, "sea.epub", at_once=False))
    assert 50_000 < len(first.text) < 80_000 < len(whole.text)
    assert whole.text.startswith(first.text)
    assert [*first.blocks] == whole.blocks[: len(first.blocks)]
    assert first.spans == whole.spans[: len(first.spans)]
    assert [entry.title for entry in first.contents] == ["Ships", "Ports", "Long"]


@pytest.mark.parametrize(
    ("xhtml", "html"),
    [
        ("<p/><br/><a id='x'/>", "<p></p><br/><a id='x'></a>"),
        ("<epub:case x='y'><m/></epub:case><epub:default>z</epub:default>", "<epub:default>z</epub:default>"),
        ("<title/><script src='a>b'/>", "<title></title><script src='a>b'></script>"),
        ("<![CDATA[a < b & c]]>", "a &lt; b &amp; c"),
        (
            '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:p/></h:html>',
            '<html xmlns:h="http://www.w3.org/1999/xhtml"><p></p></html>',
        ),
        ("<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><p>&x;</p>", "<p>&x;</p>"),
        ("<!-- a[1]> --><!DOCTYPE html [<!ENTITY x 'y'>]><p>z</p>", "<p>z</p>"),
    ],
)
def test_xhtml_is_written_as_html(xhtml: str, html: str) -> None:
    assert html_of(xhtml.encode()) == html


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251", "shift_jis"])
def test_a_chapter_is_in_the_encoding_that_it_declares(encoding: str) -> None:
    said = f'<?xml version="1.0" encoding="{encoding}"?><p>Мир</p>'
    assert "Мир" in html_of(said.encode(encoding))


def test_a_drawing_has_its_words() -> None:
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg"><title>Oak</title><text>Of <tspan>oak</tspan>.</text></svg>'
    )
    document = opened(book({"a.svg": ""}, more={"OEBPS/a.svg": drawn}))
    assert document.text == "Oak\n\nOf oak ."


@given(st.binary(max_size=200), st.integers(0, 5_000), st.integers(0, 60))
def test_whatever_is_broken_a_book_opens_or_says_why_not(junk: bytes, at: int, length: int) -> None:
    data = book(SEA, contents=LISTED)
    at %= len(data)
    with suppress(CannotOpen):
        assert [*epub.read(Source(data[:at] + junk + data[at + length :], "sea.epub"))]
