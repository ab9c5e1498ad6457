"""ZIP archives as they are read: what is in them, and those that are damaged or made to break readers."""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile
from collections.abc import Mapping
from random import Random
from typing import Final

import pytest

from corpus.errors import CannotOpen, PinciteError
from corpus.formats import archive
from corpus.formats.archive import Archive, BadEntry
from corpus.source import Source
from tests.zipping import zipped

WORDS: Final = b"The river rose above the wall. " * 400
FILES: Final = {
    "mimetype": b"application/epub+zip",
    "a/One.txt": WORDS,
    "b.txt": b"",
    "c/": b"",
    "d.txt": b"x",
}


def packed(files: Mapping[str, bytes] = FILES, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    return zipped(files, method)


def opened(data: bytes) -> Archive:
    return Archive(Source(data, "book.zip"))


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_files_are_read_by_their_names(method: int) -> None:
    book = opened(packed(method=method))
    assert book.names == ["mimetype", "a/One.txt", "b.txt", "d.txt"]
    assert {name: book.read(name) for name in book.names} == {k: v for k, v in FILES.items() if k != "c/"}
    assert not book.is_cut
    with pytest.raises(KeyError):
        book.read("e.txt")


def test_a_long_file_comes_in_pieces_and_whole() -> None:
    noise = Random(5).randbytes(400_000) + bytes(3_000_000)
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        book = opened(packed({"noise": noise}, method))
        pieces = list(book.chunks("noise"))
        assert b"".join(pieces) == noise
        assert max(map(len, pieces)) <= 65_536


def test_a_name_is_found_in_another_case_and_with_other_slashes() -> None:
    book = opened(packed())
    assert book.find("A\\one.TXT") == "a/One.txt"
    assert book.find("../a/One.txt") == book.find("/etc/passwd") == ""


def test_what_stands_before_an_archive_moves_all_of_it() -> None:
    book = opened(b"#!/bin/sh\n" + packed())
    assert book.read("a/One.txt") == WORDS


def test_large_sizes_are_taken_from_the_extra_fields() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book, book.open("one.txt", "w", force_zip64=True) as file:
        file.write(WORDS)
    data = bytearray(out.getvalue())
    at = data.rfind(b"PK\1\2")
    size, name = len(WORDS), b"one.txt"
    extra = struct.pack("<2H2Q", 1, 16, size, size)
    data[at + 20 : at + 28] = b"\xff" * 8
    data[at + 30 : at + 32] = struct.pack("<H", len(extra))
    data[at + 46 + len(name) : at + 46 + len(name)] = extra
    end = data.rfind(b"PK\5\6")
    data[end + 12 : end + 16] = struct.pack("<I", end - at)
    assert opened(bytes(data)).read("one.txt") == WORDS


def test_an_archive_without_its_end_has_what_is_left_of_it() -> None:
    data = packed({"a": WORDS, "b": Random(1).randbytes(9_000), "c": WORDS})
    cut = opened(data[: data.index(b"PK\3\4", data.index(b"PK\3\4", 4) + 4) - 100])
    assert cut.is_cut
    assert cut.read("a") == WORDS
    with pytest.raises(BadEntry, match="b in it is damaged"):
        cut.read("b")
    assert len(b"".join(_until_damaged(cut, "b"))) > 8_000


def _until_damaged(book: Archive, name: str) -> list[bytes]:
    chunks, pieces = book.chunks(name), []
    with contextlib.suppress(BadEntry):
        for piece in chunks:
            pieces.append(piece)  # noqa: PERF402 # those before the error are wanted
    return pieces


def test_no_archive_at_all_is_said() -> None:
    with pytest.raises(CannotOpen, match=r"^book\.zip is a damaged ZIP archive: get it once more\.$"):
        opened(b"PK\3\4 nothing")


def test_a_locked_file_and_a_rare_packing_are_said() -> None:
    data = bytearray(packed({"a": WORDS}))
    central = data.rfind(b"PK\1\2")
    data[central + 8] |= 1
    with pytest.raises(BadEntry, match="locked with a password"):
        opened(bytes(data)).read("a")
    with pytest.raises(BadEntry, match="not read here"):
        opened(packed({"a": WORDS}, zipfile.ZIP_LZMA)).read("a")


def test_a_bomb_stays_shut(monkeypatch: pytest.MonkeyPatch) -> None:
    chunks = opened(packed({"a": bytes(9_000_000)})).chunks("a")
    with pytest.raises(CannotOpen, match="200 times its size"):
        sum(map(len, chunks))
    monkeypatch.setattr(archive, "MOST", 30_000)
    book = opened(packed())
    book.read("a/One.txt")
    book.read("a/One.txt")
    with pytest.raises(CannotOpen, match="unpacks to more than"):
        book.read("a/One.txt")


def test_what_a_file_says_of_its_own_size_is_not_believed() -> None:
    data = bytearray(packed({"a": bytes(9_000_000)}))
    for at in (22, data.rfind(b"PK\1\2") + 24):
        data[at : at + 4] = struct.pack("<I", 5)
    with pytest.raises(CannotOpen, match="200 times its size"):
        opened(bytes(data)).read("a")
    with pytest.raises(BadEntry, match="longer than 0 MB"):
        opened(packed()).read("a/One.txt", most=100)


def test_a_directory_without_end_stays_shut() -> None:
    data = bytearray(packed())
    end = data.rfind(b"PK\5\6")
    data[end + 10 : end + 12] = struct.pack("<H", 0xFFFF)
    with pytest.raises(CannotOpen, match="more than 20,000 files"):
        opened(bytes(data))


def test_whatever_is_damaged_ends_in_a_sentence() -> None:
    whole, chance = packed(), Random(8)
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with contextlib.suppress(PinciteError):
            book = opened(bytes(data[: chance.randint(10, len(data))]))
            for name in book.names:
                with contextlib.suppress(BadEntry):
                    book.read(name)
