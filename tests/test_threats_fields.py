"""Escape sequences and markup in every field of every format: nothing that a terminal obeys comes out."""

from __future__ import annotations

import gzip
from typing import Final

import pytest

from corpus.citation import cite
from corpus.errors import CannotOpen
from corpus.format import FORMATS
from corpus.opening import open_bytes
from corpus.outline import outline_of
from corpus.passages.passage import Passage
from tests.bench.fuzzing.judging import faults_of, is_obeyed, said_in
from tests.hostile_articles import ARTICLES, MARKUP, OBEYED, hostile_article
from tui.clipboard import ready_to_paste

NOT_SHOWN: Final = {
    # Fields that no reader sees, or whose words are refused there: no language, no number, no address.
    "a.html": {"hint", "lang", "pagebreak", "title"},
    "a.epub": {"date", "description", "hint", "identifier", "language", "pagebreak", "source", "subject"},
    "mended.epub": {
        *("date", "description", "hint", "identifier", "language", "pagebreak", "source", "subject"),
        *("entry", "member", "second"),  # a file with NUL or ESC in its name is not found by what is mended
    },
    "a.docx": {"date", "description", "identifier", "language", "publisher", "subject"},
    "a.odt": {"date", "description", "identifier", "language", "publisher", "subject"},
    "a.fb2": {"isbn", "lang"},
    "a.1": {"source"},
    "a.eml": {"charset", "hint", "identifier", "pagebreak"},
    "a.mhtml": {"hint", "lang", "location", "pagebreak", "title", "url"},
    "a.pdf": {"subject"},
}


def test_there_is_an_article_in_every_format() -> None:
    assert {open_bytes(hostile_article(name)[0], name).format for name in ARTICLES} == set(FORMATS)


@pytest.mark.parametrize("name", ARTICLES)
def test_no_field_brings_what_a_terminal_obeys(name: str) -> None:
    data, fields = hostile_article(name)
    document = open_bytes(data, name)
    assert faults_of(document) == []
    said = "\n".join(words for _, words in said_in(document)).lower()
    shown = {field for field in fields if f"in{field}" in said}
    # Else what is hostile never came where it could do harm.
    assert fields - shown == NOT_SHOWN.get(name, set())


@pytest.mark.parametrize("name", ARTICLES)
def test_what_is_copied_runs_nothing_in_a_shell(name: str) -> None:
    document = open_bytes(hostile_article(name)[0], name)
    outline = outline_of(document)
    blocks = [("pandoc", block.start, block.end) for block in document.blocks]
    for style, start, end in (("chicago", 0, len(document.text)), ("latex", 0, len(document.text)), *blocks):
        citation = cite(document.metadata, Passage(document, outline, start, end), style)
        for copied in (citation.text, citation.citation, ready_to_paste(document.text[start:end])):
            assert not is_obeyed(copied)
            assert copied == copied.strip("\n").replace("\t", " ")


@pytest.mark.parametrize("name", ARTICLES)
def test_what_is_said_of_a_broken_file_is_harmless(name: str) -> None:
    data, _ = hostile_article(name)
    evil = f"{MARKUP}{OBEYED}\n{name}"
    for broken in (b"", data[:40], data[: len(data) // 2], gzip.compress(data)[:90], data[:4] + b"\0" * 99):
        sentence, faults = "", list[str]()
        try:
            faults = faults_of(open_bytes(broken, evil))
        except CannotOpen as refused:
            sentence = str(refused)
        assert faults == []
        assert not is_obeyed(sentence)
        assert "\n" not in sentence
