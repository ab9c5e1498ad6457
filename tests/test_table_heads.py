"""The heads of a long table stay in view while its rows pass below them, and hide none of them for good."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Kind
from corpus.draft import Draft
from tests.reading import reading, screen, settled, shown, write
from tui.layout import Layout, Place
from tui.view import View

WIDTH: Final = 40
COUNT: Final = 60


def article(*, heads: int = 1, rows: int = COUNT, long: bool = False, behind: int = 30) -> Document:
    """Prose, a table whose rows are named head0, row0, row1 …, and prose again."""
    draft = Draft()
    draft.add("Before it all stands this. " * 9)
    named = [f"head{number}\tB" for number in range(heads)]
    words = "some words that are wrapped in their cell " * 2 if long else "1"
    named += [f"row{number}\t{words.strip()}" for number in range(rows)]
    draft.add("\n".join(named), Kind.TABLE, level=heads)
    if behind:
        draft.add("Behind it all stands this. " * behind)
    return draft.document(format="html")


def view_of(document: Document, height: int = 16) -> View:
    return View(Layout(document, WIDTH), height)


def seen(view: View) -> list[str]:
    """The first word of each row in view, "─" for a line that is drawn, "" for a row of nothing."""
    text = view.document.text
    rows = [view.row(y) for y in range(len(view.visible))]
    return [
        (text[row.runs[0].start : row.runs[0].end].split() or ["…"])[0] if row.runs else row.lead[:1]
        for row in rows
    ]


def below_heads(view: View) -> list[Place]:
    return view.visible[view.heads :]


def test_they_stay_while_rows_of_the_table_are_below_them() -> None:
    view = view_of(article())
    while "head0" not in seen(view):
        view.scroll(1)
    while not view.heads:
        assert "head0" in seen(view)
        view.scroll(1)
    while view.heads:
        assert seen(view)[:2] == ["head0", "─"]
        assert seen(view)[2].startswith("row")
        view.scroll(1)
    assert seen(view)[:3] == [f"row{COUNT - 2}", f"row{COUNT - 1}", ""]


def test_a_row_further_on_moves_every_row_by_one() -> None:
    view = view_of(article())
    view.go(view.document.text[:].index("row20\t"))
    before = below_heads(view)
    view.scroll(1)
    assert below_heads(view)[:-1] == before[1:]


@given(
    st.integers(8, 30), st.integers(1, 4), st.booleans(), st.integers(0, 12), st.sampled_from([1.0, 0.9, 0.5])
)
def test_page_by_page_no_row_is_passed_over_down_or_up(
    height: int, heads: int, long: bool, behind: int, page: float
) -> None:
    view = view_of(article(heads=heads, long=long, behind=behind), height)
    everything = {place for first in view.layout.places() for place in _rows(view.layout, first)}
    for by in (page, -page):
        passed: set[Place] = set()
        while True:
            before = view.bookmark()
            passed.update(view.visible)
            view.scroll_pages(by)
            if view.bookmark()[:2] == before[:2]:
                break
        assert everything <= passed


def _rows(layout: Layout, first: Place) -> list[Place]:
    return [first._replace(row=number) for number in range(len(layout.rows(first)))]


@given(st.integers(4, 30), st.integers(1, 3), st.booleans(), st.data())
def test_a_place_that_is_gone_to_is_not_below_them(
    height: int, heads: int, long: bool, data: st.DataObject
) -> None:
    view = view_of(article(heads=heads, long=long), height)
    for _ in range(4):
        offset = data.draw(st.integers(0, len(view.document.text) - 1))
        view.go(offset, keep_if_visible=data.draw(st.booleans()))
        assert view.layout.place_of(offset) in view.visible
        assert view.cursor == offset
        assert view.top <= view.bottom


@given(st.integers(0, 90))
def test_one_comes_back_to_the_very_row_and_stays_there_when_it_is_laid_out_anew(rows: int) -> None:
    view = view_of(article())
    view.scroll(rows)
    kept, top = view.bookmark(), view.visible
    view.go_to_end()
    view.restore(kept)
    assert view.visible == top
    assert view.cursor == kept.cursor
    assert view.over(Layout(view.document, WIDTH), 16).bookmark() == kept


def test_who_reads_below_them_is_not_where_the_table_begins() -> None:
    view = view_of(article())
    view.go(view.document.text[:].index("row20\t"))
    view.scroll(1)
    assert view.heads == 2
    assert view.cursor == view.top == view.document.text[:].index("row21\t")


def test_there_are_none_where_they_would_leave_too_little_or_the_source_names_none() -> None:
    for document, height in ((article(), 7), (article(heads=4), 16), (article(heads=0), 16)):
        view = view_of(document, height)
        view.go(view.document.text[:].index("row20\t"))
        assert view.heads == 0


async def test_a_drag_on_to_them_does_not_choose_the_rows_between(tmp_path: Path) -> None:
    table = "\n".join(
        ["| Name | Count |", "|---|---|", *(f"| row{number} | {number} |" for number in range(COUNT))]
    )
    async with reading(write(tmp_path, "a.md", f"# On Rivers\n\n{table}\n"), size=(80, 24)) as pilot:
        page, text = screen(pilot).page, screen(pilot).article.document.text[:]
        page.go(text.index("row30"))
        await settled(pilot)
        first = text.index("row30")
        assert [line for line in shown(pilot) if "Name" in line and "Count" in line]
        assert page.offset_under(8, 0) >= first
        assert page.offset_under(8, -3) >= first
