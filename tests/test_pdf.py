"""PDF: what is drawn on pages comes back as it was written."""

from __future__ import annotations

import ctypes
import random
from itertools import zip_longest
from typing import Any

import pypdfium2_raw
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from corpus.document import Block, Document, Inline, Kind
from corpus.errors import CannotOpen
from corpus.formats.pdf import pdfium
from corpus.formats.pdf.lines import lines_of
from corpus.formats.pdf.page_reading import LIGATURES
from corpus.formats.pdf.pieces import Font, Piece
from corpus.opening import open_bytes
from corpus.reading import documents_of
from corpus.source import Source
from tests.pdf_writing import LEFT, RIGHT, TOP, Sheet, Words, broken, lines, pdf, typeset

PROSE = (
    "The court held that the notice was given in time because the parties had agreed to count from the day"
    " on which the goods were handed over and not from the day on which the letter was written or sent."
)
MORE = "It follows that the appeal must be allowed and that the order of the judge below cannot stand at all."


def read(sheets: list[Sheet], **more: object) -> Document:
    return open_bytes(pdf(sheets, **more), "book.pdf")  # type: ignore[arg-type]


def texts(document: Document, *kinds: Kind) -> list[str]:
    return [words(document, block) for block in document.blocks if not kinds or block.kind in kinds]


def words(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]


# What fails is shown as it is: to make it smaller would take longer than all the rest.
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
_LETTERS = "aaabcdeeeefghiilmmnnoooprrsstttuuw"


def _written(seed: int, count: int) -> list[str]:
    """So many paragraphs, of words that nobody ever wrote."""
    chance = random.Random(seed)

    def word() -> str:
        return "".join(chance.choices(_LETTERS, k=chance.randint(2, 10)))

    return [" ".join(word() for _ in range(chance.randint(4, 90))).capitalize() + "." for _ in range(count)]


_ARTICLES = st.builds(_written, st.integers(0, 1 << 30), st.integers(6, 14))
_LONG = st.builds(_written, st.integers(0, 1 << 30), st.integers(25, 40))


@settings(max_examples=20, deadline=None, phases=_PHASES)
@given(_ARTICLES, st.integers(12, 48))
def test_paragraphs_come_back_whole_over_lines_and_pages(paragraphs: list[str], rows: int) -> None:
    sheets = typeset(paragraphs, rows=rows)
    document = read(sheets)
    assert texts(document) == paragraphs
    for block in document.blocks:
        assert block.kind is Kind.PARAGRAPH


@settings(max_examples=6, deadline=None, phases=_PHASES)
@given(_LONG)
def test_a_beginning_is_the_beginning_of_the_whole(paragraphs: list[str]) -> None:
    data = pdf(typeset(paragraphs, rows=16))
    *begun, whole = documents_of(Source(data, "book.pdf", at_once=False))
    for document in begun:
        count = len(document.blocks)
        assert whole.text.startswith(document.text)
        assert list(document.blocks) == list(whole.blocks)[:count]
        assert document.spans == whole.spans[: len(document.spans)]
        labels = document.labels.pages
        assert labels.starts == whole.labels.pages.starts[: len(labels.starts)]
    assert texts(whole) == paragraphs


def test_a_long_one_is_shown_before_all_of_it_is_read() -> None:
    data = pdf(typeset([PROSE] * 120, rows=30))
    begun = list(documents_of(Source(data, "book.pdf", at_once=False)))
    assert len(begun) > 1
    assert 0 < len(begun[0].text) < len(begun[-1].text) / 2
    assert [bool(document.digest) for document in begun] == [False] * (len(begun) - 1) + [True]


def test_a_page_begins_inside_a_paragraph() -> None:
    sheets = typeset([PROSE, MORE, PROSE, MORE], rows=2)
    document = read(sheets, labels="0<</S/r>>2<</S/D/St 1>>")
    assert texts(document) == [PROSE, MORE, PROSE, MORE]
    assert document.page_at(0) == "i"
    second = sheets[1].words[0].text
    assert document.text[document.page("ii") :].startswith(second)
    assert document.page_at(document.page("ii") - 1) == "i"
    assert document.page("1") > document.page("ii")


def test_running_heads_and_numbers_are_no_text() -> None:
    chance = random.Random(1)
    own = [" ".join(chance.choices(f"{PROSE} {MORE}".split(), k=40)) + "." for _ in range(30)]
    sheets = typeset(own, rows=10)
    for number, sheet in enumerate(sheets):
        sheet.words.insert(0, Words(LEFT, 760, f"{'The Law of Notices' if number % 2 else 'A. Author'}", 8))
    document = read(sheets)
    assert texts(document) == own
    assert document.page_at(len(document.text) - 1) == str(len(sheets))


