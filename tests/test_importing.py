"""`pincite import`: which article a work of a bibliography is, and what is kept of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.exchange.bibliography import Work
from corpus.home import Home
from corpus.library import Library
from corpus.library.importing import Known, imported, matches, plain_address
from corpus.metadata import Metadata, Name, PartialDate
from tui.__main__ import main

HE = Name("He", "Jing", "family-first")


def article(id: int, path: str = "/texts/none.md", **fields: Any) -> Known:
    return Known(id, Path(path), Metadata(**fields))


def work(*files: str, **fields: Any) -> Work:
    return Work("key", Metadata(**fields), files)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/ipr",
        "http://www.example.org/ipr/",
        "HTTPS://EXAMPLE.org:443/ipr#top",
        "https://example.org/ipr?utm_source=letter&utm_medium=mail&fbclid=x",
        "http://example.org:80/ip%72",
    ],
)
def test_addresses_of_one_page_are_the_same(url: str) -> None:
    assert plain_address(url) == plain_address("https://example.org/ipr")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/ipr?id=2",
        "https://example.org/IPR",
        "https://example.org:8080/ipr",
        "https://[x/ipr",
    ],
)
def test_addresses_of_other_pages_are_not(url: str) -> None:
    assert plain_address(url) != plain_address("https://example.org/ipr")


def test_a_path_tells_surer_than_a_doi_and_that_than_an_address(tmp_path: Path) -> None:
    articles = [
        article(1, "/texts/a.md", doi="10.5555/x"),
        article(2, doi="10.5555/y", url="https://example.org/a"),
        article(3, url="https://doi.org/10.5555/Z"),
    ]
    found = matches(
        [
            work("/texts/../texts/a.md", doi="10.5555/y"),
            work("/elsewhere.md", doi="10.5555/Y", url="https://doi.org/10.5555/z"),
            work(doi="10.5555/z"),
            work(url="http://www.example.org/b"),
        ],
        articles,
        tmp_path,
    )
    assert [(match.articles, match.by, match.state) for match in found] == [
        ((1,), "path", "matched"),
        ((2,), "DOI", "matched"),
        ((3,), "DOI", "matched"),
        ((), "", "not found"),
    ]


def test_a_relative_path_and_an_address_of_a_file_are_found(tmp_path: Path) -> None:
    articles = [article(1, str(tmp_path / "files" / "a b.md"))]
    for file in ("files/a b.md", f"file://{tmp_path}/files/a%20b.md"):
        assert matches([work(file)], articles, tmp_path)[0].articles == (1,)


def test_what_may_be_two_is_ambiguous_from_either_side(tmp_path: Path) -> None:
    one, two = article(1, doi="10.5555/x"), article(2, doi="10.5555/x")
    assert matches([work(doi="10.5555/x")], [one, two], tmp_path)[0].state == "ambiguous"
    rivals = matches([work(doi="10.5555/x"), work(doi="10.5555/x")], [one], tmp_path)
    assert [match.state for match in rivals] == ["ambiguous", "ambiguous"]


def test_people_keep_the_order_of_the_article() -> None:
    theirs = work(authors=(Name("He", "Jing"), Name("Ruiz", "Ana")), volume="3")
    edits = imported(theirs, Metadata(authors=(HE,), sources={"authors": "the byline"}), "z.bib")
    assert edits["authors"].value == (HE, Name("Ruiz", "Ana"))
    assert {edit.source for edit in edits.values()} == {"imported from z.bib"}
    assert set(edits) == {"authors", "volume"}


# The command -------------------------------------------------------------------------------------

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def pincite(capsys: pytest.CaptureFixture[str]) -> Call:
    def call(*args: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main(list(args))
        return status, *capsys.readouterr()

    return call


@pytest.fixture
def folder(tmp_path: Path, pincite: Call, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two articles that the library has."""
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("---\ntitle: A\nurl: https://www.example.org/a/\n---\nWords.\n")
    Path("b.txt").write_text("By He Jing\n\nOther words, and more of them.\n")
    assert pincite("add", "a.md", "b.txt")[0] == 0
    return tmp_path


ZOTERO = [
    {"id": "a", "title": "A of Zotero", "URL": "http://example.org/a?utm_source=x", "volume": "12"},
    {"id": "b", "title": "B of Zotero", "author": [{"family": "He", "given": "Jing"}], "file": "b.txt"},
    {"id": "c", "title": "C", "DOI": "10.5555/c"},
]


def metadata(id: int) -> Metadata:
    with Library(Home.here().library) as library:
        return library.document(id).metadata


