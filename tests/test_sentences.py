from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import sentence_spans


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
