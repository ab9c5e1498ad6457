"""Pictures taken out of the files of articles, and shown by other programs."""

from __future__ import annotations

import base64
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from corpus.apart import child, pictures, starting
from corpus.apart.frames import BEGINNING, FAILED, WHOLE, write_frame
from corpus.apart.pictures import picture_of
from corpus.apart.wanted import Wanted
from corpus.document import Inline
from corpus.draft import Draft
from corpus.errors import CannotOpen
from corpus.home import Home
from corpus.outline import outline_of
from corpus.pictures import Picture, ending_of, picture_in
from corpus.source import Source
from tests.reading import press, settled, shown, two_lines
from tests.zipping import zipped
from tui import outside
from tui.app import Pincite
from tui.article import OpenArticle
from tui.outside import Opener
from tui.picture_files import PictureFiles, checked_file
from tui.services import Services

PNG: Final = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
JPEG: Final = b"\xff\xd8\xff\xe0" + b"\0" * 20
SCRIPT: Final = b"#!/bin/sh\necho x > /tmp/x\n"


BOOK: Final = (
    b'<?xml version="1.0"?><FictionBook xmlns:l="x"><body><p>Words.</p></body>'
    b'<binary content-type="image/jpeg" id="gate.jpg">'
    + base64.encodebytes(JPEG)
    + b"</binary></FictionBook>"
)
MESSAGE: Final = (
    b"From: Ana\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
    b"Content-Type: text/html\n\n<img src=cid:gate>\n--x\nContent-Type: image/png\nContent-ID: <gate@here>\n"
    b"Content-Location: https://example.org/gate.png\nContent-Transfer-Encoding: base64\n\n"
    + base64.encodebytes(PNG)
    + b"\n--x--\n"
)


@pytest.mark.parametrize(
    ("data", "target", "expected"),
    [
        (zipped({"OEBPS/gate": PNG}), "OEBPS/gate", Picture(PNG, ".png")),
        (BOOK, "gate.jpg", Picture(JPEG, ".jpg")),
        (BOOK, "#gate.jpg", Picture(JPEG, ".jpg")),
        (zipped({"a.fb2": BOOK}), "gate.jpg", Picture(JPEG, ".jpg")),
        (MESSAGE, "cid:gate@here", Picture(PNG, ".png")),
        (MESSAGE, "https://example.org/gate.png", Picture(PNG, ".png")),
    ],
)
def test_is_found_in(data: bytes, target: str, expected: Picture) -> None:
    assert picture_in(Source(data, "a"), target) == expected


@pytest.mark.parametrize(
    ("data", "target"),
    [
        (zipped({"gate": PNG}), "../gate"),
        (zipped({"gate": PNG}), "/etc/passwd"),
        (zipped({"gate": SCRIPT}), "gate"),
        (zipped({"gate": b"<svg onload=x>"}), "gate"),
        (zipped({"gate": b""}), "gate"),
        (BOOK, "lock.jpg"),
        (MESSAGE, "cid:"),
        (b"PK\x03\x04 broken", "gate"),
        (b"Words alone.", "gate"),
    ],
)
def test_what_is_no_picture_is_not_given(data: bytes, target: str) -> None:
    with pytest.raises(CannotOpen):
        picture_in(Source(data, "a"), target)


def test_longer_than_a_picture_may_be() -> None:
    with pytest.raises(CannotOpen):
        picture_in(Source(zipped({"gate": PNG + b"\0" * (33 << 20)}), "a"), "gate")


def test_kinds_are_told_by_their_first_bytes() -> None:
    assert ending_of(b"GIF89a...") == ".gif"
    assert ending_of(b"RIFF\x10\0\0\0WEBPVP8 ") == ".webp"
    assert ending_of(b"RIFF\x10\0\0\0WAVE") == ""
    assert ending_of(b" \x89PNG\r\n\x1a\n") == ""


def test_is_taken_out_by_another_process(tmp_path: Path) -> None:
    book = tmp_path / "book.epub"
    book.write_bytes(zipped({"gate": PNG, "script": SCRIPT}))
    assert picture_of(book, "gate") == Picture(PNG, ".png")
    with pytest.raises(CannotOpen, match="neither PNG"):
        picture_of(book, "script")


@pytest.mark.parametrize(
    "say",
    [
        lambda _: None,
        lambda to: write_frame(to, WHOLE, SCRIPT),
        lambda to: write_frame(to, BEGINNING, PNG),
        lambda to: write_frame(to, FAILED, b""),
        lambda to: os.write(to, b"\1"),
    ],
)
def test_what_takes_it_out_is_not_trusted(
    tmp_path: Path, say: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def lies(_wanted: Wanted, output: int) -> None:
        say(output)
        os._exit(0)

    monkeypatch.setattr(child, "_read", lambda wanted: lies(wanted, child.OUTPUT))
    monkeypatch.setattr(pictures, "start", starting.forked)
    book = tmp_path / "book.epub"
    book.write_bytes(zipped({"gate": PNG}))
    with pytest.raises(CannotOpen, match="could not be got out"):
        picture_of(book, "gate")


class TestFiles:
    def test_are_private_and_gone_with_the_reader(self, tmp_path: Path) -> None:
        files = PictureFiles(tmp_path / "state" / "pictures")
        path = files.keep(Picture(PNG, ".png"))
        assert files.keep(Picture(PNG, ".png")) == path
        assert path.read_bytes() == PNG
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        for folder in (path.parent, path.parent.parent):
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        files.forget()
        assert not path.parent.exists()

    def test_what_a_reader_that_was_killed_left_is_removed(self, tmp_path: Path) -> None:
        above = tmp_path / "pictures"
        (above / "999999999-x").mkdir(parents=True)
        mine = above / f"{os.getpid()}-y"
        mine.mkdir()
        PictureFiles(above).keep(Picture(PNG, ".png"))
        assert not (above / "999999999-x").exists()
        assert mine.exists()

    @pytest.mark.parametrize(
        ("name", "data"), [("a.png", SCRIPT), ("a.desktop", PNG), ("a", PNG), ("a.svg", b"<svg/>")]
    )
    def test_what_is_not_called_or_made_like_a_picture_is_not_opened(
        self, tmp_path: Path, name: str, data: bytes
    ) -> None:
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(CannotOpen):
            checked_file(path)


async def test_is_shown_outside_while_one_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[bytes] = []

    def take(what: str, _by: Opener) -> str:
        given.append(Path(what).read_bytes())
        return ""

    monkeypatch.setattr(outside, "opener", lambda: Opener("viewer", ("viewer",)))
    monkeypatch.setattr(outside, "open_outside", take)
    book = tmp_path / "book.epub"
    book.write_bytes(zipped({"gate": PNG}))
    draft = Draft()
    draft.add("Here is [the gate].", spans=[(8, 18, Inline.PICTURE, "gate")])
    document = draft.document(format="epub")
    services = Services.of(Home.here(), private=True)
    app = Pincite(services, OpenArticle(document, outline_of(document), path=book))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        assert any("This stands for a picture" in line for line in shown(pilot))
        await press(pilot, "enter")
        await settled(pilot)
        assert given == [PNG]
        assert "Opened with viewer" in two_lines(pilot)
        assert list(Home.here().pictures.iterdir())
    assert not list(Home.here().pictures.iterdir())
