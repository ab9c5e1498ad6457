from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Inline, Kind
from corpus.formats.html import parse
from corpus.formats.markdown import parse as parse_markdown


def blocks(html: str) -> list[tuple[Kind, int, str, str]]:
    document = parse(html)
    return [(b.kind, b.level, b.marker, document.text[b.start : b.end]) for b in document.blocks]


def test_headings_paragraphs_and_white_space_are_read_as_a_browser_shows_them() -> None:
    assert blocks("<h2> A\n heading </h2><p>Some\n   words <b>and</b>\tmore.</p>") == [
        (Kind.HEADING, 2, "", "A heading"),
        (Kind.PARAGRAPH, 0, "", "Some words and more."),
    ]


def test_lists_have_signs_numbers_and_depth() -> None:
    html = "<ul><li>one<ol start=3><li>a<li>b</ol><li>two</ul>"
    assert blocks(html) == [
        (Kind.ITEM, 1, "•", "one"),
        (Kind.ITEM, 2, "3.", "a"),
        (Kind.ITEM, 2, "4.", "b"),
        (Kind.ITEM, 1, "•", "two"),
    ]


def test_a_data_table_is_rows_of_cells() -> None:
    html = "<table><tr><th>day<th>level<tr><td>Monday<td><p>12.5</p></table>"
    assert blocks(html) == [(Kind.TABLE, 1, "", "day\tlevel\nMonday\t12.5")]


def test_a_table_that_is_set_in_headings_alone_is_a_table() -> None:
    row = "<tr><td><h1>{}</h1><td><h1>{}</h1>"
    rows = row.format("day", "level") + row.format("Monday", "12.5") + row.format("&nbsp;", "13")
    assert [kind for kind, *_ in blocks(f"<table>{rows}</table>")] == [Kind.HEADING] * 5
    rows += row.format("Friday", "9")
    assert blocks(f"<table>{rows}</table>") == [
        (Kind.TABLE, 0, "", "day\tlevel\nMonday\t12.5\n\t13\nFriday\t9")
    ]
    assert blocks(f"<table>{rows}<tr><td><h1>Prose</h1>It rose.<td></table>")[0][0] is Kind.HEADING


def test_in_a_cell_words_are_parted_by_its_blocks_and_not_by_their_faces() -> None:
    cell = "<p>v<sub>0</sub>, <a>see</a>, b</p><p>c</p>d<br>e<div>f</div>g"
    assert blocks(f"<table><tr><td>{cell}<td>1</table>") == [(Kind.TABLE, 0, "", "v₀, see, b c d e f g\t1")]


@pytest.mark.parametrize(("line", "kind"), [("int trump;", Kind.TABLE), ("It rained. " * 9, Kind.PARAGRAPH)])
def test_all_lines_of_a_short_cell_are_its_own(line: str, kind: Kind) -> None:
    cell = f"<p>{line}</p><p>&nbsp;</p>" * 4
    html = f"<table><tr><td>deal</td><td>\n{' ' * 500}{cell}</td></tr></table>"
    assert {block[0] for block in blocks(html)} == {kind}


def test_a_table_that_lays_out_a_page_is_walked_through() -> None:
    html = "<table><tr><td><h1>Title</h1><td><p>Words.</p></table>"
    assert [kind for kind, *_ in blocks(html)] == [Kind.HEADING, Kind.PARAGRAPH]


def test_code_keeps_its_lines_and_has_no_tabs() -> None:
    assert blocks("<pre>if a:\n\tb</pre>") == [(Kind.CODE, 0, "", "if a:\n        b")]


def test_scripts_navigation_and_hidden_parts_are_left_out() -> None:
    html = "<nav>menu</nav><script>x()</script><p hidden>secret</p><style>p{}</style><p>Words.</p>"
    assert blocks(html) == [(Kind.PARAGRAPH, 0, "", "Words.")]


def test_the_main_part_is_the_article() -> None:
    assert blocks("<div>Before</div><main><p>Words.</p></main><div>After</div>")[0][3] == "Words."


def test_quotations_are_told_by_their_depth() -> None:
    document = parse(
        "<blockquote><p>Said.</p><blockquote><p>Deeper.</p></blockquote></blockquote><p>Out.</p>"
    )
    assert [block.quote for block in document.blocks] == [1, 2, 0]


def test_emphasis_and_links_are_spans_over_the_very_words() -> None:
    document = parse('<p>Go <em>there</em> by <a href="https://example.org/x">this road</a>.')
    assert [(document.text[s.start : s.end], s.inline, s.target) for s in document.spans] == [
        ("there", Inline.EMPHASIS, ""),
        ("this road", Inline.LINK, "https://example.org/x"),
    ]


def test_a_mark_that_runs_over_blocks_is_cut_at_them() -> None:
    document = parse("<b><p>One</p><p>Two</p></b>")
    assert [document.text[s.start : s.end] for s in document.spans] == ["One", "Two"]


def test_br_is_a_line_end_that_the_author_wrote() -> None:
    assert blocks("<p>Street 1 <br> 12345 Town") == [(Kind.PARAGRAPH, 0, "", "Street 1\n12345 Town")]


def test_escape_codes_in_entities_become_pictures() -> None:
    assert "\x1b" not in parse("<p>a&#27;[31mb &#x9b;2J").text


def test_a_link_sign_of_a_documentation_tool_is_left_out() -> None:
    assert blocks('<h2>Scope<a class="headerlink" href="#scope">¶</a></h2>')[0][3] == "Scope"


