"""The head of a request for comments, or of an Internet-Draft: two columns above the title.

On the left it says what it is, on the right who wrote it, for whom, and when. Source: RFC 7322 § 4.1, and
those before it (RFC 2223 § 4), which differ in what may stand on the left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpus.dates import parse_date
from corpus.document import Kind, Structure
from corpus.expression import expression
from corpus.matter.block_reading import Reading, known
from corpus.metadata import Metadata, Name, PartialDate
from corpus.names import parse_name
from corpus.sanitiser import clean_line

SERIES: Final = "Request for Comments"
DRAFT: Final = "Internet-Draft"
_SOURCE: Final = "the head of the memo"
_MOST_LINES: Final = 40
_WIDEST: Final = 100
_NUMBER: Final = expression(r"(?:request for comments|rfc) ?(?:: ?#? ?|# ?)(?P<number>\d{1,5})\b.*", 2)
_DRAFT: Final = expression(r"internet[ -]draft\b.*", 2)
_GAP: Final = expression(r"(?:^|(?<=\S)) {3,}|\t+")
_DATE: Final = expression(r"(?:\d{1,2} )?[A-Z][a-z]{2,8}(?: \d{1,2},)? \d{4}")
_ROLE: Final = expression(r",? ?[,(]? ?(?:eds?\.?|editors?)\)?$", 2)
# "S. Pfeiffer", "J-L. Gailly", "C. Stephen Carr", "P. van der Stok": the initials are what tells a person.
_PERSON: Final = expression(
    r"(?:[A-Z][a-z]?(?:-[A-Za-z])?\. ?)+"
    r"(?:(?:[a-z]{1,4} |[A-Z][\w’'-]* ){0,3}[^\W\d_][\w’'-]*)(?:,? (?:Jr|Sr|II|III)\.?)?"
)
_DRAFT_NAME: Final = expression(r"<?(?P<name>draft-[a-z0-9-]{3,80}?)(?:\.txt)?>?", 2)
_TITLE_LINES: Final = 5
_BEFORE_HEAD: Final = 3
"""Blocks among which the head stands: a mark of whoever filed it may stand above."""


class MemoHead(NamedTuple):
    """What a head says: the number is "" for a draft."""

    number: str
    authors: tuple[Name, ...]
    date: PartialDate | None


class MemoTitle(NamedTuple):
    """The title below a head: how many lines it takes, and its words."""

    lines: int
    words: str


class Memo(NamedTuple):
    """What a document says that begins with such a head.

    `kinds` are the blocks that are not of the article, by index; `end` is the one behind the last of them.
    """

    reading: Reading
    kinds: dict[int, Kind]
    end: int


def is_memo_head(lines: Sequence[str]) -> bool:
    """Whether these lines, with no blank one among them, are the head of a memo."""
    return memo_head(lines) is not None


def memo_head(lines: Sequence[str]) -> MemoHead | None:
    """What lines say that are the head of a memo; None for any other."""
    if not 2 <= len(lines) <= _MOST_LINES or not any(line[:1] in "RrIi" for line in lines):
        return None
    rows = [_columns(line) for line in lines]
    numbers = [match for left, _ in rows if left and (match := _NUMBER.fullmatch(left))]
    if not numbers and not any(_DRAFT.fullmatch(left) for left, _ in rows if left):
        return None
    right = [clean_line(words) for _, words in rows if words]
    dates = [words for words in right if _DATE.fullmatch(words)]
    date = next((found for words in reversed(dates) if (found := parse_date(words))), None)
    authors = tuple(_authors([words for words in right if words not in dates]))
    if date is None and not authors:
        return None
    return MemoHead(numbers[0]["number"] if numbers else "", authors, date)


def _columns(line: str) -> tuple[str, str]:
    """What stands on the left of a line, and on the right."""
    if len(line) > _WIDEST:
        return line, ""
    left, *rest = _GAP.split(line.rstrip(), maxsplit=1)
    return left, rest[0].strip() if rest else ""


def _authors(right: Sequence[str]) -> Iterator[Name]:
    """Those who wrote it, among those for whom they did: below one or more of them stands their house."""
    people = [_ROLE.sub("", words) for words in right]
    known_people = [words for words in people if _PERSON.fullmatch(words)]
    # Whoever has no initials stands first, if he is a person at all: "Michael Lodder", "IAB".
    yield from map(parse_name, known_people or people[:1])


def memo_title(lines: Sequence[str]) -> MemoTitle | None:
    """The title in the lines below a head, up to a blank one; None where they are set as anything else."""
    words = list(lines[: _TITLE_LINES + 1])
    if words and _DRAFT_NAME.fullmatch(words[-1].strip()):
        words.pop()
    if not 1 <= len(words) <= _TITLE_LINES or len(lines) > _TITLE_LINES + 1:
        return None
    if not all(line.startswith((" ", "\t")) and len(line) <= _WIDEST for line in words):
        return None
    title = clean_line(" ".join(words))
    return MemoTitle(len(words), title) if title and title[-1] != "." else None


def memo_at(document: Structure) -> Memo | None:
    """The head of a memo that a document begins with; None for any other document."""
    blocks = document.blocks
    for at in range(min(_BEFORE_HEAD, len(blocks))):
        block = blocks[at]
        if block.kind in (Kind.CODE, Kind.NOTE) and block.end - block.start < _MOST_LINES * _WIDEST:
            head = memo_head(document.text[block.start : block.end].split("\n"))
            if head is not None:
                return _memo(document, at, head)
    return None


def _memo(document: Structure, at: int, head: MemoHead) -> Memo:
    number, genre = head.number, SERIES if head.number else DRAFT
    # Whatever stands above the head is a mark of whoever filed it.
    kinds = dict.fromkeys(range(at + 1), Kind.NOTE)
    end = at + 1
    blocks = document.blocks
    if end + 1 < len(blocks) and blocks[end].kind is Kind.HEADING:
        below = blocks[end + 1]
        words = document.text[below.start : min(below.end, below.start + _WIDEST)].strip()
        if below.kind in (Kind.PARAGRAPH, Kind.NOTE) and (match := _DRAFT_NAME.fullmatch(words)):
            kinds[end + 1] = Kind.NOTE
            number = number or match["name"]
            end += 2
    sources = dict.fromkeys(("type", "genre", "number") if number else ("type", "genre"), _SOURCE)
    metadata = Metadata(type="report", genre=genre, number=number, sources=sources)
    metadata = metadata.filled_from(known(_SOURCE, date=head.date, authors=head.authors))
    label = f"RFC {head.number}" if head.number else DRAFT
    return Memo(Reading(metadata, (label, *([head.date.iso()] if head.date else []))), kinds, end)
