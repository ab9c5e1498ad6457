from __future__ import annotations

from corpus.document import Inline, Kind
from tests.block_reading import blocks, marked, opened, words

ARTICLE = """#+TITLE: On Tides
#+AUTHOR: Ana Ruiz
#+DATE: <2021-02-05 Fri>
# a comment
* First part :tag:
:PROPERTIES:
:CUSTOM_ID: first
:END:
Some *strong* and /em/ and =code= words[fn:1], see [[https://example.org/a][a link]]
that go on at git://host/a/b.

- one
  more of one
  - deep
- [X] done
- term :: what it is
** Second part
#+begin_src c
,* int x;
#+end_src
#+begin_quote
Quoted words.
#+end_quote
: fixed
| a | b |
|---+---|
| 1 | 2 |
* COMMENT Hidden
Not this.
* Last
Words[fn:: Inline note.].

[fn:1] The note
goes on.
"""


def test_headings_paragraphs_lists_blocks_and_notes_are_read() -> None:
    document = opened(ARTICLE, "a.org")
    assert document.format == "org"
    assert [(level, text) for kind, level, _, text in blocks(document) if kind is Kind.HEADING] == [
        (1, "First part"),
        (2, "Second part"),
        (1, "Last"),
    ]
    assert words(document, Kind.PARAGRAPH) == [
        "Some strong and em and code words[1], see a link that go on at git://host/a/b.",
        "Quoted words.",
        "Words[1].",
    ]
    assert [(marker, text) for kind, _, marker, text in blocks(document) if kind is Kind.ITEM] == [
        ("•", "one more of one"),
        ("•", "deep"),
        ("•", "☑ done"),
        ("", "term"),
        ("", "what it is"),
    ]
    assert words(document, Kind.CODE) == ["* int x;", "fixed"]
    assert words(document, Kind.TABLE) == ["a\tb\n1\t2"]
    assert words(document, Kind.NOTE) == ["[1] The note goes on.", "[1] Inline note."]
    assert [quote for b in document.blocks if (quote := b.quote)] == [1]


def test_metadata_and_links() -> None:
    document = opened(ARTICLE, "a.org")
    assert document.metadata.title == "On Tides"
    assert [author.family for author in document.metadata.authors] == ["Ruiz"]
    assert document.metadata.date is not None
    assert document.metadata.date.iso() == "2021-02-05"
    assert ("a link", "https://example.org/a") in marked(document, Inline.LINK)
    assert [text for text, _ in marked(document, Inline.STRONG)] == ["strong"]


def test_nothing_is_taken_in() -> None:
    document = opened(
        '#+INCLUDE: "/etc/passwd" src\n\nWords.\n\n#+begin_export html\n<b>x</b>\n#+end_export\n', "a.org"
    )
    assert document.text == "Words."
    assert "/etc/passwd" in document.fault


def test_markup_of_html_is_words() -> None:
    document = opened("A <b>tag</b> [[javascript:x()][y<script>]].\n", "a.org")
    assert document.text == "A <b>tag</b> y<script>."
