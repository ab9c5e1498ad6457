"""What came from a process that read an article is harmless, whatever it sent."""

from __future__ import annotations

from array import array
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.apart.received import checked
from corpus.blocks import Blocks, Inline, Kind, Span
from corpus.document import Document, Listed
from corpus.labels import Labels, Printed
from corpus.metadata import Metadata, Name, PartialDate
from corpus.packed.document import pack, unpack
from corpus.sanitiser import clean_in_place, clean_text, is_harmless

EVIL = "\x1b]52;c;eA==\x07\u202e\x9b31m\ud800"
TEXT = "On Rivers\n\nThe river rose."


def document(**fields: Any) -> Document:
    blocks = Blocks(
        array("L", (0, 11)),
        array("L", (9, 26)),
        array("B", (Kind.HEADING, Kind.PARAGRAPH)),
        array("B", (1, 0)),
        array("B", (0, 0)),
        {},
    )
    return Document(TEXT, blocks)._replace(**fields)


def harmless(words: str) -> bool:
    return clean_text(words) == words


def every_word(value: object) -> list[str]:
    """All strings in a document, wherever they are."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Blocks):
        return every_word(value.columns()[5])
    if isinstance(value, dict):
        return [word for pair in value.items() for part in pair for word in every_word(part)]
    if isinstance(value, tuple):
        return [word for part in value for word in every_word(part)]
    return []


def with_marker() -> Blocks:
    starts, ends, kinds, levels, quotes, _ = document().blocks.columns()
    return Blocks(starts, ends, kinds, levels, quotes, {1: EVIL})


def test_a_document_as_it_should_be_stays_as_it_is() -> None:
    right = document(
        spans=(Span(0, 2, Inline.LINK, "https://example.org/河?a=ä"), Span(1, 2, Inline.STRONG)),
        metadata=Metadata(title="On “Rivers”", authors=(Name("Ruiz", "Ana"),), date=PartialDate(2021, 3)),
        contents=(Listed(0, 1, "On Rivers"),),
        anchors={"a": 3},
    )
    assert checked(right) is right


@pytest.mark.parametrize(
    "evil",
    [
        {"blocks": with_marker()},
        {"spans": (Span(0, 2, Inline.LINK, EVIL),)},
        {"labels": Labels(pages=Printed.of([(0, EVIL)]))},
        {"labels": Labels(numbers=Printed.of([(0, EVIL)]))},
        {"anchors": {EVIL: 0}},
        {"contents": (Listed(0, 1, EVIL),)},
        *({name: EVIL} for name in ("format", "encoding", "digest", "permalink", "fault")),
        *(
            {"metadata": Metadata(**{name: EVIL})}  # type: ignore[arg-type] # of the names of those that are text
            for name in Metadata._fields
            if isinstance(Metadata._field_defaults[name], str)
        ),
        {"metadata": Metadata(authors=(Name("Ruiz", EVIL, native=EVIL),))},
        {"metadata": Metadata(editors=(Name(literal=EVIL),))},
        {"metadata": Metadata(sources={"title": EVIL, EVIL: "x"})},
    ],
    ids=lambda evil: next(iter(evil)),
)
def test_no_field_brings_an_escape_sequence(evil: dict[str, Any]) -> None:
    words = every_word(tuple(checked(document(**evil))))
    assert all(map(harmless, words))
    assert "31m" in "".join(words)


def test_filler_stands_between_blocks_alone() -> None:
    right = document(text=TEXT.replace("\n\n", "\0\0"))
    assert checked(unpack(pack(right, 0), trusted=False)).text == right.text
    with pytest.raises(ValueError, match="filler"):
        checked(document(text=TEXT.replace("rose", "\0ose")))


def test_a_text_is_made_harmless_where_it_stands() -> None:
    text = "a\x1bb\u202ec\n\nd"
    none = array("B", (0, 0))
    blocks = Blocks(array("L", (0, 7)), array("L", (5, 8)), none, none, none, {})
    packed = pack(Document(text, blocks), 0)
    assert unpack(packed, trusted=False).text == "a\ufffdb\ufffdc\n\nd"


@given(
    st.text(
        st.characters(codec="utf-8")
        | st.sampled_from("\x1b\x7f\x85\x9f\u061c\u200e\u202e\u2069\ufeff\ufffb"),
        max_size=40,
    )
)
def test_what_is_called_harmless_is(text: str) -> None:
    assert is_harmless(text.encode()) == (clean_in_place(text) == text and "\0" not in text)
    assert is_harmless(clean_text(text).encode())


@pytest.mark.parametrize(
    "wrong",
    [
        {"metadata": Metadata(title=1)},  # type: ignore[arg-type]
        {"metadata": Metadata(authors=(Name(family=[]),))},  # type: ignore[arg-type]
        {"metadata": Metadata(authors=(Name("Ruiz", order="up"),))},  # type: ignore[arg-type]
        {"metadata": Metadata(date=PartialDate("2021"))},  # type: ignore[arg-type]
        {"metadata": Metadata(date=PartialDate(2021, 13))},
        {"metadata": Metadata(date=PartialDate(2021, True))},
        {"metadata": Metadata(accessed=PartialDate(10**30))},
        {"metadata": Metadata(sources={"title": 1})},  # type: ignore[dict-item]
        {"spans": (Span(4, 2, Inline.STRONG),)},
        {"spans": (Span(4, 5, Inline.STRONG), Span(2, 5, Inline.STRONG))},
    ],
)
def test_what_is_of_the_wrong_kind_is_no_document(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        checked(document(**wrong))


@pytest.mark.parametrize(("ends", "level"), [((12, 26), 1), ((9, 26), 0), ((9, 26), 7)])
def test_blocks_over_each_other_and_headings_of_no_level_are_none(ends: tuple[int, int], level: int) -> None:
    starts, _, kinds, levels, quotes, markers = document().blocks.columns()
    blocks = Blocks(starts, array("L", ends), kinds, array("B", (level, 0)), quotes, markers)
    with pytest.raises(ValueError, match=r"Blocks|heading"):
        checked(document(blocks=blocks))
    assert levels[0] == 1
