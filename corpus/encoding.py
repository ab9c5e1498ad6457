"""Bytes to text: which encoding a file is in.

The order is: a byte order mark; strict UTF-8; UTF-16 told by its zero bytes; what an HTML page
declares; charset-normalizer's guess on the first 64 kB; cp1252. A detector is never asked first:
it takes valid UTF-8 in some languages for something else.
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
_DECLARED: Final = expression(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
# How many well-formed sequences excuse one broken byte: then it is UTF-8 that was damaged or cut.
_EXCUSE: Final = 10
_NEARLY: Final = 0.1


class Decoded(NamedTuple):
    """A text, and the name of the encoding that its bytes were in."""

    text: str
    encoding: str


def decode(data: bytes, said: str = "", served: str = "") -> Decoded:
    """Decode the bytes of a file. Never fails: what no encoding explains becomes U+FFFD.

    `said` is the encoding that the reader says it is in, and is not doubted; `served` the one that a server
    said, which stands above what the text declares of itself.
    """
    if said:
        return Decoded(data.decode(said, "replace"), said)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(name, "replace"), name.removesuffix("-sig"))
    for guess in (_utf8, _utf16, _damaged_utf8, _declared, _guessed):
        if name := guess(data):
            return Decoded(data.decode(name, "replace"), name)
    return Decoded(data.decode("cp1252", "replace"), "cp1252")


def _utf8(data: bytes) -> str:
    if _utf16(data):  # ASCII in UTF-16 is valid UTF-8, full of NUL
        return ""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "utf-8"


def _utf16(data: bytes) -> str:
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


def _damaged_utf8(data: bytes) -> str:
    sample = data[:_SAMPLE]
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - broken
    # A sample without any broken byte means that the damage lies further on.
    return "utf-8" if sound >= _EXCUSE * broken and sound else ""


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:4096])
    if not match:
        return ""
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
        data[:_SAMPLE].decode(name)
    except (LookupError, UnicodeDecodeError):
        return ""
    return name


def _guessed(data: bytes) -> str:
    # Here, because it costs 40 ms and nearly every file is UTF-8.
    from charset_normalizer import from_bytes

    guesses = from_bytes(data[:_SAMPLE])
    best = guesses.best()
    if best is None:
        return ""
    for guess in guesses:
        # It takes French for Baltic: among guesses that read as well, the commonest encoding is likelier.
        as_well = guess.coherence >= best.coherence and guess.chaos <= best.chaos + _NEARLY
        if as_well and "cp1252" in guess.could_be_from_charset:
            return "cp1252"
    return best.encoding
