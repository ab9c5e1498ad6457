"""A terminal in a test: a program on a pseudo-terminal, every byte that it writes, and what is then seen.

The terminal answers what a terminal is asked, so that a program takes it for one. Nothing here waits a
fixed time: what is waited for is looked for whenever something was written.
"""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import pyte

ROOT: Final = Path(__file__).parent.parent
PINCITE: Final = (sys.executable, "-m", "tui")
WITHOUT_TEXTUAL: Final = (
    sys.executable,
    "-c",
    """if True:
    import sys, threading
    from importlib.machinery import ModuleSpec
    class Never:
        def find_spec(self, name, path=None, target=None):
            return ModuleSpec(name, self) if name == "tui.app" else None
        def create_module(self, spec):
            return None
        def exec_module(self, module):
            threading.Event().wait()
    sys.meta_path.insert(0, Never())
    from tui.__main__ import main
    sys.exit(main())
    """,
)
"""Pincite, in which Textual never comes: what is answered is answered before it."""
ESCAPE: Final = "\x1b"
ENTER: Final = "\r"

PATIENCE: Final = 30.0
"""Seconds after which a program hangs, however busy the machine is."""

# Capabilities of root, by capabilities(7): reading and writing whatever the permissions say.
_OVERRIDE: Final = (1, 2)
# The terminal becomes the program's own here, not between fork and exec: threads may run in a test.
_LAUNCH: Final = """
import ctypes, fcntl, os, sys, termios
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
for capability in sys.argv[1].split():
    if ctypes.CDLL(None).prctl(24, int(capability), 0, 0, 0):  # PR_CAPBSET_DROP
        sys.exit("root cannot be held to permissions here")
os.execvp(sys.argv[2], sys.argv[2:])
"""
_ANSWERS: Final = (
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[\?2048\$p"), b"\x1b[?2048;0$y"),
    (re.compile(rb"\x1b\]10;\?(?:\x07|\x1b\\)"), b"\x1b]10;rgb:dddd/dddd/dddd\x1b\\"),
    (re.compile(rb"\x1b\]11;\?(?:\x07|\x1b\\)"), b"\x1b]11;rgb:1111/1111/1111\x1b\\"),
)
_LONGEST_QUESTION: Final = 16

# ECMA-48 § 5.4 (control sequences) and § 5.6 (control strings); xterm ends a string with BEL, too.
_SEQUENCE: Final = re.compile(
    r"""\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])
    | \x1b(?P<string>[]PX^_][^\x07\x1b]*)(?:\x07|\x1b\\)
    | \x1b(?P<escape>[ -/]*[0-OQ-WYZ`-~])
    | (?P<control>[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff])
    | (?P<words>[^\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+)""",
    re.VERBOSE,
)
# What the emulator does not know, and would show as words.
_UNKNOWN_CSI: Final = re.compile(r"[<=>].*|.*\$p|\?.*u")
_CUT: Final = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[]PX^_][^\x07\x1b]*\x1b?|[ -/]*)\Z")
_LAYING_OUT: Final = "\b\t\n\r"
_FOREIGN: Final = (
    "TEXTUAL",
    "TERM",
    "TMUX",
    "SSH",
    "LINES",
    "COLUMNS",
    "DISPLAY",
    "WAYLAND",
    "COLORTERM",
    "LC_",
)


class Piece(NamedTuple):
    """A piece of what was written: "csi", "string", "escape", "control" or "words", and its characters.

    The characters are those after ESC [ or ESC; a byte that is no UTF-8 is a control.
    """

    kind: str
    characters: str


def pieces(written: str) -> Iterator[Piece]:
    """Take apart what was written to a terminal."""
    for match in _SEQUENCE.finditer(written):
        assert match.lastgroup is not None
        yield Piece(match.lastgroup, match[match.lastgroup])


class Cell(NamedTuple):
    """What is seen in a cell. A blank shows only what is behind it."""

    character: str
    color: str = ""
    background: str = "default"
    bold: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False


Screen = list[list[Cell]]


