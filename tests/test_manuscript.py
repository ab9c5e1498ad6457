"""Manuscripts: their quotations with line and column, and the citations beside them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import CannotOpen
from corpus.manuscript import quotation_in, read_manuscript
from corpus.manuscript.quoted import Manuscript, Quoted
from corpus.manuscript.reading import FORMATS, ManuscriptFormat

NOTE = "Ruiz, Ana, “Rivers Without Names,” Delta Review, 5 February 2021, third para."


def read(text: str, format: ManuscriptFormat = "markdown") -> Manuscript:
    return read_manuscript(text.encode(), "", format)


def quoted(text: str, format: ManuscriptFormat = "markdown") -> list[tuple[str, str]]:
    """The words of each quotation and its citation."""
    return [(one.text, one.citation) for one in read(text, format).quotations]


def only(text: str, format: ManuscriptFormat = "markdown") -> Quoted:
    (one,) = read(text, format).quotations
    return one


# Marks -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She says “the river is old” here.", "the river is old"),
        ('She says "the river is old" here.', "the river is old"),
        ("She says ‘the river is old’ here.", "the river is old"),
        ("She says 'the river is old' here.", "the river is old"),
        ("Sie sagt „der Fluss ist alt“ hier.", "der Fluss ist alt"),
        ("Sie sagt »der Fluss ist alt« hier.", "der Fluss ist alt"),
        ("Sie sagt ‚der Fluss ist alt‘ hier.", "der Fluss ist alt"),
        ("Elle dit « le fleuve est vieux » ici.", "le fleuve est vieux"),
        ("Hon säger ”floden är gammal” här.", "floden är gammal"),
        ("Hän sanoo »joki on vanha» täällä.", "joki on vanha"),
        ("她说“这条河已经很老了”。", "这条河已经很老了"),
        ("彼女は「川はとても古い」と言う。", "川はとても古い"),
        ('她说"这条河已经很老了"。', "这条河已经很老了"),
        ("She says ``the river is old'' here.", "the river is old"),
        ("She says “the ‘old’ river is here” now.", "the ‘old’ river is here"),
        ("She says “it’s the rivers’ own water” now.", "it’s the rivers’ own water"),
        ("She says ‘the rivers’ own water is old’ now.", "the rivers’ own water is old"),
        ("She says 'it isn't the old water' now.", "it isn't the old water"),
    ],
)
def test_marks_of_many_languages(text: str, words: str) -> None:
    manuscript = read(text, "text")
    assert [one.text for one in manuscript.quotations] == [words]
    assert not manuscript.faults
    spot = manuscript.quotations[0].spot
    assert text[spot.column - 1 :].startswith(words[:4])


@pytest.mark.parametrize(
    "text",
    [
        'A plank of 12" and a rod of 5\'10" lie here.',
        "The dogs’ bowls and the cats’ ‘90s toys, ‘tis said; don’t ask.",
        "The dogs' bowls and rock 'n' roll in the '90s.",
        "A so-called “expert” and a ‘very odd’ one.",
        "He calls it “依法治国” there.",
        "Code `“not a quotation here”` and ``say(“one two three four”)``.",
        "A formula $a “b c d e” f$ without words.".replace("“", '"').replace("”", '"'),
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    manuscript = read(text)
    assert not manuscript.quotations
    assert not manuscript.faults


def test_what_was_passed_over_is_counted() -> None:
    manuscript = read("An “expert” and a ‘very odd’ one read “On the Names of Rivers” (2021) again.")
    assert not manuscript.quotations
    assert manuscript.passed_over == (2, 1)


def test_two_words_with_a_citation_are_quoted() -> None:
    assert quoted("It “never fails” (Ruiz 2021, para. 1).") == [("never fails", "(Ruiz 2021, para. 1)")]


def test_a_long_quotation_opens_each_paragraph_and_closes_once() -> None:
    text = "“The river is old,\n\n“and older than its name,\n\n“and so on” (Ruiz 2021).\n"
    one = only(text)
    assert one.text == "The river is old,\n\nand older than its name,\n\nand so on"
    assert (one.spot, one.citation, one.cited_at) == ((1, 2), "(Ruiz 2021)", (5, 13))


def test_a_mark_without_a_fellow_is_a_fault_and_the_rest_is_read() -> None:
    manuscript = read("One “is broken here.\n\nTwo “is sound and whole”.\n\nThree is broken” here.\n")
    assert [one.text for one in manuscript.quotations] == ["is sound and whole"]
    assert [fault.spot for fault in manuscript.faults] == [(1, 5), (5, 16)]
    assert "never closed" in manuscript.faults[0].sentence
    assert "never opened" in manuscript.faults[1].sentence


def test_a_quotation_within_a_broken_one_is_read() -> None:
    manuscript = read("One “is broken and “two is sound” here.")
    assert [one.text for one in manuscript.quotations] == ["two is sound"]
    assert [fault.spot for fault in manuscript.faults] == [(1, 5)]


# Citations ---------------------------------------------------------------------------------------

WORDS = "the river is older than its name"


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        (f"“{WORDS}” (Ruiz, 2021, para. 3).", "(Ruiz, 2021, para. 3)"),
        (f"“{WORDS}.” (Ruiz, 2021, para. 3)", "(Ruiz, 2021, para. 3)"),
        (f"“{WORDS}” (emphasis added) (Ruiz, 2021, p. 3).", "(Ruiz, 2021, p. 3)"),
        (f"“{WORDS}” (Ruiz and Fang 12).", "(Ruiz and Fang 12)"),
        (f"“{WORDS}” (Ruiz and Fang).", "(Ruiz and Fang)"),
        (f"“{WORDS}” (as it was in the old days).", ""),
        (f"“{WORDS}” [1, para. 3].", "[1, para. 3]"),
        (f"“{WORDS}” — Ruiz, 2021, para. 3", "Ruiz, 2021, para. 3"),
        (f"“{WORDS}” [@ruiz2021, ¶ 3].", "[@ruiz2021, ¶ 3]"),
        (f"“{WORDS}” [see @ruiz2021, ¶ 3; @fang2020].", "[see @ruiz2021, ¶ 3; @fang2020]"),
        (f"“{WORDS}” @ruiz2021[¶ 3].", "@ruiz2021[¶ 3]"),
        (f"“{WORDS}” [cite:@ruiz2021 ¶ 3].", "[cite:@ruiz2021 ¶ 3]"),
        (f"“{WORDS}” \\autocite[¶~3]{{ruiz2021}}.", "\\autocite[¶~3]{ruiz2021}"),
        (f"Ruiz (2021, para. 3) says that “{WORDS}”.", "Ruiz (2021, para. 3)"),
        (f"As Ruiz & Fang (2021, para. 3) say, “{WORDS}”.", "Ruiz & Fang (2021, para. 3)"),
        (f"Ruiz (2021) says that “{WORDS}” (para. 3).", "Ruiz (2021) (para. 3)"),
        (f"Ruiz (2021) is right. It says “{WORDS}” (para. 3).", "Ruiz (2021) (para. 3)"),
        (f"@ruiz2021 [¶ 3] says “{WORDS}”.", "@ruiz2021 [¶ 3]"),
        (f"It says “{WORDS}”, as is known (Ruiz 2021, ¶ 3).", "(Ruiz 2021, ¶ 3)"),
        (f"It says “{WORDS}”. Another says so (Fang 2020).", ""),
        (f"[“{WORDS}”](https://example.org/a#:~:text=the).", "https://example.org/a#:~:text=the"),
        (f"“{WORDS}” ([link](https://example.org/a)).", "https://example.org/a"),
        (f"It says so. See Ruiz 2021, ¶ 3 (“{WORDS}”).", "See Ruiz 2021, ¶ 3"),
        (f"It was held that “{WORDS}” [2009] UKSC 3, [12].", "[2009] UKSC 3, [12]."),
        (f"“{WORDS}” Ana Ruiz, “On a river,” Delta, 2021, 4.", "Ana Ruiz, “On a river,” Delta, 2021, 4."),
        (f"“{WORDS}” Ana Ruiz, the author, wrote in 2021.", ""),
        (f"“{WORDS}”（何、方，2021，第3段）。", "（何、方，2021，第3段）"),
    ],
)
def test_a_citation_beside_a_quotation(text: str, citation: str) -> None:
    one = only(text)
    assert (one.text.rstrip("."), one.citation) == (WORDS, citation)
    assert (one.cited_at is not None) == bool(citation)


def test_a_citation_is_found_where_it_stands() -> None:
    assert only(f"It says\n“{WORDS}” (Ruiz 2021).").cited_at == (2, len(WORDS) + 4)
    assert only(f"As\nRuiz (2021) says, “{WORDS}”.").cited_at == (2, 1)


def test_two_quotations_of_a_sentence_share_its_citation() -> None:
    found = quoted("It is “older than its name” and “younger than its bed” (Ruiz 2021, ¶ 3).")
    assert [citation for _, citation in found] == ["(Ruiz 2021, ¶ 3)"] * 2


def test_names_before_a_quotation_are_not_those_of_the_one_before() -> None:
    found = quoted(
        "Ruiz (2021) calls it “older than its name” while Fang (2020) says “it has no name at all”."
    )
    assert [citation for _, citation in found] == ["Ruiz (2021)", "Fang (2020)"]


def test_notes_are_read_and_the_title_in_them_is_no_quotation() -> None:
    manuscript = read(
        f"It says “{WORDS}”.[^a] And “it has no name at all”.[^b]\n\n[^a]: {NOTE}\n[^b]: Ibid.\n"
    )
    first, second = manuscript.quotations
    assert (first.citation, first.cited_at) == (NOTE, (1, 44))
    assert (second.citation, second.before, second.stands_for) == ("Ibid.", NOTE, "")
    assert manuscript.passed_over.titles == 1


def test_a_note_that_quotes_is_read_too() -> None:
    first, second = read(
        f"It says “{WORDS}”.[^a]\n\n[^a]: {NOTE} She adds that “it has no name at all” (ibid., ¶ 4).\n"
    ).quotations
    assert first.citation == NOTE
    assert (second.text, second.citation, second.before) == ("it has no name at all", "ibid., ¶ 4", NOTE)


def test_an_inline_note() -> None:
    assert quoted(f"It says “{WORDS}”.^[Ruiz 2021, p. 4.]") == [(WORDS, "Ruiz 2021, p. 4.")]


def test_a_note_that_is_not_there_is_a_fault() -> None:
    (fault,) = read(f"It says “{WORDS}”.[^9]").faults
    assert fault.spot == (1, 44)
    assert "“9”" in fault.sentence


def test_what_refers_back() -> None:
    text = (
        f"“{WORDS}” (Ruiz 2021, ¶ 3). “It has no name at all” (ibid.). “It never had one” (id., ¶ 5)."
        " “It never will have one” (ibid.)."
    )
    _, second, third, fourth = read(text).quotations
    assert (second.citation, second.before, second.stands_for) == ("(ibid.)", "(Ruiz 2021, ¶ 3)", "")
    assert (third.citation, third.before) == ("(id., ¶ 5)", "(Ruiz 2021, ¶ 3)")
    assert (fourth.before, fourth.stands_for) == ("(Ruiz 2021, ¶ 3)", "(id., ¶ 5)")


def test_supra_means_a_note_by_its_number() -> None:
    text = f"“{WORDS}”.[^1] “It has no name at all”.[^2]\n\n[^1]: {NOTE}\n\n[^2]: Ruiz, supra note 1, at 5.\n"
    assert read(text).quotations[1].before == NOTE


def test_a_numbered_citation_comes_with_its_entry_in_the_list() -> None:
    text = f"“{WORDS}” [1, para. 3].\n\n# References\n\n[1] A. Ruiz, “Rivers without names,” Delta, 2021.\n"
    one = only(text)
    assert one.citation == "[1, para. 3]"
    assert one.before == "A. Ruiz, “Rivers without names,” Delta, 2021."


# Blocks ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "> The river is old.\n> It has no name. (Ruiz, 2021, para. 6)\n",
        "> The river is old.\nIt has no name. (Ruiz, 2021, para. 6)\n",
        "> “The river is old.\n> It has no name.” (Ruiz, 2021, para. 6)\n",
        "> The river is old.\n> It has no name.\n> — (Ruiz, 2021, para. 6)\n",
        "> The river is old.\n> It has no name.\n>\n> — (Ruiz, 2021, para. 6)\n",
        "> The river is old.\n> It has no name.\n\n(Ruiz, 2021, para. 6)\n",
        "> The river is old.\n> It has no name.\n\n— (Ruiz, 2021, para. 6)\n",
    ],
)
def test_a_block_and_its_citation(text: str) -> None:
    one = only(text)
    assert " ".join(one.text.split()) == "The river is old. It has no name."
    assert (one.citation, one.kind) == ("(Ruiz, 2021, para. 6)", "block")
    assert one.spot == (1, text.index("The") + 1)


def test_a_block_is_introduced_by_its_citation() -> None:
    one = only("As Ruiz (2021, para. 6) writes:\n\n> The river is old.\n")
    assert (one.text, one.citation, one.cited_at) == ("The river is old.", "Ruiz (2021, para. 6)", (1, 4))


def test_an_alert_is_no_quotation() -> None:
    assert not read("> [!NOTE]\n> This is for whoever reads it.\n").quotations


def test_indented_words_are_quoted_where_something_says_so() -> None:
    assert quoted("She says:\n\n    The river is old.\n", "text") == [("The river is old.", "")]
    assert quoted("So it is.\n\n    The river is old. (Ruiz 2021)\n", "text") == [
        ("The river is old.", "(Ruiz 2021)")
    ]
    assert not quoted("So it is.\n\n    The river is old.\n", "text")


def test_numbered_notes_at_the_end_of_a_plain_text() -> None:
    text = f"It says “{WORDS}”.1 And “it has no name at all.”² So it is.\n\n1. {NOTE}\n2. Ibid.\n"
    first, second = read(text, "text").quotations
    assert (first.citation, second.citation, second.before) == (NOTE, "Ibid.", NOTE)


# Markdown ----------------------------------------------------------------------------------------


def test_markup_goes_out_of_the_words_and_the_place_stays() -> None:
    text = "# *Rivers*\n\nShe **says** “the *river* is\n__older__ than [its](http://a.b) &amp; name” here.\n"
    one = only(text)
    assert one.text == "the river is\nolder than its & name"
    assert one.spot == (3, 15)


def test_code_front_matter_and_comments_are_not_read() -> None:
    text = (
        "---\ntitle: “A title is here”\n---\n\n```\n“this is some code”\n```\n\n"
        "    “and this is more”\n\n<!-- “hidden words are here” -->\n\n“These words are quoted”\n"
    )
    one = only(text)
    assert (one.text, one.spot) == ("These words are quoted", (13, 2))


def test_code_that_is_never_closed_is_a_fault() -> None:
    manuscript = read("“These words are quoted”\n\n```\n“this is some code”\n")
    assert len(manuscript.quotations) == 1
    assert [fault.spot for fault in manuscript.faults] == [(3, 1)]


# HTML --------------------------------------------------------------------------------------------


def test_a_page() -> None:
    text = (
        "<html><head><title>“not this one here”</title></head><body>\n"
        "<p>She says <q>the <em>river</em> is old</q> (Ruiz 2021, &para; 3)"
        " and &ldquo;it has no name&rdquo;<sup><a href='#n1'>1</a></sup>.</p>\n"
        "<blockquote cite='https://example.org/a'><p>It never</p><p>had one.</p></blockquote>\n"
        "<blockquote>It never will.<footer>— <cite>Ruiz 2021, ¶ 5</cite></footer></blockquote>\n"
        "<code>“this is some code”</code>\n"
        f"<ol><li id=n1>{NOTE} <a href='#r1'>↩</a></li></ol></body></html>"
    )
    manuscript = read(text, "html")
    assert [(one.text, one.citation, one.spot) for one in manuscript.quotations] == [
        ("the river is old", "(Ruiz 2021, ¶ 3)", (2, 16)),
        ("it has no name", NOTE, (2, 79)),
        ("It never\n\nhad one.", "https://example.org/a", (3, 45)),
        ("It never will.", "Ruiz 2021, ¶ 5", (4, 13)),
    ]
    assert not manuscript.faults


def test_what_a_page_leaves_open_is_a_fault() -> None:
    manuscript = read(
        "<p>A <q>broken one</p>\n<p><q>A sound one here</q></p>\n<blockquote><p>Open</p>", "html"
    )
    assert [one.text for one in manuscript.quotations] == ["A sound one here"]
    assert [fault.spot for fault in manuscript.faults] == [(1, 6), (3, 1)]


def test_a_tag_that_is_never_closed_hides_nothing_behind_it() -> None:
    assert quoted('<p>One</p><a title="x> “words in here” <b>y</b>', "html") == [("words in here", "")]


# LaTeX -------------------------------------------------------------------------------------------

PAPER = r"""\documentclass{article}
\newcommand{\odd}{``not this one''}
\begin{document}
\section{On \emph{rivers}}
She says ``the \emph{river} is old'' \autocite[¶~3]{ruiz2021}. % ``nor this one here''
And \enquote{it has \enquote{no} name}\footnote{Ruiz, ``Rivers Without Names,'' 2021, para.~4.}.
\textquote[{\cite[5]{ruiz2021}}]{It never had one}, \textcquote[¶~6]{ruiz2021}{it never will}.

