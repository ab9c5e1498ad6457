"""Tables that fit the page, and tables and code that are wider than it and moved sideways."""

from __future__ import annotations

from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Kind
from corpus.draft import Draft
from tests.scripts import LOOSE, WHOLE
from tui import cells
from tui.layout import Layout, Place
from tui.painting import painted_line
from tui.rows import Row, offset_at
from tui.sideways import seen
from tui.table_columns import columns_of
from tui.view import View

LEFT: Final = 7
RIVERS: Final = (
    "River\tLength in km\tMills\tShare\n"
    "Saale\t413\t12,345\t3 %\n"
    "Weser, with all that flows into it\t451\t7\t12.5 %\n"
    "Oder\t866\t–\t"
)
WIDE: Final = "\n".join(
    "\t".join(f"column{column:02}row{row:02}" for column in range(12)) for row in range(6)
)


def table(text: str, kind: Kind = Kind.TABLE) -> Document:
    draft = Draft()
    draft.add("Words before it.")
    draft.add(text, kind)
    draft.add("Words behind it.")
    return draft.document()


def rows_of(document: Document, measure: int) -> list[Row]:
    return [row for row in Layout(document, measure).rows(Place(0, 1, 0)) if row.runs]


def painted(view: View, y: int) -> str:
    pieces = painted_line(view, y, width=LEFT + view.layout.measure + 2, left=LEFT)
    line = "".join(words for words, _ in pieces)
    assert cells.width(line) == LEFT + view.layout.measure + 2
    return line


def lines(view: View) -> list[str]:
    return [painted(view, y).rstrip() for y in range(len(view.visible))]


def said(document: Document, row: Row) -> list[str]:
    return [document.text[run.start : run.end] for run in row.runs]


class TestColumns:
    def test_numbers_end_where_those_above_end(self) -> None:
        document = table(RIVERS)
        columns = columns_of(document.text, document.blocks[1], 70)
        assert columns.numeric == (False, True, True, True)
        ends = {
            (place, run.cell + cells.width(document.text[run.start : run.end]))
            for row in rows_of(document, 70)
            for place, run in enumerate(row.runs)
            if place and run.end > run.start
        }
        assert len(ends) == 3

    def test_dates_and_words_begin_at_the_left(self) -> None:
        document = table("Day\tName\n3 May 1921\tAna\nMay\tBen 3")
        assert columns_of(document.text, document.blocks[1], 70).numeric == (False, False)

    def test_heads_are_marked_and_ruled_off(self) -> None:
        rows = Layout(table(RIVERS), 70).rows(Place(0, 1, 0))
        assert rows[0].role == "bold"
        assert rows[1].lead.startswith("─")
        assert all(row.role == "" for row in rows[2:])

    def test_rows_that_are_heads_are_told_by_the_source_where_it_can(self) -> None:
        draft = Draft()
        draft.add("A\tB\nC\tD\n1\t2", Kind.TABLE, level=2)
        draft.add("E\tF\n3\t4", Kind.TABLE)
        document = draft.document(format="html")
        layout = Layout(document, 40)
        bold = [row for place in layout.places() for row in layout.rows(place) if row.role == "bold"]
        assert [said(document, row) for row in bold] == [["A", "B"], ["C", "D"]]

    def test_words_are_wrapped_in_their_cells_and_none_is_broken(self) -> None:
        document = table(RIVERS)
        rows = rows_of(document, 46)
        assert columns_of(document.text, document.blocks[1], 46).total <= 46
        words = [word for row in rows for cell in said(document, row) for word in cell.split()]
        assert sorted(words) == sorted(RIVERS.split())

    def test_what_would_be_columns_of_syllables_is_wider_than_the_page(self) -> None:
        document = table(WIDE)
        columns = columns_of(document.text, document.blocks[1], 50)
        assert columns.total > 50
        assert all(len(row.runs) == 12 for row in rows_of(document, 50))

    def test_chinese_is_wrapped(self) -> None:
        document = table("名称\t说明\n知识\t" + "知识就是力量。" * 12)
        rows = rows_of(document, 40)
        assert all(
            run.cell + cells.width(document.text[run.start : run.end]) <= 40
            for row in rows
            for run in row.runs
        )

    def test_a_table_of_five_thousand_rows_has_the_same_columns_throughout_and_one_head(self) -> None:
        body = "\n".join(f"{number}\tname {number}\t{'x' * (number % 9)}" for number in range(5_000))
        layout = Layout(table(f"No.\tName\tSign\n{body}"), 60)
        layout.visible(layout.first(), 40)
        assert len(layout._rows) <= 4
        starts = set()
        heads = 0
        for place in layout.places():
            for row in layout.rows(place):
                heads += row.role == "bold"
                if len(row.runs) == 3:
                    starts.add(row.runs[1].cell)
        assert heads == 1
        assert len(starts) == 1

    @given(
        st.lists(
            st.lists(st.sampled_from(["", "3", "word", "知识", "long-word-of-many", "é"]), max_size=9),
            max_size=9,
        ),
        st.integers(8, 60),
    )
    def test_every_row_fits_or_says_how_wide_it_is(self, rows: list[list[str]], measure: int) -> None:
        document = table("a\tb\n" + "\n".join("\t".join(row) for row in rows))
        for row in rows_of(document, measure):
            end = max(run.cell + cells.width(document.text[run.start : run.end]) for run in row.runs)
            assert end <= max(measure, row.wide)