def test_numbers_that_are_printed_count_where_the_file_has_no_labels() -> None:
    sheets = typeset([PROSE, MORE] * 12, rows=10)
    for number, sheet in enumerate(sheets):
        sheet.words[-1].text = str(number + 145)
    document = read(sheets)
    assert document.page_at(0) == "145"
    assert "145" not in document.text


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("we spoke of a set-", "tlement of the claim", "settlement"),
        ("we spoke of a well-", "known rule of the claim", "well-known"),
        ("it was decided in re Smith-", "Jones and others", "Smith-Jones"),
    ],
)
def test_a_hyphen_at_a_line_end_is_kept_where_the_article_has_it(
    before: str, after: str, joined: str
) -> None:
    known = "Every settlement is a well-known thing and a known one is well made and often so."
    first = f"{PROSE[:60]} {before}"
    sheet = Sheet([*lines([known, known]), *lines([first, after], y=600)])
    sheet.words[2].x = sheet.words[3].x = LEFT
    sheet.words[0].text = sheet.words[1].text = known
    sheet.words.append(Words(LEFT, 588 - 12, ""))
    document = read([sheet])
    assert joined in document.text


def test_columns_are_read_one_after_the_other() -> None:
    left = broken(f"{PROSE} {MORE} " * 3, 220)
    right = broken(f"Beside it stands {PROSE} {MORE} " * 3, 220)
    rows = min(len(left), len(right))
    sheet = Sheet([Words(LEFT, 740, "A Title over Both Columns that Reaches from one to the other", 14, "b")])
    for at in range(rows):  # drawn row by row
        y = TOP - 20 - 12 * at
        sheet.words += [Words(LEFT, y, left[at]), Words(320, y, right[at])]
    document = read([sheet])
    assert (
        document.text.index(left[1]) < document.text.index(left[-1][:20]) < document.text.index("Beside it")
    )
    assert " ".join(left[:rows]) in document.text.replace("\n\n", " ")
    assert " ".join(right[:rows]) in document.text.replace("\n\n", " ")


def test_what_the_outline_lists_is_a_heading() -> None:
    sheet = Sheet(
        [
            Words(LEFT, 700, "1 Introduction", 10),
            *lines(broken(PROSE, 468), y=680),
            Words(LEFT, 600, "1.1 A Matter that Takes", 10),
            Words(LEFT, 588, "Two Lines", 10),
            *lines(broken(MORE, 468), y=570),
            Words(LEFT, 500, "A bold line of its own", 14, "b"),
            *lines(broken(PROSE, 468), y=480),
        ]
    )
    outline = [
        ("Introduction", 1, 0, 712.0),
        ("A Matter that Takes Two Lines", 2, 0, 612.0),
        ("Elsewhere", 1, 0, 490.0),
    ]
    document = read([sheet], outline=outline)
    headings = [block for block in document.blocks if block.kind is Kind.HEADING]
    assert [(words(document, one), one.level) for one in headings] == [
        ("1 Introduction", 1),
        ("1.1 A Matter that Takes Two Lines", 2),
    ]
    assert [(entry.title, entry.level) for entry in document.contents] == [
        ("Introduction", 1),
        ("A Matter that Takes Two Lines", 2),
        ("Elsewhere", 1),
    ]
    assert [entry.start for entry in document.contents[:2]] == [one.start for one in headings]
    assert document.text[document.contents[2].start :].startswith(PROSE)


def test_headings_are_inferred_from_fonts_where_there_is_no_outline() -> None:
    sheet = Sheet(
        [
            Words(LEFT, 730, "On Notices", 18, "b"),
            *lines(broken(PROSE, 468), y=700),
            Words(LEFT, 640, "The facts", 13, "b"),
            *lines(broken(f"{MORE} {PROSE}", 468), y=620),
            Words(
                LEFT,
                560,
                "Bold words that go on as prose does in this line, and in the next one too, as",
                10,
                "b",
            ),
            Words(LEFT, 548, "they say", 10, "b"),
        ]
    )
    document = read([sheet])
    headings = [block for block in document.blocks if block.kind is Kind.HEADING]
    assert [(words(document, one), one.level) for one in headings][:2] == [
        ("On Notices", 1),
        ("The facts", 2),
    ]


