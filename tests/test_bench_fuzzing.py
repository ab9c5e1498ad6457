"""What judges the reading of broken files finds what is wrong; a file is broken in the same way again."""

from __future__ import annotations

import random
from xml.etree import ElementTree

import pytest

from corpus.blocks import Inline, Span
from corpus.document import Document, Listed
from corpus.metadata import Metadata
from corpus.opening import open_bytes
from corpus.outline import outline_of
from corpus.source import Source
from tests.bench.fuzzing.elements import elements_changed
from tests.bench.fuzzing.following import faults_followed
from tests.bench.fuzzing.judging import faults_begun, faults_of
from tests.bench.fuzzing.mutating import broken
from tests.bench.fuzzing.objects import objects_changed
from tests.bench.fuzzing.outcome import outcome, outcome_apart
from tests.bench.fuzzing.showing import faults_shown
from tests.pdf_writing import pdf, typeset
from tests.zipping import zipped

SOUND = open_bytes(b"<h1>On Tides</h1><p>The <a href=x>moon</a> pulls.<p>And the sun.", "tides.html")


def test_a_sound_document_has_no_faults() -> None:
    assert faults_of(SOUND) == []


@pytest.mark.parametrize(
    "wrong",
    [
        SOUND._replace(text=SOUND.text.replace("moon", "m\x1bon")),
        SOUND._replace(spans=(Span(0, 12, Inline.LINK),)),
        SOUND._replace(spans=(Span(0, 4, Inline.LINK, "a\x9b"),)),
        SOUND._replace(anchors={"a\nb": 0}),
        SOUND._replace(contents=(Listed(5, 1, "b"), Listed(0, 1, "a"))),
        SOUND._replace(metadata=Metadata(title="a\x07")),
        SOUND._replace(fault="a\u202e"),
    ],
)
def test_an_unsound_one_has(wrong: Document) -> None:
    assert faults_of(wrong)


def test_what_is_sound_can_be_shown_and_copied_and_what_is_not_is_found() -> None:
    assert faults_shown(SOUND, outline_of(SOUND), random.Random(1)) == []
    assert faults_followed(SOUND, Source(b"", "tides.html"), random.Random(1)) == []
    unsound = SOUND._replace(text=SOUND.text.replace("moon", "m\x1bon"))
    assert faults_shown(unsound, outline_of(unsound), random.Random(1))


def test_a_beginning_that_is_none_is_found() -> None:
    assert faults_begun(SOUND, SOUND) == []
    assert faults_begun(SOUND._replace(text="On Times"), SOUND)


def test_what_is_read_apart_comes_out_as_it_does_here() -> None:
    assert outcome_apart("tides.html", b"<h1>On Tides</h1><p>The moon pulls.", 4) == ("read apart", [])
    assert outcome_apart("tides.epub", b"PK\x03\x04", 4) == ("refused apart", [])


def test_most_of_broken_pdfs_are_still_pdfs() -> None:
    data = pdf(typeset(["The moon pulls the sea."] * 9), outline=[("One", 1, 0, 700)])
    broken_ones = [objects_changed(data, [], random.Random(number)) for number in range(30)]
    assert len(set(broken_ones)) > 25
    came = [outcome("tides.pdf", one, 1) for one in broken_ones]
    assert [faults for _, faults in came if faults] == []
    assert [what for what, _ in came].count("read") > 15


@pytest.mark.parametrize("kind", ["archive", "text", "lines", "markup", "pdf"])
def test_a_file_is_broken_in_the_same_way_again(kind: str) -> None:
    data = b"Some words of a text, long enough to be changed. " * 20
    if kind == "lines":
        data = b"* Some words: of a text\n" * 20
    if kind == "pdf":
        data = pdf(typeset(["The moon pulls the sea."] * 9))
    if kind == "markup":
        data = b'<p class="x">Some words of <b>a text</b>.</p>' * 20
    if kind == "archive":
        data = zipped({"one": data})
    first, second = (broken(data, [data], random.Random(3)) for _ in range(2))
    assert first == second != data


def test_most_of_broken_xml_is_still_xml() -> None:
    data = b"<a>" + b'<p class="x">Some words of <b>a text</b>.<br/></p>' * 5 + b"</a>"
    broken_ones = [elements_changed(data, random.Random(number)) for number in range(60)]
    assert data not in broken_ones[:5]
    assert sum(_is_xml(one) for one in broken_ones) > 40


def _is_xml(data: bytes) -> bool:
    try:
        ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return False
    return True
