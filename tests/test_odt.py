"""OpenDocument texts: what is read of them is what a reader of LibreOffice's sees."""

from __future__ import annotations

import importlib
from collections.abc import Callable

import pytest

from corpus.document import Inline, Kind
from corpus.errors import CannotOpen
from corpus.formats.odt import read
from corpus.source import Source
from tests.office_writing import blocks, fodt, odt, opened, words

# The package has a function of that name, too.
packed_file = importlib.import_module("corpus.formats.odt.opened")

NAME = "flood.odt"
STYLES = (
    '<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"/>'
    '<style:style style:name="Title" style:family="paragraph"/>'
    '<style:style style:name="Quotations" style:family="paragraph"/>'
    '<style:style style:name="Preformatted_20_Text" style:display-name="Preformatted Text"'
    ' style:family="paragraph"/>'
    '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1"'
    ' style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1"'
    ' text:display-levels="2"/></text:outline-style>'
)
FACE = '<style:style style:name="{}" style:family="text"><style:text-properties {}/></style:style>'
AUTOMATIC = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'
    + FACE.format("T1", 'fo:font-weight="bold"')
    + FACE.format("T2", 'style:text-position="super 58%"')
    + FACE.format("T3", 'text:display="none"')
    + '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("'
    ' style:num-suffix=")"/></text:list-style>'
    '<text:list-style style:name="L2">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/>'
    "</text:list-style>"
)


