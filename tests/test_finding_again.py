"""Finding a place again after the text changed."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.finding_again import find_again
from corpus.finding_again.found import State
from corpus.selectors import Part, part_from, part_of
from tests.clipping import SENTENCES, passage, river

LONG = " ".join(SENTENCES)
PARAGRAPHS = st.lists(st.text("abc .", min_size=1).filter(str.strip), min_size=1, max_size=4)


def part(document: Document, words: str) -> Part:
    return part_of(passage(document, words))


def words_at(document: Document, span: tuple[int, int] | None) -> str:
    return document.text[slice(*span)] if span else ""


@given(PARAGRAPHS, st.data())
def test_a_passage_is_found_in_the_article_it_was_taken_from(
    paragraphs: list[str], data: st.DataObject
) -> None:
    document = river(*paragraphs)
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    words = document.text[start:end].strip()
    if not words:
        return
    some = part(document, words)
    found = find_again(document, some, unchanged=True)
    assert (found.state, found.span) == (State.SAME, (some.start, some.end))
    assert part_from(json.loads(json.dumps(some.plain()))) == some
    found = find_again(document, some, before=document)
    assert (found.state, found.span) == (State.SAME, (some.start, some.end))
