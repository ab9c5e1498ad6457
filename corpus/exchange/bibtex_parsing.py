"""BibTeX and BibLaTeX files, taken apart: entries with their fields, as they are written.

Files out in the world are seldom sound. An entry begins at an @ at the start of a line, whatever stands
before it: so a brace that was never closed costs one field, and never the rest of the file.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

from corpus.expression import expression
from corpus.sanitiser import clean_line

_START: Final = expression(r"^[ \t]*@[ \t]*(?=[A-Za-z]+\s*[{(])", re.MULTILINE)
_HEAD: Final = expression(r"@?\s*(?P<type>[A-Za-z]+)\s*[{(]\s*")
_KEY: Final = expression(r"(?P<key>[^\s,={}()\"#%'\\]+)\s*(?:,|(?=[})]))")
_FIELD: Final = expression(r"[\s,]*(?P<name>[A-Za-z][\w:+.\-]*)\s*=\s*")
_FIELD_LINE: Final = expression(r"^[ \t,]*(?P<name>[A-Za-z][\w:+.\-]*)[ \t]*=[ \t]*", re.MULTILINE)
_END: Final = expression(r"[\s,]*[})]")
_WORD: Final = expression(r"[^\s,#{}\"()=]+")
_BRACES: Final = expression(r"\\.|[{}]", re.DOTALL)
_QUOTES: Final = expression(r'\\.|[{}"]', re.DOTALL)
_JOIN: Final = expression(r"\s*#\s*")
_LINE: Final = expression(r"[^\n]*")
_MONTHS: Final = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
_CONSTANT: Final = 1_000
"""The most characters of a @string: what is longer could make a file of itself many times over."""
_VALUE: Final = 20_000
"""The most characters of a value; an abstract may be long, and is not wanted."""


class Entry(NamedTuple):
    """An entry: its type and the names of its fields in lower case, the values still in LaTeX."""

    type: str
    key: str
    fields: dict[str, str]


class Parsed(NamedTuple):
    """The entries of a file, and a sentence for each that is not sound."""

    entries: tuple[Entry, ...]
    faults: tuple[str, ...] = ()


def parse(text: str) -> Parsed:
    """Take a file apart; never raises. What cannot be understood is left out, and said."""
    constants: dict[str, str] = {}
    entries: list[Entry] = []
    faults: list[str] = []
    starts = [match.start() for match in _START.finditer(text)]
    for start, end in pairwise([*starts, len(text)]):
        _Chunk(text[start:end], constants, entries, faults).read()
    return Parsed(tuple(entries), tuple(faults))


class _Chunk:
    """What stands between two lines that begin with an @: mostly one entry."""

    def __init__(self, text: str, constants: dict[str, str], entries: list[Entry], faults: list[str]) -> None:
        self._text = text
        self._constants = constants
        self._entries = entries
        self._faults = faults
        self._at = 0
        self._broken = False

    def read(self) -> None:
        """Read what is in it; more than one entry where a file has no line ends."""
        while (at := self._text.find("@", self._at)) >= 0:
            self._at = at
            head = self._take(_HEAD)
            if head is None:
                self._at = at + 1
                continue
            kind = head["type"].lower()
            if kind in ("comment", "preamble"):
                return
            key = self._take(_KEY) if kind != "string" else None
            fields = self._closed_fields() if kind != "string" else self._fields()
            if kind == "string":
                self._constants |= {name: value[:_CONSTANT] for name, value in fields.items()}
                continue
            name = key["key"] if key else ""
            if self._broken:
                called = clean_line(name)[:60] or kind
                self._faults.append(
                    f"“{called}” has a brace or a quotation mark that is not closed: close it."
                )
            if fields or name:
                self._entries.append(Entry(kind, name, fields))

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.match(self._text, self._at)
        if match:
            self._at = match.end()
        return match

    def _closed_fields(self) -> dict[str, str]:
        """The fields of an entry; where it is never closed, and a value runs on over others, by lines."""
        first, whole = self._at, not self._broken
        fields = self._fields()
        if whole and (self._broken or not self._take(_END)):
            self._broken = True
            if any(map(_FIELD_LINE.search, fields.values())):
                self._at = first
                return self._fields()
        return fields

    def _fields(self) -> dict[str, str]:
        fields: dict[str, str] = {}
        while match := self._next_field():
            value = self._value()
            fields.setdefault(match["name"].lower(), value[:_VALUE])
        return fields

    def _next_field(self) -> re.Match[str] | None:
        if not self._broken:
            return self._take(_FIELD)
        match = _FIELD.match(self._text, self._at) or _FIELD_LINE.search(self._text, self._at)
        self._at = match.end() if match else len(self._text)
        return match

    def _value(self) -> str:
        """A value: pieces in braces, in quotation marks, numbers and constants, joined by #."""
        pieces = [self._piece()]
        while self._take(_JOIN):
            pieces.append(self._piece())
        return "".join(pieces)

    def _piece(self) -> str:
        sign = self._text[self._at : self._at + 1]
        if sign and sign in '{"':
            return self._enclosed(_BRACES if sign == "{" else _QUOTES)
        word = self._take(_WORD)
        return self._constant(word[0]) if word else ""

    def _constant(self, word: str) -> str:
        """What a word without braces stands for; one that stands for nothing is said, once."""
        if word.lower() in self._constants:
            return self._constants[word.lower()]
        if word[0].isdigit() or word[:3].lower() in _MONTHS:
            return word
        self._constants[word.lower()] = ""
        self._faults.append(f"“{clean_line(word)[:40]}” stands for a word, but no @string says for which.")
        return ""

    def _enclosed(self, signs: re.Pattern[str]) -> str:
        """What stands up to the brace or the mark that closes this one; a line, where none does."""
        first = self._at + 1
        depth = 0
        if not self._broken:
            for match in signs.finditer(self._text, first):
                sign = match[0]
                if depth == 0 and sign == ("}" if signs is _BRACES else '"'):
                    self._at = match.end()
                    return self._text[first : match.start()]
                depth += {"{": 1, "}": -1}.get(sign, 0)
        # From here on a value ends with its line: to look for each end in all the rest could take for ever.
        self._broken, self._at = True, first
        line = self._take(_LINE)
        return line[0].rstrip(' \t\r,}"') if line else ""
