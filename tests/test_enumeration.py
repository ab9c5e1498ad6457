from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.outline.enumeration import (
    Enumeration,
    announcements,
    find_enumerations,
    note_inside,
    opening_ordinal,
)

AND_SO_ON = "The pilots met in the old hall, and nobody spoke for a while."


def found_in(*paragraphs: str) -> list[Enumeration]:
    return find_enumerations(len(paragraphs), paragraphs.__getitem__)


def told(*paragraphs: str) -> list[tuple[int, int, str | None]]:
    """The paragraph, level and note of each part of the first enumeration."""
    (found, *_) = found_in(*paragraphs)
    parts = found.parts(paragraphs.__getitem__, lambda index: index + 1)
    return [(part.paragraph, part.level, part.note) for part in parts]


@pytest.mark.parametrize(
    ("opening", "value", "words"),
    [
        ("First, the wind fell.", 1, "First"),
        ("Secondly the crew slept.", 2, "Secondly"),
        ("The third reason is that it rained.", 3, "The third reason"),
        ("Step 2: haul the ropes.", 2, "Step 2"),
        ("Step two — haul the ropes.", 2, "Step two"),
        ("Last but not least, the mast.", 0, "Last but not least"),
        ("(2) the sails", 2, "(2)"),
        ("②帆", 2, "②"),
        ("Erstens ist der Hafen zu klein.", 1, "Erstens"),
        ("Der zweite Grund ist, dass es regnet.", 2, "Der zweite Grund"),
        ("Schließlich fehlt das Geld.", 0, "Schließlich"),
        ("D’abord, le port est petit.", 1, "D’abord"),
        ("La deuxième raison est que l’eau manque.", 2, "La deuxième raison"),
        ("Enfin, l’argent manque.", 0, "Enfin"),
        ("En primer lugar, el puerto es pequeño.", 1, "En primer lugar"),
        ("Por último, falta el dinero.", 0, "Por último"),
        ("其次，水太浅。", 2, "其次"),
        ("二是水太浅。", 2, "二是"),
        ("第三个原因是水太浅。", 3, "第三个原因"),
    ],
)
def test_an_ordinal_that_opens_a_paragraph_is_understood(opening: str, value: int, words: str) -> None:
    ordinal = opening_ordinal(opening)
    assert ordinal is not None
    assert (ordinal.value, ordinal.words) == (value, words)
    assert opening.startswith(words)
    assert len(words) <= ordinal.end < len(opening)


@pytest.mark.parametrize(
    "opening",
    [
        "The first time he saw the sea, he wept.",
        "First light found them at sea.",
        "Second World War ships lay there.",
        "Two weeks later they left.",
        "One day they left.",
        "Finally the rain stopped.",
        "1998 was a good year.",
        "第二次世界大战的时候",
        "第一条 港口归全体人民所有。",
        "一个港口",
        "Der erste Mai ist ein Feiertag.",
        "La première fois, il a pleuré.",
        "El segundo barco llegó.",
        "",
    ],
)
def test_what_only_looks_like_an_ordinal_opens_no_item(opening: str) -> None:
    assert opening_ordinal(opening) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("There are three main reasons for it.", [(3, "three main reasons")]),
        ("Vega’s six-part plan has 4 steps.", [(6, "six-part"), (4, "4 steps")]),
        ("Dafür gibt es drei wichtige Gründe.", [(3, "drei wichtige Gründe")]),
        ("Il y a trois raisons.", [(3, "trois raisons")]),
        ("Hay tres razones.", [(3, "tres razones")]),
        ("问题有三个方面，理由如下几点。", [(3, "三个方面"), (0, "如下几点")]),
        ("There are several reasons.", [(0, "several reasons")]),
        ("Three of the reasons are known. Chapter three points north.", []),
        ("They left after two weeks, the other two reasons aside.", []),
        ("Three. Reasons are many.", []),
        ("几点钟了？几个人。", []),
    ],
)
def test_an_announcement_says_how_many_parts(text: str, said: list[tuple[int, str]]) -> None:
    assert [(one.parts, text[one.start : one.end]) for one in announcements(text)] == said


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("There are three reasons.", "First, wind.", "Second, rain.", "Finally, snow."),
        ("Es gibt drei Gründe.", "Erstens der Wind.", "Zweitens der Regen.", "Schließlich der Schnee."),
        ("Il y a trois raisons.", "D’abord, le vent.", "Ensuite, la pluie.", "Enfin, la neige."),
        ("Hay tres razones.", "En primer lugar, viento.", "En segundo lugar, agua.", "Por último, nieve."),
        ("原因有三个方面。", "首先，风大。", "其次，雨大。", "最后，雪大。"),
        ("There are three ways.", "Step one: sail.", "Step two: row.", "Step three: swim."),
        ("There are three ways:", "(1) sail", "(2) row", "(3) swim"),
    ],
)
def test_an_announced_enumeration_is_found_in_every_language(paragraphs: tuple[str, ...]) -> None:
    assert told(*paragraphs) == [(0, 1, "all 3 announced parts"), (1, 2, None), (2, 2, None), (3, 2, None)]


