"""A large plain text in stretches of the file, each of which can be read without those before it.

Where a stretch begins is told by the bytes around its place alone: after the last blank line there,
else after a line, else after a space. In the article's text a stretch has nine characters for every
eight bytes of it, so that it starts at an offset which is known before anything is read. Clean text is
hardly ever longer than its bytes; what it is shorter is FILLER.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from corpus.document import Document, Kind
from corpus.draft import Draft
from corpus.encodings.decoding import decode
from corpus.file_bytes import Bytes
from corpus.formats.paragraph_numbers import Numbering, with_numbers
from corpus.formats.plain import Begins, Manner, parse_lines
from corpus.formats.printed_pages import Paged, paged
from corpus.outline.lines.headings import LineHeading, find_headings
from corpus.sanitiser import clean_briefly, clean_text

STRETCH: Final = 32_768
"""The bytes of a stretch, on the average; it has half as many at the least, and half more at the most."""

_SAMPLE: Final = 2 * STRETCH
_BLANK_LINE: Final = re.compile(rb"\n(?:[ \t\r\f]*\n)+")
# In UTF-8: 。！，；？ where a Han character follows.
_CLAUSE: Final = re.compile(rb"(?:\xe3\x80\x82|\xef\xbc[\x81\x8c\x9b\x9f])(?=[\xe4-\xe9])")
# The encodings in which a line end and a space are the bytes that they are in ASCII, and nothing else is.
_AS_IT_IS: Final = re.compile(
    r"utf-8|ascii|cp125\d|cp437|cp85\d|cp866|latin[-_]?\d+|iso8859[-_]\d+|koi8[-_]\w|mac[-_]\w+"
    r"|gb18030|gbk|gb2312|big5\w*|euc[-_]\w+|shift_jis\w*|cp932|cp936|cp949|cp950"
)
_INNER: Final = frozenset(bytes((byte,)) for byte in range(0x80, 0xC0))
"""The bytes of UTF-8 that begin no character."""


class Cut(NamedTuple):
    """Where a stretch begins: the byte, and what begins there."""

    byte: int
    begins: Begins

    @property
    def offset(self) -> int:
        """The offset in the article's text."""
        return self.byte + self.byte // 8


class Stretches:
    """The stretches of a file's bytes, numbered from 0; nothing is read but what is asked for."""

    def __init__(self, data: Bytes, encoding: str) -> None:
        """Take the bytes of a plain text, of more than none, and the encoding that its beginning has."""
        self.source = data
        """The bytes as they were given."""
        if not _AS_IT_IS.fullmatch(encoding):
            data = data[:].decode(encoding, "replace").encode("utf-8", "replace")
            encoding = "utf-8"
        self._data = data  # in UTF-8 where the encoding of the file cannot be cut into stretches
        self._encoding = encoding
        self.size = len(data)
        self.count = max(1, self.size // STRETCH)
        self.cut: Callable[[int], Cut] = lru_cache(maxsize=4096)(self._cut)
        """Where a stretch begins; for one past the last, the end."""
        self.manner = Manner.of(clean_text(self._decoded(data[:_SAMPLE])).split("\n"))
        """How the text is set, told by its beginning."""

    @property
    def is_utf8(self) -> bool:
        """Whether the bytes are in UTF-8, as far as the beginning tells."""
        return self._encoding in ("utf-8", "ascii")

    def at(self, offset: int) -> int:
        """The number of the stretch that an offset stands in."""
        number = max(0, min(offset * 8 // 9 // STRETCH + 1, self.count - 1))
        while number and self.cut(number).offset > offset:
            number -= 1
        return number

    def _cut(self, number: int) -> Cut:
        if number <= 0:
            return Cut(0, "block")
        if number >= self.count:
            return Cut(self.size, "block")
        target = number * STRETCH
        first = target - STRETCH // 2
        window = self._data[first:target]
        end = max((match.end() for match in _BLANK_LINE.finditer(window)), default=0)
        if end:
            return Cut(first + end, "block")
        if line := window.rfind(b"\n") + 1:
            return Cut(first + line, "line")
        if space := window.rfind(b" ") + 1:
            return Cut(first + space, "inside")
        if clause := max((match.end() for match in _CLAUSE.finditer(window)), default=0):
            return Cut(first + clause, "inside")
        while self._encoding == "utf-8" and target > first + 1 and self._data[target : target + 1] in _INNER:
            target -= 1
        return Cut(target, "inside")

    def bytes_of(self, number: int) -> bytes:
        """The bytes of a stretch."""
        return self._data[self.cut(number).byte : self.cut(number + 1).byte]

    def lines(self, number: int) -> list[str]:
        """The clean lines of a stretch, without those that only print the number of a page."""
        return self._paged(number).lines

    def _paged(self, number: int, clean: Callable[[str], str] = clean_text) -> Paged:
        part = number + 1 < self.count
        return paged(self._decoded(self.bytes_of(number)), clean, part=part)

    def room(self, number: int) -> int:
        """How many characters the text has for a stretch, what parts it from the next one included."""
        return self.cut(number + 1).offset - self.cut(number).offset

    def gap(self, number: int) -> str:
        """What stands in the text between the blocks of a stretch and those of the one before it."""
        cut = self.cut(number)
        if cut.begins == "inside":
            return " " if self._data[cut.byte - 1 : cut.byte] == b" " else ""
        return "\n" if cut.begins == "line" else "\n\n"

    def document(
        self, number: int, headings: list[LineHeading] | None = None, after: Numbering | None = None
    ) -> Document:
        """A stretch as a document whose offsets begin at 0; it may have no blocks.

        `headings` are those of the whole text that stand in it; without them, those that it tells itself.
        `after` is how the stretch before it numbers its paragraphs, if that is known.
        """
        begins, room = self.cut(number).begins, self.room(number) - len(self.gap(number + 1))
        lines, breaks = self._paged(number)
        if headings is None:
            headings = find_headings(lines)
        document = parse_lines(lines, headings, self.manner, begins, breaks)
        if len(document.text) > room:
            # Pictures of controls, and columns set with tabs, may be longer than what they stand for.
            lines, breaks = self._paged(number, clean_briefly)
            document = parse_lines(lines, headings, self.manner, begins, breaks)
        if len(document.text) > room:
            draft = Draft()
            draft.add("\n".join(lines).strip("\n"), Kind.CODE)
            document = draft.document()
        return with_numbers(document, after=after, part=number > 0)

    def _decoded(self, data: bytes) -> str:
        try:
            return data.decode(self._encoding)
        except UnicodeDecodeError:
            # A file may change its encoding in the middle, or have been damaged there.
            return decode(data).text
