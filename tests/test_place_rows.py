"""Lines of marks and highlights: they fit, they belong to their places, and they are harmless."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.draft import Draft
from corpus.finding_again.found import Found, State
from corpus.library.places import FoundPlace, Marked
from corpus.passages.selectors import Part
from corpus.word_diff import word_diff
from tui import cells
from tui.place_rows import PlaceLines

HOSTILE = st.text(alphabet="ab \n\t\x1b\x9b\u202e水é\u0301\u200b", min_size=1, max_size=200)


def document() -> Document:
    draft = Draft()
    for words in ("The river had risen in the night.", "水位很高。" * 30, "He left."):
        draft.add(words)
    return draft.document()


DOCUMENT = document()


@st.composite
def places(draw: st.DrawFn) -> FoundPlace:
    words, other = draw(HOSTILE), draw(HOSTILE)
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(DOCUMENT.text))] * 2)))
    was, now = draw(HOSTILE), draw(HOSTILE)
    marked = Marked(1, 1, draw(st.sampled_from(["", "a", "é", "ж"])), Part(start, end, words), "", "")
    found = draw(
        st.sampled_from(
            [
                Found(State.SAME, (start, end), was=was, now=was),
                Found(State.MOVED, (start, end), was=was, now=now),
                Found(State.EDITED, (start, end), word_diff(words, other), was=was, now=now),
                Found(State.AMBIGUOUS, others=((start, end), (0, 1)), was=was),
                Found(State.LOST, was=was),
            ]
        )
    )
    return FoundPlace(marked, found)


@given(st.lists(places(), max_size=4), st.integers(14, 70), st.booleans())
def test_lines_fit_and_are_harmless(stands: list[FoundPlace], width: int, plain: bool) -> None:
    lines = PlaceLines(DOCUMENT, stands, width, plain=plain)
    entries = [lines.entry(line) for line in range(len(lines))]
    assert [entry for entry in dict.fromkeys(entries) if entry >= 0] == list(range(len(stands)))
    for entry in range(len(stands)):
        assert all(entries[line] == entry for line in lines.of(entry))
    for line in range(-1, len(lines) + 1):
        words = "".join(words for words, _ in lines.painted(line, width, 0))
        assert cells.width(words) == width
        assert not set(words) & set("\n\t\x1b\x9b\u202e")
