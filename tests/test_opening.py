from __future__ import annotations

import gzip
import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Document, Kind
from corpus.errors import CannotOpen
from corpus.formats import plain
from corpus.gzipped import uncompressed
from corpus.opening import LARGE, begin_path, open_bytes, open_path, shipped
from corpus.packed.document import pack
from corpus.reading import documents_of, is_plain
from corpus.source import SAMPLE, Source
from tui.commands.articles import article_named
from tui.opening import open_target

SENTENCE = "Some words that are long enough to be read as a paragraph of an article, and nothing else."


def refused(path: Path) -> str:
    with pytest.raises(CannotOpen) as fault:
        open_path(path)
    sentence = str(fault.value)
    assert "\n" not in sentence
    assert "\x1b" not in sentence
    return sentence


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    assert "There is no file" in refused(tmp_path / "gone\x1b[31m.txt")


def test_a_folder_is_said(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)


@pytest.mark.parametrize("data", [b"", b" \n\n\t"])
def test_an_empty_file_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(data)
    assert "is empty" in refused(path)


def test_a_fifo_is_refused_without_waiting_for_its_writer(tmp_path: Path) -> None:
    path = tmp_path / "fifo"
    os.mkfifo(path)
    assert "not a regular file" in refused(path)


def test_an_endless_device_is_refused() -> None:
    assert "not a regular file" in refused(Path("/dev/zero"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(SENTENCE)
    path.chmod(0)
    assert "may not be read" in refused(path)


def test_a_link_to_itself_is_said(tmp_path: Path) -> None:
    path = tmp_path / "loop"
    path.symlink_to(path)
    assert "leads back to itself" in refused(path)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG \xff\xff", "picture"),
        (b"PK\x03\x04 and more", "ZIP"),
        (b"\x00\x01\x02\x03" * 400, "binary"),
        (b"{\\rtf1 Words of it.}", "Rich Text: save it as"),
    ],
    ids=["picture", "zip", "zeros", "rich text"],
)
def test_a_binary_file_is_said(data: bytes, what: str) -> None:
    with pytest.raises(CannotOpen, match=what):
        open_bytes(data, "thing")


@pytest.mark.parametrize(
    ("name", "text", "format"),
    [
        ("a.txt", SENTENCE, "text"),
        ("a.md", SENTENCE, "markdown"),
        ("a.html", f"<p>{SENTENCE}", "html"),
        ("a.html", SENTENCE, "text"),
        ("a.txt", f"<!DOCTYPE html><p>{SENTENCE}", "html"),
        ("a", f"<html><body><p>{SENTENCE}", "html"),
        ("a", f"# Title\n\n{SENTENCE} **Strong**", "markdown"),
        ("a.txt", f"# Title\n\n{SENTENCE} **Strong**", "text"),
        ("", f"Just **one** sign. {SENTENCE}", "text"),
    ],
)
def test_name_and_content_together_tell_the_format(name: str, text: str, format: str) -> None:
    assert open_bytes(text.encode(), name).format == format


def test_a_heading_that_opens_the_article_alone_is_its_title() -> None:
    document = open_bytes(f"# On Rivers\n\n{SENTENCE}\n\n## Banks\n\n{SENTENCE}".encode(), "a.md")
    assert document.metadata.title == "On Rivers"


def test_a_heading_among_equals_is_no_title() -> None:
    document = open_bytes(f"# Rivers\n\n{SENTENCE}\n\n# Banks\n\n{SENTENCE}".encode(), "a.md")
    assert document.metadata.title == ""


def long_text(paragraphs: int) -> str:
    return "\n\n".join(f"Paragraph {n} of it. {SENTENCE} {SENTENCE}\n{SENTENCE}" for n in range(paragraphs))


