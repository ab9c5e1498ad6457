"""What the receipt of a copy says of metadata: once, last, and with the key that leads to them."""

from __future__ import annotations

import pytest

from corpus.citation import STYLES
from corpus.document import Kind
from corpus.draft import Draft
from corpus.metadata import Metadata
from corpus.outline.section import Outline
from corpus.passages.passage import passage_of_paragraph
from corpus.sources import READER_EARLIER
from tests.works import CHARACTERS, KEPT, NEWS, NOTHING
from tui.copying import What, clip


def detail(work: Metadata, style: str, what: What = "text") -> str:
    """What the receipt says behind the words that were copied."""
    draft = Draft()
    draft.add("The river rose.", Kind.PARAGRAPH)
    return clip(passage_of_paragraph(draft.document(work), Outline(), 1), style, what).detail


def test_what_is_unknown_stands_last_in_one_note_with_its_key() -> None:
    assert detail(KEPT, "chicago") == "Chicago, first para. · title unknown, m to fix"
    assert detail(NOTHING, "chicago") == ("Chicago, first para. · title, author and date unknown, m to fix")
    assert detail(NOTHING._replace(title="On Locks", date=NEWS.date), "mla") == (
        "MLA · no ¶ (MLA doesn’t count unnumbered paragraphs) · author unknown, m to fix"
    )
    assert detail(NOTHING, "apa", "entry").endswith(
        "APA asks for a description in [ ] · title, author and date unknown, m to fix"
    )


def test_nothing_is_to_be_fixed_where_all_is_known() -> None:
    assert detail(NEWS, "chicago") == "Chicago, first para."
    assert detail(CHARACTERS, "ieee") == "IEEE, para. 1 · number it as in your list"
    assert "number it" not in detail(CHARACTERS, "ieee", "entry")


def test_what_was_corrected_for_an_earlier_text_is_told() -> None:
    doubted = NEWS._replace(sources={"authors": READER_EARLIER})
    assert detail(doubted, "apa") == "APA, para. 1 · corrected for an earlier text of this file: see m"


@pytest.mark.parametrize("style", list(STYLES))
@pytest.mark.parametrize("what", ["text", "citation", "short", "entry"])
def test_the_key_is_named_once_at_most(style: str, what: What) -> None:
    for work in (NOTHING, KEPT, NEWS):
        said = detail(work, style, what)
        assert said.count("m to fix") == (1 if " unknown" in said else 0)
        assert said.count(" unknown") <= 1
