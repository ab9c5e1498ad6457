"""`pincite clips`: listed, exported, removed; and what it says where that cannot be."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from corpus.home import Home
from corpus.library import Library
from tests.calling import Call
from tests.clipping import SENTENCES, kept
from tests.works import BOOK, COUNTED, NEWS, paged


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where the command is given."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def filled() -> None:
    """Three clips of two works, the second with a note and tags."""
    with Library(Home.here().library) as library:
        library.clips.add(kept(SENTENCES[0], NEWS, COUNTED))
        library.clips.add(kept(SENTENCES[1], BOOK, paged("4"), note="see", tags=("law", "Water")))
        library.clips.add(kept(SENTENCES[2], NEWS, COUNTED))


def test_without_clips_it_says_so_and_makes_no_library(pincite: Call) -> None:
    assert pincite("clips") == (0, "", "pincite: Nothing is kept yet: in the reader, a keeps a passage.\n")
    assert pincite("clips", "--json") == (0, "[]\n", "")
    assert pincite("clips", "export", "--to", "md")[0] == 1
    assert not Home.here().library.exists()


@pytest.mark.usefixtures("filled")
def test_it_lists_what_was_kept_in_its_order(pincite: Call) -> None:
    status, out, err = pincite("clips")
    assert (status, err) == (0, "")
    rows = [line.split("\t") for line in out.splitlines()]
    assert rows[0] == ["1", SENTENCES[0], "China’s Roadmap for IPR Protection", "¶ 3", "", ""]
    assert rows[1] == ["2", SENTENCES[1], "Paper Trails", "p. 4", "see", "#law #Water"]
    assert len(rows) == 3


@pytest.mark.usefixtures("filled")
def test_json_has_the_documented_shape(pincite: Call) -> None:
    first, second, _ = json.loads(pincite("clips", "--json", "--style", "apa")[1])
    assert set(first) == {
        *("id", "text", "article", "title", "source", "digest"),
        *("parts", "link", "citation", "note", "tags", "added"),
    }
    assert first["link"].endswith("#:~:text=The%20river%20had%20risen%20in%20the%20night.")
    assert "#:~:text=" in second["link"]
    assert (second["id"], second["text"], second["article"]) == (2, SENTENCES[1], None)
    assert first["citation"] == "(He & Fang, 2021, para. 3)"
    assert second["tags"] == ["law", "Water"]
    quote, position = second["parts"][0]
    assert quote["exact"] == SENTENCES[1]
    assert position["end"] - position["start"] == len(SENTENCES[1])


@pytest.mark.usefixtures("filled")
def test_a_tag_leaves_those_that_have_it(pincite: Call) -> None:
    assert [clip["id"] for clip in json.loads(pincite("clips", "--tag", "#water", "--json")[1])] == [2]
    assert pincite("clips", "--tag", "air")[2] == "pincite: No clip has the tag “air”.\n"
    out = pincite("clips", "export", "--to", "md", "--tag", "law")[1]
    assert SENTENCES[1] in out
    assert SENTENCES[0] not in out


@pytest.mark.usefixtures("filled")
def test_an_export_goes_to_standard_output_in_the_usual_style(pincite: Call) -> None:
    status, out, err = pincite("clips", "export", "--to", "md")
    assert status == 0
    assert all(line.startswith("pincite: check this style: ") for line in err.splitlines())
    assert [out.count(part) for part in ("[^3]: ", "## Bibliography", SENTENCES[0])] == [1, 1, 1]
    settings = Home.here().settings
    settings.parent.mkdir(parents=True)
    settings.write_text('style = "apa"\n', encoding="utf-8")
    assert r"(He \& Fang, 2021, para. 3)" in pincite("clips", "export", "--to", "md", "-o", "-")[1]
    assert "He Jing" in pincite("clips", "export", "--to", "md", "--style", "chicago")[1]


@pytest.mark.usefixtures("filled")
def test_an_export_goes_into_a_file_whose_name_may_tell_the_format(pincite: Call, folder: Path) -> None:
    for name, beginning in (("a.CSL.json", "[\n"), ("b.bib", "@"), ("c.html", "<!DOCTYPE"), ("d.ris", "TY")):
        assert pincite("clips", "export", "-o", name)[:2] == (0, "")
        assert (folder / name).read_text(encoding="utf-8").startswith(beginning)
    assert pincite("clips", "export", "--to", "ris", "-o", "x.md")[0] == 0
    assert (folder / "x.md").read_text(encoding="utf-8").startswith("TY")
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == sorted(
        ["a.CSL.json", "b.bib", "c.html", "d.ris", "x.md"]
    )


@pytest.mark.usefixtures("filled")
def test_org_by_keys_names_the_file_with_the_works(pincite: Call, folder: Path) -> None:
    status, _, err = pincite("clips", "export", "-o", "river.org", "--style", "org")
    assert status == 0
    assert "--to bib -o river.bib" in err
    assert (folder / "river.org").read_text(encoding="utf-8").startswith("#+bibliography: river.bib")


@pytest.mark.usefixtures("filled")
def test_a_file_that_is_there_is_left_alone_unless_forced(pincite: Call, folder: Path) -> None:
    file = folder / "mine.md"
    file.write_text("mine")
    status, out, err = pincite("clips", "export", "-o", "mine.md")
    assert (status, out) == (1, "")
    assert err == "pincite: mine.md is there already: give another name, or --force to write over it.\n"
    assert file.read_text() == "mine"
    assert pincite("clips", "export", "-o", "mine.md", "--force")[0] == 0
    assert SENTENCES[0] in file.read_text(encoding="utf-8")


@pytest.mark.usefixtures("filled")
def test_where_a_file_cannot_be_written_nothing_is(pincite: Call, folder: Path) -> None:
    (folder / "d.md").mkdir()
    assert "d.md is a folder" in pincite("clips", "export", "-o", "d.md")[2]
    assert "No such file or directory" in pincite("clips", "export", "-o", "no/where.md")[2]
    assert [path.name for path in folder.iterdir() if path.is_file()] == []
    (folder / "file").write_text("")
    (folder / "link.md").symlink_to(folder / "file")
    assert "is there already" in pincite("clips", "export", "-o", "link.md")[2]
    assert pincite("clips", "export", "-o", "link.md", "--force")[0] == 0
    assert (folder / "link.md").is_symlink()
    assert os.stat(folder / "file").st_size > 100


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["export"], "Say as what: --to md, html, tex"),
        (["export", "-o", "x.doc"], "Say as what"),
        (["export", "--to", "doc"], "'doc' is not one of"),
        (["export", "--to", "md", "--style", "x"], "“x” is no style"),
        (["--tag", "law", "export", "--to", "md"], "Write options behind “export”."),
        (["remove"], "Missing argument"),
        (["remove", "0"], "Invalid value"),
        (["burn"], "No such command"),
    ],
)
def test_a_wrong_call_is_one_sentence(pincite: Call, args: list[str], said: str) -> None:
    status, out, err = pincite("clips", *args)
    assert (status, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.usefixtures("filled")
def test_a_style_that_the_format_cannot_hold_is_one_sentence(pincite: Call) -> None:
    status, out, err = pincite("clips", "export", "--to", "html", "--style", "pandoc")
    assert (status, out) == (1, "")
    assert err.startswith("pincite: Citations in the style “Pandoc” are no HTML")


@pytest.mark.usefixtures("filled")
def test_all_that_are_named_are_removed_or_none(pincite: Call) -> None:
    assert pincite("clips", "remove", "1", "9")[0] == 1
    assert pincite("clips", "remove", "1", "3", "1") == (0, "", "")
    assert [clip["id"] for clip in json.loads(pincite("clips", "--json")[1])] == [2]


@pytest.mark.usefixtures("filled")
def test_damaged_clips_are_said_and_left_out(pincite: Call) -> None:
    with Library(Home.here().library) as library, library._database.changing() as connection:
        connection.execute("UPDATE clips SET packed = x'00', title = char(27) WHERE id = 1")
        connection.execute("UPDATE clips SET note = char(27) || ']0;x' || char(7) WHERE id = 2")
    status, out, err = pincite("clips", "export", "--to", "md")
    assert status == 0
    assert SENTENCES[0] not in out
    assert "\x1b" not in out
    assert err.startswith("pincite: 1 of the clips cannot be read")


def test_a_library_that_is_none_is_one_sentence(pincite: Call) -> None:
    library = Home.here().library
    library.parent.mkdir(parents=True)
    library.write_bytes(b"notes" * 1_000)
    status, _, err = pincite("clips")
    assert status == 1
    assert "is damaged" in err
