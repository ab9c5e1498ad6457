from __future__ import annotations

from corpus.document import Inline, Kind
from tests.block_reading import blocks, marked, opened, words

ARTICLE = """= On Tides
Ana Ruiz <ana@example.org>
v1.0, 2021-02-05
:sea: North Sea

== First part

Some *strong* and _em_ and `code` words of the {sea}, see https://example.org/a[a link],
that go on.footnote:[The note.]

* one
more of one
** deep
* two
+
More of two.

//-

. first
. second

//-

term:: what it is

[source,c]
----
int x; // <1>
----

NOTE: Mind this.

[quote, Somebody]
____
Quoted words.
____

|===
|a |b

|1 |2
|===

=== Deeper

include::/etc/passwd[]

image::cat.png[A cat]
"""


def test_headings_paragraphs_lists_blocks_and_notes_are_read() -> None:
    document = opened(ARTICLE, "a.adoc")
    assert document.format == "asciidoc"
    assert [(level, text) for kind, level, _, text in blocks(document) if kind is Kind.HEADING] == [
        (1, "On Tides"),
        (2, "First part"),
        (3, "Deeper"),
    ]
    assert words(document, Kind.PARAGRAPH)[0] == (
        "Some strong and em and code words of the North Sea, see a link, that go on.[1]"
    )
    assert [(level, marker, text) for kind, level, marker, text in blocks(document) if kind is Kind.ITEM] == [
        (1, "•", "one more of one"),
        (2, "•", "deep"),
        (1, "•", "two"),
        (1, "", "More of two."),
        (1, "1.", "first"),
        (1, "2.", "second"),
        (0, "", "term"),
        (1, "", "what it is"),
        (0, "", "Note"),
        (0, "", "[A cat]"),
    ]
    assert words(document, Kind.CODE) == ["int x; //  (1)"]
    assert words(document, Kind.TABLE) == ["a\tb\n1\t2"]
    assert words(document, Kind.NOTE) == ["[1] The note."]
    assert "[A cat]" in document.text


def test_metadata_links_and_what_is_not_taken_in() -> None:
    document = opened(ARTICLE, "a.adoc")
    assert document.metadata.title == "On Tides"
    assert [author.family for author in document.metadata.authors] == ["Ruiz"]
    assert document.metadata.date is not None
    assert document.metadata.date.iso() == "2021-02-05"
    assert ("a link", "https://example.org/a") in marked(document, Inline.LINK)
    assert "/etc/passwd" in document.fault
    assert "root:" not in document.text


def test_titles_with_a_rule_below_are_of_the_older_kind() -> None:
    document = opened(
        "Title\n=====\n\nName\n----\ngit-log - Show ``logs'', 'well'\n\n[verse]\n'git log' [<x>]\n",
        "git-log.txt",
    )
    assert document.format == "asciidoc"
    assert words(document, Kind.HEADING) == ["Title", "Name"]
    assert words(document, Kind.PARAGRAPH) == ["git-log - Show “logs”, well", "git log [<x>]"]


def test_attributes_that_hold_themselves_end() -> None:
    document = opened("= T\n:a: {b} {b} {b}\n:b: {a} {a} {a}\n\nWords {a}.\n", "a.adoc")
    assert "Words" in document.text
    assert len(document.text) < 10_000


def test_a_reference_without_words_shows_what_it_leads_to_and_leads_there() -> None:
    document = opened(
        "= T\n\nSee <<lights>>, <<_the_harbour>>, <<fig>> and <<nothing>>.\n\n"
        "[[lights]]\n== Of `Lights`\n\nLit.\n\n"
        "== The Harbour\n\nDark.\n\n[#fig]\n.A ship\nimage::ship.png[]\n",
        "a.adoc",
    )
    first = document.paragraph(1)
    assert document.text[first.start : first.end] == "See Of Lights, The Harbour, A ship and nothing."
    targets = {span.target for span in document.spans if span.inline is Inline.LINK}
    assert {"#lights", "#_the_harbour"} <= targets
    shown = {name: document.text[at:].partition("\n")[0] for name, at in document.anchors.items()}
    assert shown["lights"] == "Of Lights"
    assert shown["_the_harbour"] == "The Harbour"


def test_names_of_sections_are_made_as_the_text_says() -> None:
    document = opened(
        "= T\n:idprefix:\n:idseparator: -\n\nSee <<the-harbour>>.\n\n== The Harbour\n\nDark.\n", "a.adoc"
    )
    assert "See The Harbour." in document.text
    assert "the-harbour" in document.anchors


def test_an_attribute_that_holds_an_address_is_a_link_with_the_words_behind_it() -> None:
    document = opened(
        "= T\n:url: https://a.example\n:docs: {url}/docs\n:file: link:\n:n: four\n\n"
        "{url}[Lights], {docs}/x[ships], {file}a.adoc[harbours] and {n}[5].\n",
        "a.adoc",
    )
    assert document.text.endswith("Lights, ships, harbours and four[5].")
    targets = [span.target for span in document.spans if span.inline is Inline.LINK]
    assert targets == ["https://a.example", "https://a.example/docs/x", "a.adoc"]
