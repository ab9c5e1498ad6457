from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.outline.labels.fitting import fitted
from tui.cells import clusters, width

TITLE = st.one_of(
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=60),  # of which a text has none
    st.lists(
        st.sampled_from(["the", "Vega", "harbour,", "of", "3", "“pilots”", "船在港口", "é", "👩‍✈️", "…"])
    ).map(" ".join),
)


@given(TITLE, st.integers(0, 40))
def test_what_fits_is_the_beginning_of_the_title_and_ends_between_characters(title: str, room: int) -> None:
    words = fitted(title, room, width)
    if width(title) <= room:
        assert words == title
        return
    assert width(words) <= room
    if words:
        kept = words.removesuffix("…")
        assert words != kept
        assert title.startswith(kept)
        assert len(kept) in {0, *(end for _, end, _ in clusters(title))}


@pytest.mark.parametrize(
    ("title", "room", "words"),
    [
        ("The pilots of Vega steer large ships", 30, "The pilots of Vega steer…"),
        ("A report by Ana Ruiz Vega on tides", 24, "A report…"),
        ("A report by Ana Ruiz Vega on tides", 30, "A report by Ana Ruiz Vega…"),
        ("The ships of Mr. Vega leave", 18, "The ships…"),
        ("Ships under Section 4(b) of the Act", 25, "Ships under Section 4(b)…"),
        ("It took 30 pilots to steer it", 12, "It took…"),
        ("He calls it “the old harbour” still", 17, "He calls…"),
        ("The Rise of the Harbour Of Vega Town", 27, "The Rise of the Harbour…"),
        ("A note — Ana Ruiz", 8, "A note…"),
        ("Donaudampfschifffahrt", 9, "Donaudam…"),
        ("旧港口的领航员驾驶着很大的船", 15, "旧港口的领航员…"),
        ("领航员谈《旧港口的历史》一书", 15, "领航员谈…"),
        ("Der Lotse nennt ihn „den alten Hafen“ und", 24, "Der Lotse nennt ihn…"),
        ("Anything at all", 1, ""),
        ("Anything at all", 0, ""),
    ],
)
def test_a_title_is_cut_where_a_typographer_would_cut_it(title: str, room: int, words: str) -> None:
    assert fitted(title, room, width) == words
