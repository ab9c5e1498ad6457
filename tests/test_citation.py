"""What holds for a citation in every style, and how a passage is quoted."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citation import STYLES, Citation, NoSuchStyle, cite
from corpus.citation.marks import nested, without_stop
from corpus.citation.phrase import phrase
from corpus.document import Kind
from corpus.draft import Draft
from corpus.metadata import Metadata, Name, PartialDate
from corpus.outline.section import Outline
from corpus.passages.passage import Passage
from corpus.sanitiser import clean_text

METADATA = Metadata(
    title="Rivers",
    authors=(Name("He", "Jing", "family-first"), Name("Fang", "Yi", "family-first")),
    date=PartialDate(2021),
)
NOTE = "He Jing and Fang Yi, “Rivers,” 2021, first para."


def of(*texts: str, kind: Kind = Kind.PARAGRAPH, tight: bool = False) -> Passage:
    draft = Draft()
    for text in texts:
        draft.add(text, kind, tight=tight)
    document = draft.document()
    return Passage(document, Outline(), 0, len(document.text))


def quoted(words: str, style: str) -> str:
    return cite(METADATA, of(words), style).text


def test_the_styles_stand_in_the_order_in_which_they_are_shown() -> None:
    assert next(iter(STYLES)) == "chicago"
    assert [style.name for style in STYLES.values()] == list(STYLES)


def test_an_unknown_style_is_refused_with_those_there_are() -> None:
    with pytest.raises(NoSuchStyle, match=r"chicago, chicago17, .*, pandoc") as raised:
        cite(METADATA, of("Words."), "turabian\x1b[2J")
    assert "\x1b" not in str(raised.value)


def test_a_citation_tells_its_style_and_its_locator() -> None:
    assert cite(METADATA, of("Words."), "apa") == Citation(
        phrase("“Words” (He & Fang, 2021, para. 1)."),
        phrase("(He & Fang, 2021, para. 1)"),
        "apa",
        "para. 1",
        (),
    )


@pytest.mark.parametrize(
    ("words", "run_in"),
    [
        pytest.param("It rose.", "“It rose” ({}).", id="the stop moves behind the parenthesis"),
        pytest.param("Did it rise?", "“Did it rise?” ({}).", id="a question mark stays"),
        pytest.param("It rose!", "“It rose!” ({}).", id="an exclamation mark stays"),
        pytest.param("it rose", "“it rose” ({})", id="words that end no sentence get no stop"),
        pytest.param("it rose,", "“it rose” ({})", id="a comma belongs to what was not quoted"),
        pytest.param("It rose …", "“It rose …” ({}).", id="an ellipsis stays"),
        pytest.param("It rose...", "“It rose...” ({}).", id="an ellipsis of full stops stays"),
        pytest.param("It left the U.S.", "“It left the U.S.” ({}).", id="an abbreviation keeps its stop"),
        pytest.param("He said “no.”", "“He said ‘no’” ({}).", id="the stop is taken from inside a quotation"),
        pytest.param("He said “no”.", "“He said ‘no’” ({}).", id="the stop is taken from behind a quotation"),
        pytest.param("He said “Why?”", "“He said ‘Why?’” ({}).", id="a quoted question"),
        pytest.param("水位上升。", "“水位上升” ({}).", id="a Chinese stop moves too"),
    ],
)
def test_apa_and_mla_end_the_sentence_behind_the_parenthesis(words: str, run_in: str) -> None:
    assert quoted(words, "apa") == run_in.format("He & Fang, 2021, para. 1")
    assert quoted(words, "mla") == run_in.format("He and Fang")


@pytest.mark.parametrize(
    ("words", "run_in"),
    [
        ("It rose.", "“It rose.”"),
        ("Did it rise?", "“Did it rise?”"),
        ("He said “no.”", "“He said ‘no.’”"),
        ("He said “no”.", "“He said ‘no.’”"),
        ("it rose;", "“it rose”"),
        ("水位上升。", "“水位上升。”"),
    ],
)
def test_a_chicago_note_is_a_sentence_of_its_own(words: str, run_in: str) -> None:
    assert quoted(words, "chicago") == f"{run_in} {NOTE}"


def test_pandoc_quotes_in_markdown_that_reads_like_the_passage() -> None:
    assert quoted("5 * 3 is [not] @home in snake_case.", "pandoc") == (
        r"“5 \* 3 is \[not\] \@home in snake\_case” [@he2021, ¶ 1]."
    )
    text = cite(METADATA, of("- One\n2. Two", "Three."), "pandoc").text
    assert text == "> \\- One\\\n> 2\\. Two\n>\n> Three.\n> [@he2021, ¶¶ 1-2]"


@pytest.mark.parametrize(("style", "longest"), [("chicago", 99), ("apa", 39), ("mla", 64), ("pandoc", 99)])
def test_a_long_quotation_is_a_block(style: str, longest: int) -> None:
    citation = cite(METADATA, of("word"), style).citation
    words = " ".join(["word"] * (longest + 1)) + "."
    assert quoted(words[5:], style).startswith("“word")
    block = quoted(words, style).replace("> ", "")
    assert block.split() == [*words.split(), *citation.split()]


def test_a_block_keeps_the_marks_of_the_source_and_its_citation_has_no_stop() -> None:
    text = cite(METADATA, of("It “rose.”", "It fell."), "apa").text
    assert text == "It “rose.”\n\nIt fell. (He & Fang, 2021, paras. 1–2)"


@pytest.mark.parametrize("style", STYLES)
def test_lines_that_the_author_parted_are_set_as_a_block(style: str) -> None:
    assert "“" not in cite(METADATA, of("A line", "another", tight=True), style).text.split("\n")[0]


def test_the_cells_of_a_table_are_parted_by_two_spaces() -> None:
    assert quoted("Year\tLevel\n2021\t3", "apa") == "Year  Level\n2021  3\n(He & Fang, 2021, para. 1)"


def test_a_passage_without_words_gives_the_citation_alone() -> None:
    assert quoted("", "apa") == "(He & Fang, 2021)"


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        pytest.param("the “flagship” paper", "the ‘flagship’ paper", id="double becomes single"),
        pytest.param("“a ‘b’ c”", "‘a “b” c’", id="marks alternate"),
        pytest.param("‘a “b” c’", "‘a “b” c’", id="a source that begins with single marks is right already"),
        pytest.param(
            "China’s and the states’ “rule”", "China’s and the states’ ‘rule’", id="apostrophes stay"
        ),
        pytest.param("“don’t ‘stop’ now”", "‘don’t “stop” now’", id="an apostrophe in a quotation"),
        pytest.param("“the ‘dogs’ bone’”", "‘the ‘dogs’ bone’’", id="what may be an apostrophe stays"),
        pytest.param(
            "‘tis “the states’ rule”", "‘tis ‘the states’ rule’", id="an elision before a quotation"
        ),
        pytest.param(
            "“the ‘old way” and states’ rule",
            "‘the ‘old way’ and states’ rule",
            id="what opened in a quotation cannot close behind it",
        ),
        pytest.param('"a “b" c”', "‘a “b’ c”", id="of quotations that cross, the first to close counts"),
        pytest.param("a “new form “. It", "a “new form “. It", id="a mark without its fellow stays"),
        pytest.param("a “new “. A “b” c", "a “new “. A ‘b’ c", id="it does not spoil a pair after it"),
        pytest.param("only ” closes", "only ” closes", id="a closing mark alone stays"),
        pytest.param('said "yes" and "no."', "said ‘yes’ and ‘no.’", id="straight marks"),
        pytest.param('6" by 4"', '6" by 4"', id="inches are no quotation"),
        pytest.param("\"a 'b' c\"", "‘a “b” c’", id="straight marks alternate"),
        pytest.param("他说“好”。", "他说‘好’。", id="Chinese, curly"),
        pytest.param('他说"好"又说"不"。', "他说‘好’又说‘不’。", id="Chinese, straight"),
        pytest.param("他说“‘知识’产权”。", "他说‘“知识”产权’。", id="no apostrophes between Han characters"),
        pytest.param(
            "„Wort“ und «mot» 「字」", "„Wort“ und «mot» 「字」", id="marks of other languages stay"
        ),
    ],
)
def test_quotation_marks_inside_a_quotation_alternate(words: str, inside: str) -> None:
    assert nested(words) == inside


MARKED = st.text("ab 知.,“”‘’\"'", max_size=40)


@given(MARKED)
def test_nesting_changes_nothing_but_quotation_marks(words: str) -> None:
    kinds = str.maketrans(dict.fromkeys("“”‘’\"'", "*"))
    assert nested(words).translate(kinds) == words.translate(kinds)


@given(MARKED)
def test_taking_the_stop_away_takes_a_single_stop(words: str) -> None:
    shorter = without_stop(words)
    assert shorter == words or len(shorter) == len(words) - 1


def test_a_flood_of_marks_is_nested_at_once() -> None:
    flood = "“‘\"'" * 20_000 + "”’\"'" * 20_000
    assert len(nested(flood)) == len(flood)


ANYTHING = st.text(st.characters(codec="utf-8"), max_size=30)
BLOCKS = st.lists(ANYTHING.map(clean_text), min_size=1, max_size=3)
NAMES = st.lists(st.builds(Name, family=ANYTHING, given=ANYTHING), max_size=4).map(tuple)
DATES = st.none() | st.builds(PartialDate, st.integers(1, 9999), st.integers(0, 12), st.integers(0, 31))
METADATAS = st.builds(
    Metadata,
    title=ANYTHING,
    authors=NAMES,
    container=ANYTHING,
    date=DATES,
    accessed=DATES,
    url=ANYTHING,
    type=st.sampled_from(["", "book", "webpage", "article-journal"]),
)


@given(BLOCKS, METADATAS, st.sampled_from(list(STYLES)), st.data())
def test_a_citation_is_harmless_to_paste(
    blocks: list[str], metadata: Metadata, style: str, data: st.DataObject
) -> None:
    whole = of(*blocks)
    start = data.draw(st.integers(0, whole.end))
    passage = Passage(whole.document, whole.outline, start, data.draw(st.integers(start, whole.end)))
    result = cite(metadata, passage, style)
    assert result.text == clean_text(result.text)
    assert result.text == result.text.rstrip("\n")
    assert "\n" not in result.citation
    assert not [mark for mark in result.text if unicodedata.category(mark) == "Cc" and mark != "\n"]
    if "\n" not in passage.text:
        assert result.text.count("\n") <= 1
