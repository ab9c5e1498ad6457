"""Breaking texts by their lines: what is written in lines is read in lines, and nested by them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from typing import Final

from tests.bench.fuzzing.constructs import CONSTRUCTS, SIGNS, VALUES

_FIELD: Final = re.compile(rb"^([\w.:-]+:|[.'][A-Za-z]+|#\+\w+:|\.\. \S+)(?=[ \t])")
_NUMBER: Final = re.compile(rb"\d+")
_SIGN: Final = re.compile(rb"[^\w\s]+")
_LONGEST: Final = 512 * 1024

Lines = list[bytes]


def lines_changed(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """The text with some of its lines moved, repeated, set in or out, nested, marked, or put in between."""
    ending = b"\r\n" if b"\r\n" in data[:4096] else b"\n"
    lines = data.split(ending)
    for _ in range(chance.randint(1, 6)):
        first = chance.randrange(len(lines) + 1)
        last = min(len(lines), first + chance.choice((1, 1, 2, 5, 40)))
        changed = chance.choice(_CHANGES)(lines[first:last], chance)
        if sum(map(len, changed)) <= _LONGEST:
            lines[first:last] = changed
        if others and chance.random() < 0.2:
            foreign = chance.choice(others).split(b"\n")
            at = chance.randrange(len(foreign))
            lines[first:first] = foreign[at : at + chance.choice((1, 3, 20))]
        if chance.random() < 0.2:
            at = chance.randrange(len(lines) + 1)
            lines[at:at] = lines[first:last]
            del lines[first:last]
    return ending.join(lines)


def _repeated(lines: Lines, chance: random.Random) -> Lines:
    return lines * chance.choice((0, 2, 3, 40, 400))


def _indented(lines: Lines, chance: random.Random) -> Lines:
    indent = chance.choice((b" ", b"  ", b"    ", b"\t", b" " * 70, b"\xc2\xa0"))
    return [indent + line for line in lines]


def _set_out(lines: Lines, chance: random.Random) -> Lines:
    return [line[chance.randrange(5) :] for line in lines]


def _nested(lines: Lines, chance: random.Random) -> Lines:
    """Each line deeper than the one before it."""
    sign = chance.choice(SIGNS)
    depth = chance.choice((5, 60, 500))
    wanted = (lines or [b"x"]) * (1 + depth // max(1, len(lines)))
    if chance.random() < 0.5:
        return [sign * min(at, 120) + line for at, line in enumerate(wanted[:depth])]
    return [b" " * (at * 2) + sign + line for at, line in enumerate(wanted[: min(depth, 120)])]


def _marked(lines: Lines, chance: random.Random) -> Lines:
    sign = chance.choice(SIGNS)
    return [sign + line for line in lines]


def _joined(lines: Lines, chance: random.Random) -> Lines:
    return [chance.choice((b"", b" ", b"\\", b"\t")).join(lines)]


def _parted(lines: Lines, chance: random.Random) -> Lines:
    at = chance.randrange(1, 40)
    return [part for line in lines for part in (line[:at], line[at:])]


def _constructed(lines: Lines, chance: random.Random) -> Lines:
    added = chance.choice(CONSTRUCTS).split(b"\n") * chance.choice((1, 1, 1, 2, 30))
    return added + lines if chance.random() < 0.7 else lines[:1] + added + lines[1:]


def _valued(lines: Lines, chance: random.Random) -> Lines:
    """What stands behind a field's name, a request or a directive is another."""
    value = chance.choice(VALUES)
    return [field[0] + b" " + value if (field := _FIELD.match(line)) else line for line in lines]


def _numbered(lines: Lines, chance: random.Random) -> Lines:
    number = chance.choice((b"0", b"-1", b"1", b"27", b"155", b"65536", b"99999999999999999999", b"1e9"))
    return [_NUMBER.sub(number, line, count=1) for line in lines]


def _lengthened(lines: Lines, chance: random.Random) -> Lines:
    """A sign that stands in a line stands there many times."""
    times = chance.choice((2, 3, 60, 2000))
    return [_SIGN.sub(lambda sign: sign[0] * times, line, count=1) for line in lines[:8]] + lines[8:]


_CHANGES: Final[tuple[Callable[[Lines, random.Random], Lines], ...]] = (
    _repeated,
    _indented,
    _set_out,
    _nested,
    _marked,
    _joined,
    _parted,
    _constructed,
    _constructed,
    _constructed,
    _valued,
    _valued,
    _numbered,
    _lengthened,
)
