from __future__ import annotations

import base64
import os
import select
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.home import Home
from tui import clipboard, clipboard_tools
from tui.clipboard import Receipt, copy, osc52, ready_to_paste, routes
from tui.clipboard_tools import local_tools

TEXT = "“Protect what flows,” she wrote – 保护河流."


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without any tool; the directory where its tools would be."""
    tools = tmp_path / "bin"
    tools.mkdir()
    monkeypatch.setenv("PATH", str(tools))
    monkeypatch.setattr(clipboard_tools, "TOOL_SECONDS", 10.0)
    return tools


@pytest.fixture
def tool(bare: Path) -> Callable[[str, str], Path]:
    """Install a tool that does as this shell script says; the file it may write to."""

    def install(name: str, script: str) -> Path:
        record = bare / f"{name}.record"
        program = bare / name
        program.write_text(f"#!/bin/sh\n{script}\n".replace("RECORD", f"'{record}'"))
        program.chmod(0o700)
        return record

    return install


RECORDS = "/bin/cat > RECORD"
PRINTS = "/bin/cat '{}'"
FAILS = "/bin/cat > /dev/null; exit 1"


def test_without_any_route_the_text_is_in_the_file_and_the_receipt_says_so() -> None:
    receipt = copy(TEXT, terminal=None)
    kept = Home.here().last_clip
    assert receipt == Receipt("", confirmed=False, saved=kept, trouble="no clipboard route")
    assert kept.read_text(encoding="utf-8") == TEXT
    assert receipt.sentence("5 words", "Chicago").startswith("Not copied: no clipboard route · saved to ")
    assert receipt.sentence("5 words", "Chicago").endswith("/last-clip.txt")


def test_the_file_is_the_readers_own() -> None:
    copy("first", terminal=None)
    copy("second", terminal=None)
    kept = Home.here().last_clip
    assert kept.read_text() == "second"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.parent.stat().st_mode & 0o777 == 0o700
    assert [file.name for file in kept.parent.iterdir() if "clip" in file.name] == [kept.name]


def test_where_even_the_file_fails_the_receipt_says_so(home: Path) -> None:
    home.write_text("a file where a directory should be")
    receipt = copy(TEXT, terminal=None)
    assert receipt.saved is None
    assert receipt.sentence("5 words", "") == (
        "Not copied: no clipboard route · nor could it be saved to a file · K shows it"
    )


def test_a_tool_that_holds_the_text_is_named_and_nothing_is_sent_to_the_terminal(
    tool: Callable[[str, str], Path],
) -> None:
    record = tool("pbcopy", RECORDS)
    tool("pbpaste", PRINTS.format(record))
    sent: list[str] = []
    receipt = copy(TEXT, terminal=sent.append)
    assert record.read_text(encoding="utf-8") == TEXT
    assert (receipt.route, receipt.confirmed, sent) == ("pbcopy", True, [])
    assert (
        receipt.sentence("1 word", "Chicago, third para.") == "Copied 1 word · Chicago, third para. · pbcopy"
    )
    assert receipt.sentence("1,234 words", "") == "Copied 1,234 words · pbcopy"


@pytest.mark.parametrize("pastes", ["", FAILS], ids=["nothing to read it back with", "reading back fails"])
def test_what_cannot_be_read_back_is_unconfirmed(
    pastes: str, tool: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard_tools, "TOOL_SECONDS", 0.5)
    tool("pbcopy", RECORDS)
    if pastes:
        tool("pbpaste", pastes)
    receipt = copy(TEXT, terminal=None)
    assert (receipt.route, receipt.confirmed) == ("pbcopy", False)
    assert (
        receipt.sentence("23 words", "MLA") == "Gave 23 words to pbcopy, unconfirmed (empty paste? K) · MLA"
    )


def test_a_tool_that_lies_is_not_taken_for_a_copy(
    tool: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard_tools, "TOOL_SECONDS", 0.5)
    tool("pbcopy", "/bin/cat > /dev/null")
    tool("pbpaste", "echo something else")
    receipt = copy(TEXT, terminal=None)
    assert (receipt.route, receipt.confirmed) == ("", False)
    assert receipt.sentence("1 word", "").startswith(
        "Not copied: pbcopy took it, but the clipboard does not hold it · saved to "
    )


def test_what_was_tried_in_vain_is_said_of_what_went_to_the_terminal(
    tool: Callable[[str, str], Path],
) -> None:
    tool("pbcopy", FAILS)
    sent: list[str] = []
    receipt = copy(TEXT, terminal=sent.append)
    assert (receipt.route, sent) == ("OSC 52", [osc52(TEXT)])
    assert receipt.sentence("it", "MLA").endswith(" · MLA · pbcopy failed")
    long = copy("long " * 20_000, terminal=sent.append)
    assert long.trouble == "pbcopy failed · too long for the terminal’s clipboard"


def test_after_a_tool_that_lies_the_next_is_asked(
    tool: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard_tools, "TOOL_SECONDS", 0.5)
    monkeypatch.setenv("DISPLAY", ":0")
    tool("xclip", 'case "$*" in *-out*) echo old;; *) exec /bin/cat > /dev/null;; esac')
    tool("xsel", 'case "$*" in *--output*) exec /bin/cat RECORD;; *) exec /bin/cat > RECORD;; esac')
    receipt = copy(TEXT, terminal=None)
    assert (receipt.route, receipt.confirmed) == ("xsel", True)


def test_the_flavour_of_an_earlier_copy_is_not_left_beside_the_text() -> None:
    copy("Water", "<em>Water</em>", terminal=None)
    copy("Wind", terminal=None)
    assert not Home.here().last_clip.with_suffix(".html").exists()


def test_the_flavour_with_italics_is_kept_beside_the_text() -> None:
    copy(TEXT, "<em>Water</em>\x1b[2J", terminal=None)
    assert Home.here().last_clip.with_suffix(".html").read_text() == "<em>Water</em>␛[2J"


def test_windows_takes_utf_16(tool: Callable[[str, str], Path]) -> None:
    record = tool("clip.exe", RECORDS)
    assert copy(TEXT, terminal=None).route == "clip.exe"
    assert record.read_bytes().decode("utf-16-le") == TEXT


def test_where_the_first_tool_fails_the_next_is_asked(
    tool: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setattr(clipboard_tools, "TOOL_SECONDS", 0.5)
    monkeypatch.setenv("DISPLAY", ":0")
    tool("wl-copy", FAILS)
    record = tool("xclip", 'case "$*" in *-out*) exit 1;; *) exec /bin/cat > RECORD;; esac')
    assert copy(TEXT, terminal=None).route == "xclip"
    assert record.read_text(encoding="utf-8") == TEXT


def test_a_failed_tool_is_not_taken_for_a_copy(tool: Callable[[str, str], Path]) -> None:
    tool("pbcopy", FAILS)
    receipt = copy(TEXT, terminal=None)
    assert (receipt.route, receipt.confirmed, receipt.trouble) == ("", False, "pbcopy failed")


def test_a_tool_that_cannot_be_started_is_not_taken_for_a_copy(bare: Path) -> None:
    (bare / "pbcopy").write_text("#!/no/such/interpreter\n")
    (bare / "pbcopy").chmod(0o700)
    assert not copy(TEXT, terminal=None).route


@pytest.mark.parametrize("length", [5, 300_000], ids=["short", "longer than a pipe holds"])
def test_a_tool_that_hangs_is_ended_with_all_it_started(
    length: int, tool: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard_tools, "TOOL_SECONDS", 0.5)
    record = tool("pbcopy", "exec 3> RECORD; echo here >&3; /bin/sleep 600 & wait")
    os.mkfifo(record)
    reader = os.open(record, os.O_RDONLY | os.O_NONBLOCK)
    assert not copy("a" * length, terminal=None).route
    assert os.read(reader, 99) == b"here\n"
    # It ends when nobody holds the other end any more, neither the tool nor its child.
    assert select.select([reader], [], [], 10)[0]
    assert os.read(reader, 99) == b""
    os.close(reader)


def test_what_a_tool_prints_is_not_waited_for(tool: Callable[[str, str], Path]) -> None:
    record = tool("pbcopy", "/bin/cat > RECORD; (/bin/sleep 2; echo late) & echo noise")
    assert copy(TEXT, terminal=None).route == "pbcopy"
    assert record.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_ssh_no_local_tool_is_asked(
    variable: str, tool: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    record = tool("pbcopy", RECORDS)
    monkeypatch.setenv(variable, "somewhere")
    sent: list[str] = []
    receipt = copy(TEXT, terminal=sent.append)
    assert not record.exists()
    assert (receipt.route, sent) == ("OSC 52", [osc52(TEXT)])
    assert receipt.sentence("23 words", "MLA") == (
        "Sent 23 words by OSC 52, unconfirmed (empty paste? K) · MLA"
    )


def test_a_tool_of_x_or_wayland_needs_its_display(
    tool: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("wl-copy", "xclip", "xsel"):
        tool(name, RECORDS)
    assert (local_tools(), routes()) == ((), ("OSC 52",))
    monkeypatch.setenv("DISPLAY", ":0")
    assert [found.name for found in local_tools()] == ["xclip", "xsel"]
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert routes() == ("wl-copy",)


TMUX = """
case "$1 $2" in
    "load-buffer -w") OLD echo "$*" > RECORD.call; exec /bin/cat > RECORD;;
    "load-buffer -") exec /bin/cat > RECORD;;
    "show-buffer ") exec /bin/cat RECORD;;
    "display-message -p") echo "FEATURES";;