@pytest.mark.parametrize(
    "host",
    [
        "The plan rests on three solid planks, which belong together.",
        "La réforme repose sur trois piliers, que rien ne sépare.",
        "Der Plan ruht auf drei starken Säulen.",
        "El plan tiene tres patas.",
    ],
)
def test_whatever_is_counted_last_announces_just_as_many_parts_after_it(host: str) -> None:
    first = {"The": "First", "La ": "D’abord", "Der": "Erstens", "El ": "En primer lugar"}[host[:3]]
    second = {"The": "Second", "La ": "Ensuite", "Der": "Zweitens", "El ": "En segundo lugar"}[host[:3]]
    last = {"The": "Finally", "La ": "Enfin", "Der": "Schließlich", "El ": "Por último"}[host[:3]]
    items = (f"{first}, on a fait cela.", f"{second}, on a fait cela.", f"{last}, on a fait cela.")
    assert told(AND_SO_ON, host, *items)[0] == (1, 1, "all 3 announced parts")
    assert told(AND_SO_ON, f"{host} {AND_SO_ON}", *items) == [(2, 1, None), (3, 1, None), (4, 1, None)]


@pytest.mark.parametrize(
    "host",
    ["It took three long years.", "They have three sons.", "Es dauerte drei Tage.", "Cela dura trois ans."],
)
def test_measures_announce_nothing(host: str) -> None:
    items = ("First, wind.", "Second, rain.", "Third, snow.")
    assert told(host, *items) == [(1, 1, None), (2, 1, None), (3, 1, None)]


def test_zum_einen_and_zum_anderen_need_no_pause() -> None:
    host = "Das Urteil hält aus zwei Gründen nicht stand."
    items = ("Zum einen hat das Gericht geirrt.", "Zum anderen trägt die Begründung nicht.")
    assert told(host, *items) == [(0, 1, "all 2 announced parts"), (1, 2, None), (2, 2, None)]


def test_each_part_says_why_it_is_one() -> None:
    paragraphs = (AND_SO_ON, "There are four reasons.", "First, wind.", "Second, rain.")
    (found,) = found_in(*paragraphs)
    assert [part.why for part in found.parts(paragraphs.__getitem__, lambda index: index + 1)] == [
        "Announces “four reasons”; 2 of them are found after it",
        "Opens with “First”: part 1 of the 4 that ¶ 2 announces",
        "Opens with “Second”: part 2 of the 4 that ¶ 2 announces",
    ]


def test_three_clear_items_need_no_announcement_and_two_are_too_few() -> None:
    items = ("First, wind.", "Second, rain.", "Third, snow.")
    assert told(AND_SO_ON, *items) == [(1, 1, None), (2, 1, None), (3, 1, None)]
    assert found_in(AND_SO_ON, *items[:2]) == []
    assert told("This is what they fear:", *items[:2]) == [(0, 1, "2 parts"), (1, 2, None), (2, 2, None)]


