"""The clipboard: every route a text can take there, and a receipt that tells what really happened.

No route covers all terminals. A tool of the system knows whether it worked, but is of no use over
SSH, where it would reach the clipboard of the wrong machine. tmux keeps OSC 52 to itself unless it is
told otherwise, and only `tmux load-buffer -w` hands a text on. OSC 52 gets no answer. So a copy is
always kept in a file as well.
"""

from __future__ import annotations

import base64
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from corpus.home import Home
from corpus.sanitiser import clean_line, clean_text
from tui.private_file import write_privately

TOOL_SECONDS: Final = 0.3
"""How long a tool may take before it is ended."""
OSC52_BYTES: Final = 74_994
"""The longest base64 that terminals take in an OSC 52 sequence (xterm's limit)."""

_TMUX: Final = "tmux"
_TMUX_BUFFER: Final = "tmux’s own buffer"
_OSC52: Final = "OSC 52"


class Tool(NamedTuple):
    """A program that takes the clipboard's text on its standard input, in that encoding."""

    name: str
    command: tuple[str, ...]
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a copy.

    `route` names the way it took ("xclip", "tmux", "OSC 52"), and is empty where it took none, for
    the reason in `trouble`; `confirmed` is true where a tool said that it worked; `saved` is the file
    that holds the text too, None where it could not be written.
    """

    route: str
    confirmed: bool
    saved: Path | None
    trouble: str = ""

    def sentence(self, words: int, detail: str) -> str:
        """The line to show, for so many words; `detail` says what was copied ("Chicago, third para.")."""
        count = f"{words:,} word{'' if words == 1 else 's'}"
        if self.confirmed:
            said = [f"Copied {count}", detail, self.route]
        elif self.route:
            said = [f"Sent {count} to the terminal ({self.route}, unconfirmed)", detail]
        elif self.saved is not None:
            said = [f"Not copied: {self.trouble}", f"saved to {_shown(self.saved)}"]
        else:
            said = [f"Not copied: {self.trouble}", "nor could it be saved to a file"]
        return " · ".join(part for part in said if part)


def copy(text: str, *, terminal: Callable[[str], None] | None, home: Home | None = None) -> Receipt:
    """Put a text on the clipboard, by the surest routes there are, and into the file of the last clip.

    `terminal` writes a sequence to the terminal, None where there is none. May block for a second:
    call it in a thread.
    """
    text = ready_to_paste(text)
    saved = _save(text, home or Home.here())
    trouble = "no clipboard route"
    routes: list[str] = []
    for tool in local_tools():
        if _run(tool, text):
            routes.append(tool.name)
            break
        trouble = f"{tool.name} failed"
    if inside_tmux() and (tmux := _to_tmux(text)):
        routes.append(tmux)
    if routes and routes != [_TMUX_BUFFER]:
        return Receipt(" and ".join(routes), confirmed=True, saved=saved)
    sequence = osc52(text)
    if terminal is not None and not sequence:
        trouble = "too long for the terminal’s clipboard"
    sent = terminal is not None and bool(sequence) and _write(terminal, sequence)
    if routes:
        # This tmux cannot hand a text on, and whether it lets OSC 52 through is up to its settings.
        outward = f"{_OSC52} unconfirmed" if sent else "not the terminal’s clipboard"
        return Receipt(f"{_TMUX_BUFFER}, {outward}", confirmed=True, saved=saved)
    return Receipt(_OSC52 if sent else "", confirmed=False, saved=saved, trouble="" if sent else trouble)


def ready_to_paste(text: str) -> str:
    """The text as it leaves: no control characters, no tabs, no newline at the end.

    A newline, or the end of a bracketed paste, would run what stands before it in a shell.
    """
    return clean_text(text).replace("\t", "  ").rstrip("\n")


def osc52(text: str) -> str:
    """The sequence that asks a terminal to take the text; empty where it is longer than terminals take."""
    encoded = base64.b64encode(text.encode()).decode("ascii")
    return f"\x1b]52;c;{encoded}\x07" if len(encoded) <= OSC52_BYTES else ""


def local_tools() -> tuple[Tool, ...]:
    """The tools of this system that reach the reader's clipboard, the best first; none over SSH."""
    environment = os.environ
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return ()
    # clip.exe takes UTF-8 for the console's code page, and copies a byte order mark with the text.
    tools = [Tool("pbcopy", ("pbcopy",)), Tool("clip.exe", ("clip.exe",), "utf-16-le")]
    if environment.get("WAYLAND_DISPLAY"):
        tools.append(Tool("wl-copy", ("wl-copy", "--type", "text/plain;charset=utf-8")))
    if environment.get("DISPLAY"):
        tools.append(Tool("xclip", ("xclip", "-selection", "clipboard")))
        tools.append(Tool("xsel", ("xsel", "--clipboard", "--input")))
    return tuple(tool for tool in tools if shutil.which(tool.name))


def inside_tmux() -> bool:
    """Whether this program runs in tmux, and tmux can be asked."""
    return bool(os.environ.get("TMUX")) and shutil.which("tmux") is not None


def routes() -> tuple[str, ...]:
    """The names of the routes a copy would take now, in their order; OSC 52 where there is no surer one."""
    names = [tool.name for tool in local_tools()[:1]] + [_TMUX] * inside_tmux()
    return tuple(names or [_OSC52])


def _to_tmux(text: str) -> str:
    """Hand the text to tmux, and by it to the terminal; the route it took, empty where it took none."""
    if _run(Tool(_TMUX, ("tmux", "load-buffer", "-w", "-")), text):
        return _TMUX
    # Before 3.2 tmux has no -w.
    return _TMUX_BUFFER if _run(Tool(_TMUX, ("tmux", "load-buffer", "-")), text) else ""


def _run(tool: Tool, text: str) -> bool:
    """Give the text to the tool; whether it said in time that all went well."""
    try:
        process = subprocess.Popen(
            tool.command,
            stdin=subprocess.PIPE,
            # xclip stays in the background to serve the text, and would hold a pipe open for ever.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # pbcopy takes the text for Mac Roman where the locale is not UTF-8.
            env=os.environ | {"LC_CTYPE": "UTF-8"} if sys.platform == "darwin" else None,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        process.communicate(text.encode(tool.encoding), timeout=TOOL_SECONDS)
    except subprocess.TimeoutExpired:
        _end(process)
    return process.returncode == 0


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a tool that hangs, and whatever it has started."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    if process.stdin is not None:
        process.stdin.close()
    process.wait()


def _write(terminal: Callable[[str], None], sequence: str) -> bool:
    try:
        terminal(sequence)
    except OSError:
        return False
    return True


def _save(text: str, home: Home) -> Path | None:
    try:
        write_privately(home.last_clip, text)
    except OSError:
        return None
    return home.last_clip


def _shown(path: Path) -> str:
    """The path as a reader would write it, harmless."""
    if path.is_relative_to(Path.home()):
        path = Path("~") / path.relative_to(Path.home())
    return clean_line(str(path))
