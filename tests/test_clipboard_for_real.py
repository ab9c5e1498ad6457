"""The routes with the real programs; skipped where a machine has none of them."""

from __future__ import annotations

import base64
import os
import pty
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui import clipboard_tools
from tui.clipboard import copy

TEXT = "“Protect what flows,” she wrote –\n保护河流."

needs_tmux = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
needs_x = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
needs_wayland = pytest.mark.skipif(
    not all(map(shutil.which, ("sway", "wl-copy", "wl-paste", "setpriv"))),
    reason="sway, wl-clipboard and setpriv are not all installed",
)


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is busy with other tests is given time."""
    monkeypatch.setattr(clipboard_tools, "TOOL_SECONDS", 10.0)


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
@pytest.mark.parametrize("setting", ["external", "on"])
def test_tmux_hands_the_text_to_the_outer_terminal(
    setting: str, tmux: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`external` is how tmux comes, `on` what many are told to set."""
    subprocess.run([*tmux, "set-option", "-g", "set-clipboard", setting], check=True)
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
        receipt = copy(TEXT, terminal=None)
        assert (receipt.route, receipt.confirmed) == ("tmux", True)
        seen = _read_until(outer, base64.b64encode(TEXT.encode()))
        assert b"\x1b]52;" in seen
    finally:
        client.kill()
        client.wait()
        os.close(outer)


@needs_tmux
def test_of_a_terminal_that_takes_no_text_tmux_is_not_believed(
    tmux: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    outer, inner = pty.openpty()
    with monkeypatch.context() as outside:
        outside.delenv("TMUX")
        outside.setenv("TERM", "vt100")
        client = subprocess.Popen([*tmux, "attach"], stdin=inner, stdout=inner, stderr=inner)
    os.close(inner)
    try:
        if not _read_until(outer, b"\x1b["):
            pytest.skip("tmux does not attach to this terminal")
        assert copy(TEXT, terminal=None).route == "tmux’s own buffer, not the terminal’s clipboard"
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
@pytest.mark.parametrize("name", ["xclip", "xsel"])
def test_another_program_pastes_exactly_the_text(
    name: str, locale: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"{name} is not installed")
    monkeypatch.setenv("LC_ALL", locale)
    _leave_only(tmp_path, monkeypatch, {name: program})
    receipt = copy(TEXT, terminal=None)
    assert (receipt.route, receipt.confirmed) == (name, True)
    paste = {"xclip": ["-selection", "clipboard", "-o"], "xsel": ["--clipboard", "--output"]}[name]
    pasted = subprocess.run([program, *paste], capture_output=True, check=True, timeout=10).stdout
    assert pasted.decode() == TEXT


@pytest.fixture
def compositor(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A Wayland compositor without a screen."""
    runtime = Path(tempfile.mkdtemp(prefix="wl"))  # a socket's path is short
    root = os.getuid() == 0
    if root:
        os.chown(runtime, 65_534, 65_534)
    server = subprocess.Popen(
        [
            # It refuses to run as root.
            *(("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") if root else ()),
            *("sway", "--config", "/dev/null"),
        ],
        env={
            **{name: value for name, value in os.environ.items() if name not in ("DISPLAY", "TMUX")},
            "HOME": str(runtime),
            "XDG_RUNTIME_DIR": str(runtime),
            "WLR_BACKENDS": "headless",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "WLR_RENDERER": "pixman",
        },
        cwd=runtime,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-1")
    monkeypatch.delenv("DISPLAY", raising=False)
    until = time.monotonic() + 10
    while subprocess.run(["wl-copy", "--clear"], capture_output=True, check=False).returncode:
        if server.poll() is not None or time.monotonic() > until:
            server.kill()
            pytest.skip("sway does not run here")
    yield
    server.terminate()
    server.wait()
    shutil.rmtree(runtime)


@needs_wayland
@pytest.mark.usefixtures("compositor")
def test_another_program_pastes_exactly_the_text_under_wayland(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # wl-copy has others take the text from its input.
    programs = {name: str(shutil.which(name)) for name in ("wl-copy", "wl-paste", "cat", "rm")}
    _leave_only(tmp_path, monkeypatch, programs)
    receipt = copy(TEXT, terminal=None)
    assert (receipt.route, receipt.confirmed) == ("wl-copy", True)
    pasted = subprocess.run(
        [programs["wl-paste"], "--no-newline"], capture_output=True, check=True, timeout=10
    ).stdout
    assert pasted.decode() == TEXT


def _leave_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, programs: dict[str, str]) -> None:
    """Let nothing be found but these programs."""
    only = tmp_path / "only"
    only.mkdir()
    for name, program in programs.items():
        (only / name).symlink_to(program)
    monkeypatch.setenv("PATH", str(only))
    monkeypatch.delenv("TMUX", raising=False)
