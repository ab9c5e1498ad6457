"""A line of mdoc(7) as words: its macros call each other, and set what follows in faces and brackets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

CLOSING: Final = frozenset((".", ",", ":", ";", ")", "]", "?", "!"))
OPENING: Final = frozenset(("(", "["))
_FACES: Final = {
    **dict.fromkeys(("Cm", "Ic", "Sy", "Fd", "Cd", "Nm"), "B"),
    **dict.fromkeys(("Ar", "Em", "Pa", "Va", "Vt", "Ft", "Fa", "Bsx", "%B", "%J", "%I"), "I"),
    **dict.fromkeys(("Li", "Ev", "Dv", "Er", "Ad", "Hf"), "C"),
    **dict.fromkeys(
        ("No", "An", "Tn", "Ms", "%A", "%T", "%D", "%N", "%O", "%P", "%Q", "%R", "%U", "%V", "%C"), ""
    ),
}
_AROUND: Final = {
    **dict.fromkeys(("Op", "Bq", "Oo", "Bo"), ("[", "]")),
    **dict.fromkeys(("Pq", "Po"), ("(", ")")),
    **dict.fromkeys(("Brq", "Bro"), ("{", "}")),
    **dict.fromkeys(("Aq", "Ao"), ("<", ">")),
    **dict.fromkeys(("Dq", "Do"), ("“", "”")),
    **dict.fromkeys(("Sq", "So", "Ql"), ("‘", "’")),
    **dict.fromkeys(("Qq", "Qo"), ('"', '"')),
    "Xo": ("", ""),
}
_OPEN_ENDED: Final = dict(
    zip("Oo Bo Po Bro Ao Do So Qo Xo".split(), "Oc Bc Pc Brc Ac Dc Sc Qc Xc".split(), strict=True)
)
_CLOSES: Final = {closes: _AROUND[opens][1] for opens, closes in _OPEN_ENDED.items()}
_SYSTEMS: Final = {
    "Fx": "FreeBSD",
    "Nx": "NetBSD",
    "Ox": "OpenBSD",
    "Dx": "DragonFly",
    "Bsx": "BSD/OS",
    "Ux": "UNIX",
}
_STANDARDS: Final = {
    "-ansiC": "ANSI X3.159-1989 (“ANSI C89”)",
    "-isoC": "ISO/IEC 9899:1990 (“ISO C90”)",
    "-isoC-90": "ISO/IEC 9899:1990 (“ISO C90”)",
    "-isoC-99": "ISO/IEC 9899:1999 (“ISO C99”)",
    "-isoC-2011": "ISO/IEC 9899:2011 (“ISO C11”)",
    "-p1003.1": "IEEE Std 1003.1 (“POSIX.1”)",
    "-p1003.1-88": "IEEE Std 1003.1-1988 (“POSIX.1”)",
    "-p1003.1-90": "IEEE Std 1003.1-1990 (“POSIX.1”)",
    "-p1003.1-96": "ISO/IEC 9945-1:1996 (“POSIX.1”)",
    "-p1003.1-2001": "IEEE Std 1003.1-2001 (“POSIX.1”)",
    "-p1003.1-2004": "IEEE Std 1003.1-2004 (“POSIX.1”)",
    "-p1003.1-2008": "IEEE Std 1003.1-2008 (“POSIX.1”)",
    "-p1003.2": "IEEE Std 1003.2 (“POSIX.2”)",
    "-p1003.2-92": "IEEE Std 1003.2-1992 (“POSIX.2”)",
    "-susv2": "Version 2 of the Single UNIX Specification (“SUSv2”)",
    "-susv3": "Version 3 of the Single UNIX Specification (“SUSv3”)",
    "-susv4": "Version 4 of the Single UNIX Specification (“SUSv4”)",
    "-xpg4": "X/Open Portability Guide Issue 4 (“XPG4”)",
    "-svid4": "System V Interface Definition, Fourth Edition (“SVID4”)",
}
_OTHER: Final = frozenset(
    "Fl Ns Ap Pf Xr Sx Lk Mt St Fn In Nd At Bx Ex Rv Lb Sm Ec Eo Ek Es En Fo Fc Bt Ud Ta Os Tg Ux Fx Nx Ox Dx"
    " Bk".split()
)
MACROS: Final = frozenset((*_FACES, *_AROUND, *_CLOSES, *_OTHER))
_ESCAPED_FACE: Final = "\\f{}{}\\fR"


class MdocWords:
    """Writes the words of lines as roff text, with escapes for faces."""

    def __init__(self) -> None:
        self.name = ""
        self.goes_on = False
        self._pieces: list[str] = []
        self._close_up = True
        self._spaced = True
        self._joins = False
        self._open: list[str] = []

    def of(self, tokens: Sequence[str]) -> str:
        """The text of a line; `goes_on` tells that it stands close to what came before."""
        self._pieces, self._close_up = [], True
        self.goes_on = self._joins or tokens[:1] == ["Ns"] or (bool(tokens) and tokens[0] in _CLOSES)
        self._line(list(tokens))
        # What follows "Sm off" is still parted from what stands before it.
        self._joins = not self._spaced and tokens[:1] != ["Sm"]
        return "".join(self._pieces)

    def _put(self, words: str) -> None:
        if not words:
            return
        if not self._close_up and self._spaced:
            self._pieces.append(" ")
        self._pieces.append(words)
        self._close_up = False

    def _close(self, words: str) -> None:
        """Words that stand close to what is before them."""
        self._pieces.append(words)
        self._close_up = False

    def _plain(self, token: str) -> None:
        if token in CLOSING or token == "|" * 2:
            self._close(token)
        elif token in OPENING:
            self._put(token)
            self._close_up = True
        else:
            self._put(token)

    def _line(self, tokens: list[str]) -> None:
        """Not recursive: what an enclosure of one line closes waits on a list."""
        waiting: list[str] = []
        at = 0
        end = len(tokens)
        while end and tokens[end - 1] in CLOSING:
            end -= 1
        while at < end:
            token = tokens[at]
            at += 1
            if token in _AROUND:
                start, close = _AROUND[token]
                if start:
                    self._put(start)
                    self._close_up = True
                if token not in _OPEN_ENDED:
                    waiting.append(close)
            elif token in _CLOSES:
                self._close(_CLOSES[token])
            elif token in _FACES or token in _OTHER:
                at = self._macro(token, tokens, at, end)
            else:
                self._plain(token)
        for close in reversed(waiting):
            self._close(close)
        for token in tokens[end:]:
            self._close(token)

    def _arguments(self, tokens: list[str], at: int, end: int) -> tuple[list[str], int]:
        """The arguments up to the next macro or closing sign."""
        start = at
        while at < end and tokens[at] not in MACROS and tokens[at] not in CLOSING and tokens[at] != "|":
            at += 1
        return tokens[start:at], at

    def _macro(self, name: str, tokens: list[str], at: int, end: int) -> int:
        """Write what a macro makes of its arguments; the place after them."""
        if name == "Ns":
            self._close_up = True
            return at
        if name == "Ap":
            self._close("'")
            self._close_up = True
            return at
        if name == "Pf":
            if at < end:
                self._put(tokens[at])
                self._close_up = True
            return at + 1
        if name == "Sm":
            self._spaced = tokens[at : at + 1] != ["off"]
            return at + 1
        while at < end and tokens[at] in OPENING:
            self._plain(tokens[at])
            at += 1
        arguments, at = self._arguments(tokens, at, end)
        if name == "An" and arguments[:1] in (["-split"], ["-nosplit"]):
            return at
        if name in _FACES:
            self._faced(name, arguments)
        else:
            self._other(name, arguments)
        return at

    def _faced(self, name: str, arguments: list[str]) -> None:
        if not arguments:
            arguments = {"Ar": ["file", "..."], "Nm": [self.name], "Pa": ["~"]}.get(name, [])
        elif name == "Nm" and not self.name:
            self.name = arguments[0]
        face = _FACES[name]
        words = " ".join(arguments)
        self._put(_ESCAPED_FACE.format(face, words) if face and words else words)

    def _other(self, name: str, arguments: list[str]) -> None:
        rest = " ".join(arguments)
        if name == "Fl":
            for argument in arguments or [""]:
                self._put(_ESCAPED_FACE.format("B", f"-{argument}"))
        elif name == "Xr":
            section = f"({arguments[1]})" if len(arguments) > 1 else ""
            self._put(f"{arguments[0]}{section}" if arguments else "")
        elif name == "Lk":
            self._put(f"{' '.join(arguments[1:])}: {arguments[0]}" if len(arguments) > 1 else rest)
        elif name == "Fn":
            inside = ", ".join(_ESCAPED_FACE.format("I", one) for one in arguments[1:])
            self._put(f"\\fB{arguments[0] if arguments else ''}\\fR({inside})")
        elif name == "In":
            self._put(f"<{rest}>")
        elif name == "Nd":
            self._put(f"— {rest}")
        elif name == "St":
            self._put(_STANDARDS.get(arguments[0], rest) if arguments else "")
        elif name in _SYSTEMS:
            self._put(f"{_SYSTEMS[name]} {rest}".strip())
        elif name == "Bx":
            self._put(
                f"{arguments[0]}BSD" + "".join(f"-{one}" for one in arguments[1:]) if arguments else "BSD"
            )
        elif name == "At":
            self._put(_at_and_t(arguments))
        elif name == "Ex":
            self._put(f"The \\fB{self.name}\\fR utility exits 0 on success, and >0 if an error occurs.")
        elif name == "Rv":
            self._put(
                "Upon successful completion, the value 0 is returned; otherwise the value -1 is returned and"
                " the global variable \\fIerrno\\fR is set to indicate the error."
            )
        elif name == "Lb":
            self._put(f"library “{rest}”")
        elif name not in ("Os", "Tg", "Bk", "Ek", "Eo", "Ec", "Es", "En"):
            self._put(rest)


def _at_and_t(arguments: list[str]) -> str:
    version = arguments[0] if arguments else ""
    if version[:1] == "v" and version[1:].isdecimal():
        return f"Version {version[1:]} AT&T UNIX"
    if version[:2] == "V." or version == "V":
        return f"AT&T System {version[:1]}" + (f" Release {version[2:]}" if version[2:] else "") + " UNIX"
    return f"AT&T UNIX {version}".strip()
