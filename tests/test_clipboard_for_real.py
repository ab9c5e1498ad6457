"""The routes with the real programs; skipped where a machine has none of them."""

from __future__ import annotations

import base64
import os
import pty
import select
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui import clipboard
from tui.clipboard import copy

TEXT = "“Protect what flows,” she wrote –\n保护河流."

needs_tmux = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
needs_x = pytest.mark.skipif(
    shutil.which("xclip") is None or shutil.which("Xvfb") is None, reason="xclip and Xvfb are not installed"
)


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is busy with other tests is given time."""
    monkeypatch.setattr(clipboard, "TOOL_SECONDS", 10.0)


@pytest.fixture
def tmux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A tmux server of our own, as if this program ran in it; how to call it."""
    # A socket's path is short: some systems allow 104 bytes.
    socket = Path(os.path.relpath(tmp_path)) / "s"
    call = ["tmux", "-S", str(socket if len(str(socket)) < len(str(tmp_path)) else tmp_path / "s")]
    subprocess.run([*call, "-f", "/dev/null", "new-session", "-d", "exec sleep 600"], check=True)
    monkeypatch.setenv("TMUX", f"{call[2]},0,0")
    yield call
    subprocess.run([*call, "kill-server"], check=False)


@needs_tmux
def test_tmux_holds_exactly_the_text(tmux: list[str]) -> None:
    receipt = copy(TEXT, terminal=None)
    assert receipt.confirmed
    assert receipt.route.startswith("tmux")
    held = subprocess.run([*tmux, "show-buffer"], capture_output=True, check=True).stdout
    assert held.decode() == TEXT


@needs_tmux
def test_tmux_hands_the_text_to_the_outer_terminal(tmux: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    outer, inner = pty.openpty()
    with monkeypatch.context() as outside:
        outside.delenv("TMUX")
        outside.setenv("TERM", "xterm-256color")
        client = subprocess.Popen([*tmux, "attach"], stdin=inner, stdout=inner, stderr=inner)
    os.close(inner)
    try:
        seen = _read_until(outer, b"\x1b[?1049h")
        if not seen:
            pytest.skip("tmux does not attach to this terminal")
        assert copy(TEXT, terminal=None).route == "tmux"
        seen = _read_until(outer, base64.b64encode(TEXT.encode()))
        assert b"\x1b]52;" in seen
    finally:
        client.kill()
        client.wait()
        os.close(outer)


def _read_until(descriptor: int, wanted: bytes) -> bytes:
    """What arrives until `wanted` is in it; empty where it does not come."""
    seen = b""
    while wanted not in seen:
        if not select.select([descriptor], [], [], 5.0)[0]:
            return b""
        try:
            seen += os.read(descriptor, 65_536)
        except OSError:
            return b""
    return seen


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An X server without a screen."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "64x64x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as answer:
        monkeypatch.setenv("DISPLAY", f":{answer.readline().strip()}")
    yield
    server.terminate()
    server.wait()


@needs_x
@pytest.mark.usefixtures("display")
@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_another_program_pastes_exactly_the_text(locale: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert copy(TEXT, terminal=None).route in ("xclip", "xclip and tmux")
    pasted = subprocess.run(
        ["xclip", "-selection", "clipboard", "-o"], capture_output=True, check=True, timeout=10
    ).stdout
    assert pasted.decode() == TEXT
