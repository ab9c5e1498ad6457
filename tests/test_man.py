from __future__ import annotations

import gzip

import pytest

from corpus.document import Inline, Kind
from corpus.errors import CannotOpen
from tests.block_reading import blocks, marked, opened, words

MAN = r"""'\" t
.\" A comment
.ds TO tool
.de Sp
.if n .sp
..
.ie n \{\
.ds Q "said
.\}
.el .ds Q "drawn
.TH TOOL 1 2021-02-05 "tool 1.0" "User Commands"
.SH NAME
tool \- does a thing
.SH "SEE THIS"
.B \*(TO
.RI [ option ...]
\fIwords\fP \(em and \[u00E9], \*Q \c
on.
A line that
goes on.
.PP
Another, see
.UR https://example.org/a
the page
.UE .
.TP
\fB\-a\fR, \fB\-\-all\fR
all of it
.Sp
and more
.TP
.BI \-b " NUMBER"
a number
.IP \(bu 2
a bullet
.IP 2.
second
.SS Deeper
.EX
code  \\fB here
	tab
.EE
.TS
tab(;);
l l.
a;b
1;T{
two
words
T}
.TE
"""

MDOC = r""".Dd February 5, 2021
.Dt TOOL 1
.Os
.Sh NAME
.Nm tool
.Nd does a thing
.Sh SYNOPSIS
.Nm
.Op Fl a Ar number
.Ar
.Sh DESCRIPTION
The
.Nm
utility (see
.Xr ls 1 )
.Dq does
it
.Pq quickly , mostly .
.Bl -tag -width Ds
.It Fl b Ar bytes Ns Op , Ns Ar more
So many.
.Pp
And more.
.It Fl D Xo
.Sm off
.Oo Ar host : Oc
.Ar port
.Sm on
.Xc
A place.
.El
.Bl -bullet
.It
one
.El
.Bl -column a b
.It one Ta two
.El
"""


def test_man_pages_have_sections_tags_items_code_and_tables() -> None:
    document = opened(MAN, "tool.1")
    assert document.format == "man"
    assert [(level, text) for kind, level, _, text in blocks(document) if kind is Kind.HEADING] == [
        (1, "NAME"),
        (1, "SEE THIS"),
        (2, "Deeper"),
    ]
    assert words(document, Kind.PARAGRAPH) == [
        "tool - does a thing",
        "tool [option...] words — and é, said on. A line that goes on.",
        "Another, see the page.",
    ]
    assert [(marker, text) for kind, _, marker, text in blocks(document) if kind is Kind.ITEM] == [
        ("", "-a, --all"),
        ("", "all of it"),
        ("", "and more"),
        ("", "-b NUMBER"),
        ("", "a number"),
        ("•", "a bullet"),
        ("2.", "second"),
    ]
    assert words(document, Kind.CODE) == ["code  \\fB here\n        tab"]
    assert words(document, Kind.TABLE) == ["a\tb\n1\ttwo words"]
    assert ("the page", "https://example.org/a") in marked(document, Inline.LINK)
    assert ("words", "") in marked(document, Inline.EMPHASIS)


def test_the_title_line_is_metadata() -> None:
    metadata = opened(MAN, "tool.1").metadata
    assert (metadata.title, metadata.container) == ("tool(1)", "User Commands")
    assert metadata.date is not None
    assert metadata.date.iso() == "2021-02-05"
    assert opened(gzip.compress(MAN.encode()), "tool.1.gz").metadata == metadata
    assert opened(MDOC, "tool.1").metadata.title == "tool(1)"


def test_mdoc_pages_are_read() -> None:
    document = opened(MDOC, "tool.1")
    assert words(document, Kind.PARAGRAPH) == [
        "tool — does a thing",
        "tool [-a number] file ...",
        "The tool utility (see ls(1)) “does” it (quickly, mostly).",
    ]
    assert [(marker, text) for kind, _, marker, text in blocks(document) if kind is Kind.ITEM] == [
        ("", "-b bytes[,more]"),
        ("", "So many."),
        ("", "And more."),
        ("", "-D [host:]port"),
        ("", "A place."),
        ("•", "one"),
    ]
    assert words(document, Kind.TABLE) == ["one\ttwo"]


