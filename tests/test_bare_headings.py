from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Kind
from corpus.formats.plain import parse
from corpus.outline.lines.bare.levels import Titled, levels
from corpus.outline.lines.bare.series import Member, series_of
from corpus.outline.lines.headings import find_headings

MORNING = (
    "The committee met in the morning and went through the papers that it had been sent, and those who spoke"
    " kept to the point, so that by noon there was little left to say."
)
COAST = (
    "Nobody who lives on the coast was surprised by what the engineers found when they measured the channel"
    " again last spring, and yet the council had no money."
)
晨 = "港口昨天迎来了第一艘大船，人们都很高兴，因为他们已经等了很多年，老人们说从来没有见过这样的船。"


def found(*blocks: str, columns: int = 0) -> list[tuple[int, str]]:
    """The headings of a text of these blocks, wrapped by hand or not."""
    set_ = [textwrap.fill(block, columns) if columns else block for block in blocks]
    return [(one.level, one.title) for one in find_headings("\n\n".join(set_).split("\n"))]


def titles(*blocks: str, columns: int = 0) -> list[str]:
    return [title for _, title in found(*blocks, columns=columns)]


@pytest.mark.parametrize("columns", [0, 72])
@pytest.mark.parametrize(
    "headings",
    [
        ("How the pier burned", "A harbour without ships", "What comes next"),
        ("The Burning of the Pier", "A Harbour Without Ships", "What the Council Decided"),
        ("How do I moor a boat?", "Can I fish from the pier?", "What does it cost?"),
        ("Der Brand der alten Mole", "Ein Hafen ohne Schiffe", "Wie es weitergeht"),
        ("Background", "Methods", "Results"),
    ],
)
def test_short_lines_of_words_over_prose_are_headings(headings: tuple[str, ...], columns: int) -> None:
    blocks = [block for heading in headings for block in (heading, MORNING, COAST)]
    assert titles("The Port of Vega", COAST, *blocks, columns=columns) == list(headings)


def test_chinese_lines_over_prose_are_headings() -> None:
    assert titles(晨, "码头的火灾", 晨, 晨, "没有船的港口", 晨) == ["码头的火灾", "没有船的港口"]


@pytest.mark.parametrize("columns", [0, 72])
@pytest.mark.parametrize(
    "between",
    [
        pytest.param(
            ("The tide comes in at morning bright", "The boats are rocking in the light", "The pilot sleeps"),
            id="verse",
        ),
        pytest.param(("Ropes", "Anchors", "Sails and masts", "Lanterns"), id="a list without marks"),
        pytest.param(
            ("Harbour", "Depth", "Vega", "12 metres", "Ruiz", "9 metres"), id="the cells of a table"
        ),
        pytest.param(("Harbour Board of Vega", "12 Quay Street", "Vega 1234"), id="an address"),
        pytest.param(("Photo: Ana Ruiz",), id="a credit"),
        pytest.param(("Figure 3: Depth of the channel",), id="a caption"),
        pytest.param(("“The council had no money for dredging”",), id="a pull quote"),
        pytest.param(("May 4, 2020",), id="a date"),
        pytest.param(("By Ana Ruiz",), id="a byline"),
        pytest.param(("Read more",), id="a link"),
        pytest.param(("Q: Do you miss the mountains?", f"A: {MORNING}"), id="an interview"),
        pytest.param(("make install",), id="a command"),
        pytest.param(("harbour.open(7)",), id="code"),
        pytest.param(("Well",), id="one word"),
        pytest.param(("The command that opens the gate is",), id="half a sentence"),
        pytest.param(("- ropes and tackle",), id="an item"),
        pytest.param(("https://vega.example/pier",), id="an address of the web"),
        pytest.param(("Dear Ana",), id="a salutation"),
        pytest.param(("It was over.",), id="a short sentence"),
    ],
)
def test_other_short_lines_are_none(between: tuple[str, ...], columns: int) -> None:
    assert titles(MORNING, COAST, *between, COAST, MORNING, *between, MORNING, columns=columns) == []


@pytest.mark.parametrize("name", ["Tabelle", "Tableau", "Tabla", "Table", "Ejemplo"])
def test_captions_that_count_on_are_no_headings(name: str) -> None:
    captions = (f"{name} 5.1. Depth of the channel", f"{name} 5.2. Width of the quay", f"{name} 5.3. Ships")
    assert titles(MORNING, captions[0], COAST, MORNING, captions[1], COAST, captions[2], MORNING) == []


@pytest.mark.parametrize("byline", ["By Ana Ruiz and Tom Vega", "Von Ana Ruiz und Tom Vega"])
def test_the_byline_of_two_is_no_heading(byline: str) -> None:
    assert byline not in titles("The harbour waits", byline, MORNING, COAST, MORNING, COAST, MORNING)


def test_what_a_sign_means_is_no_heading() -> None:
    assert "? → one character" not in titles(MORNING, "Of signs", COAST, "? → one character", MORNING, COAST)


