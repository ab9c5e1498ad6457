r"""The lines of a manual page with roff's own requests carried out: strings, macros, conditions.

Nothing is read but the page itself: `.so` and its like are noted, and not followed. Loops, expansions and
lengths are capped, since a page is a program. Source: groff(7).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from corpus.formats.roff.words import plain
from corpus.progress import tell

_MOST_LINES: Final = 50_000
"""Lines that the macros of a page may write."""
_LINE: Final = 100
"""Characters for which a longer line counts as one more."""
_OFTEN: Final = 64
"""Lines after which it is told how far one is."""
_DEEPEST: Final = 40
_LONGEST: Final = 100_000
_MOST_SAID: Final = 2_000_000
"""Characters that the strings and arguments of a page may write."""
_STRING: Final = re.compile(r"\\\*(?:\[([^\]\s]{0,200})[^\]\n]{0,200}\]|\((..)|(.))")
_REGISTER: Final = re.compile(r"\\n[+-]?(?:\[([^\]\n]{0,200})\]|\((..)|(.))")
_ARGUMENT: Final = re.compile(r"\\+\$(?:\((\d\d)|(\d)|([*@]))")
_COMMENT: Final = re.compile(r"(?<!\\)((?:\\\\)*)\\[\"#].*")
_CONTROL: Final = re.compile(r"[.'][ \t]*(\S{0,60}?)(?=[ \t\\]|$)[ \t]*(.*)")
_WORD: Final = re.compile(r'[ \t]*(?:"((?:[^"]|"")*)(?:"|$)|((?:\\[ \t]|[^ \t])+))')
_BRACES: Final = re.compile(r"\\[{}]")
_NUMBERS: Final = re.compile(r"\(*(-?\d{1,9})[a-z]?\)*(?:(<=|>=|==|=|<|>)\(*(-?\d{1,9})[a-z]?\)*)?[ \t]*")
_REGISTERS: Final = {".g": 1, ".x": 1, ".y": 22, ".l": 78, ".H": 24, ".V": 40, "yr": 0, ".u": 1, ".$": 0}
_SAME: Final = re.compile(r"(\S)(.*?)\1(.*?)\1[ \t]*")
_COMPARED: Final = {
    "<": int.__lt__,
    ">": int.__gt__,
    "<=": int.__le__,
    ">=": int.__ge__,
    "=": int.__eq__,
    "==": int.__eq__,
}


class Line(NamedTuple):
    """A line of text (`name` None), or a macro or request and what stands behind its name."""

    name: str | None
    rest: str

    def arguments(self) -> list[str]:
        """The arguments of a macro, their quotation marks taken off."""
        return arguments_of(self.rest)


def arguments_of(rest: str) -> list[str]:
    """The arguments in what stands behind a macro's name."""
    return [
        match[2] if match[1] is None else match[1].replace('""', '"')
        for match in _WORD.finditer(rest.rstrip())
    ]


def _told(lines: list[str]) -> Iterator[str]:
    """The lines of a page; how far one is is told as they are taken."""
    for number, line in enumerate(lines):
        if not number % _OFTEN:
            tell(number / len(lines))
        yield line