@pytest.mark.parametrize("name", ["long.html", "long.md"])
def test_the_beginning_of_large_markup_reads_as_the_whole_does(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    text = long_text(6_000)
    path.write_text(text if name == "long.md" else f"<html><body><p>{text.replace(chr(10) * 2, '<p>')}")
    whole = open_path(path)
    beginning, rest = begin_path(path)
    assert rest
    with rest:
        *_, read = rest.documents()  # what is no text may come twice
    assert pack(read) == pack(whole)
    assert 0 < len(beginning.blocks) < len(whole.blocks)
    first = beginning.blocks.ends[-2]
    assert whole.text[:first] == beginning.text[:first]


@pytest.mark.parametrize("name", ["short.txt", "short.html"])
def test_other_files_are_read_at_once(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(SENTENCE)
    begun = begin_path(tmp_path / name)
    assert begun.rest is None
    assert pack(begun.document) == pack(open_path(tmp_path / name))


def test_what_is_read_apart_is_what_is_read_here(tmp_path: Path) -> None:
    path = tmp_path / "short.md"
    path.write_text(f"# Title\n\n{long_text(30)}\n\n- an *item*, [linked](#title)")
    assert pack(open_path(path)) == pack(open_bytes(path.read_bytes(), path.name))


def test_the_beginning_of_a_long_markdown_is_that_of_the_whole() -> None:
    links = "See [the moon][m], [Ibid.][n] and the note[^1]; ï words that follow it" + " on" * 4_000
    text = "\n\n".join(
        ("---\ntitle: On Tides\n---", *[links] * 24, "[m]: http://a.org\n[n]: b", "[^1]: Ibid.")
    )
    beginning, whole = documents_of(Source(text.encode(), "long.md", at_once=False))
    assert whole.text.startswith(beginning.text)
    assert 10_000 < len(beginning.text) < len(whole.text)
    assert beginning.metadata == whole.metadata


@pytest.mark.parametrize("opening", ["```", "<!-- "])
def test_an_address_that_stands_in_code_is_no_link_of_a_beginning(opening: str) -> None:
    closed = "Words of [a place][1].\n\n```\nx\n```\n\n" + "More words.\n\n" * 25_000
    text = f"{closed}{opening}\n\n[1]: https://example.org/\n"
    beginning, whole = documents_of(Source(text.encode(), "long.md", at_once=False))
    assert whole.text.startswith(beginning.text)


def test_a_page_that_is_one_line_of_tags_is_told_by_its_beginning() -> None:
    page = "<!doctype html><title>漢</title>" + "<p>漢字</p>" * 20_000
    source = Source(page.encode(), "page")
    beginning = source.beginning().text
    assert (page.startswith(beginning), 2 * len(beginning.encode()) > SAMPLE) == (True, True)
    assert not is_plain(source)


class Endless(io.RawIOBase):
    """A pipe into which somebody writes for ever; asked for more than `most`, it fails."""

    def __init__(self, most: int) -> None:
        self._left = most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # typeshed asks for any buffer
        assert self._left > 0, "It is read without end."
        self._left -= len(buffer)
        buffer[:] = b"word " * (len(buffer) // 5) + b" " * (len(buffer) % 5)
        return len(buffer)


@pytest.mark.parametrize("open_input", [lambda: open_target("-", None), lambda: article_named("-")])
def test_a_pipe_that_never_ends_is_refused(
    open_input: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.file_bytes.MOST_BYTES", 100_000)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(Endless(1_000_000))))
    with pytest.raises(CannotOpen, match="longer than"):
        open_input()


def test_a_large_text_in_gzip_is_read_as_it_is_outside(tmp_path: Path) -> None:
    path = tmp_path / "long.txt.gz"
    text = long_text(1_200).encode()
    assert len(text) > LARGE
    path.write_bytes(gzip.compress(text))
    inside = open_bytes(text, "long.txt")
    assert pack(open_path(path)._replace(digest="")) == pack(inside._replace(digest=""))


@given(st.lists(st.binary(max_size=200_000), min_size=1, max_size=4), st.sampled_from([b"", b"\0" * 512]))
@settings(max_examples=25)
def test_all_parts_of_a_gzip_file_are_read(parts: list[bytes], tape: bytes) -> None:
    packed = b"".join(map(gzip.compress, parts)) + tape
    assert uncompressed(Source(packed, "x.txt.gz")) == (Source(b"".join(parts), "x.txt"), False)


def test_the_end_of_a_gzip_file_that_is_missing_is_said() -> None:
    text = long_text(200).encode()
    cut = open_bytes(gzip.compress(text, mtime=0)[:-100], "long.txt.gz")
    assert cut.fault == "The end of the file is missing or damaged: what came before it was read."
    assert text.decode().startswith(cut.text[:100])
    assert open_bytes(gzip.compress(text), "long.txt.gz").fault == ""
    with pytest.raises(CannotOpen, match="damaged: get it once more"):
        open_bytes(b"\x1f\x8b\x08" + b"\xff" * 100, "x.gz")


def test_what_goes_wrong_apart_is_said_here(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<div>" * 3_000)
    with pytest.raises(CannotOpen, match="nested more than"):
        open_path(path)


def test_a_bottomless_page_is_refused_at_once() -> None:
    with pytest.raises(CannotOpen, match="nested"):
        open_bytes(b"<html>" + b"<div>" * 200_000, "deep.html")


@pytest.mark.parametrize("name", ["six-part-roadmap.txt", "six-part-roadmap.zh.txt", "tour.md"])
def test_what_ships_opens(name: str) -> None:
    document = shipped(name)
    assert document.paragraph_count >= 8
    assert len(document.digest) == 64


def test_the_article_that_ships_has_no_heading_and_an_uncounted_note() -> None:
    document = shipped()
    assert document.blocks[0].kind is Kind.NOTE
    assert document.blocks[0].number is None
    assert not any(block.kind is Kind.HEADING for block in document.blocks)


def test_a_beginning_is_not_held_back_until_the_whole_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def parse(text: str) -> Document:
        read.append(text)
        return plain.parse(text[:1_000])

    monkeypatch.setattr("corpus.reading.parser_of", lambda _: parse)
    monkeypatch.setattr("corpus.reading.beginner_of", lambda _: parse)
    source = Source(long_text(2_000).encode(), "a.md", at_once=False)
    documents = documents_of(source)
    assert next(documents).digest == ""
    assert len(read) == 1
    assert [bool(document.digest) for document in documents] == [True]
    assert len(list(documents_of(source._replace(at_once=True)))) == 1


@pytest.mark.parametrize(("format", "texts"), [("pdf", "1 2 3 3"), ("html", "1 3")])
def test_of_what_grows_every_beginning_is_shown(
    monkeypatch: pytest.MonkeyPatch, format: str, texts: str
) -> None:
    monkeypatch.setattr("corpus.reading._told_format", lambda _: format)
    monkeypatch.setattr("corpus.reading.reader_of", lambda _: lambda _: map(plain.parse, "123"))
    source = Source(b" " * LARGE, at_once=False)
    assert " ".join(document.text for document in documents_of(source)) == texts


@pytest.mark.parametrize("sign", ["> ", "- "])
def test_markdown_that_is_nested_deep_is_kept_or_said_to_be_left_out(sign: str) -> None:
    indent = " " * len(sign) if sign == "- " else sign
    lines = "".join(f"{indent * depth}{sign}words{depth}\n{indent * depth}\n" for depth in range(40))
    document = open_bytes(f"{lines}\nThe end.\n".encode(), "deep.md")
    assert document.text.split()[-1] == "end."
    assert all(f"words{depth}" in document.text for depth in range(40))
    assert document.fault == ""
    assert "missing" in open_bytes(f"{'> ' * 200}words\n\nThe end.\n".encode(), "deep.md").fault
