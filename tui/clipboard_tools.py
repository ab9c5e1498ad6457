"""The programs of a system that take the clipboard's text, and what they can be believed of."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from typing import Final, Literal, NamedTuple

TOOL_SECONDS: Final = 0.3
"""How long a tool may take before it is ended."""

_BETWEEN: Final = 0.01
"""Seconds between two readings of a clipboard that does not hold the text yet."""

Outcome = Literal["holds it", "took it", "failed", "lied"]
"""What came of giving a tool the text: the clipboard was read back and holds it; the tool said that all
went well, and there is no way to read it back; it failed or hung; it said so, but the clipboard holds
something else."""


class Tool(NamedTuple):
    """A program that takes the clipboard's text on its standard input, in that encoding.

    `paste` is the command that prints what the clipboard holds, empty where there is none that is as
    quick.
    """

    name: str
    command: tuple[str, ...]
    paste: tuple[str, ...] = ()
    encoding: str = "utf-8"


TMUX: Final = Tool("tmux", ("tmux", "load-buffer", "-w", "-"), ("tmux", "show-buffer"))
"""Keeps the text in a buffer, and hands it on to the terminal that tmux runs in."""
TMUX_BUFFER: Final = Tool("tmux’s own buffer", ("tmux", "load-buffer", "-"), ("tmux", "show-buffer"))
"""Before 3.2 tmux has no -w, and keeps the text to itself."""

_ANY_TEXT: Final = "text/plain;charset=utf-8"


def local_tools() -> tuple[Tool, ...]:
    """The tools of this system that reach the reader's clipboard, the best first; none over SSH."""
    environment = os.environ
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return ()
    # clip.exe takes UTF-8 for the console's code page, and copies a byte order mark with the text.
    tools = [Tool("pbcopy", ("pbcopy",), ("pbpaste",)), Tool("clip.exe", ("clip.exe",), (), "utf-16-le")]
    if environment.get("WAYLAND_DISPLAY"):
        # Where a program must have the focus to read the clipboard, reading it would flash a window.
        focus = "gnome" in environment.get("XDG_CURRENT_DESKTOP", "").lower()
        paste = () if focus else ("wl-paste", "--no-newline", "--type", _ANY_TEXT)
        tools.append(Tool("wl-copy", ("wl-copy", "--type", _ANY_TEXT), paste))
    if environment.get("DISPLAY"):
        clipboard = ("xclip", "-selection", "clipboard")
        tools.append(Tool("xclip", clipboard, (*clipboard, "-out", "-target", "UTF8_STRING")))
        tools.append(Tool("xsel", ("xsel", "--clipboard", "--input"), ("xsel", "--clipboard", "--output")))
    return tuple(tool for tool in tools if shutil.which(tool.name))


def inside_tmux() -> bool:
    """Whether this program runs in tmux, and tmux can be asked."""
    return bool(os.environ.get("TMUX")) and shutil.which("tmux") is not None


def tmux_hands_on() -> bool:
    """Whether tmux has a terminal around it that it believes to take a clipboard's text."""
    features = _run(("tmux", "display-message", "-p", "#{client_termfeatures}"), None)
    return features is not None and b"clipboard" in features


def give(tool: Tool, text: str) -> Outcome:
    """Give the text to the tool, and read the clipboard back where that can be done."""
    if _run(tool.command, text.encode(tool.encoding)) is None:
        return "failed"
    if not tool.paste or shutil.which(tool.paste[0]) is None:
        return "took it"
    until = time.monotonic() + TOOL_SECONDS
    while True:
        held = _run(tool.paste, None)
        # Some of them end what they print with a newline.
        if held is not None and held.removesuffix(b"\n") == text.encode():
            return "holds it"
        if time.monotonic() > until:
            return "took it" if held is None else "lied"
        # They say that they are done before they are: what goes on to serve the text comes a moment later.
        time.sleep(_BETWEEN)


def _run(command: tuple[str, ...], given: bytes | None) -> bytes | None:
    """Run a program; what it prints where nothing is given to it; None if it fails or hangs."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL if given is None else subprocess.PIPE,
            # xclip stays in the background to serve the text, and would hold a pipe open for ever.
            stdout=subprocess.PIPE if given is None else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # pbcopy takes the text for Mac Roman where the locale is not UTF-8.
            env=os.environ | {"LC_CTYPE": "UTF-8"} if sys.platform == "darwin" else None,
            start_new_session=True,
        )
    except OSError:
        return None
    try:
        printed, _ = process.communicate(given, timeout=TOOL_SECONDS)
    except subprocess.TimeoutExpired:
        _end(process)
        return None
    return (printed or b"") if process.returncode == 0 else None


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a tool that hangs, and whatever it has started."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
    process.wait()
