"""What is written in a language of markup comes out as it stood, when the language's own program reads it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib.util import find_spec
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citation.markup import HTML, LATEX, MARKDOWN, ORG, PLAIN, TYPST, Markup
from corpus.citation.phrase import Face, Phrase, Run, phrase, pieces

NASTY = (
    r"5 * 3 is [not] @home in snake_case, a_b_c *x* _y_ `code` $5 & $6; x^2 ~ ~~gone~~ #1 %z a\b \emph{x}",
    "<b>bold</b> &copy; &amp; <!-- x --> <https://example.org/a_b?c=d&e=f> https://example.org/a_b//c",
    "it's 'so' \"quoted\" -- and --- or ... and ,, << >> ?` !` '' ``x'' a-1 -1 -?",
    "{x} {{{m}}} [[l]] [fn:1] [^1] [@he2021] [cite:@he] ^[n] !i #emph[x] #x(1) @@html:x@@ <<t>> <2021-01-01>",
    "/it/ =v= ~c~ +s+ *b* _u_ (/x/) call_x() src_py{y} |a|b| :tag: http://x // c /* d */",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "12) item",
    "2021. A year",
    "123456789. item",
    "xii. Of laws",
    "MDCC) item",
    "%%(sexp)",
    "a) item",
    "(2) item",
    "# heading",
    "= heading",
    "=====",
    "-----",
    ": fixed",
    "% title",
    "/ term: x",
    "| line",
    ":drawer:",
    "#+begin_src",
    "#. item",
    "“水位*上升*了_吧_” ’ … – — ​x",
    "END. of... sentences.... x",
)
LINES = "\n".join(NASTY)

needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
LANGUAGES: dict[str, Markup] = {
    "markdown": MARKDOWN,
    "commonmark": MARKDOWN,
    "html": HTML,
    "latex-smart": LATEX,
    "org": ORG,
}


def read(language: str, text: str) -> list[dict[str, Any]]:
    """The blocks that pandoc reads."""
    command = ["pandoc", "-f", language, "-t", "json"]
    result = subprocess.run(command, input=text, capture_output=True, text=True, check=True, timeout=60)
    blocks: list[dict[str, Any]] = json.loads(result.stdout)["blocks"]
    return blocks


def spoken(node: Any) -> str:
    """The words of what pandoc read, a line break as one."""
    if isinstance(node, list):
        return "".join(map(spoken, node))
    if not isinstance(node, dict):
        return ""
    kind, content = node.get("t"), node.get("c", "")
    if kind in ("Str", "Code", "Math", "RawInline"):
        written = str(content if kind == "Str" else content[-1])
        return "" if written == "<!-- -->" else written
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return "\n" if kind == "LineBreak" else " "
    if kind == "Quoted":
        return f"“{spoken(content[1])}”"
    return spoken(content[1] if kind in ("Link", "Span") else content)


def even(text: str) -> str:
    """The text without the gaps of Org, with apostrophes as LaTeX prints them, and with single spaces."""
    return re.sub(" +", " ", text.replace("\u200b", "").replace("’", "'"))


@needs_pandoc
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_a_block_comes_out_as_it_stands(language: str) -> None:
    markup = LANGUAGES[language]
    blocks = read(language, markup.block(markup.words(phrase(LINES)), ""))
    assert [block["t"] for block in blocks] == ["BlockQuote"]
    assert even(spoken(blocks)).split("\n") == [even(line) for line in NASTY]


@needs_pandoc
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_comes_out_as_it_stands_as_a_paragraph(language: str) -> None:
    opening, closing = ("<p>", "</p>") if language == "html" else ("", "")
    lines = (LANGUAGES[language].words(phrase(line)) for line in NASTY)
    blocks = read(language, "\n\n".join(f"{opening}{line}{closing}" for line in lines))
    assert {block["t"] for block in blocks} == {"Para"}
    assert [even(spoken(block)) for block in blocks] == [even(line) for line in NASTY]


FACES = Phrase(
    Run("See "),
    Run("Paper *Trails*/x", Face.ITALIC),
    Run("(3), "),
    Run("bold ", Face.STRONG),
    Run("CGTN", Face.SMALL_CAPITALS),
    Run("a"),
    Run("[1]4 2", Face.RAISED),
    Run(" "),
    Run("x = a[0]`y", Face.CODE),
    Run("; "),
    Run("12", Face.ITALIC),
    Run("b."),
)


@needs_pandoc
def test_an_address_in_italics_keeps_its_signs_in_org() -> None:
    words = ORG.words(Phrase(Run("see http://example.org/a_b/c^d now", Face.ITALIC)))
    assert even(spoken(read("org", words))) == "see http://example.org/a_b/c^d now"


SAID = {"commonmark": "See Paper *Trails*/x(3), bold [CGTN]{.smallcaps}a^[1]4\\ 2^ x = a[0]`y; 12b."}
"""What a reader of CommonMark alone makes of them, who knows fewer faces."""


@needs_pandoc
@pytest.mark.parametrize("language", LANGUAGES)
def test_faces_are_read_as_they_are_meant(language: str) -> None:
    text = LANGUAGES[language].words(FACES)
    # Emacs knows a face behind a zero width space, this pandoc does not.
    found = json.dumps(read(language, text.replace("\u200b", " ") if language == "org" else text))
    said = even(spoken(json.loads(found))).replace("\xa0", " ")
    assert said.replace(" ", "") == SAID.get(language, FACES.plain).replace(" ", "")
    kinds = {"Emph", "Strong", "Code"}
    kinds |= {"commonmark": set(), "org": {"Superscript"}}.get(language, {"Superscript", "SmallCaps"})
    if language == "html":
        kinds -= {"SmallCaps"}  # pandoc reads them by a class, a browser by the style
    assert {kind for kind in kinds if f'"t": "{kind}"' in found} == kinds


@needs_pandoc
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_block_keeps_its_paragraphs_its_line_breaks_and_the_indents_of_its_lines(language: str) -> None:
    markup = LANGUAGES[language]
    words = markup.words(phrase("One\n    two\n\n    three\n\n[four]"))
    (block,) = read(language, markup.block(words, markup.words(phrase("(5)"))))
    said = [spoken(part).replace("\u200b", "") for part in block["c"]]
    assert said[:2] == ["One\n\xa0\xa0\xa0\xa0two", "\xa0\xa0\xa0\xa0three"]
    assert said[2:] == (["[four]", "(5)"] if language == "html" else ["[four] (5)"])


def typst_said(node: Any) -> str:
    if isinstance(node, list):
        return "".join(map(typst_said, node))
    if not isinstance(node, dict):
        return ""
    if node["func"] in ("space", "linebreak"):
        return " " if node["func"] == "space" else "\n"
    return str(node.get("text", "")) + typst_said(node.get("children") or node.get("body"))


@pytest.mark.skipif(find_spec("typst") is None, reason="typst is not installed")
def test_typst_reads_the_words_as_they_stand() -> None:
    import typst  # type: ignore[import-not-found, unused-ignore] # where it is installed

    block = TYPST.block(TYPST.words(phrase(LINES)), "")
    found = json.loads(typst.query(f"#metadata([{block}]) <w>".encode(), "<w>", field="value"))
    said = re.sub(" +", " ", typst_said(found)).strip()
    assert re.sub(" ?\n ?", "\n", said).split("\n") == [re.sub(" +", " ", line) for line in NASTY]
    faces = json.loads(typst.query(f"#metadata([{TYPST.words(FACES)}]) <w>".encode(), "<w>", field="value"))
    assert typst_said(faces) == FACES.plain


@pytest.mark.parametrize(
    ("markup", "written"),
    [
        (MARKDOWN, r"*Paper \_Trails\_*(3)^\[1\]^ `` a`b ``"),
        (HTML, "<em>Paper _Trails_</em>(3)<sup>[1]</sup> <code>a`b</code>"),
        (LATEX, r"\emph{Paper \_Trails\_}(3)\textsuperscript{[1]} \texttt{a\`{}b}"),
        (TYPST, r'#emph[Paper \_Trails\_];(3)#super[\[1\]] #raw("a`b")'),
        (ORG, "/Paper |_|Trails|_|/|(3)|^{[|1]} ~a`b~".replace("|", "\u200b")),
        (PLAIN, "Paper _Trails_(3)[1] a`b"),
    ],
)
def test_faces_are_written_in_each_language(markup: Markup, written: str) -> None:
    runs = (
        Run("Paper _Trails_", Face.ITALIC),
        Run("(3)"),
        Run("[1]", Face.RAISED),
        Run(" "),
        Run("a`b", Face.CODE),
    )
    assert markup.words(Phrase(*runs)) == written


@pytest.mark.parametrize(
    ("markup", "block"),
    [
        (MARKDOWN, "> One\\\n> two\n>\n> three\n> C"),
        (HTML, "<blockquote>\n<p>One<br>\ntwo</p>\n<p>three</p>\n<p>C</p>\n</blockquote>"),
        (LATEX, "\\begin{quote}\nOne\\\\{}\ntwo\n\nthree\nC\n\\end{quote}"),
        (TYPST, "#quote(block: true)[\nOne \\\ntwo\n\nthree\nC\n]"),
        (ORG, "#+begin_quote\nOne \\\\\ntwo\n\nthree\nC\n#+end_quote"),
        (PLAIN, "One\ntwo\n\nthree\nC"),
    ],
)
def test_blocks_are_written_in_each_language(markup: Markup, block: str) -> None:
    assert markup.block("One\ntwo\n\nthree", "C") == block
    assert "C" not in markup.block("One", "")


RUNS = st.lists(
    st.builds(Run, st.text("ab *[\n`(.", max_size=6), st.sampled_from(Face), tex=st.just("")), max_size=5
)


@given(RUNS)
def test_pieces_hold_all_words_and_no_face_covers_a_space_at_its_edge(runs: list[Run]) -> None:
    words = Phrase(*runs)
    found = list(pieces(words))
    assert "".join(run.text for run in found) == words.plain
    for run, following in pairwise(found):
        assert run.face is not following.face
    for run in found:
        assert run.face is Face.ROMAN or (run.text == run.text.strip() and "\n" not in run.text)


@given(RUNS, st.sampled_from([MARKDOWN, HTML, LATEX, TYPST, ORG, PLAIN]))
def test_words_keep_their_lines(runs: list[Run], markup: Markup) -> None:
    words = Phrase(*runs)
    assert markup.words(words).count("\n") == words.plain.count("\n")
