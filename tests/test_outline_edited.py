"""An outline as its reader has made it: entry by entry, with the text and all other entries as they were."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citation.place import place_of
from corpus.document import Document, Kind, Readable
from corpus.draft import Draft
from corpus.edited_outline import CHANGES, OutlineEdit, anchored, edited, part_at
from corpus.outline import outline_of
from corpus.outline.section import Entry, sections_of
from corpus.passages.passage import Passage

AUTHORED = (
    *(("Ships", 1), "Ships are built of oak.", ("Sails", 2), "Sails are woven of linen."),
    *(("Knots", 3), "Knots hold fast.", ("Masts", 2), "Masts are of pine."),
    *(("Ports", 1), "Ports are built of stone.", "Tides come into all of them."),
)
"""Ships, with Sails, with Knots, and Masts in it; then Ports, with two paragraphs."""
NOTE = "Editor’s Note: Ana Ruiz is an engineer."
PLAIN = ("The river had risen.", "The keeper woke the others.", "Nobody had read the book.")


def text(*blocks: str | tuple[str, int]) -> Document:
    draft = Draft()
    for block in blocks:
        if isinstance(block, str):
            draft.add(block, Kind.NOTE if block == NOTE else Kind.PARAGRAPH)
        else:
            draft.add(block[0], Kind.HEADING, level=block[1])
    return draft.document()


def shown(document: Document, *edits: OutlineEdit) -> list[str]:
    """Level, title and paragraph of each entry; "*" is the reader’s, "~" is inferred."""
    outline = edited(document, outline_of(document), edits)
    return [
        f"{one.level} {'*' if one.by_reader else '~' if one.inferred else ''}{one.title} {one.number}"
        for one in outline.sections
    ]


def at(document: Document, words: str) -> int:
    return document.text.index(words)


def why(document: Document, edit: OutlineEdit) -> str:
    outline = edited(document, outline_of(document), [edit])
    return next(one.why for one in outline.sections if one.start == edit.start)


SHIPS = text(*AUTHORED)
RIVER = text(*PLAIN)


def test_what_nobody_has_edited_is_as_it_was() -> None:
    outline = outline_of(SHIPS)
    assert edited(SHIPS, outline, ()).sections == outline.sections
    assert shown(SHIPS) == ["1 Ships 1", "2 Sails 2", "3 Knots 3", "2 Masts 4", "1 Ports 5"]


def test_a_name_is_given_and_taken_back() -> None:
    start = at(SHIPS, "Sails")
    named = OutlineEdit("renamed", start, "What drives them")
    assert shown(SHIPS, named)[1] == "2 *What drives them 2"
    assert why(SHIPS, named) == "You named this entry; the author wrote “Sails”."
    assert shown(SHIPS, named, OutlineEdit("renamed", start)) == shown(SHIPS)
    assert shown(SHIPS, OutlineEdit("renamed", start)) == shown(SHIPS)


def test_an_inferred_entry_that_was_named_is_the_readers() -> None:
    named = OutlineEdit("renamed", at(RIVER, "The keeper"), "Alarm")
    assert shown(RIVER, named)[:2] == ["1 ~The river had risen 1", "1 *Alarm 2"]
    assert why(RIVER, named) == "You named this entry; it was called “The keeper woke the others”."


def test_what_a_removed_entry_held_moves_up_a_level_and_what_a_joined_one_held_does_not() -> None:
    assert shown(SHIPS, OutlineEdit("removed", at(SHIPS, "Sails"))) == [
        *("1 Ships 1", "2 Knots 3", "2 Masts 4", "1 Ports 5")
    ]
    assert shown(SHIPS, OutlineEdit("removed", at(SHIPS, "Ships"))) == [
        *("1 Sails 2", "2 Knots 3", "1 Masts 4", "1 Ports 5")
    ]
    ships = text(("Oak", 1), "Of oak.", *AUTHORED)
    assert shown(ships, OutlineEdit("joined", at(ships, "Ships"))) == [
        *("1 Oak 1", "2 Sails 3", "3 Knots 4", "2 Masts 5", "1 Ports 6")
    ]


def test_an_entry_is_added_with_a_name_or_called_by_its_words() -> None:
    start = at(SHIPS, "Tides")
    assert shown(SHIPS, OutlineEdit("added", start, "Tides", 2))[-1] == "2 *Tides 6"
    assert shown(SHIPS, OutlineEdit("added", start, level=1))[-1] == "1 *Tides come into all of them 6"
    named = (OutlineEdit("added", start, "Tides"), OutlineEdit("renamed", start, "Ebb"))
    assert shown(SHIPS, *named)[-1] == "1 *Ebb 6"
    assert shown(SHIPS, *named, OutlineEdit("renamed", start))[-1] == "1 *Tides come into all of them 6"
    assert why(SHIPS, named[0]) == "You placed this entry here."


def test_where_the_outline_is_made_otherwise_by_now_a_name_is_kept_and_nothing_else() -> None:
    start = at(SHIPS, "Tides")
    assert shown(SHIPS, OutlineEdit("removed", start), OutlineEdit("joined", start)) == shown(SHIPS)
    assert shown(SHIPS, OutlineEdit("renamed", start, "Tides", 2))[-1] == "2 *Tides 6"
    assert shown(SHIPS, OutlineEdit("renamed", start)) == shown(SHIPS)
    # Where the program has one, too, the name counts; without a name it is the reader’s all the same.
    begins = at(RIVER, "The keeper")
    assert shown(RIVER, OutlineEdit("added", begins, "Alarm"))[1] == "1 *Alarm 2"
    assert shown(RIVER, OutlineEdit("added", begins))[1] == "1 *The keeper woke the others 2"
    assert shown(RIVER, OutlineEdit("added", 10_000, "Beyond")) == shown(RIVER)


def test_a_section_that_grows_has_the_number_of_its_first_paragraph() -> None:
    document = text(("Empty", 1), ("Full", 1), "Words.")
    assert shown(document) == ["1 Empty ", "1 Full 1"]
    assert shown(document, OutlineEdit("removed", at(document, "Full"))) == ["1 Empty 1"]


def test_front_matter_does_not_reach_into_the_article() -> None:
    document = text(NOTE, *PLAIN)
    outline = outline_of(document)
    assert outline.sections[0].matter == "front"
    gone = [OutlineEdit("removed", one.start) for one in outline.sections[1:]]
    (front,) = edited(document, outline, gone).sections
    assert (front.start, front.end) == (0, outline.sections[1].start)
    added = edited(document, outline, [*gone, OutlineEdit("added", at(document, "The keeper"), "Alarm")])
    assert [(one.matter, one.number) for one in added.sections] == [("front", ""), ("body", "2")]


def test_citations_go_by_what_the_author_wrote() -> None:
    start = at(SHIPS, "Sails are")
    outline = outline_of(SHIPS)
    changed = edited(SHIPS, outline, [OutlineEdit("renamed", at(SHIPS, "Sails"), "Mine")])
    assert changed.path(start) == ("Ships", "Mine")
    # What is edited is an outline of its own: passages are taken with the other one.
    passage = Passage(SHIPS, outline, start, start + 5)
    assert place_of(passage, passage).heading == "Sails"


# Properties --------------------------------------------------------------------------------------

BLOCKS = st.lists(
    st.one_of(
        st.sampled_from(PLAIN), st.tuples(st.sampled_from(["Ships", "Sails", "Ports"]), st.integers(1, 4))
    ),
    min_size=1,
    max_size=16,
)
EDITS = st.lists(
    st.tuples(st.sampled_from(CHANGES), st.integers(0, 16), st.sampled_from(["", "Mine"]), st.integers(1, 6)),
    max_size=8,
)


@given(st.booleans(), BLOCKS, EDITS)
def test_whatever_is_edited_the_outline_is_one_and_what_was_not_edited_is_as_it_was(
    noted: bool, blocks: list[str | tuple[str, int]], wanted: list[tuple[str, int, str, int]]
) -> None:
    document = text(*([NOTE] if noted else []), *blocks)
    starts = document.blocks.starts
    edits = [
        OutlineEdit(change, starts[index % len(starts)], title, level)  # type: ignore[arg-type]
        for change, index, title, level in wanted
    ]
    before = outline_of(document)
    outline = edited(document, before, edits)
    sections = outline.sections
    levels = [0, *(one.level for one in sections)]
    assert all(1 <= level <= above + 1 for above, level in pairwise(levels))
    entries = [Entry(one.title, one.level, one.start, one.inferred) for one in sections]
    placed = sections_of(document, entries)
    for index, (section, known) in enumerate(zip(sections, placed, strict=True)):
        same = (known.end, known.paragraph, known.printed)
        assert (section.end, section.paragraph, section.printed) == same or section.matter == "front"
        parent = outline.parent(index)
        assert 0 <= section.start < section.end <= known.end <= len(document.text)
        assert parent is None or sections[parent].start < section.start < section.end <= sections[parent].end
    assert [one.start for one in sections] == sorted({one.start for one in sections})
    touched = {edit.start for edit in edits}
    untouched = [(one.title, one.start, one.inferred) for one in before.sections if one.start not in touched]
    assert [(one.title, one.start, one.inferred) for one in sections if one.start not in touched] == untouched
    assert all(one.title and one.why for one in sections if one.by_reader)


@given(BLOCKS, st.data())
def test_an_entry_is_found_again_where_it_begins(
    blocks: list[str | tuple[str, int]], data: st.DataObject
) -> None:
    document = text(*blocks)
    start = data.draw(st.sampled_from(list(document.blocks.starts)))
    part = part_at(document, start)
    assert (part.start, part.exact) == (start, document.text[start : part.end])
    edit = OutlineEdit("renamed", 0, "Mine")
    assert anchored(document, edit, (part.start, part.end)) == edit._replace(start=start)
    assert anchored(document, edit, None) is None


@pytest.mark.parametrize("start", ["Ships", "Tides"])
def test_of_a_large_text_the_numbers_are_those_of_its_paragraphs(start: str) -> None:
    edit = OutlineEdit("added" if start == "Tides" else "removed", at(SHIPS, start))
    outline = outline_of(SHIPS)
    assert (
        edited(cast("Readable", _Large(SHIPS)), outline, [edit]).sections
        == edited(SHIPS, outline, [edit]).sections
    )


class _Large:
    """A document that is none of those that have all their blocks at hand."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def __getattr__(self, name: str) -> Any:
        return getattr(self._document, name)
