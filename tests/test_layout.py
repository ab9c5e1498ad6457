from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Kind
from corpus.draft import Draft
from tui import cells
from tui.layout import Layout, Place
from tui.rows import Row, offset_at
from tui.view import View

LETTERS = st.text(st.sampled_from("ab cd e知识。é\n"), min_size=1, max_size=120)
KINDS = st.sampled_from(
    [Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, Kind.CODE, Kind.NOTE, Kind.TABLE, Kind.RULE]
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    draft = Draft()
    draft.add("Words to begin with.")
    for kind in draw(st.lists(KINDS, max_size=30)):
        text = draw(LETTERS)
        if kind is Kind.TABLE:
            text = text.replace(" ", "\t")
        if kind is Kind.RULE:
            text = ""
        draft.add(text, kind, level=draw(st.integers(1, 3)), quote=draw(st.integers(0, 2)), marker="•")
    return draft.document()


def cell_at(row: Row, text: str, offset: int) -> int:
    """The cell at which an offset is shown: the reverse of the map under test."""
    if not row.runs:
        return 0
    found = row.runs[0]
    for run in row.runs:
        if run.start <= offset:
            found = run
    return found.cell + cells.width(text[found.start : max(found.start, min(offset, found.end))])


def measured(layout: Layout) -> Layout:
    """The same with exact heights everywhere."""
    for place in layout.places():
        layout._measured(place.chunk)
    return layout


def long_document(words: int) -> Document:
    draft = Draft()
    draft.add("word " * words)
    draft.add("the end")
    return draft.document()


@given(documents(), st.integers(8, 60))
def test_every_word_is_shown_once_and_in_order(document: Document, measure: int) -> None:
    layout = Layout(document, measure)
    shown = "".join(
        document.text[run.start : run.end]
        for place in layout.places()
        for row in sorted(layout.rows(place))
        for run in row.runs
    )
    assert sorted(shown.replace(" ", "")) == sorted("".join(document.text.split()))


@given(documents(), st.integers(8, 60), st.data())
def test_the_cell_of_an_offset_leads_back_to_it(
    document: Document, measure: int, data: st.DataObject
) -> None:
    layout = Layout(document, measure)
    for row in layout.rows(data.draw(st.sampled_from(list(layout.places())))):
        for run in row.runs:
            for offset in range(run.start, run.end):
                assert offset_at(row, document.text, cell_at(row, document.text, offset)) == offset


@given(documents(), st.integers(8, 60), st.data())
def test_an_offset_is_in_the_row_that_is_its_place(
    document: Document, measure: int, data: st.DataObject
) -> None:
    layout = Layout(document, measure)
    offset = data.draw(st.integers(0, len(document.text) - 1))
    block = document.blocks[document.block_at(offset)]
    if block.kind in (Kind.TABLE, Kind.RULE) or offset >= block.end:
        return
    place = layout.place_of(offset)
    row = layout.row(place)
    assert row.start <= offset <= row.end


@given(documents(), st.integers(8, 60), st.data())
def test_distance_and_place_are_each_others_reverse(
    document: Document, measure: int, data: st.DataObject
) -> None:
    layout = Layout(document, measure)
    unit = data.draw(st.sampled_from(list(layout.places())))
    place = unit._replace(row=data.draw(st.integers(0, len(layout.rows(unit)) - 1)))
    assert layout.at_distance(layout.distance(place)) == place


@given(documents(), st.integers(8, 60), st.integers(-50, 50), st.data())
def test_moving_there_and_back_ends_where_it_began(
    document: Document, measure: int, by: int, data: st.DataObject
) -> None:
    layout = measured(Layout(document, measure))
    place = data.draw(st.sampled_from(list(layout.places())))
    there = layout.moved(place, by)
    assert layout.distance(there) == max(0, min(layout.distance(place) + by, layout.height - 1))


@given(documents(), st.integers(8, 60), st.integers(3, 20))
def test_the_height_of_what_was_not_laid_out_is_counted_right(
    document: Document, measure: int, height: int
) -> None:
    layout, fresh = Layout(document, measure), Layout(document, measure)
    laid_out = sum(len(fresh.rows(place)) for place in fresh.places())
    measured(layout)
    layout.last_top(height)
    assert layout.height == laid_out


def test_what_comes_next_is_measured_before_it_is_gone_to() -> None:
    layout = Layout(long_document(200_000), 72)
    middle = layout.place_of(500_000)
    prepared = 0
    while layout.prepare(middle):
        prepared += 1
    assert prepared == len(layout._exact) >= 1
    assert {middle.chunk} <= set(layout._exact) <= {middle.chunk - 1, middle.chunk, middle.chunk + 1}


def test_a_paragraph_of_ten_million_characters_is_laid_out_only_where_it_is_seen() -> None:
    layout = Layout(long_document(2_000_000), 72)
    end = layout.last_top(20)
    assert layout.rows(end)
    assert len(list(layout.places())) > 500


@pytest.mark.parametrize("words", [3_000, 30_000])
def test_a_slab_ends_between_words(words: int) -> None:
    document = long_document(words)
    layout = Layout(document, 72)
    for place in layout.places():
        for row in layout.rows(place):
            for run in row.runs:
                assert document.text[run.start : run.end].strip().split()[0] in ("word", "the")


@pytest.mark.parametrize(
    ("before", "cluster"),
    [
        ("知" * 16_383, "知，"),
        ("知" * 16_383, "e\u0301"),
        ("知" * 16_382, "👩\u200d👩\u200d👧"),
        ("知" * 16_383, " \u0301"),
    ],
)
def test_a_slab_tears_no_cluster_and_begins_with_no_closing_sign(before: str, cluster: str) -> None:
    draft = Draft()
    draft.add(before + cluster + "识" * 50)
    document = draft.document()
    starts = [
        row.start for place in Layout(document, 72).places() for row in Layout(document, 72).rows(place)
    ]
    inner = range(len(before) + 1, len(before) + len(cluster))
    assert not set(inner) & set(starts)
    assert len(list(Layout(document, 72).places())) == 2


def test_no_blank_row_stands_inside_a_paragraph_that_is_cut_in_slabs() -> None:
    layout = Layout(long_document(10_000), 72)
    blank = [row for place in layout.places() for row in layout.rows(place) if not row.runs]
    assert len(blank) == 2


def test_a_tight_list_has_no_blank_rows() -> None:
    draft = Draft()
    draft.add("one", Kind.ITEM, level=1, marker="•")
    draft.add("two", Kind.ITEM, level=1, marker="•", tight=True)
    layout = Layout(draft.document(), 20)
    rows = [row for place in layout.places() for row in layout.rows(place)]
    assert [row.lead for row in rows] == ["• ", "• ", ""]


@pytest.mark.parametrize("measure", [8, 20, 66])
@pytest.mark.parametrize("kind", [Kind.PARAGRAPH, Kind.ITEM, Kind.CODE])
def test_what_is_set_in_deeper_than_a_page_is_wide_still_stands_on_it(measure: int, kind: Kind) -> None:
    draft = Draft()
    draft.add("some words of it", kind, level=1, quote=90, marker="•")
    draft.add("some words of it", kind, level=90, quote=1, marker="(" + "i" * 300 + ")")
    layout = Layout(draft.document(), measure)
    for place in layout.places():
        for row in layout.rows(place):
            assert cells.width(row.lead) <= measure // 2 + 2
            assert all(run.cell + run.end - run.start <= max(measure, row.wide) for run in row.runs)


def test_table_cells_wrap_inside_their_columns() -> None:
    draft = Draft()
    draft.add("key\twhat it does\nj\tmoves one line further down the page", Kind.TABLE)
    document = draft.document()
    rows = Layout(document, 24).rows(Place(0, 0, 0))
    columns = {run.cell for row in rows for run in row.runs}
    assert len(columns) == 2
    for row in rows:
        for run in row.runs:
            assert run.cell + run.end - run.start <= 24


# The view on it ----------------------------------------------------------------------------------


def view_of(paragraphs: int, height: int = 10) -> View:
    draft = Draft()
    for number in range(paragraphs):
        draft.add(f"Paragraph {number} " + "with some words " * 12)
    return View(Layout(draft.document(), 40, (Row(0, 0, "Title"), Row(0, 0))), height)


@given(st.lists(st.integers(-30, 30), max_size=12))
def test_scrolling_never_leaves_the_article(moves: list[int]) -> None:
    view = view_of(12)
    for rows in moves:
        if rows:
            view.scroll(rows)
        assert len(view.visible) == 10
        assert 0 <= view.cursor <= len(view.document.text)


@given(st.integers(0, 40), st.integers(12, 70))
def test_another_measure_keeps_the_first_words_in_view(rows: int, measure: int) -> None:
    view = view_of(20)
    view.scroll(max(1, rows))
    again = view.over(Layout(view.document, measure), 10)
    assert again.row(0).start <= view.top <= again.bottom


@given(st.integers(1, 80))
def test_a_bookmark_leads_back_to_the_very_line(rows: int) -> None:
    view = view_of(20)
    view.scroll(rows)
    bookmark, visible, cursor = view.bookmark(), view.visible, view.cursor
    view.go_to_end()
    view.restore(bookmark)
    assert (view.visible, view.cursor) == (visible, cursor)


def test_going_to_an_offset_shows_it() -> None:
    view = view_of(20)
    offset = view.document.paragraph(15).start
    view.go(offset)
    assert view.top <= offset <= view.bottom
    assert view.cursor == offset


def test_at_the_end_of_the_article_the_cursor_still_moves() -> None:
    view = view_of(3, height=40)
    assert view.cursor == 0
    view.scroll(1)
    assert view.cursor == view.document.paragraph(2).start
