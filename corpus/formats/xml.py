"""XML from files of others: read as it comes, and nothing beside it.

Nothing that it points to is ever fetched. Entities of its own are refused, save those that stand for a few
characters; so is one that is nested without end. Sources: XML 1.0 (Fifth Edition) §§ 4.1 to 4.4 and 4.6,
Namespaces in XML 1.0, HTML Living Standard § 13.5 for the names that XHTML brings with its DTD.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser
from xml.parsers import expat

from corpus.encodings.decoding import decode
from corpus.errors import PinciteError
from corpus.expression import expression
from corpus.progress import tell

DEEPEST: Final = 500
"""How deep elements may be nested."""
MOST: Final = 256 * 1024 * 1024
"""Bytes that one file may have."""

_LONGEST_ENTITY: Final = 32
# What is fed in small pieces is scanned anew for each while a token has no end (CVE-2023-52425).
_FIRST_FED: Final = 64 * 1024
_MOST_FED: Final = 8 * 1024 * 1024
_OFTEN: Final = 256
"""Elements after which it is told how far a file is read."""
_DECLARATION: Final = expression(r"\ufeff?\s*<\?xml\b[^>]{0,200}\?>")
_REFERENCE: Final = expression(
    r"&(?:(?P<kept>amp|lt|gt|quot|apos);|#(?P<number>\d{1,7});|#x(?P<hexadecimal>[0-9a-fA-F]{1,6});"
    r"|(?P<name>\w{2,31};)?)"
)
_NO_CHARACTER: Final = expression("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class BadXML(PinciteError):
    """Something written in XML cannot be read, or not to its end: words that go on a sentence."""


def local(tag: object) -> str:
    """The name of an element or an attribute without its namespace; "" for a comment."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def tree(data: bytes) -> Element:
    """The root of all of an XML file. Raises BadXML.

    What nearly is XML, is mended: names of HTML for characters, "&" for itself, any encoding.
    """
    try:
        return _root(events((data,)))
    except BadXML as fault:
        if not isinstance(fault.__cause__, ParseError | LookupError | ValueError):
            raise
        try:
            return _root(events((mended(data),)))
        except BadXML:
            raise fault from None


def _root(happened: Iterator[tuple[str, Element]]) -> Element:
    root = next(happened)[1]
    for _ in happened:
        pass
    return root


def events(pieces: Iterable[bytes], most: int = MOST, size: int = 0) -> Iterator[tuple[str, Element]]:
    """The "start" and the "end" of each element, in order, of an XML file that comes in pieces.

    Between the two an element fills; whoever is done with one clears it. What stands before a fault comes
    before BadXML is raised. With the `size` of the file it is told how far that is read.
    """
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    prologue = _Prologue()
    depth = read = 0
    try:
        for piece in _larger(pieces):
            read += len(piece)
            if read > most:
                raise BadXML(f"is longer than {most >> 20} MB")
            prologue.read(piece)
            parser.feed(piece)
            # All that happens in a piece comes at once: how far it is there is told by the ends in it.
            ended, ends = 0, piece.count(b"</") + piece.count(b"/>") or 1
            for kind, element in _happened(parser):
                depth += 1 if kind == "start" else -1
                if depth > DEEPEST:
                    raise BadXML(f"is nested more than {DEEPEST} deep")
                yield kind, element
                ended += kind == "end"
                if size and not ended % _OFTEN:
                    tell((read - len(piece) * max(0, 1 - ended / ends)) / size)
        parser.close()
        yield from _happened(parser)
    except _Refused as fault:
        raise BadXML(f"{fault}, as files made to break readers do") from fault
    except (ParseError, expat.ExpatError, LookupError, ValueError) as fault:
        yield from _left(parser, depth)
        raise BadXML("is broken" + _line(fault)) from fault


def _happened(parser: XMLPullParser[Element]) -> Iterator[tuple[str, Element]]:
    return cast("Iterator[tuple[str, Element]]", parser.read_events())


def _left(parser: XMLPullParser[Element], depth: int) -> Iterator[tuple[str, Element]]:
    """What was read of a file before its fault, and not taken yet."""
    try:
        for kind, element in _happened(parser):
            depth += 1 if kind == "start" else -1
            if depth > DEEPEST:
                return
            yield kind, element
    except ParseError:
        return  # the fault itself, which is known already


def _line(fault: Exception) -> str:
    line = fault.position[0] if isinstance(fault, ParseError) else getattr(fault, "lineno", 0)
    return f" in line {line}" if line else ""


def _larger(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces that grow, so that each byte is scanned a few times at the most."""
    waiting, size, enough = list[bytes](), 0, _FIRST_FED
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= enough:
            yield b"".join(waiting)
            waiting, size, enough = [], 0, min(2 * enough, _MOST_FED)
    yield b"".join(waiting)


class _Refused(Exception):
    """What is declared is what nobody needs, but whoever attacks."""


class _Begun(Exception):
    """The first element begins: nothing can be declared any more."""


class _Prologue:
    """Reads what stands before the first element a second time, to see what is declared there."""

    def __init__(self) -> None:
        self._parser: expat.XMLParserType | None = expat.ParserCreate()
        self._parser.EntityDeclHandler = _look
        self._parser.StartElementHandler = _end

    def read(self, piece: bytes) -> None:
        """Take the next piece. Raises _Refused."""
        if self._parser is None:
            return
        try:
            self._parser.Parse(piece, False)
        except _Begun:
            self._parser = None


def _end(*_: object) -> None:
    raise _Begun


def _look(_name: str, is_parameter: bool, value: str | None, *_outside: object) -> None:
    if value is None:
        raise _Refused("declares an entity that lies in another file")
    if is_parameter or len(value) > _LONGEST_ENTITY or "&" in value or "%" in value or "<" in value:
        raise _Refused("declares entities that hold others")


def mended(data: bytes) -> bytes:
    """What nearly is XML as XML in UTF-8: each "&" as one must be written, no character that must not be.

    Names that HTML gives to characters become those.
    """
    from html.entities import html5  # many names, which few files need

    def replaced(match: re.Match[str]) -> str:
        if match["kept"]:
            return match[0]
        if match["number"] or match["hexadecimal"]:
            code = int(match["number"] or match["hexadecimal"], 10 if match["number"] else 16)
            return "\ufffd" if code > 0x10FFFF or _NO_CHARACTER.match(chr(code)) else match[0]
        # "<" and "&" under one of their other names must not come into being.
        character = html5.get(match["name"] or "", "")
        return character if character and not set("<&") & set(character) else f"&amp;{match[0][1:]}"

    text = _DECLARATION.sub("", decode(data).text, count=1)
    return _REFERENCE.sub(replaced, _NO_CHARACTER.sub("\ufffd", text)).encode("utf-8", "replace")