def test_notes_stand_after_the_paragraph_that_runs_on() -> None:
    full = broken(f"{PROSE} {MORE} {PROSE}", 468)
    first = Sheet([*lines(full[:4]), *lines(["1 See the earlier case, which says so."], y=100, size=8)])
    first.words.append(Words(LEFT + 200, TOP - 36 + 4, "", 6))
    second = Sheet([*lines(full[4:]), *lines(broken(MORE, 468), y=500)])
    first.words[4] = Words(LEFT, 103, "1", 5)
    first.words.append(Words(LEFT + 4, 100, "See the earlier case, which says so.", 8))
    document = read([first, second])
    assert texts(document, Kind.PARAGRAPH) == [" ".join(full), MORE]
    assert texts(document, Kind.NOTE) == ["¹ See the earlier case, which says so."]
    kinds = [block.kind for block in document.blocks]
    assert kinds == [Kind.PARAGRAPH, Kind.NOTE, Kind.PARAGRAPH]
    note = document.blocks[1]
    assert document.page_at(note.start) == "1"
    assert document.page_at(document.blocks[2].start) == "2"


def test_items_code_and_tables() -> None:
    sheet = Sheet(
        [
            *lines(broken(PROSE, 468)),
            Words(90, 660, "•"),
            *lines(broken(MORE, 440), x=100, y=660),
            Words(90, 630, "•"),
            Words(100, 630, "a short one"),
            *lines(["def f(x):", "    return x"], y=590, font="m", size=9),
            *lines(["Year", "1999", "2000"], y=540, by=14),
            *lines(["Sum", "12.5", "13.0"], x=200, y=540, by=14),
        ]
    )
    document = read([sheet])
    items = [block for block in document.blocks if block.kind is Kind.ITEM]
    assert [(one.marker, words(document, one)) for one in items] == [("•", MORE), ("•", "a short one")]
    assert texts(document, Kind.CODE) == ["def f(x):\n    return x"]
    assert texts(document, Kind.TABLE) == ["Year\tSum\n1999\t12.5\n2000\t13.0"]


def test_fonts_mark_words_and_links_lead() -> None:
    sheet = Sheet(
        [
            *lines(broken(PROSE, 468)),
            Words(LEFT, 600, "Here some"),
            Words(120, 600, "words", font="i"),
            Words(150, 600, "stand out, and others"),
            Words(246, 600, "lead elsewhere"),
            Words(312, 600, "or back."),
        ],
        links=[(246, 597, 309, 610, "https://example.org/a"), (312, 597, 350, 610, 1)],
    )
    document = read([sheet, Sheet(lines(broken(MORE, 468)))])
    marked = {(document.text[span.start : span.end], span.inline, span.target) for span in document.spans}
    assert ("words", Inline.EMPHASIS, "") in marked
    assert ("lead elsewhere", Inline.LINK, "https://example.org/a") in marked
    back = next(target for said, inline, target in marked if said == "or back." and inline is Inline.LINK)
    assert document.anchors[back[1:]] == document.page("2")


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("#page=2", "#page=2"),
        ("#page=02&zoom=100", "#page=2"),
        ("#page=two", ""),
        ("#page=1,high", "#page=1"),
        ("#nameddest", ""),
    ],
)
def test_a_fragment_alone_leads_to_the_page_that_it_names(address: str, target: str) -> None:
    sheet = Sheet(lines(broken(PROSE, 468)), links=[(LEFT, 715, 300, 730, address)])
    document = read([sheet, Sheet(lines(broken(MORE, 468)))])
    assert {span.target for span in document.spans} == ({target} if target else set())
    assert set(document.anchors.values()) <= {0, document.page("2")}


def test_the_printed_contents_are_left_out_where_the_outline_says_the_same() -> None:
    toc = lines(["Contents"], size=14, font="b")
    toc += lines(
        [
            f"{title} . . . . . . . . . . . . . {page}"
            for title, page in (("One", 2), ("Two", 2), ("Three", 2))
        ],
        y=690,
    )
    body = Sheet(
        [
            word
            for at, title in enumerate(("One", "Two", "Three"))
            for word in (
                Words(LEFT, 700 - 100 * at, title, 14, "b"),
                *lines(broken(PROSE, 468), y=680 - 100 * at),
            )
        ]
    )
    outline = [(title, 1, 1, 712.0 - 100 * at) for at, title in enumerate(("One", "Two", "Three"))]
    assert texts(read([Sheet(toc), body], outline=outline)) == ["One", PROSE, "Two", PROSE, "Three", PROSE]
    without = read([Sheet(toc), body])
    assert "One … 2" in texts(without, Kind.NOTE)


