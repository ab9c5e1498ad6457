"""The screenshots are taken by one command, show what they should, and lead nowhere else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def take(folder: Path, *names: str, path: str) -> None:
    """Run the script for some pictures, with programs to be found on that path alone."""
    command = [sys.executable, str(ROOT / "screenshots" / "take.py"), "--to", str(folder), *names]
    subprocess.run(command, env=os.environ | {"PATH": path}, check=True, capture_output=True, timeout=120)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two pictures, taken where there is no browser."""
    path = tmp_path_factory.mktemp("screenshots")
    take(path, "small", "chinese", path="")
    return path


def words(svg: Path) -> str:
    """All that is written in a picture."""
    return " ".join(ElementTree.parse(svg).getroot().itertext())


def test_a_picture_shows_the_outline_the_text_and_the_foot(folder: Path) -> None:
    shown = words(folder / "small.svg")
    assert "The third issue of Qiushi in 2021" in shown
    assert "~" in shown
    assert "¶ 1" in shown
    assert {path.name for path in folder.iterdir()} == {"small.svg", "chinese.svg"}


@pytest.mark.parametrize("name", ["small", "chinese"])
def test_a_picture_names_no_host(folder: Path, name: str) -> None:
    svg = (folder / f"{name}.svg").read_text(encoding="utf-8")
    assert set(re.findall(r"\w+://[^\s\"'<>]*", svg)) == {"http://www.w3.org/2000/svg"}
    assert "url(" not in svg


def test_a_wide_character_stands_where_its_cells_begin(folder: Path) -> None:
    texts = ElementTree.parse(folder / "chinese.svg").iter("{http://www.w3.org/2000/svg}text")
    wide = [text for text in texts if unicodedata.east_asian_width((text.text or " ")[0]) == "W"]
    assert len(wide) > 20
    for text in wide:
        places = [int(place) for place in text.get("x", "").split()]
        assert places == [places[0] + 24 * number for number in range(len(text.text or ""))]


@pytest.mark.skipif(not any(map(shutil.which, BROWSERS)), reason="no Chromium to turn an SVG into a PNG")
def test_twice_the_same_picture_and_a_png_where_there_is_a_browser(folder: Path, tmp_path: Path) -> None:
    take(tmp_path, "small", path=os.environ["PATH"])
    assert (tmp_path / "small.svg").read_bytes() == (folder / "small.svg").read_bytes()
    assert (tmp_path / "small.png").read_bytes().startswith(b"\x89PNG")


def test_an_unknown_picture_is_refused(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as refusal:
        take(tmp_path, "nonesuch", path="")
    assert refusal.value.returncode == 2
    assert b"nonesuch" in refusal.value.stderr
