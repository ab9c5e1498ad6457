from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Inline, Kind
from corpus.formats.html import parse
from corpus.metadata import PartialDate


def links(html: str, inline: Inline = Inline.LINK) -> list[tuple[str, str]]:
    document = parse(html)
    spans = document.spans
    return [(document.text[span.start : span.end], span.target) for span in spans if span.inline is inline]


def at(document: Document, name: str) -> str:
    start = document.anchors[name]
    return document.text[start : start + 6]


def test_names_of_places_lead_to_where_these_stand() -> None:
    document = parse(
        "<h2 id=a>Title</h2><p id=b>Words <b id=c>inside</b> <a name=d></a>behind.</p><ul><li"
        " id=e>An item</ul>"
        "<div id=f><div id=g><p>Next one.</p></div></div><table><tr><td>x<td id=h>cell y<tr>"
        "<td>1<td>2</table>"
        "<a id=i></a><pre>code <span id=j>line 1</span>\n</pre><p><sup id=k><a href=#x id=l>1"
        "</a></sup>last</p>"
    )
    places = {name: at(document, name) for name in document.anchors}
    assert places == {
        "a": "Title\n", "b": "Words ", "c": "inside", "d": "behind", "e": "An ite", "f": "Next o",
        "g": "Next o", "h": "cell y", "i": "code l", "j": "line 1", "k": "¹last", "l": "¹last",
    }  # fmt: skip


def test_of_two_places_with_one_name_the_first_has_it() -> None:
    assert at(parse("<p id=a>First.<p id=a>Second."), "a") == "First."


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("#x", "#x"),
        ("#caf%C3%A9", "#café"),
        ("b.html", "b.html"),
        ("b.html#x", "b.html#x"),
        ("https://other.example/b", "https://other.example/b"),
        ("https://www.example.org/a/#x", "#x"),
        ("javascript:alert(1)", ""),
        ("java\tscript:alert(1)", "java script:alert(1)"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("#", ""),
        ("b\x1b[2Jc", "b␛[2Jc"),
    ],
)
def test_links_lead_where_they_are_written_to_lead(href: str, target: str) -> None:
    page = "<link rel=canonical href='https://example.org/a'>"
    assert links(f"{page}<p><a href='{href}'>words</a>") == [("words", target)]


def test_a_base_makes_links_and_pictures_absolute_and_leaves_places_in_the_page() -> None:
    html = (
        "<base href='https://example.org/d/e.html'><p><a href='f'>f</a> <a href='#g'>g</a> <img src=h alt=h>"
    )
    assert links(html) == [("f", "https://example.org/d/f"), ("g", "#g")]
    assert links(html, Inline.PICTURE) == [("[h]", "https://example.org/d/h")]
    assert links("<base href='https://[x/'><p><a href='f'>f</a>") == [("f", "f")]


def test_a_picture_is_its_alternative_text_and_no_paragraph() -> None:
    document = parse(
        "<p><img alt='The lock' src=a.png></p><p>Words <img alt='' src=b.png><img src=c.png>.</p>"
    )
    assert document.text == "[The lock]\n\nWords ."
    assert document.paragraph_count == 1
    assert [(span.inline, span.target) for span in document.spans] == [(Inline.PICTURE, "a.png")]


def test_a_picture_that_comes_late_is_found_where_its_script_finds_it() -> None:
    html = (
        "<p><img alt=a src='data:image/gif;base64,R0' data-src=real.png><img alt=b"
        " srcset='x.png 1x, y.png 2x'>"
    )
    assert links(html, Inline.PICTURE) == [("[a]", "real.png"), ("[b]", "x.png")]


def test_in_a_figure_a_picture_without_words_can_be_opened_all_the_same() -> None:
    assert links("<figure><a href=big.png><img src=a.png></a></figure>", Inline.PICTURE) == [
        ("[picture]", "a.png")
    ]


@pytest.mark.parametrize(
    ("comment", "url", "day"),
    [
        ("saved from url=(0021)https://example.org/a", "https://example.org/a", None),
        (
            "\n Page saved with SingleFile \n url: https://example.org/a \n saved date: Tue Mar"
            " 05 2024 10:00:00",
            "https://example.org/a",
            PartialDate(2024, 3, 5),
        ),
        (
            "Mirrored from example.org/a by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 05 Mar"
            " 2024 09:00:00 GMT",
            "http://example.org/a",
            PartialDate(2024, 3, 5),
        ),
    ],
)
def test_a_saved_page_tells_where_and_when_it_was_saved(
    comment: str, url: str, day: PartialDate | None
) -> None:
    document = parse(f"<!DOCTYPE html>\n<!-- {comment} -->\n<p>See <a href='{url}#n'>note</a>.")
    assert (document.metadata.url, document.metadata.accessed) == (url, day)
    assert document.spans[0].target == "#n"


# Tables --------------------------------------------------------------------------------------------


def table(html: str) -> tuple[str, int]:
    document = parse(f"<table>{html}</table>")
    (block,) = document.blocks
    assert block.kind is Kind.TABLE
    return document.text, block.level


