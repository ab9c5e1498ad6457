"""Where a hit stands in an article as it is now: its file may have changed since it was searched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from corpus.find import Span

if TYPE_CHECKING:
    from corpus.document import Readable
    from corpus.search.answer import Hit

_SPACE: Final = re.compile(r"\s+")


def places(document: Readable, hit: Hit) -> tuple[Span, ...] | None:
    """The spans of the words of a hit: as they were found, or moved; None where they are gone."""
    shown = hit.snippet.marks
    if not hit.marks or not shown:
        return hit.marks
    words = hit.snippet.text[slice(*shown[0])]
    if _said(document, hit.marks[0]) == _SPACE.sub(" ", words):
        return hit.marks
    around = hit.snippet.text[shown[0][0] : shown[-1][1]]
    wanted = re.compile(r"\s+".join(map(re.escape, around.split())))
    starts = [match.start() for match in wanted.finditer(document.text[:])]
    if not starts:
        return None
    moved = min(starts, key=lambda start: abs(start - hit.marks[0][0])) - hit.marks[0][0]
    return tuple((start + moved, end + moved) for start, end in hit.marks)


def _said(document: Readable, span: Span) -> str:
    return _SPACE.sub(" ", document.text[span[0] : span[1]])
