from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.encodings.decoding import decode, source_of
from corpus.encodings.guess import guess
from corpus.encodings.names import codec_of, said_codec, shown_name
from corpus.errors import BadValue
from corpus.home import Home
from corpus.library import Library
from corpus.library.taking_in import take_in
from corpus.opening import open_path
from tests.calling import Call
from tui.encoding_row import encoding_row, read_again
from tui.opening import open_target, remember

WORDS = "Straße, naïve, “quoted” — 知识产权"
TEXTS = {
    "fr": "La forêt était très fraîche, et l’élève répétait sa leçon à côté du château : « l’été ».",
    "de": "Über die Straße führt ein schmaler Weg; dort hörten wir früher die Flüsse rauschen, schön, groß.",
    "es": "El río había crecido durante la noche; ¿quién anotó el año y la mañana en la página del señor?",
    "pl": "Rzeka wezbrała w nocy, a stróż zapisał poziom wody w swojej książce; później poszedł obudzić.",
    "cs": "Řeka se v noci zvedla a hlídač zapsal výšku hladiny do své knihy; potom šel vzbudit ostatní lidi.",
    "ru": "Река поднялась ночью, и сторож записал уровень воды в свою книгу; потом он пошёл всех будить.",
    "uk": "Річка піднялася вночі, і сторож записав рівень води у свою книгу; потім він пішов будити інших.",
    "el": "Το ποτάμι ανέβηκε τη νύχτα και ο φύλαξ έγραψε τη στάθμη στο βιβλίο του· μετά τους ξύπνησε όλους.",
    "tr": "Irmak gece yükselmişti; bekçi suyun düzeyini defterine yazdı, sonra öbürlerini uyandırmaya gitti.",
    "ja": "川は夜のうちに水かさを増していた。番人は水位を帳面に書き、それからほかの人を起こしに行った。",
    "zh": "河水在夜里上涨了。看守把水位写进他的本子里，然后像往常一样去叫醒其他的人，没有人读过这一页。",
    "tw": "河水在夜裡上漲了。看守把水位寫進他的本子裡，然後像往常一樣去叫醒其他的人，沒有人讀過這一頁。",
    "ko": "강물이 밤사이에 불어났다. 지기는 수위를 장부에 적고 나서 다른 사람들을 깨우러 갔다.",
}
CODECS = {
    "fr": ("cp1252", "iso8859-15", "mac-roman", "cp850"),
    "de": ("cp1252", "iso8859-1", "cp1250", "cp437"),
    "es": ("cp1252", "iso8859-15", "mac-roman"),
    "pl": ("cp1250", "iso8859-2"),
    "cs": ("cp1250", "iso8859-2", "cp852"),
    "ru": ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic", "utf-16-le", "utf-16-be"),
    "uk": ("cp1251", "koi8-u", "utf-16-le"),
    "el": ("cp1253", "iso8859-7", "utf-16-be"),
    "tr": ("cp1254",),
    "ja": ("shift_jis", "euc_jp", "iso2022_jp", "utf-16-le"),
    "zh": ("gb18030", "gb2312", "utf-16-be"),
    "tw": ("big5", "utf-16-le"),
    "ko": ("euc_kr", "cp949", "utf-16-be"),
}


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_or_utf8_is_believed(codec: str) -> None:
    assert decode(WORDS.encode(codec)).text == WORDS


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_zero_bytes(codec: str) -> None:
    words = "Plain English words, and a few more of them — naïve ones."
    assert decode(words.encode(codec)) == (words, codec)


def test_japanese_in_utf8_is_never_guessed_at() -> None:
    words = "吾輩は猫である。名前はまだ無い。" * 40
    assert decode(words.encode()) == (words, "utf-8")


def test_damage_does_not_spoil_a_text_in_utf8() -> None:
    data = ("é" * 200).encode() + b"\xff" + ("ü" * 200).encode()
    text, encoding = decode(data)
    assert encoding == "utf-8"
    assert text.count("é") == 200
    assert text.count("\ufffd") == 1
    assert decode("naïv".encode() + "é".encode()[:1]).text == "naïv\ufffd"


