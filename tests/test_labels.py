"""Labels of pages and paragraphs: kept with the document, asked by offset, known in large texts too."""

from __future__ import annotations

import os
from array import array
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Labels
from corpus.draft import Draft
from corpus.errors import NoSuchPlace
from corpus.file_bytes import FileBytes, open_file
from corpus.labels import Printed, bare, sign_of
from corpus.large.reading_through import ReadingThrough
from corpus.large.stretches import Stretches
from corpus.library import Library
from corpus.library.renewing import renew
from corpus.opening import large_of, open_bytes, open_path
from corpus.outline import outline_of
from corpus.packed.document import pack, unpack
from corpus.packed.mark import MAGIC
from corpus.rewriting import Edit, rewritten
from tests import judgments

PROSE = (
    "The keeper of the lock wrote the new level into his book, and went to wake the others, as he had"
    " always done when the river rose in the night. "
)


@pytest.mark.parametrize(
    ("mark", "number"),
    [
        *(("[12]", "12"), ("¶ 12", "12"), ("12.", "12"), ("(12)", "12"), ("12A.", "12A"), ("[ 7a ]", "7a")),
        *(("【12】", "12"), ("１２、", "１２"), ("§ 4.5", "4.5"), ("xii", "xii"), ("12", "12")),
    ],
)
def test_a_number_is_bare_without_what_stands_around_it(mark: str, number: str) -> None:
    assert bare(mark) == number


def test_signs_are_told() -> None:
    assert [sign_of(mark) for mark in ("¶ 12", "§ 12", "[12]", "12.")] == ["¶", "§", "", ""]


@st.composite
def labelled(draw: st.DrawFn) -> Document:
    """A document of some paragraphs with labels at some places in it."""
    draft = Draft()
    for words in draw(st.lists(st.text("ab ", min_size=1, max_size=30), min_size=1, max_size=9)):
        draft.add(f"x{words}")
    document = draft.document()
    starts = sorted(draw(st.sets(st.integers(0, len(document.text)))))
    pages = Printed.of((start, str(number)) for number, start in enumerate(starts, 7))
    numbers = Printed.of((start, f"[{n}]") for n, start in enumerate(document.blocks.starts, 3))
    return document._replace(labels=Labels(pages, numbers))


@given(labelled())
def test_labels_survive_packing(document: Document) -> None:
    assert unpack(pack(document)).labels == document.labels


@given(labelled(), st.data())
def test_an_offset_is_on_the_last_page_that_began(document: Document, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(document.text)))
    pages = document.labels.pages.shifted(0)
    begun = [label for start, label in pages if start <= offset]
    assert document.page_at(offset) == (begun[-1] if begun else "")
    for start, label in pages:
        assert document.page(label) == start


@given(labelled(), st.data())
def test_labels_stand_at_the_same_words_when_others_are_taken_out(
    document: Document, data: st.DataObject
) -> None:
    block = data.draw(st.sampled_from(list(document.blocks)))
    edit = Edit(block.start, data.draw(st.integers(block.start, max(block.start, block.end - 1))))
    shorter = rewritten(document, [edit], {})
    assert shorter.text == document.text[: edit.start] + document.text[edit.end :]
    gone = edit.end - edit.start
    for labels, before in zip(shorter.labels, document.labels, strict=True):
        assert labels.labels == before.labels
        assert all(first <= second for first, second in pairwise(labels.starts))
        moved = [start if start < edit.start else max(edit.start, start - gone) for start in before.starts]
        assert list(labels.starts) == moved
    assert [one.end - one.start for one in shorter.blocks if one.start != edit.start] == [
        one.end - one.start for one in document.blocks if one.start != block.start
    ]


def test_documents_of_before_have_no_labels_and_open() -> None:
    packed = bytearray(pack(open_bytes(b"The river rose.", "a.txt")))
    assert packed[:4] == MAGIC
    packed[:4] = b"PNC\x01"
    assert unpack(bytes(packed)).text == "The river rose."


@pytest.mark.parametrize(
    "labels",
    [
        Printed(array("L", [5, 2]), ("1", "2")),
        Printed(array("L", [900]), ("1",)),
        Printed(array("L", [1, 2]), ("1",)),
    ],
)
def test_labels_that_lie_elsewhere_are_refused(labels: Printed) -> None:
    document = open_bytes(b"The river rose.", "a.txt")
    with pytest.raises(ValueError, match="label"):
        unpack(pack(document._replace(labels=Labels(pages=labels))))