esac
"""


def test_in_tmux_the_text_goes_to_tmux_as_well(
    tool: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    tool("pbcopy", RECORDS)
    record = tool("tmux", TMUX.replace("OLD", "").replace("FEATURES", "256,clipboard,title"))
    monkeypatch.setenv("TMUX", "/somewhere,1,0")
    receipt = copy(TEXT, terminal=None)
    assert (receipt.route, receipt.confirmed) == ("pbcopy and tmux", True)
    assert record.read_text() == TEXT
    assert routes() == ("pbcopy", "tmux")


@pytest.mark.parametrize(
    ("old", "features"),
    [("exit 1;", "clipboard"), ("", "256,title")],
    ids=["too old to hand a text on", "in a terminal that takes none"],
)
def test_where_tmux_cannot_hand_it_on_the_receipt_says_so(
    old: str, features: str, tool: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    record = tool("tmux", TMUX.replace("OLD", old).replace("FEATURES", features))
    monkeypatch.setenv("TMUX", "/somewhere,1,0")
    receipt = copy(TEXT, terminal=None)
    assert record.read_text(encoding="utf-8") == TEXT
    expected = "Copied 2 words · tmux’s own buffer, not the terminal’s clipboard"
    assert receipt.sentence("2 words", "") == expected
    sent: list[str] = []
    receipt = copy(TEXT, terminal=sent.append)
    assert sent == [osc52(TEXT)]
    assert receipt.sentence("2 words", "") == (
        "Copied 2 words · tmux’s own buffer, OSC 52 unconfirmed (empty paste? K)"
    )


def test_a_text_too_long_for_the_terminal_is_not_sent() -> None:
    longest = "a" * (clipboard.OSC52_BYTES // 4 * 3)
    assert osc52(longest)
    sent: list[str] = []
    receipt = copy(longest + "a", terminal=sent.append)
    assert (receipt.route, sent) == ("", [])
    assert "too long" in receipt.sentence("1 word", "")


def test_a_terminal_that_is_gone_is_no_route() -> None:
    def gone(_sequence: str) -> None:
        raise BrokenPipeError

    assert copy(TEXT, terminal=gone).route == ""


@given(st.text())
def test_what_leaves_cannot_drive_a_terminal_or_a_shell(text: str) -> None:
    ready = ready_to_paste(text)
    assert not ready.endswith("\n")
    assert all(character == "\n" or character.isprintable() or ord(character) > 0x9F for character in ready)
    assert ready_to_paste(ready) == ready
    if sequence := osc52(ready):
        assert base64.b64decode(sequence[len("\x1b]52;c;") : -1]).decode() == ready


def test_a_paste_cannot_be_ended_early() -> None:
    assert ready_to_paste("ls\x1b[201~\trm\r\n\n") == "ls␛[201~  rm"
