"""The door: whatever comes from outside passes here once, and is harmless afterwards.

Text, titles, file names and error messages may hold bytes that drive a terminal. Controls become
pictures that a reader can see; controls that reorder text become badges; line ends become ``\\n``.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.expression import expression

_LINE_ENDS: Final = expression("\r\n|[\r\v\f\x85\u2028\u2029]")
_BADGES: Final = {
    "\u202a": "⟨LRE⟩",
    "\u202b": "⟨RLE⟩",
    "\u202c": "⟨PDF⟩",
    "\u202d": "⟨LRO⟩",
    "\u202e": "⟨RLO⟩",
    "\u2066": "⟨LRI⟩",
    "\u2067": "⟨RLI⟩",
    "\u2068": "⟨FSI⟩",
    "\u2069": "⟨PDI⟩",
}
# Marks that only hint at direction, and a byte order mark in mid-text: nothing is lost without them.
_SILENT: Final = "\u200e\u200f\u061c\ufeff"
_HARMFUL: Final = expression(
    f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufff9-\ufffb{_SILENT}{''.join(_BADGES)}]"
)
_SPACE: Final = expression(r"\s+")
_PLAIN: Final = bytes(range(0x20, 0x7F)) + b"\n\t"
# What is harmless in UTF-8 whatever stands beside it: taken away first, it need not be looked through.
_HARMLESS_BYTES: Final = _PLAIN + bytes(sorted({*range(0xC0, 0x100)} - {0xC2, 0xD8, 0xE2, 0xEF}))
_CONTROL: Final = expression(rb"[\x00-\x1f\x7f]")
# Each alone: a pattern that begins with one known byte is found much faster.
_HARMFUL_BYTES: Final = tuple(
    expression(pattern)
    for pattern in (
        rb"\xc2[\x80-\x9f]",
        rb"\xd8\x9c",
        rb"\xe2(?:\x80[\x8e\x8f\xaa-\xae]|\x81[\xa6-\xa9])",
        rb"\xef(?:\xbb\xbf|\xbf[\xb9-\xbb])",
    )
)


def _picture(match: re.Match[str]) -> str:
    character = match[0]
    if badge := _BADGES.get(character):
        return badge
    if character in _SILENT:
        return ""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if code < 0xA0:
        # ECMA-48 § 5.3: a C1 control is ESC followed by a letter, so that is what is shown.
        return f"␛{chr(code - 0x40)}"
    return "\ufffd"


def is_harmless(data: bytes) -> bool:
    """Whether nothing of a text in UTF-8 would become a picture or a badge: faster than making it so."""
    rest = data.translate(None, _HARMLESS_BYTES)
    return not rest or not any(pattern.search(rest) for pattern in (_CONTROL, *_HARMFUL_BYTES))


def clean_in_place(text: str) -> str:
    """Make a text harmless, character for character: what is harmful becomes U+FFFD, so that offsets stay.

    NUL is left, which parts blocks in large texts: see `corpus.document.FILLER`.
    """
    return _HARMFUL.sub(lambda match: match[0] if match[0] == "\0" else "\ufffd", text)


def clean_text(text: str) -> str:
    """Make a text harmless; line ends become ``\\n``, tabs stay.

    C0, C1 and DEL become visible pictures, bidi controls badges, lone surrogates U+FFFD.
    """
    # Most texts are: this is twenty times as fast as looking with the patterns.
    if text.isascii() and not text.encode("ascii").translate(None, _PLAIN):
        return text
    return _HARMFUL.sub(_picture, _LINE_ENDS.sub("\n", text))


def clean_briefly(text: str) -> str:
    """Make a text harmless and no longer than it is: controls become U+FFFD, tabs spaces."""
    return _HARMFUL.sub("\ufffd", _LINE_ENDS.sub("\n", text)).replace("\t", " ")


def clean_line(text: str) -> str:
    """Make one harmless line of it: as `clean_text`, with every run of white space one space."""
    return _SPACE.sub(" ", clean_text(text)).strip()


def clean_name(name: str) -> str:
    """Make a file's name harmless, so that two names that differ still look different."""
    pictured = name.replace("\n", "␊").replace("\t", "␉").replace("\r", "␍")
    return clean_line(pictured.encode("utf-8", "replace").decode("utf-8"))
