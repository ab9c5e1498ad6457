"""Plain tests that stand before an expression, so that few of those are compiled: they leave nothing out."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpus.matter import credits as datelines
from corpus.matter import editors_notes
from corpus.outline.labels import lead_in
from corpus.outline.lines.bare import other_lines, series
from corpus.scripts import has_han, is_han

_ODD = "ſKıİ"
"""Letters that an expression takes for others in capitals, and that nobody writes."""


@given(st.text() | st.text(st.sampled_from("a\u33ff\u3400\u9fff\ua000\U00020000\ud834é")))
def test_a_text_has_chinese_characters_where_one_of_them_is_one(text: str) -> None:
    assert has_han(text) == any(map(is_han, text))


@pytest.mark.parametrize(
    ("found_by", "is_asked"),
    [
        (other_lines._CREDIT, other_lines.is_credit),
        (other_lines._DATE, other_lines.is_credit),
        (other_lines._CREDITED, other_lines.is_credit),
        (datelines._LEADING_DATE, datelines._opens_with_date),
        (datelines._WIRE, datelines._opens_as_wire),
        (editors_notes._DISCLAIMER, lambda text: text[:13].lower().startswith(editors_notes._DISCLAIMING)),
        (editors_notes._NAMED_AUTHOR, lambda text: "author" in text),
        (lead_in._WHEN, lead_in._may_tell_when),
        (lead_in._APPOSITION, lambda text: any(one in text for one in lead_in._APPOSED)),
        (lead_in._WILL, lambda text: any(one in text for one in lead_in._WILLING)),
        (lead_in._POINT_IS, lambda text: text.split()[0] in lead_in._POINTING_AT),
        (lead_in._SAYS_THAT, lambda text: any(one in text for one in lead_in._SAID)),
        (series._CALLED, lambda text: text.split(None, 2)[1][-1] in series._BEHIND),
    ],
)
def test_what_an_expression_finds_passes_the_test_before_it(
    found_by: re.Pattern[str], is_asked: Callable[[str], bool]
) -> None:
    letters = st.characters(exclude_characters=_ODD, exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"])
    found = re.compile(found_by._source, found_by._flags)  # type: ignore[attr-defined]

    @settings(max_examples=20)
    @given(st.from_regex(found, alphabet=letters | st.just(" ")))
    def tried(text: str) -> None:
        match = found.search(text)
        assume(match)
        assert match
        assert is_asked(text[match.start() :])

    tried()
