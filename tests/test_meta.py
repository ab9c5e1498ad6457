"""`pincite meta`: what is known of an article, and correcting it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.home import Home
from tui.__main__ import main

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def pincite(capsys: pytest.CaptureFixture[str]) -> Call:
    def call(*args: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main(list(args))
        return status, *capsys.readouterr()

    return call


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("x.md").write_text("---\ntitle: Rivers\nauthor: Jing He\ndate: 2021\n---\nThe moon pulls.\n")
    return tmp_path


def lines(out: str) -> dict[str, list[str]]:
    return {name: rest for name, *rest in (line.split("\t") for line in out.splitlines())}


def test_every_value_stands_with_where_it_came_from(pincite: Call) -> None:
    status, out, err = pincite("meta", "x.md")
    assert (status, err) == (0, "")
    assert lines(out) == {
        "title": ["Rivers", "front matter", "stated"],
        "authors": ["Jing He", "front matter", "stated"],
        "date": ["2021", "front matter", "stated"],
    }
    assert not Home.here().library.exists()


def test_correcting_keeps_the_file_as_it_is_and_takes_the_article_into_the_library(
    folder: Path, pincite: Call
) -> None:
    before = (folder / "x.md").read_bytes()
    status, out, _ = pincite(
        "meta", "x.md", "--set", "title=Tides", "--set", "URL=https://example.org", "--set", "date="
    )
    assert status == 0
    assert lines(out)["title"] == ["Tides", "you", "confirmed"]
    assert lines(out)["date"] == ["", "you", "confirmed"]
    assert (folder / "x.md").read_bytes() == before
    assert lines(pincite("meta", "x.md")[1]) == lines(pincite("meta", "1")[1]) == lines(out)
    assert "Tides" in pincite("list")[1]
    assert "Tides" in pincite("cite", "x.md", "--paragraph", "1")[1]
    assert lines(pincite("meta", "x.md", "--unset", "title")[1])["title"][0] == "Rivers"


def test_swapping_the_parts_of_a_name(pincite: Call) -> None:
    assert lines(pincite("meta", "x.md", "--swap", "1")[1])["authors"] == ["*Jing* He", "you", "confirmed"]
    assert lines(pincite("meta", "x.md", "--swap", "1")[1])["authors"][0] == "Jing He"
    swapped = pincite("meta", "x.md", "--set", "authors=Ana Ruiz; *He* Jing", "--swap", "2")[1]
    assert lines(swapped)["authors"][0] == "Ana Ruiz; He *Jing*"


def test_a_corrected_article_outlives_a_change_of_its_file(folder: Path, pincite: Call) -> None:
    pincite("meta", "x.md", "--set", "title=Tides")
    (folder / "x.md").write_text("---\ntitle: Winds\nvolume: 3\n---\nThe air moves, and more.\n")
    corrected = lines(pincite("meta", "x.md", "--set", "issue=4")[1])
    assert (corrected["title"][0], corrected["issue"][0]) == ("Tides", "4")
    assert lines(pincite("meta", "x.md", "--unset", "title")[1])["title"][0] == "Winds"


@pytest.mark.parametrize(
    ("args", "status", "sentence"),
    [
        (["x.md", "--set", "title=Tides", "--set", "date=2021-02-31"], 1, "“2021-02-31” is no date"),
        (["x.md", "--set", "authors=☃"], 1, "“☃” is no name"),
        (["x.md", "--set", "url=example"], 1, "“example” is no address of the web"),
        (["x.md", "--set", "title=Tides", "--swap", "2"], 1, "There is no author 2: this article has 1."),
        (["x.md", "--set", "colour=red"], 2, "Invalid value for '--set': There is no field “colour”"),
        (["x.md", "--set", "title"], 2, "Invalid value for '--set': “title” has no “=”"),
        (["x.md", "--unset", "\x1b[2J"], 2, "Invalid value for '--unset': There is no field “␛[2J”"),
        (["-", "--set", "title=Tides"], 1, "What is piped in is kept nowhere"),
        (["missing.md", "--set", "title=Tides"], 1, "There is no file "),
        (["missing", "--set", "title=Tides"], 1, "The library has no article “missing”"),
    ],
)
def test_a_wrong_correction_is_one_sentence_and_nothing_is_kept(
    args: list[str], status: int, sentence: str, pincite: Call
) -> None:
    given, out, err = pincite("meta", *args)
    assert (given, out) == (status, "")
    assert err.startswith(f"pincite: {sentence}")
    assert len(err.splitlines()) == 1
    assert lines(pincite("meta", "x.md")[1])["title"][0] == "Rivers"


def test_a_broken_file_beside_it_is_said(folder: Path, pincite: Call) -> None:
    (folder / "x.bib").write_text("@misc{x, title={A}, doi={none}}")
    status, out, err = pincite("meta", "x.md")
    assert (status, lines(out)["title"]) == (0, ["A", "the .bib file beside it", "stated"])
    assert err.startswith("pincite: x.bib: “none” is no DOI")


def test_its_answer_for_programs(pincite: Call) -> None:
    status, out, _ = pincite("meta", "x.md", "--json")
    answer = json.loads(out)
    assert (status, list(answer)) == (0, ["item", "fields"])
    assert answer["item"]["title"] == "Rivers"
    fields = {field["field"]: field for field in answer["fields"]}
    assert fields["title"] == {
        "field": "title",
        "value": "Rivers",
        "source": "front matter",
        "confidence": "stated",
    }
    assert fields["volume"] == {"field": "volume", "value": None, "source": None, "confidence": None}
