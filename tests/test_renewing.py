from __future__ import annotations

import os
from pathlib import Path

from corpus.library import Library
from corpus.library.renewing import renew
from corpus.opening import open_path


def take(library: Library, path: Path, text: str) -> int:
    path.write_text(text)
    about = path.stat()
    return library.remember(open_path(path), str(path), size=about.st_size, mtime_ns=about.st_mtime_ns).id


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        changed, same, gone, empty = (
            take(library, tmp_path / name, "The moon pulls at the sea.")
            for name in ("changed", "same", "gone", "empty")
        )
        (tmp_path / "changed").write_text("The wind turns, and the sea with it.")
        (tmp_path / "gone").unlink()
        (tmp_path / "empty").write_text("")
        before = library.stamps()
        assert renew(library, lambda: False) == 1
        assert library.text(changed) == "The wind turns, and the sea with it."
        after = library.stamps()
        assert [id for id in before if before[id] != after[id]] == [changed]
        assert set(after) == {changed, same, gone, empty}
        assert renew(library, lambda: False) == 0


def test_what_is_no_file_any_more_is_not_waited_for(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        id = take(library, tmp_path / "pipe", "The moon.")
        (tmp_path / "pipe").unlink()
        os.mkfifo(tmp_path / "pipe")
        assert renew(library, lambda: False) == 0
        assert library.text(id) == "The moon."


def test_it_stops_when_it_is_asked_to(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        take(library, tmp_path / "tides", "The moon.")
        (tmp_path / "tides").write_text("The moon and the sea.")
        assert renew(library, lambda: True) == 0