@pytest.mark.parametrize(("language", "codec"), [(name, codec) for name in CODECS for codec in CODECS[name]])
def test_an_encoding_is_told_by_the_letters(language: str, codec: str) -> None:
    words = TEXTS[language]
    words = words if codec not in ("mac-roman", "cp850", "iso8859-15") else words.replace("’", "'")
    data = words.encode(codec)
    assert decode(data).text == words


@given(st.binary())
def test_any_bytes_give_some_text(data: bytes) -> None:
    text, encoding = decode(data)
    assert encoding != "utf-7"
    assert isinstance(text, str)


@given(st.text(st.characters(exclude_characters="\0\x1b\ufeff\ufffe", exclude_categories=["Cs"])))
def test_whatever_is_in_utf8_is_read_as_such(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


# What is said of it -------------------------------------------------------------------------------

GERMAN = "Über die Straße, für 100 €"


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ("<meta charset='iso-8859-15'><p>", "iso8859-15"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-15"><p>', "iso8859-15"),
        ("<!-- <meta charset=koi8-r> --><META CHARSET=x-mac-roman><p>", "mac-roman"),
        ('<?xml version="1.0" encoding="ISO-8859-15"?><p>', "iso8859-15"),
        ('.\\" -*- mode: nroff; coding: iso-8859-15 -*-\n', "iso8859-15"),
    ],
)
def test_what_a_text_declares_comes_before_a_guess(head: str, codec: str) -> None:
    data = (head + GERMAN).encode(codec)
    assert decode(data) == (head + GERMAN, codec)
    assert source_of(data, codec) == "the text itself"


@pytest.mark.parametrize("label", ["utf-7", "utf-16", "hex", "rot13", "nonsense", "unicode_escape", "x" * 40])
def test_what_no_text_can_be_in_is_not_believed(label: str) -> None:
    data = (f"<meta charset={label}>" + TEXTS["de"]).encode("cp1252")
    assert decode(data, served=label) == (f"<meta charset={label}>" + TEXTS["de"], "cp1252")


def test_what_a_server_said_stands_above_that_and_below_the_bytes() -> None:
    data = ("<meta charset=cp1251>" + GERMAN).encode("iso8859-15")
    assert decode(data, served="ISO-8859-15").text.endswith(GERMAN)
    assert source_of(data, "iso8859-15", "", "iso-8859-15") == "the server"
    assert decode(GERMAN.encode(), served="iso-8859-1") == (GERMAN, "utf-8")


def test_what_the_reader_says_is_not_doubted_but_for_a_mark() -> None:
    assert decode(GERMAN.encode("cp850", "ignore"), "cp850").encoding == "cp850"
    assert decode(GERMAN.encode(), "cp1252").text.startswith("Ãœber")
    assert decode(GERMAN.encode("utf-16"), "cp1252").text == GERMAN
    assert source_of(b"x", "cp850", "cp850") == "you"
    assert source_of(TEXTS["ru"].encode("cp1251"), "cp1251") == "guessed"
    assert source_of("naïve".encode(), "utf-8") == source_of(GERMAN.encode("utf-16"), "utf-16") == ""


# Names --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "codec", "shown"),
    [
        ("ISO-8859-1", "cp1252", "windows-1252"),
        ("latin1", "cp1252", "windows-1252"),
        ("us-ascii", "cp1252", "windows-1252"),
        ("gb2312", "gb18030", "GB18030"),
        ("Shift_JIS", "cp932", "Shift_JIS"),
        ("x-sjis", "cp932", "Shift_JIS"),
        ("ks_c_5601-1987", "cp949", "EUC-KR"),
        ("KOI8-R", "koi8-r", "KOI8-R"),
        ("windows-1251", "cp1251", "windows-1251"),
        ("iso-8859-9", "cp1254", "windows-1254"),
        ("UTF8", "utf-8", "utf-8"),
    ],
)
def test_names_mean_what_browsers_take_them_for(label: str, codec: str, shown: str) -> None:
    assert said_codec(label) == codec_of(shown) == codec
    assert shown_name(codec) == shown


def test_of_a_name_that_there_is_not_those_like_it_are_told() -> None:
    with pytest.raises(BadValue, match="did you mean windows-1251"):
        said_codec("windws-1251")
    for name in ("utf-7", "hex", "zlib", "idna", "", "\x1b]0;x\x07", "\0"):
        with pytest.raises(BadValue, match="There is no encoding"):
            said_codec(name)