def test_options_and_lists_of_pages_made_from_docbook_are_items() -> None:
    drawn = ".ie n \\{\\\n\\h'-04'{}\\h'+0{}'\\c\n.\\}}\n.el \\{{\\\n.sp -1\n.IP {} 2.3\n.\\}}\n{}\n.RE\n"
    page = (
        ".TH TOOL 1\n.SH OPTIONS\n.PP\n\\-\\-all\n.RS 4\nEverything:\n.sp\n.RS 4\n"
        + drawn.replace("\\{\\", "\\{{\\", 1).format("\\(bu", 3, "\\(bu", "one") + ".sp\n.RS 4\n"
        + drawn.replace("\\{\\", "\\{{\\", 1).format(" 1.", 1, '"  1." 4.2', "first") + ".RE\n.PP\nWords.\n"
    )  # fmt: skip
    generated = opened('\'\\" t\n.\\" Generator: DocBook XSL Stylesheets\n' + page, "tool.1")
    assert [(kind, marker, text) for kind, _, marker, text in blocks(generated)[1:]] == [
        (Kind.ITEM, "", "--all"),
        (Kind.ITEM, "", "Everything:"),
        (Kind.ITEM, "•", "one"),
        (Kind.ITEM, "1.", "first"),
        (Kind.PARAGRAPH, "", "Words."),
    ]
    assert (Kind.PARAGRAPH, 0, "", "--all") in blocks(opened(page, "tool.1"))


def test_other_pages_are_never_followed() -> None:
    with pytest.raises(CannotOpen, match=r"open man1/other\.1"):
        opened(".so man1/other.1\n", "tool.1")
    document = opened(MAN + ".so /etc/passwd\nWords.\n", "tool.1")
    assert "/etc/passwd" in document.fault
    assert "root:" not in document.text


@pytest.mark.parametrize(
    "bomb",
    [
        ".de A\n.A\n.A\n..\n.A\n",
        ".ds a \\*(ab\\*(ab\n.ds ab \\*a\\*a\n\\*a\n",
        ".ds a xxxxxxxxxx\n" + ".as a \\*a\n" * 30 + "\\*a\n",
        ".if n " * 5_000 + "x\n",
        ".if n \\{\\\n" * 5_000,
        ".nr x " + "9" * 5_000 + "\n.if " + "9" * 5_000 + " x\n",
        ".RS\n" * 5_000 + "x\n" + ".RE\n" * 6_000,
    ],
    ids=["macro", "strings", "growth", "conditions", "blocks", "figures", "indents"],
)
def test_pages_that_are_programs_without_end_end(bomb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.formats.roff.requests._MOST_LINES", 5_000)
    document = opened(f".TH A 1\n.SH NAME\nwords\n{bomb}", "a.1")
    assert document.text.startswith("NAME\n\nwords")
    assert len(document.text) < 1_000_000


def test_markup_of_html_is_words() -> None:
    assert words(opened(".TH A 1\n.SH X\na <b>tag</b> & \\(lt\n", "a.1"), Kind.PARAGRAPH)[0].startswith(
        "a <b>tag</b> &"
    )


@pytest.mark.parametrize(
    ("names", "said"),
    [("A. Ruiz", "A. Ruiz"), ("A. Ruiz|B. Sol", "A. Ruiz and B. Sol"), ("A|B|C", "A, B, and C")],
)
def test_the_authors_of_a_work_are_counted_as_a_sentence_does(names: str, said: str) -> None:
    authors = "".join(f".%A {name}\n" for name in names.split("|"))
    document = opened(f".Dd May 4, 2020\n.Dt X 1\n.Os\n.Sh SEE ALSO\n.Rs\n{authors}.%T Lights\n.Re\n", "x.1")
    assert f"{said}, Lights." in document.text
