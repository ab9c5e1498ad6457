from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from corpus.sanitiser import clean_line, clean_name, clean_text

CONTROLS = [chr(code) for code in (*range(0x20), 0x7F, *range(0x80, 0xA0))]
ANYTHING = st.text(
    st.one_of(st.characters(), st.sampled_from([*CONTROLS, "\u202e", "\u2066", "\ufeff", "\ud800", "\u2028"]))
)


@given(ANYTHING)
def test_no_control_character_passes_but_line_end_and_tab(text: str) -> None:
    assert not {c for c in clean_text(text) if unicodedata.category(c) in ("Cc", "Cs")} - {"\n", "\t"}


@given(ANYTHING)
def test_no_bidi_control_passes(text: str) -> None:
    assert not set(clean_text(text)) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
    )


@given(ANYTHING)
def test_a_line_and_a_name_hold_no_line_end(text: str) -> None:
    for clean in (clean_line(text), clean_name(text)):
        assert not {c for c in clean if unicodedata.category(c) == "Cc"}


@given(ANYTHING)
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once


def test_controls_become_pictures_that_a_reader_can_see() -> None:
    assert clean_text("a\x1b[31mb\x07\x7f\x9b2J") == "a␛[31mb␇␡␛[2J"


def test_reordering_controls_become_badges() -> None:
    assert clean_text("pay \u202eevil\u202c now") == "pay ⟨RLO⟩evil⟨PDF⟩ now"


def test_line_ends_of_all_systems_are_one() -> None:
    assert clean_text("a\r\nb\rc\x85d\u2028e") == "a\nb\nc\nd\ne"


def test_emoji_sequences_keep_their_joiners() -> None:
    assert clean_text("👩\u200d👩\u200d👧") == "👩\u200d👩\u200d👧"


def test_names_that_differ_still_look_different() -> None:
    assert clean_name("a\nb") == "a␊b"
    assert clean_name("a\tb") == "a␉b"
