"""What the headless commands answer: for people, and in JSON for programs."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.home import Home
from corpus.opening import open_path
from tests.reading import HEADLESS
from tui.__main__ import main

ARTICLE = """---
title: On Rivers
author: Ana Ruiz
date: 2021-02-05
---

# Sources

The first spring is small. It never fails.

# Mouths

A river ends where its name does, said “the pilot”.

The delta remembers every flood.
"""
HOSTILE = "\x1b]0;owned\x07\x9b2J\u202e[red]:smile:"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where the command is given, with an article in it."""
    here = tmp_path / "articles"
    here.mkdir()
    (here / "rivers.md").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(here)
    return here


Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def pincite(capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the program; its exit status, standard output and standard error."""

    def call(*args: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main(list(args))
        return status, *capsys.readouterr()

    return call


@pytest.fixture
def answer(pincite: Call) -> Callable[..., Any]:
    """Call the program for JSON; what it answered, where all went well."""

    def ask(*args: str) -> Any:
        status, out, _ = pincite(*args, "--json")
        assert status == 0
        return json.loads(out)

    return ask


def test_an_outline(pincite: Call, answer: Callable[..., Any]) -> None:
    sections = answer("outline", "rivers.md")
    assert [section["title"] for section in sections] == ["Sources", "Mouths"]
    for section in sections:
        assert list(section) == [
            *("title", "level", "start", "paragraph", "inferred", "note"),
            *("phrase", "why", "matter", "by_reader"),
        ]
    assert sections[1]["paragraph"] == 2
    status, out, err = pincite("outline", "rivers.md")
    assert (status, out, err) == (0, "Sources  ¶ 1\nMouths  ¶ 2\n", "")


def test_an_outline_tells_what_was_inferred_and_leaves_it_out_where_that_is_asked(
    pincite: Call, answer: Callable[..., Any]
) -> None:
    Path("plain.txt").write_text(HEADLESS, encoding="utf-8")
    whole = answer("outline", "plain.txt")
    assert [section["matter"] for section in whole] == ["front", *["body"] * (len(whole) - 1)]
    assert not whole[0]["inferred"]
    assert all(section["inferred"] for section in whole[1:])
    assert answer("outline", "plain.txt", "--authored") == whole[:1]
    _, out, _ = pincite("outline", "plain.txt")
    assert [line.split()[0] for line in out.splitlines()] == ["▪", *["~"] * (len(whole) - 1)]


def test_a_citation(pincite: Call, answer: Callable[..., Any]) -> None:
    cited = answer("cite", "rivers.md", "--paragraph", "1", "--quote", "It never fails.")
    assert list(cited) == ["text", "citation", "style", "locator", "link", "notes", "unchecked"]
    assert cited["link"].startswith("pincite:On%20Rivers?sha256=")
    assert cited["link"].endswith("-,It%20never%20fails.")
    assert "It never fails." in cited["text"]
    assert "spring" not in cited["text"]
    assert "Ruiz" in cited["citation"]
    assert isinstance(cited["notes"], list)
    assert cited["style"] == "chicago"
    status, out, _ = pincite("cite", "rivers.md", "--paragraph", "1", "--quote", "It never fails.")
    assert (status, out) == (0, cited["text"] + "\n")


def test_a_citation_of_several_paragraphs_and_of_words_alone(answer: Callable[..., Any]) -> None:
    text = answer("cite", "rivers.md", "--paragraph", "2-3")["text"]
    assert "river ends" in text
    assert "delta" in text
    assert "delta remembers" in answer("cite", "rivers.md", "--quote", "delta remembers")["text"]


def test_the_style_is_that_of_the_settings_unless_one_is_named(answer: Callable[..., Any]) -> None:
    settings = Home.here().settings
    settings.parent.mkdir(parents=True)
    settings.write_text('style = "apa"\n')
    assert answer("cite", "rivers.md", "--paragraph", "1")["style"] == "apa"
    assert answer("cite", "rivers.md", "--paragraph", "1", "--style", "mla")["style"] == "mla"


@pytest.mark.parametrize(
    "passage", [["--paragraph", "9"], ["--quote", "no such words"], ["--paragraph", "2", "--quote", "spring"]]
)
def test_a_passage_that_is_not_there_is_a_sentence(passage: list[str], pincite: Call) -> None:
    status, out, err = pincite("cite", "rivers.md", *passage)
    assert (status, out) == (1, "")
    assert err.count("\n") == 1


def test_a_folder_is_added_and_listed(folder: Path, pincite: Call, answer: Callable[..., Any]) -> None:
    inner = folder / "more" / "deep"
    inner.mkdir(parents=True)
    (inner / "notes.txt").write_text("A note on rivers.\n\nAnd another.\n")
    (inner / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.md").write_text("Not meant.\n")
    assert pincite("add", ".") == (0, "2 added\n", "")
    assert pincite("add", ".") == (0, "2 unchanged\n", "")
    (inner / "notes.txt").write_text("A longer note on rivers.\n\nAnd another.\n")
    assert [outcome["state"] for outcome in answer("add", ".")] == ["unchanged", "added"]
    listed = answer("list")
    assert len(listed) == 2
    for article in listed:
        assert list(article) == ["id", "title", "authors", "date", "source", "words", "read"]
    (rivers,) = (article for article in listed if article["title"] == "On Rivers")
    assert rivers["authors"] == ["Ana Ruiz"]
    assert rivers["date"] == "2021-02-05"
    assert rivers["source"] == str(folder / "rivers.md")
    assert rivers["read"] == 0
    row = f"{rivers['id']}\tOn Rivers\tAna Ruiz\t2021-02-05\t{rivers['words']}\t0%"
    assert row in pincite("list")[1].splitlines()


def test_what_cannot_be_opened_is_said_and_the_rest_is_added(folder: Path, pincite: Call) -> None:
    (folder / "empty.md").write_text("")
    status, out, err = pincite("add", ".", "missing.md")
    assert (status, out) == (1, "1 added\n")
    assert len(err.splitlines()) == 2
    assert all(line.startswith("pincite: ") for line in err.splitlines())


def test_a_file_that_is_named_twice_is_added_once(folder: Path, answer: Callable[..., Any]) -> None:
    assert len(answer("add", ".", "rivers.md", str(folder / "rivers.md"))) == 1


def test_an_empty_library_is_said_to_be_empty(pincite: Call, answer: Callable[..., Any]) -> None:
    assert answer("list") == []
    status, out, err = pincite("list")
    assert (status, out) == (0, "")
    assert "pincite add" in err


def test_an_article_of_the_library_is_named_by_its_number_or_title(answer: Callable[..., Any]) -> None:
    answer("add", "rivers.md")
    (article,) = answer("list")
    assert answer("outline", str(article["id"])) == answer("outline", "on rivers")
    assert answer("cite", "On Rivers", "--paragraph", "3")["text"].startswith("“The delta")


def test_ctrl_c_keeps_what_is_in(
    folder: Path, pincite: Call, answer: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "second.md").write_text("Another article.\n")

    def interrupted(path: Path, **_: Any) -> Any:
        os.kill(os.getpid(), signal.SIGINT)
        return open_path(path)

    before = signal.getsignal(signal.SIGINT)
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("corpus.library.taking_in.open_path", interrupted)
        status, out, err = pincite("add", ".")
    assert (status, out) == (130, "1 added\n")
    assert "Stopped" in err
    assert signal.getsignal(signal.SIGINT) is before
    assert len(answer("list")) == 1


KEYS = ["article", "title", "section", "paragraph", "start", "end", "snippet", "score"]


def test_the_library_is_searched(pincite: Call, answer: Callable[..., Any]) -> None:
    answer("add", ".")
    hits = answer("search", "delta")
    (article,) = answer("list")
    assert [list(hit) for hit in hits] == [KEYS]
    hit = hits[0]
    assert (hit["article"], hit["title"], hit["section"]) == (article["id"], "On Rivers", ["Mouths"])
    assert hit["paragraph"] == 3
    assert hit["end"] - hit["start"] == len("delta")
    assert "delta" in hit["snippet"]
    status, out, err = pincite("search", "delta")
    assert (status, err) == (0, "")
    assert "On Rivers › Mouths › ¶ 3" in out


def test_files_are_searched_that_are_in_no_library(folder: Path, answer: Callable[..., Any]) -> None:
    (folder / "second.txt").write_text("No delta here.\n\nBut the delta is here.\n")
    assert [list(hit) for hit in answer("search", "delta", "--in", "rivers.md")] == [KEYS]
    assert len(answer("search", "delta", "--in", ".")) == 3
    assert len(answer("search", "delta", "--in", "rivers.md", "second.txt")) == 3
    assert len(answer("search", "delta", "--in", ".", "--limit", "1")) == 1


def test_a_file_in_a_folder_that_cannot_be_opened_does_not_end_the_search(
    folder: Path, pincite: Call
) -> None:
    (folder / "empty.md").write_text("")
    status, out, err = pincite("search", "delta", "--in", ".")
    assert status == 0
    assert "delta" in out
    assert err.count("\n") == 1


def test_nothing_found_is_said(pincite: Call, answer: Callable[..., Any]) -> None:
    assert answer("search", "glacier", "--in", "rivers.md") == []
    status, out, err = pincite("search", "glacier", "--in", "rivers.md")
    assert (status, out) == (0, "")
    assert "Nothing" in err


def test_the_doctor_looks_at_everything_and_makes_nothing(
    home: Path, pincite: Call, answer: Callable[..., Any]
) -> None:
    report = answer("doctor")
    assert list(report) == ["versions", "library", "index", "settings", "clipboard", "terminal"]
    assert list(report["versions"]) == ["pincite", "textual", "whoosh", "python"]
    for part in ("library", "index", "settings"):
        assert list(report[part]) == ["path", "sound", "note"]
        assert report[part]["path"].startswith(str(home))
    assert not home.exists()
    assert pincite("doctor")[0] == 0


def test_the_doctor_finds_what_is_not_sound_and_rebuilds_the_index(
    pincite: Call, answer: Callable[..., Any]
) -> None:
    answer("add", ".")
    assert answer("doctor")["index"]["sound"]
    for path in Home.here().index.iterdir():
        path.unlink()
    status, out, _ = pincite("doctor", "--json")
    assert status == 1
    assert not json.loads(out)["index"]["sound"]
    assert answer("doctor", "--rebuild")["index"]["sound"]
    Home.here().settings.parent.mkdir(parents=True)
    Home.here().settings.write_text("measure = 3\n")
    assert pincite("doctor")[0] == 1
    Home.here().library.write_bytes(b"no database at all" * 100)
    assert not json.loads(pincite("doctor", "--json")[1])["library"]["sound"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("terminal", [False, True], ids=["piped", "shown"])
def test_hostile_names_and_titles_put_no_control_on_the_terminal(
    terminal: bool, folder: Path, pincite: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")  # Without colours, no control is ours.
    monkeypatch.setenv("COLUMNS", "500")
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: terminal)
    name = f"{HOSTILE}.md"
    (folder / name).write_text(f"# {HOSTILE}\n\nThe hostile {HOSTILE} delta.\n", encoding="utf-8")
    (folder / f"{HOSTILE}.txt").write_bytes(b"")
    Path(os.fsdecode(b"/".join([os.fsencode(folder), b"\xff\x1b[2J.md"]))).write_text("Words.\n")
    seen = ""
    for args in (
        ["add", "."],
        ["list"],
        ["outline", name],
        ["outline", f"{HOSTILE}.txt"],
        ["cite", name, "--paragraph", "1"],
        ["cite", name, "--quote", HOSTILE],
        ["search", "hostile"],
        ["search", "hostile", "--in", name],
        ["search", HOSTILE, "--in", name],
    ):
        for more in ([], ["--json"]):
            _, out, err = pincite(*args, *more)
            assert out + err
            seen += out + err
    assert "[red]:smile:" in seen
    assert [mark for mark in seen if not (mark.isprintable() or mark in "\n\t")] == []
