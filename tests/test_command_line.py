"""Calling `pincite`: what is read, what is refused, and with which words and exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from unittest.mock import Mock

import pytest

from corpus.errors import PinciteError
from tui.__main__ import main

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Relative paths are the test's own."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def reader(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> list[tuple[str | None, bool]]:
    """A reader that only notes what it was asked to read, on a terminal."""
    asked: list[tuple[str | None, bool]] = []
    app = ModuleType("tui.start")
    app.run = lambda target, *, private, **_: asked.append((target, private)) or 0  # type: ignore[attr-defined,func-returns-value]
    monkeypatch.setitem(sys.modules, "tui.start", app)
    # The object itself is another one in the test than it is here.
    assert capsys
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    return asked


@pytest.mark.parametrize(
    ("args", "asked"),
    [
        ([], (None, False)),
        (["--private"], (None, True)),
        (["notes.md"], ("notes.md", False)),
        (["--private", "notes.md"], ("notes.md", True)),
        (["notes.md", "--private"], ("notes.md", True)),
        (["42"], ("42", False)),
        (["./add"], ("./add", False)),
        (["-"], ("-", False)),
        (["--", "-x"], ("-x", False)),
    ],
)
def test_what_is_no_command_is_read(
    args: list[str],
    asked: tuple[str | None, bool],
    reader: list[tuple[str | None, bool]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    assert main(args) == 0
    assert reader == [asked]


def test_standard_input_without_a_pipe_is_a_sentence(
    reader: list[tuple[str | None, bool]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert main(["-"]) == 1
    assert reader == []
    assert "piped" in one_sentence(capsys)


def test_reading_without_a_terminal_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes.md"]) == 1
    assert "terminal" in one_sentence(capsys)


@pytest.mark.parametrize(
    "args",
    [
        ["serach", "words"],
        ["--nonsense"],
        ["--\x1b[2J\x9b"],
        ["list", "--nonsense"],
        ["list", "extra"],
        ["outline"],
        ["search"],
        ["search", "two", "words"],
        ["search", "word", "--limit", "none"],
        ["search", "word", "--limit", "0"],
        ["cite", "notes.md"],
        ["cite", "notes.md", "--paragraph", "0"],
        ["cite", "notes.md", "--paragraph", "5-3"],
        ["cite", "notes.md", "--paragraph", "\x1b]0;"],
        ["cite", "notes.md", "--paragraph", "1", "--style", "\x9b1m"],
        ["add"],
        ["meta"],
        ["meta", "notes.md", "--set", "title"],
        ["meta", "notes.md", "--set", "colour=red"],
        ["meta", "notes.md", "--swap", "0"],
        ["import"],
    ],
)
def test_a_wrong_call_is_one_sentence_and_status_2(
    args: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(args) == 2
    assert "--help" in one_sentence(capsys)


@pytest.mark.parametrize(
    "args",
    [
        ["outline", "missing.md"],
        ["outline", "."],
        ["outline", "\x1b[31m\x9b\u202e.md"],
        ["cite", "missing.md", "--paragraph", "1"],
        ["search", "word", "--in", "missing.md"],
        ["add", "missing.md"],
    ],
)
def test_a_failed_call_is_one_sentence_and_status_1(
    args: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(args) == 1
    one_sentence(capsys)


def one_sentence(capsys: pytest.CaptureFixture[str]) -> str:
    """What was printed: nothing on standard output, one harmless line on standard error."""
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("pincite: ")
    assert err.endswith("\n")
    assert err[:-1].isprintable()
    return err


@pytest.mark.parametrize(
    ("fault", "status", "said"),
    [
        (PinciteError("It\x1b failed."), 1, "pincite: It␛ failed.\n"),
        (PermissionError(13, "Permission denied", "/a\x9bb"), 1, "pincite: /a␛[b: Permission denied.\n"),
        (OSError("odd"), 1, "pincite: The system said: odd.\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_what_goes_wrong_is_said_without_a_traceback(
    fault: BaseException,
    status: int,
    said: str,
    reader: list[tuple[str | None, bool]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys.modules["tui.start"], "run", Mock(side_effect=fault))
    assert main(["x"]) == status
    assert capsys.readouterr().err == said
    assert reader == []


@pytest.mark.parametrize(
    "args", [["--help"], ["-h"], ["add", "--help"], ["cite", "--help"], ["search", "-h"]]
)
def test_help_is_given(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(args) == 0
    assert "Usage: pincite" in capsys.readouterr().out


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    shown = capsys.readouterr().out
    for name in ("add", "list", "outline", "search", "cite", "doctor"):
        assert f"\n  {name} " in shown


def test_the_version_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("pincite ")


@pytest.fixture
def pincite(home: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Call the program as a shell does, or a piece of Python in its place."""

    def call(*args: str, code: str = "", **more: str) -> subprocess.CompletedProcess[bytes]:
        start = [sys.executable, "-c", code] if code else [sys.executable, "-m", "tui"]
        environment = os.environ | {"PINCITE_HOME": str(home), "PYTHONPATH": str(ROOT)} | more
        return subprocess.run([*start, *args], env=environment, capture_output=True, check=False, timeout=60)

    return call


def test_headless_commands_import_neither_textual_nor_the_reader(
    tmp_path: Path, pincite: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    (tmp_path / "a.md").write_text("# One\n\nThe first paragraph flows.\n")
    code = """if True:
        import sys
        from tui.__main__ import main
        for args in (
            ["add", "a.md"], ["list"], ["outline", "a.md"], ["cite", "a.md", "--paragraph", "1"],
            ["search", "flows"], ["search", "flows", "--in", "a.md"], ["doctor"], ["--help"],
        ):
            assert main(args) == 0, args
        loaded = [name for name in sys.modules if name.partition(".")[0] == "textual" or name == "tui.start"]
        assert not loaded, loaded
    """
    done = pincite(code=code)
    assert done.returncode == 0, done.stderr.decode()


def test_a_reader_that_has_had_enough_is_not_complained_about(tmp_path: Path, home: Path) -> None:
    (tmp_path / "a.md").write_text("".join(f"# Section {number}\n\nWords.\n\n" for number in range(5000)))
    environment = os.environ | {"PINCITE_HOME": str(home), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "outline", "a.md", "--json"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such shell")
def test_closed_streams_are_no_traceback(tmp_path: Path, home: Path) -> None:
    (tmp_path / "a.md").write_text("# One\n\nWords.\n")
    program = f"'{sys.executable}' -m tui"
    script = f"{program} outline a.md >&-; {program} outline - <&-; {program} - <&-; true"
    environment = os.environ | {"PINCITE_HOME": str(home), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["/bin/sh", "-c", script], env=environment, capture_output=True, check=True)
    assert done.stdout == b""
    assert [line[:9] for line in done.stderr.splitlines()] == [b"pincite: "] * 2


def test_a_terminal_without_utf_8_is_served(
    tmp_path: Path, pincite: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    (tmp_path / "a.md").write_text("# 保护 “flows”\n\nWords.\n\n# Two\n\nMore.\n", encoding="utf-8")
    done = pincite("outline", "a.md", "--json", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"\\u4fdd" in done.stdout
    assert pincite("outline", "a.md", PYTHONIOENCODING="ascii").returncode == 0
