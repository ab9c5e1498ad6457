"""The clipboard: every route a text can take there, and a receipt that tells what really happened.

No route covers all terminals. A tool of the system can be asked what it holds, but is of no use over
SSH, where it would reach the clipboard of the wrong machine. tmux keeps OSC 52 to itself unless it is
told otherwise, and only `tmux load-buffer -w` hands a text on. OSC 52 gets no answer. So a copy is
always kept in a file as well.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from corpus.home import Home
from corpus.sanitiser import clean_line, clean_text
from tui.clipboard_tools import TMUX, TMUX_BUFFER, Tool, give, inside_tmux, local_tools, tmux_hands_on
from tui.private_file import write_privately

OSC52_BYTES: Final = 74_994
"""The longest base64 that terminals take in an OSC 52 sequence (xterm's limit)."""

_OSC52: Final = "OSC 52"

_LONGEST: Final = 4_000_000
"""Characters of a kept copy that are shown again: all clips of a library at once may be long."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a copy.

    `route` names the way it took ("xclip", "tmux", "OSC 52"), and is empty where it took none;
    `trouble` says why, or what was tried in vain before; `confirmed` is true where the clipboard was
    read back and holds it, `asked` where it went to a tool and not to the terminal; `saved` is the file
    that holds the text too, None where it could not be written.
    """

    route: str
    confirmed: bool
    saved: Path | None
    trouble: str = ""
    asked: bool = True

    def sentence(self, thing: str, detail: str) -> str:
        """The line to show; what was copied is called `thing` ("23 words"), `detail` tells more of it."""
        if self.confirmed:
            said = [f"Copied {thing}", detail, self.route]
        elif self.route:
            sent = f"Gave {thing} to {self.route}" if self.asked else f"Sent {thing} by {self.route}"
            said = [f"{sent}, unconfirmed (empty paste? K)", detail, self.trouble]
        elif self.saved is not None:
            said = [f"Not copied: {self.trouble}", f"saved to {shown(self.saved)}"]
        else:
            said = [f"Not copied: {self.trouble}", "nor could it be saved to a file", "K shows it"]
        return " · ".join(part for part in said if part)


def copy(
    text: str, html: str = "", *, terminal: Callable[[str], None] | None, home: Home | None = None
) -> Receipt:
    """Keep a text and send it: see `keep` and `send`. May block for a second: call it in a thread."""
    return send(text, keep(text, html, home or Home.here()), terminal=terminal)


def keep(text: str, html: str, home: Home) -> Path | None:
    """Put a text into the file of the last clip, None where that fails; takes no time.

    `html` is the same with italics and the like, for a file beside it; without it there is none.
    """
    beside = home.last_clip.with_suffix(".html")
    if html:
        _save(ready_to_paste(html), beside)
    else:
        _forget(beside)  # it would be of an earlier copy
    return _save(ready_to_paste(text), home.last_clip)


def kept(file: Path) -> str:
    """The text that `keep` put into the file. Raises OSError, and ValueError where it is no such text."""
    if file.exists() and not file.is_file():
        raise OSError(f"{file} is no regular file")  # a pipe would be waited for
    with file.open(encoding="utf-8") as opened:
        return ready_to_paste(opened.read(_LONGEST))


def send(text: str, saved: Path | None, *, terminal: Callable[[str], None] | None) -> Receipt:
    """Put a text on the clipboard, by the surest routes there are; `saved` is the file that holds it.

    `terminal` writes a sequence to the terminal, None where there is none. May block for a second: call
    it in a thread.
    """
    text = ready_to_paste(text)
    taken, trouble = _give_to_one(local_tools(), text)
    in_tmux, tmux_trouble = _give_to_tmux(text) if inside_tmux() else (_Route(), "")
    routes = [route for route in (taken, in_tmux) if route.name]
    outward = [route for route in routes if route.name != TMUX_BUFFER.name]
    if outward:
        names = " and ".join(route.name for route in routes)
        return Receipt(names, any(route.holds for route in outward), saved)
    sequence = osc52(text)
    trouble = trouble or tmux_trouble
    if terminal is not None and not sequence:
        trouble = " · ".join(filter(None, (trouble, "too long for the terminal’s clipboard")))
    sent = terminal is not None and bool(sequence) and _write(terminal, sequence)
    if routes:
        # This tmux cannot hand a text on, and whether it lets OSC 52 through is up to its settings.
        beyond = f"{_OSC52} unconfirmed (empty paste? K)" if sent else "not the terminal’s clipboard"
        return Receipt(f"{TMUX_BUFFER.name}, {beyond}", confirmed=in_tmux.holds, saved=saved)
    if sent:
        return Receipt(_OSC52, confirmed=False, saved=saved, trouble=trouble, asked=False)
    return Receipt("", confirmed=False, saved=saved, trouble=trouble or "no clipboard route")


class _Route(NamedTuple):
    """A tool that took the text, empty if none did, and whether it was seen to hold it."""

    name: str = ""
    holds: bool = False


def _give_to_one(tools: Iterable[Tool], text: str) -> tuple[_Route, str]:
    """Give the text to the first tool that takes it; the trouble with those that did not."""
    trouble = ""
    for tool in tools:
        outcome = give(tool, text)
        if outcome in ("holds it", "took it"):
            return _Route(tool.name, outcome == "holds it"), trouble
        said = "failed" if outcome == "failed" else "took it, but the clipboard does not hold it"
        trouble = f"{tool.name} {said}"
    return _Route(), trouble


def _give_to_tmux(text: str) -> tuple[_Route, str]:
    """Give the text to tmux; where it has nowhere to hand it on to, that is its own buffer."""
    taken, trouble = _give_to_one((TMUX, TMUX_BUFFER), text)
    if taken.name == TMUX.name and not tmux_hands_on():
        taken = taken._replace(name=TMUX_BUFFER.name)
    return taken, trouble


def ready_to_paste(text: str) -> str:
    """The text as it leaves: no control characters, no tabs, no newline at the end.

    A newline, or the end of a bracketed paste, would run what stands before it in a shell.
    """
    return clean_text(text).replace("\t", "  ").rstrip("\n")


def osc52(text: str) -> str:
    """The sequence that asks a terminal to take the text; empty where it is longer than terminals take."""
    encoded = base64.b64encode(text.encode()).decode("ascii")
    return f"\x1b]52;c;{encoded}\x07" if len(encoded) <= OSC52_BYTES else ""


def routes() -> tuple[str, ...]:
    """The names of the routes a copy would take now, in their order; OSC 52 where there is no surer one."""
    names = [tool.name for tool in local_tools()[:1]] + [TMUX.name] * inside_tmux()
    return tuple(names or [_OSC52])


def _write(terminal: Callable[[str], None], sequence: str) -> bool:
    try:
        terminal(sequence)
    except OSError:
        return False
    return True


def _save(text: str, file: Path) -> Path | None:
    try:
        write_privately(file, text)
    except OSError:
        return None
    return file


def _forget(file: Path) -> None:
    # Where it cannot be removed, neither could the text be written, and the receipt tells.
    with suppress(OSError):
        file.unlink(missing_ok=True)


def shown(path: Path) -> str:
    """The path as a reader would write it, harmless."""
    if path.is_relative_to(Path.home()):
        path = Path("~") / path.relative_to(Path.home())
    return clean_line(str(path))