def test_a_signature_is_no_heading() -> None:
    assert titles("Dear Ana,", MORNING, COAST, "Best wishes", "Tom Vega", "Harbour Master") == []
    assert titles(MORNING, COAST, "Ana Ruiz", "Vega, in May") == []


def test_names_in_chinese_are_no_headings() -> None:
    assert titles(晨, "王小明", 晨, "2020年3月4日", 晨) == []


def test_long_questions_among_headings_are_asked_of_somebody() -> None:
    questions = (
        "What did the engineers find when they measured the channel again?",
        "How do you answer the pilots who have wanted the channel dredged?",
    )
    headings = ("How the pier burned", "A harbour without ships")
    blocks = [block for title in (*headings, *questions) for block in (title, MORNING)]
    assert titles(COAST, *blocks) == list(headings)


def test_lessons_that_count_on_are_headings_though_they_end_like_sentences() -> None:
    lessons = [f"Lesson {number}: A pilot must know the channel." for number in (1, 2, 3)]
    blocks = [block for lesson in lessons for block in (lesson, MORNING)]
    assert titles(COAST, *blocks) == lessons
    assert titles(COAST, lessons[0], MORNING, lessons[2], MORNING) == []


def test_a_heading_right_over_another_holds_it() -> None:
    assert found(
        *("The Port of Vega", COAST, "Before the fire", "Ships", MORNING, COAST, "Pilots", MORNING, COAST),
        *("Conclusion", MORNING),
    ) == [(1, "Before the fire"), (2, "Ships"), (2, "Pilots"), (1, "Conclusion")]


def test_what_an_introduction_names_stands_below_it() -> None:
    plan = "Two things had to be done: the channel was to be dredged, and the pilots were to be trained anew."
    assert found(
        *(
            "The Port of Vega",
            COAST,
            "What the council planned",
            plan,
            "Dredging deeper",
            MORNING,
            COAST,
            MORNING,
        ),
        *("Training new pilots", COAST, MORNING, COAST, "Looking ahead", MORNING),
    ) == [
        (1, "What the council planned"),
        (2, "Dredging deeper"),
        (2, "Training new pilots"),
        (1, "Looking ahead"),
    ]


def test_a_list_that_names_what_follows_holds_it() -> None:
    roles = [
        ("The pilot", "How a pilot works"),
        ("The master", "Who wants to be master"),
        ("The guard", "Guarding"),
    ]
    items = [f"• {role}" for role, _ in roles]
    blocks = [block for _, title in roles for block in (title, MORNING, COAST, MORNING, COAST)]
    assert found("The Port of Vega", COAST, "Three roles", *items, *blocks) == [
        (1, "Three roles"),
        *((2, title) for _, title in roles),
    ]


def test_a_bare_heading_is_not_counted_and_the_paragraph_under_it_is() -> None:
    text = "\n\n".join(
        ["Vega", COAST, "How the pier burned", MORNING, "What came after", COAST, "What comes next", MORNING]
    )
    document = parse(text)
    assert [document.blocks[at].kind for at in (2, 4, 6)] == [Kind.HEADING] * 3
    third = document.paragraph(3)
    assert document.text[third.start : third.end] == MORNING


@pytest.mark.parametrize(
    ("line", "member"),
    [
        ("Step two, the release", Member("step", 2)),
        ("Lesson IV: Patience", Member("lesson", 4)),
        ("🚀 A launch", Member("🚀", 0)),
        ("Part of the plan: all", None),
        ("In 1990, it burned", None),
    ],
)
def test_a_line_may_call_itself_a_member_of_a_series(line: str, member: Member | None) -> None:
    assert series_of(line) == member


TITLES = st.builds(
    Titled,
    st.sampled_from(
        ["Ships", "Step one: sail", "Step two: moor", "Conclusion", "What we did", "What we saw", "Ships now"]
    ),
    st.sampled_from([0, 90, 400, 2_000]),
    st.sampled_from(["", "We sailed, and then we moored:", "Ships.\n\nSaw ships."]),
)


@given(st.lists(TITLES, max_size=30))
def test_levels_begin_with_one_and_leave_none_out(headings: list[Titled]) -> None:
    given_ = levels(headings)
    assert len(given_) == len(headings)
    assert all(1 <= level <= 3 for level in given_)
    assert all(after <= before + 1 for before, after in zip([0, *given_], given_, strict=False))


BLOCKS = st.sampled_from(
    [
        MORNING,
        COAST,
        "Ships",
        "A harbour",
        "What now?",
        "Lesson 1: Go.",
        "• rope",
        "“Quoted”",
        "港口",
        "- ",
        "…",
    ]
)


@given(st.lists(BLOCKS, max_size=20), st.sampled_from(["\n\n", "\n", "\n\n\n"]))
def test_headings_are_lines_of_the_text_in_order(blocks: list[str], between: str) -> None:
    lines = between.join(blocks).split("\n")
    headings = find_headings(lines)
    places = [one.line for one in headings]
    assert places == sorted(set(places))
    assert all(lines[one.line].strip() == one.title for one in headings if one.lines == 1)
