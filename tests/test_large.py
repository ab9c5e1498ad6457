"""A large plain text: read in stretches, it is what it is when it is read as a whole."""

from __future__ import annotations

import os
import random
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import FILLER, Block, Document, Kind
from corpus.errors import CannotOpen, NoSuchPlace
from corpus.file_bytes import FileBytes
from corpus.find import slices, wanted
from corpus.formats import plain
from corpus.large.document import LargeDocument
from corpus.large.joining import joined
from corpus.large.reading_through import ReadingThrough
from corpus.large.stretches import STRETCH, Stretches
from corpus.library import Library
from corpus.opening import LARGE, open_bytes, open_large, open_path
from corpus.outline import outline_of
from corpus.outline.lines.headings import find_headings
from corpus.outline.section import Outline
from corpus.packed.document import pack
from corpus.passages.passage import Passage, passage_of_paragraph, passage_of_quote
from corpus.reading_apart import Kept, ReadingApart
from corpus.sanitiser import clean_text
from tui.opening import from_library

WORDS = "the keeper of the lock wrote a new level into his book when the river had risen".split()


@cache
def prose(seed: int = 1, size: int = 300_000) -> str:
    """Wrapped paragraphs, chapters, lists, columns and runs of blank lines."""
    chance = random.Random(seed)
    pieces: list[str] = []
    chapter = 0
    while (sum(map(len, pieces[-200:])) and len("".join(pieces)) < size) or not pieces:
        for _ in range(30):
            match chance.randrange(12):
                case 0:
                    chapter += 1
                    pieces.append(f"CHAPTER {chapter}\n\n")
                case 1:
                    pieces.append(
                        "".join(f"- {' '.join(chance.choices(WORDS, k=9))}\n" for _ in range(4)) + "\n"
                    )
                case 2:
                    pieces.append("".join(f"a{n}\tb{n * 7}      c\n" for n in range(5)) + "\n" * 3)
                case _:
                    lines = [" ".join(chance.choices(WORDS, k=14)) for _ in range(chance.randint(1, 9))]
                    pieces.append("\n".join(lines) + ".\n\n")
    return "".join(pieces)