def test_metadata_is_told_by_the_file_but_no_file_name_is_a_title() -> None:
    sheet = Sheet(lines(broken(PROSE, 468)))
    info = {"Title": "On Notices", "Author": "Ana Ruiz; Bob Stone", "CreationDate": "D:20210205120000Z"}
    metadata = read([sheet], info=info).metadata
    assert (metadata.title, [name.family for name in metadata.authors]) == ("On Notices", ["Ruiz", "Stone"])
    assert metadata.date is not None
    assert metadata.date.iso() == "2021-02-05"
    for title in ("Microsoft Word - brief_v2.docx", "untitled", "paper.dvi", "…"):
        assert read([sheet], info={"Title": title}).metadata.title != title


def test_text_that_lies_on_its_side_is_read_where_all_of_it_does() -> None:
    sheet = Sheet(rotate=90)
    for at, line in enumerate(broken(f"{PROSE} {MORE}", 468)):
        sheet.drawing += f"BT /F0 10 Tf 0 1 -1 0 {100 + 12 * at} 72 Tm ({line}) Tj ET\n"
    assert texts(read([sheet])) == [f"{PROSE} {MORE}"]


def test_letters_of_a_size_below_nothing_stand_on_their_feet() -> None:
    sheet = Sheet()
    for at, line in enumerate(broken(PROSE, 460)):
        sheet.drawing += f"BT /F0 -10 Tf -1 0 0 -1 72 {700 - 12 * at} Tm ({line}) Tj ET\n"
    assert texts(read([sheet])) == [PROSE]
    sheet.drawing = sheet.drawing.replace("-1 0 0 -1", "1 0 0 1")  # on their head, and legible all the same
    assert sorted("".join(texts(read([sheet]))).split()) == sorted(PROSE.split())


def test_controls_in_every_field_are_made_harmless() -> None:
    evil = "a\x1b]52;c;aGk=\x07b\u202ec"
    sheet = Sheet(lines(broken(PROSE, 468)), links=[(LEFT, 715, 300, 730, "https://e.org/\x1b[2J")])
    document = read(
        [sheet],
        outline=[(evil, 1, 0, 720.0)],
        info={"Title": evil, "Author": evil},
        labels="0<</P(x\x1b[31m)/S/D>>",
    )
    said = [
        document.text,
        document.metadata.title,
        str(document.metadata.authors),
        *(entry.title for entry in document.contents),
        *document.labels.pages.labels,
        *(span.target for span in document.spans),
    ]
    for one in said:
        assert not {"\x1b", "\x07", "\u202e"} & set(one)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf([Sheet(lines([PROSE[:50]]))], encrypt=True), "locked with a password"),
        (pdf([Sheet(drawing="q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q")]), "scanned"),
        (pdf([Sheet()]), "holds no words"),
        (b"%PDF-1.7\nnothing of the kind", "damaged"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, said: str) -> None:
    with pytest.raises(CannotOpen, match=said):
        open_bytes(data, "book.pdf")


def test_a_page_that_is_a_picture_among_others_is_said() -> None:
    picture = Sheet(drawing="q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q")
    document = read([Sheet(lines(broken(PROSE, 468))), picture])
    assert document.fault == "There is no text on page 2, only a picture, such as a scan."
    assert document.text == PROSE


def test_entries_of_printed_contents_need_no_leaders() -> None:
    chapters = [f"{number} Of the duty number {name} 2" for number, name in enumerate("abcde", 1)]
    sections = [f"5.{number} Of a part . . . . . . . . . . 3" for number in range(1, 4)]
    document = read([Sheet([*lines(["Contents", *chapters, *sections]), *lines(broken(PROSE, 468), y=500)])])
    assert texts(document, Kind.PARAGRAPH) == [PROSE]
    assert not texts(document, Kind.HEADING)


def test_columns_are_told_among_listings() -> None:
    columns = []
    for x, said in ((LEFT, PROSE), (320.0, MORE * 2)):
        listing = [
            word
            for at in range(14)
            for word in (Words(x, 520 - 12 * at, "{", 10), Words(x + 60, 520 - 12 * at, "}", 10))
        ]
        columns.append([*lines(broken(said * 2, 220), x=x), *listing])
    text = read([Sheet([word for both in zip_longest(*columns) for word in both if word])]).text
    assert text.startswith(PROSE)
    assert text.index(MORE) > text.index("{")


def test_one_space_stands_for_a_wide_gap() -> None:
    (first, *rest) = broken(PROSE, 400)
    last = [
        Words(LEFT, TOP - 12 * (len(rest) + 1), "As said. ", 10),
        Words(300, TOP - 12 * (len(rest) + 1), "(no. 3)", 10),
    ]
    document = read([Sheet([*lines([first, *rest]), *last])])
    assert "As said. (no. 3)" in document.text


