"""Word files: what is read of them is what a reader of Word's sees."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest

from corpus.document import Inline, Kind
from corpus.errors import CannotOpen
from corpus.formats.docx import formulas, read
from corpus.source import Source
from tests.office_writing import blocks, docx, opened, p, r, words
from tests.zipping import zipped

LEVELS = "".join(
    f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for n, (format, text) in enumerate((("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")))
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{LEVELS}</w:abstractNum>'
    '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num>"
)


def listed(list_id: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText>{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_styles_tell_headings_quotations_captions_and_code() -> None:
    body = (
        p("The Flood", "Title") + p("Rain", "H1") + p("It rained.") + p("Snow", "Special")
        + p("Said he.", "Quote") + p("Figure 1", "caption")
        + p("if a:", "HTML Preformatted") + p("  b()", "HTML Preformatted")
    )  # fmt: skip
    assert blocks(docx(body)) == [
        (Kind.HEADING, 1, "", "The Flood"),
        (Kind.HEADING, 2, "", "Rain"),
        (Kind.PARAGRAPH, 0, "", "It rained."),
        (Kind.HEADING, 3, "", "Snow"),
        (Kind.PARAGRAPH, 0, "", "Said he."),
        (Kind.ITEM, 0, "", "Figure 1"),
        (Kind.CODE, 0, "", "if a:\n  b()"),
    ]
    document = opened(docx(body))
    assert document.blocks[4].quote == 1
    assert (document.metadata.title, document.metadata.sources["title"]) == (
        "The Flood",
        "the paragraph that is its title",
    )


def test_numbers_that_word_counts_stand_before_headings_and_items() -> None:
    body = (
        p("Rain", "H1", listed(1)) + p("Early", "H2", listed(1, 1)) + p("Late", "H2", listed(1, 1))
        + p("Snow", "H1", listed(1)) + p("Ice", "H2", listed(1, 1)) + p("first", "", listed(1, 2))
        + p("second", "", listed(1, 2)) + p("point", "", listed(2)) + p("anew", "", listed(3))
    )  # fmt: skip
    assert blocks(docx(body, numbering=NUMBERING)) == [
        (Kind.HEADING, 1, "", "1. Rain"),
        (Kind.HEADING, 2, "", "1.1 Early"),
        (Kind.HEADING, 2, "", "1.2 Late"),
        (Kind.HEADING, 1, "", "2. Snow"),
        (Kind.HEADING, 2, "", "2.1 Ice"),
        (Kind.ITEM, 3, "(a)", "first"),
        (Kind.ITEM, 3, "(b)", "second"),
        (Kind.ITEM, 1, "•", "point"),
        (Kind.ITEM, 1, "1.", "anew"),
    ]


def test_a_judgment_whose_paragraphs_word_numbers_has_these_numbers() -> None:
    long = "The court has considered the submissions of both parties at length, and accepts neither of them."
    body = p("Reasons", "H1") + "".join(p(f"{long} {n}.", "", listed(1)) for n in range(1, 9))
    document = opened(docx(body, numbering=NUMBERING))
    assert document.labels.numbers.labels == tuple(f"{n}." for n in range(1, 9))
    assert document.paragraph_count == 8


def test_notes_are_referred_to_and_stand_behind_the_text() -> None:
    notes = "".join(
        f'<w:footnote w:id="{n}">{p(f"<w:r><w:footnoteRef/></w:r>{r(words)}")}</w:footnote>'
        for n, words in ((5, " See above."), (9, " Ibid."))
    )
    end = f'<w:endnote w:id="1">{p("At last.")}</w:endnote>'
    body = p(
        f'{r("Rain")}<w:r><w:footnoteReference w:id="9"/></w:r>{r(" fell")}'
        '<w:r><w:footnoteReference w:id="5"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'
    )
    document = opened(docx(body, footnotes=notes, endnotes=end))
    assert [(b.kind, b.marker, document.text[b.start : b.end]) for b in document.blocks] == [
        (Kind.PARAGRAPH, "", "Rain¹ fell²[i]"),
        (Kind.NOTE, "1.", "Ibid."),
        (Kind.NOTE, "2.", "See above."),
        (Kind.NOTE, "i.", "At last."),
    ]
    first = document.spans[0]
    assert (first.inline, document.anchors[first.target[1:]]) == (Inline.LINK, document.blocks[1].start)


def test_changes_are_read_as_accepted_and_comments_left_out_which_is_said() -> None:
    body = (
        p(
            f"{r('It ')}<w:del><w:r><w:delText>snowed</w:delText></w:r></w:del><w:ins>{r('rained')}</w:ins>"
            '<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
        )
        + p(" and", "", "<w:rPr><w:del/></w:rPr>")
        + p(" stopped.")
    )
    document = opened(docx(body))
    assert document.text == "It rained\n\nand stopped."
    assert (
        document.fault == "Changes that were tracked in it are read as accepted. Comments on it are left out."
    )


def test_a_table_of_contents_is_left_out_and_other_fields_are_read() -> None:
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{p('Rain 1')}</w:sdtContent></w:sdt>"
    )
    body = (
        contents + p(field(" TOC \\o ", "Rain 2")) + p("Rain 3", "toc 1") + p("Rain", "H1")
        + p(
            r("See ") + field(' HYPERLINK "https://a.example/b" ', "there")
            + field(" REF _Ref1 \\h ", " and here")
        )
    )  # fmt: skip
    document = opened(docx(body))
    assert document.text == "Rain\n\nSee there and here"
    assert [(document.text[s.start : s.end], s.target) for s in document.spans] == [
        ("there", "https://a.example/b"),
        (" and here", "#_Ref1"),
    ]


def test_a_table_of_contents_without_end_hides_no_heading() -> None:
    endless = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    assert words(docx(p(endless) + p("Rain", "H1") + p("It rained."))) == ["Rain", "It rained."]


HIGH = '<w:vertAlign w:val="superscript"/>'
LOW = '<w:vertAlign w:val="subscript"/>'


def test_links_places_faces_and_what_is_set_high_or_low() -> None:
    body = p(
        f'<w:hyperlink w:anchor="end">{r("down")}</w:hyperlink>'
        + r(" m", "<w:i/>") + r("2", HIGH) + r(" H") + r("2", LOW) + r("O bold", "<w:b/>")
        + r("secret", "<w:vanish/>") + r(" 19") + r("th", HIGH)
    ) + p(f'<w:bookmarkStart w:id="1" w:name="end"/>{r("End.")}')  # fmt: skip
    document = opened(docx(body))
    assert document.text == "down m² H₂O bold 19th\n\nEnd."
    assert document.anchors["end"] == document.blocks[1].start
    assert [(document.text[s.start : s.end].strip(), s.inline, s.target) for s in document.spans] == [
        ("down", Inline.LINK, "#end"),
        ("m", Inline.EMPHASIS, ""),
        ("O bold", Inline.STRONG, ""),
    ]


def test_tables_hold_data_or_lay_out_passages() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"

    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    merged = "<w:tcPr><w:vMerge/></w:tcPr>"
    data = table((wide + p("day"), p("level")), (merged + p("x"), p("12.5"), p("a") + p("b")))
    data += p("") + table((p("x"), p("1") + p("2") + p("3")))
    layout = table((p("Rain", "H1"), p("It rained.")))
    layout += p("") + table((p("Monday"), p("It rained, and it rained. " * 4) * 3))
    assert blocks(docx(data + layout)) == [
        (Kind.TABLE, 0, "", "day\t\tlevel\n\t12.5\ta b"),
        (Kind.TABLE, 0, "", "x\t1 2 3"),
        (Kind.HEADING, 1, "", "Rain"),
        (Kind.PARAGRAPH, 0, "", "It rained."),
        (Kind.PARAGRAPH, 0, "", "Monday"),
        *[(Kind.PARAGRAPH, 0, "", " ".join(["It rained, and it rained."] * 4))] * 3,
    ]


def test_rows_that_name_columns_are_told_and_a_number_beside_its_words_is_a_paragraph() -> None:
    def row(*cells: str, properties: str = "") -> str:
        inside = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
        return f"<w:tr>{properties and f'<w:trPr>{properties}</w:trPr>'}{inside}</w:tr>"

    head = row(p("day"), p("level"), properties="<w:tblHeader/>")
    nothing = row(p('<w:bookmarkStart w:name="before"/>'), p(""))
    said = "The river had risen in the night, and nobody had seen it coming."
    numbered = row('<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("12."), p(said))
    tables = f"<w:tbl>{head}{row(p('Monday'), p('12.5'))}</w:tbl><w:tbl>{nothing}{numbered}</w:tbl>"
    document = opened(docx(tables))
    assert [(b.kind, b.level, document.text[b.start : b.end]) for b in document.blocks] == [
        (Kind.TABLE, 1, "day\tlevel\nMonday\t12.5"),
        (Kind.PARAGRAPH, 0, f"12. {said}"),
    ]
    assert document.anchors["before"] == document.blocks[1].start


def test_boxes_pictures_and_formulas_are_readable() -> None:
    picture = '<w:drawing><wp:docPr id="1" name="Picture 1" descr="{}"/><a:blip r:embed="pic"/></w:drawing>'
    box = f"<w:pict><w:txbxContent>{p('Aside.')}</w:txbxContent></w:pict>"
    formula = (
        "<m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:sSup><m:e><m:r>"
        "<m:t>b</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:den></m:f></m:oMath>"
    )
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = (
        p(f"<w:r>{picture.format('A dam')}</w:r>") + p(f"<w:r>{picture.format('')}</w:r>")
        + p(f"{r('Beside. ')}{formula}<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>")
    )  # fmt: skip
    document = opened(docx(body, relations={"pic": ("image", "media/dam.png")}))
    assert [(b.kind, document.text[b.start : b.end]) for b in document.blocks] == [
        (Kind.ITEM, "[A dam]"),
        (Kind.ITEM, "[picture]"),
        (Kind.PARAGRAPH, "Beside. x = a/b²"),
        (Kind.PARAGRAPH, "Aside."),
    ]
    assert document.spans[0][2:] == (Inline.PICTURE, "word/media/dam.png")


def test_limits_of_limits_are_each_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def noted(element: Element | None, depth: int, row: Callable[..., str] = formulas._row) -> str:
        read.append(depth)
        return row(element, depth)

    monkeypatch.setattr(formulas, "_row", noted)
    begin, end = "<m:limLow><m:e><m:r><m:t>a</m:t></m:r></m:e><m:lim>", "</m:lim></m:limLow>"
    body = f"<m:oMath>{12 * begin}<m:r><m:t>b</m:t></m:r>{12 * end}</m:oMath>"
    assert opened(docx(p(body))).text.startswith("a_a_a_")
    assert len(read) < 60


def test_signs_of_other_fonts_tabs_breaks_and_large_letters() -> None:
    body = p(r("T"), "", '<w:framePr w:dropCap="drop"/>') + p(
        '<w:r><w:t>he a</w:t><w:tab/><w:t>b</w:t><w:br/><w:sym w:font="Symbol" w:char="F061"/>'
        "<w:t>co</w:t><w:softHyphen/><w:t>op</w:t><w:noBreakHyphen/><w:t>t</w:t></w:r>"
    )
    assert words(docx(body)) == ["The a b\nαcoop\u2011t"]


def test_the_authors_are_those_that_somebody_has_written() -> None:
    core = "<dc:title>Microsoft Word - flood.doc</dc:title><dc:creator>{}</dc:creator>"
    for said, names in (("Microsoft Office User", []), ("Ana Ruiz; Jane Doe", ["Ana Ruiz", "Jane Doe"])):
        metadata = opened(docx(p("It rained."), core=core.format(said))).metadata
        assert [name.as_published() for name in metadata.authors] == names
        assert metadata.title == ""


def test_a_long_file_begins_with_what_is_in_the_whole() -> None:
    body = "".join(p(f"Part {n}", "H1") + p(f"It rained in place {n}. " * 40) for n in range(120))
    data = docx(body + p(f'{r("x")}<w:r><w:footnoteReference w:id="1"/></w:r>'))
    *begun, whole = read(Source(data, "long.docx", at_once=False))
    assert begun
    for one in begun:
        assert whole.text.startswith(one.text)
        assert list(one.blocks) == list(whole.blocks)[: len(one.blocks)]
    assert len(list(read(Source(data, "long.docx")))) == 1


def test_a_damaged_file_is_read_as_far_as_it_goes() -> None:
    data = docx(p("It rained.") * 30)
    whole = opened(data)
    cut = opened(data.replace(b"</w:body>", b""))
    assert cut.text == whole.text
    broken = docx(p("It rained.") + "<w:p><w:r>")
    document = opened(broken)
    assert document.text == "It rained."
    assert document.fault.startswith("word/document.xml in it is broken")
    with pytest.raises(CannotOpen, match="damaged"):
        opened(zipped({"word/document.xml": "<w:docu"}))


def test_what_is_made_to_break_readers_ends_in_a_sentence() -> None:
    bomb = (
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'><!ENTITY b '&a;&a;'>]><x>&b;</x>"
    )
    outside = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"
    for text in (bomb, outside, "<x>" * 10_000):
        with pytest.raises(CannotOpen):
            opened(zipped({"word/document.xml": text}))


def test_escapes_in_every_field_are_harmless() -> None:
    evil = "\x9b31m\u202ea\x85b"
    document = opened(
        docx(
            p(evil) + p(evil, "H1") + p(f'<w:hyperlink r:id="out">{r("x")}</w:hyperlink>')
            + p(f'<w:bookmarkStart w:name="{evil}"/>')
            + p(f'<w:r><w:drawing><wp:docPr descr="{evil}"/></w:drawing></w:r>')
            + p(r("see ") + field(f' HYPERLINK "https://{evil}" ', "x")) + p("one", "", listed(1)),
            relations={"out": ("hyperlink", f"https://{evil}")},
            numbering=NUMBERING.replace("%1.", f"%1{evil}"),
            core=f"<dc:title>{evil}</dc:title><dc:creator>{evil}</dc:creator>",
        )
    )  # fmt: skip
    said = [document.text, *document.anchors, document.metadata.title, document.fault]
    said += [span.target for span in document.spans] + [block.marker for block in document.blocks]
    said += [name.as_published() for name in document.metadata.authors]
    assert not any(set(text) & {"\x9b", "\u202e", "\x85"} for text in said)


def test_a_note_may_refer_to_a_note() -> None:
    notes = "".join(
        f'<w:footnote w:id="{n}">{p(f"{r(words)}{refers}")}</w:footnote>'
        for n, words, refers in (
            (1, "See the next.", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
            (2, "The next.", ""),
        )
    )
    body = p(f'{r("Rain")}<w:r><w:footnoteReference w:id="1"/></w:r>')
    text = opened(docx(body, footnotes=notes)).text
    assert text.index("See the next.") < text.index("The next.")


def test_a_picture_beside_the_words_stands_below_them_and_a_tiny_one_only_adorns() -> None:
    def drawing(around: str, size: int, said: str = "") -> str:
        return (
            f'<w:r><w:drawing><wp:{around}><wp:extent cx="{size}" cy="{size}"/><wp:docPr descr="{said}"/>'
            f"<a:blip/></wp:{around}></w:drawing></w:r>"
        )

    text = "<w:r><w:t>Rain.</w:t></w:r>"
    cell = f"<w:tc>{p(drawing('anchor', 999999) + text)}</w:tc><w:tc>{p('1')}</w:tc>"
    body = (
        p(drawing("anchor", 999999) + text, "H1") + p(text + drawing("inline", 999999))
        + p(drawing("inline", 90000) + text) + p(text + drawing("inline", 90000, "a drop"))
        + p(drawing("inline", 999999, "C:\\My Papers\\Flood of 1953.png"))
        + f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"
    )  # fmt: skip
    assert blocks(docx(body)) == [
        (Kind.HEADING, 1, "", "Rain."),
        (Kind.ITEM, 0, "", "[picture]"),
        (Kind.PARAGRAPH, 0, "", "Rain.[picture]"),
        (Kind.PARAGRAPH, 0, "", "Rain."),
        (Kind.PARAGRAPH, 0, "", "Rain.[a drop]"),
        (Kind.ITEM, 0, "", "[Flood of 1953.png]"),
        (Kind.TABLE, 0, "", "Rain. [picture]\t1"),
    ]


def test_what_only_asks_for_words_is_not_read_and_what_was_filled_in_is() -> None:
    showing = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    body = p(f"{r('By ')}<w:sdt>{showing}<w:sdtContent>{r('Click here')}</w:sdtContent></w:sdt>") + p(
        f"{r('By ')}<w:sdt><w:sdtPr/><w:sdtContent>{r('Ana Ruiz')}</w:sdtContent></w:sdt>"
    )
    assert words(docx(body)) == ["By", "By Ana Ruiz"]


def test_a_list_may_take_its_numbers_from_a_style_and_go_on_counting_below_its_items() -> None:
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Mine"/></w:abstractNum>'
    going_on = (
        '<w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>'
        '<w:lvlRestart w:val="0"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2"/></w:lvl></w:abstractNum>'
    )
    numbers = "".join(
        f'<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/></w:num>'
        for id, of in ((1, 7), (4, 5), (6, 6))
    )
    style = (
        '<w:style w:type="numbering" w:styleId="Mine"><w:name w:val="Mine"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    levels = f'<w:abstractNum w:abstractNumId="7">{LEVELS}</w:abstractNum>'
    body = p("a", properties=listed(4)) + "".join(
        p("b", properties=listed(6, level)) for level in (0, 1, 0, 1)
    )
    found = blocks(docx(body, styles=style, numbering=levels + linked + going_on + numbers))
    assert [marker for _, _, marker, _ in found] == ["1.", "A", "1", "B", "2"]


def test_a_paragraph_may_say_that_it_is_no_heading_and_how_near_its_items_stand() -> None:
    body = p("Not one", "H1", '<w:outlineLvl w:val="9"/>') + "".join(
        p(word, properties=f"{listed(1)}<w:contextualSpacing{value}/>")
        for word, value in (("a", ""), ("b", ""), ("c", ' w:val="0"'))
    )
    document = opened(docx(body, numbering=NUMBERING))
    assert document.blocks[0].kind is Kind.PARAGRAPH
    assert document.text == "Not one\n\na\nb\n\nc"