class Requests:
    """Reads the lines of a page; afterwards `not_read` holds the names of the files that it takes in."""

    def __init__(self, text: str) -> None:
        self.not_read: list[str] = []
        self.translated: dict[str, str] = {}
        lines = text.split("\n")
        self._stack: list[Iterator[str]] = [_told(lines)]
        self._strings: dict[str, str] = {"R": "®", "Tm": "™", "lq": "“", "rq": "”"}
        self._macros: dict[str, list[str]] = {}
        self._registers = dict(_REGISTERS)
        self._else: list[bool] = []
        self._left = _MOST_LINES
        self._room = _MOST_SAID

    def lines(self) -> Iterator[Line]:
        """The lines that are not roff's own business."""
        while (raw := self._next()) is not None:
            line = self._interpolated(_COMMENT.sub(r"\1", raw))
            pieces: list[str] = []
            while line.endswith("\\") and not line.endswith("\\\\") and (more := self._next()) is not None:
                pieces.append(line[:-1])
                line = self._interpolated(more)
            yield from self._read("".join((*pieces, line)))

    def verbatim(self, end: str) -> list[str]:
        """The lines up to the macro `end` (".TE"), which is taken, too."""
        lines: list[str] = []
        while (raw := self._next()) is not None and not re.match(rf"[.'][ \t]*{end}\b", raw):
            lines.append(self._interpolated(_COMMENT.sub(r"\1", raw)))
        return lines

    def _next(self) -> str | None:
        while self._stack:
            if self._left <= 0:
                del self._stack[1:]
            line = next(self._stack[-1], None)
            if line is not None:
                if len(self._stack) > 1:
                    self._left -= 1 + len(line) // _LINE
                return line
            self._stack.pop()
        return None

    def _interpolated(self, line: str) -> str:
        for _ in range(5):
            if "\\*" not in line or len(line) > _LONGEST:
                break
            line = self._written(_STRING, line, lambda match: self._strings.get(_named(match), ""))
        if "\\n" in line:
            line = _REGISTER.sub(lambda match: str(self._registers.get(_named(match), 0)), line)
        return line[:_LONGEST]

    def _written(self, pattern: re.Pattern[str], line: str, said: Callable[[re.Match[str]], str]) -> str:
        """The line with what is said for each place in it, as long as there is room."""
        pieces: list[str] = []
        at = length = 0
        for match in pattern.finditer(line):
            value = said(match) if self._room > 0 else ""
            self._room -= len(value)
            pieces += (line[at : match.start()], value)
            length += match.start() - at + len(value)
            at = match.end()
            if length > _LONGEST:
                break
        return "".join((*pieces, line[at:]))[:_LONGEST]

    def _read(self, line: str) -> Iterator[Line]:
        """Carry out a line, or give it back."""
        depth = 0
        while True:
            if line[:1] not in (".", "'"):
                text = _BRACES.sub("", line)
                if text or not line:
                    yield Line(None, text)
                return
            match = _CONTROL.match(line)
            if match is None or not match[1]:
                return
            name, rest = match[1], match[2]
            if name not in ("if", "ie", "el") or depth > _DEEPEST:
                break
            depth += 1
            body = self._chosen(name, rest)
            if body is None:
                return
            line = body.lstrip() if body.lstrip()[:1] in (".", "'") else body
            if not line.strip():
                return
        if name not in ("de", "de1", "am", "dei", "ig"):
            rest = _BRACES.sub("", rest)
        if not self._request(name, rest):
            yield Line(name, rest)

    def _request(self, name: str, rest: str) -> bool:
        """Carry out what is roff's own; tell whether it was."""
        if name in ("de", "de1", "dei", "am", "ig"):
            self._define(name, rest)
        elif name in ("ds", "as", "ds1", "as1"):
            key, _, value = rest.partition(" ")
            value = value.lstrip(" ").removeprefix('"')
            before = self._strings.get(key, "") if name.startswith("as") else ""
            self._strings[key] = (before + value)[:_LONGEST]
        elif name == "nr":
            key, value = ([*rest.split(), "0", "0"])[:2]
            if re.fullmatch(r"[+-]?\d{1,9}[a-z]?", value):
                number = int(value.rstrip("abcdefghijklmnopqrstuvwxyz"))
                self._registers[key] = number + (self._registers.get(key, 0) if value[0] in "+-" else 0)
        elif name in ("so", "mso", "psbb", "PSPIC"):
            self.not_read.append(rest.strip() or name)
        elif name == "tr":
            self._translate(rest)
        elif name == "als" and len(names := rest.split()) == 2:
            self._macros[names[0]] = [f".{names[1]} \\$*"]
        elif name == "rm":
            for key in rest.split():
                self._macros.pop(key, None)
                self._strings.pop(key, None)
        elif name in self._macros:
            self._call(name, rest)
        else:
            return False
        return True

    def _define(self, name: str, rest: str) -> None:
        words = rest.split()
        key, end = (words[0] if words else ""), words[1] if len(words) > 1 else "."
        if name == "ig":
            end = words[0] if words else "."
        lines: list[str] = []
        while (line := self._next()) is not None and not re.match(
            rf"[.'][ \t]*{re.escape(end)}[ \t]*(?:\\\".*)?$", line
        ):
            lines.append(line.replace("\\\\", "\\"))
        if name != "ig" and key and key not in _KEPT:
            if name != "am":
                self._macros[key] = []
            self._macros.setdefault(key, []).extend(lines)

    def _call(self, name: str, rest: str) -> None:
        if len(self._stack) >= _DEEPEST:
            return
        arguments = arguments_of(rest)
        self._registers[".$"] = len(arguments)

        def argument(match: re.Match[str]) -> str:
            if match[3]:
                return " ".join(f'"{one}"' for one in arguments) if match[3] == "@" else " ".join(arguments)
            number = int(match[1] or match[2])
            return arguments[number - 1] if 0 < number <= len(arguments) else name if not number else ""

        # One by one: what a macro writes may be a hundred times as long as it is.
        self._stack.append(self._written(_ARGUMENT, line, argument) for line in self._macros[name])

    def _translate(self, rest: str) -> None:
        characters = plain(rest, {})
        self.translated.update(zip(characters[::2], characters[1::2], strict=False))

    def _chosen(self, name: str, rest: str) -> str | None:
        """What stands behind a condition that holds; None, its block skipped, where it does not."""
        if name == "el":
            holds, body = (self._else.pop() if self._else else False), rest
        else:
            holds, body = self._condition(rest)
            if name == "ie":
                self._else.append(not holds)
                del self._else[:-_DEEPEST]
        if holds:
            return body.lstrip().removeprefix("\\{").lstrip() if body.lstrip().startswith("\\{") else body
        self._skip(body)
        return None

    def _skip(self, body: str) -> None:
        open_ = 0
        line: str | None = body
        while line is not None:
            for brace in _BRACES.findall(line):
                open_ += 1 if brace == "\\{" else -1
            if open_ <= 0:
                return
            line = self._next()

    def _condition(self, rest: str) -> tuple[bool, str]:
        """Whether a condition holds, and what stands behind it."""
        rest = rest.lstrip()
        negated = rest.startswith("!")
        rest = rest.removeprefix("!")
        holds = False
        if match := _NUMBERS.match(rest):
            first = int(match[1])
            holds = _COMPARED[match[2]](first, int(match[3])) if match[2] else first > 0
            rest = rest[match.end() :]
        elif rest[:1] in ("d", "r", "c", "m", "F", "S") and (match := re.match(r".[ \t]*(\S+)[ \t]*", rest)):
            holds = match[1] in self._macros or match[1] in self._strings if rest[0] == "d" else False
            rest = rest[match.end() :]
        elif rest[:1] in ("n", "t", "o", "e", "v"):
            holds, rest = rest[0] in "no", rest[1:].lstrip()
        elif match := _SAME.match(rest):
            holds, rest = match[2] == match[3], rest[match.end() :]
        return holds is not negated, rest


def _named(match: re.Match[str]) -> str:
    """The name of a string or a register, in whichever way it is written."""
    return match[1] or match[2] or match[3] or ""


# What the macro packages define: a page that defines one anew only says how it is to look.
_KEPT: Final = frozenset(
    "TH SH SS P PP LP HP TP TQ IP RS RE B I R SM SB BI BR IB IR RB RI EX EE UR UE MT ME SY YS OP TS TE"
    " EQ EN".split()
)
