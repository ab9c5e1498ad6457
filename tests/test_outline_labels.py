from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.outline.labels import Label, Labeller, label
from corpus.outline.labels.lead_in import without_lead_in
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
        ("The harbour pilots earn little", ""),
        ("The tide tables of the town are wrong", ""),
        ("The town council will vote on a new pier", ""),
    ]


def test_a_list_of_those_who_are_spoken_to_is_no_title() -> None:
    spoken_to = (
        "Madam Mayor, Mr. Harbour Master, members of the council, my fellow pilots and their families:"
    )
    labeller = Labeller([spoken_to, *HARBOUR])
    assert labeller.label(0, 3).words == labeller.label(1, 3).words


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


@pytest.mark.parametrize("signs", ["—", "“", "，", "”\u00a0", "“ § 1", "👩\u200d ，", "—" * 900, "- " * 400])
def test_what_is_all_signs_and_no_words_is_called_by_those(signs: str) -> None:
    words = Labeller([signs]).label(0, 1).words
    assert 0 < len(words) <= 68
    assert words == words.strip()
    assert words in signs


@given(st.lists(PARAGRAPH, min_size=1, max_size=6), st.data())
def test_a_label_is_short_and_its_phrase_stands_in_the_section_and_not_in_the_title(
    paragraphs: list[str], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(paragraphs) - 1))
    end = data.draw(st.integers(first + 1, len(paragraphs)))
    words, phrase = Labeller(paragraphs).label(first, end)
    assert len(words) <= 68 + len("First — ")
    assert " ".join(words.split()) == words
    assert words or not "".join(paragraphs[first].split())
    assert phrase in "\n".join(" ".join(paragraph.split()) for paragraph in paragraphs[first:end])
    assert len(phrase.split()) <= 4
    assert _roots(phrase).isdisjoint(_roots(words))


def _roots(words: str) -> set[str]:
    return {root(word) for word in words_of(words) if kind(word)}


@pytest.mark.parametrize(
    ("section", "phrase"),
    [
        # A word of any text, a verb, what goes on, two things that only meet: no phrase is better.
        ("The main problem of the users was the current system.", ""),
        ("The council left early. It is time to promote steady growth.", "steady growth"),
        ("It is all for the civic good.", ""),
        ("They asked for the rules organizers follow.", ""),
        ("The council is to meet on Friday.", ""),
        ("It was by generating reports.", ""),
        ("The pilot is afraid when the engine starts to smoke.", ""),
        ("It went to the Harbour Trade Commission’s.", "Harbour Trade Commission"),
        ("It went by Midas.", "Midas"),
        ("Nobody knows what I’ve seen.", ""),
    ],
)
def test_a_phrase_is_a_term_or_a_name_and_else_there_is_none(section: str, phrase: str) -> None:
    labeller = Labeller([section, "The mill stands. A mill is a mill."])
    assert labeller.phrase(0, 1, "The mill") == phrase


def test_what_stands_all_over_an_article_sets_no_section_off() -> None:
    town = "It is seen in Vega. The keepers live in Vega."
    labeller = Labeller([town, "Here is Vega again: Vega, Vega. The tide tables come from Vega.", town])
    assert labeller.phrase(1, 2, "") == "tide tables"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "As it was mentioned when we last met to talk about it all and more, the pilots went on strike.",
            "The pilots went on strike",
        ),
        (
            "One overriding reason for it? The pilots of Vega want to be paid.",
            "The pilots of Vega want to be paid",
        ),
        (
            "The old harbour of Vega does not usually fail because it is small, it fails for the tides.",
            "The old harbour of Vega does not usually fail because it is small…",
        ),
        (
            "Inevitably — just when we think the harbour is safe — a pilot asks for a crane.",
            "Inevitably a pilot asks for a crane",
        ),
        (
            "Working at night will make sure that the pilots rest, bring these men in touch with friends.",
            "Working at night will make sure that the pilots rest…",
        ),
        ("Perhaps my favorite part of the story is that the crane fell.", "The crane fell"),
        ("Last Friday, the pilots of Vega came to the harbour.", "The pilots of Vega came to the harbour"),
        ("A few weeks ago, the pilots of Vega came home.", "The pilots of Vega came home"),
    ],
)
def test_a_title_comes_to_what_is_said(text: str, words: str) -> None:
    assert labels_of(text)[0].words == words


@pytest.mark.parametrize(
    "piece",
    [". ", "As a, ", "x — y — ", "It’s a ", "A, the b ", "“(", "港口的", "of Vega ", "I that ", "a-", "(a) "],
)
def test_hostile_repetition_takes_no_more_than_its_share(piece: str) -> None:
    paragraph = piece * (100_000 // len(piece))
    words, phrase = Labeller([paragraph] * 3).label(0, 3)
    assert len(words) <= 80
    assert phrase in paragraph


def test_a_thing_that_is_named_by_its_number_is_no_part_of_an_enumeration() -> None:
    assert (
        label("The third issue of the review opens a window.")
        == "The third issue of the review opens a window"
    )
    assert label("First of all, the court must decide.") == "First of all — the court must decide"


@pytest.mark.parametrize("when", ["a day ago,", "A week later,", "On Monday,", "In May 2020,"])
def test_a_label_leaves_out_what_tells_when(when: str) -> None:
    assert without_lead_in(f"{when} the keepers opened the gate") == "The keepers opened the gate"
