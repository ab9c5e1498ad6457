from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.words import fold, forms_between, has_odd_unspaced, is_unspaced, tokens

MIXED = st.text(
    st.one_of(
        st.sampled_from("abcXYZ 0123456789.,'’-\n\t“”§()ﬁßéİ\u0301\u00ad数据库保护がｶ한กา"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)


def folded(text: str) -> list[str]:
    return [token.folded for token in tokens(text)]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("don't", "don’t"),
        ("emile", "Émile"),
        ("emile", "E\u0301mile"),
        ("strasse", "Straße"),
        ("fine", "ﬁne"),
        ("state-of-the-art", "State-of-the-Art"),
        ("co\u00adoperate", "cooperate"),
        ("ＡＢＣ", "abc"),
    ],
)
def test_what_looks_alike_folds_alike(typed: str, printed: str) -> None:
    assert folded(typed) == folded(printed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,000.50 paid", ["1,000.50", "paid"]),
        ("1.000,50", ["1.000,50"]),
        ("[1,2,3]", ["1", "2", "3"]),
        ("§ 12(3)", ["12", "3"]),
        ("U.S.C.", ["u", "s", "c"]),
        ("2026-11-22", ["2026", "11", "22"]),
        ("court²", ["court"]),
        ("court's", ["court", "s"]),
        ("数据库", ["数", "据", "库"]),
        ("用BM25排名", ["用", "bm25", "排", "名"]),
        ("が", ["が"]),
        ("ｶﾞが", ["ガ", "が"]),
    ],
)
def test_a_text_is_cut_so(text: str, expected: list[str]) -> None:
    assert folded(text) == expected


@given(MIXED)
def test_each_word_stands_at_its_offsets(text: str) -> None:
    for token in tokens(text):
        assert fold(text[token.start : token.end]) == token.folded


@given(MIXED)
def test_words_come_in_order_and_never_overlap(text: str) -> None:
    for first, second in pairwise(tokens(text)):
        assert first.start < first.end <= second.start


@given(MIXED)
def test_the_ways_for_plain_texts_give_the_same_words(text: str) -> None:
    slow = [token for token in tokens(text + " é²") if token.start < len(text)]
    assert list(tokens(text)) == slow


@given(st.lists(MIXED, max_size=4))
def test_stretches_of_a_text_have_the_words_that_they_have_alone(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    starts = [sum(len(part) + 2 for part in parts[:number]) for number in range(len(parts))]
    ends = [start + len(part) for start, part in zip(starts, parts, strict=True)]
    assert list(forms_between(text, starts, ends)) == [folded(part) for part in parts]


@given(MIXED)
def test_words_cut_out_of_a_text_are_cut_as_they_were_in_it(text: str) -> None:
    cut = [token for token in tokens(text) if not is_unspaced(text[token.start])]
    for token in cut:
        assert folded(text[token.start : token.end]) == [token.folded]


def test_whatever_becomes_a_character_of_an_unspaced_script_is_odd() -> None:
    for number in (*range(0x80, 0xD800), *range(0xE000, 0x20000)):
        character = chr(number)
        cut = folded(character)
        if cut and cut != [character] and any(map(is_unspaced, cut[0])):
            assert has_odd_unspaced(character), hex(number)


def test_a_syllable_that_is_spelt_out_is_the_syllable() -> None:
    for text in ("한국", "각 nn 힣"):
        assert folded(unicodedata.normalize("NFD", text)) == folded(text)


@pytest.mark.parametrize(("one", "other"), [("བོད་ཡིག", "བེད་ཡུག"), ("ދިވެހި", "ދުވަހު"), ("हिन्दी", "हन्दी")])
def test_signs_of_vowels_tell_words_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(MIXED)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
