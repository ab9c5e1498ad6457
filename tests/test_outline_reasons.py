"""What is said of an entry of the outline when it is asked why it stands there."""

from __future__ import annotations

import pytest

from corpus.document import Kind
from corpus.draft import Draft
from corpus.outline import Section
from tui.outline_reasons import said_of_entry, said_of_inferred

WHY = "Opens with “First”: part 1 of the 6 that ¶ 5 announces."


@pytest.mark.parametrize(
    ("section", "said"),
    [
        (Section("Gates", 1, 0, 50), "The author’s own heading"),
        (Section("§ 1", 1, 6, 50), "The author’s own words, at the head of this paragraph"),
        (Section("Note", 1, 0, 5, matter="front"), "Stands before the article itself"),
        (Section("Notes", 1, 0, 5, matter="back"), "Stands behind the article itself"),
        (
            Section("First", 1, 5, 50, inferred=True, why=WHY),
            f"Not the author’s · {WHY.removesuffix('.')}",
        ),
        (Section("x", 1, 5, 50, inferred=True), "Not the author’s: Pincite placed this entry"),
        (Section("Mine", 1, 5, 50, by_reader=True), "Your own entry"),
        (
            Section("Mine", 1, 0, 50, by_reader=True, why="You named this entry; the author wrote “Gates”."),
            "You named this entry; the author wrote “Gates”",
        ),
    ],
)
def test_it_is_told_who_placed_an_entry_and_why(section: Section, said: str) -> None:
    draft = Draft()
    draft.add("Gate", Kind.HEADING, level=1)
    draft.add("§ 1 The gate is opened at dawn, and closed at night.")
    assert said_of_entry(draft.document(), section) == f"{said} · ? again shows all keys"


@pytest.mark.parametrize(
    ("shown", "count", "said"),
    [
        (False, 6, "6 inferred entries are hidden · ~ shows them again"),
        (True, 1, "1 inferred entry is shown"),
        (False, 0, "Inferred entries are hidden from now on · this outline has none"),
    ],
)
def test_it_is_told_what_the_key_did(shown: bool, count: int, said: str) -> None:
    assert said_of_inferred(shown, count) == said
