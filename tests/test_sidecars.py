from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.library import Library
from corpus.library.renewing import renew
from corpus.metadata import Metadata, Name, PartialDate
from corpus.opening import LARGE, begin_path, open_large, open_path
from corpus.sidecars import beside, stamp
from corpus.sources import BIB_SIDECAR, CSL_SIDECAR, READER

ARTICLE = "---\ntitle: Front\nauthor: He Jing\npublisher: River Press\n---\nThe moon pulls.\n"
CSL = json.dumps([{"title": "Beside", "author": [{"family": "He", "given": "Jing"}], "volume": "12"}])
BIB = "@article{x, title={In BibTeX}, number={3}, year={2019}}"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "x.md"
    path.write_text(ARTICLE)
    return path


def test_without_a_file_beside_it_an_article_is_what_it_says(article: Path) -> None:
    assert beside(article)[:2] == (Metadata(), ())
    assert open_path(article).metadata.title == "Front"


def test_what_stands_beside_comes_before_what_the_article_says(article: Path) -> None:
    article.with_name("x.csl.json").write_text(CSL)
    article.with_name("x.bib").write_text(BIB)
    found = open_path(article).metadata
    assert (found.title, found.sources["title"]) == ("Beside", CSL_SIDECAR)
    assert (found.issue, found.sources["issue"]) == ("3", BIB_SIDECAR)
    assert (found.volume, found.date) == ("12", PartialDate(2019))
    assert (found.publisher, found.sources["publisher"]) == ("River Press", "front matter")


def test_people_keep_the_order_in_which_the_article_prints_them(article: Path) -> None:
    article.with_name("x.csl.json").write_text(CSL)
    assert open_path(article).metadata.authors == (Name("He", "Jing", "family-first"),)


def test_the_file_with_the_whole_name_comes_first(article: Path) -> None:
    article.with_name("x.csl.json").write_text('[{"title": "Any x"}]')
    article.with_name("x.md.csl.json").write_text('{"title": "This x"}')
    assert open_path(article).metadata.title == "This x"


def test_of_several_works_the_one_with_the_articles_name_is_meant(article: Path) -> None:
    article.with_name("x.csl.json").write_text('[{"id": "y", "title": "Y"}, {"id": "x", "title": "X"}]')
    assert open_path(article).metadata.title == "X"
    article.with_name("x.csl.json").write_text('[{"id": "y", "title": "Y"}, {"id": "z", "title": "Z"}]')
    assert beside(article)[:2] == (
        Metadata(),
        ("x.csl.json holds 2 works: leave the one that is this article.",),
    )
    article.with_name("x.csl.json").unlink()
    article.with_name("x.bib").write_text("@misc{y, title={Y}}\n@misc{z, title={Z}}")
    assert beside(article)[:2] == (Metadata(), ())


BROKEN: dict[str, tuple[str, bytes, str]] = {
    "no JSON": ("x.csl.json", b'{"title": ', "x.csl.json is no sound JSON (line 1)"),
    "empty": ("x.csl.json", b"", "x.csl.json is no sound JSON"),
    "nested deep": ("x.csl.json", b"[" * 500_000, "x.csl.json is no sound JSON: export it again"),
    "a huge number": ("x.csl.json", b'[{"volume": ' + b"1" * 10_000 + b"}]", "x.csl.json is no sound JSON"),
    "not works": ("x.csl.json", b'["a", 3]', "x.csl.json holds no item of CSL-JSON"),
    "ten megabytes": ("x.csl.json", b"[" + b"{}," * 3_500_000 + b"{}]", "x.csl.json has more than 1 MB"),
    "no BibTeX": ("x.bib", b"\x00\xff\xfe nothing", "x.bib holds no entry of BibTeX"),
    "a bomb of BibTeX": ("x.bib", b"@a{b, c={" * 1_200_000, "x.bib has more than 1 MB"),
    "an open brace": ("x.bib", b"@misc{k, title={A},", "x.bib: \u201ck\u201d has a brace"),
    "31 February": (
        "x.bib",
        b"@misc{k, title={A}, date={2021-02-31}}",
        "x.bib: \u201c2021-02-31\u201d is no date",
    ),
    "a wrong address": ("x.csl.json", b'{"URL": "x"}', "x.csl.json: \u201cx\u201d is no address of the web"),
}


@pytest.mark.parametrize(("name", "data", "sentence"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_one_is_said_in_one_sentence_and_the_article_opens(
    article: Path, name: str, data: bytes, sentence: str
) -> None:
    article.with_name(name).write_bytes(data)
    (warning,) = beside(article).warnings
    assert warning.startswith(sentence)
    assert warning.isprintable()
    assert open_path(article).metadata.publisher == "River Press"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_other_encodings_are_read(article: Path, encoding: str) -> None:
    words = "Über die Flüsse und die Gärten der Könige, ihre Brücken, ihre Mühlen und ihre Schäden"
    article.with_name("x.bib").write_bytes(f"@book{{x, title={{{words}}}}}".encode(encoding))
    assert open_path(article).metadata.title == words


def test_a_name_that_is_only_a_symbol_and_controls_do_no_harm(article: Path) -> None:
    article.with_name("x.csl.json").write_text(
        '{"author": [{"literal": "\\u2603"}], "title": "a\\u001b[2Jb"}'
    )
    found = open_path(article).metadata
    assert (found.title, found.authors) == ("a␛[2Jb", (Name("He", "Jing", "family-first"),))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a FIFO")
def test_what_is_no_file_is_passed_over(article: Path) -> None:
    os.mkfifo(article.with_name("x.bib"))
    article.with_name("x.csl.json").mkdir()
    assert beside(article)[:2] == (Metadata(), ())


@pytest.mark.parametrize("name", ["x.txt", "x.md"])
def test_large_articles_are_described_too(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("The moon pulls at the sea.\n\n" * (LARGE // 20))
    path.with_name("x.csl.json").write_text(CSL)
    large = open_large(path)
    begun = begin_path(path)
    if begun.rest:
        begun.rest.close()
    assert (large or begun.document).metadata.title == "Beside"
    assert open_path(path).metadata.title == "Beside"


def test_a_changed_file_beside_it_makes_an_article_another_one(article: Path, tmp_path: Path) -> None:
    sidecar = article.with_name("x.csl.json")
    with Library(tmp_path / "library") as library:
        size, mtime_ns = stamp(article, article.stat())
        id = library.remember(open_path(article), str(article), size=size, mtime_ns=mtime_ns).id
        library.edit(id, "volume", "99")
        assert renew(library, lambda: False) == 0
        for text, title in ((CSL, "Beside"), (CSL.replace("Beside", "Again"), "Again")):
            sidecar.write_text(text)
            assert not library.unchanged(str(article), *stamp(article, article.stat()))
            assert renew(library, lambda: False) == 1
            assert renew(library, lambda: False) == 0
            metadata = library.document(id).metadata
            assert (metadata.title, library.article(id).title) == (title, title)
            assert (metadata.volume, metadata.sources["volume"]) == ("99", READER)
        sidecar.unlink()
        assert renew(library, lambda: False) == 1
        assert library.article(id).title == "Front"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.sampled_from(["x.bib", "x.csl.json"]))
def test_no_bytes_make_it_raise(article: Path, data: bytes, name: str) -> None:
    for sidecar in ("x.bib", "x.csl.json"):
        article.with_name(sidecar).unlink(missing_ok=True)
    article.with_name(name).write_bytes(data)
    assert all(warning.isprintable() for warning in beside(article).warnings)
