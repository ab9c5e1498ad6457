"""The quotation itself: whose words, which marks, stops, parts and emphasis it has."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citation import STYLES, cite
from corpus.citation.marks import left_open, with_stop_inside
from corpus.citation.phrase import Face, Phrase, Run, phrase, raised
from corpus.citation.quoting import Quotation, merged, quoted
from corpus.document import Document, Inline, Kind
from corpus.draft import Draft
from corpus.metadata import Metadata, Name, PartialDate
from corpus.opening import open_path
from corpus.outline.section import Outline
from corpus.passages.passage import Passage

METADATA = Metadata(title="Rivers", authors=(Name("He", "Jing", "family-first"),), date=PartialDate(2021))

NOTE = Quotation("note", block_words=50)
"""As the Bluebook has it (rule by the Indigo Book, R8 and R9)."""
OUTSIDE = Quotation("note", marks="‘", block_lines=4)
"""As OSCOLA and the AGLC have it."""
DOUBLE_OUTSIDE = Quotation("note", block_lines=4, stop="outside")
"""As the McGill Guide has it."""
PARENTHESIS = Quotation("parenthesis", block_words=40)
"""As APA has it."""
SINGLE_PARENTHESIS = Quotation("parenthesis", marks="‘", block_words=50)
"""As Harvard (Cite Them Right) has it."""
BRACKET = Quotation("parenthesis", block_lines=3, after_block="words")
"""As the IEEE has it."""


def document(*blocks: str | tuple[str, Kind, str]) -> Document:
    draft = Draft()
    for block in blocks:
        text, kind, marker = (block, Kind.PARAGRAPH, "") if isinstance(block, str) else block
        draft.add(text, kind, marker=marker, tight=kind is Kind.ITEM and draft.last is Kind.ITEM)
    return draft.document()


def passage(article: Document, first: str, last: str = "") -> Passage:
    start = article.text.index(first)
    last = last or first
    return Passage(article, Outline(), start, article.text.index(last, start) + len(last))


def parsed(folder: Path, name: str, source: str) -> Document:
    path = folder / name
    path.write_text(source, encoding="utf-8")
    return open_path(path)


def plain(article: Document, style: Quotation, *words: str, citation: Phrase | str = "Note.") -> str:
    parts = [passage(article, *part.split(" ~ ")) for part in words]
    return quoted(parts, phrase(citation), style).phrase.plain


# Marks and stops ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("style", "words", "expected"),
    [
        pytest.param(NOTE, "He said “no”.", "“He said ‘no.’” Note.", id="inside: also a stop behind a mark"),
        pytest.param(NOTE, "the “no” vote.", "“the ‘no’ vote.” Note.", id="inside: a part of a sentence"),
        pytest.param(NOTE, "Why “no”?", "“Why ‘no’?” Note.", id="inside: a question stays"),
        pytest.param(NOTE, "Why, “no?”.", "“Why, ‘no?’.” Note.", id="no stop behind a question mark"),
        pytest.param(OUTSIDE, "The river rose.", "‘The river rose.’ Note.", id="a whole sentence"),
        pytest.param(OUTSIDE, "river rose.", "‘river rose’. Note.", id="outside: a part of one"),
        pytest.param(OUTSIDE, "river rose", "‘river rose’ Note.", id="outside: no stop, none made"),
        pytest.param(OUTSIDE, "rose, “and fell.”", "‘rose, “and fell.”’ Note.", id="outside: a quoted stop"),
        pytest.param(OUTSIDE, "rose, ‘and’ fell?", "‘rose, “and” fell?’ Note.", id="single marks change"),
        pytest.param(OUTSIDE, "left the U.S.", "‘left the U.S.’ Note.", id="outside: an abbreviation"),
        pytest.param(DOUBLE_OUTSIDE, "river rose.", "“river rose”. Note.", id="outside with double marks"),
        pytest.param(DOUBLE_OUTSIDE, "The river rose.", "“The river rose.” Note.", id="and a whole one"),
        pytest.param(
            SINGLE_PARENTHESIS, "He said “no.”", "‘He said “no”’ (N).", id="single marks, and a stop"
        ),
        pytest.param(PARENTHESIS, "He said “no”.", "“He said ‘no’” (N).", id="a parenthesis, and a stop"),
    ],
)
def test_marks_and_stops_are_the_style_s(style: Quotation, words: str, expected: str) -> None:
    article = document(f"Then came night and {words} On it went." if words[0].islower() else words)
    citation = "Note." if style.follows == "note" else "(N)"
    assert plain(article, style, words, citation=citation) == expected


def test_a_raised_number_stands_close_to_the_words_and_before_the_stop() -> None:
    number = raised("[1]")
    style = Quotation("parenthesis")
    assert plain(document("知识产权。"), style, "知识产权。", citation=number) == "“知识产权”[1]。"
    assert plain(document("It rose."), style, "It rose.", citation=number) == "“It rose”[1]."
    words = " ".join(["word"] * 100) + "."
    assert plain(document(words), style, words, citation=number) == f"{words}[1]"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("He wrote: “I came.", "“He wrote: ‘I came.’” Note.", id="the end is elsewhere"),
        pytest.param("I saw.”", "“‘I saw.’” Note.", id="the beginning is elsewhere"),
        pytest.param("came. I", "“came. I” Note.", id="both are elsewhere: nothing is torn"),
        pytest.param("He wrote: “I came. I saw.”", "“He wrote: ‘I came. I saw.’” Note.", id="all is there"),
    ],
)
def test_a_quotation_that_is_torn_gets_its_other_mark(words: str, expected: str) -> None:
    article = document("A note.", "He wrote: “I came. I saw.” Then he slept.")
    assert plain(article, NOTE, words) == expected


def test_a_mark_that_nothing_answers_is_left_alone() -> None:
    article = document("The paper on “A new form “. It rose.")
    assert plain(article, NOTE, "The paper ~ “.") == "“The paper on “A new form “.” Note."


MARKED = st.text("ab 知.,“”‘’\"'", max_size=30)


@given(MARKED, MARKED, MARKED)
def test_what_is_added_makes_the_words_whole(before: str, words: str, after: str) -> None:
    opening, closing = left_open(words, before, after)
    assert set(opening) <= {"“", '"'}
    assert set(closing) <= {"”", '"'}
    assert len(opening) + len(closing) <= len(words)
    if not before and not after:
        assert (opening, closing) == ("", "")


@given(MARKED)
def test_a_stop_that_is_moved_inside_is_the_same_stop(words: str) -> None:
    assert sorted(with_stop_inside(words)) == sorted(words)


# Blocks ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("style", "longest"),
    [(OUTSIDE, 240), (Quotation("note", block_lines=5), 320), (BRACKET, 160)],
)
def test_lines_are_counted_in_cells_of_eighty(style: Quotation, longest: int) -> None:
    words = ("word " * 100)[: longest - 1] + "x"
    assert not quoted(passage(document(words), words), phrase("N"), style).is_block
    assert quoted(passage(document(words + "y"), words + "y"), phrase("N"), style).is_block
    chinese = "知" * (longest // 2)
    assert not quoted(passage(document(chinese), chinese), phrase("N"), style).is_block
    assert quoted(passage(document(chinese + "。"), chinese + "。"), phrase("N"), style).is_block


LONG = "The “old” river rose " + "and rose " * 60 + "in the night."


@pytest.mark.parametrize(
    ("style", "citation", "end"),
    [
        pytest.param(NOTE, "Note.", "in the night.\nNote.", id="a note on the next line"),
        pytest.param(PARENTHESIS, "(N)", "in the night. (N)", id="a parenthesis behind the stop"),
        pytest.param(BRACKET, "[1]", "in the night [1].", id="a bracket before the stop"),
    ],
)
def test_the_citation_after_a_block_stands_where_the_style_has_it(
    style: Quotation, citation: str, end: str
) -> None:
    text = plain(document(LONG), style, LONG, citation=citation)
    assert text.startswith("The “old” river")
    assert text.endswith(f"rose {end}")


def test_behind_verse_a_citation_stands_on_its_own_line() -> None:
    article = document("The river rose,\nand fell.")
    text = plain(article, PARENTHESIS, "The river ~ fell.", citation="(N)")
    assert text == "The river rose,\nand fell.\n(N)"


def test_items_keep_the_numbers_of_the_source_where_there_are_several_blocks() -> None:
    article = document(
        "It says:", ("the gate;", Kind.ITEM, "(a)"), ("the wall.", Kind.ITEM, "(b)"), ("sand", Kind.ITEM, "•")
    )
    assert plain(article, PARENTHESIS, "It says: ~ sand") == (
        "It says:\n\n(a) the gate;\n(b) the wall.\nsand\nNote."
    )
    assert plain(article, PARENTHESIS, "the wall.", citation="(N)") == "“the wall” (N)."


WRAPPED = (
    "The river rose in the night, and the keeper of the lock wrote the well-\n"
    "known level of the water into his book, as he had always done, since\n"
    "the first of them had come."
)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.txt", WRAPPED),
        ("a.md", WRAPPED.replace("well-\n", "well-known\n").replace("\nknown", "\n")),
        ("a.html", "<p>" + WRAPPED.replace("well-\nknown", "well-known\n <b>").replace("first", "first</b>")),
    ],
)
def test_lines_that_were_only_wrapped_leave_no_trace(tmp_path: Path, name: str, source: str) -> None:
    article = parsed(tmp_path, name, source)
    whole = Passage(article, Outline(), 0, len(article.text))
    assert quoted(whole, phrase("Note."), NOTE).words.plain == (
        "“The river rose in the night, and the keeper of the lock wrote the well-known level of the water"
        " into his book, as he had always done, since the first of them had come.”"
    )


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("verse.txt", "The river rose,\nthe river fell,\nand nobody\ncould tell.\n"),
        ("verse.md", "The river rose,\\\nthe river fell,  \nand nobody\\\ncould tell.\n"),
        ("verse.html", "<p>The river rose,<br>the river fell,<br>and nobody<br>could tell."),
        ("code.md", "```\nThe river rose,\nthe river fell,\nand nobody\ncould tell.\n```\n"),
    ],
)
def test_lines_that_the_author_broke_are_kept(tmp_path: Path, name: str, source: str) -> None:
    article = parsed(tmp_path, name, source)
    whole = Passage(article, Outline(), 0, len(article.text))
    assert quoted(whole, phrase("Note."), NOTE).phrase.plain == (
        "The river rose,\nthe river fell,\nand nobody\ncould tell.\nNote."
    )


# Parts -------------------------------------------------------------------------------------------

PARTED = "It rose. It fell. It rose again, and fell."


def test_parts_are_joined_in_reading_order_with_a_sign_for_the_gap() -> None:
    article = document(PARTED)
    assert plain(article, NOTE, "It rose again", "It rose.") == "“It rose. […] It rose again” Note."


def test_parts_that_touch_or_overlap_are_one() -> None:
    article = document(PARTED)
    assert plain(article, NOTE, "It fell.", "It rose.") == "“It rose. It fell.” Note."
    assert plain(article, NOTE, "It rose. ~ fell.", "It fell. ~ again") == (
        "“It rose. It fell. It rose again” Note."
    )
    assert plain(article, NOTE, "It rose. ~ fell.", "rose.") == "“It rose. It fell.” Note."


def test_between_han_characters_the_sign_has_no_spaces() -> None:
    assert plain(document("水位上升。又下降。再上升。"), NOTE, "水位上升。", "再上升。") == (
        "“水位上升。[…]再上升。” Note."
    )


def test_parts_of_several_paragraphs_are_run_in_while_they_are_short() -> None:
    article = document("It rose. So.", "It fell. Then.")
    assert plain(article, NOTE, "It rose.", "It fell.") == "“It rose. […] It fell.” Note."


def test_in_a_block_a_part_that_begins_a_paragraph_begins_one() -> None:
    article = document(LONG, "Between them.", "It fell. Then it stood still.")
    assert plain(article, NOTE, LONG, "It fell.") == f"{LONG} […]\n\nIt fell.\nNote."
    assert plain(article, NOTE, LONG, "Then it ~ still.") == f"{LONG} […] Then it stood still.\nNote."


def test_torn_quotations_are_mended_in_every_part() -> None:
    article = document("He wrote: “I came. I saw. I went.” Then he slept.")
    assert plain(article, NOTE, "He wrote: “I came.", "I went.”") == (
        "“He wrote: ‘I came.’ […] ‘I went.’” Note."
    )


def test_the_place_of_parts_is_from_the_first_to_the_last_and_a_note_says_that_they_stand_apart() -> None:
    article = document(*(f"Paragraph {number}." for number in "abcdefgh"))
    parts = [passage(article, f"Paragraph {number}.") for number in "cgd"]
    citation = cite(METADATA, parts, "apa")
    assert citation.locator == "paras. 3–7"
    assert citation.notes == ("parts of ¶¶ 3–4, 7",)
    near = cite(METADATA, [passage(article, "Paragraph c"), passage(article, "agraph d.")], "apa")
    assert near.notes == ()


def test_a_sign_that_the_source_has_too_is_said() -> None:
    article = document("It rose [. . .] and fell. So it was. Then it rose.")
    parts = [passage(article, "It rose [", "fell."), passage(article, "Then it rose.")]
    assert "the source has […] of its own" in cite(METADATA, parts, "apa").notes
    assert cite(METADATA, parts[:1], "apa").notes == ()
    assert cite(METADATA, [passage(article, "It"), parts[1]], "apa").notes == ()


@pytest.mark.parametrize("words", ["Short.", "long " * 120], ids=["short", "block"])
def test_behind_the_words_there_is_nothing_where_nothing_is_cited(words: str) -> None:
    article = document(words.strip())
    for style in STYLES:
        assert cite(Metadata(), passage(article, words.strip()), style).text.rstrip() == (
            cite(Metadata(), passage(article, words.strip()), style).text
        )


def test_a_rule_in_a_block_leaves_no_empty_paragraph() -> None:
    article = document("One.", ("", Kind.RULE, ""), "Two.")
    assert plain(article, NOTE, "One.\n\n\n\nTwo.") == "One.\n\nTwo.\nNote."


def test_without_a_passage_there_is_nothing_to_cite() -> None:
    with pytest.raises(ValueError, match="no passage"):
        cite(METADATA, [], "apa")


# Emphasis ----------------------------------------------------------------------------------------


def emphasised() -> Document:
    draft = Draft()
    text = "The “first river” rose in x + y code and a link there."
    spans = [
        (text.index("first"), text.index(" rose"), Inline.EMPHASIS, ""),
        (text.index("rose "), text.index("in x"), Inline.STRONG, ""),
        (text.index("x +"), text.index(" code"), Inline.CODE, ""),
        (text.index("a link"), text.index(" there"), Inline.LINK, "https://example.org/"),
    ]
    draft.add(text, spans=spans)
    return draft.document()


def test_emphasis_is_kept_and_links_lose_their_address() -> None:
    article = emphasised()
    marked = quoted(passage(article, "The", "there."), phrase("(N)"), PARENTHESIS).phrase.marked
    assert marked == "“The ‘*first river’* **rose** in `x + y` code and a link there” (N)."


def test_emphasis_is_written_in_markdown() -> None:
    text = cite(METADATA, passage(emphasised(), "The", "there."), "pandoc").text
    assert "*first river" in text
    assert "**rose** in `x + y` code" in text
    assert "example.org" not in text


def test_a_face_covers_no_line_break_and_no_space_at_its_edges() -> None:
    draft = Draft()
    draft.add("a line\nanother ", spans=[(1, 15, Inline.EMPHASIS, "")])
    article = draft.document()
    citation = cite(METADATA, Passage(article, Outline(), 0, len(article.text)), "apa")
    assert citation.quotation is not None
    assert citation.quotation.words.runs == (
        *(Run("a"), Run(" "), Run("line", Face.ITALIC)),
        *(Run("\n"), Run("another", Face.ITALIC)),
    )


def test_hints_for_breaking_lines_are_no_part_of_the_words() -> None:
    article = document("It co\u00adoper\u200bated.")
    assert plain(article, NOTE, "It ~ ated.") == "“It cooperated.” Note."


SPANS = st.tuples(st.integers(0, 12), st.integers(0, 12), st.sampled_from(list(Inline)))
BLOCKS = st.lists(
    st.tuples(
        st.text('abc “”‘’".,\n知', min_size=1, max_size=12),
        st.sampled_from([Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.HEADING, Kind.CODE]),
        st.lists(SPANS, max_size=3),
    ),
    min_size=1,
    max_size=4,
)


def _face_at(article: Document, offset: int) -> Face:
    marks = {span.inline for span in article.spans if span.start <= offset < span.end}
    faces = ((Inline.CODE, Face.CODE), (Inline.STRONG, Face.STRONG), (Inline.EMPHASIS, Face.ITALIC))
    return next((face for inline, face in faces if inline in marks), Face.ROMAN)


@given(BLOCKS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=4), st.data())
def test_a_quotation_has_the_words_of_its_source_in_their_faces_and_no_others(
    blocks: list[tuple[str, Kind, list[tuple[int, int, Inline]]]],
    ends: list[tuple[int, int]],
    data: st.DataObject,
) -> None:
    draft = Draft()
    for text, kind, spans in blocks:
        within = [(min(a, b, len(text)), min(max(a, b), len(text)), i, "") for a, b, i in spans]
        draft.add(text, kind, spans=within)
    article = draft.document()
    length = len(article.text)
    parts = [
        Passage(article, Outline(), *sorted((min(one, length), min(other, length)))) for one, other in ends
    ]
    citation = cite(METADATA, parts, data.draw(st.sampled_from(list(STYLES))))
    assert citation.quotation is not None
    inside = sorted({offset for part in parts for offset in range(part.start, part.end)})
    source = [(article.text[at], _face_at(article, at)) for at in inside if article.text[at] in "abc知"]
    words = citation.quotation.words
    taken = [(sign, run.face) for run in words.runs for sign in run.text if sign in "abc知"]
    assert taken == source
    signs = re.sub(r"[^.,]", "", "".join(article.text[at] for at in inside))
    left = re.sub(r"[^.,]", "", words.plain)
    # One stop may have moved behind the citation, and what would run on is left out.
    assert len(left) <= len(signs)
    gaps = words.plain.count("[…]")
    assert gaps == max(0, len(merged(parts)) - 1)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_merged_parts_are_in_order_apart_and_hold_every_word(ends: list[tuple[int, int]]) -> None:
    article = document("ab cd ef", "gh  ij kl", "mn op qr st uv")
    parts = [
        Passage(article, Outline(), *sorted(min(end, len(article.text)) for end in pair)) for pair in ends
    ]
    whole = merged(parts)
    for one, following in pairwise(whole):
        assert article.text[one.end : following.start].strip()
    for part in parts:
        words = part.trimmed()
        if words.start < words.end:
            assert any(one.start <= words.start and words.end <= one.end for one in whole)


RUNS = st.lists(
    st.builds(Run, st.text("ab\n “", max_size=4), st.sampled_from(Face), tex=st.sampled_from(["", "x"])),
    max_size=6,
)


@given(RUNS, st.integers(-30, 30), st.integers(-30, 30))
def test_a_part_of_a_phrase_is_the_part_of_its_words(runs: list[Run], start: int, end: int) -> None:
    whole = Phrase(*runs)
    assert whole.part(start, end).plain == whole.plain[start:end]
    letters = [(sign, run.face) for run in whole.runs for sign in run.text]
    part = [(sign, run.face) for run in whole.part(start, end).runs for sign in run.text]
    assert part == letters[start:end]


def test_words_are_replaced_by_as_many() -> None:
    assert Phrase(Run("a"), Run("bc", Face.ITALIC)).reworded("xyz") == Phrase(
        Run("x"), Run("yz", Face.ITALIC)
    )
    with pytest.raises(ValueError, match="as many"):
        phrase("abc").reworded("ab")


# HTML --------------------------------------------------------------------------------------------


def test_html_has_the_emphasis_and_no_markup_of_the_source() -> None:
    html = cite(METADATA, passage(emphasised(), "The", "there."), "apa").html
    assert html == (
        "<p>“The ‘<em>first river’</em> <strong>rose</strong> in <code>x + y</code> code and a link there”"
        " (He, 2021, para. 1).</p>"
    )
    article = document("Is 1 < 2 & “<b>”?")
    assert "Is 1 &lt; 2 &amp; ‘&lt;b&gt;’?" in cite(METADATA, passage(article, "Is", "?"), "apa").html


def test_a_block_is_one_in_html_and_its_lines_are_kept() -> None:
    article = document("It rose,\nit fell.", "Year\tLevel")
    assert cite(METADATA, passage(article, "It rose", "it fell."), "apa").html == (
        "<blockquote><p>It rose,<br>it fell.</p></blockquote>\n<p>(He, 2021, para. 1)</p>"
    )
    assert "<p>Year&nbsp;&nbsp;Level (He" in cite(METADATA, passage(article, "It", "Level"), "apa").html
    assert cite(METADATA, passage(article, "It rose"), "chicago").citation_html.startswith(
        "He Jing, “Rivers,”"
    )


def test_a_style_that_is_markup_has_no_html() -> None:
    citation = cite(METADATA, passage(emphasised(), "The"), "pandoc")
    assert citation.html == citation.citation_html == ""


@given(BLOCKS, st.data())
def test_html_reads_like_the_words(
    blocks: list[tuple[str, Kind, list[tuple[int, int, Inline]]]], data: st.DataObject
) -> None:
    draft = Draft()
    for text, kind, spans in blocks:
        within = [(min(a, b, len(text)), min(max(a, b), len(text)), i, "") for a, b, i in spans]
        draft.add(text.replace("a", "<"), kind, spans=within)
    article = draft.document()
    style = data.draw(st.sampled_from([name for name in STYLES if STYLES[name].quotation.markup is None]))
    citation = cite(METADATA, Passage(article, Outline(), 0, len(article.text)), style)
    bare = unescape(re.sub("<[^>]*>", " ", citation.html))
    assert "".join(bare.split()) == "".join(citation.text.split())


@given(st.text(max_size=20))
def test_nothing_of_an_article_is_html(words: str) -> None:
    article = document(f"{words} end")
    html = cite(METADATA, Passage(article, Outline(), 0, len(article.text)), "apa").html
    assert set(re.findall(r"<[^>]*>", html)) <= {"<p>", "</p>", "<br>", "<blockquote>", "</blockquote>"}