\begin{quote}
The delta knows.

Na\"ive as it is. \parencite[¶~7]{ruiz2021}
\end{quote}
\begin{displayquote}[{\cite[8]{ruiz2021}}]
The sea does not.
\end{displayquote}
$x = "y z w v"$ and \verb|“this is code”|
\begin{thebibliography}{9}
\bibitem{ruiz2021} Ruiz, ``Rivers without a name.''
\end{thebibliography}
\end{document} ``nor is this''
"""


def test_a_paper() -> None:
    manuscript = read(PAPER, "latex")
    assert [(one.text, one.citation, one.spot) for one in manuscript.quotations] == [
        ("the river is old", r"\autocite[¶~3]{ruiz2021}", (5, 12)),
        ("it has “no” name", "Ruiz, ``Rivers Without Names,'' 2021, para. 4.", (6, 14)),
        ("It never had one", r"\cite[5]{ruiz2021}", (7, 34)),
        ("it never will", r"\autocite[¶~6]{ruiz2021}", (7, 80)),
        ("The delta knows.\n\nNaïve as it is.", r"\parencite[¶~7]{ruiz2021}", (10, 1)),
        ("The sea does not.", r"\cite[8]{ruiz2021}", (15, 1)),
    ]
    assert not manuscript.faults
    assert manuscript.passed_over.titles == 2


def test_what_a_paper_leaves_open_is_a_fault() -> None:
    manuscript = read("\\enquote{never closed\n\n\\begin{quote}\nNor this.\n\n``This is sound''\n", "latex")
    assert [one.text for one in manuscript.quotations] == ["This is sound"]
    assert [fault.spot for fault in manuscript.faults] == [(1, 1), (3, 1)]


# Files -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "format"),
    [
        ("a.md", "x “y”", "markdown"),
        ("a.tex", "x “y”", "latex"),
        ("a.htm", "x “y”", "html"),
        ("a.txt", "# x **y** [^1]", "text"),
        ("", "<!doctype html><p>x", "html"),
        ("", "\\documentclass{article} x", "latex"),
        ("", "Words and\n\n> a quotation", "markdown"),
        ("", "Words and [@key, ¶ 3]", "markdown"),
        ("", "Words alone", "text"),
    ],
)
def test_the_format_is_told_by_the_name_or_by_the_first_words(name: str, text: str, format: str) -> None:
    assert read_manuscript(text.encode(), name).format == format


def test_line_ends_of_every_kind_are_counted() -> None:
    for end in ("\n", "\r\n", "\r"):
        assert only(f"One{end}two{end}{end}“the river is old”").spot == (4, 2)
    assert only("One\u2028two\ftwo “the river is old”").spot == (1, 14)


def test_a_byte_order_mark_takes_no_column() -> None:
    data = "“the river is old”".encode("utf-8-sig")
    assert read_manuscript(data).quotations[0].spot == (1, 2)
    assert read_manuscript("“the river is old”".encode("utf-16")).quotations[0].spot == (1, 2)


def test_another_encoding_is_said_to_be_one() -> None:
    manuscript = read_manuscript(("Der Fluss über “das Land ist größer”. " * 20).encode("cp1252"))
    assert manuscript.quotations[0].text == "das Land ist größer"
    (fault,) = manuscript.faults
    assert fault.spot == (1, 11)
    assert "UTF-8" in fault.sentence


def test_damaged_bytes_are_told_where_they_stand() -> None:
    data = (
        "Größe, Höhe, Länge, Öl, Übel, ähnlich, öfter, über, Ärger, Ähre\n".encode()
        + b"x \xff "
        + "“one two three”".encode()
    )
    manuscript = read_manuscript(data)
    assert [fault.spot for fault in manuscript.faults] == [(2, 3)]
    assert [one.text for one in manuscript.quotations] == ["one two three"]


@pytest.mark.parametrize("data", [b"", b" \n", b"%PDF-1.7 x", b"PK\x03\x04xxxx", b"\x00\x01" * 40])
def test_what_is_no_manuscript(data: bytes) -> None:
    with pytest.raises(CannotOpen):
        read_manuscript(data, "draft.md")


def test_words_and_citations_are_made_harmless() -> None:
    one = only("“the \x1b[31mriver\x07 is\u202e old” (Ruiz\x1b 2021)", "text")
    assert one.text == "the ␛[31mriver␇ is⟨RLO⟩ old"
    assert one.citation == "(Ruiz␛ 2021)"


def test_a_quotation_by_itself() -> None:
    one = quotation_in("“The river is old” (Ruiz, 2021, para. 3)")
    assert one is not None
    assert (one.text, one.citation) == ("The river is old", "(Ruiz, 2021, para. 3)")
    one = quotation_in("The river is “very” old [@ruiz2021, ¶ 3]")
    assert one is not None
    assert (one.text, one.citation) == ("The river is “very” old", "[@ruiz2021, ¶ 3]")
    assert quotation_in(" … ") is None


# Properties --------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *"“”‘’«»„\"'`()[]{}<>\\$*_~@^&#!|%-—\n\t .:;",
        *(
            "``",
            "''",
            "\n\n",
            "\n> ",
            "[^1]",
            "\n[^1]: ",
            "[@key, ¶ 3]",
            "@key[3]",
            "(2021, p. 3)",
            "(ibid.)",
        ),
        *("<q>", "</q>", "<blockquote>", "</blockquote>", "<!--", "-->", "<p>", '<a href="#x">', "&amp;"),
        *("\\enquote{", "\\footnote{", "\\begin{quote}", "\\end{quote}", "\\cite[3]{key}", "\\'e", "%\n"),
        *(
            "river ",
            "Ruiz ",
            "2021 ",
            "old ",
            "河",
            "é",
            "\r\n",
            "\u2028",
            "\x1b",
            "\n1. ",
            "¹",
            "# References\n",
        ),
    ]
)


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=25)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_whatever_is_written_is_read_and_every_spot_is_in_it(format: ManuscriptFormat, text: str) -> None:
    if not text.strip() or "\x1b" * 3 in text:
        return
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    try:
        manuscript = read(text, format)
    except CannotOpen:
        return  # taken for binary
    spots = [one.spot for one in manuscript.quotations] + [fault.spot for fault in manuscript.faults]
    spots += [one.cited_at for one in manuscript.quotations if one.cited_at]
    for line, column in spots:
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
    assert [one.spot for one in manuscript.quotations] == sorted(one.spot for one in manuscript.quotations)


WORD = st.text("abcdeäß", min_size=2, max_size=8)
SAID = st.lists(WORD, min_size=3, max_size=9)


@settings(max_examples=25)
@given(
    st.lists(st.tuples(SAID, SAID), min_size=1, max_size=6), st.sampled_from(["“”", "«»", "„“", '""', "‘’"])
)
def test_quotations_are_found_at_their_very_characters(
    parts: list[tuple[list[str], list[str]]], marks: str
) -> None:
    text = "\n\n".join(
        f"{' '.join(before)}\n{marks[0]}{' '.join(words)}{marks[1]} (Ruiz, 2021, para. 3)."
        for before, words in parts
    )
    for format in ("markdown", "text", "html", "latex"):
        found = read(text if format != "html" else text.replace("\n\n", "\n<p>"), format).quotations
        assert [one.text for one in found] == [" ".join(words) for _, words in parts]
        for number, one in enumerate(found):
            shift = 3 if format == "html" and number else 0
            assert one.spot == (number * (2 if format == "html" else 3) + 2, 2), shift
            assert one.citation == "(Ruiz, 2021, para. 3)"


HOSTILE = (
    *("“", '"', "‘", "’ ", "'", "“a” ", "“a” (2021) ", "(", "[", "((2021) ", "[@a", "@", "`` ", "“a b c” — "),
    *(
        "<",
        '<a x="',
        "<q>",
        "<!--",
        "<blockquote>",
        "\\",
        "{",
        "\\enquote{",
        "\\footnote{",
        "\\begin{quote}\n",
    ),
    *(
        "\\textquote[",
        "^[",
        "](",
        "[a](",
        ">",
        "[^1]: a\n",
        "”1 ",
        "‘as’ ",
        "\n\n“a",
        "A. ",
        "(ibid.) ",
        "$",
        "*",
    ),
)


@pytest.mark.parametrize("format", FORMATS)
def test_repetition_without_end_is_read_to_its_end(format: ManuscriptFormat) -> None:
    for unit in HOSTILE:
        manuscript = read(unit * (1_500 // len(unit)) + "\n\n“the river is old”", format)
        assert manuscript.format == format


def test_marks_without_fellows_and_without_words_are_no_faults_however_many() -> None:
    # To look for a word beside each of them would take minutes.
    manuscript = read("« " * 40_000 + "\n\n“the river is old”", "text")
    assert [one.text for one in manuscript.quotations] == ["the river is old"]
    assert not manuscript.faults
    assert len(read("«" * 3 + " no word", "text").faults) == 3


ALONE = "Rivers rise in the night, and the keeper writes it into his book before he sleeps."


@pytest.mark.parametrize(
    "citation",
    [
        "Ana Ruiz and Ben Okoro, “On Rivers,” River Post, February 5, 2021, third para.",
        "Ruiz and Okoro, “On Rivers,” third para.",
        "12. Ana Ruiz and Ben Okoro, “On Rivers,” River Post, February 5, 2021, third para.",
        "Ibid., para. 3.",
        "Source: Ruiz & Okoro (2021), para. 3",
        "RUIZ A, OKORO B. On rivers[EB/OL]. (2021-02-05)[2026-01-15].",
        "阮安：《论河流》，《河报》，2021年，第3段。",
    ],
)
@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("a.md", "They say so.\n\n> {0}\n\n{1}\n\nAnother paragraph."),
        ("a.txt", "They say so.\n\n    {0}\n\n{1}\n\nAnother paragraph."),
        ("b.txt", "They say so.\n\n    {0}\n\n    {1}\n\nAnother paragraph."),
        ("a.html", "<p>So.</p><blockquote><p>{0}</p></blockquote><p>{1}</p><p>Another one.</p>"),
        ("a.tex", "So.\n\\begin{{quote}}\n{0}\n\\end{{quote}}\n\n{1}\n\nAnother paragraph."),
    ],
)
def test_a_paragraph_that_is_only_a_citation_belongs_to_the_block_before_it(
    name: str, written: str, citation: str
) -> None:
    in_markup = citation.replace("&", "\\&") if name.endswith("tex") else citation
    found = read_manuscript(written.format(ALONE, in_markup).encode(), name).quotations
    assert [(one.text, one.kind) for one in found] == [(ALONE, "block")]
    assert found[0].citation in citation
    assert len(found[0].citation) > len(citation) - 10


def test_a_sentence_with_names_and_a_year_is_no_citation_of_the_block_before_it() -> None:
    text = f"> {ALONE}\n\nRuiz and Okoro argue in 2021, para. 3, that this is so. They go on with it."
    assert read_manuscript(text.encode(), "a.md").quotations[0].citation == ""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.md",
            "> {0}\n\nAna Ruiz, “On Rivers,” Post, 2021, third para.\n\nSo “it rose in the night” ({1}).",
        ),
        (
            "b.md",
            "He says “{0}” Ana Ruiz, “On Rivers,” Post (Feb. 2021), para. 3. So “it rose at night” ({1}).",
        ),
        ("c.md", "> {0}\n> — Ana Ruiz, “On Rivers,” Post, 2021, para. 3\n\nSo “it rose in the night” ({1})."),
        (
            "a.tex",
            "\\begin{{quote}}\n{0}\n\\end{{quote}}\n\n\\autocite[3]{{ruiz2021}}\n\n“It rose at night” ({1}).",
        ),
    ],
)
def test_ibid_means_a_citation_without_parentheses_too(name: str, text: str) -> None:
    before = "“The lock was shut again” (Smith, 2019, para. 2).\n\n"
    found = read_manuscript((before + text.format(ALONE, "ibid., para. 4")).encode(), name).quotations
    assert [one.citation for one in found][-1] == "(ibid., para. 4)"
    assert "ruiz" in found[-1].before.lower()
