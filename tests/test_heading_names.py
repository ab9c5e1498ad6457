from __future__ import annotations

import pytest

from corpus.heading_names import heading_called
from corpus.opening import open_bytes

DOCUMENT = open_bytes(
    "# What’s new?\n\nWords.\n\n## On rivers\n\nWords.\n\n## On rivers\n\nMore.\n\n## Ärger 2\n\nX.\n\n"
    "## 名称\n\nLast.\n".encode(),
    "a.md",
)


@pytest.mark.parametrize(
    ("name", "heading", "which"),
    [
        ("whats-new", "What’s new?", 0),
        ("what-s-new", "What’s new?", 0),
        ("_whats_new", "What’s new?", 0),
        ("on-rivers", "On rivers", 0),
        ("on-rivers-1", "On rivers", 1),
        ("ärger-2", "Ärger 2", 0),
        ("名称", "名称", 0),
    ],
)
def test_is_found_by_any_way_to_name_it(name: str, heading: str, which: int) -> None:
    starts = [block.start for block in DOCUMENT.blocks if DOCUMENT.text[block.start : block.end] == heading]
    assert heading_called(DOCUMENT, name) == starts[which]


@pytest.mark.parametrize("name", ["", "-", "words", "on-rivers-2", "on", "1"])
def test_other_names_lead_to_none(name: str) -> None:
    assert heading_called(DOCUMENT, name) is None