class Terminal:
    """A program on a terminal of so many columns and lines; used in a `with`, at whose end it is ended.

    `arguments` follow `program`; `more` are changes to the environment. With `piped` the program has
    these bytes on its standard input, with `errors` a file for its standard error, both instead of
    the terminal. With `bound` it must keep to permissions even where it is root's; with `recording` every
    whole screen is kept. A `light` one says that its background is white.
    """

    def __init__(
        self,
        *arguments: str | Path,
        program: Sequence[str] = PINCITE,
        size: tuple[int, int] = (80, 24),
        piped: bytes | None = None,
        errors: Path | None = None,
        bound: bool = False,
        recording: bool = False,
        light: bool = False,
        **more: str,
    ) -> None:
        self._arguments = [*program, *map(str, arguments)]
        self._size = size
        self._piped, self._errors, self._bound = piped, errors, bound
        self._environment = _environment() | more
        self.written = bytearray()
        self._screen = pyte.Screen(*size)
        self._emulator = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._cut = ""
        self._drawing = False
        self._light = light
        self._recording, self._textual = recording, False
        self.by_hand: list[Screen] = []
        """The screens that were painted as a whole before Textual was there."""
        self.by_textual: list[Screen] = []
        """Those that Textual painted as a whole."""

    def __enter__(self) -> Terminal:
        self._outside, self._inside = pty.openpty()
        columns, lines = self._size
        fcntl.ioctl(self._inside, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.before = self.modes()
        capabilities = " ".join(map(str, _OVERRIDE)) if self._bound and os.geteuid() == 0 else ""
        errors = os.open(self._errors, os.O_WRONLY | os.O_CREAT, 0o600) if self._errors else self._inside
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _LAUNCH, capabilities, *self._arguments],
            stdin=self._inside if self._piped is None else subprocess.PIPE,
            stdout=self._inside,
            stderr=errors,
            env=self._environment,
            start_new_session=True,
        )
        if self._errors:
            os.close(errors)
        if self._process.stdin is not None:
            self._process.stdin.write(self._piped or b"")
            self._process.stdin.close()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        os.close(self._inside)
        os.close(self._outside)

    # What a person does --------------------------------------------------------------------------

    def press(self, keys: str) -> None:
        """Type keys, as a terminal sends them."""
        os.write(self._outside, keys.encode())

    def click(self, words: str) -> None:
        """Click on the first cell of words that are on the screen."""
        y, line = next((y, line) for y, line in enumerate(self.lines()) if words in line)
        at = f"{line.index(words) + 1};{y + 1}"
        self.press(f"\x1b[<0;{at}M\x1b[<0;{at}m")

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self._process.send_signal(number)

    # What a person sees --------------------------------------------------------------------------

    def lines(self) -> list[str]:
        """The lines on the screen, as words."""
        columns, lines = self._size
        cells = self._screen.buffer
        return ["".join(cells[y][x].data for x in range(columns)).rstrip() for y in range(lines)]

    def cells(self, words: str) -> list[Any]:
        """The emulator's cells of words that are on the screen: with colours, weight and reverse."""
        y, line = next((y, line) for y, line in enumerate(self.lines()) if words in line)
        return [self._screen.buffer[y][line.index(words) + x] for x in range(len(words))]

    def screen(self) -> Screen:
        """Every cell of the screen, line by line."""
        columns, lines = self._size
        return [[_seen(self._screen.buffer[y][x]) for x in range(columns)] for y in range(lines)]

    @property
    def has_textual(self) -> bool:
        """Whether Textual has taken over: it alone asks for the mouse."""
        return self._textual

    def types(self) -> bool:
        """Whether a field takes what is typed: it shows a cursor, a cell on a ground of its own."""
        for y in range(self._size[1]):
            grounds = [self._screen.buffer[y][x].bg for x in range(self._size[0])]
            if any(
                here not in (left, right)
                for left, here, right in zip(grounds, grounds[1:], grounds[2:], strict=False)
            ):
                return True
        return False

    def modes(self) -> list[Any]:
        """The modes of the terminal’s line, by tcgetattr."""
        return termios.tcgetattr(self._inside)

    @property
    def text(self) -> str:
        """All that was written; bytes that are no UTF-8 are lone surrogates."""
        return self.written.decode("utf-8", "surrogateescape")

    # Waiting -------------------------------------------------------------------------------------

    def wait(self, seen: Callable[[], bool]) -> None:
        """Wait until that is so, looking whenever something was written; fails where it never is."""
        end = time.monotonic() + PATIENCE
        while self._drawing or not seen():
            if not self._read(0.1) and self._process.poll() is not None and not self._read(0) and not seen():
                raise AssertionError(
                    f"The program has ended with {self._process.returncode}:\n{self._seen()}"
                )
            if time.monotonic() > end:
                raise AssertionError(f"It does not come about:\n{self._seen()}")

    def until(self, *words: str) -> None:
        """Wait until these words are on the screen, each of them on one line."""
        self.wait(lambda: all(any(word in line for line in self.lines()) for word in words))

    def gone(self, *words: str) -> None:
        """Wait until none of these words is on the screen."""
        self.wait(lambda: not any(word in line for line in self.lines() for word in words))

    def status(self) -> int:
        """Wait until the program has ended by itself; its exit status, or minus the signal’s number."""
        end = time.monotonic() + PATIENCE
        while self._read(0.1) or self._process.poll() is None:
            if time.monotonic() > end:
                raise AssertionError(f"The program does not end:\n{self._seen()}")
        return int(self._process.returncode)

    def _read(self, seconds: float) -> bool:
        """Take in what was written, and answer what was asked; whether there was anything."""
        if not select.select([self._outside], [], [], seconds)[0]:
            return False
        new = os.read(self._outside, 65_536)
        self.written += new
        self._answer(len(new))
        self._show(self._decoder.decode(new))
        return True

    def _answer(self, fresh: int) -> None:
        """Answer the questions that end in the last so many bytes, in their order."""
        recent = self.written[-fresh - _LONGEST_QUESTION :]
        asked = [
            (match.end(), answer)
            for question, answer in _ANSWERS
            for match in question.finditer(recent)
            if match.end() > len(recent) - fresh
        ]
        for _, answer in sorted(asked):
            os.write(self._outside, answer.replace(b"1111", b"ffff") if self._light else answer)

    def _show(self, new: str) -> None:
        """Hand on to the emulator what is whole, and what it knows."""
        whole, self._cut = _split(self._cut + new)
        for piece in pieces(whole):
            self._textual = self._textual or (piece.kind == "csi" and piece.characters == "?1000h")
            if piece.kind == "csi" and piece.characters in ("?2026h", "?2026l"):
                self._drawing = piece.characters == "?2026h"
                if not self._drawing and self._recording:
                    (self.by_textual if self._textual else self.by_hand).append(self.screen())
            elif piece.kind == "csi" and not _UNKNOWN_CSI.fullmatch(piece.characters):
                self._emulator.feed(f"\x1b[{piece.characters}")
            elif piece.kind == "words" or piece.characters in _LAYING_OUT:
                self._emulator.feed(piece.characters)

    def _seen(self) -> str:
        return "\n".join(self.lines()) + f"\n{bytes(self.written[-300:])!r}"


def _seen(cell: Any) -> Cell:
    if cell.data == " " and not cell.underscore and not cell.reverse:
        return Cell(" ", background=cell.bg)
    return Cell(cell.data, cell.fg, cell.bg, cell.bold, cell.italics, cell.underscore, cell.reverse)


def _split(text: str) -> tuple[str, str]:
    """What is whole, and a sequence at the end that may go on."""
    match = _CUT.search(text)
    return (text[: match.start()], match[0]) if match else (text, "")


def _environment() -> dict[str, str]:
    """The environment of whoever runs the test, without what tells of another terminal."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)}
    return ours | {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        # A clipboard tool of this machine is the clipboard of whoever runs the test.
        "SSH_TTY": "/dev/pts/0",
    }
