"""The lines of a checked quotation: each place that it may be from, and what differs. No Textual in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.quotation.checked import Match, Verdict
from corpus.sanitiser import clean_line
from tui import cells
from tui.diff_lines import diff_lines
from tui.looks import Piece
from tui.proof import Proof, agreed_words, is_wrong
from tui.sheet_lines import wrapped

if TYPE_CHECKING:
    from corpus.tracing.traced import Agreed

_DIFF_LINES: Final = 24
_WORD_LINES: Final = 4
_SAID_LINES: Final = 3
_SEEN: Final = 2_000
"""Characters of the words of a source that are looked at: no sheet shows more of them."""
_INDENT: Final = 2
_CALLED: Final = {
    Verdict.VERBATIM: "verbatim",
    Verdict.ALTERED: "altered",
    Verdict.PARTIAL: "in part",
    Verdict.ABSENT: "absent",
}


class ProofRow(NamedTuple):
    """A line of the list: pieces of words with their looks, and the place that it belongs to (from 0)."""

    pieces: tuple[Piece, ...] = ()
    match: int = -1


def proof_rows(proof: Proof, width: int, *, signs: bool = False) -> list[ProofRow]:
    """The lines of a proof over so many cells; `signs` mark what differs where there are no colours."""
    room = max(8, width - _INDENT - 1)
    rows: list[ProofRow] = []
    for index, match in enumerate(proof.checked.matches):
        if rows:
            rows.append(ProofRow())
        agreed = proof.agreed[index] if index < len(proof.agreed) else None
        rows += [ProofRow(tuple(line), index) for line in _lines(match, agreed, room, signs=signs)]
    return rows


def _lines(match: Match, agreed: Agreed | None, room: int, *, signs: bool) -> list[list[Piece]]:
    verdict = _CALLED[match.verdict]
    place = f" · {clean_line(match.place)}" if match.place else ""
    title = cells.cut(clean_line(match.title), max(4, room - cells.width(verdict + place) - 2))
    lines: list[list[Piece]] = [[(title, ("title",)), (place, ()), ("  ", ()), (verdict, ("accent",))]]
    if match.verdict is Verdict.VERBATIM or not match.diff:
        lines += wrapped([(clean_line(match.offered[:_SEEN]), ())], room, _WORD_LINES)
    else:
        lines += diff_lines(match.diff, room, _DIFF_LINES, signs=signs)
    if match.remarks:
        lines += wrapped([(clean_line(" · ".join(match.remarks)), ("dim",))], room, _SAID_LINES)
    if agreed:
        looks = ("accent", "bold") if is_wrong(agreed) else ("dim",)
        lines += wrapped([(clean_line(agreed_words(agreed, match)), looks)], room, _SAID_LINES)
    return lines


def painted_proof(row: ProofRow, width: int, chosen: int) -> list[Piece]:
    """A line over so many cells; the place that is chosen has a bar."""
    bar = "▌" if row.match >= 0 and row.match == chosen else " "
    used = _INDENT + sum(cells.width(words) for words, _ in row.pieces)
    return [(bar, ("accent",)), (" " * (_INDENT - 1), ()), *row.pieces, (" " * max(0, width - used), ())]