def p(inside: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def h(inside: str, level: int, more: str = "") -> str:
    return f'<text:h text:outline-level="{level}" {more}>{inside}</text:h>'


def listed(*items: str, style: str = "", more: str = "") -> str:
    inside = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    named = f'text:style-name="{style}"' if style else ""
    return f"<text:list {named} {more}>{inside}</text:list>"


def test_headings_have_the_numbers_of_the_outline() -> None:
    body = (
        p("The Flood", "Title") + h("Rain", 1) + h("Early", 2) + p("It rained.") + h("Late", 2)
        + h("Preface", 1, 'text:is-list-header="true"') + h("Snow", 1) + h("Ice", 2)
        + h("<text:number>7.9</text:number>Hail", 2)
    )  # fmt: skip
    assert blocks(odt(body, styles=STYLES), NAME) == [
        (Kind.HEADING, 1, "", "The Flood"),
        (Kind.HEADING, 2, "", "1. Rain"),
        (Kind.HEADING, 3, "", "1.1 Early"),
        (Kind.PARAGRAPH, 0, "", "It rained."),
        (Kind.HEADING, 3, "", "1.2 Late"),
        (Kind.HEADING, 2, "", "Preface"),
        (Kind.HEADING, 2, "", "2. Snow"),
        (Kind.HEADING, 3, "", "2.1 Ice"),
        (Kind.HEADING, 3, "", "7.9 Hail"),
    ]


def test_lists_are_counted_continued_and_nested() -> None:
    inner = p("first") + listed(p("a"), p("b") + p("more of b"))
    body = (
        listed(inner, p("second"), style="L1")
        + p("Between.")
        + listed(p("third"), style="L1", more='text:continue-numbering="true"')
        + listed(p("anew"), style="L1")
        + listed(p("point"), style="L2")
    )
    assert blocks(odt(body, automatic=AUTOMATIC), NAME) == [
        (Kind.ITEM, 1, "1.", "first"),
        (Kind.ITEM, 2, "(a)", "a"),
        (Kind.ITEM, 2, "(b)", "b"),
        (Kind.ITEM, 2, "", "more of b"),
        (Kind.ITEM, 1, "2.", "second"),
        (Kind.PARAGRAPH, 0, "", "Between."),
        (Kind.ITEM, 1, "3.", "third"),
        (Kind.ITEM, 1, "1.", "anew"),
        (Kind.ITEM, 1, "•", "point"),
    ]


def test_words_in_a_paragraph_are_read_as_they_are_shown() -> None:
    body = p(
        'It<text:s text:c="3"/>rained<text:tab/>on <text:span text:style-name="T1">all</text:span> 5 m'
        '<text:span text:style-name="T2">2</text:span><text:span text:style-name="T3">secret</text:span>'
        '<text:line-break/>See <text:a xlink:href="#end|region">below</text:a>.'
    ) + p('<text:bookmark-start text:name="end"/>End.', "P1")
    document = opened(odt(body, styles=STYLES, automatic=AUTOMATIC), NAME)
    assert document.text == "It rained on all 5 m²\nSee below.\n\nEnd."
    assert document.blocks[1].quote == 1
    assert document.anchors["end"] == document.blocks[1].start
    assert [(document.text[s.start : s.end], s.inline, s.target) for s in document.spans] == [
        ("all", Inline.STRONG, ""),
        ("below", Inline.LINK, "#end"),
    ]


def test_code_keeps_its_lines_and_spaces() -> None:
    code = "Preformatted_20_Text"
    body = p("if a:", code) + p("", code) + p('<text:s text:c="2"/>b()', code)
    assert blocks(odt(body, styles=STYLES), NAME) == [(Kind.CODE, 0, "", "if a:\n\n  b()")]


def test_notes_stand_behind_the_text() -> None:
    note = (
        '<text:note text:note-class="{}"><text:note-citation>{}</text:note-citation><text:note-body>{}'
        "</text:note-body></text:note>"
    )
    body = p(
        "Rain" + note.format("footnote", "1", p("See.")) + " fell" + note.format("endnote", "i", p("Ibid."))
    )
    document = opened(odt(body), NAME)
    assert [(b.kind, b.marker, document.text[b.start : b.end]) for b in document.blocks] == [
        (Kind.PARAGRAPH, "", "Rain¹ fell[i]"),
        (Kind.NOTE, "1.", "See."),
        (Kind.NOTE, "i.", "Ibid."),
    ]
    assert document.anchors[document.spans[0].target[1:]] == document.blocks[1].start


def test_what_is_no_text_is_left_out_and_said_where_somebody_wrote_it() -> None:
    said = p("Really?")
    body = (
        f"<text:tracked-changes>{p('It snowed.')}</text:tracked-changes>"
        f"<text:table-of-content>{p('Rain 1')}</text:table-of-content>"
        f'<text:section text:display="none">{p("Hidden.")}</text:section>'
        f"<text:section>{p(f'It rained.<office:annotation>{said}</office:annotation>')}</text:section>"
    )
    document = opened(odt(body), NAME)
    assert document.text == "It rained."
    assert (
        document.fault == "Changes that were tracked in it are read as accepted. Comments on it are left out."
    )


def test_tables_boxes_pictures_and_formulas() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        lines = ("".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in row) for row in rows)
        inside = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
        return f"<table:table>{inside}</table:table>"

    box = f"<draw:frame><draw:text-box>{p('Aside.')}</draw:text-box></draw:frame>"
    picture = '<draw:frame><draw:image xlink:href="Pictures/1.png"/><svg:desc>A dam</svg:desc></draw:frame>'
    formula = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    math = '<math xmlns="http://www.w3.org/1998/Math/MathML"><msup><mi>x</mi><mn>2</mn></msup></math>'
    body = (
        table((p("day"), p("level")), (p("Monday"), p("12.5"))) + table((h("Rain", 1), p("It rained.")))
        + p(picture) + p(f"So {formula}.{box}")
    )  # fmt: skip
    document = opened(odt(body, **{"Object 1__content": math}), NAME)
    assert [(b.kind, document.text[b.start : b.end]) for b in document.blocks] == [
        (Kind.TABLE, "day\tlevel\nMonday\t12.5"),
        (Kind.HEADING, "Rain"),
        (Kind.PARAGRAPH, "It rained."),
        (Kind.ITEM, "[A dam]"),
        (Kind.PARAGRAPH, "So x²."),
        (Kind.PARAGRAPH, "Aside."),
    ]
    assert document.spans[0][2:] == (Inline.PICTURE, "Pictures/1.png")


def test_rows_that_name_columns_are_told() -> None:
    def row(*cells: str) -> str:
        inside = "".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{inside}</table:table-row>"

    heads = f"<table:table-header-rows>{row('day', 'level')}</table:table-header-rows>"
    data = odt(f"<table:table>{heads}{row('Monday', '12.5')}</table:table>")
    assert blocks(data, NAME) == [(Kind.TABLE, 1, "", "day\tlevel\nMonday\t12.5")]


