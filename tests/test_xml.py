"""XML from others: what is well-formed, what nearly is, and what was made to do harm."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.xml import DEEPEST, BadXML, events, local, tree


def said(pieces: Iterable[bytes], most: int = 1000) -> tuple[list[tuple[str, str]], str]:
    """What happened, and the fault."""
    happened: list[tuple[str, str]] = []
    try:
        happened.extend((kind, local(element.tag)) for kind, element in events(pieces, most))
    except BadXML as fault:
        return happened, str(fault)
    return happened, ""


def test_elements_come_in_order_without_their_namespaces() -> None:
    pieces = (b"<x:a xmlns:x='urn:x'>", b"<x:", b"b>1</x:b></x:a>")
    assert said(pieces) == ([("start", "a"), ("start", "b"), ("end", "b"), ("end", "a")], "")


def test_what_stands_before_a_fault_is_read() -> None:
    happened, fault = said([b"<a><b>1</b>\n<c></a>"])
    assert happened == [("start", "a"), ("start", "b"), ("end", "b"), ("start", "c")]
    assert fault == "is broken in line 2"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (b"<a>R&D &nbsp;&eacute; &amp;&#38;&LT; &nosuch;</a>", "R&D \xa0é &&&LT; &nosuch;"),
        (b"<a>bell \x07, &#7; and &#xffff;</a>", "bell \ufffd, \ufffd and \ufffd"),
        ("<?xml version='1.0' encoding='windows-1251'?><a>Мир</a>".encode("cp1251"), "Мир"),
        ("<?xml version='1.0' encoding='utf-16'?><a>Мир</a>".encode("utf-16"), "Мир"),
        ("<?xml version='1.0' encoding='none-such'?><a>Мир</a>".encode(), "Мир"),
        (b"<!DOCTYPE a PUBLIC '-//X//Y' 'http://127.0.0.1:9/a.dtd'><a>&eacute;</a>", "é"),
        (b"<!DOCTYPE a [<!ENTITY firm 'Ships &#169;'>]><a>&firm;</a>", "Ships ©"),
    ],
)
def test_text_is_read_as_it_was_meant(written: bytes, text: str) -> None:
    assert tree(written).text == text


@pytest.mark.parametrize(
    "declared",
    [
        "<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>",
        "<!ENTITY a SYSTEM 'file:///etc/hostname'>",
        "<!ENTITY a PUBLIC 'x' 'http://127.0.0.1:9/'>",
        "<!ENTITY % a SYSTEM 'http://127.0.0.1:9/'> %a;",
        "<!ENTITY % a 'x'>",
        "<!ENTITY a '&#60;b/>'>",
        f"<!ENTITY a '{'ha' * 100}'>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_that_hold_more_than_a_few_characters_are_refused(declared: str, encoding: str) -> None:
    written = f"<!DOCTYPE x [{declared}]><x>&b;&a;</x>".encode(encoding)
    with pytest.raises(BadXML, match="as files made to break readers do"):
        tree(written)
    assert said([written])[0] == []


def test_what_is_nested_without_end_is_refused() -> None:
    assert said([b"<a>" * DEEPEST + b"</a>" * DEEPEST], 10_000)[1] == ""
    happened, fault = said([b"<a>" * 100_000], 10**6)
    assert (len(happened), fault) == (DEEPEST, f"is nested more than {DEEPEST} deep")


def test_what_is_too_long_is_refused() -> None:
    assert said(iter([b"<a>", *[b" " * 50_000] * 99]), 100_000)[1].startswith("is longer than")


@pytest.mark.parametrize("written", [b"", b" ", b"\0\0", b"<", b"<a", b"<a><b></a>", b"words", b"\xff\xfe<"])
def test_what_is_no_xml_is_said_to_be_broken(written: bytes) -> None:
    with pytest.raises(BadXML, match=r"^is broken"):
        tree(written)


@given(st.binary(max_size=60) | st.text("<>/ab&;#x!['\"]-? \n", max_size=60).map(str.encode))
def test_nothing_else_is_raised(written: bytes) -> None:
    said([written])
    said([written[:7], written[7:]])
    with suppress(BadXML):
        tree(written)
