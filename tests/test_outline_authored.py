"""An outline without what was inferred: what is left stands where it stood."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.outline import Outline, Section
from corpus.outline.authored import authored

_LENGTH = 300


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """Outlines as documents have them: each section ends where the next of its level or above begins."""
    levels: list[int] = []
    for _ in range(draw(st.integers(0, 12))):
        levels.append(draw(st.integers(1, 1 + (levels[-1] if levels else 0))))
    starts = sorted(draw(st.sets(st.integers(0, _LENGTH - 1), min_size=len(levels), max_size=len(levels))))
    sections = []
    for at, (level, start) in enumerate(zip(levels, starts, strict=True)):
        ends = (other for other in range(at + 1, len(levels)) if levels[other] <= level)
        after = next(ends, None)
        end = _LENGTH if after is None else starts[after]
        inferred, by_reader = draw(st.booleans()), draw(st.booleans())
        sections.append(Section(str(at), level, start, end, inferred=inferred, by_reader=by_reader))
    return Outline(tuple(sections))


@given(outlines())
def test_what_is_left_is_in_order_nested_without_gaps_and_covers_the_text(outline: Outline) -> None:
    left = authored(outline).sections
    kept = [section for section in outline.sections if section.by_reader or not section.inferred]
    assert [(one.title, one.start) for one in left] == [(one.title, one.start) for one in kept]
    deepest = 0
    for at, section in enumerate(left):
        assert section.level <= deepest + 1
        deepest = section.level
        after = next((one.start for one in left[at + 1 :] if one.level <= section.level), _LENGTH)
        if len(kept) < len(outline):
            assert section.end == after


@given(outlines())
def test_where_nothing_was_inferred_the_outline_is_the_same_one(outline: Outline) -> None:
    left = authored(outline)
    assert authored(left) is left


def test_the_note_before_an_article_does_not_take_the_article_in() -> None:
    note = Section("Note", 1, 0, 10, matter="front")
    article = (Section("One", 1, 10, 20, inferred=True), Section("Two", 1, 20, 30, inferred=True))
    left = authored(Outline((note, *article)))
    assert left.sections == (note,)
    assert left.at(5) == 0
    assert left.at(15) is None
