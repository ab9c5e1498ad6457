"""What is known of the works in a library, without opening them."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.library import Library
from corpus.packed.document import pack, said_first
from tests.tracing import document
from tests.works import ARTICLE, CHARACTERS, JUDGMENT, NEWS


def test_each_work_is_told_with_its_people_and_its_day(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        assert library.works.known() == []
        for number, work in enumerate((NEWS, CHARACTERS), 1):
            library.remember(document(work), f"/nowhere/{number}.txt", size=1, mtime_ns=1)
        first, second = library.works.known()
        assert first == (1, NEWS.title, ("He Jing", "Fang Yi"), "2021-02-05")
        assert (second.id, second.title, second.authors) == (2, CHARACTERS.title, ("张伟", "李娜"))


def test_a_work_is_found_by_what_its_metadata_say(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        for number, work in enumerate((NEWS, ARTICLE, JUDGMENT), 1):
            library.remember(document(work), f"/nowhere/{number}.txt", size=1, mtime_ns=1)
        assert library.works.saying(["10.5555/JWL.3"]) == [2]
        assert library.works.saying(["example.org/ipr", "[2019] exhc 42"]) == [1, 3]
        assert library.works.saying(["nowhere.example", ""]) == []
        assert library.works.saying([]) == []
        library.edit(3, "doi", "10.5555/ours.7")
        assert library.works.saying(["10.5555/ours.7"]) == [3]


def test_a_work_is_found_by_the_beginning_of_its_digest(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        article = document(NEWS)
        library.remember(article, "/nowhere/1.txt", size=1, mtime_ns=1)
        assert library.works.with_digest(article.digest[:16]) == [1]
        assert library.works.with_digest("0" * 16) == []
        assert library.works.with_digest("%") == []


@pytest.mark.parametrize(
    "damaged", [b"", b"PNC", b"nothing of ours at all, and long enough", b"PNC\x02" + b"x" * 40]
)
def test_what_is_damaged_says_nothing(damaged: bytes) -> None:
    assert said_first(damaged) == b""
    assert b"10.5555/jwl.3" in said_first(pack(document(ARTICLE)))