def test_what_stands_apart_from_its_number_is_read() -> None:
    items = [
        word
        for at in (1, 2)
        for word in (Words(LEFT, 500 - 40 * at, f"{at}."), Words(110, 500 - 40 * at, "Said so."))
    ]
    document = read([Sheet([*lines(broken(PROSE, 468)), *items])])
    assert texts(document, Kind.ITEM) == ["Said so.", "Said so."]


def test_many_pages_without_words_are_said() -> None:
    rule = Sheet(drawing="50 700 m 500 700 l S")
    document = read([Sheet(lines(broken(PROSE, 468))), rule, rule])
    assert document.fault == "There are no words on 2 of its 3 pages."
    # A page here and there is left blank on purpose.
    assert not read([*typeset([PROSE, MORE] * 9, rows=12), Sheet()]).fault


def test_a_soft_hyphen_that_is_drawn_within_a_line_is_a_hyphen() -> None:
    first = Piece("multi\u00ad", 0, 30, 100, 10, Font())
    second = Piece("thread, 2014\u00ad11, pro\u00ad", 30, 99, 100, 10, Font())
    (line,) = lines_of([first, second])
    # What stands at the end may break a word; that is told by the next line.
    assert line.text == "multi-thread, 2014-11, pro\u00ad"


def test_what_the_library_writes_for_a_hyphen_or_knows_not_is_no_control_character() -> None:
    said = "de\x02x\x01y\x1bz".translate(LIGATURES)
    assert said == "de-x\ufffdy\ufffdz"


def test_an_outline_that_goes_in_a_circle_ends() -> None:
    data = pdf([Sheet(lines(broken(PROSE, 468)))], outline=[("One", 1, 0, 700.0), ("Two", 1, 0, 600.0)])
    place = data.index(b"/Title <feff00540077006f>")
    assert place
    circle = data.replace(b"/Next 8 0 R", b"/Next 7 0 R")
    assert open_bytes(circle, "book.pdf").text == PROSE


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9, 0.99])
def test_what_is_cut_off_is_read_as_far_as_it_goes(cut: float) -> None:
    data = pdf(typeset([PROSE, MORE] * 20, rows=20))
    begun = data[: int(len(data) * cut)]
    try:
        document = open_bytes(begun, "book.pdf")
    except CannotOpen:
        assert cut < 0.5
    else:
        assert document.text.startswith(PROSE[:20])


def test_a_file_that_says_it_has_more_pages_than_it_has_is_read() -> None:
    data = pdf([Sheet(lines(broken(PROSE, 468)))]).replace(b"/Count 1>>", b"/Count 300>>")
    document = open_bytes(data, "book.pdf")
    assert document.text == PROSE
    assert "could not be read" in document.fault


def test_pages_that_are_one_and_the_same_without_end_are_read_up_to_a_length(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("corpus.formats.pdf.pages._MOST_TEXT", 1_000)
    document = read(typeset([PROSE] * 40, rows=6))
    assert len(document.text) < 2_000
    assert document.fault.startswith("Only the first ")


def test_words_drawn_twice_to_look_bold_are_read_once() -> None:
    twice = Words(LEFT, 600, "Twice is once", 10)
    document = read([Sheet([*lines(broken(PROSE, 468)), twice, twice])])
    assert document.text.count("Twice is once") == 1


def test_a_right_margin_is_not_told_by_one_long_line() -> None:
    sheet = Sheet([*lines(broken(f"{PROSE} {MORE} {PROSE}", RIGHT - LEFT)), *lines(broken(MORE, 468), y=600)])
    sheet.words.append(
        Words(
            LEFT,
            560,
            "see https://example.org/a/very/long/address/that/no/typesetter/can/break/into/lines/at/all/here",
        )
    )
    assert texts(read([sheet]))[:2] == [f"{PROSE} {MORE} {PROSE}", MORE]


def test_functions_take_and_give_what_the_library_says() -> None:
    names = [name for name in vars(pdfium) if name.startswith("FPDF") and callable(getattr(pdfium, name))]
    assert len(names) > 30
    for name in names:
        ours, theirs = getattr(pdfium, name), getattr(pypdfium2_raw, name)
        assert [*map(_kind, ours.argtypes)] == [*map(_kind, theirs.argtypes)], name
        assert _kind(ours.restype) == _kind(theirs.restype), name


def _kind(of: Any) -> tuple[int, str]:
    """How large it is, and whether it is a pointer or of which kind a number is."""
    if of is None:
        return 0, ""
    letter = getattr(of, "_type_", "P")
    return ctypes.sizeof(of), letter if isinstance(letter, str) and letter not in "PzZ" else "P"
