from __future__ import annotations

import stat
from pathlib import Path

import pytest

from corpus.home import Home, make_private, why_not_private


def test_everything_lies_under_the_chosen_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PINCITE_HOME", str(tmp_path / "mine"))
    home = Home.here()
    for path in (home.library, home.index, home.settings, home.last_clip, home.log):
        assert path.is_relative_to(tmp_path / "mine")


def test_asking_where_things_are_makes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PINCITE_HOME", str(tmp_path / "mine"))
    assert Home.here().library.name == "library.sqlite"
    assert not (tmp_path / "mine").exists()


def test_without_a_choice_the_platform_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PINCITE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert Home.here().data.name == "pincite"


def test_every_directory_that_is_made_is_private(tmp_path: Path) -> None:
    make_private(tmp_path / "one" / "two")
    for path in (tmp_path / "one", tmp_path / "one" / "two"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700


def test_a_directory_that_others_may_enter_is_not_private(tmp_path: Path) -> None:
    make_private(tmp_path / "index")
    assert why_not_private(tmp_path / "index") is None
    (tmp_path / "index").chmod(0o755)
    assert "0755" in (why_not_private(tmp_path / "index") or "")


def test_a_link_is_not_a_private_directory(tmp_path: Path) -> None:
    make_private(tmp_path / "real")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert why_not_private(tmp_path / "link") == "is not a directory"