def test_the_first_of_those_signs_is_kept_beside_the_text() -> None:
    assert parse("<h1>Scope<a class='headerlink'>¶</a></h1>").permalink == "¶"
    assert parse("<h1>Scope</h1>").permalink == ""


def test_the_caption_of_a_data_table_stands_before_it() -> None:
    document = parse(
        "<p>Words.</p><table><caption>The <b>locks</b></caption><tr><td>a<td>b<tr><td>c<td>d</table>"
    )
    assert document.text == "Words.\n\nThe locks\n\na\tb\nc\td"
    assert [block.kind for block in document.blocks] == [Kind.PARAGRAPH, Kind.ITEM, Kind.TABLE]
    assert document.paragraph_count == 1


def test_captions_are_not_counted_as_paragraphs() -> None:
    document = parse("<figure><img alt='A lock'><figcaption>The lock</figcaption></figure><p>Words.</p>")
    assert document.paragraph(1).start == document.text.index("Words.")
    assert "[A lock]" in document.text


TAGS = st.sampled_from(
    "<p> </p> <b> </b> <ul> <li> </ul> <blockquote> </blockquote> <table> <tr> <td> </table> <pre> </pre>"
    " <h1> </h1> <br> <hr> word x <a> </a> <dl> <dt> <dd> </dl> &#27; <q> </q> </div>".split()
)


@given(st.lists(TAGS, max_size=40))
def test_whatever_the_markup_spans_lie_in_their_blocks(tags: list[str]) -> None:
    document = parse("".join(tags))
    for span in document.spans:
        block = document.blocks[document.block_at(span.start)]
        assert block.start <= span.start < span.end <= block.end
    assert "\x1b" not in document.text


def test_markdown_reads_as_its_html_reads() -> None:
    document = parse_markdown(
        "# A\n\nSome *words* and `code`.\n\n1. one\n2. two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    kinds = [block.kind for block in document.blocks]
    assert kinds == [Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.ITEM, Kind.TABLE]
    assert [span.inline for span in document.spans] == [Inline.EMPHASIS, Inline.CODE]


def test_a_line_end_between_chinese_characters_is_no_space() -> None:
    assert parse_markdown("知识产权\n保护").text == "知识产权保护"


def test_front_matter_is_metadata_and_not_text() -> None:
    document = parse_markdown("---\ntitle: On Rivers\nauthor: Ana Ruiz\n---\n\nWords.\n")
    assert document.text == "Words."
    assert document.metadata.title == "On Rivers"


def test_labels_of_boxes_and_names_on_a_title_page_head_nothing() -> None:
    html = "<h3 class=author>A. Reed</h3><h3>Notes</h3><div class=note><h3>Note</h3><p>Do.</p></div>"
    assert blocks(html) == [
        (Kind.ITEM, 0, "", "A. Reed"),
        (Kind.HEADING, 3, "", "Notes"),
        (Kind.ITEM, 0, "", "Note"),
        (Kind.PARAGRAPH, 0, "", "Do."),
    ]
    box = "<div class=note><h3>What must be done before the first of the months</h3><p>Do.</div>"
    assert blocks(box)[0][0] is Kind.HEADING


def test_numbers_that_are_set_beside_the_text_are_no_paragraphs() -> None:
    assert blocks("<label class=ocn><a href='#o4'>4</a></label><p id=o4>This.") == [
        (Kind.PARAGRAPH, 0, "", "This.")
    ]


def test_a_label_is_no_paragraph() -> None:
    labels = (
        "<p class='admonition-title'>Note</p>",
        "<p class='caption' role='heading'><span>Appendices</span></p>",
        "<p class='title'><b>Example 1.\nA lock</b></p>",
    )
    prose = "<p class='title'><b>A lock</b> holds back the river.</p>"
    found = parse("".join((*labels, prose))).blocks
    assert [block.kind for block in found] == [Kind.ITEM] * 3 + [Kind.PARAGRAPH]


def test_what_leads_from_a_note_back_to_the_text_is_no_word_of_the_note() -> None:
    note = "<section class=footnotes><p>Said. <a class=footnote-back href='#r'>↩︎</a></section>"
    assert blocks("<p>Text." + note)[1:] == [(Kind.NOTE, 0, "", "Said.")]


def test_notes_whose_signs_a_style_sheet_sets_high() -> None:
    page = (
        "<p>They rely upon it.<a class='footnote-anchor' id='a1' href='#f1'>1</a> So it is.</p>"
        "<p>See <a class='footnote' href='#x'>note 3</a>, and <a href='#y'>4</a>.</p>"
        "<div class='footnote'><a id='f1' href='#a1' class='footnote-number'>1</a>"
        "<div><p>Since then.</p></div></div>"
    )
    document = parse(page)
    assert document.text.startswith("They rely upon it.¹ So it is.\n\nSee note 3, and 4.")
    assert [block.kind for block in document.blocks] == [Kind.PARAGRAPH] * 2 + [Kind.NOTE] * 2


def test_an_entry_of_the_contents_heads_nothing() -> None:
    entry = "<h4 class='toc'><a href='#1'>1. The lock</a></h4>"
    document = parse(f"<h2 class='toc'>Contents</h2>{entry}<h4 id='1'>1. The lock</h4><p>It is old.</p>")
    kinds = [block.kind for block in document.blocks]
    assert kinds == [Kind.HEADING, Kind.ITEM, Kind.HEADING, Kind.PARAGRAPH]
