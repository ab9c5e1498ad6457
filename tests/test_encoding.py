from __future__ import annotations

import pytest

from corpus.encoding import decode

WORDS = "Straße, naïve, “quoted” — 知识产权"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_or_utf8_is_believed(codec: str) -> None:
    assert decode(WORDS.encode(codec)).text == WORDS


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_zero_bytes(codec: str) -> None:
    words = "Plain English words, and a few more of them — naïve ones."
    assert decode(words.encode(codec)) == (words, codec)


def test_japanese_in_utf8_is_never_given_to_a_detector() -> None:
    words = "吾輩は猫である。名前はまだ無い。" * 40
    assert decode(words.encode()) == (words, "utf-8")


def test_one_broken_byte_does_not_spoil_a_text_in_utf8() -> None:
    data = ("é" * 200).encode() + b"\xff" + ("ü" * 200).encode()
    text, encoding = decode(data)
    assert encoding == "utf-8"
    assert text.count("é") == 200
    assert text.count("\ufffd") == 1


def test_what_a_page_declares_comes_before_a_guess() -> None:
    data = '<meta charset="iso-8859-15"><p>100 €'.encode("iso-8859-15")
    assert decode(data).text.endswith("100 €")


def test_western_bytes_are_guessed() -> None:
    words = "La forêt était déjà très fraîche, et l’élève répétait sa leçon à côté du château. " * 8
    assert "forêt était déjà" in decode(words.encode("cp1252")).text


def test_any_bytes_give_some_text() -> None:
    assert decode(bytes(range(1, 256))).text
