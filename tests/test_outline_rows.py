"""The lines of the outline and its filter: what stands where, and that every line fits."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Kind
from corpus.draft import Draft
from corpus.outline import Outline, Section, outline_of
from tui import cells, outline_rows
from tui.outline_filter import OutlineFilter
from tui.outline_painting import OutlineLines, Seen, painted_entry
from tui.outline_rows import OutlineRows, uncollapsed
from tui.outline_strip import OutlineStrip
from tui.outline_words import broken

TITLES = st.one_of(
    st.sampled_from(
        ["", "x", "河水上涨", "[bold]not bold[/]", "Ünïcödé wörds", "👩‍👩‍👧 families", "a " * 40]
    ),
    st.text("ab Ä河水👍é-’", max_size=60),
)


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """Outlines of up to thirty entries at up to twelve levels, some with remarks."""
    sections = (
        Section(
            draw(TITLES),
            draw(st.integers(1, 12)),
            10 * index,
            10 * index + 10,
            paragraph=draw(st.sampled_from([None, 997 + index])),
            inferred=draw(st.booleans()),
            note=draw(st.sampled_from([None, None, None, "2 of 3 announced parts"])),
            matter=draw(st.sampled_from(("front", "body", "back"))),
            phrase=draw(st.sampled_from(["", "", "the lock", "洪水与闸门", "keepers of the lower valley"])),
            by_reader=draw(st.booleans()),
        )
        for index in range(draw(st.integers(0, 30)))
    )
    return Outline(tuple(sections))


WIDTHS = st.integers(10, 60)
HEIGHTS = st.integers(1, 60)


@st.composite
def laid_out(draw: st.DrawFn) -> tuple[Outline, set[int], OutlineRows]:
    outline = draw(outlines())
    collapsed = draw(st.sets(st.integers(0, len(outline) - 1))) if len(outline) else set()
    return outline, collapsed, outline_rows.outline_rows(outline, draw(WIDTHS), draw(HEIGHTS), collapsed)


@given(outlines(), WIDTHS, HEIGHTS, st.data())
def test_every_line_fits_its_width_exactly(
    outline: Outline, width: int, height: int, data: st.DataObject
) -> None:
    query = data.draw(st.sampled_from(["", "a", "河", "a b"]))
    found = OutlineFilter(outline, query) if query else None
    entries = found.entries if found else range(len(outline))
    for row in OutlineRows(outline, entries, width, height, marks=found.marks if found else None):
        here, chosen, aside = (data.draw(st.booleans()) for _ in range(3))
        hits = data.draw(st.sampled_from([None, 0, 7, 40_000]))
        pieces = painted_entry(row, width, here=here, chosen=chosen, aside=aside, hits=hits)
        assert sum(cells.width(words) for words, _ in pieces) == width
        unmarked = painted_entry(row._replace(marks=()), width, hits=hits)
        assert "".join(words for words, _ in pieces)[1:] == "".join(words for words, _ in unmarked)[1:]


@given(outlines(), st.integers(24, 60), HEIGHTS, st.sampled_from(["a", "河", "b a", "wörds", "not"]))
def test_the_first_of_what_is_looked_for_is_seen(
    outline: Outline, width: int, height: int, query: str
) -> None:
    found = OutlineFilter(outline, query)
    rows = list(OutlineRows(outline, found.entries, width, height, marks=found.marks))
    for match in found.matches:
        marked = [row.words[a:b] for row in rows if row.section == match for a, b in row.marks]
        title = outline.sections[match].title
        start, end = found.marks(match)[0]
        assert "".join(marked).startswith(title[start : min(end, start + 2)].rstrip())


@given(laid_out())
def test_no_entry_is_shown_below_a_collapsed_one(made: tuple[Outline, set[int], OutlineRows]) -> None:
    outline, collapsed, rows = made

    def hidden(index: int | None) -> bool:
        while index is not None and (index := outline.parent(index)) is not None:
            if index in collapsed:
                return True
        return False

    assert list(uncollapsed(outline, collapsed)) == [n for n in range(len(outline)) if not hidden(n)]
    assert {row.section for row in rows if row.sign.startswith("▸")} == collapsed & {
        row.section for row in rows
    }


@given(laid_out())
def test_lines_are_the_same_however_they_are_asked_for(made: tuple[Outline, set[int], OutlineRows]) -> None:
    outline, _, rows = made
    every = list(rows)
    assert [rows[number] for number in range(len(rows))] == every
    assert [row.section for row in every if row.begins] == list(rows.entries)
    for section in range(len(outline)):
        lines = [n for n, row in enumerate(every) if row.section == section and not row.note]
        assert list(rows.lines_of(section)) == lines
    with pytest.raises(IndexError):
        rows[len(rows)]


@given(laid_out())
def test_a_remark_stands_below_all_that_its_entry_holds(
    made: tuple[Outline, set[int], OutlineRows],
) -> None:
    outline, _, rows = made
    every = list(rows)
    for entry in rows.entries:
        notes = [n for n, row in enumerate(every) if row.section == entry and row.note]
        assert bool(notes) == bool(outline.sections[entry].note)
        if notes:
            held = [n for n, row in enumerate(every) if row.section in outline.below(entry)]
            assert notes[0] > max([*held, *rows.lines_of(entry)])


@given(laid_out(), st.data())
def test_what_is_brought_into_view_is_in_view(
    made: tuple[Outline, set[int], OutlineRows], data: st.DataObject
) -> None:
    outline, collapsed, rows = made
    height = data.draw(st.integers(4, 40))
    before = data.draw(st.integers(0, len(rows) + 4))
    if not len(outline):
        assert rows.top(None, before, height) == 0
        return
    section = data.draw(st.integers(0, len(outline) - 1))
    shown = rows.shown(section)
    assert shown is not None
    assert shown == section or shown in collapsed
    top = rows.top(shown, before, height)
    assert top == 0 or top + height <= len(rows) + 1
    for line in rows.lines_of(shown):
        assert top <= line + 1 < top + height
    assert rows.top(shown, top, height) == top


@given(outlines(), WIDTHS, HEIGHTS)
def test_a_keyphrase_costs_its_title_nothing(outline: Outline, width: int, height: int) -> None:
    rows = outline_rows.outline_rows(outline, width, height, ())
    bare = Outline(tuple(section._replace(phrase="") for section in outline.sections))
    without = outline_rows.outline_rows(bare, width, height, ())
    titles = [row._replace(phrase="") for row in rows if row.words or row.begins or row.note]
    assert titles == list(without)
    for row in rows:
        phrase = outline.sections[row.section].phrase
        if row.phrase:
            assert row.phrase in (phrase, f" · {phrase}")
            assert not row.note


def test_a_keyphrase_stands_behind_its_title_or_below_it() -> None:
    sections = (
        Section("The lock", 1, 0, 10, paragraph=1, inferred=True, phrase="upper gate"),
        Section("What the keepers wrote into their book", 1, 10, 20, 2, inferred=True, phrase="levels"),
    )
    outline = Outline(sections)
    low = outline_rows.outline_rows(outline, 44, 2, ())
    assert (low[0].words, low[0].phrase) == ("The lock", " · upper gate")
    assert (low[1].words[-1], low[1].phrase) == ("…", "")
    high = outline_rows.outline_rows(outline, 30, 20, ())
    assert [(row.words, row.phrase) for row in high] == [
        ("The lock", ""),
        ("", "upper gate"),
        ("What the keepers", ""),
        ("wrote into their book", ""),
        ("", "levels"),
    ]
    assert len(outline_rows.outline_rows(outline, 30, 4, ())) == 4


def test_an_entry_tells_who_placed_it_also_where_it_is_collapsed() -> None:
    sections = (
        Section("a", 1, 0, 10, inferred=True),
        Section("b", 2, 5, 10),
        Section("c", 1, 10, 20, by_reader=True, inferred=True),
        Section("d", 1, 20, 30, matter="back"),
    )
    outline = Outline(sections)
    assert [row.sign for row in outline_rows.outline_rows(outline, 30, 20, ())] == ["~", "", "*", "▪"]
    assert [row.sign for row in outline_rows.outline_rows(outline, 30, 20, {0})] == ["▸~", "*", "▪"]


def test_hits_are_counted_where_they_are_shown() -> None:
    sections = (Section("a", 1, 0, 30), Section("b", 2, 10, 30), Section("c", 1, 30, 40))
    outline, hits = Outline(sections), [(5, 6), (12, 13), (29, 31), (35, 36)]

    def counts(collapsed: set[int]) -> list[str]:
        lines = OutlineLines(
            outline_rows.outline_rows(outline, 30, 20, collapsed), OutlineStrip(outline, 40, 30)
        )
        painted = (lines.painted(y, 0, 30, Seen(hits=hits)) for y in range(1, 1 + len(lines.rows)))
        return ["".join(words for words, _ in line).split()[-1] for line in painted]

    assert counts(set()) == ["1×", "2×", "1×"]
    assert counts({0}) == ["3×", "1×"]


def headings(*titles: str | tuple[int, str]) -> Outline:
    draft = Draft()
    for title in titles:
        level, words = title if isinstance(title, tuple) else (1, title)
        draft.add(words, Kind.HEADING, level=level)
        draft.add("Words under it.")
    return outline_of(draft.document())


def test_titles_take_more_lines_only_where_all_can_afford_it() -> None:
    outline = headings(*(f"A heading that is too long for one line, number {n}" for n in range(6)))
    lines = {height: len(outline_rows.outline_rows(outline, 30, height, ())) for height in range(7, 20)}
    assert lines == {height: 18 if height >= 18 else 12 if height >= 10 else 6 for height in lines}
    short = headings(*(f"Number {n}" for n in range(5)), "A heading that is too long for one line")
    assert len(outline_rows.outline_rows(short, 30, 6, ())) == 7


def test_lines_below_the_first_have_the_room_of_the_number_too() -> None:
    outline = Outline((Section("What the keepers of the lock wrote into it", 1, 0, 10, paragraph=1000),))
    rows = outline_rows.outline_rows(outline, 24, 20, ())
    assert [row.words for row in rows] == ["What the", "keepers of the", "lock wrote into it"]


def test_of_many_entries_only_those_that_are_asked_for_are_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[str] = []

    def counted(words: str, *rest: Any) -> Any:
        cut.append(words)
        return broken(words, *rest)

    monkeypatch.setattr(outline_rows, "broken", counted)
    outline = headings(*(f"Only here {n}" for n in range(2000)))
    rows = outline_rows.outline_rows(outline, 30, 40, ())
    assert rows[1700].words == "Only here 1700"
    assert list(rows.lines_of(1900)) == [1900]
    assert cut == ["Only here 1700"]


# The filter --------------------------------------------------------------------------------------


@given(outlines(), st.text("abÄ 河水é", min_size=1, max_size=5).filter(lambda query: bool(query.split())))
def test_a_filter_leaves_the_matches_and_what_holds_them(outline: Outline, query: str) -> None:
    found = OutlineFilter(outline, query)
    exact = query != query.lower()

    def holds(title: str) -> bool:
        return all(word in (title if exact else title.lower()) for word in query.split())

    matches = [n for n, section in enumerate(outline.sections) if holds(section.title)]
    assert found.matches == matches
    assert found.entries == [
        n for n in range(len(outline)) if any(m == n or m in outline.below(n) for m in matches)
    ]
    assert [n for n in range(len(outline)) if n in found] == matches
    assert not any(found.marks(n) for n in found.entries if n not in matches)
    for match in matches:
        title = outline.sections[match].title
        marks = found.marks(match)
        assert all(0 <= a < b <= len(title) for a, b in marks)
        assert all(end < start for (_, end), (start, _) in pairwise(marks))
        marked = " ".join(title[a:b] for a, b in marks)
        assert holds(marked)


@given(outlines(), st.integers(-40, 40))
def test_stepping_stays_among_the_matches(outline: Outline, by: int) -> None:
    found = OutlineFilter(outline, "a")
    assert (found.step(None, by) is None) == (not found.matches)
    for at, match in enumerate(found.matches):
        there = found.step(match, by)
        assert there == found.matches[max(0, min(at + by, len(found.matches) - 1))]
        assert found.count(match) == f"{at + 1}/{len(found.matches)}"


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("river", ["The River", "rivers, again"]),
        ("River", ["The River"]),
        ("again rivers", ["rivers, again"]),
        ("keeper's", ["The keeper’s book"]),
        ("上涨", ["河水上涨"]),
        ("[b]", ["[b]Bold[/b] \\x"]),
        ("\\", ["[b]Bold[/b] \\x"]),
        ("lake", []),
    ],
)
def test_words_are_compared_as_in_finding(query: str, left: list[str]) -> None:
    outline = headings("The River", "rivers, again", "The keeper’s book", "河水上涨", "[b]Bold[/b] \\x")
    found = OutlineFilter(outline, query)
    assert [outline.sections[n].title for n in found.matches] == left
    if not left:
        assert found.count(None) == "no match"


def test_a_mark_goes_on_over_a_break_and_never_covers_the_ellipsis() -> None:
    outline = headings("河水上涨" * 8)
    found = OutlineFilter(outline, "水上涨河")
    rows = list(OutlineRows(outline, found.entries, 30, 40, marks=found.marks))
    assert len(rows) == 2
    marked = ["".join(words for words, looks in painted_entry(row, 30) if "hit" in looks) for row in rows]
    assert marked[0] == rows[0].words[1:]
    assert marked[1] == rows[1].words.removesuffix("…")


def test_a_match_behind_the_cut_is_led_up_to() -> None:
    outline = headings(*("What the river watch of the lower valley says of mills" for _ in range(40)))
    found = OutlineFilter(outline, "mills says")
    row = OutlineRows(outline, found.entries, 32, 20, marks=found.marks)[0]
    assert row.words == "…says of mills"
    assert [row.words[a:b] for a, b in row.marks] == ["says", "mills"]