def test_cells_that_span_columns_and_rows_keep_the_others_in_their_columns() -> None:
    html = (
        "<tr><th rowspan=2>Day<th colspan=2>Level<tr><th>am<th>pm<tr><td>Mon<td>1<td>2<tr><td"
        " colspan=2>Sum<td>3"
    )
    assert table(html) == ("Day\tLevel\n\tam\tpm\nMon\t1\t2\nSum\t\t3", 2)


def test_a_table_whose_cells_claim_to_span_all_columns_stays_small() -> None:
    text, _ = table("<tr><td>a<td>b" + "<tr><td colspan=1000 rowspan=65534>c<td>d" * 50)
    assert len(text) < 50 * 110


def test_words_in_cells_keep_their_links_and_faces() -> None:
    document = parse("<table><tr><td>a<td>b <a href=c.html>see c</a><tr><td><i>d</i><td>e</table>")
    assert [(document.text[s.start : s.end], s.inline) for s in document.spans] == [
        ("see c", Inline.LINK),
        ("d", Inline.EMPHASIS),
    ]


def test_a_table_in_a_table_is_read_and_the_outer_one_walked_through() -> None:
    document = parse("<table><tr><td>Around<td><table><tr><td>a<td>b<tr><td>c<td>d</table></table>")
    assert document.text == "Around\n\na\tb\nc\td"
    assert [block.kind for block in document.blocks] == [Kind.PARAGRAPH, Kind.TABLE]


def test_the_number_of_a_paragraph_in_a_cell_beside_it_stands_before_it() -> None:
    words = "The court is not bound by what the parties have agreed on between themselves."
    assert parse(f"<table><tr><td>12.<td><i>{words}</i></table>").text == f"12. {words}"


# What is small -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("x<sup>2</sup>", "x²"),
        ("10<sup>−3</sup>", "10⁻³"),
        ("H<sub>2</sub>O", "H₂O"),
        ("<i>x</i><sub>max</sub>", "x_max"),
        ("<i>x</i><sup>k</sup>", "x^k"),
        ("the 19<sup>th</sup>", "the 19th"),
        ("M<sup>me</sup>", "Mme"),
        ("word<sup>1</sup>", "word¹"),
        ("word<sup>1,2</sup>", "word¹,²"),
        ("word<sup><a href=#n>[1]</a></sup>", "word[1]"),
        ("word<sup>*</sup>", "word*"),
        ("<i>a</i><sup>2k+1</sup>", "a^(2k+1)"),
        ("a <sub>set in small print</sub>", "a set in small print"),
        ("<ruby>漢<rt>かん</rt></ruby>字", "漢(かん)字"),
        ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字", "漢(かん)字"),
        ("<input type=checkbox disabled checked> done", "☑ done"),
        ("<q>So</q>", "“So”"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_small_things_can_be_read_in_a_line(html: str, said: str) -> None:
    assert parse(f"<p>{html}").text == said


def test_what_is_said_of_a_term_stands_right_below_it() -> None:
    document = parse("<dl><dt>Gate<dd>Opened.<dd>Closed.<dt>Boat<dd>Tied.</dl>")
    assert document.text == "Gate\nOpened.\nClosed.\n\nBoat\nTied."
    assert [block.level for block in document.blocks] == [0, 1, 1, 0, 1]
    assert document.paragraph_count == 0


def test_a_heading_in_preformatted_text_is_one() -> None:
    document = parse("<pre>RFC 1\n\n<h2 id=a>1. Scope</h2>\n   This\tmemo\n</pre>")
    assert [block.kind for block in document.blocks] == [Kind.CODE, Kind.HEADING, Kind.CODE]
    assert document.text == "RFC 1\n\n1. Scope\n\n   This memo"


def test_a_quotation_in_a_figure_is_counted() -> None:
    assert parse("<figure><blockquote><p>Said.</blockquote><figcaption>Ruiz</figure>").paragraph_count == 1


TAGS = st.sampled_from(
    "<p> </p> <b> </b> <ul> <li> </ul> <table> <tr> <td> <th> </table> <caption> <pre> </pre> <h2> </h2> <br>"
    " <dl> <dt> <dd> <a/href=#x> </a> <i/id=n> word 1 2 <sup> </sup> <sub> <math> <msup> <mi> <mn> </math>"
    " <ruby> <rt> <img/alt=p> <figure> <nav> </nav> <aside/class=share> </aside> "
    "<details> <summary> <q> <div>"
    " </div> <article> </article> <main> <span/class=katex> </span> <script/type=math/tex> </script>".split()
)


@given(st.lists(TAGS, max_size=40))
def test_whatever_the_markup_all_that_has_a_place_lies_in_the_text(tags: list[str]) -> None:
    document = parse(" ".join(tag.replace("/", " ", 1) if tag[1:2] != "/" else tag for tag in tags))
    assert all(0 <= start < max(1, len(document.text)) for start in document.anchors.values())
    for span in document.spans:
        block = document.blocks[document.block_at(span.start)]
        assert block.start <= span.start < span.end <= block.end
    ends = list(zip(document.blocks.ends, [*document.blocks.starts][1:], strict=False))
    assert all(document.text[end:start] in ("\n", "\n\n") for end, start in ends)
