"""`pincite clips verify`: every state, the words that changed, and what the exit status says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.clip import clip_of
from corpus.home import Home
from corpus.library import Library
from corpus.opening import open_path
from corpus.sidecars import stamp
from corpus.word_diff import word_diff
from tests.clipping import passage
from tui.__main__ import main
from tui.commands.clips_verify import changed_words

Call = Callable[..., tuple[int, str, str]]

FLOOD = "The river had risen in the night, and nobody in the village had heard it come."
KEEPER = "The keeper of the lock wrote the new level into his book before he went to wake the others."
WALL = "By noon the water stood at the wall of the old churchyard, where the road turns to the mill."
CELLARS = "Nobody had thought of the cellars, in which the whole harvest of the year was lying."


@pytest.fixture
def pincite(capfdbinary: pytest.CaptureFixture[bytes]) -> Call:
    """Call the program; its exit status, standard output and standard error."""

    def call(*args: str) -> tuple[int, str, str]:
        capfdbinary.readouterr()
        status = main(list(args))
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return call


@pytest.fixture
def river(tmp_path: Path) -> Path:
    """An article in the library, with a clip of each of its paragraphs."""
    path = tmp_path / "river.txt"
    path.write_text("\n\n".join((FLOOD, KEEPER, WALL, CELLARS)))
    size, mtime_ns = stamp(path, path.stat())
    document = open_path(path)
    with Library(Home.here().library) as library:
        id = library.remember(document, str(path), size=size, mtime_ns=mtime_ns).id
        for words in (FLOOD, KEEPER, WALL, CELLARS):
            clip = clip_of([passage(document, words)], source=str(path), article=id)
            library.clips.add(clip._replace(tags=("law",) if words == FLOOD else ()))
    return path


def change(path: Path, *paragraphs: str) -> None:
    path.write_text("\n\n".join(paragraphs))


def states(out: str) -> list[str]:
    return [line.split("\t")[1] for line in out.splitlines()]


def test_where_nothing_changed_all_is_the_same(pincite: Call, river: Path) -> None:
    status, out, err = pincite("clips", "verify")
    assert (status, err) == (0, "pincite: 4 clips: 4 the same.\n")
    assert states(out) == ["same"] * 4
    assert out.splitlines()[1].split("\t")[3:] == ["river", "¶ 2", ""] or "¶ 2" in out
    assert river.exists()


def test_every_state_is_listed_in_the_order_of_the_tray(pincite: Call, river: Path) -> None:
    change(river, "Nobody spoke.", FLOOD, KEEPER.replace("new level", "last height"), WALL)
    status, out, err = pincite("clips", "verify")
    assert status == 1
    assert states(out) == ["moved", "edited", "moved", "lost"]
    rows = [line.split("\t") for line in out.splitlines()]
    assert rows[0][4] == "¶ 1 → ¶ 2"
    assert "[-new level -]{+last height +}" in rows[1][5]
    assert err == "pincite: 4 clips: 2 moved, 1 edited, 1 lost.\n"


def test_moved_alone_is_no_failure(pincite: Call, river: Path) -> None:
    change(river, "Nobody spoke.", FLOOD, KEEPER, WALL, CELLARS)
    status, out, _ = pincite("clips", "verify")
    assert (status, set(states(out))) == (0, {"moved"})


def test_only_what_has_the_tag_is_looked_for(pincite: Call, river: Path) -> None:
    change(river, FLOOD)
    assert states(pincite("clips", "verify", "--tag", "#Law")[1]) == ["same"]
    assert pincite("clips", "verify", "--tag", "law")[0] == 0
    assert pincite("clips", "verify", "--tag", "air") == (0, "", "pincite: No clip has the tag “air”.\n")


def test_json_has_the_documented_shape(pincite: Call, river: Path) -> None:
    change(river, KEEPER.replace("new level", "last height"), WALL, CELLARS)
    status, out, err = pincite("clips", "verify", "--json")
    assert (status, err) == (1, "")
    rows: list[dict[str, Any]] = json.loads(out)
    assert [row["state"] for row in rows] == ["lost", "edited", "moved", "moved"]
    edited = rows[1]
    assert set(edited) == {"id", "state", "reason", "text", "article", "title", "source", "parts"}
    (part,) = edited["parts"]
    assert set(part) == {"state", "start", "end", "was", "now", "diff", "others"}
    text = open_path(river).text
    assert text[part["start"] : part["end"]] == KEEPER.replace("new level", "last height")
    assert ["gone", "new level "] in part["diff"]
    assert "".join(words for kind, words in part["diff"] if kind != "gone").strip() == text.split("\n\n")[0]
    assert (rows[0]["parts"][0]["start"], rows[0]["reason"]) == (None, "")


def test_the_library_has_what_is_left_of_a_file_that_is_gone(pincite: Call, river: Path) -> None:
    river.unlink()
    assert pincite("clips", "verify")[0] == 0


def test_an_article_that_left_the_library_is_read_from_its_file(pincite: Call, river: Path) -> None:
    with Library(Home.here().library) as library:
        library.remove(1)
    assert pincite("clips", "verify")[0] == 0
    change(river, FLOOD, KEEPER.replace("new", "last"), WALL, CELLARS)
    status, out, _ = pincite("clips", "verify")
    assert (status, states(out)) == (1, ["same", "edited", "same", "same"])


def test_where_there_is_no_text_to_look_in_it_says_why(pincite: Call, river: Path) -> None:
    with Library(Home.here().library) as library:
        library.remove(1)
    river.unlink()
    status, out, _ = pincite("clips", "verify")
    assert (status, states(out)) == (1, ["lost"] * 4)
    assert "not in the library any more" in out
    assert {row["reason"][:11] for row in json.loads(pincite("clips", "verify", "--json")[1])} == {
        "Its article"
    }


def test_what_is_damaged_is_said_and_does_not_hide_the_rest(pincite: Call, river: Path) -> None:
    river.unlink()
    with Library(Home.here().library) as library, library._database.changing() as connection:
        connection.execute("UPDATE clips SET packed = x'00', title = char(27) WHERE id = 1")
    status, out, err = pincite("clips", "verify")
    assert (status, states(out)) == (1, ["same"] * 3)
    assert "1 of the clips cannot be read" in err
    with Library(Home.here().library) as library, library._database.changing() as connection:
        connection.execute("UPDATE documents SET packed = x'00'")
    status, out, _ = pincite("clips", "verify")
    assert status == 1
    assert out.count("damaged in the library; add it again") == 3


def test_untrusted_words_reach_the_terminal_harmless(pincite: Call, river: Path) -> None:
    change(river, FLOOD, KEEPER.replace("new", "\x1b[31mred\x07 \u202e"), WALL, CELLARS)
    for call in (("clips", "verify"), ("clips", "verify", "--json")):
        status, out, _ = pincite(*call)
        assert status == 1
        assert not set("\x1b\x07\u202e") & set(out)


def test_without_clips_it_says_so_and_makes_no_library(pincite: Call) -> None:
    assert pincite("clips", "verify")[:2] == (0, "")
    assert pincite("clips", "verify", "--json")[:2] == (0, "[]\n")
    assert not Home.here().library.exists()


@pytest.mark.parametrize("args", [["verify", "9"], ["--tag", "law", "verify"], ["verify", "--style", "apa"]])
def test_a_wrong_call_is_one_sentence(pincite: Call, args: list[str]) -> None:
    status, out, err = pincite("clips", *args)
    assert (status, out, err.count("\n")) == (2, "", 1)


def test_of_what_is_the_same_only_the_edges_are_shown() -> None:
    first = f"The old gate, {WALL} {WALL}"
    assert changed_words(word_diff(first, first.replace("old gate", "new gate"))) == (
        "The [-old -]{+new +}gate, By noon the water … road turns to the mill."
    )