def test_numbers_alone_are_no_enumeration() -> None:
    assert found_in(AND_SO_ON, "1. Wind fell.", "2. Rain fell.", "3. Snow fell.") == []


def test_the_first_item_may_stand_in_the_paragraph_that_announces() -> None:
    host = "There are three reasons. First, the wind fell."
    assert told(host, "Second, it rained.", "Third, it snowed.") == [
        (0, 1, "all 3 announced parts"),
        (1, 2, None),
        (2, 2, None),
    ]


def test_the_last_items_may_stand_in_one_paragraph() -> None:
    items = ("The first reason is the wind.", "The second reason is rain. The third reason is snow.")
    assert told("There are three reasons.", *items)[0] == (0, 1, "all 3 announced parts")


def test_what_counts_other_things_is_no_item() -> None:
    paragraphs = ("The first case is plain.", "The second case is not.", "The last argument is a number.")
    assert found_in(AND_SO_ON, *paragraphs) == []


def test_one_item_alone_follows_what_announces_it() -> None:
    assert told("The plan has four parts.", "First, wind.")[0] == (0, 1, "1 of 4 announced parts")
    assert found_in("It takes two steps. " + AND_SO_ON, "First, wind.") == []


def test_an_enumeration_inside_an_item_stands_below_it() -> None:
    assert told(
        "There are three reasons.",
        "First, there are two problems with the sails.",
        "(1) They are old.",
        "(2) They are torn.",
        "Second, rain.",
        "Third, snow.",
    ) == [
        (0, 1, "all 3 announced parts"),
        (1, 2, "all 2 announced parts"),
        (2, 3, None),
        (3, 3, None),
        (4, 2, None),
        (5, 2, None),
    ]


def test_two_enumerations_after_each_other_are_two() -> None:
    one = ("There are two reasons.", "First, wind.", "Second, rain.")
    assert [(found.host, found.items) for found in found_in(*one, AND_SO_ON, *one)] == [
        (0, (1, 2)),
        (4, (5, 6)),
    ]


def test_a_finally_beyond_the_announced_number_is_no_part() -> None:
    (found,) = found_in("There are two reasons.", "First, wind.", "Second, rain.", "Finally, they left.")
    assert (found.items, found.note) == ((1, 2), "all 2 announced parts")


def test_parts_inside_one_paragraph_are_counted_for_its_note() -> None:
    assert note_inside("Three reasons: first, the wind; second, rain; and third, snow.") == (
        "all 3 announced parts"
    )
    assert note_inside("原因有三个方面：一是风，二是雨。") == "2 of 3 announced parts"
    assert note_inside("Three reasons were given.") is None
    assert note_inside("First, the wind fell; second, it rained.") is None


OPENINGS = (
    "First, ",
    "Second, ",
    "Third, ",
    "Finally, ",
    "(1) ",
    "(2) ",
    "首先，",
    "其次，",
    "Erstens ",
    "Next, ",
    "",
)
PARAGRAPHS = st.lists(
    st.tuples(
        st.sampled_from(OPENINGS), st.sampled_from(("two reasons:", "三个方面", "wind", "several ways"))
    )
    .map("".join)
    .filter(bool),
    max_size=14,
)


@given(PARAGRAPHS)
def test_enumerations_stand_in_order_and_every_part_opens_one_paragraph(paragraphs: list[str]) -> None:
    last = -1
    for found in found_in(*paragraphs):
        parts = list(found.parts(paragraphs.__getitem__, lambda index: index + 1))
        places = [part.paragraph for part in parts]
        assert places == sorted(set(places))
        assert last < found.first == places[0]
        assert places[-1] <= found.last(len(paragraphs)) < len(paragraphs)
        assert parts[0].level == 1
        assert all(after.level <= before.level + 1 for before, after in pairwise(parts))
        last = found.items[-1]
        announced = found.announcement.parts if found.announcement else 0
        assert not announced or found.found <= announced


@given(st.text(max_size=80), st.text("First,seco)(12 ndly。首先一是:;", max_size=80))
def test_no_text_makes_it_raise(some: str, other: str) -> None:
    found_in(some, other, "First, " + some)
    note_inside(other)
