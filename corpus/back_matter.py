"""What stands behind an article: notes, references, a note on its author, disclaimers, copyright lines.

A citation counts none of it among the paragraphs. It is looked for from the end on, and only what says or
shows plainly what it is, is taken: the last paragraph of an article is never to be lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from corpus.authors_notes import is_authors_note
from corpus.block_reading import cut
from corpus.closing_lines import closing_name
from corpus.document import Document, Kind, Structure
from corpus.draft import with_kinds
from corpus.expression import expression
from corpus.matter_titles import Matter, matter_of_title, titled_line
from corpus.metadata import Name
from corpus.sanitiser import clean_line

_MOST: Final = 4_000
"""Blocks from the end on among which a title is looked for."""
_CLOSING: Final = 12
"""Blocks at the end that may be told without a title, notes aside."""
_FEWEST: Final = 2
"""Paragraphs of the article itself, at the least."""
_READ: Final = 2_001
_TITLE: Final = 60
_WORDS: Final = frozenset((Kind.PARAGRAPH, Kind.ITEM, Kind.CODE, Kind.CONTINUATION, Kind.NOTE))
_COUNTED: Final = frozenset((Kind.PARAGRAPH, Kind.ITEM, Kind.CODE, Kind.CONTINUATION, Kind.TABLE))

_NOTE_SIGN: Final = expression(
    r"\s*(?:\[\^?(?P<bracketed>\d{1,4})\]:?|\^(?P<caret>\d{1,4})\b|\((?P<round>\d{1,4})\)|(?P<pointed>\d{1,4})[.、)]?(?=\s|\D)"
    r"|(?P<raised>[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,4})|(?P<circled>[①-⑳]))"
)
_RAISED: Final = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_MARK: Final = expression(r"[*†‡§]{1,3}\s?(?=\S)|[a-z]\.\s")
_WORK: Final = expression(
    r"\b(?:1[5-9]|20)\d\d\b|https?://|\bdoi\b|\bwww\.|\bRFC ?\d|\bISBN\b|\bpp?\. ?\d|《"
)


class _Limits(NamedTuple):
    """How much may stand under a title of each kind: blocks, and characters on the average of one."""

    blocks: int
    each: int


_LIMITS: Final[Mapping[Matter, _Limits]] = {
    "notes": _Limits(_MOST, 4_000),
    "references": _Limits(_MOST, 1_500),
    "further": _Limits(200, 400),
    "author": _Limits(8, 900),
    "thanks": _Limits(4, 2_000),
    "rights": _Limits(6, 1_200),
    "disclaimer": _Limits(4, 2_000),
    "sharing": _Limits(40, 200),
}


class BackMatter(NamedTuple):
    """What stands behind an article: the blocks that are not of it, by index, and where each part begins.

    `parts` are names ("Notes", "About the author — …") by the index of the first block of each.
    """

    kinds: Mapping[int, Kind]
    parts: Mapping[int, str]


def with_back_matter(document: Document, *, authors: tuple[Name, ...] = (), part: bool = False) -> Document:
    """The document with what stands behind it marked as such.

    `authors` are those that are known where `document` does not tell; `part` says that it is only the last
    part of a text, of which something must then belong to the article.
    """
    return with_kinds(document, back_matter(document, authors=authors, part=part).kinds)


def back_matter(document: Structure, *, authors: tuple[Name, ...] = (), part: bool = False) -> BackMatter:
    """Tell what stands behind the article; blocks that are notes already are read likewise."""
    reading = _Reading(document, authors or document.metadata.authors)
    parts: dict[int, str] = {}
    end = len(document.blocks)
    while found := reading.last_part(end):
        end, name = found
        parts[end] = name
    kinds = document.blocks.columns()[2]
    before = sum(kind in (Kind.PARAGRAPH, Kind.CONTINUATION) for kind in kinds[:end])
    if before < (1 if part else _FEWEST):
        return BackMatter({}, {})
    of_article = (Kind.HEADING, Kind.RULE, Kind.TABLE)
    return BackMatter(
        {at: Kind.NOTE for at in range(end, len(kinds)) if kinds[at] not in of_article},
        dict(sorted(parts.items())),
    )


class _Reading:
    """The blocks of a document, read from the end on."""

    def __init__(self, document: Structure, authors: tuple[Name, ...]) -> None:
        self._document = document
        self._authors = authors
        self._starts, self._ends, self._kinds, _, self._quotes, self._markers = document.blocks.columns()
        self._closings = 0
        self._notes_end = 0

    def last_part(self, end: int) -> tuple[int, str] | None:
        """The part that ends before the block `end`: its first block and its name; None for the article's."""
        last = end - 1
        while last >= 0 and self._kinds[last] == Kind.RULE:
            last -= 1
        if last < 0 or self._quotes[last] or self._kinds[last] not in (*_WORDS, Kind.HEADING):
            return None
        return self._closing(last) or self._titled(last) or self._numbered(last)

    def _text(self, at: int) -> str:
        return self._document.text[self._starts[at] : min(self._ends[at], self._starts[at] + _READ)]

    def _length(self, at: int) -> int:
        return self._ends[at] - self._starts[at]

    def _closing(self, last: int) -> tuple[int, str] | None:
        """A block that says itself what it is."""
        if self._closings == _CLOSING or self._length(last) >= _READ or self._kinds[last] == Kind.HEADING:
            return None
        text = self._text(last)
        name = closing_name(text)
        if name in ("References", "") and (titled := titled_line(text)):
            name = (
                titled[1] if titled[0] not in ("summary", "sharing") and self._fits(titled[0], [last]) else ""
            )
        elif name == "References" and not _WORK.search(text):
            name = ""
        if (
            not name
            and self._kinds[last] != Kind.ITEM
            and is_authors_note(text, self._authors, self._mentioned(last))
        ):
            name = "About the author"
        if not name:
            return None
        self._closings += 1
        return last, name

    def _mentioned(self, last: int) -> _Mentions:
        return _Mentions(self._document, self._body_start(), self._starts[last])

    def _body_start(self) -> int:
        first = next((at for at, kind in enumerate(self._kinds) if kind in (Kind.PARAGRAPH, Kind.ITEM)), 0)
        return self._starts[first]

    def _titled(self, last: int) -> tuple[int, str] | None:
        """A title, and under it what such a title promises."""
        for at in range(last, max(-1, last - _MOST), -1):
            kind = self._kinds[at]
            if self._length(at) <= _TITLE and kind in (Kind.HEADING, Kind.PARAGRAPH, Kind.NOTE):
                title = self._text(at)
                matter = matter_of_title(title)
                held = [index for index in range(at + 1, last + 1) if self._kinds[index] in _WORDS]
                if matter and matter != "summary" and held and self._fits(matter, held):
                    return at, clean_line(title).rstrip(":： ")
            if kind == Kind.HEADING or self._quotes[at] or kind == Kind.TABLE:
                return None
        return None

    def _fits(self, matter: Matter, held: Sequence[int]) -> bool:
        """Whether blocks are what their title says."""
        limits = _LIMITS[matter]
        length = sum(map(self._length, held))
        if len(held) > limits.blocks or length > limits.each * len(held):
            return False
        if matter == "notes":
            return sum(map(self._is_note, held)) * 2 >= len(held)
        if matter == "references":
            return sum(map(self._is_work, held)) * 2 >= len(held)
        if matter in ("further", "sharing"):
            short = (self._kinds[at] == Kind.ITEM or self._length(at) < 200 for at in held)
            return sum(short) * 2 >= len(held)
        return True

    def _is_note(self, at: int) -> bool:
        marker = self._markers.get(at, "")
        if marker and (marker[:1] == "•" or any(map(str.isdigit, marker))):
            return True
        text = self._text(at)
        return bool(_NOTE_SIGN.match(text) or _MARK.match(text) or titled_line(text))

    def _is_work(self, at: int) -> bool:
        return self._kinds[at] == Kind.CODE or _WORK.search(self._text(at)) is not None

    def _numbered(self, last: int) -> tuple[int, str] | None:
        """Notes without a title: numbered down to the first, to which the article refers."""
        expected: int | None = None
        for at in range(last, max(-1, last - _MOST), -1):
            number, sign = self._note_number(at)
            if not number or (expected is not None and number != expected):
                return None
            if number == 1:
                before = self._document.text[self._body_start() : self._starts[at]]
                return (at, "Notes") if any(one in before for one in sign) else None
            expected = number - 1
        return None

    def _note_number(self, at: int) -> tuple[int, tuple[str, ...]]:
        """The number that a block opens with (0 for none), and how the first of such notes is referred to."""
        if self._kinds[at] not in _WORDS:
            return 0, ()
        marker = self._markers.get(at, "")
        match = _NOTE_SIGN.match(marker or self._text(at))
        if match is None:
            return 0, ()
        if match["circled"]:
            return ord(match["circled"]) - ord("①") + 1, ("①",)
        if match["raised"]:
            return int(match["raised"].translate(_RAISED)), ("¹", "[1]")
        number = int(match["bracketed"] or match["caret"] or match["round"] or match["pointed"])
        return number, ("[1]", "[^1]", "¹", "^1", "①", "［1］", "〔1〕")


class _Mentions:
    """Whether a name stands in the article: in the text [start, end), which is fetched once."""

    def __init__(self, document: Structure, start: int, end: int) -> None:
        self._document, self._start, self._end = document, start, end
        self._words: str | None = None

    def __call__(self, name: str) -> bool:
        if self._words is None:
            self._words = self._document.text[self._start : self._end]
        return name in self._words
