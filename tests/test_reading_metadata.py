"""What is known of an article, on the screen: corrections, and the files beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.home import Home
from corpus.library import Library
from corpus.opening import LARGE
from tests.reading import HEADLESS, foot, press, reading, screen, settled, shown, write
from tui.__main__ import main
from tui.app import Pincite
from tui.opening import open_target
from tui.services import Services

LONG = "# On Rivers\n\n" + "\n\n".join(
    f"Paragraph {n} of a long text. {'Words. ' * 20}" for n in range(1_800)
)


def correct(field: str, text: str | None) -> None:
    with Library(Home.here().library) as library:
        library.edit(1, field, text)


async def test_a_corrected_title_is_shown_whether_the_file_or_the_library_is_opened(tmp_path: Path) -> None:
    path = write(tmp_path, "flood.txt", HEADLESS)
    async with reading(path):
        pass
    correct("title", "The Flood")
    for target in (path, "1", path):  # what is read again is kept again
        async with reading(target) as pilot:
            assert "The Flood" in "\n".join(shown(pilot))
    correct("title", None)
    async with reading(path) as pilot:
        assert "[untitled]" in "\n".join(shown(pilot))


async def test_a_path_that_goes_a_way_round_is_the_same_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "flood.txt", HEADLESS)
    (tmp_path / "within").mkdir()
    monkeypatch.chdir(tmp_path / "within")
    async with reading("../flood.txt"):
        pass
    assert main(["meta", "../flood.txt", "--set", "title=The Flood"]) == 0
    async with reading("../within/../flood.txt") as pilot:
        assert "The Flood" in "\n".join(shown(pilot))
    with Library(Home.here().library) as library:
        assert [article.path for article in library.articles()] == [tmp_path / "flood.txt"]


@pytest.mark.parametrize("name", ["long.txt", "long.md"])
async def test_a_large_article_stays_corrected_when_it_was_read_to_its_end(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, name, LONG)
    assert path.stat().st_size > LARGE
    write(tmp_path, "long.bib", "@misc{long, title={Beside}, volume={12}}")
    async with reading(path):
        pass
    correct("title", "The Flood")
    for target in (str(path), "1"):
        services = Services.of(Home.here(), private=False)
        article = open_target(target, services.library)
        assert article.document.metadata.title == "The Flood"
        async with Pincite(services, article).run_test() as pilot:
            await settled(pilot)
            assert not screen(pilot).article.progress
            assert screen(pilot).article.document.metadata.title == "The Flood"
            assert screen(pilot).article.document.metadata.volume == "12"
    correct("title", None)
    with Library(Home.here().library) as library:
        assert library.document(1).metadata.title == "Beside"


async def test_a_broken_file_beside_an_article_is_said_and_the_article_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "flood.txt", HEADLESS)
    write(tmp_path, "flood.bib", "@misc{flood, title={The Flood}, doi={none}}")
    async with reading(path, size=(120, 30)) as pilot:
        assert "flood.bib: “none” is no DOI" in "\n".join(shown(pilot))
        assert "The Flood" in "\n".join(shown(pilot))
        await press(pilot, "j")
        assert foot(pilot)