def test_an_export_of_zotero(folder: Path, pincite: Call) -> None:
    (folder / "zotero.json").write_text(json.dumps(ZOTERO))
    status, out, err = pincite("import", "zotero.json")
    assert (status, out) == (0, "2 matched, 0 ambiguous, 1 not found\n")
    assert err.splitlines() == [
        "pincite: “C” is not in the library: “pincite add” its file first, or give it its DOI or address."
    ]
    assert (metadata(1).title, metadata(1).volume) == ("A of Zotero", "12")
    assert metadata(1).sources["volume"] == "imported from zotero.json"
    assert metadata(2).authors == (HE,)


def test_a_dry_run_keeps_nothing(folder: Path, pincite: Call) -> None:
    (folder / "z.bib").write_text("@misc{a, title={Theirs}, file={a.md}}")
    status, out, _ = pincite("import", "z.bib", "--dry-run")
    assert (status, out) == (0, "1 matched, 0 ambiguous, 0 not found; nothing was kept\n")
    assert metadata(1).title == "A"


def test_what_the_reader_has_corrected_stays(folder: Path, pincite: Call) -> None:
    pincite("meta", "1", "--set", "title=Mine")
    (folder / "z.bib").write_text("@misc{a, title={Theirs}, file={a.md}}")
    pincite("import", "z.bib")
    assert metadata(1).title == "Mine"
    pincite("meta", "1", "--unset", "title")
    assert metadata(1).title == "Theirs"


def test_its_answer_for_programs(folder: Path, pincite: Call) -> None:
    (folder / "z.bib").write_text("@misc{a, title={A}, file={a.md}, date={2021-02-31}}\n@misc{x, title={X}}")
    status, out, err = pincite("import", "z.bib", "--json")
    first, second = json.loads(out)
    assert status == 0
    assert (first["key"], first["state"], first["by"], first["articles"]) == ("a", "matched", "path", [1])
    assert first["fields"] == ["title"]
    assert "“2021-02-31” is no date" in first["notes"][0]
    assert (second["state"], second["by"], second["articles"]) == ("not found", None, [])
    assert len(err.splitlines()) == 2


def test_of_many_that_are_not_found_the_first_are_named(folder: Path, pincite: Call) -> None:
    (folder / "z.bib").write_text("\n".join(f"@misc{{k{n}, title={{T {n}}}}}" for n in range(30)))
    status, out, err = pincite("import", "z.bib")
    assert (status, out) == (0, "0 matched, 0 ambiguous, 30 not found\n")
    assert len(err.splitlines()) == 21
    assert "--json says all of it" in err.splitlines()[-1]


BROKEN = {
    "not there": (None, "There is no file z.json"),
    "empty": (b"", "z.json is no sound JSON"),
    "cut off": (b'[{"title": "A"', "z.json is no sound JSON (line 1)"),
    "deep": (b"[" * 10_000_000, "z.json is no sound JSON"),
    "binary": (bytes(range(256)) * 10, "z.json is no sound JSON"),
    "another thing": (b'{"a": 1, "items": [1, 2]}', "z.json holds no item of CSL-JSON"),
}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("data", "sentence"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_one_sentence_and_nothing_is_lost(
    data: bytes | None, sentence: str, pincite: Call
) -> None:
    if data is not None:
        Path("z.json").write_bytes(data)
    status, out, err = pincite("import", "z.json")
    assert (status, out) == (1, "")
    assert err.startswith(f"pincite: {sentence}")
    assert len(err.splitlines()) == 1
    assert metadata(1).title == "A"


def test_better_bibtexs_own_json_has_the_paths_of_files(folder: Path, pincite: Call) -> None:
    item = {
        "itemType": "newspaperArticle",
        "citationKey": "he2021",
        "title": "B of Zotero",
        "creators": [
            {"creatorType": "author", "firstName": "Jing", "lastName": "He"},
            {"creatorType": "author", "name": "River Office"},
            {"creatorType": "editor", "firstName": "Maria", "lastName": "Stone"},
            {"creatorType": "translator", "firstName": "Tom", "lastName": "Hale"},
            "nobody",
        ],
        "publicationTitle": "Coast Daily",
        "date": "2021-02-05",
        "accessDate": "2026-01-15T10:20:30Z",
        "attachments": [{"path": str(folder / "b.txt")}, {"url": "https://example.org"}, 3],
    }
    (folder / "bbt.json").write_text(json.dumps({"config": {}, "items": [item, {"itemType": "note"}]}))
    status, out, _ = pincite("import", "bbt.json")
    assert (status, out) == (0, "1 matched, 0 ambiguous, 0 not found\n")
    found = metadata(2)
    assert found.authors == (HE, Name(literal="River Office"))
    assert found.editors == (Name("Stone", "Maria"),)
    assert (found.container, found.type) == ("Coast Daily", "article-newspaper")
    assert (found.date, found.accessed) == (PartialDate(2021, 2, 5), PartialDate(2026, 1, 15))
