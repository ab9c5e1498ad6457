from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.outline.labels import Label, Labeller, label
from corpus.outline.labels.salience import WEIGHTS, Salience, kind, root, words_of
from tests.bench.outline.data import Headless
from tests.bench.outline.salience import examples_of, fitted

HARBOUR = [
    "The harbour of Vega is too small for the ships of the fleet. Cargo vessels wait outside for days.",
    "However, the harbour pilots earn little. Harbour pilots went on strike in May. He said it was a shame.",
    "I then asked him why. The tide tables of the town are wrong, and new tide tables are printed each year.",
    "Dear readers, thank you. The town council will vote on a new pier. The new pier costs a million.",
]


def labels_of(*paragraphs: str) -> list[Label]:
    labeller = Labeller(paragraphs)
    return [labeller.label(index, index + 1) for index in range(len(paragraphs))]


def test_a_title_says_what_sets_its_paragraph_off_and_is_no_salutation() -> None:
    assert labels_of(*HARBOUR) == [
        ("The harbour of Vega is too small for the ships of the fleet", "Cargo vessels"),
        ("The harbour pilots earn little", "strike"),
        ("The tide tables of the town are wrong", ""),
        ("The town council will vote on a new pier", ""),
    ]


def test_a_section_is_labelled_by_all_of_its_paragraphs() -> None:
    labeller = Labeller([*HARBOUR[:2], "The pilots were paid by the day. Nobody knew.", *HARBOUR[2:]])
    assert labeller.label(1, 3).words == "The harbour pilots earn little"
    assert labeller.phrase(1, 3, "What nobody knew") == "Harbour pilots"


@pytest.mark.parametrize(
    ("paragraphs", "words", "phrase"),
    [
        (
            [
                "2020年3月4日，旧港口的领航员要求加薪。领航员工会说港口太小。",
                "船东不同意。船东认为潮汐表是对的，潮汐表没有错。",
            ],
            "旧港口的领航员要求加薪",
            "",
        ),
        (
            [
                "Am 3. Mai 2020 hat die Stadt den neuen Hafen eröffnet.",
                "Der Hafen ist tief und die hohen Kosten sind bekannt.",
            ],
            "Am 3. Mai 2020 hat die Stadt den neuen Hafen eröffnet",
            "",
        ),
        (
            [
                "Cependant, les pilotes du port refusent la loi. L’arrêt du tribunal protège les pilotes.",
                "Le port est petit.",
            ],
            "Les pilotes du port refusent la loi",
            "arrêt du tribunal",
        ),
        (
            ["Кроме того, портовая реформа изменила правила работы. Лоцманы города против.", "Порт мал."],
            "Портовая реформа изменила правила работы",
            "Лоцманы города",
        ),
    ],
)
def test_other_languages_have_labels_too(paragraphs: list[str], words: str, phrase: str) -> None:
    assert labels_of(*paragraphs)[0] == (words, phrase)


def test_the_phrase_of_a_chinese_section_is_a_term_that_comes_again_whole() -> None:
    paragraphs = [
        "港口的收费不统一。领航员认为潮汐表有误，船长认为潮汐表没有错，潮汐表每年印一次。",
        "城里的人很多。",
    ]
    assert labels_of(*paragraphs)[0] == ("港口的收费不统一", "潮汐表")


def test_a_word_that_a_passage_keeps_to_is_more_telling_than_one_it_has_once() -> None:
    here, elsewhere = (
        words_of("The pier is old; a pier costs much; the mill stands."),
        words_of("The mill. The pier."),
    )
    salience = Salience(here, Counter([*here, *elsewhere]), len([*here, *elsewhere]))
    assert 0 < salience["mill"] < salience["pier"] < 1
    assert salience["the"] == salience["crane"] == 0


def test_weights_fitted_to_words_tell_titles_words_from_others() -> None:
    article = Headless("", ("Pier pier pier mill.", "Crane crane crane town."), (1,), ("The pier", "Cranes"))
    examples = [*examples_of(article)]
    assert [right for _, right in examples] == [True, False, True, False]
    weights = dict(zip(WEIGHTS, fitted(examples), strict=True))
    assert weights["times in the passage"] > 0 > weights["words before it"]