def test_articles_that_were_read_without_labels_are_read_again(tmp_path: Path) -> None:
    path = tmp_path / "ito.txt"
    path.write_text(judgments.english("[{}] "))
    about = path.stat()
    with Library(tmp_path / "library") as library:
        id = library.remember(open_path(path), str(path), size=about.st_size, mtime_ns=about.st_mtime_ns).id
        assert renew(library, lambda: False) == 0
        with library._database.changing() as connection:
            connection.execute(
                "UPDATE documents SET packed = ?", (b"PNC\x01" + pack(library.document(id))[4:],)
            )
        assert not library.unchanged(str(path), about.st_size, about.st_mtime_ns)
        assert library.document(id).text  # and what was kept can still be read
        assert renew(library, lambda: False) == 1
        assert renew(library, lambda: False) == 0
        assert library.unchanged(str(path), about.st_size, about.st_mtime_ns)


# What is asked for, and is not there -------------------------------------------------------------


def test_a_number_that_is_not_printed_is_said() -> None:
    document = open_bytes(judgments.english("[{}] ").encode(), "a.txt")
    with pytest.raises(NoSuchPlace, match=r"No paragraph 99 is printed here: the numbers run from 1 to 13\."):
        document.marked("99")
    with pytest.raises(NoSuchPlace, match="prints no pages"):
        document.page("4")


def test_a_page_that_is_not_printed_is_said() -> None:
    document = open_bytes(judgments.request_for_comments().encode(), "a.txt")
    with pytest.raises(NoSuchPlace, match=r"There is no page 99: the printed pages run from 1 to 5\."):
        document.page("99")


# Large texts -------------------------------------------------------------------------------------


def report(paragraphs: int) -> str:
    """A long report: headings, and now and then a paragraph more that has no number."""
    pieces = []
    for number in range(1, paragraphs + 1):
        pieces.append(f"[{number}] {PROSE * (2 + number % 3)}".strip())
        if number % 7 == 0:
            pieces.append(f"What follows belongs to it. {PROSE}".strip())
    return "\n\n".join(pieces) + "\n"


def test_a_large_text_has_the_numbers_of_the_whole(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(report(900))
    large = large_of(open_file(path))
    assert large is not None
    assert large.prints_numbers
    assert large.longest_number >= len("[900]")
    whole = open_path(path)
    assert [bare(mark) for mark in whole.labels.numbers.labels] == [str(n) for n in range(1, 901)]
    for start, mark in whole.labels.numbers.shifted(0)[::40]:
        block = large.block_near(start)
        assert (block.start, large.mark_before(block)) == (start, mark)
    for block in list(whole.blocks)[::23]:
        assert large.mark_at(block.start) == whole.mark_at(block.start)


def test_a_large_text_goes_to_the_numbers_that_are_read(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(report(900))
    descriptor = os.open(path, os.O_RDONLY)
    large = large_of(FileBytes(os.dup(descriptor)))
    assert large is not None
    assert large.text[large.marked("3").start :][:10] == "The keeper"
    with pytest.raises(NoSuchPlace, match="800 was not reached yet"):
        large.marked("800")
    reading = ReadingThrough(Stretches(FileBytes(os.dup(descriptor)), "utf-8"), "utf-8")
    for document in reading.documents():
        large.receive(pack(document, 0), document.paragraph_count)
    assert large.mark_before(large.marked("800")) == "[800]"
    with pytest.raises(NoSuchPlace, match="from 1 to 900"):
        large.marked("901")
    sections = [section for section in reading.outline().sections if section.printed]
    assert sections
    assert all(section.number == section.printed for section in sections)


def test_a_large_text_has_the_pages_of_its_feet(tmp_path: Path) -> None:
    page = "\n\n".join(["   The gate is shut at night, and opened again in the morning."] * 12)
    foot = "\n\n\nRuiz                         Informational                    [Page {}]\n"
    path = tmp_path / "gates.txt"
    path.write_text("\f\n".join(f"   Page {n} opens.\n\n{page}{foot.format(n)}" for n in range(1, 401)))
    large = large_of(open_file(path))
    assert large is not None
    whole = open_path(path)
    assert list(whole.labels.pages.labels)[:3] == ["1", "2", "3"]
    for number in range(1, 401, 13):
        at = whole.text.index(f"Page {number} opens.")
        assert whole.page_at(at + 3) == large.page_at(at + 3) == str(number)
        assert whole.page_at(at + 500) == large.page_at(at + 500) == str(number)


def test_an_outline_names_the_printed_numbers() -> None:
    text = "# Ito\n\n" + judgments.report([PROSE] * 5) + "\n## Costs\n\n" + judgments.report([PROSE] * 3, 6)
    sections = outline_of(open_bytes(text.encode(), "a.md")).sections
    assert [(section.title, section.number) for section in sections] == [("Ito", "1"), ("Costs", "6")]
    plain = outline_of(open_bytes(b"# Ito\n\nThe river rose.\n\n## Costs\n", "a.md")).sections
    assert [section.number for section in plain] == ["1", ""]
