"""Whether the search finds every phrase that stands in the texts, at its place, and none that does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from corpus.sanitiser import clean_line
from corpus.search import Search
from tests.bench.search.drawing import Drawing, Drawn, NothingToDraw
from tests.bench.search.measures import Amounts, Row
from tests.bench.search.results import Results
from tests.bench.search.scan import FoldedTexts

ALL: Final = 100_000
"""More hits than there are."""
_SAID: Final = 10
_ENGINE: Final = "pincite"


def complete(
    texts: str, search: Search, folded: FoldedTexts, drawing: Drawing, amounts: Amounts, results: Results
) -> None:
    """Ask for phrases that stand there, and for altered ones of which a scan says that they do not."""
    failures = _Failures(results)
    for drawn in drawing.phrases(amounts.drawn, 2, 8):
        _look_for(search, drawn, Row("found", texts, _ENGINE), results, failures)
    try:
        for drawn in drawing.chinese_phrases(amounts.chinese, 2, 6):
            _look_for(search, drawn, Row("found, Chinese", texts, _ENGINE), results, failures)
    except NothingToDraw as nothing:
        results.remarks.append(f"{texts}: {nothing}.")
    for phrase in drawing.altered_phrases(amounts.altered, folded.stands):
        answer = search.hits(_quoted(phrase), limit=ALL, literally=True)
        right = not answer.hits and answer.complete
        results.note(Row("not found", texts, _ENGINE), right)
        if not right:
            what = f"in article {answer.hits[0].article}" if answer.hits else "not for certain"
            failures.add(f"{texts}: stands nowhere, found {what}: “{phrase}”")
    failures.close()


def _look_for(search: Search, drawn: Drawn, row: Row, results: Results, failures: _Failures) -> None:
    answer = search.hits(_quoted(drawn.text), limit=ALL, literally=True)
    here = [hit for hit in answer.hits if hit.article == drawn.article]
    found = any(hit.start <= drawn.start and drawn.end <= hit.end for hit in here)
    marked = any((drawn.start, drawn.end) in hit.marks for hit in here)
    results.note(row, found)
    results.note(row._replace(measure="marked"), marked)
    place = f"article {drawn.article} at {drawn.start}: “{drawn.text}”"
    if not found:
        failures.add(f"{row.texts}: not found: {place} ({len(here)} hits in it, {answer.total} in all)")
    elif not marked:
        marks = [mark for hit in here for mark in hit.marks if mark[0] < drawn.end and mark[1] > drawn.start]
        failures.add(f"{row.texts}: marked {marks} for {(drawn.start, drawn.end)}: {place}")


class _Failures:
    """The first of them are said in full, the others counted."""

    def __init__(self, results: Results) -> None:
        self._say: Callable[[str], None] = results.remarks.append
        self._count = 0

    def add(self, what: str) -> None:
        """One more; the texts are not ours, and may have anything in them."""
        self._count += 1
        if self._count <= _SAID:
            self._say(clean_line(what))

    def close(self) -> None:
        """Say how many there were, if there were more than were said."""
        if self._count > _SAID:
            self._say(f"… and {self._count - _SAID} more.")


def _quoted(phrase: str) -> str:
    return f'"{phrase}"'