# Remembered ---------------------------------------------------------------------------------------


@pytest.fixture
def koi(tmp_path: Path) -> Path:
    path = tmp_path / "koi.txt"
    path.write_bytes((TEXTS["ru"] + "\n").encode("koi8-r"))
    return path


def test_what_the_reader_says_is_remembered_for_that_article(koi: Path) -> None:
    wrong = TEXTS["ru"].encode("koi8-r").decode("cp1251").split()[0]
    with Library(Home.here().library) as library:
        assert "Река" in library.text(take_in(library, koi).article.id)
        taken = take_in(library, koi, encoding="cp1251")
        assert (taken.read, wrong in library.text(taken.article.id)) == (True, True)
        assert not take_in(library, koi).read
        koi.write_bytes(koi.read_bytes() + b"more\n")
        assert wrong in library.text(take_in(library, koi).article.id)
        assert "Река" in library.text(take_in(library, koi, encoding="auto").article.id)
        assert not take_in(library, koi).read


def test_the_form_tells_it_and_reads_the_article_again(koi: Path) -> None:
    with Library(Home.here().library) as library:
        article = remember(library, open_target(str(koi), library))
        row = encoding_row(article)
        assert row is not None
        assert (row.value, row.source) == ("KOI8-R", "guessed")
        again = read_again(article, library, "Windows-1251")
        assert (again.id, "Река" in again.document.text[:]) == (article.id, False)
        again = remember(library, again)
        row = encoding_row(open_target(str(koi), library))
        assert row is not None
        assert (row.value, row.source) == ("windows-1251", "you")
        back = remember(library, read_again(again, library, ""))
        assert back.document.text[:] == open_path(koi).text
        assert library.origins.encoding(str(koi)) == ""
        with pytest.raises(BadValue):
            read_again(article, library, "windws")


def test_the_command_line_takes_it(koi: Path, pincite: Call) -> None:
    assert "Река" in pincite("cite", str(koi), "--paragraph", "1")[1]
    assert "Река" not in pincite("cite", "--encoding", "windows-1251", str(koi), "--paragraph", "1")[1]
    assert "Река" in pincite("--encoding", "koi8-r", "cite", str(koi), "--paragraph", "1")[1]
    status, _, err = pincite("outline", "--encoding", "koi8", str(koi))
    assert (status, err) == (0, "")
    status, _, err = pincite("outline", "--encoding", "windws-1251", str(koi))
    assert (status, "did you mean" in err) == (2, True)
    assert pincite("add", "--encoding", "cp866", str(koi))[0] == 0
    with Library(Home.here().library) as library:
        assert library.origins.encoding(str(koi)) == "cp866"
        assert library.find("1").encoding == "cp866"


def test_a_large_text_is_read_as_the_reader_says(tmp_path: Path) -> None:
    chance = random.Random(3)
    words = TEXTS["ru"].split()
    paragraphs = [" ".join(chance.choices(words, k=60)) for _ in range(900)]
    path = tmp_path / "long.txt"
    path.write_bytes("\n\n".join(paragraphs).encode("koi8-r"))
    told = open_target(str(path), None)
    assert told.large is not None
    assert (told.read_as, told.document.text[:9]) == ("koi8-r", paragraphs[0][:9])
    assert open_target(str(path), None, encoding="cp1251").document.text[:4] != paragraphs[0][:4]


@pytest.mark.parametrize(
    ("names", "codec"),
    [
        ("Víctor Muñoz, Sérgio Böck, Chicchiriccò, Matèrne, Götz", "cp1252"),
        ("Wacław Kłoczko, Paweł", "cp1250"),
        ("Kłoczko", "cp1250"),
        ("Smørgrav", "cp1252"),
    ],
)
def test_names_among_english_words_may_each_be_of_another_language(names: str, codec: str) -> None:
    words = "The harbour was mended by those who are named here, and by others. " * 200
    assert guess((words + names + words).encode(codec)) == codec


def test_a_name_in_signs_of_two_bytes_is_read_as_such_among_english_words() -> None:
    words = "The harbour was mended by those who are named here, and by others. " * 200
    assert guess((words + "王小明" + words).encode("gb18030")) == "gb18030"
