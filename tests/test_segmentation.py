"""Sections of long texts without headings: where they begin, and the reason that is given."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from math import exp, prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Kind
from corpus.draft import Draft
from corpus.outline import outline_of
from corpus.outline.segmentation import WEIGHTS, breaks
from corpus.outline.segmentation.cues import Cue, opening
from corpus.outline.segmentation.division import LONGEST, Terms, divided
from corpus.outline.segmentation.features import NAMES, rows
from corpus.outline.segmentation.forms import forms
from corpus.outline.segmentation.han_terms import term_around
from corpus.outline.segmentation.reasons import reason
from corpus.outline.segmentation.vocabulary import vocabulary

_BEES = (
    "Bees leave the hive at dawn when the meadow is warm, and the keeper counts the bees that come back.",
    "A hive of bees needs nectar from the meadow; the keeper moves the hive when the nectar ends.",
    "The keeper smokes the hive before the honey is taken, so that the bees stay calm in the meadow.",
    "Honey from one hive differs from that of another, because bees choose their own nectar.",
    "In winter the bees live on their honey, and the keeper leaves the hive alone until the meadow flowers.",
)
_COURTS = (
    "Courts of appeal hear judges’ rulings again, and a lawyer files the brief within thirty days.",
    "A judge who reads the brief may ask the lawyer for the ruling that the courts relied upon.",
    "The lawyer argues before three judges; the ruling of the courts is read aloud in the chamber.",
    "Where two courts differ in a ruling, the highest judges decide, and every lawyer cites that brief.",
    "A ruling binds other courts until judges overturn it, which no lawyer should promise in a brief.",
)
_WORDS = st.sampled_from(
    "the of bees hive honey court judge ruling 1. • “no” First, However: 蜜蜂 法院 \n İ".split(" ")
)
_PARAGRAPHS = st.lists(
    st.sampled_from((*_BEES, *_COURTS)) | st.lists(_WORDS, max_size=12).map(" ".join) | st.text(max_size=30),
    max_size=60,
)


@settings(max_examples=25, deadline=None)
@given(_PARAGRAPHS)
def test_sections_begin_inside_the_text_in_order_none_too_long_each_for_a_reason(texts: list[str]) -> None:
    found = breaks(texts)
    places = [0, *(one.paragraph for one in found), max(1, len(texts))]
    assert all(0 < after - before <= LONGEST for before, after in pairwise(places))
    assert all(one.why and not one.why.endswith(".") for one in found)


def test_a_section_begins_where_the_subject_changes_and_the_reason_names_words_of_both() -> None:
    found = breaks([*_BEES, *_COURTS])
    assert 5 in [one.paragraph for one in found]
    why = next(one.why for one in found if one.paragraph == 5)
    before, _, behind = why.partition(" give way to ")
    assert any(word in before for word in ("hive", "bees", "honey", "meadow", "keeper", "nectar"))
    assert any(word in behind for word in ("courts", "judges", "lawyer", "ruling", "brief"))


def test_a_text_without_spaces_is_divided_by_its_subjects_too() -> None:
    bees = [
        "蜜蜂清晨离开蜂箱，养蜂人数着蜜蜂。",
        "蜂箱需要花蜜，养蜂人搬动蜂箱。",
        "养蜂人取蜂蜜之前先安抚蜜蜂，蜂箱才安静。",
    ] * 2
    courts = [
        "上诉法院重新审理判决，律师提交书状。",
        "法官阅读律师的书状，询问法院的判决。",
        "律师在法官面前辩论，法院宣读判决。",
    ] * 2
    assert 6 in [one.paragraph for one in breaks([*bees, *courts])]


def test_the_words_that_a_reason_names_in_chinese_are_whole() -> None:
    hospital = [
        "医疗机构的医务人员未尽到义务的，由医疗机构承担赔偿责任。",
        "医务人员应当向患者说明病情，患者有疑问的，医疗机构应当回答。",
        "患者要求查阅病历，医疗机构和医务人员应当及时提供。",
    ] * 3
    school = [
        "学生在教育机构学习期间受伤的，教育机构承担责任。",
        "教育机构的教师应当照看学生，学生的家长也应当配合教育机构。",
        "家长要求教育机构说明情况的，教师应当及时回答学生和家长。",
    ] * 3
    why = next(one.why for one in breaks([*hospital, *school]) if one.paragraph == 9)
    before, _, behind = why.partition(" give way to ")
    named = {"医务人员", "患者", "医疗机构", "医疗", "教育机构", "家长", "教师", "学生"}
    assert set(re.findall("“(.+?)”", before)) | set(re.findall("“(.+?)”", behind)) <= named
    assert "“" in before
    assert "“" in behind


@given(st.text("的一二三四五六七八。\n", max_size=60), st.text("一二三四五六七八的", min_size=2, max_size=2))
def test_a_term_is_in_the_text_and_holds_the_pair(text: str, pair: str) -> None:
    term = term_around(text, pair)
    assert term in text
    assert not term or (pair in term and "的" not in term)


@pytest.mark.parametrize(
    ("words", "why"),
    [(45, "Much longer than"), (5, "Much shorter than"), (24, "The words change"), (17, "The words change")],
)
def test_a_paragraph_is_called_long_only_beside_one_of_half_its_length(words: int, why: str) -> None:
    weighing = {"length": 1.0 if words > 20 else -1.0}
    features = {
        name: one._replace(weight=weighing.get(name, 0.0), usual=3.0)
        for name, one in WEIGHTS.features.items()
    }
    paragraphs = [" ".join(([kind] * 60)[:count]) for kind, count in (("bees", 20), ("courts", words))]
    known = vocabulary(paragraphs)
    weights = WEIGHTS._replace(features=features)
    found = reason(paragraphs, known, rows(paragraphs, known), 1, 1, weights)
    assert found.startswith(why)


def test_half_of_a_contraction_is_no_word_that_begins() -> None:
    bees = [f"{paragraph} They don’t sting, he doesn’t mind." for paragraph in _BEES]
    courts = [f"{paragraph} You wouldn’t wait, we couldn’t win." for paragraph in _COURTS]
    why = " ".join(one.why for one in breaks([*bees, *courts]))
    assert not re.search("“(?:don|doesn|wouldn|couldn)”", why)


def test_the_items_that_a_colon_announces_stay_with_it() -> None:
    items = [
        "wax for the frames",
        "a smoker with dry grass",
        "gloves of thick leather",
        "a jar for the honey",
    ]
    texts = [*_BEES, "The keeper takes these things to the hive:", *items, *_COURTS]
    places = {one.paragraph for one in breaks(texts)}
    assert not places & set(range(6, 10))
    assert [one.listed for one in forms(texts)] == [False] * 6 + [True] * 4 + [False] * 5


@pytest.mark.parametrize(
    ("paragraph", "cue"),
    [
        ("However, the bees came back.", Cue.CONNECTIVE),
        ("For example, the bees came back.", Cue.CONNECTIVE),
        ("“These bees came back.", Cue.ANAPHOR),
        ("In the spring of 1987, the bees came back.", Cue.TIME),
        ("Finally, the bees came back.", Cue.ORDINAL),
        ("In conclusion, the bees came back.", Cue.CONCLUSION),
        ("Außerdem kamen die Bienen zurück.", Cue.CONNECTIVE),
        ("Por ejemplo, las abejas volvieron.", Cue.CONNECTIVE),
        ("但是蜜蜂回来了。", Cue.CONNECTIVE),
        ("总之，蜜蜂回来了。", Cue.CONCLUSION),
    ],
)
def test_an_opening_is_told_by_its_first_words(paragraph: str, cue: Cue) -> None:
    assert cue in opening(paragraph).cues


def test_a_word_inside_another_is_no_cue() -> None:
    assert opening("Butter is made of cream, forexample.").cues == frozenset()
    assert opening("…").word == ""


def test_every_feature_has_a_weight_and_every_row_all_features() -> None:
    assert tuple(WEIGHTS.features) == NAMES
    texts = [*_BEES, *_COURTS]
    assert {len(row) for row in rows(texts, vocabulary(texts))} == {len(NAMES)}
    assert rows([], vocabulary([])) == rows(["one"], vocabulary(["one"])) == []


@settings(max_examples=20, deadline=None)
@given(st.lists(st.floats(-4, 4), min_size=1, max_size=5), st.integers(0, 10))
def test_the_division_is_the_best_of_all_that_are_possible(odds: list[float], share: int) -> None:
    terms = Terms(-0.4, tuple(0.3 - 0.1 * length for length in range(LONGEST)), share / 10, 0.35)
    assert (
        _worth(divided(odds, terms), odds, terms)
        >= max(_worth(places, odds, terms) for places in _divisions(len(odds) + 1)) - 1e-9
    )


def _divisions(count: int) -> list[list[int]]:
    return [list(places) for many in range(count) for places in combinations(range(1, count), many)]


def _worth(chosen: list[int], odds: list[float], terms: Terms) -> float:
    """The expected worth of a division, by trying all that the text may truly have."""
    count = len(odds) + 1

    def weight(places: list[int]) -> float:
        opened = prod(exp(odds[at - 1] - terms.threshold) for at in places)
        return opened * prod(exp(terms.lengths[b - a - 1]) for a, b in pairwise([0, *places, count]))

    weighed = [(places, weight(places)) for places in _divisions(count)]
    total = sum(one for _, one in weighed)
    likely = {at: sum(one for places, one in weighed if at in places) / total for at in range(1, count)}
    sections = 1 + sum(likely.values())
    width = max(1, min(count - 1, round(count / sections / 2)))

    def together(places: list[int], at: int) -> bool:
        return not any(at < place <= at + width for place in places)

    pairs = range(count - width)
    shared = [sum(one for places, one in weighed if together(places, at)) / total for at in pairs]
    kept = sum(2 * shared[at] - 1 for at in pairs if together(chosen, at)) / len(pairs)
    begun = sum(likely[at] - terms.doubt for at in chosen) / sections
    return terms.pk * kept + (1 - terms.pk) * begun


def test_each_inferred_section_of_a_long_text_has_a_label_a_phrase_and_a_reason() -> None:
    draft = Draft()
    for text in [*_BEES, *_COURTS]:
        draft.add(text, Kind.PARAGRAPH)
    sections = outline_of(draft.document()).sections
    assert sections[0].paragraph == 1
    assert 6 in [one.paragraph for one in sections]
    assert all(one.inferred and one.title and one.why for one in sections)
    assert len(sections) < len(_BEES) + len(_COURTS)


def test_no_section_begins_at_an_item_of_a_list() -> None:
    draft = Draft()
    for text in _BEES:
        draft.add(text, Kind.PARAGRAPH)
    for text in _COURTS:
        draft.add(text, Kind.ITEM)
    for text in (*_COURTS, *_BEES):
        draft.add(text, Kind.PARAGRAPH)
    document = draft.document()
    starts = {block.start for block in document.blocks if block.kind is Kind.PARAGRAPH}
    assert all(section.start in starts for section in outline_of(document).sections)
