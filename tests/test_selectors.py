"""The selectors of a passage."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import FILLER
from corpus.passages.selectors import CONTEXT, Part, part_from, part_of
from tests.clipping import SENTENCES, passage, river

LONG = " ".join(SENTENCES)
PARAGRAPHS = st.lists(st.text("abc .", min_size=1).filter(str.strip), min_size=1, max_size=4)


def test_they_are_those_of_the_web_annotation_data_model() -> None:
    part = part_of(passage(river(), SENTENCES[1]))
    quote, position = json.loads(json.dumps(part.plain()))
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": SENTENCES[1],
        "prefix": LONG[part.start - CONTEXT : part.start],
        "suffix": LONG[part.end : part.end + CONTEXT],
    }
    end = 34 + len(SENTENCES[1])
    assert position == {"type": "TextPositionSelector", "start": 34, "end": end, "called": "¶ 1"}


def test_selectors_that_were_kept_before_places_had_names_are_read() -> None:
    part = part_of(passage(river(), SENTENCES[1]))
    quote, position = part.plain()
    del position["called"]
    assert part_from([quote, position]) == part._replace(called="")
    assert part_from([quote, position | {"called": ["¶ 1"]}]).called == ""


@given(PARAGRAPHS, st.data())
def test_selectors_are_kept_as_they_are(paragraphs: list[str], data: st.DataObject) -> None:
    document = river(*paragraphs)
    start = data.draw(st.integers(0, len(document.text)))
    some = data.draw(st.integers(start, len(document.text)))
    words = document.text[start:some].strip()
    if not words:
        return
    part = part_of(passage(document, words))
    assert part_from(json.loads(json.dumps(part.plain()))) == part


def test_what_fills_the_gaps_of_a_large_text_is_in_no_selector() -> None:
    text = f"Before it.\n\n{FILLER * 40}The river rose.{FILLER * 4}\n\nBehind it."
    start = text.index("The river")
    document = river("x")._replace(text=text)
    part = part_of(passage(document, "The river rose."))
    assert (part.prefix, part.suffix) == ("Before it.\n\n", "\n\nBehind it.")
    assert (part.start, part.end) == (start, start + 15)


@pytest.mark.parametrize(
    "damaged",
    [
        None,
        [],
        {},
        "selectors",
        [{"type": "TextQuoteSelector"}],
        [
            {"type": "TextQuoteSelector", "exact": "", "prefix": "", "suffix": ""},
            {"type": "TextPositionSelector", "start": 0, "end": 1},
        ],
        [
            {"type": "TextQuoteSelector", "exact": "a", "prefix": "", "suffix": ""},
            {"type": "TextPositionSelector", "start": 3, "end": 1},
        ],
        [
            {"type": "TextQuoteSelector", "exact": "a", "prefix": None, "suffix": ""},
            {"type": "TextPositionSelector", "start": 0, "end": 1},
        ],
    ],
)
def test_what_are_no_selectors_is_refused(damaged: object) -> None:
    with pytest.raises(ValueError, match="no selectors"):
        part_from(damaged)


def test_control_characters_come_out_harmless() -> None:
    part = part_from(Part(0, 5, "a\x1b[31mb", called="\x1b[2J¶ 1\n").plain())
    assert (part.exact, part.called) == ("a␛[31mb", "␛[2J¶ 1")