def test_a_formula_that_is_shown_over_and_over_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(markup: str, words_of: Callable[[str], str] = packed_file._words_of) -> str:
        read.append(markup)
        return words_of(markup)

    monkeypatch.setattr(packed_file, "_words_of", noted)
    formula = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    parts = {"Object 1__content": "<math><mi>x</mi></math>"}
    assert words(odt(p(f"{formula} or {formula}"), **parts), NAME) == ["x or x"]
    assert len(read) == 1


def test_the_signs_of_the_old_formula_font_are_read() -> None:
    math = (
        "<math><mrow><mi>f</mi><mo>\ue09e</mo><mi>\ue0b7</mi><mo>\ue09f</mo><mo>\ue084</mo><mi>\ue0c6</mi>"
        "<mo>\ue083</mo><mover><mi>u</mi><mo>\ue098</mo></mover></mrow></math>"
    )
    formula = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    assert words(odt(p(formula), **{"Object 1__content": math}), NAME) == ["f(α) < π + u⃗"]


def test_a_picture_set_as_a_title_heads_nothing() -> None:
    logo = '<draw:frame><draw:image xlink:href="Pictures/1.png"/></draw:frame>'
    document = opened(
        odt(p(logo, "Title") + p("The Flood", "Title") + h(logo, 1) + h("Rain", 1) + p("It rained."))
    )
    assert document.metadata.title == "The Flood"
    assert [block.kind for block in document.blocks].count(Kind.HEADING) == 2


def test_a_picture_that_stands_beside_the_words_stands_below_them() -> None:
    frame = '<draw:frame text:anchor-type="{}"><draw:image xlink:href="1.png"/></draw:frame>'
    body = p(frame.format("paragraph") + "Rain.") + p(f"x{frame.format('as-char')}y")
    assert words(odt(body), NAME) == ["Rain.", "[picture]", "x[picture]y"]


def test_headings_that_only_refer_to_others_are_a_table_of_contents() -> None:
    refers = '<text:bookmark-ref text:ref-name="1">Rain</text:bookmark-ref>'
    body = h(refers, 1) + h('<text:bookmark text:name="1"/>Rain', 1) + h(f"After {refers}", 2)
    assert [block[0] for block in blocks(odt(body), NAME)] == [Kind.ITEM, Kind.HEADING, Kind.HEADING]


def test_a_cell_of_several_short_lines_is_data() -> None:
    def table(lines: str) -> str:
        row = f"<table:table-cell>{p('Bern')}</table:table-cell><table:table-cell>{lines}</table:table-cell>"
        return f"<table:table><table:table-row>{row}</table:table-row></table:table>"

    body = table(p("1") * 3) + table(p("It rained on all the days of that week. " * 2) * 3)
    assert [block[0] for block in blocks(odt(body), NAME)] == [Kind.TABLE, *[Kind.PARAGRAPH] * 4]


def test_a_flat_file_is_read_whatever_its_name() -> None:
    for name in ("flood.fodt", "flood.xml", "flood"):
        document = opened(fodt(h("Rain", 1) + p("It rained.")), name)
        assert (document.format, document.text, document.metadata.title) == (
            "odt",
            "Rain\n\nIt rained.",
            "Flat",
        )


def test_a_spreadsheet_and_a_locked_text_are_refused_with_a_sentence() -> None:
    sheet = odt(p("x")).replace(b"opendocument.text", b"opendocument.shee")
    with pytest.raises(CannotOpen, match="none of the books and documents"):
        opened(sheet, "a.ods")
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(CannotOpen, match="locked with a password"):
        opened(odt(p("x"), **{"META-INF__manifest": manifest}), NAME)


def test_a_long_text_begins_with_what_is_in_the_whole() -> None:
    long = "".join(h(f"Part {n}", 1) + p(f"It rained in place {n}. " * 40) for n in range(120))
    *begun, whole = read(Source(odt(long, styles=STYLES), NAME, at_once=False))
    assert begun
    for one in begun:
        assert whole.text.startswith(one.text)
        assert list(one.blocks) == list(whole.blocks)[: len(one.blocks)]


