"""Outlines of articles that bring their contents with them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Kind, Listed
from corpus.draft import Draft
from corpus.metadata import Metadata, Name
from corpus.outline import authored_outline_of, outline_of

_SEA = (("Ships", 1), "Of oak.", ("Sails", 2), "Of linen.", "Of canvas.", ("Ports", 1), "Of stone.")


def book(*blocks: str | tuple[str, int], contents: list[tuple[int, int, str]], title: str = "") -> Document:
    """Paragraphs, headings with their level, and contents: the index of a block, level, title."""
    draft = Draft()
    for block in blocks:
        if isinstance(block, str):
            draft.add(block)
        else:
            draft.add(block[0], Kind.HEADING, level=block[1])
    document = draft.document(Metadata(title=title))
    starts = document.blocks.starts
    return document._replace(contents=tuple(Listed(starts[at], level, said) for at, level, said in contents))


def entries(document: Document) -> list[tuple[int, str, int | None]]:
    return [(one.level, one.title, one.paragraph) for one in outline_of(document).sections]


def test_an_entry_gives_its_level_to_the_heading_that_it_lists() -> None:
    document = book(*_SEA, contents=[(0, 1, "Ships"), (2, 1, "Sails"), (5, 2, "Ports")])
    assert entries(document) == [(1, "Ships", 1), (1, "Sails", 2), (2, "Ports", 4)]


def test_an_entry_where_no_heading_stands_is_one_all_the_same() -> None:
    document = book(*_SEA, contents=[(0, 1, "Ships"), (4, 2, "Canvas"), (5, 1, "Ports")])
    assert entries(document) == [(1, "Ships", 1), (2, "Sails", 2), (2, "Canvas", 3), (1, "Ports", 4)]


def test_a_heading_that_is_not_listed_stands_below_the_entry_before_it() -> None:
    document = book(*_SEA, contents=[(0, 1, "Ships")])
    assert entries(document) == [(1, "Ships", 1), (2, "Sails", 2), (2, "Ports", 4)]


def test_contents_that_say_more_than_the_headings_name_the_entry_and_two_headings_are_one() -> None:
    blocks = (
        "Preface.",
        ("Chapter 1", 2),
        ("Loomings", 3),
        "Call me Ishmael.",
        ("The Carpet-Bag", 3),
        "I stuffed.",
    )
    document = book(*blocks, contents=[(1, 1, "Chapter 1. Loomings")])
    assert entries(document) == [(1, "Chapter 1. Loomings", 2), (2, "The Carpet-Bag", 3)]


def test_a_number_above_the_heading_that_is_listed_belongs_to_it() -> None:
    document = book(("I", 2), ("Loomings", 1), "Call me Ishmael.", contents=[(0, 1, "Loomings")])
    assert entries(document) == [(1, "Loomings", 1)]
    assert outline_of(document).sections[0].start == 0


def test_headings_say_more_than_contents_that_shorten_them() -> None:
    document = book(("1 Ships of the Line", 1), "Of oak.", contents=[(0, 1, "Ships")])
    assert entries(document) == [(1, "1 Ships of the Line", 1)]


def test_an_entry_that_leads_to_a_page_begins_at_its_heading() -> None:
    blocks = ("The end of a chapter.", ("Ports", 1), "Of stone.")
    assert entries(book(*blocks, contents=[(0, 1, "Ports")])) == [(1, "Ports", 2)]
    assert entries(book(*blocks, contents=[(2, 1, "Ports")])) == [(1, "Ports", 2)]


def test_two_entries_that_lead_to_one_place_are_two() -> None:
    blocks = (("Part I", 1), ("Ships", 1), "Of oak.")
    document = book(*blocks, contents=[(0, 1, "Part I"), (0, 2, "Ships")])
    assert entries(document) == [(1, "Part I", 1), (2, "Ships", 1)]


def test_the_title_over_everything_takes_no_level() -> None:
    contents = [(0, 1, "The Sea"), (1, 2, "Ships"), (3, 2, "Ports")]
    bare = book(
        ("The Sea", 1), ("Ships", 1), "Of oak.", ("Ports", 1), "Of stone.", contents=contents, title="The Sea"
    )
    assert entries(bare) == [(1, "Ships", 1), (1, "Ports", 2)]
    contents = [(0, 1, "The Sea"), (2, 2, "Ships")]
    with_words = book(
        ("The Sea", 1), "It is wide.", ("Ships", 1), "Of oak.", contents=contents, title="The Sea"
    )
    assert entries(with_words) == [(1, "The Sea", 1), (1, "Ships", 2)]


def test_what_stands_on_the_title_page_is_no_entry() -> None:
    blocks = (("The Sea", 1), ("Ana Ruiz", 2), ("Thanks", 2), ("Ships", 1), "Of oak.")
    document = book(*blocks, contents=[(3, 1, "Ships")], title="The Sea")
    document = document._replace(metadata=document.metadata._replace(authors=(Name("Ruiz", "Ana"),)))
    assert entries(document) == [(1, "Thanks", None), (1, "Ships", 1)]


def test_a_cover_that_is_a_picture_is_no_entry() -> None:
    draft = Draft()
    draft.add("[A ship]", Kind.NOTE)
    draft.add("Ships", Kind.HEADING, level=1)
    draft.add("Of oak.")
    document = draft.document()
    listed = (Listed(document.blocks.starts[1], 1, "Ships"),)
    assert entries(document._replace(contents=listed)) == [(1, "Ships", 1)]


def test_contents_that_list_the_title_alone_leave_the_outline_to_the_headings() -> None:
    document = book(("The Sea", 1), ("Ships", 2), "Of oak.", contents=[(0, 1, "The Sea")], title="The Sea")
    assert entries(document) == [(1, "Ships", 1)]


def test_nothing_is_inferred_beside_contents() -> None:
    document = book(
        *(f"Paragraph {number}." for number in range(12)), contents=[(0, 1, "One"), (6, 1, "Two")]
    )
    assert entries(document) == [(1, "One", 1), (1, "Two", 7)]
    assert not any(section.inferred for section in outline_of(document).sections)
    assert [one.title for one in authored_outline_of(document).sections] == ["One", "Two"]


def test_notes_behind_the_article_have_one_entry() -> None:
    draft = Draft()
    draft.add("Ships", Kind.HEADING, level=1)
    draft.add("Of oak.")
    draft.add("Of linen.")
    draft.add("1. See the yards.", Kind.NOTE)
    document = draft.document()
    listed = tuple(Listed(document.blocks.starts[at], 1, said) for at, said in ((0, "Ships"), (3, "Notes")))
    assert entries(document._replace(contents=listed)) == [(1, "Ships", 1), (1, "Notes", None)]


@given(
    st.lists(
        st.tuples(st.integers(0, 11), st.integers(1, 9), st.sampled_from(["", "A", "B c", "§"])), max_size=20
    ),
    st.lists(st.sampled_from(["a", ("A", 1), ("B", 2), ("B c", 3)]), min_size=12, max_size=12),
)
def test_whatever_is_listed_the_outline_is_in_order_and_without_gaps(
    contents: list[tuple[int, int, str]], blocks: list[str | tuple[str, int]]
) -> None:
    document = book(*blocks, contents=contents, title="A")
    sections = outline_of(document).sections
    assert all(0 <= one.start <= one.end <= len(document.text) for one in sections)
    assert all(one.start <= other.start and other.level <= one.level + 1 for one, other in pairwise(sections))
    assert all(one.title for one in sections)
