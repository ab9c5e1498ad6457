"""What stands behind an article: notes, references, a note on its author, disclaimers, copyright lines.

A citation counts none of it among the paragraphs. It is looked for from the end on, and only what says or
shows plainly what it is, is taken: the last paragraph of an article is never to be lost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from corpus.document import Document, Kind, Structure
from corpus.draft import with_kinds
from corpus.matter.authors_notes import is_authors_note
from corpus.matter.block_reading import cut
from corpus.matter.closing_lines import END, closing_name
from corpus.matter.note_signs import NoteSign, is_note, note_sign, tells_of_work
from corpus.matter.titles import Purpose, purpose_of_title, titled_line
from corpus.metadata import Name
from corpus.sanitiser import clean_line

_MOST: Final = 4_000
"""Blocks from the end on among which a title is looked for."""
_CLOSING: Final = 12
"""Blocks at the end that may be told without a title, notes aside."""
_FEWEST: Final = 2
"""Paragraphs of the article itself, at the least."""
_PARTS: Final = 40
"""Parts behind an article, at the most."""
_TITLES: Final = 80
"""Titles that are tried: to read all that stands under one costs most."""
_READ: Final = 2_001
_TITLE: Final = 60
_WORDS: Final = frozenset((Kind.PARAGRAPH, Kind.ITEM, Kind.CODE, Kind.CONTINUATION, Kind.NOTE))
_COUNTED: Final = frozenset((Kind.PARAGRAPH, Kind.ITEM, Kind.CODE, Kind.CONTINUATION, Kind.TABLE))

_AUTHOR: Final = "About the author"
_NOTES: Final = "Notes"
_SAID: Final = frozenset(("author", "thanks", "rights", "disclaimer"))
"""What may be told by a title and a colon that open its one block."""
_OPENING: Final = 40
_AROUND: Final = " :：-–—=*_#"
"""What may stand around a title and is no part of it."""


class Part(NamedTuple):
    """A part that stands behind an article: the index of its first block, what it is, and how it begins.

    `titled` tells that its first block is its title, which `name` is then.
    """

    block: int
    name: str
    words: str = ""
    titled: bool = False

    @property
    def label(self) -> str:
        """A line to call it by."""
        if self.titled or (self.name and not self.words):
            return self.name
        if not self.name or self.words.lower().startswith(f"{self.name.lower()}:"):
            return self.words
        return f"{self.name} — {self.words}"


class _Limits(NamedTuple):
    """How much may stand under a title of each kind: blocks, and characters on the average of one."""

    blocks: int
    each: int


_LIMITS: Final[Mapping[Purpose, _Limits]] = {
    "notes": _Limits(_MOST, 4_000),
    "references": _Limits(_MOST, 1_500),
    "further": _Limits(200, 400),
    "author": _Limits(8, 900),
    "thanks": _Limits(4, 2_000),
    "rights": _Limits(6, 1_200),
    "disclaimer": _Limits(4, 2_000),
    "sharing": _Limits(40, 200),
}


def with_back_matter(document: Document, *, authors: tuple[Name, ...] = (), part: bool = False) -> Document:
    """The document with what stands behind it marked as notes, and its paragraphs counted without them.

    `authors` are those that are known where `document` does not tell; `part` says that it is only the last
    part of a text, all of which that stands behind the article must then begin in it.
    """
    return with_kinds(document, back_matter(document, authors=authors, part=part))


def back_matter(
    document: Structure, *, authors: tuple[Name, ...] = (), part: bool = False
) -> dict[int, Kind]:
    """The blocks that stand behind the article, by index, and what each is to be; see `with_back_matter`."""
    reading = _Reading(document, authors or document.metadata.authors)
    end = len(document.blocks)
    for _ in range(_PARTS):
        found = reading.last_part(end)
        if found is None:
            break
        end = found.block
    kinds = document.blocks.columns()[2]
    before = sum(kind in (Kind.PARAGRAPH, Kind.CONTINUATION) for kind in kinds[:end])
    if before < (1 if part else _FEWEST):
        return {}
    kept = (Kind.HEADING, Kind.RULE, Kind.TABLE)
    return {at: Kind.NOTE for at in range(end, len(kinds)) if kinds[at] not in kept}


def parts_behind(document: Structure) -> list[Part]:
    """The parts that stand behind an article of which the notes are known already, in order."""
    kinds = document.blocks.columns()[2]
    article = next((at for at in range(len(kinds) - 1, -1, -1) if kinds[at] in _COUNTED), -1) + 1
    if article == 0 or Kind.NOTE not in kinds[article:]:
        return []
    reading = _Reading(document, document.metadata.authors, known=True)
    parts: list[Part] = []
    end = len(kinds)
    while end > article:
        found = reading.last_part(end, article)
        if found is None:
            end -= 1
            if kinds[end] == Kind.NOTE and not (
                parts and parts[-1].block == end + 1 and parts[-1].name == ""
            ):
                parts.append(Part(end, "", reading.words(end)))
            elif kinds[end] == Kind.NOTE:
                parts[-1] = Part(end, "", reading.words(end))
            continue
        end = found.block
        if parts and parts[-1].name == found.name and not found.titled:
            parts.pop()
        parts.append(found)
    return parts[::-1]


class _Reading:
    """The blocks of a document, read from the end on."""

    def __init__(self, document: Structure, authors: tuple[Name, ...], *, known: bool = False) -> None:
        """`known` tells that what stands behind the article is marked as such, and only to be named."""
        self._document = document
        self._authors = authors
        self._known = known
        self._starts, self._ends, self._kinds, _, self._quotes, self._markers = document.blocks.columns()
        self._closings = 0
        # So far back no title was found, and there is a heading: nobody has to look twice.
        self._untitled = len(self._kinds)
        self._heading: int | None = None
        self._tried = 0

    def last_part(self, end: int, least: int = 0) -> Part | None:
        """The part that ends before the block `end` and begins at `least` at the first; None without one."""
        last = end - 1
        while last >= least and self._kinds[last] == Kind.RULE:
            last -= 1
        if last < least or self._quotes[last] or self._kinds[last] not in (*_WORDS, Kind.HEADING):
            return None
        return self._closing(last) or self._titled(last, least) or self._numbered(last, least)

    def words(self, at: int) -> str:
        """So many words of a block as make a label."""
        return cut(clean_line(self._text(at)))

    def _text(self, at: int) -> str:
        return self._document.text[self._starts[at] : min(self._ends[at], self._starts[at] + _READ)]

    def _length(self, at: int) -> int:
        return self._ends[at] - self._starts[at]

    def _closing(self, last: int) -> Part | None:
        """A block that says itself what it is."""
        if self._closings == _CLOSING or self._length(last) >= _READ or self._kinds[last] == Kind.HEADING:
            return None
        text = self._text(last)
        if part := self._opening_with_title(last, text):
            return part
        name = closing_name(text)
        if not name and self._kinds[last] != Kind.ITEM:
            name = _AUTHOR if is_authors_note(text, self._authors, self._mentioned(last)) else ""
        if not name:
            return None
        self._closings += 1
        return Part(last, name, "" if name == END else self.words(last))

    def _opening_with_title(self, last: int, text: str) -> Part | None:
        """A title and what it promises in one block: "References: …"."""
        title = titled_line(text)
        if title is None:
            return None
        purpose, name, after = title
        rest = text[after:].strip()
        if purpose in ("notes", "references", "further"):
            shown = note_sign(rest) if purpose == "notes" else tells_of_work(rest)
            return Part(last, name) if shown else None
        if purpose in _SAID and rest:
            return Part(last, name, cut(clean_line(rest)))
        return None

    def _mentioned(self, last: int) -> Callable[[str], bool]:
        if self._known:
            return _nobody
        return _Mentions(self._document, self._body_start(), self._starts[last])

    def _body_start(self) -> int:
        first = next((at for at, kind in enumerate(self._kinds) if kind in (Kind.PARAGRAPH, Kind.ITEM)), 0)
        return self._starts[first]

    def _titled(self, last: int, least: int) -> Part | None:
        """A title, and under it what such a title promises."""
        if self._heading is not None and self._heading <= last:
            return None
        for at in range(min(last, self._untitled), max(least - 1, last - _MOST), -1):
            kind = self._kinds[at]
            self._untitled = at
            if self._length(at) <= _TITLE and kind in (Kind.HEADING, Kind.PARAGRAPH, Kind.NOTE):
                title = self._text(at)
                purpose = purpose_of_title(title)
                if purpose and purpose != "summary" and self._tried < _TITLES:
                    self._tried += 1
                    held = [index for index in range(at + 1, last + 1) if self._kinds[index] in _WORDS]
                    if held and self._fits(purpose, held):
                        return Part(at, clean_line(title).strip(_AROUND), titled=True)
            if kind == Kind.HEADING:
                self._heading = at
            if kind == Kind.HEADING or self._quotes[at] or kind == Kind.TABLE:
                return None
        return None

    def _fits(self, purpose: Purpose, held: Sequence[int]) -> bool:
        """Whether blocks are what their title says."""
        limits = _LIMITS[purpose]
        length = sum(map(self._length, held))
        if len(held) > limits.blocks or length > limits.each * len(held):
            return False
        if purpose == "notes":
            return sum(map(self._is_note, held)) * 2 >= len(held)
        if purpose == "references":
            return sum(map(self._is_work, held)) * 2 >= len(held)
        if purpose in ("further", "sharing"):
            short = (self._kinds[at] == Kind.ITEM or self._length(at) < 200 for at in held)
            return sum(short) * 2 >= len(held)
        return True

    def _is_note(self, at: int) -> bool:
        marker = self._markers.get(at, "")
        if marker and (marker[:1] == "•" or any(map(str.isdigit, marker))):
            return True
        return is_note(self._text(at))

    def _is_work(self, at: int) -> bool:
        return self._kinds[at] == Kind.CODE or tells_of_work(self._text(at))

    def _numbered(self, last: int, least: int) -> Part | None:
        """Notes without a title: numbered down to the first, to which the article refers."""
        expected, first = None, -1
        for at in range(last, max(least - 1, last - _MOST), -1):
            sign = self._sign(at)
            if sign is None and self._known and expected is not None:
                continue  # a note may have several paragraphs
            if sign is None or (expected is not None and sign.number != expected):
                break
            first, expected = at, sign.number - 1
            if sign.number == 1:
                # A list may well end an article: its numbers are those of notes below a rule alone.
                apart = not sign.listed or (at > 0 and self._kinds[at - 1] == Kind.RULE)
                return Part(at, _NOTES) if self._known or (apart and self._refers(at, sign)) else None
        return Part(first, _NOTES) if self._known and first >= 0 else None

    def _refers(self, at: int, sign: NoteSign) -> bool:
        before = self._document.text[self._body_start() : self._starts[at]]
        return any(one in before for one in sign.referred)

    def _sign(self, at: int) -> NoteSign | None:
        if self._kinds[at] not in _WORDS:
            return None
        start = self._starts[at]
        return note_sign(self._markers.get(at, "") or self._document.text[start : start + _OPENING])


def _nobody(_name: str) -> bool:
    return False


class _Mentions:
    """Whether a name stands in the article: in the text [start, end), which is fetched once."""

    def __init__(self, document: Structure, start: int, end: int) -> None:
        self._document, self._start, self._end = document, start, end
        self._words: str | None = None

    def __call__(self, name: str) -> bool:
        if self._words is None:
            self._words = self._document.text[self._start : self._end]
        return name in self._words