class TestSideways:
    def test_moves_by_thirds_up_to_the_last_column_and_back(self) -> None:
        view = View(Layout(table(WIDE), 45), 20, cursor=0)
        assert any("column00row00" in line and line.endswith("›") for line in lines(view))
        for _ in range(40):
            assert view.scroll_sideways(1)
        last = next(line for line in lines(view) if "row00" in line)
        assert last.endswith("column11row00")
        assert last[LEFT - 1] == "‹"
        assert view.document.block_near(view.cursor).kind is Kind.TABLE
        for _ in range(40):
            view.scroll_sideways(-1)
        assert any("column00row00" in line for line in lines(view))

    def test_no_number_is_seen_in_part(self) -> None:
        text = "\n".join("\t".join(f"{row}1 234,5{column}0" for column in range(12)) for row in range(1, 4))
        view = View(Layout(table(text), 45), 20, cursor=0)
        whole = set(text.replace("\n", "\t").split("\t"))
        for _ in range(8):
            for line in lines(view):
                if "234" in line:
                    assert set(line.strip(" ‹›").split("  ")) - {""} <= {*whole, *(f" {n}" for n in whole)}
            view.scroll_sideways(1)

    def test_what_fits_is_not_moved(self) -> None:
        view = View(Layout(table(RIVERS), 70), 20)
        assert not view.scroll_sideways(1)

    def test_code_is_not_wrapped_but_moved(self) -> None:
        code = "short\n" + "x = " + "long_name + " * 9 + "end"
        view = View(Layout(table(code, Kind.CODE), 45), 20)
        assert sum("long_name" in line for line in lines(view)) == 1
        while not any(line.rstrip().endswith("end") for line in lines(view)):
            assert view.scroll_sideways(1)
        assert not any("short" in line for line in lines(view))

    def test_a_line_of_code_that_nobody_broke_is_wrapped(self) -> None:
        view = View(Layout(table("word " * 400, Kind.CODE), 45), 20)
        assert sum("word" in line for line in lines(view)) > 10

    def test_going_to_a_word_shows_it(self) -> None:
        document = table(WIDE)
        view = View(Layout(document, 45), 20)
        for words in ("column07row03", "column00row01", "column11row05"):
            view.go(document.text.index(words), keep_if_visible=True)
            assert any(words in line for line in lines(view))

    def test_the_mouse_is_where_the_words_are_seen(self) -> None:
        document = table(WIDE)
        view = View(Layout(document, 45), 20)
        view.go(document.text.index("column06row02"), keep_if_visible=True)
        for y, line in enumerate(lines(view)):
            if "column06row02" in line:
                shift = view.layout.shift(view.visible[y])
                at = offset_at(view.row(y), document.text, line.index("column06row02") - LEFT, shift)
                assert document.text[at:].startswith("column06row02")

    @given(st.lists(st.sampled_from(WHOLE + LOOSE), max_size=30), st.integers(0, 40), st.integers(0, 30))
    def test_what_is_seen_has_its_width_and_whole_clusters(
        self, tokens: list[str], first: int, size: int
    ) -> None:
        line = "".join(tokens)
        pieces = seen([(token, ()) for token in tokens], first, first + size)
        shown = "".join(words for words, _ in pieces)
        whole = sum(map(cells.width, tokens))
        assert sum(cells.width(words) for words, _ in pieces) == max(0, min(whole, first + size) - first)
        every = {
            line[start:end] for token in tokens for start, end, _ in cells.clusters(token) for line in [token]
        }
        for words, _ in pieces:
            for start, end, _ in cells.clusters(words):
                assert words[start:end] in every | {" "}
        assert len(shown) <= len(line) + 2
