"""What must hold for every format that is markup or mail, whatever the file says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Document
from corpus.errors import CannotOpen
from corpus.formats import asciidoc, org, rst
from corpus.formats.message import message_of
from corpus.formats.roff.requests import Requests
from corpus.formats.rst import substitutions
from tests.block_reading import opened
from tests.test_asciidoc import ARTICLE as ASCIIDOC
from tests.test_mail import HEAD, PARTS, PLAIN
from tests.test_man import MAN, MDOC
from tests.test_org import ARTICLE as ORG
from tests.test_rst import ARTICLE as RST

SAMPLES = {
    "a.rst": RST,
    "a.org": ORG,
    "a.adoc": ASCIIDOC,
    "man.1": MAN,
    "mdoc.1": MDOC,
    "a.eml": HEAD + PLAIN,
    "parts.eml": PARTS,
}
HARMFUL = "\x1b]52;c;AAAA\x07\x9b31m\u202e\x7f"
SCRIPT = "<script>x</script><b onclick=x>"


def read_or_refused(text: str, name: str) -> Document:
    """The document, or one that has the sentence of the refusal as its text."""
    try:
        return opened(text, name)
    except CannotOpen as refused:
        sentence = str(refused)
    assert sentence.endswith(".")
    return opened(sentence, "a.txt")._replace(text=sentence)


def all_words(document: Document) -> list[str]:
    """Everything of a document that may reach a screen."""
    metadata = document.metadata
    said = [str(value) for value in metadata.plain().values()]
    return [
        document.text,
        document.fault,
        document.encoding,
        *said,
        *(block.marker for block in document.blocks),
        *(span.target for span in document.spans),
        *document.anchors,
        *(entry.title for entry in document.contents),
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_no_field_lets_an_escape_sequence_through(name: str) -> None:
    lines = SAMPLES[name].split("\n")
    # In turn in every seventh line, behind each of its words, so that every field has it once.
    for turn in range(7):
        text = "\n".join(
            line.replace(" ", f" {HARMFUL}") + HARMFUL if at % 7 == turn else line
            for at, line in enumerate(lines)
        )
        for words in all_words(read_or_refused(text, name)):
            assert not set(HARMFUL) & set(words) - set("]52;cA31m")


@pytest.mark.parametrize("name", SAMPLES)
def test_tags_in_the_words_are_words(name: str) -> None:
    if name == "parts.eml":
        return  # a part of it is HTML
    sample = SAMPLES[name].replace("on", f"on{SCRIPT}").replace("bytes", SCRIPT)
    document = opened(sample, name)
    assert "<script>" in document.text
    assert "x</script>" in document.text


@pytest.mark.parametrize("name", SAMPLES)
@given(data=st.data())
@settings(max_examples=5, deadline=None)
def test_what_is_cut_doubled_or_mixed_up_is_read_or_refused_in_a_sentence(
    name: str, data: st.DataObject
) -> None:
    lines = SAMPLES[name].split("\n")
    first = data.draw(st.integers(0, len(lines)))
    again = data.draw(st.lists(st.sampled_from(lines), max_size=12))
    junk = data.draw(st.text("\\*[]{}().'\"`_|:=-+<>#@^~ \n\tab1é", max_size=40))
    text = "\n".join([*lines[:first], *again, junk, *lines[first + data.draw(st.integers(0, 3)) :]])
    document = read_or_refused(text, name)
    starts = [block.start for block in document.blocks]
    assert starts == sorted(starts)
    assert all(0 <= span.start < span.end <= len(document.text) for span in document.spans)


MAN_HEAD = ".TH A 1\n.SH NAME\na \\- b\n"
MAIL_HEAD = "To: d@e.f\nMessage-ID: <1@a>\nMIME-Version: 1.0\n"
CALLED = "".join(f":a{at}: {f'{{a{at + 1}}}' * 300}\n" for at in range(6))
GROWING = {
    "macro.org": "#+MACRO: a $9\n\nx {{{a("
    + ",".join(["z", *(f"${at}" * 40 for at in range(1, 9))])
    + ")}}}\n",
    "macros.org": f"#+MACRO: a {'b ' * 2000}\n\n" + "{{{a}}} " * 1500,
    "a.adoc": f"= T\n{CALLED}\nwords {{a0}}\n",
    "title.adoc": f"= T\n\n[[a]]\n== {'b ' * 140}\n\n" + "<<a>> " * 20_000,
    "cells.adoc": "|===\n20*|" + "b " * 100_000 + "\n|===\n",
    "string.1": f"{MAN_HEAD}.ds x {'a' * 90_000}\n" + "\\*x" * 1_000,
    "strings.1": f"{MAN_HEAD}.ds x {'a' * 90_000}\n" + "\\*x\n" * 200,
    "argument.1": f"{MAN_HEAD}.de y\n" + "\\$1" * 1_000 + f"\n..\n.y {'a' * 90_000}\n",
}


@pytest.mark.parametrize("name", GROWING)
def test_a_short_text_does_not_write_a_long_one(name: str) -> None:
    text = GROWING[name]
    if name.endswith(".1"):
        pieces = [line.rest for line in Requests(text).lines()]
    elif name.endswith(".adoc"):
        pieces = asciidoc._read(text)[0].writing.pieces
    else:
        reader = org._Reader(text.split("\n"))
        reader.read()
        pieces = reader.pieces
    assert sum(map(len, pieces)) < 2_500_000


def test_substitutions_in_substitutions_are_not_made_without_end() -> None:
    defined = "".join(f".. |a{at}| replace:: {f'|a{at + 1}| ' * 10}\n" for at in range(7))
    read = opened(f"T\n=\n\n{defined}.. |a7| replace:: word\n\n|a0|\n", "a.rst")
    assert "as plain text" in read.fault
    assert len(read.text) < 1_000


def test_substitutions_that_go_round_are_read_as_they_are_written() -> None:
    around = "".join(f".. |a{at}| replace:: |a{(at + 1) % 400}| x\n" for at in range(400))
    tree = rst._tree(f".. |b| replace:: see |c|\n.. |c| replace:: word\n{around}\nHere |a0|, |b|.\n")
    assert tree.astext().endswith("Here |a1| x, see word.")
    assert substitutions.substituted(tree) == 0
    assert sum(1 for _ in tree.findall()) < 5_000


def test_a_sender_in_comments_without_end_is_none() -> None:
    read = opened(f"From: {'(' * 30_000}\n{MAIL_HEAD}\nWords.\n", "a.eml")
    assert read.text.endswith("Words.")
    assert read.metadata.authors == ()


def test_a_field_is_taken_apart_only_as_far_as_a_true_one_goes() -> None:
    data = f'From: a@b.c\n{MAIL_HEAD}Content-Type: text/plain; a="{";" * 100_000}\n\nWords.\n'.encode()
    assert len(str(message_of(data).get("Content-Type"))) < 5_000


def test_what_never_ends_is_looked_for_once() -> None:
    lines = _Counted(["#+BEGIN_SRC"] * 300)
    org._Reader(lines).read()
    assert lines.looked_at < 2_000


class _Counted(list[str]):
    """Lines that count how often one of them is looked at."""

    looked_at = 0

    def __getitem__(self, at):  # type: ignore[no-untyped-def] # the two ways of a list
        self.looked_at += 1
        return super().__getitem__(at)
