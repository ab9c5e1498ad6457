from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Inline, Kind
from corpus.draft import Draft
from corpus.metadata import Metadata, Name, PartialDate
from corpus.packed.document import pack, unpack, unpack_text

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30)
NAMES = st.builds(Name, WORDS, WORDS, st.sampled_from(("given-first", "family-first")), st.just(""))
METADATA = st.builds(
    Metadata,
    title=WORDS,
    authors=st.lists(NAMES, max_size=3).map(tuple),
    date=st.none() | st.builds(PartialDate, st.integers(1, 9999), st.integers(0, 12), st.integers(0, 31)),
    url=WORDS,
    sources=st.dictionaries(WORDS, WORDS, max_size=2),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    draft = Draft()
    for text in draw(st.lists(WORDS, max_size=6)):
        span = (
            0,
            len(text),
            draw(st.sampled_from(Inline)),
            draw(st.sampled_from(("", "https://example.org"))),
        )
        draft.add(
            text,
            draw(st.sampled_from(Kind)),
            level=draw(st.integers(0, 6)),
            quote=draw(st.integers(0, 3)),
            marker=draw(st.sampled_from(("", "•", "2."))),
            tight=draw(st.booleans()),
            spans=[span],
        )
    return draft.document(draw(METADATA), format="markdown")._replace(
        encoding="cp1252", digest="ab" * 32, permalink=draw(st.sampled_from(("", "¶")))
    )


def same(first: Document, second: Document) -> bool:
    plain = [document._replace(blocks=Document("", first.blocks).blocks) for document in (first, second)]
    return plain[0] == plain[1] and list(first.blocks) == list(second.blocks)


@given(documents())
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    packed = pack(document)
    assert same(unpack(packed), document)
    assert unpack_text(packed) == document.text
    assert same(unpack(packed, inline=False), document._replace(spans=()))


@given(documents(), st.data())
def test_damaged_bytes_are_refused(document: Document, data: st.DataObject) -> None:
    packed = bytearray(pack(document))
    place = data.draw(st.integers(0, len(packed) - 1))
    packed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(ValueError, match="document"):
        unpack(bytes(packed))


@given(documents(), st.data())
def test_bytes_cut_short_are_refused(document: Document, data: st.DataObject) -> None:
    packed = pack(document)
    with pytest.raises(ValueError, match="document"):
        unpack(packed[: data.draw(st.integers(0, len(packed) - 1))])


def forged(text: bytes, size: int, remainder: bytes) -> bytes:
    body = zlib.compress(text)
    rest = struct.pack("<III", size, len(body), len(remainder)) + body + zlib.compress(remainder)
    return b"PNC\x01" + struct.pack("<I", zlib.crc32(rest)) + rest


def test_a_text_that_unpacks_to_more_than_it_says_is_refused() -> None:
    with pytest.raises(ValueError, match="damaged"):
        unpack(forged(b"a" * 1_000_000, 10, b""))


def test_a_text_larger_than_any_is_not_even_begun() -> None:
    with pytest.raises(ValueError, match="larger than any"):
        unpack(forged(b"a", 2**31, b""))


def test_columns_that_are_missing_are_noticed_although_the_checksum_is_right() -> None:
    header = b'{"blocks":1000000}'
    with pytest.raises(ValueError, match="packed document"):
        unpack(forged(b"a", 1, struct.pack("<I", len(header)) + header))
