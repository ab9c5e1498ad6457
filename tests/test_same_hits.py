"""The panel and the command line search alike."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.search.answer import Answer
from tests.reading import HEADLESS, STRUCTURED, press, reading, until, write
from tui.__main__ import main
from tui.results import Asked
from tui.services import Services

_ORIGINAL = Services.answers


@pytest.mark.parametrize(
    "query", ["the water ", '"the keeper"', "level OR keeper ", "near:9(the river)", "flod "]
)
async def test_the_panel_and_the_command_line_give_the_same_hits(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    query: str,
) -> None:
    given: list[tuple[str, Answer]] = []

    def noted(self: Services, asked: Asked, cancelled: Callable[[], bool]) -> Iterator[Answer]:
        for answer in _ORIGINAL(self, asked, cancelled):
            given.append((asked.query, answer))
            yield answer

    write(tmp_path, "flood.txt", HEADLESS)
    write(tmp_path, "rivers.md", STRUCTURED)
    assert main(["add", str(tmp_path / "flood.txt"), str(tmp_path / "rivers.md")]) == 0
    monkeypatch.setattr(Services, "answers", noted)
    async with reading(tmp_path / "flood.txt", size=(100, 40)) as pilot:
        await press(pilot, "s", *query)
        await until(pilot, lambda: bool(given) and given[-1][0] == query and given[-1][1].complete)
    capsys.readouterr()
    assert main(["search", query, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    final = given[-1][1]
    assert final.hits
    assert [(hit.article, hit.start, hit.end, hit.snippet.text, hit.section) for hit in final.hits] == [
        (hit["article"], hit["start"], hit["end"], hit["snippet"], tuple(hit["section"])) for hit in told
    ]
