from __future__ import annotations

import sys
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import sentence_spans
from tests.sentence_cases import ALL, text_of

MISSED = frozenset(
    {
        ("It cites Doe et al.", "Three judges wrote on it."),  # any name may follow, too
        ("It was he and I.", "Nobody else came."),  # as if it were an initial
        ("他说“好。”然后走了。", "天黑了。"),
        ("The eBay case is old.", "iPhones are not."),
        ("So… Will it rise?", "Nobody knows."),
        ("Vitamin C.", "Vitamin D."),  # as if it were an initial
    }
)
"""What the rules are known to get wrong."""


def _ends(case: tuple[str, ...]) -> set[int]:
    """Where sentences end in the text of a case, but for the last."""
    text, at = text_of(case), 0
    ends = set()
    for sentence in case[:-1]:
        at = text.index(sentence, at) + len(sentence)
        ends.add(at)
    return ends


def _found(case: tuple[str, ...]) -> set[int]:
    text = text_of(case)
    return {end for _, end in sentence_spans(text)} - {len(text)}


def _precision_and_recall() -> tuple[float, float]:
    cases = list(chain.from_iterable(ALL.values()))
    right = sum(len(_ends(case) & _found(case)) for case in cases)
    return right / sum(len(_found(case)) for case in cases), right / sum(len(_ends(case)) for case in cases)


@pytest.mark.parametrize("case", [case for cases in ALL.values() for case in cases], ids=text_of)
def test_sentences_are_those_that_a_reader_sees(case: tuple[str, ...]) -> None:
    assert (_found(case) == _ends(case)) == (case not in MISSED)


def test_nearly_all_borders_are_found_and_nearly_all_found_are_right() -> None:
    precision, recall = _precision_and_recall()
    assert precision >= 0.985
    assert recall >= 0.98


def test_so_they_are_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentencex", None)
    precision, recall = _precision_and_recall()
    assert precision >= 0.97
    assert recall >= 0.95


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The river rose.", "It fell."],
        ["See 17 U.S.C. § 107.", "It is short."],
        ["Art. 5 applies, cf. Smith v. Jones.", "So be it."],
        ["It holds, e.g. in the U.S. Government.", "It cost 3.5 million."],
        ["She asked, “Why?”", "He left."],
        ["It was of approx. Thirty and No. Nine.", "It was a misapprox.", "So be it."],
        ["He said no.", "“Yes,” she said.", "That was all!"],
        ["第一句。", "第二句！", "“第三句。”", "第四句？"],
        ["他说：“来吧。”", "他们走了……"],
    ],
)
def test_borders_are_where_a_reader_sees_them(expected: list[str]) -> None:
    gap = "" if ord(expected[0][0]) > 0x2E80 else " "
    assert sentences(gap.join(expected)) == expected


@given(st.text(st.sampled_from("ab. ?!“”U.S。知\n"), max_size=200))
def test_sentences_are_in_order_and_lose_no_word(text: str) -> None:
    spans = sentence_spans(text)
    assert spans == sorted(spans)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


def test_without_the_library_plainer_rules_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentencex", None)
    assert sentences("The river rose. It fell! “Why?” Nobody knew.") == [
        "The river rose.",
        "It fell!",
        "“Why?”",
        "Nobody knew.",
    ]


def test_a_very_long_paragraph_is_cut_in_linear_time() -> None:
    assert len(sentences("知识产权保护。" * 20_000)) == 20_000
