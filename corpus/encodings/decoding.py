"""Bytes to text: which encoding a file is in.

The order is: a byte order mark; ISO-2022-JP by its escapes; strict UTF-8; UTF-16 told by its bytes; UTF-8
that is damaged; what a server said; what the text declares; a guess by the letters; cp1252. A guess never
comes first: valid UTF-8 in some languages reads as something else, too.
"""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

from corpus.expression import expression

_SAMPLE: Final = 65_536
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_JAPANESE: Final = expression(rb"\x1b\$[@B](?:[\x21-\x7e]{2})+\x1b\(")
_DECLARED: Final = (
    # HTML, § 13.2.3.2 “prescan a byte stream”; XML, § 4.3.3; what editors go by.
    expression(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE),
    expression(rb"""^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})"""),
    expression(rb"""^[^\n]*(?:\n[^\n]*)?-\*-[^\n]*coding:\s*([A-Za-z0-9_.-]{2,40})"""),
)
_COMMENT: Final = expression(rb"<!--.*?-->", re.DOTALL)
# How many well-formed sequences excuse one broken byte: then it is UTF-8 that was damaged or cut.
_EXCUSE: Final = 10
# The share of its signs that may be damaged in a text that is what it is said to be.
_DAMAGED: Final = 0.02

_SAID: Final = "you"
_GUESSED: Final = "guessed"


class Decoded(NamedTuple):
    """A text, and the name of the encoding that its bytes were in."""

    text: str
    encoding: str


def decode(data: bytes, said: str = "", served: str = "") -> Decoded:
    """Decode the bytes of a file. Never fails: what no encoding explains becomes U+FFFD.

    `said` is the codec that the reader says it is in, and is not doubted; `served` the encoding that a server
    said, which stands above what the text declares of itself. A byte order mark stands above both.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(name, "replace"), name.removesuffix("-sig"))
    if said:
        return Decoded(data.decode(said, "replace"), said)
    name = _told(data) or _stated(data, served) or _guessed(data) or "cp1252"
    return Decoded(data.decode(name, "replace"), name)


def source_of(head: bytes, encoding: str, said: str = "", served: str = "") -> str:
    """How it was told what a text is encoded in: "you", "the server", "the text itself", "guessed", or "".

    `head` is what it begins with, the others are as for `decode`; "" is where the bytes leave no doubt.
    """
    if any(head.startswith(mark) for mark, _ in _MARKS):
        return ""
    if said:
        return _SAID
    if encoding == "utf-8" or _told(head) == encoding:
        return ""
    if served and _codec_of(served) == encoding:
        return "the server"
    return "the text itself" if declared(head) == encoding else _GUESSED


def declared(data: bytes) -> str:
    """The codec that a text declares of itself; "" where it declares none, or one that it cannot be in."""
    start = data[:4096]
    if start.lstrip()[:1] == b"<":
        start = _COMMENT.sub(b"", start)
        matches = [pattern.search(start) for pattern in _DECLARED[:2]]
    else:
        matches = [_DECLARED[2].search(start)]
    for match in matches:
        name = _codec_of(match[1].decode("ascii")) if match else ""
        if name and _may_be(data, name):
            return name
    return ""


def _told(data: bytes) -> str:
    """The codec that the bytes leave no doubt of; "" for none."""
    return next((name for told in (_japanese, _utf8, _utf16, _damaged_utf8) if (name := told(data))), "")


def _japanese(data: bytes) -> str:
    sample = data[:_SAMPLE]
    return "iso2022_jp" if b"\x1b" in sample and sample.isascii() and _JAPANESE.search(sample) else ""


def _utf8(data: bytes) -> str:
    if _utf16(data):  # ASCII and Cyrillic in UTF-16 are valid UTF-8, full of controls
        return ""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "utf-8"


def _zeros(data: bytes) -> str:
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < 2 or b"\0" not in sample:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.3 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.3 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return ""


def _utf16(data: bytes) -> str:
    if name := _zeros(data):
        return name
    sample = data[:_SAMPLE]
    if b"\0" not in sample or len(data) % 2:
        return ""
    from corpus.encodings.guess import is_sixteen_bits  # few files need it

    return next((name for name in ("utf-16-le", "utf-16-be") if is_sixteen_bits(sample, name)), "")


def _damaged_utf8(data: bytes) -> str:
    sample = data[:_SAMPLE]
    # What is cut off at the end is no damage.
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(sample)
    broken = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - broken
    # A sample without any broken byte means that the damage lies further on.
    return "utf-8" if sound >= _EXCUSE * broken and sound else ""


def _stated(data: bytes, served: str) -> str:
    name = _codec_of(served) if served else ""
    return name if name and _may_be(data, name) else declared(data)


def _may_be(data: bytes, name: str) -> bool:
    """Whether these bytes are a text in this encoding, a little damage aside."""
    if name.startswith(("utf-16", "utf-32")):
        return False  # the bytes would have told
    text = codecs.getincrementaldecoder(name)("replace").decode(data[:_SAMPLE])
    return text.count("\ufffd") <= _DAMAGED * sum(sign > "\x7f" for sign in text)


def _guessed(data: bytes) -> str:
    from corpus.encodings.guess import guess  # few files need it

    return guess(data)


def _codec_of(label: str) -> str:
    from corpus.encodings.names import codec_of  # few texts name theirs

    return codec_of(label)
