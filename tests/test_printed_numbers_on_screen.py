"""Printed numbers and pages where a reader sees them: in the margin, at the foot, in what is typed."""

from __future__ import annotations

import json
from array import array
from pathlib import Path

import pytest

from corpus.errors import NoSuchPlace
from corpus.index.entry import packed, shape_from, shape_of
from corpus.opening import open_bytes
from corpus.passages.shown_number import number_at
from tests import judgments
from tests.reading import foot, press, reading, screen, shown, write
from tui import going
from tui.__main__ import main

PROSE = "The keeper of the lock wrote the new level into his book, and went to wake the others at once. "


async def test_the_margin_shows_the_printed_number_once(tmp_path: Path) -> None:
    path = write(tmp_path, "ito.txt", judgments.english("[{}] "))
    async with reading(path, size=(100, 40)) as pilot:
        lines = shown(pilot)
        first = next(line for line in lines if "This is an appeal" in line)
        assert first.partition("│")[2].split()[:4] == ["[1]", "This", "is", "an"]
        assert sum("[1]" in line for line in lines) == 1
        unnumbered = next(line for line in lines if "So far there is no dispute" in line)
        assert unnumbered.partition("│")[2].split()[0] == "So"


async def test_a_number_is_gone_to_and_said_at_the_foot(tmp_path: Path) -> None:
    path = write(tmp_path, "ito.txt", judgments.english("[{}] "))
    async with reading(path, size=(100, 20)) as pilot:
        await press(pilot, ":", *"9", "enter")
        document = screen(pilot).article.document
        assert screen(pilot).page.cursor == document.marked("9").start
        assert "[9] ·" in foot(pilot)
        await press(pilot, "v")
        assert foot(pilot).split(" · ")[1] == "para. 9"
        await press(pilot, "escape", ":", *"99", "enter")
        assert foot(pilot) == "No paragraph 99 is printed here: the numbers run from 1 to 13."
        await press(pilot, ":", *"p4", "enter")
        assert foot(pilot).startswith("This article prints no pages")


async def test_a_page_is_gone_to_and_said_at_the_foot(tmp_path: Path) -> None:
    path = write(tmp_path, "gates.txt", judgments.request_for_comments())
    async with reading(path, size=(100, 10)) as pilot:
        await press(pilot, ":", *"p3", "enter")
        document = screen(pilot).article.document
        assert document.text[screen(pilot).page.cursor :].startswith("goes on until")
        assert "p. 3 · ¶ " in foot(pilot)


@pytest.mark.parametrize("words", ["9", "[9]", "¶ 9", "¶9", "para 9", "9."])
def test_a_number_may_be_typed_as_it_is_printed(words: str) -> None:
    document = open_bytes(judgments.english("[{}] ").encode(), "a.txt")
    assert going.place(document, words) == document.marked("9").start


@pytest.mark.parametrize("words", ["p3", "p. 3", "page 3", "P3"])
def test_a_page_may_be_typed_in_more_than_one_way(words: str) -> None:
    document = open_bytes(judgments.request_for_comments().encode(), "a.txt")
    assert going.place(document, words) == document.page("3")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("gate", "Type a paragraph’s number"),
        ("101%", "ends at 100%"),
        ("p99", "no page 99"),
        ("12b", "counted here"),
        ("99", "no paragraph 99"),
    ],
)
def test_what_is_not_there_is_said_in_one_sentence(words: str, said: str) -> None:
    document = open_bytes(judgments.request_for_comments().encode(), "a.txt")
    with pytest.raises(NoSuchPlace, match=said):
        going.place(document, words)


def test_the_command_line_cites_by_the_number_beside_a_paragraph(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, "ito.txt", judgments.english("[{}] "))
    assert main(["cite", str(path), "--paragraph", "9", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["text"].startswith("“In my judgment there is nothing in that ground.")
    assert main(["cite", str(path), "--paragraph", "99"]) == 1
    said = capsys.readouterr().err
    assert said == "pincite: No paragraph 99 is printed here: the numbers run from 1 to 13.\n"


def test_hits_and_sections_are_called_by_their_printed_numbers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, "ito.txt", judgments.english("[{}] "))
    assert main(["add", str(path)]) == 0
    capsys.readouterr()
    assert main(["search", '"cost was before him"']) == 0
    assert capsys.readouterr().out.splitlines()[0].endswith("› [9]")
    assert main(["search", '"Solicitors Gray"']) == 0
    assert "¶" not in capsys.readouterr().out
    assert main(["search", '"cost was before him"', "--json"]) == 0
    assert isinstance(json.loads(capsys.readouterr().out)[0]["paragraph"], int)


def test_the_names_of_paragraphs_survive_in_the_index() -> None:
    document = open_bytes(judgments.english("[{}] ").encode(), "a.txt")
    shape = shape_from(document, array("I", [0] * (len(document.blocks) + 1)))
    kept = shape_of(packed(shape))
    assert kept.names == shape.names
    for start in document.blocks.starts:
        assert kept.names.before(start) == number_at(document, start)