def test_an_address_on_the_web_is_no_title() -> None:
    found = labels_of(
        "See https://vega.example/pilots/harbour/fee now. The pilots of the harbour are paid by the day."
    )
    assert found[0].words == "The pilots of the harbour are paid by the day"


def test_a_speaker_who_comes_again_is_no_title() -> None:
    labels = labels_of(*(f"Ana: The {thing} of the town has no roof." for thing in ("pier", "crane", "mill")))
    assert [words for words, _ in labels] == [
        "The pier of the town has no roof",
        "The crane of the town has no roof",
        "The mill of the town has no roof",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hello. Why not? The pilots of Vega know the harbour.", "The pilots of Vega know the harbour"),
        ("Fellow citizens, the pilots of Vega know the harbour.", "The pilots of Vega know the harbour"),
        ("Fellow citizens: It is a good harbour.", "It is a good harbour"),
        (
            "The pilots of Vega had the worst winter of all in 2011 – 12 when the tables were wrong.",
            "The pilots of Vega had the worst winter of all in 2011 – 12…",
        ),
        ("So far, the pilots of Vega have no harbour.", "So far, the pilots of Vega have no harbour"),
        ("当你在旧港口停船的时候，领航员会来收费，船长付钱。", "领航员会来收费"),
        ("It is clear that the harbour board made a mistake.", "The harbour board made a mistake"),
        ("The main problem is that the harbour has no crane.", "The harbour has no crane"),
        (
            "Mr. J. R. Vega of the U.S. Dept. of Ports has spoken.",
            "Mr. J. R. Vega of the U.S. Dept. of Ports has spoken",
        ),
        (
            "The pilots of the old harbour of Vega must be paid under Section 4(b) of the Harbour Act.",
            "The pilots of the old harbour of Vega must be paid…",
        ),
        ("Nobody knows the tides; the tables are wrong.", "Nobody knows the tides; the tables are wrong"),
        ("The pilots wait for the tide...", "The pilots wait for the tide…"),
    ],
)
def test_a_title_begins_and_ends_where_it_should(text: str, words: str) -> None:
    assert label(text) == words


SENTENCE = st.sampled_from(
    [
        *HARBOUR,
        "First, Vega (the port) pays.",
        "«Tout va bien», dit-il. ",
        "船长说：“潮汐表是错的。”",
        "He left.",
        "a" * 90,
        "http://vega.example/a-b_c?d=e ana@vega.example",
        "“Is it?” …",
        "- ",
    ]
)
PARAGRAPH = st.one_of(st.lists(SENTENCE, max_size=4).map(" ".join), st.text(max_size=80))


@given(st.lists(PARAGRAPH, min_size=1, max_size=6), st.data())
def test_a_label_is_short_and_its_phrase_stands_in_the_section_and_not_in_the_title(
    paragraphs: list[str], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(paragraphs) - 1))
    end = data.draw(st.integers(first + 1, len(paragraphs)))
    words, phrase = Labeller(paragraphs).label(first, end)
    assert len(words) <= 68 + len("First — ")
    assert "\n" not in words
    assert phrase in "\n".join(" ".join(paragraph.split()) for paragraph in paragraphs[first:end])
    assert len(phrase.split()) <= 4
    assert _roots(phrase).isdisjoint(_roots(words))


def _roots(words: str) -> set[str]:
    return {root(word) for word in words_of(words) if kind(word)}


@pytest.mark.parametrize("piece", [". ", "A, the b ", "“(", "港口的", "of Vega ", "I that ", "a-", "(a) "])
def test_hostile_repetition_takes_no_more_than_its_share(piece: str) -> None:
    paragraph = piece * (100_000 // len(piece))
    words, phrase = Labeller([paragraph] * 3).label(0, 3)
    assert len(words) <= 80
    assert phrase in paragraph