def one_line(size: int) -> str:
    return "The river rose in the night. " * (size // 29)


def chinese(size: int) -> str:
    return "闸门看守人把新的水位写进了他的书里，河水在夜里上涨了。" * (size // 81)


def unwrapped(size: int) -> str:
    return "\n".join(f"Paragraph {n}: " + "words that nobody wrapped " * 9 for n in range(size // 250))


TEXTS = {
    "prose": prose(),
    "one line": one_line(200_000),
    "chinese": chinese(200_000),
    "unwrapped": unwrapped(200_000),
    "blank": "\n" * 90_000 + "words\n\n" + "\n \n" * 40_000 + "more words",
    "letters": "x" * 150_000,
    "controls": "a\u202e\x9b\tb\x1b[2J\t\tc  d\n" * 9_000,
    "badges": "word \u202e\u202d\u202a\n" * 9_000,
    "crlf": prose(2, 120_000).replace("\n", "\r\n"),
}


def read_whole(text: str) -> LargeDocument:
    """A large document that was read through, as the reader has it afterwards."""
    stretches = Stretches(text.encode(), "utf-8")
    document = LargeDocument(stretches, encoding="utf-8")
    reading = ReadingThrough(stretches, "utf-8")
    for stretch in reading.documents():
        document.receive(pack(stretch, 0), stretch.paragraph_count)
    document.finish(reading.outline(), reading.metadata)
    return document


@cache
def both(name: str) -> tuple[LargeDocument, Document]:
    document = read_whole(TEXTS[name])
    stretches = document.stretches
    documents = map(document.stretch, range(stretches.count))
    return document, joined(stretches, documents, document.metadata, document.encoding)


NAMES = st.sampled_from(sorted(TEXTS))


@pytest.mark.parametrize("name", TEXTS)
def test_the_stretches_are_all_of_the_file_in_order(name: str) -> None:
    data = TEXTS[name].encode()
    stretches = Stretches(data, "utf-8")
    assert b"".join(map(stretches.bytes_of, range(stretches.count))) == data
    for number in range(stretches.count):
        assert STRETCH // 2 <= len(stretches.bytes_of(number)) <= 2 * STRETCH
        stretches.bytes_of(number).decode()  # no character is cut
        assert stretches.at(stretches.cut(number).offset) == number
        assert stretches.at(stretches.cut(number + 1).offset - 1) == number


@pytest.mark.parametrize("name", TEXTS)
def test_no_stretch_is_longer_than_its_room(name: str) -> None:
    stretches = Stretches(TEXTS[name].encode(), "utf-8")
    for number in range(stretches.count):
        text = stretches.document(number).text
        assert len(text) + len(stretches.gap(number + 1)) <= stretches.room(number)


@pytest.mark.parametrize("name", ["prose", "unwrapped", "crlf"])
def test_read_in_stretches_it_has_the_blocks_that_it_has_in_one_piece(name: str) -> None:
    document, whole = both(name)
    lines = clean_text(TEXTS[name]).split("\n")
    at_once = plain.parse_lines(lines, find_headings(lines), document.stretches.manner)

    def told(document: Document) -> list[tuple[Any, ...]]:
        return [
            (document.text[block.start : block.end], block.kind, block.level, block.marker, block.number)
            for block in document.blocks
        ]

    assert [one for one in told(whole) if one[1] is not Kind.NOTE] == [
        one for one in told(at_once) if one[1] is not Kind.NOTE
    ]


@pytest.mark.parametrize("name", TEXTS)
def test_no_word_is_lost_and_none_is_added(name: str) -> None:
    _, whole = both(name)
    shown = "".join(whole.text[block.start : block.end] for block in whole.blocks)
    at_once = plain.parse(TEXTS[name])
    expected = "".join(at_once.text[block.start : block.end] for block in at_once.blocks)
    if name in ("controls", "badges"):  # where they are too many, they are shown more briefly
        assert shown.count("c") == expected.count("c")
        assert shown.count("word") == expected.count("word")
        assert "\x1b" not in shown
        return
    assert "".join(shown.split()) == "".join(expected.split())


@given(NAMES, st.data())
def test_a_slice_of_the_text_is_that_of_the_whole(name: str, data: st.DataObject) -> None:
    document, whole = both(name)
    assert len(document.text) == len(whole.text)
    start = data.draw(st.integers(0, len(whole.text)))
    end = data.draw(st.integers(start, min(len(whole.text), start + 90_000)))
    assert document.text[start:end] == whole.text[start:end]


@given(NAMES, st.data())
def test_every_offset_leads_to_the_block_that_it_leads_to_in_the_whole(
    name: str, data: st.DataObject
) -> None:
    document, whole = both(name)
    offset = data.draw(st.integers(0, len(whole.text)))
    assert document.block_near(offset) == whole.block_near(offset)
    assert document.block_after(offset) == whole.block_after(offset)
    assert document.block_before(offset) == whole.block_before(offset)
    assert document.paragraph_at(offset) == whole.paragraph_at(offset)


@given(NAMES, st.data())
def test_a_paragraph_is_found_by_its_number(name: str, data: st.DataObject) -> None:
    document, whole = both(name)
    assert document.paragraph_count == whole.paragraph_count
    number = data.draw(st.integers(1, max(1, whole.paragraph_count)))
    if whole.paragraph_count:
        assert document.paragraph(number) == whole.paragraph(number)


@pytest.mark.parametrize("query", ["level into his book", "CHAPTER 3", "b14", "of the lock wrote", "nowhere"])
@pytest.mark.parametrize("offset", [0, 150_000])
def test_finding_in_stretches_finds_what_finding_in_the_whole_does(query: str, offset: int) -> None:
    document, whole = both("prose")
    looked_for = wanted(query)
    assert looked_for is not None
    found = [hit for piece in slices(document, looked_for, offset) for hit in piece]
    assert found == [hit for piece in slices(whole, looked_for, offset) for hit in piece]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("name", ["one line", "chinese"])
def test_a_hit_across_two_stretches_is_found_and_counted_once(name: str) -> None:
    document, whole = both(name)
    query = "the night. The river" if name == "one line" else "上涨了。闸门"
    looked_for = wanted(query)
    assert looked_for is not None
    found = [hit for piece in slices(document, looked_for, 0) for hit in piece]
    assert len(found) == TEXTS[name].count(query)
    for start, end in found:
        assert whole.text[start:end].replace(FILLER, "").split() == query.split()


def test_a_paragraph_of_many_stretches_is_one_paragraph() -> None:
    document, whole = both("one line")
    assert document.paragraph_count == 1
    assert document.paragraph(1).end == whole.blocks.ends[-1]
    assert document.block_near(100_000).kind is Kind.CONTINUATION
    assert document.paragraph_at(100_000) == 1
    passage = passage_of_paragraph(document, Outline(), 1)
    assert passage.text == TEXTS["one line"].strip()


def test_a_passage_over_a_border_reads_as_it_stands_there() -> None:
    document, whole = both("one line")
    border = document.stretches.cut(1).offset
    last = whole.block_before(border)
    assert last is not None
    passage = Passage(document, Outline(), last.end - 30, border + 40)
    assert passage.text in TEXTS["one line"]
    assert passage_of_quote(whole, Outline(), passage.text).paragraphs == (1, 1)


def test_a_heading_that_is_cut_in_two_is_one_heading() -> None:
    chapter = "CHAPTER {n}\n\nThe Name of the Lock\n\n" + "The keeper wrote the level down. " * 40 + "\n\n"
    text = "".join(chapter.format(n=n) for n in range(1, 240))
    border = text.rindex("The Name", 0, STRETCH)
    pad = STRETCH - border - len("The")  # the first stretch ends behind the number of a chapter
    text = text.replace("The keeper", "The" + "e" * pad + " keeper", 1)
    document = open_bytes(text.encode(), "book.txt")
    assert document.paragraph_count == 239
    assert Stretches(text.encode(), "utf-8").cut(1).byte == text.index("The Name", STRETCH - 20)
    assert {section.title.partition(" — ")[2] for section in outline_of(document).sections} == {
        "The Name of the Lock"
    }


def test_what_was_not_read_through_is_there_without_its_numbers() -> None:
    document = LargeDocument(Stretches(prose().encode(), "utf-8"), encoding="utf-8")
    offset = document.stretches.cut(5).offset
    assert document.paragraph_at(offset + 2_000) is None
    assert document.counted_to == 0
    assert document.block_near(offset + 2_000).number is None
    with pytest.raises(NoSuchPlace, match="was not reached yet"):
        document.paragraph(40)


def test_a_stretch_that_was_read_through_takes_the_place_of_what_was_shown() -> None:
    document = LargeDocument(Stretches(prose().encode(), "utf-8"), encoding="utf-8")
    assert document.text[:12] != "Other words."
    other = plain.parse("Other words.")
    document.receive(pack(other), other.paragraph_count)
    assert document.text[:12] == "Other words."
    assert document.paragraph_at(5) == 1


@pytest.mark.parametrize("left_at", [0, 3])
def test_reading_on_from_where_it_was_left_gives_the_same_numbers(tmp_path: Path, left_at: int) -> None:
    path = tmp_path / "long.txt"
    path.write_text(prose())
    document = open_large(path)
    assert document is not None
    for most in (left_at, document.stretches.count):
        with path.open("rb", buffering=0) as file, ReadingApart(file.fileno(), "utf-8") as apart:
            for number, (packed, paragraphs) in enumerate(apart.stretches()):
                if number == most:
                    apart.stop()
                elif number == document.stretches_read < most:
                    document.receive(packed, paragraphs)
    assert document.paragraph_count == open_path(path).paragraph_count


# In another process ------------------------------------------------------------------------------


def test_apart_it_is_read_as_here_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("# Title of it\n\n" + prose())
    library = tmp_path / "library.sqlite"
    kept = Kept(library, str(path))
    with path.open("rb", buffering=0) as file, ReadingApart(file.fileno(), "utf-8", kept) as apart:
        stretches = list(apart.stretches())
        read = apart.read
        assert read is not None
        apart.finish()
    whole = open_path(path)
    assert sum(paragraphs for _, paragraphs in stretches) == whole.paragraph_count
    assert read.outline.sections == outline_of(whole).sections
    assert read.metadata == whole.metadata
    with Library(library) as books:
        article = books.by_source(str(path))
        assert article is not None
        outline = books.outlines.kept(article.id)
        assert outline
        assert outline.sections == read.outline.sections
        # Who comes back has all of it at once.
        assert from_library(books, article.id).outline.sections == outline.sections
        again = books.document(article.id)
        assert (again.text, again.blocks.columns(), again.digest) == (
            whole.text,
            whole.blocks.columns(),
            whole.digest,
        )


def test_a_process_that_ends_early_is_told_in_one_sentence(tmp_path: Path) -> None:
    with (tmp_path / "a").open("w+b", buffering=0) as file:
        file.write(b"words\n" * 100_000)
        apart = ReadingApart(file.fileno(), "no-such-encoding")
        with apart, pytest.raises(CannotOpen, match=r"^[^\n]+$"):
            list(apart.stretches())


# Bad input ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "cp1252", "gb18030", "utf-8-sig"])
def test_other_encodings_are_read_in_stretches_too(tmp_path: Path, encoding: str) -> None:
    words = "Die Köchin weiß es. " if encoding == "cp1252" else "闸门看守人把水位写进书里。"
    words = "Plain. " + words
    path = tmp_path / "long.txt"
    path.write_bytes("\n\n".join(words * 20 for _ in range(1_500)).encode(encoding))
    large, whole = open_large(path), open_path(path)
    assert large is not None
    assert words.strip() in large.text[:200]
    last = large.block_near(len(large.text))
    assert large.text[last.start : last.end] == (words * 20).strip()
    assert whole.paragraph_count == 1_500


def test_a_file_of_two_encodings_is_read_in_both() -> None:
    data = ("é words. " * 20_000).encode() + b"\n\n" + ("è words. " * 20_000).encode("cp1252")
    text = open_bytes(data, "a.txt")
    assert "è words. è words." in text.text
    assert "é words. é words." in text.text


def test_a_file_that_is_cut_short_meanwhile_ends_there(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(prose())
    document = open_large(path)
    assert document is not None
    os.truncate(path, 40_000)
    end = document.block_near(len(document.text))
    assert 0 <= end.start <= end.end <= len(document.text)
    assert document.text[200_000:200_100]


def test_of_a_file_that_is_cut_to_nothing_meanwhile_the_first_words_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"The river had risen.\n\n" * (70 * STRETCH // 22))
    document = open_large(path)
    assert document is not None
    first = document.block_near(0)
    os.truncate(path, 0)
    assert document.block_near(len(document.text) - 1).end <= len(document.text)
    assert document.block_near(0) == first


@given(st.binary(min_size=1, max_size=400), st.integers(1, 900))
def test_any_bytes_make_stretches_that_fit(data: bytes, times: int) -> None:
    stretches = Stretches(data * (1 + 40_000 // len(data)) + data * times, "utf-8")
    for number in range(stretches.count):
        document = stretches.document(number)
        assert len(document.text) + len(stretches.gap(number + 1)) <= stretches.room(number)
        ends = 0
        for block in document.blocks:
            assert isinstance(block, Block)
            assert ends <= block.start <= block.end <= len(document.text)
            ends = block.end


def test_file_bytes_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(bytes(range(256)) * 10)
    with path.open("rb", buffering=0) as file:
        data = FileBytes(os.dup(file.fileno()))
        assert len(data) == 2_560
        assert data[250:260] == (bytes(range(256)) * 2)[250:260]
        assert data[2_555:9_999] == bytes(range(251, 256))


def test_a_large_book_loads_nothing_of_large_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its first screen would wait for that."""
    path = tmp_path / "book.pdf"
    path.write_bytes(b"%PDF-1.7\n" + b"%" * LARGE)
    monkeypatch.setitem(sys.modules, "corpus.large", None)
    assert open_large(path) is None
