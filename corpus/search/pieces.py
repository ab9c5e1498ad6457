"""Where the pieces of a query lie: quoted stretches, chunks without spaces, and what near(…) holds.

Signs that a Chinese or Japanese keyboard types stand for the ASCII ones. Each character is looked at a
fixed number of times, whatever the query is.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple

from corpus.expression import expression

NEARBY: Final = 10
FARTHEST: Final = 999
"""How many words may stand between where near(…) names no number, and at most."""

STARS: Final = "*\uff0a"
TILDES: Final = "~\uff5e\u301c"

# Languages quote „so“, ”so”, «so» and »so«, and keyboards mix straight marks with curly ones.
_CLOSERS: Final = {
    '"': '"”“＂',
    "＂": '"”“＂',
    "“": '”"“＂',
    "”": '”"“＂',
    "„": '“”"＂',
    "«": "»",
    "»": "«»",
    "「": "」",
    "『": "』",
}
_ENDS: Final = {opener: expression(f"[{closers}]") for opener, closers in _CLOSERS.items()}
_QUOTES: Final = "".join(dict.fromkeys("".join(_CLOSERS) + "".join(_CLOSERS.values())))

# A mark that closes nothing parts words, as a space does.
_GAP: Final = expression("[\\s」』]+")
_CHUNK: Final = expression(rf"[^\s{_QUOTES}]*")
_MINUS: Final = expression("[-\uff0d\u2212\u2013](?=[^\\s\\-\uff0d\u2212\u2013])")
# Letters of ASCII alone, in either case: “ſection:” is no field.
_FIELD: Final = expression("((?ai:title|author|section|in|lang|date|near))[:\uff1a]")
_NEAR: Final = expression("(?ai:near)(?:[:\uff1a](\\d*)\\s*)?[(\uff08]")
_BORDER: Final = expression(f"[()\uff08\uff09{''.join(_CLOSERS)}]")


class Kind(Enum):
    """What a piece is."""

    PLAIN = auto()
    QUOTED = auto()
    NEAR = auto()


class Piece(NamedTuple):
    """A piece of a query: what it holds is at offsets [start, end), and it ends at `after`.

    `field` is the name before its colon in small letters, or nothing; `within` is for `Kind.NEAR`.
    """

    kind: Kind
    start: int
    end: int
    after: int
    negated: bool = False
    field: str = ""
    within: int = 0

    @property
    def closed(self) -> bool:
        """Whether a quotation mark or a parenthesis ends it, and not only a space or the query's end."""
        return self.after > self.end


def pieces(query: str) -> Iterator[Piece]:
    """The pieces of a query in order; a plain one may be empty where a field has no value."""
    place = 0
    while (place := _after_gap(query, place, len(query))) < len(query):
        piece = _piece(query, place)
        yield piece
        place = piece.after


def pieces_inside(query: str, near: Piece) -> Iterator[Piece]:
    """The pieces that a near(…) holds: there are no fields in it, and no near(…) again."""
    place = near.start
    while (place := _after_gap(query, place, near.end)) < near.end:
        head = _after_minus(query, place, near.end)
        piece = _stretch(query, head, near.end)
        yield piece._replace(negated=head > place)
        place = piece.after


def _after_gap(query: str, place: int, end: int) -> int:
    gap = _GAP.match(query, place, end)
    return gap.end() if gap else place


def _after_minus(query: str, place: int, end: int) -> int:
    """Where the piece goes on after the sign that negates it: only a space can stand before that."""
    if place and not (query[place - 1].isspace() or query[place - 1] in "(\uff08"):
        return place
    return place + 1 if _MINUS.match(query, place, end) else place


def _piece(query: str, place: int) -> Piece:
    head = _after_minus(query, place, len(query))
    negated = head > place
    if near := _NEAR.match(query, head):
        digits = near[1] or str(NEARBY)
        within = int(digits) if len(digits) <= len(str(FARTHEST)) else FARTHEST
        end, after = _parenthesis(query, near.end())
        return Piece(Kind.NEAR, near.end(), end, after, negated, within=within)
    if field := _FIELD.match(query, head):
        return _stretch(query, field.end(), len(query))._replace(negated=negated, field=field[1].lower())
    return _stretch(query, head, len(query))._replace(negated=negated)


def _stretch(query: str, place: int, end: int) -> Piece:
    """What is quoted from here on, or else what is written together."""
    if place < end and query[place] in _CLOSERS:
        closer = _ENDS[query[place]].search(query, place + 1, end)
        return Piece(Kind.QUOTED, place + 1, *(closer.span() if closer else (end, end)))
    chunk = _CHUNK.match(query, place, end)
    last = chunk.end() if chunk else place
    return Piece(Kind.PLAIN, place, last, last)


def _parenthesis(query: str, start: int) -> tuple[int, int]:
    """Where what stands in a parenthesis ends, and where the query goes on."""
    place, depth = start, 1
    while border := _BORDER.search(query, place):
        if border[0] in _CLOSERS:
            place = _stretch(query, border.start(), len(query)).after
            continue
        place = border.end()
        depth += 1 if border[0] in "(\uff08" else -1
        if not depth:
            return border.span()
    return len(query), len(query)
