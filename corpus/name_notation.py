"""Names of people as a reader writes and edits them: one line that says which part is the family name.

    Ana Ruiz; *He* Jing; Ana *Ruiz Ortega*; *Zhang* Wei (张伟); {Rivers and Sons}

Names are parted by semicolons, and each stands in the order in which it was published. The family name
stands between stars; without stars it is the last word, save where a name is surely one that puts it
first ("He Jing"). A body that would be taken for a person stands in braces. In brackets after a name
with stars or braces stands the same name in its own script. "Ruiz, Ana" may be written too: it says that
Ruiz is the family name, and that it is printed last. A backslash takes its meaning from the sign after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from corpus.errors import BadValue
from corpus.expression import expression
from corpus.metadata import Name, Order
from corpus.names import parse_names
from corpus.sanitiser import clean_line

_SIGNS: Final = "\\;；*{}()"
_ESCAPED: Final = expression(r"([\\;；*{}()])")
# A sign that was escaped is held for as long as signs are looked for by a character that no line has.
_HELD: Final = {sign: chr(0xE000 + number) for number, sign in enumerate(_SIGNS)}
_HOLD: Final = expression(r"\\([\\;；*{}()])")
_RELEASE: Final = {ord(held): sign for sign, held in _HELD.items()}
_NATIVE: Final = expression(r"(?P<name>.*\S)\s*\((?P<native>[^()]*)\)")
_LATIN: Final = expression(r"[A-Za-z\u00c0-\u024f]")


def written(names: Iterable[Name]) -> str:
    """Names as one line that `names_of` reads as the same names."""
    return "; ".join(map(_written, names))


def names_of(text: str) -> tuple[Name, ...]:
    """The names that a line says. Raises BadValue where a part of it is no name."""
    names: list[Name] = []
    for piece in _pieces(clean_line(text)):
        read = _read(piece)
        if not read:
            shown = _plain(piece)
            raise BadValue(f"“{shown}” is no name: write it with letters, or leave the field empty.")
        names += read
    return tuple(names)


def _written(name: Name) -> str:
    marked = _marked(name)
    if name.order == "family-first" and name.given:
        return marked
    plain = _escaped(name.as_published())
    return plain if _understood(plain) == (name,) else marked


def _understood(text: str) -> tuple[Name, ...] | None:
    """The names that a line is read as; None where it is none."""
    try:
        return names_of(text)
    except BadValue:
        return None


def _marked(name: Name) -> str:
    native = f" ({_escaped(name.native)})" if name.native else ""
    if name.literal:
        return f"{{{_escaped(name.literal)}}}{native}"
    family, given = f"*{_escaped(name.family)}*", _escaped(name.given)
    parts = (family, given) if name.order == "family-first" else (given, family)
    together = name.family and name.as_published() == name.family + name.given
    gap = "" if together else " "
    return f"{gap.join(part for part in parts if part)}{native}"


def _escaped(text: str) -> str:
    return _ESCAPED.sub(r"\\\1", text)


def _plain(piece: str) -> str:
    return piece.translate(_RELEASE).strip()


def _pieces(line: str) -> Iterator[str]:
    """What stands between semicolons that are in no braces; signs that were escaped are held."""
    held = _HOLD.sub(lambda match: _HELD[match[1]], line.translate(dict.fromkeys(_RELEASE, "\ufffd")))
    for piece in re.findall(r"(?:\{[^{}]*\}|[^;；])+", held):
        if piece.strip():
            yield piece.strip()


def _read(piece: str) -> tuple[Name, ...]:
    """The name of one piece; a piece without marks may hold several, as in "Ana Ruiz and Tom Baker"."""
    match = _NATIVE.fullmatch(piece)
    name, native = (match["name"], _plain(match["native"])) if match else (piece, "")
    if "*" in name:
        return _person(name, native)
    if name.startswith("{") and name.endswith("}"):
        literal = _plain(name[1:-1])
        return (Name(literal=literal, native=native),) if _has_letter(literal) else ()
    if not native or _LATIN.search(native):
        return parse_names(_plain(piece))
    found = parse_names(_plain(name))
    return (found[0]._replace(native=native),) if len(found) == 1 else found


def _person(name: str, native: str) -> tuple[Name, ...]:
    """The name whose family name stands between stars."""
    before, family, after, *more = (_plain(part) for part in f"{name}**".split("*"))
    if any(more[:-2]) or name.count("*") != 2 or (before and after):
        raise BadValue(
            f"“{_plain(name)}” has its stars in the wrong place: they stand around the family name,"
            " first or last, as in *He* Jing."
        )
    if not _has_letter(family + before + after):
        return ()
    order: Order = "family-first" if after else "given-first"
    return (Name(family, before or after, order, native=native),)


def _has_letter(text: str) -> bool:
    return any(character.isalpha() for character in text)
