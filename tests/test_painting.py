"""Rows as they are painted: every cell counted, every cluster whole, every cell led back to its offset."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from corpus.document import Block, Document, Inline, Kind
from corpus.draft import Draft
from tests.reading import reading, screen, write
from tests.scripts import LOOSE, WHOLE
from tui import cells
from tui.layout import Layout
from tui.painting import Margin, Mark, painted_row
from tui.rows import Row, offset_at

LEFT = 7
MEASURES = st.integers(16, 50)
KINDS = st.sampled_from([Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, Kind.CODE, Kind.NOTE, Kind.TABLE])


def written(tokens: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from([*tokens, "\n"]), max_size=40).map("".join)


@st.composite
def documents(draw: st.DrawFn, tokens: list[str]) -> Document:
    draft = Draft()
    draft.add("Words to begin with.")
    for kind in draw(st.lists(KINDS, max_size=4)):
        text = draw(written(tokens)).strip()
        begin, end = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
        inline = draw(st.sampled_from(Inline))
        draft.add(text, kind, level=1, quote=draw(st.integers(0, 2)), spans=[(begin, end, inline, "")])
    return draft.document()


def rows(document: Document, measure: int) -> list[tuple[Row, Block]]:
    """The rows of a document, and the block that each belongs to."""
    layout = Layout(document, measure)
    return [(row, layout.block(place)) for place in layout.places() for row in layout.rows(place)]


def painted(document: Document, row: Row, block: Block, measure: int, marks: list[Mark]) -> list[str]:
    pieces = painted_row(
        document,
        row,
        block,
        Margin("12", here=True),
        width=LEFT + measure + 2,
        left=LEFT,
        measure=measure,
        marks=marks,
    )
    return [words for words, _ in pieces]


@st.composite
def marks(draw: st.DrawFn, document: Document) -> list[Mark]:
    places = st.integers(0, len(document.text))
    spans = draw(st.lists(st.tuples(places, places), max_size=4))
    looks = st.sampled_from(["hit", "current", "selection"])
    return [Mark(min(span), max(span), draw(looks)) for span in spans]


@given(documents(WHOLE), MEASURES, st.data())
def test_a_row_fills_its_width_to_the_cell_whatever_is_marked(
    document: Document, measure: int, data: st.DataObject
) -> None:
    over = data.draw(marks(document))
    for row, block in rows(document, measure):
        bare = painted(document, row, block, measure, [])
        pieces = painted(document, row, block, measure, over)
        assert "".join(pieces) == "".join(bare)
        assert sum(map(cells.width, pieces)) == LEFT + measure + 2
        assert sum(cell_len(cells.shown(piece)) for piece in pieces) <= LEFT + measure + 2


@given(documents(WHOLE), MEASURES, st.data())
def test_no_mark_tears_a_cluster(document: Document, measure: int, data: st.DataObject) -> None:
    over = data.draw(marks(document))
    for row, block in rows(document, measure):
        pieces = painted(document, row, block, measure, over)
        borders = {last for _, last, _ in cells.clusters("".join(pieces))}
        reached = 0
        for piece in pieces:
            reached += len(piece)
            assert reached in borders


@given(documents(WHOLE + LOOSE), MEASURES)
def test_every_cell_of_a_cluster_leads_to_its_offset(document: Document, measure: int) -> None:
    for row, _ in rows(document, measure):
        for run in row.runs:
            at = run.cell
            for first, _, size in cells.clusters(document.text[run.start : run.end]):
                for cell in range(at, at + size):
                    assert offset_at(row, document.text, cell) == run.start + first
                at += size


@given(documents(WHOLE), MEASURES)
def test_words_are_painted_at_the_cells_that_lead_to_them(document: Document, measure: int) -> None:
    for row, block in rows(document, measure):
        line = "".join(painted(document, row, block, measure, []))
        for run in row.runs:
            words = document.text[run.start : run.end]
            at = LEFT + run.cell
            for first, last, size in cells.clusters(words):
                if size and at + size <= LEFT + measure:  # what is wider is moved sideways to be seen
                    index = cells.index_at(line, at)
                    assert line[index : index + last - first] == words[first:last]
                at += size


async def test_textual_neither_pads_nor_cuts_what_it_measures_otherwise(tmp_path: Path) -> None:
    words = "हि भा நி, ⌚\ufe0e and 🇩 and 🏽, 👩\u200d👩\u200d👧, e\u0301.\n\n"
    async with reading(write(tmp_path, "signs.txt", words * 40), size=(90, 20)) as pilot:
        page = screen(pilot).page
        lines = pilot.app.screen._compositor.render_strips()[: page.region.height]
        assert any("हि" in line.text for line in lines)
        for line in lines:
            # The whole screen: were a cell more or less on the page, the scroll bar would stand elsewhere.
            assert cells.width(line.text) == line.cell_length == 90
