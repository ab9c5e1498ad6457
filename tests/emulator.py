"""What a terminal shows, replayed from the bytes that were written to it. Nothing here is timed."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

import pyte
from pyte.modes import IRM

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
_UNKNOWN_CSI: Final = re.compile(r"[<=>].*|.*\$p|\?.*[^hlJK]")
_CUT: Final = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[]PX^_][^\x07\x1b]*\x1b?|[ -/]*)\Z")
_LAYING_OUT: Final = "\b\t\n\r"
_STYLE: Final = re.compile(r"[0-9;]*m")
# Reverse index, save and restore the cursor: the escapes that move where words go.
_MOVING: Final = "M78"


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


class _Screen(pyte.Screen):
    """The emulator's screen, which makes each cell once: most of what is written was written before."""

    def __init__(self, columns: int, lines: int) -> None:
        self._made: dict[Any, dict[str, Any]] = {}
        super().__init__(columns, lines)

    def draw(self, data: str) -> None:
        """Write words; whatever is not plain, and fits in its line, is left to pyte."""
        x, attributes = self.cursor.x, self.cursor.attrs
        end = x + len(data)
        if end > self.columns or not (data.isascii() and data.isprintable()) or IRM in self.mode:
            super().draw(data)
            return
        line = self.buffer[self.cursor.y]
        made = self._made.setdefault(attributes, {})
        for at, character in enumerate(data, x):
            if character not in made:
                made[character] = attributes._replace(data=character)
            line[at] = made[character]
        self.cursor.x = end


class Emulator:
    """A screen of so many columns and lines; `drawing` is true inside a synchronised update."""

    def __init__(self, columns: int, lines: int, drawn: Callable[[], None] | None = None) -> None:
        """`drawn` is called at the end of every synchronised update."""
        self.drawing = False
        self.asked_for_mouse = False
        self._drawn = drawn
        self._screen = _Screen(columns, lines)
        self._styles: dict[tuple[Any, str], Any] = {}
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._cut = ""

    def feed(self, new: bytes) -> None:
        """Show what was written; a sequence that is cut at the end waits for its rest."""
        whole, self._cut = _split(self._cut + self._decoder.decode(new))
        for piece in pieces(whole):
            self.asked_for_mouse |= piece == ("csi", "?1000h")
            if piece.kind == "csi" and piece.characters in ("?2026h", "?2026l"):
                self.drawing = piece.characters == "?2026h"
                if not self.drawing and self._drawn is not None:
                    self._drawn()
            elif piece.kind == "csi" and _STYLE.fullmatch(piece.characters):
                self._style(piece.characters)
            elif piece.kind == "csi" and not _UNKNOWN_CSI.fullmatch(piece.characters):
                self._stream.feed(f"\x1b[{piece.characters}")
            elif piece.kind == "words" or piece.characters in _LAYING_OUT:
                self._stream.feed(piece.characters)
            elif piece.kind == "escape" and piece.characters in _MOVING:
                self._stream.feed(f"\x1b{piece.characters}")

    def _style(self, characters: str) -> None:
        """Colours and weight of what follows: what they make of those before is worked out once."""
        cursor = self._screen.cursor
        change = (cursor.attrs, characters)
        if change not in self._styles:
            self._stream.feed(f"\x1b[{characters}")
            self._styles[change] = cursor.attrs
        cursor.attrs = self._styles[change]

    def resize(self, columns: int, lines: int) -> None:
        """Give the screen another size."""
        self._screen.resize(lines, columns)

    def lines(self) -> list[str]:
        """The lines on the screen, as words."""
        cells = self._screen.buffer
        columns = range(self._screen.columns)
        return ["".join(cells[y][x].data for x in columns).rstrip() for y in range(self._screen.lines)]

    def row(self, y: int) -> list[Any]:
        """The emulator's cells of a line: with colours, weight and reverse."""
        return [self._screen.buffer[y][x] for x in range(self._screen.columns)]

    def picture(self) -> list[list[Any]]:
        """The cells of all lines, to be compared with those at another time."""
        return [self.row(y) for y in range(self._screen.lines)]


def _split(text: str) -> tuple[str, str]:
    """What is whole, and a sequence at the end that may go on."""
    match = _CUT.search(text)
    return (text[: match.start()], match[0]) if match else (text, "")