def test_a_damaged_text_is_read_as_far_as_it_goes() -> None:
    document = opened(odt(p("It rained.") + "<text:p>"), NAME)
    assert document.text == "It rained."
    assert document.fault.startswith("content.xml in it is broken")
    cut = odt(p("It rained. " * 30))
    assert opened(cut[: cut.rindex(b"PK\1\2") - 4], NAME).fault == "The end of the file is missing."


def test_escapes_in_every_field_are_harmless() -> None:
    evil = "\x9b31m\u202ea\x85b"
    body = (
        p(evil) + h(f"<text:number>{evil}</text:number>{evil}", 1)
        + p(f'<text:a xlink:href="https://{evil}">x</text:a><text:bookmark text:name="{evil}"/>')
        + listed(f"<text:number>{evil}</text:number>{p('item')}")
        + p(f'<draw:frame><draw:image xlink:href="{evil}"/><svg:desc>{evil}</svg:desc></draw:frame>')
        + p(f"<text:note><text:note-citation>{evil}</text:note-citation>"
            f"<text:note-body>{p('n')}</text:note-body></text:note>")
    )  # fmt: skip
    document = opened(odt(body, meta=f"<dc:title>{evil}</dc:title><dc:creator>{evil}</dc:creator>"), NAME)
    said = [document.text, *document.anchors, document.metadata.title, document.fault]
    said += [span.target for span in document.spans] + [block.marker for block in document.blocks]
    said += [name.as_published() for name in document.metadata.authors]
    assert not any(set(text) & {"\x9b", "\u202e", "\x85"} for text in said)
    assert words(odt(body), NAME)


def test_a_tiny_picture_adorns_the_line_as_a_bullet_does() -> None:
    frame = '<draw:frame text:anchor-type="as-char" {}><draw:image xlink:href="1.png"/>{}</draw:frame>'
    small, large = 'svg:width="0.22cm" svg:height="2.2mm"', 'svg:width="0.22cm" svg:height="1in"'
    said = "<svg:desc>a drop</svg:desc>"
    body = p(frame.format(small, "") + "Rain") + p(frame.format(large, "")) + p(frame.format(small, said))
    assert words(odt(body), NAME) == ["Rain", "[picture]", "[a drop]"]


def test_headings_in_a_list_that_the_outline_numbers_have_its_numbers_and_no_signs() -> None:
    level = '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix=")"/>'
    bullet = '<text:list-level-style-bullet text:level="1" text:bullet-char="⎬"/>'
    styles = (
        f'<text:outline-style style:name="Outline">{level}</text:outline-style>'
        f'<text:list-style style:name="Signs">{bullet}</text:list-style>'
    )
    item = (
        '<text:list text:style-name="{}"><text:list-item><text:h text:outline-level="1">{}</text:h>'
        "</text:list-item></text:list>"
    )
    body = '<text:h text:outline-level="1">Rain</text:h>' + item.format("Outline", "Snow")
    data = odt(body + item.format("Signs", "Hail"), styles=styles)
    assert words(data, NAME) == ["1) Rain", "2) Snow", "Hail"]


def test_contents_that_somebody_wrote_with_the_pages_of_headings_are_left_out() -> None:
    page = '<text:reference-ref text:reference-format="page" text:ref-name="r">9</text:reference-ref>'
    body = p(f"Rain<text:tab/><text:span>{page}</text:span>") + p(f"See page {page}") + p("Rain<text:tab/>9")
    assert words(odt(body), NAME) == ["See page 9", "Rain 9"]


@pytest.mark.parametrize("name", ["Code", "p_code", "Source Code", "Code in List 1", "Screen Text"])
def test_styles_of_code_are_known_by_their_names(name: str) -> None:
    style = f'<style:style style:name="X" style:display-name="{name}" style:family="paragraph"/>'
    assert blocks(odt('<text:p text:style-name="X">a b</text:p>', styles=style), NAME) == [
        (Kind.CODE, 0, "", "a b")
    ]


def test_a_number_in_brackets_that_is_set_low_is_no_index() -> None:
    style = (
        '<style:style style:name="low" style:family="text"><style:text-properties style:text-position="sub"/>'
    )
    span = '<text:span text:style-name="low">{}</text:span>'
    body = p(f"Rain. {span.format('「16」')}") + p(f"H{span.format('2')}O")
    assert words(odt(body, automatic=style + "</style:style>"), NAME) == ["Rain. 「16」", "H₂O"]
