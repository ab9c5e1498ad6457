from __future__ import annotations

import base64
import sys

import pytest

from corpus.document import Inline, Kind
from corpus.errors import CannotOpen
from corpus.formats.message import message_of, name_of, text_of
from tests.block_reading import blocks, marked, opened, words

HEAD = """From: =?utf-8?B?SsO8cmdlbiBNw7xsbGVy?= <j@example.org>
To: "List, The" <list@example.org>
Subject: =?iso-8859-1?Q?Re=3A_Gr=FC=DFe?=
Date: Mon, 5 Feb 2021 10:00:00 +0100
Message-ID: <x@y>
MIME-Version: 1.0
"""
PLAIN = """Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Hello J=FCrgen,

On Monday Ana wrote:
> I think that this is a sentence that goes on for a while and is wrapped
> at some column.
>> Older words.
No, I do not think so, and this answer is wrapped at the same column as it
was before.

--=20
Jo
"""
PARTS = (
    HEAD
    + """Content-Type: multipart/mixed; boundary=AA

--AA
Content-Type: multipart/alternative; boundary=BB

--BB
Content-Type: text/plain

Short.
--BB
Content-Type: text/html; charset=utf-8

<p>Far more words than the plain part has, and <a href="https://example.org/">a link</a>.</p>
--BB--
--AA
Content-Type: message/rfc822

From: Inner <i@example.org>
Subject: Inner
Date: Sun, 4 Feb 2021 10:00:00 +0100

Inner words.
--AA
Content-Type: application/pdf; name="../../x.pdf"
Content-Disposition: attachment; filename="../../evil\x1b[31m.pdf"
Content-Transfer-Encoding: base64

AAAA
--AA--
"""
)


def test_a_letter_has_its_head_quotations_and_signature() -> None:
    document = opened(HEAD + PLAIN, "a.eml")
    assert document.format == "mail"
    assert [(kind, text) for kind, _, _, text in blocks(document)] == [
        (Kind.HEADING, "Re: Grüße"),
        (
            Kind.NOTE,
            "From: Jürgen Müller <j@example.org>\n"
            'To: "List, The" <list@example.org>\nDate: Mon, 5 Feb 2021 10:00:00 +0100',
        ),
        (Kind.PARAGRAPH, "Hello Jürgen,"),
        (Kind.PARAGRAPH, "On Monday Ana wrote:"),
        (
            Kind.PARAGRAPH,
            "I think that this is a sentence that goes on for a while and is wrapped at some column.",
        ),
        (Kind.PARAGRAPH, "Older words."),
        (
            Kind.PARAGRAPH,
            "No, I do not think so, and this answer is wrapped at the same column as it was before.",
        ),
        (Kind.NOTE, "Jo"),
    ]
    assert [block.quote for block in document.blocks] == [0, 0, 0, 0, 1, 2, 0, 0]


def test_its_head_is_metadata() -> None:
    metadata = opened(HEAD + PLAIN, "a.eml").metadata
    assert metadata.title == "Re: Grüße"
    assert [(author.given, author.family) for author in metadata.authors] == [("Jürgen", "Müller")]
    assert metadata.date is not None
    assert metadata.date.iso() == "2021-02-05"


def test_the_better_of_two_forms_is_read_and_what_is_attached_only_named() -> None:
    document = opened(PARTS, "a.eml")
    assert words(document, Kind.PARAGRAPH) == [
        "Far more words than the plain part has, and a link.",
        "Inner words.",
    ]
    assert marked(document, Inline.LINK) == [("a link", "https://example.org/")]
    assert [(level, text) for kind, level, _, text in blocks(document) if kind is Kind.HEADING] == [
        (1, "Re: Grüße"),
        (2, "Inner"),
    ]
    assert words(document, Kind.NOTE)[-1] == "[attached: ../../evil␛[31m.pdf (application/pdf)]"


def test_lines_that_flow_are_joined() -> None:
    text = HEAD + "Content-Type: text/plain; format=flowed\n\nOne line \ngoes on.\n> Quoted \n> too.\n"
    assert words(opened(text, "a.eml"), Kind.PARAGRAPH) == ["One line goes on.", "Quoted too."]


def test_of_a_mailbox_the_first_message_is_read_and_that_is_said() -> None:
    one = f"From a@b Mon Feb  5 10:00:00 2021\n{HEAD}\nFirst.\n\n"
    document = opened(one + one.replace("First", "Second"), "inbox.txt")
    assert words(document, Kind.PARAGRAPH) == ["First."]
    assert "only the first" in document.fault


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "Content-Type: text/plain; charset=no-such-thing\n\nWords ü.\n",
        HEAD + "Content-Type: text/plain; charset=rot13\n\nWords.\n",
        HEAD + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nV29yZHMu!!\n",
        HEAD + "Content-Type: multipart/mixed\n\nWords.\n",
        HEAD + "Content-Type: multipart/mixed; boundary=A\n\n--A\nContent-Type: text/plain\n\nWords.\n",
        HEAD.replace("Subject: ", "Subject: =?utf-8?B?////?= =?x?y?z?= ") + "\nWords.\n",
        HEAD.replace("Date: Mon", "Date: \x1b]0;title\x07") + "\nWords.\n",
        HEAD + "Content-Type: text/plain; charset*0*=utf-8''u; charset*9=tf\n\nWords ü.\n",
    ],
    ids=[
        "charset",
        "codec",
        "base64",
        "no-boundary",
        "no-end",
        "encoded-words",
        "escapes",
        "charset-in-pieces",
    ],
)
def test_what_is_broken_is_read_all_the_same(text: str) -> None:
    document = opened(text, "a.eml")
    assert "Words" in document.text
    assert "\x1b" not in document.text


