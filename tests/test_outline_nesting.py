"""Where a place stands in an outline, against the plain definition of it."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from corpus.draft import Draft
from corpus.outline import Outline
from corpus.outline.section import Entry, sections_of

SECTIONS = st.lists(st.tuples(st.integers(1, 12), st.integers(0, 4)), max_size=40)
"""Levels, and the characters between the beginnings of two sections."""


def outline_from(sections: list[tuple[int, int]], before: int = 0) -> Outline:
    draft = Draft()
    draft.add("x" * (200 + before))
    starts = accumulate((gap for _, gap in sections), initial=before)
    entries = [
        Entry(f"Section {n}", level, start)
        for n, ((level, _), start) in enumerate(zip(sections, starts, strict=False))
    ]
    return Outline(sections_of(draft.document(), entries))


def naive_parent(outline: Outline, index: int) -> int | None:
    levels = [section.level for section in outline.sections]
    return next((above for above in reversed(range(index)) if levels[above] < levels[index]), None)


@given(SECTIONS)
def test_a_section_is_held_by_the_nearest_one_of_a_higher_level(sections: list[tuple[int, int]]) -> None:
    outline = outline_from(sections)
    parents = [naive_parent(outline, index) for index in range(len(outline))]
    assert [outline.parent(index) for index in range(len(outline))] == parents


@given(SECTIONS)
def test_below_a_section_are_those_that_it_holds_in_some_way(sections: list[tuple[int, int]]) -> None:
    outline = outline_from(sections)

    def ancestors(index: int | None) -> set[int]:
        found = set()
        while index is not None and (index := naive_parent(outline, index)) is not None:
            found.add(index)
        return found

    held = [ancestors(index) for index in range(len(outline))]
    for index in range(len(outline)):
        below = [other for other in range(len(outline)) if index in held[other]]
        assert list(outline.below(index)) == below


@given(SECTIONS, st.integers(0, 5), st.integers(0, 210))
def test_a_place_stands_in_the_last_section_that_holds_it(
    sections: list[tuple[int, int]], before: int, offset: int
) -> None:
    outline = outline_from(sections, before)
    holding = [n for n, one in enumerate(outline.sections) if one.start <= offset < one.end]
    assert outline.at(offset) == (holding[-1] if holding else None)
    path: list[str] = []
    at = outline.at(offset)
    while at is not None:
        path.insert(0, outline.sections[at].title)
        at = naive_parent(outline, at)
    assert outline.path(offset) == tuple(path)


@given(SECTIONS)
def test_a_section_ends_where_one_of_its_level_or_above_starts(sections: list[tuple[int, int]]) -> None:
    outline = outline_from(sections)
    for index, section in enumerate(outline.sections):
        later = outline.sections[index + 1 :]
        following = next((one.start for one in later if one.level <= section.level), 200)
        assert section.end == following
