"""Bad input, by the real command line on a real terminal: one sentence, or a page that still works."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Final

import pytest

from corpus.home import Home
from corpus.index import Index
from corpus.library import Library
from corpus.library.taking_in import take_in
from tests.reading import HEADLESS, STRUCTURED, write

pytest.importorskip("pyte", reason="pyte is not installed")
if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from tests.emulator import pieces
from tests.terminal import Terminal

LARGE: Final = 2_000_000
"""Bytes of the large files: eight times as many as a text may have that is read at once."""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return write(tmp_path, "flood.txt", HEADLESS)


@pytest.fixture
def bound(tmp_path: Path) -> None:
    """Skip where permissions hold nobody back, whatever is tried."""
    secret = write(tmp_path, "secret", "words")
    secret.chmod(0)
    with Terminal(secret, program=("cat",), bound=True) as terminal:
        if terminal.status() == 0 or "cannot be held" in terminal.text:
            pytest.skip("this user may read and write everything")


def refused(tmp_path: Path, *arguments: str | Path, status: int = 1, bound: bool = False) -> str:
    """What is said of it: one sentence on standard error; the terminal was asked for its colour at most."""
    errors = tmp_path / "errors"
    with Terminal(*arguments, errors=errors, bound=bound) as terminal:
        assert terminal.status() == status
        assert terminal.modes() == terminal.before
    assert terminal.text in ("", "\x1b]11;?\x1b\\\x1b[c")
    said = errors.read_text("utf-8")
    assert re.fullmatch(r"pincite: [^\n]+\.\n", said)
    assert "Traceback" not in said
    return said


def read_to_the_end(terminal: Terminal, *words: str) -> None:
    """Reading works: the words are shown, G goes to the end, q leaves."""
    terminal.until(*words)
    terminal.press("G")
    terminal.until("100 %")
    terminal.press("q")
    assert terminal.status() == 0


# What is refused ---------------------------------------------------------------------------------


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert "is empty" in refused(tmp_path, write(tmp_path, "empty.txt", ""))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path, tmp_path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "There is no file" in refused(tmp_path, tmp_path / "gone.txt")


def test_a_wrong_call_is_refused(tmp_path: Path) -> None:
    assert "--help" in refused(tmp_path, "--nonsense", status=2)


@pytest.mark.usefixtures("bound")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, article: Path) -> None:
    article.chmod(0)
    assert "may not be read" in refused(tmp_path, article, bound=True)


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x7fELF\x02\x01", b"\x89PNG\r\n\x1a\n"])
def test_a_binary_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "program.txt"
    path.write_bytes(data)
    assert "Pincite reads plain text, Markdown" in refused(tmp_path, path)


def test_a_fifo_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "fifo"
    os.mkfifo(path)
    assert "not a regular file" in refused(tmp_path, path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no /dev/zero")
def test_an_endless_device_is_refused_at_once(tmp_path: Path) -> None:
    assert "not a regular file" in refused(tmp_path, "/dev/zero")


# What is read nevertheless -----------------------------------------------------------------------


def test_a_large_file_is_read(tmp_path: Path) -> None:
    paragraph = "The river ran on and on past the lock. " * 12 + "\n\n"
    path = write(tmp_path, "large.txt", paragraph * (LARGE // len(paragraph)) + "The last words.")
    with Terminal(path) as terminal:
        terminal.until("h left")  # all of it is read, not its beginning alone
        read_to_the_end(terminal, "The river ran")
        assert "The last words." in terminal.text


def test_a_single_long_line_is_read(tmp_path: Path) -> None:
    with Terminal(write(tmp_path, "line.txt", "river " * (LARGE // 6) + "end.")) as terminal:
        terminal.until("h left")
        read_to_the_end(terminal, "river river")
        assert "end." in terminal.text


def test_bytes_that_are_no_utf_8_are_read(tmp_path: Path) -> None:
    path = tmp_path / "broken.txt"
    path.write_bytes("The words of the river – ".encode() * 40 + b"\xff\xfe\xc3(\xe2\x82 and the end.")
    with Terminal(path) as terminal:
        read_to_the_end(terminal, "The words of the river")


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (300, 100)])
def test_every_size_of_terminal_reads_and_quits(article: Path, size: tuple[int, int]) -> None:
    with Terminal(article, size=size) as terminal:
        terminal.wait(lambda: "\x1b[?2026l" in terminal.text)
        if size == (20, 5):
            terminal.press("G")
            terminal.until("them.")
        terminal.press("q")
        assert terminal.status() == 0


# What is kept is damaged -------------------------------------------------------------------------


@pytest.mark.parametrize("damage", ["truncated", "flipped", "deleted"])
def test_a_damaged_index_is_no_hindrance(article: Path, damage: str) -> None:
    home = Home.here()
    with Library(home.library) as library:
        take_in(library, article)
        Index(home.index).catch_up(library)
    files = [path for path in home.index.iterdir() if path.is_file()]
    assert files
    for path in files:
        data = path.read_bytes()
        if damage == "truncated":
            path.write_bytes(data[: len(data) // 2])
        elif damage == "flipped":
            path.write_bytes(bytes(byte ^ 0x55 for byte in data))
        else:
            path.unlink()
    with Terminal(article) as terminal:
        terminal.until(" %")
        terminal.press("s")
        terminal.wait(terminal.types)
        terminal.press("keepers")
        terminal.until("3 hits")


def test_a_damaged_library_is_said_and_left_alone(article: Path) -> None:
    library = Home.here().library
    library.parent.mkdir(parents=True)
    garbage = b"This is no library at all. " * 400
    library.write_bytes(garbage)
    with Terminal(article, size=(200, 24)) as terminal:
        terminal.until("is damaged; move it away")
        read_to_the_end(terminal, "The river had risen")
    assert library.read_bytes() == garbage
    assert article.read_text("utf-8") == HEADLESS


@pytest.mark.usefixtures("bound")
def test_a_home_that_may_not_be_written_is_said(tmp_path: Path, article: Path) -> None:
    home = tmp_path / "fixed"
    home.mkdir(mode=0o500)
    with Terminal(article, bound=True, size=(200, 24), PINCITE_HOME=str(home)) as terminal:
        terminal.until("cannot be written")
        terminal.press("}y")
        terminal.until("unconfirmed")
        read_to_the_end(terminal, "The river had risen")
    assert list(home.iterdir()) == []


def test_broken_settings_are_said_and_left_alone(article: Path) -> None:
    settings = Home.here().settings
    settings.parent.mkdir(parents=True)
    settings.write_text("theme = [paper\n", encoding="utf-8")
    with Terminal(article, size=(200, 24)) as terminal:
        terminal.until("is not valid TOML")
        read_to_the_end(terminal, "The river had risen")
    assert settings.read_text("utf-8") == "theme = [paper\n"


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("flood.csl.json", '{"title": ', "is no sound JSON"),
        ("flood.bib", "@misc{flood, title={The \x1b]0;MARK\x07Flood}, date={2021-02-31}}", "is no date"),
    ],
)
def test_broken_metadata_beside_an_article_are_said_and_it_is_read(
    article: Path, name: str, text: str, sentence: str
) -> None:
    write(article.parent, name, text)
    with Terminal(article, size=(200, 24)) as terminal:
        terminal.until(sentence)
        read_to_the_end(terminal, "The river had risen")
    assert "\x1b]0;MARK" not in terminal.text


# Terminals that show less ------------------------------------------------------------------------


def looks(terminal: Terminal) -> set[str]:
    """The parameters of all looks (SGR) that were written; of a colour only its first."""
    colour = re.compile(r"([34]8);(?:5;\d+|2;\d+;\d+;\d+)")
    return {
        number
        for kind, characters in pieces(terminal.text)
        if kind == "csi" and characters.endswith("m")
        for number in colour.sub(r"\1", characters[:-1]).split(";")
    }


def test_no_color_leaves_weight_and_reverse(tmp_path: Path) -> None:
    with Terminal(write(tmp_path, "a.md", STRUCTURED), NO_COLOR="1") as terminal:
        terminal.until("On Rivers", " %")
        assert all(cell.bold for cell in terminal.cells("On Rivers"))
        terminal.press("V")
        terminal.until("2 words ·")
        terminal.press("q")
        assert terminal.status() == 0
    assert looks(terminal) <= {"", "0", "1", "2", "3", "4", "7", "9", "39", "49"}
    assert {"1", "7"} <= looks(terminal)


def test_sixteen_colours_still_show_the_words(article: Path) -> None:
    with Terminal(article, TERM="xterm", COLORTERM="") as terminal:
        read_to_the_end(terminal, "The river had risen")
    assert not looks(terminal) & {"38", "48"}