def test_what_is_encrypted_or_nested_without_end_is_said() -> None:
    with pytest.raises(CannotOpen, match="encrypted"):
        opened(HEAD + "Content-Type: multipart/encrypted; boundary=A\n\n--A\n\nx\n--A--\n", "a.eml")
    parts = "".join(f"Content-Type: multipart/mixed; boundary=B{n}\n\n--B{n}\n" for n in range(500))
    limit = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(450)
        with pytest.raises(CannotOpen, match="without end"):
            opened(HEAD + parts + "\nx\n", "a.eml")
    finally:
        sys.setrecursionlimit(limit)


def test_a_saved_page_has_its_address_and_its_day() -> None:
    html = base64.encodebytes("<title>T</title><h1>A page</h1><p>Wörds.</p>".encode()).decode()
    text = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/page\n"
        "Date: Mon, 5 Feb 2024 10:00:00 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="X"\n\n'
        "--X\nContent-Type: image/png\nContent-Location: cid:a\n\nx\n"
        "--X\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n"
        f"Content-Location: https://example.org/page\n\n{html}\n--X--\n"
    )
    document = opened(text, "page.mhtml")
    assert document.format == "mhtml"
    assert words(document, Kind.PARAGRAPH) == ["Wörds."]
    assert document.metadata.url == "https://example.org/page"
    assert document.metadata.accessed is not None
    assert document.metadata.accessed.iso() == "2024-02-05"


def test_a_letter_with_pictures_is_no_saved_page_and_a_page_needs_few_fields() -> None:
    related = (
        'Content-Type: multipart/related; boundary="X"\n\n'
        "--X\nContent-Type: text/html\n\n<p>Words.</p>\n--X--\n"
    )
    assert opened(HEAD + related, "a.eml").format == "mail"
    assert opened(HEAD + related, "letter").format == "mail"
    assert opened("MIME-Version: 1.0\n" + related, "page.mht").format == "mhtml"
    assert opened("Subject: a\nTo: b\nDate: c\n\nCopied words.\n", "a.txt").format == "text"


def test_a_page_that_word_saved_is_told_by_two_fields_when_it_is_piped_in() -> None:
    page = (
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\nA page in one file.\n\n"
        "--x\nContent-Type: text/html\n\n<h1>On Tides</h1><p>The moon pulls at the sea.</p>\n\n--x--\n"
    )
    document = opened(page, "")
    assert (document.format, document.text) == ("mhtml", "On Tides\n\nThe moon pulls at the sea.")


def test_what_a_mailing_list_puts_below_a_letter_is_no_paragraph() -> None:
    rule = "_" * 47
    document = opened(
        f"{HEAD}\nWords of Ana.\n\n{'-' * 55}\nSponsored by ships: https://a.example\n{rule}\n"
        "Lights mailing list\nlights@b.example\n",
        "a.eml",
    )
    assert [(block.kind, block.number) for block in document.blocks][2:] == [
        (Kind.PARAGRAPH, 1),
        (Kind.NOTE, None),
    ]
    assert document.text.endswith(
        f"Sponsored by ships: https://a.example\n{rule}\nLights mailing list\nlights@b.example"
    )


def test_a_rule_between_words_stays_in_the_letter() -> None:
    document = opened(f"{HEAD}\nWords of Ana.\n\n{'-' * 55}\n\nNothing of hers is left out here.\n", "a.eml")
    assert document.paragraph_count == 2


def test_the_head_of_the_letter_that_is_answered_is_not_that_of_the_answer() -> None:
    quoted = "> From: Bo <bo@c.example>\n> Date: Sun, 4 Feb 2021 10:00:00 +0100\n>\n> Older words.\n"
    document = opened(f"{HEAD}\n{quoted}\nWords of Ana.\n", "a.eml")
    assert [name.as_published() for name in document.metadata.authors] == ["Jürgen Müller"]
    assert [block.kind for block in document.blocks].count(Kind.NOTE) == 1


@pytest.mark.parametrize(
    "said",
    [
        "text/plain; charset*=us-ascii''a; charset*0=b; format*=x; format*0=y",
        "multipart/mixed; boundary*=A; boundary*0=B",
    ],
)
def test_what_a_field_says_in_pieces_and_once_more_is_not_believed(said: str) -> None:
    document = opened(f"{HEAD}Content-Type: {said}\n\nWords.\n", "a.eml")
    assert document.metadata.title == "Re: Grüße"
    assert words(document, Kind.PARAGRAPH) == ["Words."]


def test_a_name_that_no_encoding_has_is_none() -> None:
    said = b"Content-Type: text/plain; charset*=a\0b'en'x; name*=a\0b'en'x"
    message = message_of(said + b"\n\nWords.")
    assert (text_of(message).text, name_of(message)) == ("Words.", "")


@pytest.mark.parametrize(
    ("charset", "data", "text"),
    [
        ("iso-8859-1", b"\x93Oak\x94 \x96 it\x92s \xe9lan.", "“Oak” – it’s élan."),
        ("gb2312", "朱镕基说。".encode("gbk"), "朱镕基说。"),
        ("us-ascii", "Größe genug für alle.".encode(), "Größe genug für alle."),
        ("x-unknown", "Größe genug für alle.".encode(), "Größe genug für alle."),
    ],
)
def test_an_encoding_is_the_one_that_browsers_read_under_that_name(
    charset: str, data: bytes, text: str
) -> None:
    head = f"{HEAD}Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"
    assert words(opened(head.encode() + data, "a.eml"), Kind.PARAGRAPH) == [text]
